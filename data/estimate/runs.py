"""The runs of the estimate, chunk by chunk: what is kept of them, one entry a run."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from data.estimate.draws import CHUNK, Array, Counts, cargo_per_dwt, factors_of
from data.estimate.inputs import Inputs
from data.estimate.journeys import SERIES, Dated, Series, journeys_of
from data.estimate.room import Pace
from data.models.assumptions import Comparison, Settings


class Runs(NamedTuple):
    """What is kept of all runs.

    calls; trips by series; a_trip, the volume of one; factors by assumption id; crossing, when the limit is passed
    by the supplier alone and, where it is joint, with what else was notified, as a share of the time observed; it may
    lie outside it (inf where never, or without a limit); held, the volume in the time of each published figure, but for
    those a trip, that they are held against; band, the volume of the first 5,000 runs at each moment of BAND (rows).
    """

    calls: Counts
    trips: dict[Series, Counts]
    a_trip: Array
    factors: dict[str, Array]
    crossing: dict[Comparison, dict[Series, Array]]
    held: dict[Series, tuple[Array, ...]]
    band: dict[Series, Array]

    def became(self, name: str) -> Array:
        """What a factor came to in each run: of the two shares of trips, what became of the trips themselves."""
        if name == "loadings":
            return _share(self.trips["seen"], self.calls)
        if name == "seen":
            return _share(self.trips["seen"], self.trips["all"])
        return self.factors[name]


def run(inputs: Inputs, settings: Settings, draws: int) -> Runs:
    """All runs; of the single days of a chunk only what is asked of them is kept."""
    chunks = [
        _chunk(inputs, settings, number, min(CHUNK, draws - start))
        for number, start in enumerate(range(0, draws, CHUNK))
    ]
    return Runs(
        np.concatenate([one.calls for one in chunks]),
        {series: np.concatenate([one.trips[series] for one in chunks]) for series in SERIES},
        np.concatenate([one.a_trip for one in chunks]),
        {name: np.concatenate([one.factors[name] for one in chunks]) for name in chunks[0].factors},
        {
            comparison: {
                series: np.concatenate([one.crossing[comparison][series] for one in chunks]) for series in SERIES
            }
            for comparison in paces_of(inputs)
        },
        {series: _joined([one.held[series] for one in chunks]) for series in SERIES},
        chunks[0].band,
    )


def _chunk(inputs: Inputs, settings: Settings, number: int, runs: int) -> Runs:
    """Some of the runs; the days of their trips are dropped here, so that memory does not grow with them."""
    assumptions, barrels = inputs.assumptions, inputs.unit == "barrel"
    spans = [figure.moments for figure in inputs.held if figure.kind != "a trip"]
    moments = frozenset(moment for span in spans for moment in span)
    journeys = journeys_of(assumptions, inputs.trips, settings, moments, number, runs)
    factors = factors_of(assumptions, settings, number, runs)
    committee = assumptions.committee.barrels_per_tonne if assumptions.committee else None
    cargo = cargo_per_dwt(factors, committee if settings.convention == "committee" else None, barrels)
    a_trip = factors["ship"] * factors["load"] * cargo
    crossing = {
        comparison: {series: _crossing(dated, a_trip, inputs, pace) for series, dated in journeys.dated.items()}
        for comparison, pace in paces_of(inputs).items()
    }
    held = {series: tuple(_volume_in(journeys.made[series], a_trip, span) for span in spans) for series in SERIES}
    band = {series: journeys.band[series] * a_trip[: journeys.band[series].shape[1]] for series in SERIES}
    trips = {series: dated.trips for series, dated in journeys.dated.items()}
    return Runs(journeys.calls, trips, a_trip, factors, crossing, held, band)


def _volume_in(made: Mapping[float, Array], a_trip: Array, moments: tuple[float, float]) -> Array:
    """The volume of the trips between two moments; those of the first moment of all belong to it."""
    since, by = moments
    return a_trip * (made[by] if since <= 0 else made[by] - made[since])


def paces_of(inputs: Inputs) -> Mapping[Comparison, Pace | None]:
    """What else comes towards the limit, for each comparison that the case has, the reader's default first."""
    if inputs.room is None:
        return {"alone": None}
    return {"joint": inputs.room.pace(inputs.assumptions.first, inputs.assumptions.last), "alone": None}


def _crossing(dated: Dated, a_trip: Array, inputs: Inputs, pace: Pace | None) -> Array:
    trips = dated.trips
    never = np.full(len(trips), np.inf)
    if inputs.limit is None:
        return never
    limit = inputs.limit.value
    number = _passing_trip(dated, a_trip, limit, pace)
    by_a_trip = np.where(number <= trips, dated.day_of(np.minimum(number, trips)), never)
    # Between two trips the limit may be passed by what else was notified.
    return by_a_trip if pace is None else np.minimum(by_a_trip, pace.passing(limit - (number - 1) * a_trip))


def _passing_trip(dated: Dated, a_trip: Array, limit: float, pace: Pace | None) -> Array:
    """The first trip with which the limit is passed, one more than there are trips where none does."""
    trips = dated.trips
    alone = _first_above(limit, a_trip, trips)
    if pace is None:
        return alone
    # No sooner than with all that was notified at once; one less, for a quotient may be rounded up.
    room = limit - pace.volumes[-1]
    soonest = _first_above(room, a_trip, trips) - 1 if room > 0 else np.ones(len(trips))
    low, high = np.clip(soonest, 1.0, alone), alone
    while (low < high).any():
        middle = np.floor((low + high) / 2)
        so_far = middle * a_trip + pace.by(dated.day_of(np.minimum(middle, trips)))
        passed = (middle > trips) | (so_far > limit)
        low, high = np.where(passed | (low >= high), low, middle + 1), np.where(passed, np.minimum(high, middle), high)
    return low


def _first_above(limit: float, a_trip: Array, trips: Counts) -> Array:
    """The first trip with which these alone are above a limit, one more than there are trips where none is."""
    fitting = np.divide(limit, a_trip, out=np.full(len(trips), np.inf), where=a_trip > 0)
    first: Array = np.floor(np.minimum(fitting, trips)) + 1
    return first


def share_above(volumes: Array, value: float) -> float:
    """The share of some volumes that are greater than a value; NaN without one."""
    return float((volumes > value).mean()) if value == value else float("nan")


def _share(part: Counts, whole: Counts) -> Array:
    share: Array = np.divide(part, whole, out=np.ones(len(part)), where=whole > 0)
    return share


def _joined(chunks: list[tuple[Array, ...]]) -> tuple[Array, ...]:
    return tuple(np.concatenate(column) for column in zip(*chunks, strict=True))
