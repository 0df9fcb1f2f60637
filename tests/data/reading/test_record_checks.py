"""What the check holds the public record to: each day counted once, newest prints, arithmetic, factors, vessels."""

import time
from datetime import date
from pathlib import Path

import pytest

from data import examine
from data.files.problems import Problem
from data.reading.record_checks import joined
from tests.cases.edit import plant
from tests.cases.record_csv import notice, write_record_case
from tests.cases.second_case import places, withheld

PER_TONNE = {"kind": "conversion", "operator": "=", "unit": "per-tonne"}


def found(folder: Path, *notified: dict[str, str], statements: tuple[dict[str, str], ...] = ()) -> list[Problem]:
    """The problems of a case with these notifications."""
    return list(examine(write_record_case(folder, *notified, statements=statements)).problems)


def place_and_what(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(problem.place, problem.what) for problem in problems]


def test_two_used_rows_of_one_supplier_that_share_a_day_are_refused_at_the_later(tmp_path: Path) -> None:
    (problem,) = found(tmp_path / "made", notice("year", "2039", "300"), notice("december", "2039-12", "40"))
    assert str(problem) == (
        "made/public-record/notified.csv, row 3, date: its days are already counted by row 2 (year, 2039)\n"
        "    seen:     2039-12, Upper Vale\n"
        "    remedy:   Of two rows for the same supplier and days one is used; mark the other part, superseded or "
        "error."
    )


@pytest.mark.parametrize(
    ("first", "second", "refused"),
    [
        (("Upper Vale", "2039-01/2039-06"), ("Upper Vale", "2039-06-30/2039-12-31"), True),
        (("Upper Vale", "2039-01/2039-06"), ("Upper Vale", "2039-07/2039-12"), False),
        (("Upper Vale", "2039"), ("Middle Vale", "2039"), False),
        (("Upper Vale; Middle Vale", "2039"), ("Middle Vale", "2039-03"), True),
        (("all", "2039"), ("Middle Vale", "2039-03"), True),
        (("Middle Vale", "2039-03"), ("all", "2039"), True),
        (("Middle Vale", "2039-03"), ("all", "2039-04/2039-12"), False),
        (("all", "2039-03"), ("all", "2039"), True),
    ],
)
def test_used_rows_may_share_neither_supplier_and_day_and_all_shares_with_everybody(
    tmp_path: Path, first: tuple[str, str], second: tuple[str, str], refused: bool
) -> None:
    rows = [
        notice(f"row-{number}", window, "10", suppliers=suppliers)
        for number, (suppliers, window) in enumerate([first, second])
    ]
    assert [problem.place for problem in found(tmp_path / "made", *rows)] == (["row 3, date"] if refused else [])


def test_a_row_inside_one_that_begins_before_the_last_is_noticed(tmp_path: Path) -> None:
    rows = notice("long", "2030/2035", "9"), notice("one", "2036", "9"), notice("inside", "2034", "9")
    assert [problem.place for problem in found(tmp_path / "made", *rows)] == ["row 4, date"]


@pytest.mark.parametrize(
    ("suppliers", "window", "refused"),
    [
        ("Upper Vale", "2039-12", False),
        ("Upper Vale", "2039-12/2040-01", True),
        ("Middle Vale", "2039-12", True),
        ("Upper Vale; Far Vale", "2039-02", False),
        ("Upper Vale; Far Vale", "2039-07", True),
        ("all", "2039-02", True),
        ("Middle Vale", "2038-02", False),
        ("Middle Vale", "2037-02", False),
    ],
)
def test_a_part_lies_in_days_that_are_counted_for_each_of_its_suppliers(
    tmp_path: Path, suppliers: str, window: str, refused: bool
) -> None:
    rows = [
        notice("spring", "2039-01/2039-05", "10"),
        notice("rest", "2039-06/2039-12", "10"),
        notice("far", "2039-01/2039-06", "10", suppliers="Far Vale"),
        notice("everybody", "2038", "10", suppliers="all"),
        notice("older", "2037", "9", suppliers="Middle Vale", standing="superseded", superseded_by="newer"),
        notice("newer", "2037-02/2037-12", "10", suppliers="Middle Vale"),
        notice("part", window, "1", suppliers=suppliers, standing="part"),
    ]
    refusals = ["row 8, standing"] if refused else []
    assert [problem.place for problem in found(tmp_path / "made", *rows)] == refusals


