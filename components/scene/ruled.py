"""Real tables measured in inches: cells of a few lines, rows as high as their words, as many slides as they need."""

from collections.abc import Sequence

from components.scene.text import cut, height, paged
from components.scene.things import CONTENT, LONGEST_TITLE, PALETTE, SMALL_POINTS, Cell, Place, Run, Table
from components.theme import shortened

ABOVE_AND_BELOW = 0.04  # inches of air in a row, besides that of its cells
Row = tuple[Cell, ...]


def cell(
    text: str,
    width: float,
    points: float = SMALL_POINTS,
    most: int = 3,
    bold: bool = False,
    colour: str = PALETTE.ink,
) -> Cell:
    """A cell of plain text, of at most so many lines."""
    return Cell(((Run(cut(text, width, points, most, bold), bold, colour),),))


def head(titles: Sequence[str], widths: Sequence[float], points: float = SMALL_POINTS, most: int = 3) -> Row:
    """The first row of a table, of at most so many lines."""
    return tuple(cell(title, width, points, most, bold=True) for title, width in zip(titles, widths, strict=True))


def row_height(row: Row, widths: Sequence[float], points: float = SMALL_POINTS) -> float:
    """How high a row must be for the longest of its cells."""
    tallest = max(height(one.paragraphs, width, points) for one, width in zip(row, widths, strict=True))
    return round(tallest + ABOVE_AND_BELOW, 3)


def rows_by_slide(
    first: Row, rows: Sequence[Row], widths: Sequence[float], room: float, points: float = SMALL_POINTS
) -> list[list[Row]]:
    """The rows on as many slides as they need, the head repeated on each; `room` in inches, head included."""
    left = room - row_height(first, widths, points)
    return [[first, *some] for some in paged(rows, [row_height(row, widths, points) for row in rows], left)]


def table(
    name: str,
    rows: Sequence[Row],
    widths: Sequence[float],
    y: float,
    alt: str,
    x: float = CONTENT.x,
    points: float = SMALL_POINTS,
) -> Table:
    """A table at a place, as high as its rows."""
    heights = tuple(row_height(row, widths, points) for row in rows)
    place = Place(x, y, round(sum(widths), 3), round(sum(heights), 3))
    return Table(name, place, tuple(rows), tuple(widths), heights, alt, points)


def numbered(title: str, place: int, of: int) -> str:
    """The title of a slide that continues: "Sources (2 of 3)", still short enough."""
    suffix = f" ({place} of {of})"
    return title if of == 1 else f"{shortened(title, LONGEST_TITLE - len(suffix))}{suffix}"
