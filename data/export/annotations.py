"""The claims as W3C Web Annotations in JSON-LD: where each quote stands in its text, and how it is read.

Places count Unicode code points from 0, the end excluded, as the Web Annotation Data Model has it (4.2.4, 4.2.5); a
program whose texts are UTF-16 has to convert them.
"""

import json
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from data.export.source import data_version
from data.frames.graded import judged
from data.models.dates import in_words
from data.models.evidence import Claim, Document, Evidence, Origin
from data.models.links import Links
from data.models.origins import descent_of, name_of
from data.models.quantities import Quantity
from data.proof.attributed import strangers
from data.proof.checked import OWN, checked, product_by
from data.texts.addresses import web_address

NOWHERE = "https://barrelwatch.invalid"  # RFC 2606: a name that no address ever has
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
CANNOT = (
    "Numbers with operators and units: each stands in one body as text that begins with “number:” and its operator.",
    "What was checked, and by whom: it stands in one body as sentences, “checked: …”.",
    "Dates that are windows: each stands in one body as text, with its EDTF and its basis.",
    "Kind, modality, flags, speaker, origin: they have no keys; each is a body of text that begins with its name.",
    "Grades: a letter and a digit with their reasons, as text; they are never numbers to reckon with.",
    "A day without a time: the day of a judgement is written as its midnight in UTC, which nobody has stated.",
    "Whoever read and judged a claim: the dataset names a role at most, so no annotation has a creator.",
    "When a claim was first written down: only the day of its judgement is known, and stands in modified.",
    "The page on which a text was found: places count in the stored text, whose SHA-256 is given; via has the page.",
    "What stands outside the documents: the public record quotes nothing, so it has nothing to annotate.",
)

Body = dict[str, Any]


def annotations(evidence: Evidence, links: Links) -> bytes:
    """All claims as an AnnotationCollection with one page, in the order of documents and of their texts.

    Each annotation has the claim's link as id; the text as source, named by its hash (RFC 6920), with language and web
    address; the quote with prefix and suffix and its place as two selectors, of which each suffices; and bodies with
    topic, kind, modality, flags, speaker, origin, number, date, both grades with their reasons, note, and links to
    the addresses of its origins, which are cited, and to the claims that say the same. Every one names the version of
    the data as schema:version.
    There is no state: a text that is named by its hash has only one.
    """
    claims = [claim for document in evidence.documents for claim in evidence.claims_of(document.id)]
    links = _whole(links)
    collection = links.to("documents")
    page = f"{collection}#claims"
    document = {
        "@context": CONTEXT,
        "id": collection,
        "type": "AnnotationCollection",
        "label": evidence.case.title,
        "schema:version": data_version(evidence),
        "generator": _generator(links),
        "total": len(claims),
    }
    if claims:
        items = [_annotation(claim, evidence, links) for claim in claims]
        document["first"] = {
            "id": page,
            "type": "AnnotationPage",
            "partOf": collection,
            "startIndex": 0,
            "items": items,
        }
        document["last"] = page
    return f"{json.dumps(document, ensure_ascii=False, indent=1)}\n".encode()


def _whole(links: Links) -> Links:
    """Links whose addresses are whole, as ids have to be: without one of the app, under one that leads nowhere."""
    return links if links.base else replace(links, base=NOWHERE)


def _annotation(claim: Claim, evidence: Evidence, links: Links) -> dict[str, Any]:
    return {
        "id": links.to("documents", claim=claim.id),
        "type": "Annotation",
        # Copies of the context from before 2021 do not know "assessing", which only bodies have here.
        "motivation": "describing",
        "modified": _moment(claim.assessed_on),
        "generator": _generator(links),
        "schema:version": data_version(evidence),
        "body": [*_bodies(claim, evidence), *_cited(claim, evidence), *_same(claim, links)],
        "target": {
            "type": "SpecificResource",
            "source": _source(evidence.document_by_id[claim.document]),
            "selector": [
                {"type": "TextQuoteSelector", "exact": claim.quote, "prefix": claim.prefix, "suffix": claim.suffix},
                {"type": "TextPositionSelector", "start": claim.start, "end": claim.end},
            ],
        },
    }


def _generator(links: Links) -> dict[str, str]:
    return {"id": links.base, "type": "Software", "name": "Barrelwatch"}


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _source(document: Document) -> dict[str, str]:
    digest = urlsafe_b64encode(bytes.fromhex(document.sha256)).decode().rstrip("=")
    source = {
        "id": f"ni:///sha-256;{digest}",
        "type": "Text",
        "format": "text/plain",
        "language": document.language,
        "label": f"Document {document.label}: {document.title}",
        "schema:sha256": document.sha256,
    }
    if document.publisher.strip():
        source["schema:publisher"] = document.publisher
    return source | ({"via": address} if (address := web_address(document.address)) else {})


