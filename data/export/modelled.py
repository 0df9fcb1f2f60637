"""Tables of what is modelled, with the assumptions in force; without an estimate they have no rows."""

from collections.abc import Iterator
from math import isnan

import pandas as pd

from data.estimate.result import Estimate
from data.export.source import Row, Rows, Source
from data.frames.reported import headline_row, reported_frame
from data.frames.rows import rows_of
from data.models.assumptions import Published, Settings

TRIPS = {
    "counted": "Trips as counted in the public record, where there is a count.",
    "floor": "The least number of trips that the words allow.",
    "rounded": "The number of trips was rounded down: one to nine more than stated.",
    "open": "The number of trips is open above: some more than the least.",
}
ROOM = "Notified for the limit’s period beside the trips, in the unit of the estimate."
LADEN = {
    "cargo": "A load is a share of the cargo that a ship can take.",
    "deadweight": "A load is a share of the deadweight, fuel and stores left out already.",
}
COMPARISON = {
    "joint": "With what else was notified for the same period: the limit is for all suppliers together.",
    "alone": "The supplier’s deliveries alone.",
}
CONVENTION = {"physical": "A cargo by weight and by volume.", "committee": "A fixed number of barrels a tonne."}


def settings(source: Source) -> Rows:
    """What is set, in words; where nothing is estimated, why and what would have to be given."""
    if source.estimate is None:
        why = source.why_not
        told = [("estimate", "none", f"{why.reason}. {why.remedy}" if why else "")]
    else:
        told = [*_chosen(source.estimate.settings), *_drawn(source.estimate)]
    for name, value, meaning in told:
        yield {"name": name, "value": value, "meaning": meaning} | source.link("estimate")


def _chosen(chosen: Settings) -> Iterator[tuple[str, str, str]]:
    yield "trips", chosen.trips, TRIPS[chosen.trips]
    yield "count", "" if chosen.count is None else str(chosen.count), "The reader’s own number of trips."
    series = "seen and not seen" if chosen.unseen else "seen"
    yield "series in front", series, "Which trips the views speak of first; the tables have both."
    yield "convention", chosen.convention, CONVENTION[chosen.convention]
    yield "laden", chosen.laden, LADEN[chosen.laden]
    for name, value in chosen.fixed:
        yield f"fixed {name}", f"{value:.10g}", "Fixed by the reader at this value in every run."


def _drawn(estimate: Estimate) -> Iterator[tuple[str, str, str]]:
    inputs = estimate.inputs.assumptions
    yield "trips in words", estimate.trips_words, "How many trips the estimate takes, and on whose count."
    yield "draws", str(estimate.draws), "Runs of the formula."
    yield "seed", str(estimate.seed), "Whole number from which the runs are drawn; the same one gives the same runs."
    yield "first trip", estimate.first.isoformat(), "Day of the first trip."
    yield "last trip", estimate.last.isoformat(), "Day of the last trip."
    yield "spread of the trips", inputs.spread_reason, ""
    yield "unit", estimate.unit, "Unit of the modelled volumes."
    yield "limit", estimate.limit_name, "Limit that they are held against."
    yield "comparison", estimate.comparison, COMPARISON[estimate.comparison]
    if room := estimate.room:
        yield "notified besides", f"{room.notified:.10g}", f"{ROOM} Rows: {', '.join(room.record_ids) or 'none'}."
        if room.overlapping:
            yield "not counted twice", ", ".join(room.overlapping), "May be of the same deliveries as the trips."
    if committee := inputs.committee:
        words = f"The other convention: {committee.barrels_per_tonne:g} barrels a tonne. {committee.reason}"
        yield "committee", committee.name, words
    for number, weakness in enumerate(inputs.weaknesses, 1):
        yield f"weakness {number}", weakness, ""


