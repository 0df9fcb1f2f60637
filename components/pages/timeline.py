"""Timeline: what the documents say happened, with every date the wording allows; the public record on demand."""

import streamlit as st

from components import state
from components.figures.captioned import MOST_SINGLE_EVENTS, events
from components.nodes import tables as behind
from components.scene.canvas import Look
from components.sentences.timeline import lag_sentence, timeline_headline, timeline_sentence
from components.widgets import filters, layer, panels, tables
from data.frames.reported import headline_row
from data.frames.timeline import filtered

evidence, timeline, writing = state.current_evidence(), state.frames().timeline, state.frames().writing
cited, with_record = state.frames().record_events, filters.shows_record(evidence)
everything = state.frames().events
on_show = everything if with_record else timeline
panels.heading("timeline", "Timeline")
panels.refused(state.refused_parameters(filters.timeline_values(evidence, on_show, everything)))
with st.container(horizontal=True):
    filters.record_switch(evidence)
    layer.only_one_year(everything)
chosen = filters.timeline_filters(evidence, on_show, everything)
key = f"{chosen} {with_record}"
rows = state.made("events chosen", key, lambda: filtered(on_show, *chosen))

if with_record:
    layer.say_what_is_left_out(chosen, cited, evidence)
if rows.empty:
    panels.empty(*filters.nothing_matches(on_show, "event", evidence))
else:
    with panels.guarded("timeline"):
        look = Look(state.palette(), state.width())
        lanes = [lane.title for lane in evidence.case.lanes if lane.id in set(rows["lane"])]
        sentence = state.made("events told", key, lambda: timeline_sentence(rows, len(on_show), lanes, writing))
        headline = headline_row(state.frames().stated_volumes, evidence)
        panels.figure(
            "timeline",
            key,
            lambda: events(rows, writing, headline, evidence, look, (chosen.since, chosen.until)),
            lambda: f"{timeline_headline(rows)}. {sentence}",
            panels.open_event,
        )
        told = f"{sentence} {state.made('lag told', key, lambda: lag_sentence(rows))}".rstrip()
        hint = "A click on a bar opens its words." if len(rows) <= MOST_SINGLE_EVENTS else ""
        panels.sentence(told, evidence, "timeline sentence", "quiet", hint)

with panels.guarded("event to open"):
    filters.event_to_open(rows, everything, key)

with panels.guarded("timeline table"):
    tables.table(behind.events(rows, with_record), key)
    tables.table(behind.writing(writing), "all")
