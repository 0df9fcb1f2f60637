"""What the reader has chosen, read from the address alone: for views that show no filters of their own."""

from collections.abc import Collection

import pandas as pd

from components import state
from components.sentences.records.listed import RecordChoice, record_values
from components.widgets.filters import SPAN, TimelineChoice, compared, comparison_values, timeline_values
from data.estimate.result import Estimate
from data.frames.reported import headline_row
from data.models.assumptions import NotEstimated, Settings
from data.models.evidence import Evidence


def timeline_choice(evidence: Evidence, timeline: pd.DataFrame) -> TimelineChoice:
    """The filters of the timeline; a value that names nothing lets all pass."""
    allowed = timeline_values(evidence, timeline, timeline)
    lanes, documents, kinds = (_named(name, allowed[name] or ()) for name in ("lane", "document", "kind"))
    span = [int(found[0]) if (found := _named(name, allowed[name] or ())) else None for name in SPAN]
    return TimelineChoice(lanes, documents, kinds, state.parameter("words") or "", *span)


def comparison_choice(evidence: Evidence, comparison: pd.DataFrame, documents: str = "document") -> pd.DataFrame:
    """The rows of the comparison that the reader asked for; of many documents the first few, until chosen otherwise.

    `documents` is the name of the parameter that names them: where a view has a timeline too, each has one of its own.
    """
    allowed = comparison_values(evidence, comparison)
    readings, chosen = _named("reading", allowed["reading"] or ()), _named(documents, allowed["document"] or ())
    return compared(comparison, readings, chosen, evidence)


def record_choice(evidence: Evidence) -> RecordChoice:
    """The filters of the public record; a value that names nothing lets all pass."""
    allowed = record_values(evidence)
    topics, kinds, standings, years = (
        _named(name, allowed[name] or ()) for name in ("topic", "kind", "standing", "year")
    )
    return RecordChoice(topics, kinds, standings, state.parameter("words") or "", years[0] if years else "")


def volume_choice(volumes: pd.DataFrame, evidence: Evidence) -> pd.Series | None:
    """The row on the gauge: the reader's, else the headline of the case."""
    reported = volumes[volumes["series"] == "reported"]
    chosen = reported[reported["claim_ids"].map(lambda ids: ids[0] == state.parameter("volume")).astype(bool)]
    return headline_row(volumes, evidence) if chosen.empty else chosen.iloc[0]


def estimate_beside(row: pd.Series | None, settings: Settings, evidence: Evidence) -> Estimate | NotEstimated:
    """The estimate under a reader's assumptions, held against the reported number that he has chosen."""
    estimate = state.estimate(settings)
    return estimate if isinstance(estimate, NotEstimated) else estimate.beside(row, evidence)


def _named(name: str, allowed: Collection[str]) -> list[str]:
    return [value for value in state.parameters(name) if value in allowed]
