"""What is told of the dashboard before anybody opens it: a title and a finding for each page, from the case."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from components import state
from components.letters import capital
from components.pages import PAGES
from components.sentences.against_limit import reported_headline, volumes_title
from components.sentences.comparison import comparison_headline
from components.sentences.model.estimate import volume_sentence
from components.sentences.records.record import notified_headline
from components.sentences.timeline import timeline_headline
from data.estimate.result import NotEstimated
from data.frames.newest import how_new
from data.frames.reported import headline_row
from data.models.assumptions import Settings
from data.models.evidence import Evidence

TITLES = {entry.name: entry.title for entry in PAGES}
FIRST = next(entry.name for entry in PAGES if entry.first)
SOURCES = re.compile(r"\s*\[[^\]]*\]")  # ids of claims and records, which lead nowhere from here


class Told(NamedTuple):
    """One page in words: its title, what it finds, the case and its question, and the day and edition of the data.

    Every text may hold whatever a curator wrote.
    """

    title: str
    finding: str
    case: str
    question: str
    how_new: str
    edition: str

    @property
    def description(self) -> str:
        return f"{self.finding.rstrip('.')}. {self.question} {capital(self.how_new)}."


def told(page: str, evidence: Evidence) -> Told:
    """What is told of a page; of one that does not exist what is told of the first."""
    name, case = page if page in TITLES else FIRST, evidence.case
    title = volumes_title(evidence) if name == "volumes" else TITLES[name]
    finding = SOURCES.sub("", FINDINGS.get(name, _headline)(evidence))
    edition = f"{case.version} {evidence.fingerprint[:12]}"
    return Told(title, finding, case.title, case.question, how_new(evidence), edition)


def _headline(evidence: Evidence) -> str:
    return reported_headline(headline_row(state.frames_of(evidence).stated_volumes, evidence), evidence)


def _timeline(evidence: Evidence) -> str:
    rows = state.frames_of(evidence).timeline
    return _headline(evidence) if rows.empty else timeline_headline(rows)


def _comparison(evidence: Evidence) -> str:
    rows = state.frames_of(evidence).comparison
    return _headline(evidence) if rows.empty else comparison_headline(rows)


def _record(evidence: Evidence) -> str:
    return notified_headline(state.frames_of(evidence).notified_years, evidence)


def _estimate(evidence: Evidence) -> str:
    estimate = state.estimate_of(evidence, Settings())
    return _headline(evidence) if isinstance(estimate, NotEstimated) else volume_sentence(estimate, evidence)


FINDINGS: Mapping[str, Callable[[Evidence], str]] = {
    "timeline": _timeline,
    "comparison": _comparison,
    "record": _record,
    "estimate": _estimate,
}
