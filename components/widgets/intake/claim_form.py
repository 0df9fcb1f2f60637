"""What the chosen words claim: first what every claim needs, the rest folded; what a machine counts is never asked."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import streamlit as st

from components import state
from components.sentences.intake.offered import (
    COVERS_WORDS,
    KIND_WORDS,
    MODALITY_WORDS,
    OPERATOR_WORDS,
    date_label,
    number_label,
    same_sentence,
)
from components.theme import CREDIBILITY_WORDS
from components.widgets import panels
from components.widgets.intake.refusals import in_draft
from components.widgets.intake.words import Chosen, forget
from data.intake.readings import Offered, dates_offered, numbers_offered, same_elsewhere
from data.intake.working_copy import WorkingCopy
from data.models.evidence import Document, Evidence
from data.recording import local_day

NONE, BY_HAND = "none", "by hand"
OWN_VOICE = "document voice"
ADDED = "claim just added"
NEEDED = {
    "topic": "what it is about", "speaker": "who says so", "modality": "how it is said",
    "credibility": "how credible it is", "credibility_reason": "why it is as credible as that",
}  # fmt: skip
HAND = {
    "value": "the number", "unit": "of what the number is", "value_words": "the words that give the number",
    "value_reason": "why these words give the number", "date": "the date", "date_words": "the words for the date",
}  # fmt: skip


def show_claim_form(chosen: Chosen, document: Document, copy: WorkingCopy) -> None:
    """The form of a claim on the chosen words; a claim that would bring a problem is refused with what is wrong."""
    evidence = copy.evidence
    numbers = numbers_offered(document, chosen.start, chosen.end, evidence.case.units)
    dates = dates_offered(document, chosen.start, chosen.end)
    quote = document.text[chosen.start : chosen.end]
    if told := same_sentence(same_elsewhere(evidence, numbers, quote)):
        st.info(panels.text_in_markdown(told), icon=":material/content_copy:")
    with st.form(f"claim {len(copy.steps)} {chosen.start} {chosen.end}", border=False):
        given = _needed(document, evidence)
        number, date = _number(numbers, evidence), _date(dates)
        given |= _folded(evidence)
        wrong = st.container()  # above the button, where the eye is
        asked = st.form_submit_button("Add this claim", type="primary", icon=":material/add:")
    if asked:
        with wrong:
            _add(chosen, given, number, date)


def _needed(document: Document, evidence: Evidence) -> dict[str, Any]:
    speakers = sorted({OWN_VOICE, *(claim.speaker for claim in evidence.claims_of(document.id))})
    topics = {topic.id: topic.title for topic in evidence.case.topics}
    left, right = st.columns(2)
    return {
        "topic": _choice(left, "What is it about?", topics),
        "kind": right.selectbox("What sort of statement?", list(KIND_WORDS), format_func=KIND_WORDS.__getitem__),
        "speaker": left.selectbox(
            "Who says so?", speakers, index=None, accept_new_options=True, placeholder="A name as in the text",
            help="Type a name. “document voice” if the text says it itself.",
        ),
        "modality": _choice(right, "How is it said?", MODALITY_WORDS),
        "credibility": _choice(
            left, "How credible?", {grade: f"{grade}, {words}" for grade, words in CREDIBILITY_WORDS.items()}
        ),
        "credibility_reason": right.text_input("Why?"),
    }  # fmt: skip


def _choice(place: Any, title: str, labels: Mapping[Any, str], otherwise: str = "Choose") -> Any:  # noqa: ANN401
    """A choice of which nothing is made beforehand."""
    return place.selectbox(title, list(labels), index=None, format_func=labels.__getitem__, placeholder=otherwise)


def _among(title: str, offered: Sequence[str], none: str) -> int | str | None:
    """The place of one of the readings, none of them, or one by hand; chosen beforehand only where none is offered."""
    named = {NONE: none, BY_HAND: "Another one, which I read myself"}
    options: list[Any] = [*range(len(offered)), NONE, BY_HAND]
    chosen: int | str | None = st.radio(
        title,
        options,
        index=None if offered else options.index(NONE),
        format_func=lambda one: panels.text_in_markdown(named.get(one) or offered[one]),
    )
    return chosen


def _number(numbers: Sequence[Offered], evidence: Evidence) -> dict[str, Any] | None:
    """One of the machine's readings, none, or one by hand with its reason; None while nobody has chosen."""
    chosen = _among(
        "The number that is claimed", [number_label(one, evidence) for one in numbers], "No number is claimed"
    )
    units = {unit.id: unit.many for unit in evidence.case.units}
    with st.expander("A number read by hand, or its unit where the words name none"):
        first, second, third = st.columns([2, 2, 3])
        operator = first.selectbox("It is", list(OPERATOR_WORDS), format_func=OPERATOR_WORDS.__getitem__)
        value = second.number_input("Number", min_value=0.0, value=None, format="%g")
        unit = _choice(third, "Of what", units)
        words = st.text_input("The words that give it, copied from the text")
        reason = st.text_input("Why do these words give it?")
    if chosen == BY_HAND:
        return {"operator": operator, "value": value, "unit": unit, "value_words": words, "value_reason": reason}
    if isinstance(chosen, int):
        fields = dict(numbers[chosen].fields)
        return fields if "unit" in fields else fields | {"unit": unit}
    return None if chosen is None else {}


