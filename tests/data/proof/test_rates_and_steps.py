"""A number that is a rate, or a rise or a fall, says so in the words of its quote, and the claim says it too."""

import pytest

from tests.data.proof.proof_of_claim import proof_of

SOUND: list[str] = []


def keys(quote: str, language: str, operator: str, value: float, unit: str, **more: str) -> list[str]:
    """The keys of a claim in which something is wrong, where its number is given by one value."""
    return proof_of(quote, language=language, operator=operator, value=value, unit=unit, **more).keys


@pytest.mark.parametrize(
    ("language", "quote", "per"),
    [
        ("en", "400 tonnes a month", "month"),
        ("en", "400 tonnes a quarter", "quarter"),
        ("en", "400 tonnes each week", "week"),
        ("de", "400 Tonnen pro Quartal", "quarter"),
        ("ru", "400 тонн в квартал", "quarter"),
        ("zh", "每季度400吨", "quarter"),
        ("ar", "400 طن كل عام", "year"),
    ],
)
def test_a_rate_needs_its_per(language: str, quote: str, per: str) -> None:
    assert keys(quote, language, "=", 400, "tonne", per=per) == SOUND
    left_out = proof_of(quote, language=language, operator="=", value=400, unit="tonne")
    assert (left_out.keys, left_out.remedy) == (["per"], f'Write per = "{per}".')
    other = "day" if per != "day" else "year"
    assert keys(quote, language, "=", 400, "tonne", per=other) == ["per"]


def test_a_per_that_no_words_say_is_refused() -> None:
    assert keys("400 tonnes, a quarter of the cap", "en", "=", 400, "tonne") == SOUND
    assert keys("400 tonnes a quarter of them wet", "en", "=", 400, "tonne") == SOUND
    assert keys("400 tonnes of salt", "en", "=", 400, "tonne", per="month") == ["per"]
    assert keys("45,000 barrels a day", "en", "=", 45_000, "barrel-per-day", per="day") == ["per"]


@pytest.mark.parametrize(
    ("language", "quote", "change"),
    [
        ("en", "Sales rose by 400 tonnes", "rise"),
        ("en", "400 tonnes less than before", "fall"),
        ("de", "Der Absatz stieg um 400 Tonnen", "rise"),
        ("ru", "Поставки сократились на 400 тонн", "fall"),
        ("ko", "400톤 증가", "rise"),
    ],
)
def test_a_change_stands_in_the_words(language: str, quote: str, change: str) -> None:
    other = {"rise": "fall", "fall": "rise"}[change]
    assert keys(quote, language, "=", 400, "tonne", change=change) == SOUND
    assert keys(quote, language, "=", 400, "tonne", change=other) == ["change"]


def test_a_step_that_is_taken_for_a_level_is_warned_of() -> None:
    assert warned("Sales rose by more than 400 tonnes", ">") == ["change"]
    assert warned("Sales rose to 400 tonnes", "=") == []
    assert warned("Der Absatz stieg um 400 Tonnen", "=", "de") == ["change"]


def warned(quote: str, operator: str, language: str = "en") -> list[str]:
    """The keys of a claim of 400 tonnes that the check warns of."""
    found = proof_of(quote, language=language, operator=operator, value=400, unit="tonne")
    return [key for key, _ in found.warned]
