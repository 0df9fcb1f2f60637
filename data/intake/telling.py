"""What must not differ between two wordings of one statement: numbers, dates, denials, doubts, words of quantity."""

import re
from functools import lru_cache

from data.numbers import read_numbers
from data.numbers.folding import folded
from data.numbers.lexicon import base_of, lexicon_of, scripts_in
from data.proof.hedges import hedges_in
from data.texts.calendar_words import parts_of_text

CONTRACTED = r"\w+n't"
LISTS = ("negation.words", "negation.after", "vague", "quantifiers")


def differing(one: str, other: str, language: str, dates: bool = True) -> tuple[str, ...]:
    """What differs between two wordings, in words a curator knows: number, date, denial or quantity, doubt."""
    if one == other:
        return ()
    found = {
        "number": _numbers(one, language) != _numbers(other, language),
        "date": dates and parts_of_text((one,), language) != parts_of_text((other,), language),
        "denial or quantity": _listed(one, language) != _listed(other, language),
        "doubt": hedges_in(one, language).keys() != hedges_in(other, language).keys(),
    }
    return tuple(name for name, differs in found.items() if differs)


def _numbers(words: str, language: str) -> list[tuple[object, ...]]:
    readings = read_numbers(words, language, ordinals=True)
    return [(one.low, one.high, one.operators, one.unit, one.following, one.rate, one.ordinal) for one in readings]


def _listed(words: str, language: str) -> list[str]:
    view = folded(words).text
    return _pattern(base_of(language), scripts_in(view)).findall(view)


@lru_cache(maxsize=64)
def _pattern(language: str, scripts: tuple[str, ...]) -> re.Pattern[str]:
    """Every word of a denial or of a quantity without a number; whole words where a script has spaces."""
    lexicon = lexicon_of(language, scripts)
    listed = sorted({word for key in LISTS for word in lexicon.words.get(key, ())} - {""}, key=len, reverse=True)
    whole = "|".join(re.escape(word) for word in listed if not _is_unspaced(word))
    anywhere = [re.escape(word) for word in listed if _is_unspaced(word)]
    return re.compile("|".join([rf"(?<!\w)(?:{CONTRACTED}|{whole})(?!\w)", *anywhere]))


def _is_unspaced(word: str) -> bool:
    return any("\u3041" <= char <= "\ud7a3" for char in word)
