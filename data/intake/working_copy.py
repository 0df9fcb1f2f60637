"""A private copy of a seeds folder in which a draft grows step by step; the folder itself is not touched."""

import hashlib
import os
import re
import shutil
import tempfile
import weakref
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

import tomli

from data.files.key_words import keys_in_words
from data.files.problems import shown
from data.files.zipped import zipped
from data.intake.anchor import NoPlace, anchored
from data.intake.ids import claim_ids_in, free_id, next_claim_id
from data.intake.inventory import copied, differing, files_of
from data.intake.received import Received
from data.intake.steps import Steps, one_at_a_time, put
from data.intake.writing import Fields, NotWritten, Place, key_changed, row_added, row_changed, table_added, toml_file
from data.models.case import Unit
from data.models.changes import CHANGES
from data.models.entry import ID_FORM, LONGEST_NAME, NUMBER_KEYS, Entry
from data.models.event import Event
from data.models.evidence import Cell, Claim, Document, Origin, Question
from data.reading.judgements import readings_that_fit

CASE, EVENTS, ORIGINS, QUESTIONS = "case.toml", "events.csv", "origins.csv", "questions.toml"
VERBATIM = frozenset({"quote", "prefix", "suffix", "value_words", "date_words", "product"})  # words of the text
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+")
Write = Callable[[bytes], bytes]  # what a step makes of the bytes of a file; raises NotWritten
GIVEN_TO_CLAIM = frozenset({"id", "document", "quote", "start", "end", "prefix", "suffix"})
GIVEN_TO_DOCUMENT = frozenset({"id", "sha256", "text", "original_sha256", "extractor", "received"})


