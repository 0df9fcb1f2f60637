"""A newer version of a text that is here: which claims stand in it as they stood, and what has become of the others."""

from collections.abc import Sequence

import streamlit as st

from components import state
from components.nodes.node import node
from components.sentences.counts import count
from components.widgets.intake import words
from components.widgets.intake.mending import mend
from components.widgets.intake.refusals import in_draft
from components.widgets.mounted.markup import show
from data.intake.newer_text import NewerText, StillNamed, add_newer_version, still_named
from data.intake.reanchor import Moved
from data.intake.received import Received
from data.models.evidence import Document, Evidence

MADE = "newer version just made"
VERDICTS = {
    "other marks": "the same words with other marks",
    "changed": "changed",
    "gone": "gone",
    "same place": "at the same place",
    "moved": "at another place",
}


def choose_older(evidence: Evidence) -> str | None:
    """Of which text here this is a newer version; None for a text of its own."""
    newest = set(evidence.newest_of.values())
    labels = {one.id: f"{one.label}: {one.title}" for one in evidence.documents if one.id in newest}
    if not labels:
        return None
    older: str | None = st.selectbox(
        "Is it a newer version of a text that is here?", list(labels), index=None, format_func=labels.__getitem__,
        placeholder="No, it is a text of its own", key="older version",
    )  # fmt: skip
    return older


def keep_as_newer(received: Received, older: str) -> str | None:
    """Bring it in as a newer version, with the claims that stand as they stood; its id, None if it was refused."""
    made = in_draft(lambda copy: add_newer_version(copy, received, older))
    state.hold(MADE, made)
    return made.document.id if made else None


def show_newer(document: Document, evidence: Evidence) -> None:
    """What became of each claim, while its newer version is worked on: nothing that changed is taken over unasked."""
    made: NewerText | None = state.held(MADE)
    if made is None or made.document.id != document.id or not evidence.claim_by_id.keys() >= set(made.ids.values()):
        return  # another text, or the step was taken back
    left = [one for one in made.moved if not one.unasked]
    st.info(f"{len(made.ids)} of {len(made.moved)} claims stand as they stood, and were taken over.")
    if left:
        with st.expander(f"{count(len(left), 'claim')} not taken over: look at each", expanded=True):
            for one in left:
                _show_left(one, document)
    _show_named(still_named(made, evidence))


def _show_left(one: Moved, document: Document) -> None:
    differs = f" ({', '.join(one.differs)})" if one.differs else ""
    text, way = st.columns([3, 1], vertical_alignment="center")
    text.text(f"{one.claim.id}, {VERDICTS[one.verdict]}{differs}: {one.claim.quote}")
    if one.anchor:
        place = (document, one.anchor.start, one.anchor.end)
        way.button("Mark it", key=f"mark {one.claim.id}", on_click=words.choose, args=place, width="stretch")


def _show_named(named: Sequence[StillNamed]) -> None:
    """What goes on naming claims of the older text; nothing is renamed by itself."""
    if not named:
        return
    losing = sum(bool(one.lost) for one in named)
    title = f"What still rests on the older text: {len(named)}, of which {losing} lose a claim"
    with st.expander(title, expanded=bool(losing), icon=":material/edit_note:"):
        for place, one in enumerate(named):
            text, way = st.columns([3, 1], vertical_alignment="center")
            lost = f" (loses {', '.join(one.lost)})" if one.lost else ""
            with text:
                sentences = [node("div", sentence, cls="quiet") for sentence in one.to_do]
                show(node("p", node("strong", f"{one.where}{lost}"), *sentences), key=f"named {place}")
            if one.opens[0]:
                way.button("Mend it", key=f"rename {place}", on_click=mend, args=(one.opens,), width="stretch")
            else:
                way.caption(f"In {one.file}")
