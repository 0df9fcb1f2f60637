"""The sentences about the estimate, on numbers typed in by hand."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from components.sentences.model.beliefs import (
    beliefs_sentence,
    load_in_words,
)
from components.sentences.model.estimate import (
    crossing_sentence,
    crossing_words,
    cumulative_headline,
    dots_headline,
    how_to_estimate,
    not_estimated,
    probability_sentence,
    reported_sentence,
    tension_sentences,
    tension_words,
    verbs,
    volume_sentence,
)
from data import Evidence
from data.estimate.result import NotEstimated
from data.estimate.rounding import percent
from tests.components import whole_estimate as made
from tests.components.whole_estimate import whole_estimate

NOT_KNOWN = made.NOT_KNOWN
WITHOUT_LIMIT = whole_estimate(limit_volume=NOT_KNOWN, limit_name="", totals=made.totals(above_limit=NOT_KNOWN))


def test_without_an_estimate_a_reader_is_told_the_reason_and_a_curator_the_remedy_too() -> None:
    assert not_estimated(NotEstimated("No claim counts the trips", "Name one.")) == "No claim counts the trips."
    assert how_to_estimate(NotEstimated("No claim counts them", "Name one.")) == "No claim counts them. Name one."


def test_the_volume_stands_with_its_range_and_what_it_rests_on(evidence: Evidence) -> None:
    assert volume_sentence(whole_estimate(), evidence) == (
        "43 trips counted: about 790,000 barrels (90% range 550,000–1,100,000) [B04] [oil-osc-003]."
    )


def test_the_series_with_trips_not_seen_says_so(evidence: Evidence) -> None:
    sentence = volume_sentence(whole_estimate(series="all"), evidence)
    assert sentence.startswith("43 trips counted, and those not seen: about 930,000 barrels")


def test_a_probability_is_runs_of_a_hundred_with_its_word_and_range() -> None:
    assert probability_sentence(whole_estimate()) == (
        "In 98 of 100 runs the modelled volume is above the UN cap: almost certain (95–99%)."
    )


@pytest.mark.parametrize(
    ("above", "words"),
    [
        (
            0.0,
            "In fewer than 1 of 100 runs the modelled volume is above the UN cap: below almost no chance (under 1%).",
        ),
        (1.0, "In more than 99 of 100 runs the modelled volume is above the UN cap: beyond almost certain (over 99%)."),
        (0.5, "In 50 of 100 runs the modelled volume is above the UN cap: roughly even chance (45–55%)."),
    ],
)
def test_no_probability_is_said_to_be_none_or_all(above: float, words: str) -> None:
    assert probability_sentence(whole_estimate(totals=made.totals(above_limit=above))) == words


def test_without_a_limit_no_probability_is_stated() -> None:
    assert probability_sentence(WITHOUT_LIMIT).startswith("No limit is given in this unit")


def test_the_reported_number_keeps_its_operator_beside_the_runs_that_pass_it(evidence: Evidence) -> None:
    assert reported_sentence(whole_estimate(), evidence) == (
        "In 13 of 100 runs the modelled volume is above 1,000,000: very unlikely (5–20%). "
        "Reported are more than 1,000,000 barrels [A04]."
    )


def test_without_a_reported_number_nothing_is_said_of_it(evidence: Evidence) -> None:
    assert reported_sentence(whole_estimate(reported=NOT_KNOWN), evidence) == ""


@pytest.mark.parametrize(
    ("medians", "words"),
    [
        ({"seen": 790_000.0}, "49 of 50 equally likely outcomes are above the UN cap"),
        ({"seen": 2_000_000.0}, "All 50 equally likely outcomes are above the UN cap"),
        ({"seen": 100_000.0}, "None of 50 equally likely outcomes is above the UN cap"),
        ({"seen": 315_000.0}, "1 of 50 equally likely outcomes is above the UN cap"),
    ],
)
def test_the_finding_of_the_dots_counts_them(medians: dict[str, float], words: str, evidence: Evidence) -> None:
    assert dots_headline(whole_estimate(dots=made.dots(medians)), evidence) == words


def test_without_a_limit_the_finding_of_the_dots_is_the_median(evidence: Evidence) -> None:
    words = "Half of the equally likely outcomes lie above 790,000 barrels"
    assert dots_headline(WITHOUT_LIMIT, evidence) == words


@pytest.mark.parametrize(
    ("share_of_runs", "words"),
    [
        (0.98, "At the observed pace these trips alone pass the UN cap between June and October"),
        (0.70, "These trips alone pass the UN cap between June and October in 70 of 100 runs"),
        (0.34, "In 34 of 100 runs these trips alone pass the UN cap by 5 Nov 2024"),
        (0.0, "Fewer than 1 of 100 runs pass the UN cap by 5 Nov 2024"),
    ],
)
def test_the_finding_of_the_line_says_in_how_many_runs_it_holds(
    share_of_runs: float, words: str, evidence: Evidence
) -> None:
    assert cumulative_headline(whole_estimate(crossing=made.crossing(share_of_runs)), evidence) == words


def test_a_window_within_one_month_names_it_once(evidence: Evidence) -> None:
    crossing = made.crossing(days=("08-01", "08-05", "08-09", "08-12", "08-30"))
    words = cumulative_headline(whole_estimate(crossing=crossing), evidence)
    assert words == "At the observed pace these trips alone pass the UN cap in August"


def test_days_of_two_years_are_written_with_them() -> None:
    estimate = whole_estimate(first=date(2023, 9, 7), last=date(2024, 11, 5), crossing=made.crossing(1.0))
    assert crossing_words(estimate) == (
        "UN cap passed about 9 Aug 2024",
        "by these trips alone; 90%: 12 Jun 2024–14 Oct 2024",
    )


@pytest.mark.parametrize(
    ("share_of_runs", "words"),
    [
        (1.0, ("UN cap passed about 9 Aug", "by these trips alone; 90%: 12 Jun–14 Oct")),
        (
            0.98,
            (
                "UN cap passed about 9 Aug",
                "by these trips alone; 90%: 12 Jun–14 Oct",
                "of the 98 of 100 runs that pass it",
            ),
        ),
        (
            0.67,
            (
                "UN cap passed about 9 Aug",
                "by these trips alone; 90%: 12 Jun–14 Oct",
                "of the 67 of 100 runs that pass it",
            ),
        ),
        (0.34, ("UN cap passed in 34 of 100 runs", "in those about 9 Aug", "by these trips alone; 90%: 12 Jun–14 Oct")),
        (0.0, ("Fewer than 1 of 100 runs pass", "the UN cap by then")),
        (0.01, ("UN cap passed in 1 of 100 runs", "in those about 9 Aug", "by these trips alone; 90%: 12 Jun–14 Oct")),
    ],
)
def test_a_day_stands_only_inside_its_range(share_of_runs: float, words: tuple[str, ...]) -> None:
    assert crossing_words(whole_estimate(crossing=made.crossing(share_of_runs))) == words


def test_the_crossing_says_on_which_spread_of_trips_it_rests() -> None:
    assert crossing_sentence(whole_estimate(crossing=made.crossing(0.34))) == (
        "In 34 of 100 runs these trips alone, spread evenly from 7 Mar 2024 to 5 Nov 2024, pass the UN cap; in those "
        "about 9 Aug 2024 (90% range 12 Jun 2024 to 14 Oct 2024)."
    )


def test_a_disagreement_is_shown_with_who_said_it_and_never_averaged_away(evidence: Evidence) -> None:
    said = evidence.record_by_id["oil-other-002"]
    [words] = tension_sentences(whole_estimate(), evidence)
    assert words.startswith(f"{said.said_by} stated on 3 May 2024: ")
    assert words.endswith(
        "[oil-other-002]. Fewer than 1 of 100 runs reach 500,000 barrels by 2 May 2024 by tanker alone. "
        "Shown as a disagreement, not averaged away."
    )


def test_a_statement_with_which_the_model_agrees_is_no_disagreement(evidence: Evidence) -> None:
    [words] = tension_sentences(whole_estimate(disagreements=made.disagreements(0.97)), evidence)
    assert words.endswith("On this the statement and the model agree.")


def test_a_record_that_is_withheld_leaves_a_sentence_without_its_words(evidence: Evidence) -> None:
    [words] = tension_sentences(whole_estimate(), replace(evidence, statements=()))
    assert words.startswith("A record stated for 2 May 2024 that so much had come by 2 May 2024 [oil-other-002].")


@pytest.mark.parametrize(
    ("part", "words"), [(0.46, "46%"), (0.001, "under 1%"), (0.9999, "over 99%"), (1.0, "100%"), (NOT_KNOWN, "")]
)
def test_a_share_is_never_rounded_to_nothing_or_all(part: float, words: str) -> None:
    assert percent(part) == words


def test_one_run_passes_and_others_pass() -> None:
    assert [verbs(0.01, "pass"), verbs(0.01, "lie"), verbs(0.02, "reach")] == ["passes", "lies", "reach"]


def test_where_all_runs_agree_no_range_is_made_up(evidence: Evidence) -> None:
    row = dict.fromkeys(made.QUANTILES, 812_000.0) | {"above_limit": 1.0, "above_reported": 0.0}
    words = volume_sentence(whole_estimate(totals=pd.DataFrame([row], index=["seen"])), evidence)
    assert words.startswith("43 trips counted: about 810,000 barrels in nearly all runs")


def test_likelihood_and_confidence_never_stand_in_one_sentence(evidence: Evidence) -> None:
    estimate = whole_estimate()
    said = " ".join(
        [
            probability_sentence(estimate),
            reported_sentence(estimate, evidence),
            beliefs_sentence(estimate, evidence),
            *(load_in_words(row, estimate, evidence) for _, row in estimate.loads.iterrows()),
        ]
    )
    assert any(word in said for word in ("almost certain", "likely", "even chance", "no chance"))
    assert "confiden" not in said


def test_no_sentence_shows_a_number_that_is_not_one(evidence: Evidence) -> None:
    for estimate in (WITHOUT_LIMIT, whole_estimate(crossing=made.crossing(0.0), reported=NOT_KNOWN)):
        said = [
            volume_sentence(estimate, evidence),
            crossing_sentence(estimate),
            *crossing_words(estimate),
            *tension_sentences(estimate, evidence),
            *(load_in_words(row, estimate, evidence) for _, row in estimate.loads.iterrows()),
        ]
        assert [words for words in said if any(bad in words.split() for bad in ("nan", "NaT", "inf", "NaN"))] == []


def test_the_label_of_a_disagreement_speaks_of_the_series_in_front(evidence: Evidence) -> None:
    both = made.disagreements().assign(probability_seen=0.02, probability_all=0.31)
    for series, runs in (("seen", "2 of 100"), ("all", "31 of 100")):
        estimate = whole_estimate(series=series, disagreements=both)
        assert tension_words(both.iloc[0], estimate, evidence)[1] == f"model: {runs} runs"


def test_an_unknown_probability_is_said_in_words(evidence: Evidence) -> None:
    [words] = tension_sentences(whole_estimate(disagreements=made.disagreements(NOT_KNOWN)), evidence)
    assert "No run is known to reach 500,000 barrels" in words


def test_quantiles_of_the_stand_in_are_those_of_the_design() -> None:
    row = pd.Series(made.quantiles(790_000.0))
    assert [round(row[key], -4) for key in ("q05", "q50", "q95")] == [550_000, 790_000, 1_130_000]
