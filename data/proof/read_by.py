"""Who read a number out of a text: a machine, or a curator where no machine can; and which words repeat it."""

from collections.abc import Iterable
from typing import Literal

from data.models.evidence import Claim, Evidence
from data.models.limits import Limit
from data.numbers.folding import folded
from data.proof.wording import read_in
from data.texts.measures import measures_of

Reader = Literal["machine", "curator", ""]
SPOKEN = "en"  # what titles and cells are written in, beside the language of their documents


def read_by(claims: Iterable[Claim]) -> Reader:
    """Who read the numbers of some claims: a curator, if he read any of them; empty where none has a number."""
    claims = tuple(claims)
    if any(claim.value_reason and claim.quantity for claim in claims):
        return "curator"
    return "machine" if any(claim.quantity for claim in claims) else ""


def limit_read_by(limit: Limit, evidence: Evidence) -> Reader:
    """Who read a limit's number in the claims that state it: a curator, unless a machine read it in one of them."""
    readers = {read_by((claim,)) for claim in _known(limit.claims, evidence)}
    return "machine" if "machine" in readers else "curator" if "curator" in readers else ""


def words_read_by(words: str, claim_ids: Iterable[str], evidence: Evidence) -> Reader:
    """Who read the number that a title or a cell repeats from its claims; empty where it repeats none of a curator's.

    Of a number that a machine has read nothing need be said, so nobody looks for it in the words.
    """
    claims = [claim for claim in _known(claim_ids, evidence) if claim.value_reason and claim.quantity]
    return "curator" if any(_repeats(words, claim, evidence) for claim in claims) else ""


def _known(claim_ids: Iterable[str], evidence: Evidence) -> list[Claim]:
    return [evidence.claim_by_id[one] for one in claim_ids if one in evidence.claim_by_id]


def _repeats(words: str, claim: Claim, evidence: Evidence) -> bool:
    if folded(claim.value_words).text in folded(words).text:
        return True
    language = evidence.document_by_id[claim.document].language
    measures = measures_of(evidence.case.units, language)
    ends = {claim.value, claim.low, claim.high} - {None}
    return any({one.low, one.high} & ends for one in read_in(words, (SPOKEN, language), measures))
