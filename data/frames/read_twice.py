"""Claims and cited rows that two people read, each by himself: in what they differ, and how far they agree."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations
from math import nan
from typing import Any, Literal

import pandas as pd

from data.models.evidence import Claim, Evidence
from data.models.quantities import Quantity
from data.models.record import Notification, Statement
from data.models.second_reading import RecordReading, SecondReading

Level = Literal["nominal", "ordinal"]
# In what two readings of a claim are compared, and whether its values stand in an order.
COMPARED: dict[str, Level] = {"kind": "nominal", "modality": "nominal", "credibility": "ordinal", "number": "nominal"}


def read_as(reading: Claim | SecondReading, field: str) -> str | int | Quantity | None:
    """What a reading has in a field of COMPARED; None for no number."""
    if field == "number":  # a second reader is not asked for a rate, nor whether something rose
        return replace(reading.quantity, per=None, change=None) if reading.quantity else None
    found: str | int = getattr(reading, field)
    return found


def differences(claim: Claim, reading: SecondReading) -> tuple[str, ...]:
    """The fields of COMPARED in which a second reading differs from the claim as it was read first."""
    return tuple(field for field in COMPARED if read_as(claim, field) != read_as(reading, field))


def read_twice_frame(evidence: Evidence) -> pd.DataFrame:
    """A row for each second reading: claim_id, document (label), reader, day, differs (tuple of fields), claim_ids."""
    labels = {document.id: document.label for document in evidence.documents}
    claims = [evidence.claim_by_id[one.claim] for one in evidence.readings]
    rows = [
        {
            "claim_id": claim.id,
            "document": labels[claim.document],
            "reader": reading.reader,
            "day": reading.day,
            "differs": differences(claim, reading),
            "claim_ids": (claim.id,),
        }
        for claim, reading in zip(claims, evidence.readings, strict=True)
    ]
    return pd.DataFrame(rows, columns=["claim_id", "document", "reader", "day", "differs", "claim_ids"])


def agreement_frame(evidence: Evidence) -> pd.DataFrame:
    """A row for each field of COMPARED: field, level, claims (read twice), same (of them), alpha (NaN: undefined).

    Of the field number only claims count in which some reader found one: that both found none is no agreement.
    """
    read = [(evidence.claim_by_id[one], list(group)) for one, group in _by_claim(evidence)]
    rows = []
    for field, level in COMPARED.items():
        units = [[read_as(claim, field), *(read_as(one, field) for one in readings)] for claim, readings in read]
        if field == "number":
            units = [unit for unit in units if any(one is not None for one in unit)]
        same = sum(len(set(unit)) == 1 for unit in units)
        rows.append({"field": field, "level": level, "claims": len(units), "same": same, "alpha": alpha(units, level)})
    return pd.DataFrame(rows)


def numbered_records(evidence: Evidence) -> tuple[Statement | Notification, ...]:
    """The rows of the public record that give a number: what somebody said, then what was filed."""
    return (*(one for one in evidence.statements if one.quantity), *evidence.notified)


def rows_read_again(evidence: Evidence) -> tuple[tuple[Statement | Notification, RecordReading], ...]:
    """Every second reading of a cited row behind its row."""
    records: tuple[Statement | Notification, ...] = (*evidence.statements, *evidence.notified)
    rows = {one.record_id: one for one in records}
    return tuple((rows[one.record], one) for one in evidence.record_readings)


def is_read_alike(record: Statement | Notification, reading: RecordReading) -> bool:
    """True if a second reader found the number in the words of a row that stands beside them."""
    return record.quantity == reading.quantity


def alpha(units: Iterable[Sequence[Any]], level: Level) -> float:
    """Krippendorff's alpha of what readers gave for each unit: 1 is full agreement, 0 what chance would give.

    A unit that one reader read counts for nothing. NaN where all values are one, or nothing was read twice: then there
    is no chance to hold it against. `ordinal` takes values in their order, as grades are.
    """
    read = [unit for unit in units if len(unit) > 1]
    many = Counter(value for unit in read for value in unit)
    ordered = sorted(many) if level == "ordinal" else list(many)
    counts = [many[value] for value in ordered]
    apart = {
        (ordered[low], ordered[high]): _distance(counts[low : high + 1], level)
        for low, high in combinations(range(len(ordered)), 2)
    }
    expected = sum(many[one] * many[other] * far for (one, other), far in apart.items())
    if not expected:
        return nan
    observed = 0.0
    for unit in read:
        given = Counter(unit)
        pairs = (far * given[one] * given[other] for (one, other), far in apart.items())
        observed += sum(pairs) / (len(unit) - 1)
    return 1 - (sum(counts) - 1) * observed / expected


def _distance(counts: Sequence[int], level: Level) -> float:
    """How far the first and last of some values stand apart, squared: by whether they differ, or by what lies between.

    `counts` says how often each of them was given, in order.
    """
    return 1.0 if level == "nominal" else (sum(counts) - (counts[0] + counts[-1]) / 2) ** 2


def _by_claim(evidence: Evidence) -> Iterable[tuple[str, list[SecondReading]]]:
    grouped: dict[str, list[SecondReading]] = {}
    for reading in evidence.readings:
        grouped.setdefault(reading.claim, []).append(reading)
    return grouped.items()
