"""Overview: a briefer who opens only this page has the story right."""

from functools import partial

import streamlit as st

from components import state
from components.figures.captioned import gauge, gauge_in_words
from components.scene.canvas import Look
from components.sentences.barrels import overview_sentence, scope_sentence, window_sentence
from components.sentences.comparison import comparison_sentence
from components.widgets import filters, matrix, panels, tables
from components.widgets.cards import reader
from data.frames.reported import headline_row, row_key

evidence, barrels, comparison = state.current_evidence(), state.barrels(), state.comparison()
row = headline_row(barrels, evidence)
allowed = filters.words_values(evidence) | state.assumption_values(evidence)
panels.refused(state.refused_parameters(allowed))
settings = state.current_settings(evidence)
estimate = state.estimate(settings)

panels.titled(evidence.case.title)
with panels.guarded("the one sentence"):
    with_number = barrels.loc[barrels["series"] == "reported", "document"].nunique()
    panels.sentence(overview_sentence(row, evidence, with_number), evidence, key="one sentence")

with panels.guarded("gauge"):
    look = Look(state.palette(), state.width())
    alt, chosen = partial(gauge_in_words, row, evidence, estimate), f"{row_key(row)} {settings}"
    panels.figure("gauge", chosen, lambda: gauge(row, evidence, look, estimate), alt, panels.open_words)
    panels.sentence(
        f"{scope_sentence(row, evidence.headline_limit)} {window_sentence(row, evidence)}", evidence, "scope", "quiet"
    )
    volumes = state.volumes(settings)
    tables.table(volumes, tables.BARRELS_COLUMNS, evidence, "volumes", chosen=chosen, modelled=True)

with panels.guarded("documents apart"):
    left, right = st.columns(2, gap="large")
    with left:
        st.header("Only in one document", anchor=False)
        matrix.show_questions(
            comparison,
            ("one-document",),
            evidence,
            key="alone",
            none=matrix.none_of(evidence, "No answer rests on one document."),
        )
    with right:
        st.header("Where they part, or need a check", anchor=False)
        readings = ("differ", "against-itself", "different-things", "check-wording")
        matrix.show_questions(
            comparison,
            readings,
            evidence,
            key="apart",
            none=matrix.none_of(evidence, "The documents part on nothing."),
        )
    panels.sentence(comparison_sentence(comparison), evidence, "comparison", "source")

with panels.guarded("source summary"):
    st.header("Source summary statement", anchor=False)
    panels.sentence(evidence.case.source_summary.text, evidence, "source summary", "")
    reader.show_sources(evidence)
