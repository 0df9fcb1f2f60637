"""The timeline: bars cover every date the wording allows; what is known is solid, what is not is dotted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

import pandas as pd

from components.figures.events.cited_events import outside, tells_lags
from components.figures.events.lanes import SIDES, Arranged, arranged, draw, heading, rows_on
from components.figures.events.sheet import Sheet, edge_sign
from components.scene.calendar import Calendar, calendar_for, ticks
from components.scene.canvas import Canvas, Look
from components.scene.furniture import Scene, Words, across, pixels, safe
from components.scene.marks import Stroke
from components.scene.screens import Part, every_part, room_for, wanted
from components.scene.text import ems, fitted
from components.sentences.timeline import beyond_the_axis, edge_sentence, is_cited
from components.theme import CITED_DASH, CITED_SIGN, CITED_WORD, day
from data.frames.reach import NO_SPAN, Span, beyond
from data.models.case import Lane

AXIS, FOOT, KEY_ROW = 46, 24, 24
KEY, BETWEEN = 42, 20  # pixels: of a key before its words, and between two of them
TICK_ROOM = 30
MOST_WRITING_ROWS = 4
LEGEND = (
    "Solid: known to fall here. Dotted: somewhere in here, or start and end not known. ▶ ◀ open end. ● a single day."
)


@dataclass(frozen=True)
class LimitYear:
    """The limit's period, drawn as two lines, and what to call it."""

    start: date
    end: date
    name: str
    noun: str = "year"  # of its periods


def timeline(
    rows: pd.DataFrame,
    writing: pd.DataFrame,
    lanes: Sequence[Lane],
    limit_year: LimitYear | None,
    words: Words,
    look: Look,
    span: Span = NO_SPAN,
) -> Scene:
    """The events of a timeline frame in their lanes, with the windows in which the documents can have been written."""
    placeable, dated = rows[~rows["yearless"]], writing.dropna(subset=["earliest", "latest"], how="all")
    sheet = Sheet(Canvas(look), _within(_calendar(placeable, writing, look), span), rows_on(look)[1])
    cited = placeable[is_cited(placeable)]
    told = replace(words, legend=f"{_legend(placeable, sheet.calendar)}{_unwritten(dated)}")
    # A screen has no room to say twice what hollow means: there the legend alone does.
    keyed = not cited.empty and not look.for_screen
    around = AXIS - _writing(sheet, dated) + FOOT + (KEY_ROW if keyed else 0)
    room = room_for(told, look, around)
    found = arranged(sheet, placeable, lanes, room if look.for_screen else None)

    def drawn(part: Part[Arranged]) -> Scene:
        own = sheet._replace(canvas=Canvas(look))
        _axis(own)
        level = _lanes(own, part.things, _writing(own, dated))
        if limit_year:
            _limit_year(own, limit_year, level)
        bottom = _key(own, level - FOOT) if keyed else level - FOOT
        own.canvas.yaxis |= {"range": [bottom, AXIS]}
        return Scene(own.canvas, part.words, AXIS - bottom, SIDES[look.width], part.parts)

    parts = every_part(found, [lane.height for lane in found], told, look, room)
    if look.room:
        return replace(drawn(parts[0]), further=tuple(map(drawn, parts[1:])))
    return drawn(wanted(parts, look))


def _lanes(sheet: Sheet, lanes: Sequence[Arranged], level: float) -> float:
    """The lanes below a level, each with its heading; returns the level below them."""
    own = [lane._replace(sheet=lane.sheet._replace(canvas=sheet.canvas)) for lane in lanes]
    for _, of_lane in groupby(own, key=lambda lane: lane.place):
        parts = list(of_lane)
        heading(parts, level)
        for lane in parts:
            level = draw(lane, level)
    return level


def _calendar(placeable: pd.DataFrame, writing: pd.DataFrame, look: Look) -> Calendar:
    """The axis of what the documents say; cited events lengthen it a little, or give it where no document does."""
    room, cited = across(look) - sum(SIDES[look.width]), is_cited(placeable)
    if cited.all():
        return calendar_for([placeable, writing], None, room)
    return calendar_for([placeable[~cited], writing], placeable[cited], room)


def _within(calendar: Calendar, span: Span) -> Calendar:
    """The axis cut to the years that are asked for: what begins before them or ends after them runs past its edges."""
    start = max(calendar.start, date(span[0], 1, 1)) if span[0] is not None else calendar.start
    end = min(calendar.end, date(span[1], 12, 31)) if span[1] is not None else calendar.end
    return calendar._replace(start=start, end=end) if start < end else calendar


def _legend(placeable: pd.DataFrame, calendar: Calendar) -> str:
    cited = placeable[is_cited(placeable)]
    far = edge_sentence(beyond(placeable.drop(cited.index), calendar.start, calendar.end))
    if cited.empty:
        return f"{LEGEND} {far}".rstrip()
    before, after = (len(rows) for rows in outside(cited, calendar))
    outlying = f" ◁ ▷ count the {before + after} that lie beyond this axis." if before + after else ""
    lags = " ─┤ leads to the day of publication." if tells_lags(cited, calendar) else ""
    told = (
        f"{LEGEND} Hollow, with {CITED_SIGN}: {CITED_WORD} from an address; ○ a single day, dashed: somewhere in here, "
        f"tinted: known to fall here.{lags}{outlying} {far}"
    )
    return told.rstrip()


