"""The comparison on slides: a table of questions and documents, which goes on by rows and by groups of documents."""

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from components.figures.compared import answers
from components.figures.compared.matrix import Asked, Group, Page, asked_of, groups_of, pages_of
from components.scene.text import cut, height, inches
from components.scene.things import CONTENT, SMALL_POINTS, Paragraph, Place, Run, Slide, Text
from components.sentences.comparison import (
    MEANING,
    agreement_sentence,
    comparison_headline,
    comparison_sentence,
    of_those_read,
    origins_sentence,
    reading_words,
    unread_here,
    unread_sentence,
)
from components.sentences.counts import count, in_words
from components.sentences.sources import source_lines
from components.slides.view import View
from components.slides.words.findings import finding, nothing
from components.slides.words.notes import chosen_sentences, notes
from components.theme import READINGS
from data.frames.comparison import readings_of

PART = "comparison"
FOOT_POINTS = 12.0
ABOVE_FOOT = 0.12


class Setting(NamedTuple):
    """What all slides of one comparison share: among it on which rows independent origins agree, and who is unread."""

    view: View
    link: str
    asked: Asked
    agreement: str
    unread: str


def slides(view: View) -> list[Slide]:
    """The questions shown, with as many documents on a slide as can be read; without a question one slide that says so.

    Each slide has the reading of its questions, and the public record where that is on show.
    """
    comparison = view.comparison
    link = view.links.to(PART, layer="record" if view.answers is not None else "")
    if comparison.empty:
        return [nothing(PART, "question", len(view.evidence.questions), view.evidence, link)]
    setting = Setting(view, link, _asked(view), agreement_sentence(comparison), unread_sentence(comparison))
    pages = [page for group in groups_of(setting.asked) for page in _pages(group, setting)]
    sentences = list(_sentences(comparison))
    return [_slide(finding(sentences, place, len(pages)), page, setting) for place, page in enumerate(pages, 1)]


def _asked(view: View) -> Asked:
    def opening(behind: str) -> str:
        record = behind.removeprefix(answers.RECORD)
        return view.links.to("record", record=record) if record != behind else view.links.to("documents", claim=behind)

    return asked_of(view.comparison, view.answers, view.evidence, opening, "; all in the notes")


def _pages(group: Group, setting: Setting) -> list[Page]:
    foot = height(_foot(group, setting), CONTENT.width, SMALL_POINTS)
    return pages_of(group, setting.asked, CONTENT.height - foot - ABOVE_FOOT)


def _slide(title: str, page: Page, setting: Setting) -> Slide:
    foot, view = _foot(page.group, setting), setting.view
    tall = height(foot, CONTENT.width, SMALL_POINTS)
    place = Place(CONTENT.x, CONTENT.bottom - tall, CONTENT.width, tall)
    said = " ".join("".join(run.text for run in paragraph) for paragraph in foot)
    claims, records = _behind(page, setting.asked)
    return Slide(
        PART,
        title,
        (
            page.table,
            Text("What the signs mean", place, foot, said, SMALL_POINTS),
        ),
        source_lines(claims, view.evidence, with_limit=False, record_ids=records),
        notes(view, claims, records, words=_words(page, setting)),
        setting.link,
    )


def _behind(page: Page, asked: Asked) -> tuple[list[str], list[str]]:
    """The claims in the cells of a slide, and the cited records beside its questions, also those it has no room for."""
    cells = [asked.answered[question][label] for question in page.questions for label in page.group.labels]
    claims = [claim_id for cell in cells for claim_id in cell["claim_ids"]]
    cited = asked.cited or {}
    return claims, [answer["record_id"] for question in page.questions for answer in cited.get(question, [])]


def _foot(group: Group, setting: Setting) -> tuple[Paragraph, ...]:
    """Where independent origins agree, what the marks do not mean, who is unread, the signs, and what is left out."""
    room = CONTENT.width - inches(f" {MEANING}", FOOT_POINTS)
    first = cut(setting.agreement, room, FOOT_POINTS, 1)
    lines: list[Paragraph] = [(Run(f"{first} {MEANING}", points=FOOT_POINTS),)]
    if setting.unread:
        lines.append((Run(cut(setting.unread, CONTENT.width, FOOT_POINTS, 1), points=FOOT_POINTS),))
    lines.append(answers.legend(group.with_record))
    if shown := _shown(group, setting):
        lines.append((Run(cut(shown, CONTENT.width, SMALL_POINTS, 1), colour=answers.GREY),))
    return tuple(lines)


def _shown(group: Group, setting: Setting) -> str:
    """Which documents stand on the slide where it has not all, and what the filters leave out."""
    evidence, questions = setting.view.evidence, len(setting.asked.answered)
    parts = [f"On this slide: {group.named} of {group.of}."] if len(group.documents) < group.of else []
    left_out = [
        f"{shown} of {count(of, thing)} {'is' if shown == 1 else 'are'} shown."
        for shown, of, thing in (
            (questions, len(evidence.questions), "question"),
            (group.of, len(evidence.current_documents), "document"),
        )
        if shown < of
    ]
    return " ".join([*parts, *left_out, *(chosen_sentences(setting.view) if left_out else [])]).strip()


def _words(page: Page, setting: Setting) -> list[str]:
    """What the notes begin with: the count of origins, and each question with its reading and the origins behind it."""
    some = page.group.labels[0]
    rows = [setting.asked.answered[question][some] for question in page.questions]
    told = [
        f"{row['title']} ({row['asks']}) {reading_words(row, READINGS[row['reading']].word)}: "
        f"{row['why']}. {origins_sentence(row)}. {unread_here(row)}".rstrip()
        for row in rows
    ]
    return [comparison_sentence(setting.view.comparison), *chosen_sentences(setting.view), *told]


def _sentences(comparison: pd.DataFrame) -> Iterator[str]:
    """The finding, then shorter forms of it; the last is true of every comparison and fits every title."""
    readings = readings_of(comparison)
    alone, apart = readings.count("one-document"), readings.count("differ")
    of, one = f"of {in_words(len(readings))} questions", len(readings) == 1
    if alone:
        yield comparison_headline(comparison)
        many, rest = in_words(alone).capitalize(), "rests" if alone == 1 else "rest"
        which, still = "The question" if one else f"{many} {of}", of_those_read(comparison)
        yield f"{which} {rest} on a single document{still}"
        yield f"{f'{alone} of {len(readings)}' if still else which} {rest} on one document{still}"
    elif apart:
        told = "documents are at odds"
        yield f"The {told}" if one else f"On {in_words(apart)} {of} the {told}"
    else:
        yield "No question rests on a single document"
    yield "What each document answers, and how it is read"
