"""What a reader chooses, always in the address: filters of timeline, comparison and record, a volume, a document."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components import state
from components.letters import isolated
from components.sentences.against_limit import one_number
from components.sentences.row import Row
from components.sentences.timeline import event_title
from components.theme import CITED_SIGN, READING_WORDS
from data.frames.reported import headline_row
from data.frames.rows import rows_of
from data.frames.timeline import years_of
from data.models.evidence import Document, Evidence
from data.texts.quotes import paragraphs_of

LAYERS = {"record": f"{CITED_SIGN} Show the public record"}
MOST_COLUMNS = 6
MOST_EVENTS = 300
SPAN = ("from", "to")  # the years that the timeline shows
Allowed = dict[str, Collection[str] | None]


class TimelineChoice(NamedTuple):
    """The filters of the timeline; an empty one lets all pass."""

    lanes: list[str]
    documents: list[str]
    kinds: list[str]
    words: str
    since: int | None = None
    until: int | None = None


def timeline_values(evidence: Evidence, timeline: pd.DataFrame, everything: pd.DataFrame) -> Allowed:
    """Query parameters of the timeline and the values that name something; `everything` holds every layer."""
    return {
        "lane": list(_lanes(evidence, timeline)),
        "document": _labels(evidence),
        "kind": _kinds(timeline),
        "words": None,
        **{name: [f"{year:04}" for year in years_of(everything)] for name in SPAN},
        "event": set(everything["event_id"]),
        "layer": _layers(evidence),
    }


def timeline_filters(evidence: Evidence, timeline: pd.DataFrame, everything: pd.DataFrame) -> TimelineChoice:
    """The row of filters above the timeline; `everything` holds every layer, so that no year comes and goes."""
    lanes, years = _lanes(evidence, timeline), [f"{year:04}" for year in years_of(everything)]
    # One year alone stands beside the fold; another span would be hidden in it.
    folded = SPAN if state.parameter(SPAN[0]) != state.parameter(SPAN[1]) else ()
    with folded_if_narrow(("lane", "document", "kind", "words", *folded)):
        columns = st.columns([3, 2, 3, 3, 1.6, 1.6])
    with columns[0]:
        chosen_lanes = several("lane", "Lane", list(lanes), lanes)
    with columns[1]:
        documents = several("document", "Document", _labels(evidence), {})
    with columns[2]:
        kinds = several("kind", "Kind of claim", _kinds(timeline), {})
    with columns[3]:
        words = words_typed("Words in title or quote")
    with columns[4]:
        since = _year(SPAN[0], "From", years)
    with columns[5]:
        until = _year(SPAN[1], "To", years)
    return TimelineChoice(chosen_lanes, documents, kinds, words, since, until)


def event_to_open(rows: pd.DataFrame, everything: pd.DataFrame, chosen: str) -> None:
    """The list of events to open beside the page, which the keyboard can do too; a click in the chart does the same.

    `rows` are the events that pass the filters, as `chosen` says which; one that is open stays open. `everything` holds
    every layer.
    """
    labels = state.made("events to open", chosen, lambda: _event_labels(rows.head(MOST_EVENTS)))
    if (opened := state.parameter("event")) and opened not in labels:
        labels = labels | _event_labels(everything[everything["event_id"] == opened])
    changed = state.in_address("event", labels, several=False)
    st.selectbox(
        "Event to open",
        list(labels),
        index=None,
        key="event",
        on_change=changed,
        placeholder="Click a bar, or choose one, to read the words behind it",
        format_func=lambda event_id: isolated(labels[event_id]),
    )


def shows_record(evidence: Evidence) -> bool:
    """Whether the address switches the public record on, in a case that has one."""
    return state.parameter("layer") in _layers(evidence)


def record_switch(evidence: Evidence) -> None:
    """The switch that lays the public record over what the documents say; none in a case that has no record."""
    if layers := _layers(evidence):
        st.pills(
            "Beside the documents",
            layers,
            selection_mode="multi",
            key="layer",
            on_change=state.in_address("layer", layers, several=True),
            format_func=lambda layer: LAYERS[layer],
            label_visibility="collapsed",
        )


def comparison_values(evidence: Evidence, comparison: pd.DataFrame) -> Allowed:
    """Query parameters of the comparison and the values that name something."""
    return {"document": _labels_compared(evidence), "reading": _readings_in(comparison), "layer": _layers(evidence)}


def comparison_filters(evidence: Evidence, comparison: pd.DataFrame) -> pd.DataFrame:
    """The rows of the comparison that the reader asked for; of many documents the first few, until chosen otherwise."""
    present = _readings_in(comparison)
    left, right = st.columns(2)
    with left:
        documents = several("document", "Documents", _labels_compared(evidence), {})
    with right:
        readings = several("reading", "Reading", present, READING_WORDS)
    if len(evidence.current_documents) > MOST_COLUMNS and not documents:
        st.caption(
            f"The first {MOST_COLUMNS} of {len(evidence.current_documents)} documents are shown; choose others above."
        )
    return compared(comparison, readings, documents, evidence)


def compared(
    comparison: pd.DataFrame, readings: Collection[str], documents: Collection[str], evidence: Evidence
) -> pd.DataFrame:
    """The rows of some readings, or of all, and of some documents; of many the first few, until some are chosen."""
    if readings:
        comparison = comparison[comparison["reading"].isin(readings)]
    labels = documents or _labels_compared(evidence)[:MOST_COLUMNS]
    return comparison[comparison["document"].isin(labels)]


def volume_values(evidence: Evidence, volumes: pd.DataFrame) -> Allowed:
    """Query parameters of the volumes page and the values that name something."""
    return {"volume": _volume_claims(volumes), "layer": _layers(evidence)} | words_values(evidence)


def words_values(evidence: Evidence) -> Allowed:
    """Query parameters of what is open on a page: a claim or a cited record."""
    return {"claim": evidence.claim_by_id, "record": evidence.record_by_id}


def chosen_volume(volumes: pd.DataFrame, evidence: Evidence) -> pd.Series | None:
    """The row on the gauge: the reader's choice where several are reported, else the headline of the case."""
    claims = _volume_claims(volumes)
    headline = headline_row(volumes, evidence)
    if len(claims) < 2:
        return headline
    by_claim = {row["claim_ids"][0]: row for _, row in volumes.iterrows() if row["series"] == "reported"}
    changed = state.in_address("volume", claims, several=False)
    chosen = st.selectbox(
        "Volume on the gauge",
        claims,
        index=None,
        key="volume",
        on_change=changed,
        placeholder="The headline of the case",
        format_func=lambda claim: (
            f"{claim}: {one_number(by_claim[claim], evidence)} ({by_claim[claim]['date'] or 'no date'})"
        ),
    )
    return by_claim[chosen] if chosen else headline


