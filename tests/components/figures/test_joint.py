"""Figures of the estimate with what else was notified: what the volume is held against, beside the limit itself."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from math import atan2, pi
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from components.figures.captioned import bullets_in_words, gauge_in_words
from components.scene.canvas import Look
from components.theme import PALETTES, Width
from data import Evidence, volumes_frame
from data.frames.reported import headline_row
from tests.components import whole_estimate as made
from tests.components.joint_estimate import NOTHING_FILED, ROOM, joint_estimate, others_left
from tests.components.on_the_page import bullets, cumulative_of, dots_of, gauge, tornado_of
from tests.components.volumes_rows import estimate_of, modelled_rows, notified_row, reported_row
from tests.components.whole_estimate import whole_estimate
from tests.goldens import matches_golden

LIGHT = PALETTES["light"]
WIDTHS: tuple[Width, ...] = ("wide", "medium", "narrow")
FIGURES = {"dots": dots_of, "cumulative": cumulative_of, "tornado": tornado_of}
STRONG, LEFT = 5, 203_793
LABEL = "UN cap less what else was notified 203,793"


@pytest.fixture(scope="module")
def still(evidence: Evidence) -> Evidence:
    """The evidence with a fingerprint that does not change with every comma of the seeds, nor a version or a day."""
    return replace(evidence, fingerprint="0123456789abcdef", case=evidence.case.model_copy(update={"version": "0.0.0"}))


def words_of(figure: go.Figure) -> str:
    hover = [text for trace in figure.data for text in _listed(trace.text)]
    return "\n".join([annotation.text or "" for annotation in figure.layout.annotations] + hover)


def _listed(text: Any) -> Sequence[str]:
    return [] if text is None else [text] if isinstance(text, str) else list(text)


def uprights(figure: go.Figure, **line: Any) -> list[float]:
    """Where the vertical lines in the colour of the limit stand that look so."""
    lines = [shape for shape in figure.layout.shapes if shape.type == "line" and shape.line.color == LIGHT.limit]
    return [shape.x0 for shape in lines if all(shape.line[key] == value for key, value in line.items())]


def curve(figure: go.Figure, width: float) -> list[tuple[str, float]]:
    """The days and volumes of the curve in the colour of the limit that is so wide."""
    found = next(
        trace
        for trace in figure.data
        if trace.line.color == LIGHT.limit and trace.line.width == width and not trace.fill
    )
    return [(str(day)[:10], round(float(volume))) for day, volume in zip(found.x, found.y, strict=True)]


def window(figure: go.Figure) -> list[Any]:
    return [trace for trace in figure.data if trace.fill == "toself" and trace.line.color == LIGHT.limit]


def middle(part: Any, day: str) -> float:
    """Halfway up a piece of the window on a day."""
    levels = [float(y) for x, y in zip(part.x, part.y, strict=True) if str(x)[:10] == day]
    return (min(levels) + max(levels)) / 2


@pytest.mark.parametrize("draw", [dots_of, tornado_of])
def test_the_strong_line_is_what_others_left_and_the_dashed_one_the_limit(draw: Any, evidence: Evidence) -> None:
    figure = draw(joint_estimate(), evidence, Look(LIGHT))
    assert uprights(figure, width=STRONG) == [LEFT]
    assert uprights(figure, dash="dash") == [500_000]
    assert f"<b>{LABEL}</b>" in words_of(figure)
    assert "UN cap 500,000" in words_of(figure)


@pytest.mark.parametrize("one", [whole_estimate(), joint_estimate(NOTHING_FILED)])
@pytest.mark.parametrize("draw", [dots_of, tornado_of])
def test_alone_and_with_nothing_notified_there_is_one_line(draw: Any, one: Any, evidence: Evidence) -> None:
    figure = draw(one, evidence, Look(LIGHT))
    assert (uprights(figure, width=STRONG), uprights(figure, dash="dash")) == ([500_000], [])


@pytest.mark.parametrize("draw", [dots_of, tornado_of])
def test_where_others_left_nothing_no_line_is_drawn_and_the_label_says_so(draw: Any, evidence: Evidence) -> None:
    figure = draw(joint_estimate(others_left(-2_500)), evidence, Look(LIGHT))
    assert (uprights(figure, width=STRONG), uprights(figure, dash="dash")) == ([], [500_000])
    assert "<b>UN cap less what else was notified: nothing left</b>" in words_of(figure)


def test_dots_are_solid_above_what_others_left(evidence: Evidence) -> None:
    figure = dots_of(joint_estimate(others_left(600_000.0 - 1)), evidence, Look(LIGHT))
    dots = [trace for trace in figure.data if trace.mode == "markers" and trace.marker.line.color == LIGHT.model]
    hollow = next(trace for trace in dots if trace.marker.color == LIGHT.paper)
    volumes = sorted(made.dots().query("series == 'seen'")["volume"])
    assert len(hollow.x) == sum(volume <= 599_999 for volume in volumes) > 1
    assert all(text.endswith(" barrels, not above what is left of the UN cap") for text in hollow.text)


def test_no_words_call_a_single_supplier_within_or_below_a_joint_limit(evidence: Evidence) -> None:
    for one in (joint_estimate(), whole_estimate(room=ROOM), joint_estimate(others_left(700_000.0))):
        assert "within the UN cap" not in words_of(dots_of(one, evidence, Look(LIGHT)))


def test_the_axis_of_the_dots_counts_in_limits(evidence: Evidence) -> None:
    figure = dots_of(joint_estimate(), evidence, Look(LIGHT))
    ticks = {note.text: note.x for note in figure.layout.annotations if "×" in (note.text or "")}
    assert [ticks[f"{many}00,000<br>{times}× UN cap"] for many, times in ((5, 1), ("1,0", 2))] == [500_000, 1_000_000]


def test_the_line_by_day_falls_and_the_limit_is_dashed(evidence: Evidence) -> None:
    figure = cumulative_of(joint_estimate(), evidence, Look(LIGHT))
    line = curve(figure, 4)
    assert (line[0], line[-1]) == (("2024-01-01", 500_000), ("2024-12-31", LEFT))
    assert ("2024-02-01", 458_725) in line  # 15,279 and 31 of 335 days of 280,928 less
    assert {volume for _, volume in curve(figure, 1.5)} == {500_000}


def test_the_window_lies_on_the_falling_line(evidence: Evidence) -> None:
    outer, inner = window(cumulative_of(joint_estimate(), evidence, Look(LIGHT)))
    for part, days in ((outer, ("05-13", "08-01")), (inner, ("06-04", "07-06"))):
        for day in days:
            gone = (date.fromisoformat(f"2024-{day}") - date(2024, 1, 1)).days
            assert middle(part, f"2024-{day}") == pytest.approx(500_000 - 15_279 - 280_928 * gone / 335)


def test_the_middle_of_the_window_lies_on_the_line_on_its_day(evidence: Evidence) -> None:
    figure = cumulative_of(joint_estimate(), evidence, Look(LIGHT))
    (tick,) = [trace for trace in figure.data if trace.line.color == LIGHT.limit and trace.line.width == STRONG]
    assert str(tick.x[0])[:10] == "2024-06-20"
    assert sum(tick.y) / 2 == pytest.approx(500_000 - 15_279 - 280_928 * 171 / 335)


def test_a_statement_stands_at_its_own_volume_not_on_the_line(evidence: Evidence) -> None:
    figure = cumulative_of(joint_estimate(), evidence, Look(LIGHT))
    (sign,) = [trace for trace in figure.data if trace.marker.symbol == "diamond"]
    assert (sign.x[0], sign.y[0]) == (date(2024, 5, 2), 500_000)


def test_both_numbers_stand_at_the_end_of_the_line(evidence: Evidence) -> None:
    wide, narrow = (
        words_of(cumulative_of(joint_estimate(), evidence, Look(LIGHT, width))) for width in ("wide", "narrow")
    )
    assert "<b>UN cap 500,000 less</b><br><b>what else was notified:</b><br><b>203,793</b>" in wide
    assert "<b>203,793 left of</b><br><b>UN cap 500,000</b>" in narrow


@pytest.mark.parametrize(
    "days", [("01-20", "01-25", "02-01", "02-03", "02-09"), ("11-08", "11-15", "11-20", "11-25", "12-01")]
)
@pytest.mark.parametrize("width", WIDTHS)
def test_a_crossing_before_the_first_trip_or_after_the_last_is_on_the_axis(
    days: tuple[str, ...], width: Width, evidence: Evidence
) -> None:
    figure = cumulative_of(joint_estimate(crossing=made.crossing(1.0, days)), evidence, Look(LIGHT, width))
    outer, _ = window(figure)
    assert [str(min(outer.x))[:10], str(max(outer.x))[:10]] == [f"2024-{days[0]}", f"2024-{days[-1]}"]
    start, end = (str(edge) for edge in figure.layout.xaxis.range)
    assert start <= str(min(outer.x))[:10] <= str(max(outer.x))[:10] <= end


def test_where_others_left_nothing_the_line_ends_on_the_axis(evidence: Evidence) -> None:
    figure = cumulative_of(joint_estimate(others_left(-500_000)), evidence, Look(LIGHT))
    assert curve(figure, 4)[-1] == ("2024-12-31", 0)
    assert "nothing left" in words_of(figure)


def shares(figure: go.Figure, **line: Any) -> list[float]:
    """At which shares of the dial the straight lines in the colour of the limit stand that look so."""
    found = [trace for trace in figure.data if trace.line.color == LIGHT.limit and len(trace.x) == 2]
    chosen = [trace for trace in found if all(trace.line[key] == value for key, value in line.items())]
    return [round(1 - atan2(trace.y[0], trace.x[0]) / pi, 4) for trace in chosen]


def held(evidence: Evidence, one: Any, width: Width = "wide") -> go.Figure:
    row = headline_row(volumes_frame(evidence), evidence)
    return gauge(row, evidence, Look(LIGHT, width), one)


def test_the_gauge_marks_what_others_left_beside_the_limit(evidence: Evidence) -> None:
    figure = held(evidence, joint_estimate())
    assert shares(figure, dash="dash") == [round(LEFT / 1_500_000, 4)]
    assert shares(figure, width=6) == [0.3333]
    assert "less what else<br>was notified<br>203,793" in words_of(figure)


def test_a_narrow_gauge_has_the_number_at_the_mark_and_its_words_in_the_keys(evidence: Evidence) -> None:
    notes = [note.text for note in held(evidence, joint_estimate(), "narrow").layout.annotations]
    assert "203,793" in notes
    assert any("<b>UN cap</b> less what else was notified" in (note or "") for note in notes)


def test_alone_the_gauge_has_the_limit_only(evidence: Evidence) -> None:
    assert shares(held(evidence, whole_estimate()), dash="dash") == []


def test_a_gauge_of_which_others_left_nothing_says_so_in_its_keys(evidence: Evidence) -> None:
    figure = held(evidence, joint_estimate(others_left(-2_500)))
    assert shares(figure, dash="dash") == []
    assert "less what else was notified: nothing left" in words_of(figure)


def rows_of_all_series() -> list[dict[str, Any]]:
    return [reported_row(1e6), *modelled_rows(estimate_of(above_limit=(1.0, 1.0))), notified_row(280_928)]


def drawn(evidence: Evidence, one: Any, width: Width = "wide") -> go.Figure:
    limit = evidence.headline_limit
    assert limit is not None
    return bullets(pd.DataFrame(rows_of_all_series()), limit, evidence, Look(LIGHT, width), one)


def test_the_thin_line_runs_over_the_rows_that_are_not_others_own(evidence: Evidence) -> None:
    figure = drawn(evidence, joint_estimate())
    (thin,) = [shape for shape in figure.layout.shapes if shape.line.dash == "dash"]
    assert (thin.x0, thin.x1, thin.y0) == (LEFT, LEFT, 0.5)  # the notified row is the lowest of four
    assert thin.y1 > 3.5
    assert LABEL in words_of(figure)


def test_a_modelled_row_says_what_it_is_held_against(evidence: Evidence) -> None:
    words = words_of(drawn(evidence, joint_estimate())).replace("\u00a0", " ").replace("<br>", " ")
    assert "over what is left of the UN cap in" in words
    assert "over the UN cap in" in words_of(drawn(evidence, whole_estimate()))


def test_alone_the_rows_have_no_second_line(evidence: Evidence) -> None:
    assert [shape for shape in drawn(evidence, whole_estimate()).layout.shapes if shape.line.dash == "dash"] == []


def test_alternative_texts_name_the_thin_line(evidence: Evidence) -> None:
    row = headline_row(volumes_frame(evidence), evidence)
    frame = pd.DataFrame(rows_of_all_series())
    assert f"Thin line: {LABEL}. " in gauge_in_words(row, evidence, joint_estimate())
    assert f"Thin line: {LABEL}. " in bullets_in_words(frame, evidence, joint_estimate())
    assert "Thin line" not in gauge_in_words(row, evidence, whole_estimate())
    assert "Thin line" not in bullets_in_words(frame, evidence, whole_estimate())


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", FIGURES)
def test_the_figures_of_the_estimate_with_others_are_as_they_were_looked_at(
    name: str, width: Width, still: Evidence
) -> None:
    assert matches_golden(FIGURES[name](joint_estimate(), still, Look(LIGHT, width)), f"joint-{name}-{width}")


@pytest.mark.parametrize("width", WIDTHS)
def test_gauge_and_rows_with_others_are_as_they_were_looked_at(width: Width, still: Evidence) -> None:
    assert matches_golden(held(still, joint_estimate(), width), f"joint-gauge-{width}")
    assert matches_golden(drawn(still, joint_estimate(), width), f"joint-bullets-{width}")
