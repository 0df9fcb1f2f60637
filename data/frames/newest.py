"""How new the data are: the newest fact of the record, what was last seen notified, and the last look at all."""

from collections.abc import Iterator
from datetime import date

from data.models.dates import in_words, read_edtf
from data.models.evidence import Evidence
from data.models.record import Notification, Sighting, Statement


def newest_fact(evidence: Evidence) -> date | None:
    """The latest day on which a fact of the record was published or, where nobody says when, ended; None without one.

    Errors of sources are left out, and what lasts until today has no day that would be the newest.
    """
    return max(_days(evidence), default=None)


def newest_notification(evidence: Evidence) -> date | None:
    """The latest day on which anybody read what states had filed: where it was filed, else in the press."""
    days = (one.seen_on or one.published for one in evidence.notified if one.standing != "error")
    return max((day for day in days if day), default=None)


def how_new(evidence: Evidence) -> str:
    """Both days in words: "newest fact 23 October 2025, last looked 22 November 2026"; without a fact the last look."""
    newest = newest_fact(evidence)
    fact = f"newest fact {in_words(newest.isoformat())}, " if newest else ""
    return f"{fact}last looked {in_words(evidence.case.as_of.isoformat())}"


def _days(evidence: Evidence) -> Iterator[date]:
    facts: tuple[Statement | Notification | Sighting, ...]
    facts = (*evidence.statements, *evidence.notified, *evidence.sightings)
    for fact in facts:
        if fact.standing == "error":
            continue
        day = fact.published or (read_edtf(fact.date).latest if fact.date else None)
        if day:
            yield min(day, evidence.case.as_of)
