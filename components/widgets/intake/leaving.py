"""The ways a draft goes: one step back, into a zip, into the folder (where that may be written), or away."""

from datetime import UTC, datetime

import streamlit as st

from components import state
from components.sentences.counts import count
from components.widgets import panels
from components.widgets.intake import banner
from components.widgets.mounted.markup import node, show
from data.intake.saving import NotSaved, save
from data.intake.working_copy import WorkingCopy

SAVED, UNDONE = "draft just saved", "step just undone"


def show_ways_out(copy: WorkingCopy) -> None:
    """What was done so far, and what becomes of it."""
    steps = copy.steps
    if undone := state.taken(UNDONE):
        st.success(panels.text_in_markdown(f"Taken back: {undone}."), icon=":material/undo:")
    with st.expander(f"What was done so far ({count(len(steps), 'step')})", expanded=False):
        show(node("ul", *(node("li", step) for step in steps), cls="rows"), key="steps")
    row = st.container(horizontal=True)
    row.button(
        "Undo the last step", key="undo", icon=":material/undo:", disabled=not steps, on_click=_undo, args=(copy,)
    )
    row.download_button(
        "Download the folder", copy.zipped, f"{copy.base.name}-draft.zip", "application/zip", key="download draft",
        icon=":material/download:", on_click="ignore",
        help="The whole seeds folder with what was added, as a zip. It takes the place of the folder it began with.",
    )  # fmt: skip
    row.button(
        "Throw the draft away", key="discard draft", icon=":material/delete:", type="tertiary",
        on_click=banner.leave, args=(True,),
    )  # fmt: skip
    if state.may_save():
        _show_save(copy)
    else:
        st.caption(
            "Here a draft can be downloaded. It is saved straight into the folder where the dashboard was started on "
            "this machine with `streamlit run dashboard.py -- --edit`."
        )


def _undo(copy: WorkingCopy) -> None:
    if undone := copy.undo():
        state.hold(UNDONE, undone)


def _show_save(copy: WorkingCopy) -> None:
    with st.form("save", border=True):
        st.markdown("**Save into the folder**")
        what = st.text_input("What has changed, in one line", key="what changed")
        why = st.text_input("Why?", key="why changed")
        if not st.form_submit_button("Save", type="primary", icon=":material/save:", disabled=not copy.steps):
            return
    try:
        save(copy, copy.base, what, why, datetime.now(tz=UTC).date())
    except NotSaved as fault:
        files = f" ({', '.join(fault.files)})" if fault.files else ""
        st.error(panels.text_in_markdown(f"{fault}{files}"), icon=":material/error:")
        return
    banner.leave(discard=True)
    state.hold(SAVED, True)
    st.rerun()
