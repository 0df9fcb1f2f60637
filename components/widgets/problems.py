"""What is wrong in the seeds folder, and what is to be looked at again, in plain words, on the page."""

from collections.abc import Sequence

import streamlit as st

from components import state
from components.nodes.node import Node, link_within, node
from components.widgets.mounted.markup import show
from data.files.problems import Problem

MOST_PROBLEMS = 200


def show_banner(full: bool) -> None:
    """Say that the seeds folder has problems: on the first page all of them, elsewhere one line and the way there.

    What is to be looked at again stands on the first page alone, below them.
    """
    shown = state.current()
    if shown.problems:
        _show_problems(shown, full)
    if full and shown.findings.warnings:
        _show_warnings(shown.findings.warnings)


def _show_problems(shown: state.Shown, full: bool) -> None:
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
        show(node("ul", *_first_of(items), cls="rows"), key="problems")


def _show_warnings(warnings: Sequence[Problem]) -> None:
    """What a curator should look at again, folded: nothing of it is wrong for certain, and nothing is withheld."""
    with st.expander(f"To look at again ({len(warnings):,})", icon=":material/visibility:"):
        why = "None of this is wrong for certain, and nothing is withheld for it. Whoever curates the data looks again."
        items = [_problem(warning) for warning in warnings]
        show(node("p", why, cls="quiet"), node("ul", *_first_of(items), cls="rows"), key="warnings")


def _first_of(items: list[Node]) -> list[Node]:
    if len(items) <= MOST_PROBLEMS:
        return items
    more = f"… and {len(items) - MOST_PROBLEMS:,} more. python -m barrelwatch check prints all of them."
    return [*items[:MOST_PROBLEMS], node("li", more)]


def _problem(problem: Problem) -> Node:
    where = ", ".join(part for part in (problem.file, problem.place) if part)
    return problem_at(f"{where}:", problem)


def problem_at(where: str, problem: Problem) -> Node:
    """A problem as a line of a list: where it is, what is wrong, and below it what was seen and what to do."""
    parts: list[Node | str] = [node("strong", where), problem.what]
    for word, text in (("Seen", problem.seen), ("Expected", problem.expected), ("Remedy", problem.remedy)):
        if text:
            parts.append(node("div", f"{word}: {text}", cls="quiet" if word != "Remedy" else ""))
    return node("li", *parts)
