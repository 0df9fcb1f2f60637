"""Who stands behind whom: from a claim down to the origins that nobody stands behind."""

from collections.abc import Iterable, Mapping

from data.evidence import Claim, Evidence, Origin


def cycles(parents: Mapping[str, Iterable[str]]) -> list[tuple[str, ...]]:
    """Each circle of descent once, as the ids along it, beginning with the alphabetically first."""
    found: dict[tuple[str, ...], None] = {}
    done: set[str] = set()
    for root in parents:
        path: list[str] = []
        stack = [(root, iter(parents.get(root, ())))] if root not in done else []
        if stack:
            path.append(root)
        while stack:
            node, following = stack[-1]
            child = next(following, None)
            if child is None:
                stack.pop()
                path.pop()
                done.add(node)
            elif child in path:
                circle = path[path.index(child) :]
                first = circle.index(min(circle))
                found[tuple(circle[first:] + circle[:first])] = None
            elif child not in done and child in parents:
                stack.append((child, iter(parents[child])))
                path.append(child)
    return list(found)


def origin_of(claim: Claim, evidence: Evidence) -> Origin | None:
    """The origin a claim names, or the one its document as a whole descends from; None if neither is known."""
    return evidence.origin_by_id.get(claim.origin or claim.document)


def roots_of(claim: Claim, evidence: Evidence) -> frozenset[str]:
    """Ids of the last known origins behind a claim; empty if its origin is not known."""
    origin = origin_of(claim, evidence)
    return _roots(origin.origin_id, evidence) if origin else frozenset()


def descent_of(claim: Claim, evidence: Evidence) -> tuple[Origin, ...]:
    """The origins behind a claim, nearest first, each once."""
    chain: dict[str, Origin] = {}
    pending = [origin_of(claim, evidence)]
    while pending:
        origin = pending.pop(0)
        if origin and origin.origin_id not in chain:
            chain[origin.origin_id] = origin
            pending.extend(evidence.origin_by_id.get(parent) for parent in origin.derived_from)
    return tuple(chain.values())


def independent_origins(claims: Iterable[Claim], evidence: Evidence) -> frozenset[str]:
    """Ids of the known last origins behind some claims; claims without a known origin add nothing."""
    return frozenset(root for claim in claims for root in roots_of(claim, evidence))


def are_independent(one: Claim, other: Claim, evidence: Evidence) -> bool:
    """True if both have a known origin and no origin stands behind both."""
    first, second = roots_of(one, evidence), roots_of(other, evidence)
    return bool(first) and bool(second) and not first & second


def _roots(origin_id: str, evidence: Evidence) -> frozenset[str]:
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
        else:
            found.add(current)
    return frozenset(found)
