"""The timeline: bars cover every date the wording allows; what is known is solid, what is not is dotted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from components.figures import cited_events
from components.figures.calendar import Calendar, calendar_around, calendar_for, ticks
from components.figures.canvas import Canvas, Look
from components.figures.cited_events import is_cited, outside
from components.figures.furniture import NOMINAL_WIDTH, Words, pixels, safe, stand_alone
from components.figures.packing import Extent, packed
from components.figures.sheet import LEAST_BAR, Clickable, Sheet, click_bars, with_label
from components.theme import CITED_DASH, CITED_SIGN, CITED_WORD, LANE_SIGNS, day, shortened
from data.case import Lane
from data.dates import in_words

ROW, BAR, LANE_AIR, HEADING, AXIS = 39, 10, 12, 22, 46
BAR_BELOW_LABEL = 22
TICK_ROOM = 30
LONGEST_LABEL = {"wide": 62, "medium": 48, "narrow": 34}
SIDES = {"wide": (170, 16), "medium": (130, 16), "narrow": (12, 14)}
MOST_WRITING_ROWS = 4
LEGEND = (
    "Solid: known to fall here. Dotted: somewhere in here, or start and end not known. ▶ ◀ open end. ● a single day. "
    "A click on a bar opens its words."
)
KEY_ROW = 24


@dataclass(frozen=True)
class LimitYear:
    """The limit's period, drawn as two lines, and what to call it."""

    start: date
    end: date
    name: str


class _Item(NamedTuple):
    """One bar with its label, the days it covers on the axis, and how far both reach in pixels."""

    row: pd.Series
    label: str
    start: date
    end: date
    flush_right: bool
    extent: Extent


def timeline(
    rows: pd.DataFrame,
    writing: pd.DataFrame,
    lanes: Sequence[Lane],
    limit_year: LimitYear | None,
    words: Words,
    look: Look,
) -> go.Figure:
    """The events of a timeline frame in their lanes, with the windows in which the documents can have been written."""
    placeable = rows[~rows["yearless"]]
    sheet = Sheet(Canvas(look), _calendar(placeable, writing, look))
    _axis(sheet)
    level = _writing(sheet, writing.dropna(subset=["earliest", "latest"], how="all"))
    for place, lane in enumerate(lanes):
        in_lane = placeable[placeable["lane"] == lane.id]
        if not in_lane.empty:
            level = _lane(sheet, in_lane, lane, place, level)
    if limit_year:
        _limit_year(sheet, limit_year, level)
    cited = placeable[is_cited(placeable)]
    bottom = level - 24 if cited.empty else _key(sheet, level - 24)
    sheet.canvas.yaxis |= {"range": [bottom, AXIS]}
    told = Words(words.title, words.subtitle, (_legend(cited, sheet.calendar), *words.source))
    return stand_alone(sheet.canvas, told, AXIS - bottom, SIDES[look.width])


def _calendar(placeable: pd.DataFrame, writing: pd.DataFrame, look: Look) -> Calendar:
    """The axis of what the documents say; cited events lengthen it a little, or give it where no document does."""
    room, cited = NOMINAL_WIDTH[look.width] - sum(SIDES[look.width]), is_cited(placeable)
    if cited.all():
        return calendar_for([placeable, writing], room)
    return calendar_around([placeable[~cited], writing], placeable[cited], room)


def _legend(cited: pd.DataFrame, calendar: Calendar) -> str:
    if cited.empty:
        return LEGEND
    before, after = (len(rows) for rows in outside(cited, calendar))
    beyond = f" ◁ ▷ count the {before + after} that lie beyond this axis." if before + after else ""
    return (
        f"{LEGEND} Hollow, with {CITED_SIGN}: {CITED_WORD} from an address; ○ a single day, dashed: somewhere in here, "
        f"pale: known to fall here.{beyond}"
    )


def _axis(sheet: Sheet) -> None:
    canvas, calendar = sheet.canvas, sheet.calendar
    look = canvas.look
    for moment, name in zip(*ticks(calendar, look.width), strict=True):
        canvas.upright(moment, (0, -100_000), look.palette.grid, 1, layer="below")
        anchor = "left" if calendar.pixel(moment) + TICK_ROOM <= calendar.pixels + SIDES[look.width][1] else "right"
        canvas.text(name, (moment, 4), look.small, look.palette.secondary, (anchor, "bottom"))
    canvas.xaxis |= {"range": [calendar.start, calendar.end], "type": "date"}


