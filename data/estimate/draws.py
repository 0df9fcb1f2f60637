"""Runs of the estimate: every factor from a random stream of its own, so that a new one does not reshuffle others.

Load and mean ship size are drawn once a run: drawn for each trip, their errors would cancel and the band would be
falsely narrow. Volume never conditions the runs: a reported floor was probably computed from the same trips.
"""

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from data.models.assumptions import FACTORS, MEDIAN, WITHOUT_VOLUME, Assumption, Assumptions, Settings

Array = NDArray[np.float64]
Counts = NDArray[np.int64]

BARRELS_PER_M3 = 6.2898  # 158.987 litres a barrel
FILLED = 0.98  # the part of a tank that may be filled: the rest is left for the cargo to expand
CHUNK = 20_000  # runs held in memory at once with their single ships and days
MOST_DATED = 64  # beyond so many trips, the days are drawn for that many equal groups of trips
ROUNDED_SPAN = 9  # a "more than 40" that was rounded down is one of 41 to 49
OPEN_MEAN = 5  # of the trips beyond the floor


class Trips(NamedTuple):
    """How many trips were seen: a number, or a floor that a text gives (`more than 40` has the floor 41)."""

    counted: int | None
    floor: int | None


class Chunk(NamedTuple):
    """Some runs, one entry a run: trips by series, what one of them carried, every factor, and the days of the trips.

    `waits` are the times from the first trip to each, one row a run; only their ratios view.
    """

    calls: Counts
    seen: Counts
    every: Counts
    a_trip: Array
    factors: dict[str, Array]
    waits: Array


class Streams:
    """A random stream for each name, from one seed; asked again for a name, it goes on where it was."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._streams: dict[str, np.random.Generator] = {}

    def __getitem__(self, name: str) -> np.random.Generator:
        if name not in self._streams:
            stable = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big")
            self._streams[name] = np.random.default_rng([self._seed, stable])
        return self._streams[name]


def chunks(assumptions: Assumptions, trips: Trips, settings: Settings, runs: int, barrels: bool) -> Iterator[Chunk]:
    """All runs, at most CHUNK at a time; volumes in barrels or in tonnes. The same whatever the size of a chunk."""
    streams = Streams(assumptions.seed)
    for start in range(0, runs, CHUNK):
        yield _chunk(assumptions, trips, settings, min(CHUNK, runs - start), streams, barrels)


def _chunk(
    assumptions: Assumptions, trips: Trips, settings: Settings, runs: int, streams: Streams, barrels: bool
) -> Chunk:
    uncertainty = settings.fixed_values.get(MEDIAN, assumptions.median_uncertainty)
    factors = {name: _factor(assumptions.by_id[name], uncertainty, settings, runs, streams) for name in FACTORS}
    if settings.laden == "deadweight":
        factors["cargo-share"] = np.ones(runs)
    calls = _calls(trips, settings, runs, streams["trips"])
    seen = streams["loaded calls"].binomial(calls, factors["loadings"])
    unseen = streams["unseen trips"].negative_binomial(np.maximum(seen, 1), factors["seen"])
    every = seen + np.where(seen > 0, unseen, 0)
    committee = assumptions.committee.barrels_per_tonne if assumptions.committee else None
    cargo = cargo_per_dwt(factors, committee if settings.convention == "committee" else None, barrels)
    # Always as many days, so that the next chunk goes on from the same place whatever was drawn in this one.
    waits = np.zeros((runs, MOST_DATED + 1))
    np.cumsum(streams["days"].standard_exponential((runs, MOST_DATED)), axis=1, out=waits[:, 1:])
    return Chunk(calls, seen, every, factors["ship"] * factors["load"] * cargo, factors, waits)


def cargo_per_dwt(factors: dict[str, Array], committee: float | None, barrels: bool) -> Array:
    """Barrels (or tonnes) that a full ship carries a tonne of its deadweight: by weight, or less if by volume."""
    share = factors["cargo-share"]
    if committee is not None:
        return share * committee if barrels else share
    tank = FILLED * factors["tank"] * BARRELS_PER_M3
    a_tonne = factors["barrels-per-tonne"]
    return np.minimum(share * a_tonne, tank) if barrels else np.minimum(share, tank / a_tonne)


def unused_factors(settings: Settings) -> frozenset[str]:
    """Ids of the factors that have no part in the volume under a reader's choices."""
    without = WITHOUT_VOLUME if settings.convention == "committee" else frozenset()
    return without | {"cargo-share"} if settings.laden == "deadweight" else without


def assumed_range(assumptions: Assumptions, name: str) -> tuple[float, float, float]:
    """The 5%, 50% and 95% of a factor as sourced, from the first of the runs that the estimate is made of."""
    return _assumed(assumptions.by_id[name], assumptions.median_uncertainty, assumptions.seed)


@lru_cache(maxsize=64)  # whatever is told of a reader's own estimate says what was sourced
def _assumed(assumption: Assumption, uncertainty: float, seed: int) -> tuple[float, float, float]:
    if assumption.distribution == "constant":
        return (assumption.central,) * 3
    drawn = _factor(assumption, uncertainty, Settings(), CHUNK, Streams(seed))
    low, middle, high = (float(value) for value in np.quantile(drawn, (0.05, 0.5, 0.95)))
    return low, middle, high


