"""The tables behind the charts, every claim id opening its words; the limits of a case as a list."""

from collections.abc import Callable
from typing import NamedTuple

import pandas as pd

from components.nodes.claims import chips, cited_chips
from components.nodes.node import Node, link_outside, node, rows_or_none, scrolled
from components.sentences.against_limit import units
from components.sentences.counts import count
from components.sentences.limits import limit_terms
from components.sentences.model.cells import in_table
from components.theme import CELL_SIGNS, NOTE, number
from components.theme import read_by as reads
from data.frames.rows import Row, rows_of
from data.models.evidence import Document, Evidence
from data.proof.checked import checked
from data.proof.read_by import limit_read_by, read_by

Headings = dict[str, str]  # the columns shown, in order, and what they are called
MOST_ROWS = 60
VOLUME_COLUMNS = {
    "series": "Series", "detail": "Of whom or what", "document": "Document", "claim_ids": "Claims",
    "record_ids": "Public record", "year": "Year", "date_words": "Words for date",
    "operator": "Operator", "volume": "Number", "unit": "Unit", "per": "For each", "change": "Rise or fall",
    "whose": "Whose deliveries", "product": "Product", "limit_volume": "Limit",
    "limit_product": "Product of the limit", "standing": "Stands", "why_not": "Not compared, because",
}  # fmt: skip
TIMELINE_COLUMNS = {
    "title": "Event", "lane": "Lane", "date": "When", "date_basis": "Basis", "earliest": "Earliest", "latest": "Latest",
    "modality": "Modality", "claim_ids": "Claims", "documents": "Documents",
}  # fmt: skip
LAYERED_TIMELINE_COLUMNS = TIMELINE_COLUMNS | {"cited": "How we hold it", "record_ids": "Public record"}
WRITING_COLUMNS = {
    "document": "Document", "date": "When", "basis": "Basis", "earliest": "Earliest", "latest": "Latest",
    "reason": "Reason",
}  # fmt: skip
COMPARISON_COLUMNS = {
    "title": "Question", "document": "Document", "sign": "Sign", "words": "Words", "claim_ids": "Claims",
    "reading": "Reading", "why": "Why", "independent_origins": "Known origins",
}  # fmt: skip

ANSWERS_COLUMNS = {
    "question": "Question", "statement": "Statement", "said_by": "Who says so", "origin": "Origin",
    "operator": "Operator", "volume": "Number", "high": "Up to", "unit": "Unit", "standing": "Standing",
    "record_ids": "Record",
}  # fmt: skip

YEAR_COLUMNS = {
    "period_start": "Year from", "period_end": "To", "series": "Series", "whose": "Whose deliveries",
    "volume": "Number", "low": "At least", "high": "At most", "date": "Counted for",
    "limit_volume": "Limit", "standing": "Against it", "said_by": "Who says so", "claim_ids": "Claim",
    "record_ids": "Record",
}  # fmt: skip
NOTIFIED_COLUMNS = {
    "year": "Year", "supplier": "Supplier", "volume": "Notified", "about": "Rounded or converted",
    "converted": "Converted", "complete": "Whole period", "covered_to": "Filed to", "limit_volume": "Limit",
    "record_ids": "Record",
}  # fmt: skip
NOTIFICATIONS_COLUMNS = {
    "suppliers": "Suppliers", "date": "When", "operator": "Operator", "volume": "Number", "unit": "Unit",
    "factor": "Barrels a tonne", "converted": "In the limit’s unit", "standing": "Standing", "said_by": "Who says so",
    "record_ids": "Record",
}  # fmt: skip


class Behind(NamedTuple):
    """A table behind a figure: what it is called, its rows, and the columns that are shown of them.

    `export` makes what its CSV holds, if not the rows. What is `modelled` says in the name of its file under whose
    assumptions.
    """

    name: str
    frame: pd.DataFrame
    headings: Headings
    export: Callable[[], pd.DataFrame] | None = None
    modelled: bool = False


def _with_reader(frame: pd.DataFrame, headings: Headings) -> Headings:
    """The columns to show, and who read the numbers, in a table of which a curator read one."""
    if "number_read_by" in frame and bool((frame["number_read_by"] == "curator").any()):
        return headings | {"number_read_by": "Number read by"}
    return headings


def region(behind: Behind, evidence: Evidence, whole: str = "the CSV") -> Node:
    """The first rows of a table, claim ids opening their words, that can be scrolled sideways; `whole` has all rows."""
    frame, headings = behind.frame, _with_reader(behind.frame, behind.headings)
    rows = [
        node("tr", *(_cell(column, row, evidence) for column in headings)) for row in rows_of(frame.head(MOST_ROWS))
    ]
    head = node("thead", node("tr", *(node("th", title, scope="col") for title in headings.values())))
    caption = count(len(frame), "row")
    if len(frame) > MOST_ROWS:
        caption += f"; the first {MOST_ROWS} shown, all in {whole}"
    body = node("table", node("caption", caption), head, node("tbody", *rows), cls="behind")
    return scrolled(body, f"Table: {behind.name}")


