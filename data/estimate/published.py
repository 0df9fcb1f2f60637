"""Published figures that the model can be held against, and those that it cannot, with the reason."""

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from data.models.assumptions import Assumptions
from data.models.dates import Edtf, in_words, read_edtf
from data.models.evidence import Evidence
from data.models.quantities import Operator, Quantity
from data.models.record import Record
from data.models.scope import is_out_of_scope

Kind = Literal["by a day", "in a window", "a trip"]
REACHED = (">", ">=", "=", "~", "range")  # a ceiling is no statement that so much had come


class Held(NamedTuple):
    """A published figure: so much by a day, in a window of days, or a trip.

    `since` is None where it counts from before the first trip; `by` is None of a figure a trip, which follows from
    `whole`, published for the time of all trips, and the number of `trips`. `moments` are the ends of its days as the
    runs count them, from the first trip (0) to the last (1).
    """

    kind: Kind
    title: str
    operator: Operator
    volume: float
    record_ids: tuple[str, ...]
    claim_ids: tuple[str, ...] = ()
    since: date | None = None
    by: date | None = None
    moments: tuple[float, float] = (0.0, 1.0)
    whole: float = float("nan")
    trips: float = float("nan")


class LeftOut(NamedTuple):
    """A record that assumptions.toml holds the runs against, and why they cannot be."""

    record_id: str
    title: str
    why: str


def held_against(assumptions: Assumptions, unit: str, evidence: Evidence) -> tuple[Held | LeftOut, ...]:
    """The figures in the order of assumptions.toml, after them what those of the whole time come to a trip."""
    records = (evidence.record_by_id.get(record_id) for record_id in assumptions.held_against)
    found = [_held(record, assumptions, unit, evidence) for record in records if record]
    whole = [one for one in found if isinstance(one, Held) and one.moments == (0.0, 1.0)]
    return (*found, *(a_trip for one in whole for a_trip in _a_trip(one, assumptions, evidence)))


def _held(record: Record, assumptions: Assumptions, unit: str, evidence: Evidence) -> Held | LeftOut:
    quantity, said_for = record.quantity, getattr(record, "date", None)
    title = getattr(record, "event", "") or getattr(record, "statement", record.record_id)
    days = read_edtf(said_for) if said_for else None
    if why := _not_comparable(record, quantity, unit, evidence) or _outside(days, assumptions):
        return LeftOut(record.record_id, title, why)
    assert quantity and days and days.latest
    first, span = assumptions.first, (assumptions.last - assumptions.first).days
    since = days.earliest if days.earliest and days.earliest > first else None
    moments = ((since - first).days / span if since else 0.0, (days.latest - first).days / span)
    kind: Kind = "in a window" if since or days.latest == assumptions.last else "by a day"
    operator: Operator = ">=" if quantity.operator == "range" else quantity.operator
    return Held(kind, title, operator, quantity.stated, (record.record_id,), (), since, days.latest, moments)


def _not_comparable(record: Record, quantity: Quantity | None, unit: str, evidence: Evidence) -> str:
    if quantity is None:
        return "it gives no number"
    if quantity.unit != unit:
        words = evidence.case.unit_by_id
        own, model = (words[one].many if one in words else one for one in (quantity.unit, unit))
        return f"it counts in {own}, the model in {model}"
    if quantity.operator not in REACHED:
        return "it says how much it was at most, not that so much had come"
    limit, product = evidence.headline_limit, getattr(record, "product", "")
    if limit and is_out_of_scope(product, limit, evidence.limits):
        return f"it counts {product}, which the model does not"
    return ""


def _outside(days: Edtf | None, assumptions: Assumptions) -> str:
    """Why the trips say nothing of the days of a figure; empty if they do."""
    if days is None or days.latest is None:
        return "it gives no day by which so much had come"
    if days.latest < assumptions.first:
        return f"its days end before the first trip of the count, on {in_words(assumptions.first.isoformat())}"
    if days.latest > assumptions.last:
        ends = [in_words(one.isoformat()) for one in (days.latest, assumptions.last)]
        return f"its days go on to {ends[0]}, and the count of the trips ends on {ends[1]}"
    return ""


def _a_trip(whole: Held, assumptions: Assumptions, evidence: Evidence) -> Iterator[Held]:
    """What the volume of all trips is a trip, once for each number of trips that is counted or stated.

    Over an exact number of trips a floor stays a floor; over a floor it is bounded on neither side, and so only about.
    """
    claims = {name: evidence.claim_by_id.get(name) for name in assumptions.trips_claims}
    records = {name: evidence.record_by_id.get(name) for name in assumptions.trips_records}
    counting = {name: one.quantity for name, one in (records | claims).items() if one and one.quantity}
    for trips in dict.fromkeys(quantity.value for quantity in counting.values() if quantity.value):
        same = {name: quantity for name, quantity in counting.items() if quantity.value == trips}
        exact = any(quantity.operator == "=" for quantity in same.values())
        own = (*whole.record_ids, *(name for name in records if name in same))
        stated = tuple(name for name in claims if name in same)
        bound: Operator = whole.operator if exact else "~"
        yield Held("a trip", whole.title, bound, whole.volume / trips, own, stated, whole=whole.volume, trips=trips)
