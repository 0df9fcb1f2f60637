"""Evidence -> volumes against the limit: what is reported, notified and modelled, side by side and never summed."""

from collections.abc import Iterator
from datetime import date

import pandas as pd

from data.estimate.result import Estimate
from data.frames.notified import years_notified
from data.frames.reported import COLUMNS, KINDS, NOTHING_MORE, Row, is_wanted, reported_rows, stands
from data.frames.rows import framed, rows_of
from data.models.assumptions import NotEstimated
from data.models.dates import MONTHS
from data.models.evidence import Evidence
from data.models.limits import Limit
from data.models.periods import covered, limit_period
from data.models.quantities import Covers, Quantity

SERIES = ("reported", "notified", "modelled")


def volumes_frame(evidence: Evidence, estimate: Estimate | NotEstimated | None = None) -> pd.DataFrame:
    """Volumes against the case's limit: every reported one, latest year first, then what is notified and modelled.

    One row per claim that gives a number; one per supplier with what is notified for the headline's period of the
    limit; and with an estimate one each for the trips seen and for all.
    Columns: series (reported, notified, modelled); document (label, empty if not reported); whose (whose deliveries it
    counts, "all" for all together; of what is reported empty where the claim does not say); claim_ids (tuple, empty
    only where record_ids is not); year (in which the limit's period begins, NA if the window lies in no single
    period); period_start, period_end; date (EDTF text), date_words; covers (period; part, if what it counts is only a
    part of the period; empty without one); operator; volume (the number as the text gives it; the lower one of a
    range); low, high (the least and the most that the wording allows; inf where it sets no upper bound); unit (id);
    per (for each what: a rate), change (rise or fall: no level), both else empty; number_read_by (who read the number
    out of a text: machine or curator; empty unless reported); product (as worded),
    product_by (whose word that is: text or curator; empty without one, and unless reported); limit_id, limit_volume
    (NaN where none applies), limit_read_by (as number_read_by; empty too where only records state it), limit_product;
    standing (above, within, open;
    a part is never within; empty without a limit); comparable (with the case's limit); why_not (the reason in words);
    detail (empty, the supplier, or which trips: seen or all); record_ids (tuple of cited records); q25, q75 (middle
    half of the runs), probability (share of the runs above the limit), all three NaN unless modelled, where volume is
    the median and low and high are the 5% and 95%; counted (of what is modelled, what the probability
    counts towards the limit: joint, with what else was notified, or alone; else empty).
    A claim whose product counts towards another limit is not comparable; where unit and date fit, its limit, standing
    and period are those of that other one.
    A year without any claim is absent, not zero: silence is not a delivery of nothing. Series are never summed.
    """
    reported = reported_rows(evidence)
    headline = next((row for row in reported if is_wanted(row["claim_ids"], evidence)), None)
    rows = [*reported, *_notified_rows(headline, evidence), *_modelled_rows(estimate, evidence)]
    return framed(rows, COLUMNS, KINDS)


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
            "whose": row["supplier"],
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


def _modelled_rows(estimate: Estimate | NotEstimated | None, evidence: Evidence) -> Iterator[Row]:
    if estimate is None or isinstance(estimate, NotEstimated) or not estimate.inputs.limit:
        return
    limit, inputs = estimate.inputs.limit, estimate.inputs
    period = limit_period(estimate.first, limit)
    for row in rows_of(estimate.totals):
        quantity = Quantity("~", limit.unit, float(row["q50"]))
        date_text = f"{estimate.first}/{estimate.last}"
        yield _against(limit, period, quantity, covered(date_text, period), evidence) | {
            "series": "modelled",
            "whose": evidence.case.subject.supplier,
            "claim_ids": inputs.claim_ids,
            "date": date_text,
            "low": row["q05"],
            "high": row["q95"],
            "q25": row["q25"],
            "q75": row["q75"],
            "probability": row["above_limit"],
            # Where others notified nothing, nothing of theirs is counted.
            "counted": "joint" if estimate.threshold < estimate.limit_volume else "alone",
            "detail": row["series"],
            "record_ids": inputs.record_ids,
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
        | stands(quantity, limit, covers, evidence)
    )