def test_a_part_of_nothing_is_told_in_which_rows_it_may_lie(tmp_path: Path) -> None:
    (problem,) = found(tmp_path / "made", notice("part", "2039", "1", standing="part"))
    assert problem.what == "it is no part: not all its days lie in rows that are used or superseded"


def test_of_which_row_something_is_a_part_nobody_can_say_when_a_row_cannot_be_read(tmp_path: Path) -> None:
    folder = write_record_case(
        tmp_path / "made",
        notice("year", "2039", "300"),
        notice("december", "2039-12", "40", standing="part"),
    )
    plant(folder / "public-record" / "notified.csv", "year,Upper Vale,2039,", "year,2039,")
    findings = examine(folder)
    assert [problem.place for problem in findings.problems] == ["row 2"]
    (unclear,) = findings.withheld
    assert (unclear.place, unclear.rests_on) == ("row 3", "notified.csv, of which not all could be read")


def test_the_newest_print_takes_the_place_of_the_older_and_not_the_other_way(tmp_path: Path) -> None:
    older = notice("early", "2039", "9", published="2040-02-01")
    newer = notice("late", "2039", "8", published="2040-01-01", standing="superseded", superseded_by="early")
    assert found(tmp_path / "right", older, newer) == []
    older["published"] = "2039-12-01"
    assert place_and_what(found(tmp_path / "wrong", older, newer)) == [
        ("row 3, superseded_by", "the row in its place was published earlier")
    ]


@pytest.mark.parametrize(
    ("cells", "what"),
    [
        ({"date": "2038"}, "the row in its place is for other days or suppliers"),
        ({"suppliers": "Far Vale"}, "the row in its place is for other days or suppliers"),
        ({"standing": "error", "note": "Wrong."}, "newer stands as an error"),
    ],
)
def test_what_takes_the_place_of_a_row_is_sound_and_for_the_same_supplier_and_days(
    tmp_path: Path, cells: dict[str, str], what: str
) -> None:
    older = notice("older", "2039", "9", standing="superseded", superseded_by="newer")
    assert place_and_what(found(tmp_path / "made", older, notice("newer", "2039", "10") | cells)) == [
        ("row 2, superseded_by", what)
    ]


def test_rows_that_supersede_each_other_are_named_once(tmp_path: Path) -> None:
    one = {"record_id": "salt-one", "standing": "superseded", "superseded_by": "salt-two"}
    two = {"record_id": "salt-two", "standing": "superseded", "superseded_by": "salt-one"}
    (problem,) = found(tmp_path / "made", statements=(one, two))
    assert (problem.place, problem.seen) == ("row 2, superseded_by", "salt-one -> salt-two -> salt-one")


DERIVED = {"derived_from": "whole; spring; summer"}
WHOLE = (
    notice("whole", "2039", "296.2070", standing="part"),
    notice("spring", "2039-01/2039-06", "15.2790"),
)


@pytest.mark.parametrize("value", ["280", "280.00", "280.0040"])
def test_a_derived_amount_is_the_first_row_minus_the_others(tmp_path: Path, value: str) -> None:
    rows = (
        *WHOLE,
        notice("summer", "2039-07/2039-08", "0.928"),
        notice("rest", "2039-09/2039-12", value, **DERIVED),
    )
    assert found(tmp_path / "made", *rows) == []


