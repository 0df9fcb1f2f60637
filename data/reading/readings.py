"""Second readings of a folder: which claim or cited row they read, and whether it still is what they read."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from data.files.draft import Draft, Shelf
from data.models.entry import NUMBER_KEYS
from data.models.evidence import Claim
from data.models.record import Record, Statement
from data.models.second_reading import FINGERPRINT_DIGITS
from data.reading.checks import CASE, check_key, known_ids

READINGS = "readings.csv"
COLUMNS = ("reading_id", "claim", "fingerprint", "reader", "day", "kind", "modality", "credibility", *NUMBER_KEYS)
RECORD_READINGS = "record-readings.csv"
RECORD_COLUMNS = ("reading_id", "record", "fingerprint", "reader", "day", *NUMBER_KEYS)
READ_TWICE = ("quote", "kind", "modality", "credibility", *NUMBER_KEYS)


def fingerprint_of(claim: Claim) -> str:
    """The fingerprint of a claim's words and of how they were read first: what two readings are compared in."""
    return _fingerprint([getattr(claim, key) for key in READ_TWICE])


def fingerprint_of_record(record: Record) -> str:
    """The fingerprint of the words of a cited row, or of what they are about, and of the number read first."""
    words = record.statement if isinstance(record, Statement) else getattr(record, "suppliers", ())
    told = [words, getattr(record, "date", None), record.address, *(getattr(record, key, None) for key in NUMBER_KEYS)]
    return _fingerprint(told)


def _fingerprint(told: list[object]) -> str:
    written = json.dumps(told, ensure_ascii=False)
    return sha256(written.encode("utf-8", "surrogatepass")).hexdigest()[:FINGERPRINT_DIGITS]


def check_readings(draft: Draft) -> None:
    """Report readings of what nobody knows, and two by one reader; those of what has changed fall away, noted.

    Whoever mends an entry after a second reading may have seen it: then two have no longer read by themselves.
    """
    claims, units = known_ids(draft.claims), known_ids(draft.units)
    check_key(draft, draft.readings, "claim", claims, "a claim")
    check_key(draft, draft.readings, "unit", units, f"a [[unit]] {CASE}")
    said, filed = known_ids(draft.statements), known_ids(draft.notified)
    rows = None if said is None or filed is None else said | filed
    check_key(draft, draft.record_readings, "record", rows, "a row of statements.csv or notified.csv")
    check_key(draft, draft.record_readings, "unit", units, f"a [[unit]] {CASE}")
    _hold_against(draft, draft.readings, "claim", {one.id: fingerprint_of(one) for one in draft.claims.entries()})
    records: tuple[Record, ...] = (*draft.statements.entries(), *draft.notified.entries())
    now = {one.record_id: fingerprint_of_record(one) for one in records}
    _hold_against(draft, draft.record_readings, "record", now)


def _hold_against(draft: Draft, shelf: Shelf[Any], key: str, now: Mapping[str, str]) -> None:
    """Readings of a claim or a record, by the fingerprints that these have now."""
    met: dict[tuple[str, str], str] = {}
    for placed in shelf.built:
        entry, read = placed.entry, getattr(placed.entry, key)
        first = met.setdefault((read, entry.reader.casefold().strip()), placed.id)
        if first != placed.id:
            what = f"{entry.reader} has read {key} {read} already, as {first}"
            draft.refuse(shelf, placed, "reader", what, remedy="Keep one of the two rows.")
        elif read in now and placed.id in shelf and entry.fingerprint != now[read]:
            what = f"{key} {read} has changed since this reading, which counts no longer"
            remedy = "Have it read again (second-reader), or remove the row."
            draft.warnings.append(placed.problem(what, entry.fingerprint, now[read], remedy, "fingerprint"))
            shelf.drop(placed)
