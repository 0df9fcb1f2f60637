"""What the estimate would be under other assumptions, without a draw: presets in a table, and what a slider needs."""

from typing import Any, NamedTuple

from components.edition.pen import Pen
from components.nodes.methods.method import cell, row_head, stacked
from components.nodes.node import Node, node
from components.sentences.against_limit import units
from components.sentences.model.against import against
from components.sentences.model.beliefs import factor_with_unit
from components.sentences.model.estimate import has_limit
from components.sentences.model.presets import Preset, presets_of
from components.theme import modelled, modelled_range, runs_of_100
from data.estimate.chosen import MOST_TRIPS, settings_of
from data.estimate.closed_form import Moments, Parts, parts_of, quantile, share_above, volume
from data.estimate.draws import assumed_range
from data.estimate.result import Estimate
from data.models.evidence import Evidence

MOVED = ("load", "ship")  # factors of the product: a reader's value takes the place of the whole factor
COUNT = "count"
MOST_COUNTED = 3  # times the trips that are counted
ENDS = (0.05, 0.95)


class Told(NamedTuple):
    """A volume in the words of the page: about how much, in which range, and how many runs lie above."""

    about: str
    ranging: str
    above: str


def presets(estimate: Estimate, evidence: Evidence, pen: Pen) -> str:
    """What each preset gives; a script makes of its name a button that moves the sliders."""
    unit = units(evidence, estimate.unit, 2)
    heads = ("Begin with", f"Volume, {unit}", f"Runs above {against(estimate)}" if has_limit(estimate) else "", "Why")
    rows = [_row(one, estimate) for one in presets_of(estimate)]
    kept = [heads.index(head) for head in heads if head]
    table = stacked([heads[at] for at in kept], [[row[at] for at in kept] for row in rows], "Other assumptions")
    note = "Reckoned without draws, as the method explains; the first row as drawn."
    return pen.nodes(table, node("p", note, cls="quiet"))


def _row(one: Preset, estimate: Estimate) -> list[Node]:
    if one.chosen is None:
        return [row_head(one.name), cell("none"), cell("none"), cell(one.why)]
    told = _told(parts_of(estimate.inputs, settings_of(one.chosen)), estimate) if one.chosen else drawn(estimate)
    about = cell(node("span", f"about {told.about}", cls="value"), node("small", f"90%: {told.ranging}"))
    return [row_head(one.name), about, cell(told.above), cell(one.why)]


def drawn(estimate: Estimate) -> Told:
    """The estimate as it was drawn."""
    row: Any = estimate.totals.to_dict("index")[estimate.series]
    above = float(row["above_limit"])
    return Told(modelled(row["q50"]), modelled_range(row["q05"], row["q95"]), runs_of_100(above))


def _told(parts: Parts, estimate: Estimate) -> Told:
    moments = volume(parts, estimate.series)
    above = share_above(moments, estimate.threshold) if has_limit(estimate) else float("nan")
    ends = [quantile(moments, share) for share in ENDS]
    return Told(modelled(quantile(moments, 0.5)), modelled_range(*ends), runs_of_100(above))


def movable(estimate: Estimate, evidence: Evidence) -> dict[str, Any]:
    """What a script needs to move the estimate: the parts of the product, the sliders, the presets, and the words."""
    parts = parts_of(estimate.inputs, estimate.settings)
    assumptions = estimate.inputs.assumptions
    sliders = [
        {
            "name": name,
            "title": assumptions.by_id[name].title,
            "unit": assumptions.by_id[name].unit,
            "least": assumptions.by_id[name].least,
            "most": assumptions.by_id[name].most,
            "step": assumptions.by_id[name].step,
            "rest": assumed_range(assumptions, name)[1],
            "words": factor_with_unit(assumed_range(assumptions, name)[1], assumptions.by_id[name].unit),
        }
        for name in MOVED
    ]
    trips = max(round(parts.calls), 1)
    most = min(trips * MOST_COUNTED, MOST_TRIPS)
    counted = {"name": COUNT, "title": "Trips counted", "unit": "trips", "least": 0, "most": most, "step": 1}
    return {
        "parts": {name: list(one) if isinstance(one, Moments) else one for name, one in parts._asdict().items()},
        "all": estimate.series == "all",
        "threshold": estimate.threshold if has_limit(estimate) else None,
        "against": against(estimate) if has_limit(estimate) else "",
        "unit": units(evidence, estimate.unit, 2),
        "sliders": [*sliders, counted | {"rest": trips, "words": f"{trips:,} trips"}],
        "presets": {one.name: one.chosen for one in presets_of(estimate) if one.chosen is not None},
        "drawn": drawn(estimate)._asdict(),
    }
