"""The public record is read, its ids resolve, and a folder without it stays sound."""

from pathlib import Path

import pytest

from data import Evidence, examine, read_evidence
from data.models.quantities import Quantity
from data.models.record import Notification, Sighting, Statement, Vessel
from data.reading.seeds import seed_files
from tests.cases.edit import plant, write
from tests.cases.record_csv import SIGHTING, STATEMENT, notice, write_record_case, write_rows
from tests.cases.salt_case import write_case
from tests.cases.second_case import (
    NOTIFIED,
    ORIGINS,
    QUESTIONS,
    RECORD,
    SECOND_CASE,
    SIGHTINGS,
    STATEMENTS,
    VESSELS,
    inside,
    places,
    withheld,
)


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    return read_evidence(SECOND_CASE)


def test_the_rows_of_all_four_files_are_found_by_their_id(evidence: Evidence) -> None:
    records = evidence.record_by_id
    kinds = [type(records[name]) for name in ("registry-barges", "veldmark-may", "osprey-in-may", "osprey")]
    assert kinds == [Statement, Notification, Sighting, Vessel]
    assert len(records) == 8 + 9 + 2 + 2


@pytest.mark.parametrize(
    ("record_id", "quantity"),
    [
        ("news-volume", Quantity(">", "tonne", 26_000)),
        ("traders-range", Quantity("range", "tonne", None, 25_000, 27_000)),
        ("agreement-signed", None),
        ("veldmark-may", Quantity("=", "tonne", 1_500)),
        ("osprey-in-may", None),
        ("osprey", None),
    ],
)
def test_a_record_has_its_number_with_operator_and_unit(
    evidence: Evidence, record_id: str, quantity: Quantity | None
) -> None:
    assert evidence.record_by_id[record_id].quantity == quantity


def test_an_amount_that_its_source_rounds_is_about(tmp_path: Path) -> None:
    rows = notice("rounded", "2038", "105", operator="~"), notice("exact", "2039", "105")
    found = read_evidence(write_record_case(tmp_path / "made", *rows)).notified
    assert [one.quantity for one in found] == [Quantity("~", "tonne", 105), Quantity("=", "tonne", 105)]


def test_a_vessel_keeps_its_names_and_who_gives_its_size(evidence: Evidence) -> None:
    (osprey, grebe) = evidence.vessels
    assert (osprey.former_names, osprey.imo, osprey.dwt) == (("Heron", "Old Heron"), "2000028", 820)
    assert (osprey.said_by, osprey.dwt_said_by) == ("Registry of the Nine Ports", "Port Ansel harbour office")
    assert (osprey.un_listed, grebe.un_listed) == ("yes", None)


def test_a_folder_without_a_public_record_is_sound(tmp_path: Path) -> None:
    found = examine(write_case(tmp_path / "made", 1))
    assert (found.problems, dict(found.evidence.record_by_id)) == ((), {})


@pytest.mark.parametrize("file", RECORD)
def test_each_file_of_the_public_record_may_be_missing(second_copy: Path, file: str) -> None:
    (second_copy / file).unlink()
    resting = {
        VESSELS: ["public-record/sightings.csv, row 2, vessel"],
        STATEMENTS: ["record-readings.csv, row 2, record", "record-readings.csv, row 3, record"],
    }
    assert places(examine(second_copy)) == resting.get(file, [])


def test_the_files_of_the_public_record_belong_to_the_fingerprint(second_copy: Path) -> None:
    before = read_evidence(second_copy).fingerprint
    plant(second_copy / VESSELS, "grebe,Grebe", "grebe,Great Grebe")
    assert read_evidence(second_copy).fingerprint != before
    assert set(RECORD) < {path.relative_to(second_copy).as_posix() for path in seed_files(second_copy)}


def test_a_file_that_nobody_reads_is_reported_and_no_reference_called_unknown(second_copy: Path) -> None:
    (second_copy / VESSELS).rename(second_copy / "public-record" / "vessel.csv")
    (problem,) = examine(second_copy).problems
    assert (inside(problem.file), problem.what) == ("public-record/vessel.csv", "nobody reads this file")
    assert problem.remedy == "Name it statements.csv, notified.csv, sightings.csv or vessels.csv."


