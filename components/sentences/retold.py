"""How many stand behind several numbers: counted by origin, because texts of one origin do not confirm each other."""

import re
from collections.abc import Iterable, Sequence

from components.sentences.counts import count
from data.models.evidence import Claim, Evidence
from data.models.origins import independent_origins, roots_of

IN_BRACKETS = re.compile(r" \((?:both|all \d+|[\d,]+ of [\d,]+|[\d,]+) texts?(?:, \d+ of unknown origin)?\)")


def numbers_of(some: Sequence[str], whole: Sequence[str], evidence: Evidence) -> str:
    """Whose numbers some are, out of a whole, by claim ids: "Numbers from 1 of 2 origins (10 of 14 texts)".

    An origin that is not known counts for none.
    """
    chosen, everybody = _claims(some, evidence), _claims(whole, evidence)
    total = len(independent_origins(everybody, evidence))
    # Without the others, a document and the one that retells it may each stand for an origin.
    known = min(len(independent_origins(chosen, evidence)), total)
    unknown = _texts(claim for claim in chosen if not roots_of(claim, evidence)) if known else 0
    told = f"{_of(_texts(chosen), _texts(everybody))}{f', {unknown} of unknown origin' if unknown else ''}"
    return f"{'A number' if len(some) == 1 else 'Numbers'} {_from(known, total)} ({told})"


def no_number_of(whole: Sequence[str], evidence: Evidence) -> str:
    """The same where none of them is meant: "No number from 2 origins (14 texts)"."""
    claims = _claims(whole, evidence)
    total = len(independent_origins(claims, evidence))
    unknown = _texts(claim for claim in claims if not roots_of(claim, evidence)) if total else 0
    told = f"{count(_texts(claims), 'text')}{f', {unknown} of unknown origin' if unknown else ''}"
    from_whom = "of unknown origin" if not total else "from one origin" if total == 1 else f"from {total} origins"
    return f"No number {from_whom} ({told})"


def without_texts(sentence: str) -> str:
    """The sentence without the texts in brackets, for a title that has no room for them."""
    return IN_BRACKETS.sub("", sentence)


def _from(known: int, total: int) -> str:
    if not known:
        return "of unknown origin"
    if total == 1:
        return "from one origin"
    if known == total:
        return "from both origins" if total == 2 else f"from all {total} origins"
    return f"from {known} of {total} origins"


def _of(some: int, total: int) -> str:
    if some < total:
        return f"{some} of {count(total, 'text')}"
    return count(total, "text") if total == 1 else "both texts" if total == 2 else f"all {total} texts"


def _claims(claim_ids: Sequence[str], evidence: Evidence) -> list[Claim]:
    return [evidence.claim_by_id[claim_id] for claim_id in claim_ids if claim_id in evidence.claim_by_id]


def _texts(claims: Iterable[Claim]) -> int:
    return len({claim.document for claim in claims})
