"""The lines of every picture of the model: what the volume is held against, and the limit itself where that differs."""

from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from components.headlines.against import line_name
from components.theme import number
from data.estimate import Estimate


class Lines(NamedTuple):
    """What the volume is held against and the limit, the same number unless others notified towards it; NaN without.

    `threshold` is not above 0 where others left nothing. The names stand without their numbers.
    """

    threshold: float
    limit: float
    name: str
    limit_name: str

    @property
    def two(self) -> bool:
        """True where the limit's own line stands beside that of the threshold."""
        return self.threshold < self.limit

    @property
    def nothing_left(self) -> bool:
        return self.two and self.threshold <= 0

    @property
    def label(self) -> str:
        """The words at the line of the threshold: "Cap less what others notified 203,793"."""
        if not self.two:
            return self.limit_label
        return f"{self.name}: nothing left" if self.nothing_left else f"{self.name} {rounded(self.threshold)}"

    @property
    def whole_label(self) -> str:
        """Both numbers at the end of a line that falls: "Cap 500,000 less what others notified: 203,793"."""
        left = "nothing left" if self.nothing_left else rounded(self.threshold)
        return f"{self.name.replace(self.limit_name, self.limit_label, 1)}: {left}" if self.two else self.limit_label

    @property
    def short_label(self) -> str:
        """The same in few words: "203,793 left of Cap 500,000"."""
        left = "nothing" if self.nothing_left else rounded(self.threshold)
        return f"{left} left of {self.limit_label}" if self.two else self.limit_label

    @property
    def left_words(self) -> str:
        """The words of a line beside that of the limit: "less what others notified 203,793"."""
        words = self.name.removeprefix(self.limit_name).strip()
        return f"{words}: nothing left" if self.nothing_left else f"{words} {rounded(self.threshold)}"

    @property
    def limit_label(self) -> str:
        return f"{self.limit_name} {number(self.limit)}"


class ByDay(NamedTuple):
    """What the volume is held against on each day: straight between some days, in order, and never below nothing."""

    days: tuple[date, ...]
    volumes: tuple[float, ...]

    def on(self, moment: date) -> float:
        """What it is on a day; before the first day as on that, after the last as on that."""
        ordinals = [day.toordinal() for day in self.days]
        return float(np.interp(moment.toordinal(), ordinals, self.volumes))

    def between(self, first: date, last: date) -> list[tuple[date, float]]:
        """The line from a day to another, with every day on which it bends."""
        bends = [day for day in self.days if first < day < last]
        return [(day, self.on(day)) for day in (first, *bends, *([last] if last > first else []))]


def lines_of(estimate: Estimate, shown_as: str = "") -> Lines:
    """The lines of an estimate in the comparison that the reader looks at; `shown_as` stands for the limit's name."""
    limit_name = shown_as or estimate.limit_name
    name = line_name(estimate).replace(estimate.limit_name, limit_name) if estimate.limit_name else ""
    return Lines(estimate.threshold, estimate.limit_volume, name, limit_name)


def against_by_day(estimate: Estimate, first: date, last: date) -> ByDay:
    """What the volume is held against from a day to another: the limit less what others had notified by then.

    Alone, or with nothing notified, it is the limit on every day.
    """
    limit = estimate.limit_volume
    if estimate.comparison == "alone" or estimate.room is None:
        return ByDay((first, last), (limit, limit))
    pace, span = estimate.room.pace(estimate.first, estimate.last), max((estimate.last - estimate.first).days, 1)
    bends = {estimate.first + timedelta(days=round(moment * span)) for moment in pace.moments.tolist()}
    days = sorted({first, last, *(day for day in bends if first < day < last)})
    left = limit - pace.by(np.array([(day - estimate.first).days / span for day in days]))
    return _down_to_nothing(days, left.tolist())


def rounded(volume: float) -> str:
    """A volume of which a part was taken: in whole ones, where it is not less than one."""
    return number(round(volume)) if volume >= 1 else f"{volume:.3g}"


def _down_to_nothing(days: list[date], volumes: list[float]) -> ByDay:
    """The line without what lies below nothing, and with the day on which it gets there."""
    found = dict(zip(days, volumes, strict=True))
    for before, after in pairwise(days):
        high, low = found[before], found[after]
        if high > 0 > low:
            found.setdefault(before + (after - before) * (high / (high - low)), 0.0)
    ordered = sorted(found)
    return ByDay(tuple(ordered), tuple(max(found[day], 0.0) for day in ordered))