def _event_labels(rows: pd.DataFrame) -> dict[str, str]:
    kept = ["event_id", "title", "number_read_by", "claim_ids"]
    return {row["event_id"]: _event_label(row) for row in rows_of(rows[kept])}


def _event_label(row: Row) -> str:
    behind = ", ".join(row["claim_ids"]) or f"{CITED_SIGN} {row['event_id']}"
    return f"{isolated(event_title(row))} ({behind})"


def documents_values(evidence: Evidence) -> Allowed:
    """Query parameters of the documents page and the values that name something."""
    most = max((len(paragraphs_of(document.text)) for document in evidence.documents), default=0)
    numbers = [str(number) for number in range(1, most + 1)]
    return {"document": _labels(evidence), "claim": evidence.claim_by_id, "paragraph": numbers}


def found_paragraph(document: Document) -> int:
    """The paragraph of a document that a search has led to, counted from 1; 0 without one."""
    number = state.parameter("paragraph") or ""
    return int(number) if number in map(str, range(1, len(paragraphs_of(document.text)) + 1)) else 0


def chosen_document(evidence: Evidence) -> Document | None:
    """The document to read: that of the claim in the address, else the one chosen, else the first; None without any."""
    by_label = {document.label: document for document in evidence.documents}
    if not by_label:
        return None
    claim = evidence.claim_by_id.get(state.parameter("claim") or "")
    if claim:
        state.set_parameter("document", evidence.document_by_id[claim.document].label)
    changed = state.in_address("document", list(by_label), several=False, otherwise=next(iter(by_label)))

    def leave_claim() -> None:
        changed()
        state.clear_parameters(("claim", "paragraph"))

    chosen = st.selectbox(
        "Document",
        list(by_label),
        key="document",
        on_change=leave_claim,
        format_func=lambda label: f"{label}: {isolated(by_label[label].title)}",
    )
    return by_label[chosen]


