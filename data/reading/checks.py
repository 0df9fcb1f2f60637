"""Do the entries of a seeds folder fit together: ids, references and descents; `judgements` weighs what they say."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from data.files.draft import Draft, Placed, Shelf, Withheld
from data.files.problems import Problem
from data.files.tables import EntryT
from data.models.case import MOST_LANES
from data.models.origins import circles

CASE = "of case.toml"


def check_ids(draft: Draft) -> None:
    """Report every id that stands twice, and take its entries off the shelf: such an id names nothing for certain."""
    for shelves in draft.name_spaces:
        met: dict[str, list[tuple[str, str]]] = {}
        for shelf in shelves:
            for entry_id, places in shelf.met.items():
                met.setdefault(entry_id, []).extend(places)
        for entry_id, places in met.items():
            if len(places) > 1:
                _take_off(entry_id, places, shelves, draft)


def _take_off(entry_id: str, places: list[tuple[str, str]], shelves: Iterable[Shelf[Any]], draft: Draft) -> None:
    first, *later = places
    for shelf in shelves:
        placed = shelf.sound.pop(entry_id, None)
        if placed and (placed.file, placed.place) == first:
            draft.withheld.append(Withheld(*first, f"the id {entry_id}, which stands twice"))
    for again in later:
        what = f"the id {entry_id} is already taken: {', '.join(first)}"
        remedy = "Give this one an id that was never used; ids are permanent."
        draft.problems.append(Problem(*again, what, remedy=remedy))


def check_references(draft: Draft) -> None:
    """Report every id that names nothing, and take the entries that use it off their shelves."""
    documents, origins, claims = (known_ids(shelf) for shelf in (draft.documents, draft.origins, draft.claims))
    lanes, topics, units, flags = (known_ids(shelf) for shelf in draft.vocabulary)
    parents = None if origins is None or documents is None else origins | documents
    check_key(draft, draft.topics, "lane", lanes, f"a [[lane]] {CASE}")
    check_key(draft, draft.origins, "derived_from", parents, "a row of origins.csv or a document")
    check_key(draft, draft.claims, "topic", topics, f"a [[topic]] {CASE}")
    check_key(draft, draft.claims, "unit", units, f"a [[unit]] {CASE}")
    check_key(draft, draft.claims, "flags", flags, f"a [[flag]] {CASE}")
    check_key(draft, draft.claims, "origin", origins, "a row of origins.csv")
    check_key(draft, draft.claims, "corroborated_by", claims, "a claim")
    check_key(draft, draft.events, "lane", lanes, f"a [[lane]] {CASE}")
    check_key(draft, draft.events, "supports", claims, "a claim")
    check_key(draft, draft.events, "contradicts", claims, "a claim")
    for question in draft.questions.built:
        for number, cell in enumerate(question.entry.cells, 1):
            for key, names, known, wanted in (
                ("document", [cell.document], documents, "a document"),
                ("claims", cell.claims, claims, "a claim"),
                ("nearby", cell.nearby, claims, "a claim"),
            ):
                check_names(draft, draft.questions, question, f"cell.{number}.{key}", names, known, wanted)
        check_names(draft, draft.questions, question, "silent", question.entry.silent, documents, "a document")
    check_key(draft, draft.limits, "unit", units, f"a [[unit]] {CASE}")
    check_key(draft, draft.limits, "claims", claims, "a claim")
    check_key(draft, draft.limits, "records", known_ids(draft.statements), "a row of statements.csv")
    check_key(draft, draft.conditions, "limit_id", known_ids(draft.limits), "a row of limits.csv")
    check_key(draft, draft.conditions, "claims", claims, "a claim")
    check_key(draft, draft.conditions, "records", known_records(draft), "a record of public-record/")


def check_case(draft: Draft) -> None:
    """Report what case.toml names that is not there, and lanes beyond the number that can be told apart."""
    for placed in draft.lanes.built[MOST_LANES:]:
        remedy = "Join lanes: more cannot be told apart."
        draft.refuse(draft.lanes, placed, "", f"there are more than {MOST_LANES} lanes", remedy=remedy)
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
        for name in _unknown(names, known_ids(shelf)):
            remedy = f"Name {wanted}, or mend the id."
            draft.problems.append(draft.case.problem(f"nobody knows {name}", name, wanted, remedy, key))


def check_changes(draft: Draft) -> None:
    """Report states recorded twice in a row, and days that run backwards: the oldest change stands first."""
    before = ""
    last: date | None = None
    for placed in draft.changes.built:
        change = placed.entry
        if change.fingerprint == before:  # a state may come back, but not follow upon itself
            what, remedy = "this state is that of the row above", "Remove one of the rows."
            draft.refuse(draft.changes, placed, "fingerprint", what, remedy=remedy)
        elif last and change.date < last:
            what, remedy = "the day lies before that of the row above", "Put the oldest change first."
            draft.refuse(draft.changes, placed, "date", what, change.date.isoformat(), remedy)
        before = change.fingerprint
        last = max(last or change.date, change.date)


def check_descents(draft: Draft) -> None:
    """Report each circle of descent once, at its first origin; the others of the circle rest on that one."""
    parents = {placed.id: placed.entry.derived_from for placed in draft.origins.sound.values()}
    for circle in circles(parents):
        placed = draft.origins.sound.get(circle[0])
        if placed:
            way = " -> ".join((*circle, circle[0]))
            remedy = "Nobody descends from himself: remove one derived_from of this circle."
            draft.refuse(draft.origins, placed, "derived_from", "the descent runs in a circle", way, remedy)


def check_key(draft: Draft, shelf: Shelf[Any], key: str, known: set[str] | None, wanted: str) -> None:
    """Report each name in a key of the entries of a shelf, whole or partial, that is not a known one."""
    for placed in shelf.read():
        value = getattr(placed.entry, key)
        names = value if isinstance(value, tuple | list) else [value]  # a list in what is left of an unsound row
        check_names(draft, shelf, placed, key, names, known, wanted)


def check_names(
    draft: Draft,
    shelf: Shelf[EntryT],
    placed: Placed[EntryT],
    key: str,
    names: Iterable[str | None] | None,
    known: set[str] | None,
    wanted: str,
) -> None:
    """Report each name in a key of an entry that is not a known one, and take the entry off its shelf."""
    for name in _unknown(names or (), known):
        remedy = f"Name {wanted}, or mend the id."
        draft.fault(shelf, placed, placed.problem(f"nobody knows {name}", name, wanted, remedy, key))


def _unknown(names: Iterable[str | None], known: set[str] | None) -> list[str]:
    # Where a file could not be read, nobody can say which ids there are: then none is called unknown.
    if known is None:
        return []
    return [name for name in dict.fromkeys(names) if name is not None and name not in known]


def known_records(draft: Draft) -> set[str] | None:
    """The ids of the public record, sound or not; None where a file of it could not be read."""
    ids = [known_ids(shelf) for shelf in draft.record]
    return None if None in ids else set().union(*(some for some in ids if some))


def known_ids(shelf: Shelf[Any]) -> set[str] | None:
    """The ids that stand on a shelf, those of unsound entries too; None where nobody can say which there are."""
    return set(shelf.met) if shelf.complete else None
