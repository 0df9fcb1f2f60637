"""What stands on and above the line of a cumulative figure: the window of days, and dated words that differ."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import pandas as pd

from components.scene.calendar import Calendar
from components.scene.canvas import Canvas, Look
from components.scene.furniture import LINE_HEIGHT, pixels, safe
from components.scene.marks import Stroke
from components.scene.packing import Extent
from components.scene.scale import Reported, dates, nearest_free, rgba, sign
from components.theme import CITED_DASH
from data.estimate.by_day import ByDay

WINDOW = 7.0  # half the height of the crossing window, in pixels
ARROW = 46.0
AIR = 8.0
MOST_CITED = 3


@dataclass(frozen=True)
class Cited:
    """A dated statement that so much had come by a day: two lines of words, and the record that a click opens."""

    day: date
    volume: float
    lines: tuple[str, ...]
    opens: str


class Sheet(NamedTuple):
    """What is drawn on: canvas, time axis, height and highest volume of the plot, in pixels the room right of the axis
    and what its numbers take within it; the limit, and the line that the volume is held against, both None without one.
    """

    canvas: Canvas
    calendar: Calendar
    height: float
    top: float
    margin: float
    inset: float
    band: pd.DataFrame
    limit_volume: float | None
    line: ByDay | None

    @property
    def falls(self) -> bool:
        """True where the line is not the limit on every day: something else was notified towards it."""
        return self.line is not None and min(self.line.volumes) < max(self.line.volumes)

    @property
    def last(self) -> date:
        """The last observed day."""
        last: date = self.band["day"].iloc[-1].date()
        return last

    @property
    def per_pixel(self) -> float:
        return self.top / self.height

    def level(self, volume: float) -> float:
        """How many pixels up a volume stands."""
        return volume / self.per_pixel

    def reach(self, across: Extent) -> Extent | None:
        """From where to where up the band reaches over a stretch of the axis, in pixels; None outside of it."""
        days = [self.calendar.pixel(moment.date()) for moment in self.band["day"]]
        if across.start > days[-1] or across.end < days[0]:
            return None
        first = max((place for place, day in enumerate(days) if day <= across.start), default=0)
        last = next((place for place, day in enumerate(days) if day >= across.end), len(days) - 1)
        return Extent(self.level(float(self.band["q05"].iloc[first])), self.level(float(self.band["q95"].iloc[last])))


class Label(NamedTuple):
    """Words above a mark: where they stand and what they need, in pixels; `leads` if a line joins them to the mark."""

    lines: tuple[str, ...]
    colour: str
    day: date
    volume: float
    across: Extent
    height: float
    opens: str = ""
    leads: bool = True


def labels(sheet: Sheet, crossing: pd.Series | None, cited: Sequence[Cited], words: tuple[str, ...]) -> list[Label]:
    """The words above the limit's line, the latest mark first; those of the crossing end before the unobserved time."""
    palette, calendar = sheet.canvas.look.palette, sheet.calendar
    found = [
        _label(
            sheet,
            one.lines,
            palette.cited,
            one.day,
            one.volume,
            Extent(sheet.inset, calendar.pixels + sheet.margin - 6),
        )._replace(opens=one.opens)
        for one in marks(sheet, cited)
    ]
    if sheet.line is not None and words:
        last = calendar.pixel(sheet.last)
        day = _day(crossing, "q50", calendar) if crossing is not None else calendar.day(last * 0.5)
        # The words keep clear of the lines that lead to earlier marks, and of the unobserved time, if they can.
        before = max((calendar.pixel(label.day) + AIR for label in found if label.day < day), default=sheet.inset)
        least, most = Extent(sheet.inset, last), Extent(sheet.inset, calendar.pixels + sheet.margin - 6)
        rooms = [Extent(before, last), Extent(before, most.end), least, most] if crossing is not None else [least, most]
        label = _label(sheet, words, palette.limit, day, sheet.line.on(day), *rooms)
        found.append(label._replace(leads=crossing is not None))
    return sorted(found, key=lambda label: label.day, reverse=True)


def marks(sheet: Sheet, cited: Sequence[Cited]) -> list[Cited]:
    """The dated statements that the axis shows, not too many of them."""
    return [one for one in cited if sheet.calendar.shows(one.day)][:MOST_CITED]


