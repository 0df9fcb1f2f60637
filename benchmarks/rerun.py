"""A rerun of each page, as a click causes one, against a rerun of an empty Streamlit app."""

from collections.abc import Callable
from contextlib import ExitStack

from benchmarks.measuring import EMPTY, Line, Report, floor_app, medians
from benchmarks.server import DASHBOARD, served
from benchmarks.session import Session
from components.pages import PAGES

BUDGET = 1.0
FLOOR = "empty app"


def measure(rounds: int) -> Report:
    """Both servers run beside each other, one session a page; twice as many rounds, for a rerun is short."""
    with ExitStack() as open_until_done:
        floor = open_until_done.enter_context(served(open_until_done.enter_context(floor_app(EMPTY))))
        dashboard = open_until_done.enter_context(served(DASHBOARD))
        works: dict[str, Callable[[], float]] = {FLOOR: open_until_done.enter_context(Session(floor)).run_ms}
        for entry in PAGES:
            session = Session(dashboard, "" if entry.first else entry.name)
            works[entry.title] = open_until_done.enter_context(session).run_ms
        found = medians(2 * rounds + 1, works)
    return Report(tuple(Line(f"rerun: {entry.title}", found[entry.title], found[FLOOR], BUDGET) for entry in PAGES))
