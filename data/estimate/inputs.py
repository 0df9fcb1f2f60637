"""Evidence -> what the estimate is drawn from: the trips, the unit, the limit and published figures, or why not."""

from typing import NamedTuple

import pandas as pd

from data.estimate.journeys import Trips
from data.estimate.published import Held, LeftOut, held_against
from data.estimate.room import Room, room_of
from data.frames.reported import headline_row, reported_frame
from data.models.assumptions import Assumptions, NotEstimated
from data.models.evidence import Evidence
from data.models.limits import Limit
from data.models.periods import limit_period
from data.models.quantities import FLOORS, Quantity
from data.models.scope import is_out_of_scope
from data.proof.read_by import Reader, read_by

MEASURES = ("barrel", "tonne")  # ids of the units in which the formula can count


class Inputs(NamedTuple):
    """What the runs are drawn from and held against; `reported` is NaN without a number in the same unit.

    `held` are the published figures that the runs are held against, `left_out` those that they cannot be. `room` is
    None for a limit that is not joint.
    """

    assumptions: Assumptions
    trips: Trips
    unit: str
    limit: Limit | None
    reported: float
    held: tuple[Held, ...]
    left_out: tuple[LeftOut, ...]
    claim_ids: tuple[str, ...]
    record_ids: tuple[str, ...]
    trips_read_by: Reader  # of the floor that claims give
    room: Room | None
    said: tuple[str, ...]  # claims of the reported number


def beside(inputs: Inputs, row: pd.Series | None, evidence: Evidence) -> Inputs:
    """The same inputs, held against the reported number of a row of the volumes frame.

    Of a row in another unit, or of a product that is not modelled, against none.
    """
    fits = row is not None and row["unit"] == inputs.unit and not _counts_elsewhere(row["product"], evidence)
    said = tuple(row["claim_ids"]) if fits and row is not None else ()
    if said == inputs.said:
        return inputs
    kept = [one for one in inputs.claim_ids if one not in inputs.said]
    reported = float(row["volume"]) if said and row is not None else float("nan")
    return inputs._replace(reported=reported, said=said, claim_ids=tuple(dict.fromkeys([*kept, *said])))


def inputs_of(evidence: Evidence) -> Inputs | NotEstimated:
    """Everything the runs need, or the first thing that is missing, in words."""
    assumptions = evidence.assumptions
    if assumptions is None:
        return NotEstimated(
            "This case has no sound assumptions",
            "Whoever keeps this case can add them, each with its source.",
        )
    trips = _trips(assumptions, evidence)
    if trips is None:
        return NotEstimated(
            "No sound claim or record counts the trips", "Whoever keeps this case can name one with a number."
        )
    limit, reported = evidence.headline_limit, headline_row(reported_frame(evidence), evidence)
    unit = limit.unit if limit else reported["unit"] if reported is not None else MEASURES[0]
    if unit not in MEASURES:
        return NotEstimated(
            f"The numbers count in {unit}, and the formula gives barrels or tonnes", "Give the limit in one of them."
        )
    if why := _no_ceiling(limit):
        return NotEstimated(why, "Nothing to do.")
    if (why := _outside_period(assumptions, limit)) and limit:
        return NotEstimated(why, "Name the limit of that time, or count the trips of one period.")
    if reported is not None and (reported["unit"] != unit or _counts_elsewhere(reported["product"], evidence)):
        reported = None
    published = held_against(assumptions, unit, evidence)
    said = reported["claim_ids"] if reported is not None else ()
    claims = (*assumptions.trips_claims, *(limit.claims if limit else ()), *said)
    known = tuple(dict.fromkeys(claim for claim in claims if claim in evidence.claim_by_id))
    records = (*assumptions.trips_records, *assumptions.window_records, *(limit.records if limit else ()))
    return Inputs(
        assumptions,
        trips,
        unit,
        limit,
        float("nan") if reported is None else float(reported["volume"]),
        tuple(one for one in published if isinstance(one, Held)),
        tuple(one for one in published if isinstance(one, LeftOut)),
        known,
        tuple(record for record in dict.fromkeys(records) if record in evidence.record_by_id),
        read_by(evidence.claim_by_id[one] for one in assumptions.trips_claims if one in evidence.claim_by_id),
        room_of(evidence, limit, assumptions.first, assumptions.last),
        tuple(said),
    )


def _counts_elsewhere(product: str, evidence: Evidence) -> bool:
    """True for a product that the model does not model: it counts towards another limit."""
    limit = evidence.headline_limit
    return limit is not None and is_out_of_scope(product, limit, evidence.limits)


def _trips(assumptions: Assumptions, evidence: Evidence) -> Trips | None:
    counts = [_quantity(record_id, evidence) for record_id in assumptions.trips_records]
    exact = [count.value for count in counts if count and count.operator == "=" and count.value is not None]
    said = [evidence.claim_by_id[claim].quantity for claim in assumptions.trips_claims if claim in evidence.claim_by_id]
    floors = [
        _least(quantity)
        for quantity in (*said, *counts)
        if quantity and quantity.is_amount and quantity.operator in FLOORS
    ]
    if not exact and not floors:
        return None
    return Trips(int(exact[0]) if exact else None, min(floors) if floors else None)


def _least(quantity: Quantity) -> int:
    """The least whole number that a floor allows: 41 for "more than 40"."""
    return int(quantity.stated) + (quantity.operator == ">")


def _quantity(record_id: str, evidence: Evidence) -> Quantity | None:
    record = evidence.record_by_id.get(record_id)
    return record.quantity if record else None


def _no_ceiling(limit: Limit | None) -> str:
    """Why deliveries cannot be modelled against a limit; empty where they can, or without one."""
    if limit is None or not (limit.is_minimum or limit.is_level or limit.allows_none):
        return ""
    what = "is a minimum" if limit.is_minimum else "holds for a level" if limit.is_level else "allows none"
    return f"The {limit.name} {what}, and the model holds deliveries against what may come at most"


def _outside_period(assumptions: Assumptions, limit: Limit | None) -> str:
    if limit is None:
        return ""
    first, last = assumptions.first, assumptions.last
    begins, ends = limit_period(first, limit)
    if last > ends:
        return f"The trips run from {first} to {last}, over more than one period of the {limit.name}"
    if not limit.holds_over(begins, ends):
        return f"The {limit.name} was not in force over the whole period of the trips"
    return ""