class WorkingCopy(Steps):
    """A seeds folder that one person works on; `folder` is the copy, which goes when this object goes.

    `base_fingerprint`, `base_files` (SHA-256 by name) and `base_evidence` are those of the folder it was made from.
    Every step raises StepRefused, and changes nothing, if it would bring a problem. Fields are keys of FORMAT.md with
    their values; what only a machine can count (ids, places, neighbours, sums) is given here and never by hand.
    """

    def __init__(self, base: Path) -> None:
        """Copy a folder. Raises OSError where it cannot be read, or is written all the while."""
        self.base = Path(os.path.abspath(base))  # noqa: PTH100 - a folder that is named ".." has a name too
        room = Path(tempfile.mkdtemp(prefix="draft-"))  # for its owner alone
        weakref.finalize(self, shutil.rmtree, room, ignore_errors=True)
        super().__init__(room / (self.base.name or "seeds"))
        self.base_files = copied(self.base, self.folder)
        self.base_fingerprint = self.fingerprint
        self.base_evidence = self.evidence
        self.given: set[str] = set()  # ids that a step of this draft gave, undone or not

    @one_at_a_time
    def changed_files(self) -> dict[str, bytes | None]:
        """The files that differ from those of the base, by name; None for one that is gone."""
        return {name: self.content(name) for name in differing(files_of(self.folder), self.base_files)}

    @one_at_a_time
    def is_saved(self, folder: Path) -> None:
        """Note that the draft stands in a folder now: no step before can be undone, and what comes builds on it."""
        put(self.folder, {CHANGES: (folder / CHANGES).read_bytes()} if (folder / CHANGES).is_file() else {})
        self._done.clear()
        self.base_files, self.base_fingerprint = files_of(self.folder), self.fingerprint

    @one_at_a_time
    def zipped(self) -> bytes:
        """The folder of the draft as a zip."""
        folder = self.folder
        return zipped((f"{folder.name}/{name}", (folder / name).read_bytes()) for name in files_of(folder))

    @one_at_a_time
    def add_document(self, received: Received, document_id: str, fields: Fields) -> None:
        """Keep what was received as a new document; `fields` are the keys of [document] that a person fills."""
        _not_by_hand(fields, GIVEN_TO_DOCUMENT)
        place = f"documents/{document_id}"
        if not re.fullmatch(ID_FORM, document_id, re.ASCII) or len(document_id) > LONGEST_NAME:
            self.refuse("documents", f"{shown(document_id)} is no id", "Use lower-case letters, digits and hyphens.")
        if (self.folder / place).exists():
            self.refuse(place, "there is such a document already", "Give another id.")
        text, original = received.text.encode("utf-8"), f"original.{received.suffix}"
        entry: dict[str, object] = {
            "original_name": received.name,
            "address": received.address,
            **fields,
            "sha256": hashlib.sha256(text).hexdigest(),
            "original_sha256": received.sha256,
            "extractor": received.made_by,
            "received": received.received_at.astimezone().date().isoformat(),
        }
        written = toml_file("document", _in_order(Document, entry))
        changes = {"text.txt": text, original: received.content, "evidence.toml": written}
        words = f"Document {shown(fields.get('title', document_id))} added"
        self.do(words, {f"{place}/{name}": content for name, content in changes.items()})

    @one_at_a_time
    def add_claim(self, document_id: str, start: int, end: int, fields: Fields) -> str:
        """Quote text[start:end] of a document as a new claim; the id it is given."""
        _not_by_hand(fields, GIVEN_TO_CLAIM)
        document = self._document(document_id)
        claim_id = self.next_claim_id(document_id)
        try:
            place = anchored(document.text, start, end)
        except NoPlace as why:
            self.refuse(_evidence_file(document_id), str(why))
        entry = _in_order(Claim, {**fields, "id": claim_id, **place._asdict()})
        self._add_table(f"Claim {claim_id} added", _evidence_file(document_id), ("claim",), entry)
        self.given.add(claim_id)
        return claim_id

    @one_at_a_time
    def change_claim(self, claim_id: str, fields: Fields) -> None:
        """Give a claim other values for some keys; None takes a key out."""
        _not_by_hand(fields, GIVEN_TO_CLAIM)
        claim = self.evidence.claim_by_id.get(claim_id)
        if claim is None:
            self.refuse("documents", f"there is no sound claim {shown(claim_id)}", "Name one of the draft.")
        file = _evidence_file(claim.document)
        place = ("claim", self._number(file, "claim", claim_id))
        self._change(f"Claim {claim_id} changed: {keys_in_words(fields)}", file, _keys({place: fields}))

    @one_at_a_time
    def add_event(self, fields: Fields) -> str:
        """Draw something on the timeline; the id it is given."""
        evidence = self.evidence
        taken = {event.event_id for event in evidence.events} | evidence.record_by_id.keys() | self.given
        event_id = free_id(str(fields.get("title", "")), "event", taken)
        self._add_row(f"Event {shown(fields.get('title', event_id))} added", EVENTS, Event, event_id, fields)
        return event_id

    def change_event(self, event_id: str, fields: Fields) -> None:
        """Give an event other values for some keys; an empty one takes a value out."""
        named = {event.event_id: event.title for event in self.evidence.events}.get(event_id, event_id)
        self._change(f"Event {shown(named)} changed: {keys_in_words(fields)}", EVENTS, _row(Event, event_id, fields))

    @one_at_a_time
    def add_origin(self, fields: Fields, document_id: str = "") -> str:
        """Add somebody who stands behind statements, or say from whom a whole document has it; the id it is given."""
        evidence = self.evidence
        taken = evidence.origin_by_id.keys() | evidence.document_by_id.keys() | self.given
        origin_id = document_id or free_id(str(fields.get("name", "")), "origin", taken)
        self._add_row(f"Origin {shown(fields.get('name', origin_id))} added", ORIGINS, Origin, origin_id, fields)
        return origin_id

    def change_origin(self, origin_id: str, fields: Fields) -> None:
        """Give an origin other values for some keys; an empty one takes a value out."""
        origin = self.evidence.origin_by_id.get(origin_id)
        words = f"Origin {shown(origin.name if origin else origin_id)} changed: {keys_in_words(fields)}"
        self._change(words, ORIGINS, _row(Origin, origin_id, fields))

    @one_at_a_time
    def add_unit(self, one: str, many: str, words: Sequence[str] = ()) -> str:
        """Count in another unit, by what one and several are called and other words for it; the id it is given."""
        unit_id = free_id(one, "unit", {unit.id for unit in self.evidence.case.units} | self.given)
        entry = _in_order(Unit, {"id": unit_id, "one": one, "many": many, "words": words})
        self._add_table(f"Unit {shown(one)} added", CASE, ("unit",), entry)
        self.given.add(unit_id)
        return unit_id

    @one_at_a_time
    def new_question(self, fields: Fields, cells: Sequence[Fields]) -> str:
        """Ask a new question, with the answer of one document at least; the id it is given."""
        taken = {question.id for question in self.evidence.questions} | self.given
        question_id = free_id(str(fields.get("title", "")), "question", taken)
        answers = [_in_order(Cell, cell) for cell in cells]
        entry = _in_order(Question, {"figure": False, **fields, "id": question_id, "cell": answers})
        words = f"Question {shown(fields.get('title', question_id))} added"
        self._add_table(words, QUESTIONS, ("question",), entry)
        self.given.add(question_id)
        return question_id

    @one_at_a_time
    def add_cell(self, question_id: str, cell: Fields, question: Fields | None = None) -> None:
        """Say what a document answers to a question, or what it answers now; it is not called silent any more.

        `cell` has document, claims, nearby and words; `question` gives the question other values for some keys, such
        as the reading that now holds, in the same step.
        """
        place = ("question", self._number(QUESTIONS, "question", question_id))
        raw, document_id = self._raw(QUESTIONS)["question"][place[1]], cell.get("document")
        keys = {"silent": [one for one in raw.get("silent", ()) if one != document_id], **(question or {})}
        cells = [one["document"] for one in raw["cell"]]

        def write(content: bytes) -> bytes:
            content = _with_keys(content, place, keys)
            if document_id not in cells:
                return table_added(content, (*place, "cell"), _in_order(Cell, cell))
            now = {key: cell.get(key) for key in ("claims", "nearby", "words")}
            return _with_keys(content, (*place, "cell", cells.index(document_id)), now)

        words = f"Answer of document {self._label(document_id)} to {shown(raw.get('title', question_id))} added"
        self.do(words, {QUESTIONS: self._written(QUESTIONS, write)})

    def readings_that_fit(self, question_id: str, cell: Fields) -> tuple[str, ...]:
        """The readings that a question may have once a document's answer is as `cell` says, before it is added."""
        question = next((one for one in self.evidence.questions if one.id == question_id), None)
        if question is None:
            self.refuse(QUESTIONS, f"there is no sound question {shown(question_id)}", "Name one of the draft.")
        others = [one for one in question.cells if one.document != cell.get("document")]
        answered = question.model_copy(update={"cells": (*others, Cell.model_validate(dict(cell)))})
        return readings_that_fit(answered, self.evidence)

    @one_at_a_time
    def change_question(self, question_id: str, fields: Fields, answers: Mapping[str, str] | None = None) -> None:
        """Give a question other values for some keys, such as `silent`; None takes a key out.

        `answers` has other words for the answers of documents, by their ids.
        """
        place = ("question", self._number(QUESTIONS, "question", question_id))
        raw = self._raw(QUESTIONS)["question"][place[1]]
        cells = [one["document"] for one in raw["cell"]]
        changes: dict[Place, Fields] = {place: fields}
        for document_id, words in (answers or {}).items():
            changes[(*place, "cell", cells.index(document_id))] = {"words": words}
        named = keys_in_words([*fields, *(f"the answer of document {self._label(one)}" for one in answers or ())])
        self._change(f"Question {shown(raw.get('title', question_id))} changed: {named}", QUESTIONS, _keys(changes))

    @one_at_a_time
    def change_summary(self, text: str, claims: Sequence[str]) -> None:
        """Write the source summary anew, with the claims it rests on."""
        self._change("Source summary changed", CASE, _keys({("source_summary",): {"text": text, "claims": claims}}))

    def next_claim_id(self, document_id: str) -> str:
        """The id that the next claim of a document gets: none that ever was one, in a change or an undone step too."""
        document = self._document(document_id)
        met = {str(claim.get("id")) for one in self.evidence.documents for claim in self._claims_written(one.id)}
        met |= self.given | claim_ids_in((self.content(CHANGES) or b"").decode("utf-8", "replace"))
        return next_claim_id(document.label, [claim.id for claim in self.evidence.claims_of(document_id)], met)

    def free_document_id(self, title: str) -> str:
        """An id that a new document may have, after its title."""
        return free_id(title, "document", {path.name for path in (self.folder / "documents").iterdir()})

    def _label(self, document_id: object) -> object:
        """The letter of a document, by which its claims are named."""
        found = self.evidence.document_by_id.get(str(document_id))
        return found.label if found else document_id

    def _document(self, document_id: str) -> Document:
        found = self.evidence.document_by_id.get(document_id)
        if found is None:
            self.refuse("documents", f"there is no sound document {shown(document_id)}", "Name one of the draft.")
        return found

    def _add_table(self, words: str, file: str, place: Place, entry: Fields) -> None:
        self.do(words, {file: self._written(file, lambda content: table_added(content, place, entry))})

    def _add_row(self, words: str, file: str, model: type[Entry], entry_id: str, fields: Fields) -> None:
        row = _in_order(model, {**fields, model.id_key: entry_id})
        self.do(words, {file: self._written(file, lambda content: row_added(content, row))})
        self.given.add(entry_id)

    @one_at_a_time
    def _change(self, words: str, file: str, write: Write) -> None:
        """Take a step only where it changes something."""
        content = self._written(file, write)
        if content != self.content(file):
            self.do(words, {file: content})

    def _written(self, file: str, write: Write) -> bytes:
        """The bytes of a file as a step leaves them. Raises StepRefused where nothing can be written into it."""
        try:
            return write(self._bytes(file))
        except NotWritten as why:
            self.refuse(file, str(why))

    def _bytes(self, file: str) -> bytes:
        content = self.content(file)
        if content is None:
            self.refuse(file, "the file is missing", "Add it; FORMAT.md says what stands in it.")
        return content

    def _raw(self, file: str) -> dict[str, Any]:
        try:
            return tomli.loads(self._bytes(file).decode("utf-8"))
        except (ValueError, RecursionError):
            self.refuse(file, "the file is not sound TOML", "Mend what the check says of it first.")

    def _claims_written(self, document_id: str) -> list[dict[str, Any]]:
        found = self._raw(_evidence_file(document_id)).get("claim", [])
        return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []

    def _number(self, file: str, word: str, entry_id: str) -> int:
        """Where an entry stands in its file, from 0."""
        written = self._raw(file).get(word, [])
        ids = [one.get("id") for one in written if isinstance(one, dict)] if isinstance(written, list) else []
        if ids.count(entry_id) != 1 or len(ids) != len(written):
            self.refuse(file, f"there is no single {word} {shown(entry_id)}", "Name one of the draft.")
        return ids.index(entry_id)


