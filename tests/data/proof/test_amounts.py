"""A claim's number is the one that its words give: the value, the operator, the unit and its rate, not denied."""

import pytest

from tests.data.proof.proof_of_claim import proof_of

SOUND: list[str] = []


def keys(quote: str, language: str, operator: str, value: float, unit: str, **more: str) -> list[str]:
    """The keys of a claim in which something is wrong, where its number is given by one value."""
    return proof_of(quote, language=language, operator=operator, value=value, unit=unit, **more).keys


def keys_of_range(quote: str, low: float, high: float, unit: str, language: str = "en") -> list[str]:
    """The same where it is given as a range."""
    return proof_of(quote, language=language, operator="range", low=low, high=high, unit=unit).keys


@pytest.mark.parametrize(
    ("language", "quote", "operator", "value", "unit"),
    [
        ("en", "over one million barrels of oil", ">", 1_000_000, "barrel"),
        ("en", "up to 700,000 barrels", "<=", 700_000, "barrel"),
        ("en", "two dozen trips", "=", 24, "trip"),
        ("en", "one point two million barrels", "=", 1_200_000, "barrel"),
        ("en", "some 1.2m bbl", "~", 1_200_000, "barrel"),
        ("en", "half a million tonnes", "=", 500_000, "tonne"),
        ("en", "In 2030 some 40 trips were made", "~", 40, "trip"),
        ("en", "9×10⁷ barrels", "=", 90_000_000, "barrel"),
        ("ko", "100만 배럴 이상", ">=", 1_000_000, "barrel"),
        ("ko", "40여 차례", ">", 40, "trip"),
        ("ru", "более 1 млн баррелей", ">", 1_000_000, "barrel"),
        ("uk", "понад мільйон барелів", ">", 1_000_000, "barrel"),
        ("zh", "超过一百万桶", ">", 1_000_000, "barrel"),
        ("ja", "100万バレル以上", ">=", 1_000_000, "barrel"),
        ("ar", "أكثر من مليون برميل", ">", 1_000_000, "barrel"),
        ("ar", "٥٠٠٬٠٠٠ برميل", "=", 500_000, "barrel"),
        ("de", "rund 1.200.000 Barrel", "~", 1_200_000, "barrel"),
        ("fr", "plus de 1 200 000 barils", ">", 1_200_000, "barrel"),
        ("es", "hasta 500.000 barriles", "<=", 500_000, "barrel"),
    ],
)
def test_what_the_words_give_is_sound(language: str, quote: str, operator: str, value: float, unit: str) -> None:
    assert keys(quote, language, operator, value, unit) == SOUND


@pytest.mark.parametrize(
    ("language", "quote", "operator", "value", "unit", "said"),
    [
        ("en", "two dozen trips", "=", 14, "trip", "'two dozen' is 24"),
        ("en", "one point two million barrels", "=", 2_000_000, "barrel", "'one point two million' is 1,200,000"),
        ("en", "1.5 million barrels", "=", 1.5, "barrel", "'1.5 million' is 1,500,000"),
        ("en", "1.2m barrels", "=", 1.2, "barrel", "'1.2m' is 1,200,000"),
        ("en", "500k barrels", "=", 500, "barrel", "'500k' is 500,000"),
        ("en", "over one million barrels", ">", 10_000_000, "barrel", "'one million' is 1,000,000"),
        ("en", "9×10⁷ barrels", "=", 9, "barrel", "'9×10⁷' is 90,000,000"),
        ("en", "In 2030 some 40 trips were made", "~", 50, "trip", "'2030' is 2,030; '40' is 40"),
        ("ko", "100만 배럴", "=", 100, "barrel", "'100만' is 1,000,000"),
        ("ru", "1 млн баррелей", "=", 1, "barrel", "'1 млн' is 1,000,000"),
        ("de", "1.000.000 Barrel", "=", 1, "barrel", "'1.000.000' is 1,000,000"),
        ("fr", "1 000 000 barils", "=", 0, "barrel", "'1 000 000' is 1,000,000"),
        ("es", "1,2 millones de barriles", "=", 2_000_000, "barrel", "'1,2 millones' is 1,200,000"),
        ("ar", "٥٠٠٬٠٠٠ برميل", "=", 500, "barrel", "'٥٠٠٬٠٠٠' is 500,000"),
        ("zh", "一百万桶", "=", 100, "barrel", "'一百万' is 1,000,000"),
        ("en", "minus five tonnes", "=", 5, "tonne", "'minus five' is -5"),
    ],
)
def test_another_value_is_refused_with_the_one_that_the_words_give(
    language: str, quote: str, operator: str, value: float, unit: str, said: str
) -> None:
    found = proof_of(quote, language=language, operator=operator, value=value, unit=unit)
    assert (found.keys, found.seen) == (["value"], said)


