"""Evidence -> its rows by kind and id, each with its fields as text; and the rows put together again."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple, cast

from data.files.tables import cell_of
from data.models.assumptions import Assumptions
from data.models.case import Case
from data.models.entry import Entry
from data.models.evidence import Evidence
from data.models.hypotheses import Hypotheses


class Key(NamedTuple):
    """What names a row: its kind in words, and its id, which is empty where there is one of a kind."""

    kind: str
    id: str = ""

    def __str__(self) -> str:
        return f"{self.kind} {self.id}".rstrip()


Rows = Mapping[Key, Entry]
CASE, SUBJECT, SUMMARY = Key("case"), Key("subject"), Key("source summary")
ESTIMATE, COMMITTEE, HYPOTHESES = Key("estimate"), Key("committee"), Key("hypotheses")
# By kind: the list of some evidence in which its rows stand.
LISTS = {
    "limit": "limits", "claim": "claims", "document": "documents", "origin": "origins", "statement": "statements",
    "notification": "notified", "sighting": "sightings", "vessel": "vessels", "question": "questions",
    "event": "events", "condition": "conditions", "second reading": "readings",
    "second reading of the record": "record_readings",
}  # fmt: skip
OF_CASE = {"lane": "lanes", "topic": "topics", "unit": "units", "flag": "flags"}
OF_ESTIMATE = {"assumption": "assumptions", "load case": "loads", "published figure": "published"}
OF_HYPOTHESES = {"hypothesis": "hypotheses", "item": "items"}
# In this order changed rows are swapped in, one after another.
KINDS = (
    "limit", "claim", "document", "origin", "statement", "notification", "sighting", "vessel", "estimate",
    "assumption", "load case", "published figure", "committee", "subject", "case", "source summary", "lane", "topic",
    "unit", "flag", "question", "event", "condition", "hypotheses", "hypothesis", "item", "second reading",
    "second reading of the record",
)  # fmt: skip
# Fields that are rows of their own.
APART = {*OF_CASE.values(), *OF_ESTIMATE.values(), *OF_HYPOTHESES.values(), "subject", "source_summary", "committee"}
NAMES = ("document", "hypothesis", "id", "label")  # by which a part of a row is called


def rows_of(evidence: Evidence) -> dict[Key, Entry]:
    """Every row of some evidence but those of its record of changes."""
    case = evidence.case
    rows: dict[Key, Entry] = {CASE: _bare(case), SUBJECT: case.subject, SUMMARY: case.source_summary}
    _put(rows, OF_CASE, case)
    _put(rows, LISTS, evidence)
    if evidence.assumptions:
        rows[ESTIMATE] = _bare(evidence.assumptions)
        _put(rows, OF_ESTIMATE, evidence.assumptions)
        rows |= {COMMITTEE: evidence.assumptions.committee} if evidence.assumptions.committee else {}
    if evidence.hypotheses:
        rows[HYPOTHESES] = _bare(evidence.hypotheses)
        _put(rows, OF_HYPOTHESES, evidence.hypotheses)
    return rows


def put_together(rows: Rows, evidence: Evidence) -> Evidence:
    """Some evidence with these rows in the place of its own; nothing is checked anew."""
    of: dict[str, list[Any]] = {}
    for key, entry in rows.items():
        of.setdefault(key.kind, []).append(entry)
    case = _with(rows[CASE], _lists(OF_CASE, of) | {"subject": rows[SUBJECT], "source_summary": rows[SUMMARY]})
    lists = _lists(LISTS, of)
    estimate, hypotheses = rows.get(ESTIMATE), rows.get(HYPOTHESES)
    if estimate:
        estimate = _with(estimate, _lists(OF_ESTIMATE, of) | {"committee": rows.get(COMMITTEE)})
    if hypotheses:
        hypotheses = _with(hypotheses, _lists(OF_HYPOTHESES, of))
    return replace(
        evidence,
        case=cast("Case", case),
        assumptions=cast("Assumptions | None", estimate),
        hypotheses=cast("Hypotheses | None", hypotheses),
        **lists,
    )


def fields_of(entry: Entry) -> dict[str, str]:
    """The fields of a row in words, each with its value as text; what is empty is left out."""
    told = (one for name, value in dict(entry).items() for one in _told(name, value))
    return {name.replace("_", " "): text for name, text in told if text}


def _told(name: str, value: object) -> Iterator[tuple[str, str]]:
    """A field, or the fields of each of its parts: "cells of lake-report, words"."""
    if isinstance(value, tuple) and value and isinstance(value[0], Entry):
        for part in value:
            inner = dict(part)
            named = next(one for one in NAMES if one in inner)
            for key, text in fields_of(part).items():
                if key != named:
                    yield f"{name} of {inner[named]}, {key}", text
    else:
        yield name, cell_of(value)


def _bare(entry: Entry) -> Entry:
    """A row without what of it are rows of their own."""
    return _with(entry, {name: None for name in type(entry).model_fields if name in APART})


def _with(entry: Entry, update: Mapping[str, Any]) -> Entry:
    """A row with other values for some fields, and without what was looked up in the old ones."""
    copy = entry.model_copy(update=update)
    for name in copy.__dict__.keys() - type(copy).model_fields.keys():
        del copy.__dict__[name]
    return copy


def _put(rows: dict[Key, Entry], kinds: Mapping[str, str], holder: object) -> None:
    for kind, name in kinds.items():
        for entry in getattr(holder, name):
            own = str(getattr(entry, entry.id_key if hasattr(entry, entry.id_key) else "label"))
            again = 2
            while Key(kind, own) in rows:  # two figures of one label
                own, again = f"{own.removesuffix(f' ({again - 1})')} ({again})", again + 1
            rows[Key(kind, own)] = entry


def _lists(kinds: Mapping[str, str], of: Mapping[str, list[Any]]) -> dict[str, Any]:
    return {name: tuple(of.get(kind, ())) for kind, name in kinds.items()}
