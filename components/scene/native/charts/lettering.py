"""How the columns of a chart are lettered: what is said in or above each, and its label below the axis."""

import re
from math import isfinite
from typing import NamedTuple
from unicodedata import east_asian_width

from components.scene.native.charts.places import (
    BELOW_AXIS,
    GAP,
    POINTS,
    TEXT_LINE,
    column_place,
    level,
    slots,
    whisker,
)
from components.scene.text import clean, cut, inches
from components.scene.things import PALETTE, Columns

PIECES = re.compile(r"(?<=–)|(?<=[^\W\d]) ")  # behind a dash, and for the space behind a word
AIR = 0.04  # inches around a lettering
CLOSE = 0.97  # of its width that a column's label may take
LIGHT = 0.18  # relative luminance above which white is no longer read well


class Lettering(NamedTuple):
    """What stands in a column at its foot, or above it; `rise` in inches from where a chart puts it by itself."""

    lines: tuple[str, ...]
    inside: bool
    turned: bool
    rise: float
    colour: str


def lettering(columns: Columns, at: int) -> Lettering | None:
    """How a column is lettered: at its foot, turned if it is slender, above it if it is too small; None if by nothing.

    Nothing lies on the limit's line: what would is raised above it.
    """
    said = cut(clean(columns.said[at]), columns.plot.height, POINTS, 1, bold=True)
    if not said or not isfinite(columns.volumes[at]):
        return None
    column, ways = column_place(columns, at), _ways(said)
    limit = columns.plot.bottom - level(columns.plot, columns.most, columns.limit_volume)
    for lines, turned in (*ways, ((said,), True)):
        width, height = _room_for(lines, turned)
        rise = _above(0.0, height, limit)
        if width <= column.width and rise + height <= column.height:
            return Lettering(lines, True, turned, rise, _on(columns.colours[at]))
    lines, turned = next(
        ((lines, turned) for lines, turned in ways if _room_for(lines, turned)[0] <= column.width * (1 + GAP)),
        ((said,), True),
    )
    top = columns.plot.bottom - level(columns.plot, columns.most, _top_of(columns, at))
    start = _above(top, _room_for(lines, turned)[1], limit)
    return Lettering(lines, False, turned, start - column.height, PALETTE.ink)


def free_above(columns: Columns, at: int) -> float:
    """From where upward, in inches down the slide, nothing of the chart stands over a column: no whisker, no number."""
    letters = lettering(columns, at)
    top = level(columns.plot, columns.most, _top_of(columns, at))
    if letters is None or letters.inside:
        return top
    return column_place(columns, at).y - letters.rise - _room_for(letters.lines, letters.turned)[1]


def axis_labels(columns: Columns) -> tuple[str, ...]:
    """The labels as they fit below their columns: cut where the room below the plot, or a word, is too short."""
    width = columns.plot.width / slots(columns)
    room = columns.place.bottom - columns.plot.bottom - BELOW_AXIS
    most = max(1, int(room / TEXT_LINE + 1e-6))
    return tuple(_cut_words(label, width, most) for label in columns.labels)


def _cut_words(label: str, width: float, most: int) -> str:
    """Cut so that no single word is wider than the room; a chart would let it run into its neighbour."""
    width *= CLOSE
    words = (
        word if any(_breaks_anywhere(char) for char in word) else cut(word, width, POINTS, 1)
        for word in clean(label).split()
    )
    return cut(" ".join(words), width, POINTS, most)


def _breaks_anywhere(char: str) -> bool:
    return east_asian_width(char) in "WF"


def _ways(said: str) -> list[tuple[tuple[str, ...], bool]]:
    """A number on one line; or its word and the ends of its range on one each."""
    pieces = tuple(PIECES.split(said))
    return [((said,), False), *([(pieces, False)] if len(pieces) > 1 else [])]


def _room_for(lines: tuple[str, ...], turned: bool) -> tuple[float, float]:
    # Bold figures and signs are no wider than plain ones; bold letters are.
    width = max(inches(line, POINTS, any(char.isalpha() for char in line)) for line in lines) + 2 * AIR
    height = len(lines) * TEXT_LINE + 2 * AIR
    return (height, width) if turned else (width, height)


def _above(start: float, height: float, limit: float) -> float:
    """From where a lettering stands free of the limit's line, both measured from the axis."""
    return limit + AIR if limit > 0 and start - AIR < limit < start + height + AIR else start


def _top_of(columns: Columns, at: int) -> float:
    return columns.volumes[at] + (whisker(columns, at)[1] or 0.0)


def _on(fill: str) -> str:
    """White, or ink where the column is light."""
    parts = [int(fill[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    luminance = sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return PALETTE.paper if luminance <= LIGHT else PALETTE.ink
