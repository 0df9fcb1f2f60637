"""The source comparison on the page: the matrix with quotes on demand, and short lists of single readings."""

from collections.abc import Hashable
from typing import Any, NamedTuple

import pandas as pd

from components.nodes.cited import standing_mark
from components.nodes.claims import chips, cited_chip, quote_of
from components.nodes.node import Node, column_head, node, rows_or_none, scrolled, table_of
from components.sentences.comparison import answer_words, origins_sentence, reading_words, unread_here
from components.sentences.counts import count
from components.sentences.records.record_words import number_of
from components.theme import CELL_SIGNS, CITED_SIGN, READINGS, shortened
from data.models.evidence import Document, Evidence

Row = dict[Hashable, Any]
RECORD_TITLE = "Public record"


class Readings(NamedTuple):
    """Ways in which answers are read that are listed together, the title of their list, and what is said of none."""

    title: str
    named: tuple[str, ...]
    none: str


ALONE = Readings("Only in one document", ("one-document",), "No answer rests on one document.")
APART = Readings(
    "Where they part, or need a check",
    ("differ", "against-itself", "different-things", "check-wording"),
    "The documents part on nothing.",
)
MOST_ANSWERS = 3
LONGEST_ANSWER = 110
SIGN_CLASS = {"silent": "silent", "odd": "odd", "unread": "unread"}


def matrix(comparison: pd.DataFrame, evidence: Evidence, answers: pd.DataFrame | None = None) -> tuple[Node, Node]:
    """Questions as rows, documents as columns, the reading last; every quote opens in its cell.

    With `answers`, a record_answers frame, the last but one column holds what the public record says.
    """
    labels = list(dict.fromkeys(comparison["document"]))
    documents = [document for document in evidence.current_documents if document.label in labels]
    heads = [
        column_head("Question"),
        *(_head_of(document, evidence) for document in documents),
        *([] if answers is None else [_record_head()]),
        column_head("Reading"),
    ]
    rows = [_matrix_row(cells, evidence, answers) for cells in _by_question(comparison)]
    cls = f"matrix columns-{min(len(heads) - 2, 8)}"
    table = table_of(heads, rows, cls, "Questions put to the documents")
    return _legend(with_record=answers is not None), scrolled(table, "Source comparison")


def questions_read(comparison: pd.DataFrame, readings: Readings, evidence: Evidence) -> Node:
    """The questions with one of some readings as a list: what was answered, in short, and why it is read so."""
    chosen = comparison[comparison["reading"].isin(readings.named)]
    items = []
    for cells in _by_question(chosen):
        question, style = cells[0], READINGS[cells[0]["reading"]]
        answers = [_short_answer(cell, evidence) for cell in cells if cell["words"]]
        if unread := unread_here(question):
            answers.append(node("div", unread, cls="quiet"))
        head = [
            node("span", style.sign, cls="sign", aria_hidden="true"),
            node("strong", question["title"]),
            node("span", f"{reading_words(question, style.word)}. {question['why']}", cls="quiet"),
        ]
        items.append(node("li", *head, *answers, cls=style.tone))
    return rows_or_none(items, _none_of(readings, evidence))


def _none_of(readings: Readings, evidence: Evidence) -> str:
    """What to say of an empty list: that there is none, if that is known."""
    return readings.none if evidence.complete else "None that is sound; what is withheld may belong here."


def _by_question(comparison: pd.DataFrame) -> list[list[Row]]:
    """The rows of a comparison frame as dictionaries, those of one question together; each repeats its question."""
    questions: dict[str, list[Row]] = {}
    for row in comparison.to_dict("records"):
        questions.setdefault(row["question_id"], []).append(row)
    return list(questions.values())


def _short_answer(cell: Row, evidence: Evidence) -> Node:
    sign, word = CELL_SIGNS[cell["sign"]]
    return node(
        "div", f"{sign} {cell['document']}: {answer_words(cell)}", *chips(cell["claim_ids"], evidence), title=word
    )


