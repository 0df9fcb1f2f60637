"""Assumptions to begin with: published loads, and what alone brings the volume to a limit or a reported number."""

from dataclasses import replace
from math import ceil, floor
from typing import NamedTuple

from components.sentences.model.beliefs import factor_with_unit, nearest
from components.sentences.model.estimate import has_limit
from components.theme import number
from data.estimate.chosen import MOST_TRIPS, steps
from data.estimate.model import COUNT
from data.estimate.result import Estimate
from data.frames.rows import Row


class Preset(NamedTuple):
    """What a reader may begin with: its name, why or what it needs, and its assumptions as an address holds them.

    Where nothing alone does it, `chosen` is None.
    """

    name: str
    why: str
    chosen: dict[str, str] | None


def presets_of(estimate: Estimate) -> list[Preset]:
    """All of them, for an estimate in which no factor and no count is the reader's own."""
    found = [Preset("As sourced", "every assumption at what is sourced", {})]
    load = estimate.inputs.assumptions.by_id["load"]
    for one in estimate.inputs.assumptions.loads:
        if one.records:
            value = min(steps(load), key=lambda step, wanted=one.load: abs(float(step) - wanted))  # type: ignore[misc]
            found.append(Preset(f"{load.title}: {one.label}", one.reason, {"load": value}))
    if not has_limit(estimate):
        return found
    over = float(estimate.total["q50"]) > estimate.threshold
    goal = f"For the {estimate.limit_name} {'to hold' if over else 'to be passed'}"
    found.append(_alone(goal, estimate))
    limit, reported = estimate.inputs.limit, estimate.reported
    if limit and reported == reported:
        inputs = estimate.inputs._replace(limit=limit.model_copy(update={"value": reported}), room=None)
        found.append(_alone(f"For the reported {number(reported)}", replace(estimate, inputs=inputs)))
    return found


def _alone(goal: str, estimate: Estimate) -> Preset:
    """The one assumption that brings half of the runs to the other side of what the volume is held against."""
    row = nearest(estimate)
    value = _step(row, estimate) if row else None
    if row is None or value is None:
        return Preset(goal, "no single assumption, moved alone within its range, does it", None)
    words = factor_with_unit(float(value), row["unit"])
    return Preset(goal, f"“{row['title']}” {words}, all else as sourced", {str(row["assumption"]): value})


def _step(row: Row, estimate: Estimate) -> str | None:
    """The step of the control just beyond the value that is needed; None if it has none there."""
    needed, below = float(row["needed_q50"]), row["side"] == "below"
    if row["assumption"] == COUNT:
        trips = floor(needed) if below else ceil(needed)
        return str(trips) if trips <= MOST_TRIPS else None
    values = steps(estimate.inputs.assumptions.by_id[row["assumption"]])
    beyond = [value for value in values if (float(value) <= needed if below else float(value) >= needed)]
    return (beyond[-1] if below else beyond[0]) if beyond else None
