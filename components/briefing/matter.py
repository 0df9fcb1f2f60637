"""What a briefing is made from: the evidence, the frames of the pages as the reader sees them, and the links."""

from dataclasses import dataclass

import pandas as pd

from data.barrels import barrels_frame, headline_row
from data.comparison import comparison_frame, record_answers
from data.estimate import Estimate, NotEstimated
from data.evidence import Evidence
from data.links import Links
from data.timeline import record_events_frame, timeline_frame, writing_frame


@dataclass(frozen=True)
class Matter:
    """The frames and sentences' sources of all slides; they are those that the pages show.

    `volume` is the row on the gauge; `events` the rows of the timeline that are shown, quoted and cited; `comparison`
    the rows and documents shown; `answers` those of the public record, None where it is not shown; `chosen` says in
    words which filters and assumptions are the reader's own, empty if none.
    """

    evidence: Evidence
    estimate: Estimate | None
    not_estimated: NotEstimated | None
    volume: pd.Series | None
    barrels: pd.DataFrame
    events: pd.DataFrame
    writing: pd.DataFrame
    comparison: pd.DataFrame
    answers: pd.DataFrame | None
    links: Links
    chosen: str = ""


def matter_of(evidence: Evidence, estimate: Estimate | NotEstimated, links: Links, with_record: bool = False) -> Matter:
    """Everything unfiltered, as the pages show it to a reader who has just come; with the public record on demand."""
    barrels, events = barrels_frame(evidence, estimate), timeline_frame(evidence)
    if with_record and evidence.record_by_id:
        cited = record_events_frame(evidence)
        events = pd.concat([events, cited], ignore_index=True) if len(events) and len(cited) else cited
    return Matter(
        evidence=evidence,
        estimate=None if isinstance(estimate, NotEstimated) else estimate,
        not_estimated=estimate if isinstance(estimate, NotEstimated) else None,
        volume=headline_row(barrels, evidence),
        barrels=barrels,
        events=events,
        writing=writing_frame(evidence),
        comparison=comparison_frame(evidence),
        answers=record_answers(evidence) if with_record else None,
        links=links,
    )
