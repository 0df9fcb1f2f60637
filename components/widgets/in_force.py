"""What the reader has set: in one bar above every page, so that nobody takes a view for that of the case."""

from collections.abc import Iterator

import streamlit as st

from components import state
from components.nodes.node import node
from components.sentences.model.own import own_words
from components.sentences.records import listed
from components.sentences.records.record_words import KINDS, STANDINGS, UNDATED
from components.theme import READINGS, shortened
from components.widgets import filters
from components.widgets.citation import COMPARED
from components.widgets.mounted.markup import show
from data.models.assumptions import Settings
from data.models.evidence import Evidence

LAYER = "layer"
MODELLED = ("", "volumes", "estimate", "method", "briefing")  # pages with numbers of the model
LAYERED = ("timeline", "volumes", "comparison")  # the briefing gathers it with the filters
NAMES = {COMPARED: "documents compared", "words": "with the words", "volume": "gauge of claim"}
OPENED = frozenset({"claim", "event", "record"})  # what is open changes no number
MOST_LETTERS = 60


def carry_over(page: str, evidence: Evidence) -> None:
    """Keep a draft from page to page, and the public record on, where a page can show it."""
    state.carry_over((state.DRAFT,))
    if page in LAYERED and evidence.record_by_id:
        state.carry_over((LAYER,))


def show_bar(page: str, evidence: Evidence) -> None:
    """What is in force on a page of this address, and the way back; nothing where nothing is set."""
    if not state.query():
        return
    own, allowed = _assumptions(page, evidence), filter_values(page, evidence)
    told = [*([own] if own else []), *filters_in_words(page, evidence)]
    if not told:
        return
    with st.container(key="in-force", horizontal=True, vertical_alignment="center"):
        words = node("p", node("strong", "You are looking at: "), " · ".join(told), cls="in-force", role="status")
        show(words, key="in force")
        names = (*(state.assumption_values(evidence) if own else ()), *allowed)
        icon, label = ":material/restart_alt:", "Reset"
        st.button(label, key="reset", on_click=state.clear_parameters, args=(names,), icon=icon, type="tertiary")


def filters_in_words(page: str, evidence: Evidence) -> list[str]:
    """The filters that the address sets on a page: "lane Reactions"; of the layers that one is on."""
    return list(_filters_in_words(page, evidence))


def filter_values(page: str, evidence: Evidence) -> filters.Allowed:
    """Query parameters of the filters of a page, and the values that name something; empty on a page without."""
    layer = "record" if filters.shows_record(evidence) else ""
    return state.made(f"filters of {page}", layer, lambda: _filter_values(page, evidence))


def _filter_values(page: str, evidence: Evidence) -> filters.Allowed:
    values: filters.Allowed = {}
    if page in ("timeline", "briefing"):
        frames = state.frames()
        on_show = frames.events if filters.shows_record(evidence) else frames.timeline
        values |= filters.timeline_values(evidence, on_show, frames.events)
    if page in ("comparison", "briefing"):
        values |= filters.comparison_values(evidence, state.frames().comparison)
    if page in ("volumes", "briefing"):
        values |= filters.volume_values(evidence, state.frames().stated_volumes)
    if page == "briefing":
        values[COMPARED] = values["document"]
    if page == "record":
        values |= listed.record_values(evidence)
    return {name: allowed for name, allowed in values.items() if name not in OPENED}


def _filters_in_words(page: str, evidence: Evidence) -> Iterator[str]:
    titles = {
        "lane": {lane.id: lane.title for lane in evidence.case.lanes},
        "reading": {reading: style.word.lower() for reading, style in READINGS.items()},
        "topic": {topic.id: topic.title for topic in evidence.case.topics},
        "standing": {name: standing.word.lower() for name, standing in STANDINGS.items()},
        "kind": {name: title.lower() for name, title in KINDS.items()} if page == "record" else {},
    }
    titles["year"] = {listed.EVERY_YEAR: "any", UNDATED: "not known"}
    for name, allowed in filter_values(page, evidence).items():
        values = [value for value in state.parameters(name) if allowed is None or value in allowed]
        if values and name == LAYER:
            yield "public record on"
        elif values:
            said = ", ".join(titles.get(name, {}).get(value, value) for value in values)
            yield f"{NAMES.get(name, name)} {shortened(said, MOST_LETTERS)}"


def _assumptions(page: str, evidence: Evidence) -> str:
    if page not in MODELLED:
        return ""
    settings: Settings = state.current_settings(evidence)
    return state.made("own words", repr(settings), lambda: own_words(settings, evidence))
