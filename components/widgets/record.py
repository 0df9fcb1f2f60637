"""The public record on its page: how much it holds, its facts in one table by date, each kind of them as CSV."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

import pandas as pd
import streamlit as st

from components import state
from components.letters import capital
from components.sentences.counts import count
from components.sentences.records.dossier import KINDS as SUBJECTS
from components.sentences.records.listed import EVERY_YEAR, MOST_LISTED, RecordChoice, as_listed, record_values
from components.sentences.records.record_words import (
    KINDS,
    STANDINGS,
    UNDATED,
    addresses,
    hedge_of,
    number_of,
    original_of,
    standing_of,
    suppliers_in_words,
    vessel_name,
    window_of,
    years_of,
)
from components.theme import number
from components.widgets import filters, tables
from components.widgets.cards.cited import Parts, listing, standing_mark
from components.widgets.cards.cited_table import DOSSIER_PAGE, dossier_link, records_table, table_row
from components.widgets.cards.claims import RECORD_PAGE, cited_chip
from components.widgets.mounted.markup import Node, link_within, node, show
from data.frames.dossier import of_name, of_vessel, ports, speakers
from data.frames.newest import newest_fact, newest_notification
from data.frames.notified import notified_frame
from data.models.dates import in_words
from data.models.evidence import Evidence
from data.models.record import Notification, Record, Sighting, Statement, Vessel
from data.texts.addresses import site_of

HEADS = ("When", "Fact", "Number", "Who says so", "Record")
RecordT = TypeVar("RecordT", bound=Record)


def record_filters(evidence: Evidence, first: str) -> RecordChoice:
    """The row of filters above the public record; `first` is the year that is shown while nothing is chosen."""
    allowed, titles = record_values(evidence), {topic.id: topic.title for topic in evidence.case.topics}
    with filters.folded_if_narrow(("words", "year", "topic", "kind", "standing")):
        columns = st.columns([3, 2, 3, 3, 2])
    with columns[0]:
        words = filters.words_typed("Words, names or ids")
    with columns[1]:
        years = list(allowed["year"] or ())
        year = st.selectbox(
            "Year",
            years,
            index=None,
            key="year",
            on_change=state.in_address("year", years, several=False),
            format_func=lambda year: {EVERY_YEAR: "Every year", UNDATED: "No date"}.get(year, year),
            placeholder=f"{first} first" if first else "Every year",
        )
    with columns[2]:
        topics = filters.several("topic", "Topic", list(allowed["topic"] or ()), titles)
    with columns[3]:
        kinds = filters.several("kind", "Kind", list(allowed["kind"] or ()), KINDS)
    with columns[4]:
        words_of = {name: standing.word for name, standing in STANDINGS.items()}
        standings = filters.several("standing", "Standing", list(allowed["standing"] or ()), words_of)
    return RecordChoice(topics, kinds, standings, words, year or "")


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


def show_facts(facts: Sequence[Record], evidence: Evidence, choice: RecordChoice, first: str) -> None:
    """Facts in one table, and each kind of them as CSV.

    While nothing is chosen, the table holds the first few of the year that stands `first`.
    """
    listed, told = as_listed(facts, choice, first), f"{count(len(facts), 'fact')}."
    if len(facts) > MOST_LISTED:
        told = f"The first {MOST_LISTED} of {len(facts):,} facts are listed, all are in the CSV."
    ways: list[Node] = []
    if not choice.in_address() and first:
        of_year = [record for record in facts if first in years_of(record)]
        told = f"{count(len(of_year), 'fact')} of {first}; the first {len(listed)} are listed."
        ways = [link_within(RECORD_PAGE, f"All {len(of_year):,} of {first}", year=first)]
        ways += [link_within(RECORD_PAGE, f"All {len(facts):,} facts", year=EVERY_YEAR)]
    body = state.made("facts listed", str(choice), lambda: _table(listed, evidence, choice))
    items = [node("li", way) for way in [*ways, *_ways_to_dossiers(evidence)]]
    show(node("p", told, cls="quiet"), body, node("ul", *items, cls="legend"), key="facts")
    for column, (title, make) in zip(st.columns(4), _exports(facts, evidence).items(), strict=False):
        with column:
            tables.download(make, f"public record {title.casefold()}", label=f"{title} as CSV")


def _exports(facts: Sequence[Record], evidence: Evidence) -> dict[str, Callable[[], pd.DataFrame]]:
    statements, sightings, vessels = _only(Statement, facts), _only(Sighting, facts), _only(Vessel, facts)
    ids = [record.record_id for record in _only(Notification, facts)]
    makes: dict[str, Callable[[], pd.DataFrame]] = {}
    if statements:
        makes["Statements"] = lambda: frame_of(statements)
    if ids:
        makes["Notified by states"] = lambda: notified_of(ids, evidence)
    if sightings:
        makes["Vessels seen"] = lambda: frame_of(sightings)
    if vessels:
        makes["Vessels"] = lambda: frame_of(vessels)
    return makes


def _ways_to_dossiers(evidence: Evidence) -> list[Node]:
    present = {"vessel": evidence.vessels, "port": evidence.sightings, "speaker": True, "origin": evidence.origins}
    kinds = [kind for kind in present if present[kind]]
    return [link_within(DOSSIER_PAGE, f"All {SUBJECTS[kind].several}", kind=kind) for kind in kinds]


def _table(facts: Sequence[Record], evidence: Evidence, choice: RecordChoice) -> Node:
    said, places = speakers(evidence), ports(evidence)
    rows = []
    for record in facts:
        told: Parts = [dossier_link(of_name("speaker", record.said_by, said), record.said_by)]
        if original_of(record):
            told.append(node("small", f" Read in a copy at {site_of(record.address)}", cls="quiet"))
        chip = cited_chip(record.record_id, evidence, **choice.in_address())
        cells: list[Parts] = [[window_of(record)], _fact(record, places, evidence), [number_of(record, evidence)], told]
        rows.append(table_row(HEADS, [*cells, [chip]], standing_of(record)))
    return records_table(HEADS, rows, "Cited facts, in order of date")


def _fact(record: Record, places: Mapping[str, str], evidence: Evidence) -> Parts:
    mark = standing_mark(record, evidence)
    parts: Parts = [*mark, " "] if mark else []
    if isinstance(record, Statement):
        parts.append(record.statement)
        if record.kind != "statement":
            parts.append(node("small", f" {KINDS[record.kind]}"))
        if hedge := hedge_of(record):
            parts.append(node("small", f" The source’s own words: {hedge}", cls="quiet"))
        return parts
    if isinstance(record, Notification):
        return [*parts, f"Notified: {suppliers_in_words(record)}"]
    if isinstance(record, Sighting):
        vessel, name = evidence.record_by_id.get(record.vessel or ""), vessel_name(record, evidence)
        seen = dossier_link(of_vessel(vessel), name) if isinstance(vessel, Vessel) else name
        at = dossier_link(of_name("port", record.place, places), record.place)
        return [*parts, seen, " at ", at, node("small", f" {record.seen_by}", cls="quiet")]
    size = f"; {number(record.dwt)} tonnes deadweight" if record.dwt is not None else ""
    imo = f"IMO {record.imo}, check digit proven" if record.imo else "IMO number not known"
    return [
        dossier_link(of_vessel(record), record.name),
        node("small", f" {imo}{size}; {listing(record)}", cls="quiet"),
    ]


def frame_of(records: Sequence[Record]) -> pd.DataFrame:
    """Facts of one kind as they stand in their file, for the CSV."""
    return pd.DataFrame([record.model_dump() for record in records])


def notified_of(record_ids: Sequence[str], evidence: Evidence) -> pd.DataFrame:
    """Some notifications with their numbers in the limit's unit, for the CSV."""
    frame = notified_frame(evidence)
    return frame[frame["record_id"].isin(record_ids)]


def _only(kind: type[RecordT], records: Iterable[Record]) -> list[RecordT]:
    return [record for record in records if isinstance(record, kind)]


def no_record(evidence: Evidence) -> tuple[str, str]:
    """Reason and remedy of a page without a fact."""
    if not evidence.complete:
        return "No sound fact of the public record can be shown.", "The first page says what has to be mended."
    return "This case has no public record.", "Whoever keeps this case can add one."


def open_text(behind: str) -> None:
    """Open a text clicked in the origin graph: the fact of the record, or of a document the claim it is there for."""
    kind, _, text_id = behind.partition(":")
    opened = first_told(text_id, state.current_evidence()) if kind == "document" else text_id
    if opened:
        state.open_beside({"claim" if kind == "document" else "record": opened})


def first_told(label: str, evidence: Evidence) -> str:
    """The first claim of a document on the topic of volumes, else its first one; empty if it has none."""
    document = next((one for one in evidence.documents if one.label == label), None)
    claims = evidence.claims_of(document.id) if document else ()
    counted = (claim for claim in claims if claim.topic == evidence.case.subject.volume_topic)
    return next((claim.id for claim in (*counted, *claims)), "")
