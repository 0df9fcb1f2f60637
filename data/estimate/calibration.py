"""The model against published figures: what it gives for the same, and how many runs agree."""

import numpy as np
import pandas as pd

from data.estimate.draws import Array
from data.estimate.model import Model
from data.estimate.published import Held
from data.frames.rows import DAY, framed

ENDS = {"q05": 0.05, "q50": 0.50, "q95": 0.95}
COLUMNS = ["kind", "title", "operator", "volume", "unit", "since", "by", "whole", "trips", "claim_ids", "record_ids"]

KINDS = {"volume": "float64", "whole": "float64", "trips": "float64", "since": DAY, "by": DAY} | {
    "claim_ids": "object",
    "record_ids": "object",
}


def calibration_frame(model: Model) -> pd.DataFrame:
    """The model against every published figure that it can be held against, one row a figure.

    Columns: kind (by a day, in a window, a trip); title (what is published); operator, volume, unit; since, by (first
    and last day of its time; since is NaT where it begins with or before the first trip, both are of a figure a trip);
    whole, trips (what a figure a trip follows from; else NaN); claim_ids, record_ids; and for either series, seen and
    all, q05_, q50_, q95_ (the modelled volume of the same time, or of a trip) and agree_ (share of the runs that are
    at least so much). Without such a figure it is empty.
    """
    series = tuple(model.runs.held)
    numbers = [f"{key}_{one}" for one in series for key in (*ENDS, "agree")]
    rows = []
    for place, held in enumerate(model.inputs.held):
        row = held._asdict() | {"unit": model.unit}
        for one in series:
            volumes = model.runs.a_trip if held.kind == "a trip" else model.runs.held[one][place]
            found = np.quantile(np.sort(volumes), list(ENDS.values()))
            row |= {f"{key}_{one}": float(value) for key, value in zip(ENDS, found, strict=True)}
            row[f"agree_{one}"] = agreeing(volumes, held)
        rows.append(row)
    return framed(rows, [*COLUMNS, *numbers], KINDS | dict.fromkeys(numbers, "float64"))


def agreeing(volumes: Array, held: Held) -> float:
    """The share of the runs whose volume is what a figure says: above a strict floor, at least any other."""
    reached = volumes > held.volume if held.operator == ">" else volumes >= held.volume
    return float(reached.mean())