def stacked(
    sheet: Sheet, found: Sequence[Label], reported: Extent | None, along: Extent | None
) -> tuple[list[float], bool]:
    """The lower edge of each label, above bands and limit and clear of the others; and whether all lie in the plot.

    Of several marks the later one is placed first: its line then does not run through the words of the others.
    """
    placed = [(reported, along)] if reported and along else []
    base, levels = sheet.level(sheet.limit_volume or 0.0) + WINDOW + 16, []
    for label in found:
        band = sheet.reach(label.across)
        low = max(base, sheet.level(label.volume) + WINDOW + 16, band.end + AIR if band else 0.0)
        for across, taken in sorted(placed, key=lambda one: one[1].start):
            touches = across.start < label.across.end + 6 and across.end > label.across.start - 6
            if touches and taken.start < low + label.height + 2 and taken.end > low - 2:
                low = taken.end + 6
        placed.append((label.across, Extent(low, low + label.height)))
        levels.append(low)
    return levels, all(taken.end <= sheet.height - 2 for _, taken in placed)


def draw_label(sheet: Sheet, label: Label, low: float) -> None:
    """Words above a mark, with a line down to it; a cited mark is a diamond on the line."""
    canvas, look = sheet.canvas, sheet.canvas.look
    if label.leads:
        line = Stroke(label.colour, 2, CITED_DASH if label.opens else "solid")
        foot = (label.day, label.volume + (WINDOW + 3) * sheet.per_pixel)
        canvas.segment(foot, (label.day, low * sheet.per_pixel), line)
    first, *rest = (safe(text) for text in label.lines)
    text = "<br>".join([f"<b>{first}</b>", *rest])
    # Held by its mark where it can be: in a wider window the words then stay over it.
    offset = (label.across.start + label.across.end) / 2 - sheet.calendar.pixel(label.day)
    beyond = label.across.end > sheet.calendar.pixel(sheet.last) < sheet.calendar.pixels
    at, ground = (label.day, low * sheet.per_pixel), None if beyond else look.palette.paper
    canvas.text(text, at, look.text, label.colour, ("center", "bottom"), (offset, 0), ground)
    if label.opens:
        sign(canvas, (label.day, label.volume), "diamond", label.colour)
        places = [label.volume, (low + label.height / 2) * sheet.per_pixel]
        canvas.click_points(dates([label.day] * 2), places, 30, label.opens, f"{text}<br>Click for the record")


def draw_limit(sheet: Sheet, crossing: pd.Series | None) -> None:
    """The line with the crossing window on it; where the line falls, the limit itself thin and dashed."""
    limit_volume, line = sheet.limit_volume, sheet.line
    assert limit_volume is not None and line is not None  # asked by the caller
    canvas, palette, calendar = sheet.canvas, sheet.canvas.look.palette, sheet.calendar
    if sheet.falls:
        # As far as something was observed: behind that stand the words.
        canvas.curve(dates([calendar.start, sheet.last]), [limit_volume] * 2, palette.limit, 1.5, "dash")
    # Traces, not shapes, so that the signs of dated statements lie above them.
    canvas.curve(dates(line.days), list(line.volumes), palette.limit, 4)
    if crossing is None:
        return
    half = WINDOW * sheet.per_pixel
    for first, last, fill, thick in (("q05", "q95", palette.paper, 2), ("q25", "q75", rgba(palette.limit, 0.45), 0)):
        along = line.between(_day(crossing, first, calendar), _day(crossing, last, calendar))
        lower, upper = ([(day, volume + way * half) for day, volume in along] for way in (-1, 1))
        days, volumes = zip(*lower, *upper[::-1], lower[0], strict=True)
        canvas.curve(dates(days), list(volumes), palette.limit, thick, fill=fill)
    middle = _day(crossing, "q50", calendar)
    on = line.on(middle)
    canvas.curve(dates([middle] * 2), [on - 1.5 * half, on + 1.5 * half], palette.limit, 5)


def name_lines(
    sheet: Sheet,
    crossing: pd.Series | None,
    cited: Sequence[Cited],
    words: tuple[str, str],
    left: tuple[str, ...],
    taken: Sequence[Extent],
) -> list[Extent]:
    """The name of the limit and, at the end of a line that falls, `left`; returns what they take at the right end."""
    if sheet.line is None or not sheet.falls:
        return _name(sheet, crossing, cited, words)
    _beside_the_start(sheet, crossing, cited, words)
    canvas, look, level = sheet.canvas, sheet.canvas.look, sheet.level(sheet.line.on(sheet.calendar.end))
    own, high = Extent(level - 4, level + 4), len(left) * look.text * LINE_HEIGHT + 4
    middle = nearest_free(level - high / 2, high, [*taken, own], Extent(2, sheet.height)) or own.end + high / 2
    text = "<br>".join(f"<b>{safe(line)}</b>" for line in left)
    at, shift = (sheet.calendar.end, middle * sheet.per_pixel), (sheet.margin - 6, 0)
    canvas.text(text, at, look.text, look.palette.limit, ("right", "middle"), shift)
    return [own, Extent(middle - high / 2, middle + high / 2)]


