"""What stands above every page while a draft is open: that it is one, how far it has come, and the ways out."""

import streamlit as st

from components import state
from components.nodes.node import link_within, node
from components.sentences.counts import count
from components.widgets.intake.under_way import UNDER_WAY
from components.widgets.mounted.markup import show

PAGE = "add"
WHY_GONE = {
    "saved": "The draft of this address was saved.",
    "discarded": "The draft of this address was thrown away.",
    "lost": "The folder in which this server kept the draft of this address was removed, by whoever tidies it.",
    "crowded out": "This server holds only so many drafts at once, and this one had been left alone longest.",
    "": "The draft of this address is not held here: the server was started anew, or it is on another one.",
}


def show_banner(page: str) -> None:
    """DRAFT, on every page; nothing where none is open, in a place of its own so that all else keeps its place."""
    with st.container(key="draft"):
        _show(page)


def _show(page: str) -> None:
    if state.draft_is_gone():
        st.warning(f"{WHY_GONE[state.why_gone()]} What you see is the data as they stand.", icon=":material/edit_off:")
        st.button("Leave the draft", key="leave gone", on_click=leave, icon=":material/logout:", type="tertiary")
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


def leave(discard: bool = False, why: str = "discarded") -> None:
    """Show the data without the draft, and take it out of the address."""
    state.leave_draft(why if discard else "")
    for name in UNDER_WAY:
        state.taken(name)
    state.set_parameter(state.DRAFT, None)
