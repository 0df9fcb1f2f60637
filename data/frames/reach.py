"""From when to when an axis of time reaches: a few days from far away would make hairlines of all others."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import numpy as np
import pandas as pd

FAR = 5  # times the span of the others: what lies further away than that stands outside
LEAST_SPAN = 365  # days that a span counts at least, for a year or two is never far
YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000)


Span = tuple[int | None, int | None]  # the first and the last year that are asked for
NO_SPAN: Span = (None, None)


class Reach(NamedTuple):
    """The first and the last day that an axis has to show."""

    first: date
    last: date


class Beyond(NamedTuple):
    """The events of a frame that lie wholly outside an axis, and those of which an end does."""

    outside: pd.DataFrame
    across: pd.DataFrame


def reach(frames: Sequence[pd.DataFrame]) -> Reach | None:
    """The days in the columns `earliest` and `latest` of some frames without those far away from the others.

    The shortest stretch that holds more than half of the days of the first frame with any is the middle; from there
    the axis grows from day to day over all frames until the next is more than FAR times its own length away. Two
    groups of one size have no middle, so both are shown. None without any day.
    """
    columns = [_days([frame]) for frame in frames]
    own = next((days for days in columns if len(days)), None)
    if own is None:
        return None
    most = len(own) // 2 + 1
    start = int(np.argmin(own[most - 1 :] - own[: len(own) - most + 1]))
    days = np.sort(np.concatenate(columns))
    low = int(np.searchsorted(days, own[start]))
    high = int(np.searchsorted(days, own[start + most - 1], side="right")) - 1
    low, high = _grown(days, low, high)
    return _reach(days[low], days[high])


def whole_reach(frames: Sequence[pd.DataFrame]) -> Reach | None:
    """The first and the last of all days in those columns, however far apart; None without any day."""
    days = _days(frames)
    return _reach(days[0], days[-1]) if len(days) else None


def beyond(rows: pd.DataFrame, first: date, last: date) -> Beyond:
    """The rows of a timeline frame that lie outside an axis from a first to a last day, and those that run past it."""
    before, after = pd.Timestamp(first), pd.Timestamp(last)
    outside = (rows["latest"] < before) | (rows["earliest"] > after)
    across = ((rows["earliest"] < before) | (rows["latest"] > after)) & ~outside
    return Beyond(rows[outside], rows[across])


def year_starts(first: date, last: date, most: int) -> list[date]:
    """First days of years from one day to another, at round steps, no more than `most`."""
    for step in YEAR_STEPS:
        years = range(-(-first.year // step) * step, last.year + 1, step)
        if len(years) <= most + 1:
            chosen = [start for year in years if first <= (start := date(year, 1, 1)) <= last]
            if len(chosen) <= most:
                return chosen
    return []


def _days(frames: Sequence[pd.DataFrame]) -> np.ndarray:
    """All days of some frames, counted from 1970, in order."""
    columns = [frame[name].to_numpy("datetime64[D]") for frame in frames for name in ("earliest", "latest")]
    days = np.concatenate(columns) if columns else np.array([], dtype="datetime64[D]")
    return np.sort(days[~np.isnat(days)].astype(np.int64))


def _grown(days: np.ndarray, low: int, high: int) -> tuple[int, int]:
    """The places of the first and the last day that can be reached without a jump."""
    while low > 0 or high < len(days) - 1:
        before = days[low] - days[low - 1] if low > 0 else np.inf
        after = days[high + 1] - days[high] if high < len(days) - 1 else np.inf
        if min(before, after) > FAR * max(days[high] - days[low], LEAST_SPAN):
            break
        low, high = (low - 1, high) if before <= after else (low, high + 1)
    return low, high


def _reach(first: np.int64, last: np.int64) -> Reach:
    return Reach(np.datetime64(int(first), "D").item(), np.datetime64(int(last), "D").item())
