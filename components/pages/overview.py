"""Overview: a briefer who opens only this page has the story right."""

import streamlit as st

from components import state
from components.figures.canvas import Look
from components.figures.captioned import gauge, gauge_in_words
from components.headlines.barrels import overview_sentence, scope_sentence, window_sentence
from components.headlines.comparison import comparison_sentence
from components.widgets import matrix, panels, reader, tables
from data.barrels import headline_row, row_key

evidence, barrels, comparison = state.current_evidence(), state.barrels(), state.comparison()
row = headline_row(barrels, evidence)
panels.refused(state.refused_parameters({"claim": evidence.claim_by_id}))

st.title(panels.text_in_markdown(evidence.case.title), anchor=False)
with panels.guarded("the one sentence"):
    panels.sentence(overview_sentence(row, evidence, barrels["document"].nunique()), evidence, key="one sentence")

with panels.guarded("gauge"):
    look = Look(state.palette(), state.width())
    alt = gauge_in_words(row, evidence)
    panels.figure("gauge", row_key(row), lambda: gauge(row, evidence, look), alt, panels.open_claim)
    panels.sentence(
        f"{scope_sentence(row, evidence.headline_limit)} {window_sentence(row, evidence)}", evidence, "scope", "quiet"
    )
    panels.opened_claim(evidence)
    tables.table(barrels, tables.BARRELS_COLUMNS, evidence, "reported volumes")

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
        st.header("Where they differ, or need a check", anchor=False)
        readings = ("differ", "check-wording")
        matrix.show_questions(
            comparison,
            readings,
            evidence,
            key="apart",
            none=matrix.none_of(evidence, "The documents differ on nothing."),
        )
    panels.sentence(comparison_sentence(comparison), evidence, "comparison", "source")

with panels.guarded("source summary"):
    st.header("Source summary statement", anchor=False)
    panels.sentence(evidence.case.source_summary.text, evidence, "source summary", "")
    reader.show_sources(evidence)
