"""Figures of the public record as they were looked at, and what must hold of them for any value."""

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.figures.cited import notified_in_words
from components.scene.canvas import Look
from components.theme import PALETTES, Mode, Width
from data import Evidence, read_evidence
from data.frames.timeline import writing_frame
from tests.cases.salt_case import write_case
from tests.components import record_frames as made
from tests.components.on_the_page import events as drawn_events
from tests.components.on_the_page import notified_by_year
from tests.goldens import matches_golden

LIGHT = PALETTES["light"]
LOOK = Look(LIGHT)
LOOKS: list[tuple[Mode, Width]] = [("light", "wide"), ("light", "narrow"), ("dark", "wide")]
HOSTILE = '<b onclick="x">bold</b>\n$x^2$ &amp; ' + "long " * 30
QUOTED = [("e1", "shipments", "Salt sold", "2039-01/2039-12"), ("e2", "shipments", "Seen at sea", "2039-06-01")]


@pytest.fixture(scope="module")
def evidence(tmp_path_factory: pytest.TempPathFactory) -> Evidence:
    folder = write_case(tmp_path_factory.mktemp("cited") / "seeds", documents=1)
    return made.without_fingerprint(read_evidence(folder))


def words_of(figure: go.Figure) -> str:
    return "\n".join(annotation.text or "" for annotation in figure.layout.annotations)


def lines_of(figure: go.Figure) -> list[Any]:
    return [trace for trace in figure.data if trace.type == "scatter" and trace.mode == "lines"]


def clicked(figure: go.Figure) -> list[str]:
    return [str(opened[0]) for trace in figure.data if trace.customdata is not None for opened in trace.customdata]


def notified(evidence: Evidence, look: Look = LOOK, headline: pd.Series | None = None, **kinds: Any) -> go.Figure:
    return notified_by_year(*made.notified(**kinds), evidence, look, headline)


def on_timeline(rows: pd.DataFrame, evidence: Evidence, look: Look = LOOK) -> go.Figure:
    return drawn_events(rows, writing_frame(evidence), None, evidence, look)


def together(*frames: pd.DataFrame) -> pd.DataFrame:
    return pd.concat(frames, ignore_index=True)


# What was notified


@pytest.mark.parametrize(("mode", "width"), LOOKS)
def test_the_notified_columns_are_as_they_were_looked_at(evidence: Evidence, mode: Mode, width: Width) -> None:
    figure = notified(evidence, Look(PALETTES[mode], width), made.headline())
    assert matches_golden(figure, f"notified-{width}-{mode}")


def test_a_total_with_a_converted_part_is_marked_as_about(evidence: Evidence) -> None:
    words = words_of(notified(evidence))
    assert "<b>~ 401</b>" in words
    assert "<b>280.5</b>" in words


def test_a_total_with_a_rounded_part_is_about_in_its_own_precision_and_stays_hatched(evidence: Evidence) -> None:
    entries = [("Upper Vale", 2030, 105_000.0, False, "2030-01-01", "2030-12-31"),
               ("Hill Coast", 2030, 15_279.0, False, "2030-01-01", "2030-12-31")]  # fmt: skip
    exact = notified(evidence, entries=entries, limit=500_000.0)
    about = notified(evidence, entries=entries, limit=500_000.0, rounded=("Upper Vale",))
    texts = [annotation.text for annotation in about.layout.annotations]
    assert "<b>~ 120,000</b>" in texts
    assert [text for text in texts if text in ("~ 105,000", "105,000", "~ 15,279", "15,279")] == ["~ 105,000", "15,279"]
    assert "<b>120,279</b>" in words_of(exact)
    assert [trace.marker.pattern.shape for trace in about.data if trace.type == "bar"] == [
        trace.marker.pattern.shape for trace in exact.data if trace.type == "bar"
    ]
    assert about.layout.shapes == exact.layout.shapes


def test_an_incomplete_year_names_the_months_it_covers(evidence: Evidence) -> None:
    words = words_of(notified(evidence))
    assert "Jan–Nov" in words
    assert "Jan only" in words
    assert words.count("incomplete") == 3  # two years, and once in the title


def test_a_supplier_that_notified_nothing_is_a_zero_and_one_that_is_absent_a_dash(evidence: Evidence) -> None:
    texts = [annotation.text for annotation in notified(evidence).layout.annotations]
    assert "0" in texts
    assert "–" in texts


def test_a_click_on_a_column_opens_its_largest_row(evidence: Evidence) -> None:
    assert clicked(notified(evidence)) == ["record:notified-000", "record:notified-003", "record:notified-004"]


def test_the_limit_is_a_line_only_in_the_years_in_which_it_held(evidence: Evidence) -> None:
    years, rows = made.notified()
    years.loc[years["year"] == 2030, "limit_volume"] = np.nan
    figure = notified_by_year(years, rows, evidence, LOOK)
    lines = [trace for trace in lines_of(figure) if trace.line.color == LIGHT.limit]
    assert [list(line.x) for line in lines] == [[0.5, 2.5]]
    assert "in any year in which it held; both are incomplete" in words_of(figure).replace("</b><br><b>", " ")


