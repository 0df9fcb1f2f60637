"""Places in a text, in Unicode code points: where words stand, where a quote may end, and the keys that pin it."""

import re
import unicodedata
from array import array
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from data.models.evidence import Document
from data.proof.edges import cuts_of
from data.texts.folds import CARRIED_ON, as_toml, view_at
from data.texts.plain import THOUSANDS, VOICED
from data.texts.quotes import context_of

Side = Literal["start", "end"]
# A word with what joins its parts (won't, anti-aircraft, 1,000.5), or one sign of a script without spaces.
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
PART = rf"(?:(?![{UNSPACED}])[^\W_][\u0300-\u036f\u20d0-\u20ff\ufe00-\ufe0f]*)+"
WORD = re.compile(rf"[$€£¥₩]?{PART}(?:[-–‐‑'’.,·\u00ad\u200c\u200d\u2060]{PART})*[%‰]?|[{UNSPACED}]")
JOINER = "\u200d"
REACH = 2_000  # how far a next word is looked for


class NoPlace(ValueError):
    """A start and an end between which a text has no words; the message says so to a curator."""


class Anchor(NamedTuple):
    """A place in a text and the words that pin it: start included, end excluded, up to 32 characters on each side."""

    start: int
    end: int
    quote: str
    prefix: str
    suffix: str

    @property
    def toml(self) -> str:
        """The five keys of a claim as evidence.toml writes them, a line each."""
        order = ("quote", "start", "end", "prefix", "suffix")
        keys = [(key, getattr(self, key)) for key in order]
        return "\n".join(f"{key} = {as_toml(one) if isinstance(one, str) else one}" for key, one in keys)


def anchored(text: str, start: int, end: int) -> Anchor:
    """The anchor of a place, exactly as given; raises NoPlace where no words stand between the two."""
    if not 0 <= start < end <= len(text):
        raise NoPlace(f"The text has {len(text):,} characters; there is no place from {start:,} to {end:,} in it.")
    if not text[start:end].strip():
        raise NoPlace("Nothing but blanks stands there. Select the words that say it.")
    return Anchor(start, end, text[start:end], *context_of(text, start, end))


def sound_ends(text: str, start: int, end: int, language: str = "en") -> tuple[int, int]:
    """The nearest start and end that cut no word, number, date or sign, without blanks at either end.

    What is cut is taken in whole, as the check asks for; a place that is sound stays as it is.
    """
    end = len(text[:end].rstrip())
    start = min(len(text) - len(text[start:].lstrip()), end)
    before = (-1, -1)
    while before != (start, end) and start < end:
        before = start, end
        while _within_a_sign(text, start):
            start -= 1
        while _within_a_sign(text, end):
            end += 1
        cuts = cuts_of(text, start, end, language)
        start = min([start, *(cut.start for cut in cuts if cut.side == "start")])
        end = max([end, *(cut.end for cut in cuts if cut.side == "end")])
    return start, end


def places_of(text: str, words: str) -> tuple[tuple[int, int], ...]:
    """Every place where words stand, in order, whatever their case, accents, blanks, shapes of marks, 1,000 or 1000.

    A place may lie inside a longer word (`sound_ends` says so); it never cuts a letter or the marks on it.
    """
    wanted = _folded(words).text.strip()
    view = _folded(text)
    return tuple(_places_in(view, wanted, text)) if wanted else ()


def one_word_more(text: str, start: int, end: int, side: Side, language: str = "en") -> tuple[int, int]:
    """The place with one word more at a side: the nearest one that cuts nothing; the same at an end of the text."""
    if side == "end":
        found = (match.end() for match in WORD.finditer(text, end, min(len(text), end + REACH)))
        return start, next((one for one in found if _is_sound(text, start, one, side, language)), end)
    begins = [match.start() for match in WORD.finditer(text, _line_up(text, start - REACH), start)]
    return next((one for one in reversed(begins) if _is_sound(text, one, end, side, language)), start), end


def one_word_less(text: str, start: int, end: int, side: Side, language: str = "en") -> tuple[int, int]:
    """The place with one word less at a side: the nearest one that cuts nothing; the same if it is one word."""
    words = list(WORD.finditer(text, start, end))
    if side == "end":
        ends = [match.end() for match in words[:-1]]
        return start, next((one for one in reversed(ends) if _is_sound(text, start, one, side, language)), end)
    begins = [match.start() for match in words[1:]]
    return next((one for one in begins if _is_sound(text, one, end, side, language)), start), end


def told(document: Document, words: str) -> tuple[str, ...]:
    """For each place of words in a document the keys of a claim as TOML, under a comment that says which place it is.

    Where the words end inside a word, number or date, the keys are those of the whole, and the comment says so.
    """
    text, found = document.text, places_of(document.text, words)
    lines = []
    for number, place in enumerate(found, 1):
        sound = sound_ends(text, *place, document.language)
        whole = "" if sound == place else ", taken in whole: the words end inside a word, a number or a date"
        line = text.count("\n", 0, place[0]) + 1
        lines.append(f"# place {number} of {len(found)}, line {line} of the text{whole}\n{anchored(text, *sound).toml}")
    return tuple(lines)


class _View(NamedTuple):
    """A text as it is searched, and where in the text each of its characters stands."""

    text: str
    starts: "array[int]"


@lru_cache(maxsize=4)  # a text and what is looked for in it
def _folded(text: str) -> _View:
    seen = view_at(text)
    bounds = {place for found in THOUSANDS.finditer(text) for place in range(*found.span())}
    letters: list[str] = []
    starts = array("l")
    for letter, place in zip(seen.text, seen.starts, strict=True):
        if place in bounds or (unicodedata.category(letter) == "Mn" and letter not in VOICED):
            continue
        folded = letter.casefold()
        letters.append(folded)
        starts.extend([place] * len(folded))
    return _View("".join(letters), starts)


def _places_in(view: _View, wanted: str, text: str) -> Iterator[tuple[int, int]]:
    place = view.text.find(wanted)
    while place >= 0:
        behind = place + len(wanted)
        first, last = view.starts[place], view.starts[behind - 1]
        begun = not place or view.starts[place - 1] != first
        ended = behind == len(view.text) or (view.starts[behind] != last and ord(view.text[behind]) not in CARRIED_ON)
        if begun and ended and ord(view.text[place]) not in CARRIED_ON:
            end = last + 1
            while _within_a_sign(text, end):
                end += 1
            yield first, end
        place = view.text.find(wanted, place + 1)


def _is_sound(text: str, start: int, end: int, side: Side, language: str) -> bool:
    place = start if side == "start" else end
    cut = any(one.side == side for one in cuts_of(text, start, end, language))
    return start < end and not cut and not _within_a_sign(text, place)


def _within_a_sign(text: str, place: int) -> bool:
    """True for a place between the parts of what a reader sees as one sign: é, 구 in parts, 👩‍👧, a line end of two."""
    if not 0 < place < len(text):
        return False
    pair = text[place - 1 : place + 1]
    if pair[0].isspace():
        return pair == "\r\n"
    return JOINER in pair or _belongs_to_the_one_before(pair[1])


def _belongs_to_the_one_before(char: str) -> bool:
    skin_tone = "\U0001f3fb" <= char <= "\U0001f3ff"
    return skin_tone or ord(char) in CARRIED_ON or unicodedata.category(char) in ("Mn", "Me", "Mc")


def _line_up(text: str, place: int) -> int:
    """A place at or before the one given where no word can be under way: behind a blank."""
    begun = text.rfind(" ", 0, max(0, place)) + 1
    return begun if place > 0 else 0
