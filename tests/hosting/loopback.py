"""What stands on loopback for the tests: replicas with the files that the Dockerfile copies, nginx as nginx.conf has
it, and in front of both a proxy that ends TLS, as an organisation has one."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
PREFIX = "/dash"
HERE = "127.0.0.1"
PATIENCE_S = 180  # two servers that warm up beside two other tests need more than a minute
STORED = ("nginx", "/usr/sbin/nginx")
# What an organisation's own proxy says of its readers to the nginx behind it.
FRONT = """
    server {{
        listen {here}:{tls} ssl;
        ssl_certificate     {folder}/cert.pem;
        ssl_certificate_key {folder}/key.pem;
        client_max_body_size 0;
        location / {{
            proxy_pass http://{here}:{plain};
            proxy_request_buffering off;
            proxy_read_timeout 1d;
            proxy_http_version 1.1;
            proxy_set_header Host              $http_host;
            proxy_set_header X-Forwarded-For   $remote_addr;
            proxy_set_header X-Forwarded-Proto https;
            proxy_set_header Upgrade           $http_upgrade;
            proxy_set_header Connection        $hop;
        }}
    }}
"""


def found(program: str, *names: str) -> str:
    """Where a program of the machine is; without it the test is skipped, on the build host it fails."""
    path = next((path for name in names if (path := shutil.which(name))), None)
    if path is None:
        reason = f"No {program} found ({', '.join(names)}): install Debian's package, as .ci/run does."
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return path


def free_ports(many: int) -> list[int]:
    """Ports that nobody listens on."""
    sockets = [socket.create_server((HERE, 0)) for _ in range(many)]
    ports = [taken.getsockname()[1] for taken in sockets]
    for taken in sockets:
        taken.close()
    return ports


def copied(target: Path) -> Path:
    """A folder with what the Dockerfile copies of the project, and nothing else."""
    text = (DEPLOY / "Dockerfile").read_text(encoding="utf-8").rpartition("\nFROM ")[2]
    for words in re.findall(r"^COPY (?!--)(.+)$", text, re.MULTILINE):
        *names, place = words.split()
        for name in names:
            source, goal = ROOT / name, target / place
            if source.is_dir():
                shutil.copytree(source, goal)  # with what Python has compiled, as the image has
            else:
                shutil.copy(source, goal)
    return target


def certificate(folder: Path) -> None:
    """A certificate for the loopback address, which a browser has to be told to bear with."""
    command = [found("openssl", "openssl"), "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]
    command += ["-nodes", "-days", "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    command += ["-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem")]
    subprocess.run(command, check=True, capture_output=True)


def configuration(folder: Path, replicas: list[int], plain: int, tls: int = 0) -> Path:
    """The project's nginx.conf in a folder of the test: with other ports, and TLS in front of it if a port is given."""
    text = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    changes = [("172.30.85.21:8501", f"{HERE}:{replicas[0]}"), ("172.30.85.22:8501", f"{HERE}:{replicas[1]}"),
               ("listen 8080;", f"listen {HERE}:{plain};"), (" /tmp/", f" {folder}/"),
               ("/dev/stdout brief;", f"{folder}/access.log brief;"),
               ("worker_processes auto;", "worker_processes 1;")]  # fmt: skip
    for old, new in changes:
        assert old in text, f"nginx.conf has no {old!r} any more"
        text = text.replace(old, new)
    if tls:
        certificate(folder)
        front = FRONT.format(here=HERE, tls=tls, plain=plain, folder=folder)
        text = text.rstrip().removesuffix("}") + front + "}\n"
    path = folder / "nginx.conf"
    path.write_text(text, encoding="utf-8")
    return path


def nginx_command(path: Path, *more: str) -> list[str]:
    """How nginx is started with a configuration; as root its workers stay root, for they own the test's folder."""
    options = "daemon off;" + (" user root;" if os.geteuid() == 0 else "")
    return [found("nginx", *STORED), "-e", "stderr", "-c", str(path), "-g", options, *more]


@contextmanager
def running(command: list[str], cwd: Path = ROOT, **environment: str) -> Iterator["subprocess.Popen[bytes]"]:
    """A process that is stopped at the end, whatever it wrote being dropped."""
    mine = {name: value for name, value in os.environ.items() if not name.startswith("BARRELWATCH_")}
    with subprocess.Popen(
        command, cwd=cwd, env=mine | environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@contextmanager
def replica(folder: Path, port: int, **settings: str) -> Iterator["subprocess.Popen[bytes]"]:
    """One replica in a folder, not awaited."""
    named = {f"BARRELWATCH_{name}": value for name, value in settings.items()}
    named |= {"BARRELWATCH_PORT": str(port), "BARRELWATCH_PREFIX": PREFIX}
    with running([sys.executable, "serve.py"], folder, **named) as process:
        yield process


def wait_until(address: str, status: int = 200) -> None:
    """Wait until an address answers with a status."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        try:
            with urlopen(address, timeout=5) as answer:
                seen = answer.status
        except HTTPError as error:
            seen = error.code
        except OSError:
            seen = None
        if seen == status:
            return
        time.sleep(0.05)
    pytest.fail(f"{address} did not answer {status} within {PATIENCE_S} seconds")
