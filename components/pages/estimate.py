"""Estimate: what the trips would have carried, when the limit was passed, and what one must believe for it to hold."""

from functools import partial

import streamlit as st

from components import state
from components.figures import modelled
from components.nodes.methods import panes
from components.nodes.methods.calibration import calibrated
from components.scene.canvas import Look
from components.sentences.against_limit import units
from components.sentences.model import beliefs, calibration
from components.sentences.model import estimate as words
from components.sentences.model.against import room_sentence
from components.widgets import filters, panels, tables
from components.widgets.mounted.markup import show
from components.widgets.workbench import controls, scenario
from data.estimate.result import Estimate, NotEstimated
from data.models.evidence import Evidence

CONTROLS, PICTURES = 1.0, 2.6  # of the window, side by side


def show_dots(estimate: Estimate, evidence: Evidence, look: Look, chosen: str, other: scenario.Other) -> None:
    """Fifty outcomes, the reported number among them."""
    alt = partial(modelled.dots_in_words, estimate, evidence)
    panels.figure("dots", chosen, partial(modelled.dots_of, estimate, evidence, look, *other), alt, panels.open_words)
    told = state.made("reported sentence", chosen, partial(words.reported_sentence, estimate, evidence))
    panels.sentence(told, evidence, "reported", "quiet")
    panels.sentence(room_sentence(estimate, units(evidence, estimate.unit, 2)), evidence, "room", "quiet")
    tables.table(panes.dots(estimate), chosen)


def show_growth(estimate: Estimate, evidence: Evidence, look: Look, chosen: str, other: scenario.Other) -> None:
    """The volume as it grew, and when the limit was passed."""
    alt = partial(modelled.cumulative_in_words, estimate, evidence)
    draw = partial(modelled.cumulative_of, estimate, evidence, look, *other)
    panels.figure("cumulative", chosen, draw, alt, panels.open_words)
    told = state.made("crossing sentence", chosen, partial(words.crossing_and_tensions, estimate, evidence))
    panels.sentence(told, evidence, "crossing", "quiet")
    tables.table(panes.growth(estimate), chosen)


def show_beliefs(estimate: Estimate, evidence: Evidence, chosen: str) -> None:
    """What one must believe for the limit to hold."""
    st.header("What you must believe", anchor=False)
    told = state.made("beliefs sentence", chosen, partial(beliefs.beliefs_sentence, estimate, evidence))
    panels.sentence(told, evidence, "beliefs sentence", "")
    with panels.folded("beliefs", beliefs.NEEDED) as opened:
        if opened:
            show(panes.believed(estimate, evidence), key="beliefs")
            tables.table(panes.break_even(estimate), chosen)


def show_tornado(estimate: Estimate, evidence: Evidence, look: Look, chosen: str) -> None:
    """What moves the volume, and what to find out next."""
    alt = partial(modelled.tornado_in_words, estimate, evidence)
    panels.figure("tornado", chosen, partial(modelled.tornado_of, estimate, evidence, look), alt, panels.open_words)
    tables.table(panes.tornado(estimate), chosen)


def show_comparisons(estimate: Estimate, evidence: Evidence, chosen: str) -> None:
    """Both comparisons with a joint limit; worked out for this table alone, so made once for each choice."""
    if finding := panes.comparisons_finding(estimate):
        with panels.folded("comparisons", finding) as opened:
            if opened:
                show(
                    state.made("comparisons", chosen, partial(panes.comparisons, estimate, evidence)), key="comparisons"
                )


def show_estimate(estimate: Estimate, evidence: Evidence, chosen: str) -> None:
    """The finding; controls and pictures side by side where the window is wide enough; then what all of it rests on."""
    lead = state.made("estimate lead", chosen, partial(words.lead, estimate, evidence))
    panels.sentence(lead, evidence, "estimate lead", "finding")
    wide = state.width() == "wide"
    # Beside the controls a picture has the room of a smaller window.
    look = Look(state.palette(), "medium" if wide else state.width())
    other = scenario.compared_with(estimate, evidence)
    pictured = f"{chosen} {other.estimate.settings if other.estimate else ''}"
    left, right = st.columns([CONTROLS, PICTURES], gap="medium") if wide else (st.container(), st.container())
    with left, panels.guarded("assumptions"):
        controls.show_controls(estimate, evidence)
    with right:
        with panels.guarded("scenarios"):
            beside = scenario.kept(evidence)
            scenario.show_scenarios(estimate, None if beside is None else state.estimate(beside), evidence)
        with panels.guarded("fifty dots"):
            show_dots(estimate, evidence, look, pictured, other)
        with panels.guarded("cumulative band"):
            show_growth(estimate, evidence, look, pictured, other)
        with panels.guarded("tornado"):
            show_tornado(estimate, evidence, look, chosen)
    with panels.guarded("what you must believe"):
        show_beliefs(estimate, evidence, chosen)
    with panels.guarded("both comparisons"):
        show_comparisons(estimate, evidence, chosen)
    with panels.guarded("loads"), panels.folded("loads", panes.loads_finding(estimate, evidence)) as opened:
        if opened:
            show(panes.loads(estimate, evidence), key="loads")
    headline = calibration.calibration_headline(estimate) or calibration.NOTHING
    with panels.guarded("published figures"), panels.folded("published", headline) as opened:
        if opened:
            show(*calibrated(estimate, evidence), key="calibration")
            if not estimate.calibration.empty:
                tables.download(lambda: estimate.calibration, "model against published figures", modelled=True)


evidence = state.current_evidence()
panels.heading("estimate", "Estimate")
known = state.assumption_values(evidence) | {scenario.BESIDE: scenario.Scenarios(evidence)}
state.carry_over((scenario.BESIDE,))
panels.refused(state.refused_parameters(known | filters.words_values(evidence)))
settings = state.current_settings(evidence)
estimate = state.estimate(settings)
if isinstance(estimate, NotEstimated):
    panels.empty(words.how_to_estimate(estimate), "")
else:
    show_estimate(estimate, evidence, repr(settings))
