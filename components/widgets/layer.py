"""What lies over the timeline: the public record as a layer beside the documents, and one year out of many."""

import pandas as pd
import streamlit as st

from components import state
from components.widgets import panels
from components.widgets.filters import SPAN, TimelineChoice
from data.frames.timeline import years_of
from data.models.evidence import Evidence

MOST_YEARS = 4  # that a click chooses; the lists have all


def say_what_is_left_out(choice: TimelineChoice, cited: pd.DataFrame, evidence: Evidence) -> None:
    """Say when filters for documents or claims hide the whole layer, which has neither."""
    filters = [name for name, given in (("document", choice.documents), ("kind of claim", choice.kinds)) if given]
    if not filters or cited.empty:
        return
    events = "the one event" if len(cited) == 1 else f"all {len(cited):,} events"
    sentence = f"The filter for {' and '.join(filters)} leaves out {events} of the public record: a cited fact "
    panels.sentence(f"{sentence}stands in no document and has no claim.", evidence, "left out", "quiet")


def only_one_year(everything: pd.DataFrame) -> None:
    """A year alone at one click, the latest of those in which an event begins or ends; nothing where there is one."""
    years = [f"{year:04}" for year in years_of(everything)][-MOST_YEARS:]
    if len(years) < 2:
        return
    changed = state.both_in_address("one year alone", SPAN, years)
    st.pills(
        "One year alone",
        years,
        key="one year alone",
        on_change=changed,
        format_func=lambda year: f"{year} only",
        label_visibility="collapsed",
    )
