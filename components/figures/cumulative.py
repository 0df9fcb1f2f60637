"""The cumulative volume as bands, and on the line that it is held against the window of days in which it is passed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import isfinite

import pandas as pd

from components.figures.crossing import (
    ARROW,
    Cited,
    Sheet,
    draw_label,
    draw_limit,
    labels,
    name_lines,
    reported_extents,
    reported_lines,
    reported_width,
    stacked,
)
from components.figures.meanwhile import Begun, Strip
from components.scene.calendar import Calendar, ticks
from components.scene.canvas import Canvas, Look
from components.scene.furniture import LINE_HEIGHT, Scene, Words, across, pixels, safe
from components.scene.marks import Stroke
from components.scene.packing import Extent
from components.scene.scale import Reported, dates, nearest_free, rgba, sign, steps
from components.theme import number
from data.estimate.by_day import ByDay
from data.models.dates import ONE_DAY, month_end, shifted
from data.models.quantities import CEILINGS, FLOORS

HEIGHT = {"wide": 440.0, "medium": 400.0, "narrow": 430.0}
MOST_MONTHS = 16
HIGHER, TRIES = 1.12, 24  # by which the axis grows, and how often, until all labels fit


@dataclass(frozen=True)
class CumulativeWords:
    """What stands beside the lines: limit (bold, then plain), what is left of it where its line falls (bold),
    crossing, last value, and why nothing follows it.
    """

    limit: tuple[str, str]
    left: tuple[str, ...]
    crossing: tuple[str, ...]
    end: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True)
class Marks:
    """What is set against the bands: the limit (NaN without one), the line by day (None without one), the crossing
    (None if no run passes the limit), a reported number, statements, another band to compare
    with, and what else began meanwhile.
    """

    limit_volume: float
    line: ByDay | None
    crossing: pd.Series | None
    reported: Reported | None
    cited: Sequence[Cited]
    before: pd.DataFrame | None = None
    begun: Sequence[Begun] = ()


def cumulative(
    band: pd.DataFrame, period: tuple[date, date], marks: Marks, words: Words, on_line: CumulativeWords, look: Look
) -> Scene:
    """The rows of a cumulative frame of one series over a period, with what it is held against as a line.

    What it is compared with stands dotted: the median, and the edges of 90%.
    The scale grows until every label finds its place, so that none covers the bands or another.
    """
    numbers = _left(band, marks, look)
    left = 10.0 if look.narrow else numbers
    sheet = _sheet(band, period, marks, on_line, look, left)._replace(inset=numbers - 4 if look.narrow else 4.0)
    strip = Strip(marks.begun, sheet.calendar, sheet.canvas)
    if look.for_screen:  # which has no more room for being asked
        sheet = sheet._replace(height=sheet.height - strip.height)
    found = labels(sheet, marks.crossing, marks.cited, on_line.crossing)
    for _ in range(TRIES):
        levels, fits = stacked(sheet, found, *_reported_extents(sheet, marks.reported))
        if fits:
            break
        sheet = sheet._replace(top=sheet.top * HIGHER)
    _axes(sheet)
    _bands(sheet)
    if marks.before is not None:
        _outline(sheet, marks.before)
    taken = _reported(sheet, marks.reported) if marks.reported else []
    if sheet.line is not None:
        draw_limit(sheet, marks.crossing)
    for label, low in zip(found, levels, strict=True):
        draw_label(sheet, label, low)
        if label.across.end > sheet.calendar.pixel(sheet.last) + 6:
            taken.append(Extent(low, low + label.height))
    if sheet.line is not None:
        taken += name_lines(sheet, marks.crossing, marks.cited, on_line.limit, on_line.left, taken)
    _beside_the_end(sheet, on_line, taken)
    foot = 2 * look.small * LINE_HEIGHT + 6
    strip.draw(foot, sheet.per_pixel)
    foot += strip.height
    sheet.canvas.xaxis |= {"range": [sheet.calendar.start, _edge(sheet)], "type": "date"}
    sheet.canvas.yaxis |= {"range": [-foot * sheet.per_pixel, sheet.top]}
    return Scene(sheet.canvas, words, sheet.height + foot, (left, 0.0))


def _edge(sheet: Sheet) -> date:
    """The end of the plot, with the room right of the last day: what stands there stands on the plot's own ground."""
    calendar = sheet.calendar
    return shifted(calendar.end, timedelta(days=sheet.margin * (calendar.end - calendar.start).days / calendar.pixels))


