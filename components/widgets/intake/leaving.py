"""The ways a draft goes: one step back, into a zip, into the folder (where that may be written), or away."""

from datetime import UTC, datetime
from pathlib import Path

import streamlit as st

from components import state
from components.nodes.node import node
from components.sentences.counts import count
from components.theme import day
from components.widgets import panels
from components.widgets.intake import banner
from components.widgets.intake.under_way import SEEN
from components.widgets.mounted.markup import show
from data.intake.saving import Kept, NotSaved, kept_of, save, take_back
from data.intake.working_copy import WorkingCopy
from data.recording import local_day

SAVED, UNDONE, FAULT = "draft just saved", "step just undone", "why a save was not taken back"


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
    elif state.is_own_machine():
        st.caption(
            "Here a draft can be downloaded. It is saved straight into the folder where the dashboard was started with "
            "`streamlit run dashboard.py -- --edit`."
        )
    else:
        st.caption("Here a draft can be downloaded; whoever keeps the data puts it in their place.")


def _undo(copy: WorkingCopy) -> None:
    if undone := copy.undo():
        state.hold(UNDONE, undone)
    state.hold(SEEN, len(copy.steps))


def _show_save(copy: WorkingCopy) -> None:
    if copy.findings().problems:
        st.caption("The folder has problems of its own, so no line is written into its record of changes.")
    with st.form("save", border=True):
        st.markdown("**Save into the folder**")
        what = st.text_input("What has changed, in one line", key="what changed")
        why = st.text_input("Why?", key="why changed")
        wrong = st.container()  # above the button, where the eye is
        if not st.form_submit_button("Save", type="primary", icon=":material/save:", disabled=not copy.steps):
            return
    try:
        save(copy, copy.base, what, why, local_day(datetime.now(tz=UTC)))
    except NotSaved as fault:
        files = f" ({', '.join(fault.files)})" if fault.files else ""
        wrong.error(panels.text_in_markdown(f"{fault}{files}"), icon=":material/error:")
        return
    banner.leave(discard=True, why="saved")
    state.hold(SAVED, "Saved. The pages show the data with what you added.")
    st.rerun()


def show_earlier(folder: Path) -> None:
    """The states before the last saves, each to be put in place again; nothing where there is none, or no saving."""
    kept = kept_of(folder) if state.may_save() else ()
    if not kept:
        return
    with st.expander("Take a save back", icon=":material/history:"):
        for one in kept:
            label = f"Back to before save {one.number}, of {day(one.day)} (data {one.fingerprint})"
            st.button(label, key=f"back to {one.number}", on_click=_take_back, args=(folder, one))


def _take_back(folder: Path, kept: Kept) -> None:
    try:
        take_back(folder, kept, local_day(datetime.now(tz=UTC)))
    except NotSaved as fault:
        state.hold(FAULT, str(fault))
    else:
        state.hold(SAVED, "Taken back. The pages show the data as they were before that save.")
