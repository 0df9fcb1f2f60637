"""Planted defects: each is reported where it stands, with what to do, and nothing else is."""

import os
import tomllib
from pathlib import Path
from typing import Any

import pytest

from data import examine
from tests.cases.edit import plant, write
from tests.cases.salt_case import write_case
from tests.cases.second_case import (
    CASE,
    EVENTS,
    LETTER,
    LETTER_TEXT,
    LIMITS,
    ORIGINS,
    QUESTIONS,
    SECOND_CASE,
    inside,
    places,
)

DEFECTS = tomllib.loads((SECOND_CASE.parent / "planted-defects.toml").read_text(encoding="utf-8"))["defect"]


def named(defect: dict[str, Any]) -> str:
    """A defect as the name of its test."""
    return f"{defect['file'].split('/')[-1]} {defect['place']} {defect['what']}"


@pytest.mark.parametrize("defect", DEFECTS, ids=named)
def test_a_planted_defect_is_the_one_problem_that_is_reported(defect: dict[str, str], second_copy: Path) -> None:
    plant(second_copy / defect["file"], defect["old"], defect["new"])
    (problem,) = examine(second_copy).problems
    assert (inside(problem.file), problem.place) == (defect["file"], defect["place"])
    assert problem.what.startswith(defect["what"])
    assert defect["remedy"] in problem.remedy


@pytest.mark.parametrize(
    ("start", "seen"),
    [
        (f"0x{'f' * 9000}", "a number of more than 100 digits"),
        (f"[{'[' * 150}{']' * 150}]", "a list of 1"),
        (f"'{'x' * 9000}'", f"'{'x' * 120}… (9,000 characters)'"),
        ("2024-01-01", "2024-01-01"),
        ("{ a = 1 }", ""),
    ],
)
def test_a_value_that_cannot_be_shown_whole_is_described(start: str, seen: str, second_copy: Path) -> None:
    plant(second_copy / LETTER, "start = 0\n", f"start = {start}\n")
    (problem,) = examine(second_copy).problems
    assert (problem.place, problem.seen) == ("claim P01, start", seen)


@pytest.mark.parametrize(
    ("value", "what"),
    [
        ("1" * 5000, "the file is not sound TOML: a number has thousands of digits"),
        ("[" * 5000 + "]" * 5000, "the file is nested too deeply"),
        (".".join("a" * 5000), "the file is not sound TOML: what stands behind the = is no value"),
    ],
)
def test_toml_that_exhausts_its_reader_is_reported(value: str, what: str, second_copy: Path) -> None:
    plant(second_copy / CASE, "format = 1", f"format = {value}")
    assert [problem.what for problem in examine(second_copy).problems] == [what]


def test_a_key_nested_five_thousand_deep_is_called_too_deep(second_copy: Path) -> None:
    plant(second_copy / CASE, "format = 1", f"format = 1\n{'.'.join('a' * 5000)} = 1")
    assert [problem.what for problem in examine(second_copy).problems] == ["the file is nested too deeply"]


def test_a_misspelt_document_table_is_missing_and_unknown(second_copy: Path) -> None:
    plant(second_copy / LETTER, "[document]\n", "[documents]\n")
    assert places(examine(second_copy)) == [f"{LETTER}, document", f"{LETTER}, documents"]


