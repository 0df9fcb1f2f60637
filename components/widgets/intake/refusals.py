"""A step in the draft of this window: done whole, or refused with each problem as the check says it."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import streamlit as st

from components import state
from components.letters import capital
from components.nodes.node import node
from components.widgets.intake.under_way import DONE, SEEN
from components.widgets.mounted.markup import show
from components.widgets.problems import problem_at
from data.files.key_words import place_in_words
from data.intake.steps import StepRefused
from data.intake.working_copy import WorkingCopy
from data.intake.writing import EMPTY, NotWritten
from data.models.entry import Entry

Made = TypeVar("Made")
MOST = 8


def in_draft(step: Callable[[WorkingCopy], Made]) -> Made | None:
    """What a step gives, in the draft of this window or in one begun for it; None if it was refused, which is said."""
    copy, fresh = state.draft(), False
    if copy is None:
        copy, fresh = begun(), True
    if copy is None:
        return None
    try:
        made = step(copy)
        state.hold(SEEN, len(copy.steps))
        return made
    except StepRefused as refused:
        _show_problems(refused)
    except NotWritten as why:
        st.error(f"Nothing was added: {why}", icon=":material/rule:")
    if fresh:  # the draft alone: what was brought in and filled in stays, to be mended
        state.leave_draft("discarded")
        state.set_parameter(state.DRAFT, None)
    return None


def do(step: Callable[[WorkingCopy], object], told: str, fields: Mapping[str, object] | None = None) -> None:
    """Take a step, and say at the next run that it was taken; with `fields` that are empty nothing is to be done."""
    if fields is not None and not fields:
        st.info("Nothing differs from what stands.")
    elif in_draft(lambda copy: (step(copy), True)):
        state.hold(DONE, told)
        st.rerun()


def what_differs(entry: Entry, wanted: Mapping[str, object]) -> dict[str, Any]:
    """The keys of which an entry has another value, with the value that is wanted; None takes one out."""
    plain = {key: tuple(one) if isinstance(one, list) else one for key, one in wanted.items()}
    plain = {key: one.strip() if isinstance(one, str) else one for key, one in plain.items()}
    return {key: None if one in EMPTY else one for key, one in plain.items() if not _same(getattr(entry, key), one)}


def _same(standing: object, wanted: object) -> bool:
    return standing == wanted or (standing in EMPTY and wanted in EMPTY)


def begun() -> WorkingCopy | None:
    """A draft begun in this window; None if the server has no room for it, which is said."""
    try:
        return state.begin_draft()
    except state.NoRoom as why:
        st.error(f"No draft was begun: {why}", icon=":material/block:")
        return None


def _show_problems(refused: StepRefused) -> None:
    st.error("Nothing was added yet. Mend this, and press the button again:", icon=":material/rule:")
    items = [
        problem_at(f"{capital(place_in_words(one.place))}: " if one.place else "", one)
        for one in refused.problems[:MOST]
    ]
    show(node("ul", *items, cls="rows"), key="refused")
