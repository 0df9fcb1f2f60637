"""A text as the reader of numbers sees it: one case, one kind of digit, space, dash and mark, and the way back."""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\n\r\x0b\x0c"
)
APOSTROPHES, DASHES = "’‘ʼ′＇", "‐‑‒–—―−﹣－"
FULL_WIDTH = range(0xFF01, 0xFF5F)
FULL_WIDTH_OFFSET = 0xFEE0
# Vowel signs and lengthening strokes of Arabic are written or left out at will, like soft hyphens elsewhere.
UNHEARD = frozenset([*map(chr, range(0x064B, 0x0653)), "\u0670", "\u0640"])


class Folded(NamedTuple):
    """A folded text; `places` has where each of its characters stands in the original, None if all are the same."""

    text: str
    places: tuple[tuple[int, int], ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the folded text, not an empty one, stands in the original."""
        if self.places is None:
            return start, end
        return self.places[start][0], self.places[end - 1][1]


@lru_cache(maxsize=256)
def folded(text: str) -> Folded:
    """A text in lower case with plain digits, spaces, dashes and apostrophes, composed, without unseen characters."""
    if text.isascii():
        lower = text.lower().translate(_LINE_ENDS)
        return Folded(lower) if "  " not in lower else _by_clusters(text)
    if unicodedata.is_normalized("NFC", text) and not any(map(_is_unseen, set(text))):
        lower = text.translate(ALIKE).lower()
        if len(lower) == len(text) and "  " not in lower:
            return Folded(lower)
    return _by_clusters(text)


def _by_clusters(text: str) -> Folded:
    seen = [(place, char) for place, char in enumerate(text) if not _is_unseen(char)]
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    begun = 0
    while begun < len(seen):
        end = begun + 1
        while end < len(seen) and _belongs_to_the_one_before(seen[end][1]):
            end += 1
        cluster = "".join(char for _, char in seen[begun:end])
        composed = unicodedata.normalize("NFC", cluster).translate(ALIKE).lower()
        if composed == " " and parts and parts[-1] == " ":  # words are one space apart, whatever stands between
            begun = end
            continue
        parts.append(composed)
        places += [(seen[begun][0], seen[end - 1][0] + 1)] * len(composed)
        begun = end
    return Folded("".join(parts), tuple(places))


def _belongs_to_the_one_before(char: str) -> bool:
    # Hangul vowels and final consonants stand alone in a decomposed text.
    return unicodedata.combining(char) != 0 or "\u1160" <= char <= "\u11ff"


@lru_cache(maxsize=4096)
def _is_unseen(char: str) -> bool:
    return char in UNHEARD or unicodedata.category(char) == "Cf"


class _Alike(dict[int, str]):
    """For `str.translate`: what a character is read as. Filled as characters are met: there are too many to list."""

    def __missing__(self, place: int) -> str:
        char = chr(place)
        digit = unicodedata.decimal(char, None)
        self[place] = str(digit) if digit is not None else self._alike(char)
        return self[place]

    @staticmethod
    def _alike(char: str) -> str:
        if char in SPACES:
            return " "
        if char in APOSTROPHES:
            return "'"
        if char in DASHES:
            return "-"
        return chr(ord(char) - FULL_WIDTH_OFFSET) if ord(char) in FULL_WIDTH else char


ALIKE = _Alike()
_LINE_ENDS = str.maketrans(dict.fromkeys("\t\n\r\x0b\x0c", " "))
