"""From the command to the Overview's gauge on the screen, against the barest app with one plotly chart."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.browser import chromium, new_reader, paint_ms
from benchmarks.measuring import ONE_CHART, Line, Report, floor_app, median_rows
from benchmarks.server import DASHBOARD, served

BUDGET = 1.15
# The first curve that plotly has drawn: before it, a chart is an empty frame.
CHART = ".stPlotlyChart .scatterlayer .trace path"
GAUGE = ".st-key-figure-gauge .scatterlayer .trace path"
PARTS = (
    ("start to first paint of the gauge", "all", BUDGET),
    ("… of it, command to first answer of the server", "server", None),
    ("… of it, first page load", "load", None),
    ("first paint of a new reader on the running server", "warm", None),
)


def measure(rounds: int) -> Report:
    """Both apps in turn, each round with a new server; the browser is already open, its cache is empty."""
    with chromium() as running, floor_app(ONE_CHART) as floor:
        works = {
            "floor": partial(_paints, running, floor, CHART),
            "dashboard": partial(_paints, running, DASHBOARD, GAUGE),
        }
        found = median_rows(rounds, works)
    lines = [Line(what, found["dashboard"][part], found["floor"][part], budget) for what, part, budget in PARTS]
    return Report(tuple(lines))


def _paints(running: Browser, script: Path, mark: str) -> Mapping[str, float]:
    with served(script) as server:
        paints = []
        for _ in ("first", "warm"):
            with new_reader(running) as page:
                paints.append(paint_ms(page, server.address, mark))
    load, warm = paints
    return {"all": server.start_ms + load, "server": server.start_ms, "load": load, "warm": warm}
