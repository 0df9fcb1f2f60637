"""Overview: a briefer who opens only this page has the story right."""

from functools import partial

import streamlit as st

from components import state
from components.figures.captioned import gauge, gauge_in_words
from components.nodes import matrix, reader
from components.nodes import tables as behind
from components.nodes.front import tiles
from components.nodes.node import Node
from components.scene.canvas import Look
from components.sentences.against_limit import scope_sentence, window_sentence
from components.sentences.comparison import comparison_sentence
from components.sentences.front.known import Known
from components.widgets import filters, panels, tables
from components.widgets.citation import cited_links
from components.widgets.mounted.markup import show
from data.frames.reported import headline_row, row_key


def show_answers() -> None:
    """The five answers, put together once for all readers who come by the same address."""
    today = state.today()

    def drawn() -> tuple[Node, ...]:
        known = Known(row, volumes, estimate, state.frames().descent, evidence)
        return tiles.five_answers(known, settings, cited_links().to(""), today)

    show(*state.made("answers", f"{chosen} {state.base_address()} {today}", drawn), key="answers")


def show_questions(name: str, readings: matrix.Readings) -> None:
    """Questions that are read in some ways, put together once for all readers."""
    listed = state.made(f"questions {name}", "all", lambda: matrix.questions_read(comparison, readings, evidence))
    show(listed, key=f"questions {name}")


evidence, stated, comparison = state.current_evidence(), state.frames().stated_volumes, state.frames().comparison
row = headline_row(stated, evidence)
allowed = filters.words_values(evidence) | state.assumption_values(evidence)
panels.refused(state.refused_parameters(allowed))
settings = state.current_settings(evidence)
estimate = state.estimate(settings)

panels.titled(evidence.case.title)
chosen, volumes = f"{row_key(row)} {settings}", state.volumes(settings)
with panels.guarded("five answers"):
    show_answers()

with panels.guarded("gauge"):
    # Beside the tiles it is a picture half as high: that of a smaller window, wherever it stands.
    look = Look(state.palette(), "narrow" if state.width() == "narrow" else "medium")
    alt = partial(gauge_in_words, row, evidence, estimate)
    draw = partial(gauge, row, evidence, look, estimate, low=True)
    panels.figure("gauge", f"{chosen} low", draw, alt, panels.open_words)
    panels.sentence(
        f"{scope_sentence(row, evidence.headline_limit)} {window_sentence(row, evidence)}", evidence, "scope", "quiet"
    )
    tables.table(behind.volumes(volumes), chosen)

with panels.guarded("documents apart"):
    left, right = st.columns(2, gap="large")
    with left:
        st.header(matrix.ALONE.title, anchor=False)
        show_questions("alone", matrix.ALONE)
    with right:
        st.header(matrix.APART.title, anchor=False)
        show_questions("apart", matrix.APART)
    panels.sentence(comparison_sentence(comparison), evidence, "comparison", "source")

with panels.guarded("source summary"):
    st.header("Source summary statement", anchor=False)
    panels.sentence(evidence.case.source_summary.text, evidence, "source summary", "")
    show(reader.sources(evidence), key="sources")
