"""The field beside every title that leads to all that can be found; the key / leads into it."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components import state

PAGE = "search"
LABEL = "Search everything (key /)"
TYPED = "find anywhere"


def show(place: DeltaGenerator) -> None:
    """The field; what is typed into it opens the page of what is found."""
    place.text_input(
        LABEL,
        key=TYPED,
        on_change=state.hand_in,
        args=(TYPED,),
        type="search",
        placeholder="Search  /",
        icon=":material/search:",
        max_chars=state.LONGEST_PARAMETER,
        label_visibility="collapsed",
        width=180,
    )


def asked() -> str:
    """What was typed into the field since the last run; empty if nothing was."""
    return state.handed_in(TYPED).strip()


def show_filled() -> str:
    """The field on the page of what is found, holding what was asked for; what it holds now."""
    changed = state.in_address("find", None, several=False, otherwise=state.parameter("find") or "")

    def ask() -> None:
        state.set_parameter("kind", None)
        changed()

    asked = st.text_input(
        LABEL,
        key="find",
        on_change=ask,
        type="search",
        placeholder="Words, names, numbers, years",
        icon=":material/search:",
        max_chars=state.LONGEST_PARAMETER,
        label_visibility="collapsed",
    )
    return asked or ""