def test_a_reported_number_stands_beside_the_columns_with_its_operator_and_claims(evidence: Evidence) -> None:
    figure = notified(evidence, headline=made.headline())
    assert "<b>&gt; 1,000</b><br>reported [S01]" in words_of(figure)
    assert figure.layout.yaxis.range[1] > 1_000


def test_a_reported_number_far_beyond_the_limit_does_not_flatten_the_columns(evidence: Evidence) -> None:
    far = made.headline()
    far["volume"] = 1_000_000.0
    assert notified(evidence, headline=far).layout.yaxis.range[1] < 1_000


def test_reported_and_notified_are_never_stacked(evidence: Evidence) -> None:
    without, with_reported = notified(evidence), notified(evidence, headline=made.headline())
    bars = [[list(trace.y) for trace in figure.data if trace.type == "bar" and trace.marker.pattern.shape]
            for figure in (without, with_reported)]  # fmt: skip
    assert bars[0] == bars[1]


def test_a_period_that_spans_new_year_is_named_after_both(evidence: Evidence) -> None:
    entries = [("Upper Vale", 2030, 10.0, False, "2030-12-22", "2031-12-21")]
    assert "<b>2030/31</b>" in words_of(notified(evidence, entries=entries, starts="12-22"))


def test_of_thirty_suppliers_the_smallest_are_shown_together(evidence: Evidence) -> None:
    entries = [(f"Vale {n:02}", 2030, float(n), False, "2030-01-01", "2030-12-31") for n in range(1, 31)]
    words = words_of(notified(evidence, entries=entries))
    assert "26 other suppliers" in words
    assert "<b>465</b>" in words


def test_more_periods_than_there_is_room_for_become_rows(evidence: Evidence) -> None:
    entries = [("Upper Vale", year, 10.0, False, f"{year}-01-01", f"{year}-12-31") for year in range(2000, 2030)]
    figure = notified(evidence, entries=entries)
    assert {trace.orientation for trace in figure.data if trace.type == "bar"} == {"h"}
    assert len(clicked(figure)) == 30


@pytest.mark.parametrize("width", ["wide", "medium", "narrow"])
def test_without_any_row_the_notified_figure_says_so(evidence: Evidence, width: Width) -> None:
    assert "No notified number in this dataset" in words_of(notified(evidence, Look(LIGHT, width), entries=[]))


@pytest.mark.parametrize("width", ["wide", "medium", "narrow"])
def test_a_hostile_supplier_stays_text(evidence: Evidence, width: Width) -> None:
    entries = [(HOSTILE, 2030, 510.0, False, "2030-01-01", "2030-06-15")]
    figure = notified(evidence, Look(LIGHT, width), entries=entries)
    hovers = [hover for trace in figure.data if trace.customdata is not None for hover in trace.hovertext]
    assert "<b onclick" not in words_of(figure) + "".join(hovers)
    assert "\n" not in "".join(hovers)


@given(
    st.lists(st.floats(0, 1e12), min_size=1, max_size=12), st.sampled_from(["wide", "medium", "narrow"]), st.booleans()
)
@settings(max_examples=30, deadline=None)
def test_any_notified_volumes_can_be_drawn(
    evidence: Evidence, volumes: list[float], width: Width, tonnes: bool
) -> None:
    entries = [(f"Vale {n % 3}", 2030 + n, volume, tonnes, f"{2030 + n}-01-01", f"{2030 + n}-12-31")
               for n, volume in enumerate(volumes)]  # fmt: skip
    figure = notified(evidence, Look(LIGHT, width), made.headline(), entries=entries)
    assert "nan" not in words_of(figure)
    assert len(clicked(figure)) == len(volumes)


def test_the_alternative_text_names_every_year_with_its_parts(evidence: Evidence) -> None:
    text = notified_in_words(*made.notified(), ("notified-009",), evidence)
    assert "2030: ~ 401 (Hill Coast ~ 160, Upper Vale 241)" in text
    assert "2031: 91 (Hill Coast 91 (Jan–Nov), Upper Vale 0)" in text
    assert "[notified-009]" in text


def test_the_alternative_text_says_about_where_the_source_rounds(evidence: Evidence) -> None:
    text = notified_in_words(*made.notified(rounded=("Hill Coast",)), (), evidence)
    assert "2031: ~ 91 (Hill Coast ~ 91 (Jan–Nov), Upper Vale 0)" in text
    assert "2032: ~ 280.5 (Hill Coast ~ 280.5 (Jan only))" in text


# Quoted and cited events together


@pytest.mark.parametrize(("mode", "width"), LOOKS)
def test_the_timeline_with_the_public_record_is_as_it_was_looked_at(
    evidence: Evidence, mode: Mode, width: Width
) -> None:
    rows = together(made.events(QUOTED, cited=False), made.events())
    assert matches_golden(on_timeline(rows, evidence, Look(PALETTES[mode], width)), f"timeline-record-{width}-{mode}")


