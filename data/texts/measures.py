"""What the units of a case count: a noun, and for each what; and the words that texts have for them."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from data.models.case import Unit
from data.numbers.folding import folded
from data.numbers.units import UnitWords, units_of

PER = re.compile(r"\s+(?:a|an|per|each|every)\s+|\s*/\s*")


class Measure(NamedTuple):
    """What a unit counts: barrel, and for each what: year; the rate is empty for an amount."""

    noun: str
    rate: str = ""


class Measures:
    """The units of a case: what each counts, and every word by which a text may name what is counted."""

    def __init__(self, units: Iterable[Unit], language: str = "en") -> None:
        units = tuple(units)
        common = units_of(language)
        ids = {unit.id for unit in units}
        self.by_id = {unit.id: _measure(unit, common, ids) for unit in units}
        more: dict[str, list[str]] = {}
        for unit in units:
            nouns = [PER.split(words, maxsplit=1)[0] for words in (unit.one, unit.many)]
            more.setdefault(self.by_id[unit.id].noun, []).extend((*nouns, *unit.words))
            rate = self.by_id[unit.id].rate
            if rate and rate == common.noun_of(rate) and rate not in common.nouns:  # a sack, of crowns a sack
                more.setdefault(rate, []).append(rate)
        self.words = common.with_words(more)
        self._names = {noun: words[0] for noun, words in more.items()}

    def name(self, noun: str, rate: str = "") -> str:
        """A noun and its rate in words: barrel a year."""
        said = self._names.get(noun, noun)
        return f"{said} a {self._names.get(rate, rate)}" if rate else said


@lru_cache(maxsize=32)  # cards and exports ask for those of one case again and again
def measures_of(units: tuple[Unit, ...], language: str) -> Measures:
    """The units of a case in one language, put together once."""
    return Measures(units, language)


def _measure(unit: Unit, common: UnitWords, ids: set[str]) -> Measure:
    noun, *rates = PER.split(folded(unit.one).text, maxsplit=1)
    rate = common.noun_of(rates[0]) if rates else ""
    known = common.noun_of(noun)
    # "times" counts trips in a text, unless the case has both as units of their own.
    return Measure(unit.id if not rate and known != unit.id and known in ids else known, rate)