def test_a_file_in_place_of_the_folder_is_reported(tmp_path: Path) -> None:
    folder = write_case(tmp_path / "made", 1)
    write(folder / "public-record", "x\n")
    assert [problem.what for problem in examine(folder).problems] == ["this is not a folder, or it cannot be read"]


def test_an_id_stands_once_in_the_four_files_and_the_events(second_copy: Path) -> None:
    plant(second_copy / NOTIFIED, "veldmark-misprint,", "osprey,")
    plant(second_copy / SIGHTINGS, "barges-at-night,", "june-agreement,")
    found = examine(second_copy)
    assert places(found) == ["public-record/sightings.csv, row 3", "public-record/vessels.csv, row 2"]
    assert found.problems[0].what == "the id june-agreement is already taken: second-case/events.csv, row 6"
    assert withheld(found) == {
        "events.csv, row 6": "the id june-agreement, which stands twice",
        "public-record/notified.csv, row 10": "the id osprey, which stands twice",
        "public-record/sightings.csv, row 2": "vessel osprey",
    }


def test_what_rests_on_an_unsound_origin_is_withheld_and_what_rests_on_that_too(second_copy: Path) -> None:
    plant(second_copy / ORIGINS, "registry,Registry of the Nine Ports,body", "registry,Registry,bodies")
    found = examine(second_copy)
    assert [record.record_id for record in found.evidence.record_by_id.values()] == [
        "news-volume", "news-mixed-up", "traders-range", "ministry-denies", "veldmark-misprint", "barges-at-night",
        "grebe",
    ]  # fmt: skip
    assert withheld(found)[f"{SIGHTINGS}, row 2"] == "origin registry, vessel osprey"


def test_a_row_whose_newer_print_is_unsound_is_withheld(second_copy: Path) -> None:
    plant(second_copy / STATEMENTS, "locks from April to September 2031,=,33,", "locks then,=,thirty,")
    assert withheld(examine(second_copy)) == {
        f"{STATEMENTS}, row 3": "statement registry-barges",
        "record-readings.csv, row 2": "statement registry-barges",
    }


def test_a_statement_stays_when_a_question_it_answers_is_lost(second_copy: Path) -> None:
    plant(second_copy / QUESTIONS, 'id = "traffic"\ntitle = "Barges"', 'id = "traffic"\ntitle = " "')
    (news,) = [one for one in examine(second_copy).evidence.statements if one.record_id == "news-volume"]
    assert news.questions == ("volume",)


def test_without_a_readable_list_of_questions_none_is_called_unknown(second_copy: Path) -> None:
    write(second_copy / QUESTIONS, "questions = 3\n")
    assert places(examine(second_copy)) == ["questions.toml, questions"]


def test_numbers_and_dates_are_read_as_those_of_claims(tmp_path: Path) -> None:
    row = {"record_id": "in-between", "operator": "~", "value": "12", "unit": "barrel", "date": "2039-03~/.."}
    (statement,) = read_evidence(write_record_case(tmp_path / "made", statements=(row,))).statements
    assert (statement.quantity, statement.date) == (Quantity("~", "barrel", 12), "2039-03~/..")


def test_all_that_is_wrong_in_one_row_is_reported_in_one_run(tmp_path: Path) -> None:
    folder = write_record_case(tmp_path / "made")
    wrong = {"record_id": "Salt", "topic": "salts", "origin": "nobody", "address": "accord", "standing": "true"}
    write_rows(folder, "statements", STATEMENT | wrong)
    write_rows(folder, "sightings", SIGHTING | {"record_id": "seen", "vessel": "ghost", "date": "May"})
    assert [f"{inside(one.file).split('/')[-1]}, {one.place}" for one in examine(folder).problems] == [
        "sightings.csv, row 2, date",
        "sightings.csv, row 2, vessel",
        "statements.csv, row 2, address",
        "statements.csv, row 2, origin",
        "statements.csv, row 2, record_id",
        "statements.csv, row 2, standing",
        "statements.csv, row 2, topic",
    ]
