"""The periods of a limit: a calendar year, or twelve months from any day."""

from datetime import MAXYEAR, MINYEAR, date, timedelta

from data.evidence import Limit


def limit_period(day: date, limit: Limit) -> tuple[date, date]:
    """First and last day of the limit's period in which a day lies, as far as there are days."""
    month, first = (int(part) for part in limit.period_start.split("-"))
    year = day.year if date(day.year, month, first) <= day else day.year - 1
    start = date(year, month, first) if year >= MINYEAR else date.min
    return start, date(year + 1, month, first) - timedelta(days=1) if year < MAXYEAR else date.max
