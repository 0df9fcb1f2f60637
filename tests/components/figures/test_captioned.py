"""Figures as they were looked at, and what must hold for any value."""

from math import atan2, pi

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.figures.gauge import DialWords
from components.scene.canvas import Look
from components.scene.furniture import Words, safe
from components.scene.packing import Extent, packed
from components.theme import PALETTES, Width
from data import Evidence, read_evidence, timeline_frame, volumes_frame
from data.frames.reported import headline_row
from data.frames.timeline import writing_frame
from tests.components.on_the_page import bullets, dial, events, gauge
from tests.goldens import matches_golden

LOOK = Look(PALETTES["light"])
ON_DIAL = DialWords("cap", "salt", "tonnes", "standing", empty="No number is reported\nReason")


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    found = read_evidence()
    # The fingerprint changes with every comma of the seeds; the look does not.
    object.__setattr__(found, "fingerprint", "0123456789abcdef")
    return found


def row(operator: str, volume: float, low: float, high: float) -> pd.Series:
    return pd.Series({"operator": operator, "volume": volume, "low": low, "high": high, "limit_volume": 500.0,
                      "claim_ids": ("S01",), "comparable": True})  # fmt: skip


def drawn(volume: float) -> go.Figure:
    return dial(row("=", volume, volume, volume), 500.0, Words("title"), ON_DIAL, LOOK)


def drawn_bullets(evidence: Evidence, look: Look) -> go.Figure:
    limit = evidence.headline_limit
    assert limit is not None
    return bullets(volumes_frame(evidence), limit, evidence, look)


def drawn_timeline(rows: pd.DataFrame, evidence: Evidence, look: Look) -> go.Figure:
    headline = headline_row(volumes_frame(evidence), evidence)
    return events(rows, writing_frame(evidence), headline, evidence, look)


def arc_end(figure: go.Figure) -> float:
    """The share of the dial that the ink arc covers, measured on its outer edge."""
    arcs = [trace for trace in figure.data if trace.fill == "toself" and trace.fillcolor == PALETTES["light"].ink]
    if not arcs:
        return 0.0
    x, y = np.asarray(arcs[0].x), np.asarray(arcs[0].y)
    outer = np.hypot(x, y) > 0.9
    return 1 - min(atan2(b, a) for a, b in zip(x[outer], y[outer], strict=True)) / pi


def limit_line(figure: go.Figure) -> list[float]:
    lines = [trace for trace in figure.data if trace.line.color == PALETTES["light"].limit]
    return [round(float(value), 6) for trace in lines for value in (*trace.x, *trace.y)]


def words_of(figure: go.Figure) -> str:
    return "\n".join(annotation.text or "" for annotation in figure.layout.annotations)


@pytest.mark.parametrize(
    ("percent", "share"),
    [(0, 0), (50, 1 / 6), (99.9, 0.333), (100, 1 / 3), (101, 0.33667), (200, 2 / 3), (450, 0.75), (8_000, 0.8)],
)
def test_the_arc_is_proportional_whatever_the_value(percent: float, share: float) -> None:
    assert arc_end(drawn(5 * percent)) == pytest.approx(share, abs=0.001)


@pytest.mark.parametrize(
    ("percent", "share"),
    [(0, 1 / 3), (50, 1 / 3), (99.9, 1 / 3), (101, 1 / 3), (200, 1 / 3), (450, 1 / 6), (900, 0.1), (8_000, 0.01)],
)
def test_the_line_of_the_limit_is_proportional_too_and_named(percent: float, share: float) -> None:
    figure = drawn(5 * percent)
    found = limit_line(figure)
    assert [1 - atan2(found[at + 2], found[at]) / pi for at in (0, 1)] == pytest.approx([share, share], abs=1e-4)
    assert "<b>cap 500</b>" in words_of(figure)


@pytest.mark.parametrize(
    ("percent", "said"),
    [(450, "Scale: six times the cap"), (900, "Scale: ten times the cap"), (8_000, "Scale: 100 times the cap")],
)
def test_a_longer_scale_is_said(percent: float, said: str) -> None:
    assert f"<b>{said}</b>" in words_of(drawn(5 * percent))


def test_the_usual_scale_of_three_times_the_limit_is_not_said() -> None:
    assert "Scale" not in words_of(drawn(1500))


def test_a_floor_ends_in_three_chevrons_and_the_words_or_more() -> None:
    figure = dial(row(">", 1000, 1000, np.inf), 500.0, Words("title"), ON_DIAL, LOOK)
    chevrons = [trace for trace in figure.data if trace.mode == "lines" and trace.x is not None and len(trace.x) == 3]
    assert len(chevrons) == 3
    assert "or more" in words_of(figure)


