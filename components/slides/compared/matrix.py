"""The table of the comparison in pieces: which documents stand on a slide, how wide, and which questions fit below."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from components.scene.text import paged
from components.scene.things import CONTENT, SMALL_POINTS
from components.slides.compared import answers
from components.slides.compared.answers import Answer, Room
from components.slides.view import View
from components.slides.words.ruled import Row, row_height
from data.frames.rows import rows_of
from data.models.evidence import Document

MOST_DOCUMENTS, MOST_BESIDE_RECORD = 5, 3
FEW_COLUMNS = 3
FEW, MANY = (1.9, 2.5), (1.55, 2.0)  # inches of the first column and of the last
RECORD_SHARE = 2.2  # of the column of a document
POINTS = 12.0


@dataclass(frozen=True)
class Asked:
    """The questions shown, by id: what each document answers, by label, and what the public record says beside them.

    `cited` is None where the public record is not on show.
    """

    answered: Mapping[str, Mapping[str, Answer]]
    cited: Mapping[str, list[Answer]] | None


@dataclass(frozen=True)
class Group:
    """The documents of one slide, of how many, and whether the public record has a column beside them."""

    documents: tuple[Document, ...]
    of: int
    with_record: bool

    @property
    def labels(self) -> list[str]:
        return [document.label for document in self.documents]

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
    """One slide: its documents, the ids of its questions, and the rows of the table with its head."""

    group: Group
    questions: tuple[str, ...]
    rows: tuple[Row, ...]


def asked_of(view: View) -> Asked:
    """The questions and the answers of a view, in their order."""
    answered: dict[str, dict[str, Answer]] = {}
    for cell in rows_of(view.comparison):
        answered.setdefault(cell["question_id"], {})[cell["document"]] = cell
    if view.answers is None:
        return Asked(answered, None)
    cited: dict[str, list[Answer]] = {question: [] for question in answered}
    for answer in rows_of(view.answers):
        if answer["question_id"] in cited:
            cited[answer["question_id"]].append(answer)
    return Asked(answered, cited)


def groups_of(asked: Asked, view: View) -> list[Group]:
    """The documents shown in groups of about the same size, none larger than a slide can hold."""
    labels = {label for by_label in asked.answered.values() for label in by_label}
    shown = [document for document in view.evidence.documents if document.label in labels]
    with_record = asked.cited is not None
    many = -(-len(shown) // (MOST_BESIDE_RECORD if with_record else MOST_DOCUMENTS))
    edges = [place * len(shown) // many for place in range(many + 1)]
    return [Group(tuple(shown[start:end]), len(shown), with_record) for start, end in pairwise(edges)]


def pages_of(group: Group, asked: Asked, view: View, room: float) -> list[Page]:
    """The questions on as many slides as a group of documents needs, the head on each; `room` in inches."""
    head, widths = _head(group), group.widths
    figures = {question.id for question in view.evidence.questions if question.figure}
    rows = [(question, _row(question, group, asked, question in figures, view)) for question in asked.answered]
    heights = [row_height(row, widths, group.points) for _, row in rows]
    spread = paged(rows, heights, room - row_height(head, widths, group.points))
    return [Page(group, tuple(name for name, _ in some), (head, *(row for _, row in some))) for some in spread]


def _head(group: Group) -> Row:
    first, *rooms, last = group.rooms
    heads = [answers.document_head(document, room) for document, room in zip(group.documents, rooms, strict=False)]
    if group.with_record:
        heads.append(answers.record_head(rooms[-1]))
    return (answers.plain_head("Question", first), *heads, answers.plain_head("Reading", last))


def _row(question: str, group: Group, asked: Asked, asks_for_figure: bool, view: View) -> Row:
    first, *rooms, last = group.rooms
    by_label = asked.answered[question]
    some = by_label[group.labels[0]]
    cells = [answers.answer_cell(by_label[label], room, view) for label, room in zip(group.labels, rooms, strict=False)]
    if asked.cited is not None:
        cells.append(answers.record_cell(asked.cited[question], asks_for_figure, rooms[-1], view))
    return (answers.question_cell(some, first), *cells, answers.reading_cell(some, last))
