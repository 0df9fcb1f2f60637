"""assumptions.toml is read strictly; what is wrong with it is said, and nothing is estimated from it."""

import re
from pathlib import Path

import pytest

from data.reading.seeds import Findings, examine

FILE = "assumptions.toml"


def broken(folder: Path, pattern: str, by: str) -> Findings:
    path = folder / FILE
    before = path.read_text(encoding="utf-8")
    after = re.sub(pattern, by, before, count=1)
    assert after != before
    path.write_text(after, encoding="utf-8")
    return examine(folder)


@pytest.mark.parametrize(
    ("pattern", "by", "said"),
    [
        ('id = "tank"', 'id = "tanks"', "the formula lacks tank"),
        ('id = "cargo-share"', 'id = "load"', "load stands twice"),
        ("low = 6.62", "low = 5.5", "5.5 barrels a tonne cannot be: less than 6 would be heavier than water"),
        ("most = 8.5", "most = 12.5", "12.5 barrels a tonne cannot be: more than 12 would be lighter than any"),
        ("barrels_per_tonne = 7.98", "barrels_per_tonne = 17.9", "17.9 barrels a tonne cannot be"),
        ("weight = 40\n", "", "a beta needs weight"),
        ("spread = 0.45\n", "", "a fleet needs spread"),
        ("low = 0.5\ncentral = 0.9", "low = 0.95\ncentral = 0.9", "low, central and high are not in order"),
        ("least = 0.3\nmost = 1", "least = 0.95\nmost = 1", "central lies outside the control"),
        ("least = 0.3\nmost = 1", "least = 0.3\nmost = 1.2", "a share is greater than 1"),
        ("step = 0.01", "step = 0.0001", "the control would have more than 1,000 steps"),
        ('distribution = "pert"', 'distribution = "fleet"', "fleet is the distribution of ship"),
        ("gives = 759793", "gives = 759794", "the arithmetic gives 759,793, not 759,794"),
        ("last = 2024-11-05", "last = 2024-01-05", "last lies before first"),
        ('"B04"', '"B99"', "nobody knows B99"),
        ('"oil-other-002"', '"oil-other-999"', "nobody knows oil-other-999"),
        ('trips_records = ."oil-osc-003"', 'trips_records = ["oil-osc-004"', "oil-osc-004 does not count trips"),
        ('trips_records = ."oil-osc-003"', 'trips_records = ["oil-osc-016"', "oil-osc-016 is not sound"),
        ('trips_claims = ."B04"', 'trips_claims = ["A04"', "A04 does not count trips"),
    ],
)
def test_a_fault_is_named_and_nothing_is_estimated(seeds_copy: Path, pattern: str, by: str, said: str) -> None:
    findings = broken(seeds_copy, pattern, by)
    assert [problem.file for problem in findings.problems] == [f"seeds/{FILE}"] * len(findings.problems)
    assert any(said in problem.what for problem in findings.problems), [one.what for one in findings.problems]
    assert all(problem.remedy for problem in findings.problems)
    assert findings.evidence.assumptions is None


def test_every_fault_of_the_file_is_told_in_one_run(seeds_copy: Path) -> None:
    broken(seeds_copy, "weight = 40\n", "")
    broken(seeds_copy, "spread = 0.45\n", "")
    findings = broken(seeds_copy, "barrels_per_tonne = 7.98", "barrels_per_tonne = 5")
    assert len(findings.problems) == 3


def test_assumptions_on_an_unsound_record_are_withheld(seeds_copy: Path) -> None:
    path = seeds_copy / "public-record" / "statements.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^(oil-osc-003,)statement,", r"\1rumour,", text, count=1), encoding="utf-8")
    findings = examine(seeds_copy)
    assert findings.evidence.assumptions is None
    assert "record oil-osc-003" in " ".join(str(one) for one in findings.withheld if FILE in one.file)


def test_a_case_may_do_without_the_file(seeds_copy: Path) -> None:
    (seeds_copy / FILE).unlink()
    findings = examine(seeds_copy)
    assert findings.problems == ()
    assert findings.evidence.assumptions is None
