"""The sentences of the pages, on evidence whose right words are written out here."""

from dataclasses import replace

import pandas as pd
import pytest

from components.sentences.against_limit import (
    overview_sentence,
    reported_headline,
    scope_sentence,
    times_the_limit,
    volumes_title,
    window_sentence,
)
from components.sentences.comparison import comparison_headline, comparison_sentence
from components.sentences.limits import limit_rule
from components.sentences.sources import carriage, source_lines
from components.sentences.timeline import timeline_headline, timeline_sentence
from components.sentences.volumes import bullets_headline
from data import Evidence, comparison_frame, read_evidence, timeline_frame, volumes_frame
from data.frames.reported import headline_row
from tests.cases.second_case import SECOND_CASE
from tests.components.volumes_rows import estimate_of

INF = float("inf")


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    return read_evidence()


@pytest.fixture(scope="module")
def headline(evidence: Evidence) -> pd.Series:
    row = headline_row(volumes_frame(evidence), evidence)
    assert row is not None
    return row


def volume(operator: str, value: float, low: float | None = None, high: float | None = None) -> pd.Series:
    low = value if low is None else low
    return pd.Series({"operator": operator, "volume": value, "low": low, "high": INF if high is None else high,
                      "limit_volume": 500_000.0, "covers": "period", "standing": ""})  # fmt: skip


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (volume(">", 1_000_000), "more than twice the annual UN cap"),
        (volume(">=", 1_500_000), "at least three times the annual UN cap"),
        (volume("=", 250_000), "half the annual UN cap"),
        (volume("<=", 200_000), "at most 40% of the annual UN cap"),
        (volume("~", 600_000), "about 1.2 times the annual UN cap"),
        (volume("=", 500_000), "exactly the annual UN cap"),
        (volume("<", 500_000), "less than the annual UN cap"),
        (volume("=", 499_500), "99.9% of the annual UN cap"),
        (volume("=", 499_999), "just under the annual UN cap"),
        (volume("=", 500_500), "just over the annual UN cap"),
        (volume("=", 0), "0% of the annual UN cap"),
        (volume("=", 1), "less than 1% of the annual UN cap"),
        (volume("~", 4_999), "less than 1% of the annual UN cap"),
        (volume("=", 5_000), "1% of the annual UN cap"),
        (volume(">", 1), "more than 1, which alone is less than 1% of the annual UN cap"),
        (volume("range", 1, 1, 2), "less than 1% of the annual UN cap"),
        (volume("range", 1, 1, 600_000), "at most 1.2 times the annual UN cap"),
        (volume("range", 600_000, 600_000, 600_000), "1.2 times the annual UN cap"),
        (volume("=", 2_250_000), "4.5 times the annual UN cap"),
        (volume("range", 400_000, 400_000, 700_000), "between 0.8 and 1.4 times the annual UN cap"),
    ],
)
def test_the_standing_to_the_limit_is_said_in_words_that_keep_the_operator(row: pd.Series, words: str) -> None:
    assert times_the_limit(row, "annual UN cap") == words


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (volume(">", 998_000), "more than 1.99 times the annual UN cap"),
        (volume("<=", 998_000), "at most 2 times the annual UN cap"),
        (volume("<=", 10), "less than 1% of the annual UN cap"),
    ],
)
def test_a_floor_is_never_rounded_up_nor_a_ceiling_down(row: pd.Series, words: str) -> None:
    assert times_the_limit(row, "annual UN cap") == words


def test_the_headline_says_more_than_twice_the_cap(headline: pd.Series, evidence: Evidence) -> None:
    assert reported_headline(headline, evidence) == "Reported oil deliveries are more than twice the annual UN cap"


def test_the_one_sentence_names_number_limit_and_the_claims_of_both(headline: pd.Series, evidence: Evidence) -> None:
    assert overview_sentence(headline, evidence, 1) == (
        "An undated news article (The Pinnacle Gazette, document A) reports more than 1,000,000 barrels of oil for "
        "2024 from Russia to North Korea [A04], probably after Open Source Centre, with the BBC: more than twice the "
        "annual UN cap of 500,000 barrels [A14]; no other document gives a number."
    )


def test_without_a_number_the_one_sentence_says_so(evidence: Evidence) -> None:
    expected = "No document gives a number for oil deliveries from Russia to North Korea."
    assert overview_sentence(None, evidence, 0) == expected


def test_the_page_of_the_volumes_is_called_after_unit_and_limit(evidence: Evidence) -> None:
    assert volumes_title(evidence) == "Barrels against the UN cap"


def test_a_product_that_differs_from_that_of_the_limit_is_said(headline: pd.Series, evidence: Evidence) -> None:
    assert scope_sentence(headline, evidence.headline_limit) == (
        "The text says “oil”; the UN cap covers refined petroleum products, all suppliers together."
    )


def test_a_product_that_is_that_of_the_limit_needs_no_sentence(headline: pd.Series, evidence: Evidence) -> None:
    same = headline.copy()
    same["product"] = "Refined petroleum products"
    assert scope_sentence(same, evidence.headline_limit) == ""


def test_the_window_is_said_with_its_words_and_basis(headline: pd.Series, evidence: Evidence) -> None:
    assert window_sentence(headline, evidence).startswith(
        "Window: “this year”, read as January to December 2024 (inferred: "
    )


def test_the_rule_of_the_limit_names_product_suppliers_period_and_basis(evidence: Evidence) -> None:
    assert evidence.headline_limit is not None
    assert limit_rule(evidence.headline_limit) == (
        "UN cap: refined petroleum products, all suppliers together, calendar year "
        "(Resolution 2397 (2017), paragraph 5)"
    )


