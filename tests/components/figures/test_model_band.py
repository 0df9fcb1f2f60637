"""The model on the gauge: a band inside the reported arc, its key, and its finding with likelihood and range."""

from math import atan2, hypot, pi

import pandas as pd
import plotly.graph_objects as go
import pytest

from components.figures.captioned import gauge_in_words
from components.scene.canvas import Look
from components.sentences.model.modelled import model_sentence
from components.theme import PALETTES, Mode, Width
from data import Evidence, read_evidence, volumes_frame
from data.frames.reported import headline_row
from data.models.assumptions import NotEstimated
from tests.components.on_the_page import gauge
from tests.components.volumes_rows import NOT_KNOWN, estimate_of
from tests.goldens import matches_golden

LIGHT = PALETTES["light"]
FINDING = (
    "Model: UN cap passed in 98 of 100 runs — almost certain (95–99%). "
    "Above 1,000,000 in these eight months in 13 of 100, or 38 of 100 if some trips went unseen."
)


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    found = read_evidence()
    object.__setattr__(found, "fingerprint", "0123456789abcdef")
    return found


@pytest.fixture(scope="module")
def headline(evidence: Evidence) -> pd.Series:
    row = headline_row(volumes_frame(evidence), evidence)
    assert row is not None
    return row


def words_of(figure: go.Figure) -> str:
    return "\n".join(annotation.text or "" for annotation in figure.layout.annotations)


def reach(figure: go.Figure, colour: str) -> tuple[float, float]:
    """From which to which share of the dial a filled piece of ring reaches."""
    piece = next(trace for trace in figure.data if trace.fillcolor == colour and trace.fill == "toself")
    shares = [1 - atan2(y, x) / pi for x, y in zip(piece.x, piece.y, strict=True)]
    return round(min(shares), 3), round(max(shares), 3)


def radii(figure: go.Figure, colour: str) -> tuple[float, float]:
    piece = next(trace for trace in figure.data if trace.fillcolor == colour and trace.fill == "toself")
    distances = [hypot(x, y) for x, y in zip(piece.x, piece.y, strict=True)]
    return min(distances), max(distances)


def test_the_band_covers_ninety_percent_and_its_dark_part_the_middle_half(
    headline: pd.Series, evidence: Evidence
) -> None:
    figure = gauge(headline, evidence, Look(LIGHT), estimate_of())
    assert reach(figure, LIGHT.model_band) == (0.363, 0.745)
    assert reach(figure, LIGHT.model) == (0.453, 0.609)


def test_the_band_lies_inside_the_reported_arc(headline: pd.Series, evidence: Evidence) -> None:
    figure = gauge(headline, evidence, Look(LIGHT), estimate_of())
    assert radii(figure, LIGHT.model_band)[1] < radii(figure, LIGHT.ink)[0]


def test_a_band_beyond_three_times_the_limit_is_shown_whole_on_a_longer_scale(
    headline: pd.Series, evidence: Evidence
) -> None:
    long = estimate_of(seen=(900_000.0, 1_100_000.0, 1_300_000.0, 1_600_000.0, 2_000_000.0))
    figure = gauge(headline, evidence, Look(LIGHT), long)
    assert reach(figure, LIGHT.model_band) == (0.3, 0.667)
    assert reach(figure, LIGHT.ink) == (0.0, 0.333)
    assert "Scale: six times the UN cap" in words_of(figure)
    assert gauge_in_words(headline, evidence, long).startswith("Half dial from nothing to six times the UN cap. ")


def test_a_band_without_width_is_still_a_mark(headline: pd.Series, evidence: Evidence) -> None:
    figure = gauge(headline, evidence, Look(LIGHT), estimate_of(seen=(800_000.0,) * 5))
    ticks = [trace for trace in figure.data if trace.line.color == LIGHT.model and len(list(trace.x)) == 2]
    assert [trace.line.width for trace in ticks] == [4]


def test_the_median_is_a_white_tick(headline: pd.Series, evidence: Evidence) -> None:
    figure = gauge(headline, evidence, Look(LIGHT), estimate_of())
    ticks = [trace for trace in figure.data if trace.line.color == LIGHT.paper and trace.line.width == 4]
    assert [round(1 - atan2(trace.y[0], trace.x[0]) / pi, 3) for trace in ticks] == [0.527]


def test_the_line_of_the_limit_runs_over_arc_and_band(headline: pd.Series, evidence: Evidence) -> None:
    figure = gauge(headline, evidence, Look(LIGHT), estimate_of())
    places = {trace.fillcolor or trace.line.color: place for place, trace in enumerate(figure.data)}
    line = next(trace for trace in figure.data if trace.line.color == LIGHT.limit)
    assert places[LIGHT.limit] > max(places[LIGHT.model_band], places[LIGHT.ink])
    assert hypot(line.x[0], line.y[0]) < radii(figure, LIGHT.model_band)[0]


