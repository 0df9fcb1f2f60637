"""Timeline: what the documents say happened, with every date the wording allows."""

from components import state
from components.figures.canvas import Look
from components.figures.captioned import events
from components.headlines.timeline import timeline_headline, timeline_sentence
from components.widgets import events as opened
from components.widgets import filters, panels, tables
from data.barrels import headline_row
from data.timeline import filtered

evidence, timeline, writing = state.current_evidence(), state.timeline(), state.writing()
panels.heading("timeline", "Timeline")
panels.refused(state.refused_parameters(filters.timeline_values(evidence, timeline)))
chosen = filters.timeline_filters(evidence, timeline)
rows = filtered(timeline, chosen.lanes, chosen.documents, chosen.kinds, chosen.words)

if rows.empty:
    panels.empty(*filters.nothing_matches(timeline, "event", evidence))
else:
    with panels.guarded("timeline"):
        look = Look(state.palette(), state.width())
        lanes = [lane.title for lane in evidence.case.lanes if lane.id in set(rows["lane"])]
        sentence = timeline_sentence(rows, len(timeline), lanes)
        headline = headline_row(state.barrels(), evidence)
        panels.figure(
            "timeline",
            repr(chosen),
            lambda: events(rows, writing, headline, evidence, look),
            f"{timeline_headline(rows)}. {sentence}",
            panels.open_event,
        )
        panels.sentence(sentence, evidence, "timeline sentence", "quiet")

with panels.guarded("opened event"):
    event = filters.chosen_event(rows, timeline)
    if event is not None:
        opened.show_event(event, evidence)

with panels.guarded("timeline table"):
    tables.table(rows, tables.TIMELINE_COLUMNS, evidence, "timeline", rows.drop(columns="words"))
    tables.table(writing, tables.WRITING_COLUMNS, evidence, "when the documents can have been written")
