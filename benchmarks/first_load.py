"""Bytes that travel until the Overview stands, against the barest app with one plotly chart."""

import base64
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from benchmarks.browser import chromium, new_reader, paint_ms
from benchmarks.first_paint import CHART, GAUGE
from benchmarks.measuring import ONE_CHART, Line, Report, floor_app
from benchmarks.server import DASHBOARD, HOST, Served, served

WEBSOCKET = "websocket"
QUIET_MS = 1_500


class Traffic:
    """What a page receives, by kind, bodies and headers as they travel; and the hosts it asked."""

    def __init__(self, page: Page) -> None:
        self.received: Counter[str] = Counter()
        self.hosts: set[str] = set()
        self._kinds: dict[str, str] = {}
        wire = page.context.new_cdp_session(page)
        wire.send("Network.enable")
        wire.on("Network.requestWillBeSent", self._note_host)
        wire.on("Network.responseReceived", self._note_kind)
        wire.on("Network.loadingFinished", self._count_body)
        wire.on("Network.webSocketFrameReceived", self._count_frame)

    @property
    def kilobytes(self) -> float:
        return self.received.total() / 1_000

    def _note_host(self, event: dict[str, Any]) -> None:
        address = urlsplit(event["request"]["url"])
        if address.scheme in ("http", "https", "ws", "wss"):
            self.hosts.add(address.hostname or "")

    def _note_kind(self, event: dict[str, Any]) -> None:
        self._kinds[event["requestId"]] = event["type"].lower()

    def _count_body(self, event: dict[str, Any]) -> None:
        self.received[self._kinds.get(event["requestId"], "other")] += int(event["encodedDataLength"])

    def _count_frame(self, event: dict[str, Any]) -> None:
        frame = event["response"]
        payload = frame["payloadData"]
        is_text = frame["opcode"] == 1
        self.received[WEBSOCKET] += len(payload.encode() if is_text else base64.b64decode(payload))


def measure(rounds: int) -> Report:  # noqa: ARG001 - the same bytes travel every time
    """One load of each."""
    with chromium() as running, floor_app(ONE_CHART) as floor:
        bare = loaded(running, partial(served, floor), CHART)
        overview = loaded(running, partial(served, DASHBOARD), GAUGE)
    lines = [Line("bytes of the first load of the Overview", overview.kilobytes, bare.kilobytes, unit="kB")]
    for kind, received in overview.received.most_common(4):
        lines.append(Line(f"… of them, {kind}", received / 1_000, bare.received[kind] / 1_000, unit="kB"))
    strangers = sorted(overview.hosts - {HOST})
    asked = f"other machines: {', '.join(strangers)}" if strangers else "no other machine"
    return Report(tuple(lines), (f"The Overview asked {asked}.",))


def loaded(running: Browser, server: Callable[[], AbstractContextManager[Served]], mark: str) -> Traffic:
    """What travels until the first chart stands, and a moment longer, to a reader who has never been here."""
    with server() as host, new_reader(running) as page:
        traffic = Traffic(page)
        paint_ms(page, host.address, mark)
        page.wait_for_timeout(QUIET_MS)
    return traffic
