"""Volumes against the limit: the gauge, and what is reported, modelled and notified on one axis."""

from functools import partial

from components import state
from components.figures.captioned import bullets, bullets_in_words, gauge, gauge_in_words
from components.nodes import tables as behind
from components.nodes.conditions import conditions
from components.scene.canvas import Look
from components.sentences.against_limit import scope_sentence, window_sentence
from components.sentences.conditions import conditions_finding
from components.sentences.limits import limits_finding
from components.widgets import choices, filters, notified, panels, tables, years
from components.widgets.mounted.markup import show
from data.frames.reported import row_key

evidence, reported = state.current_evidence(), state.frames().stated_volumes
panels.heading("volumes", "Volumes against the limit")
panels.refused(state.refused_parameters(filters.volume_values(evidence, reported) | state.assumption_values(evidence)))
settings = state.current_settings(evidence)
filters.record_switch(evidence)
row = filters.chosen_volume(reported, evidence)
estimate = choices.estimate_beside(row, settings, evidence)
look, chosen = Look(state.palette(), state.width()), f"{row_key(row)} {settings}"
limit = evidence.headline_limit

with panels.guarded("gauge"):
    alt = partial(gauge_in_words, row, evidence, estimate)
    panels.figure("gauge", chosen, lambda: gauge(row, evidence, look, estimate), alt, panels.open_words)
    panels.sentence(f"{scope_sentence(row, limit)} {window_sentence(row, evidence)}", evidence, "scope", "quiet")

with panels.guarded("year against year"):
    years.show_by_year(settings, evidence, look)

with panels.guarded("tests of the limit"):
    if finding := conditions_finding(evidence):
        with panels.folded("tests", finding) as unfolded:
            if unfolded:
                show(*conditions(evidence)[1], key="tests of the limit")

with panels.guarded("bullet rows"):
    rows = state.volumes(settings)
    if limit is None:
        panels.empty(*filters.no_limit(evidence))
    else:
        alt = partial(bullets_in_words, rows, evidence, estimate)
        draw = partial(bullets, rows, limit, evidence, look, estimate)
        panels.figure("bullets", chosen, draw, alt, panels.open_words)
    tables.table(behind.volumes(rows), chosen)

if filters.shows_record(evidence):
    with panels.guarded("notified by year"):
        notified.show_years(evidence, look)

with panels.guarded("limits"), panels.folded("limits", limits_finding(evidence.limits)) as unfolded:
    if unfolded:
        show(behind.limits(evidence), key="limits")
