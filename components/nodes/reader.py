"""A document as it stands, its claims lit in it, and where it comes from."""

from collections.abc import Sequence
from typing import NamedTuple

from components.letters import direction
from components.nodes.claims import DOCUMENTS_PAGE, card, lane_class, lane_of, lane_sign, newer_version
from components.nodes.node import Node, described, link_outside, link_within, node, rows_or_none
from components.sentences.counts import count
from components.theme import LANE_SIGNS, NOTE, READ_BY_CURATOR, RELIABILITY_WORDS, day
from data.frames.graded import judged
from data.models.dates import in_words
from data.models.evidence import Claim, Document, Evidence
from data.proof.read_by import read_by
from data.texts.quotes import Span, paragraphs_of, segments

FOUND = "found-paragraph"


def lit_document(
    document: Document, opened: Claim | None, evidence: Evidence, found: int = 0
) -> tuple[list[Node], str]:
    """The text with each claim lit, and the id of what is to be in view: the opened claim, its card below it.

    Without one, the paragraph of the number that somebody has found, from 1, is marked.
    """
    claims = evidence.claims_of(document.id)
    light = _Light(
        {claim.id: claim for claim in claims},
        {claim.id: Span(claim.start, claim.end) for claim in claims},
        {claim.start: claim.id for claim in claims},
        opened,
        evidence,
    )
    paragraphs = []
    for number, paragraph in enumerate(paragraphs_of(document.text), start=1):
        runs = direction(document.text[paragraph.start : paragraph.end])
        mark = {"cls": "found", "id": FOUND} if number == found and not opened else {}
        paragraphs.append(node("p", *_lit(paragraph, document.text, light), dir=runs, **mark))
        # Where the claim ends, so that the reader has words and grades in view together.
        if opened and paragraph.start < opened.end <= paragraph.end:
            paragraphs.append(card(opened, evidence, within_text=True))
    body = node("div", *paragraphs, cls="document", lang=document.language)
    focus = f"claim-{opened.id}" if opened else FOUND if found else ""
    return [_legend(claims, evidence), body], focus


def provenance(document: Document, evidence: Evidence) -> Node:
    """Hash, dates with their basis, grade with its reason."""
    many = len(evidence.claims_of(document.id))
    claims = f"{count(many, 'claim')}, each quote verified" if many else "no claim is taken from it yet"
    claims_read = (claim for claim in evidence.claims_of(document.id) if claim.value_reason)
    read = [claim for claim in claims_read if read_by((claim,)) == "curator"]
    numbers = f"; {count(len(read), 'number')} {READ_BY_CURATOR}" if read else ""
    proof = f"✓ SHA-256 {document.sha256} matches; {claims}{numbers}"
    entries: list[tuple[str, list[Node | str]]] = [
        ("Text", [f"{len(document.text):,} characters. {proof}"]),
        ("File", [_file(document)]),
        ("Published", [_date(document.published, document.published_basis, document.published_reason)]),
        ("Written", [_date(document.written, document.written_basis, document.written_reason)]),
        (
            "Reliability",
            [f"{document.reliability}, {RELIABILITY_WORDS[document.reliability]}: {document.reliability_reason}"],
        ),
        ("Judged on", [judged(document, evidence)]),
    ]
    older = evidence.document_by_id.get(document.supersedes or "")
    versions: list[Node | str] = list(newer_version(document, evidence))
    if older:
        link = link_within(DOCUMENTS_PAGE, f"document {older.label}: {older.title}", document=older.label)
        versions += ["A newer version of ", link]
    if document.publisher:
        entries.insert(2, ("Publisher", [f"{document.publisher} (from outside the text)"]))
    if document.address:
        entries.insert(3, ("Link", ["cited: ", link_outside(document.address, document.address)]))
    if versions:
        entries.insert(0, ("Version", versions))
    if document.note:
        entries.append((NOTE, [document.note]))
    title = f"Where document {document.label} comes from"
    return node("section", node("h2", title), node("dl", *described(entries)), cls="card", aria_label=title)


def _file(document: Document) -> str:
    """The name of the file as received, when it came in, and what made the text of it."""
    received = f", received {day(document.received)}" if document.received else ""
    made = f"; text made by {document.extractor}" if document.extractor else ""
    return f"{document.original_name}{received}{made}"


def sources(evidence: Evidence) -> Node:
    """Each document in one line: what it is called, how it is graded, and the way to it."""
    items = []
    for document in evidence.documents:
        link = link_within(DOCUMENTS_PAGE, f"Document {document.label}: {document.title}", document=document.label)
        dated = f"published {document.published}" if document.published else "undated"
        grade = f"{document.reliability}, {RELIABILITY_WORDS[document.reliability]}"
        claims = count(len(evidence.claims_of(document.id)), "claim")
        items.append(node("li", link, node("div", f"{dated}; reliability {grade}; {claims}", cls="quiet")))
    return rows_or_none(items, "There is no document yet.")


class _Light(NamedTuple):
    """What is lit in a text: claims by id, their places, which of them gives its name to the words at a place."""

    claims: dict[str, Claim]
    spans: dict[str, Span]
    named_at: dict[int, str]
    opened: Claim | None
    evidence: Evidence


def _lit(paragraph: Span, text: str, light: _Light) -> list[Node | str]:
    claims, spans, _, opened, evidence = light
    parts: list[Node | str] = []
    for span, claim_ids in segments(paragraph, spans):
        words = text[span.start : span.end]
        if not claim_ids:
            parts.append(words)
            continue
        ending = [claim_id for claim_id in claim_ids if spans[claim_id].end == span.end]
        # Where claims overlap, the opened one gives the stretch its colour.
        leading = opened if opened and opened.id in claim_ids else claims[claim_ids[-1]]
        lit = " lit" if opened and opened.id in claim_ids else ""
        first = spans[leading.id].start == span.start
        tags = [_tag(claims[claim_id], light) for claim_id in ending]
        anchor = f"claim-{leading.id}" if first else ""
        parts.append(node("mark", words, *tags, cls=lane_class(leading, evidence) + lit, id=anchor))
    return parts


def _tag(claim: Claim, light: _Light) -> Node:
    """The tag behind the words of a claim; where another claim begins at the same letter it is this one's place."""
    evidence = light.evidence
    topic = evidence.case.topic_by_id.get(claim.topic)
    describe = f"Claim {claim.id}, {topic.title if topic else claim.topic}: open its card"
    link = link_within(DOCUMENTS_PAGE, f"{lane_sign(claim, evidence)} {claim.id}", "tag", describe, claim=claim.id)
    if light.named_at[claim.start] != claim.id and claim is not light.opened:
        link["a"]["id"] = f"claim-{claim.id}"
    return link


def _legend(claims: Sequence[Claim], evidence: Evidence) -> Node:
    topics: dict[tuple[int, str], set[str]] = {}
    for claim in claims:
        topic = evidence.case.topic_by_id.get(claim.topic)
        topics.setdefault(lane_of(claim, evidence), set()).add(topic.title if topic else claim.topic)
    items = []
    for (place, title), titles in sorted(topics.items()):
        sign = LANE_SIGNS[place % len(LANE_SIGNS)]
        swatch = node("span", sign, cls=f"swatch lane-{place % len(LANE_SIGNS)}", aria_hidden="true")
        items.append(node("li", swatch, title, node("small", f" {', '.join(sorted(titles))}")))
    return node("ul", *items, cls="legend", aria_label="Lanes and topics of the claims")


def _date(text: str | None, basis: str | None, reason: str) -> str:
    if not text:
        return "not known"
    return f"{in_words(text)} ({basis}{f': {reason}' if reason else ''})"