def test_a_derived_amount_that_is_not_the_difference_is_refused_with_the_arithmetic(tmp_path: Path) -> None:
    rows = (
        *WHOLE,
        notice("summer", "2039-07/2039-08", "0.928"),
        notice("rest", "2039-09/2039-12", "281", **DERIVED),
    )
    (problem,) = found(tmp_path / "made", *rows)
    assert (problem.place, problem.seen) == ("row 5, derived_from", "281")
    assert problem.expected == "296.207 - 15.279 - 0.928 = 280"


@pytest.mark.parametrize(
    ("cells", "what"),
    [
        ({"unit": "barrel"}, "it is derived from rows in another unit"),
        ({"standing": "error", "note": "Wrong."}, "it is derived from an error"),
    ],
)
def test_an_amount_is_derived_from_sound_rows_in_its_own_unit(tmp_path: Path, cells: dict[str, str], what: str) -> None:
    whole = notice("whole", "2039", "300", standing="part") | cells
    spring = notice("spring", "2039-01/2039-06", "100")
    rest = notice("rest", "2039-07/2039-12", "200", derived_from="whole; spring")
    assert place_and_what(found(tmp_path / "made", whole, spring, rest)) == [("row 4, derived_from", what)]


def test_a_row_derived_from_itself_runs_in_a_circle(tmp_path: Path) -> None:
    spring = notice("spring", "2039-01/2039-06", "0")
    itself = notice("rest", "2039-07/2039-12", "5", derived_from="rest; spring")
    assert place_and_what(found(tmp_path / "made", spring, itself)) == [
        ("row 3, derived_from", "the rows name each other in a circle")
    ]


def factor(value: str, **cells: str) -> dict[str, str]:
    """A statement that gives so many barrels a tonne."""
    return {"record_id": "rate", "value": value, **PER_TONNE, **cells}


def test_a_used_row_in_another_unit_than_the_limit_needs_a_factor(tmp_path: Path) -> None:
    (problem,) = found(tmp_path / "made", notice("brine", "2039", "800", unit="barrel"))
    assert problem.place == "row 2, factor"
    assert problem.what == "the limit counts in tonne, this row in barrel, and no factor is given"


def test_a_row_that_is_not_used_needs_no_factor(tmp_path: Path) -> None:
    wrong = notice("brine", "2039", "800", unit="barrel", standing="error", note="Barrels of what?")
    assert found(tmp_path / "made", wrong) == []


@pytest.mark.parametrize("value", ["6", "7.5", "12"])
def test_a_factor_from_6_to_12_that_a_sound_statement_gives_is_taken(tmp_path: Path, value: str) -> None:
    brine = notice("brine", "2039", "800", unit="barrel", factor=value, factor_from="rate")
    assert found(tmp_path / "made", brine, statements=(factor(value),)) == []


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("5.99", "5.99 barrels a tonne cannot be: less than 6 would be heavier than water"),
        ("0", "0 barrels a tonne cannot be: less than 6 would be heavier than water"),
        ("17.86", "17.86 barrels a tonne cannot be: more than 12 would be lighter than any liquefied gas"),
    ],
)
def test_a_factor_outside_6_to_12_is_refused_with_the_reason(tmp_path: Path, value: str, why: str) -> None:
    brine = notice("brine", "2039", "800", unit="barrel", factor=value, factor_from="rate")
    assert place_and_what(found(tmp_path / "made", brine, statements=(factor(value),))) == [("row 2", why)]


@pytest.mark.parametrize(
    ("rate", "place", "what"),
    [
        (factor("7.4"), "row 2, factor", "rate does not give this factor"),
        ({"record_id": "rate"}, "row 2, factor", "rate does not give this factor"),
        (factor("7.5", standing="error", note="Wrong."), "row 2, factor_from", "rate stands as error"),
        (factor("7.5") | {"record_id": "other"}, "row 2, factor_from", "nobody knows rate"),
    ],
)
def test_a_factor_stands_in_the_sound_statement_it_is_taken_from(
    tmp_path: Path, rate: dict[str, str], place: str, what: str
) -> None:
    brine = notice("brine", "2039", "800", unit="barrel", factor="7.5", factor_from="rate")
    assert place_and_what(found(tmp_path / "made", brine, statements=(rate,))) == [(place, what)]


