"""The claims as W3C Web Annotations."""

import hashlib
import json
from base64 import urlsafe_b64decode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rdflib import RDF, RDFS, Graph, Literal, Namespace, URIRef

from data.export.annotations import CANNOT, annotations
from data.models.evidence import Evidence
from data.models.links import Links
from data.reading.seeds import read_evidence
from tests.cases.edit import plant, write
from tests.cases.hostile_texts import HOSTILE, write_hostile_case
from tests.cases.registry import evidence_of
from tests.cases.salt_case import write_case
from tests.cases.second_case import SECOND_CASE

Json = dict[str, Any]
LINKS = Links("https://watch.example.invalid", "0123456789abcdef")
OA, DCTERMS = Namespace("http://www.w3.org/ns/oa#"), Namespace("http://purl.org/dc/terms/")
ACTIVITY, SCHEMA = Namespace("http://www.w3.org/ns/activitystreams#"), Namespace("http://schema.org/")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")
# The terms of the Web Annotation context that we use, each as the context has it: no test may fetch it.
TERMS: Json = {
    "oa": "http://www.w3.org/ns/oa#", "dc": "http://purl.org/dc/elements/1.1/", "dcterms": "http://purl.org/dc/terms/",
    "dctypes": "http://purl.org/dc/dcmitype/", "foaf": "http://xmlns.com/foaf/0.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#", "as": "http://www.w3.org/ns/activitystreams#",
    "schema": "http://schema.org/",
    "id": {"@id": "@id", "@type": "@id"}, "type": {"@id": "@type", "@type": "@id"},
    "Annotation": "oa:Annotation", "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage", "TextualBody": "oa:TextualBody",
    "SpecificResource": "oa:SpecificResource", "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector", "Software": "as:Application", "Text": "dctypes:Text",
    "assessing": "oa:assessing", "classifying": "oa:classifying", "commenting": "oa:commenting",
    "describing": "oa:describing", "linking": "oa:linking",
    "body": {"@id": "oa:hasBody", "@type": "@id"}, "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"}, "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "via": {"@id": "oa:via", "@type": "@id"}, "generator": {"@id": "as:generator", "@type": "@id"},
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    "partOf": {"@id": "as:partOf", "@type": "@id"}, "first": {"@id": "as:first", "@type": "@id"},
    "last": {"@id": "as:last", "@type": "@id"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"}, "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "format": "dc:format", "language": "dc:language", "value": "rdf:value", "exact": "oa:exact", "prefix": "oa:prefix",
    "suffix": "oa:suffix", "name": "foaf:name", "label": "rdfs:label",
    "created": {"@id": "dcterms:created", "@type": "xsd:dateTime"},
    "modified": {"@id": "dcterms:modified", "@type": "xsd:dateTime"},
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "total": {"@id": "as:totalItems", "@type": "xsd:nonNegativeInteger"},
    "startIndex": {"@id": "as:startIndex", "@type": "xsd:nonNegativeInteger"},
}  # fmt: skip
PREFIXED = {"schema:version", "schema:sha256", "schema:publisher"}


def read(evidence: Evidence, links: Links = LINKS) -> Json:
    document: Json = json.loads(annotations(evidence, links))
    return document


def by_claim(evidence: Evidence) -> dict[str, Json]:
    items = read(evidence)["first"]["items"]
    return {item["id"].partition("claim=")[2].partition("&")[0]: item for item in items}


def values(annotation: Json, purpose: str) -> list[str]:
    return [body["value"] for body in annotation["body"] if body["purpose"] == purpose and "value" in body]


