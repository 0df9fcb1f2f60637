"""What an edition is made from: the evidence as it is sourced, its frames, its estimate, the row of the headline."""

from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from data.estimate.result import Estimate, NotEstimated, estimate
from data.framed import Frames
from data.frames.by_year import by_year_frame
from data.frames.reported import headline_row
from data.models.assumptions import Settings
from data.models.evidence import Evidence
from data.volumes import volumes_frame

AS_SOURCED = Settings()


@dataclass(frozen=True)
class Frozen:
    """Everything as a reader finds it who has just come; nothing is filtered, and no assumption is a reader's own."""

    evidence: Evidence
    result: Estimate | NotEstimated
    frames: Frames = field(repr=False)

    @property
    def estimate(self) -> Estimate | None:
        """The estimate; None without one."""
        return None if isinstance(self.result, NotEstimated) else self.result

    @cached_property
    def volumes(self) -> pd.DataFrame:
        """volumes_frame, with the estimate."""
        return volumes_frame(self.evidence, self.result)

    @cached_property
    def headline(self) -> pd.Series | None:
        """The row of the number in front; None without one."""
        return headline_row(self.frames.stated_volumes, self.evidence)

    @cached_property
    def by_year(self) -> pd.DataFrame:
        """by_year_frame, with the series of the estimate in front."""
        return by_year_frame(self.evidence, self.volumes, self.estimate.series if self.estimate else "")


def frozen(evidence: Evidence) -> Frozen:
    """The evidence with all that an edition says of it."""
    return Frozen(evidence, estimate(evidence, AS_SOURCED), Frames(evidence))
