"""The sources: the summary statement, the documents as a table, who stands behind whom, and what is weak about them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from components.scene.ruled import Row, cell, head, row_height, rows_by_slide, table
from components.scene.things import CONTENT, SMALL_POINTS, Place, Slide, Table, Text, Thing
from components.sentences.counts import count
from components.sentences.records.record import descent_headline, descent_sentence, origins_counted
from components.sentences.sources import source_lines
from components.slides.confidence import weak_sources
from components.slides.view import View
from components.slides.words.findings import finding
from components.slides.words.notes import notes
from components.slides.words.prose import abreast, panel
from components.theme import NOTE, RELIABILITY_WORDS, number
from data.frames.descent import descent_frame
from data.frames.graded import judged
from data.models.dates import in_words
from data.models.evidence import Document, Evidence

PART = "sources"
HEADS = ("Label", "Title", "Publisher", "Written", "Reliability", "SHA-256", "Claims")
WIDTHS = (0.75, 2.95, 1.9, 2.65, 1.75, 1.4, 0.73)
MOST_LINES, SHOWN_OF_HASH, MOST_ORIGINS, MOST_USED = 3, 12, 4, 3
GAP, BETWEEN = 0.18, 0.25
ORIGINS = 7.2  # inches
MOST_PANEL = 1.9  # inches for origins and gaps
FEWEST_ROWS = 3  # of a table that goes on: fewer would not be worth its head


def slides(view: View) -> list[Slide]:
    """Summary, documents, origins and gaps on one slide; of many documents the table goes on over others."""
    evidence = view.evidence
    descent = descent_frame(evidence)
    behind, weak = origins(view, descent), weak_sources(evidence)
    summary, panels = _summary(view), _panels(view, behind, weak)
    first, *rows = [head(HEADS, WIDTHS), *(_row(document, evidence) for document in evidence.documents)]
    here = _fitting(first, rows, CONTENT.height - summary.place.height - panels[0].place.height - 2 * GAP)
    listed = [_table([first, *rows[:here]])] if here else []
    # All of the documents stand between summary and origins; a table that goes on stands last.
    whole = here == len(rows)
    opening = _below_each_other([summary], listed if whole else panels, panels if whole else listed)
    further = rows_by_slide(first, rows[here:], WIDTHS, CONTENT.height) if rows[here:] else []
    contents: list[Sequence[Thing]] = [opening, *([_table(page)] for page in further)]
    titles = (descent_headline(descent), "Sources, and who stands behind whom")
    words = [
        evidence.case.source_summary.text,
        *(_in_full(document, evidence) for document in evidence.documents),
        *behind,
        *weak,
    ]
    text = notes(view, evidence.case.source_summary.claims, _records(view), words=words)
    return [
        _slide(view, finding(titles, place, len(contents)), things, text) for place, things in enumerate(contents, 1)
    ]


def _summary(view: View) -> Text:
    """The statement that the curators signed, above all else."""
    place = CONTENT._replace(height=CONTENT.height - MOST_PANEL - GAP)
    return panel("Summary", "Source summary statement", [view.evidence.case.source_summary.text], place, view)


def _below_each_other(*ranks: Sequence[Text | Table]) -> list[Text | Table]:
    """What stands abreast in each rank, one rank below the other."""
    placed: list[Text | Table] = []
    y = CONTENT.y
    for rank in ranks:
        placed += [replace(one, place=one.place._replace(y=y)) for one in rank]
        y = max((one.place.bottom for one in placed), default=y) + GAP
    return placed


def _fitting(first: Row, rows: Sequence[Row], room: float) -> int:
    """How many rows fit below the head; none, unless they are all or some more than a few."""
    left, many = room - row_height(first, WIDTHS), 0
    for row in rows:
        left -= row_height(row, WIDTHS)
        if left < 0:
            break
        many += 1
    return many if many == len(rows) or many >= FEWEST_ROWS else 0


def _table(rows: Sequence[Row]) -> Table:
    return table(
        "Documents", rows, WIDTHS, CONTENT.y, "The documents: whose they are, when written, how reliable, their hash."
    )


def _row(document: Document, evidence: Evidence) -> Row:
    texts = (
        document.label,
        document.title,
        document.publisher or "not given",
        written(document),
        f"{document.reliability}: {RELIABILITY_WORDS[document.reliability]}",
        document.sha256[:SHOWN_OF_HASH],
        number(len(evidence.claims_of(document.id))),
    )
    return tuple(
        cell(text, width, SMALL_POINTS, MOST_LINES, bold=place == 0)
        for place, (text, width) in enumerate(zip(texts, WIDTHS, strict=True))
    )


def written(document: Document) -> str:
    """When a document was published or else written, and on what that rests: "5 October 2031 (stated)"."""
    if document.published:
        return f"published {in_words(document.published)} ({document.published_basis})"
    if document.written:
        return f"{in_words(document.written)} ({document.written_basis})"
    return "not known"


def _panels(view: View, behind: Sequence[str], weak: Sequence[str]) -> list[Text]:
    left = Place(CONTENT.x, CONTENT.y, ORIGINS, MOST_PANEL)
    right = Place(left.right + BETWEEN, CONTENT.y, CONTENT.width - ORIGINS - BETWEEN, MOST_PANEL)
    return abreast(
        panel("Origins", "Who stands behind whom", behind, left, view),
        panel("Gaps", "Gaps and weaknesses", weak, right, view),
    )


def origins(view: View, descent: pd.DataFrame) -> list[str]:
    """The finding, the origins of most texts, and the origins of the cited facts that the model uses."""
    counts = origins_counted(descent)
    several = [f"{one.origin} {one.texts}" for one in counts[1:MOST_ORIGINS]]
    more = len(counts) - MOST_ORIGINS
    others = f"; {count(more, 'origin')} more" if more > 0 else ""
    next_ones = f"Texts of the next origins: {'; '.join(several)}{others}." if several else ""
    return [sentence for sentence in (descent_sentence(descent), next_ones, _used(view)) if sentence]


def _used(view: View) -> str:
    """On how many cited facts the model rests, by their origins; empty where there are none."""
    evidence = view.evidence
    records = [evidence.record_by_id[one] for one in _records(view) if one in evidence.record_by_id]
    if not records:
        return ""
    names = Counter(evidence.origin_by_id[record.origin].name for record in records)
    parts = [f"{name} {many}" for name, many in names.most_common(MOST_USED)]
    more = f"; {count(len(names) - MOST_USED, 'origin')} more" if len(names) > MOST_USED else ""
    facts = f"{count(len(records), 'cited fact')} {'stands' if len(records) == 1 else 'stand'}"
    return f"{facts} behind the assumptions: {'; '.join(parts)}{more}."


def _in_full(document: Document, evidence: Evidence) -> str:
    lines = [
        f"Document {document.label}: {document.title}, {document.publisher or 'publisher not given'}",
        f"Written: {written(document)}. {document.published_reason or document.written_reason}".rstrip(),
        f"Reliability {document.reliability}, {RELIABILITY_WORDS[document.reliability]}: {document.reliability_reason}",
        f"Judged on {judged(document, evidence)}",
        f"SHA-256 of the text: {document.sha256}",
        *([f"{NOTE}: {document.note}"] if document.note else []),
    ]
    return "\n".join(lines)


def _records(view: View) -> tuple[str, ...]:
    assumptions = view.evidence.assumptions
    return assumptions.record_ids if assumptions else ()


def _slide(view: View, title: str, things: Sequence[Thing], text: str) -> Slide:
    claim_ids = view.evidence.case.source_summary.claims
    source = source_lines(claim_ids, view.evidence, with_limit=False, record_ids=_records(view))
    return Slide(PART, title, tuple(things), source, text, view.links.to("documents"))