def _day(crossing: pd.Series, key: str, calendar: Calendar) -> date:
    """A day of the window within the axis."""
    return calendar.clipped(crossing[key], calendar.end)


def _label(sheet: Sheet, lines: tuple[str, ...], colour: str, day: date, volume: float, *rooms: Extent) -> Label:
    """The words over their day, moved into the first room that is wide enough for them."""
    look, middle = sheet.canvas.look, sheet.calendar.pixel(day)
    half = max(pixels(line, look.text, bold=not place) for place, line in enumerate(lines)) / 2 + 4
    room = next((room for room in rooms if room.end - room.start >= 2 * half), rooms[-1])
    start = max(min(middle - half, room.end - 2 * half), room.start)
    return Label(lines, colour, day, volume, Extent(start, start + 2 * half), len(lines) * look.text * LINE_HEIGHT + 4)


def _name(sheet: Sheet, crossing: pd.Series | None, cited: Sequence[Cited], words: tuple[str, str]) -> list[Extent]:
    """The limit's name where nothing else stands: above the line at the left, below it, or at the right end."""
    canvas, look, calendar = sheet.canvas, sheet.canvas.look, sheet.calendar
    level, high = sheet.level(sheet.limit_volume or 0.0), look.text * LINE_HEIGHT
    line = Extent(level - WINDOW - 2, level + WINDOW + 2)
    if _beside_the_start(sheet, crossing, cited, words):
        return [line]
    above, below = _beside(level, high)
    along = below if below.start > 0 else above
    text, at = f"<b>{safe(words[0])}</b>", (calendar.end, along.start * sheet.per_pixel)
    canvas.text(text, at, look.text, look.palette.limit, ("right", "bottom"), (sheet.margin - 6, 0))
    return [Extent(min(line.start, along.start - 2), max(line.end, along.end + 2))]


def _beside(level: float, high: float) -> tuple[Extent, Extent]:
    """Where words stand above a line and below it."""
    return Extent(level + 4, level + 4 + high), Extent(level - WINDOW - 3 - high, level - WINDOW - 3)


def _beside_the_start(sheet: Sheet, crossing: pd.Series | None, cited: Sequence[Cited], words: tuple[str, str]) -> bool:
    """The limit's name above its line at the left or, unless that falls, below it; False where there is no room."""
    canvas, look, calendar = sheet.canvas, sheet.canvas.look, sheet.calendar
    starts = [calendar.pixel(one.day) - 10 for one in marks(sheet, cited)]
    starts += [calendar.pixel(_day(crossing, "q05", calendar))] if crossing is not None and not sheet.falls else []
    above, below = _beside(sheet.level(sheet.limit_volume or 0.0), look.text * LINE_HEIGHT)
    for whole, plain in ((words[0], words[1]), (words[0], "")):
        text, room = (
            f"<b>{safe(whole)}</b>{safe(plain)}",
            pixels(whole, look.text, bold=True) + pixels(plain, look.text),
        )
        clears = ((above, room + 12 < min([*starts, calendar.pixels])), (below, below.start > 0 and not sheet.falls))
        for along, clear in clears:
            band = sheet.reach(Extent(6, 6 + room))
            if clear and sheet.inset < AIR and not (band and band.start < along.end and band.end > along.start):
                at = (calendar.start, along.start * sheet.per_pixel)
                canvas.text(text, at, look.text, look.palette.limit, ("left", "bottom"), (6, 0))
                return True
    return False


def reported_lines(reported: Reported, look: Look) -> list[str]:
    """The words of the reported number: in one line, or, where the window is narrow, its name above it."""
    return reported.label.split(" ", 1) if look.narrow else [reported.label]


def reported_width(reported: Reported, look: Look) -> float:
    """How wide the words of the reported number are drawn."""
    lines = [pixels(line, look.text, bold=True) for line in reported_lines(reported, look)]
    return max(*lines, pixels(reported.detail, look.small))


def reported_extents(sheet: Sheet, reported: Reported, day: date) -> tuple[Extent, Extent]:
    """What the reported number takes, across and along, in pixels."""
    look = sheet.canvas.look
    lines = reported_lines(reported, look)
    words = reported_width(reported, look)
    start = max(sheet.calendar.pixel(day) - words / 2, sheet.calendar.pixel(sheet.last) + 6)
    end = min(start + words, sheet.calendar.pixels + sheet.margin - 4)
    high = sheet.level(max(reported.ends)) + ARROW + (len(lines) * look.text + look.small) * LINE_HEIGHT + 8
    return Extent(end - words, end), Extent(sheet.level(min(reported.ends)) - 10, high)
