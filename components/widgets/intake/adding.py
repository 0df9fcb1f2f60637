"""The work on a draft: the text on the left, what is said of the chosen words beside it, what changes below."""

import streamlit as st

from components import state
from components.nodes.claims import DOCUMENTS_PAGE
from components.nodes.node import link_within, node
from components.widgets import panels
from components.widgets.intake import bring_in
from components.widgets.intake.answers import ANSWERED, DRAWN, show_places
from components.widgets.intake.claim_form import ADDED, show_claim_form
from components.widgets.intake.effects import show_effects
from components.widgets.intake.leaving import FAULT, SAVED, show_earlier, show_ways_out
from components.widgets.intake.mending import show_mending
from components.widgets.intake.newer import show_newer
from components.widgets.intake.refusals import begun
from components.widgets.intake.under_way import ANOTHER, DONE, PENDING, SEEN
from components.widgets.intake.words import Chosen, show_chosen, show_text
from components.widgets.mounted.markup import show
from data.intake.working_copy import WorkingCopy
from data.models.evidence import Document

SEEN_ON = {DRAWN: ("timeline", "See it on the timeline"), ANSWERED: ("comparison", "See it in the comparison")}
WORKED_ON, TOLD = "document last worked on", "what-was-just-done"


def show_saved() -> None:
    """Say that a draft was saved, or a save taken back, once."""
    if said := state.taken(SAVED):
        st.success(said, icon=":material/check_circle:")
        st.toast(said, icon=":material/check_circle:")  # wherever the page is scrolled to
    if fault := state.taken(FAULT):
        st.error(panels.text_in_markdown(fault), icon=":material/error:")


def show_work(copy: WorkingCopy) -> None:
    """All steps behind the bringing in, for the documents of a draft."""
    evidence = copy.evidence
    if state.held(SEEN) not in (None, len(copy.steps)):
        st.warning("This draft was changed in another window; what was filled in here is gone. Look again, then go on.")
    state.hold(SEEN, len(copy.steps))
    documents = {document.id: f"{document.label}: {document.title}" for document in evidence.documents}
    if state.held(PENDING) is not None or state.held(ANOTHER) or not documents:
        with panels.guarded("bringing a text in"):
            bring_in.show_bring_in(evidence)
        if documents:
            st.button("Back to the draft", key="back to draft", icon=":material/arrow_back:", on_click=_back)
        else:
            show_ways_out(copy)
        return
    if state.held(bring_in.DOCUMENT) not in documents:  # taken back, or the page was left: Streamlit forgets its fields
        last = state.held(WORKED_ON)
        state.hold(bring_in.DOCUMENT, last if last in documents else list(documents)[-1])
    text, beside = st.columns([3, 2], gap="large")
    with text.container(key="text-of-draft"), panels.guarded("text"):
        field, another = st.columns([3, 1], vertical_alignment="bottom")
        document_id = field.selectbox(
            "Document", list(documents), key=bring_in.DOCUMENT, format_func=documents.__getitem__
        )
        another.button(
            "Add another text", key="add another", on_click=state.hold, args=(ANOTHER, True), width="stretch"
        )
        state.hold(WORKED_ON, document_id)
        document = evidence.document_by_id[document_id]
        chosen = show_text(document, state.current_evidence())
    with beside.container(key="by-hand-beside"):
        _show_beside(chosen, document, copy)
    with panels.guarded("what the draft changes"):
        show_effects(copy)
    with st.container(key="by-hand"):  # nothing of it is for paper
        with panels.guarded("changing what stands"):
            show_mending(copy)
        with panels.guarded("ways out"):
            show_ways_out(copy)


def show_begin() -> None:
    """The first step where there is no draft yet: a text brought in, or words marked in one that is here already."""
    evidence = state.current_evidence()
    bring_in.show_bring_in(evidence)
    documents = {document.id: f"{document.label}: {document.title}" for document in evidence.documents}
    if state.held(PENDING) is not None:
        return
    show_earlier(state.seeds_folder())
    if not documents:
        return
    st.divider()
    field, begin = st.columns([3, 1], vertical_alignment="bottom")
    chosen = field.selectbox(
        "Or mark words in a text that is here already", list(documents), format_func=documents.__getitem__
    )
    if begin.button("Mark words in it", key="begin draft", width="stretch"):
        if begun() is None:
            return
        state.hold(bring_in.DOCUMENT, chosen)
        st.rerun()


def _back() -> None:
    for name in (ANOTHER, PENDING):
        state.taken(name)


def _show_beside(chosen: Chosen | None, document: Document, copy: WorkingCopy) -> None:
    """What was just done, and what may be said of the words that are chosen."""
    added = state.taken(ADDED)
    # The form was long and is gone: what stood below it would stand where the eye is.
    show(node("div", id=TOLD), key="where it is told", focus=TOLD if added else "")
    if added:
        st.success(f"Claim {added} was added. Mark the next words, or say below where it is shown.")
        show(node("p", link_within(DOCUMENTS_PAGE, "See it in its document", claim=added)), key="way to the claim")
    if done := state.taken(DONE):
        st.success(panels.text_in_markdown(done), icon=":material/check_circle:")
        st.toast(panels.text_in_markdown(done), icon=":material/check_circle:")  # wherever the page is scrolled to
        if done in SEEN_ON:
            show(node("p", link_within(*SEEN_ON[done])), key="way to what was done")
    with panels.guarded("newer version"):
        show_newer(document, copy.evidence)
    with panels.guarded("claim"):
        if chosen is None:
            st.info("Mark the words that say something, with the mouse or a finger, or find them by typing.")
        else:
            show_chosen(chosen, document)
            show_claim_form(chosen, document, copy)
    with panels.guarded("where it is shown"):
        show_places(document, copy)
