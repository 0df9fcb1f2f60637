"""Claims and cited facts on the page: ids that open them, sentences with such ids, and the evidence card."""

import re
from collections.abc import Iterable, Sequence

from components.letters import direction
from components.nodes.node import Node, described, link_outside, link_within, node, opening
from components.sentences.claim import READ_AGAIN, READ_ONCE, number_of_claim, reading_in_words, times_read
from components.sentences.records.record_words import statement_of
from components.theme import (
    CITED_SIGN,
    CREDIBILITY_WORDS,
    LANE_SIGNS,
    NOTE,
    READ_BY_CURATOR,
    RELIABILITY_WORDS,
    read_by,
    shortened,
)
from data.frames.graded import judged
from data.models.dates import in_words
from data.models.evidence import Claim, Document, Evidence, Origin
from data.models.origins import are_independent, descent_of
from data.proof.checked import checked, said_by
from data.proof.read_by import read_by as reader_of
from data.texts.quotes import paragraph_around

DOCUMENTS_PAGE = "documents"
RECORD_PAGE = "record"
CLAIM_OR_RECORD = re.compile(r"\[([A-Z]{1,4}\d{2,6}|[a-z0-9]+(?:-[a-z0-9]+)*)\]", re.ASCII)
RECORD_ID = re.compile(r"(?<![\w-])([a-z0-9]+(?:-[a-z0-9]+)+)(?![\w-])", re.ASCII)
NO_TEXT = "Cited: we hold an address, not the text"
AROUND = 420


def chip(claim_id: str, evidence: Evidence) -> Node | str:
    """A claim id that opens its words in the document; an id that is not there stays text."""
    claim = evidence.claim_by_id.get(claim_id)
    if claim is None:
        return claim_id
    reader = read_by(reader_of((claim,)), "number ")
    describe = f"Open the words of claim {claim_id}{reader}: {shortened(claim.quote, 90)}"
    return opening(link_within(DOCUMENTS_PAGE, claim_id, cls="chip", describe=describe, claim=claim_id), "claim")


def chips(claim_ids: Iterable[str], evidence: Evidence) -> list[Node | str]:
    """Several claim ids with spaces between."""
    found: list[Node | str] = []
    for claim_id in claim_ids:
        found += [" ", chip(claim_id, evidence)]
    return found


def cited_chip(record_id: str, evidence: Evidence, **filters: str | list[str]) -> Node | str:
    """The id of a cited fact that opens its card; an id that is not there stays text.

    Its shape and sign differ from those of a claim id: behind it stands an address, not a text. `filters` are those of
    the page it stands on, to be kept.
    """
    record = evidence.record_by_id.get(record_id)
    if record is None:
        return record_id
    described = f"{NO_TEXT}. Open {record_id}: {shortened(statement_of(record, evidence), 90)}"
    label = f"{CITED_SIGN} {record_id}"
    link = link_within(RECORD_PAGE, label, cls="chip cited", describe=described, **filters, record=record_id)
    return opening(link, "record")


def cited_chips(record_ids: Iterable[str], evidence: Evidence) -> list[Node | str]:
    """Several ids of cited facts with spaces between."""
    return [part for record_id in record_ids for part in (" ", cited_chip(record_id, evidence))]


def with_chips(sentence: str, evidence: Evidence) -> list[Node | str]:
    """A sentence in which each id in square brackets, of a claim or of a cited fact, opens what stands behind it."""
    parts: list[Node | str] = []
    for place, part in enumerate(CLAIM_OR_RECORD.split(sentence)):
        if not place % 2:
            parts.append(part)
        elif part[0].isupper():
            parts.append(chip(part, evidence))
        else:  # a word in brackets need not be an id
            parts.append(cited_chip(part, evidence) if part in evidence.record_by_id else f"[{part}]")
    return parts


def with_record_ids(remark: str, evidence: Evidence) -> list[Node | str]:
    """A curator's remark in which the ids of cited facts open their cards; it names them without brackets."""
    parts = RECORD_ID.split(remark)
    return [cited_chip(part, evidence) if place % 2 else part for place, part in enumerate(parts)]


