"""Which facts of the public record a reader has asked for, and in which order they are listed."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from components.sentences.records import record_words
from data.frames.reported import headline_row
from data.models.evidence import Evidence
from data.models.record import Record
from data.texts.searching import in_one_spelling

MOST_LISTED = 300  # the CSV holds all
EVERY_YEAR = "all"
FEW = 15  # of the year that stands first


class RecordChoice(NamedTuple):
    """The filters of the public record; an empty one lets all pass."""

    topics: list[str]
    kinds: list[str]
    standings: list[str]
    words: str
    year: str = ""

    def in_address(self) -> Mapping[str, str | list[str]]:
        """The filters as links keep them."""
        chosen: dict[str, str | list[str]] = {"topic": self.topics, "kind": self.kinds, "standing": self.standings}
        given = {**chosen, "words": self.words, "year": self.year}
        return {name: value for name, value in given.items() if value}


def record_values(evidence: Evidence) -> dict[str, Collection[str] | None]:
    """Query parameters of the public record and the values that name something."""
    records = list(evidence.record_by_id.values())
    return {
        "topic": _topics(records, evidence),
        "kind": _in_order(record_words.KINDS, {record_words.kind_of(record) for record in records}),
        "standing": _in_order(record_words.STANDINGS, {record_words.standing_of(record) for record in records}),
        "words": None,
        "year": years_of_record(evidence),
        "record": evidence.record_by_id,
    }


def years_of_record(evidence: Evidence) -> list[str]:
    """Of which years the record holds a fact, the last first; before them every year, after them what has no date."""
    present = {year for record in evidence.record_by_id.values() for year in record_words.years_of(record)}
    years = sorted(present - {record_words.UNDATED}, key=int, reverse=True)
    return [EVERY_YEAR, *years, *([record_words.UNDATED] if record_words.UNDATED in present else [])]


def first_year(volumes: pd.DataFrame, evidence: Evidence) -> str:
    """The year that stands first: that of the case's headline, else the last of which there is a fact."""
    years = [year for year in years_of_record(evidence) if year not in (EVERY_YEAR, record_words.UNDATED)]
    headline = headline_row(volumes, evidence)
    wanted = "" if headline is None or pd.isna(headline["year"]) else str(headline["year"])
    return wanted if wanted in years else next(iter(years), "")


def matching(evidence: Evidence, choice: RecordChoice) -> list[Record]:
    """The facts that match every filter given, in order of date; an empty filter lets all pass."""
    words = in_one_spelling(choice.words.strip())
    found = [
        record
        for record in evidence.record_by_id.values()
        if (not choice.topics or record_words.topic_of(record, evidence) in choice.topics)
        and (not choice.kinds or record_words.kind_of(record) in choice.kinds)
        and (not choice.standings or record_words.standing_of(record) in choice.standings)
        and (choice.year in ("", EVERY_YEAR) or choice.year in record_words.years_of(record))
        and (not words or words in record_words.words_to_search(record, evidence))
    ]
    return sorted(found, key=lambda record: [str(day or "9999") for day in record_words.days_of(record)])


def as_listed(facts: Sequence[Record], choice: RecordChoice, first: str) -> Sequence[Record]:
    """Those of the facts that match a choice which stand in the table, in its order.

    While nothing is chosen, the table holds the first few of the year that stands `first`.
    """
    if choice.in_address() or not first:
        return facts[:MOST_LISTED]
    of_year = [record for record in facts if first in record_words.years_of(record)]
    # What began long before says least of the year.
    return sorted(of_year, key=lambda record: str(record_words.days_of(record)[0])[:4] != first)[:FEW]


def _topics(records: Iterable[Record], evidence: Evidence) -> list[str]:
    present = {record_words.topic_of(record, evidence) for record in records}
    return [topic.id for topic in evidence.case.topics if topic.id in present]


def _in_order(known: Iterable[str], present: Collection[str]) -> list[str]:
    return [name for name in known if name in present]
