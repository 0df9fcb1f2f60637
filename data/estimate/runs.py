"""The runs of the estimate, chunk by chunk: what is kept of them, one entry a run."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

import numpy as np

from data.estimate.draws import Array, Chunk, Counts, chunks, day_of_trip, trips_made, trips_made_by_each
from data.estimate.inputs import Inputs
from data.estimate.room import Pace
from data.models.assumptions import Comparison, Settings

Series = Literal["seen", "all"]
SERIES: tuple[Series, Series] = ("seen", "all")
BAND = np.linspace(0, 1, 21)[:-1]  # moments of the observed time at which the cumulative band is drawn
BAND_RUNS = 5_000  # enough for a smooth band: more would cost as much as all the rest


class Runs(NamedTuple):
    """What is kept of all runs.

    calls; trips by series; a_trip, the volume of one; factors by assumption id; crossing, when the limit is passed
    by the supplier alone and, where it is joint, with what else was notified, as a share of the time observed; it may
    lie outside it (inf where never, or without a limit); held, the volume in the time of each published figure, but for
    those a trip, that they are held against; band, the volume of the first 5,000 runs (rows) at each moment of BAND.
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


class _Kept(NamedTuple):
    chunk: Chunk
    crossing: dict[Comparison, dict[Series, Array]]
    held: dict[Series, list[Array]]


def run(inputs: Inputs, settings: Settings, draws: int) -> Runs:
    """All runs; of the single days of a chunk only what is asked of them is kept."""
    kept: list[_Kept] = []
    band: dict[Series, Array] = {}
    for chunk in chunks(inputs.assumptions, inputs.trips, settings, draws, inputs.unit == "barrel"):
        band = band or {series: _by_moment(chunk, series) for series in SERIES}
        kept.append(_weighed(chunk, inputs))
    joined = [one.chunk for one in kept]
    return Runs(
        np.concatenate([chunk.calls for chunk in joined]),
        {series: np.concatenate([_trips(chunk, series) for chunk in joined]) for series in SERIES},
        np.concatenate([chunk.a_trip for chunk in joined]),
        {name: np.concatenate([chunk.factors[name] for chunk in joined]) for name in joined[0].factors},
        {
            comparison: {
                series: np.concatenate([one.crossing[comparison][series] for one in kept]) for series in SERIES
            }
            for comparison in paces_of(inputs)
        },
        {series: _joined([one.held[series] for one in kept]) for series in SERIES},
        band,
    )


def _weighed(chunk: Chunk, inputs: Inputs) -> _Kept:
    crossing = {
        comparison: {series: _crossing(chunk, series, inputs, pace) for series in SERIES}
        for comparison, pace in paces_of(inputs).items()
    }
    figures = [figure for figure in inputs.held if figure.kind != "a trip"]
    held = {series: [_volume_in(chunk, series, figure.moments) for figure in figures] for series in SERIES}
    # The days are dropped here, so that memory does not grow with them.
    return _Kept(chunk._replace(waits=np.empty((0, 0))), crossing, held)


def _trips(chunk: Chunk, series: Series) -> Counts:
    return chunk.seen if series == "seen" else chunk.every


def _volume_in(chunk: Chunk, series: Series, moments: tuple[float, float]) -> Array:
    """The volume of the trips between two moments; those of the first moment of all belong to it."""
    (since, by), trips = moments, _trips(chunk, series)
    made = trips_made(by, trips, chunk.waits)
    volume: Array = chunk.a_trip * (made if since <= 0 else made - trips_made(since, trips, chunk.waits))
    return volume


def _by_moment(chunk: Chunk, series: Series) -> Array:
    made = trips_made_by_each(len(BAND), _trips(chunk, series)[:BAND_RUNS], chunk.waits[:BAND_RUNS])
    volumes: Array = made * chunk.a_trip[:BAND_RUNS, np.newaxis]
    return volumes


def paces_of(inputs: Inputs) -> Mapping[Comparison, Pace | None]:
    """What else comes towards the limit, for each comparison that the case has, the reader's default first."""
    if inputs.room is None:
        return {"alone": None}
    return {"joint": inputs.room.pace(inputs.assumptions.first, inputs.assumptions.last), "alone": None}


def _crossing(chunk: Chunk, series: Series, inputs: Inputs, pace: Pace | None) -> Array:
    trips = _trips(chunk, series)
    never = np.full(len(trips), np.inf)
    if inputs.limit is None:
        return never
    limit = inputs.limit.value
    number = _passing_trip(chunk, trips, limit, pace)
    by_a_trip = np.where(number <= trips, day_of_trip(np.minimum(number, trips), trips, chunk.waits), never)
    # Between two trips the limit may be passed by what else was notified.
    return by_a_trip if pace is None else np.minimum(by_a_trip, pace.passing(limit - (number - 1) * chunk.a_trip))


def _passing_trip(chunk: Chunk, trips: Counts, limit: float, pace: Pace | None) -> Array:
    """The first trip with which the limit is passed, one more than there are trips where none does."""
    if pace is None:
        fitting = np.divide(limit, chunk.a_trip, out=np.full(len(trips), np.inf), where=chunk.a_trip > 0)
        first: Array = np.floor(np.minimum(fitting, trips)) + 1
        return first
    low, high = np.ones(len(trips)), trips + 1.0
    while (low < high).any():
        middle = np.floor((low + high) / 2)
        so_far = middle * chunk.a_trip + pace.by(day_of_trip(np.minimum(middle, trips), trips, chunk.waits))
        passed = (middle > trips) | (so_far > limit)
        low, high = np.where(passed | (low >= high), low, middle + 1), np.where(passed, np.minimum(high, middle), high)
    return low


def share_above(volumes: Array, value: float) -> float:
    """The share of some volumes that are greater than a value; NaN without one."""
    return float((volumes > value).mean()) if value == value else float("nan")


def _share(part: Counts, whole: Counts) -> Array:
    share: Array = np.divide(part, whole, out=np.ones(len(part)), where=whole > 0)
    return share


def _joined(chunks: list[list[Array]]) -> tuple[Array, ...]:
    return tuple(np.concatenate(column) for column in zip(*chunks, strict=True))