def lane_of(claim: Claim, evidence: Evidence) -> tuple[int, str]:
    """Place and title of the lane that gives a claim its colour and sign."""
    return evidence.case.place_of_topic.get(claim.topic) or (len(evidence.case.lanes), "No lane")


def lane_class(claim: Claim, evidence: Evidence) -> str:
    """The name of a claim's colours and line in markup.css."""
    return f"lane-{lane_of(claim, evidence)[0] % len(LANE_SIGNS)}"


def lane_sign(claim: Claim, evidence: Evidence) -> str:
    """The sign of a claim's lane."""
    return LANE_SIGNS[lane_of(claim, evidence)[0] % len(LANE_SIGNS)]


def card(claim: Claim, evidence: Evidence, within_text: bool = False, one_of_several: bool = False) -> Node:
    """The evidence card of one claim: the quote lit in its paragraph, who says so, and how it is graded.

    Within its text it does without the words that stand beside it there; as one of several its id opens it alone.
    """
    document = evidence.document_by_id[claim.document]
    topic = evidence.case.topic_by_id.get(claim.topic)
    name = [f"{lane_sign(claim, evidence)} ", chip(claim.id, evidence) if one_of_several else claim.id]
    head = [
        node("strong", *name),
        node("span", topic.title if topic else claim.topic),
    ]
    if within_text:
        head.append(link_within(DOCUMENTS_PAGE, "Close", document=document.label))
    else:
        head.append(node("span", f"Document {document.label}: {document.title}", cls="quiet"))
        head.append(link_within(DOCUMENTS_PAGE, "Read it in the document", claim=claim.id))
    return node(
        "section",
        node("p", *head, cls="head"),
        *([] if within_text else [_quote(claim, document)]),
        *newer_version(document, evidence),
        _marks(claim, document, evidence),
        _checked(claim, evidence),
        node("dl", *_details(claim, document, evidence)),
        cls=f"card {lane_class(claim, evidence)}",
        id=f"card-{claim.id}",
        aria_label=f"Claim {claim.id}",
    )


def newer_version(document: Document, evidence: Evidence) -> list[Node]:
    """A line that leads to the newest version of a text, where it is not this one."""
    newest = evidence.document_by_id[evidence.newest_of[document.id]]
    if newest is document:
        return []
    link = link_within(DOCUMENTS_PAGE, f"{newest.label}: {newest.title}", document=newest.label)
    return [node("p", "There is a newer version of this text: document ", link, cls="quiet")]


def _quote(claim: Claim, document: Document) -> Node:
    paragraph = paragraph_around(document.text, claim.start, claim.end)
    start, end = max(paragraph.start, claim.start - AROUND), min(paragraph.end, claim.end + AROUND)
    before = ("… " if start > paragraph.start else "") + document.text[start : claim.start]
    after = document.text[claim.end : end] + (" …" if end < paragraph.end else "")
    return node(
        "blockquote",
        node("span", before, cls="around"),
        node("mark", claim.quote, cls="lit"),
        node("span", after, cls="around"),
        lang=document.language,
        dir=direction(document.text[paragraph.start : paragraph.end]),
    )


def _marks(claim: Claim, document: Document, evidence: Evidence) -> Node:
    """Three separate marks, never one tick: the words are there, the source is assessed, the claim is corroborated.

    Where a curator read the number nothing may look as if a machine had: that stands among the marks.
    """
    by_curator = reader_of((claim,)) == "curator"
    quoted = f"✓ Quote verified at characters {claim.start}–{claim.end}"
    marks = [
        node("li", f"{quoted}, not its number" if by_curator else quoted, cls="yes"),
        *([node("li", f"! Number {READ_BY_CURATOR}", cls="warn")] if by_curator else []),
        node("li", f"Source assessed: {document.reliability}, {RELIABILITY_WORDS[document.reliability]}"),
        _corroboration(claim, evidence),
        node("li", times_read(claim, evidence), title=READ_AGAIN if evidence.readings_of(claim.id) else READ_ONCE),
    ]
    for flag in evidence.case.flags_named(claim.flags):
        text = f"! Check the wording: {flag.title}" if flag.wording else flag.title
        marks.append(node("li", text, cls="warn" if flag.wording else "", title=flag.meaning))
    return node("ul", *marks, cls="marks")


