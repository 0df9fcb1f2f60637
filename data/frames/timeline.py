"""Evidence -> what the timeline draws, with every day that the wording allows."""

from collections.abc import Collection
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from data.frames.rows import DAY, framed, made_once
from data.models.dates import Edtf, read_edtf
from data.models.event import Event
from data.models.evidence import Claim, Evidence
from data.models.record import Sighting, Statement, Vessel
from data.proof.read_by import words_read_by
from data.texts.searching import in_one_spelling

DAYS = ["earliest", "known_from", "known_to", "latest"]
COLUMNS = [
    "event_id", "lane", "type", "title", "modality", "date", "date_basis", "date_reason", "note", *DAYS,
    "open_start", "open_end", "single_day", "yearless", "number_read_by", "supports", "contradicts", "claim_ids",
    "documents", "kinds", "words", "record_ids", "cited",
    "published",
]  # fmt: skip
TUPLES = ["supports", "contradicts", "claim_ids", "documents", "kinds", "record_ids"]
MARKS = ["open_start", "open_end", "single_day", "yearless", "cited"]
KINDS = dict.fromkeys([*DAYS, "published"], DAY) | dict.fromkeys(TUPLES, "object") | dict.fromkeys(MARKS, "bool")
WRITING = ["document", "title", "date", "basis", "reason", "earliest", "latest", "published"]
KINDS_OF_WRITING = {"earliest": DAY, "latest": DAY, "published": "bool"}


@made_once
def timeline_frame(evidence: Evidence) -> pd.DataFrame:
    """Events, one row each, in the order of events.csv.

    Columns: event_id; lane (id); type; title; modality; date (EDTF text), date_basis, date_reason; note (the
    curator's, empty without one); earliest and latest, the first and last day the wording allows (NaT where open or
    without a year); known_from and known_to, the days between which it is known to be covered (NaT where nothing is
    known to be); open_start, open_end; single_day; yearless (cannot be placed); number_read_by (curator, if the title
    repeats a number that a curator read; else empty); supports, contradicts, claim_ids (tuples of claim ids, claim_ids
    never empty); documents (tuple of labels); kinds (tuple); words (lower-case text to search in); record_ids (empty
    tuple), cited (False) and published (NaT): these events rest on quoted words, those of record_events_frame on an
    address.
    An interval with an open end is known to last until the first day on which its latest document can be written.
    """
    return framed([_row(event, evidence) for event in evidence.events], COLUMNS, KINDS)


@made_once
def record_events_frame(evidence: Evidence) -> pd.DataFrame:
    """What the public record adds to the timeline, one row each: statements with an event, then sightings with one.

    The columns of timeline_frame: event_id is the record id, record_ids names it alone, cited is True; type is the kind
    of statement or "sighting"; lane follows from the topic, a sighting's from the topic of volumes; modality is
    "reported", date_basis "stated"; published is the day on which its source was (NaT if unknown); supports,
    contradicts, claim_ids, documents and kinds are empty tuples.
    An interval with an open end is known to last until the day of publication, if that is known. Superseded rows and
    errors are absent.
    """
    lanes = evidence.case.lane_of_topic
    rows = []
    drawn: tuple[Statement | Sighting, ...] = (*evidence.statements, *evidence.sightings)
    for one in drawn:
        topic = one.topic if isinstance(one, Statement) else evidence.case.subject.volume_topic
        if one.event and one.date and one.standing == "sound" and topic in lanes:
            rows.append(_record_row(one, one.date, lanes[topic].id, evidence))
    return framed(rows, COLUMNS, KINDS)


@made_once
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
    return framed(rows, WRITING, KINDS_OF_WRITING)


def all_events(timeline: pd.DataFrame, cited: pd.DataFrame) -> pd.DataFrame:
    """The events of the documents and those of the public record in one frame, in this order."""
    frames = [frame for frame in (timeline, cited) if not frame.empty]
    return pd.concat(frames, ignore_index=True) if frames else timeline


