"""Bullet rows of all three series: bars, bands and hatching, what stands beside them, and the finding above."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from components.figures.captioned import bullets_in_words
from components.scene.canvas import Look
from components.sentences.volumes import bullets_headline
from components.theme import PALETTES, Mode, Width
from data import Evidence, read_evidence
from data.models.assumptions import NotEstimated
from tests.components.on_the_page import bullets
from tests.components.volumes_rows import NOT_KNOWN, estimate_of, modelled_rows, notified_row, reported_row
from tests.goldens import matches_golden

LIGHT = PALETTES["light"]
FULL = [
    reported_row(1_000_000),
    *modelled_rows(estimate_of()),
    notified_row(280_928),
    notified_row(15_279, "Salt Isle"),
]


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    found = read_evidence()
    object.__setattr__(found, "fingerprint", "0123456789abcdef")
    return found


def drawn(rows: list[dict[str, Any]], evidence: Evidence, look: Look | None = None, estimate: Any = None) -> go.Figure:
    limit = evidence.headline_limit
    assert limit is not None
    return bullets(pd.DataFrame(rows), limit, evidence, look or Look(LIGHT), estimate or estimate_of())


def boxes(figure: go.Figure, colour: str) -> list[tuple[float, float]]:
    return [(shape.x0, shape.x1) for shape in figure.layout.shapes if shape.fillcolor == colour]


def words_of(figure: go.Figure) -> str:
    return "\n".join(annotation.text or "" for annotation in figure.layout.annotations).replace("\u00a0", " ")


def shares_above(*shares: float) -> list[dict[str, Any]]:
    return modelled_rows(estimate_of(above_limit=(shares[0], shares[-1])))


def test_a_modelled_row_is_a_band_with_a_dark_middle_half(evidence: Evidence) -> None:
    figure = drawn(FULL, evidence)
    assert boxes(figure, LIGHT.model_band) == [(545_000, 1_118_000), (620_000, 1_391_000)]
    assert boxes(figure, LIGHT.model) == [(680_000, 914_000), (788_000, 1_092_000)]


def test_the_median_is_a_white_tick_where_it_lies(evidence: Evidence) -> None:
    ticks = [shape.x0 for shape in drawn(FULL, evidence).layout.shapes if shape.line.color == LIGHT.paper]
    assert ticks == [790_000, 927_000, 500_000]  # the last is the halo of the limit's line


def test_beside_a_modelled_row_stand_median_range_runs_and_likelihood(evidence: Evidence) -> None:
    words = words_of(drawn(FULL, evidence))
    for line in ("about 790,000", "90%: 550,000–1,100,000", "over the UN cap in 98 of 100 runs"):
        assert line in words
    assert words.count("almost certain (95–99%)") == 2


def test_a_modelled_row_is_named_after_its_trips(evidence: Evidence) -> None:
    words = words_of(drawn(FULL, evidence))
    assert "43 trips counted" in words
    assert "with trips not seen" in words


def test_a_band_beyond_three_times_the_limit_is_shown_whole_on_a_longer_axis(evidence: Evidence) -> None:
    long = estimate_of(seen=(1_200_000.0, 1_300_000.0, 1_400_000.0, 1_600_000.0, 1_900_000.0))
    figure = drawn(modelled_rows(long), evidence)
    assert boxes(figure, LIGHT.model_band)[0] == (1_200_000, 1_900_000)
    assert boxes(figure, LIGHT.beyond) == [(500_000, 3_000_000)]
    assert "3,000,000<br>6× UN cap" in words_of(figure)
    assert "Scale: six times the UN cap" in words_of(figure)


def test_a_band_without_width_is_a_thick_line(evidence: Evidence) -> None:
    same = (800_000.0,) * 5
    figure = drawn(modelled_rows(estimate_of(seen=same, of_all=same)), evidence)
    marks = [shape for shape in figure.layout.shapes if shape.type == "line" and shape.line.color == LIGHT.model]
    assert [(mark.x0, mark.line.width) for mark in marks] == [(800_000, 4), (800_000, 4)]


def test_without_a_probability_no_runs_are_counted(evidence: Evidence) -> None:
    unlimited = modelled_rows(estimate_of(above_limit=(NOT_KNOWN, NOT_KNOWN)))
    words = words_of(drawn(unlimited, evidence))
    assert "90%: 550,000–1,100,000" in words
    assert "of 100" not in words


def test_a_notified_row_is_hatched_and_says_that_it_is_cited(evidence: Evidence) -> None:
    figure = drawn(FULL, evidence)
    hatched = [trace for trace in figure.data if trace.fillpattern.shape]
    assert [(max(trace.x), trace.line.color) for trace in hatched] == [(280_928, LIGHT.cited), (15_279, LIGHT.cited)]
    assert "↗ cited: Salt Isle, 2024" in words_of(figure)


def test_what_was_notified_has_no_decimals_that_only_a_conversion_made(evidence: Evidence) -> None:
    words = words_of(drawn([notified_row(280_928.44)], evidence))
    assert "280,928<" in words


def test_nothing_is_added_up(evidence: Evidence) -> None:
    assert "296,207" not in words_of(drawn(FULL, evidence))


def test_a_click_hands_over_claim_record_or_estimate(evidence: Evidence) -> None:
    opens = [trace.customdata[0][0] for trace in drawn(FULL, evidence).data if trace.customdata]
    assert opens == ["A04", "estimate", "estimate", "record:salt-ledger-001", "record:salt-ledger-001"]


def test_reported_comes_first_then_modelled_then_notified(evidence: Evidence) -> None:
    opens = [trace.customdata[0][0] for trace in drawn(FULL[::-1], evidence).data if trace.customdata]
    assert [name.split(":")[0] for name in opens] == ["A04", "estimate", "estimate", "record", "record"]


@pytest.mark.parametrize("missing", ["reported", "modelled", "notified"])
def test_each_absent_series_says_so_in_words(evidence: Evidence, missing: str) -> None:
    words = words_of(drawn([row for row in FULL if row["series"] != missing], evidence))
    assert f"no {missing} figure in this dataset" in words


def test_why_there_is_no_model_is_said_in_its_place(evidence: Evidence) -> None:
    words = words_of(drawn(FULL[:1], evidence, estimate=NotEstimated("Nobody counts the trips", "Count them")))
    assert "Nobody counts the trips" in words
    assert "Count them" not in words


def test_of_very_many_reported_numbers_some_give_way_to_the_other_series_and_that_is_said(evidence: Evidence) -> None:
    figure = drawn([*[reported_row(1_000_000)] * 40, *modelled_rows(estimate_of()), notified_row(280_928)], evidence)
    opens = [trace.customdata[0][0] for trace in figure.data if trace.customdata]
    assert len(opens) == 30
    assert opens[-3:] == ["estimate", "estimate", "record:salt-ledger-001"]
    assert "Not drawn: 13 more reported numbers." in words_of(figure).replace("<br>", " ")


def test_in_a_narrow_window_a_long_supplier_stands_below_its_bar_uncut(evidence: Evidence) -> None:
    long = "Upper Vale with all of its islands, to 30 November"
    words = words_of(drawn([notified_row(280_928, long)], evidence, Look(LIGHT, "narrow"))).replace("<br>", " ")
    assert long in words


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        (
            [reported_row(1e6), *shares_above(0.98)],
            "Reported number and model put oil deliveries above the annual UN cap",
        ),
        (
            FULL,
            (
                "Reported number and model put oil deliveries above the annual UN cap; two notified figures count "
                "towards it too"
            ),
        ),
        (shares_above(0.98), "The model puts oil deliveries above the annual UN cap"),
        (
            [reported_row(1e6), *shares_above(0.98, 0.6)],
            "The one reported number is above the annual UN cap; the model leaves open whether deliveries pass it",
        ),
        (
            [reported_row(1e6), *shares_above(0.01)],
            "The one reported number is above the annual UN cap; the model puts deliveries below it",
        ),
        (
            [reported_row(2e5, "=", "within"), *shares_above(0.98)],
            "The one reported number is not shown to be above the annual UN cap; the model puts deliveries above it",
        ),
        (shares_above(NOT_KNOWN), "The model leaves open whether deliveries pass the annual UN cap"),
        (
            [reported_row(1e6), notified_row(6e5, standing="above")],
            "The one reported number is above the annual UN cap; the notified figure counts towards it too",
        ),
        (
            [notified_row(6e5, standing="above"), notified_row(1e5)],
            "One of two notified figures is above the annual UN cap; nothing is reported",
        ),
        ([notified_row(1e5)], "The notified figure stays below the annual UN cap; nothing is reported"),
        (
            [reported_row(1e5, "=", "within"), reported_row(2e5, "=", "within")],
            "No number from one origin (1 text) is shown to be above the annual UN cap",
        ),
    ],
)
def test_the_finding_is_said_over_all_series(evidence: Evidence, rows: list[dict[str, Any]], finding: str) -> None:
    assert bullets_headline(pd.DataFrame(rows), evidence) == finding


def test_the_alternative_text_gives_every_row_with_its_series(evidence: Evidence) -> None:
    words = bullets_in_words(pd.DataFrame(FULL), evidence, estimate_of())
    assert "reported, Document A, A04: > 1,000,000 barrels; modelled, 43 trips counted: about 790,000 barrels" in words
    assert "notified, cited: Salt Isle, 2024: 15,279 barrels" in words


@pytest.mark.parametrize(
    ("mode", "width"), [("light", "wide"), ("light", "medium"), ("light", "narrow"), ("dark", "wide")]
)
def test_the_rows_of_all_series_are_as_they_were_looked_at(evidence: Evidence, mode: Mode, width: Width) -> None:
    figure = drawn(FULL, evidence, Look(PALETTES[mode], width))
    assert matches_golden(figure, f"bullets-series-{width}{'-dark' if mode == 'dark' else ''}")
