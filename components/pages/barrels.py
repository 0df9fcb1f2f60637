"""Volumes against the limit: the gauge and every reported volume on one axis, product and window said beside them."""

from functools import partial

import streamlit as st

from components import state
from components.figures.canvas import Look
from components.figures.captioned import bullets, gauge, gauge_in_words
from components.headlines.barrels import scope_sentence, window_sentence
from components.widgets import filters, panels, tables
from data.barrels import row_key

evidence, barrels = state.current_evidence(), state.barrels()
panels.heading("barrels", "Volumes against the limit")
panels.refused(state.refused_parameters(filters.barrels_values(evidence, barrels)))
row = filters.chosen_volume(barrels, evidence)
look = Look(state.palette(), state.width())
limit = evidence.headline_limit

with panels.guarded("gauge"):
    alt = gauge_in_words(row, evidence)
    panels.figure("gauge", row_key(row), lambda: gauge(row, evidence, look), alt, panels.open_claim)
    panels.sentence(f"{scope_sentence(row, limit)} {window_sentence(row, evidence)}", evidence, "scope", "quiet")
    panels.opened_claim(evidence)

with panels.guarded("bullet rows"):
    if limit is None:
        panels.empty(*filters.no_limit(evidence))
    else:
        alt, draw = panels.bullets_in_words(barrels, evidence), partial(bullets, barrels, limit, evidence, look)
        panels.figure("bullets", "all", draw, alt, panels.open_claim)
    tables.table(barrels, tables.BARRELS_COLUMNS, evidence, "reported volumes")

with panels.guarded("limits"):
    st.header("The limit" if len(evidence.limits) < 2 else "The limits", anchor=False)
    tables.limits(evidence)
