"""Every frame of one evidence, each made when somebody first asks for it."""

from collections.abc import Callable
from functools import cached_property

import pandas as pd

from data.frames.comparison import comparison_frame
from data.frames.comparison import record_answers as record_answers_frame
from data.frames.descent import descent_frame
from data.frames.dossier import dossier_frame, subjects_frame
from data.frames.notified import notified_years as notified_years_frame
from data.frames.timeline import all_events, record_events_frame, timeline_frame, writing_frame
from data.models.evidence import Evidence
from data.volumes import volumes_frame


def _of(make: Callable[[Evidence], pd.DataFrame]) -> cached_property[pd.DataFrame]:
    """A frame that a function makes of the evidence."""

    def made(frames: "Frames") -> pd.DataFrame:
        return make(frames.evidence)

    return cached_property(made)


class Frames:
    """The frames of one evidence; read-only, for many share them. `stated_volumes` are those without an estimate."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence

    timeline = _of(timeline_frame)
    writing = _of(writing_frame)
    stated_volumes = _of(volumes_frame)
    comparison = _of(comparison_frame)
    record_events = _of(record_events_frame)
    record_answers = _of(record_answers_frame)
    notified_years = _of(notified_years_frame)
    descent = _of(descent_frame)
    dossiers = _of(dossier_frame)

    @cached_property
    def events(self) -> pd.DataFrame:
        return all_events(self.timeline, self.record_events)

    @cached_property
    def subjects(self) -> pd.DataFrame:
        return subjects_frame(self.evidence, self.dossiers)
