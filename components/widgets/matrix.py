"""The source comparison on the page: the matrix with quotes on demand, and short lists of single readings."""

from collections.abc import Collection, Hashable
from typing import Any

import pandas as pd

from components.headlines.comparison import origins_sentence, reading_words
from components.headlines.counts import count
from components.theme import CELL_SIGNS, READINGS, shortened
from components.widgets.claims import chips, quote_of
from components.widgets.markup import Node, node, show
from data.evidence import Document, Evidence

Row = dict[Hashable, Any]
SIGN_CLASS = {"silent": "silent", "odd": "odd"}


def show_matrix(comparison: pd.DataFrame, evidence: Evidence) -> None:
    """Questions as rows, documents as columns, the reading last; every quote opens in its cell."""
    labels = list(dict.fromkeys(comparison["document"]))
    documents = [document for document in evidence.documents if document.label in labels]
    heads = [
        node("th", "Question", scope="col", role="columnheader"),
        *(_column_head(document, evidence) for document in documents),
        node("th", "Reading", scope="col", role="columnheader"),
    ]
    rows = [_matrix_row(cells, evidence) for cells in _by_question(comparison)]
    table = node(
        "table",
        node("thead", node("tr", *heads, role="row"), role="rowgroup"),
        node("tbody", *rows, role="rowgroup"),
        cls=f"matrix columns-{min(len(documents), 8)}",
        role="table",
        aria_label="Questions put to the documents",
    )
    show(
        _legend(),
        node("div", table, cls="scroll", tabindex="0", role="region", aria_label="Source comparison"),
        key="matrix",
    )


def show_questions(
    comparison: pd.DataFrame, readings: Collection[str], evidence: Evidence, key: str, none: str
) -> None:
    """The questions with one of some readings as a list: what was answered, in short, and why it is read so."""
    chosen = comparison[comparison["reading"].isin(list(readings))]
    items = []
    for cells in _by_question(chosen):
        question, style = cells[0], READINGS[cells[0]["reading"]]
        answers = [_short_answer(cell, evidence) for cell in cells if cell["words"]]
        head = [
            node("span", style.sign, cls="sign", aria_hidden="true"),
            node("strong", question["title"]),
            node("span", f"{reading_words(question, style.word)}. {question['why']}", cls="quiet"),
        ]
        items.append(node("li", *head, *answers, cls=style.tone))
    show(node("ul", *items, cls="rows") if items else node("p", none, cls="quiet"), key=f"questions {key}")


def none_of(evidence: Evidence, absent: str) -> str:
    """What to say of an empty list: that there is none, if that is known."""
    return absent if evidence.complete else "None that is sound; what is withheld may belong here."


def _by_question(comparison: pd.DataFrame) -> list[list[Row]]:
    """The rows of a comparison frame as dictionaries, those of one question together; each repeats its question."""
    questions: dict[str, list[Row]] = {}
    for row in comparison.to_dict("records"):
        questions.setdefault(row["question_id"], []).append(row)
    return list(questions.values())


def _short_answer(cell: Row, evidence: Evidence) -> Node:
    sign, word = CELL_SIGNS[cell["sign"]]
    return node("div", f"{sign} {cell['document']}: {cell['words']}", *chips(cell["claim_ids"], evidence), title=word)


def _column_head(document: Document, evidence: Evidence) -> Node:
    dated = f"published {document.published}" if document.published else "undated"
    speakers = {claim.speaker for claim in evidence.claims_of(document.id)}
    detail = f"{dated}; {shortened(document.title.strip('[]'), 60)}; {count(len(speakers), 'speaker')}"
    return node("th", f"Document {document.label}", node("small", detail), scope="col", role="columnheader")


def _matrix_row(cells: list[Row], evidence: Evidence) -> Node:
    question, style = cells[0], READINGS[cells[0]["reading"]]
    reading = node(
        "td",
        node("span", style.sign, cls="sign", aria_hidden="true"),
        node("strong", reading_words(question, style.word)),
        node("span", question["why"], cls="why"),
        node("small", origins_sentence(question)),
        cls=f"reading {style.tone}",
        role="cell",
    )
    head = node("th", question["title"], scope="row", role="rowheader", title=question["asks"])
    return node("tr", head, *(_cell(cell, evidence) for cell in cells), reading, role="row")


def _cell(cell: Row, evidence: Evidence) -> Node:
    sign, word = CELL_SIGNS[cell["sign"]]
    parts: list[Node | str] = [
        node("span", sign, cls="sign", title=word, role="img", aria_label=word),
        cell["words"] or "not mentioned",
        *chips(cell["claim_ids"], evidence),
    ]
    if cell["claim_ids"]:
        quotes = [quote_of(evidence.claim_by_id[claim_id]) for claim_id in cell["claim_ids"]]
        parts.append(node("details", node("summary", "Exact words"), *quotes))
    head = f"Document {cell['document']}"
    return node("td", *parts, cls=SIGN_CLASS.get(cell["sign"], ""), role="cell", data_head=head)


def _legend() -> Node:
    signs = [node("li", f"{sign} {word}") for sign, word in CELL_SIGNS.values()]
    readings = [node("li", f"{style.sign} {style.word.lower()}") for style in READINGS.values()]
    return node("ul", *signs, *readings, cls="legend", aria_label="What the signs mean")
