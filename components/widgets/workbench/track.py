"""What stands under the track of a control: the sourced distribution, and what others have published."""

from collections.abc import Sequence
from typing import NamedTuple

from components.nodes.node import Node, node
from components.sentences.model.beliefs import factor, factor_range
from data.models.assumptions import Assumption, Assumptions


class Sourced(NamedTuple):
    """A factor as sourced: its 90% range and its median; the three are one where it is the same in every run."""

    low: float
    middle: float
    high: float


class Case(NamedTuple):
    """A value that somebody has published or reckoned with, and what it is called."""

    value: float
    label: str


def cases_of(assumption: Assumption, assumptions: Assumptions) -> list[Case]:
    """The published values of a factor within the range of its control, least first."""
    found = [Case(one.load, one.label) for one in assumptions.loads if assumption.id == "load" and one.records]
    if assumptions.committee and assumption.id == "barrels-per-tonne":
        found.append(Case(assumptions.committee.barrels_per_tonne, assumptions.committee.name))
    return sorted(case for case in found if assumption.least <= case.value <= assumption.most)


def along(value: float, options: Sequence[str], middle: float) -> float:
    """How far along the track a value stands, in percent: the sourced entry takes a step of its own at the median."""
    numbers = [float(option) for option in options if option]
    step = (numbers[-1] - numbers[0]) / max(len(numbers) - 1, 1) or 1.0
    before = min(max((value - numbers[0]) / step, 0.0), float(len(numbers) - 1))
    if value == middle:
        before = float(options.index(""))
    elif value > middle:
        before += 1
    return round(100 * before / max(len(options) - 1, 1), 2)


def track(assumption: Assumption, sourced: Sourced, cases: Sequence[Case], options: Sequence[str]) -> Node:
    """Band, median and cases as marks under the track, and below them the same in words."""

    def place(value: float) -> str:
        return f"{along(value, options, sourced.middle):g}"

    unit, varies = assumption.unit, sourced.low < sourced.high
    marks = [node("span", cls="median", data_from=place(sourced.middle))]
    if varies:
        marks.insert(0, node("span", cls="sourced", data_from=place(sourced.low), data_to=place(sourced.high)))
    marks += [node("span", cls="case", data_from=place(case.value), title=case.label) for case in cases]
    told = f"sourced, 90%: {factor_range(sourced.low, sourced.high, unit)}" if varies else "the same in every run"
    ends = (factor(assumption.least, unit), told, factor(assumption.most, unit))
    parts = [node("div", *marks, cls="strip", aria_hidden="true")]
    parts.append(node("p", *(part for end in ends for part in (node("span", end), " ")), cls="ends"))
    if cases:
        parts.append(node("p", f"▲ Published: {', '.join(case.label for case in cases)}"))
    return node("div", *parts, cls="track")
