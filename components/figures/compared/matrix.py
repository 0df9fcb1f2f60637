"""The table of the comparison in pieces: which documents stand on a page, how wide, and which questions fit below."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from components.figures.compared import answers
from components.figures.compared.answers import Answer, Opening, Room
from components.scene.ruled import Row, row_height, table
from components.scene.screens import balanced
from components.scene.things import CONTENT, SMALL_POINTS, Table
from components.sentences.counts import count, listed
from data.frames.rows import rows_of
from data.models.evidence import Document, Evidence

MOST_DOCUMENTS, MOST_BESIDE_RECORD = 5, 3
FEW_COLUMNS = 3
FEW, MANY = (1.9, 2.82), (1.55, 2.1)  # inches of the first column and of the last
RECORD_SHARE = 2.2  # of the column of a document
POINTS = 12.0
NEAR = 0.01  # inches to which rows are spread evenly over pages


@dataclass(frozen=True)
class Asked:
    """The questions shown, by id: what each document answers, by label, and what the public record says beside them.

    `cited` is None where the public record is not on show; `rest` says where all of it stands, if anywhere. `opening`
    says what an id leads to.
    """

    evidence: Evidence
    answered: Mapping[str, Mapping[str, Answer]]
    cited: Mapping[str, list[Answer]] | None
    opening: Opening
    rest: str = ""

    @property
    def documents(self) -> list[Document]:
        """The documents shown."""
        labels = {label for by_label in self.answered.values() for label in by_label}
        return [document for document in self.evidence.current_documents if document.label in labels]


@dataclass(frozen=True)
class Group:
    """The documents of one page, of how many, and whether the public record has a column beside them."""

    documents: tuple[Document, ...]
    of: int
    with_record: bool

    @property
    def labels(self) -> list[str]:
        return [document.label for document in self.documents]

    @property
    def named(self) -> str:
        return f"document{'s' if len(self.labels) > 1 else ''} {listed(self.labels)}"

    @property
    def widths(self) -> tuple[float, ...]:
        """Inches of the columns: question, documents, public record, reading."""
        first, last = MANY if self.with_record or len(self.documents) > FEW_COLUMNS else FEW
        shares = [1.0] * len(self.documents) + [RECORD_SHARE] * self.with_record
        each = (CONTENT.width - first - last) / sum(shares)
        return (first, *(share * each for share in shares), last)

    @property
    def points(self) -> float:
        return POINTS if len(self.documents) + self.with_record <= FEW_COLUMNS else SMALL_POINTS

    @property
    def rooms(self) -> list[Room]:
        return [Room(width, self.points) for width in self.widths]


@dataclass(frozen=True)
class Page:
    """One slide or screen: its documents, the ids of its questions, and the rows of the table with its head."""

    group: Group
    questions: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def table(self) -> Table:
        """The table, where the content of a slide begins."""
        alt = f"{count(len(self.questions), 'question')} put to {self.group.named}, and how the answers are read"
        return table("Source comparison", self.rows, self.group.widths, CONTENT.y, alt, points=self.group.points)


def asked_of(
    comparison: pd.DataFrame, cited: pd.DataFrame | None, evidence: Evidence, opening: Opening, rest: str = ""
) -> Asked:
    """The questions and the answers of a comparison frame in their order, with a record_answers frame beside them."""
    answered: dict[str, dict[str, Answer]] = {}
    for cell in rows_of(comparison):
        answered.setdefault(cell["question_id"], {})[cell["document"]] = cell
    if cited is None:
        return Asked(evidence, answered, None, opening)
    beside: dict[str, list[Answer]] = {question: [] for question in answered}
    for answer in rows_of(cited):
        if answer["question_id"] in beside:
            beside[answer["question_id"]].append(answer)
    return Asked(evidence, answered, beside, opening, rest)


def groups_of(asked: Asked) -> list[Group]:
    """The documents shown in groups of about the same size, none larger than a page can hold."""
    shown, with_record = asked.documents, asked.cited is not None
    many = -(-len(shown) // (MOST_BESIDE_RECORD if with_record else MOST_DOCUMENTS))
    edges = [place * len(shown) // many for place in range(many + 1)]
    return [Group(tuple(shown[start:end]), len(shown), with_record) for start, end in pairwise(edges)]


def pages_of(group: Group, asked: Asked, room: float) -> list[Page]:
    """The questions on as many pages as a group of documents needs, the head on each; `room` in inches."""
    head, widths, names = _head(group, asked), group.widths, list(asked.answered)
    figures = {question.id for question in asked.evidence.questions if question.figure}
    rows = [_row(name, group, asked, name in figures) for name in names]
    heights = [row_height(row, widths, group.points) for row in rows]
    found = balanced(heights, room - row_height(head, widths, group.points), NEAR)
    return [Page(group, tuple(names[some]), (head, *rows[some])) for some in found]


def _head(group: Group, asked: Asked) -> Row:
    first, *rooms, last = group.rooms
    heads = [answers.document_head(document, room) for document, room in zip(group.documents, rooms, strict=False)]
    if group.with_record:
        heads.append(answers.record_head(rooms[-1], asked.rest))
    return (answers.plain_head("Question", first), *heads, answers.plain_head("Reading", last))


def _row(question: str, group: Group, asked: Asked, asks_for_figure: bool) -> Row:
    first, *rooms, last = group.rooms
    by_label = asked.answered[question]
    some = by_label[group.labels[0]]
    cells = [
        answers.answer_cell(by_label[label], room, asked.opening)
        for label, room in zip(group.labels, rooms, strict=False)
    ]
    if asked.cited is not None:
        cited = asked.cited[question]
        cells.append(answers.record_cell(cited, asks_for_figure, rooms[-1], asked.evidence, asked.opening))
    return (answers.question_cell(some, first), *cells, answers.reading_cell(some, last))
