"""The panel beside every page: the words of the claim, cited fact or event in the address, and where else it stands.

It is one place for all of them, and the only one: a chip, a number or a mark writes an id into the address, and this
shows it. On the page of the documents a claim is open in its text instead.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from components import state
from components.nodes.beside import cited_source, elsewhere
from components.nodes.cited import MODELLED, cited_card, modelled_record
from components.nodes.claims import DOCUMENTS_PAGE, card
from components.nodes.events import event_card
from components.nodes.node import Node
from components.theme import shortened
from components.widgets.cards.order import around_claim, around_record, events_shown
from components.widgets.mounted.component import Component
from components.widgets.mounted.markup import show
from data.frames.elsewhere import Elsewhere, elsewhere_of_claim, elsewhere_of_record
from data.models.evidence import Claim, Evidence
from data.models.links import LOCAL, Links
from data.models.record import Record

BAR = """<div class="panel-bar"><button type="button" class="before">‹ Previous</button><button type="button"
class="after">Next ›</button><span class="place" aria-live="polite"></span><button type="button"
class="close">Close ✕</button></div>"""
_COMPONENT = Component("panel", BAR, styled=True, isolated=False)


class Opened(NamedTuple):
    """What is open: its parameter and id, what it is called, its cards, and the ids that stand around it in order."""

    name: str
    id: str
    title: str
    cards: list[Node]
    order: Sequence[str]
    among: str


def show_panel(page: str, evidence: Evidence) -> None:
    """The panel, empty and unseen while the address names nothing that is open beside this page."""
    opened = _opened(page, evidence)
    with st.container(key="panel"):
        _COMPONENT(data=_bar(opened, evidence), key="panel bar")
        if opened:
            show(*(one for each in opened for one in each.cards), key="panel words")


def _opened(page: str, evidence: Evidence) -> list[Opened]:
    claim = evidence.claim_by_id.get(state.parameter("claim") or "")
    record = evidence.record_by_id.get(state.parameter("record") or "")
    found = [_claim(page, claim, evidence)] if claim and page != DOCUMENTS_PAGE else []
    found += [_record(page, record, evidence)] if record else []
    return found or (_event(evidence) if page == "timeline" and state.parameter("event") else [])


def _bar(opened: Sequence[Opened], evidence: Evidence) -> Mapping[str, Any]:
    """What the browser needs besides the words: the way to those before and after, and the marks that are to be lit."""
    lit = [value for name in state.OPENED if (value := state.parameter(name))]
    lit += [f"record:{one}" for one in lit]
    lit += [MODELLED] if f"record:{modelled_record(evidence)}" in lit else []
    if not opened:
        return {"opened": "", "title": "", "place": "", "before": {}, "after": {}, "lit": lit, "mode": state.mode()}
    first = opened[0]
    order = list(first.order)
    at = order.index(first.id) if first.id in order else -1
    before = {first.name: order[at - 1]} if at > 0 else {}
    after = {first.name: order[at + 1]} if 0 <= at < len(order) - 1 else {}
    return {
        "opened": " ".join(f"{one.name}:{one.id}" for one in opened),
        "title": ", ".join(one.title for one in opened),
        "place": f"{at + 1} of {len(order)} {first.among}" if at >= 0 else "",
        "before": before,
        "after": after,
        "lit": lit,
        "mode": state.mode(),
    }


def _claim(page: str, claim: Claim, evidence: Evidence) -> Opened:
    cards = _with_source(card(claim, evidence), claim, elsewhere_of_claim(claim, evidence), evidence)
    return Opened("claim", claim.id, f"Claim {claim.id}", cards, *around_claim(page, claim, evidence))


def _record(page: str, record: Record, evidence: Evidence) -> Opened:
    cards = _with_source(cited_card(record, evidence), record, elsewhere_of_record(record, evidence), evidence)
    title = f"Cited fact {record.record_id}"
    return Opened("record", record.record_id, title, cards, *around_record(page, record, evidence))


def _event(evidence: Evidence) -> list[Opened]:
    events, wanted = state.frames().events, state.parameter("event")
    row = next((event for _, event in events[events["event_id"] == wanted].iterrows()), None)
    if row is None:
        return []
    cards = _of_event(row, evidence)
    return [
        Opened(
            "event",
            str(wanted),
            f"Event: {shortened(row['title'], 80)}",
            cards,
            list(events_shown(evidence)["event_id"]),
            "events",
        )
    ]


def _of_event(event: pd.Series, evidence: Evidence) -> list[Node]:
    """An event, and of one that is cited its source; the claims behind another are opened one by one."""
    if not event["cited"]:
        return [event_card(event, evidence)]
    record = evidence.record_by_id[event["event_id"]]
    return _with_source(event_card(event, evidence), record, elsewhere_of_record(record, evidence), evidence)


def _with_source(words: Node, opened: Claim | Record, groups: Sequence[Elsewhere], evidence: Evidence) -> list[Node]:
    """The words of a claim or fact, how its source is cited above them, and below them where else the fact stands."""
    links = Links(state.base_address() or LOCAL, evidence.fingerprint)
    today = state.today()
    return [cited_source(opened, links, today, evidence), words, *elsewhere(groups, evidence)]
