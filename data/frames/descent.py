"""Evidence -> which texts descend from which last origin: many texts, few origins."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from data.frames.rows import framed
from data.models.evidence import Evidence
from data.models.origins import name_of, origin_of
from data.models.record import Statement

COLUMNS = ["text_id", "text", "kind", "origin_id", "origin", "inferred", "standing"]
KINDS = {"inferred": "bool"}
TELLING = ("statement", "repeat", "source")


def descent_frame(evidence: Evidence, topics: Collection[str] | None = None) -> pd.DataFrame:
    """Which texts descend from which last origin, one row per text and origin; documents first, then records.

    Columns: text_id (a document's label, or a record id); text (title of the document, or who said it); kind (document,
    record); origin_id, origin (name; both empty where the last origin is not known); inferred (bool: no way down to it
    is stated at each step, a curator inferred one); standing (sound or error: a wrong retelling is a retelling too).
    A document counts with its claims on the `topics`, a record if it is a statement, a repeat or a source on one of
    them; what stands at one address is one text, named by its first record. Without `topics`, the topic of volumes and
    those of the claims by which the estimate counts are taken.
    """
    wanted = set(_topics_counted(evidence) if topics is None else topics)
    rows: list[dict[str, Any]] = []
    for document in evidence.current_documents:
        if any(claim.topic in wanted for claim in evidence.claims_of(document.id)):
            roots = _last_origins(_origins_of(document.id, wanted, evidence), wanted, evidence)
            rows += _rows(document.label, document.title, "document", "sound", roots, evidence)
    for first, *others in _by_address(statement for statement in evidence.statements if _tells(statement, wanted)):
        roots = _last_origins([one.origin for one in (first, *others)], wanted, evidence)
        standing = "error" if any(one.standing == "error" for one in (first, *others)) else "sound"
        rows += _rows(first.record_id, first.said_by, "record", standing, roots, evidence)
    return framed(rows, COLUMNS, KINDS)


def _topics_counted(evidence: Evidence) -> Iterator[str]:
    yield evidence.case.subject.volume_topic
    assumptions = evidence.assumptions
    for claim_id in assumptions.trips_claims if assumptions else ():
        if claim := evidence.claim_by_id.get(claim_id):
            yield claim.topic


def _tells(statement: Statement, topics: Collection[str]) -> bool:
    return statement.kind in TELLING and statement.standing != "superseded" and statement.topic in topics


def _by_address(statements: Iterable[Statement]) -> Iterator[list[Statement]]:
    found: dict[str, list[Statement]] = {}
    for statement in statements:
        found.setdefault(statement.address, []).append(statement)
    yield from found.values()


def _rows(
    text_id: str, text: str, kind: str, standing: str, roots: Mapping[str, bool], evidence: Evidence
) -> Iterator[dict[str, Any]]:
    for root, inferred in (roots or {"": False}).items():
        yield {
            "text_id": text_id,
            "text": text,
            "kind": kind,
            "origin_id": root,
            "origin": name_of(root, evidence),
            "inferred": inferred,
            "standing": standing,
        }


def _last_origins(nearest: Iterable[str], topics: Collection[str], evidence: Evidence) -> Mapping[str, bool]:
    """The last known origins below some, each with whether every way down to it has an inferred step."""
    found: dict[str, bool] = {}
    pending = [(node, False) for node in nearest]
    seen = set(pending)
    while pending:
        node, inferred = pending.pop(0)
        steps = {step for step in _steps(node, inferred, topics, evidence) if step != (node, inferred)}
        if not steps and _is_known(node, evidence):
            found[node] = inferred and found.get(node, True)
        pending += sorted(steps - seen)
        seen |= steps
    return found


def _steps(node: str, inferred: bool, topics: Collection[str], evidence: Evidence) -> Iterator[tuple[str, bool]]:
    """One step down: from an origin to those it derives from, from a document to the origins of its claims."""
    origin = evidence.origin_by_id.get(node)
    if origin:
        for parent in origin.derived_from:
            yield parent, inferred or origin.basis == "inferred"
    else:
        for parent in _origins_of(node, topics, evidence):
            yield parent, inferred


def _origins_of(document_id: str, topics: Collection[str], evidence: Evidence) -> list[str]:
    claims = (claim for claim in evidence.claims_of(document_id) if claim.topic in topics)
    origins = (origin_of(claim, evidence) for claim in claims)
    return list(dict.fromkeys(origin.origin_id for origin in origins if origin))


def _is_known(node: str, evidence: Evidence) -> bool:
    # Two texts may mean the same unnamed experts; and descent may end in a document that names nobody.
    origin = evidence.origin_by_id.get(node)
    return origin.kind != "unnamed" if origin else node in evidence.document_by_id
