"""Estimate: what the trips would have carried, when the limit was passed, and what one must believe for it to hold."""

from functools import partial

import streamlit as st

from components import state
from components.figures import modelled
from components.scene.canvas import Look
from components.sentences.barrels import units
from components.sentences.model import beliefs
from components.sentences.model import estimate as words
from components.sentences.model.against import room_sentence
from components.widgets import assumptions, filters, panels, tables
from components.widgets import estimate as panes
from components.widgets.methods.calibration import show_calibration
from data.estimate.result import NotEstimated

evidence = state.current_evidence()
panels.heading("estimate", "Estimate")
panels.refused(state.refused_parameters(state.assumption_values(evidence) | filters.words_values(evidence)))
settings = state.current_settings(evidence)
estimate = state.estimate(settings)

if isinstance(estimate, NotEstimated):
    panels.empty(words.not_estimated(estimate), "")
else:
    look, chosen = Look(state.palette(), state.width()), repr(settings)
    lead = state.made("estimate lead", chosen, partial(words.lead, estimate, evidence))
    panels.sentence(lead, evidence, "estimate lead", "finding")
    panels.sentence(room_sentence(estimate, units(evidence, estimate.unit, 2)), evidence, "room", "quiet")
    with panels.guarded("published figures"):
        show_calibration(estimate, evidence, folded=True)
    with panels.guarded("assumptions"):
        assumptions.show_controls(settings, evidence)
    with panels.guarded("fifty dots"):
        alt = partial(modelled.dots_in_words, estimate, evidence)
        panels.figure("dots", chosen, partial(modelled.dots_of, estimate, evidence, look), alt, panels.open_words)
        told = state.made("reported sentence", chosen, partial(words.reported_sentence, estimate, evidence))
        panels.sentence(told, evidence, "reported", "quiet")
        panes.show_comparisons(estimate, evidence, chosen)
        tables.table(estimate.dots, panes.DOTS_COLUMNS, evidence, "fifty outcomes", chosen=chosen, modelled=True)
    with panels.guarded("cumulative band"):
        alt = partial(modelled.cumulative_in_words, estimate, evidence)
        panels.figure(
            "cumulative", chosen, partial(modelled.cumulative_of, estimate, evidence, look), alt, panels.open_words
        )
        told = state.made("crossing sentence", chosen, partial(words.crossing_and_tensions, estimate, evidence))
        panels.sentence(told, evidence, "crossing", "quiet")
        tables.table(
            estimate.cumulative, panes.CUMULATIVE_COLUMNS, evidence, "volume by day", chosen=chosen, modelled=True
        )
    with panels.guarded("what you must believe"):
        st.header("What you must believe", anchor=False)
        told = state.made("beliefs sentence", chosen, partial(beliefs.beliefs_sentence, estimate, evidence))
        panels.sentence(told, evidence, "beliefs sentence", "")
        panes.show_beliefs(estimate, evidence)
        tables.table(
            estimate.beliefs, panes.BELIEFS_COLUMNS, evidence, "break-even values", chosen=chosen, modelled=True
        )
    with panels.guarded("tornado"):
        alt = partial(modelled.tornado_in_words, estimate, evidence)
        panels.figure("tornado", chosen, partial(modelled.tornado_of, estimate, evidence, look), alt, panels.open_words)
        panels.sentence(beliefs.next_sentence(estimate), evidence, "next", "quiet")
        tables.table(
            estimate.tornado, panes.TORNADO_COLUMNS, evidence, "what moves the volume", chosen=chosen, modelled=True
        )
    with panels.guarded("loads"):
        st.header("How full the ships were", anchor=False)
        panes.show_loads(estimate, evidence)
