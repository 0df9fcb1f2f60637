"""A step that was refused: each problem as the check says it, with its remedy."""

import streamlit as st

from components.widgets.mounted.markup import Node, node, show
from data.intake.steps import StepRefused

MOST = 8


def show_refusal(refused: StepRefused) -> None:
    """Say what is wrong with what was to be added, and that nothing was."""
    st.error("Nothing was added yet. Mend this, and press the button again:", icon=":material/rule:")
    items = []
    for problem in refused.problems[:MOST]:
        parts: list[Node | str] = [node("strong", problem.what)]
        for word, text in (("Seen", problem.seen), ("Expected", problem.expected), ("Remedy", problem.remedy)):
            if text:
                parts.append(node("div", f"{word}: {text}", cls="" if word == "Remedy" else "quiet"))
        items.append(node("li", *parts))
    show(node("ul", *items, cls="rows"), key="refused")