def test_the_remedy_of_another_value_is_the_line_to_write() -> None:
    found = proof_of("over 40 trips", operator=">", value=400, unit="trip")
    assert found.remedy == "Write value = 40, or quote the words that give 400."
    assert found.refused == (("value", "the words do not give 400"),)


@pytest.mark.parametrize(
    ("quote", "low", "high", "wrong"),
    [
        ("between forty and fifty trips", 40, 50, SOUND),
        ("40–50 trips", 40, 50, SOUND),
        ("from 40 to 50 trips", 40, 50, SOUND),
        ("at least 40 trips and at most 50 trips", 40, 50, SOUND),
        ("between forty and fifty trips", 40, 90, ["high"]),
        ("between forty and fifty trips", 4, 50, ["high"]),
        ("over 40 trips", 40, 50, ["high"]),
        ("at most 40 trips, at least 50 trips", 40, 50, ["high"]),
    ],
)
def test_a_range_is_a_range_with_both_its_ends(quote: str, low: float, high: float, wrong: list[str]) -> None:
    assert keys_of_range(quote, low, high, "trip") == wrong


def test_a_range_is_no_single_number() -> None:
    found = proof_of("between forty and fifty trips", operator="=", value=90, unit="trip")
    assert (found.keys, found.seen) == (["value"], "'forty and fifty' is 40 to 50")
    assert found.remedy.endswith('A range has operator = "range", low and high; a single number has value.')
    assert keys("between forty and fifty trips", "en", "=", 40, "trip") == ["value"]


@pytest.mark.parametrize(
    ("language", "quote", "operator", "allowed"),
    [
        ("en", "over 40 trips", "<", ">"),
        ("en", "over 40 trips", "=", ">"),
        ("en", "up to 40 trips", ">", "<="),
        ("en", "40 trips", ">", "="),
        ("en", "no fewer than 40 trips", "<=", ">="),
        ("en", "40 trips or more", ">", ">="),
        ("en", "under 40 trips", ">", "<"),
        ("ko", "40차례 이상", "<=", ">="),
        ("ru", "менее 40 рейсов", ">", "<"),
        ("ar", "أكثر من ٤٠ رحلة", "=", ">"),
        ("de", "höchstens 40 Fahrten", ">=", "<="),
        ("zh", "不超过40次", ">=", "<="),
    ],
)
def test_an_operator_that_the_words_contradict_is_refused(
    language: str, quote: str, operator: str, allowed: str
) -> None:
    found = proof_of(quote, language=language, operator=operator, value=40, unit="trip")
    assert found.keys == ["operator"]
    assert found.remedy == f'Write operator = "{allowed}", or quote the words that give {operator}.'


@pytest.mark.parametrize("operator", ["=", "~"])
def test_words_without_an_operator_are_exact_or_about(operator: str) -> None:
    assert keys("40 trips", "en", operator, 40, "trip") == SOUND


@pytest.mark.parametrize(
    ("language", "quote", "unit", "what"),
    [
        ("en", "1,000,000 tonnes of oil", "barrel", "the text counts tonne, not barrel"),
        ("en", "1,000,000 litres of oil", "barrel", "the text counts litre, not barrel"),
        ("en", "1,000,000 barrels", "barrel-per-day", "no words of the quote say “a day”, which is part of the unit"),
        ("en", "1,000,000 tonnes a month", "tonne-per-year", "the text counts at a rate that the unit does not have"),
        ("en", "1,000,000 crates of oil", "barrel", "the words behind 1,000,000 are not those of barrel"),
        ("ko", "100만 톤", "barrel", "the text counts tonne, not barrel"),
        ("ru", "1 млн тонн", "barrel", "the text counts tonne, not barrel"),
        ("ar", "مليون طن", "barrel", "the text counts tonne, not barrel"),
    ],
)
def test_a_unit_or_rate_that_the_words_contradict_is_refused(language: str, quote: str, unit: str, what: str) -> None:
    found = proof_of(quote, language=language, operator="=", value=1_000_000, unit=unit)
    assert found.keys == ["unit"]
    assert found.refused[0][1].startswith(what)


