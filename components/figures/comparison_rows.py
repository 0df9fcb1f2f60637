"""The rows of the comparison as a figure: what stands in each cell, how high a row is, and how it is drawn."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from components.scene.canvas import Canvas
from components.scene.furniture import balanced, pixels, safe
from components.scene.marks import Outline, Signs, Stroke
from components.scene.scale import rgba
from components.scene.text import broken, ems, fitted
from components.sentences.comparison import answer_words, reading_words
from components.theme import CELL_SIGNS, CITED_SIGN, CITED_WORD, READINGS, Palette

Row = Mapping[Hashable, Any]
PAD, BADGE, TINT = 10.0, 19.0, 0.11
SIGN, BESIDE_SIGN = 11.0, 18.0  # pixels: how wide the sign of a cell is, and where its words begin
HALF = "M0,-5.5 C-7.3,-5.5 -7.3,5.5 0,5.5 Z"  # of such a sign: the half that is full
LEADING = 1.3
LEAST_AIR, MOST_AIR = 4.5, 16.0  # above and below the words of a row
MOST_LINES, MOST_RECORD_LINES = 4, 2
QUIET = ("silent", "unread")
SYMBOLS = {"states": "circle", "no figure": "circle-open", "silent": "circle-open", "odd": "triangle-up"}


class Cell(NamedTuple):
    """What one document, or the record, answers: its sign, lines as they are drawn, what hover says, a click opens."""

    sign: str
    lines: list[str]
    opens: str = ""
    hover: str = ""


class Asked(NamedTuple):
    """One row before it is drawn."""

    reading: str
    title: list[str]
    cells: list[Cell]
    word: list[str]
    why: list[str]


class Table(NamedTuple):
    """What rows are drawn on: the canvas, where the columns begin, where the last one ends, and the air of a row."""

    canvas: Canvas
    starts: list[float]
    end: float
    air: float = LEAST_AIR

    @property
    def size(self) -> float:
        return self.canvas.look.small + 1

    @property
    def small(self) -> float:
        return self.canvas.look.small - (0.5 if self.canvas.look.for_screen else 0)

    def wide(self, column: int) -> float:
        """How wide the text of a column may be."""
        return [*self.starts[1:], self.end][column] - self.starts[column] - 2 * PAD

    def height(self, row: Asked) -> float:
        beside = max(len(row.title), *(len(cell.lines) for cell in row.cells)) * self.size
        reading = len(row.word) * self.size + len(row.why) * self.small
        return LEADING * max(beside, reading) + 2 * self.air

    def filling(self, rows: Sequence[Asked], room: float) -> "Table":
        """The same with so much air that the rows fill the room, if they can."""
        bare = sum(self._replace(air=0.0).height(row) for row in rows)
        free = (room - bare) / (2 * max(len(rows), 1))
        return self._replace(air=min(max(free, LEAST_AIR), MOST_AIR))


def asked(question: Row, cells: list[Cell], table: Table) -> Asked:
    """A row of the table: the question, its cells, and how they are read."""
    room = table.wide(len(table.starts) - 1) - BADGE - PAD
    word = reading_words(question, READINGS[question["reading"]].word)
    return Asked(
        question["reading"],
        _heading(question["title"], table.wide(0) / table.size),
        cells,
        _heading(word, room / table.size),
        _lines(question["why"], room, table.small),
    )


def cell_of(cell: Row, table: Table, column: int) -> Cell:
    """What one document answers, with the ids of its claims."""
    palette, size, room = table.canvas.look.palette, table.size, table.wide(column) - BESIDE_SIGN
    lines = _lines(answer_words(cell), room, size)
    colour = palette.secondary if cell["sign"] in QUIET else palette.ink
    drawn = [f"<span style='font-size:{size}px;color:{colour}'>{safe(line)}</span>" for line in lines]
    ids = _lines(" ".join(cell["claim_ids"]), room, size) if cell["claim_ids"] else []
    for place, line in enumerate(ids):
        bold = f"<b style='color:{palette.model}'>{safe(line)}</b>"
        if not place and pixels(f"{lines[-1]}   {line}", size) <= room:
            drawn[-1] += f"  {bold}"
        else:
            drawn.append(bold)
    opens = str(cell["claim_ids"][0]) if cell["claim_ids"] else ""
    hover = f"<b>Document {safe(cell['document'])}: {CELL_SIGNS[cell['sign']][1]}</b>"
    return Cell(cell["sign"], drawn, opens, f"{hover}<br>Click for the exact words")


def record_cell(answers: pd.DataFrame, table: Table, column: int) -> Cell:
    """What the public record says first to one question, sound answers before errors, and how many more there are."""
    palette, size, room = table.canvas.look.palette, table.size, table.wide(column) - BESIDE_SIGN
    if answers.empty:
        return Cell("", [f"<span style='color:{palette.secondary}'>nothing {CITED_WORD}</span>"])
    first = answers.sort_values("standing", key=lambda standing: standing == "error", kind="stable").iloc[0]
    lines, more = _lines(str(first["statement"]), room, size, MOST_RECORD_LINES), len(answers) - 1
    drawn = [f"<span style='font-size:{size}px'>{safe(line)}</span>" for line in lines]
    others = f", and {more} more" if more else ""
    said = fitted(str(first["said_by"]), room / table.small - ems(others))
    drawn.append(f"<span style='font-size:{table.small}px;color:{palette.secondary}'>{safe(said + others)}</span>")
    hover = f"<b>{CITED_SIGN} {CITED_WORD}: {safe(str(first['said_by']))}</b><br>Click for the record"
    return Cell("cited", drawn, f"record:{first['record_id']}", hover)


def draw_row(table: Table, row: Asked, level: float) -> float:
    """Draw one row below `level` and return the level below it."""
    canvas, last = table.canvas, len(table.starts) - 1
    palette, top, bottom = canvas.look.palette, level - table.air, level - table.height(row)
    tone = tone_of(row.reading, palette)
    canvas.box((table.starts[last], table.end), (level, bottom), rgba(tone, TINT))
    title = "<br>".join(f"<b>{safe(line)}</b>" for line in row.title)
    canvas.text(title, (PAD, top), table.size, palette.ink, ("left", "top"), (0, 1))
    for cell, start in zip(row.cells, table.starts[1:last], strict=True):
        draw_sign(table, cell.sign, start + PAD, top - table.size * LEADING / 2)
        at = (start + PAD + BESIDE_SIGN, top)
        canvas.text("<br>".join(cell.lines), at, table.size, palette.ink, ("left", "top"), (0, 1))
    _reading(table, row, top, tone)
    rule(table, bottom, palette.grid, 1)
    return bottom


def draw_sign(table: Table, sign: str, left: float, middle: float) -> None:
    """The sign of a cell, drawn: the half-full one is no letter of every type."""
    canvas, palette = table.canvas, table.canvas.look.palette
    written = {"cited": (CITED_SIGN, palette.cited), "unread": (CELL_SIGNS["unread"][0], palette.secondary)}
    if sign in written:
        letter, colour = written[sign]
        canvas.text(f"<b>{letter}</b>", (left + SIGN / 2, middle), table.size, colour)
    if sign not in SYMBOLS:
        return
    colour = {"silent": palette.secondary, "odd": palette.lanes[2]}.get(sign, palette.model)
    at = left + SIGN / 2
    canvas.marks.append(Signs([at], [middle], SYMBOLS[sign], SIGN, colour, Stroke(colour, 1.6)))
    if sign == "no figure":
        canvas.marks.append(Outline(HALF, (at, middle), colour))


def rule(table: Table, level: float, colour: str, width: float) -> None:
    """A line across the whole table."""
    table.canvas.segment((0, level), (table.end, level), Stroke(colour, width))


def tone_of(reading: str, palette: Palette) -> str:
    """The colour of a reading, of its sign and its word; one of those of the lanes, or that of the limit."""
    lanes = palette.lanes
    tones = {"compatible": lanes[3], "same-origin": lanes[1], "one-document": lanes[4], "check-wording": lanes[2]}
    tones |= {"different-things": lanes[6], "against-itself": lanes[5]}
    return tones.get(reading, palette.limit)


def _reading(table: Table, row: Asked, top: float, tone: str) -> None:
    """Sign and word of a reading, and why it is read so."""
    canvas, palette = table.canvas, table.canvas.look.palette
    left, middle, half = table.starts[-1] + PAD, top - table.size * LEADING / 2, BADGE / 2
    canvas.box((left, left + BADGE), (middle - half, middle + half), tone, layer="above")
    canvas.text(f"<b>{READINGS[row.reading].sign}</b>", (left + half, middle), table.size, palette.paper)
    told = [f"<b style='color:{tone}'>{safe(line)}</b>" for line in row.word]
    told += [f"<span style='font-size:{table.small}px'>{safe(line)}</span>" for line in row.why]
    at = (left + BADGE + PAD, top)
    canvas.text("<br>".join(told), at, table.size, palette.ink, ("left", "top"), (0, 1))


def _heading(text: str, room: float) -> list[str]:
    """Bold lines of so many type sizes, about equally long; no cell grows without end: the page has all the words."""
    found = balanced(text, room)
    return found if len(found) <= MOST_LINES else broken(text, room, bold=True, most=MOST_LINES)


def _lines(text: str, room: float, size: float, most: int = MOST_LINES) -> list[str]:
    return broken(text, room / size, most=most) or [""]
