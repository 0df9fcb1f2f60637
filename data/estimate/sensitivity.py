"""What moves the estimate: the value of each factor at which the limit is just reached, and its share in the spread."""

from math import ceil
from typing import Any

import numpy as np
import pandas as pd

from data.estimate.draws import BARRELS_PER_M3, FILLED, Array, cargo_per_dwt, unused_factors
from data.estimate.model import COUNT, Model
from data.estimate.runs import share_above
from data.frames.rows import framed
from data.models.assumptions import SHARES

ENDS = (0.05, 0.50, 0.95)
BELIEFS = [
    "assumption", "title", "unit", "assumed_q05", "assumed_q50", "assumed_q95", "needed_q05", "needed_q50",
    "needed_q95", "side", "least", "most", "within", "runs", "variance_share", "fixed",
]  # fmt: skip
TORNADO = [
    "assumption", "title", "unit", "factor_low", "factor_high", "volume_low", "volume_high", "variance_share",
    "middle", "reaches", "fixed",
]  # fmt: skip
KINDS = dict.fromkeys((*BELIEFS, *TORNADO), "float64") | dict.fromkeys(("within", "fixed", "reaches"), "bool")
KINDS |= dict.fromkeys(("assumption", "title", "unit", "side"), "text")


def beliefs_frame(model: Model) -> pd.DataFrame:
    """What one would have to believe for the modelled volume of the reader's series to be just the limit.

    Columns: assumption (id; `count` for the number of trips), title, unit (words); assumed_q05, assumed_q50,
    assumed_q95; needed_q05, needed_q50, needed_q95 (the value at which the volume equals the limit, everything else as
    drawn; inf where no value does); side (below or above: where of needed_q50 the volume is on the limit's other side);
    least, most (range of its control); within (needed_q50 lies in it); runs (share of the runs in which the factor lies
    there); variance_share (as in tornado_frame); fixed (by the reader). Shares are
    fractions. Factors that have no part in the series are left out; without a limit the frame is empty.
    """
    rows = []
    if model.inputs.limit:
        needed, values, shares = _needed(model), model.quantities, model.variance_shares
        rows = [_belief(model, name, one, needed[name], shares[name]) for name, one in values.items()]
    return framed([dict(zip(BELIEFS, row, strict=True)) for row in rows], BELIEFS, KINDS)


def tornado_frame(model: Model) -> pd.DataFrame:
    """What the volume would be with one factor at its 5% or 95% and the others at the median, widest first.

    Of the reader's series. Columns: assumption, title, unit; factor_low, factor_high; volume_low, volume_high;
    variance_share (squared correlation of the logarithms, summing to 1; NaN if nothing varies); middle (all at the
    median; the same on each row); reaches (bool: with this factor alone at one of its ends the volume is on the other
    side of what it is held against; False without a limit); fixed (by the reader).
    """
    values, shares = model.quantities, model.variance_shares
    middle = {name: float(np.median(one)) for name, one in values.items()}
    whole = _volume(middle, model)
    rows = []
    for name, drawn in values.items():
        low, high = (float(value) for value in np.quantile(np.sort(drawn), (ENDS[0], ENDS[2])))
        volumes = sorted(_volume(middle | {name: end}, model) for end in (low, high))
        title, unit = _titles(model, name)
        fixed = name in model.settings.fixed_values
        reaches = volumes[0] <= model.threshold < whole or whole <= model.threshold < volumes[1]
        rows.append((name, title, unit, low, high, *volumes, shares[name], whole, reaches, fixed))
    frame = framed([dict(zip(TORNADO, row, strict=True)) for row in rows], TORNADO, KINDS)
    spread = (frame["volume_low"] - frame["volume_high"]).rename("spread")
    return frame.loc[spread.sort_values(kind="stable").index].reset_index(drop=True)


def loads_frame(model: Model) -> pd.DataFrame:
    """The loads that others have reckoned with, each for every ship.

    Columns: load (fraction); label; reason; record_ids (tuple); interval_volume (trips counted x point values of ship,
    cargo share and barrels a tonne, or the reader's, x load); above_limit (share of the runs of the reader's series;
    NaN without a limit).
    """
    per_load, committee = model.volumes(model.series), _committee(model)
    a_tonne = committee or _point(model, "barrels-per-tonne")
    a_trip = _point(model, "ship") * _cargo_share(model) * (a_tonne if model.unit == "barrel" else 1.0)
    full = float(np.median(model.runs.calls)) * a_trip
    drawn = model.runs.factors["load"]
    per_load = np.divide(per_load, drawn, out=np.zeros(len(drawn)), where=drawn > 0)
    limit = model.threshold
    rows = [
        (case.load, case.label, case.reason, case.records, full * case.load, share_above(per_load * case.load, limit))
        for case in model.inputs.assumptions.loads
    ]
    return pd.DataFrame(rows, columns=["load", "label", "reason", "record_ids", "interval_volume", "above_limit"])


