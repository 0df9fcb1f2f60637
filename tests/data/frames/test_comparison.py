"""Evidence -> questions x documents."""

from pathlib import Path

import pandas as pd
import pytest

from data import comparison_frame, read_evidence
from data.frames.comparison import questions_frame
from tests.cases.edit import plant
from tests.cases.salt_case import write_case
from tests.cases.second_case import SECOND_CASE


def cell(comparison: pd.DataFrame, question: str, document: str) -> pd.Series:
    """The row of a question and a document."""
    rows = comparison[(comparison["question_id"] == question) & (comparison["document"] == document)]
    return rows.iloc[0]


@pytest.fixture(scope="module")
def comparison() -> pd.DataFrame:
    return comparison_frame(read_evidence(SECOND_CASE))


def test_every_question_has_a_row_for_every_document(comparison: pd.DataFrame) -> None:
    assert list(comparison["document"]) == ["P", "Q", "R"] * 5


@pytest.mark.parametrize(
    ("question", "signs"),
    [
        ("volume", ["states", "states", "silent"]),
        ("traffic", ["states", "silent", "no figure"]),
        ("denial", ["states", "states", "unread"]),
        ("cap", ["states", "silent", "silent"]),
        ("misprints", ["silent", "odd", "silent"]),
    ],
)
def test_each_document_states_gives_no_figure_is_silent_odd_or_unread(
    comparison: pd.DataFrame, question: str, signs: list[str]
) -> None:
    assert list(comparison[comparison["question_id"] == question]["sign"]) == signs


def test_a_silent_document_keeps_the_claims_that_touch_the_subject(comparison: pd.DataFrame) -> None:
    row = cell(comparison, "volume", "R")
    assert (row["claim_ids"], row["words"]) == (("R02",), "“nobody writes down how much”")


def test_a_document_that_says_nothing_has_no_words(comparison: pd.DataFrame) -> None:
    row = cell(comparison, "cap", "R")
    assert (row["claim_ids"], row["words"]) == ((), "")


def test_only_a_document_that_was_read_is_silent(comparison: pd.DataFrame) -> None:
    read, unread = cell(comparison, "cap", "R"), cell(comparison, "denial", "R")
    assert (read["sign"], read["unread"]) == ("silent", ())
    assert (unread["sign"], unread["words"], unread["unread"]) == ("unread", "", ("R",))


def test_claims_that_only_touch_a_question_are_told_from_those_that_answer_it(comparison: pd.DataFrame) -> None:
    answering, silent = cell(comparison, "volume", "Q"), cell(comparison, "volume", "R")
    assert (answering["claim_ids"], answering["nearby"]) == (("Q01", "Q02"), ("Q02",))
    assert (silent["claim_ids"], silent["nearby"]) == (("R02",), ("R02",))


def test_a_retelling_is_no_second_origin(comparison: pd.DataFrame) -> None:
    row = questions_frame(comparison).set_index("question_id").loc["volume"]
    assert (row["answers"], row["independent_origins"], row["origins"]) == (2, 1, ("Port Ansel harbour office",))


def test_two_origins_are_counted_and_named(comparison: pd.DataFrame) -> None:
    row = questions_frame(comparison).set_index("question_id").loc["traffic"]
    assert (row["independent_origins"], row["origins"]) == (2, ("Dockers of Port Ansel", "Port Ansel harbour office"))


def test_an_origin_that_is_not_known_counts_for_nothing(comparison: pd.DataFrame) -> None:
    row = questions_frame(comparison).set_index("question_id").loc["cap"]
    assert (row["answers"], row["independent_origins"]) == (1, 0)


def test_a_document_at_the_end_of_a_descent_is_named_by_its_title(comparison: pd.DataFrame) -> None:
    row = questions_frame(comparison).set_index("question_id").loc["misprints"]
    assert row["origins"] == ("Letter of the harbour office",)


def test_questions_come_in_the_order_of_the_file(comparison: pd.DataFrame) -> None:
    assert list(questions_frame(comparison)["question_id"]) == ["volume", "traffic", "denial", "cap", "misprints"]


def test_a_case_without_documents_has_an_empty_comparison(tmp_path: Path) -> None:
    empty = comparison_frame(read_evidence(write_case(tmp_path / "made", 0)))
    assert (len(empty), len(questions_frame(empty))) == (0, 0)


def test_a_flag_that_asks_for_the_wording_makes_the_answer_odd(second_copy: Path) -> None:
    plant(second_copy / "case.toml", 'id = "no-number"', 'id = "no-number"\nwording = true')
    toml = second_copy / "documents" / "harbour-letter" / "evidence.toml"
    plant(toml, "value = 31\n", 'value = 31\nflags = ["no-number"]\n')
    row = cell(comparison_frame(read_evidence(second_copy)), "traffic", "P")
    assert row["sign"] == "odd"


def test_an_origin_that_a_curator_inferred_is_marked_as_inferred() -> None:
    own = comparison_frame(read_evidence())
    assert (cell(own, "trips", "A")["origins_inferred"], cell(own, "treaty", "B")["origins_inferred"]) == (True, False)


def test_only_agreement_from_independent_origins_of_two_documents_counts_as_corroborated(
    comparison: pd.DataFrame,
) -> None:
    marked = questions_frame(comparison).set_index("question_id")["corroborated"].to_dict()
    assert marked == {"volume": False, "traffic": True, "denial": False, "cap": False, "misprints": False}
