"""Other people's writers of numbers as oracles: what they write, the reader reads.

num2words spells (it has no Chinese; ten lines below spell it by the rules of school), CLDR through babel writes digits
and short and long compact forms. NUMBERS_ORACLE sets how many numbers a language spells, up to 10,000.
"""

import os
import random
import re
from decimal import Decimal
from math import isclose
from typing import Literal

import pytest
from babel.numbers import format_compact_decimal, format_decimal
from num2words import num2words

from data.numbers import read_numbers

COUNT = min(int(os.environ.get("NUMBERS_ORACLE", "1000")), 10_000)
BARRELS = {
    "en": " barrels",
    "ko": " 배럴",
    "ru": " баррелей",
    "uk": " барелів",
    "zh": "桶",
    "ja": "バレル",
    "ar": " برميل",
    "de": " Barrel",
    "fr": " barils",
    "es": " barriles",
}
# num2words spells 401,000 in Arabic as 400 and a thousand thousands; nobody counts two barrels as 이, which is "this".
MISSPELT = re.compile("ألف ألف|^이 배럴$")
EVERY_LANGUAGE = pytest.mark.parametrize("language", BARRELS)


def sample(language: str) -> list[int]:
    """Half of any size, half of few digits: drawn evenly nearly all would have seven."""
    draw = random.Random(language)
    return [draw.randint(0, 10 ** draw.choice((7, 7, 2, 3, 4, 5, 6))) for _ in range(COUNT)]


def spelled(number: int, language: str) -> str:
    if language == "zh":
        words = chinese(number)
        return words[1:] if words.startswith("一十") else words
    return str(num2words(number, lang=language))


def chinese(number: int) -> str:
    """The Chinese words of a number below a hundred million; 零 stands once for any run of empty places."""
    if number >= 10_000:
        high, low = divmod(number, 10_000)
        gap = "零" if 0 < low < 1000 else ""
        return f"{chinese(high)}万{gap}{chinese(low) if low else ''}"
    words, gap = "", ""
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        words += gap + "零一二三四五六七八九"[digit] + name if digit else ""
        gap = "零" if words and not digit else ""
    return words or "零"


def misread(written: dict[str, float], language: str) -> dict[str, list[tuple[float, str]]]:
    """The first ten of the phrases that are read otherwise than meant, with what was read."""
    found = {phrase: [(reading.low, reading.unit) for reading in read_numbers(phrase, language)] for phrase in written}
    wrong = {phrase: seen for phrase, seen in found.items() if not is_barrels(seen, written[phrase])}
    return dict(list(wrong.items())[:10])


def is_barrels(seen: list[tuple[float, str]], number: float) -> bool:
    return [unit for _, unit in seen] == ["barrel"] and isclose(seen[0][0], number)


def round_numbers() -> list[int]:
    """Numbers of at most two digits and zeros, below ten thousand million: a compact form says them exactly."""
    return [lead * 10**zeros for lead in (1, 2, 5, 12, 43, 99) for zeros in range(9)]


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "零"), (12, "一十二"), (105, "一百零五"), (1005, "一千零五"), (10_005, "一万零五"), (1_200_000, "一百二十万")],
)
def test_the_chinese_oracle_spells_as_taught_in_school(number: int, words: str) -> None:
    assert chinese(number) == words


@EVERY_LANGUAGE
def test_a_spelled_number_is_read(language: str) -> None:
    spellings = {spelled(number, language) + BARRELS[language]: float(number) for number in sample(language)}
    assert misread({words: number for words, number in spellings.items() if not MISSPELT.search(words)}, language) == {}


@EVERY_LANGUAGE
@pytest.mark.parametrize("length", ["short", "long"])
def test_a_compact_form_is_read(language: str, length: Literal["short", "long"]) -> None:
    def compact(number: int) -> str:
        return format_compact_decimal(number, format_type=length, locale=language, fraction_digits=4)

    written = {compact(number) + BARRELS[language]: float(number) for number in round_numbers()}
    assert misread(written, language) == {}


@pytest.mark.parametrize(("language", "digits"), [*((language, "latn") for language in BARRELS), ("ar", "arab")])
def test_digits_are_read_with_the_separators_of_their_language(language: str, digits: Literal["latn", "arab"]) -> None:
    numbers = [Decimal(number) / places for number in sample(language)[:300] for places in (1, 10, 100)]
    written = {
        format_decimal(number, locale=language, numbering_system=digits) + BARRELS[language]: float(number)
        for number in numbers
    }
    assert misread(written, language) == {}
