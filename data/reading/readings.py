"""Second readings of a folder: whose claim they read, and whether it still is what they read."""

import json
from hashlib import sha256

from data.files.draft import Draft
from data.models.entry import NUMBER_KEYS
from data.models.evidence import Claim
from data.models.second_reading import FINGERPRINT_DIGITS
from data.reading.checks import CASE, check_names, known_ids

READINGS = "readings.csv"
COLUMNS = ("reading_id", "claim", "fingerprint", "reader", "day", "kind", "modality", "credibility", *NUMBER_KEYS)
READ_TWICE = ("quote", "kind", "modality", "credibility", *NUMBER_KEYS)


def fingerprint_of(claim: Claim) -> str:
    """The fingerprint of a claim's words and of how they were read first: what two readings are compared in."""
    told = json.dumps([getattr(claim, key) for key in READ_TWICE], ensure_ascii=False)
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:FINGERPRINT_DIGITS]


def check_readings(draft: Draft) -> None:
    """Report readings of claims that nobody knows, and two by one reader; those of a changed claim fall away, noted.

    Whoever mends a claim after a second reading may have seen it: then two have no longer read by themselves.
    """
    claims, units = known_ids(draft.claims), known_ids(draft.units)
    for placed in draft.readings.read():
        check_names(draft, draft.readings, placed, "claim", [placed.entry.claim], claims, "a claim")
        check_names(draft, draft.readings, placed, "unit", [placed.entry.unit], units, f"a [[unit]] {CASE}")
    met: dict[tuple[str, str], str] = {}
    for placed in draft.readings.built:
        entry, claim = placed.entry, draft.claims.sound.get(placed.entry.claim)
        first = met.setdefault((entry.claim, entry.reader.casefold().strip()), placed.id)
        if first != placed.id:
            what = f"{entry.reader} has read claim {entry.claim} already, as {first}"
            draft.fault(draft.readings, placed, placed.problem(what, remedy="Keep one of the two rows.", key="reader"))
        elif claim and placed.id in draft.readings and entry.fingerprint != fingerprint_of(claim.entry):
            what = f"claim {entry.claim} has changed since this reading, which counts no longer"
            remedy = "Have it read again (second-reader), or remove the row."
            draft.warnings.append(
                placed.problem(what, entry.fingerprint, fingerprint_of(claim.entry), remedy, "fingerprint")
            )
            draft.readings.drop(placed)
