"""What the chosen words claim: first what every claim needs, the rest folded; what a machine counts is never asked."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components import state
from components.sentences.claim import number_of_claim
from components.sentences.intake.offered import (
    COVERS_WORDS,
    KIND_WORDS,
    MODALITY_WORDS,
    SINGLE_OPERATORS,
    date_label,
    number_label,
    same_sentence,
)
from components.theme import CREDIBILITY_WORDS
from components.widgets import panels
from components.widgets.intake.fields import in_rows
from components.widgets.intake.refusals import do, in_draft, what_differs
from components.widgets.intake.words import Chosen, forget
from data.intake.readings import Offered, dates_offered, numbers_offered, same_elsewhere
from data.intake.working_copy import WorkingCopy
from data.models.dates import in_words
from data.models.entry import NUMBER_KEYS
from data.models.evidence import Claim, Document, Evidence
from data.recording import local_day
from data.texts.plain import names_listed
from data.texts.typed import edtf_of

NONE, BY_HAND, KEPT = "none", "by hand", "kept"
KEEP: dict[str, Any] = {"kept": True}  # what a claim has already
NUMBER = (*NUMBER_KEYS, "value_words", "value_reason", "per")
OF_A_NUMBER = ("covers", "suppliers", "change")  # and nothing without one
DATE = ("date_words", "date_text_only", "date", "date_basis", "date_reason")
CHOOSE = "Choose"
OWN_VOICE, SPOKEN_BY_ITSELF = "document voice", "The text itself (document voice)"
ADDED = "claim just added"
WHOSE = "Names parted by commas; “all” for all of them together. A number that was notified needs it."
NEEDED = {
    "topic": "what it is about", "speaker": "who says so", "modality": "how it is said",
    "credibility": "how credible it is", "credibility_reason": "why it is as credible as that",
}  # fmt: skip
HAND = {
    "value": "the number", "unit": "of what the number is", "value_words": "the words that give the number",
    "value_reason": "why these words give the number", "date": "the date", "date_words": "the words for the date",
}  # fmt: skip


def show_claim_form(chosen: Chosen, document: Document, copy: WorkingCopy, standing: Claim | None = None) -> None:
    """The form of a claim on the chosen words; a claim that would bring a problem is refused with what is wrong.

    With a `standing` claim the form has what it says, and changes it.
    """
    evidence = copy.evidence
    numbers = numbers_offered(document, chosen.start, chosen.end, evidence.case.units)
    dates = dates_offered(document, chosen.start, chosen.end)
    quote = document.text[chosen.start : chosen.end]
    told = "" if standing else same_sentence(same_elsewhere(evidence, numbers, quote))
    if told:
        panels.sentence(told, evidence, "stands already", cls="in-force")
    with st.form(f"claim {len(copy.steps)} {chosen.start} {chosen.end} {standing is None}", border=False):
        given = _needed(document, evidence, standing)
        number, date = _number(numbers, evidence, standing), _date(dates, standing)
        given |= _folded(document, evidence, standing)
        wrong = st.container()  # above the button, where the eye is
        label, icon = ("Change this claim", "edit") if standing else ("Add this claim", "add")
        asked = st.form_submit_button(label, type="primary", icon=f":material/{icon}:")
    if asked:
        with wrong:
            _settle(chosen, given, number, date, standing)


def _needed(document: Document, evidence: Evidence, standing: Claim | None) -> dict[str, Any]:
    speakers = sorted({OWN_VOICE, *(claim.speaker for claim in evidence.claims_of(document.id))})
    topics = {topic.id: topic.title for topic in evidence.case.topics}
    grades = {grade: f"{grade}, {words}" for grade, words in CREDIBILITY_WORDS.items()}
    place = in_rows()
    return {
        "topic": choice(next(place), "What is it about?", topics, standing and standing.topic),
        "kind": choice(next(place), "What sort of statement?", KIND_WORDS, standing.kind if standing else "fact"),
        "speaker": st.selectbox(
            "Who says so?", speakers, index=speakers.index(standing.speaker) if standing else None,
            format_func=lambda one: SPOKEN_BY_ITSELF if one == OWN_VOICE else one,
            accept_new_options=True, placeholder="Type a name as it stands in the text, or choose",
        ),
        "modality": choice(st.container(), "How is it said?", MODALITY_WORDS, standing and standing.modality),
        "credibility": choice(next(place), "How credible?", grades, standing and standing.credibility),
        "credibility_reason": next(place).text_input("Why?", value=standing.credibility_reason if standing else ""),
    }  # fmt: skip


def choice(
    place: DeltaGenerator, title: str, labels: Mapping[Any, str], chosen: object = None, otherwise: str = CHOOSE
) -> Any:  # noqa: ANN401 - a key of labels
    """A choice of which nothing is made beforehand, or what stands already, which may go where none is needed."""
    if chosen not in labels:
        return place.selectbox(title, list(labels), index=None, format_func=labels.__getitem__, placeholder=otherwise)
    named = dict(labels) if otherwise == CHOOSE else {None: f"Nothing: {otherwise}", **labels}
    return place.selectbox(title, list(named), index=list(named).index(chosen), format_func=named.__getitem__)


def claims_named(claims: Iterable[Claim]) -> dict[str, str]:
    """Ids of claims with the beginning of their words, to choose among."""
    return {one.id: f"{one.id}: {' '.join(one.quote.split())[:60]}" for one in claims}


def _among(title: str, offered: Sequence[str], none: str, standing: str) -> int | str | None:
    """The place of one of the readings, none of them, or one by hand; chosen beforehand only where none is offered.

    `standing` is what a claim has already, which is kept unless another is chosen.
    """
    named = {NONE: none, BY_HAND: "Another one, which I read myself", KEPT: f"As it stands: {standing}"}
    options: list[Any] = [*range(len(offered)), NONE, BY_HAND, *([KEPT] if standing else [])]
    chosen: int | str | None = st.radio(
        title,
        options,
        index=options.index(KEPT) if standing else None if offered else options.index(NONE),
        format_func=lambda one: panels.text_in_markdown(named.get(one) or offered[one]),
    )
    return chosen


def _number(numbers: Sequence[Offered], evidence: Evidence, standing: Claim | None) -> dict[str, Any] | None:
    """One of the machine's readings, none, or one by hand with its reason; None while nobody has chosen."""
    labels = [number_label(one, evidence) for one in numbers]
    now = number_of_claim(standing, evidence) if standing else ""
    chosen = _among("The number that is claimed", labels, "No number is claimed", now)
    units = {unit.id: unit.many for unit in evidence.case.units}
    with st.expander("A number read by hand, or its unit where the words name none"):
        first, second, third = st.columns([2, 2, 3])
        operator = first.selectbox("It is", list(SINGLE_OPERATORS), format_func=SINGLE_OPERATORS.__getitem__)
        value = second.number_input("Number", min_value=0.0, value=None, format="%g")
        unit = choice(third, "Of what", units)
        words = st.text_input("The words that give it, copied from the text")
        reason = st.text_input("Why do these words give it?")
    if chosen == BY_HAND:
        return {"operator": operator, "value": value, "unit": unit, "value_words": words, "value_reason": reason}
    if isinstance(chosen, int):
        fields = dict(numbers[chosen].fields)
        return fields if "unit" in fields else fields | {"unit": unit}
    return None if chosen is None else KEEP if chosen == KEPT else {}


