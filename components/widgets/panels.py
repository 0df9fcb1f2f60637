"""What every page is put together from: guard, figure with sentence and table, notes, and the banner of problems."""

import logging
import re
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components import state
from components.headlines.barrels import barrels_title, limit_rule, one_number, units
from components.theme import number
from components.widgets.claims import chips, show_cards, with_chips
from components.widgets.markup import Node, link_outside, link_within, node, show
from data.evidence import Document, Evidence
from data.problems import Problem
from data.spreadsheet import csv_bytes

log = logging.getLogger(__name__)
CAMERA = {"displaylogo": False, "modeBarButtons": [["toImage"]], "toImageButtonOptions": {"format": "png", "scale": 2}}
MOST_ROWS = 60
MARKDOWN = re.compile(r"[\\`*_{}\[\]()<>#+\-.!|$:~&]")
MOST_PROBLEMS = 200


@contextmanager
def guarded(name: str) -> Iterator[None]:
    """Keep the rest of the page when one panel fails: a sentence with a log id takes its place."""
    try:
        yield
    except Exception:  # noqa: BLE001 - whatever fails in a panel must not take the page with it
        mark = secrets.token_hex(4)
        log.exception("panel %s failed [%s]", name, mark)
        st.error(
            f"The part “{name}” could not be shown. The log names the cause under {mark}.", icon=":material/error:"
        )


def page_title(name: str, standing: str) -> str:
    """The title of a page; the page named after the volumes takes its title from the case."""
    return barrels_title(state.current_evidence()) if name == "barrels" else standing


def heading(name: str, standing: str) -> None:
    """The title of the page, and in small type which case it is."""
    case = state.current_evidence().case
    st.title(text_in_markdown(page_title(name, standing)), anchor=False)
    show(node("p", f"{case.title}. {case.question}", cls="subtitle"), key=f"subtitle {name}")


def text_in_markdown(text: str) -> str:
    """Text from outside in a place that reads Markdown: every mark that could mean something is escaped."""
    return MARKDOWN.sub(r"\\\g<0>", text)


def sentence(text: str, evidence: Evidence, key: str, cls: str = "lead") -> None:
    """A sentence whose claim ids open their words."""
    show(node("p", *with_chips(text, evidence), cls=cls), key=key)


def figure(
    drawn: go.Figure, name: str, alt: str, on_click: Callable[[str], None] | None = None, file_name: str = "barrelwatch"
) -> None:
    """A figure with alternative text; a click on a mark hands its custom data to `on_click`."""
    key = f"figure {name}"
    config = CAMERA | {"toImageButtonOptions": {**CAMERA["toImageButtonOptions"], "filename": file_name}}
    if on_click is None:
        st.plotly_chart(drawn, theme=None, key=key, config=config, alt=alt)
        return

    def clicked() -> None:
        points = state.selection(key)
        if points:
            on_click(points[0])

    st.plotly_chart(drawn, theme=None, key=key, config=config, alt=alt, on_select=clicked, selection_mode="points")


def table(
    frame: pd.DataFrame, headings: dict[str, str], evidence: Evidence, name: str, export: pd.DataFrame | None = None
) -> None:
    """The table behind a chart, claim ids opening their words, with its CSV; `headings` name the columns shown."""
    with st.expander(f"The table behind it: {name}", icon=":material/table:"):
        rows = [node("tr", *(_cell(row[column], column, evidence) for column in headings)) for _, row in
                frame.head(MOST_ROWS).iterrows()]  # fmt: skip
        head = node("thead", node("tr", *(node("th", title, scope="col") for title in headings.values())))
        caption = f"{len(frame):,} rows" + (
            f"; the first {MOST_ROWS} shown, all in the CSV" if len(frame) > MOST_ROWS else ""
        )
        body = node("table", node("caption", caption), head, node("tbody", *rows))
        show(node("div", body, cls="scroll"), key=f"table {name}")
        st.download_button(
            "Download as CSV",
            csv_bytes(frame if export is None else export),
            file_name=f"{name.replace(' ', '-')}.csv",
            mime="text/csv",
            on_click="ignore",
            key=f"csv {name}",
            icon=":material/download:",
        )


def refused(names: Sequence[str]) -> None:
    """Say plainly which parts of an address name nothing."""
    if names:
        listed = ", ".join(f"“{name}”" for name in names)
        st.info(
            f"The address asked for something that is not here ({listed}); the rest of the view is shown without it."
        )


def empty(reason: str, remedy: str) -> None:
    """A designed empty state: why there is nothing, and what to do."""
    st.info(f"{reason} {remedy}", icon=":material/info:")


def problem_banner(full: bool) -> None:
    """Say that the seeds folder has problems: on the first page all of them, elsewhere in one line with the way there."""
    shown = state.current()
    if not shown.problems:
        return
    many = len(shown.problems)
    what = "1 problem" if many == 1 else f"{many:,} problems"
    kept = (
        "What you see is the last sound state."
        if shown.from_before
        else "What is sound is shown; the rest is withheld."
    )
    st.warning(f"The seeds folder has {what}. {kept}", icon=":material/rule:")
    if not full:
        show(node("p", link_within("", "Read what is wrong and how to mend it")), key="problems link")
        return
    with st.expander(f"What is wrong, and how to mend it ({what})", expanded=True):
        items = [_problem(problem) for problem in shown.problems[:MOST_PROBLEMS]]
        items += [node("li", str(withheld)) for withheld in shown.findings.withheld[:MOST_PROBLEMS]]
        more = many - MOST_PROBLEMS
        if more > 0:
            items.append(node("li", f"… and {more:,} more. `python -m data check` prints all of them."))
        show(node("ul", *items, cls="rows"), key="problems")


