"""What a claim says in numbers, and who read and who says it, as card, notes and tables have it."""

from collections.abc import Iterable

from components.sentences.barrels import rate_words, step_words, units, whose_deliveries
from components.sentences.counts import listed
from components.theme import counted, quantity, read_by
from data.models.evidence import Claim, Evidence
from data.proof.checked import product_by
from data.proof.read_by import read_by as reader_of

MOST_NAMED = 6


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