def test_the_limit_stays_where_it_is_with_a_model(headline: pd.Series, evidence: Evidence) -> None:
    figure = gauge(headline, evidence, Look(LIGHT), estimate_of())
    line = next(trace for trace in figure.data if trace.line.color == LIGHT.limit)
    assert [round(1 - atan2(y, x) / pi, 4) for x, y in zip(line.x, line.y, strict=True)] == [0.3333, 0.3333]


def test_the_keys_name_claim_trips_and_range(headline: pd.Series, evidence: Evidence) -> None:
    words = words_of(gauge(headline, evidence, Look(LIGHT), estimate_of()))
    assert "<b>Reported</b> [A04], no upper end" in words
    assert "<b>Model</b>, 43 trips counted: middle half and 90% range 550,000–1,100,000" in words
    assert "<b>UN cap</b>" in words


def test_the_finding_stands_below_the_dial_with_its_likelihood_in_bold(headline: pd.Series, evidence: Evidence) -> None:
    words = words_of(gauge(headline, evidence, Look(LIGHT), estimate_of()))
    assert "<b>almost certain (95–99%)</b>" in words
    assert FINDING in words.replace("<b>almost certain (95–99%)</b>", "almost certain (95–99%)").replace("<br>", " ")


def test_the_finding_asks_the_series_that_the_reader_looks_at() -> None:
    assert model_sentence(estimate_of(series="all"), "barrels") == (
        "Model: UN cap passed in 99 of 100 runs — almost certain (95–99%). "
        "Above 1,000,000 in these eight months in 38 of 100, or 13 of 100 if no trip went unseen."
    )


def test_without_a_limit_the_finding_is_the_volume_with_its_range() -> None:
    unlimited = estimate_of(above_limit=(NOT_KNOWN, NOT_KNOWN), above_reported=(NOT_KNOWN, NOT_KNOWN))
    expected = "Model: about 790,000 barrels, 90% of the runs within 550,000–1,100,000."
    assert model_sentence(unlimited, "barrels") == expected


def test_the_number_stays_the_reported_one(headline: pd.Series, evidence: Evidence) -> None:
    words = words_of(gauge(headline, evidence, Look(LIGHT), estimate_of()))
    assert "<b>&gt; 1,000,000</b>" in words


def test_a_click_on_the_band_opens_the_estimate(headline: pd.Series, evidence: Evidence) -> None:
    figure = gauge(headline, evidence, Look(LIGHT), estimate_of())
    opened = {opens for trace in figure.data if trace.customdata for (opens,) in trace.customdata}
    assert opened == {"A04", "estimate", "A14, record:un-rule-001"}


def test_the_source_line_names_draws_and_seed(headline: pd.Series, evidence: Evidence) -> None:
    assert "Model: 20,000 draws, seed 7." in words_of(gauge(headline, evidence, Look(LIGHT), estimate_of()))


@pytest.mark.parametrize("estimate", [None, NotEstimated("No trips", "Count them"), estimate_of(year=2023)])
def test_without_an_estimate_of_that_period_the_gauge_has_no_band(
    headline: pd.Series, evidence: Evidence, estimate: NotEstimated | None
) -> None:
    figure = gauge(headline, evidence, Look(LIGHT), estimate)
    assert figure == gauge(headline, evidence, Look(LIGHT))
    assert LIGHT.model_band not in {trace.fillcolor for trace in figure.data}


def test_without_a_number_the_band_stands_alone_and_the_words_keep_their_place(evidence: Evidence) -> None:
    words = words_of(gauge(None, evidence, Look(LIGHT, "narrow"), estimate_of())).replace("<br>", " ")
    assert "No number is reported" in words
    assert "document B) says" in words
    assert "<b>Reported</b>" not in words


def test_the_alternative_text_gives_band_and_finding(headline: pd.Series, evidence: Evidence) -> None:
    words = gauge_in_words(headline, evidence, estimate_of())
    assert (
        "43 trips counted: about 790,000 barrels; half of the runs within 680,000–910,000; 90% within 550,000" in words
    )
    assert words.endswith(FINDING)


@pytest.mark.parametrize(
    ("mode", "width"), [("light", "wide"), ("light", "medium"), ("light", "narrow"), ("dark", "wide")]
)
def test_the_gauge_with_a_model_is_as_it_was_looked_at(
    headline: pd.Series, evidence: Evidence, mode: Mode, width: Width
) -> None:
    figure = gauge(headline, evidence, Look(PALETTES[mode], width), estimate_of())
    assert matches_golden(figure, f"gauge-model-{width}{'-dark' if mode == 'dark' else ''}")
