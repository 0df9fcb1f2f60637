"""The periods of a limit: a year, a quarter or a month from any day; of a level the days of each number."""

from datetime import MAXYEAR, MINYEAR, date, timedelta

from data.models.dates import read_edtf
from data.models.limits import MONTHS_OF, Limit
from data.models.quantities import Covers

YEAR = 12  # months


def limit_period(day: date, limit: Limit) -> tuple[date, date]:
    """First and last day of the limit's period in which a day lies, as far as there are days.

    A limit without a period has one, as long as it is in force; of a level it is the day.
    """
    if limit.is_level:
        return day, day
    if limit.period_start is None:
        return limit.valid_from, limit.valid_to or date.max
    month, first = (int(part) for part in limit.period_start.split("-"))
    months = day.year * YEAR + day.month - 1 - (day.day < first)
    begun = months - (months - month + 1) % MONTHS_OF[limit.period]
    start, after = (_day(begun + more, first) for more in (0, MONTHS_OF[limit.period]))
    return start or date.min, after - timedelta(days=1) if after else date.max


def _day(months: int, day: int) -> date | None:
    year, month = divmod(months, YEAR)
    return date(year, month + 1, day) if MINYEAR <= year <= MAXYEAR else None


def period_of(edtf_text: str | None, limit: Limit) -> tuple[date, date] | None:
    """First and last day of the limit's period in which a date lies, if it lies in one; of a level its own days."""
    edtf = read_edtf(edtf_text) if edtf_text else None
    if edtf is None or edtf.earliest is None or edtf.latest is None:
        return None
    if limit.is_level:
        return edtf.earliest, edtf.latest
    period = limit_period(edtf.earliest, limit)
    return period if period[0] <= edtf.earliest and edtf.latest <= period[1] else None


def covered(edtf_text: str, period: tuple[date, date]) -> Covers:
    """Whether a number of this date counts for a whole period, or for a part of it.

    A year counts whole, as does an interval whose days are those of the period. One day out of a set, an end that is
    approximate or uncertain, and an interval that ends "some time in 2024" do not reach over it for certain.
    """
    edtf = read_edtf(edtf_text)
    lasting = edtf.form == "interval" and edtf.precision != "year" and not edtf.uncertain
    certain = (lasting or edtf.form == "date") and not edtf.approximate
    return "period" if certain and (edtf.earliest, edtf.latest) == period else "part"
