"""The source comparison as a figure: questions as rows, documents as columns, the reading last."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from components.figures.comparison_rows import (
    BESIDE_SIGN,
    LEADING,
    PAD,
    Asked,
    Row,
    Table,
    asked,
    cell_of,
    draw_row,
    draw_sign,
    record_cell,
    rule,
    tone_of,
)
from components.scene.canvas import Canvas, Look
from components.scene.furniture import Scene, Words, across, pixels, safe
from components.scene.marks import Hits, Opens
from components.scene.screens import part_of, room_for
from components.scene.text import fitted
from components.sentences.comparison import comparison_headline, comparison_sentence, reading_words
from components.sentences.counts import count
from components.sentences.sources import source_lines
from components.theme import CELL_SIGNS, CITED_SIGN, CITED_WORD, READINGS
from data.models.evidence import Document, Evidence

MOST_DOCUMENTS = 4
QUESTION_SHARE, READING_SHARE = 0.165, 0.275  # of the width
RECORD_SHARE = 1.45  # of the width of a document's column
HEAD, FOOT = 46.0, 48.0
LEGEND_ROW = 18.0  # pixels from one row of the legend to the next
MOST_BETWEEN = 20.0  # pixels between two entries of the legend
POINTS = 6  # of a cell that a click reaches


def comparison(
    rows: pd.DataFrame, whole: pd.DataFrame, evidence: Evidence, look: Look, answers: pd.DataFrame | None = None
) -> Scene:
    """Some rows of the comparison frame `whole`, with as many documents as have room.

    With `answers`, a record_answers frame, the last but one column holds what the public record says first. What does
    not fit on a screen goes on in another part. A click hands over a claim id, or "record:" with an id.
    """
    documents = _documents(rows, evidence)
    table = _table(Canvas(look), len(documents), answers is not None)
    found = [_asked(cells, documents, table, answers) for cells in _by_question(rows)]
    words = _words(rows, whole, documents, evidence, answers)
    room = room_for(words, look, HEAD + FOOT)
    part = part_of(found, [table.height(row) for row in found], words, look, room)
    if look.for_screen:
        table = table.filling(part.things, room.part if part.parts > 1 else room.whole)
    _head(table, documents, answers is not None)
    level = -HEAD
    for row in part.things:
        level = draw_row(table, row, level)
    _clicks(table, part.things)
    _legend(table, level - FOOT + 10 + LEGEND_ROW)
    table.canvas.xaxis |= {"range": [0, table.end]}
    table.canvas.yaxis |= {"range": [level - FOOT, 0]}
    return Scene(table.canvas, part.words, FOOT - level, (2, 2), part.parts)


def comparison_in_words(rows: pd.DataFrame, whole: pd.DataFrame) -> str:
    """Alternative text: the finding and the reading of every question."""
    readings = [
        f"{cells[0]['title']}: {reading_words(cells[0], READINGS[cells[0]['reading']].word)}"
        for cells in _by_question(rows)
    ]
    return f"Table of questions and documents. {comparison_headline(whole)}. {'; '.join(readings)}"


def _words(
    rows: pd.DataFrame,
    whole: pd.DataFrame,
    documents: Sequence[Document],
    evidence: Evidence,
    answers: pd.DataFrame | None,
) -> Words:
    shown, total = rows["question_id"].nunique(), whole["question_id"].nunique()
    many = count(total, "question") if shown == total else f"{shown} of {count(total, 'question')}"
    some = f"{len(documents)} of {count(len(evidence.documents), 'document')}"
    put_to = "the documents" if len(documents) == len(evidence.documents) else some
    record = f", the public record ({CITED_SIGN} {CITED_WORD}) beside them" if answers is not None else ""
    labels = {document.label for document in documents}
    claims = [claim for ids in rows.loc[rows["document"].isin(labels), "claim_ids"] for claim in ids]
    cited = answers[answers["question_id"].isin(rows["question_id"])] if answers is not None else None
    records = [] if cited is None else list(cited["record_id"])
    sources = source_lines(claims, evidence, with_limit=False, record_ids=records)
    subtitle = f"{many} put to {put_to}{record}; a click on a cell opens the exact words"
    return Words(comparison_headline(whole), subtitle, (comparison_sentence(whole), *sources))


def _documents(rows: pd.DataFrame, evidence: Evidence) -> list[Document]:
    labels = set(rows["document"])
    return [document for document in evidence.documents if document.label in labels][:MOST_DOCUMENTS]


def _table(canvas: Canvas, documents: int, with_record: bool) -> Table:
    room = across(canvas.look) - 4
    first, last = room * QUESTION_SHARE, room * (1 - READING_SHARE)
    shares = [1.0] * documents + [RECORD_SHARE] * with_record
    starts = first + (last - first) * np.cumsum([0.0, *shares]) / sum(shares)
    return Table(canvas, [0.0, *starts.tolist()], room)


def _by_question(rows: pd.DataFrame) -> list[list[Row]]:
    """The rows of a comparison frame, those of one question together; each repeats its question."""
    questions: dict[str, list[Row]] = {}
    for row in rows.to_dict("records"):
        questions.setdefault(row["question_id"], []).append(row)
    return list(questions.values())


def _asked(cells: Sequence[Row], documents: Sequence[Document], table: Table, answers: pd.DataFrame | None) -> Asked:
    question, by_label = cells[0], {cell["document"]: cell for cell in cells}
    drawn = [cell_of(by_label[document.label], table, place) for place, document in enumerate(documents, 1)]
    if answers is not None:
        own = answers[answers["question_id"] == question["question_id"]]
        drawn.append(record_cell(own, table, len(documents) + 1))
    return asked(question, drawn, table)


def _head(table: Table, documents: Sequence[Document], with_record: bool) -> None:
    canvas, palette = table.canvas, table.canvas.look.palette
    heads = [("Question", ""), *((f"Document {one.label}", _dated(one)) for one in documents)]
    heads += [("Public record", f"{CITED_SIGN} {CITED_WORD}, not quoted")] if with_record else []
    for column, (name, detail) in enumerate([*heads, ("Reading", "")]):
        text = f"<b>{safe(name)}</b>"
        if detail:
            short = safe(fitted(detail, table.wide(column) / table.small))
            text += f"<br><span style='font-size:{table.small}px;color:{palette.secondary}'>{short}</span>"
        canvas.text(text, (table.starts[column] + PAD, -HEAD), table.size, palette.ink, ("left", "bottom"), (0, 3))
    rule(table, -HEAD, palette.ink, 2)


def _dated(document: Document) -> str:
    dated = f"published {document.published}" if document.published else "undated"
    return f"{dated}; {document.title.strip('[]')}"


def _legend(table: Table, level: float) -> None:
    """What the signs of the cells mean, and below them those of the readings, in rows no wider than the table."""
    canvas, palette = table.canvas, table.canvas.look.palette
    signs = [BESIDE_SIGN + pixels(word, table.small) for _, word in CELL_SIGNS.values()]
    readings = [pixels(f"{style.sign} {style.word}", table.small) for style in READINGS.values()]
    for (sign, (_, word)), left in zip(CELL_SIGNS.items(), _beside(table, signs), strict=True):
        draw_sign(table, sign, left, level)
        canvas.text(word, (left + BESIDE_SIGN, level), table.small, palette.secondary, ("left", "middle"))
    for (reading, style), left in zip(READINGS.items(), _beside(table, readings), strict=True):
        told = f"<b style='color:{tone_of(reading, palette)}'>{style.sign}</b> {style.word.lower()}"
        canvas.text(told, (left, level - LEGEND_ROW), table.small, palette.secondary, ("left", "middle"))


def _beside(table: Table, widths: Sequence[float]) -> list[float]:
    """Where each entry of a row begins, no closer than the table leaves room for and no farther apart than needed."""
    between = min(MOST_BETWEEN, (table.end - PAD - sum(widths)) / (len(widths) - 1))
    return [PAD + sum(widths[:place]) + between * place for place in range(len(widths))]


def _clicks(table: Table, rows: Sequence[Asked]) -> None:
    """Points nobody sees over the first line of a cell: a click opens the words of its first claim, or the record."""
    x, y, opens, hover, level = [], [], [], [], -HEAD
    for row in rows:
        for column, cell in enumerate(row.cells, 1):
            if cell.opens:
                start = table.starts[column] + PAD
                x += np.linspace(start + 8, start + table.wide(column) - 8, POINTS).round(1).tolist()
                y += [round(level - table.air - table.size * LEADING / 2, 1)] * POINTS
                opens += [cell.opens] * POINTS
                hover += [cell.hover] * POINTS
        level -= table.height(row)
    table.canvas.marks.append(Hits(x, y, 30, Opens(hover, opens)))
