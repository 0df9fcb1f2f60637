"""What a curator's sentence may say of its claims."""

import pytest

from data.evidence import Claim
from data.seeds import read_evidence
from data.wording import numbers_in, unproven, value_is_in_quote
from tests.conftest import SECOND_CASE

LETTER = read_evidence(SECOND_CASE).claim_by_id["P02"]


def saying(quote: str, **keys: object) -> Claim:
    """A claim with this quote."""
    return LETTER.model_copy(update={"quote": quote, "value": None, "value_words": "", **keys})


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("over one million barrels", {1_000_000}),
        ("1,000,000 barrels", {1_000_000}),
        ("1.5 million tonnes", {1.5, 1_500_000}),
        ("up to 10,000 soldiers", {10_000}),
        ("twenty-five ships", {25}),
        ("two hundred and fifty thousand", {250_000}),
        ("three ships and four barges", {3, 4}),
        ("five permanent members", {5}),
        ("numerous trips", set()),
        ("significant quantities of oil", set()),
        ("millions of barrels", set()),
        ("", set()),
    ],
)
def test_numbers_are_read_in_digits_and_in_english_words(text: str, numbers: set[float]) -> None:
    assert numbers_in(text) == numbers


@pytest.mark.parametrize(
    "sentence",
    [
        "Over 40 trips “in the last eight months”",
        "Trips “in the … eight months,”",
        "40 trips, says the text [B04]",
        'Trips "in the last" months',
        "No number and no quotation",
    ],
)
def test_a_sentence_that_repeats_its_claims_is_proven(sentence: str) -> None:
    assert unproven(sentence, [saying("made over 40 trips in the last eight months")]) == []


@pytest.mark.parametrize(
    ("sentence", "seen"),
    [
        ("Over 60 trips", "60"),
        ("Over 400 trips", "400"),
        ("Trips “in the last nine months”", "“in the last nine months”"),
        ("Trips “months … eight”", "“months … eight”"),
        ("Trips “in the last eight month”", "“in the last eight month”"),
        ("Trips “…”", "“…”"),
        ("Trips “”", "“”"),
        ('Trips "in the last nine months"', "“in the last nine months”"),
        ("Trips “in the last", "“in the last"),
        ("Trips „in the last“", "„in the last“"),
    ],
)
def test_words_or_numbers_that_no_claim_says_are_named(sentence: str, seen: str) -> None:
    found = unproven(sentence, [saying("made over 40 trips in the last eight months")])
    assert [lack.seen for lack in found] == [seen]


def test_a_part_of_a_word_is_not_a_quotation() -> None:
    assert unproven("“able to load”", [saying("they were unable to load")]) != []


def test_words_of_a_script_without_spaces_may_be_quoted_in_part() -> None:
    assert unproven("“유조선”", [saying("유조선이 항구를 떠났다")]) == []


def test_the_words_may_stand_in_any_one_claim_but_not_across_two() -> None:
    claims = [saying("tankers leave the port"), saying("empty and at night")]
    assert [lack.seen for lack in unproven("“leave the port” and “port … empty”", claims)] == ["“port … empty”"]


def test_numbers_of_the_row_s_own_date_may_be_repeated() -> None:
    assert unproven("Since March 2024", [saying("since March")], ["2024-03/.."]) == []


def test_a_value_counts_as_said() -> None:
    assert unproven("Over 1,000,000 barrels", [saying("over one million", operator=">", value=1e6)]) == []


def test_a_long_row_of_dots_is_read_in_no_time() -> None:
    sentence = "“" + "a…" * 900 + "b”"
    assert len(unproven(sentence, [saying("a " * 2_000)])) == 1


def test_a_value_must_stand_in_the_quote() -> None:
    assert value_is_in_quote(saying("over one million barrels", value=1_000_000.0))
    assert not value_is_in_quote(saying("over one million barrels", value=2_000_000.0))


def test_both_ends_of_a_range_must_stand_in_the_quote() -> None:
    assert not value_is_in_quote(saying("between 25,000 and 27,000", low=25_000.0, high=28_000.0))


def test_words_of_another_language_prove_a_value_if_they_stand_in_the_quote() -> None:
    assert value_is_in_quote(saying("백만 배럴", value=1e6, value_words="백만"))
    assert not value_is_in_quote(saying("백만 배럴", value=1e6, value_words="천만"))


def test_the_ids_of_claims_and_records_are_no_numbers() -> None:
    assert unproven("Counted [P02] and cited [salt-road-014]", [saying("counted")]) == []
    assert [lack.seen for lack in unproven("Counted [31-2031]", [saying("counted")])] == ["31", "2031"]
