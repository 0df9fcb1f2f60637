"""Rows as frames and back: the dtypes that every frame keeps, with or without rows."""

from datetime import date

import pandas as pd
import pytest

from data.frames.rows import DAY, framed, rows_of

COLUMNS = ["title", "day", "year", "volume", "sure", "ids"]
KINDS = {"day": DAY, "year": "Int64", "volume": "float64", "sure": "bool", "ids": "object"}
DTYPES = {"title": "str", "day": DAY, "year": "Int64", "volume": "float64", "sure": "bool", "ids": "object"}
FULL = {"title": "salt", "day": date(2031, 3, 7), "year": 2031, "volume": 2.5, "sure": True, "ids": ("S01", "S02")}
BARE = {"title": "", "day": None, "year": pd.NA, "volume": None, "sure": False, "ids": ("S03", "S04")}


@pytest.mark.parametrize("rows", [[FULL, BARE], []], ids=["two rows", "no row"])
def test_a_frame_has_its_dtypes_also_without_a_row(rows: list[dict[str, object]]) -> None:
    frame = framed(rows, COLUMNS, KINDS)
    assert {name: str(kind) for name, kind in frame.dtypes.items()} == DTYPES


def test_the_columns_stand_in_the_order_asked_for() -> None:
    assert list(framed([FULL], ["volume", "title"], KINDS).columns) == ["volume", "title"]


def test_a_row_comes_back_in_plain_values() -> None:
    (row,) = rows_of(framed([FULL], COLUMNS, KINDS))
    assert row == FULL | {"day": pd.Timestamp(2031, 3, 7)}
    assert [type(row[name]) for name in ("year", "volume", "sure", "ids")] == [int, float, bool, tuple]


def test_what_is_missing_is_missing_in_the_way_of_its_column() -> None:
    (row,) = rows_of(framed([BARE], ["day", "year", "volume"], KINDS))
    assert (row["day"] is pd.NaT, row["year"] is pd.NA, pd.isna(row["volume"])) == (True, True, True)


def test_a_row_that_lacks_a_column_is_refused() -> None:
    with pytest.raises(KeyError, match="volume"):
        framed([{"title": "salt"}], ["title", "volume"], KINDS)


def test_a_frame_without_rows_gives_none() -> None:
    assert rows_of(framed([], COLUMNS, KINDS)) == []
