"""Cited facts in one table by date, each opening its card, and the ways on to dossiers."""

from collections.abc import Mapping, Sequence

from components.nodes.cited import Parts, listing, standing_mark
from components.nodes.claims import cited_chip
from components.nodes.dated import DOSSIER_PAGE, dossier_link, records_table, table_row
from components.nodes.node import Node, link_within, node
from components.sentences.records.dossier import KINDS as SUBJECTS
from components.sentences.records.listed import RecordChoice
from components.sentences.records.record_words import (
    KINDS,
    hedge_of,
    number_of,
    original_of,
    standing_of,
    suppliers_in_words,
    vessel_name,
    window_of,
)
from components.theme import number
from data.frames.dossier import of_name, of_vessel, ports, speakers
from data.models.evidence import Evidence
from data.models.record import Notification, Record, Sighting, Statement, Vessel
from data.texts.addresses import site_of

HEADS = ("When", "Fact", "Number", "Who says so", "Record")


def ways_to_dossiers(evidence: Evidence) -> list[Node]:
    """Links to the lists of dossiers, a kind each."""
    present = {"vessel": evidence.vessels, "port": evidence.sightings, "speaker": True, "origin": evidence.origins}
    kinds = [kind for kind in present if present[kind]]
    return [link_within(DOSSIER_PAGE, f"All {SUBJECTS[kind].several}", kind=kind) for kind in kinds]


def facts_table(facts: Sequence[Record], evidence: Evidence, choice: RecordChoice) -> Node:
    """Facts as rows; links to them keep the filters that are chosen."""
    said, places = speakers(evidence), ports(evidence)
    rows = []
    for record in facts:
        told: Parts = [dossier_link(of_name("speaker", record.said_by, said), record.said_by)]
        if original_of(record):
            told.append(node("small", f" Read in a copy at {site_of(record.address)}", cls="quiet"))
        chip = cited_chip(record.record_id, evidence, **choice.in_address())
        cells: list[Parts] = [[window_of(record)], _fact(record, places, evidence), [number_of(record, evidence)], told]
        row = table_row(HEADS, [*cells, [chip]], standing_of(record))
        rows.append(row | {"a": row["a"] | {"id": f"fact-{record.record_id}"}})
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
