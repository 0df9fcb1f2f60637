"""Every field of every entry stands in FORMAT.md, and changes what is exported or says here why not."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest

from data.export.codebook import tables
from data.export.sheets import builder
from data.export.source import source_of
from data.models.assumptions import Assumption, Assumptions, Committee, LoadCase, NotEstimated, Published
from data.models.case import Case, Flag, Lane, SourceSummary, Subject, Topic, Unit
from data.models.changes import Change
from data.models.conditions import Condition
from data.models.dates import BadEdtf
from data.models.entry import Entry
from data.models.event import Event
from data.models.evidence import Cell, Claim, Document, Evidence, Origin, Question
from data.models.hypotheses import Hypotheses, Hypothesis, Item, Rating
from data.models.limits import Limit
from data.models.links import Links
from data.models.record import Notification, Sighting, Statement, Vessel
from data.models.second_reading import RecordReading, SecondReading
from data.reading.seeds import SEEDS, read_evidence
from tests.cases.second_case import SECOND_CASE

Way = tuple[str, ...]
# Where entries of a kind stand, from the evidence down, and the tables that tell of them.
PLACES: dict[type[Entry], tuple[Way, Way]] = {
    Document: (("documents",), ("documents",)), Claim: (("claims",), ("claims",)), Event: (("events",), ("events",)),
    Question: (("questions",), ("questions", "comparison")), Cell: (("questions", "cells"), ("comparison",)),
    Limit: (("limits",), ("limits",)), Condition: (("conditions",), ("conditions",)),
    Origin: (("origins",), ("origins",)),
    Statement: (("statements",), ("statements",)), Notification: (("notified",), ("notified",)),
    Sighting: (("sightings",), ("sightings",)), Vessel: (("vessels",), ("vessels",)),
    SecondReading: (("readings",), ("readings",)), RecordReading: (("record_readings",), ("record_readings",)),
    Change: (("changes",), ("changes",)), Case: (("case",), ("case", "lanes", "topics", "units", "flags")),
    Subject: (("case", "subject"), ("case",)), SourceSummary: (("case", "source_summary"), ("case",)),
    Lane: (("case", "lanes"), ("lanes",)), Topic: (("case", "topics"), ("topics",)),
    Unit: (("case", "units"), ("units",)), Flag: (("case", "flags"), ("flags",)),
    Assumption: (("assumptions", "assumptions"), ("assumptions",)),
    Published: (("assumptions", "published"), ("published_arithmetic",)),
    Hypotheses: (("hypotheses",), ("case", "hypotheses", "ratings")),
    Hypothesis: (("hypotheses", "hypotheses"), ("hypotheses",)), Item: (("hypotheses", "items"), ("ratings",)),
    Rating: (("hypotheses", "items", "ratings"), ("ratings",)),
}  # fmt: skip
NOT_IN_TABLES = {
    (Case, "format"): "says how the folder is read, and only 1 is read",
    (Rating, "hypothesis"): "tells where the rating stands, and no hypothesis may be without one",
}
MARK = "written by a curator alone"
# Values that a field may take where no other entry of the cases has another one.
VALUES: tuple[Any, ...] = (
    MARK, date(1999, 9, 9), "1999-09", "04-02", 77.0, 7, True, False, (MARK,), (),
    Subject(supplier=MARK, recipient=MARK, deliveries=MARK, volume_topic="volume"), SourceSummary(text=MARK, claims=()),
)  # fmt: skip
IMPOSSIBLE = (KeyError, ValueError, TypeError, StopIteration, AttributeError, BadEdtf)
FIELDS = [(model, name) for model in PLACES for name in model.model_fields]


@cache
def case_with(model: type[Entry]) -> Evidence:
    """The second case, or the project's own where that has no such entry."""
    second = read_evidence(SECOND_CASE)
    return second if any(True for _ in entries(second, PLACES[model][0])) else read_evidence()


