"""Evidence -> volumes against the limit, each in its own period, with its operator and its claims."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pandas as pd

from data.dates import read_edtf
from data.evidence import Claim, Evidence, Limit

# A plan never counts as a fact, and a denial even less.
NOT_DELIVERED: Mapping[str, str] = {"planned": "that of a plan", "denied": "that of a denial"}
SERIES = ("reported", "notified", "modelled")
COLUMNS = [
    "series", "document", "claim_ids", "year", "period_start", "period_end", "date", "date_words", "operator", "volume",
    "low", "high", "unit", "product", "limit_id", "limit_volume", "limit_product", "standing", "comparable", "why_not",
]  # fmt: skip


def barrels_frame(evidence: Evidence) -> pd.DataFrame:
    """Volumes against the case's limit, one row per series, claim and limit period, latest year first.

    Columns: series (reported; notified and modelled join later); document (label); claim_ids (tuple, never empty);
    year (in which the limit's period begins, NA if the window lies in no single period); period_start, period_end;
    date (EDTF text), date_words; operator; volume (the number as the text gives it; the lower one of a range); low,
    high (the least and the most that the wording allows; inf where it sets no upper bound); unit (id); product (as
    worded); limit_id, limit_volume (NaN where none applies), limit_product; standing (above, within, open; empty if
    not comparable); comparable; why_not (the reason in words).
    A year without any claim is absent, not zero: silence is not a delivery of nothing. Series are never summed.
    """
    topic = evidence.case.subject.volume_topic
    claims = [claim for claim in evidence.claims if claim.topic == topic and claim.quantity]
    frame = pd.DataFrame([_row(claim, evidence) for claim in claims], columns=COLUMNS)
    frame = frame.astype({"year": "Int64", "period_start": "datetime64[s]", "period_end": "datetime64[s]"})
    frame = frame.astype(dict.fromkeys(["volume", "low", "high", "limit_volume"], float) | {"comparable": bool})
    return frame.sort_values(["year", "volume"], ascending=False, na_position="last", kind="stable", ignore_index=True)


def headline_row(barrels: pd.DataFrame, evidence: Evidence) -> pd.Series | None:
    """The row of the claim that the case names as its headline, else of the latest year's largest volume.

    None without one; also where the named claim is withheld, for no other claim takes its place unasked.
    """
    wanted = evidence.case.subject.headline_claim
    if wanted:
        barrels = barrels[barrels["claim_ids"].map(lambda claim_ids: wanted in claim_ids).astype(bool)]
    return None if barrels.empty else barrels.iloc[0]


def row_key(row: pd.Series | None) -> str:
    """What tells one row of a barrels frame from the others; empty without a row."""
    return "" if row is None else f"{row['series']} {' '.join(row['claim_ids'])}"


def limit_period(day: date, limit: Limit) -> tuple[date, date]:
    """First and last day of the limit's period in which a day lies."""
    month, first = (int(part) for part in limit.period_start.split("-"))
    year = day.year if date(day.year, month, first) <= day else day.year - 1
    return date(year, month, first), date(year + 1, month, first) - timedelta(days=1)


def _row(claim: Claim, evidence: Evidence) -> dict[str, Any]:
    quantity = claim.quantity
    assert quantity is not None  # chosen by the caller
    limit = evidence.headline_limit
    period = _period(claim.date, limit) if limit else None
    why_not = _why_not(claim, limit, period, evidence.case.subject.headline_limit)
    comparable = not why_not
    return {
        "series": "reported",
        "document": evidence.document_by_id[claim.document].label,
        "claim_ids": (claim.id,),
        "year": period[0].year if period else pd.NA,
        "period_start": period[0] if period else None,
        "period_end": period[1] if period else None,
        "date": claim.date or "",
        "date_words": claim.date_words,
        "operator": quantity.operator,
        "volume": quantity.stated,
        "low": quantity.floor,
        "high": quantity.ceiling,
        "unit": quantity.unit,
        "product": claim.product,
        "limit_id": limit.limit_id if limit and comparable else "",
        "limit_volume": limit.value if limit and comparable else float("nan"),
        "limit_product": limit.product if limit and comparable else "",
        "standing": quantity.standing(limit.value) if limit and comparable else "",
        "comparable": comparable,
        "why_not": why_not,
    }


def _why_not(claim: Claim, limit: Limit | None, period: tuple[date, date] | None, wanted: str | None) -> str:
    if limit is None:
        return "the limit is withheld" if wanted else "the case names no limit"
    if claim.modality in NOT_DELIVERED:
        return f"the number is {NOT_DELIVERED[claim.modality]}, not of a delivery"
    if claim.unit != limit.unit:
        return (
            f"the claim counts in another unit ({claim.unit}) than the limit ({limit.unit}), and nothing is converted"
        )
    if claim.date is None:
        return "the claim gives no date, so it belongs to no period of the limit"
    if period is None:
        return "the dates the claim allows do not lie in one period of the limit"
    if period[0] < limit.valid_from or (limit.valid_to and period[1] > limit.valid_to):
        return "the limit was not in force over that whole period"
    return ""


def _period(edtf_text: str | None, limit: Limit) -> tuple[date, date] | None:
    """First and last day of the limit's period in which a date lies, if it lies in one."""
    if edtf_text is None:
        return None
    edtf = read_edtf(edtf_text)
    if edtf.earliest is None or edtf.latest is None:
        return None
    period = limit_period(edtf.earliest, limit)
    return period if edtf.latest <= period[1] else None
