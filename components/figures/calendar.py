"""The time axis: where it begins and ends, how wide a day is, and which days are named on it."""

from datetime import date, timedelta
from typing import NamedTuple

import pandas as pd

from components.theme import Width

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


def calendar_for(frames: list[pd.DataFrame], pixels: float) -> Calendar:
    """An axis that shows every known day in the columns `earliest` and `latest` of some frames, with some air."""
    moments = pd.concat([frame[column] for frame in frames for column in ("earliest", "latest")]).dropna()
    if moments.empty:
        return Calendar(*EMPTY_YEAR, pixels)
    first, last = moments.min().date(), moments.max().date()
    air = timedelta(days=max(8, round((last - first).days * 0.03)))
    return Calendar(shifted(first, -air).replace(day=1), shifted(last, air), pixels)


def calendar_around(frames: list[pd.DataFrame], others: pd.DataFrame, pixels: float) -> Calendar:
    """The axis of some frames, lengthened for the days of others, but by no more than `REACH` on either side.

    A few events from years away would squeeze the months that matter; without days of its own it shows all others.
    """
    own, every = calendar_for(frames, pixels), calendar_for([*frames, others], pixels)
    if (own.start, own.end) == EMPTY_YEAR:
        return every
    reach = (own.end - own.start) * REACH
    start = max(every.start, shifted(own.start, -reach).replace(day=1))
    return Calendar(start, min(every.end, shifted(own.end, reach)), pixels)


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
    every = -(-len(years) // most)
    chosen = [day for year in years if year % every == 0 and calendar.shows(day := date(year, 1, 1))]
    return chosen, [f"<b>{day.year}</b>" for day in chosen]


def _name(day: date, first: bool) -> str:
    return f"{day:%b}<br><b>{day.year}</b>" if day.month == 1 or first else f"{day:%b}<br> "


def shifted(day: date, by: timedelta) -> date:
    """A day earlier or later, as far as there are days."""
    try:
        return day + by
    except OverflowError:
        return date.min if by < timedelta(0) else date.max
