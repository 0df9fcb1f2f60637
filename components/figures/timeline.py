"""The timeline: bars cover every date the wording allows; what is known is solid, what is not is dotted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from components.figures.calendar import Calendar, calendar_for, ticks
from components.figures.canvas import HIDDEN, Canvas, Look
from components.figures.furniture import NOMINAL_WIDTH, Words, pixels, safe, stand_alone
from components.figures.packing import Extent, packed
from components.theme import LANE_SIGNS, day, shortened
from data.case import Lane
from data.dates import in_words

ROW, BAR, LANE_AIR, HEADING, AXIS = 39, 10, 12, 22, 46
BAR_BELOW_LABEL = 22
TICK_ROOM = 30
LEAST_BAR = 4  # pixels
LONGEST_LABEL = {"wide": 62, "medium": 48, "narrow": 34}
SIDES = {"wide": (170, 16), "medium": (130, 16), "narrow": (12, 14)}
MOST_WRITING_ROWS = 4
MILLISECONDS = 86_400_000  # of a day
LEGEND = (
    "Solid: known to fall here. Dotted: somewhere in here, or start and end not known. ▶ ◀ open end. ● a single day. "
    "A click on a bar opens its words."
)


@dataclass(frozen=True)
class LimitYear:
    """The limit's period, drawn as two lines, and what to call it."""

    start: date
    end: date
    name: str


class _Sheet(NamedTuple):
    """What a lane is drawn on: the canvas, its time axis, and the lane's colours."""

    canvas: Canvas
    calendar: Calendar
    colour: str = ""
    ground: str = ""


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
    calendar = calendar_for([placeable, writing], NOMINAL_WIDTH[look.width] - sum(SIDES[look.width]))
    sheet = _Sheet(Canvas(look), calendar)
    _axis(sheet)
    level = _writing(sheet, writing.dropna(subset=["earliest", "latest"], how="all"))
    for place, lane in enumerate(lanes):
        in_lane = placeable[placeable["lane"] == lane.id]
        if not in_lane.empty:
            level = _lane(sheet, in_lane, lane, place, level)
    if limit_year:
        _limit_year(sheet, limit_year, level)
    sheet.canvas.yaxis |= {"range": [level - 24, AXIS]}
    told = Words(words.title, words.subtitle, (LEGEND, *words.source))
    return stand_alone(sheet.canvas, told, AXIS + 24 - level, SIDES[look.width])


def _axis(sheet: _Sheet) -> None:
    canvas, calendar = sheet.canvas, sheet.calendar
    look = canvas.look
    for moment, name in zip(*ticks(calendar, look.width), strict=True):
        canvas.upright(moment, (0, -100_000), look.palette.grid, 1, layer="below")
        anchor = "left" if calendar.pixel(moment) + TICK_ROOM <= calendar.pixels + SIDES[look.width][1] else "right"
        canvas.text(name, (moment, 4), look.small, look.palette.secondary, (anchor, "bottom"))
    canvas.xaxis |= {"range": [calendar.start, calendar.end], "type": "date"}


def _lane(sheet: _Sheet, rows: pd.DataFrame, lane: Lane, place: int, level: float) -> float:
    """Draw one lane below `level` and return the level below it."""
    look = sheet.canvas.look
    ground = look.palette.paper if place % 2 else look.palette.band
    sheet = sheet._replace(colour=look.palette.lanes[place % len(look.palette.lanes)], ground=ground)
    items = [_item(sheet, row) for _, row in rows.iterrows()]
    placed = packed([item.extent for item in items], gap=14)
    top = level - LANE_AIR / 2 - (HEADING if look.narrow else 0)
    bottom = top - (max(placed) + 1) * ROW - LANE_AIR / 2
    if place % 2 == 0:
        sheet.canvas.box((0, 1), (level, bottom), ground, xref="paper")
    _heading(sheet, lane, place, level, bottom)
    for item, row in zip(items, placed, strict=True):
        _event(sheet, item, top - row * ROW)
    _click_bars(sheet, items, [top - (row + 0.5) * ROW for row in placed])
    return bottom


def _heading(sheet: _Sheet, lane: Lane, place: int, level: float, bottom: float) -> None:
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


def _item(sheet: _Sheet, row: pd.Series) -> _Item:
    look, calendar = sheet.canvas.look, sheet.calendar
    start, end = calendar.clipped(row["earliest"], calendar.start), calendar.clipped(row["latest"], calendar.end)
    title, first = shortened(row["title"], LONGEST_LABEL[look.width]), row["supports"][0]
    label = f"<b style='color:{sheet.colour}'>{first}</b>  {safe(title)}"
    wide = pixels(f"{first}   {title}", look.small + 1.5) + 6
    left, right = calendar.pixel(start), calendar.pixel(end)
    flush_right = left + wide > calendar.pixels
    if flush_right:
        extent = Extent(min(left, max(0.0, calendar.pixels - wide)), calendar.pixels)
    else:
        extent = Extent(left, max(right, left + wide))
    return _Item(row, label, start, max(end, start), flush_right, extent)


def _event(sheet: _Sheet, item: _Item, top: float) -> None:
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


def _click_bars(sheet: _Sheet, items: Sequence[_Item], levels: Sequence[float]) -> None:
    """Bars nobody sees over bar and label: hover says how the date was read, a click opens the words."""
    starts = [sheet.calendar.day(item.extent.start) for item in items]
    ends = [sheet.calendar.day(item.extent.end) for item in items]
    sheet.canvas.traces.append(
        {
            "type": "bar",
            "orientation": "h",
            "base": starts,
            "x": [max((end - start).days, 1) * MILLISECONDS for start, end in zip(starts, ends, strict=True)],
            "y": list(levels),
            "width": ROW - 3,
            "marker": {"opacity": 0},
            "selected": HIDDEN,
            "unselected": HIDDEN,
            "customdata": [[item.row["event_id"]] for item in items],
            "hovertext": [_hover(item.row) for item in items],
            "hoverinfo": "text",
            "textposition": "none",
        }
    )


def _hover(row: pd.Series) -> str:
    lines = [
        f"<b>{safe(shortened(row['title'], 90))}</b>",
        f"{safe(in_words(row['date']))} ({row['date_basis']}), EDTF {safe(row['date'])}",
        f"{row['modality']}; claims {', '.join(row['claim_ids'])}",
        "Click for the words",
    ]
    return "<br>".join(lines)


def _writing(sheet: _Sheet, writing: pd.DataFrame) -> float:
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


def _limit_year(sheet: _Sheet, limit_year: LimitYear, level: float) -> None:
    canvas, calendar = sheet.canvas, sheet.calendar
    look = canvas.look
    for moment in (limit_year.start, limit_year.end):
        if calendar.shows(moment):
            canvas.upright(moment, (0, level), look.palette.limit, 2, layer="below")
    if calendar.shows(limit_year.end):
        text = f"{safe(limit_year.name)}: year ends {day(limit_year.end)}"
        anchor = "right" if calendar.pixel(limit_year.end) > calendar.pixels / 2 else "left"
        canvas.text(text, (limit_year.end, level - 3), look.small, look.palette.limit, (anchor, "top"))
