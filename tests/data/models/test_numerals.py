"""Numbers of CSV files: digits alone; whatever could be read in two ways is refused with the form to write."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import examine
from data.models.numerals import fault_of, numeral
from tests.cases.edit import plant
from tests.cases.record_csv import notice, write_record_case


@pytest.mark.parametrize("text", ["0", "10000", "7.5", "0.125", "1194.58", "15.2790", "1234.567", "1000000"])
def test_plain_digits_are_taken(text: str) -> None:
    assert fault_of(text) is None


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("10.000", "Write 10000 if the mark divides thousands, 10 if it begins decimals."),
        ("15.279", "Write 15279 if the mark divides thousands, 15.2790 if it begins decimals."),
        ("10,000", "Write 10000 if the mark divides thousands, 10 if it begins decimals."),
        ("１０.０００", "Write 10000 if the mark divides thousands, 10 if it begins decimals."),
        ("1_000", "Write 1000, if that is meant."),
        ("1e4", "Write 10000, if that is meant."),
        ("10 000", "Write 10000, if that is meant."),
        ("10\u00a0000", "Write 10000, if that is meant."),
        ("10\u202f000", "Write 10000, if that is meant."),
        ("10’000", "Write 10000, if that is meant."),
        ("1.000.000", "Write 1000000, if that is meant."),
        ("1,000.5", "Write 1000.5, if that is meant."),
        ("1.000,5", "Write 1000.5, if that is meant."),
        ("1,5", "Write 1.5, if that is meant."),
        ("٥٠٠٬٠٠٠", "Write 500000, if that is meant."),
        ("１２３", "Write 123, if that is meant."),
        ("+5", "Write 5, if that is meant."),
        (".5", "Write 0.5, if that is meant."),
        ("5.", "Write 5, if that is meant."),
        ("007", "Write 7, if that is meant."),
        ("-5", "Write digits alone, with a point before decimals and no sign: 500000 or 7.5."),
        ("inf", "Write digits alone, with a point before decimals and no sign: 500000 or 7.5."),
        ("ten", "Write digits alone, with a point before decimals and no sign: 500000 or 7.5."),
        ("12,34,567", "Write digits alone, with a point before decimals and no sign: 500000 or 7.5."),
        ("1e30", "Write digits alone, with a point before decimals and no sign: 500000 or 7.5."),
    ],
)
def test_another_way_of_writing_is_refused_with_the_form_to_write(text: str, remedy: str) -> None:
    fault = fault_of(text)
    assert fault is not None
    assert fault[1] == remedy
    written = [word.strip(",.") for word in remedy.split() if word.strip(",.").replace(".", "").isdecimal()]
    assert all(fault_of(number) is None for number in written)


@given(st.floats(min_value=0, max_value=1e15) | st.integers(0, 10**15).map(float))
def test_what_the_app_writes_into_a_cell_it_reads_back_as_the_same_number(value: float) -> None:
    assert fault_of(numeral(value)) is None
    assert float(numeral(value)) == value


@pytest.mark.parametrize("value", ["10.000", "1e4", "1_000", "10 000", "٣٠٠", "+300"])
@pytest.mark.parametrize(
    ("file", "cell", "place"),
    [
        ("public-record/notified.csv", "=,300,tonne", "row 2, value"),
        ("limits.csv", ",500,tonne", "row 2, value"),
    ],
)
def test_no_file_takes_such_a_number(tmp_path: Path, file: str, cell: str, place: str, value: str) -> None:
    folder = write_record_case(tmp_path / "made", notice("year", "2039", "300"))
    plant(folder / file, cell, cell.replace("300", value).replace("500", value))
    assert [problem.place for problem in examine(folder).problems] == [place]


def test_a_number_whose_comma_divides_its_cell_is_told_to_be_written_without(tmp_path: Path) -> None:
    folder = write_record_case(tmp_path / "made", notice("year", "2039", "10000"))
    plant(folder / "public-record" / "notified.csv", ",10000,", ",10,000,")
    (problem,) = examine(folder).problems
    assert (problem.place, problem.what) == ("row 2", "the row has 17 cells")
    assert problem.remedy == "Write numbers without commas: 10000, not 10,000."


def test_a_row_with_too_few_cells_is_told_how_many_commas_it_has(tmp_path: Path) -> None:
    folder = write_record_case(tmp_path / "made", notice("year", "2039", "10000"))
    plant(folder / "public-record" / "notified.csv", ",used,,,", ",used,,")
    (problem,) = examine(folder).problems
    assert problem.remedy == "Give each row all cells: an empty one for what is not given, 15 commas in all."
