"""Year against year, drawn: a group of rows for each year, one row a number, and the limit as a line through each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import isfinite, isnan
from typing import Literal, NamedTuple

from components import letters
from components.scene.canvas import Canvas, Look
from components.scene.furniture import Scene, Words, across, pixels, safe
from components.scene.marks import Bars, Hatch, Opens, Stroke
from components.scene.screens import Part, every_part, room_for, wanted
from components.scene.text import ems, fitted
from components.theme import CITED_DASH, CITED_HATCH

AIR_ABOVE = 1.04  # of the largest number shown
FARTHEST = 4  # times the limit: what lies beyond does not stretch the axis
ROW, BAR_ROW, AIR, HEAD, FOOT = 27.0, 24.0, 8.0, 26.0, 4.0
TIGHTEST = 1.35  # of the type size: a row where all years shall stand on one screen
LINE = 1.35  # of the type size
BAR, GAP, EDGE = 13.0, 10.0, 6.0
LONGEST_NAME = 22.0  # type sizes
YEAR, NAME, VALUE = 62.0, 250.0, 370.0  # pixels at most: the year, who says it, and the number with its note
TINTS = {True: 0.85, False: 0.4}  # of what is notified: that of the case's supplier is the darker

Kind = Literal["notified", "published", "reported", "modelled"]


@dataclass(frozen=True)
class Row:
    """One number: who says it, its words, whose deliveries it counts and when; `ends` are the least and the most.

    `stated` is what its words are sure of, `parts` of what is notified the amounts and whether each is the case's own
    supplier's, `half` the middle half of the runs; `open_end` if there may be more.
    """

    kind: Kind
    name: str
    value: str
    note: str
    stated: float
    ends: tuple[float, float]
    opens: str
    hover: str
    open_end: bool = False
    parts: tuple[tuple[float, bool], ...] = ()
    half: tuple[float, float] = (float("nan"), float("nan"))


@dataclass(frozen=True)
class Year:
    """A period of the limit, the limit in it (NaN where none held), and its rows."""

    name: str
    limit: float
    rows: tuple[Row, ...]


class _Sheet(NamedTuple):
    """What is drawn on: the canvas, the end of the axis, and the pixels left of it and right of it."""

    canvas: Canvas
    top: float
    left: float
    right: float
    row: float = ROW
    period: float = YEAR  # pixels of the names of periods

    @property
    def look(self) -> Look:
        return self.canvas.look

    @property
    def beside(self) -> bool:
        """True where words stand beside the bars; in a smaller window they stand above them."""
        return self.look.width == "wide"

    @property
    def pixel(self) -> float:
        """The volume in a pixel."""
        return self.top / (across(self.look) - self.left - self.right - 2 * EDGE)


def by_year(years: Sequence[Year], limit_name: str, words: Words, look: Look) -> Scene:
    """The years from the top down, on as many screens or slides as they need."""
    sheet, room = _sheet(years, look), room_for(words, look, HEAD + FOOT)
    if look.for_screen:
        share = (room.whole - AIR * len(years)) / max(sum(len(year.rows) for year in years), 1)
        sheet = sheet._replace(row=min(max(share, TIGHTEST * look.small), ROW * look.small / 12.5))
    heights = [_height(sheet, year) for year in years]

    def drawn(part: Part[Year]) -> Scene:
        own, level = sheet._replace(canvas=Canvas(look)), -HEAD
        _limit_name(own, part.things, limit_name)
        for place, year in enumerate(part.things):
            level = _year(own, year, level, place % 2 == 0)
        own.canvas.xaxis |= {"range": [-own.left * own.pixel, own.top + own.right * own.pixel]}
        own.canvas.yaxis |= {"range": [level - FOOT, 0]}
        return Scene(own.canvas, part.words, FOOT - level, (EDGE, EDGE), part.parts, overlay=True)

    parts = every_part(list(years), heights, words, look, room)
    if look.room:
        return replace(drawn(parts[0]), further=tuple(map(drawn, parts[1:])))
    return drawn(wanted(parts, look))


def _sheet(years: Sequence[Year], look: Look) -> _Sheet:
    rows = [row for year in years for row in year.rows]
    limits = [year.limit for year in years if not isnan(year.limit)]
    most = max([*limits, *(end for row in rows for end in (row.stated, *row.ends) if isfinite(end)), 0.0]) or 1.0
    top = min(most, FARTHEST * max(limits)) if any(limits) else most
    if look.width != "wide":
        return _Sheet(Canvas(look), top * AIR_ABOVE, 4.0, 16.0)
    name = max((pixels(fitted(row.name, LONGEST_NAME), look.small + 0.5) for row in rows), default=0.0)
    value = max((_value_width(row, look) for row in rows), default=0.0)
    larger = look.small / 12.5
    period = _period_room(years, look)
    left = period + min(name, NAME * larger) + GAP
    return _Sheet(Canvas(look), top * AIR_ABOVE, left, min(value, VALUE * larger) + GAP + 16.0, period=period)


def _period_room(years: Sequence[Year], look: Look) -> float:
    """The pixels for the names of periods: those of a year have the same everywhere, longer ones what they need."""
    longer = [pixels(year.name, look.text, bold=True) + GAP for year in years if len(year.name) > len("2031/32")]
    return max(YEAR * look.small / 12.5, *longer) if longer else YEAR * look.small / 12.5


def _value_width(row: Row, look: Look) -> float:
    return pixels(row.value, look.small + 1.5, bold=True) + pixels(f"   {row.note}", look.small)


def _height(sheet: _Sheet, year: Year) -> float:
    return _head(sheet) + sum(_row_height(sheet, row) for row in year.rows) + AIR


def _head(sheet: _Sheet) -> float:
    """What the name of a year takes above its rows, where it does not stand beside them."""
    return 0.0 if sheet.beside else sheet.look.text * LINE


def _row_height(sheet: _Sheet, row: Row) -> float:
    if sheet.beside:
        return sheet.row
    return sheet.look.small * LINE * (1 if _said(sheet, row)[1] == "" else 2) + BAR_ROW


def _said(sheet: _Sheet, row: Row) -> tuple[str, str]:
    """What stands above a bar, left of its number, and below the bar, where the note has no room beside the name."""
    look = sheet.look
    room = (across(look) - pixels(row.value, look.small, bold=True) - 34) / look.small
    whole = f"{row.name} ({row.note})" if row.note else row.name
    if ems(whole) <= room:
        return whole, ""
    return fitted(row.name, room), fitted(row.note, (across(look) - 30) / look.small)


def _limit_name(sheet: _Sheet, years: Sequence[Year], name: str) -> None:
    """Above the line of the first year that has a limit, as much of the name as there is room for."""
    limit = next((year.limit for year in years if not isnan(year.limit)), None)
    if limit is None:
        return
    size, colour = sheet.look.small + 1, sheet.look.palette.limit
    side = "right" if limit > sheet.top * 0.6 else "left" if limit < sheet.top * 0.2 else "center"
    text = f"<b>{safe(fitted(name, 19.0 if sheet.beside else 12.5, bold=True))}</b>"
    sheet.canvas.text(text, (limit, -HEAD + 2), size, colour, (side, "bottom"))


def _year(sheet: _Sheet, year: Year, level: float, banded: bool) -> float:
    """A year with its rows below a level; returns the level below it."""
    canvas, look, bottom = sheet.canvas, sheet.look, level - _height(sheet, year)
    ends = (-sheet.left * sheet.pixel, sheet.top + sheet.right * sheet.pixel)
    if banded:
        canvas.box(ends, (bottom, level), look.palette.band)
    at = (ends[0], level - AIR / 2 - (sheet.row / 2 if sheet.beside else 0))
    name = f"<b>{safe(year.name)}</b>"
    canvas.text(name, at, look.text, look.palette.ink, ("left", "middle" if sheet.beside else "top"), (6, 0))
    tops = [level - AIR / 2 - _head(sheet)]
    for row in year.rows:
        _row(sheet, row, tops[-1], banded)
        tops.append(tops[-1] - _row_height(sheet, row))
    if not isnan(year.limit):
        canvas.upright(year.limit, (bottom, level), look.palette.limit, 2.5, "above")
    heights = [top - below for top, below in pairwise(tops)]
    middles = [top - height / 2 for top, height in zip(tops, heights, strict=False)]
    opens = Opens([row.hover for row in year.rows], [row.opens for row in year.rows])
    starts, whole = [ends[0]] * len(middles), [ends[1] - ends[0]] * len(middles)
    canvas.marks.append(Bars("x", middles, starts, whole, [height - 1 for height in heights], opens=opens))
    return bottom


def _row(sheet: _Sheet, row: Row, level: float, banded: bool) -> None:
    """A row below a level: its bar, and its words beside the bar or above and below it."""
    look = sheet.look
    middle = level - (sheet.row / 2 if sheet.beside else look.small * LINE + BAR / 2 + 4)
    _DRAWN[row.kind](sheet, row, middle)
    if sheet.beside:
        _words_beside(sheet, row, middle)
        return
    background = look.palette.band if banded else look.palette.paper
    above, below = _said(sheet, row)
    for text, at, anchor, shift, colour in (
        (safe(above), (0.0, level), ("left", "top"), 0, look.palette.secondary),
        (f"<b>{safe(row.value)}</b>", (sheet.top, level), ("right", "top"), 10, look.palette.ink),
        (safe(below), (0.0, middle - BAR / 2 - 2), ("left", "top"), 0, look.palette.secondary),
    ):
        if text:
            sheet.canvas.text(text, at, look.small, colour, anchor, (shift, 0), background)


def _words_beside(sheet: _Sheet, row: Row, middle: float) -> None:
    """Who says it left of the bar, the number with its note right of it, both as long as there is room."""
    look, ink, canvas = sheet.look, sheet.look.palette.ink, sheet.canvas
    record = row.opens if row.opens.startswith("record:") else ""
    room = sheet.left - sheet.period - GAP
    name = fitted(row.name, room / (look.small + 0.5))
    canvas.text(safe(name), (0.0, middle), look.small + 0.5, ink, ("right", "middle"), (-GAP, 0), leads_to=record)
    text, room = f"<b>{safe(row.value)}</b>", sheet.right - GAP - 10 - pixels(row.value, look.small + 1.5, bold=True)
    if row.note:
        note = safe(fitted(row.note, room / look.small - ems("  ")))
        text += f"<span style='font-size:{look.small}px;color:{look.palette.secondary}'>  {note}</span>"
    canvas.text(text, (sheet.top, middle), look.small + 1.5, ink, ("left", "middle"), (GAP + 6, 0))


def _box(sheet: _Sheet, x: tuple[float, float], middle: float, fill: str | None, line: Stroke | None = None,
         opacity: float | None = None, half: float = BAR / 2) -> None:  # fmt: skip
    ends = (min(x[0], sheet.top), min(x[1], sheet.top))
    sheet.canvas.box(ends, (middle - half, middle + half), fill, line, opacity=opacity)


def _notified(sheet: _Sheet, row: Row, middle: float) -> None:
    """Filled, one part a supplier."""
    start, palette = 0.0, sheet.look.palette
    for volume, own in row.parts:
        _box(sheet, (start, start + volume), middle, palette.paper)
        _box(sheet, (start, start + volume), middle, palette.cited, opacity=TINTS[own])
        start += volume
    _box(sheet, (0.0, start), middle, None, Stroke(palette.cited, 1.5))
    _past(sheet, start, middle, palette.cited)


def _published(sheet: _Sheet, row: Row, middle: float) -> None:
    """Hatched as far as the words are sure, outlined alone as far as they leave it open."""
    palette, sure = sheet.look.palette, min(row.stated, sheet.top)
    if sure:
        hatch = Hatch(CITED_HATCH, palette.cited, palette.paper, 0.2)
        sheet.canvas.marks.append(Bars("x", [middle], [0.0], [sure], [BAR], hatch=hatch))
        _outline(sheet, (0.0, sure), middle)
    if isfinite(row.ends[1]) and row.ends[1] > row.stated:
        _outline(sheet, (sure, row.ends[1]), middle)
    _ends(sheet, row, middle, palette.cited)


def _outline(sheet: _Sheet, x: tuple[float, float], middle: float) -> None:
    """As all that is cited, dashed; over the hatching, which would hide it."""
    line, end = Stroke(sheet.look.palette.cited, 1.6, CITED_DASH), min(x[1], sheet.top)
    sheet.canvas.box((x[0], end), (middle - BAR / 2, middle + BAR / 2), None, line, "above")


def _reported(sheet: _Sheet, row: Row, middle: float) -> None:
    palette, sure = sheet.look.palette, min(row.stated, sheet.top)
    _box(sheet, (0.0, sure), middle, palette.ink)
    if isfinite(row.ends[1]) and row.ends[1] > row.stated:
        _box(sheet, (sure, row.ends[1]), middle, None, Stroke(palette.ink, 2, "dot"))
    _ends(sheet, row, middle, palette.ink)


def _modelled(sheet: _Sheet, row: Row, middle: float) -> None:
    """A band of quantiles, its middle half dark, the median a tick; there is no bar from nothing."""
    palette = sheet.look.palette
    _box(sheet, row.ends, middle, palette.model_band, Stroke(palette.model, 1.5), half=BAR / 2 - 2)
    _box(sheet, row.half, middle, palette.model)
    if row.stated < sheet.top:
        y = (middle - BAR / 2, middle + BAR / 2)
        sheet.canvas.upright(row.stated, y, palette.paper if row.half[1] > row.half[0] else palette.model, 3)
    _past(sheet, row.ends[1], middle, palette.model)


def _ends(sheet: _Sheet, row: Row, middle: float, colour: str) -> None:
    """Chevrons where there may be more, a sign at the edge for what lies past the axis."""
    if not row.open_end:
        _past(sheet, row.ends[1], middle, colour)
        return
    step, tall, deep = 8 * sheet.pixel, BAR / 2, 5 * sheet.pixel
    start = min(row.stated, sheet.top - 3 * step) + 4 * sheet.pixel
    for place in range(3):
        x = start + place * step
        sheet.canvas.curve([x, x + deep, x], [middle + tall, middle, middle - tall], colour, 2.5)


def _past(sheet: _Sheet, end: float, middle: float, colour: str) -> None:
    if end > sheet.top:
        sheet.canvas.symbol((sheet.top, middle), "triangle-right", colour, 13)


_DRAWN = {"notified": _notified, "published": _published, "reported": _reported, "modelled": _modelled}


def lines_of(rows: Sequence[Row]) -> list[str]:
    """Every row as a reader of the picture's words alone gets it: "Barge Watch: > 400 (all suppliers, Jan–May)"."""
    return [f"{row.name}: {row.value}{f' ({row.note})' if row.note else ''}" for row in rows]


def wrapped_hover(text: str) -> str:
    """Words from outside in lines for the pointer."""
    return "<br>".join(safe(line) for line in letters.wrapped(text, 60))
