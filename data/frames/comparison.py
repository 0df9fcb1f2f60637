"""Evidence -> questions x documents: who answers what, in which words, and from how many origins."""

from collections.abc import Iterable
from itertools import combinations, product
from typing import Any, Literal

import pandas as pd

from data.frames.rows import framed, made_once
from data.models.evidence import Cell, Claim, Document, Evidence, Question
from data.models.origins import are_independent, descent_is_inferred, independent_origins, name_of
from data.models.record import Statement
from data.proof.read_by import words_read_by

Sign = Literal["states", "no figure", "silent", "odd", "unread"]
COLUMNS = [
    "question_id", "title", "asks", "reading", "label", "why", "answers", "unread", "independent_origins", "origins",
    "origins_inferred", "corroborated", "document", "sign", "words", "number_read_by", "claim_ids", "nearby",
]  # fmt: skip
ANSWERS = [
    "question_id", "record_id", "statement", "said_by", "origin", "operator", "volume", "high", "unit", "standing",
]  # fmt: skip
KINDS = dict.fromkeys(["answers", "independent_origins"], "int64") | {
    "origins": "object", "origins_inferred": "bool", "corroborated": "bool", "claim_ids": "object",
    "unread": "object", "nearby": "object",
}  # fmt: skip
KINDS_OF_ANSWERS = {"volume": "float64", "high": "float64"}


@made_once
def comparison_frame(evidence: Evidence) -> pd.DataFrame:
    """The source comparison, one row per question and document, in the order of questions.toml and of the labels.

    Columns: question_id; title; asks; reading; label (the reading in the curator's words, or empty); why; answers
    (how many documents answer); unread (labels of the documents that nobody has read for it, tuple);
    independent_origins (how many known last origins stand behind the answers; an origin that is not known counts for
    nothing); origins (their names, tuple); origins_inferred (a descent to them is a curator's inference, not stated);
    corroborated (the answers agree, and two documents have them from origins independent of each other); document
    (label); sign (states, no figure, silent, odd, unread); words (empty where the document says nothing, or is not
    read); number_read_by (curator, if the words repeat a number that a curator read; else empty); claim_ids (tuple);
    nearby (those of them that only touch the question, which are all that a silent one has).
    Silence is not denial; compatible is not confirmed; a document that is not read yet is not silent.
    """
    rows = []
    for question in evidence.questions:
        common = _common(question, evidence)
        cells = {evidence.newest_of[cell.document]: cell for cell in _one_a_text(question.cells, evidence)}
        rows += [
            common | _cell(question, cells.get(document.id), document, evidence)
            for document in evidence.current_documents
        ]
    return framed(rows, COLUMNS, KINDS)


def record_answers(evidence: Evidence) -> pd.DataFrame:
    """What the public record says to the questions, one row per question and statement, in the order of both files.

    Columns: question_id; record_id; statement; said_by; origin (name); operator (empty without a number); volume (the
    number as given, the lower one of a range; NaN without), high (the upper one of a range, else NaN); unit (id or
    empty); standing (sound or error: an error stays beside the question, marked; what is superseded does not).
    """
    rows = [
        _answer(statement, question.id, evidence)
        for question in evidence.questions
        for statement in evidence.statements
        if question.id in statement.questions and statement.standing != "superseded"
    ]
    return framed(rows, ANSWERS, KINDS_OF_ANSWERS)


def questions_frame(comparison: pd.DataFrame) -> pd.DataFrame:
    """The questions of a comparison frame, one row each: its columns before those of a single document."""
    per_question = COLUMNS[: COLUMNS.index("document")]
    return comparison.loc[~comparison["question_id"].duplicated(), per_question].reset_index(drop=True)


def readings_of(comparison: pd.DataFrame) -> list[str]:
    """How each question of a comparison frame is read, in their order."""
    return list(dict(zip(comparison["question_id"].tolist(), comparison["reading"].tolist(), strict=True)).values())


def _common(question: Question, evidence: Evidence) -> dict[str, Any]:
    answering = [cell for cell in _one_a_text(question.cells, evidence) if cell.claims]
    claims = [evidence.claim_by_id[claim_id] for cell in answering for claim_id in cell.claims]
    origins = independent_origins(claims, evidence)
    return {
        **dict(question),
        "question_id": question.id,
        "answers": len(answering),
        "unread": tuple(one.label for one in evidence.current_documents if not _is_read(question, one, evidence)),
        "independent_origins": len(origins),
        "origins": tuple(sorted(name_of(root, evidence) for root in origins)),
        "corroborated": question.reading == "compatible" and _from_two_sides(answering, evidence),
        "origins_inferred": any(descent_is_inferred(claim, evidence) for claim in claims),
    }


def _is_read(question: Question, document: Document, evidence: Evidence) -> bool:
    """True if somebody has read a document for a question, or a version of it."""
    return document.id in {evidence.newest_of.get(one, one) for one in question.documents_read}


def _one_a_text(cells: Iterable[Cell], evidence: Evidence) -> list[Cell]:
    """What each text answers: of several versions the newest that has an answer."""
    by_text: dict[str, Cell] = {}
    for cell in cells:
        before = by_text.setdefault(evidence.newest_of[cell.document], cell)
        if _version(cell.document, evidence) > _version(before.document, evidence):
            by_text[evidence.newest_of[cell.document]] = cell
    return list(by_text.values())


def _version(document_id: str, evidence: Evidence) -> int:
    """How many older versions of a document there are."""
    steps, older = 0, evidence.document_by_id[document_id].supersedes
    while older and older in evidence.document_by_id and steps < len(evidence.documents):
        steps, older = steps + 1, evidence.document_by_id[older].supersedes
    return steps


def _answer(statement: Statement, question_id: str, evidence: Evidence) -> dict[str, Any]:
    quantity = statement.quantity
    return {
        **dict(statement),
        "question_id": question_id,
        "origin": evidence.origin_by_id[statement.origin].name,
        "operator": quantity.operator if quantity else "",
        "volume": quantity.stated if quantity else None,
        "high": quantity.high if quantity else None,
        "unit": quantity.unit if quantity else "",
    }


def _from_two_sides(answering: list[Cell], evidence: Evidence) -> bool:
    """True if claims of two documents that answer are independent of each other."""
    claims = [[evidence.claim_by_id[claim_id] for claim_id in cell.claims] for cell in answering]
    pairs = (pair for one, other in combinations(claims, 2) for pair in product(one, other))
    return any(are_independent(first, second, evidence) for first, second in pairs)


def _cell(question: Question, cell: Cell | None, document: Document, evidence: Evidence) -> dict[str, Any]:
    claims = [evidence.claim_by_id[claim_id] for claim_id in cell.claims] if cell else []
    return {
        "document": document.label,
        "sign": _sign(question, claims, document, evidence),
        "words": cell.words if cell else "",
        "number_read_by": words_read_by(cell.words, cell.claim_ids, evidence) if cell else "",
        "claim_ids": cell.claim_ids if cell else (),
        "nearby": tuple(one for one in cell.nearby if one not in cell.claims) if cell else (),
    }


def _sign(question: Question, claims: list[Claim], document: Document, evidence: Evidence) -> Sign:
    if not _is_read(question, document, evidence):
        return "unread"
    if not claims:
        return "silent"
    if any(evidence.asks_to_check_wording(claim) for claim in claims):
        return "odd"
    return "no figure" if question.figure and not any(claim.quantity for claim in claims) else "states"
