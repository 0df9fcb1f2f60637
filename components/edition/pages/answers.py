"""The first page, the volumes against the limit, the timeline, and the sources compared."""

import pandas as pd

from components.edition.frozen import AS_SOURCED, Frozen
from components.edition.pen import Page, Pen
from components.edition.places import EVENT, place
from components.figures import captioned, cited
from components.figures.years.by_year import by_year_in_words, by_year_of
from components.nodes import matrix, reader, tables
from components.nodes.claims import chips
from components.nodes.conditions import conditions
from components.nodes.front.tiles import five_answers
from components.nodes.node import node
from components.sentences.against_limit import scope_sentence, volumes_title, window_sentence
from components.sentences.comparison import comparison_headline, comparison_sentence
from components.sentences.front.known import Known
from components.sentences.records.by_year import by_year_sentence
from components.sentences.records.record import notified_sentence
from components.sentences.timeline import event_title, lag_sentence, timeline_headline, timeline_sentence
from data.frames.by_year import estimates_left_out
from data.frames.notified import notified_frame, notified_left_out
from data.frames.rows import rows_of

MEASURED = ("published", "notified")


def overview(shown: Frozen, pen: Pen, file_name: str) -> Page:
    """The five answers, the gauge, where the documents stand alone or part, and the source summary."""
    evidence, frames = shown.evidence, shown.frames
    known = Known(shown.headline, shown.volumes, shown.result, frames.descent, evidence)
    alt = captioned.gauge_in_words(shown.headline, evidence, shown.result)
    scope = f"{scope_sentence(shown.headline, evidence.headline_limit)} {window_sentence(shown.headline, evidence)}"
    lists = [
        pen.head(readings.title) + pen.nodes(matrix.questions_read(frames.comparison, readings, evidence))
        for readings in (matrix.ALONE, matrix.APART)
    ]
    body = [
        pen.nodes(*five_answers(known, AS_SOURCED, "", None, file_name)),
        pen.figure(lambda look: captioned.gauge(shown.headline, evidence, look, shown.result, low=True), alt),
        pen.sentence(scope.strip(), "quiet"),
        f'<div class="halves"><div>{lists[0]}</div><div>{lists[1]}</div></div>',
        pen.sentence(comparison_sentence(frames.comparison), "source"),
        pen.head("Source summary statement"),
        pen.sentence(evidence.case.source_summary.text),
        pen.nodes(reader.sources(evidence)),
    ]
    return Page("overview", "Overview", "".join(body))


def timeline(shown: Frozen, pen: Pen) -> Page:
    """What the documents say happened; below it the same with the public record, where there is one."""
    frames = shown.frames
    body = _events(shown, pen, with_record=False)
    if not frames.record_events.empty:
        body += pen.folded("With what the public record adds", _events(shown, pen, with_record=True))
    if not frames.writing.empty:
        body += pen.behind([tables.writing(frames.writing)])
    return Page("timeline", "Timeline", body)


def _events(shown: Frozen, pen: Pen, with_record: bool) -> str:
    evidence, frames = shown.evidence, shown.frames
    rows, writing = frames.events if with_record else frames.timeline, frames.writing
    if rows.empty:
        return pen.sentence("No event is dated in this case.", "quiet")
    lanes = [lane.title for lane in evidence.case.lanes if lane.id in set(rows["lane"])]
    told = timeline_sentence(rows, len(rows), lanes, writing)
    return "".join(
        (
            pen.figure(
                lambda look: captioned.events(rows, writing, shown.headline, evidence, look),
                f"{timeline_headline(rows)}. {told}",
            ),
            pen.sentence(f"{told} {lag_sentence(rows)}".rstrip(), "quiet"),
            "" if with_record else _each(rows, pen),
            pen.behind([tables.events(rows, with_record)]),
        )
    )


def _each(rows: pd.DataFrame, pen: Pen) -> str:
    """Every quoted event in a line with its claims: where the bars of the timeline lead."""
    lines = [
        node("li", event_title(row), " ", *chips(row["claim_ids"], pen.evidence), id=place(EVENT, str(row["event_id"])))
        for row in rows_of(rows)
    ]
    return pen.folded("Each event, and the words it comes from", pen.nodes(node("ul", *lines, cls="rows")))


def volumes(shown: Frozen, pen: Pen) -> Page:
    """What is reported, modelled and notified on one axis; year against year; the tests of the limit; the limits."""
    evidence, limit = shown.evidence, shown.evidence.headline_limit
    body = []
    if limit is not None:
        alt = captioned.bullets_in_words(shown.volumes, evidence, shown.result)
        body.append(pen.figure(lambda look: captioned.bullets(shown.volumes, limit, evidence, look, shown.result), alt))
    body += [pen.behind([tables.volumes(shown.volumes)]), _years(shown, pen), _tests(pen), _notified(shown, pen)]
    body += [pen.head("The limit" if len(evidence.limits) < 2 else "The limits"), pen.nodes(tables.limits(evidence))]
    return Page("volumes", volumes_title(evidence), "".join(body))


def _years(shown: Frozen, pen: Pen) -> str:
    evidence, rows, left_out = shown.evidence, shown.by_year, estimates_left_out(shown.evidence)
    if not rows["series"].isin(MEASURED).any():
        return ""
    alt = by_year_in_words(rows, left_out, evidence)
    figure = pen.figure(lambda look: by_year_of(rows, evidence, look, shown.estimate), alt)
    return figure + pen.sentence(by_year_sentence(rows, left_out), "quiet") + pen.behind([tables.years(rows)])


def _tests(pen: Pen) -> str:
    title, told = conditions(pen.evidence)
    return pen.folded(title, pen.nodes(*told)) if told else ""


def _notified(shown: Frozen, pen: Pen) -> str:
    evidence, years, left_out = shown.evidence, shown.frames.notified_years, notified_left_out(shown.evidence)
    if years.empty:
        return ""
    rows = notified_frame(evidence)
    alt = cited.notified_in_words(years, rows, left_out, evidence)
    figure = pen.figure(lambda look: cited.notified_by_year(years, rows, evidence, look, shown.headline), alt)
    told = pen.sentence(notified_sentence(years, left_out, evidence), "quiet")
    return figure + told + pen.behind([tables.notified(years), tables.notifications(rows)])


def compared(shown: Frozen, pen: Pen) -> Page:
    """Questions as rows, documents as columns, beside them what the public record says."""
    evidence, rows = shown.evidence, shown.frames.comparison
    answers = shown.frames.record_answers
    cited_answers = None if answers.empty else answers
    body = [
        pen.sentence(comparison_headline(rows), "finding"),
        pen.nodes(*matrix.matrix(rows, evidence, cited_answers)) if len(rows) else "",
        pen.sentence(comparison_sentence(rows), "source"),
        pen.behind([tables.compared(rows)]),
        pen.behind([tables.answers(answers, evidence)] if cited_answers is not None else []),
    ]
    return Page("comparison", "Sources compared", "".join(body))
