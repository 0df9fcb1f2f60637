"""The estimate without a single draw, as a check on the draws: means and coefficients of variation, multiplied."""

from math import erf, exp, log, sqrt
from statistics import NormalDist
from typing import NamedTuple

import numpy as np
import pandas as pd

from data.estimate.draws import BARRELS_PER_M3, FILLED, Array, unused_factors
from data.estimate.inputs import Inputs
from data.estimate.journeys import OPEN_MEAN, ROUNDED_SPAN
from data.models.assumptions import MEDIAN, Assumption, Assumptions, Settings

QUANTILES = {"q05": 0.05, "q50": 0.50, "q95": 0.95}
GRID = 24  # points a factor in the one part that is no product


class Moments(NamedTuple):
    """Mean and squared coefficient of variation of a factor."""

    mean: float
    cv2: float


class Parts(NamedTuple):
    """What the closed form multiplies: calls and what is loaded of them, one over the share seen, ship, load and cargo.

    `calls` and `loading` are means with their variances, `inverse` is the mean of 1/p and `inverse_square` of 1/p².
    """

    calls: float
    calls_variance: float
    loading: float
    loading_variance: float
    inverse: float
    inverse_square: float
    ship: Moments
    load: Moments
    cargo: Moments


def parts_of(inputs: Inputs, settings: Settings) -> Parts:
    """The parts under a reader's settings; a factor that he has fixed has no spread."""
    loading, variance, _ = _share(inputs.assumptions.by_id["loadings"], settings)
    return Parts(
        *_calls(inputs, settings),
        loading,
        variance,
        *_inverse(inputs.assumptions.by_id["seen"], settings),
        _ship(inputs.assumptions, settings),
        _load(inputs.assumptions, settings),
        _cargo(inputs, settings),
    )


def closed_form_frame(inputs: Inputs, settings: Settings) -> pd.DataFrame:
    """The 5%, 50% and 95% of the modelled volume, taken as lognormal, one row a series (the index: seen, all).

    The mean of a product of independent factors is the product of their means, and so it is with one plus the squared
    coefficient of variation. Columns: q05, q50, q95, in the unit of the estimate; 0 without trips.
    """
    parts = parts_of(inputs, settings)
    rows = [
        {key: quantile(volume(parts, series), share) for key, share in QUANTILES.items()} for series in ("seen", "all")
    ]
    return pd.DataFrame(rows, index=pd.Index(("seen", "all")))


def volume(parts: Parts, series: str) -> Moments:
    """The modelled volume, of trips seen or of all."""
    trips = dict(zip(("seen", "all"), _trips(parts), strict=True))[series]
    mean, spread = 1.0, 1.0
    for part in (trips, parts.ship, parts.load, parts.cargo):
        mean, spread = mean * part.mean, spread * (1 + part.cv2)
    return Moments(mean, spread - 1)


def quantile(moments: Moments, share: float) -> float:
    """A quantile of a volume, taken as lognormal; 0 without trips."""
    if moments.mean <= 0:
        return 0.0
    middle, spread = _of_logarithm(moments)
    return exp(middle + spread * NormalDist().inv_cdf(share))


def share_above(moments: Moments, threshold: float) -> float:
    """How likely a volume, taken as lognormal, is above a threshold."""
    if threshold <= 0 or moments.mean <= 0:
        return float(moments.mean > threshold)
    middle, spread = _of_logarithm(moments)
    return 1 - _below((log(threshold) - middle) / spread) if spread else float(exp(middle) > threshold)


def _of_logarithm(moments: Moments) -> tuple[float, float]:
    """Mean and standard deviation of the logarithm."""
    variance = log(1 + moments.cv2)
    return log(moments.mean) - variance / 2, sqrt(variance)


def _trips(parts: Parts) -> tuple[Moments, Moments]:
    """Trips that carried something, seen and all: beta-binomial calls, then a negative binomial of what nobody saw."""
    calls, loading = parts.calls, parts.loading
    second = parts.loading_variance + loading**2
    mean = calls * loading
    # The variance of the calls comes once by itself, once through the chance that each was a loading.
    variance = calls * (loading - second) + calls**2 * parts.loading_variance + parts.calls_variance * second
    inverse, inverse_square = parts.inverse, parts.inverse_square
    spread = inverse_square - inverse**2
    all_variance = mean * (inverse_square - inverse) + inverse_square * variance + mean**2 * spread
    return _moments(mean, variance), _moments(mean * inverse, all_variance)


def _moments(mean: float, variance: float) -> Moments:
    return Moments(mean, variance / mean**2 if mean > 0 else 0.0)


def _calls(inputs: Inputs, settings: Settings) -> tuple[float, float]:
    """Mean and variance of the number of calls."""
    counted, floor = inputs.trips
    if settings.count is not None:
        return float(settings.count), 0.0
    least = float(floor if floor is not None else counted or 0)
    match settings.trips:
        case "rounded":
            return least + (ROUNDED_SPAN - 1) / 2, (ROUNDED_SPAN**2 - 1) / 12
        case "open":
            return least - 1 + OPEN_MEAN, OPEN_MEAN * (OPEN_MEAN - 1.0)
        case "floor":
            return least, 0.0
        case "counted":
            return (least if counted is None else float(counted)), 0.0


def _share(assumption: Assumption, settings: Settings) -> tuple[float, float, float]:
    """Mean, variance and mean square of a share."""
    fixed = settings.fixed_values.get(assumption.id)
    mean, variance = (fixed, 0.0) if fixed is not None else _mean_and_variance(assumption)
    return mean, variance, variance + mean**2


