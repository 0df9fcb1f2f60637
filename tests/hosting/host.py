"""The server as a process, and what browsers, monitors and strangers ask of it."""

import http.client
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any, NamedTuple

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from tests.hosting.loopback import HERE, PATIENCE_S, ROOT, free_ports


class Answer(NamedTuple):
    """An answer: its status, its headers in small letters, and its body as it travelled."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


class Host(NamedTuple):
    """A running server, and what was answered while it started."""

    port: int
    prefix: str
    while_starting: list[tuple[int, Answer]]
    log: IO[bytes]

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path below the prefix; underscores in names of headers become hyphens."""
        return ask(self.port, f"{self.prefix}{path}", method, **headers)

    def lines(self) -> list[dict[str, Any]]:
        """The lines of the access log so far."""
        self.log.seek(0)
        return [json.loads(line) for line in self.log.read().splitlines()]

    def figure(self, name: str) -> float:
        """One of the figures that a monitor reads."""
        told = self.ask("/metrics", authorization="Bearer a-token-of-a-monitor").text
        return float(next(line.split()[-1] for line in told.splitlines() if line.startswith(f"barrelwatch_{name} ")))

    @contextmanager
    def session(self, **headers: str) -> Iterator[ClientConnection]:
        """A websocket as a browser's page opens it."""
        given = {"origin": f"http://{HERE}:{self.port}"} | {name.replace("_", "-"): to for name, to in headers.items()}
        address = f"ws://{HERE}:{self.port}{self.prefix}/_stcore/stream"
        with connect(
            address, additional_headers=given, subprotocols=[Subprotocol("streamlit")], max_size=None
        ) as socket:
            yield socket


def ask(port: int, path: str, method: str = "GET", **headers: str) -> Answer:
    """Ask for a path as it is written, with nothing mended in it."""
    connection = http.client.HTTPConnection(HERE, port, timeout=30)
    connection.putrequest(method, path, skip_host="host" in headers, skip_accept_encoding=True)
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    answer = connection.getresponse()
    told = {name.lower(): value for name, value in answer.getheaders()}
    body = answer.read()
    connection.close()
    return Answer(answer.status, told, body)


def read(socket: ClientConnection, page: str, query: str = "") -> str:
    """Run a page to its end; everything that was sent of it, as text."""
    message = BackMsg()
    message.rerun_script.page_name = page
    message.rerun_script.query_string = query
    socket.send(message.SerializeToString())
    told = []
    while True:
        content = socket.recv(timeout=30)
        assert isinstance(content, bytes)
        sent = ForwardMsg.FromString(content)
        told.append(str(sent))
        if sent.HasField("script_finished") and sent.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            return "\n".join(told)


@contextmanager
def hosted(prefix: str = "", **settings: str) -> Iterator[Host]:
    """`python serve.py` with some settings, ready; stopped at the end as a system stops it."""
    (port,) = free_ports(1)
    named = {f"BARRELWATCH_{name}": value for name, value in settings.items()}
    mine = {name: value for name, value in os.environ.items() if not name.startswith("BARRELWATCH_")}
    mine |= named | {"BARRELWATCH_PORT": str(port), "BARRELWATCH_PREFIX": prefix}
    with (
        tempfile.TemporaryFile() as log,
        subprocess.Popen(
            [sys.executable, "serve.py"], cwd=ROOT, env=mine, stdout=log, stderr=subprocess.DEVNULL
        ) as server,
    ):
        try:
            yield Host(port, prefix, _until_ready(port, prefix, server), log)
        finally:
            server.terminate()


def _until_ready(port: int, prefix: str, server: "subprocess.Popen[bytes]") -> list[tuple[int, Answer]]:
    """Wait for the server; what it answered meanwhile to a monitor, and to a reader."""
    end, answers = time.monotonic() + PATIENCE_S, list[tuple[int, Answer]]()
    while time.monotonic() < end and server.poll() is None:
        try:
            ready = ask(port, "/readyz").status
            if ready == 200:
                return answers
            answers.append((ready, ask(port, f"{prefix}/", accept="text/html")))
        except OSError:
            pass
        time.sleep(0.05)
    pytest.fail(f"the server was not ready within {PATIENCE_S} seconds")


def png_size(picture: bytes) -> tuple[int, int]:
    """Width and height of a PNG, as its first block says."""
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    return int.from_bytes(picture[16:20], "big"), int.from_bytes(picture[20:24], "big")
