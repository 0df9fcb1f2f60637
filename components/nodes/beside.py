"""What stands beside a card: where else the same fact stands, and how to cite its source."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from components.nodes.claims import DOCUMENTS_PAGE, RECORD_PAGE, chip, cited_chip
from components.nodes.node import Node, copier, node
from components.sentences.records.record_words import statement_of
from components.theme import shortened
from data.frames.elsewhere import Elsewhere
from data.models.evidence import Claim, Evidence
from data.models.links import Links
from data.models.record import Record

if TYPE_CHECKING:  # only what is cited needs it
    from components.sentences.sourced import Source

MOST_ELSEWHERE = 4  # of a group; the rest is folded
LONGEST_WORDS = 110


def elsewhere(groups: Sequence[Elsewhere], evidence: Evidence) -> list[Node]:
    """Where the same fact stands in other texts and in the record, by why it is taken for the same."""
    parts: list[Node] = [node("h2", "The same fact elsewhere")]
    for group in groups:
        lines = [_of_claim(one, evidence) for one in group.claims] + [
            _of_record(one, evidence) for one in group.records
        ]
        parts.append(node("h3", group.why))
        parts.append(node("ul", *lines[:MOST_ELSEWHERE], cls="rows"))
        if rest := lines[MOST_ELSEWHERE:]:
            parts.append(node("details", node("summary", f"{len(rest)} more"), node("ul", *rest, cls="rows")))
    if not groups:
        parts.append(node("p", "Nothing in this dataset says the same or answers the same question.", cls="quiet"))
    return [node("section", *parts, cls="elsewhere", aria_label="The same fact elsewhere")]


def _of_claim(claim_id: str, evidence: Evidence) -> Node:
    claim = evidence.claim_by_id[claim_id]
    label = evidence.document_by_id[claim.document].label
    said = node("small", f" Document {label}, {claim.speaker}")
    return node("li", chip(claim_id, evidence), f" “{shortened(claim.quote, LONGEST_WORDS)}”", said)


def _of_record(record_id: str, evidence: Evidence) -> Node:
    record = evidence.record_by_id[record_id]
    told = shortened(statement_of(record, evidence), LONGEST_WORDS)
    return node("li", cited_chip(record_id, evidence), f" {told}", node("small", f" {record.said_by}"))


def cited_source(opened: Claim | Record, links: Links, today: date, evidence: Evidence) -> Node:
    """How to cite the source itself, folded; the view that `links` leads to only as where it was looked up."""
    from components.sentences.citation import citation  # a page on which nothing is open does without

    source, page, title, query = _source(opened, evidence)
    told = citation(evidence, title, links.to(page, **{query: source.id}), today, source)
    parts = [
        node("summary", "Cite this source"),
        node("p", told.plain, cls="cite", id=f"cite-{source.id}"),
        node("p", copier(f"cite-{source.id}", "Copy the citation")),
    ]
    for name, text in (("Footnote", told.footnote), ("BibTeX", told.bibtex)):
        anchor = f"{name.lower()}-{source.id}"
        words = node("p", text, cls="cite", id=anchor)
        parts.append(node("details", node("summary", name), words, node("p", copier(anchor, f"Copy the {name}"))))
    return node("section", node("details", *parts), cls="citing", aria_label="Cite this source")


def source_in_words(opened: Claim | Record, cited: "Callable[[Source, str], str]", evidence: Evidence) -> Node:
    """How to cite the source in one sentence, which `cited` gives for it and the title of its page, folded."""
    source, _, title, _ = _source(opened, evidence)
    words = node("p", cited(source, title), cls="cite", id=f"cite-{source.id}")
    return node(
        "details", node("summary", "Cite this source"), words, copier(f"cite-{source.id}", "Copy"), cls="citing"
    )


def _source(opened: Claim | Record, evidence: Evidence) -> "tuple[Source, str, str, str]":
    """The source of a claim or fact, the page it stands on and its title, and the parameter that opens it there."""
    from components.sentences.sourced import source_of_claim, source_of_record

    if isinstance(opened, Claim):
        return source_of_claim(opened, evidence), DOCUMENTS_PAGE, "Documents", "claim"
    return source_of_record(opened, evidence), RECORD_PAGE, "Public record", "record"