def objects(value: Any) -> Iterator[Json]:
    """Every object of a JSON document."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from objects(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from objects(inner)


def places(annotation: Json, text: str) -> list[tuple[int, int]]:
    """Where each selector of an annotation finds its words in a text."""
    quote, position = annotation["target"]["selector"]
    around = quote["prefix"] + quote["exact"] + quote["suffix"]
    assert text.count(around) == 1
    start = text.index(around) + len(quote["prefix"])
    return [(start, start + len(quote["exact"])), (position["start"], position["end"])]


@pytest.fixture(scope="module")
def second() -> Evidence:
    return read_evidence(SECOND_CASE)


@pytest.fixture(scope="module")
def claims(second: Evidence) -> dict[str, Json]:
    return by_claim(second)


@pytest.mark.parametrize("case", ["own", "second case", "hostile texts"])
def test_both_selectors_find_every_quote(case: str) -> None:
    told = evidence_of(case)
    found = by_claim(told)
    assert list(found) == [claim.id for one in told.documents for claim in told.claims_of(one.id)]
    for claim in told.claims:
        text = told.document_by_id[claim.document].text
        assert places(found[claim.id], text) == [(claim.start, claim.end)] * 2
        assert text[claim.start : claim.end] == claim.quote


def test_places_count_code_points_and_not_the_halves_of_a_pair(tmp_path: Path) -> None:
    folder = write_case(tmp_path / "case", 1)
    text = "😀 the Vale sold 100 tonnes of salt 😀 In 2039\n"
    document = folder / "documents" / "report-01"
    old = (document / "text.txt").read_text(encoding="utf-8")
    write(document / "text.txt", text)
    file = document / "evidence.toml"
    plant(file, hashlib.sha256(old.encode()).hexdigest(), hashlib.sha256(text.encode()).hexdigest())
    plant(file, "start = 28\nend = 46", "start = 16\nend = 34")
    plant(file, "prefix = 'In 2039 the Upper Vale sold '", "prefix = '😀 the Vale sold '")
    plant(file, "suffix = ' to the Lower Vale.'", "suffix = ' 😀 In 2039\\n'".replace("'", '"'))
    annotation = by_claim(read_evidence(folder))["S01"]
    assert annotation["target"]["selector"][1] == {"type": "TextPositionSelector", "start": 16, "end": 34}
    assert places(annotation, text) == [(16, 34)] * 2


@pytest.mark.parametrize("case", ["own", "second case", "hostile texts"])
def test_only_words_of_the_vocabulary_are_used(case: str) -> None:
    told = evidence_of(case)
    document = read(told)
    assert document.pop("@context") == "http://www.w3.org/ns/anno.jsonld"
    for one in objects(document):
        assert one.keys() <= TERMS.keys() | PREFIXED
        assert {one[key] for key in ("type", "motivation", "purpose") if key in one} <= TERMS.keys()


def test_the_collection_counts_its_annotations_and_has_them_on_one_page(second: Evidence) -> None:
    document = read(second)
    page = document["first"]
    assert document["id"] == "https://watch.example.invalid/documents?data=0123456789ab"
    assert (document["type"], document["total"], document["label"]) == (
        "AnnotationCollection",
        16,
        "Copper of Veldmark",
    )
    assert document["last"] == page["id"] == f"{document['id']}#claims"
    assert (page["type"], page["partOf"], page["startIndex"]) == ("AnnotationPage", document["id"], 0)
    assert len(page["items"]) == 16


def test_a_case_without_claims_is_a_collection_without_a_page(tmp_path: Path) -> None:
    document = read(read_evidence(write_case(tmp_path / "case", 0)))
    assert document["total"] == 0
    assert not {"first", "last"} & document.keys()


def test_an_annotation_opens_its_claim_and_says_when_it_was_judged(second: Evidence, claims: dict[str, Json]) -> None:
    one = claims["P02"]
    assert one["id"] == "https://watch.example.invalid/documents?claim=P02&data=0123456789ab"
    assert (one["type"], one["motivation"], one["modified"]) == ("Annotation", "describing", "2032-01-15T00:00:00Z")
    assert one["schema:version"] == f"0.2.0 {second.fingerprint[:12]}"
    software = {"id": "https://watch.example.invalid", "type": "Software", "name": "Barrelwatch"}
    assert one["generator"] == software


def test_nobody_is_invented_as_the_author(second: Evidence) -> None:
    assert not [one for one in objects(read(second)) if "creator" in one or one.get("type") == "Person"]


def test_the_source_is_named_by_the_hash_of_its_text(second: Evidence, claims: dict[str, Json]) -> None:
    source = claims["P02"]["target"]["source"]
    text = second.document_by_id["harbour-letter"].text
    scheme, _, digest = source["id"].partition(";")
    assert scheme == "ni:///sha-256"
    assert urlsafe_b64decode(f"{digest}=") == hashlib.sha256(text.encode()).digest()
    assert {key: source[key] for key in source if key != "id"} == {
        "type": "Text",
        "format": "text/plain",
        "language": "en",
        "label": "Document P: Letter of the harbour office",
        "schema:sha256": "738ef883468f86ddc2066aebdbd2a7708c7ed01fee7797eab9881b7bcdf455fc",
        "schema:publisher": "Port Ansel harbour office",
        "via": "https://harbour.example.invalid/letter",
    }


@pytest.mark.parametrize(
    ("claim", "number"),
    [
        ("P01", "number: = 31 barges"),
        ("P02", "number: > 26000 tonnes, of “refined copper”"),
        ("Q01", "number: range 25000 to 27000 tonnes, of “copper”"),
    ],
)
def test_a_number_never_stands_without_its_operator(claims: dict[str, Json], claim: str, number: str) -> None:
    assert [value for value in values(claims[claim], "describing") if value.startswith("number")] == [number]


def test_a_claim_without_a_number_has_none(claims: dict[str, Json]) -> None:
    assert not [value for value in values(claims["R02"], "describing") if value.startswith("number")]


def test_a_date_has_the_words_of_the_text_the_reading_and_its_basis(claims: dict[str, Json]) -> None:
    found = [value for value in values(claims["R03"], "describing") if value.startswith("date")]
    assert len(found) == 1
    read_as = "date: “since the spring”, read as from about March 2031, end open (EDTF 2031-03~/.., inferred: "
    assert found[0].startswith(read_as)


def test_topic_kind_modality_and_flags_classify(claims: dict[str, Json]) -> None:
    meaning = "What stands here cannot have been meant. It is quoted, never used."
    assert values(claims["Q04"], "classifying") == [
        "topic: Misprints",
        "kind: framing",
        "modality: asserted",
        f"flag: Misprint. {meaning}",
    ]


def test_both_grades_stand_with_scale_reason_and_day(claims: dict[str, Json]) -> None:
    graded = [body for body in claims["P02"]["body"] if body["purpose"] == "assessing"]
    assert [(body["value"], body["created"]) for body in graded] == [
        (
            (
                "source reliability: B (Admiralty scale, A to F). Keeps the ledger it quotes, and says how it counts. "
                "Judged on 15 January 2032; who judged is not named."
            ),
            "2032-01-15T00:00:00Z",
        ),
        (
            (
                "information credibility: 2 (Admiralty scale, 1 to 6). A ledger that others have not seen. "
                "Judged on 15 January 2032; who judged is not named."
            ),
            "2032-01-15T00:00:00Z",
        ),
    ]


def test_origins_stand_in_words_and_their_addresses_are_cited(claims: dict[str, Json]) -> None:
    assert "origin: Port Ansel harbour office" in values(claims["P02"], "describing")
    link = {"type": "SpecificResource", "purpose": "linking"}
    label = "Port Ansel harbour office (cited, not quoted: only the address is stored)"
    assert claims["P02"]["body"][-1] == link | {"source": {"id": "https://harbour.example.invalid/", "label": label}}


def test_a_descent_says_whether_it_is_inferred(claims: dict[str, Json]) -> None:
    stated = "stated: “According to the harbour letter”"
    told = f"origin: Market bulletin as a whole, from Letter of the harbour office ({stated})"
    assert told in values(claims["Q01"], "describing")
    assert "origin: not known" in values(claims["R01"], "describing")


def test_a_claim_leads_to_those_that_say_the_same(claims: dict[str, Json]) -> None:
    linked = [body["source"] for body in claims["P01"]["body"] if body["purpose"] == "linking"]
    assert {"id": claims["R03"]["id"], "label": "R03 says the same"} in linked


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
@pytest.mark.parametrize("case", ["own", "second case", "hostile texts"])
def test_the_json_reads_as_rdf_with_nothing_lost(case: str) -> None:
    told = evidence_of(case)
    graph = Graph().parse(data=json.dumps(read(told) | {"@context": TERMS}), format="json-ld")
    found = set(graph.subjects(RDF.type, OA.Annotation))
    assert len(found) == len(told.claims)
    for claim in told.claims:
        one = URIRef(LINKS.to("documents", claim=claim.id))
        target = graph.value(one, OA.hasTarget)
        selectors = list(graph.objects(target, OA.hasSelector))
        assert {graph.value(one, OA.exact) for one in selectors} == {Literal(claim.quote), None}
        assert {graph.value(one, OA.start) for one in selectors} == {
            Literal(str(claim.start), datatype=XSD.nonNegativeInteger),
            None,
        }
        moment = Literal(f"{claim.assessed_on.isoformat()}T00:00:00Z", datatype=XSD.dateTime)
        assert graph.value(one, DCTERMS.modified) == moment
        assert graph.value(one, OA.motivatedBy) == OA.describing
        assert graph.value(one, SCHEMA.version) is not None
        labels = {str(graph.value(graph.value(target, OA.hasSource), RDFS.label))}
        document = told.document_by_id[claim.document]
        assert labels == {f"Document {document.label}: {document.title}"}
    purposes = set(graph.objects(None, OA.hasPurpose))
    assert purposes <= {OA.classifying, OA.describing, OA.assessing, OA.commenting, OA.linking}
    total = Literal(str(len(told.claims)), datatype=XSD.nonNegativeInteger)
    assert list(graph.objects(None, ACTIVITY.totalItems)) == [total]


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    claim = by_claim(read_evidence(write_hostile_case(tmp_path / "case")))["S01"]
    assert claim["target"]["source"]["label"] == f"Document R1: {HOSTILE}"
    assert values(claim, "commenting") == [f"note: {HOSTILE}"]


def test_an_address_with_markup_in_it_becomes_one_that_is_valid(tmp_path: Path) -> None:
    folder = write_case(tmp_path / "case", 1)
    plant(folder / "documents" / "report-01" / "evidence.toml", "language =", 'address = "http://a.b/<i>"\nlanguage =')
    assert by_claim(read_evidence(folder))["S01"]["target"]["source"]["via"] == "http://a.b/%3Ci%3E"


def test_the_same_evidence_gives_the_same_bytes(second: Evidence) -> None:
    once = annotations(second, LINKS)
    assert once.endswith(b"}\n")
    assert once == annotations(read_evidence(SECOND_CASE), LINKS)


def test_what_the_format_cannot_carry_is_said_in_sentences() -> None:
    assert all(sentence.endswith(".") and len(sentence) < 120 for sentence in CANNOT)
    assert any("midnight" in sentence for sentence in CANNOT)
