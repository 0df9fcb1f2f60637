"""The one reader of numbers: a text -> every number in it, with the words, operator, unit, rate and negation around it.

It reads en, ko, ru, uk, zh, ja, ar, de, fr and es: digits of any script with the separators of CLDR, scale words and
abbreviations, spelled numbers, halves and dozens, ranges. What gives no number ("dozens of trips", 수십 차례) gives no
reading. The check, the sentences and the pages ask it, so that a number means the same everywhere.
"""

from dataclasses import dataclass
from functools import lru_cache

from data.numbers.folding import Folded, folded
from data.numbers.grouping import numerals_in
from data.numbers.lexicon import LANGUAGES, base_of, lexicon_of, scripts_in
from data.numbers.ranges import Stretch, stretches
from data.numbers.units import UnitWords, units_of

__all__ = ["LANGUAGES", "Reading", "is_read", "numbers_in", "read_numbers"]


@dataclass(frozen=True)
class Reading:
    """One number of a text, or one range.

    `start`, `end`: code points of the numeral with its scale (both numerals of a range); `words` is that slice.
    `low`, `high`: what it gives, equal unless it is a range. `operators`: those that the words allow, empty where they
    give none; `range` for a range. `unit`: id of the noun counted (barrel), empty where none is named or known; then
    `following` is the first word behind the number, if it could name one. `rate`: for each what (year, day, vessel), or
    empty. `negation`: the word that denies it, or empty. `alternatives`: what else the same digits mean elsewhere.
    `spelled`: in words alone. `ordinal`: it says which one it is, with its mark (12th, 第12次), and counts nothing.
    """

    start: int
    end: int
    words: str
    low: float
    high: float
    operators: frozenset[str] = frozenset()
    unit: str = ""
    rate: str = ""
    negation: str = ""
    following: str = ""
    alternatives: tuple[float, ...] = ()
    spelled: bool = False
    ordinal: bool = False

    @property
    def is_range(self) -> bool:
        return "range" in self.operators


def read_numbers(
    text: str, language: str = "en", units: UnitWords | None = None, *, ordinals: bool = False
) -> tuple[Reading, ...]:
    """Every number that a text gives, in order; `language` is that of the text (BCP 47) and decides "1.200".

    `units` are the words of units to look for, by default those of the field. Of ordinals those in
    digits are given (12th), and those in words if `ordinals` asks for them. Never raises, whatever the text.
    """
    return _read(text, language, units, ordinals)


@lru_cache(maxsize=4096)  # each check of a folder and each page reads the same sentences again
def _read(text: str, language: str, units: UnitWords | None, ordinals: bool) -> tuple[Reading, ...]:
    view = folded(text)
    base = base_of(language)
    lexicon = lexicon_of(language, scripts_in(view.text))
    words = units or units_of(base if base in LANGUAGES else language)
    numerals = numerals_in(view.text, lexicon, words)
    found = stretches(numerals, view.text, lexicon, words)
    return tuple(
        _reading(stretch, text, view) for stretch in found if ordinals or not (stretch.ordinal and stretch.spelled)
    )


def numbers_in(text: str, language: str = "en") -> tuple[float, ...]:
    """The numbers of a text alone, in order; a range gives both its ends."""
    return tuple(
        number
        for reading in read_numbers(text, language)
        for number in ((reading.low, reading.high) if reading.is_range else (reading.low,))
    )


def is_read(language: str) -> bool:
    """True for a language whose number words are read."""
    return base_of(language) in LANGUAGES


def _reading(stretch: Stretch, text: str, view: Folded) -> Reading:
    start, end = view.span(stretch.start, stretch.end)
    found = stretch.around
    return Reading(
        start,
        end,
        text[start:end],
        stretch.low,
        stretch.high,
        found.operators,
        found.unit,
        found.rate,
        found.negation,
        found.following,
        stretch.others,
        stretch.spelled,
        stretch.ordinal,
    )
