"""A newer version of a stored text -> a document of its own, with the claims that stand in it as they stood.

What goes on naming claims of the older one is told, with those it loses; nothing is renamed.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import NamedTuple

from data.files.problems import shown
from data.intake.adding import placed
from data.intake.ids import CLAIM_ID, claim_ids_in, free_label, next_claim_id
from data.intake.reanchor import Moved, reanchored
from data.intake.received import Received
from data.intake.stale import SUMMARY
from data.intake.steps import StepRefused
from data.intake.working_copy import WorkingCopy
from data.intake.writing import NotWritten, table_added
from data.models.changes import CHANGES
from data.models.evidence import Document, Evidence
from data.texts.dated import dates_in

TAKEN_OVER = ("title", "form", "language", "publisher", "reliability", "reliability_reason", "assessed_on")
SHORTLY = 300  # characters
# What becomes of a claim that is not taken over, as a sentence ends.
ENDS = {"other marks": "has other marks in the newer text", "changed": "is changed there", "gone": "is gone there"}
GIVEN_ANEW = ("id", "document", "start", "end", "prefix", "suffix")


class NewerText(NamedTuple):
    """The new document, what became of each claim of the older one, and the new ids by the old ones."""

    document: Document
    moved: tuple[Moved, ...]
    ids: Mapping[str, str]


def newer_version(received: Received, seeds: Path, document_id: str) -> tuple[NewerText, Path]:
    """Put a newer version of a document (its id or label) into a seeds folder, and take over what may be unasked.

    Gives what was written, and its folder. Raises StepRefused, with the problems, and OSError where it cannot be
    written.
    """
    copy = WorkingCopy(seeds)
    made = add_newer_version(copy, received, document_id)
    folder = f"documents/{made.document.id}"
    return made, placed(copy.folder / folder, seeds / folder)


def add_newer_version(copy: WorkingCopy, received: Received, document_id: str) -> NewerText:
    """Bring a newer version of a document (its id or label) into a draft, and take over what may be unasked.

    The older one stays as it is. Raises StepRefused.
    """
    evidence = copy.evidence
    old = next((one for one in evidence.documents if document_id in (one.id, one.label)), None)
    if old is None:
        copy.refuse("documents", f"there is no sound document {shown(document_id)}", "Give its id or its label.")
    if (newest := evidence.newest_of[old.id]) != old.id:
        copy.refuse("documents", f"{newest} is a newer version of {old.id}", f"Give the text as one of {newest}.")
    if same := next((one for one in evidence.documents if one.text == received.text), None):
        what = f"this is the text of document {same.label}, character for character"
        copy.refuse("documents", what, "There is nothing to bring in: go on with that document.")
    new_id = copy.free_document_id(old.id)
    kept = {key: getattr(old, key) for key in TAKEN_OVER}
    label = free_label([document.label for document in evidence.documents])
    copy.add_document(received, new_id, {**kept, "label": label, "supersedes": old.id})
    moved = reanchored(old, evidence.claims_of(old.id), copy.evidence.document_by_id[new_id].text)
    moved = tuple(_with_its_day(one, old) for one in moved)
    met = {*evidence.claim_by_id, *copy.given, *claim_ids_in((copy.content(CHANGES) or b"").decode("utf-8", "replace"))}
    ids = _ids([one.claim.id for one in moved if one.unasked], label, met)
    try:
        _take_over(copy, new_id, moved, ids)
    except (StepRefused, NotWritten):
        copy.undo()  # not the text without its claims
        raise
    copy.given.update(ids.values())
    return NewerText(copy.evidence.document_by_id[new_id], moved, ids)


def told(made: NewerText, place: Path) -> Iterator[str]:
    """What was written, which claims were taken over, and what has become of the others, a line each."""
    yield f"Written in {shown(str(place))}: document {made.document.label}, which supersedes the older one."
    yield f"Claims taken over: {len(made.ids)} of {len(made.moved)}."
    for one in made.moved:
        if one.unasked:
            yield f"  {one.claim.id} -> {made.ids[one.claim.id]}: {one.verdict}"
    for one in made.moved:
        if not one.unasked:
            differs = f" ({', '.join(one.differs)})" if one.differs else ""
            now = f"; now {shown(one.anchor.quote)} at {one.anchor.start}" if one.anchor else ""
            yield f"  {one.claim.id} not taken over: {one.verdict}{differs}{now}"
    yield "Next: judge the new version in its evidence.toml, and name its claims where those of the older stand."


def _with_its_day(moved: Moved, old: Document) -> Moved:
    """What has become of a claim, if its date may be counted from the day of writing, which is now another one.

    It is counted from a date that the text gives if one with its year stands shortly before its words, or in them.
    """
    claim = moved.claim
    if not moved.unasked or claim.date_basis != "relative":
        return moved
    before = dates_in(old.text[max(0, claim.start - SHORTLY) : claim.end], old.language)
    if any(not one.edtf.startswith("XXXX") for one in before):
        return moved
    return moved._replace(verdict="changed", differs=("the day of writing",))


def _take_over(copy: WorkingCopy, new_id: str, moved: Sequence[Moved], ids: Mapping[str, str]) -> None:
    file = f"documents/{new_id}/evidence.toml"
    content = copy.content(file) or b""
    for one in moved:
        if one.unasked and one.anchor:
            written = one.claim.model_dump(exclude_unset=True, exclude=set(GIVEN_ANEW))
            content = table_added(content, ("claim",), {"id": ids[one.claim.id], **one.anchor._asdict(), **written})
    if ids:
        copy.do(f"{len(ids)} claims taken over", {file: content})


def _ids(old: Sequence[str], label: str, met: AbstractSet[str]) -> dict[str, str]:
    """New ids for claims: the letters of the new label with the old digits, or the next ones where one is taken.

    `met` are those that ever were given.
    """
    front = re.sub("[^A-Z]", "", label) or "C"
    same = {one: f"{front}{found.group(2)}" for one in old if (found := CLAIM_ID.fullmatch(one))}
    if len(set(same.values())) == len(old) and met.isdisjoint(same.values()):
        return same
    ids: dict[str, str] = {}
    for one in old:
        ids[one] = next_claim_id(label, ids.values(), {*met, *ids.values()})
    return ids


class Named(NamedTuple):
    """An entry that names claims: what it is, its file, their ids; `opens` as in data/intake/stale.py."""

    where: str
    file: str
    claims: tuple[str, ...]
    opens: tuple[str, str] = ("", "")


class StillNamed(NamedTuple):
    """An entry that goes on naming claims of the older text: those it loses in the newer one, a sentence on each."""

    where: str
    file: str
    lost: tuple[str, ...]
    to_do: tuple[str, ...]
    opens: tuple[str, str]


def still_named(made: NewerText, evidence: Evidence) -> tuple[StillNamed, ...]:
    """Every entry that names claims of the older text, those that lose one first; nothing is renamed by itself."""
    moved = {one.claim.id: one for one in made.moved}
    found = []
    for entry in _naming(evidence):
        ids = [claim_id for claim_id in entry.claims if claim_id in moved]
        lost = tuple(claim_id for claim_id in ids if claim_id not in made.ids)
        told = []
        for claim_id in ids:
            if claim_id in made.ids:
                told.append(f"{made.ids[claim_id]} says what {claim_id} says: name it instead.")
                continue
            differs = f" ({', '.join(moved[claim_id].differs)})" if moved[claim_id].differs else ""
            end = f"{ENDS[moved[claim_id].verdict]}{differs}"
            told.append(f"{claim_id} {end}: see whether this still holds; claim the newer words, or word it anew.")
        if ids:
            found.append(StillNamed(entry.where, entry.file, lost, tuple(told), entry.opens))
    return tuple(sorted(found, key=lambda one: not one.lost))


def told_of(named: tuple[StillNamed, ...]) -> Iterator[str]:
    """The same, a line each: where and in which file, and what to do below it."""
    if named:
        yield "These go on naming claims of the older text; nothing was renamed:"
    for one in named:
        yield f"  {one.where} ({one.file}){', which loses ' + ', '.join(one.lost) if one.lost else ''}"
        yield from (f"    {sentence}" for sentence in one.to_do)


def _naming(evidence: Evidence) -> Iterator[Named]:
    case = evidence.case
    yield Named("Source summary", "case.toml", case.source_summary.claims, SUMMARY)
    headline = case.subject.headline_claim
    yield Named("The number of the headline", "case.toml", (headline,) if headline else ())
    for event in evidence.events:
        yield Named(f"Event “{event.title}”", "events.csv", event.claim_ids, ("event", event.event_id))
    for question in evidence.questions:
        yield Named(f"Question “{question.title}”", "questions.toml", question.claim_ids, ("question", question.id))
    for limit in evidence.limits:
        yield Named(f"Limit “{limit.name}”", "limits.csv", limit.claims)
    for condition in evidence.conditions:
        yield Named(f"Condition “{condition.title}”", "conditions.csv", condition.claims)
    if evidence.assumptions:
        yield Named("The trips of the estimate", "assumptions.toml", evidence.assumptions.claim_ids)
    for item in evidence.hypotheses.items if evidence.hypotheses else ():
        yield Named(f"Item “{item.title}” of the hypotheses", "hypotheses.toml", item.claims)
    for claim in evidence.claims:
        file = f"documents/{claim.document}/evidence.toml"
        yield Named(f"What confirms claim {claim.id}", file, claim.corroborated_by)