def _date(dates: Sequence[Offered], standing: Claim | None) -> dict[str, Any] | None:
    """One of the readings of the words for a date, none, or one by hand; None while nobody has chosen."""
    now = in_words(standing.date) if standing and standing.date else ""
    chosen = _among("When it was", [date_label(one) for one in dates], "No date is given", now)
    with st.expander("A date read by hand"):
        first, second = st.columns([2, 3], vertical_alignment="bottom")
        date = edtf_of(first.text_input("Date", placeholder="14 June 2024"))
        words = second.text_input("The words for it, copied from the text")
        reason = st.text_input("Why is it that date?", placeholder="Empty if those words say it")
    if chosen == BY_HAND:
        basis = "inferred" if reason.strip() else "stated"
        return {"date": date, "date_words": words, "date_basis": basis, "date_reason": reason}
    if isinstance(chosen, int):
        return dict(dates[chosen].fields)
    return None if chosen is None else KEEP if chosen == KEPT else {}


def _folded(document: Document, evidence: Evidence, standing: Claim | None) -> dict[str, Any]:
    def now(key: str) -> Any:  # noqa: ANN401 - of any key
        return getattr(standing, key) if standing else None

    deliveries = panels.text_in_markdown(evidence.case.subject.deliveries)
    others = claims_named(one for one in evidence.claims if one.document != document.id)
    with st.expander("More: who did it, from whom they have it, what is counted, what confirms it, a note"):
        place = in_rows()
        origins = {origin.origin_id: origin.name for origin in evidence.origin_by_id.values()}
        flags = {flag.id: flag.title for flag in evidence.case.flags}
        return {
            "actor": next(place).text_input("Who does it", value=now("actor") or ""),
            "target": next(place).text_input("To whom", value=now("target") or ""),
            "origin": choice(next(place), "They have it from", origins, now("origin"), "Not known"),
            "via": next(place).text_input("By what means", value=now("via") or ""),
            "product": next(place).text_input("What is counted, in the text's words", value=now("product") or ""),
            "product_reason": next(place).text_input(
                "Why that is what is counted, if the text does not say it", value=now("product_reason") or ""
            ),
            "suppliers": names_listed(next(place).text_input(
                f"Whose {deliveries} the number counts", value=", ".join(now("suppliers") or ()), help=WHOSE
            )),
            "covers": choice(next(place), "The number counts for", COVERS_WORDS, now("covers"), "what its date says"),
            "corroborated_by": next(place).multiselect(
                "Claims of other texts that say the same", list(others), now("corroborated_by") or (),
                format_func=others.__getitem__,
            ),
            "modality_reason": next(place).text_input(
                "Why it is firmer than its words of doubt, if it is", value=now("modality_reason") or ""
            ),
            "flags": next(place).multiselect("Marks", list(flags), now("flags") or (), format_func=flags.__getitem__),
            "note": next(place).text_input("A note", value=now("note") or ""),
        }  # fmt: skip


