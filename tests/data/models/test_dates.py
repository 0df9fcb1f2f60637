"""EDTF in, days out."""

from datetime import date

import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.models.dates import BadEdtf, Edtf, in_words, read_edtf

YEAR = st.integers(1, 9999).map(lambda year: f"{year:04}")
MONTH = st.tuples(YEAR, st.integers(1, 12)).map(lambda parts: f"{parts[0]}-{parts[1]:02}")
DAY = st.tuples(MONTH, st.integers(1, 28)).map(lambda parts: f"{parts[0]}-{parts[1]:02}")
PLAIN = YEAR | MONTH | DAY
MARKED = st.tuples(PLAIN, st.sampled_from(["", "~", "?", "%"])).map("".join)
INTERVAL = st.tuples(MARKED | st.just(".."), MARKED | st.just("..")).map("/".join)
ONE_OF = st.tuples(MARKED | st.just(""), MARKED | st.just("")).map(lambda ends: f"[{ends[0]}..{ends[1]}]")
NEARLY = st.text(alphabet="0123456789-~?%/.[]X", max_size=24)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024-03-07", date(2024, 3, 7), date(2024, 3, 7)),
        ("2024~", date(2023, 1, 1), date(2025, 12, 31)),
        ("2024-03~", date(2024, 2, 1), date(2024, 4, 30)),
        ("2024-12~", date(2024, 11, 1), date(2025, 1, 31)),
        ("2024-03-01~", date(2024, 2, 29), date(2024, 3, 2)),
        ("2024-03?", date(2024, 3, 1), date(2024, 3, 31)),
        ("2024-03%", date(2024, 2, 1), date(2024, 4, 30)),
        ("2024-03/2024-11", date(2024, 3, 1), date(2024, 11, 30)),
        ("2024-03-07/2024-11-05", date(2024, 3, 7), date(2024, 11, 5)),
        ("2024-03/..", date(2024, 3, 1), None),
        ("../2024", None, date(2024, 12, 31)),
        ("2024-03/2024", date(2024, 3, 1), date(2024, 12, 31)),
        ("[2024-10-01..2024-12-31]", date(2024, 10, 1), date(2024, 12, 31)),
        ("[2024-10-01..]", date(2024, 10, 1), None),
        ("[..2024]", None, date(2024, 12, 31)),
        ("XXXX-06", None, None),
        ("0001", date(1, 1, 1), date(1, 12, 31)),
        ("0001~", date(1, 1, 1), date(2, 12, 31)),
        ("0001-01-01~", date(1, 1, 1), date(1, 1, 2)),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31)),
        ("9999-12~", date(9999, 11, 1), date(9999, 12, 31)),
        ("[..0001]", None, date(1, 12, 31)),
        ("[9999..]", date(9999, 1, 1), None),
    ],
)
def test_a_date_allows_every_day_from_its_earliest_to_its_latest(
    text: str, earliest: date | None, latest: date | None
) -> None:
    read = read_edtf(text)
    assert (read.earliest, read.latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "what", "remedy"),
    [
        ("", "this is not a date", "Write 2024, 2024-03 or 2024-03-07"),
        ("last week", "this is not a date", "Write 2024, 2024-03 or 2024-03-07"),
        ("07/03/2024", "this is not a date", "Write 2024"),
        ("٢٠٢٤", "this is not a date", "Write 2024"),
        ("2024-3", "this is not a date", "Write 2024"),
        ("2024-13", "there is no month 13", "Write a month from 01 to 12"),
        ("XXXX-00", "there is no month 00", "Write a month from 01 to 12"),
        ("2023-02-29", "February 2023 has no day 29", "Write a day from 01 to 28."),
        ("2024-04-00", "April 2024 has no day 00", "Write a day from 01 to 30."),
        ("0000", "the year 0000 lies beyond", "Write a year from 0001 to 9999. For an earlier one write [..0001], on"),
        ("-0044-03-15", "the year -0044 lies beyond", "Write a year from 0001 to 9999. For an earlier one"),
        ("12024", "the year 12024 lies beyond", "Write a year from 0001 to 9999. For a later one write [9999..], on"),
        ("2024/Y17000", "the year Y17000 lies beyond", "Write a year from 0001 to 9999. For a later one"),
        ("202403", "this is not a date", "Write 2024, 2024-03 or 2024-03-07"),
        ("2024-03/", "an end of the interval is empty", "Write two dots for an open end: 2024-03/.."),
        ("/2024-11", "an end of the interval is empty", "Write two dots for an open end: ../2024-11"),
        ("../..", "both ends of the interval are open", "Give one end"),
        ("2024-11/2024-03", "the end lies before the start", "Write the earlier date first: 2024-03/2024-11"),
        ("2024-03~/2024-02~", "the end lies before the start", "Write the earlier date first: 2024-02~/2024-03~"),
        ("[2024..2023]", "the end lies before the start", "Write the earlier date first: [2023..2024]"),
        ("[2024]", "square brackets need two dates with two dots between", "Write [a..b]"),
        ("[..]", "square brackets need two dates with two dots between", "Write [a..b]"),
        ("2024/x", "“x” is not a date", "Write 2024"),
    ],
)
def test_what_is_not_in_the_subset_is_refused_with_what_to_write_instead(text: str, what: str, remedy: str) -> None:
    with pytest.raises(BadEdtf) as refusal:
        read_edtf(text)
    assert refusal.value.what.startswith(what)
    assert refusal.value.remedy.startswith(remedy)


