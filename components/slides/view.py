"""What a briefing is made from: the evidence, the frames of the pages as the reader sees them, and the links."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import pandas as pd

from components.figures.modelled import SOURCED
from components.sentences.citation import CitedLinks
from components.sentences.model.own import own_words
from components.slides.assumed import Assumed, assumed_in
from data.estimate.chosen import settings_of
from data.estimate.result import Estimate, NotEstimated, estimate
from data.frames.comparison import comparison_frame, record_answers
from data.frames.reach import NO_SPAN, Span
from data.frames.reported import headline_row
from data.frames.rows import rows_of
from data.frames.timeline import all_events, record_events_frame, timeline_frame, writing_frame
from data.models.assumptions import Settings
from data.models.evidence import Evidence
from data.models.links import Links
from data.recording import headline
from data.volumes import volumes_frame


@dataclass(frozen=True)
class View:
    """The frames and sentences' sources of all slides; they are those that the pages show.

    `volume` is the row on the gauge; `events` the rows of the timeline that are shown, quoted and cited; `comparison`
    the rows and documents shown; `answers` those of the public record, None where it is not shown; `own` says in words
    which assumptions are the reader's own, `filters` what he filters by; both are empty if nothing. `other` is the
    estimate that his own is compared with, None where there is none.
    """

    evidence: Evidence
    estimate: Estimate | None
    not_estimated: NotEstimated | None
    volume: pd.Series | None
    volumes: pd.DataFrame
    events: pd.DataFrame
    writing: pd.DataFrame
    comparison: pd.DataFrame
    answers: pd.DataFrame | None
    links: Links
    own: str = ""
    filters: str = ""
    span: Span = NO_SPAN
    other: Estimate | None = None
    other_name: str = SOURCED

    @cached_property
    def assumed(self) -> Assumed | None:
        """What the estimate assumes, which the notes of most slides tell; None without an estimate."""
        return assumed_in(self.estimate) if self.estimate else None

    @cached_property
    def volume_rows(self) -> list[dict[Any, Any]]:
        """The rows of `volumes`."""
        return rows_of(self.volumes)


def view_of(evidence: Evidence, estimate: Estimate | NotEstimated, links: Links, with_record: bool = False) -> View:
    """Everything unfiltered, as the pages show it to a reader who has just come; with the public record on demand."""
    volumes, events = volumes_frame(evidence, estimate), timeline_frame(evidence)
    if with_record and evidence.record_by_id:
        events = all_events(events, record_events_frame(evidence))
    return View(
        evidence=evidence,
        estimate=None if isinstance(estimate, NotEstimated) else estimate,
        not_estimated=estimate if isinstance(estimate, NotEstimated) else None,
        volume=headline_row(volumes, evidence),
        volumes=volumes,
        events=events,
        writing=writing_frame(evidence),
        comparison=comparison_frame(evidence),
        answers=record_answers(evidence) if with_record else None,
        links=links,
    )


def view_at(evidence: Evidence, chosen: Mapping[str, str], address: str, with_record: bool = False) -> View:
    """What the pages at an address have under a reader's assumptions; links keep them where numbers are shown."""
    settings = settings_of(chosen)
    estimated = estimate(evidence, settings)
    row = headline_row(volumes_frame(evidence, estimated), evidence)
    known: dict[str, Collection[str]] = dict.fromkeys(("timeline", "comparison", "documents", "record"), ())
    said = headline(row, estimated, evidence)
    links = CitedLinks(address, evidence.fingerprint, chosen, known, headline=said)
    shown = view_of(evidence, estimated, links, with_record)
    sourced = estimate(evidence, Settings()) if settings != Settings() else None
    other = sourced if shown.estimate and isinstance(sourced, Estimate) else None
    return replace(shown, own=own_words(settings, evidence), other=other)
