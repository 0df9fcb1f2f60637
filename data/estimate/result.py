"""Evidence -> modelled volumes: quantiles, days on which the limit is passed, what one must believe; seeded."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from math import floor
from typing import cast

import numpy as np
import pandas as pd

from data.estimate import closed_form, sensitivity
from data.estimate.calibration import calibration_frame
from data.estimate.draws import Array
from data.estimate.factors import factors_frame
from data.estimate.inputs import inputs_of
from data.estimate.journeys import BAND, SERIES, Series
from data.estimate.model import Model
from data.estimate.runs import run, share_above
from data.models.assumptions import NotEstimated, Settings
from data.models.evidence import Evidence

DRAWS = 20_000
MOST_DRAWS = 1_000_000
QUANTILES = {"q05": 0.05, "q25": 0.25, "q50": 0.50, "q75": 0.75, "q95": 0.95}
DOTS = 50

__all__ = ["DRAWS", "MOST_DRAWS", "SERIES", "Estimate", "NotEstimated", "Series", "Settings", "estimate"]


def estimate(evidence: Evidence, settings: Settings | None = None, draws: int = DRAWS) -> "Estimate | NotEstimated":
    """The modelled volume of a case; NotEstimated with its reason where the case does not give enough.

    Runs are reproducible for the seed in assumptions.toml, and more runs begin with the same ones, whole chunks of
    20,000 of them.
    """
    inputs, settings, draws = inputs_of(evidence), settings or Settings(), min(draws, MOST_DRAWS)
    if isinstance(inputs, NotEstimated):
        return inputs
    return Estimate(settings, inputs, draws, run(inputs, settings, draws))


def _frame(make: Callable[[Model], pd.DataFrame]) -> cached_property[pd.DataFrame]:
    """A frame that a function makes of the model, once."""

    def made(model: "Estimate") -> pd.DataFrame:
        return make(model)

    return cached_property(made)


@dataclass(frozen=True)
class Estimate(Model):
    """Modelled volumes of one case under a reader's settings; every number is computed once and shared by all charts.

    Frames are in the docstring of each property; factors that are shares are fractions.
    """

    @cached_property
    def totals(self) -> pd.DataFrame:
        """The modelled volume, one row a series (the index).

        Columns: series; trips (median); q05, q25, q50, q75, q95 (in `unit`); above_limit, above_reported (shares of
        the runs; NaN without a limit, or without a reported number in this unit).
        """
        rows = []
        for series in SERIES:
            volumes = self.volumes(series)
            above = {"above_limit": self.threshold, "above_reported": self.reported}
            row = {"series": series, "trips": int(np.median(self.trips(series)))} | quantiles(volumes)
            rows.append(row | {key: share_above(volumes, value) for key, value in above.items()})
        return pd.DataFrame(rows, index=pd.Index(SERIES))

    @cached_property
    def dots(self) -> pd.DataFrame:
        """Fifty equally likely volumes a series, ascending. Columns: series; volume; above_limit (bool)."""
        shares = (np.arange(DOTS) + 0.5) / DOTS
        volumes = {series: np.quantile(self.volumes(series), shares) for series in SERIES}
        frames = [pd.DataFrame({"series": series, "volume": volumes[series]}) for series in SERIES]
        frame = pd.concat(frames, ignore_index=True)
        return frame.assign(above_limit=frame["volume"] > self.threshold)

    @cached_property
    def cumulative(self) -> pd.DataFrame:
        """What had come by a day, from the first trip to the last. Columns: series; day; q05, q25, q50, q75, q95.

        Drawn from the first 5,000 runs; the last day has the quantiles of all of them, as in `totals`.
        """
        days = [self._day(float(moment)) for moment in (*BAND, 1.0)]
        found = []
        for series in SERIES:
            end = self.totals.loc[series, list(QUANTILES)].to_numpy(float)[:, np.newaxis]
            # Of fewer runs, it may lie a little beyond the quantiles of all: nothing is ever taken away.
            found.append(np.hstack([np.minimum(_quantiles(self.runs.band[series]), end), end]))
        columns = dict(zip(QUANTILES, np.hstack(found), strict=True))
        columns["day"] = np.array(days * len(SERIES), "datetime64[s]")
        frame = pd.DataFrame({"series": np.repeat(np.array(SERIES), len(days)), **columns})
        return frame[["series", "day", *QUANTILES]]

    @cached_property
    def crossing(self) -> pd.DataFrame:
        """The day on which the limit is passed, one row a series (the index).

        Columns: series; share (of the runs that pass it on an observed day; NaN without a limit); q05, q25, q50, q75,
        q95 (days, among the runs that pass it; NaT if none does).
        """
        rows = []
        for series in SERIES:
            moments = self.runs.crossing[self.comparison][series]
            passed = moments[np.isfinite(moments)]
            days = quantiles(passed) if len(passed) else dict.fromkeys(QUANTILES, float("nan"))
            share = len(passed) / len(moments) if self.inputs.limit else float("nan")
            rows.append({"series": series, "share": share} | {key: self._day(value) for key, value in days.items()})
        return pd.DataFrame(rows, index=pd.Index(SERIES)).astype(dict.fromkeys(QUANTILES, "datetime64[s]"))

    # Of the series that the reader looks at; each is asked for in a dozen sentences and figures.

    @cached_property
    def total(self) -> pd.Series:
        """The row of `totals`."""
        return cast("pd.Series", self.totals.loc[self.series])

    @cached_property
    def crossed(self) -> pd.Series:
        """The row of `crossing`."""
        return cast("pd.Series", self.crossing.loc[self.series])

    @cached_property
    def outcomes(self) -> pd.DataFrame:
        """The rows of `dots`."""
        return self.dots[self.dots["series"] == self.series]

    @cached_property
    def growth(self) -> pd.DataFrame:
        """The rows of `cumulative`."""
        return self.cumulative[self.cumulative["series"] == self.series]

    @cached_property
    def disagreements(self) -> pd.DataFrame:
        """Published figures that as much as the limit had come by a day, and the share of the runs that agree.

        They stand where the day is shown on which the limit is passed; all figures are in `calibration`. Columns:
        record_id; day; volume (in `unit`); probability_seen, probability_all.
        """
        frame = self.calibration
        # Without a limit its volume is NaN, and every figure by a day stays.
        found = frame[(frame["kind"] == "by a day") & ~(frame["volume"] < self.limit_volume)]
        names = {"by": "day", "volume": "volume", "agree_seen": "probability_seen", "agree_all": "probability_all"}
        told = found[list(names)].rename(columns=names).reset_index(drop=True)
        told.insert(0, "record_id", [record_ids[0] for record_ids in found["record_ids"]])
        return told

    # Of each the function tells what it holds, and its columns.
    calibration = _frame(calibration_frame)
    beliefs = _frame(sensitivity.beliefs_frame)
    tornado = _frame(sensitivity.tornado_frame)
    factors = _frame(factors_frame)
    loads = _frame(sensitivity.loads_frame)

    @cached_property
    def closed_form(self) -> pd.DataFrame:
        """The same volume without a single draw; see closed_form.closed_form_frame."""
        return closed_form.closed_form_frame(self.inputs, self.settings)

    def _day(self, moment: float) -> date | None:
        """The day of a moment between the first trip (0) and the last (1); none for a NaN."""
        return self.first + timedelta(days=floor(moment * (self.last - self.first).days)) if moment == moment else None


def quantiles(values: Array) -> dict[str, float]:
    """The five quantiles by which everything modelled is shown."""
    return dict(zip(QUANTILES, map(float, _quantiles(values)), strict=True))


def _quantiles(values: Array) -> Array:
    """Of the last axis; numpy orders all values faster than it finds the few that are wanted."""
    return np.quantile(np.sort(values), list(QUANTILES.values()), axis=-1)
