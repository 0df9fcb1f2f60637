"""The model of a case: its inputs, a reader's settings and the runs drawn from both; what it is held against."""

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Self

import numpy as np
import pandas as pd

from data.estimate.draws import Array, Counts, unused_factors
from data.estimate.inputs import Inputs, beside
from data.estimate.journeys import SERIES, Series
from data.estimate.room import Room
from data.estimate.runs import Runs, paces_of
from data.models.assumptions import Comparison, Settings
from data.models.evidence import Evidence

COUNT = "count"  # the number of trips: no factor of assumptions.toml, but as uncertain as one


@dataclass(frozen=True)
class Model:
    """The runs of one case under a reader's settings, and what they are held against.

    Volumes stand in `unit`; probabilities are shares of the runs, NaN where there is nothing to hold them against.
    What is held against the limit is what the reader's comparison says: with what else was notified, the volume stands
    against `threshold`, what these left of the limit. Series are `seen` (trips that somebody counted) and `all` (with
    trips that nobody saw).
    """

    settings: Settings
    inputs: Inputs
    draws: int
    runs: Runs = field(repr=False)

    @property
    def unit(self) -> str:
        return self.inputs.unit

    @property
    def limit_volume(self) -> float:
        return self.inputs.limit.value if self.inputs.limit else float("nan")

    @property
    def room(self) -> Room | None:
        """What else was notified towards a joint limit; None without one."""
        return self.inputs.room

    @property
    def comparisons(self) -> tuple[Comparison, ...]:
        """What the case can hold against its limit, the default first; one where the limit is not joint."""
        return tuple(paces_of(self.inputs))

    @property
    def comparison(self) -> Comparison:
        """Which of them the reader looks at."""
        return "joint" if self.room and not self.settings.alone else "alone"

    @property
    def threshold(self) -> float:
        """What the modelled volume is held against: the limit, or what is left of it, which may be less than none.

        NaN without a limit.
        """
        notified = self.room.notified if self.room and self.comparison == "joint" else 0.0
        return self.limit_volume - notified

    def beside(self, row: pd.Series | None, evidence: Evidence) -> Self:
        """The same runs beside another reported number, that of a row of the volumes frame."""
        inputs = beside(self.inputs, row, evidence)
        return self if inputs is self.inputs else replace(self, inputs=inputs)

    def compared(self, comparison: Comparison) -> Self:
        """The same runs in one of the comparisons."""
        return self if self.settings.alone == (comparison == "alone") else self._otherwise_compared

    @cached_property
    def _otherwise_compared(self) -> Self:
        return replace(self, settings=replace(self.settings, alone=not self.settings.alone))

    @property
    def limit_name(self) -> str:
        return self.inputs.limit.name if self.inputs.limit else ""

    @property
    def reported(self) -> float:
        return self.inputs.reported

    @property
    def seed(self) -> int:
        return self.inputs.assumptions.seed

    @property
    def first(self) -> date:
        return self.inputs.assumptions.first

    @property
    def last(self) -> date:
        return self.inputs.assumptions.last

    @property
    def claim_ids(self) -> tuple[str, ...]:
        return self._without_counts(self.inputs.claim_ids)

    @property
    def record_ids(self) -> tuple[str, ...]:
        return self._without_counts(self.inputs.record_ids)

    def _without_counts(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Without what counts the trips, where the reader's own number stands in its place."""
        if self.settings.count is None:
            return ids
        counting = {*self.inputs.assumptions.trips_claims, *self.inputs.assumptions.trips_records}
        return tuple(one for one in ids if one not in counting)

    @property
    def series(self) -> Series:
        """The series that the reader looks at."""
        return "all" if self.settings.unseen else "seen"

    @property
    def trips_words(self) -> str:
        """How many trips the estimate takes, and on whose count: "43 trips counted"; who read them, if no machine."""
        counted, floor = self.inputs.trips
        if self.settings.count is not None:
            return f"{_trips(self.settings.count)}, the reader’s number"
        if self.settings.trips == "counted" and counted is not None:
            return f"{_trips(counted)} counted"
        if floor is None and self.settings.trips == "floor":
            return f"{_trips(counted or 0)} counted"
        least = counted or 0 if floor is None else floor
        reader = " (read by a curator)" if floor is not None and self.inputs.trips_read_by == "curator" else ""
        if self.settings.trips == "rounded":
            return f"{least} to {int(self.runs.calls.max())} trips{reader}"
        if self.settings.trips == "open":
            return f"{_trips(least)} or more{reader}"
        return f"{_trips(least)}, the least that the words allow{reader}"

    def volumes(self, series: Series) -> Array:
        """The modelled volume of every run."""
        return self._volumes[series]

    @cached_property
    def _volumes(self) -> dict[Series, Array]:
        return {series: self.runs.trips[series] * self.runs.a_trip for series in SERIES}

    @cached_property
    def quantities(self) -> dict[str, Array]:
        """Every uncertain quantity of the reader's series, one entry a run, by its id."""
        without = unused_factors(self.settings) | (frozenset() if self.settings.unseen else {"seen"})
        values: dict[str, Array] = {COUNT: self.runs.calls.astype(float)}
        return values | {name: self.runs.became(name) for name in self.runs.factors if name not in without}

    @cached_property
    def variance_shares(self) -> dict[str, float]:
        """What each of them explains of the spread: squared correlations of the logarithms, made to add up to 1.

        For a product they add up to about 1; NaN if nothing varies.
        """
        volumes = self.volumes(self.series)
        some = volumes > 0
        log_volume = np.log(volumes[some])
        squares = {name: _squared_correlation(one[some], log_volume) for name, one in self.quantities.items()}
        whole = sum(squares.values())
        return {name: square / whole if whole > 0 else float("nan") for name, square in squares.items()}

    def trips(self, series: Series) -> Counts:
        """The trips that carried something, in every run."""
        return self.runs.trips[series]


def _trips(many: int) -> str:
    return f"{many:,} trip" + ("" if many == 1 else "s")


def _squared_correlation(values: Array, log_volume: Array) -> float:
    if len(values) < 2 or values.min() <= 0 or np.ptp(values) == 0 or np.ptp(log_volume) == 0:
        return 0.0
    return float(np.corrcoef(np.log(values), log_volume)[0, 1] ** 2)
