"""Sources compared: what each document answers, in which words, and from how many origins; the record on demand."""

from components import state
from components.nodes import matrix
from components.nodes import tables as behind
from components.sentences.comparison import comparison_headline, comparison_sentence
from components.widgets import filters, panels, tables
from components.widgets.mounted.markup import show

evidence, comparison = state.current_evidence(), state.frames().comparison
answers = state.frames().record_answers if filters.shows_record(evidence) else None
panels.heading("comparison", "Sources compared")
panels.refused(state.refused_parameters(filters.comparison_values(evidence, comparison)))
filters.record_switch(evidence)
chosen = filters.comparison_filters(evidence, comparison)

with panels.guarded("comparison"):
    panels.sentence(comparison_headline(comparison), evidence, "comparison headline", "finding")
    if chosen.empty:
        panels.empty(*filters.nothing_matches(comparison, "question", evidence))
    else:
        show(*matrix.matrix(chosen, evidence, answers), key="matrix")
        panels.full_bleed_link("comparison")
    panels.sentence(comparison_sentence(comparison), evidence, "comparison sentence", "source")
    tables.table(behind.compared(chosen))
    if answers is not None:
        tables.table(behind.answers(answers, evidence))
