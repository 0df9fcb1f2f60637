"""Scenario A: a set of assumptions that the reader keeps in the address, beside the one that is looked at."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from components import state
from components.figures.modelled import SOURCED as AS_SOURCED
from components.nodes.node import Node, link_within, node, scrolled
from components.sentences.model.own import own_words
from components.theme import day, likelihood, modelled, modelled_range, runs_of_100
from components.widgets.mounted.markup import show
from data.estimate.chosen import assumption_values, settings_of
from data.estimate.result import Estimate, NotEstimated
from data.models.assumptions import CHOICES, Settings
from data.models.evidence import Evidence

BESIDE = "beside"
SOURCED = "sourced"
PAGE = "estimate"


class Other(NamedTuple):
    """What the pictures are compared with, dotted, and its name."""

    estimate: Estimate | None
    name: str


class Scenarios(Collection[str]):
    """The values of the parameter: "sourced", or pairs of an assumption and its value, as "load:0.6,unseen:off"."""

    def __init__(self, evidence: Evidence) -> None:
        self._allowed = assumption_values(evidence)

    def __contains__(self, text: object) -> bool:
        if not isinstance(text, str) or len(text) > state.LONGEST_PARAMETER:
            return False
        return text == SOURCED or all(value in self._allowed.get(name, ()) for name, value in _pairs(text))

    def __iter__(self) -> Iterator[str]:
        return iter((SOURCED,))

    def __len__(self) -> int:
        return 1


def kept(evidence: Evidence) -> Settings | None:
    """The settings of scenario A; None where none is kept, or the address names none that means something."""
    text = state.parameter(BESIDE)
    if not text or text not in Scenarios(evidence):
        return None
    return settings_of({} if text == SOURCED else dict(_pairs(text)))


def compared_with(estimate: Estimate, evidence: Evidence) -> Other:
    """Scenario A where one is kept, else what is sourced; nothing where it would be the same."""
    own = kept(evidence)
    settings = Settings() if own is None else own
    found = None if settings == estimate.settings else state.estimate(settings)
    return Other(found if isinstance(found, Estimate) else None, AS_SOURCED if own is None else "scenario A")


def show_scenarios(estimate: Estimate, beside: Estimate | NotEstimated | None, evidence: Evidence) -> None:
    """Both sets in a small table, and the links that keep this one or drop the other."""
    query: dict[str, str] = {name: values[0] for name, values in state.query().items() if name in CHOICES and values}
    now = ",".join(f"{name}:{value}" for name, value in query.items()) or SOURCED
    links: list[Node | str] = [link_within(PAGE, "Keep this as scenario A", "", "", **query, beside=now)]
    if isinstance(beside, Estimate):
        links += [" · ", link_within(PAGE, "Drop scenario A", "", "", **query)]
    parts = [node("p", *links, cls="quiet")]
    if isinstance(beside, Estimate):
        parts.insert(0, _table([("A", beside), ("This", estimate)], evidence))
    show(*parts, key="scenarios")


def _table(scenarios: list[tuple[str, Estimate]], evidence: Evidence) -> Node:
    heads = ("Scenario", "Volume, 90% range", "Runs above the limit", "Passed about (90%)")
    top = node("thead", node("tr", *(node("th", head, scope="col") for head in heads)))
    rows = [node("tr", *_cells(name, one, evidence)) for name, one in scenarios]
    table = node("table", top, node("tbody", *rows), aria_label="Two scenarios side by side")
    return scrolled(table, "Two scenarios side by side")


def _cells(name: str, estimate: Estimate, evidence: Evidence) -> list[Node]:
    total, crossing = estimate.total, estimate.crossed
    above, share = float(total["above_limit"]), float(crossing["share"])
    said = own_words(estimate.settings, evidence) or "all as sourced"
    volume = f"about {modelled(total['q50'])} ({modelled_range(total['q05'], total['q95'])})"
    runs = f"{runs_of_100(above)}: {likelihood(above)}" if above == above else "no limit to pass"
    days = "in no run"
    if share > 0:
        days = f"{day(crossing['q50'])} ({day(crossing['q05'])} to {day(crossing['q95'])})"
    return [node("th", f"{name}: {said}", scope="row"), *(node("td", cell) for cell in (volume, runs, days))]


def _pairs(text: str) -> list[tuple[str, str]]:
    return [(name, value) for name, _, value in (part.partition(":") for part in text.split(","))]
