"""From when to when an axis reaches, and which days stand at its edge."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.frames.reach import FAR, beyond, reach, whole_reach, year_starts

Ends = tuple[str | None, str | None]
YEAR = [("2024-01-01", "2024-12-31"), ("2024-06-01", "2024-06-30"), ("2024-03-07", None)]


def shown(*rows: Ends) -> pd.DataFrame:
    """A frame of first and last days, as an axis is made from."""
    columns = {"earliest": [first for first, _ in rows], "latest": [last for _, last in rows]}
    return pd.DataFrame(columns).astype("datetime64[s]")


@pytest.mark.parametrize(
    "far",
    [
        ("1961-07-01", "1961-07-31"),
        ("0001-01-01", "0001-01-01"),
        ("9999-12-31", "9999-12-31"),
        ("1950-01-01", "2024-02-01"),
        (None, "1961-07-31"),
    ],
)
def test_one_event_from_far_away_does_not_lengthen_the_axis_of_a_year(far: Ends) -> None:
    assert reach([shown(far, *YEAR)]) == (date(2024, 1, 1), date(2024, 12, 31))


def test_an_early_and_a_late_one_together_do_not_either() -> None:
    rows = shown(("0001-01-01", "0001-12-31"), *YEAR, ("9999-01-01", "9999-12-31"))
    assert reach([rows]) == (date(2024, 1, 1), date(2024, 12, 31))
    assert whole_reach([rows]) == (date(1, 1, 1), date(9999, 12, 31))


@pytest.mark.parametrize(("first", "expected"), [("2019-01-03", date(2019, 1, 3)), ("2018-12-01", date(2024, 1, 1))])
def test_far_is_more_than_five_times_the_length_of_the_others(first: str, expected: date) -> None:
    assert FAR == 5
    found = reach([shown((first, first), *YEAR)])
    assert found
    assert found.first == expected


def test_a_few_days_count_as_a_year_so_that_the_year_before_is_never_far() -> None:
    rows = shown(("2024-03-01", "2024-03-02"), ("2024-03-03", "2024-03-04"), ("2020-05-01", "2020-05-01"))
    assert reach([rows]) == (date(2020, 5, 1), date(2024, 3, 4))


def test_two_groups_of_one_size_have_no_middle_and_are_both_shown() -> None:
    rows = shown(("2024-01-01", "2024-12-31"), ("8500-01-01", "8500-12-31"))
    assert reach([rows]) == (date(2024, 1, 1), date(8500, 12, 31))


def test_the_events_are_the_middle_however_many_documents_were_written_far_from_them() -> None:
    events, writing = shown(("1961-07-01", "1961-07-31")), shown(*[("2024-01-01", "2024-12-31")] * 9)
    assert reach([events, writing]) == (date(1961, 7, 1), date(1961, 7, 31))
    assert reach([shown(), writing]) == (date(2024, 1, 1), date(2024, 12, 31))


def test_without_a_day_there_is_no_reach() -> None:
    assert reach([shown((None, None)), shown()]) is None
    assert whole_reach([]) is None


def test_what_lies_outside_is_told_apart_from_what_runs_past_an_edge() -> None:
    rows = shown(("1961-07-01", "1961-07-31"), ("1950-01-01", "2024-02-01"), *YEAR, (None, "2024-05-01"))
    found = beyond(rows, date(2024, 1, 1), date(2024, 12, 31))
    assert (list(found.outside.index), list(found.across.index)) == ([0], [1])


@pytest.mark.parametrize(
    ("first", "last", "most", "years"),
    [
        (date(1, 1, 1), date(9999, 12, 31), 6, [2000, 4000, 6000, 8000]),
        (date(1960, 5, 1), date(2024, 1, 1), 8, [1970, 1980, 1990, 2000, 2010, 2020]),
        (date(2023, 5, 1), date(2023, 12, 31), 8, []),
        (date(1, 1, 1), date(3, 12, 31), 8, [1, 2, 3]),
    ],
)
def test_years_are_named_at_round_steps(first: date, last: date, most: int, years: list[int]) -> None:
    assert [day.year for day in year_starts(first, last, most)] == years


@given(st.lists(st.dates(), min_size=1, max_size=12))
def test_an_axis_holds_more_than_half_of_the_days_and_none_that_is_not_there(days: list[date]) -> None:
    found = reach([shown(*[(f"{day.isoformat()}", f"{day.isoformat()}") for day in days])])
    assert found
    assert found.first in days
    assert found.last in days
    assert sum(found.first <= day <= found.last for day in days) * 2 > len(days)
