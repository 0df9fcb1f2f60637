"""What the modelled numbers rest on: the assumptions as they are drawn, and the same in words for the notes."""

from typing import NamedTuple

import numpy as np

from components.sentences.method import factor_spread, trips_spread
from components.sentences.model.estimate import trips_in_words
from data.estimate.result import Estimate
from data.frames.rows import Row, rows_of

ENDS = (0.05, 0.5, 0.95)


class Assumed(NamedTuple):
    """The trips in words, the rows of the factors that have a part in the volume, and all of it as notes tell it."""

    trips: str
    factors: tuple[Row, ...]
    told: str


def assumed_in(estimate: Estimate) -> Assumed:
    """The assumptions that the numbers rest on, each at its 5, 50 and 95%."""
    trips = trips_spread(np.quantile(estimate.runs.calls, ENDS).tolist())
    factors = tuple(row for row in rows_of(estimate.factors) if row["used"])
    lines = [f"Model: {trips_in_words(estimate)}; {estimate.draws:,} draws, seed {estimate.seed}; {_cargo(estimate)}."]
    lines.append("Assumptions in force, at 5 – 50 – 95% of the draws:")
    lines.append(f"Trips: {trips}")
    for row in factors:
        fixed = " (fixed by the reader)" if row["fixed"] else ""
        lines.append(f"{row['title']}: {factor_spread(row)}{fixed}")
    return Assumed(trips, factors, "\n".join(lines))


def _cargo(estimate: Estimate) -> str:
    committee = estimate.inputs.assumptions.committee
    if estimate.settings.convention == "committee" and committee:
        return f"{committee.name}, {committee.barrels_per_tonne:g} barrels a tonne"
    return "cargo by weight, or less where the tanks are full before"
