"""The trips of the runs, and on which of the observed days they were made.

Nothing here asks what a ship carries: as long as a reader changes only that, the trips of all runs stay as they are.
"""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple

import numpy as np

from data.estimate.draws import Array, Counts, factor_of, stream
from data.models.assumptions import Assumptions, Settings

Series = Literal["seen", "all"]
SERIES: tuple[Series, Series] = ("seen", "all")
MOST_DATED = 64  # beyond so many trips, the days are drawn for that many equal groups of trips
ROUNDED_SPAN = 9  # a "more than 40" that was rounded down is one of 41 to 49
OPEN_MEAN = 5  # of the trips beyond the floor
BAND = np.linspace(0, 1, 21)[:-1]  # moments of the observed time at which the cumulative band is drawn
BAND_RUNS = 5_000  # enough for a smooth band: more would cost as much as all the rest
KEPT = 2  # chunks of runs, ten megabytes each


class Trips(NamedTuple):
    """How many trips were seen: a number, or a floor that a text gives (`more than 40` has the floor 41)."""

    counted: int | None
    floor: int | None


@dataclass(frozen=True)
class Dated:
    """The trips of some runs with their days, one entry a run.

    Moments are counted from the day of the first trip (0) to that of the last (1), which are known; the others fall
    anywhere between, each day being as likely as any other. `waits` are the times from the first trip to each, one row
    a run; only their ratios count.
    """

    trips: Counts
    waits: Array

    def day_of(self, number: Array) -> Array:
        """The moment at which the trip of a number was made."""
        place = np.clip((number - 1) * self._step, 0, self._steps)
        before = place.astype(int)
        since: Array = self.waits[self._rows, before]
        if (part := place - before).any():  # only where one time stands for several trips
            since = since + part * (self.waits[self._rows, np.minimum(before + 1, self._steps)] - since)
        moment: Array = np.divide(since, self._whole, out=np.zeros(len(self.trips)), where=self._whole > 0)
        return moment

    def made_by(self, moment: float) -> Array:
        """How many of the trips were made by a moment."""
        if moment >= 1:
            return self.trips.astype(float)
        if moment < 0:
            return np.zeros(len(self.trips))
        gone = moment * self._whole
        after_the_first = np.count_nonzero(self.waits[:, 1:] <= gone[:, np.newaxis], axis=1)
        made: Array = np.minimum(self.trips, 1 + np.minimum(after_the_first, self._steps) * self._trips_a_step)
        return made

    def made_by_each(self, parts: int) -> Array:
        """The same for the moments 0, 1/parts, 2/parts …, all but the last; one row a moment, one column a run."""
        runs, whole = len(self.trips), self._whole[:, np.newaxis]
        # The first of the moments by which each trip was made; times beyond a run's last trip fall into none.
        moments = np.ceil(np.divide(self.waits, whole, out=np.zeros_like(self.waits), where=whole > 0) * parts)
        places = np.minimum(moments, parts).astype(np.intp) + np.arange(runs)[:, np.newaxis] * (parts + 1)
        counted = np.bincount(places.ravel(), minlength=runs * (parts + 1)).reshape(runs, parts + 1)
        after_the_first = np.cumsum(counted, axis=1)[:, :parts].T - 1
        made: Array = 1 + np.minimum(after_the_first, self._steps) * self._trips_a_step
        return np.minimum(self.trips, made)

    @cached_property
    def _rows(self) -> Counts:
        return np.arange(len(self.trips))

    @cached_property
    def _steps(self) -> Counts:
        """How many of the drawn times lie between the first trip of a run and its last."""
        steps: Counts = np.minimum(np.maximum(self.trips - 1, 0), self.waits.shape[1] - 1)
        return steps

    @cached_property
    def _step(self) -> Array:
        return _ratio(self._steps, self.trips - 1)

    @cached_property
    def _trips_a_step(self) -> Array:
        return _ratio(self.trips - 1, self._steps)

    @cached_property
    def _whole(self) -> Array:
        whole: Array = self.waits[self._rows, self._steps]
        return whole


class Journeys(NamedTuple):
    """Some runs, one entry a run: calls at the port, and the trips of each series that carried something.

    `made` are the trips made by each of the moments that were asked for, and `band` those of the first 5,000 runs
    (columns) by each moment of BAND (rows).
    """

    calls: Counts
    dated: dict[Series, Dated]
    made: dict[Series, dict[float, Array]]
    band: dict[Series, Array]


def journeys_of(
    assumptions: Assumptions, trips: Trips, settings: Settings, moments: frozenset[float], chunk: int, runs: int
) -> Journeys:
    """The trips of a chunk of runs; read-only, for estimates share them."""
    fixed = tuple(pair for pair in settings.fixed if pair[0] in ("loadings", "seen"))
    own = Settings(trips=settings.trips, count=settings.count, fixed=fixed)
    return _journeys(assumptions, trips, own, moments, chunk, runs)


@lru_cache(maxsize=KEPT)
def _journeys(
    assumptions: Assumptions, trips: Trips, settings: Settings, moments: frozenset[float], chunk: int, runs: int
) -> Journeys:
    loadings, share = (factor_of(assumptions, name, settings, chunk, runs) for name in ("loadings", "seen"))
    named = {name: stream(assumptions.seed, name, chunk) for name in ("trips", "loaded calls", "unseen trips", "days")}
    calls = _calls(trips, settings, runs, named["trips"])
    seen = named["loaded calls"].binomial(calls, loadings)
    unseen = named["unseen trips"].negative_binomial(np.maximum(seen, 1), share)
    waits = np.zeros((runs, MOST_DATED + 1))
    np.cumsum(named["days"].standard_exponential((runs, MOST_DATED)), axis=1, out=waits[:, 1:])
    dated: dict[Series, Dated] = {
        "seen": Dated(seen, waits),
        "all": Dated(seen + np.where(seen > 0, unseen, 0), waits),
    }
    made = {series: {moment: one.made_by(moment) for moment in moments} for series, one in dated.items()}
    first = slice(0 if chunk else BAND_RUNS)
    band = {series: Dated(one.trips[first], waits[first]).made_by_each(len(BAND)) for series, one in dated.items()}
    shared = [
        calls,
        seen,
        dated["all"].trips,
        waits,
        *band.values(),
        *(one for by in made.values() for one in by.values()),
    ]
    for one in shared:
        one.flags.writeable = False
    return Journeys(calls, dated, made, band)


def _calls(trips: Trips, settings: Settings, runs: int, stream: np.random.Generator) -> Counts:
    if settings.count is not None:
        return np.full(runs, settings.count)
    floor = trips.floor if trips.floor is not None else trips.counted or 0
    match settings.trips:
        case "rounded":
            return stream.integers(floor, floor + ROUNDED_SPAN, runs)
        case "open":
            return floor - 1 + stream.geometric(1 / OPEN_MEAN, runs)
        case "floor":
            return np.full(runs, floor)
        case "counted":
            return np.full(runs, floor if trips.counted is None else trips.counted)


def _ratio(part: Counts, whole: Counts) -> Array:
    """One to the other, nothing where that is none."""
    ratio: Array = np.divide(part, whole, out=np.zeros(len(part)), where=whole > 0)
    return ratio