def volumes(rows: pd.DataFrame) -> Behind:
    """What is reported, modelled and notified, a row each, of a frame volumes_frame."""
    return Behind("volumes", rows, VOLUME_COLUMNS, modelled=True)


def events(rows: pd.DataFrame, with_record: bool) -> Behind:
    """The events of a timeline, those of the public record among them or not."""
    if with_record:
        name, columns = "timeline with the public record", LAYERED_TIMELINE_COLUMNS
    else:
        name, columns = "timeline", TIMELINE_COLUMNS
    return Behind(name, rows, columns, lambda: rows.drop(columns="words"))


def writing(frame: pd.DataFrame) -> Behind:
    """Within which days each document can have been written."""
    return Behind("when the documents can have been written", frame, WRITING_COLUMNS)


def years(rows: pd.DataFrame) -> Behind:
    """Year against year, of a frame by_year_frame."""
    return Behind("year against year", rows, YEAR_COLUMNS, modelled="modelled" in set(rows["series"]))


def notified(frame: pd.DataFrame) -> Behind:
    """What was notified for each period of the limit."""
    return Behind("notified by year", frame, NOTIFIED_COLUMNS)


def notifications(rows: pd.DataFrame) -> Behind:
    """Every notification, of a frame notified_frame."""
    shown = rows.assign(record_ids=rows["record_id"].map(lambda record_id: (record_id,)))
    without = () if rows["factor"].notna().any() else ("factor",)
    headings = {column: title for column, title in NOTIFICATIONS_COLUMNS.items() if column not in without}
    return Behind("notifications", shown, headings, lambda: rows)


def claims_of(document: Document, evidence: Evidence) -> Behind:
    """All claims of a document; the CSV says of each what a machine has checked."""
    claims = evidence.claims_of(document.id)
    kept = ["id", "start", "end", "quote", "kind", "topic", "speaker", "via", "modality", "operator", "value", "low",
            "high", "unit", "value_words", "value_reason", "product", "product_reason", "modality_reason", "date_words",
            "date", "date_basis", "covers", "suppliers", "per", "change", "credibility", "credibility_reason", "flags",
            "note"]  # fmt: skip
    frame = pd.DataFrame([[getattr(claim, key) for key in kept] for claim in claims], columns=kept)
    frame["number_read_by"] = [read_by((claim,)) for claim in claims]

    def export() -> pd.DataFrame:
        return frame.assign(checked=[" ".join(checked(claim, evidence).sentences) for claim in claims])

    shown = {"claim_ids": "Claim", "quote": "Quote", "topic": "Topic", "speaker": "Speaker", "modality": "Modality",
             "credibility": "Credibility"}  # fmt: skip
    with_ids = frame.assign(claim_ids=frame["id"].map(lambda claim_id: (claim_id,)))
    return Behind(f"claims of document {document.label}", with_ids, shown, export)


def compared(frame: pd.DataFrame) -> Behind:
    """What each document says to each question; the signs in the words of the legend."""
    words = {sign: word for sign, (_, word) in CELL_SIGNS.items()}
    shown = frame.assign(sign=frame["sign"].map(words))
    return Behind("source comparison", shown, COMPARISON_COLUMNS, lambda: frame)


def answers(frame: pd.DataFrame, evidence: Evidence) -> Behind:
    """What the public record says to the questions."""
    titles = {question.id: question.title for question in evidence.questions}
    shown = frame.assign(
        question=frame["question_id"].map(titles), record_ids=frame["record_id"].map(lambda record_id: (record_id,))
    )
    return Behind("answers of the public record", shown, ANSWERS_COLUMNS, lambda: frame)


def limits(evidence: Evidence) -> Node:
    """Every limit of the case: what, how much, over which period, on which basis, stated by which claims."""
    items = []
    for limit in evidence.limits:
        value = f"{number(limit.value)} {units(evidence, limit.unit, limit.value)}"
        value += reads(limit_read_by(limit, evidence))
        parts: list[Node | str] = [node("strong", limit.name), f"{value}, {limit_terms(limit)}"]
        parts += [*chips(limit.claims, evidence), *cited_chips(limit.records, evidence)]
        if limit.address:
            parts += [node("div", "Cited: ", link_outside(limit.address, limit.address), cls="quiet")]
        if limit.note:
            parts.append(node("div", f"{NOTE}: {limit.note}", cls="quiet"))
        items.append(node("li", *parts))
    none = "This case has no limit." if evidence.complete else "No limit that is sound."
    return rows_or_none(items, none)


def _cell(column: str, row: Row, evidence: Evidence) -> Node:
    value = row[column]
    if column == "claim_ids" and isinstance(value, tuple):
        return node("td", *chips(value, evidence))
    if column == "record_ids" and isinstance(value, tuple):
        return node("td", *cited_chips(value, evidence))
    return node("td", in_table(value, column, row))
