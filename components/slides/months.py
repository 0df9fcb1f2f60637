"""The time axis of a slide: whole months from edge to edge, where a day stands on it, and what is named."""

from datetime import date
from typing import NamedTuple

import pandas as pd

from data.frames.reach import Reach, reach, whole_reach, year_starts
from data.models.dates import month_end, months_later

LEAST_MONTHS = 3
REACH = 0.25  # of the axis of the documents, beyond which the public record may not lengthen it
EMPTY_YEAR = (date(2000, 1, 1), date(2000, 12, 31))
MONTH_STEPS = (1, 3, 6)


class Axis(NamedTuple):
    """First and last day, and the inches from the left edge of the one to the right edge of the other."""

    first: date
    last: date
    left: float
    right: float

    def start(self, day: date) -> float:
        """Where a day begins; within the axis also for days beyond it."""
        return self._after(day, 0)

    def end(self, day: date) -> float:
        """Where a day ends."""
        return self._after(day, 1)

    def shows(self, day: date) -> bool:
        return self.first <= day <= self.last

    def _after(self, day: date, more: int) -> float:
        # Counted in days, for no day follows the last one of the calendar.
        whole = (self.last - self.first).days + 1
        days = min(max((day - self.first).days + more, 0), whole)
        return self.left + days * (self.right - self.left) / whole


def axis_for(own: list[pd.DataFrame], others: pd.DataFrame, left: float, right: float) -> Axis:
    """An axis over the days of its own frames (see data.frames.reach) in whole months; the first holds the events.

    Other events lengthen it by no more than `REACH` on either side: a few from years away would squeeze the months
    that matter. Without a day of its own it shows all others.
    """
    found, more = reach(own), whole_reach([others])
    if found is None:
        return Axis(*(_whole_months(more) if more else EMPTY_YEAR), left, right)
    first, last = _whole_months(found)
    if more is None:
        return Axis(first, last, left, right)
    every = _whole_months(Reach(min(found.first, more.first), max(found.last, more.last)))
    months = round(_months_between(first, last) * REACH)
    return Axis(
        max(every[0], months_later(first, -months)), min(every[1], month_end(months_later(last, months))), left, right
    )


def ticks(axis: Axis, most: int) -> list[date]:
    """Days to name, no more than `most`: the first days of months, quarters, halves, years or groups of years."""
    for step in MONTH_STEPS:
        if _months_between(axis.first, axis.last) / step > most + 1:
            continue
        months = _month_starts(axis)
        chosen = [day for day in months if (day.month - 1) % step == 0]
        if len(chosen) <= most:
            return chosen
    return year_starts(axis.first, axis.last, most)


def tick_names(days: list[date], short: bool = False) -> list[str]:
    """What stands at the ticks: "Mar", with its year where that is new ("Jan 2031", or "Jan ’31"); or years alone."""
    if len(days) > 1 and all(day.month == 1 for day in days):
        return [f"{day.year:04}" for day in days]
    years = [f" ’{day.year % 100:02}" if short else f" {day.year:04}" for day in days]
    return [
        f"{day:%b}{year if place == 0 or day.month == 1 else ''}"
        for place, (day, year) in enumerate(zip(days, years, strict=True))
    ]


def _whole_months(found: Reach) -> tuple[date, date]:
    """First day of the first and last day of the last month of a stretch, and at least three months."""
    first, last = found.first.replace(day=1), month_end(found.last)
    while _months_between(first, last) < LEAST_MONTHS:
        first, last = months_later(first, -1), month_end(months_later(last, 1))
    return first, last


def _month_starts(axis: Axis) -> list[date]:
    return [months_later(axis.first, by) for by in range(_months_between(axis.first, axis.last))]


def _months_between(first: date, last: date) -> int:
    """How many months a span touches."""
    return (last.year - first.year) * 12 + last.month - first.month + 1
