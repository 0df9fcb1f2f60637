"""Public record: what others said outside the documents, each fact with its address, cited and not quoted."""

from functools import partial

from components import state
from components.scene.canvas import Look
from components.sentences.records import listed
from components.sentences.records.held import counts_sentence, newest_sentence
from components.sentences.records.record import descent_headline
from components.widgets import panels, record

evidence, texts = state.current_evidence(), state.frames().descent
panels.heading("record", "Public record")
panels.refused(state.refused_parameters(listed.record_values(evidence)))

if not evidence.record_by_id:
    panels.empty(*record.no_record(evidence))
else:
    panels.sentence(counts_sentence(evidence), evidence, "record counts", "quiet")
    panels.sentence(newest_sentence(evidence), evidence, "record newest", "quiet")
    first = listed.first_year(state.frames().stated_volumes, evidence)
    choice = record.record_filters(evidence, first)
    with panels.guarded("list of facts"):
        facts = listed.matching(evidence, choice)
        if facts:
            record.show_facts(facts, evidence, choice, first)
        else:
            panels.empty("No fact matches these filters.", "Take one of them away to see more.")
    if not texts.empty:
        with panels.guarded("origin graph"), panels.folded("origins", descent_headline(texts)) as unfolded:
            if unfolded:
                from components.figures.cited import (  # who leaves it folded needs none
                    origin_graph,
                    origin_graph_in_words,
                )

                look, alt = Look(state.palette(), state.width()), partial(origin_graph_in_words, texts)
                panels.figure("origins", "all", lambda: origin_graph(texts, evidence, look), alt, record.open_text)
