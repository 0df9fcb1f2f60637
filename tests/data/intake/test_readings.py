"""What is offered for chosen words: every number and date in every way they allow, and where it stands already."""

from dataclasses import replace

import pytest

from data.intake.readings import dates_offered, numbers_offered, same_elsewhere
from data.models.evidence import Document, Evidence


def _of(document: Document, text: str, **fields: object) -> Document:
    return document.model_copy(update={"text": text, **fields})


def _numbers(text: str, evidence: Evidence) -> list[dict[str, object]]:
    document = _of(evidence.documents[0], text)
    return [dict(one.fields) for one in numbers_offered(document, 0, len(text), evidence.case.units)]


def test_one_number_is_offered_with_its_operator_and_unit(evidence: Evidence) -> None:
    assert _numbers("over one million barrels of oil", evidence) == [
        {"operator": ">", "value": 1_000_000.0, "unit": "barrel"}
    ]


def test_of_two_numbers_each_says_its_own_words_and_a_year_is_none(evidence: Evidence) -> None:
    assert _numbers("about 40 trips in 2024 and 50 soldiers", evidence) == [
        {"operator": "~", "value": 40.0, "value_words": "40", "unit": "trip"},
        {"operator": "=", "value": 50.0, "value_words": "50", "unit": "person"},
    ]


def test_the_year_and_the_month_of_a_korean_date_are_no_numbers(evidence: Evidence) -> None:
    text = "2031년 5월에 50톤 이상"
    document = _of(evidence.documents[0], text, language="ko")
    values = [one.fields["value"] for one in numbers_offered(document, 0, len(text), evidence.case.units)]
    assert values == [50.0]


def test_a_rate_is_offered_as_one(evidence: Evidence) -> None:
    assert {"operator": "=", "value": 40.0, "unit": "trip", "per": "month"} in _numbers("40 trips a month", evidence)


def test_a_range_has_two_ends(evidence: Evidence) -> None:
    assert _numbers("40 to 50 trips", evidence) == [{"operator": "range", "low": 40.0, "high": 50.0, "unit": "trip"}]


def test_what_the_case_has_no_unit_for_is_named(evidence: Evidence) -> None:
    text = "for eight months"
    (offered,) = numbers_offered(_of(evidence.documents[0], text), 0, len(text), evidence.case.units)
    assert (offered.uncounted, "unit" in offered.fields) == ("month", False)


def _dates(text: str, evidence: Evidence, **fields: object) -> list[dict[str, object]]:
    document = _of(evidence.documents[0], text, **fields)
    return [dict(one.fields) for one in dates_offered(document, 0, len(text))]


def test_since_and_until_are_sides_of_a_date(evidence: Evidence) -> None:
    assert _dates("since March 2024", evidence) == [
        {"date_words": "since March 2024", "date": "2024-03/..", "date_basis": "stated"}
    ]
    assert _dates("2024년 3월부터", evidence, language="ko")[0]["date"] == "2024-03/.."
    assert _dates("until 7 March 2024", evidence)[0]["date"] == "../2024-03-07"


def test_a_time_between_two_dates_is_offered_whole(evidence: Evidence) -> None:
    offered = _dates("seen between March and November 2024", evidence)[0]
    assert (offered["date"], offered["date_words"]) == ("2024-03/2024-11", "between March and November 2024")
    assert _dates("2024년 3월부터 2024년 5월까지", evidence, language="ko")[0]["date"] == "2024-03/2024-05"
    reversed_ones = [one["date"] for one in _dates("from November to March 2024", evidence)]
    assert not any(str(one).startswith("2024-11/") for one in reversed_ones)


def test_a_month_without_a_year_is_offered_as_it_is_and_in_the_year_of_writing(evidence: Evidence) -> None:
    dates = [one["date"] for one in _dates("the June signing", evidence, published="2024-11-22")]
    assert dates == ["XXXX-06", "2024-06"]
    assert [one["date"] for one in _dates("the June signing", evidence, published=None, written=None)] == ["XXXX-06"]


def test_last_year_is_counted_from_the_day_of_writing_or_left_floating(evidence: Evidence) -> None:
    (known,) = _dates("last year", evidence, published="2024-11-22")
    assert (known["date"], known["date_basis"]) == ("2023", "relative")
    (floating,) = _dates("last year", evidence, published="[2023-12-01..2024-02-01]")
    assert floating == {"date_words": "last year"}


@pytest.mark.parametrize(("value", "unit", "found"), [(1_000_000.0, "barrel", True), (999_999.0, "barrel", False)])
def test_the_same_number_elsewhere_is_named(value: float, unit: str, found: bool, evidence: Evidence) -> None:
    text = f"{value:.0f} barrels"
    offered = numbers_offered(_of(evidence.documents[0], text), 0, len(text), evidence.case.units)
    assert ("A04" in same_elsewhere(evidence, offered, text).claims) is found
    assert offered[0].fields["unit"] == unit


def test_the_same_words_elsewhere_are_named(evidence: Evidence) -> None:
    quote = evidence.claim_by_id["A10"].quote
    assert same_elsewhere(replace(evidence), (), quote.upper()).claims == ("A10",)


def test_a_date_at_the_edge_of_what_is_looked_at_is_whole_or_not_offered(evidence: Evidence) -> None:
    for gap in range(100, 130):
        text = f"14 June 2024 {'x' * gap} forty trips {'x' * gap} 15 July 2024"
        start = text.index("forty")
        document = _of(evidence.documents[0], text)
        dates = {str(one.fields["date"]) for one in dates_offered(document, start, start + len("forty trips"))}
        assert dates <= {"2024-06-14", "2024-07-15"}


@pytest.mark.parametrize(
    ("text", "language"), [("in October last year", "en"), ("지난해 10월", "ko"), ("去年10月", "zh")]
)
def test_a_month_of_last_year_is_not_one_of_this_year(text: str, language: str, evidence: Evidence) -> None:
    dates = _dates(text, evidence, language=language, published="2024-11-22")
    assert [(one["date"], one["date_basis"]) for one in dates] == [("2023-10", "relative")]


def test_words_around_a_time_are_whole_words_of_the_text(evidence: Evidence) -> None:
    offered = _dates("Off İzmir ships came from June to November 2024", evidence)[0]
    assert offered["date_words"] == "from June to November 2024"
    russian = _dates("курс июня по ноябрь 2024", evidence, language="ru")
    assert not any(str(one["date_words"]).startswith("с ") for one in russian)


@pytest.mark.parametrize(
    "text",
    ["20 per cent more than 100 barges", "about 1e16 barges", "half of the 80 barges", "3/4 of 80 barges",
     "not 50 barges came", "Q2 2031", "in the 1990s"],
)  # fmt: skip
def test_a_number_that_its_words_change_is_left_to_a_person(text: str, evidence: Evidence) -> None:
    values = [one["value"] for one in _numbers(text, evidence)]
    assert not {100.0, 16.0, 80.0, 50.0, 2.0, 1990.0} & set(values)


def test_a_day_of_the_first_end_of_a_time_is_kept(evidence: Evidence) -> None:
    assert _dates("from 10 May to 3 June 2031", evidence)[0]["date"] == "2031-05-10/2031-06-03"


@pytest.mark.parametrize(
    "text",
    ["before May 2031", "after 4 May 2031", "no later than May 2031", "31 April 2031", "the season of 2031/32",
     "2024년 5월 이전에"],
)  # fmt: skip
def test_a_date_that_its_words_limit_or_that_is_none_is_left_to_a_person(text: str, evidence: Evidence) -> None:
    assert _dates(text, evidence, language="ko" if "년" in text else "en") == []
