"""What the modelled volume is held against on each day: the limit, less what else had been notified by then."""

from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from data.estimate.model import Model


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


def against_by_day(model: Model, first: date, last: date) -> ByDay:
    """What the volume is held against from a day to another: the limit less what else had been notified by then.

    Alone, or with nothing notified, it is the limit on every day.
    """
    limit = model.limit_volume
    if model.comparison == "alone" or model.room is None:
        return ByDay((first, last), (limit, limit))
    pace, span = model.room.pace(model.first, model.last), max((model.last - model.first).days, 1)
    bends = {model.first + timedelta(days=round(moment * span)) for moment in pace.moments.tolist()}
    days = sorted({first, last, *(day for day in bends if first < day < last)})
    left = limit - pace.by(np.array([(day - model.first).days / span for day in days]))
    return _down_to_nothing(days, left.tolist())


def _down_to_nothing(days: list[date], volumes: list[float]) -> ByDay:
    """The line without what lies below nothing, and with the day on which it gets there."""
    found = dict(zip(days, volumes, strict=True))
    for before, after in pairwise(days):
        high, low = found[before], found[after]
        if high > 0 > low:
            found.setdefault(before + (after - before) * (high / (high - low)), 0.0)
    ordered = sorted(found)
    return ByDay(tuple(ordered), tuple(max(found[day], 0.0) for day in ordered))
