"""A table of slides as marks: what the pen of the page draws of it, with clicks where a slide has links."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from components.scene.canvas import Canvas
from components.scene.furniture import across, safe
from components.scene.marks import Hits, Opens, Stroke
from components.scene.text import LINE, POINTS_PER_INCH, Laid, inches, laid
from components.scene.things import CONTENT, SMALL_POINTS, Paragraph, Place, Run, Table, Text
from components.theme import CELL_SIGNS, themed

PAGE_TYPE = 0.92  # of the size on a slide: the type of the page runs so much wider than the one slides are measured in
MOST_AIR = 0.2  # inches that a row may become higher
FOOT = 0.32  # inches of the line below a table
BETWEEN = 0.5  # inches between two points that a click reaches
SIGNS = {sign for sign, _ in CELL_SIGNS.values()}
SIGN_FONT = "Segoe UI Symbol, Apple Symbols, DejaVu Sans, sans-serif"
HEAD_WIDTH, ROW_WIDTH = 2.0, 1.0  # pixels


class Spot(NamedTuple):
    """A place of a table that opens something, in inches."""

    x: float
    y: float
    opens: str


def filling(table: Table, room: float) -> Table:
    """The same with rows so much higher that they fill so many inches, if they can."""
    air = min(max(room - sum(table.heights), 0.0) / len(table.heights), MOST_AIR)
    heights = tuple(height + air for height in table.heights)
    return replace(table, heights=heights, place=table.place._replace(height=sum(heights)))


def draw(canvas: Canvas, table: Table, foot: Paragraph, hover: Callable[[str], str]) -> float:
    """Draw a table that is as wide as a slide, in inches of it, and a line below it.

    `hover` says in markup what a click opens.

    Returns how high it is in pixels. What a run links to is handed over by a click on it, or on the words before it.
    """
    pen, spots = _Pen(canvas), list[Spot]()
    y = table.place.y
    for row, (cells, height) in enumerate(zip(table.rows, table.heights, strict=True)):
        x = table.place.x
        for cell, width in zip(cells, table.widths, strict=True):
            place = Place(x, y, width, height)
            if cell.fill:
                canvas.box((x, place.right), (y, place.bottom), themed(cell.fill, canvas.look.palette))
            spots += _spots(pen.words(cell.paragraphs, place, table.points))
            x += width
        y += height
        line = ("grid", ROW_WIDTH) if row else ("ink", HEAD_WIDTH)
        canvas.segment((table.place.x, y), (x, y), Stroke(getattr(canvas.look.palette, line[0]), line[1]))
    pen.words((foot,), Place(table.place.x, y, table.place.width, FOOT), SMALL_POINTS)
    y += FOOT
    canvas.xaxis |= {"range": [table.place.x, table.place.right]}
    canvas.yaxis |= {"range": [y, table.place.y]}
    if spots:
        xs, ys, opens = zip(*spots, strict=True)
        size = table.points / POINTS_PER_INCH * LINE * pen.inch
        canvas.marks.append(Hits(xs, ys, size, Opens([hover(one) for one in opens], opens)))
    return (y - table.place.y) * pen.inch


class _Pen(NamedTuple):
    """What cells are written on."""

    canvas: Canvas

    @property
    def inch(self) -> float:
        """The pixels of an inch of a slide."""
        return across(self.canvas.look) / CONTENT.width

    def words(self, paragraphs: tuple[Paragraph, ...], place: Place, points: float) -> list[Laid]:
        """Write paragraphs line by line, and give the lines."""
        found, ink = list(laid(Text("", place, paragraphs, "", points, anchor="middle"))), self.canvas.look.palette.ink
        for line in found:
            words, at = "".join(map(self._written, line.runs)), (line.at[0], line.at[1] + line.height / 2)
            self.canvas.text(words, at, self._pixels(line.points), ink, ("left", "middle"))
        return found

    def _written(self, run: Run) -> str:
        style = f"color:{themed(run.colour, self.canvas.look.palette)}"
        style += f";font-size:{self._pixels(run.points)}px" if run.points else ""
        style += f";font-family:{SIGN_FONT}" if run.text.strip() in SIGNS else ""
        words = f"<span style='{style}'>{safe(run.text)}</span>"
        return f"<b>{words}</b>" if run.bold else words

    def _pixels(self, points: float) -> float:
        return round(points / POINTS_PER_INCH * self.inch * PAGE_TYPE, 2)


def _spots(lines: list[Laid]) -> Iterator[Spot]:
    """Places along the lines of a cell: words open what the next link behind them does, the last ones the last."""
    opens = next((run.link for line in reversed(lines) for run in reversed(line.runs) if run.link), "")
    for line in reversed(lines) if opens else ():
        right = line.at[0] + sum(_wide(run, line) for run in line.runs)
        for run in reversed(line.runs):
            opens, wide = run.link or opens, _wide(run, line)
            many = max(round(wide / BETWEEN), 1)
            for place in range(many):
                yield Spot(round(right - wide * (place + 0.5) / many, 3), round(line.at[1] + line.height / 2, 3), opens)
            right -= wide


def _wide(run: Run, line: Laid) -> float:
    return inches(run.text, run.points or line.points, run.bold)
