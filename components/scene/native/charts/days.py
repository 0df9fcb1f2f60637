"""Which days of a modelled volume a chart shows: the rows of its sheet, the window on the limit, the days it names."""

from bisect import bisect_left
from datetime import date, timedelta
from math import ceil, isfinite
from typing import NamedTuple

from components.scene.text import inches
from components.scene.things import Cumulative
from components.theme import day
from data.estimate.by_day import ByDay
from data.models.dates import month_end, months_later, shifted

MOST_ROWS = 60
FEW_DAYS, YEAR = 70, 365.25
DAY_STEPS, MONTH_STEPS = (1, 2, 7, 14, 28), (1, 2, 3, 6, 12)
BETWEEN_TICKS = 0.25  # inches


class Row(NamedTuple):
    """The modelled volume on one day."""

    day: date
    q05: float
    q50: float
    q95: float


class Crossing(NamedTuple):
    """The part of the window that is drawn; no `middle` if the median day is not among the days shown."""

    first: date
    middle: date | None
    last: date


def rows(cumulative: Cumulative) -> list[Row]:
    """Few days that tell the same: each once, the first, the last, those of the window and every bend of the line
    always among them.

    What is said for a day of the window that was not given lies on the straight line between its neighbours.
    Raises ValueError if no day has all three numbers.
    """
    given = zip(cumulative.days, cumulative.q05, cumulative.q50, cumulative.q95, strict=True)
    known = {row[0]: Row(*row) for row in given if all(isfinite(value) for value in row[1:])}
    if not known:
        raise ValueError(f"The chart {cumulative.name!r} has no day with a number.")
    every = [known[moment] for moment in sorted(known)]
    step = max(1.0, (len(every) - 1) / (MOST_ROWS - 4))
    kept = {every[min(round(place * step), len(every) - 1)].day for place in range(MOST_ROWS)}
    if isfinite(cumulative.limit_volume):
        marked = (*cumulative.window, *(moment for moment, _ in cumulative.line))
        kept |= {moment for moment in marked if every[0].day <= moment <= every[-1].day}
    return [known.get(moment) or _between(every, moment) for moment in sorted(kept)]


def held(cumulative: Cumulative) -> ByDay:
    """What the volume is held against by day: the limit, unless the chart has a line of its own."""
    ends = (cumulative.days[0], cumulative.days[-1])
    line = cumulative.line or tuple((moment, cumulative.limit_volume) for moment in ends)
    return ByDay(tuple(moment for moment, _ in line), tuple(volume for _, volume in line))


def crossing(cumulative: Cumulative, shown: list[Row]) -> Crossing | None:
    """The window on the line, as far as it lies on the days shown; None if there is none to draw."""
    if not isfinite(cumulative.limit_volume) or len(cumulative.window) != 3:
        return None
    first, middle, last = cumulative.window
    start, end = max(first, shown[0].day), min(last, shown[-1].day)
    return Crossing(start, middle if start <= middle <= end else None, end) if start <= end else None


def tick_step(shown: list[Row], width: float, points: float) -> tuple[int, bool]:
    """Every how many days or, if the second is true, months a day is written on an axis of `width` inches."""
    whole = (shown[-1].day - shown[0].day).days
    fit = max(1, int(width / (inches("30 Mar 2024", points) + BETWEEN_TICKS)))
    if whole < FEW_DAYS:
        return next((step for step in DAY_STEPS if whole / step <= fit), FEW_DAYS), False
    years = ceil(whole / YEAR / fit)
    return next((step for step in MONTH_STEPS if whole / YEAR * 12 / step <= fit), years * 12), True


def ticks(shown: list[Row], width: float, points: float) -> list[tuple[date, str]]:
    """The days that are written on the axis, as a chart counts them: from the first day on."""
    step, months = tick_step(shown, width, points)
    moment, found = shown[0].day, []
    while moment <= shown[-1].day:
        found.append((moment, day(moment)))
        days = timedelta(days=step)
        following = _months_after(shown[0].day, step * len(found)) if months else shifted(moment, days)
        if following <= moment:  # the calendar ends here
            break
        moment = following
    return found


def _between(every: list[Row], moment: date) -> Row:
    after = bisect_left(every, moment, key=lambda row: row.day)
    left, right = every[after - 1], every[after]
    share = (moment - left.day) / (right.day - left.day)
    return Row(moment, *(low + (high - low) * share for low, high in zip(left[1:], right[1:], strict=True)))


def _months_after(first: date, many: int) -> date:
    """The same day of a later month, or its last day."""
    start = months_later(first, many)
    return start.replace(day=min(first.day, month_end(start).day))
