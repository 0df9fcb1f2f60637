"""Year against year: what was estimated in public, notified, reported and modelled for each period of the limit."""

from collections.abc import Iterator
from datetime import date

import pandas as pd

from data.frames.notified import years_notified
from data.frames.reported import NOTHING_MORE, Row, is_wanted, stands
from data.frames.rows import DAY, framed, rows_of
from data.models.evidence import Evidence
from data.models.limits import Limit
from data.models.periods import covered, period_of
from data.models.quantities import Quantity
from data.models.record import Statement
from data.models.scope import is_out_of_scope

SERIES = ("notified", "published", "reported", "modelled")  # in the order in which they stand in a year
COLUMNS = [
    "period_start", "period_end", "series", "whose", "operator", "volume", "low", "high", "q25", "q75", "unit",
    "covers", "date", "about", "limit_volume", "standing", "number_read_by", "said_by",
    "claim_ids", "record_ids",
]  # fmt: skip
NUMBERS = ("volume", "low", "high", "q25", "q75", "limit_volume")
KINDS = dict.fromkeys(NUMBERS, "float64") | dict.fromkeys(("period_start", "period_end"), DAY) | {
    "about": "bool", "claim_ids": "object", "record_ids": "object",
}  # fmt: skip


def by_year_frame(evidence: Evidence, volumes: pd.DataFrame, trips: str = "") -> pd.DataFrame:
    """What stands in each period of the headline's limit, in the order of SERIES; no two rows are ever added up.

    `volumes` is a frame of volumes_frame; `trips` says which of its modelled rows is shown, none of them if empty.

    Columns: period_start, period_end; series (notified: a supplier's filings; published: an estimate of the public
    record; reported: of the documents; modelled); whose (whose deliveries it counts: a supplier, several, "all" for all
    together; empty where the words do not say); operator, volume, low, high (as of volumes_frame); q25, q75 (NaN unless
    modelled); unit (that of the limit); covers (period or part); date (EDTF text); about (bool: of what is notified,
    rounded or converted); limit_volume (NaN where the limit was not in force over the whole period); standing (as of
    volumes_frame; empty where no limit held); number_read_by (machine or curator; empty unless reported); said_by
    (empty unless published); claim_ids, record_ids (tuples, not both empty).
    Of several reported numbers of a period there is one: that of the headline, else the largest. Without a limit, and
    of a level, there are no periods and the frame is empty.
    """
    limit = evidence.headline_limit
    if limit is None or limit.is_level:
        return framed([], COLUMNS, KINDS)
    comparable = [row for row in rows_of(volumes) if row["comparable"]]
    rows = [*_notified(evidence, limit), *_published(evidence, limit), *_reported(comparable, evidence, limit)]
    rows += _modelled(comparable, trips, evidence, limit)
    return framed(sorted(rows, key=lambda row: (row["period_start"], SERIES.index(row["series"]))), COLUMNS, KINDS)


def estimates_left_out(evidence: Evidence) -> tuple[str, ...]:
    """Ids of the estimates that stand in no period: without a limit, of another unit or product, or in two periods."""
    limit = evidence.headline_limit
    return tuple(one.record_id for one in _estimates(evidence) if limit is None or not _stands(one, limit, evidence))


def _estimates(evidence: Evidence) -> Iterator[Statement]:
    return (one for one in evidence.statements if one.suppliers and one.standing == "sound")


def _stands(one: Statement, limit: Limit, evidence: Evidence) -> bool:
    fits = not limit.is_level and one.unit == limit.unit and not is_out_of_scope(one.product, limit, evidence.limits)
    return fits and period_of(one.date, limit) is not None


def _published(evidence: Evidence, limit: Limit) -> Iterator[Row]:
    for one in _estimates(evidence):
        period, quantity = period_of(one.date, limit), one.quantity
        if not _stands(one, limit, evidence) or not (one.date and quantity and period):
            continue
        yield _row("published", period, quantity, one.date, evidence) | {
            "whose": " and ".join(one.suppliers),
            "said_by": one.said_by,
            "record_ids": (one.record_id,),
        }


def _notified(evidence: Evidence, limit: Limit) -> Iterator[Row]:
    for row in years_notified(evidence):
        quantity = Quantity("~" if row["about"] else "=", limit.unit, float(row["volume"]))
        first, last = row["covered_from"], row["covered_to"]
        window = f"[{first}..{last}]" if row["gaps"] else f"{first}/{last}"
        yield _row("notified", (row["period_start"], row["period_end"]), quantity, window, evidence) | {
            "whose": row["supplier"],
            "about": row["about"],
            "covers": "period" if row["complete"] else "part",
            "record_ids": row["record_ids"],
        }


def _reported(comparable: list[Row], evidence: Evidence, limit: Limit) -> Iterator[Row]:
    shown: dict[date, Row] = {}
    for row in comparable:
        if row["series"] == "reported":
            start = row["period_start"].date()
            first = shown.setdefault(start, row)
            wanted = evidence.case.subject.headline_claim and is_wanted(row["claim_ids"], evidence)
            if wanted or (first["volume"] < row["volume"] and not is_wanted(first["claim_ids"], evidence)):
                shown[start] = row
    yield from (_of_volumes(row, limit, evidence) for row in shown.values())


def _modelled(comparable: list[Row], trips: str, evidence: Evidence, limit: Limit) -> Iterator[Row]:
    for row in comparable:
        if row["series"] == "modelled" and row["detail"] == trips:
            ends = {name: row[name] for name in ("low", "high", "q25", "q75")}
            yield _of_volumes(row, limit, evidence) | ends | {"whose": evidence.case.subject.supplier}


def _of_volumes(row: Row, limit: Limit, evidence: Evidence) -> Row:
    """A row of the frame of volumes; of one that a bound leaves open, the number is the bound."""
    period = row["period_start"].date(), row["period_end"].date()
    low, high = (row["low"], row["high"]) if row["operator"] == "range" else (None, None)
    value = None if row["operator"] == "range" else row["volume"]
    made = _row(row["series"], period, Quantity(row["operator"], limit.unit, value, low, high), row["date"], evidence)
    return made | {name: row[name] for name in ("covers", "whose", "number_read_by", "claim_ids", "record_ids")}


def _row(series: str, period: tuple[date, date], quantity: Quantity, window: str, evidence: Evidence) -> Row:
    limit, covers = evidence.headline_limit, covered(window, period)
    return NOTHING_MORE | {
        "period_start": period[0],
        "period_end": period[1],
        "series": series,
        "whose": "",
        "covers": covers,
        "date": window,
        "about": False,
        "number_read_by": "",
        "said_by": "",
        "claim_ids": (),
        **stands(quantity, limit if limit and limit.holds_over(*period) else None, covers, evidence),
    }
