"""The factors of the estimate, drawn: each from random streams of its own, so that a new one does not reshuffle others.

Load and mean ship size are drawn once a run: drawn for each trip, their errors would cancel and the band would be
falsely narrow. Volume never conditions the runs: a reported floor was probably computed from the same trips.
"""

import hashlib
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from data.models.assumptions import FACTORS, MEDIAN, WITHOUT_VOLUME, Assumption, Assumptions, Settings

Array = NDArray[np.float64]
Counts = NDArray[np.int64]

BARRELS_PER_M3 = 6.2898  # 158.987 litres a barrel
FILLED = 0.98  # the part of a tank that may be filled: the rest is left for the cargo to expand
CHUNK = 20_000  # runs held in memory at once with their single ships and days
KEPT = 32  # arrays of factors as sourced: those of one chunk, for a few cases


def stream(seed: int, name: str, chunk: int) -> np.random.Generator:
    """The random numbers of a name in one chunk of runs: the same whatever else was drawn, or is fixed."""
    stable = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big")
    return np.random.default_rng([seed, stable, *([chunk] if chunk else [])])


def factors_of(assumptions: Assumptions, settings: Settings, chunk: int, runs: int) -> dict[str, Array]:
    """Every factor of a chunk of runs by its id, one entry a run; read-only, for estimates share them."""
    factors = {name: factor_of(assumptions, name, settings, chunk, runs) for name in FACTORS}
    return factors | ({"cargo-share": np.ones(runs)} if settings.laden == "deadweight" else {})


def factor_of(assumptions: Assumptions, name: str, settings: Settings, chunk: int, runs: int) -> Array:
    """One of them: as sourced, or what the reader has fixed."""
    fixed = settings.fixed_values
    if name in fixed:
        return np.full(runs, float(fixed[name]))
    uncertainty = fixed.get(MEDIAN, assumptions.median_uncertainty) if name == "ship" else 0.0
    return _sourced(assumptions.by_id[name], uncertainty, assumptions.seed, chunk, runs)


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
    drawn = _sourced(assumption, uncertainty if assumption.distribution == "fleet" else 0.0, seed, 0, CHUNK)
    low, middle, high = (float(value) for value in np.quantile(drawn, (0.05, 0.5, 0.95)))
    return low, middle, high


def assumed_middle(assumptions: Assumptions, name: str) -> float:
    """The median of a factor as sourced."""
    return assumed_range(assumptions, name)[1]


@lru_cache(maxsize=KEPT)  # a slider that moves changes one of them, and all else is drawn already
def _sourced(assumption: Assumption, uncertainty: float, seed: int, chunk: int, runs: int) -> Array:
    drawn = _drawn(assumption, uncertainty, seed, chunk, runs)
    drawn.flags.writeable = False
    return drawn


def _drawn(assumption: Assumption, uncertainty: float, seed: int, chunk: int, runs: int) -> Array:
    low, central, high = assumption.low, assumption.central, assumption.high
    if assumption.distribution == "fleet":
        return _mean_ship(assumption, uncertainty, seed, chunk, runs)
    if low == high or (assumption.distribution == "beta" and central in (0, 1)):
        return np.full(runs, central)
    own = stream(seed, assumption.id, chunk)
    if assumption.distribution == "triangular":
        return own.triangular(low, central, high, runs)
    return low + (high - low) * own.beta(*beta_parameters(assumption), runs)


def beta_parameters(assumption: Assumption) -> tuple[float, float]:
    """The two parameters of a beta distribution, or of the one that a PERT stretches from low to high."""
    if assumption.distribution == "beta":
        weight = assumption.weight or 1.0
        return assumption.central * weight, (1 - assumption.central) * weight
    span = assumption.high - assumption.low
    return 1 + 4 * (assumption.central - assumption.low) / span, 1 + 4 * (assumption.high - assumption.central) / span


def _mean_ship(fleet: Assumption, uncertainty: float, seed: int, chunk: int, runs: int) -> Array:
    """The mean size of the ships, weighted by how many of the trips each made."""
    vessels = fleet.vessels or 1
    medians, spread, trips = (stream(seed, f"ship: {name}", chunk) for name in ("median", "sizes", "trips"))
    median = fleet.central * np.exp(uncertainty * medians.standard_normal(runs))
    sizes = np.exp((fleet.spread or 0.0) * spread.standard_normal((runs, vessels)))
    sizes *= median[:, np.newaxis]
    np.clip(sizes, fleet.low, fleet.high, out=sizes)
    shares = trips.standard_gamma(fleet.sharing or 1.0, (runs, vessels))
    whole = shares.sum(axis=1)
    # A tiny parameter can draw nothing for every ship; then each makes the same number of trips.
    shares[whole == 0], whole[whole == 0] = 1.0, float(vessels)
    mean: Array = np.einsum("ij,ij->i", sizes, shares) / whole
    return mean
