"""Where a claim is shown: drawn on the timeline, or as an answer to a question of the comparison."""

from typing import Any

import streamlit as st

from components.sentences.intake.offered import MODALITY_WORDS
from components.theme import READING_WORDS
from components.widgets.intake.claim_form import choice
from components.widgets.intake.fields import in_rows
from components.widgets.intake.refusals import do
from data.intake.working_copy import WorkingCopy
from data.models.evidence import Claim, Document
from data.texts.typed import as_typed, edtf_of

NEW = "a new question"
WHEN = "June 2024, March to November 2024"
DRAWN, ANSWERED = "It is drawn on the timeline.", "The answer stands in the comparison."


def show_places(document: Document, copy: WorkingCopy) -> None:
    """Both forms for the claims of a document, folded; nothing where it has none."""
    claims = copy.evidence.claims_of(document.id)
    if not claims:
        return
    with st.expander("Draw it on the timeline", icon=":material/view_timeline:"):
        _show_event(list(claims), copy)
    with st.expander("Say which question it answers", icon=":material/compare_arrows:"):
        _show_cell(document, list(claims), copy)


def _age(claim: Claim) -> tuple[int, str]:
    """Ids grow; places in the text do not."""
    return len(claim.id), claim.id


def _labels(claims: list[Claim]) -> dict[str, str]:
    """The claims, the newest first, each with the beginning of its words."""
    newest_first = sorted(claims, key=_age, reverse=True)
    return {claim.id: f"{claim.id}: {' '.join(claim.quote.split())[:60]}" for claim in newest_first}


def _show_event(claims: list[Claim], copy: WorkingCopy) -> None:
    evidence, labels = copy.evidence, _labels(claims)
    newest = max(claims, key=_age)
    with st.form(f"event {len(copy.steps)}", border=False):
        supports = st.multiselect("Claims it rests on", list(labels), [newest.id], format_func=labels.__getitem__)
        title = st.text_input("Title", value=" ".join(newest.quote.split())[:120], max_chars=200)
        place = in_rows()
        lanes = {lane.id: lane.title for lane in evidence.case.lanes}
        topic = evidence.case.topic_by_id.get(newest.topic)
        lane = evidence.case.lane_of_topic.get(newest.topic)
        given: dict[str, Any] = {
            "lane": choice(next(place), "Lane", lanes, lane.id if lane else next(iter(lanes))),
            "type": next(place).text_input("What sort of event", value=topic.title if topic else ""),
            "modality": choice(st.container(), "How it is said", MODALITY_WORDS, newest.modality),
            "date": edtf_of(st.text_input("When", value=as_typed(newest.date or ""), placeholder=WHEN)),
            "date_reason": st.text_input("Why that date, if the words do not say it", value=newest.date_reason),
        }
        wrong = st.container()  # above the button, where the eye is
        asked = st.form_submit_button("Draw it", type="primary")
    if asked:
        with wrong:
            _draw({**given, "title": " ".join(title.split()), "supports": supports}, claims)


def _draw(given: dict[str, Any], claims: list[Claim]) -> None:
    """Make the event; a date that is none of its claims needs a reason."""
    basis = "inferred" if given["date_reason"].strip() else "stated"
    if basis == "stated" and given["date"] not in {claim.date for claim in claims if claim.id in given["supports"]}:
        st.error("That date is none of its claims. Say why it is meant, or take theirs.", icon=":material/rule:")
        return
    do(lambda copy: copy.add_event({**given, "date_basis": basis}), DRAWN)


def _show_cell(document: Document, claims: list[Claim], copy: WorkingCopy) -> None:
    """No form: which readings are left depends on the question and on the claims."""
    evidence, labels, step = copy.evidence, _labels(claims), len(copy.steps)
    titles = {question.id: question.title for question in evidence.questions} | {NEW: "Another question"}
    question = st.selectbox("Question", list(titles), index=None, format_func=titles.__getitem__, key=f"cell {step}")
    rests = st.multiselect(
        "Claims that answer it",
        list(labels),
        [max(claims, key=_age).id],
        format_func=labels.__getitem__,
        key=f"rests {step}",
    )
    nearby = st.multiselect(
        "Claims that touch it without answering", list(labels), format_func=labels.__getitem__, key=f"nearby {step}"
    )
    help_ = "Words in double quotation marks “…” must stand in a quote."
    words = st.text_input("The answer in a few words", help=help_, key=f"answer {step}", max_chars=400)
    cell: dict[str, Any] = {"document": document.id, "claims": rests, "nearby": nearby, "words": words}
    title = asks = ""
    if question == NEW:
        title = st.text_input("Title of the question", key=f"title {step}")
        asks = st.text_input("The question, as a sentence", key=f"asks {step}")
    stands = _how_they_stand(question, cell, copy)
    if st.button("Give the answer", type="primary", key=f"give {step}", disabled=question is None) and question:
        if question == NEW:
            do(lambda copy: copy.new_question({"title": title, "asks": asks, **stands}, [cell]), ANSWERED)
        else:
            do(lambda copy: copy.add_cell(question, cell, stands), ANSWERED)


def _how_they_stand(question: str | None, cell: dict[str, Any], copy: WorkingCopy) -> dict[str, str]:
    """How the documents stand to each other once this is answered, among what the claims allow, and why."""
    step, known = len(copy.steps), next((one for one in copy.evidence.questions if one.id == question), None)
    whole = cell["words"].strip() and (cell["claims"] or cell["nearby"])
    fit = list(copy.readings_that_fit(question, cell)) if known and question and whole else list(READING_WORDS)
    at = fit.index(known.reading) if known and known.reading in fit else None
    reading = st.selectbox(
        "How the documents stand to each other now", fit, index=at,
        format_func=READING_WORDS.__getitem__, key=f"reading {step} {question} {len(fit)}", placeholder="Choose",
    )  # fmt: skip
    why = st.text_input("Why?", value=known.why if known else "", key=f"why {step} {question}")
    return {key: value for key, value in (("reading", reading), ("why", why)) if value}
