"""Dates as ten languages write them, read as EDTF with the words they stand in."""

from datetime import date

import pytest

from data.texts.dated import counted_from, counted_in, dates_in


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("7 March 2024, March 8th, 2024", "en", [("7 March 2024", "2024-03-07"), ("March 8th, 2024", "2024-03-08")]),
        ("signed in June, 2024-11-22", "en", [("June", "XXXX-06"), ("2024-11-22", "2024-11-22")]),
        ("it may come in May", "en", [("May", "XXXX-05")]),
        ("40 trips since 2018", "en", [("2018", "2018")]),
        ("31 February 2024", "en", []),
        ("2024년 3월 7일부터 6월까지", "ko", [("2024년 3월 7일", "2024-03-07"), ("6월", "XXXX-06")]),
        ("２０２４年３月", "ja", [("２０２４年３月", "2024-03")]),
        ("am 5. Mai und seit März 2024", "de", [("5. Mai", "XXXX-05"), ("März 2024", "2024-03")]),
        ("le 1er juin 2024", "fr", [("1er juin 2024", "2024-06-01")]),
        ("el 3 de marzo de 2024", "es", [("3 de marzo de 2024", "2024-03-03")]),
        ("3 марта 2024", "ru", [("3 марта 2024", "2024-03-03")]),
        ("nothing is dated here", "en", []),
    ],
)  # fmt: skip
def test_a_date_is_read_with_the_words_it_stands_in(text: str, language: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[one.start : one.end], one.edtf) for one in dates_in(text, language)] == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("over 40 this year, 30 last year", "en", [("this year", "year", 0), ("last year", "year", -1)]),
        ("yesterdays of todays", "en", []),
        ("지난달 40척, 올해 50척", "ko", [("지난달", "month", -1), ("올해", "year", 0)]),
        ("gestern", "de", [("gestern", "day", -1)]),
    ],
)
def test_words_that_count_from_the_day_of_writing_are_found(text: str, language: str, expected: list[object]) -> None:
    found = counted_in(text, language)
    assert [(text[one.start : one.end], one.step, one.steps) for one in found] == expected


def test_steps_are_counted_over_the_ends_of_years_and_months() -> None:
    day = date(2024, 1, 1)
    assert counted_from(day, "year", -1) == "2023"
    assert counted_from(day, "month", -1) == "2023-12"
    assert counted_from(day, "day", -1) == "2023-12-31"


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("In June 12 ships carried oil", "en", [("June", "XXXX-06")]),
        ("On June 12 the ministry said", "en", [("June 12", "XXXX-06")]),
        ("They march 5 km a day", "en", []),
        ("14-16 June 2024", "en", [("14-16 June 2024", "2024-06-14/2024-06-16")]),
        ("between 14 and 16 June 2024", "en", [("between 14 and 16 June 2024", "2024-06-14/2024-06-16")]),
        ("of 40 and 16 June 2024", "en", [("16 June 2024", "2024-06-16")]),
        ("vom 3. bis 5. Mai 2024", "de", [("3. bis 5. Mai 2024", "2024-05-03/2024-05-05")]),
    ],
)
def test_a_number_beside_a_month_is_a_day_only_where_the_words_let_it_be_one(
    text: str, language: str, expected: list[tuple[str, str]]
) -> None:
    assert [(text[one.start : one.end], one.edtf) for one in dates_in(text, language)] == expected


def test_nowadays_is_not_today() -> None:
    assert counted_in("오늘날 바지선은", "ko") == ()
