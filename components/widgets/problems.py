"""What is wrong in the seeds folder, in plain words, on the page."""

import streamlit as st

from components import state
from components.widgets.markup import Node, link_within, node, show
from data.problems import Problem

MOST_PROBLEMS = 200


def show_banner(full: bool) -> None:
    """Say that the seeds folder has problems: on the first page all of them, elsewhere one line and the way there."""
    shown = state.current()
    if not shown.problems:
        return
    many = len(shown.problems)
    what = "1 problem" if many == 1 else f"{many:,} problems"
    kept = (
        "What you see is the last sound state."
        if shown.from_before
        else "What is sound is shown; the rest is withheld, so what seems to be absent may only be withheld."
    )
    st.warning(f"The seeds folder has {what}. {kept}", icon=":material/rule:")
    if not full:
        show(node("p", link_within("", "Read what is wrong and how to mend it")), key="problems link")
        return
    with st.expander(f"What is wrong, and how to mend it ({what})", expanded=True):
        items = [_problem(problem) for problem in shown.problems]
        items += [node("li", str(withheld)) for withheld in shown.findings.withheld]
        if len(items) > MOST_PROBLEMS:
            more = f"… and {len(items) - MOST_PROBLEMS:,} more. python -m data check prints all of them."
            items = [*items[:MOST_PROBLEMS], node("li", more)]
        show(node("ul", *items, cls="rows"), key="problems")


def _problem(problem: Problem) -> Node:
    where = ", ".join(part for part in (problem.file, problem.place) if part)
    parts: list[Node | str] = [node("strong", f"{where}:"), problem.what]
    for word, text in (("Seen", problem.seen), ("Expected", problem.expected), ("Remedy", problem.remedy)):
        if text:
            parts.append(node("div", f"{word}: {text}", cls="quiet" if word != "Remedy" else ""))
    return node("li", *parts)