def test_an_interval_is_covered_from_the_end_of_its_first_month_to_the_beginning_of_its_last() -> None:
    read = read_edtf("2024-03/2024-11")
    assert (read.latest_start, read.earliest_end) == (date(2024, 3, 31), date(2024, 11, 1))


def test_some_day_of_a_set_covers_no_day_for_certain() -> None:
    read = read_edtf("[2024-10-01..2024-12-31]")
    assert (read.latest_start, read.earliest_end) == (None, None)


def test_an_uncertain_end_covers_no_day_for_certain() -> None:
    read = read_edtf("2024-03?/2024-11")
    assert (read.latest_start, read.earliest_end) == (None, date(2024, 11, 1))


def test_open_ends_are_told_apart_from_months_without_a_year() -> None:
    kinds = [(read.open_start, read.open_end, read.form) for read in map(read_edtf, ("2024/..", "[..2024]", "XXXX-06"))]
    assert kinds == [(False, True, "interval"), (True, False, "one of"), (False, False, "yearless")]


@pytest.mark.parametrize(
    ("text", "single"),
    [("2024-03-07", True), ("2024-03-07~", False), ("2024-03", False), ("2024-03-07/2024-03-07", False)],
)
def test_only_a_plain_day_is_a_single_day(text: str, single: bool) -> None:
    assert read_edtf(text).single_day == single


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2024-06", "June 2024"),
        ("2024-06-07", "7 June 2024"),
        ("2024-06~", "about June 2024"),
        ("2024-06%", "about June 2024 (uncertain)"),
        ("XXXX-06", "June, year not given"),
        ("XXXX-06?", "June, year not given (uncertain)"),
        ("2024-03/..", "from March 2024, end open"),
        ("../2024", "until 2024, start open"),
        ("2024-03/2024-11~", "March 2024 to about November 2024"),
        ("[2024-10-01..2024-12-31]", "some time between 1 October 2024 and 31 December 2024"),
        ("[2024-10..]", "on or after October 2024"),
        ("[..2024]", "on or before 2024"),
    ],
)
def test_a_date_is_said_as_a_person_writes_it(text: str, words: str) -> None:
    assert in_words(text) == words


@given(st.text() | NEARLY | MARKED | INTERVAL | ONE_OF)
@settings(max_examples=400, deadline=None)
def test_any_text_is_refused_or_gives_days_in_order(text: str) -> None:
    try:
        read = read_edtf(text)
    except BadEdtf as refusal:
        assert refusal.what
        assert refusal.remedy
        return
    assert in_order(read)
    assert in_words(text)


@given(PLAIN)
@settings(max_examples=60, deadline=None)
def test_plain_dates_agree_with_the_edtf_library(text: str) -> None:
    theirs, ours = edtf.parse_edtf(text), read_edtf(text)
    assert (day(theirs.lower_strict()), day(theirs.upper_strict())) == (ours.earliest, ours.latest)


@given(st.lists(DAY, min_size=2, max_size=2).map(sorted))
@settings(max_examples=60, deadline=None)
def test_closed_intervals_of_days_agree_with_the_edtf_library(ends: list[str]) -> None:
    text = "/".join(ends)
    theirs, ours = edtf.parse_edtf(text), read_edtf(text)
    assert (day(theirs.lower_strict()), day(theirs.upper_strict())) == (ours.earliest, ours.latest)


def in_order(read: Edtf) -> bool:
    """Whether the window is no reversed one, and what is known to be covered lies in it."""
    window = [day for day in (read.earliest, read.latest) if day]
    inside = [
        day
        for day in (read.latest_start, read.earliest_end)
        if day and ((read.earliest and day < read.earliest) or (read.latest and day > read.latest))
    ]
    return window == sorted(window) and not inside


def day(theirs: tuple[int, ...]) -> date:
    """The library's time structure as a day."""
    return date(theirs[0], theirs[1], theirs[2])