def nothing_matches(frame: pd.DataFrame, thing: str, evidence: Evidence) -> tuple[str, str]:
    """Reason and remedy of a view without rows."""
    if not frame.empty:
        return f"No {thing} matches these filters.", "Take one of them away to see more."
    return none_of(thing, f"This dataset has no {thing} yet.", "add one", evidence)


def none_of(thing: str, reason: str, remedy: str, evidence: Evidence) -> tuple[str, str]:
    """Reason and remedy of a view of which a case has nothing, or nothing that is sound."""
    if not evidence.complete:
        return f"No sound {thing} can be shown.", "The first page says what has to be mended."
    return reason, f"Whoever keeps this case can {remedy}."


def no_document(evidence: Evidence) -> tuple[str, str]:
    """Reason and remedy of a page without a document."""
    return none_of("document", "There is no document to read.", "add one", evidence)


def no_limit(evidence: Evidence) -> tuple[str, str]:
    """Reason and remedy of a view without a limit."""
    return none_of("limit", "This case names no limit, so nothing is set against one.", "name one", evidence)


def folded_if_narrow(names: Sequence[str]) -> DeltaGenerator:
    """Where filters stand: in a narrow window behind a fold, open while one is set, so that the picture leads."""
    if state.width() != "narrow":
        return st.container()
    return st.expander("Filters", expanded=any(map(state.parameters, names)), icon=":material/filter_list:")


def _layers(evidence: Evidence) -> list[str]:
    return list(LAYERS) if evidence.record_by_id else []


def words_typed(label: str) -> str:
    """A field for words, tied to the address; what stands in it."""
    changed = state.in_address("words", None, several=False, otherwise="")
    words = st.text_input(label, key="words", on_change=changed, max_chars=state.LONGEST_PARAMETER, type="search")
    return words or ""


def _year(name: str, title: str, years: list[str]) -> int | None:
    changed = state.in_address(name, years, several=False)
    year = st.selectbox(title, years, index=None, key=name, on_change=changed, placeholder="Any year")
    return int(year) if year else None


def several(name: str, title: str, options: list[str], titles: dict[str, str]) -> list[str]:
    """A choice of several, tied to the address under its name; `titles` are what the options are called."""
    changed = state.in_address(name, options, several=True)
    return st.multiselect(
        title,
        options,
        key=name,
        on_change=changed,
        format_func=lambda option: isolated(str(titles.get(option, option))),
        placeholder="All",
    )


def _labels(evidence: Evidence) -> list[str]:
    return [document.label for document in evidence.documents]


def _labels_compared(evidence: Evidence) -> list[str]:
    return [document.label for document in evidence.current_documents]


def _lanes(evidence: Evidence, timeline: pd.DataFrame) -> dict[str, str]:
    return {lane.id: lane.title for lane in evidence.case.lanes if lane.id in set(timeline["lane"])}


def _kinds(timeline: pd.DataFrame) -> list[str]:
    return sorted({kind for kinds in timeline["kinds"] for kind in kinds})


def _readings_in(comparison: pd.DataFrame) -> list[str]:
    return [reading for reading in READING_WORDS if reading in set(comparison["reading"])]


def _volume_claims(volumes: pd.DataFrame) -> list[str]:
    return [claim_ids[0] for claim_ids in volumes.loc[volumes["series"] == "reported", "claim_ids"]]
