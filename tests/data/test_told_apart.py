"""Numbers that look alike and are not: years, times and labels beside ships, parts of numbers, other things counted."""

import pytest

from data.models.evidence import Claim
from data.numbers import numbers_in, read_numbers
from data.proof.amounts import number_faults
from data.proof.wording import unproven
from data.reading.seeds import read_evidence
from data.texts.measures import Measures
from tests.cases.second_case import SECOND_CASE

EVIDENCE = read_evidence(SECOND_CASE)
LETTER = EVIDENCE.claim_by_id["P02"]
MEASURES = Measures(EVIDENCE.case.units)


def saying(quote: str, number: float, operator: str = "=", **keys: object) -> Claim:
    """A claim with this quote and number; it counts barges unless another unit is given."""
    return LETTER.model_copy(
        update={"quote": quote, "value": number, "operator": operator, "unit": "barge", "product": "", **keys}
    )


def faults(claim: Claim, language: str = "en") -> list[str]:
    readings = read_numbers(claim.quote, language, MEASURES.words)
    return [fault.key for fault in number_faults(claim, readings, language, MEASURES) if not fault.warns]


@pytest.mark.parametrize(
    ("quote", "value"),
    [
        ("In 2031 barges made dozens of calls", 2031),
        ("On 7 March barges came", 7),
        ("at 18:30 barges came", 30),
        ("Resolution 2397 barges", 2397),
        ("IMO 8817007 barges", 8817007),
    ],
)
def test_a_year_a_day_a_time_and_a_label_are_no_amount_of_what_stands_behind_them(quote: str, value: float) -> None:
    assert faults(saying(quote, value)) == ["value"]


def test_a_number_that_could_be_a_year_is_an_amount_where_it_counts() -> None:
    assert faults(saying("2031 barges came", 2031)) == []


@pytest.mark.parametrize(
    ("phrase", "numbers"),
    [
        ("rose 20% to 45,000 tonnes", (20, 45_000)),
        ("fell from 2 to 1.5 million tonnes", (2_000_000, 1_500_000)),
        ("grew from 12 to 43 barges", (12, 43)),
        ("between 12 and 43 barges", (12, 43)),
        (".5 million tonnes", (500_000,)),
    ],
)
def test_numbers_side_by_side_keep_what_they_count(phrase: str, numbers: tuple[float, ...]) -> None:
    assert numbers_in(phrase) == numbers


@pytest.mark.parametrize("phrase", ["rose 20% to 45,000 tonnes", "grew from 12 to 43 barges"])
def test_a_rise_and_a_change_are_no_range(phrase: str) -> None:
    assert not any(reading.is_range for reading in read_numbers(phrase))


@pytest.mark.parametrize("phrase", ["more\r\nthan 43 trips", "more  than 43 trips", "more\n than 43 trips"])
def test_a_line_end_inside_an_operator_changes_nothing(phrase: str) -> None:
    (reading,) = read_numbers(phrase)
    assert (reading.operators, reading.words) == (frozenset(">"), "43")


def test_what_is_without_something_denies_no_number() -> None:
    assert read_numbers("Ships with no transponder made 43 trips")[0].negation == ""
    assert read_numbers("no barrels of the 900,000 promised arrived")[0].negation == "no"


def test_the_country_of_a_language_decides_its_separators() -> None:
    assert (numbers_in("1,500 barriles", "es-MX"), numbers_in("1,500 barriles", "es")) == ((1500.0,), (1.5,))


@pytest.mark.parametrize(
    ("words", "value", "language"),
    [("barges", 44, "en"), ("5", 5, "tr"), ("43", 44, "pt")],
    ids=["no number", "part of a number", "other digits"],
)
def test_a_reason_licenses_neither_words_without_a_number_nor_a_part_nor_other_digits(
    words: str, value: float, language: str
) -> None:
    quote = {"en": "43 barges came", "tr": "5 milyon barges", "pt": "mais de 43 barges"}[language]
    claim = saying(quote, value, value_words=words, value_reason="Because.")
    assert faults(claim, language) != []


FRENCH = saying("Plus de 43 voyages", 43, ">", unit="trip")
GERMAN = saying("Über 1.000.000 Barrel", 1_000_000, ">", unit="barrel")


@pytest.mark.parametrize(
    ("claim", "language", "sentence"),
    [
        (FRENCH, "fr", "Moins de 43 voyages"),
        (FRENCH, "fr", "43 voyages"),
        (FRENCH, "fr", "Plus de 43 voyages par mois"),
        (GERMAN, "de", "Eine Million Barrel"),
        (GERMAN, "de", "Über 1.000.000 Barrel pro Tag"),
        (GERMAN, "en", "Zwei Millionen Barrel"),
        (saying("over 43 trips", 43, ">", unit="trip"), "en", "never over 43 trips"),
        (saying("over 43 trips", 43, ">", unit="trip"), "en", "Over 43 missiles"),
    ],
)
def test_a_sentence_in_another_language_is_held_against_its_claim(claim: Claim, language: str, sentence: str) -> None:
    assert unproven(sentence, [claim], languages=(language,)) != []


@pytest.mark.parametrize(
    ("claim", "language", "sentence"),
    [
        (FRENCH, "fr", "Plus de 43 voyages"),
        (GERMAN, "de", "Über eine Million Barrel"),
        (
            saying("between 10,000 and 12,000 people", 0, "range", value=None, low=10_000, high=12_000),
            "en",
            "At least 10,000 came",
        ),
    ],
)
def test_a_sentence_that_says_what_its_claim_says_is_proven(claim: Claim, language: str, sentence: str) -> None:
    assert unproven(sentence, [claim], languages=(language,)) == []
