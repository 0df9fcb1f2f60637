"""Vessels, sightings and documents as FollowTheMoney entities, held against its own library."""

import hashlib
import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from followthemoney import model
from followthemoney.types import registry

from data.export.entities import LANGUAGES, cannot, entities
from data.models.evidence import Evidence
from data.models.links import Links
from data.reading.seeds import read_evidence
from tests.cases.edit import plant
from tests.cases.hostile_texts import write_hostile_case
from tests.cases.record_csv import SIGHTING, write_record_case, write_rows
from tests.cases.registry import evidence_of
from tests.cases.salt_case import write_case
from tests.cases.second_case import SECOND_CASE

Json = dict[str, Any]
LINKS = Links("https://watch.example.invalid", "0123456789abcdef")


def read(evidence: Evidence, links: Links = LINKS) -> list[Json]:
    return [json.loads(line) for line in entities(evidence, links).decode().splitlines()]


def of(schema: str, rows: list[Json]) -> list[Json]:
    return [row for row in rows if row["schema"] == schema]


def with_record(name: str, rows: list[Json]) -> list[Json]:
    """The rows whose link opens a record."""
    return [row for row in rows if row["record_link"].endswith(f"/record?record={name}&data=0123456789ab")]


def properties(schema: str, name: str, rows: list[Json]) -> Json:
    (row,) = of(schema, with_record(name, rows))
    found: Json = row["properties"]
    return found


@pytest.fixture(scope="module")
def second() -> Evidence:
    return read_evidence(SECOND_CASE)


@pytest.fixture(scope="module")
def rows(second: Evidence) -> list[Json]:
    return read(second)


@pytest.fixture(scope="module")
def own(evidence: Evidence) -> list[Json]:
    return read(evidence)


@pytest.mark.parametrize("case", ["own", "second case", "hostile texts", "no number"])
def test_the_library_finds_every_line_valid_and_changes_nothing(case: str) -> None:
    found = read(evidence_of(case))
    assert found
    for row in found:
        schema = model.get(row["schema"])
        assert schema is not None
        schema.validate(row)
        assert row["properties"].keys() <= schema.properties.keys()
        assert not [name for name in row["properties"] if schema.properties[name].deprecated]
        assert model.get_proxy(row, cleaned=False).to_dict() == row
        assert registry.entity.validate(row["id"])


@pytest.mark.parametrize("case", ["own", "second case", "hostile texts"])
def test_every_reference_leads_to_an_entity_that_may_stand_there(case: str) -> None:
    told = evidence_of(case)
    found = {row["id"]: model.get_proxy(row) for row in read(told)}
    assert len(found) == len(read(told))
    referring = 0
    for proxy in found.values():
        for prop, value in proxy.itervalues():
            if prop.type == registry.entity:
                referring += 1
                assert prop.range is not None
                assert found[value].schema.is_a(prop.range)
    assert referring > 0


def test_a_vessel_has_its_names_its_number_and_who_says_so(second: Evidence, rows: list[Json]) -> None:
    given = properties("Vessel", "osprey", rows)
    proof = given.pop("proof")
    pages = [row["properties"]["sourceUrl"] for row in rows if row["id"] in proof]
    assert pages == [["https://registry.example.invalid/osprey"], ["https://harbour.example.invalid/osprey"]]
    assert given == {
        "name": ["Osprey"],
        "previousName": ["Heron", "Old Heron"],
        "imoNumber": ["IMO2000028"],
        "topics": ["sanction"],
        "publisher": ["Registry of the Nine Ports"],
        "sourceUrl": ["https://watch.example.invalid/record?record=osprey&data=0123456789ab"],
        "notes": [
            "Name and number: Registry of the Nine Ports.",
            "820 tonnes deadweight, says Port Ansel harbour office.",
            "UN listing: yes.",
            f"Data version 0.2.0 {second.fingerprint[:12]}.",
        ],
    }


def test_what_is_not_known_of_a_vessel_is_absent(rows: list[Json]) -> None:
    given = properties("Vessel", "grebe", rows)
    assert given.keys() == {"name", "publisher", "proof", "sourceUrl", "notes"}
    assert not [note for note in given["notes"] if "listing" in note or "deadweight" in note]


def test_every_number_of_a_vessel_is_an_imo_number_to_the_library(own: list[Json]) -> None:
    numbers = [number for row in of("Vessel", own) for number in row["properties"].get("imoNumber", [])]
    assert len(numbers) == 9
    assert all(registry.identifier.clean(number, format="imo") == number for number in numbers)
    assert registry.identifier.clean("IMO7303804", format="imo") is None


