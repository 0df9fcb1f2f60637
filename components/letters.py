"""How much room letters take side by side, where a text may be cut, and how one that runs leftward is kept whole."""

import re
import textwrap
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

# Letters of Hangul that stand on their first one, as a decomposed syllable has them: no room of their own.
ON_THE_FIRST = ((0x1160, 0x11FF), (0xD7B0, 0xD7FF))
LEFTWARD = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
RUNS_LEFT = re.compile(f"[{LEFTWARD}]")
QUOTED = r"(?<=“)[^“”]+(?=”)|(?<=«)[^«»]+(?=»)|(?<=\")[^\"]+(?=\")"
STRETCH = re.compile(f'{QUOTED}|[{LEFTWARD}](?:(?:[{LEFTWARD}\\d]|[^\\w“”«»"])*[{LEFTWARD}\\d])?')
OPENING = ("Ps", "Pi")
ISOLATE, END_OF_ISOLATE = "\u2068", "\u2069"
LINE = re.compile(r"[^\n]+|\n+")
ISOLATES = re.compile("[\u2066-\u2069]")


class _Cells(dict[str, int]):
    """The room of a letter: one, two for a wide one, none for what stands on another or is not seen."""

    def __missing__(self, char: str) -> int:
        on_another = unicodedata.category(char) in ("Mn", "Me", "Cf")
        if on_another or any(first <= ord(char) <= last for first, last in ON_THE_FIRST):
            found = 0
        else:
            found = 2 if unicodedata.east_asian_width(char) in "WF" else 1
        self[char] = found
        return found


CELLS = _Cells()


def width(text: str) -> int:
    """How wide a text is, counted in letters: those of East Asia are two wide, marks on a letter none."""
    return len(text) if text.isascii() else sum(map(CELLS.__getitem__, text))


def cut(text: str, most: int) -> str:
    """A text at most `most` letters wide, cut at a word and marked with an ellipsis; no letter loses its marks."""
    if width(text) <= most:
        return text
    kept = _start(text, most - 1).rstrip()
    whole_words = kept.rsplit(" ", 1)[0]
    return f"{whole_words if width(whole_words) > most // 2 else kept}…"


def wrapped(text: str, most: int) -> list[str]:
    """A text in lines at most `most` letters wide, broken at spaces, between wide letters and in longer words."""
    if text.isascii() or all(CELLS[char] == 1 for char in text):
        return textwrap.wrap(text, most)
    found, line = [], ""
    for piece in _breakable(text, most):
        if line and width(line + piece.rstrip()) > most:
            found.append(line.rstrip())
            line = ""
        line += piece
    return [*found, line.rstrip()] if line.strip() else found


class Piece(NamedTuple):
    """A part of a text, and whether it must stand apart from what is beside it."""

    text: str
    apart: bool


def isolated(text: str) -> str:
    """A text as it may stand among others: what runs leftward is isolated, so that its marks and numbers stay with it.

    Only for what is seen: nothing that is handed out as data goes through here.
    """
    if text.isascii() or ISOLATES.search(text):
        return text
    return "".join(f"{ISOLATE}{part}{END_OF_ISOLATE}" if apart else part for part, apart in pieces(text))


def pieces(text: str) -> list[Piece]:
    """A text in parts: those that run leftward stand apart, each line and each quoted stretch by itself.

    A line that begins leftward is one part, without the space around it. Joined they are the text.
    """
    if text.isascii() or not RUNS_LEFT.search(text):
        return [Piece(text, False)]
    return [piece for line in LINE.findall(text) for piece in _pieces_of_line(line) if piece.text]


def begins_leftward(text: str) -> bool:
    """Whether the first letter with a direction is one of those that are read from right to left."""
    kinds = (unicodedata.bidirectional(char) for char in text)
    return next((kind for kind in kinds if kind in ("L", "R", "AL")), "L") != "L"


def direction(text: str) -> str:
    """The direction of a block of text as HTML names it, if it is not the usual one: "rtl", or nothing."""
    return "rtl" if begins_leftward(text) else ""


def _pieces_of_line(line: str) -> Iterator[Piece]:
    if begins_leftward(line):
        core = line.strip()
        start = line.index(core)
        yield from (Piece(line[:start], False), Piece(core, True), Piece(line[start + len(core) :], False))
        return
    at = 0
    for found in STRETCH.finditer(line):
        if RUNS_LEFT.search(found[0]):
            yield from (Piece(line[at : found.start()], False), Piece(found[0], True))
            at = found.end()
    yield Piece(line[at:], False)


def _start(text: str, most: int) -> str:
    """The longest beginning of a text that is at most so wide."""
    taken, end = 0, 0
    for place, char in enumerate(text):
        taken += CELLS[char]
        if taken > most:
            break
        end = place + 1
    return text[:end]


def _breakable(text: str, most: int) -> Iterator[str]:
    """What stays on one line, with the space behind it, nothing of it wider than `most`."""
    for word in re.findall(r"\S+\s?", " ".join(text.split())):
        for piece in parted(word):
            rest = piece
            while width(rest.rstrip()) > most:
                start = _start(rest, most) or rest[:1]
                yield start
                rest = rest[len(start) :]
            yield rest


def parted(word: str) -> Iterator[str]:
    """A word between its wide letters, where lines may break: not behind what opens, and not before what closes."""
    starts = [0]
    for place, (before, after) in enumerate(pairwise(word), 1):
        wide, kind = 2 in (CELLS[before], CELLS[after]), unicodedata.category(after)
        closes = after.isspace() or (kind.startswith("P") and kind not in OPENING)
        if wide and CELLS[after] and not closes and unicodedata.category(before) not in OPENING:
            starts.append(place)
    yield from (word[start:end] for start, end in pairwise([*starts, len(word)]))


def capital(text: str) -> str:
    """A text as the beginning of a sentence; an address keeps its small letter."""
    return text if "://" in text[:8] else text[:1].upper() + text[1:]
