"""The timeline: bars cover every date the wording allows; what is known is solid, what is not is dotted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.figures.calendar import Calendar, calendar_for, ticks
from components.figures.furniture import NOMINAL_WIDTH, Look, Words, blank, label, pixels, safe, stand_alone
from components.figures.packing import Extent, packed
from components.theme import LANE_SIGNS, day, shortened
from data.case import Lane
from data.dates import in_words

ROW, BAR, LANE_AIR, HEADING, AXIS = 39, 10, 12, 22, 46
LONGEST_LABEL = {"wide": 62, "medium": 48, "narrow": 34}
SIDES = {"wide": (170, 16), "medium": (130, 16), "narrow": (12, 14)}
MOST_WRITING_ROWS = 4
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


@dataclass(frozen=True)
class _Item:
    """One bar with its label, and where both reach."""

    row: pd.Series
    text: str
    start: date
    end: date
    label_start: date
    anchor: str
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
    figure = blank(look)
    placeable = rows[~rows["yearless"]]
    left, right = SIDES[look.width]
    calendar = calendar_for([placeable, writing], NOMINAL_WIDTH[look.width] - left - right)
    _axis(figure, calendar, look)
    level = _writing(figure, writing.dropna(subset=["earliest", "latest"], how="all"), calendar, look)
    for place, lane in enumerate(lanes):
        in_lane = placeable[placeable["lane"] == lane.id]
        if not in_lane.empty:
            level = _lane(figure, in_lane, lane, place, level, calendar, look)
    if limit_year:
        _limit_year(figure, limit_year, level, calendar, look)
    figure.update_yaxes(range=[level - 24, AXIS])
    source = (LEGEND, *words.source)
    return stand_alone(figure, Words(words.title, words.subtitle, source), look, AXIS + 24 - level, (left, right))


def _axis(figure: go.Figure, calendar: Calendar, look: Look) -> None:
    days, names = ticks(calendar, look.width)
    for moment, name in zip(days, names, strict=True):
        _line(figure, moment, 0, -10_000, look.palette.grid, 1)
        label(figure, name, (moment, 4), look.small, look.palette.secondary, ("left", "bottom"))
    figure.update_xaxes(range=[calendar.start, calendar.end], type="date")


def _lane(
    figure: go.Figure, rows: pd.DataFrame, lane: Lane, place: int, level: float, calendar: Calendar, look: Look
) -> float:
    """Draw one lane below `level` and return the level below it."""
    colour = look.palette.lanes[place % len(look.palette.lanes)]
    items = [_item(row, colour, calendar, look) for _, row in rows.iterrows()]
    placed = packed([item.extent for item in items], gap=14)
    heading = HEADING if look.narrow else 0
    height = (max(placed) + 1) * ROW + LANE_AIR + heading
    ground = look.palette.paper if place % 2 else look.palette.band
    if place % 2 == 0:
        figure.add_shape(
            type="rect", xref="paper", x0=0, x1=1, y0=level, y1=level - height, fillcolor=look.palette.band,
            line_width=0, layer="below",
        )  # fmt: skip
    _heading(figure, lane, place, level, height, colour, look)
    for item, row in zip(items, placed, strict=True):
        top = level - LANE_AIR / 2 - heading - row * ROW
        _bar(figure, item, top, colour, ground, calendar, look)
    _click_targets(figure, items, [level - LANE_AIR / 2 - heading - (row + 0.5) * ROW for row in placed], calendar)
    return level - height


def _heading(figure: go.Figure, lane: Lane, place: int, level: float, height: float, colour: str, look: Look) -> None:
    sign = LANE_SIGNS[place % len(LANE_SIGNS)]
    text = f"<b>{sign} {safe(lane.title)}</b>"
    anchor, at, shift = ("left", level - 4, 4) if look.narrow else ("right", level - height / 2, -12)
    if not look.narrow and pixels(lane.title, look.text, bold=True) > SIDES[look.width][0] - 40:
        words = lane.title.split()
        middle = (len(words) + 1) // 2
        text = f"<b>{sign} {safe(' '.join(words[:middle]))}<br>{safe(' '.join(words[middle:]))}</b>"
    figure.add_annotation(
        text=text, xref="paper", x=0, y=at, xanchor=anchor, yanchor="top" if look.narrow else "middle", xshift=shift,
        showarrow=False, align=anchor, font={"size": look.text, "color": colour},
    )  # fmt: skip


def _item(row: pd.Series, colour: str, calendar: Calendar, look: Look) -> _Item:
    start, end = calendar.clipped(row["earliest"], calendar.start), calendar.clipped(row["latest"], calendar.end)
    title = shortened(row["title"], LONGEST_LABEL[look.width])
    first = row["supports"][0]
    text = f"<b style='color:{colour}'>{first}</b>  {safe(title)}"
    wide = pixels(f"{first}   {title}", look.small + 1.5) + 6
    reach = timedelta(days=wide * calendar.days_per_pixel)
    fits = start + reach <= calendar.end
    label_start = start if fits else max(calendar.start, calendar.end - reach)
    label_end = start + reach if fits else calendar.end
    extent = Extent(
        _pixel(min(start, label_start), calendar),
        _pixel(max(end, label_end), calendar) + (8 if row["single_day"] else 0),
    )
    return _Item(row, text, start, end, label_start, "left" if fits else "right", extent)


def _bar(figure: go.Figure, item: _Item, top: float, colour: str, ground: str, calendar: Calendar, look: Look) -> None:
    row, bar_top = item.row, top - 22
    at = item.label_start if item.anchor == "left" else calendar.end
    label(figure, item.text, (at, top), look.small + 1.5, look.palette.ink, (item.anchor, "top"))
    figure.layout.annotations[-1].bgcolor = ground  # lines of the calendar run behind the words, not through them
    middle = bar_top - BAR / 2
    if row["single_day"]:
        _mark(figure, item.start, middle, "circle", colour, 13)
        return
    known = not (pd.isna(row["known_from"]) or pd.isna(row["known_to"]))
    start, end = item.start, max(item.end, item.start + timedelta(days=1))
    wholly = known and row["known_from"].date() <= start and row["known_to"].date() >= item.end
    if not wholly:
        _box(figure, start, end, bar_top, colour, None, look)
    if known:
        inner = calendar.clipped(row["known_from"], start), calendar.clipped(row["known_to"], end)
        _box(figure, *inner, bar_top, colour, colour, look)
    if row["open_end"]:
        _mark(figure, end, middle, "triangle-right", colour, 15)
    if row["open_start"]:
        _mark(figure, start, middle, "triangle-left", colour, 15)


def _box(figure: go.Figure, start: date, end: date, top: float, colour: str, fill: str | None, look: Look) -> None:
    figure.add_shape(
        type="rect", x0=start, x1=end, y0=top, y1=top - BAR, fillcolor=fill or look.palette.paper,
        line={"color": colour, "width": 0 if fill else 2, "dash": "dot"}, layer="below",
    )  # fmt: skip


def _mark(figure: go.Figure, moment: date, level: float, symbol: str, colour: str, size: int) -> None:
    figure.add_scatter(
        x=[moment], y=[level], mode="markers", marker={"symbol": symbol, "size": size, "color": colour, "opacity": 1},
        hoverinfo="skip", cliponaxis=False, selected={"marker": {"opacity": 1}}, unselected={"marker": {"opacity": 1}},
    )  # fmt: skip


def _click_targets(figure: go.Figure, items: Sequence[_Item], levels: Sequence[float], calendar: Calendar) -> None:
    """Bars nobody sees over bar and label: hover says how the date was read, a click opens the words."""
    starts = [calendar.start + timedelta(days=item.extent.start * calendar.days_per_pixel) for item in items]
    days = [(item.extent.end - item.extent.start) * calendar.days_per_pixel for item in items]
    hidden: dict[str, Any] = {"marker": {"opacity": 0}}
    figure.add_bar(
        base=starts,
        x=[span * 86_400_000 for span in days],
        y=list(levels),
        width=ROW - 3,
        orientation="h",
        marker={"opacity": 0, "color": "rgba(0,0,0,0)"},
        selected=hidden,
        unselected=hidden,
        customdata=[[item.row["event_id"]] for item in items],
        hovertext=[_hover(item.row) for item in items],
        textposition="none",
        hoverinfo="text",
    )


def _hover(row: pd.Series) -> str:
    claims = ", ".join(row["claim_ids"])
    lines = [
        f"<b>{safe(shortened(row['title'], 90))}</b>",
        f"{safe(in_words(row['date']))} ({row['date_basis']}), EDTF {safe(row['date'])}",
        f"{row['modality']}; claims {claims}",
        "Click for the words",
    ]
    return "<br>".join(lines)


def _writing(figure: go.Figure, writing: pd.DataFrame, calendar: Calendar, look: Look) -> float:
    """When the documents can have been written, above the lanes; returns the level below."""
    rows = writing.head(MOST_WRITING_ROWS) if len(writing) <= MOST_WRITING_ROWS else writing.head(0)
    level = 0.0
    for _, row in rows.iterrows():
        start, end = calendar.clipped(row["earliest"], calendar.start), calendar.clipped(row["latest"], calendar.end)
        what = "published" if row["published"] else "written some time in here"
        text = f"Document {safe(row['document'])}: {what}"
        room = _pixel(start, calendar) > pixels(text, look.small + 1) + 12
        if room:
            label(
                figure, text, (start, level - 12), look.small + 1, look.palette.secondary, ("right", "middle"), (-8, 0)
            )
            top = level - 7
        else:
            label(figure, text, (end, level - 1), look.small + 1, look.palette.secondary, ("right", "top"))
            top = level - 20
        _box(figure, start, end, top, look.palette.ink, look.palette.ink if row["published"] else None, look)
        level -= 26 if room else 38
    return level - (10 if level else 0)


def _limit_year(figure: go.Figure, limit_year: LimitYear, level: float, calendar: Calendar, look: Look) -> None:
    for moment in (limit_year.start, limit_year.end):
        if calendar.start <= moment <= calendar.end:
            _line(figure, moment, 0, level, look.palette.limit, 2)
    if calendar.start <= limit_year.end <= calendar.end:
        text = f"{safe(limit_year.name)}: year ends {day(limit_year.end)}"
        anchor = "right" if _pixel(limit_year.end, calendar) > calendar.pixels / 2 else "left"
        label(figure, text, (limit_year.end, level - 3), look.small, look.palette.limit, (anchor, "top"))


def _line(figure: go.Figure, moment: date, top: float, bottom: float, colour: str, thick: int) -> None:
    figure.add_shape(
        type="line", x0=moment, x1=moment, y0=top, y1=bottom, line={"color": colour, "width": thick}, layer="below"
    )


def _pixel(moment: date, calendar: Calendar) -> float:
    return (moment - calendar.start).days / calendar.days_per_pixel
