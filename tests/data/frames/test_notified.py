"""Evidence -> what states filed, row by row and by period of the limit."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from data import Evidence, read_evidence
from data.frames.notified import notified_frame, notified_left_out, notified_years
from tests.cases.edit import plant
from tests.cases.record_csv import notice, write_record_case
from tests.cases.salt_case import write_case
from tests.cases.second_case import SECOND_CASE

RATE = {"record_id": "rate", "kind": "conversion", "operator": "=", "value": "8", "unit": "per-tonne"}
BRINE = {"unit": "barrel", "factor": "8", "factor_from": "rate"}


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    return read_evidence(SECOND_CASE)


def years(evidence: Evidence) -> list[tuple[Any, ...]]:
    """The rows of notified_years, without the days of the periods."""
    frame = notified_years(evidence)
    return list(frame[["year", "supplier", "volume", "complete", "record_ids"]].itertuples(index=False, name=None))


def test_every_notification_is_a_row_in_the_order_of_the_file_whatever_its_standing(evidence: Evidence) -> None:
    frame = notified_frame(evidence)
    assert list(frame["record_id"]) == [
        "veldmark-2030", "veldmark-spring", "veldmark-may", "veldmark-summer-first", "veldmark-summer", "two-together",
        "ostmark-half", "tarn-2031", "veldmark-misprint",
    ]  # fmt: skip
    assert list(frame["standing"]) == [
        "used", "used", "part", "superseded", "used", "part", "used", "used", "error",
    ]  # fmt: skip


def test_a_row_has_the_days_amount_and_prints_that_were_filed(evidence: Evidence) -> None:
    row = notified_frame(evidence).set_index("record_id").loc["veldmark-summer-first"]
    assert (row["suppliers"], row["date"]) == (("Veldmark",), "2031-07/2031-09")
    assert (row["earliest"], row["latest"]) == (pd.Timestamp("2031-07-01"), pd.Timestamp("2031-09-30"))
    assert (row["volume"], row["unit"], row["converted"], row["is_converted"]) == (5_000, "tonne", 5_000, False)
    assert (row["superseded_by"], row["published"]) == ("veldmark-summer", pd.Timestamp("2031-11-01"))
    assert pd.isna(row["factor"])


def test_used_rows_are_summed_by_supplier_in_the_periods_of_the_limit(evidence: Evidence) -> None:
    assert years(evidence) == [
        (2030, "Veldmark", 18_000, True, ("veldmark-2030",)),
        (2031, "Veldmark", 9_600, False, ("veldmark-spring", "veldmark-summer")),
        (2031, "Ostmark", 2_400, False, ("ostmark-half",)),
    ]


def test_a_period_says_how_far_it_is_covered_and_which_limit_holds(evidence: Evidence) -> None:
    row = notified_years(evidence).iloc[1]
    days = [row["period_start"], row["period_end"], row["covered_to"]]
    assert days == [pd.Timestamp("2031-04-01"), pd.Timestamp("2032-03-31"), pd.Timestamp("2031-09-30")]
    assert (row["limit_volume"], row["about"], row["converted"]) == (20_000, False, False)


def test_a_row_that_lies_in_two_periods_is_left_out_and_named(evidence: Evidence) -> None:
    assert notified_left_out(evidence) == ("tarn-2031",)


def test_a_period_before_the_limit_is_shown_without_it(tmp_path: Path) -> None:
    folder = write_record_case(tmp_path / "made", notice("before", "2029", "7"), notice("after", "2030", "8"))
    frame = notified_years(read_evidence(folder))
    assert list(frame["year"]) == [2029, 2030]
    assert list(frame["limit_volume"].fillna(0)) == [0, 500]


def test_a_gap_makes_a_year_incomplete_though_its_last_day_is_covered(tmp_path: Path) -> None:
    rows = notice("spring", "2039-01/2039-05", "7"), notice("autumn", "2039-07/2039-12", "8")
    (row,) = notified_years(read_evidence(write_record_case(tmp_path / "made", *rows))).to_dict("records")
    assert (row["complete"], row["covered_to"], row["volume"]) == (False, pd.Timestamp("2039-12-31"), 15)


def test_months_that_follow_each_other_cover_a_year(tmp_path: Path) -> None:
    rows = (notice(f"month-{month}", f"2039-{month:02}", "2") for month in range(12, 0, -1))
    (row,) = notified_years(read_evidence(write_record_case(tmp_path / "made", *rows))).to_dict("records")
    assert (row["complete"], row["volume"], len(row["record_ids"])) == (True, 24, 12)


def test_a_sum_filed_for_two_suppliers_is_a_supplier_of_its_own(tmp_path: Path) -> None:
    rows = (
        notice("both", "2039", "30", suppliers="Upper Vale; Far Vale"),
        notice("everybody", "2038", "50", suppliers="all"),
        notice("three", "2037", "60", suppliers="Upper Vale; Far Vale; Low Vale"),
    )
    assert [row[:3] for row in years(read_evidence(write_record_case(tmp_path / "made", *rows)))] == [
        (2037, "Upper Vale, Far Vale and Low Vale", 60),
        (2038, "all", 50),
        (2039, "Upper Vale and Far Vale", 30),
    ]


def test_barrels_are_converted_by_their_own_factor_into_the_tonnes_of_the_limit_and_marked(tmp_path: Path) -> None:
    folder = write_record_case(
        tmp_path / "made",
        notice("salt", "2039-01", "10"),
        notice("brine", "2039-02", "800", **BRINE),
        statements=(RATE,),
    )
    evidence = read_evidence(folder)
    frame = notified_frame(evidence)
    assert list(frame["converted"]) == [10, 100]
    assert list(frame["is_converted"]) == [False, True]
    (row,) = notified_years(evidence).to_dict("records")
    assert (row["volume"], row["about"], row["converted"]) == (110, True, True)


def test_a_year_with_a_rounded_amount_is_about_and_not_converted(tmp_path: Path) -> None:
    rows = (
        notice("rounded", "2038-01/2038-11", "105", operator="~"),
        notice("rest", "2038-12", "3.2"),
        notice("exact", "2039", "7"),
        notice("part", "2039-03", "2", operator="~", standing="part"),
    )
    evidence = read_evidence(write_record_case(tmp_path / "made", *rows))
    assert list(notified_frame(evidence)["operator"]) == ["~", "=", "=", "~"]
    frame = notified_years(evidence)
    assert list(frame["volume"]) == [108.2, 7]
    assert list(frame["about"]) == [True, False]
    assert list(frame["converted"]) == [False, False]


def test_tonnes_are_converted_into_the_barrels_of_the_limit(tmp_path: Path) -> None:
    brine = notice("brine", "2039", "8000", factor="7.5", factor_from="rate")
    folder = write_record_case(tmp_path / "made", brine, statements=(RATE | {"value": "7.5"},))
    plant(folder / "limits.csv", ",500,tonne,", ",500000,barrel,")
    assert years(read_evidence(folder)) == [(2039, "Upper Vale", 60_000, True, ("brine",))]


def test_a_unit_that_nothing_converts_leaves_a_row_out(tmp_path: Path) -> None:
    evidence = read_evidence(write_record_case(tmp_path / "made", notice("odd", "2039", "3", unit="per-tonne")))
    assert (len(notified_years(evidence)), notified_left_out(evidence)) == (0, ("odd",))
    assert notified_frame(evidence)["converted"].isna().all()


def test_without_a_limit_there_are_no_periods_and_every_used_row_is_left_out(tmp_path: Path) -> None:
    rows = notice("year", "2039", "30"), notice("month", "2039-03", "3", standing="part")
    folder = write_record_case(tmp_path / "made", *rows)
    plant(folder / "case.toml", 'headline_limit = "salt-cap"\n', "")
    evidence = read_evidence(folder)
    assert (len(notified_years(evidence)), notified_left_out(evidence)) == (0, ("year",))


def test_without_a_public_record_the_frames_are_empty_and_typed(tmp_path: Path) -> None:
    evidence = read_evidence(write_case(tmp_path / "made", 1))
    assert (len(notified_frame(evidence)), len(notified_years(evidence)), notified_left_out(evidence)) == (0, 0, ())
    assert notified_years(evidence)["period_start"].dtype == "datetime64[s]"
    assert notified_frame(evidence)["published"].dtype == "datetime64[s]"
