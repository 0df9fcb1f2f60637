"""The time axis of a slide: whole months from edge to edge, where a day stands on it, and what is named."""

from datetime import date, timedelta
from typing import NamedTuple

import numpy as np
import pandas as pd

LEAST_MONTHS = 3
REACH = 0.25  # of the axis of the documents, beyond which the public record may not lengthen it
EMPTY_YEAR = (date(2000, 1, 1), date(2000, 12, 31))
MONTH_STEPS, YEAR_STEPS = (1, 3, 6), (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 10_000)
ONE_DAY = timedelta(days=1)


class Axis(NamedTuple):
    """First and last day, and the inches from the left edge of the one to the right edge of the other."""

    first: date
    last: date
    left: float
    right: float

    def start(self, day: date) -> float:
        """Where a day begins; within the axis also for days beyond it."""
        days = (min(max(day, self.first), self.last + ONE_DAY) - self.first).days
        return self.left + days * (self.right - self.left) / ((self.last - self.first).days + 1)

    def end(self, day: date) -> float:
        """Where a day ends."""
        return self.start(day + ONE_DAY)

    def shows(self, day: date) -> bool:
        return self.first <= day <= self.last


def axis_for(own: list[pd.DataFrame], others: pd.DataFrame, left: float, right: float) -> Axis:
    """An axis that shows every known day in the columns `earliest` and `latest` of its own frames, in whole months.

    Other events lengthen it by no more than `REACH` on either side: a few from years away would squeeze the months
    that matter. Without a day of its own it shows all others.
    """
    span, every = _span(own), _span([*own, others])
    if span is None or every is None:
        return Axis(*(every or EMPTY_YEAR), left, right)
    months = round(_months_between(*span) * REACH)
    first = max(every[0], _months_later(span[0], -months))
    last = min(every[1], _months_later(span[1] + ONE_DAY, months) - ONE_DAY)
    return Axis(first, last, left, right)


def ticks(axis: Axis, most: int) -> list[date]:
    """Days to name, no more than `most`: the first days of months, quarters, halves, years or groups of years."""
    for step in MONTH_STEPS:
        if _months_between(axis.first, axis.last) / step > most + 1:
            continue
        months = _month_starts(axis)
        chosen = [day for day in months if (day.month - 1) % step == 0]
        if len(chosen) <= most:
            return chosen
    years = range(axis.first.year, axis.last.year + 1)
    for step in YEAR_STEPS:
        chosen = [day for year in years if year % step == 0 and axis.shows(day := date(year, 1, 1))]
        if len(chosen) <= most:
            return chosen
    return []


def tick_names(days: list[date], short: bool = False) -> list[str]:
    """What stands at the ticks: "Mar", with its year where that is new ("Jan 2031", or "Jan ’31"); or years alone."""
    if len(days) > 1 and all(day.month == 1 for day in days):
        return [str(day.year) for day in days]
    years = [f" ’{day.year % 100:02}" if short else f" {day.year}" for day in days]
    return [
        f"{day:%b}{year if place == 0 or day.month == 1 else ''}"
        for place, (day, year) in enumerate(zip(days, years, strict=True))
    ]


def _span(frames: list[pd.DataFrame]) -> tuple[date, date] | None:
    """First day of the first and last day of the last month in some frames, and at least three months."""
    columns = [frame[column].to_numpy("datetime64[D]") for frame in frames for column in ("earliest", "latest")]
    moments = np.concatenate(columns)
    moments = moments[~np.isnat(moments)]
    if not len(moments):
        return None
    first, last = moments.min().item().replace(day=1), _months_later(moments.max().item(), 1) - ONE_DAY
    while _months_between(first, last) < LEAST_MONTHS:
        first, last = _months_later(first, -1), _months_later(last, 2) - ONE_DAY
    return first, last


def _month_starts(axis: Axis) -> list[date]:
    return [_months_later(axis.first, by) for by in range(_months_between(axis.first, axis.last))]


def _months_between(first: date, last: date) -> int:
    """How many months a span touches."""
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _months_later(day: date, by: int) -> date:
    """The first day of the month that lies so many months after that of a day."""
    months = day.year * 12 + day.month - 1 + by
    return date(months // 12, months % 12 + 1, 1)