def test_without_cited_events_the_timeline_is_what_it_was(evidence: Evidence) -> None:
    quoted = made.events(QUOTED, cited=False)
    before = quoted.drop(columns=["cited", "record_ids"])
    assert on_timeline(quoted, evidence).to_json() == on_timeline(before, evidence).to_json()


def test_a_quoted_day_is_filled_and_a_cited_day_hollow(evidence: Evidence) -> None:
    figure = on_timeline(together(made.events(QUOTED, cited=False), made.events()), evidence)
    fills = [trace.marker.color for trace in figure.data if trace.type == "scatter"]
    assert fills == [LIGHT.lanes[0], LIGHT.paper]


@pytest.mark.parametrize(("published", "lines"), [("2039-09-03", 2), ("2039-03-05", 0), ("2049-01-01", 1)])
def test_a_line_leads_from_a_cited_day_to_the_one_on_which_it_was_published(
    evidence: Evidence, published: str, lines: int
) -> None:
    cited = made.events([("quay-001", "shipments", "Barge", "2039-03-03")]).assign(published=pd.Timestamp(published))
    figure = on_timeline(together(made.events(QUOTED, cited=False), cited), evidence)
    drawn = [shape for shape in figure.layout.shapes if shape.type == "line" and shape.line.color == LIGHT.cited]
    # A stroke ends the line; past the axis there is none, and so few days are told on hover alone.
    assert len(drawn) == lines
    assert ("─┤ leads to the day of publication" in words_of(figure)) == bool(lines)
    assert [str(shape.x0) for shape in drawn[:1]] == ["2039-03-03"][: len(drawn)]
    assert [str(shape.x0) for shape in drawn[1:]] == [published][: len(drawn) - 1]


def test_events_from_years_away_are_counted_at_the_edge_and_do_not_squeeze_the_months(evidence: Evidence) -> None:
    figure = on_timeline(together(made.events(QUOTED, cited=False), made.events()), evidence)
    start, end = figure.layout.xaxis.range
    assert start.year >= 2038
    assert end.year <= 2040
    words = words_of(figure)
    assert "◁ 1 earlier, from 2017" in words
    assert "1 later, to May 2049 ▷" in words
    assert "count the 2 that lie beyond this axis" in words


def test_the_arrow_at_the_edge_opens_the_nearest_event_beyond(evidence: Evidence) -> None:
    figure = on_timeline(together(made.events(QUOTED, cited=False), made.events()), evidence)
    assert sorted(clicked(figure)) == [
        "count-001",
        "e1",
        "e2",
        "law-001",
        "law-002",
        "quay-001",
        "quay-002",
        "stock-001",
    ]


def test_cited_events_alone_have_an_axis_of_their_own_with_those_from_far_away_at_its_edges(evidence: Evidence) -> None:
    figure = on_timeline(made.events(), evidence)
    assert [day.year for day in figure.layout.xaxis.range] == [2039, 2039]
    assert "◁ 1 earlier, from 2017" in words_of(figure)
    assert "1 later, to May 2049 ▷" in words_of(figure)


def test_more_single_days_than_can_be_named_share_rows(evidence: Evidence) -> None:
    days = [(f"quay-{n:03}", "shipments", f"Barge {n}", f"2039-{n % 12 + 1:02}-{n % 28 + 1:02}") for n in range(40)]
    figure = on_timeline(together(made.events(QUOTED, cited=False), made.events(days)), evidence)
    assert "40 short events, named on hover and click" in words_of(figure)
    assert len(clicked(figure)) == 42
    assert figure.layout.height < 900


def test_of_very_many_events_quoted_and_cited_are_counted_apart(evidence: Evidence) -> None:
    rows = together(*[made.events(QUOTED, cited=False)] * 60, *[made.events()] * 20)
    figure = on_timeline(rows, evidence)
    hovers = [text for trace in figure.data for text in trace.hovertext]
    assert "60 quoted events in June 2039" in hovers
    assert "40 cited events in March 2039" in hovers


@pytest.mark.parametrize("width", ["wide", "medium", "narrow"])
def test_a_hostile_cited_event_stays_text(evidence: Evidence, width: Width) -> None:
    rows = made.events([("h-1", "shipments", HOSTILE, "2039-03-07"), ("h-2", "shipments", HOSTILE, "2039-01/2039-12")])
    figure = on_timeline(rows, evidence, Look(LIGHT, width))
    hovers = [text for trace in figure.data if trace.type == "bar" for text in trace.hovertext]
    assert "<b onclick" not in words_of(figure) + "".join(hovers)


@pytest.mark.parametrize("text", ["0001-01-01", "9999-12-31", "2039-03/..", "../2039-03", "[..2039-03-01]", "XXXX-06"])
def test_a_cited_event_of_any_form_can_be_drawn(evidence: Evidence, text: str) -> None:
    rows = together(made.events(QUOTED, cited=False), made.events([("x-1", "shipments", "An event", text)]))
    assert on_timeline(rows, evidence).layout.height > 0
