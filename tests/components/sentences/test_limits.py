"""A minimum, an embargo, a month, a quarter and a limit over all its time are each told as what they are."""

from datetime import date
from pathlib import Path

import pytest

from components.figures.captioned import bullets, gauge, gauge_in_words
from components.scene.canvas import Look
from components.sentences.against_limit import overview_sentence, reported_headline
from components.sentences.limits import period_in_short, period_in_words
from components.sentences.volumes import bullets_headline
from components.theme import PALETTES
from data import Evidence, examine, read_evidence
from data.frames.reported import headline_row
from data.models.periods import limit_period, period_of
from data.volumes import volumes_frame
from tests.cases.edit import plant
from tests.cases.salt_case import write_case

COLUMNS = ",period,period_start,valid_from,valid_to,"
LIMIT = ",500,tonne,calendar-year,01-01,2030-01-01,,"


def limited(folder: Path, value: str, rest: str, sense: str = "", measure: str = "") -> Evidence:
    """The case of salt with one report, of 100 tonnes in 2039, and this limit: value, then period, start and days."""
    write_case(folder, 1)
    plant(folder / "limits.csv", COLUMNS, f",sense,measure{COLUMNS}")
    plant(folder / "limits.csv", LIMIT, f",{value},tonne,{sense},{measure},{rest},,")
    return read_evidence(folder)


def told(evidence: Evidence) -> tuple[str, str, str]:
    """Where the number stands, the headline of the gauge, and that of the bars."""
    frame = volumes_frame(evidence)
    row = headline_row(frame, evidence)
    assert row is not None
    return row["standing"], reported_headline(row, evidence), bullets_headline(frame[frame["comparable"]], evidence)


def test_a_minimum_is_broken_from_below(tmp_path: Path) -> None:
    missed = limited(tmp_path / "missed", "500", "calendar-year,01-01,2030-01-01", "min")
    assert told(missed) == (
        "below",
        "Reported salt deliveries are below the annual Salt cap, at 20% of it",
        "The one reported number is below the annual Salt cap",
    )
    reached = limited(tmp_path / "reached", "50", "calendar-year,01-01,2030-01-01", "min")
    assert told(reached) == (
        "within",
        "Reported salt deliveries are twice the annual Salt cap",
        "The one reported number is not shown to be below the annual Salt cap",
    )


def test_of_an_embargo_nothing_is_any_number_of_times(tmp_path: Path) -> None:
    evidence = limited(tmp_path / "case", "0", "calendar-year,01-01,2030-01-01")
    standing, headline, _ = told(evidence)
    assert (standing, headline) == (
        "above", "Reported salt deliveries are above the annual Salt cap, which allows none"
    )  # fmt: skip
    frame = volumes_frame(evidence)
    row = headline_row(frame, evidence)
    assert overview_sentence(row, evidence, 1).endswith("above the annual Salt cap, which allows none (0 tonnes).")
    assert gauge_in_words(row, evidence).startswith("Half dial with the Salt cap at its beginning, and no scale")
    limit = evidence.headline_limit
    assert limit is not None
    for width in ("wide", "narrow"):
        look = Look(PALETTES["light"], width)
        written = [str(mark) for mark in gauge(row, evidence, look).canvas.marks]
        assert any("Salt cap 0" in mark for mark in written)
        assert not any("×" in mark for mark in written)
        assert bullets(frame, limit, evidence, look).canvas.marks


@pytest.mark.parametrize(
    ("rest", "when", "standing"),
    [
        ("quarter,01-01,2039-01-01", None, ""),  # a year lies in no single quarter
        ("none,,2039-01-01", (date(2039, 1, 1), date.max), "open"),
    ],
)
def test_a_number_of_a_year_is_not_cut_into_other_periods(
    tmp_path: Path, rest: str, when: tuple[date, date] | None, standing: str
) -> None:
    evidence = limited(tmp_path / "case", "500", rest)
    limit = evidence.headline_limit
    assert limit is not None
    assert period_of("2039", limit) == when
    row = headline_row(volumes_frame(evidence), evidence)
    assert row is not None
    assert row["standing"] == standing


def test_periods_are_counted_from_their_day(tmp_path: Path) -> None:
    by_month = limited(tmp_path / "month", "500", "month,01-15,2039-01-15").headline_limit
    by_quarter = limited(tmp_path / "quarter", "500", "quarter,02-01,2039-02-01").headline_limit
    assert by_month is not None
    assert by_quarter is not None
    assert limit_period(date(2039, 3, 14), by_month) == (date(2039, 2, 15), date(2039, 3, 14))
    assert limit_period(date(2039, 1, 31), by_quarter) == (date(2038, 11, 1), date(2039, 1, 31))
    assert limit_period(date(9999, 12, 31), by_quarter)[1] == date.max


@pytest.mark.parametrize(
    ("value", "sense", "measure", "rest", "what"),
    [
        ("500", "", "level", "calendar-year,01-01,2030-01-01", "a level holds on each day and has no period"),
        ("0", "min", "", "calendar-year,01-01,2030-01-01", "a minimum of nothing asks for nothing"),
        ("500", "", "", "none,01-01,2030-01-01", "period_start is given, but no period"),
        ("500", "", "", "quarter,,2030-01-01", "the period has no period_start"),
    ],
)
def test_what_no_limit_can_be_is_refused(
    tmp_path: Path, value: str, sense: str, measure: str, rest: str, what: str
) -> None:
    folder = tmp_path / "case"
    write_case(folder, 1)
    plant(folder / "limits.csv", COLUMNS, f",sense,measure{COLUMNS}")
    plant(folder / "limits.csv", LIMIT, f",{value},tonne,{sense},{measure},{rest},,")
    assert [problem.what for problem in examine(folder).problems] == [what]


def test_a_period_is_told_by_its_year_or_by_its_months() -> None:
    quarter, month = (date(2039, 1, 1), date(2039, 3, 31)), (date(2039, 5, 1), date(2039, 5, 31))
    assert [period_in_words(*days) for days in (quarter, month)] == ["January to March 2039", "May 2039"]
    assert [period_in_short(*days) for days in (quarter, month)] == ["Jan–Mar 2039", "May 2039"]
    assert period_in_words(date(2038, 11, 15), date(2039, 2, 14)) == "15 November to 14 February 2039"
    assert period_in_short(date(2038, 7, 1), date(2039, 6, 30)) == "2038/39"
