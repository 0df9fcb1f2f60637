"""Evidence -> what the timeline draws."""

from pathlib import Path

import pandas as pd
import pytest

from data import read_evidence, timeline_frame
from data.frames.timeline import filtered, writing_frame, years_of
from tests.cases.edit import plant
from tests.cases.salt_case import write_case
from tests.cases.second_case import SECOND_CASE


@pytest.fixture(scope="module")
def timeline() -> pd.DataFrame:
    return timeline_frame(read_evidence(SECOND_CASE))


def days(timeline: pd.DataFrame, event_id: str) -> list[str]:
    """earliest, known_from, known_to and latest of an event, as text."""
    row = timeline.set_index("event_id").loc[event_id]
    return [
        "" if pd.isna(row[column]) else f"{row[column]:%Y-%m-%d}"
        for column in ("earliest", "known_from", "known_to", "latest")
    ]


@pytest.mark.parametrize(
    ("event_id", "expected"),
    [
        ("barges-counted", ["2031-04-01", "2031-04-01", "2031-09-30", "2031-09-30"]),
        ("copper-shipped", ["2031-04-01", "2031-06-01", "2031-08-31", "2031-09-30"]),
        ("barges-seen", ["2031-02-01", "", "", ""]),
        ("traders-plan", ["", "", "", "2032-06-30"]),
        ("june-agreement", ["", "", "", ""]),
        ("master-speaks", ["2031-10-03", "2031-10-03", "2031-10-03", "2031-10-03"]),
        ("minister-denies", ["2031-10-06", "", "", "2031-12-31"]),
    ],
)
def test_an_event_has_the_days_that_its_wording_allows(
    timeline: pd.DataFrame, event_id: str, expected: list[str]
) -> None:
    assert days(timeline, event_id) == expected


def test_open_ends_single_days_and_missing_years_are_marked(timeline: pd.DataFrame) -> None:
    marked = {
        mark: list(timeline[timeline[mark]]["event_id"])
        for mark in ("open_start", "open_end", "single_day", "yearless")
    }
    assert marked == {
        "open_start": ["traders-plan"],
        "open_end": ["barges-seen"],
        "single_day": ["master-speaks"],
        "yearless": ["june-agreement"],
    }  # fmt: skip


def test_an_open_end_is_known_to_last_until_the_document_can_have_been_written(second_copy: Path) -> None:
    toml = second_copy / "documents" / "night-broadcast" / "evidence.toml"
    plant(toml, 'language = "en"', 'language = "en"\nwritten = "[2031-11-01..]"\nwritten_basis = "stated"')
    assert days(timeline_frame(read_evidence(second_copy)), "barges-seen") == [
        "2031-02-01",
        "2031-04-30",
        "2031-11-01",
        "",
    ]


def test_an_event_names_supporting_and_contradicting_claims_and_their_documents(timeline: pd.DataFrame) -> None:
    row = timeline.set_index("event_id").loc["copper-shipped"]
    assert (row["supports"], row["contradicts"], row["claim_ids"], row["documents"]) == (
        ("P02", "Q01"), ("Q03",), ("P02", "Q01", "Q03"), ("P", "Q"),
    )  # fmt: skip


def test_no_filter_lets_every_event_pass(timeline: pd.DataFrame) -> None:
    assert len(filtered(timeline)) == 8


def test_filters_are_joined_by_and(timeline: pd.DataFrame) -> None:
    found = filtered(timeline, lanes=["shipments"], documents=["R"])
    assert list(found["event_id"]) == ["barges-seen"]


def test_kinds_of_claim_filter_events(timeline: pd.DataFrame) -> None:
    assert list(filtered(timeline, kinds=["forecast"])["event_id"]) == ["traders-plan"]


def test_words_are_searched_in_quotes_without_regard_to_case_and_never_as_a_pattern(timeline: pd.DataFrame) -> None:
    assert list(filtered(timeline, words="LEDGER they|X")["event_id"]) == []
    assert list(filtered(timeline, words=" Told Us ")["event_id"]) == ["master-speaks"]
    assert list(filtered(timeline, words="$X$")["event_id"]) == ["misprints"]


@pytest.mark.parametrize(
    ("since", "until", "passed"),
    [
        (None, 2030, {"traders-plan"}),
        (2032, None, {"barges-seen", "traders-plan"}),
        (2032, 2031, {"barges-seen", "traders-plan"}),
    ],
    ids=["to 2030", "from 2032", "the ends swapped"],
)
def test_years_let_pass_what_may_have_happened_in_them(
    timeline: pd.DataFrame, since: int | None, until: int | None, passed: set[str]
) -> None:
    assert set(filtered(timeline, since=since, until=until)["event_id"]) == passed


def test_a_year_leaves_out_only_what_no_reading_puts_there_and_what_has_no_year(timeline: pd.DataFrame) -> None:
    found = set(filtered(timeline, since=2031, until=2031)["event_id"])
    assert set(timeline["event_id"]) - found == {"june-agreement"}
    assert years_of(timeline) == [2031, 2032]


def test_a_case_without_events_has_an_empty_frame_of_the_same_types(tmp_path: Path, timeline: pd.DataFrame) -> None:
    empty = timeline_frame(read_evidence(write_case(tmp_path / "made", 0)))
    assert len(empty) == 0
    columns = ["earliest", "latest", "open_start", "single_day"]
    assert list(empty[columns].dtypes) == list(timeline[columns].dtypes)


def test_filters_of_an_empty_timeline_find_nothing(tmp_path: Path) -> None:
    empty = timeline_frame(read_evidence(write_case(tmp_path / "made", 0)))
    assert len(filtered(empty, lanes=["shipments"], documents=["R1"], kinds=["fact"], words="salt")) == 0


def test_writing_windows_say_whether_a_publication_date_is_established() -> None:
    writing = writing_frame(read_evidence(SECOND_CASE)).set_index("document")
    assert list(writing["published"]) == [True, False, False]
    assert list(writing["date"]) == ["2031-10-05", "[2031-10-06..2031-12-31]", ""]
    assert list(writing["earliest"].isna()) == [False, False, True]
