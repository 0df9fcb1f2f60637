"""Where dots and labels stand: nothing touches, whatever the numbers."""

from datetime import date
from math import hypot, nan

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.figures.columns import COLUMNS, axis_for, placed_dots
from components.figures.crossing import Cited, Sheet, labels, stacked
from components.figures.dots import SIDES
from components.scene.calendar import Calendar
from components.scene.canvas import Canvas, Look
from components.scene.furniture import NOMINAL_WIDTH
from components.scene.packing import Extent
from components.scene.scale import nearest_free, round_step, steps
from components.theme import PALETTES, Width
from data.estimate.by_day import ByDay
from tests.components import whole_estimate as made

LIGHT = PALETTES["light"]
WIDTHS: tuple[Width, ...] = ("wide", "medium", "narrow")


@pytest.mark.parametrize("width", WIDTHS)
def test_dots_of_the_narrowest_window_never_touch(width: Width) -> None:
    for median in (0.0, 30_000.0, 300_000.0, 790_000.0, 1_600_000.0, 180_000_000.0):
        assert closest(list(made.dots({"seen": median})["volume"]), 500_000.0, Look(LIGHT, width)) >= 1 - 1e-9


@given(st.lists(st.floats(0, 1e9), min_size=1, max_size=50), st.floats(1, 1e7), st.sampled_from(WIDTHS))
@settings(max_examples=150, deadline=None)
def test_no_outcomes_make_dots_touch(volumes: list[float], limit_volume: float, width: Width) -> None:
    assert closest(sorted(volumes), limit_volume, Look(LIGHT, width)) >= 1 - 1e-6


def closest(volumes: list[float], limit_volume: float, look: Look) -> float:
    """The least distance of two dots, in diameters."""
    axis = axis_for(volumes, limit_volume, look)
    pixel = (NOMINAL_WIDTH[look.width] - sum(SIDES[look.width])) / (axis.columns + axis.extra)
    placed, size = placed_dots(volumes, limit_volume, axis, pixel, look)
    assert len(placed) == len(volumes)
    middles = [(dot.x / axis.column * pixel, dot.y) for dot in placed]
    apart = [hypot(a - c, b - d) for place, (a, b) in enumerate(middles) for c, d in middles[:place]]
    return min(apart, default=size) / size


@given(st.floats(0.01, 1), st.lists(st.floats(0, 1.6e6), min_size=1, max_size=50), st.sampled_from(WIDTHS))
@settings(max_examples=100, deadline=None)
def test_no_dot_stands_on_both_sides_of_what_others_left(share: float, volumes: list[float], width: Width) -> None:
    look, line = Look(LIGHT, width), share * 500_000.0
    axis = axis_for(volumes, 500_000.0, look, line)
    pixel = (NOMINAL_WIDTH[width] - sum(SIDES[width])) / ((axis.right - axis.left) / axis.column)
    placed, size = placed_dots(sorted(volumes), line, axis, pixel, look)
    radius, hair = size / 2 / pixel * axis.column, 1e-3
    assert all(dot.x - radius >= line - hair for dot in placed if dot.above)
    assert all(dot.x + radius <= line + hair for dot in placed if not dot.above)
    assert all(axis.left - hair <= dot.x - radius and dot.x + radius <= axis.right + hair for dot in placed)


def test_no_dot_stands_on_both_sides_of_the_limit() -> None:
    look, volumes = Look(LIGHT), [499_999.0, 500_000.0, 500_001.0]
    axis = axis_for(volumes, 500_000.0, look)
    placed, size = placed_dots(volumes, 500_000.0, axis, 42, look)
    limit = 500_000 / axis.column * 42
    within = [dot.x / axis.column * 42 + size / 2 <= limit + 1e-6 for dot in placed]
    assert (within, [dot.above for dot in placed]) == ([True, True, False], [False, False, True])


