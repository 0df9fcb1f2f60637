"""The tables behind the charts, every claim id opening its words, each with its CSV."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from components import state
from components.sentences.barrels import units
from components.sentences.counts import count
from components.sentences.limits import limit_terms
from components.sentences.model.cells import in_table, rounded
from components.theme import CELL_SIGNS, NOTE, number
from components.theme import read_by as reads
from components.widgets import panels
from components.widgets.cards.claims import chips, cited_chips
from components.widgets.mounted.markup import Node, link_outside, node, show
from data.files.spreadsheet import csv_bytes
from data.frames.rows import Row, rows_of
from data.models.evidence import Document, Evidence
from data.models.links import FINGERPRINT_CHARACTERS, LOCAL, Links, taken_along
from data.proof.checked import checked
from data.proof.read_by import limit_read_by, read_by

MOST_ROWS = 60
BARRELS_COLUMNS = {
    "series": "Series", "detail": "Of whom, or which trips", "document": "Document", "claim_ids": "Claims",
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


def table(
    frame: pd.DataFrame,
    headings: dict[str, str],
    evidence: Evidence,
    name: str,
    export: Callable[[], pd.DataFrame] | None = None,
    chosen: str | None = None,
    modelled: bool = False,
) -> None:
    """The table behind a chart, claim ids opening their words, with its CSV; `headings` name the columns shown.

    `export` makes what the CSV holds, if not the frame. `chosen` says what makes the frame what it is; with it, the
    table is put together once for all sessions. What is `modelled` says in its file name under whose assumptions.
    """
    with st.expander(f"The table behind it: {name}", icon=":material/table:"):
        if chosen is None:
            region = _region(frame, with_reader(frame, headings), evidence, name)
        else:
            region = state.made(
                f"table {name}", chosen, lambda: _region(frame, with_reader(frame, headings), evidence, name)
            )
        show(region, key=f"table {name}")
        download(export or (lambda: frame), name, modelled)


def with_reader(frame: pd.DataFrame, headings: dict[str, str]) -> dict[str, str]:
    """The columns to show, and who read the numbers, in a table of which a curator read one."""
    if "number_read_by" in frame and bool((frame["number_read_by"] == "curator").any()):
        return headings | {"number_read_by": "Number read by"}
    return headings


def _region(frame: pd.DataFrame, headings: dict[str, str], evidence: Evidence, name: str) -> Node:
    rows = [
        node("tr", *(_cell(column, row, evidence) for column in headings)) for row in rows_of(frame.head(MOST_ROWS))
    ]
    head = node("thead", node("tr", *(node("th", title, scope="col") for title in headings.values())))
    caption = count(len(frame), "row")
    if len(frame) > MOST_ROWS:
        caption += f"; the first {MOST_ROWS} shown, all in the CSV"
    body = node("table", node("caption", caption), head, node("tbody", *rows), cls="behind")
    return node("div", body, cls="scroll", tabindex="0", role="region", aria_label=f"Table: {name}")


def download(
    frame: Callable[[], pd.DataFrame], name: str, modelled: bool = False, label: str = "Download as CSV"
) -> None:
    """The button that hands a frame out as CSV; it is made when somebody asks for it.

    Its numbers are those of the page; its last columns say of each row which data it is of, and where it is shown.
    """
    own = panels.own_in_name() if modelled else ""
    evidence = state.current_evidence()
    link = _link(evidence)

    def made() -> bytes:
        from data.export.source import data_version  # only a download needs it

        return csv_bytes(rounded(frame()).assign(data_version=data_version(evidence), link=link))

    st.download_button(
        label,
        made,
        file_name=f"{name.replace(' ', '-')}{own}.csv",
        mime="text/csv",
        on_click="ignore",
        key=f"csv {name}",
        icon=":material/download:",
    )


def _link(evidence: Evidence) -> str:
    """The address of this view with what the reader has chosen, and the fingerprint of its data.

    Where only this computer could follow it, the dataset stands in place of where the app is served.
    """
    kept = {name: values for name, values in state.query().items() if name not in state.OPENED}
    links = taken_along(Links(state.base_address() or LOCAL, evidence.fingerprint, kept))
    view = links.to(state.page_of_run())
    if links.base:
        return view
    short = evidence.fingerprint[:FINGERPRINT_CHARACTERS]
    return f"Barrelwatch dataset {evidence.case.version}, fingerprint {short or 'not known'}: {view}"


def claims_table(document: Document, evidence: Evidence) -> None:
    """All claims of a document as a table with its CSV."""
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
    table(with_ids, shown, evidence, f"claims of document {document.label}", export)


def comparison(frame: pd.DataFrame, evidence: Evidence) -> None:
    """What each document says to each question as a table with its CSV; the signs in the words of the legend."""
    words = {sign: word for sign, (_, word) in CELL_SIGNS.items()}
    shown = frame.assign(sign=frame["sign"].map(words))
    table(shown, COMPARISON_COLUMNS, evidence, "source comparison", lambda: frame)


def answers(frame: pd.DataFrame, evidence: Evidence) -> None:
    """What the public record says to the questions as a table with its CSV."""
    titles = {question.id: question.title for question in evidence.questions}
    shown = frame.assign(
        question=frame["question_id"].map(titles), record_ids=frame["record_id"].map(lambda record_id: (record_id,))
    )
    table(shown, ANSWERS_COLUMNS, evidence, "answers of the public record", lambda: frame)


def limits(evidence: Evidence) -> None:
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
    show(node("ul", *items, cls="rows") if items else node("p", none, cls="quiet"), key="limits")


def _cell(column: str, row: Row, evidence: Evidence) -> Node:
    value = row[column]
    if column == "claim_ids" and isinstance(value, tuple):
        return node("td", *chips(value, evidence))
    if column == "record_ids" and isinstance(value, tuple):
        return node("td", *cited_chips(value, evidence))
    return node("td", in_table(value, column, row))