@pytest.mark.parametrize(
    ("quote", "unit"),
    [
        ("45,000 barrels a day", "barrel-per-day"),
        ("45,000 barrels per day", "barrel-per-day"),
        ("45,000 bpd", "barrel-per-day"),
        ("45,000 tonnes annually", "tonne-per-year"),
        ("no more than 45,000 tonnes in twelve months", "tonne-per-year"),
    ],
)
def test_a_rate_in_other_words_is_that_of_the_unit(quote: str, unit: str) -> None:
    operator = "<=" if quote.startswith("no") else "="
    assert keys(quote, "en", operator, 45_000, unit) == SOUND


def test_the_words_of_a_unit_in_the_case_name_it_in_any_language() -> None:
    assert keys("40 барж", "ru", "=", 40, "barge") == SOUND
    assert keys("40 барж", "ru", "=", 40, "trip") == ["unit"]


def test_a_number_without_the_word_for_its_unit_is_warned_of() -> None:
    found = proof_of("It was 40 in all", operator="=", value=40, unit="trip")
    assert found.problems == ()
    assert found.warned == (("unit", "the quote does not name the unit beside the number"),)


@pytest.mark.parametrize(
    ("language", "quote"),
    [
        ("en", "They denied that 40 trips were made"),
        ("en", "none of the 40 trips were made"),
        ("en", "not 40 trips"),
        ("ru", "не 40 рейсов"),
    ],
)
def test_a_number_that_the_words_deny_is_denied(language: str, quote: str) -> None:
    found = proof_of(quote, language=language, operator="=", value=40, unit="trip")
    assert "modality" in found.keys
    assert proof_of(quote, language=language, operator="=", value=40, unit="trip", modality="denied").problems == ()


def test_what_denies_nothing_is_no_denial() -> None:
    assert keys("no fewer than 40 trips", "en", ">=", 40, "trip") == SOUND
    assert keys("not only 40 trips", "en", "=", 40, "trip") == SOUND


@pytest.mark.parametrize(
    ("quote", "value"),
    [("It left in 2030", 2030), ("since June 2024 it went", 2024), ("It left on 14 June", 14)],
)
def test_a_year_or_a_day_is_no_amount(quote: str, value: float) -> None:
    assert keys(quote, "en", "=", value, "barrel") == ["value"]


@pytest.mark.parametrize(("quote", "value"), [("2030 barrels", 2030), ("2,030 barrels in June", 2030)])
def test_a_number_that_could_be_a_year_and_counts_something_is_an_amount(quote: str, value: float) -> None:
    assert keys(quote, "en", "=", value, "barrel") == SOUND


def test_value_words_choose_among_several_numbers() -> None:
    quote = "40 trips of the one fleet, 60 trips of the other"
    assert keys(quote, "en", "=", 60, "trip", value_words="60 trips") == SOUND
    assert keys(quote, "en", "=", 60, "trip", value_words="40 trips") == ["value"]


@pytest.mark.parametrize(
    ("quote", "value", "words", "what"),
    [
        ("over 40 trips were made", 99, "e", "these words do not stand in the quote as whole words"),
        ("over 140 trips were made", 40, "40", "these words do not stand in the quote as whole words"),
        ("over 140 trips were made", 40, "41", "these words do not stand in the quote as whole words"),
        ("over 40 trips were made", 40, "trips", "the words named hold no whole number"),
        ("over 1.2 million trips were made", 1.2, "1.2", "the words named hold no whole number"),
    ],
)
def test_value_words_are_a_whole_number_of_the_quote(quote: str, value: float, words: str, what: str) -> None:
    found = proof_of(quote, operator=">", value=value, unit="trip", value_words=words)
    assert found.refused == (("value_words", what),)