def entries(holder: Any, way: Way) -> Iterator[Entry]:
    """All entries at the end of a way."""
    held = getattr(holder, way[0])
    for one in held if isinstance(held, tuple) else [held] * (held is not None):
        yield from entries(one, way[1:]) if way[1:] else [one]


def changed(holder: Any, way: Way, name: str, place: int, value: object) -> Any:
    """The evidence, or what it holds, with one field of the entry at a place changed."""
    if not way:
        return with_field(holder, name, value)
    held = getattr(holder, way[0])
    if isinstance(held, tuple):
        many = [sum(1 for _ in entries(one, way[1:])) if way[1:] else 1 for one in held]
        first = next(i for i in range(len(held)) if sum(many[: i + 1]) > place)
        put: Any = list(held)
        put[first] = changed(held[first], way[1:], name, place - sum(many[:first]), value)
        put = tuple(put)
    else:
        put = changed(held, way[1:], name, place, value)
    return replace(holder, **{way[0]: put}) if isinstance(holder, Evidence) else with_field(holder, way[0], put)


def with_field(entry: Entry, name: str, value: object) -> Entry:
    """The entry with another value, whatever its contract says, and nothing that it remembers of the old one."""
    return entry.model_construct(**{one: getattr(entry, one) for one in type(entry).model_fields} | {name: value})


def exported(evidence: Evidence, names: Way) -> list[str]:
    """The cells of some tables, column by column, without the links and the version of the data."""
    source = source_of(evidence, NotEstimated("Not reckoned here", "Nothing to do."), Links("https://example.invalid"))
    told = [table for table in tables() if table.name in names]
    rows = {table.name: [row | {"data_version": ""} for row in builder(table.name)(source)] for table in told}
    return [
        str(cells)
        for table in told
        for column, cells in zip(table.columns, table.values(rows[table.name]), strict=True)
        if column.name != "record_link"
    ]


def in_tables(model: type[Entry], name: str) -> bool:
    """True if some change of the field, in one entry or another, changes a table of its kind."""
    evidence, (way, names) = case_with(model), PLACES[model]
    before, met = exported(evidence, names), [getattr(entry, name) for entry in entries(evidence, way)]
    for place, was in enumerate(met):
        for value in (*VALUES, *met):
            if value == was:
                continue
            try:
                if exported(changed(evidence, way, name, place, value), names) != before:
                    return True
            except IMPOSSIBLE:  # this kind of value cannot stand there
                continue
    return False


@pytest.mark.parametrize(("model", "name"), FIELDS, ids=[f"{model.__name__}.{name}" for model, name in FIELDS])
def test_a_field_that_a_curator_writes_is_exported_or_says_why_not(model: type[Entry], name: str) -> None:
    assert in_tables(model, name) is ((model, name) not in NOT_IN_TABLES)


