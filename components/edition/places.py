"""Where the links of the app lead within a file: to a page, a text, or the card of a claim, a fact or an event."""

import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import parse_qsl

from components.nodes.cited import MODELLED, modelled_record
from data.models.evidence import Evidence

FIRST = "overview"
NO_PLACE = re.compile(r"[^A-Za-z0-9._-]+")


CLAIM, FACT, EVENT, TEXT = "claim", "fact", "event", "document"
DOCUMENTS = "documents"


def place(kind: str, name: str) -> str:
    """The id of a place in the file: where a claim is lit, the row of a fact, an event, a text."""
    return f"{kind}-{NO_PLACE.sub('-', name)}"


class Places(NamedTuple):
    """What a file holds: its pages and parts of pages by their names, and the evidence that its links lead to."""

    named: frozenset[str]
    evidence: Evidence

    def of_link(self, given: Mapping[str, str]) -> str:
        """Where a link of the app leads: "#" and an id; empty if the file does not hold it."""
        address, _, fragment = given.get("href", "").partition("#")
        if fragment:
            return f"#{fragment}" if fragment in self.named else ""
        page, _, query = address.partition("?")
        asked = dict(parse_qsl(query)) if query else {}
        found = self.of_ids(asked.get("claim", ""), asked.get("record", ""), asked.get("event", ""))
        return found or self._of_page(page, asked)

    def of_ids(self, claim: str = "", record: str = "", event: str = "") -> str:
        """Where the words of a claim, a fact or an event stand; a script opens their card there."""
        if claim in self.evidence.claim_by_id:
            return f"#{place(CLAIM, claim)}"
        if record in self.evidence.record_by_id:
            return f"#{place(FACT, record)}"
        return f"#{place(EVENT, event)}" if event and place(EVENT, event) in self.named else ""

    def of_mark(self, behind: str) -> str:
        """Where a mark of a figure leads, by what a click on it hands over."""
        if behind == MODELLED:
            return self.of_ids(record=modelled_record(self.evidence) or "")
        for name in behind.split(","):
            kind, _, rest = name.strip().rpartition(":")
            found = (
                self._of_page(DOCUMENTS, {"document": rest}) if kind == "document" else self.of_ids(rest, rest, rest)
            )
            if found:
                return found
        return ""

    def _of_page(self, page: str, asked: Mapping[str, str]) -> str:
        if page == DOCUMENTS and "document" in asked:
            found = (one.id for one in self.evidence.documents if one.label == asked["document"])
            return next((f"#{place(TEXT, one)}" for one in found), "")
        name = page or FIRST
        return f"#{name}" if name in self.named and not {"of", "kind"} & asked.keys() else ""
