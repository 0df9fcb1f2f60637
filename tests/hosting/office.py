"""An office's dashboard as its tests ask it: two replicas, nginx in front of them, and TLS in front of that."""

import http.client
import json
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.hosting.loopback import HERE, PREFIX

Answer = tuple[int, dict[str, str], bytes]


@dataclass
class Office:
    """Two replicas, nginx in front of them, and TLS in front of that."""

    replicas: list[int]
    plain: int
    tls: int
    folder: Path
    processes: list["subprocess.Popen[bytes]"]

    @property
    def address(self) -> str:
        return f"https://{HERE}:{self.tls}{PREFIX}"

    def ask(self, path: str, method: str = "GET", body: Any = None, **headers: str) -> Answer:
        """What nginx answers, asked directly; header names are written with underscores."""
        line = http.client.HTTPConnection(HERE, self.plain, timeout=30)
        line.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
        answer = line.getresponse()
        read = answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        line.close()
        return read

    def keeper(self, cookie: str) -> int:
        """Which of the replicas is asked first for a reader with this cookie, 0 or 1."""
        log = self.folder / "access.log"
        before = log.stat().st_size
        # Nobody else asks for a head alone: whatever nginx writes late of others has another method.
        assert self.ask(f"{PREFIX}/_stcore/health", "HEAD", Cookie=f"barrelwatch={cookie}")[0] == 200
        end = time.monotonic() + 10
        while time.monotonic() < end:
            for line in log.read_bytes()[before:].splitlines(keepends=True):
                if line.endswith(b"\n") and (told := json.loads(line))["method"] == "HEAD":
                    return self.replicas.index(int(told["replica"].split(",")[0].rpartition(":")[2]))
            time.sleep(0.01)
        raise AssertionError("nginx wrote of no replica within ten seconds")

    def cookie_of(self, which: int) -> str:
        """A cookie whose reader is kept to one of the replicas."""
        return next(cookie for cookie in map("{:032x}".format, range(50)) if self.keeper(cookie) == which)