@pytest.mark.parametrize(
    ("volumes", "times", "extra"),
    [([0.0] * 50, 3, 0), ([100.0] * 47 + [301.0] * 3, 3, 1), ([100.0] * 46 + [301.0] * 4, 4, 0), ([450.0] * 50, 5, 0),
     ([100.0] * 40 + [650.0] * 9 + [9_000.0], 7, 1), ([40_000.0] * 50, 408, 0)],
)  # fmt: skip
def test_the_axis_ends_at_three_limits_unless_more_than_a_few_lie_past_it(
    volumes: list[float], times: int, extra: int
) -> None:
    axis = axis_for(volumes, 100.0, Look(LIGHT))
    assert (axis.times, axis.extra) == (times, extra)
    assert axis.columns <= COLUMNS["wide"]


@given(
    st.floats(1e3, 1e8), st.floats(1e3, 1e8), st.integers(0, 240), st.lists(st.integers(0, 300), max_size=4),
    st.sampled_from(WIDTHS), st.sampled_from([1.0, 0.4, 0.0]),
)  # fmt: skip
@settings(max_examples=80, deadline=None)
def test_labels_above_the_line_never_cover_each_other(
    limit_volume: float, median: float, crossed: int, statements: list[int], width: Width, left: float
) -> None:
    start = pd.Timestamp("2024-03-07")
    frame = made.cumulative()
    band = frame[frame["series"] == "seen"].reset_index(drop=True)
    band[list(made.QUANTILES)] *= median / 790_000
    days = [start + pd.Timedelta(days=min(crossed + ahead, 243)) for ahead in (-20, -5, 0, 5, 20)]
    crossing = pd.Series(dict(zip(made.QUANTILES, days, strict=True)))
    words = ("↗ By then: somebody", "model: 2 of 100")
    cited = [Cited((start + pd.Timedelta(days=day)).date(), limit_volume, words, "x") for day in statements]
    sheet = sheet_of(band, limit_volume, limit_volume * left, Look(LIGHT, width))
    found = labels(sheet, crossing, cited, ("Cap passed about 9 Aug", "90%: 12 Jun–14 Oct"))
    levels, _ = stacked(sheet, found, None, None)
    boxes = [(label.across, Extent(low, low + label.height)) for label, low in zip(found, levels, strict=True)]
    for place, (across, along) in enumerate(boxes):
        for other_across, other_along in boxes[:place]:
            beside = across.end <= other_across.start or other_across.end <= across.start
            assert beside or along.end <= other_along.start or other_along.end <= along.start


def sheet_of(band: pd.DataFrame, limit_volume: float, left: float, look: Look) -> Sheet:
    calendar = Calendar(date(2024, 1, 1), date(2024, 12, 31), NOMINAL_WIDTH[look.width] - 60)
    top, line = max(limit_volume, float(band["q95"].max())), ByDay((calendar.start, calendar.end), (limit_volume, left))
    return Sheet(Canvas(look), calendar, 400.0, top, 60.0, 4.0, band, limit_volume, line)


@given(st.floats(0, 400), st.floats(1, 60), st.lists(st.tuples(st.floats(0, 380), st.floats(1, 60)), max_size=5))
@settings(max_examples=150, deadline=None)
def test_a_free_place_touches_nothing(middle: float, height: float, spans: list[tuple[float, float]]) -> None:
    taken = [Extent(start, start + length) for start, length in spans]
    place = nearest_free(middle, height, taken, Extent(0, 400))
    if place is not None:
        assert all(place + height / 2 <= one.start + 1e-5 or place - height / 2 >= one.end - 1e-5 for one in taken)


@pytest.mark.parametrize(
    ("whole", "most", "step"), [(10, 5, 2), (1_500_000, 6, 250_000), (1, 3, 0.5), (0, 3, 1), (7, 7, 1), (nan, 3, 1)]
)
def test_steps_of_an_axis_are_round(whole: float, most: int, step: float) -> None:
    assert round_step(whole, most) == step


def test_steps_lie_within_the_axis() -> None:
    assert steps(410, 1_000, 3) == [600, 800, 1_000]
