"""Who stands behind a statement or a whole text, from whom that one has it, and how reliable it is."""

from datetime import UTC, datetime
from typing import Any

import streamlit as st

from components.theme import RELIABILITY_WORDS
from components.widgets.intake.claim_form import choice
from components.widgets.intake.fields import in_rows
from components.widgets.intake.refusals import do, what_differs
from data.intake.working_copy import WorkingCopy
from data.models.evidence import Origin
from data.recording import local_day

KINDS = {
    "person": "A person", "body": "An office, a company, a state", "outlet": "A newspaper or broadcaster",
    "analyst": "An analyst or institute", "unnamed": "Somebody who is not named", "document": "A text as a whole",
}  # fmt: skip


def show_origin_form(copy: WorkingCopy, origin_id: str) -> None:
    """The form of an origin that stands, or of a new one where there is no id."""
    evidence = copy.evidence
    standing = evidence.origin_by_id.get(origin_id)
    texts = {one.id: f"{one.label}: {one.title}" for one in evidence.documents}
    names = {one.origin_id: one.name for one in evidence.origins} | {
        one: title for one, title in texts.items() if one not in evidence.origin_by_id
    }
    with st.form(f"origin {origin_id} {len(copy.steps)}", border=False):
        whole = None
        if standing is None:
            free = [one for one in texts if one not in evidence.origin_by_id]
            whole = st.selectbox(
                "For a text as a whole?", free, index=None, format_func=texts.__getitem__, placeholder="No, for others"
            )
        given = _fields(standing, names)
        wrong = st.container()
        asked = st.form_submit_button("Change it" if standing else "Add this origin", type="primary")
    if not asked:
        return
    given["basis"] = ("inferred" if given["reason"].strip() else "stated") if given["derived_from"] else None
    if given["reliability"] and (standing is None or what_differs(standing, {"reliability": given["reliability"]})):
        given["assessed_on"] = local_day(datetime.now(tz=UTC))
    with wrong:
        if not given["name"].strip() or not given["kind"]:
            st.error("Say what it is called, and what it is.", icon=":material/rule:")
        elif standing:
            fields = what_differs(standing, given)
            do(lambda copy: copy.change_origin(origin_id, fields), f"“{standing.name}” is changed.", fields)
        else:
            told = f"“{given['name'].strip()}” can be named now as who they have it from."
            do(lambda copy: copy.add_origin(given, whole or ""), told)


def _fields(standing: Origin | None, names: dict[str, str]) -> dict[str, Any]:
    place = in_rows()
    grades = list(RELIABILITY_WORDS)
    others = [one for one in names if standing is None or one != standing.origin_id]
    return {
        "name": next(place).text_input("What it is called", value=standing.name if standing else ""),
        "kind": choice(next(place), "What it is", KINDS, standing and standing.kind),
        "derived_from": next(place).multiselect(
            "It has it from", others, standing.derived_from if standing else (), format_func=names.__getitem__
        ),
        "reason": next(place).text_input(
            "Why is that taken to be so?", value=standing.reason if standing else "",
            placeholder="Empty if the text itself says so",
        ),
        "reliability": next(place).selectbox(
            "How reliable is it?", grades,
            index=grades.index(standing.reliability) if standing and standing.reliability else None,
            format_func=lambda grade: f"{grade}, {RELIABILITY_WORDS[grade]}", placeholder="Not assessed",
        ),
        "reliability_reason": next(place).text_input(
            "Why is it as reliable as that?", value=standing.reliability_reason if standing else ""
        ),
        "address": st.text_input("Where it is on the web", value=(standing.address or "") if standing else ""),
    }  # fmt: skip
