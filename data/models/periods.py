"""The periods of a limit: a calendar year, or twelve months from any day."""

from datetime import MAXYEAR, MINYEAR, date, timedelta

from data.models.dates import read_edtf
from data.models.evidence import Covers, Limit


def limit_period(day: date, limit: Limit) -> tuple[date, date]:
    """First and last day of the limit's period in which a day lies, as far as there are days."""
    month, first = (int(part) for part in limit.period_start.split("-"))
    year = day.year if date(day.year, month, first) <= day else day.year - 1
    start = date(year, month, first) if year >= MINYEAR else date.min
    return start, date(year + 1, month, first) - timedelta(days=1) if year < MAXYEAR else date.max


def period_of(edtf_text: str | None, limit: Limit) -> tuple[date, date] | None:
    """First and last day of the limit's period in which a date lies, if it lies in one."""
    edtf = read_edtf(edtf_text) if edtf_text else None
    if edtf is None or edtf.earliest is None or edtf.latest is None:
        return None
    period = limit_period(edtf.earliest, limit)
    return period if edtf.latest <= period[1] else None


def covered(edtf_text: str, period: tuple[date, date]) -> Covers:
    """Whether a number of this date counts for a whole period, or for a part of it.

    A year counts whole, as does an interval whose days are those of the period. One day out of a set, an end that is
    approximate or uncertain, and an interval that ends "some time in 2024" do not reach over it for certain.
    """
    edtf = read_edtf(edtf_text)
    lasting = edtf.form == "interval" and edtf.precision != "year" and not edtf.uncertain
    certain = (lasting or edtf.form == "date") and not edtf.approximate
    return "period" if certain and (edtf.earliest, edtf.latest) == period else "part"