def _head_of(document: Document, evidence: Evidence) -> Node:
    dated = f"published {document.published}" if document.published else "undated"
    speakers = {claim.speaker for claim in evidence.claims_of(document.id)}
    detail = f"{dated}; {shortened(document.title.strip('[]'), 60)}; {count(len(speakers), 'speaker')}"
    return column_head(f"Document {document.label}", node("small", detail))


def _record_head() -> Node:
    return column_head(RECORD_TITLE, node("small", f"{CITED_SIGN} cited: an address, not a text"))


def _matrix_row(cells: list[Row], evidence: Evidence, answers: pd.DataFrame | None) -> Node:
    question, style = cells[0], READINGS[cells[0]["reading"]]
    reading = node(
        "td",
        node("span", style.sign, cls="sign", aria_hidden="true"),
        node("strong", reading_words(question, style.word)),
        node("span", question["why"], cls="why"),
        node("small", ". ".join(part for part in (origins_sentence(question), unread_here(question)) if part)),
        cls=f"reading {style.tone}",
        role="cell",
    )
    head = node("th", question["title"], scope="row", role="rowheader", title=question["asks"])
    record = [] if answers is None else [_record_cell(question["question_id"], answers, evidence)]
    return node("tr", head, *(_cell(cell, evidence) for cell in cells), *record, reading, role="row")


def _record_cell(question_id: str, answers: pd.DataFrame, evidence: Evidence) -> Node:
    """What the public record says to one question: the first few facts, the rest on demand."""
    asks_for_figure = any(question.figure for question in evidence.questions if question.id == question_id)
    rows = answers[answers["question_id"] == question_id]
    # Errors come last: they stay in sight, and never before what is sound.
    ordered = rows.sort_values("standing", key=lambda standing: standing == "error", kind="stable")
    cited = [_cited_answer(answer, asks_for_figure, evidence) for answer in ordered.to_dict("records")]
    parts: list[Node | str] = [*cited[:MOST_ANSWERS]] or [node("span", "nothing cited", cls="quiet")]
    if rest := cited[MOST_ANSWERS:]:
        parts.append(node("details", node("summary", f"{len(rest)} more"), *rest))
    return node("td", *parts, cls="cited" if cited else "cited silent", role="cell", data_head=RECORD_TITLE)


def _cited_answer(answer: Row, asks_for_figure: bool, evidence: Evidence) -> Node:
    record = evidence.record_by_id[answer["record_id"]]
    mark = standing_mark(record, evidence)
    figure = number_of(record, evidence) if asks_for_figure else ""
    said = figure or shortened(answer["statement"], LONGEST_ANSWER)
    return node(
        "div",
        *mark,
        " " if mark else "",
        said,
        node("small", f" {answer['said_by']}"),
        " ",
        cited_chip(record.record_id, evidence),
        cls="answer",
        title=answer["statement"],
    )


def _cell(cell: Row, evidence: Evidence) -> Node:
    sign, word = CELL_SIGNS[cell["sign"]]
    parts: list[Node | str] = [
        node("span", sign, cls="sign", title=word, role="img", aria_label=word),
        answer_words(cell),
        *chips(cell["claim_ids"], evidence),
    ]
    if cell["claim_ids"]:
        quotes = [quote_of(evidence.claim_by_id[claim_id]) for claim_id in cell["claim_ids"]]
        parts.append(node("details", node("summary", "Exact words"), *quotes))
    head = f"Document {cell['document']}"
    return node("td", *parts, cls=SIGN_CLASS.get(cell["sign"], ""), role="cell", data_head=head)


def _legend(with_record: bool) -> Node:
    signs = [node("li", f"{sign} {word}") for sign, word in CELL_SIGNS.values()]
    cited = [node("li", f"{CITED_SIGN} cited, not quoted")] if with_record else []
    readings = [node("li", f"{style.sign} {style.word.lower()}") for style in READINGS.values()]
    return node("ul", *signs, *cited, *readings, cls="legend", aria_label="What the signs mean")