def _lane(sheet: Sheet, rows: pd.DataFrame, lane: Lane, place: int, level: float) -> float:
    """Draw one lane below `level` and return the level below it."""
    look = sheet.canvas.look
    ground = look.palette.paper if place % 2 else look.palette.band
    sheet = sheet._replace(colour=look.palette.lanes[place % len(look.palette.lanes)], ground=ground)
    cited = is_cited(rows)
    items = [_item(sheet, row) for _, row in rows[~cited].iterrows()]
    placed = packed([item.extent for item in items], gap=14)
    block = cited_events.arranged(sheet, rows[cited]) if cited.any() else None
    top = level - LANE_AIR / 2 - (HEADING if look.narrow else 0)
    below_quoted = top - (max(placed, default=-1) + 1) * ROW
    bottom = below_quoted - LANE_AIR / 2 - (block.height if block else 0)
    if place % 2 == 0:
        sheet.canvas.box((0, 1), (level, bottom), ground, xref="paper")
    _heading(sheet, lane, place, level, bottom)
    for item, row in zip(items, placed, strict=True):
        _event(sheet, item, top - row * ROW)
    levels = [top - (row + 0.5) * ROW for row in placed]
    click_bars(sheet, [_clickable(item, level) for item, level in zip(items, levels, strict=True)], ROW - 3)
    if block:
        cited_events.draw(sheet, block, below_quoted)
    return bottom


def _heading(sheet: Sheet, lane: Lane, place: int, level: float, bottom: float) -> None:
    look = sheet.canvas.look
    sign, lines = LANE_SIGNS[place % len(LANE_SIGNS)], [lane.title]
    if look.narrow:
        at, anchor, shift = (0, level - 4), ("left", "top"), (4, 0)
    else:
        at, anchor, shift = (0, (level + bottom) / 2), ("right", "middle"), (-12, 0)
        if pixels(lane.title, look.text, bold=True) > SIDES[look.width][0] - 40:
            words = lane.title.split()
            middle = (len(words) + 1) // 2
            lines = [" ".join(words[:middle]), " ".join(words[middle:])]
    text = f"<b>{sign} {'<br>'.join(safe(line) for line in lines)}</b>"
    sheet.canvas.text(text, at, look.text, sheet.colour, anchor, shift, xref="paper")


def _item(sheet: Sheet, row: pd.Series) -> _Item:
    look, calendar = sheet.canvas.look, sheet.calendar
    start, end = calendar.clipped(row["earliest"], calendar.start), calendar.clipped(row["latest"], calendar.end)
    title, first = shortened(row["title"], LONGEST_LABEL[look.width]), row["supports"][0]
    label = f"<b style='color:{sheet.colour}'>{first}</b>  {safe(title)}"
    wide = pixels(f"{first}   {title}", look.small + 1.5) + 6
    left, right = calendar.pixel(start), calendar.pixel(end)
    extent, flush_right = with_label(sheet, left, right, wide)
    return _Item(row, label, start, max(end, start), flush_right, extent)


def _event(sheet: Sheet, item: _Item, top: float) -> None:
    canvas, calendar, row = sheet.canvas, sheet.calendar, item.row
    look = canvas.look
    at, anchor = (calendar.end, "right") if item.flush_right else (item.start, "left")
    # Lines of the calendar run behind the words, not through them.
    canvas.text(item.label, (at, top), look.small + 1.5, look.palette.ink, (anchor, "top"), ground=sheet.ground)
    bar = (top - BAR_BELOW_LABEL, top - BAR_BELOW_LABEL - BAR)
    middle = sum(bar) / 2
    if row["single_day"]:
        canvas.symbol((item.start, middle), "circle", sheet.colour, 13)
        return
    if not (pd.isna(row["known_from"]) or pd.isna(row["known_to"])):
        known = calendar.clipped(row["known_from"], item.start), calendar.clipped(row["known_to"], item.end)
    else:
        known = None
    if known != (item.start, item.end):
        canvas.box((item.start, _visible_end(item, calendar)), bar, look.palette.paper, sheet.colour)
    if known:
        canvas.box(known, bar, sheet.colour)
    if row["open_end"]:
        canvas.symbol((item.end, middle), "triangle-right", sheet.colour, 15)
    if row["open_start"]:
        canvas.symbol((item.start, middle), "triangle-left", sheet.colour, 15)


