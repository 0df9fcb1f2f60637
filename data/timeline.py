"""Evidence -> what the timeline draws, with every day that the wording allows."""

from collections.abc import Collection
from datetime import date
from typing import Any

import pandas as pd

from data.dates import Edtf, read_edtf
from data.evidence import Claim, Event, Evidence
from data.quotes import LOOKALIKES

DAYS = ["earliest", "known_from", "known_to", "latest"]
COLUMNS = [
    "event_id", "lane", "type", "title", "modality", "date", "date_basis", "date_reason", *DAYS,
    "open_start", "open_end", "single_day", "yearless", "supports", "contradicts", "claim_ids",
    "documents", "kinds", "words",
]  # fmt: skip


def timeline_frame(evidence: Evidence) -> pd.DataFrame:
    """Events, one row each, in the order of events.csv.

    Columns: event_id; lane (id); type; title; modality; date (EDTF text), date_basis, date_reason; earliest and latest,
    the first and last day the wording allows (NaT where open or without a year); known_from and known_to, the days
    between which it is known to be covered (NaT where nothing is known to be); open_start, open_end; single_day;
    yearless (cannot be placed); supports, contradicts, claim_ids (tuples of claim ids, claim_ids never empty);
    documents (tuple of labels); kinds (tuple); words (lower-case text to search in).
    An interval with an open end is known to last until the first day on which its latest document can be written.
    """
    frame = pd.DataFrame([_row(event, evidence) for event in evidence.events], columns=COLUMNS)
    return frame.astype(
        dict.fromkeys(DAYS, "datetime64[s]") | dict.fromkeys(["open_start", "open_end", "single_day", "yearless"], bool)
    )


def writing_frame(evidence: Evidence) -> pd.DataFrame:
    """When each document can have been written, one row a document.

    Columns: document (label); title; date (EDTF text, empty if unknown); basis; reason; earliest, latest (NaT if
    unknown); published (bool: somebody has established the publication date).
    """
    rows = []
    for document in evidence.documents:
        window = read_edtf(document.written_window) if document.written_window else None
        basis = document.published_basis if document.published else document.written_basis
        reason = document.published_reason if document.published else document.written_reason
        rows.append(
            {
                "document": document.label,
                "title": document.title,
                "date": document.written_window or "",
                "basis": basis or "",
                "reason": reason,
                "earliest": window.earliest if window else None,
                "latest": window.latest if window else None,
                "published": document.published is not None,
            }
        )
    columns = ["document", "title", "date", "basis", "reason", "earliest", "latest", "published"]
    return pd.DataFrame(rows, columns=columns).astype({"earliest": "datetime64[s]", "latest": "datetime64[s]"})


def filtered(
    timeline: pd.DataFrame,
    lanes: Collection[str] = (),
    documents: Collection[str] = (),
    kinds: Collection[str] = (),
    words: str = "",
) -> pd.DataFrame:
    """The rows of a timeline frame that match every filter given; an empty filter lets all pass.

    `documents` are labels and `kinds` kinds of claim: a row passes if any of its claims is of one of them. `words` are
    searched for in titles, types, quotes and claim ids, without regard to case or to the shape of quotation marks.
    """
    keep = pd.Series(True, index=timeline.index)
    if lanes:
        keep &= timeline["lane"].isin(list(lanes))
    for column, wanted in (("documents", set(documents)), ("kinds", set(kinds))):
        if wanted:
            keep &= timeline[column].map(lambda values, wanted=wanted: not wanted.isdisjoint(values)).astype(bool)
    if words.strip():
        keep &= timeline["words"].str.contains(words.strip().translate(LOOKALIKES).casefold(), regex=False)
    return timeline[keep]


def _row(event: Event, evidence: Evidence) -> dict[str, Any]:
    claims = [evidence.claim_by_id[claim_id] for claim_id in event.claim_ids]
    edtf = read_edtf(event.date)
    known_from, known_to = _known(event, edtf, evidence)
    return {
        "event_id": event.event_id,
        "lane": event.lane,
        "type": event.type,
        "title": event.title,
        "modality": event.modality,
        "date": event.date,
        "date_basis": event.date_basis,
        "date_reason": event.date_reason,
        "earliest": edtf.earliest,
        "known_from": known_from,
        "known_to": known_to,
        "latest": edtf.latest,
        "open_start": edtf.open_start,
        "open_end": edtf.open_end,
        "single_day": edtf.single_day,
        "yearless": edtf.form == "yearless",
        "supports": event.supports,
        "contradicts": event.contradicts,
        "claim_ids": event.claim_ids,
        "documents": tuple(sorted({evidence.document_by_id[claim.document].label for claim in claims})),
        "kinds": tuple(sorted({claim.kind for claim in claims})),
        "words": _searched([event.title, event.type, *(claim.quote for claim in claims), *event.claim_ids]),
    }


def _searched(texts: list[str]) -> str:
    # Part by part: seen as one text, the marks between the parts would be taken for spaces.
    return "\n".join(text.translate(LOOKALIKES).casefold() for text in texts)


def _known(event: Event, edtf: Edtf, evidence: Evidence) -> tuple[date | None, date | None]:
    if event.known:
        part = read_edtf(event.known)
        return part.earliest, part.latest
    start, end = edtf.latest_start, edtf.earliest_end
    if edtf.form == "interval" and edtf.open_end:
        end = _last_told(event, evidence)
    # A start that may lie after the end leaves no day of which one could say that it is covered.
    return (start, end) if start and end and start <= end else (None, None)


def _last_told(event: Event, evidence: Evidence) -> date | None:
    """The day on which a supporting document still told of it: the latest of their earliest possible dates."""
    told = []
    for claim_id in event.supports:
        claim: Claim = evidence.claim_by_id[claim_id]
        window = evidence.document_by_id[claim.document].written_window
        if window and (earliest := read_edtf(window).earliest):
            told.append(earliest)
    return max(told, default=None)
