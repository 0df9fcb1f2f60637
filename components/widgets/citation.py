"""Citing a view on every page: the link, the citation and the key numbers; and what has become of a cited one."""

from collections.abc import Collection
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from components import state
from components.nodes.node import link_within, node
from components.widgets import choices, filters, panels
from components.widgets.mounted.markup import show as show_markup
from data.estimate.result import NotEstimated
from data.frames.timeline import filtered
from data.models.evidence import Evidence
from data.models.links import HERE_ONLY, LOCAL, Links, opens_here_only

if TYPE_CHECKING:  # a page that nobody cites does without it
    from components.sentences.sourced import Source
    from data.models.changes import Headline

BRIEFING, COMPARED = "briefing", "compared"
# On the briefing stand timeline and comparison, each with documents of its own.
RENAMED = {("comparison", "document"): COMPARED}
WITH_FILTERS = ("timeline", "comparison", "volumes", BRIEFING)  # pages whose filters the slides take over


def show(page: str, title: str) -> None:
    """Above a page what has become of the view if it was cited; beside its title the button that cites it."""
    with panels.guarded("what changed"):
        _say_what_changed()
    _offer(page, title)


def _offer(page: str, title: str) -> None:
    """The button that cites the view; what stands behind it is put together when somebody opens it."""
    slot = state.taken_slot()
    if slot is None or state.draft():  # nobody else sees a draft
        return
    label, icon = "Cite this view", ":material/format_quote:"
    opened = slot.popover(label, icon=icon, type="tertiary", key="cite", on_change="rerun", width="content")
    if opened.open:
        with opened, panels.guarded("citation"):
            _show_citation(page, title)


def links(with_filters: bool = False) -> Links:
    """Addresses of views as the reader sees them: served from where he sees them, with what he has chosen.

    Each page keeps the parameters that mean something there, filters only where they are asked for, and what is open
    never.
    """
    evidence = state.current_evidence()
    assumed = state.assumption_values(evidence)
    kept = {
        name: values
        for name, values in state.query().items()
        if name in assumed or (with_filters and name not in state.OPENED)
    }
    frames = state.frames()
    known: dict[str, Collection[str]] = dict.fromkeys(("", "estimate", "method"), assumed)
    known |= {
        "documents": (),
        "record": (),
        "volumes": {*filters.volume_values(evidence, frames.stated_volumes), *assumed},
    }
    known |= {
        "timeline": filters.timeline_values(evidence, frames.timeline, frames.events),
        "comparison": filters.comparison_values(evidence, frames.comparison).keys() - {"document"},  # the timeline's
    }
    return Links(state.base_address() or LOCAL, evidence.fingerprint, kept, known)


def _say_what_changed() -> None:
    """Above a view that was cited on other data, or shows other numbers now: what they were, are, and why."""
    given = state.citing()
    if not given:
        return
    from components.sentences import changes, citation  # only a cited link needs them

    evidence = state.current_evidence()
    own = not state.current_settings(evidence).untouched or bool(state.parameter("volume"))
    told = changes.change_sentences(citation.cited_in(given), _headline(evidence), evidence, as_sourced=not own)
    if told:
        text = "\n\n".join(panels.text_in_markdown(sentence) for sentence in told)
        st.info(text, icon=":material/history:")


def _show_citation(page: str, title: str) -> None:
    from components.sentences import citation  # nothing of it is needed before somebody asks

    evidence = state.current_evidence()
    seen = Links(state.base_address() or LOCAL, evidence.fingerprint, state.query())
    link = citation.cited_link(seen, page, _headline(evidence))
    settings, source = state.current_settings(evidence), _open_source(evidence)
    told = citation.citation(evidence, title, link, state.today(), source, settings)
    if opens_here_only(link):
        st.warning(f"The link {HERE_ONLY}. So the citation names the dataset and its fingerprint instead.")
    for name, text, language in (
        ("Link to this view, with its data", link, None),
        ("Citation", told.plain, None),
        ("Footnote", told.footnote, None),
        ("BibTeX", told.bibtex, "latex"),
        ("Key numbers", "\n".join(_key_numbers(page, evidence)), None),
    ):
        st.caption(name)
        st.code(text, language=language, wrap_lines=True)
    # What is open on this page, or filtered on one without slides, means nothing to the slides.
    kept = state.query() if page in WITH_FILTERS else links().kept
    query = {RENAMED.get((page, name), name): values for name, values in kept.items() if name not in state.OPENED}
    beyond = link_within(BRIEFING, "Slides and data of this view", "", "", **query)
    show_markup(node("p", beyond), key="to the briefing")


def _open_source(evidence: Evidence) -> "Source | None":
    """What the claim or cited fact that is open in the view rests on."""
    from components.sentences.sourced import source_of_claim, source_of_record

    claim = evidence.claim_by_id.get(state.parameter("claim") or "")
    record = evidence.record_by_id.get(state.parameter("record") or "")
    if claim:
        return source_of_claim(claim, evidence)
    return source_of_record(record, evidence) if record else None


def cited_links() -> Links:
    """The same with filters, and with the numbers they were made for where they lead to a page that shows them."""
    from components.sentences.citation import CitedLinks

    seen, evidence = links(with_filters=True), state.current_evidence()
    return CitedLinks(seen.base, seen.fingerprint, seen.kept, seen.known, headline=_headline(evidence))


def _headline(evidence: Evidence) -> "Headline":
    from data.recording import headline

    return headline(_row(evidence), state.estimate(state.current_settings(evidence)), evidence)


def _row(evidence: Evidence) -> pd.Series | None:
    return choices.volume_choice(state.frames().stated_volumes, evidence)


def _key_numbers(page: str, evidence: Evidence) -> list[str]:
    """What the view says in numbers, a sentence each, with the ids that open the words."""
    from components.sentences.front.key_numbers import key_numbers

    estimate = choices.estimate_beside(_row(evidence), state.current_settings(evidence), evidence)
    volumes = state.volumes(state.current_settings(evidence))
    known = None if isinstance(estimate, NotEstimated) else estimate
    events, comparison = state.frames().timeline, state.frames().comparison
    if page in WITH_FILTERS:
        chosen = choices.timeline_choice(evidence, events)
        events = filtered(events, *chosen)
        comparison = choices.comparison_choice(evidence, comparison, COMPARED if page == BRIEFING else "document")
    return key_numbers(_row(evidence), volumes, known, events, comparison, evidence)