def _visible_end(item: _Item, calendar: Calendar) -> date:
    """Where a bar ends so that it can be seen, however long the axis."""
    return max(item.end, calendar.day(calendar.pixel(item.start) + LEAST_BAR))


def _clickable(item: _Item, level: float) -> Clickable:
    return Clickable(item.extent, level, item.row["event_id"], _hover(item.row))


def _hover(row: pd.Series) -> str:
    lines = [
        f"<b>{safe(shortened(row['title'], 90))}</b>",
        f"{safe(in_words(row['date']))} ({row['date_basis']}), EDTF {safe(row['date'])}",
        f"{row['modality']}; claims {', '.join(row['claim_ids'])}",
        "Click for the words",
    ]
    return "<br>".join(lines)


def _writing(sheet: Sheet, writing: pd.DataFrame) -> float:
    """When the documents can have been written, above the lanes; returns the level below."""
    if len(writing) > MOST_WRITING_ROWS:
        return 0.0
    canvas, calendar, level = sheet.canvas, sheet.calendar, 0.0
    look, ink = canvas.look, canvas.look.palette.ink
    for _, row in writing.iterrows():
        start, end = calendar.clipped(row["earliest"], calendar.start), calendar.clipped(row["latest"], calendar.end)
        what = "published" if row["published"] else "written some time in here"
        text, size = f"Document {safe(row['document'])}: {what}", look.small + 1
        beside = calendar.pixel(start) > pixels(text, size) + 12
        if beside:
            canvas.text(text, (start, level - 12), size, look.palette.secondary, ("right", "middle"), (-8, 0))
        else:
            canvas.text(text, (end, level - 1), size, look.palette.secondary, ("right", "top"))
        top = level - (7 if beside else 20)
        canvas.box((start, end), (top, top - BAR), ink if row["published"] else look.palette.paper, ink)
        level -= 26 if beside else 38
    return level - (10 if level else 0)


def _limit_year(sheet: Sheet, limit_year: LimitYear, level: float) -> None:
    canvas, calendar = sheet.canvas, sheet.calendar
    look = canvas.look
    for moment in (limit_year.start, limit_year.end):
        if calendar.shows(moment):
            canvas.upright(moment, (0, level), look.palette.limit, 2, layer="below")
    if calendar.shows(limit_year.end):
        text = f"{safe(limit_year.name)}: year ends {day(limit_year.end)}"
        anchor = "right" if calendar.pixel(limit_year.end) > calendar.pixels / 2 else "left"
        canvas.text(text, (limit_year.end, level - 3), look.small, look.palette.limit, (anchor, "top"))


def _key(sheet: Sheet, level: float) -> float:
    """What solid and hollow mean, drawn as the marks are; returns the level below."""
    canvas, calendar = sheet.canvas, sheet.calendar
    look, palette = canvas.look, canvas.look.palette
    outline = {"color": palette.cited, "width": 1.4, "dash": CITED_DASH}
    keys = (
        (palette.ink, {"width": 0}, palette.ink, "quoted: the text is stored here"),
        (palette.paper, outline, palette.secondary, f"{CITED_SIGN} {CITED_WORD}: an address, no stored text"),
    )
    for place, (fill, line, colour, words) in enumerate(keys):
        across, y = (0, level - KEY_ROW * (place + 0.5)) if look.narrow else (place * 250, level - KEY_ROW / 2)
        left, right = calendar.day(across), calendar.day(across + 34)
        canvas.box((left, right), (y + 4, y - 4), fill, line=line)
        canvas.text(words, (right, y), look.small + 0.5, colour, ("left", "middle"), (8, 0))
    return level - KEY_ROW * (len(keys) if look.narrow else 1)