def test_a_factor_may_lie_in_the_range_that_a_statement_gives(tmp_path: Path) -> None:
    rate = {"record_id": "rate", "kind": "conversion", "operator": "range", "low": "6.62", "high": "8.5"}
    brine = notice("brine", "2039", "800", unit="barrel", factor="7.5", factor_from="rate")
    assert found(tmp_path / "made", brine, statements=(rate | {"unit": "per-tonne"},)) == []


def test_a_case_whose_limit_is_withheld_asks_for_no_factor(tmp_path: Path) -> None:
    folder = write_record_case(tmp_path / "made", notice("brine", "2039", "800", unit="barrel"))
    plant(folder / "limits.csv", ",500,tonne,", ",much,tonne,")
    assert [problem.file for problem in examine(folder).problems] == ["made/limits.csv"]


def test_two_vessels_with_one_imo_number_are_refused_at_the_second(second_copy: Path) -> None:
    plant(second_copy / "public-record" / "vessels.csv", "grebe,Grebe,,,", "grebe,Grebe,,2000028,")
    (problem,) = examine(second_copy).problems
    assert (problem.place, problem.what) == ("row 3, imo", "the IMO number is already that of osprey: row 2")


@pytest.mark.parametrize("imo", ["9074729", "7303803", "1000019", "2000028", "9000003"])
def test_an_imo_number_with_its_check_digit_is_taken(second_copy: Path, imo: str) -> None:
    plant(second_copy / "public-record" / "vessels.csv", "2000028", imo)
    assert examine(second_copy).problems == ()


@pytest.mark.parametrize("imo", ["0000000", "0000012", "0123456", "9999993", "1111117", "1234567"])
def test_a_number_that_stands_in_for_an_imo_number_is_refused(second_copy: Path, imo: str) -> None:
    plant(second_copy / "public-record" / "vessels.csv", "2000028", imo)
    (problem,) = examine(second_copy).problems
    assert (problem.place, problem.what) == ("row 2, imo", "this stands in for an IMO number and is none of a vessel")
    assert problem.remedy == "Copy the number from its source, or leave the cell empty if none is known."


def test_a_missing_row_behind_a_derived_one_is_withheld_with_it(tmp_path: Path) -> None:
    whole, spring = (
        notice("whole", "2039", "three", standing="part"),
        notice("spring", "2039-01/2039-06", "100"),
    )
    rest = notice("rest", "2039-07/2039-12", "200", derived_from="whole; spring")
    findings = examine(write_record_case(tmp_path / "made", whole, spring, rest))
    assert [one.split("/")[-1] for one in places(findings)] == ["notified.csv, row 2, value"]
    assert list(withheld(findings).values()) == ["notification whole"]


def test_spans_that_touch_or_overlap_are_one() -> None:
    may, june, july = date(2039, 5, 1), date(2039, 6, 1), date(2039, 7, 1)
    spans = [(july, date(2039, 7, 31)), (may, date(2039, 5, 31)), (june, date(2039, 6, 15))]
    assert joined(spans) == [(may, date(2039, 6, 15)), (july, date(2039, 7, 31))]


def test_ten_thousand_rows_for_the_same_days_are_all_reported_in_seconds(tmp_path: Path) -> None:
    rows = [notice(f"row-{number}", "2039", "1", suppliers=f"Vale {number % 50}") for number in range(10_000)]
    folder = write_record_case(tmp_path / "made", *rows)
    began = time.process_time()
    assert len(examine(folder).problems) == 10_000 - 50
    assert time.process_time() - began < 15