def _problem(problem: Problem) -> Node:
    where = ", ".join(part for part in (problem.file, problem.place) if part)
    parts: list[Node | str] = [node("strong", f"{where}:"), problem.what]
    for word, text in (("Seen", problem.seen), ("Expected", problem.expected), ("Remedy", problem.remedy)):
        if text:
            parts.append(node("div", f"{word}: {text}", cls="quiet" if word != "Remedy" else ""))
    return node("li", *parts)


def _cell(value: object, column: str, evidence: Evidence) -> Node:
    if column == "claim_ids" and isinstance(value, tuple):
        return node("td", *chips(value, evidence))
    if isinstance(value, tuple):
        return node("td", ", ".join(str(part) for part in value))
    if isinstance(value, pd.Timestamp):
        return node("td", value.date().isoformat())
    if value is None or value is pd.NaT or value is pd.NA or value != value:
        return node("td", "")
    return node("td", str(value))


BARRELS_COLUMNS = {
    "series": "Series", "document": "Document", "claim_ids": "Claims", "year": "Year", "date_words": "Words for the date",
    "operator": "Operator", "volume": "Number", "unit": "Unit", "product": "Product", "limit_volume": "Limit",
    "limit_product": "Product of the limit", "standing": "Stands", "why_not": "Not compared, because",
}  # fmt: skip
TIMELINE_COLUMNS = {
    "title": "Event", "lane": "Lane", "date": "EDTF", "date_basis": "Basis", "earliest": "Earliest", "latest": "Latest",
    "modality": "Modality", "claim_ids": "Claims", "documents": "Documents",
}  # fmt: skip
WRITING_COLUMNS = {
    "document": "Document", "date": "EDTF", "basis": "Basis", "earliest": "Earliest", "latest": "Latest", "reason": "Reason",
}  # fmt: skip
COMPARISON_COLUMNS = {
    "title": "Question", "document": "Document", "sign": "Sign", "words": "Words", "claim_ids": "Claims",
    "reading": "Reading", "why": "Why", "independent_origins": "Known origins",
}  # fmt: skip


def open_claim(claim_ids: str) -> None:
    """Put a clicked claim into the address."""
    state.set_parameter("claim", claim_ids.split(",")[0])


def open_event(event_id: str) -> None:
    """Put a clicked event into the address."""
    state.set_parameter("event", event_id)


def opened_claim(evidence: Evidence) -> None:
    """The card of the claim in the address; a hint while there is none."""
    claim_id = state.parameter("claim")
    if claim_id in evidence.claim_by_id:
        show_cards([claim_id], evidence, key="opened claim")
    elif evidence.claims:
        sentence("Click the number or a claim id to read the words it came from.", evidence, "claim hint", "quiet")


def bullets_in_words(barrels: pd.DataFrame, evidence: Evidence) -> str:
    """Alternative text of the bullet rows."""
    rows = [
        f"{row['series']}, document {row['document']}: {one_number(row, evidence)}"
        for _, row in barrels.head(10).iterrows()
    ]
    limit = evidence.headline_limit
    return f"Bars against {limit_rule(limit)}. " + "; ".join(rows) if limit else "; ".join(rows)


def limits(evidence: Evidence) -> None:
    """Every limit of the case: what, how much, over which period, on which basis, stated by which claims."""
    items = []
    for limit in evidence.limits:
        value = f"{number(limit.value)} {units(evidence, limit.unit, limit.value)}"
        parts: list[Node | str] = [node("strong", limit.name), f"{value}, {limit_rule(limit).split(': ', 1)[1]}"]
        parts += chips(limit.claims, evidence)
        if limit.address:
            parts += [node("div", "Cited: ", link_outside(limit.address, limit.address), cls="quiet")]
        if limit.note:
            parts.append(node("div", limit.note, cls="quiet"))
        items.append(node("li", *parts))
    show(node("ul", *items, cls="rows") if items else node("p", "This case has no limit.", cls="quiet"), key="limits")


def claims_table(document: Document, evidence: Evidence) -> None:
    """All claims of a document as a table with its CSV."""
    claims = evidence.claims_of(document.id)
    kept = ["id", "start", "end", "quote", "kind", "topic", "speaker", "via", "modality", "operator", "value", "low", "high",
            "unit", "date_words", "date", "date_basis", "credibility", "credibility_reason", "flags", "note"]  # fmt: skip
    frame = pd.DataFrame([[getattr(claim, key) for key in kept] for claim in claims], columns=kept)
    frame.insert(0, "claim_ids", [(claim.id,) for claim in claims])
    shown = {"claim_ids": "Claim", "quote": "Quote", "topic": "Topic", "speaker": "Speaker", "modality": "Modality",
             "credibility": "Credibility"}  # fmt: skip
    table(frame, shown, evidence, f"claims of document {document.label}", frame.drop(columns="claim_ids"))
