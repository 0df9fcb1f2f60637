"""Marking words in a text: by mouse, touch or finding them, then a word more or less at either end."""

from typing import NamedTuple

import streamlit as st

from components import state
from components.nodes.node import node
from components.widgets.intake.under_way import CHOSEN
from components.widgets.mounted.component import Component
from components.widgets.mounted.markup import show
from data.intake.anchor import Side, one_word_less, one_word_more, places_of, sound_ends
from data.models.evidence import Document, Evidence

_COMPONENT = Component(
    "words", '<div class="words-of-text" tabindex="0" role="region"></div>', styled=True, isolated=False
)
KEY = "words of the text"
PLACES, FIND = "place found", "find words"
FAULT, MARKED = "fault of the marked words", "words were just marked"


class Chosen(NamedTuple):
    """Words of a document: its id, and the first code point and the one behind the last."""

    document: str
    start: int
    end: int


def show_text(document: Document, evidence: Evidence) -> Chosen | None:
    """The text with its claims underlined and the chosen words lit, and what finds and moves them; the choice."""
    _show_finder(document)
    chosen = chosen_in(document)
    marks = [{"start": one.start, "end": one.end, "name": one.id} for one in evidence.claims_of(document.id)]
    data = {
        "text": document.text,
        "marks": marks,
        "chosen": [chosen.start, chosen.end] if chosen else None,
        "language": document.language,
        "label": f"Text of document {document.label}: mark words in it",
    }
    _COMPONENT(data=data, key=KEY, on_selected_change=lambda: _take(document))
    if fault := state.taken(FAULT):
        st.error(fault, icon=":material/error:")
    if state.taken(MARKED) and state.width() == "narrow":  # elsewhere the form stands beside the words
        st.toast("Marked. Below the text you say what these words claim.", icon=":material/arrow_downward:")
    return chosen


def chosen_in(document: Document) -> Chosen | None:
    """The words that are chosen in a document; None if there are none."""
    chosen: Chosen | None = state.held(CHOSEN)
    if chosen is None or chosen.document != document.id or chosen.end > len(document.text):
        return None
    return chosen


def choose(document: Document, start: int, end: int) -> None:
    """Choose words of a document; what is cut, a word, a number or a date, is taken in whole."""
    state.hold(CHOSEN, Chosen(document.id, *sound_ends(document.text, start, end, document.language)))


def forget() -> None:
    """Choose nothing."""
    state.taken(CHOSEN)


def _take(document: Document) -> None:
    """What the browser says was marked, if the words at its places are those that it saw."""
    told = (state.held(KEY) or {}).get("selected") or {}
    start, end, words = told.get("start"), told.get("end"), told.get("words")
    if type(start) is int and type(end) is int and 0 <= start < end and document.text[start:end] == words:
        state.hold(MARKED, True)
        return choose(document, start, end)
    fault = "What the browser marked is not what stands at that place of the text, so nothing was chosen. "
    state.hold(FAULT, f"{fault}Find the words with the field above the text instead.")
    return None


def _show_finder(document: Document) -> None:
    """The way without a mouse: words are looked for, one place after the other."""
    field, before, after = st.columns([3, 1, 1], vertical_alignment="bottom")
    wanted = field.text_input(
        "Find these words",
        key=FIND,
        placeholder="Type the words, or mark them in the text below",
        on_change=lambda: _find(document, 0),
    )
    places = places_of(document.text, wanted) if wanted else ()
    several = len(places) > 1
    ways = ((before, -1, "arrow_upward", "Before"), (after, 1, "arrow_downward", "Next"))
    for column, step, icon, label in ways:
        column.button(
            label, key=label, icon=f":material/{icon}:", disabled=not several, on_click=_find, args=(document, step),
            width="stretch",
        )  # fmt: skip
    if wanted and not places:
        st.caption("These words do not stand in the text.")
    elif several:
        at = (state.held(PLACES) or 0) % len(places)
        st.caption(f"Place {at + 1} of {len(places)}.")


def _find(document: Document, step: int) -> None:
    places = places_of(document.text, state.held(FIND) or "")
    if not places:
        return
    at = ((state.held(PLACES) or 0) + step) % len(places) if step else 0
    state.hold(PLACES, at)
    state.hold(MARKED, True)
    choose(document, *places[at])


def show_chosen(chosen: Chosen, document: Document) -> None:
    """The chosen words as a machine reads them out of the text, and how their ends are moved."""
    quote = document.text[chosen.start : chosen.end]
    where = f"Characters {chosen.start:,} to {chosen.end:,} of the text, as a machine reads them out of it"
    parts = (node("blockquote", quote), node("p", where, cls="quiet"))
    show(node("section", *parts, cls="card", aria_label="Chosen words"), key="chosen words")
    ends: tuple[tuple[str, Side, bool, str], ...] = (
        ("‹ + word", "start", True, "One word more at the beginning"),
        ("‹ − word", "start", False, "One word less at the beginning"),
        ("− word ›", "end", False, "One word less at the end"),
        ("+ word ›", "end", True, "One word more at the end"),
    )
    row = st.container(horizontal=True)
    for label, side, more, help_ in ends:
        row.button(label, key=help_, help=help_, on_click=_move, args=(document, chosen, side, more))


def _move(document: Document, chosen: Chosen, side: Side, more: bool) -> None:
    move = one_word_more if more else one_word_less
    moved = move(document.text, chosen.start, chosen.end, side, document.language)
    choose(document, *moved)
