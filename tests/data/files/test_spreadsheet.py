"""CSV that opens in a spreadsheet program without running anything."""

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from data.files.spreadsheet import csv_bytes, joined, neutral, parted, plain

ODD = st.text("=+-@＝\t\r\n' ;\\0a", max_size=8) | st.text(max_size=8)


@pytest.mark.parametrize("mark", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＠"])
def test_a_text_that_looks_like_a_formula_gets_an_apostrophe(mark: str) -> None:
    assert neutral(f"{mark}1+1") == f"'{mark}1+1"


@pytest.mark.parametrize(
    ("text", "written"),
    [("  =1+1", "'  =1+1"), ("'=1+1", "''=1+1"), ("' '@x", "'' '@x"), ("''\tx", "'''\tx")],
)
def test_a_formula_behind_spaces_and_apostrophes_is_neutralised_too(text: str, written: str) -> None:
    assert neutral(text) == written


@pytest.mark.parametrize("text", ["over one million", "", "'quoted'", "1 = 1", " a=b"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert (neutral(text), plain(text)) == (text, text)


def test_an_apostrophe_of_the_source_is_not_taken_for_one_of_ours() -> None:
    assert plain("'=1+1") == "=1+1"
    assert plain("''=1+1") == "'=1+1"


@given(ODD)
@example("'' '＝")
def test_every_text_comes_back_as_it_was(text: str) -> None:
    assert plain(neutral(text)) == text


@given(ODD)
def test_no_text_but_a_lone_equals_sign_is_written_so_that_it_begins_as_a_formula(text: str) -> None:
    written = neutral(text)
    assert written.strip(" ") == "=" or not written.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_list_is_joined_with_semicolons_and_its_own_semicolons_are_marked() -> None:
    assert joined(("A04", "salt; by barge", "C:\\x", "")) == r"A04; salt\; by barge; C:\\x; \0"


@pytest.mark.parametrize(
    ("cell", "parts"),
    [("", ()), ("A04", ("A04",)), ("A04; B05", ("A04", "B05")), (r"a\; b; \0", ("a; b", "")), (r"\\; c", ("\\", "c"))],
)
def test_a_joined_cell_is_parted_again(cell: str, parts: tuple[str, ...]) -> None:
    assert parted(cell) == parts


@given(st.lists(ODD, max_size=5).map(tuple))
@example(("", ""))
@example(("a\\", "b"))
@example((" a", "\\0", ";"))
def test_every_list_comes_back_as_it_was(parts: tuple[str, ...]) -> None:
    assert parted(joined(parts)) == parts


def test_numbers_stay_numbers() -> None:
    assert csv_bytes(pd.DataFrame({"volume": [-1.5]})) == b"\xef\xbb\xbfvolume\r\n-1.5\r\n"


def test_lists_in_a_frame_are_joined_and_their_beginning_neutralised() -> None:
    frame = pd.DataFrame({"claim_ids": [("A04", "A14"), ("=x",)]})
    assert csv_bytes(frame) == "\ufeffclaim_ids\r\nA04; A14\r\n'=x\r\n".encode()


def test_days_are_written_as_days_and_missing_ones_left_empty() -> None:
    frame = pd.DataFrame({"day": [pd.Timestamp("2024-03-07"), pd.NaT]})
    assert csv_bytes(frame) == '\ufeffday\r\n2024-03-07\r\n""\r\n'.encode()
