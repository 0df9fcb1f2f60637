"""`streamlit run` and `serve.py` as people start them, in processes of their own, on this machine only."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from benchmarks.measuring import ROOT

HOST = "127.0.0.1"
DASHBOARD = ROOT / "dashboard.py"
PATIENCE_S = 60
MANY = "2000"  # readers: a benchmark is refused nothing
FLAGS = ("--server.headless=true", f"--server.address={HOST}", "--browser.gatherUsageStats=false")


class Served(NamedTuple):
    """A running server: where it listens, its process, and how long it took from spawning to the first answer."""

    port: int
    pid: int
    start_ms: float

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.port}/"


@contextmanager
def served(script: Path) -> Iterator[Served]:
    """The script under `streamlit run`, stopped afterwards."""
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script), *FLAGS, f"--server.port={port}"]
    with _running(command, script.parent, port, "/_stcore/health", {}) as server:
        yield server


@contextmanager
def hosted() -> Iterator[Served]:
    """The dashboard under `serve.py`, for as many readers as come; it answers once it is ready for them."""
    port = _free_port()
    many = dict.fromkeys(("BARRELWATCH_SESSIONS", "BARRELWATCH_SESSIONS_PER_ADDRESS"), MANY)
    chosen = {"BARRELWATCH_PORT": str(port), **many}
    with _running([sys.executable, "serve.py"], ROOT, port, "/readyz", chosen) as server:
        yield server


@contextmanager
def _running(command: list[str], folder: Path, port: int, ready: str, chosen: Mapping[str, str]) -> Iterator[Served]:
    with tempfile.TemporaryFile() as log:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env={**_environment(), **chosen}, stdout=log, stderr=log)
        try:
            _wait_for_answer(process, f"http://{HOST}:{port}{ready}", log)
            yield Served(port, process.pid, (time.perf_counter() - start) * 1_000)
        finally:
            _stop(process)


def _environment() -> dict[str, str]:
    # What this shell sets for Streamlit or Barrelwatch is not what a user gets who has just cloned the project.
    return {key: value for key, value in os.environ.items() if not key.startswith(("STREAMLIT_", "BARRELWATCH_"))}


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind((HOST, 0))
        port: int = listener.getsockname()[1]
    return port


def _wait_for_answer(process: subprocess.Popen[bytes], address: str, log: IO[bytes]) -> None:
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until and process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.005)
        else:
            return
    log.seek(0)
    raise RuntimeError(f"the server did not answer; it said:\n{log.read().decode(errors='replace')}")


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
