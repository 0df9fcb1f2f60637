"""The source comparison on a screen: the table of its slides, with as many questions and documents on each as fit."""

from dataclasses import replace
from functools import partial
from typing import NamedTuple

import pandas as pd

from components.figures.compared import answers
from components.figures.compared.matrix import Asked, Group, Page, asked_of, groups_of, pages_of
from components.scene import table
from components.scene.canvas import Canvas, Look
from components.scene.furniture import Scene, Words, across, safe
from components.scene.screens import counted, room_for
from components.scene.things import CONTENT
from components.sentences.comparison import comparison_headline, comparison_sentence, reading_words
from components.sentences.counts import count
from components.sentences.sources import source_lines
from components.theme import CITED_SIGN, CITED_WORD, READINGS
from data.models.evidence import Evidence

SIDES = (2.0, 2.0)


class _Part(NamedTuple):
    """What stands on one screen, its words, and the inches there are for its table."""

    page: Page
    words: Words
    room: float


def comparison(
    rows: pd.DataFrame, whole: pd.DataFrame, evidence: Evidence, look: Look, cited: pd.DataFrame | None = None
) -> Scene:
    """Some rows of the comparison frame `whole`, in as many parts as screens need.

    With `cited`, a record_answers frame, the last but one column holds what the public record says first. A click hands
    over a claim id, or "record:" with an id.
    """
    look = replace(look, part=max(look.part, 1))
    parts = _parts(whole, asked_of(rows, cited, evidence, opening=str), look)
    place = min(look.part, len(parts))
    page, words, room = parts[place - 1]
    canvas, legend = Canvas(look), answers.legend(page.group.with_record)
    height = table.draw(canvas, table.filling(page.table, room), legend, partial(_hover, evidence=evidence))
    told = counted(words, place, len(parts)) if len(parts) > 1 else words
    return Scene(canvas, told, height, SIDES, len(parts))


def comparison_in_words(rows: pd.DataFrame, whole: pd.DataFrame) -> str:
    """Alternative text: the finding and the reading of every question."""
    first = rows.drop_duplicates("question_id").to_dict("records")
    readings = [f"{row['title']}: {reading_words(row, READINGS[row['reading']].word)}" for row in first]
    return f"Table of questions and documents. {comparison_headline(whole)}. {'; '.join(readings)}"


def _parts(whole: pd.DataFrame, asked: Asked, look: Look) -> list[_Part]:
    """All on one screen if that holds it, else on as many as it takes."""
    inch, parts = across(look) / CONTENT.width, list[_Part]()
    groups = groups_of(asked)
    for group in groups:
        words = _words(whole, group, asked)
        alone, one_of_several = (room / inch for room in room_for(words, look, table.FOOT * inch))
        pages = pages_of(group, asked, alone)
        if len(groups) == len(pages) == 1:
            return [_Part(pages[0], words, alone)]
        parts += [_Part(page, words, one_of_several) for page in pages_of(group, asked, one_of_several)]
    return parts


def _words(whole: pd.DataFrame, group: Group, asked: Asked) -> Words:
    evidence, shown, total = asked.evidence, len(asked.answered), whole["question_id"].nunique()
    many = count(total, "question") if shown == total else f"{shown} of {count(total, 'question')}"
    some = f"{len(group.documents)} of {count(len(evidence.current_documents), 'document')}"
    put_to = "the documents" if len(group.documents) == len(evidence.current_documents) else some
    record = f", the public record ({CITED_SIGN} {CITED_WORD}) beside them" if group.with_record else ""
    cells = [by_label[label] for by_label in asked.answered.values() for label in group.labels]
    claims = [claim_id for cell in cells for claim_id in cell["claim_ids"]]
    records = [answer["record_id"] for beside in (asked.cited or {}).values() for answer in beside]
    sources = source_lines(claims, evidence, with_limit=False, record_ids=records)
    subtitle = f"{many} put to {put_to}{record}"
    told = (comparison_sentence(whole), *sources)
    return Words(comparison_headline(whole), subtitle, told)


def _hover(behind: str, evidence: Evidence) -> str:
    record = evidence.record_by_id.get(behind.removeprefix(answers.RECORD))
    if record:
        return f"<b>{CITED_SIGN} {CITED_WORD}: {safe(record.said_by)}</b><br>Click for the record"
    document = evidence.document_by_id[evidence.claim_by_id[behind].document]
    return f"<b>Document {safe(document.label)} [{safe(behind)}]</b><br>Click for the exact words"
