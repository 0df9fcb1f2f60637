"""Parts of a filed amount are held against each other and against their whole; what does not fit is warned of."""

from pathlib import Path

import pytest

from data import examine
from tests.cases.record_csv import notice, write_record_case

YEAR = notice("year", "2039", "300")


def part(record_id: str, window: str, value: str, **further: str) -> dict[str, str]:
    return notice(record_id, window, value, standing="part", **further)


def warned(folder: Path, *rows: dict[str, str]) -> list[tuple[str, str, str]]:
    """Row, what is seen and what is expected of each warning of a sound case with these notifications."""
    findings = examine(write_record_case(folder / "made", *rows))
    assert findings.problems == ()
    told = [problem for problem in findings.warnings if problem.file.endswith("notified.csv")]
    return [(problem.place, problem.seen, problem.expected) for problem in told]


@pytest.mark.parametrize(
    ("rows", "seen"),
    [
        ([part("may", "2039-05", "200"), part("june", "2039-06", "90")], ""),
        ([part("may", "2039-05", "200"), part("june", "2039-06", "900")], "1,100"),
        ([part("may", "2039-05", "400")], "400"),
        # Two windows that share days are counted once: the greater of them.
        ([part("spring", "2039-03/2039-05", "200"), part("may", "2039-05", "190")], ""),
        ([part("spring", "2039-03/2039-05", "200"), part("may", "2039-05", "9"), part("jun", "2039-06", "150")], "350"),
        # Rounded amounts and other prints may exceed it by a twentieth.
        ([part("may", "2039-05", "200"), part("june", "2039-06", "112")], ""),
        ([part("may", "2039-05", "200"), part("june", "2039-06", "125")], "325"),
    ],
)  # fmt: skip
def test_parts_of_a_whole_are_not_more_than_the_whole(tmp_path: Path, rows: list[dict[str, str]], seen: str) -> None:
    last = f"row {len(rows) + 2}, value"
    assert warned(tmp_path, YEAR, *rows) == ([(last, seen, "at most 300")] if seen else [])


def test_what_counts_in_another_unit_or_for_another_supplier_is_not_added(tmp_path: Path) -> None:
    other = notice("other", "2039", "900", suppliers="Lower Vale")
    rows = [
        part("may", "2039-05", "200"),
        part("june", "2039-06", "700", suppliers="Lower Vale"),
        part("july", "2039-07", "700", unit="barrel"),
    ]
    assert warned(tmp_path, YEAR, other, *rows) == []


def test_the_parts_of_one_supplier_are_held_against_what_all_filed(tmp_path: Path) -> None:
    everybody = notice("everybody", "2039", "300", suppliers="all")
    rows = [part("may", "2039-05", "200"), part("june", "2039-06", "200")]
    assert [seen for _, seen, _ in warned(tmp_path, everybody, *rows)] == ["400"]


@pytest.mark.parametrize(
    ("value", "operator", "told"), [("90", "=", False), ("91", "=", True), ("92", "~", False), ("120", "~", True)]
)
def test_two_parts_for_the_same_days_give_one_amount(tmp_path: Path, value: str, operator: str, told: bool) -> None:
    rows = [part("may", "2039-05", "90"), part("may-again", "2039-05", value, operator=operator)]
    expected = [("row 4, value", value, "90")] if told else []
    assert warned(tmp_path, YEAR, *rows) == expected


def test_two_parts_in_two_units_may_give_two_amounts(tmp_path: Path) -> None:
    rows = [part("may", "2039-05", "90"), part("may-barrels", "2039-05", "700", unit="barrel")]
    assert warned(tmp_path, YEAR, *rows) == []
