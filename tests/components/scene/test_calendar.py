"""The time axis: from which day to which it reaches, where a day stands on it, and which days are named."""

from datetime import date

import pandas as pd
import pytest

from components.scene.calendar import Calendar, calendar_for, ticks
from components.theme import Width

Days = tuple[str | None, str | None]
TEN_DAYS = Calendar(date(2031, 3, 1), date(2031, 3, 11), 200)


def shown(*rows: Days) -> pd.DataFrame:
    """A frame of first and last days, as an axis is made from."""
    columns = {"earliest": [first for first, _ in rows], "latest": [last for _, last in rows]}
    return pd.DataFrame(columns).astype("datetime64[s]")


@pytest.mark.parametrize(
    ("rows", "first", "last"),
    [
        # eight days of air at least, and from the first day of a month on
        ([("2031-03-07", "2031-09-02")], date(2031, 2, 1), date(2031, 9, 10)),
        ([("2031-03-17", "2031-03-17")], date(2031, 3, 1), date(2031, 3, 25)),
        # 364 days: eleven of air
        ([("2031-01-01", "2031-12-31")], date(2030, 12, 1), date(2032, 1, 11)),
        ([("2031-03-17", None), (None, "2031-04-20")], date(2031, 3, 1), date(2031, 4, 28)),
        ([(None, None)], date(2000, 1, 1), date(2000, 12, 31)),
        ([("0001-01-01", "0001-01-02")], date(1, 1, 1), date(1, 1, 10)),
        ([("9999-12-30", "9999-12-31")], date(9999, 12, 1), date(9999, 12, 31)),
    ],
)
def test_an_axis_holds_all_days_with_air_around_them(rows: list[Days], first: date, last: date) -> None:
    assert calendar_for([shown(*rows)], None, 800) == Calendar(first, last, 800)


def test_others_lengthen_an_axis_by_no_more_than_a_quarter_on_either_side() -> None:
    # 1 December 2030 to 11 January 2032 are 406 days, a quarter of them 101
    own = shown(("2031-01-01", "2031-12-31"))
    far = calendar_for([own], shown(("1990-05-01", "1990-05-01"), ("2050-01-10", None)), 800)
    assert (far.start, far.end) == (date(2030, 8, 1), date(2032, 4, 21))
    near = calendar_for([own], shown(("2031-02-01", "2032-01-20")), 800)
    assert (near.start, near.end) == (date(2030, 12, 1), date(2032, 2, 1))  # 384 days: twelve of air


def test_where_no_document_has_a_day_the_others_give_the_axis() -> None:
    found = calendar_for([shown()], shown(("1990-05-17", "1990-05-17")), 800)
    assert (found.start, found.end) == (date(1990, 5, 1), date(1990, 5, 25))


def test_a_day_stands_as_far_right_as_days_have_passed() -> None:
    assert TEN_DAYS.pixel(date(2031, 3, 4)) == 60
    assert TEN_DAYS.day(60) == date(2031, 3, 4)
    assert (TEN_DAYS.day(-50), TEN_DAYS.day(900)) == (date(2031, 3, 1), date(2031, 3, 11))


def test_days_are_kept_within_the_axis() -> None:
    found = [
        TEN_DAYS.clipped(pd.Timestamp(day), date(2031, 3, 2)) for day in ("2030-01-01", "2031-03-05", "2040-01-01")
    ]
    assert found == [date(2031, 3, 1), date(2031, 3, 5), date(2031, 3, 11)]
    assert TEN_DAYS.clipped(pd.NaT, date(2031, 3, 2)) == date(2031, 3, 2)  # type: ignore[arg-type]
    assert [TEN_DAYS.shows(date(2031, 3, day)) for day in (1, 11, 12)] == [True, True, False]


@pytest.mark.parametrize(
    ("first", "last", "width", "names"),
    [
        (date(2031, 3, 1), date(2031, 6, 30), "wide", ["Mar 2031", "Apr", "May", "Jun"]),
        (date(2031, 2, 27), date(2031, 6, 30), "wide", ["Mar 2031", "Apr", "May", "Jun"]),
        (date(2030, 11, 1), date(2032, 2, 28), "medium", ["Jan 2031", "Apr", "Jul", "Oct", "Jan 2032"]),
        (date(2030, 11, 1), date(2032, 2, 28), "narrow", ["Jan 2031", "Apr", "Jul", "Oct", "Jan 2032"]),
        (date(2030, 3, 1), date(2032, 12, 31), "narrow", ["Jul 2030", "Jan 2031", "Jul", "Jan 2032", "Jul"]),
        (date(2020, 1, 1), date(2024, 12, 31), "medium", ["2020", "2021", "2022", "2023", "2024"]),
        (date(1960, 1, 1), date(2024, 12, 31), "medium", ["1960", "1970", "1980", "1990", "2000", "2010", "2020"]),
    ],
)
def test_as_many_days_are_named_as_there_is_room_for(first: date, last: date, width: Width, names: list[str]) -> None:
    days, found = ticks(Calendar(first, last, 800), width)
    plain = [name.replace("<br>", " ").replace("<b>", "").replace("</b>", "").strip() for name in found]
    assert plain == names
    assert [day.strftime("%Y") for day, name in zip(days, plain, strict=True) if name[-4:].isdigit()] == [
        name[-4:] for name in names if name[-4:].isdigit()
    ]
