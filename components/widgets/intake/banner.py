"""What stands above every page while a draft is open: that it is one, how far it has come, and the ways out."""

import streamlit as st

from components import state
from components.sentences.counts import count
from components.widgets.mounted.markup import link_within, node, show

PAGE = "add"


def show_banner(page: str) -> None:
    """DRAFT, on every page; nothing where none is open, in a place of its own so that all else keeps its place."""
    with st.container(key="draft"):
        _show(page)


def _show(page: str) -> None:
    if state.draft_is_gone():
        st.warning(
            "The draft of this address is not held here any more: it was discarded, or the server was started anew. "
            "What you see is the data without it.",
            icon=":material/edit_off:",
        )
        return
    copy = state.draft()
    if copy is None:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        steps = count(len(copy.steps), "step")
        words = f": you see the data with what was added to it in {steps}. None of it is saved."
        more = [link_within(PAGE, "Go on adding")] if page != PAGE else []
        show(node("p", node("strong", "DRAFT"), words, " ", *more, cls="in-force", role="status"), key="draft banner")
        st.button(
            "Leave the draft", key="leave draft", on_click=leave, icon=":material/logout:", type="tertiary",
            help="The pages show the data without it again. Its address leads back to it.",
        )  # fmt: skip


def leave(discard: bool = False) -> None:
    """Show the data without the draft, and take it out of the address."""
    state.leave_draft(discard)
    state.set_parameter(state.DRAFT, None)
