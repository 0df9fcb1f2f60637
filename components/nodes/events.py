"""An event on the page: the claims behind it, or the cited fact."""

import pandas as pd

from components.nodes.cited import cited_card
from components.nodes.claims import card
from components.nodes.node import Node, node
from components.sentences.timeline import event_title
from components.theme import NOTE
from data.models.dates import in_words
from data.models.evidence import Evidence


def event_card(event: pd.Series, evidence: Evidence) -> Node:
    """The claims behind one event, those that support it and those that contradict it; of a cited one its card.

    `event` is a row of timeline_frame or record_events_frame.
    """
    if event["cited"]:
        return node("div", cited_card(evidence.record_by_id[event["event_id"]], evidence), id="opened-event")
    date = f"{in_words(event['date'])} ({event['date_basis']}"
    date += f": {event['date_reason']})" if event["date_reason"] else ")"
    parts = [
        node("h2", event_title(event)),
        node("p", f"{event['type']}, {event['modality']}. {date}", cls="quiet"),
    ]
    if event["note"].strip():
        parts.append(node("p", f"{NOTE}: {event['note']}"))
    for title, claim_ids in (("Supported by", event["supports"]), ("Contradicted by", event["contradicts"])):
        if claim_ids:
            parts.append(node("h3", title))
            parts += [card(evidence.claim_by_id[claim_id], evidence, one_of_several=True) for claim_id in claim_ids]
    return node("div", *parts, id="opened-event")
