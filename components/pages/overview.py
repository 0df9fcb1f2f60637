"""Overview: a briefer who opens only this page has the story right."""

from functools import partial

import streamlit as st

from components import state
from components.figures.captioned import gauge, gauge_in_words
from components.scene.canvas import Look
from components.sentences.barrels import scope_sentence, window_sentence
from components.sentences.comparison import comparison_sentence
from components.sentences.front.known import Known
from components.widgets import filters, matrix, panels, tables
from components.widgets.cards import reader
from components.widgets.front import tiles
from data.frames.reported import headline_row, row_key

evidence, barrels, comparison = state.current_evidence(), state.barrels(), state.comparison()
row = headline_row(barrels, evidence)
allowed = filters.words_values(evidence) | state.assumption_values(evidence)
panels.refused(state.refused_parameters(allowed))
settings = state.current_settings(evidence)
estimate = state.estimate(settings)

panels.titled(evidence.case.title)
chosen, volumes = f"{row_key(row)} {settings}", state.volumes(settings)
with panels.guarded("five answers"):
    tiles.show_answers(Known(row, volumes, estimate, state.descent(), evidence), settings, chosen)

with panels.guarded("gauge"):
    # Beside the tiles it is a picture half as high: that of a smaller window, wherever it stands.
    look = Look(state.palette(), "narrow" if state.width() == "narrow" else "medium")
    alt = partial(gauge_in_words, row, evidence, estimate)
    draw = partial(gauge, row, evidence, look, estimate, low=True)
    panels.figure("gauge", f"{chosen} low", draw, alt, panels.open_words)
    panels.sentence(
        f"{scope_sentence(row, evidence.headline_limit)} {window_sentence(row, evidence)}", evidence, "scope", "quiet"
    )
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
