"""What the text says of a number just outside the quote is named, so that no operator, rate or denial is cut off."""

import pytest

from tests.data.proof.proof_of_claim import proof_of

SOUND: tuple[tuple[str, str], ...] = ()


def warned(text: str, quote: str, language: str = "en", unit: str = "trip") -> tuple[tuple[str, str], ...]:
    """The warnings of a claim of 40 that quotes a part of a text."""
    found = proof_of(quote, text, language, operator="=", value=40, unit=unit)
    assert found.problems == ()
    return found.warned


@pytest.mark.parametrize(
    ("language", "text", "quote", "more"),
    [
        ("en", "They made over 40 trips", "40 trips", "“>”"),
        ("en", "They made 40 trips at most", "40 trips", "“<=”"),
        ("en", "They denied 40 trips", "40 trips", "“denied”"),
        ("en", "It is not true that 40 trips were made", "40 trips were made", "“not”"),
        ("en", "They made 40 trips a month", "40 trips", "“a month”"),
        ("ru", "Сделано более 40 рейсов", "40 рейсов", "“>”"),
        ("ko", "40차례 이상", "40차례", "“>=”"),
    ],
)
def test_what_a_quote_cuts_off_is_warned_of(language: str, text: str, quote: str, more: str) -> None:
    (warning,) = warned(text, quote, language)
    assert warning == ("quote", f"beside the quote the text says {more} of this number")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("They made 40 trips in all", "40 trips"),
        ("They took over 50 barrels in 40 trips", "in 40 trips"),
        ("Over a year passed. They made 40 trips", "They made 40 trips"),
    ],
)
def test_what_belongs_to_something_else_is_not(text: str, quote: str) -> None:
    assert warned(text, quote) == SOUND


def test_a_claim_without_a_number_has_nothing_to_leave_out() -> None:
    assert proof_of("trips were made", "Over 40 trips were made").warned == SOUND
