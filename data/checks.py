"""Do the entries of a seeds folder fit together: ids, references and descents; data.judgements weighs what they say."""

from collections.abc import Iterable
from typing import Any

from data.case import MOST_LANES
from data.draft import Draft, Placed, Shelf, Withheld
from data.origins import circles
from data.problems import Problem
from data.tables import EntryT

CASE = "of case.toml"


def check_ids(draft: Draft) -> None:
    """Report every id that stands twice, and take its entries off the shelf: such an id names nothing for certain."""
    for shelf in draft.shelves:
        for entry_id, places in shelf.met.items():
            if len(places) == 1:
                continue
            (file, place), *later = places
            placed = shelf.sound.pop(entry_id, None)
            if placed and (placed.file, placed.place) == (file, place):
                draft.withheld.append(Withheld(file, place, f"the id {entry_id}, which stands twice"))
            for again in later:
                what = f"the id {entry_id} is already taken: {file}, {place}"
                remedy = "Give this one an id that was never used; ids are permanent."
                draft.problems.append(Problem(*again, what, remedy=remedy))


def check_references(draft: Draft) -> None:
    """Report every id that names nothing, and take the entries that use it off their shelves."""
    documents = _known(draft.documents)
    origins = _known(draft.origins)
    parents = None if origins is None or documents is None else origins | documents
    for topic in draft.topics.read():
        _check(draft, draft.topics, topic, "lane", [topic.entry.lane], _known(draft.lanes), f"a [[lane]] {CASE}")
    for origin in draft.origins.read():
        names = origin.entry.derived_from
        _check(draft, draft.origins, origin, "derived_from", names, parents, "a row of origins.csv or a document")
    claims = _known(draft.claims)
    _check_claims(draft, claims, origins)
    for event in draft.events.read():
        _check(draft, draft.events, event, "lane", [event.entry.lane], _known(draft.lanes), f"a [[lane]] {CASE}")
        _check(draft, draft.events, event, "supports", event.entry.supports, claims, "a claim")
        _check(draft, draft.events, event, "contradicts", event.entry.contradicts, claims, "a claim")
    for question in draft.questions.built:
        for number, cell in enumerate(question.entry.cells, 1):
            _check(
                draft, draft.questions, question, f"cell.{number}.document", [cell.document], documents, "a document"
            )
            _check(draft, draft.questions, question, f"cell.{number}.claims", cell.claims, claims, "a claim")
            _check(draft, draft.questions, question, f"cell.{number}.nearby", cell.nearby, claims, "a claim")
    for limit in draft.limits.read():
        _check(draft, draft.limits, limit, "unit", [limit.entry.unit], _known(draft.units), f"a [[unit]] {CASE}")
        _check(draft, draft.limits, limit, "claims", limit.entry.claims, claims, "a claim")


def check_case(draft: Draft) -> None:
    """Report what case.toml names that is not there, and lanes beyond the number that can be told apart."""
    for placed in draft.lanes.built[MOST_LANES:]:
        remedy = "Join lanes: more cannot be told apart."
        problem = placed.problem(f"there are more than {MOST_LANES} lanes", remedy=remedy)
        draft.fault(draft.lanes, placed, problem)
    if draft.case is None:
        return
    subject, summary = draft.case.entry.subject, draft.case.entry.source_summary
    named: list[tuple[str, Shelf[Any], Iterable[str | None], str]] = [
        ("subject.volume_topic", draft.topics, [subject.volume_topic], "a [[topic]] of this file"),
        ("subject.headline_claim", draft.claims, [subject.headline_claim], "a claim"),
        ("subject.headline_limit", draft.limits, [subject.headline_limit], "a row of limits.csv"),
        ("source_summary.claims", draft.claims, summary.claims, "a claim"),
    ]
    for key, shelf, names, wanted in named:
        for name in _unknown(names, _known(shelf)):
            remedy = f"Name {wanted}, or mend the id."
            draft.problems.append(draft.case.problem(f"nobody knows {name}", name, wanted, remedy, key))


def check_descents(draft: Draft) -> None:
    """Report each circle of descent once, at its first origin; the others of the circle rest on that one."""
    parents = {placed.id: placed.entry.derived_from for placed in draft.origins.sound.values()}
    for circle in circles(parents):
        placed = draft.origins.sound.get(circle[0])
        if placed:
            way = " -> ".join((*circle, circle[0]))
            remedy = "Nobody descends from himself: remove one derived_from of this circle."
            problem = placed.problem("the descent runs in a circle", way, remedy=remedy, key="derived_from")
            draft.fault(draft.origins, placed, problem)


def _check_claims(draft: Draft, claims: set[str] | None, origins: set[str] | None) -> None:
    topics, units, flags = (_known(shelf) for shelf in (draft.topics, draft.units, draft.flags))
    for claim in draft.claims.read():
        entry = claim.entry
        _check(draft, draft.claims, claim, "topic", [entry.topic], topics, f"a [[topic]] {CASE}")
        _check(draft, draft.claims, claim, "unit", [entry.unit], units, f"a [[unit]] {CASE}")
        _check(draft, draft.claims, claim, "flags", entry.flags, flags, f"a [[flag]] {CASE}")
        _check(draft, draft.claims, claim, "origin", [entry.origin], origins, "a row of origins.csv")
        _check(draft, draft.claims, claim, "corroborated_by", entry.corroborated_by, claims, "a claim")


def _check(
    draft: Draft,
    shelf: Shelf[EntryT],
    placed: Placed[EntryT],
    key: str,
    names: Iterable[str | None] | None,
    known: set[str] | None,
    wanted: str,
) -> None:
    for name in _unknown(names or (), known):
        remedy = f"Name {wanted}, or mend the id."
        draft.fault(shelf, placed, placed.problem(f"nobody knows {name}", name, wanted, remedy, key))


def _unknown(names: Iterable[str | None], known: set[str] | None) -> list[str]:
    # Where a file could not be read, nobody can say which ids there are: then none is called unknown.
    if known is None:
        return []
    return [name for name in dict.fromkeys(names) if name is not None and name not in known]


def _known(shelf: Shelf[Any]) -> set[str] | None:
    return set(shelf.met) if shelf.complete else None
