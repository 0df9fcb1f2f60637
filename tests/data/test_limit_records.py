"""A limit is a number like any other: the claims and the cited rules behind it are known, sound and opened."""

from pathlib import Path

import pytest

from data import examine, read_evidence
from tests.cases.edit import plant

HEADER, ROW = "claims,note", "article-4,P03,"


def resting_on(folder: Path, records: str) -> Path:
    """The second case with a limit that names these records."""
    plant(folder / "limits.csv", HEADER, "claims,records,note")
    plant(folder / "limits.csv", ROW, f"article-4,P03,{records},")
    return folder


def test_a_limit_may_name_the_rule_that_lays_it_down(second_copy: Path) -> None:
    (limit,) = read_evidence(resting_on(second_copy, "concord-rule")).limits
    assert (limit.claims, limit.records) == (("P03",), ("concord-rule",))


def test_without_the_column_a_limit_has_no_record(second_case: Path) -> None:
    assert read_evidence(second_case).limits[0].records == ()


@pytest.mark.parametrize(
    ("records", "what"),
    [
        ("nothing-there", "nobody knows nothing-there"),
        ("veldmark-may", "nobody knows veldmark-may"),
        ("news-volume", "news-volume is of the kind repeat and stands as sound"),
        ("news-mixed-up", "news-mixed-up is of the kind repeat and stands as error"),
    ],
)
def test_a_limit_rests_on_sound_rules_alone(second_copy: Path, records: str, what: str) -> None:
    problems = [one for one in examine(resting_on(second_copy, records)).problems if "limits.csv" in one.file]
    assert [(one.place, one.what) for one in problems] == [("row 2, records", what)]


def test_a_limit_whose_rule_is_unsound_is_withheld(second_copy: Path) -> None:
    folder = resting_on(second_copy, "concord-rule")
    plant(folder / "public-record" / "statements.csv", "concord-rule,rule,cap", "concord-rule,rule,capital")
    assert examine(folder).evidence.limits == ()


def test_every_limit_of_our_own_case_names_its_rule() -> None:
    assert {limit.limit_id: limit.records for limit in read_evidence().limits} == {
        "refined": ("un-rule-001",), "crude-barrels": ("un-rule-002",), "crude-tonnes": ("un-rule-003",),
    }  # fmt: skip
