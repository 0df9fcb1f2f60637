"""The time axis: where it begins and ends, and which days are named on it."""

from datetime import date, timedelta
from typing import NamedTuple

import pandas as pd

from components.theme import Width


class Calendar(NamedTuple):
    """First and last day of an axis and its width in pixels."""

    start: date
    end: date
    pixels: float

    @property
    def days_per_pixel(self) -> float:
        return (self.end - self.start).days / self.pixels

    def clipped(self, moment: pd.Timestamp, otherwise: date) -> date:
        """A day within the axis; `otherwise` where the day is not known."""
        day = otherwise if pd.isna(moment) else moment.date()
        return min(max(day, self.start), self.end)


def calendar_for(frames: list[pd.DataFrame], pixels: float) -> Calendar:
    """An axis that shows every known day in the columns `earliest` and `latest` of some frames, with some air."""
    moments = pd.concat([frame[column] for frame in frames for column in ("earliest", "latest")]).dropna()
    if moments.empty:
        today = date(2000, 1, 1)
        return Calendar(today, date(2000, 12, 31), pixels)
    first, last = moments.min().date(), moments.max().date()
    air = timedelta(days=max(8, round((last - first).days * 0.03)))
    start = _shifted(first, -air).replace(day=1)
    return Calendar(start, _shifted(last, air), pixels)


def ticks(calendar: Calendar, width: Width) -> tuple[list[date], list[str]]:
    """Days to name and their names: months, quarters or years, as many as there is room for."""
    months = [
        date(year, month, 1)
        for year in range(calendar.start.year, calendar.end.year + 1)
        for month in range(1, 13)
        if calendar.start <= date(year, month, 1) <= calendar.end
    ]
    most = {"wide": 16, "medium": 9, "narrow": 6}[width]
    for step in (1, 3, 6, 12):
        chosen = [day for day in months if (day.month - 1) % step == 0]
        if len(chosen) <= most:
            return chosen, [_name(day, first=place == 0) for place, day in enumerate(chosen)]
    years = [day for day in months if day.month == 1]
    every = -(-len(years) // most)
    chosen = [day for day in years if day.year % every == 0]
    return chosen, [f"<b>{day.year}</b>" for day in chosen]


def _name(day: date, first: bool) -> str:
    return f"{day:%b}<br><b>{day.year}</b>" if day.month == 1 or first else f"{day:%b}<br> "


def _shifted(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return date.min if by < timedelta(0) else date.max