def test_a_listed_vessel_has_a_sanction_of_the_list_that_the_record_names(second: Evidence, rows: list[Json]) -> None:
    (sanction,) = of("Sanction", rows)
    (vessel,) = of("Vessel", with_record("osprey", rows))
    assert sanction["properties"] == {
        "entity": [vessel["id"]],
        "authority": ["UN"],
        "listingDate": ["2031-09-01"],
        "recordId": ["osprey"],
        "sourceUrl": ["https://watch.example.invalid/record?record=osprey&data=0123456789ab"],
        "description": [f"Data version 0.2.0 {second.fingerprint[:12]}."],
    }


def test_a_vessel_that_is_not_listed_has_no_sanction(tmp_path: Path) -> None:
    found = read(read_evidence(write_hostile_case(tmp_path / "case")))
    assert of("Sanction", found) == []
    assert "UN listing: no." in properties("Vessel", "hostile-barge", found)["notes"]
    assert "topics" not in properties("Vessel", "hostile-barge", found)


def test_a_sighting_is_an_event_at_one_place_and_no_delivery(second: Evidence, rows: list[Json]) -> None:
    given = properties("Event", "osprey-in-may", rows)
    proof = given.pop("proof")
    (page,) = [row for row in rows if row["id"] in proof]
    assert page["properties"]["sourceUrl"] == ["https://registry.example.invalid/osprey"]
    assert page["properties"]["publishedAt"] == ["2031-06-01"]
    assert given == {
        "name": ["Osprey at Port Ansel"],
        "summary": ["Osprey at Port Ansel, seen by satellite image. A sighting is no delivery."],
        "location": ["Port Ansel"],
        "date": ["2031-05-03"],
        "recordId": ["osprey-in-may"],
        "publisher": ["Registry of the Nine Ports"],
        "sourceUrl": ["https://watch.example.invalid/record?record=osprey-in-may&data=0123456789ab"],
        "notes": ["Date: 3 May 2031 (EDTF 2031-05-03).", f"Data version 0.2.0 {second.fingerprint[:12]}."],
    }


def test_a_window_is_given_as_its_ends_and_as_edtf(rows: list[Json]) -> None:
    given = properties("Event", "barges-at-night", rows)
    assert (given["startDate"], given["endDate"]) == (["2031-05"], ["2031-07"])
    assert given["notes"][0] == "Date: about June 2031 (EDTF 2031-06~)."
    assert given["name"] == ["A vessel that is not named at Mouth of the Ansel"]
    assert "date" not in given


def test_nothing_is_a_trip_and_no_claim_becomes_an_entity(own: list[Json]) -> None:
    assert Counter(row["schema"] for row in own) == {
        "PlainText": 2,
        "HyperText": 11,
        "LegalEntity": 9,
        "Vessel": 14,
        "Sanction": 7,
        "Event": 13,
        "UnknownLink": 42,
    }


def test_only_sound_sightings_are_carried(tmp_path: Path) -> None:
    folder = write_record_case(tmp_path / "case")
    sound, wrong = {"record_id": "quay-one"}, {"record_id": "quay-two", "standing": "error", "note": "Misread."}
    older = {"record_id": "quay-three", "standing": "superseded", "superseded_by": "quay-one"}
    write_rows(folder, "sightings", SIGHTING | sound, SIGHTING | wrong, SIGHTING | older)
    found = of("Event", read(read_evidence(folder)))
    assert [row["properties"]["recordId"] for row in found] == [["quay-one"]]


def test_a_vessel_is_joined_to_its_sightings_and_an_origin_to_what_it_reports(rows: list[Json]) -> None:
    names = {row["id"]: row["properties"].get("name", [""])[0] for row in rows}
    told = [row["properties"] for row in of("UnknownLink", rows)]
    assert [(names[one["subject"][0]], one["role"][0], names[one["object"][0]]) for one in told] == [
        ("Registry of the Nine Ports", "origin of name and number", "Osprey"),
        ("Port Ansel harbour office", "origin of the deadweight", "Osprey"),
        ("Dockers of Port Ansel", "origin of name and number", "Grebe"),
        ("Osprey", "seen", "Osprey at Port Ansel"),
        ("Registry of the Nine Ports", "origin of the sighting", "Osprey at Port Ansel"),
        (
            "Dockers of Port Ansel",
            "origin of the sighting",
            "A vessel that is not named at Mouth of the Ansel",
        ),
    ]


def test_only_named_bodies_outlets_and_analysts_behind_a_record_are_entities(second: Evidence) -> None:
    kinds = {origin.origin_id: origin.kind for origin in second.origins}
    assert (kinds["dockers"], kinds["born"]) == ("body", "person")
    by_a_person = tuple(sighting.model_copy(update={"origin": "born"}) for sighting in second.sightings)
    found = read(replace(second, sightings=by_a_person, vessels=()))
    assert of("LegalEntity", found) == []
    assert "origin of the sighting" not in {row["properties"]["role"][0] for row in of("UnknownLink", found)}