def _date(dates: Sequence[Offered]) -> dict[str, Any] | None:
    """One of the readings of the words for a date, none, or one by hand; None while nobody has chosen."""
    chosen = _among("When it was", [date_label(one) for one in dates], "No date is given")
    with st.expander("A date read by hand"):
        first, second = st.columns([2, 3])
        date = first.text_input("Date", placeholder="2024-06-14, 2024-06, 2024")
        words = second.text_input("The words for it, copied from the text")
        reason = st.text_input("Why is it that date?", placeholder="Empty if those words say it")
    if chosen == BY_HAND:
        basis = "inferred" if reason.strip() else "stated"
        return {"date": date, "date_words": words, "date_basis": basis, "date_reason": reason}
    if isinstance(chosen, int):
        return dict(dates[chosen].fields)
    return None if chosen is None else {}


def _folded(evidence: Evidence) -> dict[str, Any]:
    with st.expander("More: who did it, from whom they have it, what is counted, a note"):
        left, right = st.columns(2)
        origins = {origin.origin_id: origin.name for origin in evidence.origin_by_id.values()}
        flags = {flag.id: flag.title for flag in evidence.case.flags}
        return {
            "actor": left.text_input("Who does it"),
            "target": right.text_input("To whom"),
            "origin": _choice(left, "They have it from", origins, "Not known"),
            "via": right.text_input("By what means"),
            "product": left.text_input("What is counted, in the text's words"),
            "covers": _choice(right, "The number counts for", COVERS_WORDS, "what its date says"),
            "flags": left.multiselect("Marks", list(flags), format_func=flags.__getitem__),
            "note": right.text_input("A note"),
        }


def _add(
    chosen: Chosen,
    given: Mapping[str, Any],
    number: Mapping[str, Any] | None,
    date: Mapping[str, Any] | None,
) -> None:
    missing = [words for key, words in NEEDED.items() if not str(given[key] or "").strip()]
    missing += ["which number is claimed, if any"] * (number is None) + ["when it was, if it says so"] * (date is None)
    missing += [
        words for one in (number, date) for key, words in HAND.items() if one and key in one and one[key] in (None, "")
    ]
    if missing:
        st.error(f"Say {'; '.join(missing)}. Then press the button again.", icon=":material/rule:")
        return
    fields = {key: value for key, value in {**given, **(number or {}), **(date or {})}.items() if value or value == 0}
    fields["assessed_on"] = local_day(datetime.now(tz=UTC))
    claim_id = in_draft(lambda copy: copy.add_claim(chosen.document, chosen.start, chosen.end, fields))
    if claim_id is None:
        return
    state.hold(ADDED, claim_id)
    forget()
    st.rerun()
