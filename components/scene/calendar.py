"""The time axis: where it begins and ends, how wide a day is, and which days are named on it."""

from datetime import date, timedelta
from typing import NamedTuple

import pandas as pd

from components.theme import Width
from data.frames.reach import Reach, reach, whole_reach, year_starts
from data.models.dates import shifted

MOST_TICKS = {"wide": 16, "medium": 9, "narrow": 6}
EMPTY_YEAR = (date(2000, 1, 1), date(2000, 12, 31))
REACH = 0.25  # of an axis, beyond which others may not lengthen it


class Calendar(NamedTuple):
    """First and last day of an axis and its width in pixels."""

    start: date
    end: date
    pixels: float

    def clipped(self, moment: pd.Timestamp, otherwise: date) -> date:
        """A day within the axis; `otherwise` where the day is not known."""
        day = otherwise if pd.isna(moment) else moment.date()
        return min(max(day, self.start), self.end)

    def pixel(self, day: date) -> float:
        """How far right a day stands."""
        return (day - self.start).days * self.pixels / (self.end - self.start).days

    def day(self, pixel: float) -> date:
        """The day that stands there, within the axis."""
        days = round(pixel * (self.end - self.start).days / self.pixels)
        return self.start + timedelta(days=min(max(days, 0), (self.end - self.start).days))

    def shows(self, day: date) -> bool:
        return self.start <= day <= self.end


def calendar_for(frames: list[pd.DataFrame], others: pd.DataFrame | None, pixels: float) -> Calendar:
    """An axis over the days of some frames (see data.frames.reach), lengthened for others by `REACH` on either side.

    The first frame holds the events. A few others from years away would squeeze the months that view; without days
    of its own it shows all others.
    """
    found, more = reach(frames), whole_reach([] if others is None else [others])
    if found is None:
        return _with_air(more, pixels) if more else Calendar(*EMPTY_YEAR, pixels)
    own = _with_air(found, pixels)
    if more is None:
        return own
    every = _with_air(Reach(min(found.first, more.first), max(found.last, more.last)), pixels)
    by = (own.end - own.start) * REACH
    start = max(every.start, shifted(own.start, -by).replace(day=1))
    return Calendar(start, min(every.end, shifted(own.end, by)), pixels)


def _with_air(found: Reach, pixels: float) -> Calendar:
    air = timedelta(days=max(8, round((found.last - found.first).days * 0.03)))
    return Calendar(shifted(found.first, -air).replace(day=1), shifted(found.last, air), pixels)


def ticks(calendar: Calendar, width: Width) -> tuple[list[date], list[str]]:
    """Days to name and their names: months, quarters, halves or years, as many as there is room for."""
    years = range(calendar.start.year, calendar.end.year + 1)
    most = MOST_TICKS[width]
    if len(years) <= most:
        months = [day for year in years for month in range(1, 13) if calendar.shows(day := date(year, month, 1))]
        for step in (1, 3, 6):
            chosen = [day for day in months if (day.month - 1) % step == 0]
            if len(chosen) <= most:
                return chosen, [_name(day, first=place == 0) for place, day in enumerate(chosen)]
    chosen = year_starts(calendar.start, calendar.end, most)
    return chosen, [f"<b>{day.year:04}</b>" for day in chosen]


def _name(day: date, first: bool) -> str:
    return f"{day:%b}<br><b>{day.year:04}</b>" if day.month == 1 or first else f"{day:%b}<br> "