def _sheet(
    band: pd.DataFrame, period: tuple[date, date], marks: Marks, on_line: CumulativeWords, look: Look, left: float
) -> Sheet:
    """Axes wide enough for the words right of the last day."""
    last = band["day"].iloc[-1].date()
    words = [pixels(line, look.text, bold=not place) + 20 for place, line in enumerate(on_line.end)]
    words += [pixels(line, look.small) + 16 for line in on_line.after] if last < period[1] else []
    words += [pixels(line, look.text, bold=True) + 16 for line in on_line.left]
    words += [reported_width(marks.reported, look) + 12] if marks.reported else []
    beside = max(words, default=0.0)
    room, share = across(look) - left, (period[1] - last).days / max((period[1] - period[0]).days, 1)
    margin = max(16.0, (beside - share * room) / (1 - share)) if share < 1 else 16.0
    limit_volume = marks.limit_volume if isfinite(marks.limit_volume) else None
    calendar = Calendar(*period, room - margin)
    top, line = _least_top(band, marks), marks.line if limit_volume is not None else None
    return Sheet(Canvas(look), calendar, HEIGHT[look.width], top, margin, 4.0, band, limit_volume, line)


def _least_top(band: pd.DataFrame, marks: Marks) -> float:
    """What the axis must show at the least; more than nothing even where nothing came."""
    values = [float(band["q95"].max()), *(marks.reported.ends if marks.reported else ())]
    values += [float(marks.before["q95"].max())] if marks.before is not None else []
    values += [marks.limit_volume] if isfinite(marks.limit_volume) else []
    return max(values) * 1.08 or 1.0


def _left(band: pd.DataFrame, marks: Marks, look: Look) -> float:
    """Room for the longest number beside the axis, which may still grow; in a narrow window they stand within."""
    longest = max((number(value) for value in steps(0, _least_top(band, marks) * 1.5, 6)), key=len)
    return pixels(longest, look.small) + 12


def _axes(sheet: Sheet) -> None:
    canvas, look, calendar = sheet.canvas, sheet.canvas.look, sheet.calendar
    if sheet.last < calendar.end:
        canvas.box((sheet.last, _edge(sheet)), (0, sheet.top), look.palette.band)
    for value in steps(0, sheet.top, 6):
        line = Stroke(look.palette.grid if value else look.palette.ticks, 1)
        canvas.segment((calendar.start, value), (calendar.end, value), line, "below")
        anchor, shift = (("left", "bottom"), (1, 1)) if look.narrow else (("right", "middle"), (-6, 0))
        canvas.text(number(value), (calendar.start, value), look.small, look.palette.secondary, anchor, shift)
    months = _months(calendar)
    if len(months) > MOST_MONTHS:
        for moment, name in zip(*ticks(calendar, look.width), strict=True):
            canvas.text(name, (moment, 0), look.small, look.palette.secondary, ("left", "top"), (0, -6))
        return
    for place, (first, last) in enumerate(months):
        canvas.segment((first, -6 * sheet.per_pixel), (first, 0), Stroke(look.palette.ticks, 1), None)
        name = f"{first:%b}"[: 1 if look.narrow and len(months) > 6 else 3]
        if calendar.start.year != calendar.end.year and (place == 0 or first.month == 1):
            name += f"<br><b>{first.year:04}</b>"
        middle = first + (last - first) / 2
        canvas.text(name, (middle, 0), look.small, look.palette.secondary, ("center", "top"), (0, -7))


def _months(calendar: Calendar) -> list[tuple[date, date]]:
    """First and last day of each month of the axis, cut at its ends; one more than are shown, if there are more."""
    months: list[tuple[date, date]] = []
    first = calendar.start
    while first <= calendar.end and len(months) <= MOST_MONTHS:
        last = min(month_end(first), calendar.end)
        months.append((first, last))
        if last == calendar.end:
            break
        first = last + ONE_DAY
    return months


