"""What stands before and after the words that are open: what the page lists as filtered, else all of their kind."""

from collections.abc import Iterable, Mapping

import pandas as pd

from components import state
from components.sentences.records.listed import as_listed, first_year, matching
from components.widgets.choices import comparison_choice, record_choice, timeline_choice
from components.widgets.filters import shows_record
from data.frames.timeline import filtered
from data.models.dates import read_edtf
from data.models.evidence import Claim, Evidence
from data.models.record import Notification, Record, Sighting, Statement, Vessel

Around = tuple[list[str], str]  # ids in order, and what they are among
LISTS: Mapping[type, str] = {
    Statement: "statements", Notification: "notifications", Sighting: "sightings", Vessel: "vessels",
}  # fmt: skip


def around_claim(page: str, claim: Claim, evidence: Evidence) -> Around:
    """The claims of a filtered comparison or timeline that shows this one, else those of its document."""
    if page == "comparison":
        shown = _claims(comparison_choice(evidence, state.frames().comparison))
        if claim.id in shown:
            return shown, "in this comparison"
    if page == "timeline":
        shown = _claims(events_shown(evidence))
        if claim.id in shown:
            return shown, "on this timeline"
    label = evidence.document_by_id[claim.document].label
    return [one.id for one in evidence.claims_of(claim.document)], f"in document {label}"


def around_record(page: str, record: Record, evidence: Evidence) -> Around:
    """The cited facts in the table of the public record if this is one of them, else all of its kind."""
    if page == "record":
        choice = record_choice(evidence)
        facts = as_listed(matching(evidence, choice), choice, first_year(state.frames().stated_volumes, evidence))
        listed = [one.record_id for one in facts]
        if record.record_id in listed:
            return listed, "in this list"
    return _of_its_kind(record, evidence), LISTS[type(record)]


def events_shown(evidence: Evidence) -> pd.DataFrame:
    """The events of the timeline that pass the filters in the address, those of the record if it is switched on."""
    events = state.frames().events
    beside = events if shows_record(evidence) else state.frames().timeline
    return filtered(beside, *timeline_choice(evidence, events))


def _claims(rows: pd.DataFrame) -> list[str]:
    found: Iterable[str] = (claim_id for claim_ids in rows["claim_ids"] for claim_id in claim_ids)
    return list(dict.fromkeys(found))


def _of_its_kind(record: Record, evidence: Evidence) -> list[str]:
    """Statements by topic, others by day."""
    alike = [one for one in evidence.record_by_id.values() if type(one) is type(record)]
    if isinstance(record, Statement):
        topics = [topic.id for topic in evidence.case.topics]
        alike.sort(key=lambda one: topics.index(one.topic) if isinstance(one, Statement) else 0)
    elif isinstance(record, Notification | Sighting):
        alike.sort(key=_first_day)
    return [one.record_id for one in alike]


def _first_day(record: Record) -> str:
    date = record.date if isinstance(record, Notification | Sighting) else ""
    return str(read_edtf(date).earliest or "") if date else ""
