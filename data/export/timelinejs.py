"""The timeline as a CSV that TimelineJS (Knight Lab) reads: a title row, then one row for each event with a year.

TimelineJS finds columns by their names and leaves unknown ones alone, so two of ours stand behind its own.
"""

from collections.abc import Iterable, Iterator
from html import escape

import pandas as pd

from data.export.source import LINK, Row, data_version
from data.files.spreadsheet import csv_bytes
from data.frames.newest import how_new
from data.frames.rows import framed, rows_of
from data.frames.timeline import record_events_frame, timeline_frame
from data.models.dates import in_words
from data.models.evidence import Claim, Evidence
from data.models.links import Links
from data.models.record import Sighting, Statement, Vessel, quoted_list
from data.proof.checked import said_by
from data.proof.read_by import read_by
from data.texts.addresses import web_address

COLUMNS = (
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline", "Text",
    "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Type", "Group", "Background",
    "record_link", "data_version",
)  # fmt: skip
CANNOT = (
    "An event whose year is not known has no place: it is left out, and the title row counts and names such events.",
    "An open end: only the end that is given is drawn, as a day; Display Date says so.",
    "A window: some day between two days is drawn as if it lasted from one to the other; Display Date has its words.",
    "An approximate date: the margin is part of the bar, and only Display Date says that the date is approximate.",
    "Which part of a window is known to be covered: the bar has one colour.",
    "Claims, places in the text, modality, and what contradicts: they stand as words in Text and cannot be filtered.",
    "Grades, origins, numbers and their operators: they are not carried; the link of each event opens them.",
    "Quoted and cited have one look: only the words tell them apart, in Headline, Display Date and Text.",
    "Line breaks within a quote: TimelineJS shows a space.",
    "Web addresses in quotes and notes: TimelineJS makes links of them.",
    "An empty timeline: TimelineJS refuses a file without events.",
)


def timelinejs_csv(evidence: Evidence, links: Links) -> bytes:
    """The quoted events, then those of the public record, as TimelineJS reads them, after a title row.

    Columns: those of the TimelineJS template, and record_link (where the event opens with its sources) and
    data_version. Beginning and end are the first and the last day that the wording allows. Text is HTML, in which
    everything from the data is escaped; the link is the only address that is made one here.
    """
    events = _events(evidence)
    missing = [event for event in events if event["yearless"]]
    rows = [_title(missing, evidence, links)]
    rows += [_row(event, evidence, links) for event in events if not event["yearless"]]
    return csv_bytes(framed([dict.fromkeys(COLUMNS, "") | row for row in rows], COLUMNS, {}))


def placed(evidence: Evidence) -> bool:
    """True if an event has a place on a timeline: without one TimelineJS refuses the file."""
    return any(not event["yearless"] for event in _events(evidence))


def left_out(evidence: Evidence) -> tuple[str, ...]:
    """The ids of the events that have no place on a timeline, because their year is not known."""
    return tuple(str(event["event_id"]) for event in _events(evidence) if event["yearless"])


def _events(evidence: Evidence) -> list[Row]:
    return [*rows_of(timeline_frame(evidence)), *rows_of(record_events_frame(evidence))]


def _title(missing: list[Row], evidence: Evidence, links: Links) -> dict[str, str]:
    case = evidence.case
    paragraphs = [
        case.question,
        "A quote stands in quotation marks, with its place in the text counted in characters.",
        "What is cited has an address and no stored text: its words are a curator’s own.",
        "A bar covers every day that the wording allows; the date below a title says how it is known.",
    ]
    if missing:
        told = "; ".join(f"{event['title']}{_behind(event)} ({in_words(event['date'])})" for event in missing)
        paragraphs.append(f"Left out, because the year is not known: {len(missing)}. {told}")
    new = how_new(evidence)
    paragraphs.append(f"{new[:1].upper()}{new[1:]}, data version {data_version(evidence)}.")
    link = links.to("timeline")
    text = _html(paragraphs, link, "Open the timeline with its sources")
    return {"Headline": escape(case.title), "Text": text, "Type": "title"} | _ours(evidence, link)


