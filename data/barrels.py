"""Evidence -> volumes against the limit, each in its own period, with its operator and its claims."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

import pandas as pd

from data.assumptions import NotEstimated
from data.checked import product_by
from data.dates import MONTHS
from data.evidence import Claim, Covers, Evidence, Limit
from data.frames import DAY, framed, rows_of
from data.notified import years_notified
from data.periods import covered, limit_period, period_of
from data.quantities import Quantity
from data.read_by import limit_read_by, read_by
from data.scope import is_out_of_scope, own_limit

if TYPE_CHECKING:
    from data.estimate import Estimate

# A plan never counts as a fact, and a denial even less.
NOT_DELIVERED: Mapping[str, str] = {"planned": "that of a plan", "denied": "that of a denial"}
SERIES = ("reported", "notified", "modelled")
NOTHING_MORE = {
    "detail": "",
    "record_ids": (),
    "q25": float("nan"),
    "q75": float("nan"),
    "probability": float("nan"),
    "counted": "",
}
COLUMNS = [
    "series", "document", "claim_ids", "year", "period_start", "period_end", "date", "date_words", "covers", "operator",
    "volume", "low", "high", "unit", "number_read_by", "product", "product_by", "limit_id", "limit_volume",
    "limit_read_by", "limit_product", "standing", "comparable", "why_not", "detail", "record_ids", "q25", "q75",
    "probability", "counted",
]  # fmt: skip

KINDS = dict.fromkeys(("volume", "low", "high", "limit_volume", "q25", "q75", "probability"), "float64") | {
    "claim_ids": "object",
    "record_ids": "object",
    "year": "Int64",
    "period_start": DAY,
    "period_end": DAY,
    "comparable": "bool",
}
Row = dict[str, Any]


def barrels_frame(evidence: Evidence, estimate: "Estimate | NotEstimated | None" = None) -> pd.DataFrame:
    """Volumes against the case's limit: every reported one, latest year first, then what is notified and modelled.

    One row per claim that gives a number; one per supplier with what is notified for the headline's period of the
    limit; and with an estimate one each for the trips seen and for all.
    Columns: series (reported, notified, modelled); document (label, empty if not reported); claim_ids (tuple, empty
    only where record_ids is not); year (in which the limit's period begins, NA if the window lies in no single
    period); period_start, period_end; date (EDTF text), date_words; covers (period; part, if what it counts is only a
    part of the period; empty without one); operator; volume (the number as the text gives it; the lower one of a
    range); low, high (the least and the most that the wording allows; inf where it sets no upper bound); unit (id);
    number_read_by (who read the number out of a text: machine or curator; empty unless reported); product (as worded),
    product_by (whose word that is: text or curator; empty without one, and unless reported); limit_id, limit_volume
    (NaN where none applies), limit_read_by (as number_read_by; empty too where only records state it), limit_product;
    standing (above, within, open;
    a part is never within; empty without a limit); comparable (with the case's limit); why_not (the reason in words);
    detail (empty, the supplier, or which trips: seen or all); record_ids (tuple of cited records); q25, q75 (middle
    half of the runs), probability (share of the runs above the limit), all three NaN unless modelled, where volume is
    the median and low and high are the 5% and 95%; counted (of what is modelled, what the probability
    counts towards the limit: joint, with what others notified, or alone; else empty).
    A claim whose product counts towards another limit is not comparable; where unit and date fit, its limit, standing
    and period are those of that other one.
    A year without any claim is absent, not zero: silence is not a delivery of nothing. Series are never summed.
    """
    reported = _reported_rows(evidence)
    headline = next((row for row in reported if _is_wanted(row["claim_ids"], evidence)), None)
    rows = [*reported, *_notified_rows(headline, evidence), *_modelled_rows(estimate, evidence)]
    return framed(rows, COLUMNS, KINDS)


def reported_frame(evidence: Evidence) -> pd.DataFrame:
    """The reported rows of the barrels frame, latest year first; the same columns."""
    return framed(_reported_rows(evidence), COLUMNS, KINDS)


def headline_row(barrels: pd.DataFrame, evidence: Evidence) -> pd.Series | None:
    """The row of the claim that the case names as its headline, else of the latest year's largest volume.

    None without one; also where the named claim is withheld, for no other claim takes its place unasked.
    """
    rows = zip(barrels["series"].tolist(), barrels["claim_ids"].tolist(), strict=True)
    for place, (series, claim_ids) in enumerate(rows):
        if series == "reported" and _is_wanted(claim_ids, evidence):
            return barrels.iloc[place]
    return None


def row_key(row: pd.Series | None) -> str:
    """What tells one row of a barrels frame from the others; empty without a row."""
    return "" if row is None else f"{row['series']} {' '.join(row['claim_ids'])}"


def _is_wanted(claim_ids: Collection[str], evidence: Evidence) -> bool:
    """True for the first such row if the case names no claim as its headline."""
    wanted = evidence.case.subject.headline_claim
    return not wanted or wanted in claim_ids


def _reported_rows(evidence: Evidence) -> list[Row]:
    topic = evidence.case.subject.volume_topic
    rows = [_row(claim, evidence) for claim in evidence.claims if claim.topic == topic and claim.quantity]
    return sorted(
        rows, key=lambda row: (row["year"] is pd.NA, 0 if row["year"] is pd.NA else -row["year"], -row["volume"])
    )


def _row(claim: Claim, evidence: Evidence) -> Row:
    quantity, headline = claim.quantity, evidence.headline_limit
    assert quantity is not None  # chosen by the caller
    outside = headline is not None and is_out_of_scope(claim.product, headline, evidence.limits)
    limit = own_limit(claim, evidence.limits) if outside else headline
    period = period_of(claim.date, measured) if (measured := limit or headline) else None
    why_not = _why_not(claim, limit, period, evidence.case.subject.headline_limit)
    against = None if why_not else limit
    if outside and headline and claim.modality not in NOT_DELIVERED:
        counts = "the text counts" if product_by(claim, evidence) == "text" else "a curator counts it as"
        why_not = f"{counts} {claim.product}; the {headline.name} covers {headline.product}"
    covers = claim.covers or covered(claim.date, period) if claim.date and period else ""
    return (
        {
            "series": "reported",
            "document": evidence.document_by_id[claim.document].label,
            "claim_ids": (claim.id,),
            "year": period[0].year if period else pd.NA,
            "period_start": period[0] if period else None,
            "period_end": period[1] if period else None,
            "date": claim.date or "",
            "date_words": claim.date_words,
            "covers": covers,
            "number_read_by": read_by((claim,)),
            "product": claim.product,
            "product_by": product_by(claim, evidence),
            "comparable": not why_not,
            "why_not": why_not,
        }
        | _stands(quantity, against, covers, evidence)
        | NOTHING_MORE
    )


def _stands(quantity: Quantity, limit: Limit | None, covers: Covers | Literal[""], evidence: Evidence) -> Row:
    """A number, and where it stands to a limit, if to any."""
    return {
        "operator": quantity.operator,
        "volume": quantity.stated,
        "low": quantity.floor,
        "high": quantity.ceiling,
        "unit": quantity.unit,
        "limit_id": limit.limit_id if limit else "",
        "limit_volume": limit.value if limit else float("nan"),
        "limit_read_by": limit_read_by(limit, evidence) if limit else "",
        "limit_product": limit.product if limit else "",
        "standing": quantity.standing(limit.value, covers == "part") if limit else "",
    }


def _notified_rows(headline: Row | None, evidence: Evidence) -> Iterator[Row]:
    """What was notified for the period of the limit in which the headline lies, supplier by supplier."""
    limit = evidence.headline_limit
    if headline is None or limit is None or not headline["comparable"]:
        return
    for row in years_notified(evidence):
        if row["period_start"] != headline["period_start"]:
            continue
        quantity = Quantity("~" if row["about"] else "=", limit.unit, float(row["volume"]))
        first, last = (row[day].isoformat()[:10] for day in ("covered_from", "covered_to"))
        covers: Covers = "period" if row["complete"] else "part"
        yield _against(limit, (row["period_start"], row["period_end"]), quantity, covers, evidence) | {
            "series": "notified",
            # With gaps nobody says on which days between: some of them.
            "date": f"[{first}..{last}]" if row["gaps"] else f"{first}/{last}",
            "detail": f"{row['supplier']}{_filed_for(row)}",
            "record_ids": row["record_ids"],
        }


def _filed_for(row: Row) -> str:
    """Which part of the period an incomplete filing is for: ", to 30 November", ", from 1 December"."""
    if row["complete"]:
        return ""
    first, last = (f"{day.day} {MONTHS[day.month - 1]}" for day in (row["covered_from"], row["covered_to"]))
    ends = [f"from {first}"] if row["covered_from"] > row["period_start"] else []
    ends += [f"to {last}"] if row["covered_to"] < row["period_end"] else []
    return f", {' '.join(ends + (['with gaps'] if row['gaps'] else []))}"


def _modelled_rows(estimate: "Estimate | NotEstimated | None", evidence: Evidence) -> Iterator[Row]:
    if estimate is None or isinstance(estimate, NotEstimated) or not estimate.ground.limit:
        return
    limit, ground = estimate.ground.limit, estimate.ground
    period = limit_period(estimate.first, limit)
    for row in rows_of(estimate.totals):
        quantity = Quantity("~", limit.unit, float(row["q50"]))
        date_text = f"{estimate.first}/{estimate.last}"
        yield _against(limit, period, quantity, covered(date_text, period), evidence) | {
            "series": "modelled",
            "claim_ids": ground.claim_ids,
            "date": date_text,
            "low": row["q05"],
            "high": row["q95"],
            "q25": row["q25"],
            "q75": row["q75"],
            "probability": row["above_limit"],
            # Where others notified nothing, nothing of theirs is counted.
            "counted": "joint" if estimate.threshold < estimate.limit_volume else "alone",
            "detail": row["series"],
            "record_ids": ground.record_ids,
        }


def _against(limit: Limit, period: tuple[date, date], quantity: Quantity, covers: Covers, evidence: Evidence) -> Row:
    """What a row has that no claim stands behind."""
    return (
        NOTHING_MORE
        | {
            "document": "",
            "claim_ids": (),
            "year": period[0].year,
            "period_start": period[0],
            "period_end": period[1],
            "date_words": "",
            "covers": covers,
            "number_read_by": "",
            "product": limit.product,
            "product_by": "",
            "comparable": True,
            "why_not": "",
        }
        | _stands(quantity, limit, covers, evidence)
    )


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
