"""Words of units in any language, those of the field and those of a case, and where in a text one of them stands."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

import tomli

from data.numbers.folding import folded
from data.numbers.lexicon import HERE, LANGUAGES

# Behind a short word of Hangul one of these may stand; any other syllable makes it another word.
PARTICLES = frozenset("이가은는을를의에로와과도만씩간째당여넘정안내까부으인였입뿐밖중들선꼴")
MULTIPLE = "times"  # three times the cap counts nothing by itself
TIMES = ("day", "week", "month", "year", "hour")


class UnitAt(NamedTuple):
    """A unit that a text names: its noun, where its words end, and what an abbreviation of it holds besides."""

    noun: str
    end: int
    scale: float = 1.0
    rate: str = ""


class UnitWords:
    """All words that name a unit, folded, looked up at a place of a folded text."""

    def __init__(self, nouns: Iterable[tuple[str, str]], compounds: Mapping[str, UnitAt] | None = None) -> None:
        """From pairs of word and noun: of two nouns with the same word the first has it."""
        self.compounds = dict(compounds or {})
        self.nouns: dict[str, str] = {}
        for word, noun in nouns:
            self.nouns.setdefault(folded(word).text, noun)
        self._by_first: dict[str, list[str]] = {}
        for word in sorted({*self.nouns, *self.compounds} - {""}, key=len, reverse=True):
            self._by_first.setdefault(word[0], []).append(word)

    def at(self, text: str, place: int) -> UnitAt | None:
        """The unit whose words begin at a place of a folded text, the longest that fits; None if none does."""
        for word in self._by_first.get(text[place : place + 1], ()):
            end = place + len(word)
            if text.startswith(word, place) and _ends_there(word, text, end):
                compound = self.compounds.get(word)
                return compound._replace(end=end) if compound else UnitAt(self.nouns[word], end)
        return None

    def noun_of(self, word: str) -> str:
        """The noun that a word names; the word itself, folded, where nobody knows it."""
        plain = folded(word).text
        return self.nouns.get(plain, plain)

    def with_words(self, more: Mapping[str, Iterable[str]]) -> "UnitWords":
        """These words and those of a case, which come first: a word names what the case says it names."""
        own = ((word, noun) for noun, words in more.items() for word in words)
        return UnitWords([*own, *self.nouns.items()], self.compounds)


def _ends_there(word: str, text: str, end: int) -> bool:
    last, following = word[-1], text[end : end + 1]
    if not following or not last.isalpha() or "\u3041" <= last <= "\u9fff" or "\uff66" <= last <= "\uff9f":
        return True
    if "\uac00" <= last <= "\ud7a3":
        return len(word) > 1 or not ("\uac00" <= following <= "\ud7a3") or following in PARTICLES
    # 15만 t의: particles touch Latin units.
    return not following.isalnum() or (last.isascii() and "\u3041" <= following <= "\ud7a3")


@lru_cache(maxsize=16)
def units_of(language: str = "en") -> UnitWords:
    """The units of the field: the words of units.toml, and for a language that it does not know those of CLDR."""
    raw = tomli.loads((HERE / "units.toml").read_text(encoding="utf-8"))
    compounds = {
        word: UnitAt(known["unit"], 0, known["scale"], known.get("rate", ""))
        for word, known in raw.pop("compounds").items()
    }
    nouns: dict[str, list[str]] = {noun: known["words"] for noun, known in raw.items()}
    if language not in LANGUAGES:
        for noun, known in raw.items():
            nouns[noun] = [
                *nouns[noun],
                *(word for unit in known.get("cldr", ()) for word in cldr_words(unit, language)),
            ]
    return UnitWords([(word, noun) for noun, words in nouns.items() for word in words], compounds)


def cldr_words(unit: str, language: str) -> frozenset[str]:
    """CLDR's words for one of its units, in the forms that numbers ask for; empty in a language it does not know."""
    from babel.core import UnknownLocaleError
    from babel.units import format_unit

    words: set[str] = set()
    for length in ("long", "short"):
        for number in (0, 1, 2, 3, 5, 11, 1.5):
            try:
                words.add(
                    re.sub(r"[\d.,٠-٩٫\s\u200f]+", " ", format_unit(number, unit, length, locale=language)).strip()
                )
            except (UnknownLocaleError, ValueError, TypeError):
                return frozenset()
    return frozenset(words - {""})
