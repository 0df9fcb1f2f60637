"""Method: how the numbers are reached, what they rest on, and what is weak about them; each part under its finding."""

import streamlit as st

from components import state
from components.nodes.methods.method import quiet
from components.nodes.methods.sections import Known, Part, parts
from components.nodes.node import link_down, node
from components.sentences.method import SECTIONS
from components.widgets import panels, tables
from components.widgets.mounted.markup import show
from data.frames.reported import headline_row


def show_part(part: Part, chosen: str) -> None:
    """A part, kept from the failures of the others, under its header with an anchor that can be shared."""
    with panels.guarded(SECTIONS[part.name]), st.container(key=f"part-{part.name}"):
        st.header(SECTIONS[part.name], anchor=part.name)
        if part.before:
            show(quiet(part.before, evidence), key=f"before {part.name}")
        if part.finding:
            with panels.folded(part.name, part.finding) as opened:
                if opened:
                    show(*state.made(f"part {part.name}", chosen, part.body), key=part.name)
                    if part.export:
                        name, frame = part.export
                        tables.download(lambda: frame, name, modelled=True)
                    if part.behind:
                        tables.table(part.behind(), chosen)


evidence = state.current_evidence()
panels.heading("method", "Method")
panels.refused(state.refused_parameters(state.assumption_values(evidence)))
settings = state.current_settings(evidence)
contents = [node("li", link_down(name, title)) for name, title in SECTIONS.items()]
show(node("ul", *contents, cls="legend"), key="contents")
known = Known(evidence, state.estimate(settings), headline_row(state.frames().stated_volumes, evidence))
for one in state.made("method", repr(settings), lambda: list(parts(known))):
    show_part(one, repr(settings))
