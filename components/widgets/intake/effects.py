"""What the draft changes at once: before and after side by side, and the sentences of people that it makes stale."""

from collections.abc import Sequence

import streamlit as st

from components import state
from components.nodes.methods.method import cell, row_head, stacked
from components.nodes.node import Node, node
from components.sentences.counts import count
from components.sentences.front.effect import effect_frame
from components.widgets import panels
from components.widgets.intake.mending import mend
from components.widgets.mounted.markup import show
from data.frames.rows import Row, rows_of
from data.intake.stale import Stale, stale
from data.intake.working_copy import WorkingCopy

TOLD, SAME = "what the draft changes", "the\u00a0same"


def show_effects(copy: WorkingCopy) -> None:
    """Before and after, what differs marked in words, and below it what has become stale."""
    rows, found = _told(copy)
    differing = sum(row["differs"] for row in rows)
    st.subheader("What the draft changes", anchor=False)
    finding = f"{count(differing, 'statement')} of the pages would change." if differing else "Nothing so far."
    show(node("p", finding, cls="quiet"), _table(rows), key="effects")
    _show_stale(found)


def _told(copy: WorkingCopy) -> tuple[Sequence[Row], tuple[Stale, ...]]:
    """Both, worked out once for each step."""
    state_of_copy = copy.fingerprint
    told: tuple[str, Sequence[Row], tuple[Stale, ...]] | None = state.held(TOLD)
    if told is None or told[0] != state_of_copy:
        rows = rows_of(effect_frame(copy.base_evidence, copy.evidence))
        told = state_of_copy, rows, stale(copy.base_evidence, copy.evidence)
        state.hold(TOLD, told)
    return told[1], told[2]


def _table(rows: Sequence[Row]) -> Node:
    lines = [
        (
            row_head(str(row["what"])),
            cell(str(row["before"])),
            cell(node("strong", str(row["after"]))) if row["differs"] else cell(SAME, cls="quiet"),
        )
        for row in rows
    ]
    return stacked(("", "Before", "After"), lines, "What the draft changes")


def _show_stale(found: Sequence[Stale]) -> None:
    if not found:
        return
    certain = sum(one.certain for one in found)
    title = f"Sentences that people wrote, and that the draft makes untrue or doubtful ({len(found)})"
    with st.expander(panels.text_in_markdown(title), expanded=bool(certain), icon=":material/edit_note:"):
        for place, one in enumerate(found):
            text, way = st.columns([5, 1], vertical_alignment="center")
            said = one.words if one.words.startswith("“") else f"“{one.words}”"
            parts = (node("strong", one.where + ": "), f"{said} ", node("div", one.why, cls="quiet"))
            with text:
                show(node("p", *parts), key=f"stale {place}")
            if one.opens[0]:
                way.button("Mend it", key=f"mend {place}", on_click=mend, args=(one.opens,), width="stretch")
