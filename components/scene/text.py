"""How much room words take, in Arial and in Inter, so that nothing is cut, runs over, or overlaps.

No font need be installed: slides are set in Arial, the figures of pages in Inter, which runs a little wider.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from functools import lru_cache
from math import inf
from typing import Literal, NamedTuple, TypeVar

from components import letters
from components.scene.things import LONGEST_TITLE, Paragraph, Point, Run, Text
from components.theme import shortened

Row = TypeVar("Row")
Face = Literal["Arial", "Inter"]
# Advance widths in thousandths of the type size: of Arial from its metric-compatible twin, of Inter from static/.
GLYPHS: dict[Face, dict[int, str]] = {
    "Arial": {
        222: "'ijlіј‘’",
        278: "|¦ \u00a0!,./:;I[\\]ft·ÌÍÎÏìíîïІЇї",
        360: '()-`r{}¡“”•"ºгѓª*°',
        500: "^Jcksvxyzçýкзтэсухчьв",
        560: "#$0123456789?L_abdeghnopqu¶±«»àáâãäåèéêëñòóôõöùúûüнпаеийорђ≤≥≠–",
        620: "+<=>~FTZßбцКдлз●○ъУБЛЬ",
        700: "&ABEKPSVXYÀÁÂÃÄÅÈÉÊËАВЕРХЧжДмCDHNRUwÇИЙНПСЭЯы",
        800: "GOQÒÓÔÕÖØОЦюФЪшфщ",
        900: "Mm%МЫæ",
    },
    "Inter": {
        242: "ijlìíîïіїј",
        270: "‘’IÌÍÎÏІЇ¦",
        290: " \u00a0!,.:¡·';\"",
        330: "`t|",
        370: "/\\()[]fr",
        430: "1{}гѓ",
        460: "“”ª_°-т^",
        500: "ºз–*?",
        560: "sкxхkzьavyàáâãäåýау•Lв7",
        600: "Jcçсэлчe«»èéêëенпFhnuñùúûüийђ5бцoòóôõöоEÈÉÊËЕ¶2bdpqрgд",
        645: "ß3869УZ0#PР$S&RЯъ4TБЬBВ+<=>~±×≠≤≥",
        690: "KКYXХфAVÀÁÂÃÄÅАЧЦD",
        752: "CÇСЭыHНПUGЛNИЙOQÒÓÔÕÖØОм",
        830: "жЪwДшФщю½●○",
        900: "mЫMМæ",
        980: "%",
    },
}
WIDE, UNKNOWN = 1_000, 1_000
BOLD: dict[Face, float] = {"Arial": 1.08, "Inter": 1.05}
# All wide letters stand among these; a text without one breaks at its spaces alone.
PERHAPS_WIDE = re.compile("[\u1100-\u115f\u231a-\u232a\u23e9-\u23f3\u25fd-\U0010ffff]")
SPACE = " \t\n"  # at which lines break; at a space that binds they do not
WORD = re.compile(f"[^{SPACE}]+[{SPACE}]*|[{SPACE}]+")
LINE = 1.2  # of the type size
INSET = 0.05  # inches between a text box and its words, on each side
POINTS_PER_INCH = 72
# All that XML cannot hold: control characters, halves of characters, and what is no character.
UNHELD = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
BREAKS = re.compile("\r\n|[\r\v\f]")
ROUNDING = 1e-6
TOUCH = 1e-9  # a box made to the width of its words holds them, whatever rounding says


_WIDER: ContextVar[float] = ContextVar("wider", default=1.0)


class Laid(NamedTuple):
    """A line of a text box: its runs, the type size that its height follows, and its upper corner or middle, inches."""

    runs: list[Run]
    points: float
    at: Point

    @property
    def height(self) -> float:
        return self.points * LINE / POINTS_PER_INCH


class _Advances(dict[str, int]):
    """Advance widths by letter; one that is not known yet is judged by its kind."""

    def __missing__(self, char: str) -> int:
        found = {0: 0, 1: 720 if char.isalpha() else UNKNOWN, 2: WIDE}[letters.CELLS[char]]
        self[char] = found
        return found


ADVANCES: dict[Face, _Advances] = {
    face: _Advances({char: width for width, chars in groups.items() for char in chars})
    for face, groups in GLYPHS.items()
}


def clean(text: str) -> str:
    """A text without what XML cannot hold; every kind of line break is a newline."""
    # Most texts have nothing to take out, and those with line breaks are the longest.
    return text if text.replace("\n", " ").isprintable() else UNHELD.sub("", BREAKS.sub("\n", text))


def ems(text: str, bold: bool = False, face: Face = "Inter") -> float:
    """How wide a text is on one line, in type sizes."""
    return _advance(text, face) / 1_000 * (BOLD[face] if bold else 1)


@contextmanager
def set_wider(times: float) -> Iterator[None]:
    """Meanwhile slides are measured for a font so many times as wide as Arial."""
    before = _WIDER.set(times)
    try:
        yield
    finally:
        _WIDER.reset(before)


def inches(text: str, points: float, bold: bool = False) -> float:
    """How wide a text is on one line of a slide."""
    return ems(text, bold, "Arial") * points / POINTS_PER_INCH * _WIDER.get()


def lines(text: str, width: float, points: float, bold: bool = False) -> list[str]:
    """A text in lines that fit into `width` inches of a slide; words longer than a line are broken."""
    room = max(width - 2 * INSET, 0.1) * POINTS_PER_INCH / points / _WIDER.get()
    return list(_lines(text, room * 1_000 / (BOLD["Arial"] if bold else 1) * (1 + TOUCH), "Arial"))


def broken(text: str, room: float, bold: bool = False, most: int = 0) -> list[str]:
    """A text in lines of so many type sizes of Inter, broken at spaces and between wide letters; none for no text.

    Longer words are broken; of more than `most` lines, unless that is 0, the last is cut.
    """
    text = " ".join(each for each in re.split(f"[{SPACE}\r\v\f]+", text) if each)
    found = list(_lines(text, max(room, 1.0) * 1_000 / (BOLD["Inter"] if bold else 1) * (1 + TOUCH), "Inter"))
    if not most or len(found) <= most:
        return found if text else []
    start = 0
    for line in found[: most - 1]:
        start = text.index(line, start) + len(line)
    return [*found[: most - 1], fitted(text[start:].strip(), room, bold)]


def fitted(text: str, room: float, bold: bool = False) -> str:
    """A text that is at most so many type sizes of Inter wide, cut at a word and marked with an ellipsis."""
    return _longest(text, letters.width(text), lambda words: ems(words, bold) <= room * (1 + TOUCH))


def widest(text: str, bold: bool = False) -> float:
    """How wide the widest part of a text is in which no line breaks, in type sizes of Inter."""
    return max((ems(word.rstrip(), bold) for word in _words(text)), default=0.0)


def height(paragraphs: Sequence[Paragraph], width: float, points: float) -> float:
    """How high a text box of `width` inches must be for its paragraphs."""
    total = 2 * INSET
    for paragraph in paragraphs:
        size = max((run.points or points for run in paragraph), default=points)
        bold = any(run.bold for run in paragraph)
        many = len(lines("".join(run.text for run in paragraph), width, size, bold))
        total += many * size * LINE / POINTS_PER_INCH
    return total


def laid(box: Text) -> Iterator[Laid]:
    """The words of a text box, line by line from above: without `wrap` they break at line breaks alone."""
    place, width, inset = box.place, *((box.place.width, INSET) if box.wrap else (inf, 0.0))
    found = [line for paragraph in box.paragraphs for line in _laid(paragraph, width, box.points)]
    total = sum(line.height for line in found)
    tops = {
        "top": place.y + inset,
        "middle": place.y + (place.height - total) / 2,
        "bottom": place.bottom - inset - total,
    }
    lefts = {"left": place.x + inset, "center": place.x + place.width / 2, "right": place.right - inset}
    top = tops[box.anchor]
    for line in found:
        yield line._replace(at=(lefts[box.align], top))
        top += line.height


def cut(text: str, width: float, points: float, most: int, bold: bool = False) -> str:
    """A text of at most `most` lines of `width` inches, cut at a word and marked with an ellipsis."""
    text = " ".join(text.split())
    whole = lines(text, width, points, bold)
    if len(whole) <= most:
        return text
    most_letters = min(letters.width(text), letters.width(" ".join(whole[: most + 1])) + 1)
    return _longest(text, most_letters, lambda words: len(lines(words, width, points, bold)) <= most)


def headline(*sentences: str) -> str:
    """The first of some sentences that fits a title; the last of them, shortened, if none does."""
    told = [" ".join(sentence.split()).rstrip(".") for sentence in sentences if sentence.strip()]
    return next(
        (sentence for sentence in told if letters.width(sentence) <= LONGEST_TITLE), shortened(told[-1], LONGEST_TITLE)
    )


def pages(heights: Sequence[float], room: float) -> list[slice]:
    """Which things stand on which page, each so high, `room` on each; one higher than that has one of its own."""
    starts, used = [0], 0.0
    for place, tall in enumerate(heights):
        if place > starts[-1] and used + tall > room + ROUNDING:
            starts.append(place)
            used = 0.0
        used += tall
    return [slice(start, end) for start, end in zip(starts, [*starts[1:], len(heights)], strict=True)]


def paged(rows: Sequence[Row], heights: Sequence[float], room: float) -> list[list[Row]]:
    """Rows on as many pages as they need."""
    return [list(rows[page]) for page in pages(heights, room)]


def _longest(text: str, most: int, fits: Callable[[str], bool]) -> str:
    """The longest beginning of a text, at most so many letters wide, that fits; whole, or marked with an ellipsis."""
    if fits(text):
        return text
    low, high = 1, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(shortened(text, middle)) else (low, middle - 1)
    return shortened(text, low)


def _advance(text: str, face: Face) -> int:
    return sum(map(ADVANCES[face].__getitem__, text))


@lru_cache(maxsize=4_096)
def _lines(text: str, room: float, face: Face) -> tuple[str, ...]:
    """The lines of a text, with the room of a line in thousandths of the type size."""
    found = []
    for part in text.split("\n"):
        line, used = "", 0
        for word in _words(part):
            for piece in _broken(word, room, face):
                if line and (len(piece) < len(word) or used + _advance(piece.rstrip(), face) > room):
                    found.append(line.rstrip())
                    line, used = "", 0
                line += piece
                used += _advance(piece, face)
        found.append(line.rstrip())
    return tuple(found)


def _words(text: str) -> list[str]:
    """The words of a line with the space behind each; wide letters may part anywhere."""
    if not PERHAPS_WIDE.search(text):
        return WORD.findall(text)
    return [piece for word in WORD.findall(text) for piece in letters.parted(word)]


def _broken(word: str, room: float, face: Face) -> Iterator[str]:
    """A word in pieces of which each fits into a line."""
    while _advance(word.rstrip(), face) > room and len(word) > 1:
        most = max(1, int(len(word) * room / _advance(word, face)) - 1)
        # Some programs break an address after a stroke or a hyphen, others anywhere: the shorter line needs more room.
        most = max(word.rfind("/", 0, most), word.rfind("-", 0, most)) + 1 or most
        yield word[:most]
        word = word[most:]
    yield word


def _laid(paragraph: Paragraph, width: float, points: float) -> Iterator[Laid]:
    """The lines of a paragraph, all at the same place."""
    runs = [replace(run, text=clean(run.text)) for run in paragraph]
    size = max((run.points or points for run in runs), default=points)
    text, at = "".join(run.text for run in runs), 0
    for told in _in_lines(text, runs, width, size):
        at = text.index(told, at)  # only the space between two lines is left out
        yield Laid(_between(runs, at, at + len(told)), size, (0.0, 0.0))
        at += len(told)


def _in_lines(text: str, runs: Sequence[Run], width: float, size: float) -> list[str]:
    """A text in lines; where bold and plain, or large and small, stand together, each letter counts as the average."""
    first = runs[0] if runs else Run("")
    if all((run.bold, run.points) == (first.bold, first.points) for run in runs):
        return lines(text, width, size, first.bold)
    plain = inches(text, size)
    wide = sum(inches(run.text, run.points or size, run.bold) for run in runs) / plain if plain else 1.0
    return lines(text, (width - 2 * INSET) / wide + 2 * INSET, size)


def _between(runs: Sequence[Run], start: int, end: int) -> list[Run]:
    found, at = [], 0
    for run in runs:
        if piece := run.text[max(start - at, 0) : max(end - at, 0)]:
            found.append(replace(run, text=piece))
        at += len(run.text)
    return found