def test_a_ceiling_is_an_outline_and_no_solid_arc() -> None:
    figure = dial(row("<=", 400, 0, 400), 500.0, Words("title"), ON_DIAL, LOOK)
    assert arc_end(figure) == 0.0
    assert any(trace.line.dash == "dot" for trace in figure.data)


def test_without_a_number_the_track_is_empty_and_says_why() -> None:
    figure = dial(None, 500.0, Words("title"), ON_DIAL, LOOK)
    assert arc_end(figure) == 0.0
    assert "No number is reported" in words_of(figure)


def test_the_gauge_of_the_case_shows_the_number_with_its_operator(evidence: Evidence) -> None:
    figure = gauge(headline_row(volumes_frame(evidence), evidence), evidence, LOOK)
    assert "<b>&gt; 1,000,000</b>" in words_of(figure)


def test_a_click_on_the_gauge_names_the_claim_and_one_on_the_limit_its_claim_and_its_rule(evidence: Evidence) -> None:
    figure = gauge(headline_row(volumes_frame(evidence), evidence), evidence, LOOK)
    assert {claims for trace in figure.data if trace.customdata for (claims,) in trace.customdata} == {
        "A04",
        "A14, record:un-rule-001",
    }


def test_series_without_a_number_keep_their_place_in_words(evidence: Evidence) -> None:
    limit, rows = evidence.headline_limit, volumes_frame(evidence)
    assert limit is not None
    figure = bullets(rows[rows["series"] == "reported"], limit, evidence, LOOK)
    assert "no notified figure in this dataset" in words_of(figure)
    assert "no modelled figure in this dataset" in words_of(figure)


def test_every_event_of_the_timeline_can_be_clicked(evidence: Evidence) -> None:
    figure = drawn_timeline(timeline_frame(evidence), evidence, LOOK)
    clickable = [event for trace in figure.data if trace.type == "bar" for (event,) in trace.customdata]
    assert len(clickable) == 17


def test_of_very_many_events_those_within_a_month_are_counted_by_it(evidence: Evidence) -> None:
    many = pd.concat([timeline_frame(evidence)] * 30, ignore_index=True)
    figure = drawn_timeline(many, evidence, LOOK)
    hovers = [text for trace in figure.data for text in trace.hovertext]
    assert [text for text in hovers if "may fall" not in text] == ["30 events in June 2024"]
    # Of the other events of that lane one may have been in June too, one in July; no bar stands where none can.
    assert "30 events that may fall in June 2024" in hovers
    assert not [text for text in hovers if "2023" in text]
    assert "30 events of 510 lie within one month" in words_of(figure)


def test_text_from_outside_cannot_become_markup_of_the_chart() -> None:
    assert safe('<a href="x">&amp;</a>') == '&lt;a href="x"&gt;&amp;amp;&lt;/a&gt;'


@given(st.lists(st.tuples(st.floats(0, 1000), st.floats(0, 300)), max_size=40))
@settings(max_examples=150, deadline=None)
def test_packed_labels_never_touch(spans: list[tuple[float, float]]) -> None:
    extents = [Extent(start, start + length) for start, length in spans]
    rows = packed(extents, gap=5)
    for one, first in enumerate(extents):
        for other, second in enumerate(extents[:one]):
            if rows[one] == rows[other]:
                assert first.start >= second.end + 5 or second.start >= first.end + 5


@pytest.mark.parametrize("width", ["wide", "medium", "narrow"])
def test_the_gauge_is_as_it_was_looked_at(evidence: Evidence, width: Width) -> None:
    row = headline_row(volumes_frame(evidence), evidence)
    assert matches_golden(gauge(row, evidence, Look(PALETTES["light"], width)), f"gauge-{width}")


@pytest.mark.parametrize("width", ["wide", "narrow"])
def test_the_bullet_rows_are_as_they_were_looked_at(evidence: Evidence, width: Width) -> None:
    figure = drawn_bullets(evidence, Look(PALETTES["light"], width))
    assert matches_golden(figure, f"bullets-{width}")


@pytest.mark.parametrize("width", ["wide", "narrow"])
def test_the_timeline_is_as_it_was_looked_at(evidence: Evidence, width: Width) -> None:
    figure = drawn_timeline(timeline_frame(evidence), evidence, Look(PALETTES["light"], width))
    assert matches_golden(figure, f"timeline-{width}")


def test_the_timeline_in_the_dark_is_as_it_was_looked_at(evidence: Evidence) -> None:
    figure = drawn_timeline(timeline_frame(evidence), evidence, Look(PALETTES["dark"]))
    assert matches_golden(figure, "timeline-dark")
