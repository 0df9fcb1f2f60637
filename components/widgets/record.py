"""The public record on its page: how much it holds, its facts in one table by date, each kind of them as CSV."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import pandas as pd
import streamlit as st

from components import state
from components.nodes.claims import RECORD_PAGE
from components.nodes.facts import facts_table, ways_to_dossiers
from components.nodes.node import Node, link_within, node
from components.sentences.counts import count
from components.sentences.records.held import first_told
from components.sentences.records.listed import EVERY_YEAR, MOST_LISTED, RecordChoice, as_listed, record_values
from components.sentences.records.record_words import (
    KINDS,
    STANDINGS,
    UNDATED,
    years_of,
)
from components.widgets import filters, tables
from components.widgets.mounted.markup import show
from data.frames.notified import notified_frame
from data.models.evidence import Evidence
from data.models.record import Notification, Record, Sighting, Statement, Vessel

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
    body = state.made("facts listed", str(choice), lambda: facts_table(listed, evidence, choice))
    items = [node("li", way) for way in [*ways, *ways_to_dossiers(evidence)]]
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
    return filters.none_of("fact of the public record", "This case has no public record.", "add one", evidence)


def open_text(behind: str) -> None:
    """Open a text clicked in the origin graph: the fact of the record, or of a document the claim it is there for."""
    kind, _, text_id = behind.partition(":")
    opened = first_told(text_id, state.current_evidence()) if kind == "document" else text_id
    if opened:
        state.open_beside({"claim" if kind == "document" else "record": opened})