@pytest.mark.parametrize(
    ("file", "content", "place", "what"),
    [
        (EVENTS, b"", EVENTS, "the file is empty"),
        (EVENTS, b"\xef\xbb\xbf \r\n", EVENTS, "the file is empty"),
        (EVENTS, b"event_id;lane;title\n", f"{EVENTS}, row 1", "the header is wrong: missing event_id"),
        (EVENTS, "event_id,lane".encode("utf-16"), f"{EVENTS}, byte 0", "the file is not UTF-8"),
        (EVENTS, "event_id,lane".encode("utf-16-le"), EVENTS, "the file has NUL characters"),
        (EVENTS, "event_id,größe\n".encode("latin-1"), f"{EVENTS}, byte 11", "the file is not UTF-8"),
        (EVENTS, b'"' + b"x" * 200_000 + b'"\n', f"{EVENTS}, row 1", "the row is not sound CSV"),
        (EVENTS, b"a," * 100_000 + b"\n", f"{EVENTS}, row 1", "the header is wrong: missing event_id"),
        (QUESTIONS, b"", QUESTIONS, "the file is empty"),
        (QUESTIONS, b"question = 3\n", f"{QUESTIONS}, question", "this is not a list of questions"),
        (QUESTIONS, b"question = [3]\n", f"{QUESTIONS}, question number 1", "this value is wrong"),
        (QUESTIONS, b"[question]\nid = 'x'\n", f"{QUESTIONS}, question", "this is not a list of questions"),
        (LETTER, b"claim = 3\n", f"{LETTER}, claim", "this is not a list of claims"),
        (LETTER, b"document = []\n", f"{LETTER}, document", "[document] is missing"),
        (LETTER, b"", LETTER, "the file is empty"),
        (LETTER_TEXT, b"", LETTER_TEXT, "the file is empty"),
        (LETTER_TEXT, "Größe".encode("latin-1"), f"{LETTER_TEXT}, byte 2", "the file is not UTF-8"),
        (LETTER_TEXT, b"a\0b", LETTER_TEXT, "the file has NUL characters"),
        (CASE, b"", CASE, "the file is empty"),
        (ORIGINS, b"\0\0\0", ORIGINS, "the file has NUL characters"),
    ],
)
def test_a_file_that_is_not_what_it_should_be_is_reported_as_such(
    second_copy: Path, file: str, content: bytes, place: str, what: str
) -> None:
    (second_copy / file).write_bytes(content)
    found = examine(second_copy)
    reported = {where: problem.what for where, problem in zip(places(found), found.problems, strict=True)}
    assert reported[place].startswith(what)


@pytest.mark.parametrize("file", [CASE, EVENTS, LIMITS, ORIGINS, QUESTIONS, LETTER, LETTER_TEXT])
def test_a_missing_file_is_one_problem_and_no_reference_to_it_is_called_unknown(second_copy: Path, file: str) -> None:
    (second_copy / file).unlink()
    found = examine(second_copy)
    assert [(inside(one.file), one.what) for one in found.problems] == [(file, "the file is missing")]


def test_a_missing_documents_folder_is_one_problem(second_copy: Path) -> None:
    (second_copy / "documents").rename(second_copy / "elsewhere")
    found = examine(second_copy)
    assert places(found) == ["documents"]
    # Every event, question and second reading, the limit, the source summary, and the origin of a document.
    assert len(found.withheld) == 8 + 5 + 3 + 3
    assert found.evidence.limits == ()


def test_an_empty_documents_folder_is_a_case_that_has_only_begun(tmp_path: Path) -> None:
    assert examine(write_case(tmp_path / "made", 0)).problems == ()


def test_a_folder_that_is_not_there_is_one_problem(tmp_path: Path) -> None:
    assert [problem.what for problem in examine(tmp_path / "nowhere").problems] == ["there is no such folder"]


@pytest.mark.parametrize("name", ["x" * 5_000, "a\0b", ""])
def test_a_path_that_cannot_be_is_one_problem_or_the_folder_one_stands_in(name: str) -> None:
    assert examine(name).problems


def test_a_folder_where_a_file_should_be_is_reported(second_copy: Path) -> None:
    (second_copy / EVENTS).unlink()
    (second_copy / EVENTS).mkdir()
    assert [problem.what for problem in examine(second_copy).problems] == ["this is not a file"]