def _evidence_file(document_id: str) -> str:
    return f"documents/{document_id}/evidence.toml"


def _not_by_hand(fields: Fields, keys: Collection[str]) -> None:
    if given := sorted(fields.keys() & keys):
        raise TypeError(f"not given by hand: {', '.join(given)}")


def _keys(changes: Mapping[Place, Fields]) -> Write:
    """What gives the tables at some places of a file other values for some keys."""

    def write(content: bytes) -> bytes:
        for place, fields in changes.items():
            content = _with_keys(content, place, _clean(fields))
        return content

    return write


def _row(model: type[Entry], entry_id: str, fields: Fields) -> Write:
    """What gives a row of a CSV file other cells."""
    return lambda content: row_changed(content, model.id_key, entry_id, _clean(fields))


def _with_keys(content: bytes, place: Place, fields: Fields) -> bytes:
    for key, value in fields.items():
        content = key_changed(content, place, key, value)
    return content


def _in_order(model: type[Entry], fields: Fields) -> dict[str, object]:
    """The keys of an entry in the order of its model, the number behind the modality; unknown ones last."""
    keys = [field.alias or name for name, field in model.model_fields.items() if name not in NUMBER_KEYS]
    behind = keys.index("modality") + 1 if "modality" in keys else len(keys)
    order = [*keys[:behind], *NUMBER_KEYS, *keys[behind:]]
    given = (*order, *(name for name in fields if name not in order))
    clean = _clean(fields)
    return {key: clean[key] for key in given if key in fields}


def _clean(fields: Fields) -> dict[str, object]:
    """Fields as they are written: the words of a text as they stand, all else without what nobody sees."""
    return {key: value if key in VERBATIM else _plain(value) for key, value in fields.items()}


def _plain(value: object) -> object:
    """A value without what nobody sees and nobody means: control characters, turns of direction, blanks at the ends."""
    if isinstance(value, str):
        return UNSEEN.sub(" ", value).strip()
    return [_plain(one) for one in value] if isinstance(value, list | tuple) else value
