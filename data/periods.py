"""The periods of a limit: a calendar year, or twelve months from any day."""

from datetime import date, timedelta

from data.evidence import Limit


def limit_period(day: date, limit: Limit) -> tuple[date, date]:
    """First and last day of the limit's period in which a day lies."""
    month, first = (int(part) for part in limit.period_start.split("-"))
    year = day.year if date(day.year, month, first) <= day else day.year - 1
    return date(year, month, first), date(year + 1, month, first) - timedelta(days=1)
