"""CSV that opens in a spreadsheet program without running anything."""

import pandas as pd
import pytest

from data.spreadsheet import csv_bytes, neutral


@pytest.mark.parametrize("mark", ["=", "+", "-", "@", "\t", "\r"])
def test_a_text_that_looks_like_a_formula_gets_an_apostrophe(mark: str) -> None:
    assert neutral(f"{mark}1+1") == f"'{mark}1+1"


def test_a_formula_behind_spaces_is_neutralised_too() -> None:
    assert neutral("  =1+1") == "'  =1+1"


def test_other_texts_stay_as_they_are() -> None:
    assert neutral("over one million") == "over one million"


def test_numbers_stay_numbers() -> None:
    assert csv_bytes(pd.DataFrame({"volume": [-1.5]})) == b"\xef\xbb\xbfvolume\r\n-1.5\r\n"


def test_lists_are_joined_and_their_beginning_neutralised() -> None:
    frame = pd.DataFrame({"claim_ids": [("A04", "A14"), ("=x",)]})
    assert csv_bytes(frame) == "\ufeffclaim_ids\r\nA04; A14\r\n'=x\r\n".encode()


def test_days_are_written_as_days_and_missing_ones_left_empty() -> None:
    frame = pd.DataFrame({"day": [pd.Timestamp("2024-03-07"), pd.NaT]})
    assert csv_bytes(frame) == '\ufeffday\r\n2024-03-07\r\n""\r\n'.encode()