def _checked(claim: Claim, evidence: Evidence) -> Node:
    """What a machine has checked, what a curator read, and what nobody checked, a line each in small type."""
    lines = [node("div", sentence) for sentence in checked(claim, evidence).sentences]
    return node("div", *lines, cls="quiet checked")


def _corroboration(claim: Claim, evidence: Evidence) -> Node:
    """Whether others say the same; only one with an origin of its own confirms anything, and only that is green."""
    others = [evidence.claim_by_id[other] for other in claim.corroborated_by if other in evidence.claim_by_id]
    independent = [other.id for other in others if are_independent(claim, other, evidence)]
    if independent:
        return node("li", f"Corroborated by {', '.join(independent)}", cls="yes")
    if others:
        return node("li", f"Said also in {', '.join(other.id for other in others)}, not from an independent origin")
    return node("li", "Not corroborated")


def _details(claim: Claim, document: Document, evidence: Evidence) -> list[Node]:
    entries: list[tuple[str, list[Node | str]]] = [
        ("Who says so", [said_by(claim, evidence)]),
        ("Origin", _origin(claim, evidence)),
        ("What it is", [f"{claim.kind}, {claim.modality}"]),
    ]
    if claim.actor:
        entries.insert(0, ("Who and whom", [f"{claim.actor} → {claim.target}" if claim.target else claim.actor]))
    if number := number_of_claim(claim, evidence):
        entries.append(("Number", [number]))
    if claim.date or claim.date_words:
        entries.append(("Date", [_date(claim)]))
    entries.append(
        ("Credibility", [f"{claim.credibility}, {CREDIBILITY_WORDS[claim.credibility]}: {claim.credibility_reason}"])
    )
    entries += [("Read again", [reading_in_words(one, claim, evidence)]) for one in evidence.readings_of(claim.id)]
    reliability = f"{document.reliability}, {RELIABILITY_WORDS[document.reliability]}: {document.reliability_reason}"
    entries.append(("Reliability", [reliability]))
    entries += [(flag.title, [flag.meaning]) for flag in evidence.case.flags_named(claim.flags)]
    if claim.note:
        entries.append((NOTE, [claim.note]))
    entries.append(("Judged on", [judged(claim, evidence)]))
    return described(entries)


def _origin(claim: Claim, evidence: Evidence) -> list[Node | str]:
    return origins_in_words(descent_of(claim, evidence), "not known: the text names none")


def origins_in_words(chain: Sequence[Origin], unknown: str) -> list[Node | str]:
    """Origins from the nearest to the last, each with its address; `unknown` where there is none."""
    if not chain:
        return [unknown]
    parts: list[Node | str] = []
    for place, origin in enumerate(chain):
        parts += [_step(chain, place), origin.name]
        if origin.address:
            parts += [" (cited: ", link_outside(origin.address, "address"), ")"]
    return parts


def _step(chain: Sequence[Origin], place: int) -> str:
    """The words between an origin and those before it; who has two origins behind it names both before going on."""
    tellers = [origin for origin in chain[:place] if chain[place].origin_id in origin.derived_from]
    if not tellers:
        return ""
    teller, before = tellers[0], chain[place - 1]
    likely = "likely " if teller.basis == "inferred" else ""
    if teller is before:
        return f" ← {likely}from "
    return f" and {likely}from " if before.origin_id in teller.derived_from else f"; {teller.name} ← {likely}from "


def _date(claim: Claim) -> str:
    words = f"“{claim.date_words}”" if claim.date_words else "the sentence gives none"
    if claim.date_text_only and claim.date_text_only != claim.date:
        words += f" (from the text alone: {in_words(claim.date_text_only)})"
    if not claim.date:
        return words
    text = f"{words}, read as {in_words(claim.date)} ({claim.date_basis}"
    return f"{text}: {claim.date_reason})" if claim.date_reason else f"{text})"


def quote_of(claim: Claim) -> Node:
    """A bare quote with its id and place, for tables."""
    place = node("small", f"{claim.id}, characters {claim.start}–{claim.end}")
    return node("blockquote", f"“{claim.quote}” ", place, dir=direction(claim.quote))
