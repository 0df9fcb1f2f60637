"""Versions of a text: which supersedes which, and what still names the claims of an older one."""

from collections.abc import Iterable, Iterator
from typing import Any

from data.files.draft import Draft, Placed
from data.models.origins import circles
from data.reading.checks import check_key, known_ids


def check_versions(draft: Draft) -> None:
    """Report what a document cannot be a newer version of: an unknown one, one that has a newer version, or itself."""
    known, newer = known_ids(draft.documents), dict[str, str]()
    check_key(draft, draft.documents, "supersedes", known, "a document")
    for placed in draft.documents.built:
        if older := placed.entry.supersedes:
            if first := newer.get(older):
                what, remedy = f"{first} is the newer version of {older} already", f"Name {first}, if it is older."
                draft.refuse(draft.documents, placed, "supersedes", what, older, remedy)
            newer.setdefault(older, placed.id)
    for circle in circles({older: (placed,) for older, placed in newer.items()}):
        if one := draft.documents.sound.get(circle[0]):
            what, remedy = "no text is a newer version of itself", "Remove one supersedes of this circle."
            way = " -> ".join((*circle, circle[0]))
            draft.refuse(draft.documents, one, "supersedes", what, way, remedy)


def warn_of_older_versions(draft: Draft) -> None:
    """Warn of whatever names claims of a text that has a newer version: a curator names those of the newer instead."""
    newer = {one.entry.supersedes: one.id for one in draft.documents.sound.values() if one.entry.supersedes}
    of_older = {one.id: one.entry.document for one in draft.claims.sound.values() if one.entry.document in newer}
    for placed, key, names in _naming(draft) if of_older else ():
        for document in dict.fromkeys(of_older[name] for name in names if name in of_older):
            named = ", ".join(name for name in names if of_older.get(name) == document)
            what = f"this names claims of {document}, of which {newer[document]} is a newer version"
            remedy = f"Name the claims of {newer[document]} that say the same, or leave it where the older alone does."
            draft.warnings.append(placed.problem(what, named, remedy=remedy, key=key))


def _naming(draft: Draft) -> Iterator[tuple[Placed[Any], str, Iterable[str]]]:
    """What names claims, with the key and the claims."""
    if draft.case:
        subject, summary = draft.case.entry.subject, draft.case.entry.source_summary
        yield draft.case, "subject.headline_claim", [subject.headline_claim or ""]
        yield draft.case, "source_summary.claims", summary.claims
    for event in draft.events.sound.values():
        yield event, "supports", event.entry.claim_ids
    for question in draft.questions.sound.values():
        yield question, "cell", question.entry.claim_ids
    for shelf in (draft.limits, draft.conditions):
        for one in shelf.sound.values():
            yield one, "claims", one.entry.claims
