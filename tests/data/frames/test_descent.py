"""Evidence -> which texts descend from which last origin."""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from data import Evidence, read_evidence
from data.frames.descent import descent_frame
from data.models.assumptions import Assumptions
from tests.cases.edit import write
from tests.cases.record_csv import STATEMENT, write_record_case, write_rows
from tests.cases.salt_case import write_case
from tests.cases.second_case import SECOND_CASE


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    return read_evidence(SECOND_CASE)


def descents(frame: pd.DataFrame) -> list[tuple[str, str, bool]]:
    return list(frame[["text_id", "origin_id", "inferred"]].itertuples(index=False, name=None))


def test_documents_and_records_on_a_topic_stand_with_their_last_origin(evidence: Evidence) -> None:
    assert descents(descent_frame(evidence, ["volume"])) == [
        ("P", "harbour-office", False),
        ("Q", "harbour-office", False),  # it retells the letter, and the letter has it from the office
        ("R", "", False),
        ("news-volume", "harbour-office", True),
        ("news-mixed-up", "harbour-office", True),
        ("traders-range", "dockers", False),
    ]


def test_another_topic_has_other_texts_and_a_superseded_row_is_none(evidence: Evidence) -> None:
    assert descents(descent_frame(evidence, ["traffic"])) == [
        ("P", "harbour-office", False),
        ("R", "dockers", False),
        ("registry-barges", "registry", False),
    ]


def test_without_topics_those_of_the_volume_and_of_the_counted_claims_are_taken(evidence: Evidence) -> None:
    counted = replace(evidence, assumptions=Assumptions.model_construct(trips_claims=("P01",)))
    assert descents(descent_frame(counted)) == descents(descent_frame(evidence, ["volume", "traffic"]))


def test_a_text_is_named_as_readers_know_it_and_an_error_is_marked(evidence: Evidence) -> None:
    rows = {row["text_id"]: row for row in descent_frame(evidence, ["volume"]).to_dict("records")}
    columns = ("text", "kind", "origin", "standing")
    assert [rows["P"][column] for column in columns] == [
        "Letter of the harbour office", "document", "Port Ansel harbour office", "sound",
    ]  # fmt: skip
    assert [rows["news-mixed-up"][column] for column in columns] == [
        "Harbour News", "record", "Port Ansel harbour office", "error",
    ]  # fmt: skip
    assert rows["R"]["origin"] == ""


def test_rules_bodies_conversions_and_denials_tell_nothing_of_the_volume(tmp_path: Path) -> None:
    kinds = ["statement", "rule", "body", "conversion", "repeat", "source", "denial"]
    rows = tuple(
        {"record_id": f"a-{kind}", "kind": kind, "address": f"https://{kind}.example.invalid/"} for kind in kinds
    )
    frame = descent_frame(read_evidence(write_record_case(tmp_path / "made", statements=rows)))
    assert list(frame[frame["kind"] == "record"]["text_id"]) == ["a-statement", "a-repeat", "a-source"]


def test_what_stands_at_one_address_is_one_text(tmp_path: Path) -> None:
    wrong = {"record_id": "a-slip", "standing": "error", "note": "It counts the barges twice."}
    frame = descent_frame(
        read_evidence(write_record_case(tmp_path / "made", statements=({"record_id": "a-count"}, wrong)))
    )
    assert descents(frame[frame["kind"] == "record"]) == [("a-count", "accord", False)]
    assert list(frame[frame["kind"] == "record"]["standing"]) == ["error"]


def descended(folder: Path, *origins: str, origin: str = "first") -> list[tuple[str, str, bool]]:
    """The descents of one record with this origin, in a case with these further origins."""
    write_record_case(folder)
    path = folder / "origins.csv"
    write(path, path.read_text(encoding="utf-8") + "".join(f"{row}\n" for row in origins))
    write_rows(folder, "statements", STATEMENT | {"record_id": "told", "origin": origin})
    return [row for row in descents(descent_frame(read_evidence(folder))) if row[0] == "told"]


def test_a_text_with_two_origins_has_two_rows(tmp_path: Path) -> None:
    rows = "first,First,outlet,left; right,stated,,,,,", "left,Left,body,,,,,,,", "right,Right,body,,,,,,,"
    assert descended(tmp_path / "made", *rows) == [("told", "left", False), ("told", "right", False)]


def test_one_stated_way_down_is_enough_for_an_origin_not_to_be_inferred(tmp_path: Path) -> None:
    rows = (
        "first,First,outlet,left; right,stated,,,,,",
        "left,Left,outlet,last,inferred,It reads alike.,,,,",
        "right,Right,outlet,last,stated,,,,,",
        "last,Last,body,,,,,,,",
    )
    assert descended(tmp_path / "made", *rows) == [("told", "last", False)]
    assert descended(tmp_path / "other", *rows, origin="left") == [("told", "last", True)]


def test_an_unnamed_last_origin_is_not_a_known_one(tmp_path: Path) -> None:
    assert descended(tmp_path / "made", "first,Some experts,unnamed,,,,,,,") == [("told", "", False)]


def test_descent_may_end_in_a_document_that_names_nobody(tmp_path: Path) -> None:
    rows = ("first,First,outlet,report-01,stated,,,,,",)
    assert descended(tmp_path / "made", *rows) == [("told", "report-01", False)]


def test_without_a_public_record_the_documents_stand_alone(tmp_path: Path) -> None:
    assert descents(descent_frame(read_evidence(write_case(tmp_path / "made", 2)))) == [
        ("R1", "", False), ("R2", "", False),
    ]  # fmt: skip


def test_a_case_without_texts_has_an_empty_frame(tmp_path: Path) -> None:
    assert descent_frame(read_evidence(write_case(tmp_path / "made", 0))).empty
