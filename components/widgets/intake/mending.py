"""Changing what stands, the source summary, a question, an event, a claim; and adding who is behind it, or a unit."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from components import state
from components.nodes.node import node
from components.sentences.intake.offered import MODALITY_WORDS
from components.theme import READING_WORDS
from components.widgets import panels
from components.widgets.intake.claim_form import choice, claims_named, show_claim_form
from components.widgets.intake.fields import in_rows
from components.widgets.intake.origin_form import show_origin_form
from components.widgets.intake.refusals import do, what_differs
from components.widgets.intake.words import Chosen
from components.widgets.mounted.markup import show
from data.intake.stale import SUMMARY
from data.intake.working_copy import WorkingCopy
from data.models.evidence import Evidence
from data.texts.typed import as_typed, edtf_of

WHAT, GONE_TO, FORM = "what to change", "the form of what to change", "changing-what-stands"
NEW_ORIGIN, NEW_UNIT = ("new origin", ""), ("new unit", "")
Entry = tuple[str, str]  # what it is, and its id


def mend(what: Entry) -> None:
    """Open the form for something, and go to it, as a link to it does."""
    state.hold(WHAT, what)
    state.hold(GONE_TO, True)


def show_mending(copy: WorkingCopy) -> None:
    """A choice of what stands, and the form for it below; folded until something is chosen."""
    evidence = copy.evidence
    labels = _labels(evidence)
    if state.held(WHAT) not in labels:
        state.taken(WHAT)
    opened = state.held(WHAT) is not None
    focus = FORM if state.taken(GONE_TO) else ""
    show(node("div", id=FORM), key="where the form is", focus=focus)
    with st.expander("Change what stands, or add an origin or a unit", opened, icon=":material/edit:"):
        chosen: Entry | None = st.selectbox(
            "What?", list(labels), index=None, format_func=labels.__getitem__, key=WHAT, placeholder="Choose"
        )
        if chosen is None:
            return
        kind, entry_id = chosen
        if kind == "claim":
            claim = evidence.claim_by_id[entry_id]
            quote = panels.text_in_markdown(f"“{' '.join(claim.quote.split())}”")
            st.caption(f"{quote} To claim other words, mark them, and add a claim.")
            chosen_words = Chosen(claim.document, claim.start, claim.end)
            show_claim_form(chosen_words, evidence.document_by_id[claim.document], copy, claim)
        else:
            FORMS[kind](copy, entry_id)


def _labels(evidence: Evidence) -> dict[Entry, str]:
    return {
        SUMMARY: "The source summary",
        NEW_ORIGIN: "A new origin: who stands behind a statement, or behind a text",
        NEW_UNIT: "A new unit",
        **{("question", one.id): f"Question: {one.title}" for one in evidence.questions},
        **{("event", one.event_id): f"Event: {one.title}" for one in evidence.events},
        **{("claim", one.id): f"Claim {one.id}: {' '.join(one.quote.split())[:60]}" for one in evidence.claims},
        **{("origin", one.origin_id): f"Origin: {one.name}" for one in evidence.origins},
    }


def _claims(title: str, evidence: Evidence, chosen: tuple[str, ...]) -> list[str]:
    labels = claims_named(evidence.claims)
    found: list[str] = st.multiselect(title, list(labels), chosen, format_func=labels.__getitem__)
    return found


def _summary(copy: WorkingCopy, _: str) -> None:
    summary = copy.evidence.case.source_summary
    with st.form(f"summary {len(copy.steps)}", border=False):
        text = st.text_area("What the sources say, with the claims in brackets", value=summary.text, height=140)
        claims = _claims("Claims it rests on", copy.evidence, summary.claims)
        wrong = st.container()
        asked = st.form_submit_button("Change it", type="primary")
    fields = what_differs(summary, {"text": text, "claims": claims})
    if asked:
        with wrong:
            do(lambda copy: copy.change_summary(text.strip(), claims), "The source summary is written anew.", fields)


def _question(copy: WorkingCopy, question_id: str) -> None:
    """Its words, how the documents stand to each other, what each answers, and which were read and say nothing."""
    evidence = copy.evidence
    question = next(one for one in evidence.questions if one.id == question_id)
    names = {one.id: f"{one.label}: {one.title}" for one in evidence.documents}
    without = [one for one in names if one not in {cell.document for cell in question.cells}]
    with st.form(f"question {question_id} {len(copy.steps)}", border=False):
        given: dict[str, Any] = {
            "title": st.text_input("Title of the question", value=question.title),
            "asks": st.text_input("The question, as a sentence", value=question.asks),
            "reading": choice(st.container(), "How the documents stand to each other", READING_WORDS, question.reading),
            "label": st.text_input("In other words, if these do not fit", value=question.label),
            "why": st.text_input("Why?", value=question.why),
        }
        told = {
            cell.document: st.text_input(
                panels.text_in_markdown(f"What {names[cell.document]} answers"), value=cell.words
            )
            for cell in question.cells
        }
        silent = [one for one in question.silent if one in without]
        help_ = "A text that answers it is named above: say which question it answers."
        given["silent"] = st.multiselect(
            "Texts that were read for it and say nothing of it", without, silent, names.__getitem__, help=help_
        )
        wrong = st.container()
        asked = st.form_submit_button("Change it", type="primary")
    fields = what_differs(question, given)
    answers = {cell.document: told[cell.document] for cell in question.cells if told[cell.document] != cell.words}
    if asked:
        with wrong:
            do(
                lambda copy: copy.change_question(question_id, fields, answers),
                f"The question “{given['title']}” is changed.",
                {**fields, **answers},
            )


def _event(copy: WorkingCopy, event_id: str) -> None:
    evidence = copy.evidence
    event = next(one for one in evidence.events if one.event_id == event_id)
    lanes = {lane.id: lane.title for lane in evidence.case.lanes}
    with st.form(f"event {event_id} {len(copy.steps)}", border=False):
        given: dict[str, Any] = {
            "title": st.text_input("Title", value=event.title, max_chars=200),
            "supports": _claims("Claims it rests on", evidence, event.supports),
            "contradicts": _claims("Claims that say otherwise", evidence, event.contradicts),
        }
        place = in_rows()
        given |= {
            "lane": choice(next(place), "Lane", lanes, event.lane),
            "modality": choice(next(place), "How it is said", MODALITY_WORDS, event.modality),
            "date": edtf_of(next(place).text_input("When", value=as_typed(event.date))),
            "date_reason": next(place).text_input("Why that date, if the words do not say it", value=event.date_reason),
            "note": st.text_input("A note", value=event.note),
        }
        wrong = st.container()
        asked = st.form_submit_button("Change it", type="primary")
    fields = what_differs(event, given)
    if {"date", "date_reason"} & fields.keys():
        fields |= what_differs(event, {"date_basis": "inferred" if given["date_reason"].strip() else "stated"})
    if asked:
        with wrong:
            do(lambda copy: copy.change_event(event_id, fields), f"The event “{given['title']}” is changed.", fields)


def _unit(copy: WorkingCopy, _: str) -> None:
    with st.form(f"unit {len(copy.steps)}", border=False):
        left, right = st.columns(2)
        one = left.text_input("One of it is called", placeholder="barge")
        many = right.text_input("Several are called", placeholder="barges")
        words = st.text_input("Other words for it in the texts, parted by commas")
        wrong = st.container()
        asked = st.form_submit_button("Add this unit", type="primary")
    if not asked:
        return
    with wrong:
        if not one.strip() or not many.strip():
            st.error("Say what one of it is called, and several.", icon=":material/rule:")
            return
        others = [word.strip() for word in words.split(",") if word.strip()]
        do(lambda copy: copy.add_unit(one.strip(), many.strip(), others), f"Numbers may count {many.strip()} now.")


FORMS: Mapping[str, Callable[[WorkingCopy, str], None]] = {
    "summary": _summary, "question": _question, "event": _event, "new unit": _unit,
    "origin": show_origin_form, "new origin": show_origin_form,
}  # fmt: skip
