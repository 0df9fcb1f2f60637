"""Bringing a text in: paste or upload it, see what was made of it and what it resembles, and say where it is from."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import streamlit as st

from components import state
from components.letters import cut
from components.nodes.node import node
from components.sentences.counts import count
from components.sentences.intake.received import kinship_sentences, received_words
from components.theme import RELIABILITY_WORDS
from components.widgets import panels
from components.widgets.intake.fields import in_rows
from components.widgets.intake.newer import choose_older, keep_as_newer
from components.widgets.intake.refusals import in_draft
from components.widgets.intake.under_way import ANOTHER, PENDING
from components.widgets.mounted.markup import show
from data.intake.ids import free_label
from data.intake.received import PASTED, Received, receive
from data.intake.refusals import LONGEST_FILE, NotTaken
from data.intake.working_copy import WorkingCopy
from data.models.evidence import Evidence
from data.numbers.lexicon import OF_SCRIPT, SCRIPTS
from data.recording import local_day
from data.texts.typed import edtf_of

DOCUMENT = "document of the draft"
MOST_SHOWN = 20_000  # characters of a text that are shown before it is kept
MOST_LOOKED_AT = 5_000  # characters by which a language is guessed
LONGEST_TITLE = 90  # letters of a first line that may be a title; a longer one is a paragraph, of which this begins
HEIGHT = 380  # pixels
LANGUAGES = "Two letters, as web pages have them: en, fr, ko, ru, zh, ja, de, es, uk, ar."


def show_bring_in(evidence: Evidence) -> None:
    """The first step: a text by paste or upload; below it, once it is there, what was made of it."""
    received: Received | None = state.held(PENDING)
    if received is None:
        _show_door()
        return
    _show_received(received, evidence)


def _show_door() -> None:
    pasted, uploaded = st.tabs(["Paste a text", "Upload a file"])
    with pasted:
        text = st.text_area("The text, as it stands", key="pasted text", height=220, max_chars=LONGEST_FILE // 4)
        address = st.text_input(
            "Where it stands on the web, if anywhere", key="address of pasted", placeholder="https://…"
        )
        if st.button("Bring it in", key="bring in pasted", type="primary"):
            _bring_in(PASTED, text.encode(), address)
    with uploaded:
        file = st.file_uploader(
            "A text file, web page, PDF, Word document or mail (txt, html, pdf, docx, eml), up to 5 MB",
            key="uploaded file",
            max_upload_size=5,
        )
        address = st.text_input(
            "Where it stands on the web, if anywhere", key="address of file", placeholder="https://…"
        )
        if st.button("Bring it in", key="bring in file", type="primary", disabled=file is None) and file:
            _bring_in(file.name, file.getvalue(), address)
    st.caption(
        "Until it is saved, only whoever has the address of your draft can see the text. It is sent nowhere else."
    )


def _bring_in(name: str, content: bytes, address: str) -> None:
    try:
        with st.spinner("Reading the text"):
            state.hold(PENDING, receive(name, content, address.strip(), datetime.now(tz=UTC)))
    except NotTaken as fault:
        st.error(panels.text_in_markdown(str(fault)), icon=":material/error:")
    else:
        st.rerun()


def _show_received(received: Received, evidence: Evidence) -> None:
    for sentence in kinship_sentences(received, evidence):
        st.warning(panels.text_in_markdown(sentence), icon=":material/content_copy:")
    made, original = st.columns(2, gap="large")
    with made:
        st.subheader("The text", anchor=False)
        show(node("p", received_words(received), cls="quiet"), key="made of it")
        with st.container(height=HEIGHT, border=True):
            show(node("p", received.text[:MOST_SHOWN], cls="verbatim"), key="text brought in")
        rest = len(received.text) - MOST_SHOWN
        if rest > 0:
            st.caption(f"… and {count(rest, 'character')} more.")
    with original:
        st.subheader("Where it is from", anchor=False)
        if older := choose_older(evidence):
            _show_as_newer(received, older)
        else:
            _show_fields(received, evidence)


def _show_fields(received: Received, evidence: Evidence) -> None:
    with st.form("document", border=False):
        given = {**_names(received, evidence), **_dates(), **_grade()}
        wrong = st.container()  # above the button, where the eye is
        kept = st.form_submit_button("Keep this text", type="primary", icon=":material/check:")
    st.button("Do not keep it", key="leave text", on_click=state.taken, args=(PENDING,), type="tertiary")
    if kept:
        with wrong:
            _keep(received, given)


def _show_as_newer(received: Received, older: str) -> None:
    """The older version has said where it is from; its claims that stand as they stood come along."""
    st.write("Claims whose words, numbers and dates stand as they stood are taken over. The others are listed.")
    if st.button("Keep it as a newer version", key="keep newer", type="primary", icon=":material/update:"):
        _work_on(keep_as_newer(received, older))
    st.button("Do not keep it", key="leave newer", on_click=state.taken, args=(PENDING,), type="tertiary")


def _work_on(document_id: str | None) -> None:
    if document_id is None:  # refused, with the reason
        return
    for name in (PENDING, ANOTHER):
        state.taken(name)
    state.hold(DOCUMENT, document_id)
    st.rerun()


def _names(received: Received, evidence: Evidence) -> dict[str, Any]:
    place = in_rows(1, 3)
    label = free_label({document.label for document in evidence.documents})
    return {
        "label": next(place).text_input("Label", value=label, max_chars=4, help="A letter by which claims are named."),
        "title": next(place).text_input("Title", value=_first_line(received.text)),
        "language": next(place).text_input("Language", value=language_of(received.text), help=LANGUAGES),
        "publisher": next(place).text_input("Who published it, if known"),
    }


def _dates() -> dict[str, Any]:
    left, right = st.columns([2, 3])
    published = left.text_input("Published", placeholder="14 February 2025", help="A day, a month or a year.")
    reason = right.text_input("How is that day known?", placeholder="Empty if the text itself says so")
    if not published.strip():
        return {}
    basis = "inferred" if reason.strip() else "stated"
    return {"published": edtf_of(published), "published_basis": basis, "published_reason": reason}


def _grade() -> dict[str, Any]:
    left, right = st.columns([2, 3])
    return {
        "reliability": left.selectbox(
            "How reliable is the source?", list(RELIABILITY_WORDS), index=None, placeholder="Choose",
            format_func=lambda grade: f"{grade}, {RELIABILITY_WORDS[grade]}",
        ),
        "reliability_reason": right.text_input("Why?", key="reason of reliability", placeholder="Needed too"),
    }  # fmt: skip


def _keep(received: Received, given: Mapping[str, Any]) -> None:
    """Make the text a document of the draft; the first one begins it."""
    if not given["reliability"] or not given["reliability_reason"].strip():
        st.error("Say how reliable the source is, and why: no number counts without it.", icon=":material/rule:")
        return
    fields = {key: value for key, value in given.items() if value} | {"assessed_on": local_day(datetime.now(tz=UTC))}

    def step(copy: WorkingCopy) -> str:
        document_id = copy.free_document_id(given["title"])
        copy.add_document(received, document_id, fields)
        return document_id

    _work_on(in_draft(step))


def language_of(text: str) -> str:
    """A guess at the language of a text, by the script that most of its letters are in; a person looks at it."""
    beginning = text[:MOST_LOOKED_AT]
    counted = {script: len(letters.findall(beginning)) for script, letters in SCRIPTS.items()}
    most = max(counted, key=counted.__getitem__)
    if 2 * counted[most] <= sum(map(str.isalpha, beginning)):
        return "en"
    return OF_SCRIPT["Kana" if most == "Han" and counted["Kana"] else most][0]


def _first_line(text: str) -> str:
    return next((cut(line.strip(), LONGEST_TITLE) for line in text.splitlines() if line.strip()), "")
