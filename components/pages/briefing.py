"""Briefing: the views as slides, and the data behind them, to take away."""

import streamlit as st

from components import state
from components.nodes.changes import changes
from components.slides import deck
from components.widgets import briefing, citation, in_force, panels
from components.widgets.mounted.markup import show

evidence = state.current_evidence()
panels.heading("briefing", "Briefing")
state.gather(in_force.filter_values("briefing", evidence), briefing.PAGES_WITH_FILTERS, citation.RENAMED)
parts = deck.WHOLE_TITLES | {part.key: part.title for part in deck.PARTS}
allowed = in_force.filter_values("briefing", evidence) | state.assumption_values(evidence) | {"slides": parts}
panels.refused(state.refused_parameters(allowed))
settings = state.current_settings(evidence)

with panels.guarded("slides"):
    st.header("Slides", anchor=False)
    chosen, address = briefing.chosen_parts(parts) or list(deck.WHOLES), briefing.address_of_view()
    view = state.made("view", address, lambda: briefing.view(evidence, settings))
    previews = state.made("slides", f"{chosen} {address}", lambda: briefing.previewed(deck.slides(view, chosen)))
    briefing.hand_out_deck(view, chosen, len(previews.slides))
    briefing.show_previews(previews)

with panels.guarded("edition"):
    st.header("Edition", anchor=False)
    briefing.hand_out_edition(evidence)

with panels.guarded("data"):
    st.header("Data", anchor=False)
    briefing.hand_out_data(evidence, settings)

with panels.guarded("changes"):
    st.header("What changed, and when", anchor=False)
    show(*changes(evidence), key="changes")
