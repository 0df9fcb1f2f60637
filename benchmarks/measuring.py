"""Interleaved medians, the lines that benchmarks hand back, and the floors: the least that anybody could write."""

import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
EMPTY = "import streamlit\n"
ONE_CHART = """import plotly.graph_objects as go
import streamlit as st

st.plotly_chart(go.Figure(go.Scatter(y=list(range(50)))))
"""


class Line(NamedTuple):
    """One line of the table: what was measured, in one unit with its floor; no budget where it only explains."""

    what: str
    measured: float
    floor: float | None = None
    budget: float | None = None
    unit: str = "ms"

    @property
    def ratio(self) -> float | None:
        return self.measured / self.floor if self.floor else None


class Report(NamedTuple):
    """What a benchmark hands back: lines of the table, and sentences that stand below it."""

    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()


def medians(rounds: int, works: Mapping[str, Callable[[], float]]) -> dict[str, float]:
    """The median of each work's figure over so many rounds, each work once a round.

    A work measures itself and returns its figure. Interleaved, because a machine that is slow for a minute must be slow
    for the floor as well. One round before them is not counted: it fills the caches of disk and interpreter.
    """
    figures: dict[str, list[float]] = {name: [] for name in works}
    for counted in [False, *[True] * rounds]:
        for name, work in works.items():
            figure = work()
            if counted:
                figures[name].append(figure)
    return {name: median(found) for name, found in figures.items()}


def median_rows(rounds: int, works: Mapping[str, Callable[[], Mapping[str, float]]]) -> dict[str, dict[str, float]]:
    """The same for works that measure several figures at a time."""
    found: dict[str, list[Mapping[str, float]]] = {name: [] for name in works}
    for counted in [False, *[True] * rounds]:
        for name, work in works.items():
            figures = work()
            if counted:
                found[name].append(figures)
    return {name: _median_of_each(rows) for name, rows in found.items()}


def clocked(work: Callable[[], object]) -> Callable[[], float]:
    """The work as one that returns its milliseconds."""

    def timed() -> float:
        start = time.perf_counter()
        # The result lives until the clock has stopped: taking 100,000 claims apart is no part of reading them.
        result = work()
        milliseconds = (time.perf_counter() - start) * 1_000
        del result
        return milliseconds

    return timed


def _median_of_each(rows: Iterable[Mapping[str, float]]) -> dict[str, float]:
    rows = list(rows)
    return {key: median(row[key] for row in rows) for key in rows[0]}


@contextmanager
def floor_app(source: str) -> Iterator[Path]:
    """A script in a folder of its own, so that no configuration of this project reaches it."""
    with tempfile.TemporaryDirectory(prefix="floor-") as folder:
        script = Path(folder) / "app.py"
        script.write_text(source, encoding="utf-8")
        yield script
