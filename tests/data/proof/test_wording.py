"""What a curator's sentence may say of its claims: quoted words, and numbers with their operator and unit."""

import pytest

from data.models.evidence import Claim
from data.proof.wording import unproven
from tests.data.proof.proof_of_claim import MEASURES, claim_of

TRIPS = "made over 40 trips in the last eight months"


def saying(quote: str, **keys: object) -> Claim:
    """A claim with this quote."""
    return claim_of(1, quote, {"quote": quote, **keys})


def lacks(sentence: str, *claims: Claim, language: str = "en", **more: list[str]) -> list[str]:
    """What a sentence says and its claims, of a document in this language, do not."""
    found = unproven(sentence, claims, more.get("also", ()), MEASURES, [language], more.get("cited", ()))
    return [lack.seen for lack in found]


def what(sentence: str, *claims: Claim, language: str = "en") -> list[str]:
    """In what way they do not."""
    return [lack.what for lack in unproven(sentence, claims, (), MEASURES, [language])]


@pytest.mark.parametrize(
    "sentence",
    [
        "Over 40 trips “in the last eight months”",
        "Trips “in the … eight months,”",
        "More than forty trips, says the text [B04]",
        "Over 40, says the text [salt-road-014]",
        "40+ trips",
        'Trips "in the last" months',
        "No number and no quotation",
        "Two documents tell one story of three",
    ],
)
def test_a_sentence_that_repeats_its_claims_is_proven(sentence: str) -> None:
    assert lacks(sentence, saying(TRIPS)) == []


@pytest.mark.parametrize(
    ("sentence", "seen"),
    [
        ("Over 60 trips", "60"),
        ("Over 400 trips", "400"),
        ("Over sixty trips", "sixty"),
        ("Over four dozen trips", "four dozen"),
        ("Over forty million trips", "forty million"),
        ("Over 40 to 50 trips", "40 to 50"),
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
    assert lacks(sentence, saying(TRIPS)) == [seen]


@pytest.mark.parametrize(
    ("language", "sentence", "seen"),
    [
        ("en", "Over ninety million barrels", "ninety million"),
        ("en", "Over 9×10⁷ barrels", "9×10⁷"),
        ("ko", "약9000만 배럴", "9000만"),
        ("ko", "선적량 약 9천만 배럴", "9천만"),
        ("zh", "石油9000万桶", "9000万"),
        ("zh", "石油九千万桶", "九千万"),
        ("ru", "более 90 млн баррелей", "90 млн"),
        ("ar", "أكثر من ٩٠ مليون برميل", "٩٠ مليون"),
    ],
)
def test_numbers_are_read_in_any_script_and_wherever_they_touch(language: str, sentence: str, seen: str) -> None:
    claim = saying("over one million barrels", operator=">", value=1_000_000, unit="barrel")
    assert lacks(sentence, claim, language=language) == [seen]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Over 1,000,000 barrels"),
        ("en", "Over a million barrels"),
        ("en", "More than 1m bbl"),
        ("en", "> 1,000,000 barrels"),
        ("ko", "100만 배럴 초과"),
        ("ru", "более 1 млн баррелей"),
        ("zh", "超过一百万桶"),
        ("ar", "أكثر من مليون برميل"),
    ],
)
def test_the_same_number_in_other_words_is_said(language: str, sentence: str) -> None:
    claim = saying("over one million barrels", operator=">", value=1_000_000, unit="barrel")
    assert lacks(sentence, claim, language=language) == []


OPERATOR = "the claim says > of this number, the sentence something else"


@pytest.mark.parametrize(
    "sentence", ["Under 40 trips", "At most 40 trips", "At least 40 trips", "40 trips", "About 40 trips", "40 or fewer"]
)
def test_an_operator_that_disagrees_or_is_dropped_is_named(sentence: str) -> None:
    assert what(sentence, saying(TRIPS)) == [OPERATOR]


@pytest.mark.parametrize("sentence", ["About 40 trips", "40 trips", "Some 40 trips"])
def test_about_weakens_an_exact_number_and_says_nothing_more(sentence: str) -> None:
    assert what(sentence, saying("They made 40 trips")) == []


UNIT = "the claim counts barrel, the sentence something else"


@pytest.mark.parametrize("sentence", ["Over 1,000,000 tonnes", "Over a million trips", "Over 1,000,000 barrels a day"])
def test_a_unit_or_rate_that_disagrees_is_named(sentence: str) -> None:
    assert what(sentence, saying("over one million barrels of oil")) == [UNIT]


def test_the_rate_of_a_claim_may_not_be_dropped() -> None:
    claim = saying("45,000 barrels a day", operator="=", value=45_000, unit="barrel-per-day")
    assert what("45,000 barrels", claim) == ["the claim counts barrel a day, the sentence something else"]
    assert what("45,000 barrels per day", claim) == []
    assert what("45,000 bpd", claim) == []


