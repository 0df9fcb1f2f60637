"""What a claim says in numbers, and who read and who says it, as card, notes and tables have it."""

from collections.abc import Iterable

from components.sentences.against_limit import rate_words, step_words, units, whose_deliveries
from components.sentences.counts import listed
from components.theme import CREDIBILITY_WORDS, counted, quantity, quantity_in_words, read_by
from data.frames.read_twice import COMPARED, differences, read_as
from data.models.dates import in_words
from data.models.evidence import Claim, Evidence
from data.models.quantities import Quantity
from data.models.second_reading import SecondReading
from data.proof.checked import product_by
from data.proof.read_by import read_by as reader_of

MOST_NAMED = 6
# How often a claim was read, by how many readers read it after the first.
TIMES = ("once", "twice", "three times", "four times", "five times")
FIELDS = {
    "kind": "what it is", "modality": "how firmly it is said", "credibility": "credibility", "number": "the number",
}  # fmt: skip
READ_ONCE = "One person has read these words so far, and said what they mean."
READ_AGAIN = "Read again by somebody who did not know the first reading."


def number_of_claim(claim: Claim, evidence: Evidence) -> str:
    """The number with operator, unit and what it counts: "> 1,000 tonnes, of “salt”"; empty without one.

    It says so if a curator read it, or counts it as something that the text does not name.
    """
    given = claim.quantity
    if given is None:
        return ""
    value = f"{step_words(given.change)}{quantity(given.operator, given.stated, given.ceiling)}"
    reader = read_by(reader_of((claim,)))
    what = counted(claim.product, product_by(claim, evidence))
    rate, whose = rate_words(given.per), whose_deliveries(" and ".join(claim.suppliers))
    return f"{value} {units(evidence, given.unit, given.stated)}{rate}{reader}{what}{whose and f', {whose}'}"


def numbers_read_by_curator(claim_ids: Iterable[str], evidence: Evidence) -> str:
    """Which of some claims have a number that a curator read: "Number read by a curator: S01."; empty if none has."""
    known = [evidence.claim_by_id[one] for one in dict.fromkeys(claim_ids) if one in evidence.claim_by_id]
    read = [claim.id for claim in known if reader_of((claim,)) == "curator"]
    if not read:
        return ""
    more = [f"{len(read) - MOST_NAMED:,} more"] if len(read) > MOST_NAMED else []
    word = "Number" if len(read) == 1 else "Numbers"
    return f"{word} read by a curator: {listed([*read[:MOST_NAMED], *more])}."


def times_read(claim: Claim, evidence: Evidence) -> str:
    """How often a claim was read, and whether its readers agree: "Read twice, differ on credibility"."""
    readings = evidence.readings_of(claim.id)
    times = f"Read {TIMES[len(readings)] if len(readings) < len(TIMES) else f'{len(readings) + 1} times'}"
    apart = {field for one in readings for field in differences(claim, one)}
    if not readings or not apart:
        return f"{times}, agree" if readings else times
    return f"{times}, differ on {listed([FIELDS[field] for field in COMPARED if field in apart])}"


def reading_in_words(reading: SecondReading, claim: Claim, evidence: Evidence) -> str:
    """Who read a claim again and when, and what he has otherwise: "curator 2, 3 May 2031: credibility 4, doubtful"."""
    apart = differences(claim, reading)
    who = f"{reading.reader}, {in_words(reading.day.isoformat())}"
    return f"{who}: {'; '.join(field_read(reading, field, evidence) for field in apart) or 'the same'}"


def field_read(reading: Claim | SecondReading, field: str, evidence: Evidence) -> str:
    """What a reading has in one field, in words: "credibility 4, doubtful"; "number more than 26,000 tonnes"."""
    read = read_as(reading, field)
    if isinstance(read, Quantity):
        amount = quantity_in_words(read.operator, read.stated, read.ceiling)
        return f"{amount} {units(evidence, read.unit, read.stated)}"
    if read is None:
        return "no number"
    return f"credibility {read}, {CREDIBILITY_WORDS[read]}" if isinstance(read, int) else read


def read_twice_finding(evidence: Evidence) -> str:
    """How many claims were read a second time, and of how many all readers have the same."""
    read = {one.claim for one in evidence.readings}
    if not read:
        return "No claim has been read a second time"
    apart = {one.claim for one in evidence.readings if differences(evidence.claim_by_id[one.claim], one)}
    same = len(read - apart)
    return f"{len(read):,} of {len(evidence.claims):,} claims read a second time; in {same:,} nothing differs"