def _unwritten(dated: pd.DataFrame) -> str:
    """What is said where more documents have a window of writing than there are rows for."""
    return f" Not drawn: when {len(dated)} documents were written." if len(dated) > MOST_WRITING_ROWS else ""


def _axis(sheet: Sheet) -> None:
    canvas, calendar = sheet.canvas, sheet.calendar
    look = canvas.look
    for moment, name in zip(*ticks(calendar, look.width), strict=True):
        canvas.upright(moment, (0, -100_000), look.palette.grid, 1, layer="below")
        anchor = "left" if calendar.pixel(moment) + TICK_ROOM <= calendar.pixels + SIDES[look.width][1] else "right"
        canvas.text(name, (moment, 4), look.small, look.palette.secondary, (anchor, "bottom"))
    canvas.xaxis |= {"range": [calendar.start, calendar.end], "type": "date"}


def _writing(sheet: Sheet, writing: pd.DataFrame) -> float:
    """When the documents can have been written, above the lanes; returns the level below."""
    if len(writing) > MOST_WRITING_ROWS:
        return 0.0
    canvas, calendar, level = sheet.canvas, sheet.calendar, 0.0
    look, ink = canvas.look, canvas.look.palette.ink
    for _, row in writing.iterrows():
        start, end = calendar.clipped(row["earliest"], calendar.start), calendar.clipped(row["latest"], calendar.end)
        away = beyond_the_axis(row, calendar.start, calendar.end)
        what = "published" if row["published"] else "written" if away else "written some time in here"
        what += f" {away}" if away else ""
        text, size = f"Document {safe(row['document'])}: {what}", look.small + 1
        beside = calendar.pixel(start) > pixels(text, size) + 12
        if beside:
            canvas.text(text, (start, level - 12), size, look.palette.secondary, ("right", "middle"), (-8, 0))
        else:
            at, anchor = (end, "right") if calendar.pixel(end) >= pixels(text, size) else (calendar.start, "left")
            canvas.text(text, (at, level - 1), size, look.palette.secondary, (anchor, "top"))
        top = level - (7 if beside else 20)
        if row["latest"] < pd.Timestamp(calendar.start) or row["earliest"] > pd.Timestamp(calendar.end):
            edge_sign(sheet, top - sheet.rows.bar / 2, start == calendar.start, ink)
        else:
            canvas.box(
                (start, end),
                (top, top - sheet.rows.bar),
                ink if row["published"] else look.palette.paper,
                Stroke(ink, 2, "dot"),
            )
        level -= sheet.rows.writing if beside else 38
    return level - (10 if level else 0)


def _limit_year(sheet: Sheet, limit_year: LimitYear, level: float) -> None:
    canvas, calendar = sheet.canvas, sheet.calendar
    look = canvas.look
    for moment in (limit_year.start, limit_year.end):
        if calendar.shows(moment):
            canvas.upright(moment, (0, level), look.palette.limit, 2, layer="below")
    if calendar.shows(limit_year.end):
        left, ends = calendar.pixel(limit_year.end), f": {limit_year.noun} ends {day(limit_year.end)}"
        anchor = "right" if left > calendar.pixels / 2 else "left"
        room = max(left, calendar.pixels - left) / look.small - ems(ends)
        text = f"{safe(fitted(limit_year.name, room))}{ends}"
        canvas.text(text, (limit_year.end, level - 3), look.small, look.palette.limit, (anchor, "top"))


def _key(sheet: Sheet, level: float) -> float:
    """What solid and hollow mean, drawn as the marks are; returns the level below."""
    canvas, calendar = sheet.canvas, sheet.calendar
    look, palette = canvas.look, canvas.look.palette
    outline = Stroke(palette.cited, 1.4, CITED_DASH)
    keys = (
        (palette.ink, None, palette.ink, "quoted: the text is stored here"),
        (palette.paper, outline, palette.secondary, f"{CITED_SIGN} {CITED_WORD}: an address, no stored text"),
    )
    wide = [KEY + pixels(words, look.small + 0.5) for *_, words in keys]
    below = sum(wide) + BETWEEN > calendar.pixels
    for place, (fill, line, colour, words) in enumerate(keys):
        row, across = (place, 0.0) if below else (0, place * (wide[0] + BETWEEN))
        y = level - KEY_ROW * (row + 0.5)
        left, right = calendar.day(across), calendar.day(across + 34)
        canvas.box((left, right), (y + 4, y - 4), fill, line=line)
        canvas.text(words, (right, y), look.small + 0.5, colour, ("left", "middle"), (8, 0))
    return level - KEY_ROW * (len(keys) if below else 1)