def test_a_number_without_its_unit_is_that_of_the_claim() -> None:
    assert what("Over 1,000,000, says the text", saying("over one million barrels of oil")) == []


@pytest.mark.parametrize(
    ("sentence", "seen"),
    [
        ("25,000 to 27,000 tonnes", []),
        ("Between 25,000 and 27,000 tonnes", []),
        ("25,000–27,000 tonnes", []),
        ("25,000 to 28,000 tonnes", ["25,000 to 28,000"]),
        ("25,000 tonnes", ["25,000"]),
    ],
)
def test_a_range_is_said_whole(sentence: str, seen: list[str]) -> None:
    claim = saying("between 25,000 and 27,000 tonnes", operator="range", low=25_000, high=27_000, unit="tonne")
    assert lacks(sentence, claim) == seen


@pytest.mark.parametrize(
    ("sentence", "seen"),
    [
        ("Two texts, one origin", []),
        ("Twelve questions, a dozen answers", []),
        ("Three trips", ["Three"]),
        ("Thirteen questions", ["Thirteen"]),
        ("2 texts", ["2"]),
    ],
)
def test_small_numbers_in_words_that_count_nothing_are_prose(sentence: str, seen: list[str]) -> None:
    assert lacks(sentence, saying("they left")) == seen


def test_a_part_of_a_word_is_not_a_quotation() -> None:
    assert lacks("“able to load”", saying("they were unable to load")) == ["“able to load”"]


def test_words_of_a_script_without_spaces_may_be_quoted_in_part() -> None:
    assert lacks("“유조선”", saying("유조선이 항구를 떠났다"), language="ko") == []


def test_the_words_may_stand_in_any_one_claim_but_not_across_two() -> None:
    claims = [saying("tankers leave the port"), saying("empty and at night")]
    assert lacks("“leave the port” and “port … empty”", *claims) == ["“port … empty”"]


@pytest.mark.parametrize(
    ("sentence", "missing"),
    [
        ("It made “40 trips” in eight months", "no operator 40"),
        ('It made "40 trips"', "no operator 40"),
        ("Under “40 trips”", "< 40"),
        ("It made over “40 trips”", ""),
        ("It “made over 40 trips”", ""),
        ("More than “40” trips", ""),
        ("“made over 40 … in the last eight months”", ""),
    ],
)
def test_an_operator_may_not_be_cut_off_by_quotation_marks(sentence: str, missing: str) -> None:
    assert lacks(sentence, saying(TRIPS)) == ([missing] if missing else [])


def test_a_part_of_a_number_is_no_quotation() -> None:
    claim = saying("more than 26,000 tonnes of coal")
    assert lacks("They took more than “26,000 tonnes”", claim) == []
    assert lacks("They took “26,000 tonnes”", claim) == ["no operator 26,000"]
    assert lacks("They took more than “26” thousand", claim) == ["26"]


def test_numbers_inside_a_quotation_are_proven_with_its_words() -> None:
    assert lacks("They say “over 40 trips”", saying(TRIPS)) == []
    assert lacks("They say “over 60 trips”", saying(TRIPS)) == ["“over 60 trips”"]


def test_numbers_of_the_row_s_own_date_may_be_repeated_where_they_count_nothing() -> None:
    assert lacks("Since March 2024", saying("since March"), also=["2024-03/.."]) == []
    assert lacks("Over 2024 trips since March", saying("since March"), also=["2024-03/.."]) == ["2024"]
    assert lacks("Since March 2023", saying("since March"), also=["2024-03/.."]) == ["2023"]


def test_numbers_of_cited_records_may_be_repeated_however_they_are_compared() -> None:
    record = "33 barges with copper passed the locks"
    assert lacks("More than 33 barges, says the lock [salt-road-014]", cited=[record]) == []
    assert lacks("34 barges", cited=[record]) == ["34"]


def test_a_value_counts_as_said() -> None:
    claim = saying("a great many barrels", operator=">", value=1e6, unit="barrel")
    assert lacks("Over 1,000,000 barrels", claim) == []


def test_the_ids_of_claims_and_records_are_no_numbers() -> None:
    assert lacks("Counted [P02] and cited [salt-road-014]", saying("counted")) == []
    assert lacks("Counted [31-2031]", saying("counted")) == ["31-2031"]


def test_a_long_row_of_dots_is_read_in_no_time() -> None:
    sentence = "“" + "a…" * 900 + "b”"
    assert len(lacks(sentence, saying("a " * 1_999 + "a"))) == 1


@pytest.mark.parametrize("language", ["de", "fr", "es", "ru", "tr", "en"])
def test_an_english_sentence_beside_a_text_that_sets_its_digits_apart_otherwise_is_read_in_english(
    language: str,
) -> None:
    claim = saying("1.200 Fahrten", operator="=", value=1200, unit="trip")
    assert lacks("1,200 trips", claim, language=language) == []
    assert lacks("1,300 trips", claim, language=language) == ["1,300"]
