"""What suppliers notified, one column a period of the limit; rows instead where columns would have no room."""

from dataclasses import replace
from math import isnan
from typing import NamedTuple

from components.figures.notices.notified_parts import Bar, Period, Reported, Series, click_over, draw_part
from components.figures.notices.notified_rows import rows
from components.scene.canvas import Canvas, Look
from components.scene.furniture import NOMINAL_WIDTH, Scene, Words, safe
from components.scene.marks import Stroke
from components.scene.text import broken, widest
from components.theme import CITED_SIGN, CITED_WORD, number

PLOT = {"wide": 340, "medium": 300, "narrow": 0}  # pixels from nothing to the top of the axis
LEAST_COLUMN = 58  # pixels: narrower ones are drawn as rows
BAR, WIDEST_BAR = 0.32, 60  # half a column: of its room, but at most so many pixels
YEAR_ROW, VALUE_ROW, NOTE_ROW, LINE_ROW, AIR = 26, 20, 14, 17, 4
LEAST_PART = 60  # pixels of a part that holds its total above its name
MOST_IN_COLUMN, MOST_NAME = 6.0, 4  # type sizes of a line; lines of a name beside the columns
SIDES = {"wide": (150, 104), "medium": (98, 76), "narrow": (12, 14)}
LEGEND = (
    f"Hatched in a dashed outline, {CITED_SIGN}: {CITED_WORD} from an address, no stored text. Dotted: converted from "
    "another unit. ~: converted, or rounded by its source. –: no number found, which does not mean that nothing was "
    "delivered."
)


class _Sheet(NamedTuple):
    """What the columns are drawn on: the canvas, what is drawn, the end of the axis, and the volume in a pixel."""

    canvas: Canvas
    series: Series
    top: float
    pixel: float

    @property
    def half(self) -> float:
        """Half a column, of its room."""
        return min(BAR, WIDEST_BAR / self.column)

    @property
    def column(self) -> float:
        """How wide a column's room is, in pixels."""
        width = self.canvas.look.width
        return (NOMINAL_WIDTH[width] - sum(SIDES[width])) / len(self.series.periods)


def notified(series: Series, words: Words, look: Look) -> Scene:
    """The parts of each period on top of one another, their total, and the limit of that period."""
    told = replace(words, legend=LEGEND)
    if not series.periods:
        return _nothing(words, look)
    sheet = _Sheet(Canvas(look), series, series.top, series.top / (PLOT[look.width] or 1))
    return rows(series, told, look) if look.narrow or sheet.column < LEAST_COLUMN else _columns(sheet, told)


def _nothing(words: Words, look: Look) -> Scene:
    canvas = Canvas(look)
    canvas.xaxis |= {"range": [0, 1]}
    canvas.yaxis |= {"range": [0, 1]}
    canvas.text("No notified number in this dataset", (0.5, 0.5), look.text, look.palette.secondary)
    return Scene(canvas, words, 90, SIDES[look.width])


def _columns(sheet: _Sheet, words: Words) -> Scene:
    """Columns above a small table, in which every number is readable however small its part of a column."""
    canvas, series, width = sheet.canvas, sheet.series, sheet.canvas.look.width
    _limit(sheet)
    for place, period in enumerate(series.periods):
        _column(sheet, place, period)
    if series.reported:
        _reported(sheet, series.reported)
    bottom = _table(sheet)
    bars = [Bar(place, 0.5, bottom, sheet.top) for place in range(len(series.periods))]
    click_over(canvas, "y", bars, series.periods)
    canvas.xaxis |= {"range": [-0.5, len(series.periods) - 0.5]}
    canvas.yaxis |= {"range": [bottom, sheet.top]}
    height = PLOT[width] - bottom / sheet.pixel
    return Scene(canvas, words, height, SIDES[width], overlay=True)


def _limit(sheet: _Sheet) -> None:
    canvas, spans = sheet.canvas, sheet.series.spans
    look, palette = canvas.look, canvas.look.palette
    for first, last, limit in spans:
        x = (first - 0.5, last + 0.5)
        before, behind = sheet.series.grounds(palette)
        canvas.box(x, (0, limit), before)
        canvas.box(x, (limit, sheet.top), behind)
        canvas.curve(x, (limit, limit), palette.limit, 3)
    if spans:
        limit = spans[-1][2]
        room = (SIDES[look.width][1] - 10) / (look.small + 0.5)
        name = "<br>".join(map(safe, broken(sheet.series.limit_name, room, bold=True, most=MOST_NAME)))
        text = f"<b>{name}<br>{number(limit)}</b><br>{sheet.series.every.strip()}"
        at = (len(sheet.series.periods) - 0.5, limit)
        canvas.text(text, at, look.small + 0.5, palette.limit, ("left", "middle"), (8, 0))


