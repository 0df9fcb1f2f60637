"""One amount in barrels and in tonnes: both are held against each other, and nothing else is."""

import pytest

from tests.data.proof.proof_of_claim import proof_of


def barrels(quote: str, value: float, text: str = "", language: str = "en", **keys: object) -> list[str]:
    """What is wrong with the value of a claim in barrels."""
    found = proof_of(quote, text, language, operator="=", value=value, unit="barrel", **keys)
    return [what for key, what in found.refused if key == "value"]


BOTH = ["the text gives this amount in barrels and in tonnes, and both cannot be right"]


@pytest.mark.parametrize(
    ("language", "text", "quote", "value", "wrong"),
    [
        ("en", "It took a million barrels, or 56,000 tonnes, of oil.", "a million barrels", 1_000_000, BOTH),
        ("en", "It took a million barrels (56,000 tonnes) of oil.", "a million barrels", 1_000_000, BOTH),
        ("en", "It took a million barrels of oil, equivalent to 56,000 tonnes.", "a million barrels", 1_000_000, BOTH),
        ("en", "It took 56,000 tonnes, or about a million barrels.", "a million barrels", 1_000_000, BOTH),
        ("en", "It took 75,000 barrels, or 10,000 tonnes, of oil.", "75,000 barrels", 75_000, []),
        ("en", "It took 75,000 barrels (some 10,000 tonnes) of oil.", "75,000 barrels", 75_000, []),
        ("en", "It took 75,000 barrels, i.e. 10,000 tonnes.", "75,000 barrels", 75_000, []),
        ("de", "Es waren 1 Million Barrel oder 56.000 Tonnen.", "1 Million Barrel", 1_000_000, BOTH),
        ("ru", "Вывезен 1 млн баррелей, или 56 000 тонн.", "1 млн баррелей", 1_000_000, BOTH),
        ("ko", "원유 100만 배럴(5만6천 톤)을 실었다.", "100만 배럴", 1_000_000, BOTH),
        ("ko", "원유 7만5천 배럴(1만 톤)을 실었다.", "7만5천 배럴", 75_000, []),
        ("zh", "石油一百万桶，即五万六千吨。", "一百万桶", 1_000_000, BOTH),
    ],
)
def test_two_measures_of_one_amount_must_be_a_cargo_that_can_be(
    language: str, text: str, quote: str, value: float, wrong: list[str]
) -> None:
    assert barrels(quote, value, text, language) == wrong


@pytest.mark.parametrize(
    "text",
    [
        "It took a million barrels of oil and 56,000 tonnes of coal.",
        "It took a million barrels. Then 56,000 tonnes followed.",
        "It took a million barrels in 40 trips, 56,000 tonnes of it at night.",
        "It took a million barrels a year, or 56,000 tonnes a month.",
        "It took a million barrels, or between 56,000 and 57,000 tonnes.",
    ],
)
def test_amounts_that_are_not_said_to_be_one_are_left_alone(text: str) -> None:
    assert barrels("took a million barrels", 1_000_000, text) == []


def test_the_claim_in_tonnes_is_refused_too_with_the_reason() -> None:
    found = proof_of(
        "56,000 tonnes", "It took a million barrels, or 56,000 tonnes.", operator="=", value=56_000, unit="tonne"
    )
    assert found.keys == ["value"]
    assert "17.86 barrels a tonne" in found.problems[0].expected


def test_a_claim_on_another_number_of_the_sentence_is_sound() -> None:
    text = "In 40 trips it took a million barrels, or 56,000 tonnes."
    assert proof_of("In 40 trips", text, operator="=", value=40, unit="trip").problems == ()