def _bodies(claim: Claim, evidence: Evidence) -> Iterator[Body]:
    document, topics = evidence.document_by_id[claim.document], evidence.case.topic_by_id
    yield _text("classifying", f"topic: {topics[claim.topic].title if claim.topic in topics else claim.topic}")
    yield _text("classifying", f"kind: {claim.kind}")
    yield _text("classifying", f"modality: {claim.modality}")
    for flag in evidence.case.flags_named(claim.flags):
        yield _text("classifying", f"flag: {flag.title}. {flag.meaning}")
    yield from _named(claim, document)
    yield _text("describing", f"origin: {_descent(claim, evidence)}")
    if claim.quantity:
        yield _text("describing", f"number: {_number(claim.quantity, evidence)}{_read(claim, evidence)}")
    if claim.date or claim.date_words.strip():
        yield _text("describing", f"date: {_date(claim)}")
    yield _text("describing", f"checked: {' '.join(checked(claim, evidence).sentences)}")
    reliability = f"source reliability: {document.reliability} (Admiralty scale, A to F). {document.reliability_reason}"
    reliability += f" Judged on {judged(document, evidence)}."
    credibility = f"information credibility: {claim.credibility} (Admiralty scale, 1 to 6). {claim.credibility_reason}"
    credibility += f" Judged on {judged(claim, evidence)}."
    yield _text("assessing", reliability) | {"created": _moment(document.assessed_on)}
    yield _text("assessing", credibility) | {"created": _moment(claim.assessed_on)}
    if claim.note.strip():
        yield _text("commenting", f"note: {claim.note}")


def _named(claim: Claim, document: Document) -> Iterator[Body]:
    """Who does it, to whom, who says so and through what; marked where the text does not name these."""
    for name in ("actor", "target", "speaker", "via"):
        words = getattr(claim, name)
        own = name in ("speaker", "via") and strangers(words, document.text, name)
        if words.strip():
            yield _text("describing", f"{name}: {words}{f' ({OWN})' if own else ''}")


def _read(claim: Claim, evidence: Evidence) -> str:
    """What must be said of a number: that a curator read it, what it counts, and whether that is his word."""
    read = f", read by a curator ({claim.value_reason.strip()})" if claim.value_reason else ""
    if product_by(claim, evidence) == "curator":
        return f"{read}, counted as {claim.product} by a curator ({claim.product_reason.strip()})"
    return f"{read}, of “{claim.product}”" if claim.product.strip() else read


def _text(purpose: str, words: str) -> Body:
    return {"type": "TextualBody", "purpose": purpose, "value": words, "format": "text/plain", "language": "en"}


def _number(quantity: Quantity, evidence: Evidence) -> str:
    """A quantity in plain digits, "> 1000000 barrels", "range 25000 to 27000 tonnes"; never without its operator."""
    unit = evidence.case.unit_by_id.get(quantity.unit)
    one = quantity.operator != "range" and quantity.stated == 1
    name = (unit.one if one else unit.many) if unit else quantity.unit
    last = f" to {_digits(quantity.high)}" if quantity.high is not None else ""
    step, rate = f"a {quantity.change} of " if quantity.change else "", f" a {quantity.per}" if quantity.per else ""
    return f"{step}{quantity.operator} {_digits(quantity.stated)}{last} {name}{rate}"


def _digits(value: float) -> str:
    return str(int(value)) if value.is_integer() else repr(value)


def _date(claim: Claim) -> str:
    words = f"“{claim.date_words}”" if claim.date_words.strip() else "no words in the text"
    if not claim.date:
        return words
    reason = f": {claim.date_reason}" if claim.date_reason.strip() else ""
    return f"{words}, read as {in_words(claim.date)} (EDTF {claim.date}, {claim.date_basis}{reason})"


def _descent(claim: Claim, evidence: Evidence) -> str:
    """Who stands behind a claim, nearest first: "Recent reports, from the harbour office (inferred: …)"."""
    chain = descent_of(claim, evidence)
    return "; ".join(_step(origin, evidence) for origin in chain) if chain else "not known"


def _step(origin: Origin, evidence: Evidence) -> str:
    behind = " and ".join(name_of(parent, evidence) for parent in origin.derived_from)
    reason = f": {origin.reason}" if origin.reason.strip() else ""
    return f"{origin.name}, from {behind} ({origin.basis}{reason})" if behind else origin.name


def _cited(claim: Claim, evidence: Evidence) -> Iterator[Body]:
    """The addresses of those who stand behind a claim."""
    for origin in descent_of(claim, evidence):
        if address := web_address(origin.address):
            yield _link(address, f"{origin.name} (cited, not quoted: only the address is stored)")


def _same(claim: Claim, links: Links) -> Iterator[Body]:
    for other in claim.corroborated_by:
        yield _link(links.to("documents", claim=other), f"{other} says the same")


def _link(address: str, label: str) -> Body:
    return {"type": "SpecificResource", "purpose": "linking", "source": {"id": address, "label": label}}
