"""Evidence -> what is derived from what: figures nobody stated, and who has it from whom."""

from collections.abc import Iterator
from math import isfinite
from typing import Any, Literal

import pandas as pd

from data.estimate.result import SERIES, Estimate
from data.models.evidence import Claim, Evidence
from data.models.origins import name_of
from data.models.quantities import INFINITY, Quantity
from data.proof.read_by import read_by

Bounded = Literal["both sides", "below", "above", "neither side", ""]
COLUMNS = [
    "kind", "subject", "low", "high", "value", "unit", "bounded", "number_read_by", "how", "basis", "reason",
    "claim_ids", "record_ids",
]  # fmt: skip


def derived_frame(evidence: Evidence, headline: pd.Series | None, estimate: Estimate | None = None) -> pd.DataFrame:
    """Everything that is derived, one row each: figures first, then who has it from whom.

    `headline` is the headline's row of a volumes frame, None without one.

    Columns: kind (a trip, times the limit, notified, modelled, origin); subject (what it is of: a record id, a series,
    an origin's name; else empty); value, low, high (the number as it follows, and the least and the most that the words
    allow; NaN for an origin); unit (id; `a trip` counts the volume's unit, a ratio has none); bounded (both sides,
    below, above, neither side; empty for an origin); number_read_by (who read the numbers of its claims: curator, if he
    read any of them, or machine; empty without one, and for an origin); how (in words); basis (stated or inferred; of
    an origin only); reason; claim_ids, record_ids (what it rests on).
    """
    rows = [*_ratios(evidence, headline), *_differences(evidence), *_volumes(estimate), *_descents(evidence)]
    rows = [{"number_read_by": read_by(_claims(row, evidence))} | row for row in rows]
    return pd.DataFrame(rows, columns=COLUMNS).astype(dict.fromkeys(["low", "high", "value"], float))


def ratio(whole: Quantity, part: Quantity) -> tuple[float, float, float]:
    """What one quantity is to another: as stated, the least and the most that the words allow.

    A floor over a floor is bounded on neither side: 0 to infinity.
    """
    least = whole.floor / part.ceiling if part.ceiling > 0 else 0.0
    most = whole.ceiling / part.floor if part.floor > 0 else INFINITY
    return whole.stated / part.stated if part.stated else float("nan"), least, most


def bounded(least: float, most: float) -> Bounded:
    """On which sides a number that can lie between two others is bounded."""
    if least > 0:
        return "both sides" if isfinite(most) else "below"
    return "above" if isfinite(most) else "neither side"


def _ratios(evidence: Evidence, row: pd.Series | None) -> Iterator[dict[str, Any]]:
    claim = evidence.claim_by_id.get(row["claim_ids"][0]) if row is not None and row["claim_ids"] else None
    whole, limit, assumptions = claim.quantity if claim else None, evidence.headline_limit, evidence.assumptions
    if claim is None or whole is None or row is None or not whole.is_amount:
        return
    if limit and limit.value and row["comparable"]:
        numbers, how = ratio(whole, Quantity("=", limit.unit, limit.value)), "reported, divided by the limit"
        yield _figure("times the limit", "", numbers, "", how, (claim.id, *limit.claims), limit.records)
    for trips_id in assumptions.trips_claims if assumptions else ():
        trips = evidence.claim_by_id[trips_id].quantity if trips_id in evidence.claim_by_id else None
        if trips and trips.stated and trips.is_amount:
            how = "reported volume, divided by the reported trips"
            yield _figure("a trip", "", ratio(whole, trips), whole.unit, how, (claim.id, trips_id))


def _differences(evidence: Evidence) -> Iterator[dict[str, Any]]:
    for row in evidence.notified:
        if row.derived_from:
            how = "the first of these, minus the others"
            numbers = (row.value, row.value, row.value)
            yield _figure("notified", row.record_id, numbers, row.unit, how, (), row.derived_from)


def _volumes(estimate: Estimate | None) -> Iterator[dict[str, Any]]:
    if estimate is None:
        return
    records = tuple(dict.fromkeys((*estimate.record_ids, *estimate.inputs.assumptions.record_ids)))
    for series in SERIES:
        total = estimate.totals.to_dict("index")[series]
        numbers = (total["q50"], total["q05"], total["q95"])
        how = f"{estimate.draws:,} runs of the formula"
        yield _figure("modelled", series, numbers, estimate.unit, how, estimate.claim_ids, records) | {"bounded": ""}


def _descents(evidence: Evidence) -> Iterator[dict[str, Any]]:
    claims: dict[str, list[str]] = {}
    for claim in evidence.claims:
        claims.setdefault(claim.origin or claim.document, []).append(claim.id)
    for origin in evidence.origins:
        if origin.derived_from:
            parents = ", ".join(name_of(parent, evidence) for parent in origin.derived_from)
            nothing = dict.fromkeys(("low", "high", "value"), float("nan"))
            words = {"how": f"has it from {parents}", "basis": origin.basis or "", "reason": origin.reason}
            rests_on = {"claim_ids": tuple(claims.get(origin.origin_id, ())), "record_ids": ()}
            told = {"kind": "origin", "subject": origin.name, "unit": "", "bounded": "", "number_read_by": ""}
            yield told | nothing | words | rests_on


def _claims(row: dict[str, Any], evidence: Evidence) -> list[Claim]:
    return [evidence.claim_by_id[one] for one in row["claim_ids"] if one in evidence.claim_by_id]


def _figure(
    kind: str,
    subject: str,
    numbers: tuple[float, float, float],
    unit: str,
    how: str,
    claim_ids: tuple[str, ...],
    record_ids: tuple[str, ...] = (),
) -> dict[str, Any]:
    value, least, most = numbers
    given = {"kind": kind, "subject": subject, "value": value, "low": least, "high": most, "unit": unit}
    words = {"bounded": bounded(least, most), "how": how, "basis": "", "reason": ""}
    return given | words | {"claim_ids": claim_ids, "record_ids": tuple(dict.fromkeys(record_ids))}
