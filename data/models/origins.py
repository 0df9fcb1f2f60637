"""Who stands behind whom: from a claim down to the origins that nobody stands behind."""

from collections.abc import Iterable, Iterator, Mapping

from data.models.evidence import Claim, Evidence, Origin


def circles(parents: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, ...]]:
    """The circles of descent, as the ids along them, each beginning with its alphabetically first.

    Of circles that share a step only some may be given; without any of those given there may be further ones.
    """
    done: set[str] = set()
    for root in parents:
        path = {} if root in done else {root: iter(parents[root])}
        while path:
            node = next(reversed(path))
            child = next(path[node], None)
            if child is None:
                del path[node]
                done.add(node)
            elif child in path:
                way = list(path)
                circle = way[way.index(child) :]
                first = circle.index(min(circle))
                yield (*circle[first:], *circle[:first])
            elif child not in done and child in parents:
                path[child] = iter(parents[child])


def origin_of(claim: Claim, evidence: Evidence) -> Origin | None:
    """The origin a claim names, or the one its document as a whole descends from; None if neither is known."""
    return evidence.origin_by_id.get(claim.origin or claim.document)


def name_of(origin_id: str, evidence: Evidence) -> str:
    """The name of an origin, or the title of a document in which a descent ends; the id itself of neither."""
    origin, document = evidence.origin_by_id.get(origin_id), evidence.document_by_id.get(origin_id)
    return origin.name if origin else document.title if document else origin_id


def roots_of(claim: Claim, evidence: Evidence) -> frozenset[str]:
    """Ids of the last known origins behind a claim; empty if its origin is not known."""
    origin = origin_of(claim, evidence)
    return roots_of_origin(origin.origin_id, evidence) if origin else frozenset()


def descent_of(claim: Claim, evidence: Evidence) -> tuple[Origin, ...]:
    """The origins behind a claim, nearest first, each once."""
    origin = origin_of(claim, evidence)
    return chain_of(origin.origin_id, evidence) if origin else ()


def chain_of(origin_id: str, evidence: Evidence) -> tuple[Origin, ...]:
    """An origin and those behind it, nearest first, each once."""
    chain: dict[str, Origin] = {}
    pending = [evidence.origin_by_id.get(origin_id)]
    while pending:
        origin = pending.pop(0)
        if origin and origin.origin_id not in chain:
            chain[origin.origin_id] = origin
            pending.extend(evidence.origin_by_id.get(parent) for parent in origin.derived_from)
    return tuple(chain.values())


def descent_is_inferred(claim: Claim, evidence: Evidence) -> bool:
    """True if a step between a claim and the last origins behind it is a curator's inference."""
    return any(origin.basis == "inferred" for origin in descent_of(claim, evidence))


def independent_origins(claims: Iterable[Claim], evidence: Evidence) -> frozenset[str]:
    """Ids of the known last origins behind some claims; claims without a known origin add nothing."""
    roots = [(claim.document, roots_of(claim, evidence)) for claim in claims]
    # Who only retells a document adds nothing to the origins that the document itself has.
    retold = {document for document, behind in roots if behind - {document}}
    return frozenset(root for _, behind in roots for root in behind) - retold


def are_independent(one: Claim, other: Claim, evidence: Evidence) -> bool:
    """True if both have a known origin, no origin stands behind both, and neither retells the other's document."""
    first, second = roots_of(one, evidence), roots_of(other, evidence)
    if not first or not second or first & second:
        return False
    if evidence.newest(one.document) == evidence.newest(other.document):  # a text does not confirm itself
        return False
    return other.document not in _behind(one, evidence) and one.document not in _behind(other, evidence)


def _behind(claim: Claim, evidence: Evidence) -> set[str]:
    return {parent for origin in descent_of(claim, evidence) for parent in origin.derived_from}


def roots_of_origin(origin_id: str, evidence: Evidence) -> frozenset[str]:
    """Ids of the last known origins behind an origin; itself if nobody stands behind it."""
    found: set[str] = set()
    pending, seen = [origin_id], set[str]()
    while pending:
        current = pending.pop()
        if current in seen:
            continue
        seen.add(current)
        origin = evidence.origin_by_id.get(current)
        if origin and origin.derived_from:
            pending.extend(origin.derived_from)
        elif origin is None or origin.kind != "unnamed":  # two texts may mean the same unnamed experts
            found.add(current)
    return frozenset(found)
