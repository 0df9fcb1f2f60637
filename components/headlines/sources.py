"""The lines under a figure: which claims, which rule, as of when, which version."""

from collections.abc import Iterable

from components.headlines.barrels import limit_rule
from components.theme import day
from data.evidence import Evidence


def source_lines(claim_ids: Iterable[str], evidence: Evidence, with_limit: bool = True) -> tuple[str, ...]:
    """Source line of a figure: documents with their claims; then limit rule, as-of day and dataset version."""
    by_document: dict[str, list[str]] = {}
    for claim_id in dict.fromkeys(claim_ids):
        claim = evidence.claim_by_id.get(claim_id)
        if claim:
            by_document.setdefault(evidence.document_by_id[claim.document].label, []).append(claim_id)
    cited = "; ".join(f"Document {label} [{', '.join(ids)}]" for label, ids in sorted(by_document.items()))
    limit = evidence.headline_limit
    parts = [f"As of {day(evidence.case.as_of)}", f"dataset {evidence.case.version}"]
    if evidence.fingerprint:
        parts.append(evidence.fingerprint[:8])
    if with_limit and limit:
        parts.append(limit_rule(limit))
    return (f"Sources: {cited}." if cited else "Sources: none.", " · ".join(parts))


def carriage(evidence: Evidence) -> str:
    """Who delivers to whom, and how: "Upper Vale to Lower Vale by barge"."""
    subject = evidence.case.subject
    return f"{subject.supplier} to {subject.recipient} {subject.carriage}".strip()
