"""How much room words take in Arial, so that nothing is cut, runs over, or overlaps; no font need be installed."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TypeVar

from components import letters
from components.scene.things import LONGEST_TITLE, Paragraph
from components.theme import shortened

Row = TypeVar("Row")
# Advance widths of Arial in thousandths of the type size, measured from its metric-compatible twin.
GLYPHS = {
    222: "'ijlіј‘’",
    278: "|¦ !,./:;I[\\]ft·ÌÍÎÏìíîïІЇї",
    360: '()-`r{}¡“”•"ºгѓª*°',
    500: "^Jcksvxyzçýкзтэсухчьв",
    560: "#$0123456789?L_abdeghnopqu¶±«»àáâãäåèéêëñòóôõöùúûüнпаеийорђ≤≥≠–",
    620: "+<=>~FTZßбцКдлз●○ъУБЛЬ",
    700: "&ABEKPSVXYÀÁÂÃÄÅÈÉÊËАВЕРХЧжДмCDHNRUwÇИЙНПСЭЯы",
    800: "GOQÒÓÔÕÖØОЦюФЪшфщ",
    900: "Mm%МЫæ",
}
WIDE, UNKNOWN, BOLD = 1_000, 1_000, 1.08
# All wide letters stand among these; a text without one breaks at its spaces alone.
PERHAPS_WIDE = re.compile("[\u1100-\u115f\u231a-\u232a\u23e9-\u23f3\u25fd-\U0010ffff]")
WORD = re.compile(r"\S+\s*|\s+")
LINE = 1.2  # of the type size
INSET = 0.05  # inches between a text box and its words, on each side
POINTS_PER_INCH = 72
# All that XML cannot hold: control characters, halves of characters, and what is no character.
UNHELD = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
BREAKS = re.compile("\r\n|[\r\v\f]")
TOUCH = 1e-9  # a box made to the width of its words holds them, whatever rounding says


class _Advances(dict[str, int]):
    """Advance widths by letter; one that is not known yet is judged by its kind."""

    def __missing__(self, char: str) -> int:
        found = {0: 0, 1: 720 if char.isalpha() else UNKNOWN, 2: WIDE}[letters.CELLS[char]]
        self[char] = found
        return found


ADVANCES = _Advances({char: width for width, chars in GLYPHS.items() for char in chars})


def clean(text: str) -> str:
    """A text without what XML cannot hold; every kind of line break is a newline."""
    # Most texts have nothing to take out, and those with line breaks are the longest.
    return text if text.replace("\n", " ").isprintable() else UNHELD.sub("", BREAKS.sub("\n", text))


def inches(text: str, points: float, bold: bool = False) -> float:
    """How wide a text is on one line."""
    return _advance(text) / _advance_per_inch(points, bold)


def lines(text: str, width: float, points: float, bold: bool = False) -> list[str]:
    """A text in lines that fit into `width` inches; words longer than a line are broken."""
    return list(_lines(text, max(width - 2 * INSET, 0.1) * _advance_per_inch(points, bold) * (1 + TOUCH)))


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
    whole = lines(text, width, points, bold)
    if len(whole) <= most:
        return text
    low, high = 1, min(letters.width(text), letters.width(" ".join(whole[: most + 1])) + 1)
    while low < high:
        middle = (low + high + 1) // 2
        fits = len(lines(shortened(text, middle), width, points, bold)) <= most
        low, high = (middle, high) if fits else (low, middle - 1)
    return shortened(text, low)


def headline(*sentences: str) -> str:
    """The first of some sentences that fits a title; the last of them, shortened, if none does."""
    told = [" ".join(sentence.split()).rstrip(".") for sentence in sentences if sentence.strip()]
    return next(
        (sentence for sentence in told if letters.width(sentence) <= LONGEST_TITLE), shortened(told[-1], LONGEST_TITLE)
    )


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


def _advance(text: str) -> int:
    return sum(map(ADVANCES.__getitem__, text))


def _advance_per_inch(points: float, bold: bool) -> float:
    return 1_000 * POINTS_PER_INCH / points / (BOLD if bold else 1)


@lru_cache(maxsize=4_096)
def _lines(text: str, room: float) -> tuple[str, ...]:
    """The lines of a text, with the room of a line in thousandths of the type size."""
    found = []
    for part in text.split("\n"):
        line, used = "", 0
        for word in _words(part):
            for piece in _broken(word, room):
                if line and (len(piece) < len(word) or used + _advance(piece.rstrip()) > room):
                    found.append(line.rstrip())
                    line, used = "", 0
                line += piece
                used += _advance(piece)
        found.append(line.rstrip())
    return tuple(found)


def _words(text: str) -> list[str]:
    """The words of a line with the space behind each; wide letters may part anywhere."""
    if not PERHAPS_WIDE.search(text):
        return WORD.findall(text)
    return [piece for word in WORD.findall(text) for piece in letters.parted(word)]


def _broken(word: str, room: float) -> Iterator[str]:
    """A word in pieces of which each fits into a line."""
    while _advance(word.rstrip()) > room and len(word) > 1:
        most = max(1, int(len(word) * room / _advance(word)) - 1)
        # Some programs break an address after a stroke or a hyphen, others anywhere: the shorter line needs more room.
        most = max(word.rfind("/", 0, most), word.rfind("-", 0, most)) + 1 or most
        yield word[:most]
        word = word[most:]
    yield word
