"""What one would have to believe, on numbers typed in by hand."""

from dataclasses import replace

import pytest

from components.sentences.model.beliefs import (
    beliefs_sentence,
    factor,
    factor_range,
    load_in_words,
    next_sentence,
    tornado_headline,
)
from data import Evidence
from tests.components import whole_estimate as made
from tests.components.whole_estimate import whole_estimate

NOT_KNOWN = made.NOT_KNOWN
WITHOUT_LIMIT = whole_estimate(limit_volume=NOT_KNOWN, limit_name="", totals=made.totals(above_limit=NOT_KNOWN))
UNDER = {"seen": 300_000.0, "all": 330_000.0}


def test_the_likeliest_single_assumption_that_brings_it_under_the_limit_is_named_first(evidence: Evidence) -> None:
    assert beliefs_sentence(whole_estimate(), replace(evidence, assumptions=None)) == (
        "Moved alone, the assumption that would most easily bring the volume down to the UN cap is “Load on "
        "departure”: below 54% (90% range 39–74%), with 86% assumed (69–96%); 2 of 100 runs lie there. The next ones: "
        "“Mean size of the ships” below 2,120 dwt (1 of 100 runs) and “Calls that were loadings” below 60% (fewer than "
        "1 of 100 runs). Within their ranges, alone, “Tank volume” and “Cargo share” cannot."
    )


def test_assumptions_that_are_equally_near_keep_their_order_whatever_the_last_digit_says(evidence: Evidence) -> None:
    """A processor with other instructions adds the same numbers up to another last digit."""
    rows = made.beliefs().assign(assumed_q50=1.0, runs=0.02, within=True)
    told = [
        beliefs_sentence(
            whole_estimate(beliefs=rows.assign(needed_q50=[0.5 + digit * 1e-16 * place for place in range(len(rows))])),
            evidence,
        )
        for digit in (1, -1)
    ]
    assert len(set(told)) == 1


def test_the_named_assumption_brings_its_records(evidence: Evidence) -> None:
    assert "[oil-osc-007]" in beliefs_sentence(whole_estimate(), evidence)


def test_under_the_limit_the_question_is_what_would_bring_it_above(evidence: Evidence) -> None:
    rows = made.beliefs(load=0.3).assign(needed_q50=lambda frame: frame["assumed_q50"] * 1.02, side="above")
    words = beliefs_sentence(whole_estimate(totals=made.totals(UNDER, 0.3), beliefs=rows), evidence)
    assert words.startswith(
        "Moved alone, the assumption that would most easily bring the volume above the UN cap is “Load on departure”: "
        "above 88%"
    )


def test_if_no_assumption_suffices_that_is_said(evidence: Evidence) -> None:
    none = whole_estimate(beliefs=made.beliefs().assign(within=False))
    words = "No single assumption, moved alone within its range, brings the volume down to the UN cap."
    assert beliefs_sentence(none, evidence) == words


def test_without_a_limit_nothing_has_to_be_believed(evidence: Evidence) -> None:
    empty = whole_estimate(limit_volume=NOT_KNOWN, limit_name="", beliefs=made.beliefs().head(0))
    assert beliefs_sentence(empty, evidence).startswith("Without a limit")


def test_a_load_is_said_with_its_runs_and_the_point_calculation(evidence: Evidence) -> None:
    estimate = whole_estimate()
    assert load_in_words(estimate.loads.iloc[0], estimate, evidence) == (
        "One third: 1 of 100 runs above the UN cap, almost no chance (1–5%). The point calculation gives "
        "350,000 barrels [oil-other-007]."
    )


def test_without_a_limit_a_load_has_its_volume_alone(evidence: Evidence) -> None:
    words = load_in_words(WITHOUT_LIMIT.loads.iloc[1], WITHOUT_LIMIT, evidence)
    assert words == "Half: the point calculation gives 520,000 barrels."


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        (500_000.0, "; no assumption on its own would bring the volume down to the UN cap"),
        (720_000.0, "; on its own it could bring the volume down to the UN cap"),
        (800_000.0, "; two assumptions could, each on its own, bring the volume down to the UN cap"),
        (1_260_000.0, "; on its own it could bring the volume above the UN cap"),
        (NOT_KNOWN, ""),
    ],
)
def test_the_finding_of_the_tornado_is_the_biggest_unknown(limit: float, words: str) -> None:
    estimate = whole_estimate(limit_volume=limit, threshold=limit, tornado=made.tornado(threshold=limit))
    assert tornado_headline(estimate) == "Mean size of the ships is the biggest unknown" + words


def test_what_to_collect_next_is_the_factor_with_most_of_the_spread() -> None:
    assert next_sentence(whole_estimate()) == (
        "What to collect next: “Mean size of the ships” explains 55% of the spread, “Share of trips seen” 27%."
    )


@pytest.mark.parametrize(
    ("middle", "words"),
    [(950_000.0, "Every factor is fixed: nothing is left to vary"), (0.0, "Without a trip there is nothing to vary")],
)
def test_where_nothing_varies_it_is_told_whether_a_trip_was_made(middle: float, words: str) -> None:
    """The number of trips is never fixed as a factor is."""
    table = made.tornado().assign(variance_share=NOT_KNOWN, middle=middle, fixed=False)
    assert tornado_headline(whole_estimate(tornado=table)) == words


def test_where_nothing_varies_nothing_is_left_to_collect() -> None:
    still = whole_estimate(tornado=made.tornado().assign(variance_share=NOT_KNOWN, fixed=True))
    assert tornado_headline(still) == "Every factor is fixed: nothing is left to vary"
    assert next_sentence(still) == "Nothing varies, so nothing would narrow the estimate."


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [(0.54, "%", "54%"), (0.545, "%", "55%"), (2_123.4, "dwt", "2,120"), (7.451, "barrels a tonne", "7.45"),
     (26.6, "trips", "27"), (0.0, "dwt", "0"), (1.0, "m³ a tonne", "1.00"), (made.INF, "dwt", "no value"),
     (NOT_KNOWN, "%", "no value")],
)  # fmt: skip
def test_a_factor_is_written_in_its_unit_to_three_figures(value: float, unit: str, words: str) -> None:
    assert factor(value, unit) == words


@pytest.mark.parametrize(
    ("low", "high", "words"), [(0.39, 0.74, "39–74%"), (0.5, 0.5, "50%"), (0.5, made.INF, "50% or more")]
)
def test_a_range_without_an_upper_end_says_so(low: float, high: float, words: str) -> None:
    assert factor_range(low, high, "%") == words
