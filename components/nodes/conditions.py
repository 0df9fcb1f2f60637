"""The panel of what a limit asks beside its number: a row for each test, below them who found what."""

from components.nodes.claims import chips, cited_chips, with_chips, with_record_ids
from components.nodes.methods.method import cell, row_head, stacked
from components.nodes.node import Node, node
from components.sentences import conditions as words
from components.theme import NOTE
from data.models.conditions import Condition
from data.models.evidence import Evidence

HEADS = ("Test", "What is asked", "What the documents and the record say")


def conditions(evidence: Evidence) -> tuple[str, list[Node]]:
    """Title and nodes; none for a limit of which only a number is written down."""
    tests, rulings = words.asked(evidence), words.ruled(evidence)
    title, told = words.conditions_headline(evidence), list[Node]()
    if tests:
        told.append(node("p", *with_chips(words.conditions_sentence(evidence), evidence)))
        rows = [(row_head(one.title), cell(one.asks), cell(*_finding(one, evidence))) for one in tests]
        told.append(stacked(HEADS, rows, title))
    if rulings:
        items = [node("li", node("strong", f"{one.title} "), *_finding(one, evidence)) for one in rulings]
        told.append(node("ul", *items, cls="rows"))
    return title, told


def _finding(one: Condition, evidence: Evidence) -> list[Node | str]:
    """What is found, each id opening what stands behind it; then what else it rests on, and the curator's note."""
    claims, records = words.unsaid_ids(one)
    parts = with_chips(one.finding, evidence)
    if claims or records:
        parts.append(node("small", "See also", *chips(claims, evidence), *cited_chips(records, evidence)))
    if one.note:
        parts.append(node("small", f"{NOTE}: ", *with_record_ids(one.note, evidence)))
    return parts
