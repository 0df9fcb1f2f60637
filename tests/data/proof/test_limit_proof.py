"""The line that everything is compared with is proven by the claims and records that it names."""

from pathlib import Path

import pytest

from data.files.problems import Problem
from data.reading.seeds import examine
from tests.cases.edit import plant
from tests.cases.second_case import LIMITS

RECORDED = ("claims,note", "claims,records,note"), (",P03,", ",,concord-rule,")


def of_limits(folder: Path) -> tuple[list[Problem], list[Problem]]:
    """What is wrong with the limits of a folder, and what is only warned of."""
    found = examine(folder)
    return [one for one in found.problems if one.file.endswith(LIMITS)], [
        one for one in found.warnings if one.file.endswith(LIMITS)
    ]


def test_a_limit_that_its_claim_gives_is_sound_without_a_warning(second_copy: Path) -> None:
    assert of_limits(second_copy) == ([], [])


@pytest.mark.parametrize("value", ["600000", "2000", "20001", "19999.5"])
def test_a_limit_that_its_claim_does_not_give_is_refused(second_copy: Path, value: str) -> None:
    plant(second_copy / LIMITS, ",20000,", f",{value},")
    ((problem,), _) = of_limits(second_copy)
    assert (problem.place, problem.what) == ("row 2, value", "P03 gives another number")
    assert problem.expected == "<= 20,000, as P03 says"
    assert problem.remedy == "Correct the limit, or name in claims what says this of it."


def test_a_limit_of_500_000_is_not_moved_to_600_000(seeds_copy: Path) -> None:
    rows = (seeds_copy / LIMITS).read_text(encoding="utf-8")
    first = next(row for row in rows.splitlines() if row.startswith("refined,"))
    plant(seeds_copy / LIMITS, first, first.replace(",500000,", ",600000,"))
    found = [(one.place, one.what) for one in of_limits(seeds_copy)[0]]
    assert ("row 2, value", "A14 gives another number") in found
    assert ("row 2, value", "un-rule-001 gives another number") in found


def test_a_limit_that_is_not_held_is_not_shown(second_copy: Path) -> None:
    plant(second_copy / LIMITS, ",20000,", ",30000,")
    assert examine(second_copy).evidence.limits == ()


def test_a_limit_in_another_unit_is_refused(second_copy: Path) -> None:
    plant(second_copy / LIMITS, ",20000,tonne,", ",20000,barge,")
    ((problem,), _) = of_limits(second_copy)
    assert (problem.place, problem.what) == ("row 2, unit", "P03 counts something else")
    assert (problem.seen, problem.expected) == ("barge", "tonne")


def test_a_limit_for_another_time_than_its_claim_gives_is_refused(second_copy: Path) -> None:
    unit = '[[unit]]\nid = "tonne-per-month"\none = "tonne a month"\nmany = "tonnes a month"\n\n'
    plant(second_copy / "case.toml", '[[unit]]\nid = "barge"', f'{unit}[[unit]]\nid = "barge"')
    for old, new in RECORDED:
        plant(second_copy / LIMITS, old, new)
    plant(
        second_copy / "public-record" / "statements.csv",
        '"No more than 20,000 tonnes of refined copper in twelve months",<=,20000,,,tonne-per-year',
        '"No more than 20,000 tonnes of refined copper a month",<=,20000,,,tonne-per-month',
    )
    ((problem,), _) = of_limits(second_copy)
    assert (problem.place, problem.what) == ("row 2, period", "concord-rule gives it for another time")
    assert (problem.seen, problem.expected) == ("twelve-months", "a month")


def test_a_record_alone_proves_a_limit(second_copy: Path) -> None:
    for old, new in RECORDED:
        plant(second_copy / LIMITS, old, new)
    assert of_limits(second_copy) == ([], [])
    plant(second_copy / LIMITS, ",20000,", ",30000,")
    ((problem,), _) = of_limits(second_copy)
    assert problem.expected == "<= 20,000, as concord-rule says"
    assert problem.remedy == "Correct the limit, or name in records what says this of it."


@pytest.mark.parametrize("named", [",,", ",P04,"])
def test_a_limit_for_which_no_number_speaks_is_warned_of(second_copy: Path, named: str) -> None:
    plant(second_copy / LIMITS, ",P03,", named)
    (problems, warnings) = of_limits(second_copy)
    assert problems == []
    assert ("row 2, value", "no claim and no record with a number proves the limit") in [
        (warning.place, warning.what) for warning in warnings
    ]


def test_what_says_over_the_limit_proves_none(second_copy: Path) -> None:
    plant(second_copy / LIMITS, ",P03,", ",P02,")
    plant(second_copy / LIMITS, ",20000,", ",26000,")
    ((problem,), _) = of_limits(second_copy)
    assert (problem.what, problem.expected) == ("P02 gives another number", "> 26,000, as P02 says")


def test_a_limit_that_begins_within_a_period_is_warned_of(second_copy: Path) -> None:
    plant(second_copy / LIMITS, ",2029-04-01,", ",2029-05-01,")
    (problems, (warning,)) = of_limits(second_copy)
    assert problems == []
    assert (warning.place, warning.what) == (
        "row 2, valid_from",
        "the limit does not begin on the first day of a period",
    )