def _settle(
    chosen: Chosen,
    given: Mapping[str, Any],
    number: Mapping[str, Any] | None,
    date: Mapping[str, Any] | None,
    standing: Claim | None,
) -> None:
    """Add the claim, or change the one that stands; what is missing is named."""
    missing = [words for key, words in NEEDED.items() if not str(given[key] or "").strip()]
    missing += ["which number is claimed, if any"] * (number is None) + ["when it was, if it says so"] * (date is None)
    missing += [
        words for one in (number, date) for key, words in HAND.items() if one and key in one and one[key] in (None, "")
    ]
    if missing:
        st.error(f"Say {'; '.join(missing)}. Then press the button again.", icon=":material/rule:")
    elif standing:
        _change(standing, given, number, date)
    else:
        _add(chosen, {**given, **(number or {}), **(date or {})})


def _add(chosen: Chosen, given: Mapping[str, Any]) -> None:
    fields = {key: value for key, value in given.items() if value or value == 0}
    fields["assessed_on"] = local_day(datetime.now(tz=UTC))
    claim_id = in_draft(lambda copy: copy.add_claim(chosen.document, chosen.start, chosen.end, fields))
    if claim_id is None:
        return
    state.hold(ADDED, claim_id)
    forget()
    st.rerun()


def _change(
    claim: Claim, given: Mapping[str, Any], number: Mapping[str, Any] | None, date: Mapping[str, Any] | None
) -> None:
    """Give a claim what differs; of another number or date all keys, so that none of the old one stays."""
    wanted = dict(given)
    if number is not KEEP:
        wanted |= {**dict.fromkeys(NUMBER if number else (*NUMBER, *OF_A_NUMBER)), **(number or {})}
    if date is not KEEP:
        wanted |= {**dict.fromkeys(DATE), **(date or {})}
    fields = what_differs(claim, wanted)
    if {"credibility", "credibility_reason"} & fields.keys():
        fields["assessed_on"] = local_day(datetime.now(tz=UTC))
    do(lambda copy: copy.change_claim(claim.id, fields), f"Claim {claim.id} says now what you wrote.", fields)