def test_the_bullet_rows_say_that_the_one_number_is_above_and_what_was_notified_counts_too(evidence: Evidence) -> None:
    assert bullets_headline(volumes_frame(evidence), evidence) == (
        "The one reported number is above the annual UN cap; "
        "two notified figures count towards it too (both are incomplete)"
    )


def test_the_source_line_groups_claims_by_document(evidence: Evidence) -> None:
    assert source_lines(["B04", "A04", "A14", "A04"], evidence)[0] == (
        "Sources: A, The Pinnacle Gazette [A04, A14]; B, First News (Nigeria) [B04]."
    )


def test_the_source_line_names_cited_records_with_who_said_them_and_the_run_of_the_model(evidence: Evidence) -> None:
    line = source_lines(["A04"], evidence, record_ids=["oil-osc-005", "unknown"], model=estimate_of())[0]
    assert line == (
        "Sources: A, The Pinnacle Gazette [A04]; cited: oil-osc-005 (Open Source Centre, via the BBC). "
        "Model: 20,000 draws, seed 7."
    )


def test_of_many_cited_records_the_first_six_are_named(evidence: Evidence) -> None:
    many = [record.record_id for record in evidence.notified[:18]]
    line = source_lines([], evidence, record_ids=many)[0]
    assert line.startswith(f"Sources: cited: {many[0]} (")
    assert line.endswith(") and 12 more.")
    assert many[5] in line
    assert many[6] not in line


def test_without_any_source_the_line_says_so(evidence: Evidence) -> None:
    assert source_lines([], evidence)[0] == "Sources: none."


def test_the_carriage_is_said_as_the_case_says_it(evidence: Evidence) -> None:
    assert carriage(evidence) == "Russia to North Korea by tanker"


def test_the_timeline_says_in_plain_words_when_things_began(evidence: Evidence) -> None:
    expected = (
        "Tanker trips since March, treaty in June, deployment from October 2024: "
        "most dates are known only to within months"
    )
    assert timeline_headline(timeline_frame(evidence)) == expected


def test_no_event_has_a_headline_too(evidence: Evidence) -> None:
    assert timeline_headline(timeline_frame(evidence).head(0)) == "No event matches"


def test_an_event_without_a_year_is_named_as_not_placed() -> None:
    second = read_evidence(SECOND_CASE)
    timeline = timeline_frame(second)
    sentence = timeline_sentence(timeline, len(timeline), ["one lane"])
    assert "Not placed, because the wording gives no year: " in sentence


def test_the_comparison_counts_what_rests_on_one_document(evidence: Evidence) -> None:
    expected = (
        "Five of twelve questions rest on a single document; on none the documents contradict each other; "
        "on one a document is at odds with itself"
    )
    assert comparison_headline(comparison_frame(evidence)) == expected


def test_silence_is_not_denial_and_compatible_not_confirmed(evidence: Evidence) -> None:
    sentence = comparison_sentence(comparison_frame(evidence))
    assert sentence.endswith("Silence is not denial. Compatible is not confirmed.")


def test_a_number_that_may_be_withheld_is_not_called_absent(evidence: Evidence) -> None:
    incomplete = replace(evidence, complete=False)
    assert reported_headline(None, incomplete) == "What is reported of oil deliveries is withheld or absent"
    assert overview_sentence(None, incomplete, 0) == (
        "No sound number for oil deliveries from Russia to North Korea can be shown until the data are mended."
    )


def test_that_no_other_document_gives_a_number_is_said_only_of_a_sound_folder(
    headline: pd.Series, evidence: Evidence
) -> None:
    incomplete = replace(evidence, complete=False)
    assert "no other document" not in overview_sentence(headline, incomplete, 1)


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        (["2031-03-07"], "Salt sold on 7 March 2031: the date is known to the day"),
        (["2031-03"], "Salt sold in March 2031: the date is known to the month"),
        (["2031-03/.."], "Salt sold since March 2031: the date is known only to within months"),
        (["2031-03-07/2031-09-30"], "Salt sold since 7 March 2031: the date is known only to within months"),
        (["2031-03~"], "Salt sold in about March 2031: the date is known only to within months"),
        (["[2031-10-01..2031-12-31]"], "Salt sold from October 2031: the date is known only to within months"),
        (["2031-01-01/2031-12-31"], "The date is known only to within months"),
        (["2031"], "The date is known only to within months"),
        (["[..2031-12-31]"], "The date is known only to within months"),
        (["XXXX-06"], "The date names no year"),
        (["2031-03-07", "2031-03-08"], "Salt sold on 7 March 2031: both dates are known to the day"),
        (["2031", "2031-03", "2031-03-08"], "Salt sold on 8 March 2031: one of three dates is known to the day"),
        (["2031-03", "2031-04", "2031-05-01"], "Salt sold on 1 May 2031: most dates are known to the month"),
    ],
)
def test_a_beginning_is_said_as_well_as_it_is_known(evidence: Evidence, dates: list[str], words: str) -> None:
    one = timeline_frame(evidence).head(1)
    rows = pd.concat([one.assign(date=date, type="salt sold", modality="reported") for date in dates])
    assert timeline_headline(rows) == words


@pytest.mark.parametrize("modality", ["planned", "possible", "denied"])
def test_what_has_not_begun_is_no_beginning(evidence: Evidence, modality: str) -> None:
    one = timeline_frame(evidence).head(1).assign(date="2031-03-07", modality=modality)
    assert timeline_headline(one) == "The date is known to the day"


def test_beginnings_of_different_years_each_have_theirs(evidence: Evidence) -> None:
    one = timeline_frame(evidence).head(1).assign(type="salt sold", modality="reported")
    rows = pd.concat([one.assign(date="2031-03", lane="salt"), one.assign(date="2032-04", lane="pacts")])
    assert timeline_headline(rows).startswith("Salt sold in March 2031, salt sold in April 2032: ")
