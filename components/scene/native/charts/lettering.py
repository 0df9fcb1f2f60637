"""How the columns of a chart are lettered: what is said in or above each, and its label below the axis."""

import re
from math import isfinite
from typing import NamedTuple
from unicodedata import east_asian_width

from components.scene.native.charts.places import BELOW_AXIS, GAP, column_place, level, slots, text_line, whisker
from components.scene.native.tones import luminance
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
    said = cut(clean(columns.said[at]), columns.plot.height, columns.points, 1, bold=True)
    if not said or not isfinite(columns.volumes[at]):
        return None
    column, ways = column_place(columns, at), _ways(said)
    lines_over = _lines_over(columns)
    for lines, turned in (*ways, ((said,), True)):
        width, height = _room_for(lines, turned, columns.points)
        rise = _above(0.0, height, lines_over)
        if width <= column.width and rise + height <= column.height:
            return Lettering(lines, True, turned, rise, _on(columns.colours[at]))
    most = column.width * (1 + GAP)
    fitting = ((lines, turned) for lines, turned in ways if _room_for(lines, turned, columns.points)[0] <= most)
    lines, turned = next(fitting, ((said,), True))
    top = columns.plot.bottom - level(columns.plot, columns.most, _top_of(columns, at))
    start = _above(top, _room_for(lines, turned, columns.points)[1], lines_over)
    return Lettering(lines, False, turned, start - column.height, PALETTE.ink)


def free_above(columns: Columns, at: int) -> float:
    """From where upward, in inches down the slide, nothing of the chart stands over a column: no whisker, no number."""
    letters = lettering(columns, at)
    top = level(columns.plot, columns.most, _top_of(columns, at))
    if letters is None or letters.inside:
        return top
    return column_place(columns, at).y - letters.rise - _room_for(letters.lines, letters.turned, columns.points)[1]


def axis_labels(columns: Columns) -> tuple[str, ...]:
    """The labels as they fit below their columns: cut where the room below the plot, or a word, is too short."""
    width = columns.plot.width / slots(columns)
    room = columns.place.bottom - columns.plot.bottom - BELOW_AXIS
    most = max(1, int(room / text_line(columns.points) + 1e-6))
    return tuple(_cut_words(label, width, most, columns.points) for label in columns.labels)


def _cut_words(label: str, width: float, most: int, points: float) -> str:
    """Cut so that no single word is wider than the room; a chart would let it run into its neighbour."""
    width *= CLOSE
    words = (
        word if any(east_asian_width(char) in "WF" for char in word) else cut(word, width, points, 1)
        for word in clean(label).split()
    )
    return cut(" ".join(words), width, points, most)


def _ways(said: str) -> list[tuple[tuple[str, ...], bool]]:
    """A number on one line; or its word and the ends of its range on one each."""
    pieces = tuple(PIECES.split(said))
    return [((said,), False), *([(pieces, False)] if len(pieces) > 1 else [])]


def _room_for(lines: tuple[str, ...], turned: bool, points: float) -> tuple[float, float]:
    # Bold figures and signs are no wider than plain ones; bold letters are.
    width = max(inches(line, points, any(char.isalpha() for char in line)) for line in lines) + 2 * AIR
    height = len(lines) * text_line(points) + 2 * AIR
    return (height, width) if turned else (width, height)


def _lines_over(columns: Columns) -> list[float]:
    """How far above the axis the lines lie that a lettering keeps clear of, the lowest first."""
    volumes = (columns.limit_volume, columns.thin)
    heights = (columns.plot.bottom - level(columns.plot, columns.most, volume) for volume in volumes)
    return sorted(high for high in heights if high > 0)


def _above(start: float, height: float, lines: list[float]) -> float:
    """From where a lettering stands free of lines, all measured from the axis."""
    for line in lines:
        if start - AIR < line < start + height + AIR:
            start = line + AIR
    return start


def _top_of(columns: Columns, at: int) -> float:
    return columns.volumes[at] + (whisker(columns, at)[1] or 0.0)


def _on(fill: str) -> str:
    """White, or ink where the column is light."""
    return PALETTE.paper if luminance(fill) <= LIGHT else PALETTE.ink