def assumed_middle(assumptions: Assumptions, name: str) -> float:
    """The median of a factor as sourced."""
    return assumed_range(assumptions, name)[1]


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


def _factor(assumption: Assumption, uncertainty: float, settings: Settings, runs: int, streams: Streams) -> Array:
    # Drawn even where the reader has fixed it: the next chunk then goes on from the same place as without.
    drawn = _drawn(assumption, uncertainty, runs, streams)
    fixed = settings.fixed_values.get(assumption.id)
    return drawn if fixed is None else np.full(runs, float(fixed))


def _drawn(assumption: Assumption, uncertainty: float, runs: int, streams: Streams) -> Array:
    low, central, high = assumption.low, assumption.central, assumption.high
    stream = streams[assumption.id]
    if assumption.distribution == "fleet":
        return _mean_ship(assumption, uncertainty, runs, streams)
    if low == high or (assumption.distribution == "beta" and central in (0, 1)):
        return np.full(runs, central)
    if assumption.distribution == "triangular":
        return stream.triangular(low, central, high, runs)
    return low + (high - low) * stream.beta(*beta_parameters(assumption), runs)


def beta_parameters(assumption: Assumption) -> tuple[float, float]:
    """The two parameters of a beta distribution, or of the one that a PERT stretches from low to high."""
    if assumption.distribution == "beta":
        weight = assumption.weight or 1.0
        return assumption.central * weight, (1 - assumption.central) * weight
    span = assumption.high - assumption.low
    return 1 + 4 * (assumption.central - assumption.low) / span, 1 + 4 * (assumption.high - assumption.central) / span


def _mean_ship(fleet: Assumption, uncertainty: float, runs: int, streams: Streams) -> Array:
    """The mean size of the ships, weighted by how many of the trips each made."""
    vessels = fleet.vessels or 1
    median = fleet.central * np.exp(uncertainty * streams["ship: median"].standard_normal(runs))
    sizes = np.exp((fleet.spread or 0.0) * streams["ship: sizes"].standard_normal((runs, vessels)))
    sizes *= median[:, np.newaxis]
    np.clip(sizes, fleet.low, fleet.high, out=sizes)
    shares = streams["ship: trips"].standard_gamma(fleet.sharing or 1.0, (runs, vessels))
    whole = shares.sum(axis=1)
    # A tiny parameter can draw nothing for every ship; then each makes the same number of trips.
    shares[whole == 0], whole[whole == 0] = 1.0, float(vessels)
    mean: Array = np.einsum("ij,ij->i", sizes, shares) / whole
    return mean


def day_of_trip(number: Array, trips: Counts, waits: Array) -> Array:
    """When the trip of a number was made: 0 on the day of the first, 1 on that of the last; one entry a run.

    The first and the last are known; the others fall anywhere between, each day being as likely as any other.
    """
    steps, rows = _steps(trips, waits), np.arange(len(trips))
    scale = np.divide(steps, trips - 1, out=np.zeros(len(trips)), where=trips > 1)
    place = np.clip((number - 1) * scale, 0, steps)
    before = place.astype(int)
    after = np.minimum(before + 1, steps)
    since: Array = waits[rows, before] + (place - before) * (waits[rows, after] - waits[rows, before])
    whole = waits[rows, steps]
    moment: Array = np.divide(since, whole, out=np.zeros(len(trips)), where=whole > 0)
    return moment


def trips_made(moment: float, trips: Counts, waits: Array) -> Array:
    """How many of the trips were made by a moment between the first (0) and the last (1); one entry a run."""
    if moment >= 1:
        return trips.astype(float)
    if moment < 0:
        return np.zeros(len(trips))
    steps = _steps(trips, waits)
    gone = moment * waits[np.arange(len(trips)), steps]
    after_the_first = np.count_nonzero(waits[:, 1:] <= gone[:, np.newaxis], axis=1)
    scale = np.divide(trips - 1, steps, out=np.zeros(len(trips)), where=steps > 0)
    made: Array = np.minimum(trips, 1 + np.minimum(after_the_first, steps) * scale)
    return made


def trips_made_by_each(parts: int, trips: Counts, waits: Array) -> Array:
    """The same for the moments 0, 1/parts, 2/parts …, all but the last; one row a run, one column a moment."""
    runs, steps = len(trips), _steps(trips, waits)
    whole = waits[np.arange(runs), steps][:, np.newaxis]
    # The first of the moments by which each trip was made; times beyond a run's last trip fall into none.
    moments = np.ceil(np.divide(waits, whole, out=np.zeros_like(waits), where=whole > 0) * parts)
    places = np.minimum(moments, parts).astype(np.intp) + np.arange(runs)[:, np.newaxis] * (parts + 1)
    counted = np.bincount(places.ravel(), minlength=runs * (parts + 1)).reshape(runs, parts + 1)
    after_the_first = np.cumsum(counted, axis=1)[:, :parts] - 1
    scale = np.divide(trips - 1, steps, out=np.zeros(runs), where=steps > 0)
    made: Array = 1 + np.minimum(after_the_first, steps[:, np.newaxis]) * scale[:, np.newaxis]
    return np.minimum(trips[:, np.newaxis], made)


def _steps(trips: Counts, waits: Array) -> Counts:
    """How many of the drawn times lie between the first trip of a run and its last."""
    steps: Counts = np.minimum(np.maximum(trips - 1, 0), waits.shape[1] - 1)
    return steps
