"""Nothing is shown that rests on something unsound: whatever does is taken off its shelf, and named."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from data.files.draft import Draft, Placed, Shelf, Withheld
from data.models.entry import Entry

# A kind of entry and its id, as it is said: "claim S01".
Node = tuple[str, str]


def withhold_what_rests_on_the_unsound(draft: Draft) -> None:
    """Take every entry off the shelves that rests, directly or through others, on one that is not there."""
    leaning: dict[Node, list[tuple[Shelf[Any], Placed[Any]]]] = defaultdict(list)
    for shelf, placed, nodes in _needs(draft):
        for node in nodes:
            leaning[node].append((shelf, placed))
    shelves = {shelf.word: shelf for shelf in draft.shelves}
    pending = [(word, entry_id) for word, entry_id in leaning if entry_id not in shelves[word]]
    lost: dict[Node, tuple[Shelf[Any], Placed[Any], list[str]]] = {}
    while pending:
        missing = pending.pop()
        for shelf, placed in leaning[missing]:
            node = (shelf.word, placed.id)
            if node not in lost:
                lost[node] = (shelf, placed, [])
                pending.append(node)
            lost[node][2].append(" ".join(missing))
    for shelf, placed, rests_on in lost.values():
        draft.withhold(shelf, placed, rests_on)
    _forget_lost(draft.claims, "corroborated_by", draft.claims)
    # A statement does not rest on the question it answers: it only stands in its row.
    _forget_lost(draft.statements, "questions", draft.questions)
    # An answer does not rest on who is silent: a document that is not shown has no column to be silent in.
    _forget_lost(draft.questions, "silent", draft.documents)


def withhold_summary(draft: Draft) -> None:
    """Note that the source summary is withheld, if a claim it rests on is not there."""
    summary = draft.case.entry.source_summary if draft.case else None
    lost = [claim_id for claim_id in summary.claims if claim_id not in draft.claims] if summary else []
    if draft.case and lost:
        draft.summary_withheld = f"it rests on {', '.join(lost)}"
        rests_on = ", ".join(f"claim {claim_id}" for claim_id in lost)
        draft.withheld.append(Withheld(draft.case.file, "source_summary", rests_on))


def _needs(draft: Draft) -> Iterator[tuple[Shelf[Any], Placed[Any], list[Node]]]:
    """Every sound entry with what it rests on."""
    for topic in draft.topics.sound.values():
        yield draft.topics, topic, [("lane", topic.entry.lane)]
    for origin in draft.origins.sound.values():
        yield draft.origins, origin, [_parent(name, draft) for name in origin.entry.derived_from]
    for claim in draft.claims.sound.values():
        yield draft.claims, claim, _of_claim(claim, draft)
    for event in draft.events.sound.values():
        yield draft.events, event, [("lane", event.entry.lane), *_claims(event.entry.claim_ids)]
    for question in draft.questions.sound.values():
        documents: list[Node] = [("document", cell.document) for cell in question.entry.cells]
        yield draft.questions, question, [*documents, *_claims(question.entry.claim_ids)]
    for limit in draft.limits.sound.values():
        records: list[Node] = [("statement", record_id) for record_id in limit.entry.records]
        yield draft.limits, limit, [("unit", limit.entry.unit), *_claims(limit.entry.claims), *records]
    for condition in draft.conditions.sound.values():
        entry, named = condition.entry, [(_shelf_of(one, draft), one) for one in condition.entry.records]
        yield draft.conditions, condition, [("limit", entry.limit_id), *_claims(entry.claims), *named]
    for shelf in (*draft.record, draft.readings, draft.record_readings):
        for placed in shelf.sound.values():
            yield shelf, placed, list(_of_record(placed.entry, shelf, draft))


def _shelf_of(record_id: str, draft: Draft) -> str:
    """The word of the shelf of the public record on which an id stands."""
    return next((shelf.word for shelf in draft.record if record_id in shelf.met), draft.statements.word)


def _parent(name: str, draft: Draft) -> Node:
    # A document's own row says where the document comes from: without it, descent would end too early.
    if name in draft.documents.met and name not in draft.origins.met:
        return "document", name
    return "origin", name


def _of_claim(placed: Placed[Any], draft: Draft) -> list[Node]:
    claim = placed.entry
    nodes: list[Node] = [("document", claim.document), ("topic", claim.topic)]
    nodes += [("flag", flag) for flag in claim.flags]
    if claim.unit:
        nodes.append(("unit", claim.unit))
    if claim.origin:
        nodes.append(("origin", claim.origin))
    elif claim.document in draft.origins.met:
        nodes.append(("origin", claim.document))
    if claim.credibility == 1:  # a grade that stands on the other claim falls with it
        nodes += _claims(claim.corroborated_by)
    return nodes


def _of_record(entry: Entry, shelf: Shelf[Any], draft: Draft) -> Iterator[Node]:
    words = {"dwt_origin": "origin", "factor_from": "statement", "superseded_by": shelf.word}
    for key in ("topic", "unit", "origin", "dwt_origin", "vessel", "factor_from", "superseded_by", "claim"):
        if named := getattr(entry, key, None):
            yield words.get(key, key), named
    if read := getattr(entry, "record", None):
        yield _shelf_of(read, draft), read
    for named in getattr(entry, "derived_from", ()):
        yield shelf.word, named


def _claims(claim_ids: tuple[str, ...]) -> list[Node]:
    return [("claim", claim_id) for claim_id in claim_ids]


def _forget_lost(shelf: Shelf[Any], key: str, named: Shelf[Any]) -> None:
    """Take out of a key of every entry what it names and is not there; the entry stays."""
    for placed in list(shelf.sound.values()):
        kept = tuple(name for name in getattr(placed.entry, key) if name in named)
        if kept != getattr(placed.entry, key):
            shelf.sound[placed.id] = placed._replace(entry=placed.entry.model_copy(update={key: kept}))