def _bands(sheet: Sheet) -> None:
    canvas, palette, band = sheet.canvas, sheet.canvas.look.palette, sheet.band
    days = [moment.date() for moment in band["day"]]
    for low, high, fill in (("q05", "q95", palette.model_band), ("q25", "q75", rgba(palette.model, 0.28))):
        edge = [*band[high], *band[low][::-1]]
        canvas.curve(dates([*days, *days[::-1]]), edge, palette.model, 0, fill=fill)
    for key, width in (("q05", 1.0), ("q95", 1.0), ("q50", 3.5)):
        canvas.curve(dates(days), list(band[key]), palette.model, width)


def _outline(sheet: Sheet, before: pd.DataFrame) -> None:
    days = dates([moment.date() for moment in before["day"]])
    for key, width in (("q05", 1.5), ("q95", 1.5), ("q50", 2.5)):
        sheet.canvas.curve(days, list(before[key]), sheet.canvas.look.palette.secondary, width, "dot")


def _reported_day(sheet: Sheet) -> date:
    return sheet.last + (sheet.calendar.end - sheet.last) * 0.55


def _reported_extents(sheet: Sheet, reported: Reported | None) -> tuple[Extent | None, Extent | None]:
    return reported_extents(sheet, reported, _reported_day(sheet)) if reported else (None, None)


def _reported(sheet: Sheet, reported: Reported) -> list[Extent]:
    """A ring at the reported number, an arrow where it is open, words above; returns the height it takes."""
    canvas, look, ink = sheet.canvas, sheet.canvas.look, sheet.canvas.look.palette.ink
    x = _reported_day(sheet)
    across, along = reported_extents(sheet, reported, x)
    way = 1 if reported.operator in FLOORS else -1 if reported.operator in CEILINGS else 0
    tip = reported.volume + way * (ARROW - 10) * sheet.per_pixel
    if way:
        canvas.upright(x, (min(reported.volume, tip), max(reported.volume, tip)), ink, 2.5)
        canvas.symbol((x, tip), "triangle-up" if way > 0 else "triangle-down", ink, 13)
    for end in reported.ends:
        sign(canvas, (x, end), "circle", ink)
    level = max(reported.ends) + (ARROW if way > 0 else 14) * sheet.per_pixel
    bold = [f"<b>{safe(line)}</b>" for line in reported_lines(reported, look)]
    text = "<br>".join([*bold, f"<span style='font-size:{look.small}px'>{safe(reported.detail)}</span>"])
    offset = (across.start + across.end) / 2 - sheet.calendar.pixel(x)
    canvas.text(text, (x, level), look.text, ink, ("center", "bottom"), (offset, 0))
    places = [reported.volume, tip, level + 18 * sheet.per_pixel]
    canvas.click_points(dates([x] * 3), places, 36, reported.opens, f"{safe(reported.label)}<br>Click for the words")
    return [along]


def _beside_the_end(sheet: Sheet, on_line: CumulativeWords, taken: Sequence[Extent]) -> None:
    """The last value right of the line, and below it why nothing follows; both where nothing else stands."""
    canvas, look, room = sheet.canvas, sheet.canvas.look, Extent(2, sheet.height)
    first, *rest = (safe(line) for line in on_line.end)
    height = len(on_line.end) * look.text * LINE_HEIGHT + 6
    wanted = sheet.level(float(sheet.band["q50"].iloc[-1]))
    middle = nearest_free(wanted, height, taken, room) or wanted
    text, at = "<br>".join([f"<b>{first}</b>", *rest]), (sheet.last, middle * sheet.per_pixel)
    canvas.text(text, at, look.text, look.palette.model, ("left", "middle"), (10, 0))
    if on_line.after and sheet.last < sheet.calendar.end:
        size = len(on_line.after) * look.small * LINE_HEIGHT + 6
        own = Extent(middle - height / 2, middle + height / 2)
        low = nearest_free(size / 2 + 4, size, [*taken, own], room)
        if low is None:
            return
        lines, at = "<br>".join(safe(line) for line in on_line.after), (sheet.last, low * sheet.per_pixel)
        canvas.text(lines, at, look.small, look.palette.secondary, ("left", "middle"), (10, 0))
