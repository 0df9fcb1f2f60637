"""What the public record adds to the timeline and to the comparison."""

from pathlib import Path

import pandas as pd
import pytest

from data import Evidence, read_evidence, timeline_frame
from data.frames.comparison import record_answers
from data.frames.timeline import filtered, record_events_frame
from tests.cases.edit import plant
from tests.cases.record_csv import SIGHTING, write_record_case, write_rows
from tests.cases.salt_case import write_case
from tests.cases.second_case import SECOND_CASE


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    return read_evidence(SECOND_CASE)


@pytest.fixture(scope="module")
def events(evidence: Evidence) -> pd.DataFrame:
    return record_events_frame(evidence)


def test_sound_rows_with_a_title_are_events_under_their_record_id(events: pd.DataFrame) -> None:
    rows = events[["event_id", "lane", "type", "title"]].itertuples(index=False, name=None)
    assert list(rows) == [
        ("registry-barges", "shipments", "statement", "33 barges passed the locks"),
        ("traders-range", "shipments", "source", "Traders: copper goes “since the spring”"),
        ("agreement-signed", "agreements", "statement", "June agreement signed"),
        ("osprey-in-may", "shipments", "sighting", "Osprey at Port Ansel"),
    ]


def test_a_cited_event_names_its_record_and_no_claim(evidence: Evidence, events: pd.DataFrame) -> None:
    row = events.iloc[0]
    assert (row["record_ids"], row["cited"], row["modality"]) == (("registry-barges",), True, "reported")
    assert [row[name] for name in ("supports", "contradicts", "claim_ids", "documents", "kinds")] == [()] * 5
    quoted = timeline_frame(evidence)
    assert (set(quoted["record_ids"]), set(quoted["cited"])) == ({()}, {False})
    assert list(quoted.columns) == list(events.columns)
    assert quoted.dtypes.to_dict() == events.dtypes.to_dict()


@pytest.mark.parametrize(
    ("record_id", "days"),
    [
        ("registry-barges", ["2031-04-01", "2031-04-30", "2031-09-01", "2031-09-30"]),
        ("agreement-signed", ["2030-06-14", "2030-06-14", "2030-06-14", "2030-06-14"]),
        # The end is open: it is known to have lasted until it was published.
        ("traders-range", ["2031-03-01", "2031-03-31", "2031-07-01", ""]),
    ],
)
def test_a_cited_event_has_the_days_that_its_window_allows(
    events: pd.DataFrame, record_id: str, days: list[str]
) -> None:
    row = events.set_index("event_id").loc[record_id]
    columns = ("earliest", "known_from", "known_to", "latest")
    assert ["" if pd.isna(row[column]) else f"{row[column]:%Y-%m-%d}" for column in columns] == days


def test_an_open_end_without_a_day_of_publication_is_not_known_to_last(second_copy: Path) -> None:
    plant(second_copy / "public-record" / "statements.csv", "2031-03/..,2031-07-01,", "2031-03/..,,")
    row = record_events_frame(read_evidence(second_copy)).set_index("event_id").loc["traders-range"]
    assert pd.isna(row["known_from"]) and pd.isna(row["known_to"])


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("OSPREY", ["osprey-in-may"]),
        ("old heron", ["osprey-in-may"]),
        ("satellite", ["osprey-in-may"]),
        ('"since the', ["traders-range"]),
        ("nine ports", ["registry-barges", "agreement-signed", "osprey-in-may"]),
    ],
)
def test_a_cited_event_is_found_by_its_words_its_vessel_and_who_said_it(
    events: pd.DataFrame, words: str, found: list[str]
) -> None:
    assert list(filtered(events, words=words)["event_id"]) == found


def test_a_sighting_of_no_single_vessel_is_drawn_too(tmp_path: Path) -> None:
    folder = write_record_case(tmp_path / "made")
    write_rows(folder, "sightings", SIGHTING | {"record_id": "several", "event": "Several barges"})
    assert list(record_events_frame(read_evidence(folder))["event_id"]) == ["several"]


def test_a_cited_event_without_a_year_is_kept_and_marked(second_copy: Path) -> None:
    plant(second_copy / "public-record" / "sightings.csv", ",2031-05-03,", ",XXXX-05,")
    row = record_events_frame(read_evidence(second_copy)).set_index("event_id").loc["osprey-in-may"]
    assert (row["yearless"], row["lane"]) == (True, "shipments")


def test_without_a_public_record_nothing_is_added(tmp_path: Path) -> None:
    evidence = read_evidence(write_case(tmp_path / "made", 1))
    assert (len(record_events_frame(evidence)), len(record_answers(evidence))) == (0, 0)


def test_statements_stand_at_the_questions_they_answer_errors_too_and_superseded_ones_not(evidence: Evidence) -> None:
    rows = record_answers(evidence)[["question_id", "record_id", "standing"]].itertuples(index=False, name=None)
    assert list(rows) == [
        ("volume", "news-volume", "sound"),
        ("volume", "news-mixed-up", "error"),
        ("volume", "traders-range", "sound"),
        ("volume", "ministry-denies", "sound"),
        ("traffic", "registry-barges", "sound"),
        ("traffic", "news-volume", "sound"),
        ("denial", "ministry-denies", "sound"),
        ("cap", "concord-rule", "sound"),
    ]


def test_an_answer_keeps_its_operator_unit_and_origin(evidence: Evidence) -> None:
    answers = {row["record_id"]: row for row in record_answers(evidence).to_dict("records")}
    columns = ("operator", "volume", "high", "unit", "origin")
    assert [answers["traders-range"][column] for column in columns] == [
        "range", 25_000, 27_000, "tonne", "Dockers of Port Ansel",
    ]  # fmt: skip
    assert [answers["concord-rule"][column] for column in columns[:2]] == ["<=", 20_000]


def test_an_answer_without_a_number_has_none(evidence: Evidence) -> None:
    (answer, *_) = (row for row in record_answers(evidence).to_dict("records") if row["record_id"] == "ministry-denies")
    assert (answer["operator"], answer["unit"]) == ("", "")
    assert pd.isna(answer["volume"]) and pd.isna(answer["high"])
