"""Every frame of one evidence, each made when somebody first asks for it."""

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


class Frames:
    """The frames of one evidence; read-only, for many share them."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence

    @cached_property
    def timeline(self) -> pd.DataFrame:
        return timeline_frame(self._evidence)

    @cached_property
    def writing(self) -> pd.DataFrame:
        return writing_frame(self._evidence)

    @cached_property
    def stated_volumes(self) -> pd.DataFrame:
        return volumes_frame(self._evidence)

    @cached_property
    def comparison(self) -> pd.DataFrame:
        return comparison_frame(self._evidence)

    @cached_property
    def record_events(self) -> pd.DataFrame:
        return record_events_frame(self._evidence)

    @cached_property
    def events(self) -> pd.DataFrame:
        return all_events(self.timeline, self.record_events)

    @cached_property
    def record_answers(self) -> pd.DataFrame:
        return record_answers_frame(self._evidence)

    @cached_property
    def notified_years(self) -> pd.DataFrame:
        return notified_years_frame(self._evidence)

    @cached_property
    def descent(self) -> pd.DataFrame:
        return descent_frame(self._evidence)

    @cached_property
    def dossiers(self) -> pd.DataFrame:
        return dossier_frame(self._evidence)

    @cached_property
    def subjects(self) -> pd.DataFrame:
        return subjects_frame(self._evidence, self.dossiers)
