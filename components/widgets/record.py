"""The public record on its page: how much it holds, the facts in their groups, each group with its CSV."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

import pandas as pd
import streamlit as st

from components import state
from components.letters import capital
from components.sentences.counts import count
from components.sentences.records.record_words import (
    KINDS,
    addresses,
    hedge_of,
    kind_of,
    number_of,
    original_of,
    standing_of,
    suppliers_in_words,
    topic_of,
    vessel_name,
    window_of,
    words_to_search,
)
from components.theme import number
from components.widgets import tables
from components.widgets.cards.cited import Parts, listing, standing_mark
from components.widgets.cards.claims import cited_chip
from components.widgets.filters import RecordChoice
from components.widgets.mounted.markup import Filters, Node, node, show
from data.frames.newest import newest_fact, newest_notification
from data.frames.notified import notified_frame
from data.models.dates import in_words, read_edtf
from data.models.evidence import Evidence
from data.models.record import Notification, Record, Sighting, Statement, Vessel
from data.texts.addresses import site_of
from data.texts.searching import in_one_spelling

MOST_LISTED = 300  # of one group; the CSV holds all
RecordT = TypeVar("RecordT", bound=Record)
Row = tuple[Parts, ...]


def counts_sentence(evidence: Evidence) -> str:
    """How much the record holds, and what it is not: "243 facts from 145 addresses, cited and not quoted"."""
    records = list(evidence.record_by_id.values())
    standings = [standing_of(record) for record in records]
    places = count(len(addresses(records)), "address", "addresses")
    sentence = f"{count(len(records), 'fact')} from {places}. Each is cited, not quoted: the dataset holds who said it "
    sentence += "and under which address, not the text."
    superseded, errors = standings.count("superseded"), standings.count("error")
    if superseded:
        verb = "is" if superseded == 1 else "are"
        sentence += f" {superseded:,} {verb} superseded by a newer print."
    if errors:
        sentence += f" {count(errors, 'error')} of sources {'stays' if errors == 1 else 'stay'} in it, marked."
    copies = sum(bool(original_of(record)) for record in records)
    if copies:
        in_copies = (
            "1 was read in a copy, which names" if copies == 1 else f"{copies:,} were read in copies, which name"
        )
        sentence += f" {in_copies} the original."
    return sentence


def newest_sentence(evidence: Evidence) -> str:
    """How new the record is, and what was looked for and not found."""
    days = {"Newest fact": newest_fact(evidence), "newest notification seen": newest_notification(evidence)}
    days["last looked"] = evidence.case.as_of
    told = "; ".join(f"{name}: {in_words(day.isoformat())}" for name, day in days.items() if day)
    return f"{capital(told)}. {evidence.case.searched}".strip()


def matching(evidence: Evidence, choice: RecordChoice) -> list[Record]:
    """The facts that match every filter given; an empty filter lets all pass."""
    words = in_one_spelling(choice.words.strip())
    return [
        record
        for record in evidence.record_by_id.values()
        if (not choice.topics or topic_of(record, evidence) in choice.topics)
        and (not choice.kinds or kind_of(record) in choice.kinds)
        and (not choice.standings or standing_of(record) in choice.standings)
        and (not words or words in words_to_search(record, evidence))
    ]


def show_records(records: Sequence[Record], evidence: Evidence, choice: RecordChoice) -> None:
    """Facts in four parts, statements by topic and notifications by year; a filtered list stands open."""
    for show_part in (_show_statements, _show_notified, _show_sightings, _show_vessels):
        show_part(records, evidence, choice)


def _show_statements(records: Sequence[Record], evidence: Evidence, choice: RecordChoice) -> None:
    statements = _only(Statement, records)
    groups = _grouped(statements, lambda record: record.topic)
    by_topic = {topic.title: groups[topic.id] for topic in evidence.case.topics if topic.id in groups}
    table = _Table(("Fact", "Number", "When", "Who says so"), lambda one: _statement_row(one, evidence))
    _part("Statements", by_topic, table, evidence, choice, lambda: frame_of(statements))


def _show_notified(records: Sequence[Record], evidence: Evidence, choice: RecordChoice) -> None:
    notified = sorted(_only(Notification, records), key=_first_day)
    by_year = _grouped(notified, lambda record: _first_day(record)[:4])
    table = _Table(("Suppliers", "Period", "Number", "Standing"), lambda one: _notification_row(one, evidence))
    ids = [record.record_id for record in notified]
    _part("Notified by states", by_year, table, evidence, choice, lambda: notified_of(ids, evidence))


def _show_sightings(records: Sequence[Record], evidence: Evidence, choice: RecordChoice) -> None:
    sightings = sorted(_only(Sighting, records), key=_first_day)
    table = _Table(("Vessel", "Place", "When", "Seen by", "Who says so"), lambda one: _sighting_row(one, evidence))
    _part("Vessels seen", {"Sightings": sightings}, table, evidence, choice, lambda: frame_of(sightings))


def _show_vessels(records: Sequence[Record], evidence: Evidence, choice: RecordChoice) -> None:
    vessels = _only(Vessel, records)
    table = _Table(("Name", "IMO number", "Deadweight", "Sanctions listing", "Who says so"), _vessel_row)
    _part("Vessels", {"Vessels": vessels}, table, evidence, choice, lambda: frame_of(vessels))


class _Table(NamedTuple):
    """How the facts of a part are laid out: its column heads, and the cells of one row."""

    heads: tuple[str, ...]
    row: Callable[..., Row]


def _part(
    title: str,
    groups: Mapping[str, Sequence[Record]],
    table: _Table,
    evidence: Evidence,
    choice: RecordChoice,
    export: Callable[[], pd.DataFrame],
) -> None:
    """One part of the record with its CSV; the first of its groups stands open where there is room."""
    if not any(groups.values()):
        return
    st.header(title, anchor=False)
    kept, room = choice.in_address(), state.width() != "narrow"
    listed = state.made(f"record {title}", f"{choice} {room}", lambda: _groups(groups, table, evidence, kept, room))
    show(*listed, key=f"record {title}")
    tables.download(export, f"public record {title.casefold()}")


def _groups(
    groups: Mapping[str, Sequence[Record]], table: _Table, evidence: Evidence, kept: Filters, room: bool
) -> list[Node]:
    parts = []
    for place, (name, records) in enumerate(groups.items()):
        summary = node("summary", node("strong", name), node("span", f" {count(len(records), 'fact')}", cls="quiet"))
        listed = _table(name, records, table, evidence, kept)
        opened = "open" if kept or (room and place == 0) else ""
        parts.append(node("details", summary, listed, cls="group", open=opened))
    return parts


def _table(name: str, records: Sequence[Record], table: _Table, evidence: Evidence, kept: Filters) -> Node:
    heads = [node("th", head, scope="col", role="columnheader") for head in (*table.heads, "Record")]
    rows = [_row(record, table, evidence, kept) for record in records[:MOST_LISTED]]
    listed = node(
        "table",
        node("thead", node("tr", *heads, role="row"), role="rowgroup"),
        node("tbody", *rows, role="rowgroup"),
        cls=f"records columns-{len(heads)}",
        role="table",
        aria_label=f"{name}: cited facts",
    )
    if len(records) <= MOST_LISTED:
        return listed
    return node("div", listed, node("p", f"The first {MOST_LISTED} are listed, all are in the CSV.", cls="quiet"))


def _row(record: Record, table: _Table, evidence: Evidence, kept: Filters) -> Node:
    cells = [
        node("td", *parts, role="cell", data_head=head)
        for head, parts in zip(table.heads, table.row(record), strict=True)
    ]
    chip = node("td", cited_chip(record.record_id, evidence, **kept), role="cell", data_head="Record")
    return node("tr", *cells, chip, role="row", cls=standing_of(record))


def _statement_row(statement: Statement, evidence: Evidence) -> Row:
    mark = standing_mark(statement, evidence)
    fact: Parts = [*mark, " " if mark else "", statement.statement]
    if statement.kind != "statement":
        fact.append(node("small", f" {KINDS[statement.kind]}"))
    if hedge := hedge_of(statement):
        fact.append(node("small", f" The source’s own words: {hedge}", cls="quiet"))
    told: Parts = [statement.said_by]
    if original_of(statement):
        told.append(node("small", f" Read in a copy at {site_of(statement.address)}", cls="quiet"))
    return fact, [number_of(statement, evidence)], [window_of(statement)], told


def _notification_row(notification: Notification, evidence: Evidence) -> Row:
    standing = standing_mark(notification, evidence) or ["● Used"]
    return (
        [suppliers_in_words(notification)],
        [window_of(notification)],
        [number_of(notification, evidence)],
        standing,
    )


def _sighting_row(sighting: Sighting, evidence: Evidence) -> Row:
    mark = standing_mark(sighting, evidence)
    vessel: Parts = [*mark, " " if mark else "", vessel_name(sighting, evidence)]
    return vessel, [sighting.place], [window_of(sighting)], [sighting.seen_by], [sighting.said_by]


def _vessel_row(vessel: Vessel) -> Row:
    deadweight = f"{number(vessel.dwt)} tonnes" if vessel.dwt is not None else ""
    imo = f"{vessel.imo}, check digit proven" if vessel.imo else "not known"
    return [vessel.name], [imo], [deadweight], [listing(vessel)], [vessel.said_by]


def frame_of(records: Sequence[Record]) -> pd.DataFrame:
    """Facts of one kind as they stand in their file, for the CSV."""
    return pd.DataFrame([record.model_dump() for record in records])


def notified_of(record_ids: Sequence[str], evidence: Evidence) -> pd.DataFrame:
    """Some notifications with their numbers in the limit's unit, for the CSV."""
    frame = notified_frame(evidence)
    return frame[frame["record_id"].isin(record_ids)]


def _only(kind: type[RecordT], records: Iterable[Record]) -> list[RecordT]:
    return [record for record in records if isinstance(record, kind)]


def _grouped(records: Iterable[RecordT], name_of: Callable[[RecordT], str]) -> dict[str, list[RecordT]]:
    groups: dict[str, list[RecordT]] = {}
    for record in records:
        groups.setdefault(name_of(record), []).append(record)
    return groups


def _first_day(record: Notification | Sighting) -> str:
    return str(read_edtf(record.date).earliest or "")


def no_record(evidence: Evidence) -> tuple[str, str]:
    """Reason and remedy of a page without a fact."""
    if not evidence.complete:
        return "No sound fact of the public record can be shown.", "The problems of the seeds folder say what to mend."
    return "This case has no public record.", "Add one under public-record/ in the seeds folder; FORMAT.md says how."


def open_text(behind: str) -> None:
    """Put a text clicked in the origin graph into the address, if it is one of the record."""
    kind, _, text_id = behind.partition(":")
    if kind == "record":
        state.set_parameter("record", text_id)
