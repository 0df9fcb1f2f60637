"""The time axis of a slide: which months it shows, and which days are named on it."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

import pandas as pd
import pytest
from components.slides.months import Axis, axis_for, tick_names, ticks

from components.slides.counted import periods_of


def shown(*rows: tuple[str | None, str | None]) -> pd.DataFrame:
    """A frame of first and last days, as an axis is made from."""
    columns = {"earliest": [first for first, _ in rows], "latest": [last for _, last in rows]}
    return pd.DataFrame(columns).astype("datetime64[s]")


def names_of(axis: Axis, most: int) -> list[str]:
    return tick_names(ticks(axis, most))


@pytest.mark.parametrize(
    ("rows", "first", "last"),
    [
        ([("2031-03-07", "2031-09-02")], date(2031, 3, 1), date(2031, 9, 30)),
        ([("2031-03-07", None), (None, "2032-02-29")], date(2031, 3, 1), date(2032, 2, 29)),
        ([("2031-03-07", "2031-03-07")], date(2031, 2, 1), date(2031, 4, 30)),
        ([(None, None)], date(2000, 1, 1), date(2000, 12, 31)),
    ],
)
def test_an_axis_shows_whole_months_and_at_least_three(
    rows: Iterable[tuple[str | None, str | None]], first: date, last: date
) -> None:
    axis = axis_for([shown(*rows)], shown(), 0, 10)
    assert (axis.first, axis.last) == (first, last)


def test_the_public_record_lengthens_an_axis_by_no_more_than_a_quarter() -> None:
    axis = axis_for(
        [shown(("2031-01-01", "2031-12-31"))], shown(("1990-05-01", "1990-05-01"), ("2032-01-10", None)), 0, 1
    )
    assert (axis.first, axis.last) == (date(2030, 10, 1), date(2032, 1, 31))


@pytest.mark.parametrize(
    ("first", "last", "names"),
    [
        (date(2031, 3, 1), date(2031, 6, 30), ["Mar 2031", "Apr", "May", "Jun"]),
        (date(2030, 11, 1), date(2032, 2, 28), ["Jan 2031", "Apr", "Jul", "Oct", "Jan 2032"]),
        (date(2020, 1, 1), date(2026, 12, 31), ["2020", "2021", "2022", "2023", "2024", "2025", "2026"]),
        (date(1960, 1, 1), date(2024, 12, 31), ["1960", "1970", "1980", "1990", "2000", "2010", "2020"]),
    ],
)
def test_as_many_days_are_named_as_there_is_room_for(first: date, last: date, names: list[str]) -> None:
    assert names_of(Axis(first, last, 0, 10), most=8) == names


def test_stretches_of_counting_join_without_a_gap() -> None:
    periods = periods_of(Axis(date(2029, 11, 1), date(2033, 2, 28), 0, 10))
    assert [period.name for period in periods][:3] == ["Nov–Dec 2029", "Jan–Mar 2030", "Apr–Jun 2030"]
    assert all((after.first - before.last).days == 1 for before, after in pairwise(periods))
