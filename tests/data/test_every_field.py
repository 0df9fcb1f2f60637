"""Nothing that a curator writes is lost: every field of every entry changes what is exported, or says here why not."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest

from data.export.codebook import tables
from data.export.sheets import builder
from data.export.source import source_of
from data.models.assumptions import Assumption, NotEstimated, Published
from data.models.case import Case, Flag, Lane, SourceSummary, Subject, Topic, Unit
from data.models.changes import Change
from data.models.conditions import Condition
from data.models.dates import BadEdtf
from data.models.entry import Entry
from data.models.event import Event
from data.models.evidence import Cell, Claim, Document, Evidence, Limit, Origin, Question
from data.models.hypotheses import Hypotheses, Hypothesis, Item, Rating
from data.models.links import Links
from data.models.record import Notification, Sighting, Statement, Vessel
from data.reading.seeds import read_evidence
from tests.conftest import SECOND_CASE

Way = tuple[str, ...]
# Where entries of a kind stand, from the evidence down, and the tables that tell of them.
PLACES: dict[type[Entry], tuple[Way, Way]] = {
    Document: (("documents",), ("documents",)), Claim: (("claims",), ("claims",)), Event: (("events",), ("events",)),
    Question: (("questions",), ("questions", "comparison")), Cell: (("questions", "cells"), ("comparison",)),
    Limit: (("limits",), ("limits",)), Condition: (("conditions",), ("conditions",)),
    Origin: (("origins",), ("origins",)),
    Statement: (("statements",), ("statements",)), Notification: (("notified",), ("notified",)),
    Sighting: (("sightings",), ("sightings",)), Vessel: (("vessels",), ("vessels",)),
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
