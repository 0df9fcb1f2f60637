"""Volumes against the limit: the gauge and every reported volume on one axis, product and window said beside them."""

import streamlit as st

from components import state
from components.figures.canvas import Look
from components.figures.captioned import bullets, gauge, gauge_in_words
from components.headlines.barrels import scope_sentence, window_sentence
from components.widgets import filters, panels, tables

evidence, barrels = state.current_evidence(), state.barrels()
panels.heading("barrels", "Volumes against the limit")
panels.refused(state.refused_parameters(filters.barrels_values(evidence, barrels)))
row = filters.chosen_volume(barrels, evidence)
look = Look(state.palette(), state.width())
limit = evidence.headline_limit

with panels.guarded("gauge"):
    panels.figure(gauge(row, evidence, look), "gauge", gauge_in_words(row, evidence), panels.open_claim)
    panels.sentence(f"{scope_sentence(row, limit)} {window_sentence(row, evidence)}", evidence, "scope", "quiet")
    panels.opened_claim(evidence)

with panels.guarded("bullet rows"):
    drawn = bullets(barrels, evidence, look)
    if drawn is None:
        panels.empty(
            "This case names no limit, so nothing can be set against one.", "Name one in limits.csv and case.toml."
        )
    else:
        panels.figure(drawn, "bullets", panels.bullets_in_words(barrels, evidence), panels.open_claim)
    tables.table(barrels, tables.BARRELS_COLUMNS, evidence, "reported volumes")

with panels.guarded("limits"):
    st.header("The limit", anchor=False)
    tables.limits(evidence)