def _row(event: Row, evidence: Evidence, links: Links) -> dict[str, str]:
    link = links.to("timeline", event=event["event_id"], layer="record" if event["cited"] else "")
    told = _cited(event, evidence) if event["cited"] else _quoted(event, evidence)
    lanes = {lane.id: lane.title for lane in evidence.case.lanes}
    return {
        **_days(event),
        "Display Date": _display_date(event),
        "Headline": escape(f"{event['title']}{_behind(event)}"),
        "Text": _html(told, link, "Open this event with its sources"),
        # TimelineJS takes the markup out of a group's name, and reads what is then left as HTML.
        "Group": escape(escape(lanes.get(str(event["lane"]), ""))),
        **_ours(evidence, link),
    }


def _behind(event: Row) -> str:
    """What stands behind a title: that it is cited, or that it repeats a number that a curator read."""
    read = " (read by a curator)" if event["number_read_by"] == "curator" else ""
    return " (cited)" if event["cited"] else read


def _ours(evidence: Evidence, link: str) -> dict[str, str]:
    return {LINK: link, "data_version": data_version(evidence)}


def _days(event: Row) -> dict[str, str]:
    """First and last day in the columns of TimelineJS; a start that is open leaves only the last day to begin with."""
    known = [day for day in (event["earliest"], event["latest"]) if not pd.isna(day)]
    first, last = known[0], known[-1]
    days = {"Year": str(first.year), "Month": str(first.month), "Day": str(first.day)}
    if first != last:
        days |= {"End Year": str(last.year), "End Month": str(last.month), "End Day": str(last.day)}
    return days


def _display_date(event: Row) -> str:
    basis = "cited" if event["cited"] else event["date_basis"]
    told = f"{in_words(event['date'])} (EDTF {event['date']}, {basis})"
    if event["open_start"]:
        return f"{told}; only its end is drawn"
    return f"{told}; only its beginning is drawn" if event["open_end"] else told


def _quoted(event: Row, evidence: Evidence) -> Iterator[str]:
    """What the documents say of an event, a paragraph each."""
    yield f"{event['type']}, {event['modality']}. {event['date_reason']}".strip()
    for claim_id in event["supports"]:
        yield _quote(evidence.claim_by_id[claim_id], evidence)
    for claim_id in event["contradicts"]:
        yield f"Against it: {_quote(evidence.claim_by_id[claim_id], evidence)}"
    yield from _note(event["note"])


def _quote(claim: Claim, evidence: Evidence) -> str:
    label = evidence.document_by_id[claim.document].label
    place = f"[{claim.id}] Document {label}, characters {claim.start}–{claim.end}"
    flags = (flag for flag in evidence.case.flags_named(claim.flags) if flag.wording)
    warnings = "".join(f" Check the wording: {flag.title}. {flag.meaning}" for flag in flags)
    read = " Number read by a curator." if read_by((claim,)) == "curator" else ""
    return f"{place}: “{claim.quote}” Says: {said_by(claim, evidence)} ({claim.modality}).{read}{warnings}"


def _cited(event: Row, evidence: Evidence) -> Iterator[str]:
    """What the public record says of an event, a paragraph each."""
    record = evidence.record_by_id[event["event_id"]]
    assert isinstance(record, Statement | Sighting)  # the only records that are events
    words = record.statement if isinstance(record, Statement) else _seen(record, evidence)
    yield f"Cited, not quoted [{record.record_id}]: {words}"
    if isinstance(record, Statement) and record.hedge:
        yield f"The source’s own words: {quoted_list(record.hedge)}"
    copy = f"Read in a copy at {record.address}, original: {record.original}"
    yield f"Says: {record.said_by}. {copy if record.original.strip() else f'Link: {record.address}'}"
    yield from _note(record.note)


def _note(note: str) -> Iterator[str]:
    if note.strip():
        yield f"Curator’s note: {note}"


def _seen(sighting: Sighting, evidence: Evidence) -> str:
    vessel = evidence.record_by_id.get(sighting.vessel or "")
    name = vessel.name if isinstance(vessel, Vessel) else "a vessel that is not named"
    return f"{name} at {sighting.place}, seen by {sighting.seen_by}. A sighting is no delivery."


def _html(paragraphs: Iterable[str], link: str, words: str) -> str:
    told = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    address = web_address(link)
    return f'{told}<p><a href="{escape(address)}">{words}</a></p>' if address else told
