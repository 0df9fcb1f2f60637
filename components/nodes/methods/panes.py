"""The estimate on the page: what one must believe, and what the loads that others have reckoned with would mean."""

from math import isfinite

import pandas as pd

from components.letters import capital
from components.nodes.claims import cited_chips
from components.nodes.methods.method import cell, row_head, under
from components.nodes.node import Node, column_head, node, scrolled, table_of
from components.nodes.tables import Behind
from components.sentences.against_limit import units
from components.sentences.counts import count
from components.sentences.model.against import against, both, by_whom
from components.sentences.model.beliefs import factor_range, factor_with_unit, goal_of
from components.sentences.model.estimate import has_limit
from components.theme import day, likelihood, modelled, number, runs_of_100
from data.estimate.result import Estimate
from data.estimate.rounding import percent
from data.models.evidence import Evidence

COMPARED = ("ship", "load", "count")
BELIEFS_COLUMNS = {
    "title": "Assumption", "unit": "Unit", "assumed_q05": "Sourced 5%", "assumed_q50": "Sourced 50%",
    "assumed_q95": "Sourced 95%", "needed_q05": "Needed 5%", "needed_q50": "Needed 50%", "needed_q95": "Needed 95%",
    "side": "Side", "within": "Within its range",
    "runs": "Runs there",
}  # fmt: skip
TORNADO_COLUMNS = {
    "title": "Assumption", "unit": "Unit", "factor_low": "5%", "factor_high": "95%", "volume_low": "Volume from",
    "volume_high": "to", "variance_share": "Share of variance",
}  # fmt: skip
CUMULATIVE_COLUMNS = {
    "series": "Series", "day": "Day", "q05": "5%", "q25": "25%", "q50": "50%", "q75": "75%", "q95": "95%",
}  # fmt: skip
DOTS_COLUMNS = {"series": "Series", "volume": "Volume", "above_limit": "Above the limit"}


def dots(estimate: Estimate) -> Behind:
    """The fifty outcomes as a table."""
    return Behind("fifty outcomes", estimate.dots, DOTS_COLUMNS, modelled=True)


def growth(estimate: Estimate) -> Behind:
    """The volume by day as a table."""
    return Behind("volume by day", estimate.cumulative, CUMULATIVE_COLUMNS, modelled=True)


def break_even(estimate: Estimate) -> Behind:
    """The values at which the volume would just be the limit, as a table."""
    return Behind("break-even values", estimate.beliefs, BELIEFS_COLUMNS, modelled=True)


def tornado(estimate: Estimate) -> Behind:
    """What moves the volume, as a table."""
    return Behind("what moves the volume", estimate.tornado, TORNADO_COLUMNS, modelled=True)


def comparisons_finding(estimate: Estimate) -> str:
    """In how many runs a joint limit is passed in either comparison; empty where there is one comparison."""
    if not both(estimate):
        return ""
    compared = [estimate.compared(one) for one in estimate.comparisons]
    finding = "; ".join(f"{by_whom(one.comparison, one)}: {runs_of_100(_above(one))} runs above it" for one in compared)
    return f"What counts towards the {estimate.limit_name}: {finding}"


def comparisons(estimate: Estimate, evidence: Evidence) -> Node:
    """Both comparisons with a joint limit side by side: runs above it, day, and the values that are just at it."""
    unit = units(evidence, estimate.unit, 2)
    named = [row for row in estimate.beliefs.to_dict("records") if row["assumption"] in COMPARED]
    heads = [
        f"What counts towards the {estimate.limit_name}",
        f"Held against, {unit}",
        "Runs above",
        "Passed about (90%)",
        *(f"{row['title']}, just at it" for row in named),
    ]
    compared = [estimate.compared(one) for one in estimate.comparisons]
    rows = [_comparison(one, [str(row["assumption"]) for row in named]) for one in compared]
    return _table(heads, rows, f"Both comparisons with the {estimate.limit_name}")


def _above(estimate: Estimate) -> float:
    return float(estimate.totals["above_limit"][estimate.series])