def test_an_origin_has_its_kind_its_grade_and_whom_it_has_it_from(own: list[Json]) -> None:
    notes = {row["properties"]["name"][0]: row["properties"]["notes"] for row in of("LegalEntity", own)}
    assert notes["US Treasury, Office of Foreign Assets Control (OFAC)"][:2] == [
        "Kind of origin: body.",
        "Has it from United States government (stated: An office of that government.).",
    ]
    assert notes["Voice of America"][1].startswith("Reliability C (Admiralty scale, A to F): Reads ship positions")


def test_a_document_is_a_text_file_with_its_checksum(second: Evidence, rows: list[Json]) -> None:
    letter, _, broadcast = (row["properties"] for row in of("PlainText", rows))
    content = (SECOND_CASE / "documents" / "harbour-letter" / "text.txt").read_bytes()
    assert letter["contentHash"] == [hashlib.sha1(content).hexdigest()]
    assert f"SHA-256 of the text: {hashlib.sha256(content).hexdigest()}." in letter["notes"]
    assert (letter["title"], letter["fileName"]) == (["Letter of the harbour office"], ["letter.txt"])
    assert (letter["mimeType"], letter["language"]) == (["text/plain"], ["eng"])
    assert letter["publisher"] == ["Port Ansel harbour office"]
    assert letter["sourceUrl"] == [
        "https://harbour.example.invalid/letter",
        "https://watch.example.invalid/documents?document=P&data=0123456789ab",
    ]
    assert broadcast["title"] == ["Медь идёт ночью (구리는 밤에 움직인다)"]


def test_only_a_date_of_publication_that_is_known_is_given_as_a_date(rows: list[Json]) -> None:
    letter, bulletin, broadcast = (row["properties"] for row in of("PlainText", rows))
    assert letter["publishedAt"] == ["2031-10-05"]
    assert not {"publishedAt", "authoredAt"} & (bulletin.keys() | broadcast.keys())
    window = "Written: some time between 6 October 2031 and 31 December 2031 (EDTF [2031-10-06..2031-12-31]), inferred."
    assert bulletin["notes"][0] == window


def test_the_languages_are_those_of_the_library() -> None:
    assert {code: registry.language.clean(code) for code in LANGUAGES} == LANGUAGES


def test_a_region_of_a_language_is_dropped(tmp_path: Path) -> None:
    folder = write_case(tmp_path / "case", 1)
    plant(folder / "documents" / "report-01" / "evidence.toml", 'language = "en"', 'language = "ko-KR"')
    assert read(read_evidence(folder))[0]["properties"]["language"] == ["kor"]


def test_every_line_has_its_link_its_version_and_its_dataset(second: Evidence, rows: list[Json]) -> None:
    for row in rows:
        assert row["record_link"].startswith("https://watch.example.invalid/")
        assert row["data_version"] == f"0.2.0 {second.fingerprint[:12]}"
        assert (row["datasets"], row["referents"]) == (["copper_of_veldmark"], [])
        noted = {*row["properties"].get("notes", ()), *row["properties"].get("description", ())}
        assert f"Data version {row['data_version']}." in noted


def test_an_id_is_the_same_in_every_version_and_place(second: Evidence, rows: list[Json]) -> None:
    later = read(replace(second, fingerprint="f" * 64), Links("http://localhost:8501", "f" * 64))
    assert [row["id"] for row in later] == [row["id"] for row in rows]


def test_the_same_id_in_another_case_is_another_entity(second: Evidence, rows: list[Json]) -> None:
    other = replace(second, case=second.case.model_copy(update={"title": "Tin of Veldmark"}))
    assert not {row["id"] for row in read(other)} & {row["id"] for row in rows}


def test_a_case_without_anything_gives_no_bytes(tmp_path: Path) -> None:
    assert entities(read_evidence(write_case(tmp_path / "case", 0)), LINKS) == b""


def test_the_same_evidence_gives_the_same_bytes(second: Evidence) -> None:
    once = entities(second, LINKS)
    assert once.endswith(b"}\n")
    assert once == entities(read_evidence(SECOND_CASE), LINKS)


def test_what_the_format_cannot_carry_is_said_in_sentences(evidence: Evidence) -> None:
    assert all(sentence.endswith(".") and len(sentence) < 120 for sentence in cannot(evidence))
    assert any("only counted" in sentence for sentence in cannot(evidence))