def _cargo_share(model: Model) -> float:
    return 1.0 if "cargo-share" in unused_factors(model.settings) else _point(model, "cargo-share")


def _point(model: Model, name: str) -> float:
    """The value of a factor in the point calculation: the reader's, else that of the curator."""
    assumption = model.inputs.assumptions.by_id[name]
    sourced = assumption.central if assumption.point is None else assumption.point
    return model.settings.fixed_values.get(name, sourced)


def _needed(model: Model) -> dict[str, Array]:
    """For each run the value of each quantity at which the volume equals the limit; inf where none does."""
    # No share is more than the whole.
    return {name: np.where(one > 1, np.inf, one) if name in SHARES else one for name, one in _wanted(model).items()}


def _wanted(model: Model) -> dict[str, Array]:
    runs, limit = model.runs, model.threshold
    factors, volumes = runs.factors, model.volumes(model.series)
    short = np.divide(limit, volumes, out=np.full(len(volumes), np.inf), where=volumes > 0)
    # Nothing can be multiplied up to the limit from nothing.
    needed = {name: np.where(one > 0, one, 1.0) * short for name, one in model.quantities.items()}
    if "seen" in needed:
        # The fewer were seen, the more there were: the share needed falls with the volume.
        seen = model.volumes("seen")
        needed["seen"] = np.where(seen > 0, seen / limit, np.inf)
    barrels, committee = model.unit == "barrel", model.settings.convention == "committee"
    cargo = cargo_per_dwt(factors, _committee(model), barrels) * short
    if committee:
        return needed
    share, a_tonne, tank = factors["cargo-share"], factors["barrels-per-tonne"], FILLED * BARRELS_PER_M3
    by_volume = tank * factors["tank"]
    weight, volume = (share * a_tonne, by_volume) if barrels else (share, by_volume / a_tonne)
    needed["cargo-share"] = np.where(cargo <= volume, cargo / (a_tonne if barrels else 1.0), np.inf)
    needed["tank"] = np.where(cargo <= weight, cargo * (1.0 if barrels else a_tonne) / tank, np.inf)
    lighter = cargo / share if barrels else by_volume / np.maximum(cargo, 1e-12)
    needed["barrels-per-tonne"] = np.where(cargo <= (volume if barrels else weight), lighter, np.inf)
    return needed


def _belief(model: Model, name: str, values: Array, needed: Array, share: float) -> tuple[Any, ...]:
    title, unit = _titles(model, name)
    # Not interpolated: between a number and infinity lies no number.
    ordered = np.sort(needed)
    wanted = [float(ordered[ceil(share * len(ordered)) - 1]) for share in ENDS]
    if name in model.settings.fixed_values:
        # What the reader has fixed is that value, whatever became of the trips of single runs.
        values = np.full(len(values), model.settings.fixed_values[name])
    assumed = [float(value) for value in np.quantile(np.sort(values), ENDS)]
    assumption = model.inputs.assumptions.by_id.get(name)
    least, most = (assumption.least, assumption.most) if assumption else (0.0, float("inf"))
    middle = float(np.median(model.volumes(model.series)))
    # The more of the trips were seen, or barrels make a tonne, the less there is in all, or in tonnes.
    inverse = name == "seen" or (name == "barrels-per-tonne" and model.unit == "tonne")
    falls = (middle > model.threshold) != inverse
    beyond = values < wanted[1] if falls else values > wanted[1]
    within = bool(np.isfinite(wanted[1]) and least <= wanted[1] <= most)
    fixed = name in model.settings.fixed_values or (name == COUNT and model.settings.count is not None)
    side = "below" if falls else "above"
    return (name, title, unit, *assumed, *wanted, side, least, most, within, float(beyond.mean()), share, fixed)


def _titles(model: Model, name: str) -> tuple[str, str]:
    if name == COUNT:
        return "Trips counted", "trips"
    assumption = model.inputs.assumptions.by_id[name]
    return assumption.title, assumption.unit


def _committee(model: Model) -> float | None:
    committee = model.inputs.assumptions.committee
    return committee.barrels_per_tonne if committee and model.settings.convention == "committee" else None


def _volume(values: dict[str, float], model: Model) -> float:
    """The volume for one value of each quantity."""
    arrays = {name: np.array([value]) for name, value in ({"cargo-share": 1.0} | values).items()}
    cargo = float(cargo_per_dwt(arrays, _committee(model), model.unit == "barrel")[0])
    trips = values[COUNT] * values["loadings"] / max(values.get("seen", 1.0), 1e-9)
    return trips * values["ship"] * values["load"] * cargo
