"""The panel of what a limit asks beside its number: a row for each test, below them who found what."""

import streamlit as st

from components.sentences import conditions as words
from components.theme import NOTE
from components.widgets import panels
from components.widgets.cards.claims import chips, cited_chips, with_chips, with_record_ids
from components.widgets.methods.method import cell, row_head, stacked
from components.widgets.mounted.markup import Node, node, show
from data.models.conditions import Condition
from data.models.evidence import Evidence

HEADS = ("Test", "What is asked", "What the documents and the record say")


def show_conditions(evidence: Evidence) -> None:
    """Nothing for a limit of which only a number is written down."""
    tests, rulings = words.asked(evidence), words.ruled(evidence)
    if not tests and not rulings:
        return
    title = words.conditions_headline(evidence)
    st.header(panels.text_in_markdown(title), anchor=False)
    if tests:
        panels.sentence(words.conditions_sentence(evidence), evidence, "conditions", "")
        rows = [(row_head(one.title), cell(one.asks), cell(*_finding(one, evidence))) for one in tests]
        stacked(HEADS, rows, title, "tests of the limit")
    if rulings:
        items = [node("li", node("strong", f"{one.title} "), *_finding(one, evidence)) for one in rulings]
        show(node("ul", *items, cls="rows"), key="rulings on the limit")


def _finding(one: Condition, evidence: Evidence) -> list[Node | str]:
    """What is found, each id opening what stands behind it; then what else it rests on, and the curator's note."""
    claims, records = words.unsaid_ids(one)
    parts = with_chips(one.finding, evidence)
    if claims or records:
        parts.append(node("small", "See also", *chips(claims, evidence), *cited_chips(records, evidence)))
    if one.note:
        parts.append(node("small", f"{NOTE}: ", *with_record_ids(one.note, evidence)))
    return parts
