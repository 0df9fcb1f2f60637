"""Evidence -> what states filed: every row as printed, and the used ones by supplier and period of the limit."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

import pandas as pd

from data.frames.rows import DAY, framed, made_once
from data.models.dates import read_edtf
from data.models.evidence import Evidence
from data.models.limits import Limit
from data.models.periods import limit_period
from data.models.quantities import converted
from data.models.record import Counting, Notification
from data.reading.record_checks import joined

COLUMNS = [
    "record_id", "suppliers", "date", "earliest", "latest", "operator", "volume", "unit", "factor", "converted",
    "is_converted", "standing", "superseded_by", "derived_from", "published", "said_by", "address", "note",
]  # fmt: skip
YEARS = [
    "period_start", "period_end", "year", "supplier", "volume", "about", "converted", "complete", "covered_to",
    "limit_volume", "record_ids",
]  # fmt: skip
KINDS = dict.fromkeys(["earliest", "latest", "published"], DAY) | {
    "suppliers": "object", "volume": "float64", "factor": "float64", "converted": "float64", "is_converted": "bool",
    "derived_from": "object",
}  # fmt: skip
KINDS_OF_YEARS = dict.fromkeys(["period_start", "period_end", "covered_to"], DAY) | {
    "year": "int64", "volume": "float64", "about": "bool", "converted": "bool", "complete": "bool",
    "limit_volume": "float64", "record_ids": "object",
}  # fmt: skip


class Counted(NamedTuple):
    """A used row that lies in one period of the limit, with its amount in the limit's unit."""

    notification: Notification
    first: date
    last: date
    volume: float
    period: tuple[date, date]


@made_once
def notified_frame(evidence: Evidence) -> pd.DataFrame:
    """Every notification, one row each, in the order of notified.csv, whatever its standing.

    Columns: record_id; suppliers (tuple; "all" is all together); date (EDTF text); earliest, latest; operator ("=",
    or "~" where the source rounds); volume (in its own unit), unit (id); factor (barrels a tonne, NaN without);
    converted (in the limit's unit; NaN where there is no limit or no factor); is_converted (bool: converted by its
    factor, not as filed); standing (used, part, superseded, error); superseded_by (record id or empty); derived_from
    (tuple); published (NaT if not known); said_by; address; note.
    Only rows that are used may be added up, and notified_years does it.
    """
    limit = evidence.headline_limit
    return framed([_row(one, limit) for one in evidence.notified], COLUMNS, KINDS)


def notified_years(evidence: Evidence) -> pd.DataFrame:
    """What is notified by period of the limit and supplier, from the rows that are used; periods in order.

    Columns: period_start, period_end; year (in which the period begins); supplier ("Upper and Lower Vale" for a sum
    filed for two, "all" for all together); volume (limit's unit); about (bool: any of it rounded by its source, or
    converted); converted (bool: any of it by a factor); complete (bool: the rows cover the whole period); covered_to
    (last day covered); limit_volume (NaN where the limit was not in force over the whole period); record_ids (tuple,
    never empty).
    A period without any row is absent, not zero: a notification that is not there is not one of nothing. What cannot
    stand here is named by notified_left_out. Never summed with what is reported or modelled.
    """
    return framed(years_notified(evidence), YEARS, KINDS_OF_YEARS)


def years_notified(evidence: Evidence) -> list[dict[str, Any]]:
    """The rows of notified_years, with its columns as keys, and covered_from (first day covered) and gaps (bool)."""
    limit = evidence.headline_limit
    groups: dict[tuple[date, int], list[Counted]] = {}
    names: dict[str, int] = {}
    for one in counted_rows(evidence):
        place = names.setdefault(_supplier(one.notification), len(names))
        groups.setdefault((one.period[0], place), []).append(one)
    return [_year(groups[key], limit) for key in sorted(groups)]


def notified_left_out(evidence: Evidence) -> tuple[str, ...]:
    """Ids of the used rows that stand in no period: without a limit, in a unit that nothing converts, or in two."""
    stands = {one.notification.record_id for one in counted_rows(evidence)}
    used = (one.record_id for one in evidence.notified if one.standing == "used")
    return tuple(record_id for record_id in used if record_id not in stands)


def _row(one: Notification, limit: Limit | None) -> dict[str, Any]:
    volume = _in_unit_of(limit, one)
    first, last = _days(one)
    return {
        **dict(one),
        "earliest": first,
        "latest": last,
        "volume": one.value,
        "converted": volume,
        "is_converted": volume is not None and limit is not None and one.unit != limit.unit,
        "superseded_by": one.superseded_by or "",
    }


def _in_unit_of(limit: Limit | None, one: Notification) -> float | None:
    return converted(one.value, one.unit, limit.unit, one.factor) if limit else None


def _days(one: Notification) -> tuple[date, date]:
    window = read_edtf(one.date)
    assert window.earliest and window.latest  # a window without both ends is refused on reading
    return window.earliest, window.latest


def counted_rows(evidence: Evidence, standing: Counting = "used") -> Iterator[Counted]:
    """The rows that are used and lie in one period of the headline's limit, in its unit; the others left_out names."""
    limit = evidence.headline_limit
    for one in evidence.notified:
        volume = _in_unit_of(limit, one)
        if one.standing != standing or limit is None or limit.is_level or volume is None:
            continue
        first, last = _days(one)
        period = limit_period(first, limit)
        # How much of a longer window falls into which period, nobody has filed.
        if period[0] <= first and last <= period[1]:
            yield Counted(one, first, last, volume, period)


def _year(group: list[Counted], limit: Limit | None) -> dict[str, Any]:
    assert limit is not None  # without a limit there are no periods
    first, last = group[0].period
    is_converted = any(one.notification.unit != limit.unit for one in group)
    covered = joined((one.first, one.last) for one in group)
    return {
        "period_start": first,
        "period_end": last,
        "year": first.year,
        "supplier": _supplier(group[0].notification),
        "volume": sum(one.volume for one in group),
        "about": is_converted or any(one.notification.operator == "~" for one in group),
        "converted": is_converted,
        "complete": covered == [(first, last)],
        "covered_from": min(one.first for one in group),
        "covered_to": max(one.last for one in group),
        "gaps": len(covered) > 1,
        "limit_volume": limit.value if limit.holds_over(first, last) else float("nan"),
        "record_ids": tuple(one.notification.record_id for one in group),
    }


def _supplier(one: Notification) -> str:
    *others, last = one.suppliers
    return f"{', '.join(others)} and {last}" if others else last