def assumptions(source: Source) -> Rows:
    """The factors as a curator wrote them, also where nothing could be estimated."""
    fixed = source.estimate.settings.fixed_values if source.estimate else {}
    for one in source.evidence.assumptions.assumptions if source.evidence.assumptions else ():
        own = {"assumption": one.id, "fixed_at": fixed.get(one.id), "record_ids": one.records}
        yield {**dict(one), "distribution_words": one.distribution_words, **own} | source.link("estimate")


def published_arithmetic(source: Source) -> Rows:
    for one in source.evidence.assumptions.published if source.evidence.assumptions else ():
        told = {"operator": _published_operator(one, source), "computed": one.computed, "record_ids": one.records}
        yield {**dict(one)} | told | source.link("method")


def _published_operator(one: Published, source: Source) -> str:
    """What the volume is in the record: the upper end of a range is a ceiling; empty where no row has that number."""
    records = [source.evidence.record_by_id.get(record_id) for record_id in one.records]
    for quantity in (record.quantity for record in records if record and record.quantity):
        found = {quantity.low: ">=", quantity.high: "<=", quantity.value: quantity.operator}
        if one.volume in found:
            return found[one.volume]
    return ""


def estimate_totals(source: Source) -> Rows:
    if source.estimate is None:
        return
    reported = _reported(source.estimate, source)
    for one in _compared(source):
        against: Row = {"limit_volume": one.limit_volume, "threshold": one.threshold, "unit": one.unit}
        for row in _rows(one.totals, source):
            yield {**row, "comparison": one.comparison, "trips_that_carried": row["trips"], **against, **reported}


def _reported(estimate: Estimate, source: Source) -> Row:
    """The reported number that the runs are held against, with its operator; nothing without one in their unit."""
    row = headline_row(reported_frame(source.evidence), source.evidence)
    if row is None or isnan(estimate.reported):
        return {"reported_operator": "", "reported_volume": None, "reported_high": None, "reported_read_by": ""}
    high = row["high"] if row["operator"] == "range" else None
    told = {"reported_operator": row["operator"], "reported_volume": estimate.reported, "reported_high": high}
    return told | {"reported_read_by": row["number_read_by"]}


def estimate_cumulative(source: Source) -> Rows:
    if source.estimate is None:
        return
    for row in _rows(source.estimate.cumulative, source):
        yield {**row, "unit": source.estimate.unit}


def estimate_crossing(source: Source) -> Rows:
    return _in_each("crossing", source)


def estimate_beliefs(source: Source) -> Rows:
    return _in_each("beliefs", source)


def estimate_tornado(source: Source) -> Rows:
    return _rows(source.estimate.tornado, source) if source.estimate else ()


def estimate_loads(source: Source) -> Rows:
    return _in_each("loads", source)


def estimate_calibration(source: Source) -> Rows:
    """The figures that the model is held against, then those that it cannot be, with the reason and no number."""
    if source.estimate is None:
        return
    frame = source.estimate.calibration
    for row in rows_of(frame):
        yield row | {"left_out": ""} | source.link("record", record=row["record_ids"][0])
    empty = dict.fromkeys(frame.columns) | {"kind": "", "operator": "", "claim_ids": ()}
    for one in source.estimate.inputs.left_out:
        told = {"title": one.title, "record_ids": (one.record_id,), "left_out": one.why}
        yield empty | told | source.link("record", record=one.record_id)


def _in_each(name: str, source: Source) -> Iterator[Row]:
    """The rows of a frame of the estimate in each of its comparisons."""
    for one in _compared(source):
        for row in _rows(getattr(one, name), source):
            yield {**row, "comparison": one.comparison}


def _compared(source: Source) -> Iterator[Estimate]:
    """The estimate in each of its comparisons with the limit, the reader's first."""
    if source.estimate:
        own = source.estimate.comparison
        yield from (source.estimate.compared(one) for one in sorted(source.estimate.comparisons, key=own.__ne__))


def _rows(frame: pd.DataFrame, source: Source) -> Iterator[Row]:
    link = source.link("estimate")
    for row in rows_of(frame):
        yield row | link