FORMAT = (SEEDS / "FORMAT.md").read_text(encoding="utf-8")
RECORD = ("public-record/", r"^- .*")
# The heading in FORMAT.md under which the keys of a model stand, and which lines of it tell of them: rows of a table,
# of which the first cell counts, unless the whole of it is prose.
CONTRACT: dict[type[Entry], tuple[tuple[str, str], ...]] = {
    Case: (("case.toml", r"^\| `[^|\n]*"),), Subject: (("case.toml", r"`\[subject\] [^|\n]*"),),
    SourceSummary: (("case.toml", r"`\[source_summary\] [^|\n]*"),), Lane: (("case.toml", r"`\[\[lane\]\] [^|\n]*"),),
    Topic: (("case.toml", r"`\[\[topic\]\] [^|\n]*"),), Unit: (("case.toml", r"`\[\[unit\]\] [^|\n]*"),),
    Flag: (("case.toml", r"`\[\[flag\]\] [^|\n]*"),),
    Document: (("documents/&lt;document-id&gt;/evidence.toml", r"^`\[document\]`[\s\S]*(?=^`\[\[claim)"),),
    Claim: (("documents/&lt;document-id&gt;/evidence.toml", r"^`\[\[claim\]\]`[\s\S]*"),),
    Event: (("events.csv", r"[\s\S]*"),), Question: (("questions.toml", r"[\s\S]*"),),
    Cell: (("questions.toml", r"`\[\[question\.cell\]\]`[\s\S]*?(?=^\| )"),), Limit: (("limits.csv", r"[\s\S]*"),),
    Condition: (("conditions.csv (optional)", r"[\s\S]*"),), Origin: (("origins.csv", r"[\s\S]*"),),
    SecondReading: (("readings.csv (optional)", r"^\| `[^|\n]*"),),
    RecordReading: (("record-readings.csv (optional)", r"^\| `[^|\n]*"),),
    Change: (("changes.csv (optional)", r"[\s\S]*"),), Statement: (RECORD, ("statements.csv", r"[\s\S]*")),
    Notification: (RECORD, ("notified.csv", r"[\s\S]*")), Sighting: (RECORD, ("sightings.csv", r"[\s\S]*")),
    Vessel: (RECORD, ("vessels.csv", r"[\s\S]*")),
    Assumptions: (("assumptions.toml", r"^\| `[^|\n]*"),),
    Assumption: (("assumptions.toml", r"^\| key of an assumption[\s\S]*"),),
    Committee: (("assumptions.toml", r"^\| `\[committee\].*"),),
    LoadCase: (("assumptions.toml", r"^\| `\[\[load_case\]\].*"),),
    Published: (("assumptions.toml", r"^\| `\[\[published\]\].*"),),
    Hypotheses: (("hypotheses.toml (optional)", r"^\| `[^|\n]*"),),
    Hypothesis: (("hypotheses.toml (optional)", r"`\[\[hypothesis\]\] [^|\n]*"),),
    Item: (("hypotheses.toml (optional)", r"`\[\[item\]\] [^|\n]*"),),
    Rating: (("hypotheses.toml (optional)", r"`\{ hypothesis = .*"),),
}  # fmt: skip
# What the folder of a document gives: its name, and the text in it.
FROM_THE_FOLDER = {Document: {"id", "text"}, Claim: {"document"}}


def keys_told(model: type[Entry]) -> set[str]:
    """The words in code type where FORMAT.md tells of a model; of a table the first cells, where it has one."""
    told = ""
    for heading, lines in CONTRACT[model]:
        (section,) = re.findall(rf"^##+ {re.escape(heading)}\n([\s\S]*?)(?=^##|\Z)", FORMAT, re.MULTILINE)
        part = "\n".join(re.findall(lines, section, re.MULTILINE))
        first = re.findall(r"^\| (`[^|\n]*)\|", part, re.MULTILINE) if "|---" in part and model is not Question else []
        told += "\n".join(first) or part
    if model in (Case, Hypotheses):  # `[subject] supplier`: the first word alone is theirs
        told = re.sub(r"(\]) [^`]*`", r"\1`", told)
    return {word for span in re.findall(r"`([^`]*)`?", told) for word in re.findall(r"\w+", span)}


@pytest.mark.parametrize("model", CONTRACT, ids=lambda model: model.__name__)
def test_every_key_stands_in_the_contract_of_its_file(model: type[Entry]) -> None:
    written = {key.alias or name for name, key in model.model_fields.items()}
    assert written - keys_told(model) == FROM_THE_FOLDER.get(model, set())


def kinds(model: type[Entry]) -> Iterator[type[Entry]]:
    """All kinds of entries below one that are written themselves."""
    for kind in model.__subclasses__():
        yield from kinds(kind) if kind.__subclasses__() else [kind]


def test_no_kind_of_entry_is_forgotten_here() -> None:
    assert set(kinds(Entry)) == CONTRACT.keys()
