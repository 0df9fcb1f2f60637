"""What a cited fact is, in words: its kind, its statement, its number, its window, and whether it still counts."""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from components.letters import capital
from components.sentences.against_limit import units
from components.sentences.counts import listed
from components.sentences.records.record import supplier_in_words
from components.theme import CITED_SIGN, quantity
from data.models.dates import in_words, read_edtf
from data.models.evidence import Evidence
from data.models.record import Notification, Record, Sighting, Statement, Vessel, quoted_list
from data.texts.searching import in_one_spelling

RECORD_ID = re.compile(r"\[([a-z0-9]+(?:-[a-z0-9]+)+)\]", re.ASCII)
UNDATED, MOST_YEARS = "undated", 30
KINDS = {
    "statement": "Statement",
    "rule": "Rule",
    "body": "Body",
    "conversion": "Conversion",
    "repeat": "Repeat of another text",
    "source": "Source of a document",
    "denial": "Denial",
    "notification": "Notification",
    "sighting": "Sighting",
    "vessel": "Vessel",
}


class Standing(NamedTuple):
    """Whether a cited fact still counts: a sign, a word, what it means, and the tone of its mark."""

    sign: str
    word: str
    meaning: str
    tone: str


STANDINGS = {
    "sound": Standing("●", "Sound", "nothing speaks against using it.", ""),
    "used": Standing("●", "Used", "it is counted.", ""),
    "part": Standing("◐", "Part", "it lies inside another notification, so it is not counted again.", ""),
    "superseded": Standing("↷", "Superseded", "a newer print takes its place; it is kept and not used.", ""),
    "error": Standing("!", "Error in the source", "it is kept, marked and never used.", "warn"),
}


def kind_of(record: Record) -> str:
    """Which kind of fact it is, as KINDS names it."""
    if isinstance(record, Statement):
        return record.kind
    if isinstance(record, Notification):
        return "notification"
    return "sighting" if isinstance(record, Sighting) else "vessel"


def topic_of(record: Record, evidence: Evidence) -> str:
    """Id of the topic; what is not a statement belongs to the volumes."""
    return record.topic if isinstance(record, Statement) else evidence.case.subject.volume_topic


def standing_of(record: Record) -> str:
    """Whether it still counts, as STANDINGS names it; a vessel always does."""
    return "sound" if isinstance(record, Vessel) else record.standing


def statement_of(record: Record, evidence: Evidence) -> str:
    """The fact in one sentence."""
    if isinstance(record, Statement):
        return record.statement
    if isinstance(record, Vessel):
        return f"{record.name}, IMO {record.imo}" if record.imo else record.name
    if isinstance(record, Sighting):
        # A name stands after "at"; what begins otherwise, "at sea" or "2 km off the quay", is words of its own.
        named = not (record.place[:1].islower() or record.place[:1].isdigit())
        place = f"at {record.place}" if named else record.place
        where = f"{vessel_name(record, evidence)} {place}"
        return f"{where}, {in_words(record.date)} ({record.seen_by})" if record.date else f"{where} ({record.seen_by})"
    return f"{suppliers_in_words(record)}: {number_of(record, evidence)} notified for {in_words(record.date)}"


def hedge_of(record: Record) -> str:
    """The words by which the source of a statement itself holds back, in quotation marks; empty where it does not."""
    return quoted_list(record.hedge) if isinstance(record, Statement) else ""


def original_of(record: Record) -> str:
    """What the page that was read is a copy of: publisher, title, day; empty where it is a copy of nothing."""
    return "" if isinstance(record, Vessel) else record.original.strip()


def number_of(record: Record, evidence: Evidence) -> str:
    """The number with its operator and unit, "> 40 barges"; empty without one."""
    given = record.quantity
    if given is None:
        return ""
    ceiling = given.high if given.high is not None else given.stated
    return f"{quantity(given.operator, given.stated, ceiling)} {units(evidence, given.unit, given.stated)}"


def window_of(record: Record) -> str:
    """When it happened, in words; empty where nobody says."""
    date = None if isinstance(record, Vessel) else record.date
    return in_words(date) if date else ""


def days_of(record: Record) -> tuple[date | None, date | None]:
    """The first and the last day on which it may have happened; None at an open end, or where nobody says."""
    told = None if isinstance(record, Vessel) else record.date
    window = read_edtf(told) if told else None
    return (window.earliest, window.latest) if window else (None, None)


def years_of(record: Record) -> list[str]:
    """The years in which it may have happened, the last of many alone; UNDATED where nobody says."""
    days = [day for day in days_of(record) if day]
    years = range(days[0].year, days[-1].year + 1) if days else ()
    return [str(year) for year in years[-MOST_YEARS:]] or [UNDATED]


def vessel_name(sighting: Sighting, evidence: Evidence) -> str:
    """The name of the vessel that was seen."""
    vessel = evidence.record_by_id.get(sighting.vessel or "")
    return vessel.name if isinstance(vessel, Vessel) else "A vessel that is not named"


def suppliers_in_words(record: Notification) -> str:
    """Who supplied what was notified: "Upper Vale and Middle Vale"."""
    words = listed([supplier_in_words(name) for name in record.suppliers])
    return capital(words)


def with_signs(sentence: str, evidence: Evidence) -> str:
    """A sentence with the sign of what is cited before the id of each record: "[↗ salt-ledger-001]"."""
    known = evidence.record_by_id
    return RECORD_ID.sub(lambda found: f"[{CITED_SIGN} {found[1]}]" if found[1] in known else found[0], sentence)


def words_to_search(record: Record, evidence: Evidence) -> str:
    """All that a reader may look for in a fact, in one spelling of quotation marks and case."""
    former = "; ".join(record.former_names) if isinstance(record, Vessel) else ""
    texts = [record.record_id, statement_of(record, evidence), record.said_by, record.note or "", former]
    texts += [hedge_of(record), original_of(record)]
    return "\n".join(in_one_spelling(text) for text in texts)


def addresses(records: Iterable[Record]) -> set[str]:
    """The addresses that some facts were read under."""
    return {record.address for record in records if record.address}
