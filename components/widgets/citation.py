"""Citing a view on every page: the link, the citation and the key numbers; and what has become of a cited one."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from components import state
from components.widgets import assumptions, panels
from components.widgets.choices import volume_choice
from components.widgets.markup import link_within, node
from components.widgets.markup import show as show_markup
from data.estimate import NotEstimated
from data.evidence import Evidence
from data.links import LOCAL, Links

if TYPE_CHECKING:  # a page that nobody cites does without it
    from data.changes import Headline

BRIEFING = "briefing"


def show(page: str, title: str) -> None:
    """Above a page what has become of the view if it was cited; beside its title the button that cites it."""
    with panels.guarded("what changed"):
        _say_what_changed()
    _offer(page, title)


def _offer(page: str, title: str) -> None:
    """The button that cites the view; what stands behind it is put together when somebody opens it."""
    slot = state.taken_slot()
    if slot is None:
        return
    label, icon = "Cite this view", ":material/format_quote:"
    opened = slot.popover(label, icon=icon, type="tertiary", key="cite", on_change="rerun", width="stretch")
    if opened.open:
        with opened, panels.guarded("citation"):
            _show_citation(page, title)


def links() -> Links:
    """Addresses of views as the reader sees them: served from where he sees them, with his assumptions."""
    evidence = state.current_evidence()
    kept = {name: values for name, values in state.query().items() if name in assumptions.assumption_values(evidence)}
    return Links(state.base_address() or LOCAL, evidence.fingerprint, kept)


def _say_what_changed() -> None:
    """Above a view that was cited on other data, or shows other numbers now: what they were, are, and why."""
    given = state.citing()
    if not given:
        return
    from components.headlines import changes, citation  # only a cited link needs them

    evidence = state.current_evidence()
    settings = assumptions.current_settings(evidence)
    now = _headline(evidence)
    told = changes.change_sentences(citation.cited_in(given), now, evidence, settings.untouched)
    if told:
        text = "\n\n".join(panels.text_in_markdown(sentence) for sentence in told)
        st.info(text, icon=":material/history:")


def _show_citation(page: str, title: str) -> None:
    from components.headlines import citation  # nothing of it is needed before somebody asks

    evidence = state.current_evidence()
    kept = Links(state.base_address() or LOCAL, evidence.fingerprint, state.query())
    link = citation.cited_link(kept, page, _headline(evidence))
    told = citation.citation(evidence, title, link, datetime.now(tz=UTC).date())
    for name, text, language in (
        ("Link to this view, with its data", link, None),
        ("Citation", told.plain, None),
        ("Footnote", told.footnote, None),
        ("BibTeX", told.bibtex, "latex"),
        ("Key numbers", "\n".join(_key_numbers(evidence)), None),
    ):
        st.caption(name)
        st.code(text, language=language, wrap_lines=True)
    beyond = link_within(BRIEFING, "Slides and data of this view", "", "", **state.query())
    show_markup(node("p", beyond), key="to the briefing")


def _headline(evidence: Evidence) -> "Headline":
    from data.recording import headline

    return headline(_row(evidence), state.estimate(assumptions.current_settings(evidence)), evidence)


def _row(evidence: Evidence) -> pd.Series | None:
    return volume_choice(state.barrels(), evidence)


def _key_numbers(evidence: Evidence) -> list[str]:
    """What the view says in numbers, a sentence each, with the ids that open the words."""
    from components.headlines.key_numbers import key_numbers

    estimate = state.estimate(assumptions.current_settings(evidence))
    volumes = state.volumes(assumptions.current_settings(evidence))
    known = None if isinstance(estimate, NotEstimated) else estimate
    return key_numbers(_row(evidence), volumes, known, state.timeline(), state.comparison(), evidence)
