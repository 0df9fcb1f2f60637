"""The hosted dashboard against `streamlit run`: readers held, reruns, readers at once, memory, bytes, a slow line."""

import time
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.browser import chromium, new_reader, paint_ms
from benchmarks.crowd import crowd
from benchmarks.first_load import Traffic, loaded
from benchmarks.first_paint import CHART, GAUGE
from benchmarks.measuring import EMPTY, ONE_CHART, Line, Report, floor_app, medians
from benchmarks.server import DASHBOARD, Served, hosted, served
from benchmarks.session import Session
from components.pages import PAGES

Server = Callable[[], AbstractContextManager[Served]]
NAMES = ["" if entry.first else entry.name for entry in PAGES if not entry.hidden]
MOST_MS = 500.0  # the 95th percentile of reruns under which a server holds its readers
STEPS = (10, 15, 20, 30, 40, 50, 60, 70, 90, 120, 150, 180, 210, 240, 270, 300, 350, 400)
RERUN_BUDGET, FIRST_LOAD_BUDGET = 0.3, 0.3
AT_THE_DOOR = 25
FEW, MANY = 40, 240
FORGOTTEN_S = 20  # a session that is closed is kept for a while, for a reader who comes back
SLOW_LINE = {"offline": False, "latency": 40, "downloadThroughput": 10e6 / 8, "uploadThroughput": 10e6 / 8}


def measure(rounds: int) -> Report:
    """All of it; the servers of one line run in turn, except for reruns, which are asked for side by side."""
    with floor_app(EMPTY) as empty, floor_app(ONE_CHART) as bare:
        lines = [*_held(partial(served, empty)), *_reruns(rounds, empty), *_door(rounds, empty), *_memory()]
        lines += [*_bytes(bare), *_slow_line(rounds, bare)]
    return Report(tuple(lines))


def _held(empty: Server) -> list[Line]:
    """How many readers each server holds; the measured one first, and as floor what `streamlit run` holds."""
    found = {
        name: _most_readers(server, pages)
        for name, server, pages in (
            ("hosted", hosted, NAMES),
            ("stock", partial(served, DASHBOARD), NAMES),
            ("empty", empty, [""]),
        )
    }
    what = f"readers held, a page each 5 s, 95% under {MOST_MS:.0f} ms"
    return [
        Line(f"{what}: against `streamlit run`", found["hosted"], found["stock"], unit=""),
        Line(f"{what}: against an empty app", found["hosted"], found["empty"], unit=""),
    ]


def _most_readers(server: Server, pages: list[str]) -> int:
    """The last step at which the server still answers in time; a new server for each step."""
    held = 0
    for readers in STEPS:
        with server() as running:
            if crowd(running, readers, pages).p95 >= MOST_MS:
                break
        held = readers
    return held


def _reruns(rounds: int, empty: Path) -> list[Line]:
    with ExitStack() as stack:
        floor, host = stack.enter_context(served(empty)), stack.enter_context(hosted())
        works: dict[str, Callable[[], float]] = {"": stack.enter_context(Session(floor)).run_ms}
        for entry in PAGES:
            works[entry.title] = stack.enter_context(Session(host, "" if entry.first else entry.name)).run_ms
        found = medians(2 * rounds + 1, works)
    return [Line(f"hosted rerun: {entry.title}", found[entry.title], found[""], RERUN_BUDGET) for entry in PAGES]


def _door(rounds: int, empty: Path) -> list[Line]:
    """The last of many readers who come at once to a server that has just said it is ready."""

    def last_ms(server: Server) -> float:
        with server() as running:
            return max(crowd(running, AT_THE_DOOR, [""], rounds=0, at_once=True).first)

    def ready_ms(server: Server) -> float:
        with server() as running:
            return running.start_ms

    servers: dict[str, Server] = {"hosted": hosted, "empty": partial(served, empty)}
    few = max(1, rounds // 2)
    last = medians(few, {name: partial(last_ms, server) for name, server in servers.items()})
    ready = medians(few, {name: partial(ready_ms, server) for name, server in servers.items()})
    return [
        Line(f"first page of the last of {AT_THE_DOOR} readers at once, fresh server", last["hosted"], last["empty"]),
        Line("from the command to a server that is ready", ready["hosted"], ready["empty"]),
    ]


def _memory() -> list[Line]:
    """What the server keeps of many readers who have come and gone, over what it has with a few."""
    with hosted() as running:
        crowd(running, FEW, NAMES, rounds=1)
        few = _megabytes(running)
        crowd(running, MANY, NAMES, rounds=1)
        time.sleep(FORGOTTEN_S)
        many = _megabytes(running)
    return [Line(f"memory after {MANY} readers have come and gone, against {FEW}", many, few, unit="MB")]


def _megabytes(server: Served) -> float:
    status = Path(f"/proc/{server.pid}/status").read_text(encoding="ascii")
    return float(status.partition("VmRSS:")[2].split()[0]) / 1_000


def _bytes(bare: Path) -> list[Line]:
    with chromium() as running:
        floor: Traffic = loaded(running, partial(served, bare), CHART)
        host: Traffic = loaded(running, hosted, GAUGE)
    what = "bytes of the first load, hosted"
    return [
        Line(what, host.kilobytes, floor.kilobytes, FIRST_LOAD_BUDGET, "kB"),
        Line("… of them, websocket", host.received["websocket"] / 1_000, None, None, "kB"),
    ]


def _slow_line(rounds: int, bare: Path) -> list[Line]:
    """A reader on 10 Mbit/s and 40 ms who has never been here."""
    with chromium() as running:
        works = {
            "floor": partial(_slow_ms, running, partial(served, bare), CHART),
            "stock": partial(_slow_ms, running, partial(served, DASHBOARD), GAUGE),
            "hosted": partial(_slow_ms, running, hosted, GAUGE),
        }
        found = medians(max(1, rounds // 2), works)
    return [
        Line("first paint on a slow line, hosted", found["hosted"], found["floor"]),
        Line("first paint on a slow line, `streamlit run`", found["stock"], found["floor"]),
    ]


def _slow_ms(running: Browser, server: Server, mark: str) -> float:
    with server() as host:
        with new_reader(running) as page:  # whoever is first on a server waits for its imports
            paint_ms(page, host.address, mark)
        with new_reader(running) as page:
            wire = page.context.new_cdp_session(page)
            wire.send("Network.enable")
            wire.send("Network.emulateNetworkConditions", SLOW_LINE)
            return paint_ms(page, host.address, mark)
