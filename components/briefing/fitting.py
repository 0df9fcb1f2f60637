"""How much room words take in Arial, so that nothing is cut, runs over, or overlaps; no font need be installed."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TypeVar

from components.briefing.sheet import LONGEST_TITLE, Paragraph
from components.theme import shortened

Row = TypeVar("Row")
# Advance widths of Arial in thousandths of the type size, measured from its metric-compatible twin.
GLYPHS = {
    250: "'ijlіј‘’|¦ !,./:;I[\\]ft·ÌÍÎÏìíîïІЇї",
    360: '()-`r{}¡“”•"ºгѓª*°',
    500: "^Jcksvxyzçýкзтэсухчьв",
    560: "#$0123456789?L_abdeghnopqu¶±«»àáâãäåèéêëñòóôõöùúûüнпаеийорђ≤≥≠–",
    620: "+<=>~FTZßбцКдлз●○ъУБЛЬ",
    700: "&ABEKPSVXYÀÁÂÃÄÅÈÉÊËАВЕРХЧжДмCDHNRUwÇИЙНПСЭЯы",
    800: "GOQÒÓÔÕÖØОЦюФЪшфщ",
    900: "Mm%МЫæ",
}
WIDTHS = {char: width for width, chars in GLYPHS.items() for char in chars}
WIDE, UNKNOWN, BOLD = 1_000, 1_000, 1.08
LINE = 1.2  # of the type size
INSET = 0.05  # inches between a text box and its words, on each side
POINTS_PER_INCH = 72


@lru_cache(maxsize=4_096)
def inches(text: str, points: float, bold: bool = False) -> float:
    """How wide a text is on one line."""
    thousandths = sum(_advance(char) for char in text)
    return thousandths / 1_000 * points / POINTS_PER_INCH * (BOLD if bold else 1)


def lines(text: str, width: float, points: float, bold: bool = False) -> list[str]:
    """A text in lines that fit into `width` inches; words longer than a line are broken."""
    room, found = max(width - 2 * INSET, 0.1), []
    for part in text.split("\n"):
        line = ""
        for word in _words(part, room, points, bold):
            longer = f"{line}{word}"
            if line and inches(longer.rstrip(), points, bold) > room:
                found.append(line.rstrip())
                line = word
            else:
                line = longer
        found.append(line.rstrip())
    return found


def height(paragraphs: Sequence[Paragraph], width: float, points: float, after: float = 0.0) -> float:
    """How high a text box of `width` inches must be for its paragraphs; `after` inches stand below each."""
    total = 2 * INSET
    for paragraph in paragraphs:
        size = max((run.points or points for run in paragraph), default=points)
        bold = any(run.bold for run in paragraph)
        many = len(lines("".join(run.text for run in paragraph), width, size, bold))
        total += many * size * LINE / POINTS_PER_INCH + after
    return total


def cut(text: str, width: float, points: float, most: int, bold: bool = False) -> str:
    """A text of at most `most` lines of `width` inches, cut at a word and marked with an ellipsis."""
    text = " ".join(text.split())
    if len(lines(text, width, points, bold)) <= most:
        return text
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        fits = len(lines(shortened(text, middle), width, points, bold)) <= most
        low, high = (middle, high) if fits else (low, middle - 1)
    return shortened(text, low)


def headline(*sentences: str) -> str:
    """The first of some sentences that fits a title; the last of them, shortened, if none does."""
    told = [" ".join(sentence.split()).rstrip(".") for sentence in sentences if sentence.strip()]
    return next((sentence for sentence in told if len(sentence) <= LONGEST_TITLE), shortened(told[-1], LONGEST_TITLE))


def paged(rows: Sequence[Row], heights: Sequence[float], room: float) -> list[list[Row]]:
    """Rows on as many slides as they need, `room` inches on each; a row higher than that stands alone."""
    pages: list[list[Row]] = [[]]
    used = 0.0
    for row, tall in zip(rows, heights, strict=True):
        if pages[-1] and used + tall > room + 1e-9:
            pages.append([])
            used = 0.0
        pages[-1].append(row)
        used += tall
    return pages


def _advance(char: str) -> int:
    if char in WIDTHS:
        return WIDTHS[char]
    if unicodedata.combining(char):
        return 0
    return WIDE if unicodedata.east_asian_width(char) in "WF" else UNKNOWN if not char.isalpha() else 720


def _words(text: str, room: float, points: float, bold: bool) -> list[str]:
    """The words of a line with the space behind each; between wide letters, and in what is too long, a line may break."""
    starts = [0]
    for place, (before, after) in enumerate(pairwise(text), 1):
        wide = unicodedata.east_asian_width(after) in "WF" or unicodedata.east_asian_width(before) in "WF"
        if (before.isspace() and not after.isspace()) or (wide and not after.isspace()):
            starts.append(place)
    words = [text[start:end] for start, end in pairwise([*starts, len(text)])]
    return [part for word in words for part in _broken(word, room, points, bold)]


def _broken(word: str, room: float, points: float, bold: bool) -> list[str]:
    parts = []
    while inches(word.rstrip(), points, bold) > room and len(word) > 1:
        most = max(1, int(len(word) * room / inches(word, points, bold)) - 1)
        parts.append(word[:most])
        word = word[most:]
    return [*parts, word]