def _comparison(estimate: Estimate, named: list[str]) -> tuple[Node, ...]:
    above, row = _above(estimate), estimate.crossed
    share = float(row["share"])
    days = f"{day(row['q50'])} ({day(row['q05'])} to {day(row['q95'])})" if share > 0 else "in no run"
    passed = days if share in (0, 1) else f"{days}, of the {runs_of_100(share)} runs that pass it"
    needed = estimate.beliefs.set_index("assumption")[["needed_q50", "unit"]].T.to_dict()
    even = [factor_with_unit(needed[name]["needed_q50"], needed[name]["unit"]) for name in named]
    words = by_whom(estimate.comparison, estimate)
    runs = f"{runs_of_100(above)}: {likelihood(above)}"
    return _row(capital(words), number(round(estimate.threshold)), runs, passed, *even)


def believed(estimate: Estimate, evidence: Evidence) -> Node:
    """What you must believe: for each assumption the value at which the volume would just be the limit."""
    heads = [
        "Assumption",
        "As assumed",
        f"To bring it {goal_of(estimate)}",
        "Share of the spread",
    ]
    rows = [_belief(row, estimate, evidence) for _, row in estimate.beliefs.iterrows()]
    return _table(heads, rows, "What you must believe")


def loads_finding(estimate: Estimate, evidence: Evidence) -> str:
    """How far apart the least and the most are that the loads of others would mean."""
    rows, unit = estimate.loads, units(evidence, estimate.unit, 2)
    if len(rows) < 2:
        return f"How full the ships were: {count(len(rows), 'load')} that others have reckoned with"
    ends = [rows.iloc[0], rows.iloc[-1]]
    least, most = (f"{row['label']} ({modelled(row['interval_volume'])} {unit})" for row in ends)
    return f"How full the ships were: {count(len(rows), 'load')} that others have reckoned with, from {least} to {most}"


def loads(estimate: Estimate, evidence: Evidence) -> Node:
    """The loads that others have reckoned with: the point calculation and the runs above the limit."""
    unit = units(evidence, estimate.unit, 2)
    heads = [
        "Load of every ship",
        f"Point calculation, {unit}",
        f"Runs above {against(estimate) if has_limit(estimate) else 'the limit'}",
        "Why",
    ]
    rows = []
    for _, row in estimate.loads.iterrows():
        above = float(row["above_limit"])
        runs = f"{runs_of_100(above)} runs: {likelihood(above)}" if above == above else "no limit to pass"
        why = [row["reason"], *cited_chips(row["record_ids"], evidence)]
        rows.append(_row(str(row["label"]), modelled(row["interval_volume"]), runs, why))
    return _table(heads, rows, "Loads that others have reckoned with")


def _belief(row: pd.Series, estimate: Estimate, evidence: Evidence) -> tuple[Node, ...]:
    unit = row["unit"]
    varies = row["assumed_q05"] != row["assumed_q95"]
    assumed = f"{factor_with_unit(row['assumed_q50'], unit)}"
    if row["fixed"]:
        assumed += ", fixed by you"
    elif varies:
        assumed += f" (90%: {factor_range(row['assumed_q05'], row['assumed_q95'], unit)})"
    part = float(row["variance_share"]) if varies else float("nan")
    records = estimate.inputs.assumptions.by_id.get(row["assumption"])
    sources = cited_chips(records.records if records else estimate.record_ids, evidence)
    spread = percent(part) if part == part else "none: it is one value"
    return _row(str(row["title"]), [assumed, *sources], _needed(row), spread)


def _needed(row: pd.Series) -> list[Node | str]:
    if not isfinite(row["needed_q50"]):
        return ["No value does it"]
    value = f"{row['side']} {factor_with_unit(row['needed_q50'], row['unit'])}"
    detail = f"90%: {factor_range(row['needed_q05'], row['needed_q95'], row['unit'])}; "
    if row["within"]:
        detail += f"{runs_of_100(row['runs'])} runs lie there"
    else:
        detail += f"outside its range, {factor_range(row['least'], row['most'], row['unit'])}"
    return [node("strong", value), node("div", detail, cls="quiet")]


def _row(title: str, *cells: str | list[Node | str]) -> tuple[Node, ...]:
    return row_head(title), *(cell(*([one] if isinstance(one, str) else one)) for one in cells)


def _table(heads: list[str], rows: list[tuple[Node, ...]], name: str) -> Node:
    return scrolled(table_of(map(column_head, heads), under(heads, rows), "matrix", name), name)