def _mean_and_variance(assumption: Assumption) -> tuple[float, float]:
    low, central, high = assumption.low, assumption.central, assumption.high
    if low == high or (assumption.distribution == "beta" and central in (0, 1)):
        return central, 0.0
    if assumption.distribution == "triangular":
        squares = low**2 + central**2 + high**2
        return (low + central + high) / 3, (squares - low * central - low * high - central * high) / 18
    if assumption.distribution == "beta":
        return central, central * (1 - central) / ((assumption.weight or 0.0) + 1)
    mean = (low + 4 * central + high) / 6
    return mean, (mean - low) * (high - mean) / 7


def _inverse(seen: Assumption, settings: Settings) -> tuple[float, float]:
    """Mean of 1/p and of 1/p², p being the share of trips seen."""
    fixed = settings.fixed_values.get(seen.id)
    if fixed is not None or seen.distribution != "beta" or seen.central == 1:
        value = fixed if fixed is not None else seen.central
        return 1 / value, 1 / value**2
    whole = seen.weight or 0.0
    first = seen.central * whole
    if first <= 2:
        return 1 / seen.central, 1 / seen.central**2
    return (whole - 1) / (first - 1), (whole - 1) * (whole - 2) / ((first - 1) * (first - 2))


def _ship(assumptions: Assumptions, settings: Settings) -> Moments:
    """Mean ship: sizes cut at both ends, around a median that is itself uncertain, sharing the trips unevenly."""
    fleet, fixed = assumptions.by_id["ship"], settings.fixed_values.get("ship")
    if fixed is not None:
        return Moments(fixed, 0.0)
    uncertainty = settings.fixed_values.get(MEDIAN, assumptions.median_uncertainty)
    points, weights = np.polynomial.hermite_e.hermegauss(15)
    means, variances = np.empty(len(points)), np.empty(len(points))
    for place, point in enumerate(points):
        median = fleet.central * exp(uncertainty * float(point))
        first = _cut_moment(fleet, median, 1)
        means[place], variances[place] = first, _cut_moment(fleet, median, 2) - first**2
    weights = weights / weights.sum()
    mean = float(weights @ means)
    sharing, vessels = fleet.sharing or 1.0, fleet.vessels or 1
    uneven = (sharing + 1) / (vessels * sharing + 1)
    variance = float(weights @ (means - mean) ** 2) + uneven * float(weights @ variances)
    return Moments(mean, variance / mean**2)


def _cut_moment(fleet: Assumption, median: float, power: int) -> float:
    """Mean of a power of a lognormal size that is cut at the smallest and the largest ship."""
    spread = fleet.spread or 0.0
    if spread == 0:
        return float(min(max(median, fleet.low), fleet.high) ** power)
    low, high = (log(end / median) / spread if end > 0 else -1e9 for end in (fleet.low, fleet.high))
    inside = _below(high - power * spread) - _below(low - power * spread)
    within = median**power * exp((power * spread) ** 2 / 2) * inside
    return float(fleet.low**power * _below(low) + within + fleet.high**power * (1 - _below(high)))


def _below(value: float) -> float:
    return 0.5 * (1 + erf(value / sqrt(2)))


def _load(assumptions: Assumptions, settings: Settings) -> Moments:
    mean, variance, _ = _share(assumptions.by_id["load"], settings)
    return _moments(mean, variance)


def _cargo(inputs: Inputs, settings: Settings) -> Moments:
    """Volume a tonne of deadweight: the lesser of two products, averaged over a grid of its factors."""
    by_id, without = inputs.assumptions.by_id, unused_factors(settings)
    names = ("cargo-share", "barrels-per-tonne", "tank")
    grids = (np.ones(1) if name in without else _grid(by_id[name], settings) for name in names)
    mesh = np.meshgrid(*grids, indexing="ij")
    committee = inputs.assumptions.committee if settings.convention == "committee" else None
    factors = {name: axis.ravel() for name, axis in zip(names, mesh, strict=True)}
    if committee is not None:
        cargo = factors["cargo-share"] * (committee.barrels_per_tonne if inputs.unit == "barrel" else 1.0)
    else:
        # Written out once more, not shared with the draws: a check that shares the fault finds none.
        by_weight = factors["cargo-share"] * factors["barrels-per-tonne"]
        by_volume = factors["tank"] * (FILLED * BARRELS_PER_M3)
        barrels = np.where(by_weight < by_volume, by_weight, by_volume)
        cargo = barrels if inputs.unit == "barrel" else barrels / factors["barrels-per-tonne"]
    return _moments(float(cargo.mean()), float(cargo.var()))


def _grid(assumption: Assumption, settings: Settings) -> Array:
    """Equally likely values of a factor: the middles of GRID slices of its distribution."""
    fixed = settings.fixed_values.get(assumption.id)
    low, central, high = assumption.low, assumption.central, assumption.high
    if fixed is not None or low == high:
        return np.array([central if fixed is None else fixed])
    shares = (np.arange(GRID) + 0.5) / GRID
    if assumption.distribution == "triangular":
        turn = (central - low) / (high - low)
        rising = low + np.sqrt(shares * (high - low) * (central - low))
        falling = high - np.sqrt((1 - shares) * (high - low) * (high - central))
        values: Array = np.where(shares < turn, rising, falling)
        return values
    mean, variance = _mean_and_variance(assumption)
    # Beta and PERT have no closed quantile; two moments are what this check needs of them.
    normal = NormalDist(mean, max(sqrt(variance), 1e-12))
    middles: Array = np.array([normal.inv_cdf(float(share)) for share in shares])
    return middles.clip(low, high)
