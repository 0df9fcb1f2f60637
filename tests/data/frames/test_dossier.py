"""What is held on a vessel, a place, a speaker and an origin is what the columns of the seeds name, and no prose."""

from pathlib import Path

import pytest

from data.frames.dossier import dossier_frame, subjects_frame
from data.models.evidence import Evidence
from data.reading.seeds import read_evidence
from tests.cases.record_csv import write_record_case, write_rows
from tests.cases.second_case import SECOND_CASE

SIGHTING = {
    "place": "Upper Lock", "seen_by": "lock keeper", "date": "2039-05-03", "said_by": "Vale accord office",
    "origin": "accord", "address": "https://accord.example.invalid/", "standing": "sound",
}  # fmt: skip
VESSEL = {"said_by": "Vale accord office", "origin": "accord", "address": "https://accord.example.invalid/"}


@pytest.fixture(scope="module")
def second() -> Evidence:
    return read_evidence(SECOND_CASE)


def ids(evidence: Evidence, of: str) -> list[tuple[str, str]]:
    """What is held on a subject: as what, and the id."""
    rows = dossier_frame(evidence)
    mine = rows[rows["of"] == of]
    return [(part, *claims, *records) for part, claims, records in mine[["part", "claim_ids", "record_ids"]].to_numpy()]


def test_a_vessel_has_its_particulars_and_its_sightings_in_order_of_date(second: Evidence) -> None:
    assert ids(second, "vessel:2000028") == [("seen", "osprey-in-may"), ("particulars", "osprey")]


def test_a_vessel_without_a_number_goes_by_its_id(second: Evidence) -> None:
    assert ids(second, "vessel:grebe") == [("particulars", "grebe")]


def test_a_place_is_taken_as_it_is_written(second: Evidence) -> None:
    assert ids(second, "port:Mouth of the Ansel") == [("seen", "barges-at-night")]


def test_an_origin_holds_what_goes_back_to_it_and_sizes_that_it_gives(second: Evidence) -> None:
    assert ("goes back to it", "osprey") in ids(second, "origin:harbour-office")
    assert ("goes back to it", "osprey") in ids(second, "origin:registry")


def test_every_subject_is_listed_once_with_how_much_is_held(second: Evidence) -> None:
    subjects = subjects_frame(second, dossier_frame(second)).set_index("of")
    assert subjects.index.is_unique
    osprey = subjects.loc["vessel:2000028"]
    assert (osprey["name"], osprey["claims"], osprey["records"]) == ("Osprey", 0, 2)
    assert (str(osprey["first"].date()), str(osprey["last"].date())) == ("2031-05-03", "2031-09-01")
    assert set(subjects["kind"]) == {"vessel", "port", "speaker", "origin"}


def test_spellings_that_differ_in_case_are_one_and_a_number_in_words_counts_behind_its_letters_alone(
    tmp_path: Path,
) -> None:
    said = (
        {"record_id": "named", "statement": "The barge with IMO number 2000028 came"},
        {"record_id": "amount", "statement": "They counted 2000028 sacks"},
        {"record_id": "unknown", "statement": "IMO 9074729 came"},
    )
    folder = write_record_case(tmp_path / "case", statements=said)
    write_rows(folder, "vessels", VESSEL | {"vessel_id": "barge", "name": "Barge", "imo": "2000028"})
    write_rows(
        folder, "sightings",
        SIGHTING | {"record_id": "first-seen", "vessel": "barge"},
        SIGHTING | {"record_id": "later-seen", "place": "UPPER  lock", "date": "2040"},
    )  # fmt: skip
    evidence = read_evidence(folder)
    assert ids(evidence, "port:Upper Lock") == [("seen", "first-seen"), ("seen", "later-seen")]
    assert {name for part, name in ids(evidence, "vessel:2000028") if part == "named"} == {"named"}


def test_a_case_without_a_record_has_its_speakers_and_no_vessel(tmp_path: Path) -> None:
    evidence = read_evidence(write_record_case(tmp_path / "case"))
    subjects = subjects_frame(evidence, dossier_frame(evidence))
    assert "vessel" not in set(subjects["kind"])