def _column(sheet: _Sheet, place: int, period: Period) -> None:
    canvas, base = sheet.canvas, 0.0
    look, palette = canvas.look, canvas.look.palette
    for part in period.parts:
        if part.volume:
            draw_part(canvas, "y", Bar(place, sheet.half, base, base + part.volume), part)
        supplier, room = sheet.series.suppliers[part.supplier], (sheet.column * 2 * sheet.half - 8) / look.small
        lines = broken(supplier, min(room, MOST_IN_COLUMN))
        if widest(supplier) <= room and part.volume / sheet.pixel > look.small * (0.7 + 1.3 * len(lines)):
            name = "<br>".join(safe(line) for line in lines)
            canvas.text(name, (place, base + part.volume / 2), look.small, palette.ink, background=palette.paper)
        base += part.volume
    level = base + AIR * sheet.pixel
    text, upright, ground = f"<b>{safe(period.words)}</b>", "bottom", None
    # Above the line a total just below it would be read as one above the limit: it stands in its column.
    if not isnan(period.limit) and base <= period.limit < level + 20 * sheet.pixel:
        last = max((part.volume for part in period.parts[-1:]), default=0.0)
        if last > LEAST_PART * sheet.pixel:
            level, upright, ground = base - AIR * sheet.pixel, "top", palette.paper
        else:
            level = period.limit + AIR * sheet.pixel
    canvas.text(text, (place, level), look.small + 1.5, palette.ink, ("center", upright), background=ground)


def _reported(sheet: _Sheet, reported: Reported) -> None:
    canvas, place = sheet.canvas, reported.period
    ink, pixel, look = canvas.look.palette.ink, sheet.pixel, canvas.look
    level = min(reported.volume, sheet.top * 0.9)
    canvas.box((place - sheet.half, place + sheet.half), (level - 3 * pixel, level + 3 * pixel), ink, layer="above")
    if reported.open_end or reported.volume > level:
        for step in range(3):
            low = level + (7 + 6 * step) * pixel
            tip = sheet.half * 0.38
            canvas.curve([place - tip, place, place + tip], [low, low + 5 * pixel, low], ink, 3)
    text = f"<b>{safe(reported.words)}</b><br>reported [{safe(reported.claims)}]"
    left = place > 0
    at = (place - sheet.half - 0.06 if left else place + sheet.half + 0.06, level)
    canvas.text(text, at, look.small + 1, ink, ("right" if left else "left", "middle"))


def _table(sheet: _Sheet) -> float:
    """Periods and the number of every part below the columns; returns the level below."""
    canvas, series, level = sheet.canvas, sheet.series, -6.0
    look, palette = canvas.look, canvas.look.palette
    for place, period in enumerate(series.periods):
        text = f"<b>{safe(period.name)}</b>"
        if period.note:
            text += f"<br><span style='font-size:{look.small}px'>{safe(period.note)}</span>"
        canvas.text(text, (place, level * sheet.pixel), look.text, palette.ink, ("center", "top"))
    level -= YEAR_ROW + (LINE_ROW if any(period.note for period in series.periods) else 0)
    for supplier in range(len(series.suppliers)):
        level = _supplier(sheet, supplier, level)
    return level * sheet.pixel


def _supplier(sheet: _Sheet, supplier: int, level: float) -> float:
    canvas, y = sheet.canvas, level * sheet.pixel
    look, palette = canvas.look, canvas.look.palette
    canvas.segment((-0.5, y), (len(sheet.series.periods) - 0.5, y), Stroke(palette.grid, 1), "below")
    lines = _name(sheet, supplier)
    y = (level - 5) * sheet.pixel
    name = "<br>".join(safe(line) for line in lines)
    canvas.text(name, (-0.5, y), look.small + 0.5, palette.ink, ("right", "top"), (-8, 0))
    tallest = VALUE_ROW + (len(lines) - 1) * LINE_ROW
    for place, period in enumerate(sheet.series.periods):
        part = next((part for part in period.parts if part.supplier == supplier), None)
        notes = broken(part.note, sheet.column / (look.small - 0.5)) if part else []
        small = "".join(f"<br><span style='font-size:{look.small - 0.5}px'>{safe(note)}</span>" for note in notes)
        text = f"{safe(part.words) if part else '–'}{small}"
        canvas.text(text, (place, y), look.small + 0.5, palette.secondary, ("center", "top"))
        tallest = max(tallest, VALUE_ROW + len(notes) * NOTE_ROW)
    return level - tallest - 6


def _name(sheet: _Sheet, supplier: int) -> list[str]:
    look = sheet.canvas.look
    room = (SIDES[look.width][0] - 12) / (look.small + 0.5)
    return broken(sheet.series.suppliers[supplier], room, most=MOST_NAME) or [""]