def test_a_pipe_where_a_file_should_be_is_not_waited_for(second_copy: Path) -> None:
    (second_copy / EVENTS).unlink()
    os.mkfifo(second_copy / EVENTS)
    assert [problem.what for problem in examine(second_copy).problems] == ["this is not a file"]


def test_a_file_outside_a_document_folder_is_reported(second_copy: Path) -> None:
    write(second_copy / "documents" / "stray.txt", "x")
    assert places(examine(second_copy)) == ["documents/stray.txt"]


def test_a_folder_with_a_name_that_no_text_can_hold_does_not_stop_the_run(second_copy: Path) -> None:
    Path(os.fsdecode(os.fsencode(second_copy / "documents") + b"/\xff\x1b[31m")).mkdir()
    text = "\n".join(str(problem) for problem in examine(second_copy).problems)
    assert text.encode("utf-8").count(rb"\udcff\x1b[31m") == 2  # text.txt and evidence.toml are missing


def test_a_file_cut_off_in_its_last_row_is_noticed(second_copy: Path) -> None:
    content = (second_copy / EVENTS).read_bytes()
    (second_copy / EVENTS).write_bytes(content[:-1])
    assert places(examine(second_copy)) == [f"{EVENTS}, last row"]


def test_control_characters_and_terminal_escapes_are_spelled_out(second_copy: Path) -> None:
    plant(second_copy / CASE, "format = 1", 'format = 1\n"\\u001b[31mred\\u202e" = 1')
    (problem,) = examine(second_copy).problems
    assert problem.place == r"\x1b[31mred\u202e"
    assert str(problem).replace("\n", "").isprintable()


def test_a_key_of_a_million_digits_is_reported_and_cut(second_copy: Path) -> None:
    plant(second_copy / CASE, "format = 1", f"format = 1\n{'1' * 1_000_000} = 1")
    (problem,) = examine(second_copy).problems
    assert len(problem.place) < 2_000


def test_all_defects_are_reported_in_one_run_in_the_order_of_files_and_rows(second_copy: Path) -> None:
    plant(second_copy / ORIGINS, "harbour-letter,stated", "harbor-letter,stated")
    plant(second_copy / LIMITS, "20000", "inf")
    plant(second_copy / EVENTS, "31 barges counted at", "32 barges counted at")
    plant(second_copy / EVENTS, "2031-10-03,stated", "03/10/2031,stated")
    plant(second_copy / LETTER, "start = 309\n", 'start = "309"\n')
    plant(second_copy / CASE, "format = 1", "format = 2")
    assert places(examine(second_copy)) == [
        "case.toml, format",
        f"{LETTER}, claim P04, start",
        "events.csv, row 2, title",
        "events.csv, row 7, date",
        "limits.csv, row 2, value",
        "origins.csv, row 4, derived_from",
    ]  # fmt: skip


def test_one_claim_may_have_several_problems_at_once(second_copy: Path) -> None:
    plant(second_copy / LETTER, "end = 117\n", "end = 118\n")
    plant(second_copy / LETTER, "value = 31\n", "value = 32\n")
    plant(second_copy / LETTER, 'origin = "born"', 'origin = "borne"')
    plant(second_copy / LETTER, 'topic = "traffic"', 'topic = "barges"')
    assert places(examine(second_copy)) == [
        f"{LETTER}, claim P01",
        f"{LETTER}, claim P01, topic",
        f"{LETTER}, claim P01, value",
        f"{LETTER}, claim P04, origin",
    ]


def test_keys_that_contradict_each_other_in_two_ways_give_two_problems(second_copy: Path) -> None:
    plant(second_copy / LETTER, 'value = 31\nunit = "barge"\n', "value = 31\n")
    plant(second_copy / LETTER, 'date = "2031-04-01/2031-09-30"\ndate_basis = "stated"\n', 'date = "2031"\n')
    assert [problem.what for problem in examine(second_copy).problems] == [
        "the number is not whole: it has operator, value",
        "date has no date_basis",
    ]
