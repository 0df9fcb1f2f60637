"""Links that set several assumptions at once."""

from dataclasses import replace

from components import state
from components.nodes.node import Node, link_within, node
from components.sentences.model.presets import presets_of
from components.widgets.mounted.markup import show
from components.widgets.workbench.scenario import BESIDE, PAGE
from data.estimate.result import Estimate

KEPT = ("convention", "counted", "laden", "trips", "unseen", BESIDE)  # choices that a preset leaves as they are


def show_presets(estimate: Estimate) -> None:
    """A folded list of what to begin with; each is a link to an address, or says that nothing alone does it."""
    base = replace(estimate.settings, fixed=(), count=None)
    found = estimate if base == estimate.settings else state.estimate(base)
    if not isinstance(found, Estimate):
        return
    kept = {name: values[0] for name, values in state.query().items() if name in KEPT and values}
    items = list[Node]()
    for one in state.made("presets", repr(base), lambda: presets_of(found)):
        name: Node = node("strong", one.name)
        if one.chosen is not None:
            name = link_within(PAGE, one.name, "", "", **kept, **one.chosen)
        items.append(node("li", name, node("div", one.why, cls="quiet")))
    show(node("details", node("summary", "Begin with …"), node("ul", *items, cls="rows")), key="presets")