def filtered(
    timeline: pd.DataFrame,
    lanes: Collection[str] = (),
    documents: Collection[str] = (),
    kinds: Collection[str] = (),
    words: str = "",
    since: int | None = None,
    until: int | None = None,
) -> pd.DataFrame:
    """The rows of a timeline frame that match every filter given; an empty filter lets all pass.

    `documents` are labels and `kinds` kinds of claim: a row passes if any of its claims is of one of them. `words` are
    searched for in titles, types, quotes and claim ids, in one spelling (data.texts.searching). `since` and `until` are
    years: a row passes if a day that its wording allows lies in them, and none without a year does.
    """
    keep = pd.Series(True, index=timeline.index)
    if lanes:
        keep &= timeline["lane"].isin(list(lanes))
    for column, wanted in (("documents", set(documents)), ("kinds", set(kinds))):
        if wanted:
            keep &= timeline[column].map(lambda values, wanted=wanted: not wanted.isdisjoint(values)).astype(bool)
    if words.strip():
        keep &= timeline["words"].str.contains(in_one_spelling(words.strip()), regex=False)
    if since is not None:
        keep &= (timeline["latest"] >= f"{since:04}-01-01") | timeline["latest"].isna()
    if until is not None:
        keep &= (timeline["earliest"] <= f"{until:04}-12-31") | timeline["earliest"].isna()
    if since is not None or until is not None:
        keep &= ~timeline["yearless"].astype(bool)
    return timeline[keep]


def years_of(timeline: pd.DataFrame) -> list[int]:
    """The years in which an event of a timeline frame can begin or end, in order."""
    years = np.concatenate([timeline[name].to_numpy("datetime64[Y]") for name in ("earliest", "latest")])
    return [int(year) + 1970 for year in np.unique(years[~np.isnat(years)]).astype(np.int64)]


def _row(event: Event, evidence: Evidence) -> dict[str, Any]:
    claims = [evidence.claim_by_id[claim_id] for claim_id in event.claim_ids]
    edtf = read_edtf(event.date)
    return {
        **dict(event),
        **_window(edtf, _known(event, edtf, evidence)),
        "number_read_by": words_read_by(event.title, event.claim_ids, evidence),
        "claim_ids": event.claim_ids,
        "documents": tuple(sorted({evidence.document_by_id[claim.document].label for claim in claims})),
        "kinds": tuple(sorted({claim.kind for claim in claims})),
        "words": _searched([event.title, event.type, *(claim.quote for claim in claims), *event.claim_ids]),
        "record_ids": (),
        "cited": False,
        "published": None,
    }


def _record_row(one: Statement | Sighting, date_text: str, lane: str, evidence: Evidence) -> dict[str, Any]:
    edtf = read_edtf(date_text)
    vessel = evidence.record_by_id.get(one.vessel or "") if isinstance(one, Sighting) else None
    told = [one.statement] if isinstance(one, Statement) else [one.place, one.seen_by]
    names = [vessel.name, *vessel.former_names] if isinstance(vessel, Vessel) else []
    kind = one.kind if isinstance(one, Statement) else "sighting"
    return {
        "event_id": one.record_id,
        "lane": lane,
        "type": kind,
        "title": one.event,
        "modality": "reported",
        "date": date_text,
        "date_basis": "stated",
        "date_reason": "",
        "note": one.note,
        **_window(edtf, _covered(edtf, one.published)),
        "number_read_by": "",
        **dict.fromkeys(("supports", "contradicts", "claim_ids", "documents", "kinds"), ()),
        "words": _searched([one.event, kind, *told, *names, one.said_by, one.record_id]),
        "record_ids": (one.record_id,),
        "cited": True,
        "published": one.published,
    }


def _window(edtf: Edtf, known: tuple[date | None, date | None]) -> dict[str, Any]:
    return {
        "earliest": edtf.earliest,
        "known_from": known[0],
        "known_to": known[1],
        "latest": edtf.latest,
        "open_start": edtf.open_start,
        "open_end": edtf.open_end,
        "single_day": edtf.single_day,
        "yearless": edtf.form == "yearless",
    }


def _searched(texts: list[str]) -> str:
    # Part by part: seen as one text, the marks between the parts would be taken for spaces.
    return "\n".join(map(in_one_spelling, texts))


def _known(event: Event, edtf: Edtf, evidence: Evidence) -> tuple[date | None, date | None]:
    if event.known:
        part = read_edtf(event.known)
        return part.earliest, part.latest
    return _covered(edtf, _last_told(event, evidence))


def _covered(edtf: Edtf, last_told: date | None) -> tuple[date | None, date | None]:
    start, end = edtf.latest_start, edtf.earliest_end
    if edtf.form == "interval" and edtf.open_end:
        end = last_told
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
