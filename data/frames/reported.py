"""Evidence -> what is reported: volumes that claims give, each in its own period, with its operator and its claims."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, Literal

import pandas as pd

from data.frames.rows import DAY, framed, made_once
from data.models.evidence import Claim, Evidence
from data.models.limits import Limit
from data.models.periods import covered, period_of
from data.models.quantities import Covers, Quantity
from data.models.record import EVERYBODY
from data.models.scope import is_out_of_scope, own_limit
from data.proof.checked import product_by
from data.proof.read_by import limit_read_by, read_by

# A plan never counts as a fact, and a denial even less.
NOT_DELIVERED: Mapping[str, str] = {
    "planned": "that of a plan",
    "denied": "that of a denial",
    "notified": "what was notified",
}
TURNED = {"rise": "rose", "fall": "fell"}
NOTHING_MORE = {
    "detail": "",
    "record_ids": (),
    "q25": float("nan"),
    "q75": float("nan"),
    "probability": float("nan"),
    "counted": "",
}
COLUMNS = [
    "series", "document", "whose", "claim_ids", "year", "period_start", "period_end", "date", "date_words", "covers",
    "operator", "volume", "low", "high", "unit", "per", "change", "number_read_by", "product", "product_by", "limit_id",
    "limit_volume", "limit_read_by", "limit_product", "standing", "comparable", "why_not", "detail", "record_ids",
    "q25", "q75", "probability", "counted",
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


@made_once
def reported_frame(evidence: Evidence) -> pd.DataFrame:
    """The reported rows of the volumes frame, latest year first; the same columns."""
    return framed(reported_rows(evidence), COLUMNS, KINDS)


def headline_row(volumes: pd.DataFrame, evidence: Evidence) -> pd.Series | None:
    """The row of the claim that the case names as its headline, else of the latest year's largest volume.

    None without one; also where the named claim is withheld, for no other claim takes its place unasked.
    """
    rows = zip(volumes["series"].tolist(), volumes["claim_ids"].tolist(), strict=True)
    wanted = [
        place
        for place, (series, claim_ids) in enumerate(rows)
        if series == "reported" and is_wanted(claim_ids, evidence)
    ]
    return volumes.iloc[wanted[0]] if wanted else None


def row_key(row: pd.Series | None) -> str:
    """What tells one row of a volumes frame from the others; empty without a row."""
    return "" if row is None else f"{row['series']} {' '.join(row['claim_ids'])}"


def is_wanted(claim_ids: Collection[str], evidence: Evidence) -> bool:
    """True for the first such row if the case names no claim as its headline.

    A rate, a rise or fall, what was notified, and what others than the case's supplier delivered come after all that
    is none of these: nobody would take it for how much there was.
    """
    wanted = evidence.case.subject.headline_claim
    if wanted:
        return wanted in claim_ids
    volumes = [one for one in evidence.claims if one.topic == evidence.case.subject.volume_topic and one.quantity]
    return _is_plain(evidence.claim_by_id[next(iter(claim_ids))], evidence) or not any(
        _is_plain(one, evidence) for one in volumes
    )


def _is_plain(claim: Claim, evidence: Evidence) -> bool:
    quantity = claim.quantity
    whole = quantity is not None and quantity.is_amount and claim.modality != "notified"
    return whole and not _others_deliveries(claim, evidence.headline_limit, evidence)


def reported_rows(evidence: Evidence) -> list[Row]:
    """The same rows before they are a frame."""
    topic = evidence.case.subject.volume_topic
    claims = [claim for claim in evidence.claims if claim.topic == topic and claim.quantity]
    rows = [_row(claim, evidence) for claim in claims if _counts(claim, evidence)]
    return sorted(
        rows, key=lambda row: (row["year"] is pd.NA, 0 if row["year"] is pd.NA else -row["year"], -row["volume"])
    )


def _counts(claim: Claim, evidence: Evidence) -> bool:
    """True for a claim of the newest version of its text, or the headline; never for one number of a text twice."""
    headline = evidence.claim_by_id.get(evidence.case.subject.headline_claim or "")
    newest = evidence.newest_of
    if headline is None or newest[headline.document] != newest[claim.document] or claim.document == headline.document:
        return claim is headline or newest[claim.document] == claim.document
    return newest[claim.document] == claim.document and claim.quantity != headline.quantity


def _row(claim: Claim, evidence: Evidence) -> Row:
    quantity, headline = claim.quantity, evidence.headline_limit
    assert quantity is not None  # chosen by the caller
    outside = headline is not None and is_out_of_scope(claim.product, headline, evidence.limits)
    limit = own_limit(claim, evidence.limits) if outside else headline
    period = period_of(claim.date, measured) if (measured := limit or headline) else None
    covers: Covers | Literal[""] = ""
    if claim.date and period and measured and not measured.is_level:
        covers = claim.covers or covered(claim.date, period)
    why_not = _why_not(claim, limit, period, evidence) or _other_number(claim, limit, covers, evidence)
    against = None if why_not else limit
    if outside and headline and claim.modality not in NOT_DELIVERED:
        counts = "the text counts" if product_by(claim, evidence) == "text" else "a curator counts it as"
        why_not = f"{counts} {claim.product}; the {headline.name} covers {headline.product}"
    return (
        {
            "series": "reported",
            "document": evidence.document_by_id[claim.document].label,
            "whose": " and ".join(claim.suppliers),
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
        | stands(quantity, against, covers, evidence)
        | NOTHING_MORE
    )


def stands(quantity: Quantity, limit: Limit | None, covers: Covers | Literal[""], evidence: Evidence) -> Row:
    """A number, and where it stands to a limit, if to any."""
    return {
        "operator": quantity.operator,
        "volume": quantity.stated,
        "low": quantity.floor,
        "high": quantity.ceiling,
        "unit": quantity.unit,
        "per": quantity.per or "",
        "change": quantity.change or "",
        "limit_id": limit.limit_id if limit else "",
        "limit_volume": limit.value if limit else float("nan"),
        "limit_read_by": limit_read_by(limit, evidence) if limit else "",
        "limit_product": limit.product if limit else "",
        "standing": limit.standing_of(quantity, covers) if limit else "",
    }


def _why_not(claim: Claim, limit: Limit | None, period: tuple[date, date] | None, evidence: Evidence) -> str:
    if limit is None:
        return "the limit is withheld" if evidence.case.subject.headline_limit else "the case names no limit"
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
    if not limit.holds_over(*period):
        return "the limit was not in force over that whole period"
    return ""


def _other_number(claim: Claim, limit: Limit | None, covers: Covers | Literal[""], evidence: Evidence) -> str:
    """Why a number is another than the limit counts: a rise, a rate, others' deliveries; empty if it is not."""
    if claim.change:
        return f"the number says by how much it {TURNED[claim.change]}, not how much it was"
    if claim.per and limit and (claim.per != limit.per or covers != "period"):
        return f"the number is how much a {claim.per}, and nothing is multiplied to the period of the limit"
    return _others_deliveries(claim, limit, evidence)


def _others_deliveries(claim: Claim, limit: Limit | None, evidence: Evidence) -> str:
    """Why the deliveries that a claim says it counts are not those of the limit; empty where it says nothing."""
    supplier, named = evidence.case.subject.supplier, " and ".join(claim.suppliers)
    if not claim.suppliers or claim.suppliers == (supplier,):
        return ""
    if supplier not in claim.suppliers and claim.suppliers != (EVERYBODY,):
        return f"the number counts the deliveries of {named}, not those of {supplier}"
    if limit and limit.joint == "no":
        also = "all suppliers together" if claim.suppliers == (EVERYBODY,) else named
        return f"the number counts the deliveries of {also}, and the {limit.name} holds for {supplier} alone"
    return ""
