"""A number that something is measured against is no amount: half of it, a fifth more than it, in ten languages."""

import pytest

from data.numbers import read_numbers
from data.numbers.shares import share_of
from tests.data.proof.proof_of_claim import proof_of

SHARES = {
    "en": ("20 per cent more than 100 barges", "half of 100 barges", "half as many as 100 barges",
           "twice the 100 barges", "a third less than 100 barges", "20% below 100 barges",
           "30 percent over the 100 barges agreed",
           "three times 100 barges", "two thirds of the 100 barges", "by half more than 100 barges",
           "two-thirds of 100 barges", "nine-tenths of the 100 barges", "five sixths of 100 barges",
           "3/4 of 100 barges", "¾ of the 100 barges"),
    "de": ("20 Prozent mehr als 100 Kähne", "die Hälfte von 100 Kähnen", "doppelt so viele wie 100 Kähne",
           "ein Drittel weniger als 100 Kähne", "20 Prozent unter 100 Kähnen", "2/3 der 100 Kähne"),
    "fr": ("20 % de plus que 100 barges", "la moitié de 100 barges", "le double de 100 barges",
           "un tiers de moins que 100 barges", "trois fois plus que 100 barges",
           "les 3/4 de 100 barges"),
    "es": ("un 20 % más que 100 barcos", "la mitad de 100 barcos", "el doble de 100 barcos",
           "un tercio menos que 100 barcos", "tres veces más que 100 barcos"),
    "ru": ("на 20% больше, чем 100 барж", "половина от 100 барж", "вдвое больше 100 барж", "на треть меньше 100 барж",
           "в два раза больше, чем 100 барж"),
    "uk": ("на 20% більше, ніж 100 барж", "половина зі 100 барж", "вдвічі більше за 100 барж",
           "на третину менше ніж 100 барж"),
    "ar": ("نصف 100 سفينة", "ضعف 100 سفينة", "أكثر من 100 سفينة بنسبة 20%", "أكثر بنسبة 20% من 100 سفينة"),
    "zh": ("比100艘多20%", "100艘的一半", "100艘的两倍", "比100艘船少三分之一"),
    "ja": ("100隻より20%多い", "100隻の半分", "100隻の2倍", "100隻より3割少ない"),
    "ko": ("100척보다 20% 많은", "100척의 절반", "100척의 두 배", "100척보다 3분의 1 적은"),
}  # fmt: skip
AMOUNTS = {
    "en": ("over 100 barges", "20 per cent, more than 100 barges, came", "in the third quarter over 100 barges came",
           "100 barges, half of them empty", "100 barges, 20 per cent more than in 2023", "one of 100 barges",
           "twice, more than 100 barges came", "half a million and 100 barges",
           "on 9/10 over 100 barges came", "in 2023/24 more than 100 barges came"),
    "de": ("mehr als 100 Kähne, 20 Prozent mehr als 2023",),
    "fr": ("plus de 100 barges",),
    "es": ("más de 100 barcos",),
    "ru": ("более 100 барж, на 20% больше",),
    "uk": ("понад 100 барж",),
    "ar": ("أكثر من 100 سفينة",),
    "zh": ("超过100艘，比去年多20%", "100艘的油轮"),
    "ja": ("100隻以上、前年より20%多い", "100隻の船"),
    "ko": ("100척 이상, 작년보다 20% 많다", "100척의 배"),
}  # fmt: skip


def told(quote: str, language: str) -> str:
    found = next(one for one in read_numbers(quote, language) if one.low == 100)
    return share_of(quote, found.start, found.end)


@pytest.mark.parametrize(("language", "quote"), [(one, quote) for one in SHARES for quote in SHARES[one]])
def test_a_share_or_multiple_of_a_number_is_seen(language: str, quote: str) -> None:
    assert told(quote, language)


@pytest.mark.parametrize(("language", "quote"), [(one, quote) for one in AMOUNTS for quote in AMOUNTS[one]])
def test_a_number_that_came_is_not_taken_for_one_to_measure_against(language: str, quote: str) -> None:
    assert told(quote, language) == ""


@pytest.mark.parametrize("operator", [">", "=", "~"])
def test_a_claim_of_such_a_number_is_refused_whatever_its_operator(operator: str) -> None:
    found = proof_of("20 per cent more than 100 barges", operator=operator, value=100, unit="barge")
    assert found.keys == ["value"]
    (problem,) = found.problems
    assert problem.what == "“20 per cent more than” measures something against 100, which is no amount by itself"


def test_the_share_itself_is_a_number_of_its_own() -> None:
    quote = "20 per cent more than 100 barges"
    assert [share_of(quote, one.start, one.end) for one in read_numbers(quote)] == ["", "20 per cent more than"]


def test_where_the_same_number_stands_as_an_amount_too_it_counts() -> None:
    quote = "More than 100 barges came, half of the 100 barges by night"
    assert proof_of(quote, operator=">", value=100, unit="barge").keys == []


def test_a_curator_may_say_why_such_a_number_is_what_came() -> None:
    words = {"value_words": "100 barges", "value_reason": "All the barges that came are these hundred."}
    assert proof_of("two thirds of the 100 barges", operator="=", value=100, unit="barge", **words).keys == []