def test_spaces_that_only_look_alike_are_one_in_value_words() -> None:
    assert keys("plus de 1\u00a0000\u00a0000 barils", "fr", ">", 1e6, "barrel", value_words="1 000 000") == SOUND


@pytest.mark.parametrize(
    ("language", "quote", "words"),
    [("en", "a baker's gross of trips", "a baker's gross"), ("sw", "safari arobaini", "arobaini")],
)
def test_a_number_that_no_machine_reads_needs_its_words_and_a_reason(language: str, quote: str, words: str) -> None:
    assert keys(quote, language, "=", 40, "trip", value_words=words, value_reason="It means 40.") == SOUND
    assert keys(quote, language, "=", 40, "trip", value_words=words) == ["value_words"]
    assert keys(quote, language, "=", 40, "trip", value_reason="It means 40.") == ["value_words"]
    assert keys(quote, language, "=", 40, "trip") == ["value"]


def test_a_reason_is_refused_where_a_machine_reads_the_words() -> None:
    assert keys("over 40 trips", "en", ">", 40, "trip", value_words="40", value_reason="So it is.") == ["value_reason"]


def test_a_reason_does_not_make_another_number_of_words_that_are_read() -> None:
    assert keys("over 40 trips", "en", ">", 400, "trip", value_words="40", value_reason="A nought.") == ["value"]


def test_digits_that_mean_two_numbers_are_settled_by_a_reason() -> None:
    quote = "1.200 tonnes"
    found = proof_of(quote, operator="=", value=1200, unit="tonne")
    assert found.remedy == (
        "Write 1.2; if the text means 1,200, copy '1.200' into value_words and say in value_reason why these words "
        "give the number."
    )
    assert keys(quote, "en", "=", 1200, "tonne", value_words="1.200", value_reason="The text is a translation.") == []


@pytest.mark.parametrize("key", ["value_words", "value_reason"])
def test_words_for_a_number_that_is_not_there_are_refused(key: str) -> None:
    assert proof_of("numerous trips", **{key: "numerous"}).refused == (
        (key, "there is no number for which this is said"),
    )


def test_a_word_without_a_number_gives_none() -> None:
    assert keys("numerous trips", "en", ">", 40, "trip") == ["value"]
    assert keys("수십 차례", "ko", ">", 40, "trip") == ["value"]


@pytest.mark.parametrize(
    ("language", "quote"),
    [
        ("en", "the 12th trip"),
        ("zh", "第12次"),
        ("ja", "12回目"),
        ("ko", "12번째 항해"),
        ("ru", "12-й рейс"),
        ("de", "die 12. Fahrt"),
        ("fr", "la 12e escale"),
        ("es", "la 12ª escala"),
    ],
)
def test_an_ordinal_is_no_amount(language: str, quote: str) -> None:
    ((key, what),) = proof_of(quote, language=language, operator="=", value=12, unit="trip").refused
    assert (key, what.split(" ", 1)[1]) == ("value", "says which one it is, not an amount")


def test_an_amount_beside_an_ordinal_of_the_same_number_is_one() -> None:
    assert keys("on the 12th trip of 12 trips", "en", "=", 12, "trip") == SOUND


@pytest.mark.parametrize(
    ("language", "quote"),
    [
        ("en", "3 times the cap"),
        ("zh", "上限的3倍"),
        ("ja", "上限の3倍"),
        ("ko", "상한의 3배"),
        ("fr", "3 fois la limite"),
    ],
)
def test_a_multiple_of_something_counts_no_trips(language: str, quote: str) -> None:
    assert proof_of(quote, language=language, operator="=", value=3, unit="trip").refused == (
        ("unit", "the text counts times, not trip"),
    )


def test_between_ten_and_twenty_is_a_range() -> None:
    assert keys_of_range("十几万桶", 100_000, 200_000, "barrel", "zh") == SOUND
    assert keys("十几万桶", "zh", "=", 100_000, "barrel") == ["value"]


def test_several_million_is_no_million() -> None:
    assert keys("数百万桶", "zh", "=", 1_000_000, "barrel") == ["value"]
    assert keys("数百万桶", "zh", "=", 1_000_000, "barrel", value_words="百万") == ["value_words"]
    assert keys("several million barrels", "en", "=", 1_000_000, "barrel", value_words="million") == ["value_words"]
