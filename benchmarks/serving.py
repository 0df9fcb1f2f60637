"""`streamlit run` as a user runs it, in a process of its own, on this machine only."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from benchmarks.measuring import ROOT

HOST = "127.0.0.1"
DASHBOARD = ROOT / "dashboard.py"
PATIENCE_S = 60
FLAGS = ("--server.headless=true", f"--server.address={HOST}", "--browser.gatherUsageStats=false")


class Served(NamedTuple):
    """A running server: where it listens, and how long it took from spawning to the first answer."""

    port: int
    start_ms: float

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.port}/"


@contextmanager
def served(script: Path) -> Iterator[Served]:
    """The script under `streamlit run`, stopped afterwards."""
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script), *FLAGS, f"--server.port={port}"]
    with tempfile.TemporaryFile() as log:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=script.parent, env=_environment(), stdout=log, stderr=log)
        try:
            _wait_for_answer(process, port, log)
            yield Served(port, (time.perf_counter() - start) * 1_000)
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


def _wait_for_answer(process: subprocess.Popen[bytes], port: int, log: IO[bytes]) -> None:
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until and process.poll() is None:
        try:
            urllib.request.urlopen(f"http://{HOST}:{port}/_stcore/health", timeout=5).close()
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
