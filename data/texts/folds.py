"""Texts that look the same: searched as one in a folded view, and written so that no editor changes them."""

import unicodedata
from array import array
from bisect import bisect_left
from functools import lru_cache

from data.texts.lookalikes import LOOKALIKES

MOST_TRIES = 50
CARRIED_ON = range(0x1160, 0x1200)  # vowels and last consonants of decomposed Hangul letters


class View:
    """A text without what the eye does not tell apart; `starts` has the place in the text of each of its characters."""

    def __init__(self, text: str) -> None:
        folded: list[str] = []
        self.starts = array("l")
        for place, char in enumerate(text):
            if char == "\r" and text[place + 1 : place + 2] == "\n":
                continue
            for one in _folded(char):
                if one == " " and folded and folded[-1] == " ":
                    continue
                folded.append(one)
                self.starts.append(place)
        self.text = "".join(folded)


@lru_cache(maxsize=64)
def view_at(text: str) -> View:
    """The folded view of a text: letters decomposed, spaces and line ends one space, digits 0 to 9, nothing unseen."""
    return View(text)


def look_the_same(one: str, other: str) -> bool:
    """True if two texts differ only in what the eye does not tell apart."""
    return View(one).text == View(other).text


def find_alike(quote: str, text: str, near: int) -> tuple[int, int] | None:
    """The place nearest to `near` where words stand that look like the quote; None if there are none."""
    view, wanted = view_at(text), View(quote).text
    if not wanted.strip():
        return None
    middle = bisect_left(view.starts, near)
    found = []
    for step in (-1, 1):
        place, tries = middle, MOST_TRIES
        while tries and (place := _next(view.text, wanted, place, step)) >= 0:
            if _is_whole(view, place, place + len(wanted)):
                found.append((view.starts[place], view.starts[place + len(wanted) - 1] + 1))
                break
            place, tries = place + step, tries - 1
    return min(found, key=lambda span: abs(span[0] - near), default=None)


def escaped(text: str) -> str:
    """A text with everything spelled out that is not seen, looks like something else, or that editors compose anew."""
    decomposed = not unicodedata.is_normalized("NFC", text)
    return "".join(_spelled(char) if _is_treacherous(char, decomposed) else char for char in text)


def as_toml(text: str) -> str:
    """A text as a TOML value of one line that any editor keeps: between single marks as it is, else with escapes."""
    return f"'{text}'" if escaped(text) == text and "'" not in text else as_basic_toml(text)


def as_basic_toml(text: str) -> str:
    """A text as a TOML value of one line between double marks, with escapes for all that an editor might change."""
    decomposed = not unicodedata.is_normalized("NFC", text)
    marked = (
        f"\\{char}" if char in '"\\' else _spelled(char) if _is_treacherous(char, decomposed) else char for char in text
    )
    return f'"{"".join(marked)}"'


def _folded(char: str) -> str:
    if char.isascii():
        return " " if char.isspace() else char
    if unicodedata.category(char) == "Cf":  # soft hyphens, zero-width characters, marks of direction
        return ""
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    parts = unicodedata.normalize("NFKD", char.translate(LOOKALIKES))
    return "".join(" " if part.isspace() else part for part in parts)


def _next(text: str, wanted: str, place: int, step: int) -> int:
    if step > 0:
        return text.find(wanted, place)
    return text.rfind(wanted, 0, place + len(wanted)) if place >= 0 else -1


def _is_whole(view: View, start: int, end: int) -> bool:
    """True unless an end of the match lies within a letter: between its parts, or before a mark that belongs to it."""
    if start and view.starts[start - 1] == view.starts[start]:
        return False
    if end == len(view.text):
        return True
    return view.starts[end - 1] != view.starts[end] and not _carries_on(view.text[end])


def _carries_on(char: str) -> bool:
    return bool(unicodedata.combining(char)) or ord(char) in CARRIED_ON


def _is_treacherous(char: str, decomposed: bool) -> bool:
    if char.isascii():
        return not char.isprintable()
    parted = decomposed and (_carries_on(char) or 0x1100 <= ord(char) < 0x1160)
    return parted or not char.isprintable() or char.isdecimal()


def _spelled(char: str) -> str:
    short = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}
    return short.get(char) or (f"\\u{ord(char):04X}" if ord(char) < 0x10000 else f"\\U{ord(char):08X}")
