"""A reader's own assumptions, in words: wherever numbers go, it goes with them that they are not those of the case."""

import re

from components.sentences.counts import count
from components.sentences.model.beliefs import factor_with_unit
from data.estimate.draws import assumed_middle, unused_factors
from data.models.assumptions import Settings
from data.models.evidence import Evidence

TRIP_WORDS = {
    "floor": "as many trips as the words allow at least",
    "rounded": "trips rounded down",
    "open": "trips open above",
}
READERS = "a reader’s assumption"
OWN_FILE = "own-assumptions"
MOST_IN_NAME = 60  # letters
NO_NAME = re.compile(r"[^a-z0-9.]+")


def own_words(settings: Settings, evidence: Evidence) -> str:
    """What a reader has put in the place of what: "load on departure 60% instead of 86%"; empty if nothing."""
    assumptions = evidence.assumptions
    if settings.untouched or assumptions is None:
        return ""
    parts = []
    for name, value in settings.fixed:
        if name not in unused_factors(settings):
            one, sourced = assumptions.by_id[name], assumed_middle(assumptions, name)
            own, other = factor_with_unit(value, one.unit), factor_with_unit(sourced, one.unit)
            parts.append(f"{one.title.lower()} {own} instead of {other}")
    if settings.count is not None:
        parts.insert(0, count(settings.count, "trip"))
    elif settings.trips != "counted":
        parts.insert(0, TRIP_WORDS[settings.trips])
    return ", ".join([*parts, *_switched(settings, evidence)])


def own_sentence(settings: Settings, evidence: Evidence) -> str:
    """The same as it stands in pictures and citations: "Not as sourced: …, a reader’s assumption."; or empty."""
    words = own_words(settings, evidence)
    return f"Not as sourced: {words}: {READERS}{'s' if ', ' in words else ''}." if words else ""


def own_name(settings: Settings, evidence: Evidence) -> str:
    """The same in the name of a file or the key of a citation: "own-assumptions-load-on-departure-60"; or empty."""
    words = own_words(settings, evidence)
    named = NO_NAME.sub("-", words.lower())[:MOST_IN_NAME].strip("-.")
    return f"{OWN_FILE}-{named}".strip("-") if words else ""


def _switched(settings: Settings, evidence: Evidence) -> list[str]:
    committee = evidence.assumptions.committee if evidence.assumptions else None
    told = {
        "only the trips that were seen": not settings.unseen,
        f"{evidence.case.subject.supplier} alone, without what else was notified": settings.alone,
        "loads as shares of the deadweight": settings.laden == "deadweight",
        committee.name if committee else "": settings.convention == "committee",
    }
    return [words for words, chosen in told.items() if words and chosen]
