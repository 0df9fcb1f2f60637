"""Evidence -> year against year: estimates, notifications, the reported number and the model, never added up."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from data import Evidence, examine, read_evidence
from data.frames.by_year import by_year_frame, estimates_left_out
from data.volumes import volumes_frame
from tests.cases.record_csv import notice, write_record_case
from tests.cases.salt_case import write_case_without_limit
from tests.cases.second_case import SECOND_CASE


def estimate(record_id: str, window: str, value: str, **further: str) -> dict[str, str]:
    """A statement that estimates what came, from all suppliers unless it says otherwise."""
    about = {"statement": f"About {value} tonnes of salt went down the river", "hedge": "about", "operator": "~"}
    where = {"record_id": record_id, "date": window, "suppliers": "all", "unit": "tonne", "product": "salt"}
    return {**about, **where, "value": value, **further}


def rows_of(evidence: Evidence) -> list[tuple[Any, ...]]:
    frame = by_year_frame(evidence, volumes_frame(evidence))
    shown = frame.assign(year=frame["period_start"].dt.year)
    columns = ["year", "series", "whose", "operator", "volume", "covers", "standing"]
    return list(shown[columns].itertuples(index=False, name=None))


def test_a_year_has_what_is_notified_then_estimated_then_reported(tmp_path: Path) -> None:
    statements = (
        estimate("watch", "2038-01/2038-06", "700"),
        estimate("guess", "2037", "400", suppliers="Upper Vale"),
    )
    rows = notice("vale", "2038", "300"), notice("hill", "2038-01/2038-03", "20", suppliers="Hill Coast")
    folder = write_record_case(tmp_path / "salt", *rows, statements=statements)
    assert rows_of(read_evidence(folder)) == [
        (2037, "published", "Upper Vale", "~", 400, "period", "within"),
        (2038, "notified", "Upper Vale", "=", 300, "period", "within"),
        (2038, "notified", "Hill Coast", "=", 20, "part", "open"),
        (2038, "published", "all", "~", 700, "part", "above"),
        (2039, "reported", "", "=", 100, "period", "within"),
    ]


def test_a_statement_that_names_no_supplier_is_no_estimate_for_a_year(tmp_path: Path) -> None:
    folder = write_record_case(tmp_path / "salt", statements=(estimate("watch", "2038", "700", suppliers=""),))
    assert [row[1] for row in rows_of(read_evidence(folder))] == ["reported"]


@pytest.mark.parametrize(
    "odd",
    [{"unit": "barrel", "statement": "About 700 barrels of salt went"}, {"date": "2037-07/2038-06"}],
    ids=["another unit", "two years"],
)
def test_an_estimate_that_stands_in_no_year_is_named_and_not_drawn(tmp_path: Path, odd: dict[str, str]) -> None:
    folder = write_record_case(tmp_path / "salt", statements=(estimate("watch", "2038", "700") | odd,))
    evidence = read_evidence(folder)
    assert estimates_left_out(evidence) == ("watch",)
    assert [row[1] for row in rows_of(evidence)] == ["reported"]


def test_the_limit_stands_only_beside_the_years_in_which_it_was_in_force(tmp_path: Path) -> None:
    statements = (estimate("before", "2029", "700"), estimate("after", "2030", "700"))
    evidence = read_evidence(write_record_case(tmp_path / "salt", statements=statements))
    frame = by_year_frame(evidence, volumes_frame(evidence))
    assert frame["limit_volume"].tolist()[1:] == [500, 500]
    assert pd.isna(frame["limit_volume"].iloc[0])
    assert frame["standing"].tolist() == ["", "above", "within"]


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"suppliers": "All"}, "All is no supplier; all suppliers together are written all"),
        ({"suppliers": "all; Upper Vale"}, "all stands beside a supplier"),
        ({"date": ""}, "suppliers is given, but no number with a date"),
    ],
)
def test_whose_deliveries_an_estimate_counts_is_said_in_one_way(
    tmp_path: Path, cells: dict[str, str], problem: str
) -> None:
    statements = (estimate("watch", "2038", "700") | cells,)
    found = examine(write_record_case(tmp_path / "salt", statements=statements)).problems
    assert any(problem in str(one) for one in found)


def test_without_a_limit_there_are_no_years(tmp_path: Path) -> None:
    evidence = read_evidence(write_case_without_limit(tmp_path / "salt"))
    assert by_year_frame(evidence, volumes_frame(evidence)).empty


def test_the_second_case_has_its_own_periods_and_no_estimate() -> None:
    evidence = read_evidence(SECOND_CASE)
    frame = by_year_frame(evidence, volumes_frame(evidence))
    assert frame["series"].tolist() == ["notified", "notified", "notified", "reported"]
    assert frame["period_start"].dt.date.astype(str).unique().tolist() == ["2030-04-01", "2031-04-01"]


def test_our_own_record_has_estimates_for_five_years_of_which_one_leaves_it_open() -> None:
    evidence = read_evidence()
    frame = by_year_frame(evidence, volumes_frame(evidence))
    published = frame[frame["series"] == "published"]
    found = published.assign(year=published["period_start"].dt.year)[["year", "whose", "volume", "standing"]]
    assert list(found.itertuples(index=False, name=None)) == [
        (2018, "all", 500_000, "open"),
        (2020, "all", 590_000, "above"),
        (2022, "all", 800_000, "above"),
        (2023, "all", 1_523_381, "open"),
        (2023, "all", 1_015_588, "above"),
        (2024, "Russia", 1_000_000, "above"),
        (2024, "Russia", 500_000, "above"),
    ]
