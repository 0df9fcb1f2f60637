"""What the volume is held against by day: the limit less what else was notified by then, and the crossing on it."""

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.sentences.model.lines import lines_of
from data import Evidence
from data.estimate.by_day import against_by_day
from data.estimate.result import Estimate, estimate
from data.models.assumptions import Settings
from tests.components.joint_estimate import NOTHING_FILED, ROOM, YEAR, joint_estimate, others_left
from tests.components.whole_estimate import whole_estimate


def test_the_line_falls_from_the_limit_to_what_others_left() -> None:
    line = against_by_day(joint_estimate(), *YEAR)
    assert line.on(date(2024, 1, 1)) == 500_000
    assert line.on(date(2024, 2, 1)) == pytest.approx(500_000 - 15_279 - 280_928 * 31 / 335)
    assert line.on(date(2024, 6, 20)) == pytest.approx(500_000 - 15_279 - 280_928 * 171 / 335)
    assert line.on(date(2024, 12, 1)) == line.on(date(2024, 12, 31)) == pytest.approx(203_793)


def test_it_bends_where_a_filed_piece_begins_or_has_ended() -> None:
    days = against_by_day(joint_estimate(), *YEAR).days
    assert {date(2024, 1, 1), date(2024, 2, 1), date(2024, 12, 1), date(2024, 12, 31)} <= set(days)
    assert set(days) <= {date(2024, 1, 1), date(2024, 2, 1), date(2024, 3, 7), date(2024, 12, 1), date(2024, 12, 31)}


@pytest.mark.parametrize("one", [whole_estimate(), whole_estimate(room=ROOM), joint_estimate(NOTHING_FILED)])
def test_alone_or_with_nothing_notified_it_is_the_limit_on_every_day(one: Estimate) -> None:
    line = against_by_day(one, *YEAR)
    assert set(line.volumes) == {500_000}
    assert not lines_of(one).two


def test_where_others_left_nothing_it_gets_there_and_stays() -> None:
    line = against_by_day(joint_estimate(others_left(-500_000)), *YEAR)
    assert line.on(date(2024, 7, 2)) == 0  # half of the year: half of a million is the limit
    assert min(line.volumes) == line.volumes[-1] == 0
    assert line.on(date(2024, 4, 1)) == pytest.approx(500_000 * (1 - 2 * 91 / 366), rel=0.01)


@given(st.floats(-1e6, 5e5), st.integers(0, 364))
def test_it_never_rises_and_never_lies_below_nothing(left: float, day: int) -> None:
    line = against_by_day(joint_estimate(others_left(left)), *YEAR)
    moment = YEAR[0] + timedelta(days=day)
    assert 500_000 >= line.on(moment) >= line.on(moment + timedelta(days=1)) >= 0


def test_a_part_of_it_has_its_ends_and_every_bend_between_them() -> None:
    part = against_by_day(joint_estimate(), *YEAR).between(date(2024, 1, 20), date(2024, 2, 10))
    assert [day for day, _ in part] == [date(2024, 1, 20), date(2024, 2, 1), date(2024, 2, 10)]


def test_both_lines_are_named_with_their_numbers() -> None:
    lines = lines_of(joint_estimate())
    assert (lines.label, lines.limit_label) == ("UN cap less what else was notified 203,793", "UN cap 500,000")
    assert lines.left_words == "less what else was notified 203,793"
    assert lines.whole_label == "UN cap 500,000 less what else was notified: 203,793"
    assert lines.short_label == "203,793 left of UN cap 500,000"


def test_that_others_left_nothing_is_said_in_place_of_a_number() -> None:
    lines = lines_of(joint_estimate(others_left(-2_500)))
    assert lines.nothing_left
    assert lines.label == "UN cap less what else was notified: nothing left"
    assert lines.short_label == "nothing left of UN cap 500,000"


def test_alone_there_is_the_limit_and_nothing_else() -> None:
    lines = lines_of(whole_estimate())
    assert (lines.two, lines.label, lines.whole_label) == (False, "UN cap 500,000", "UN cap 500,000")


def test_without_a_limit_there_is_no_line_beside_another() -> None:
    lines = lines_of(whole_estimate(limit_volume=float("nan"), threshold=float("nan"), limit_name=""))
    assert not lines.two
    assert not lines.nothing_left


@pytest.mark.parametrize(("band", "window"), [("q05", "q95"), ("q25", "q75"), ("q50", "q50"), ("q75", "q25")])
def test_the_band_meets_the_line_where_the_crossing_says(band: str, window: str, evidence: Evidence) -> None:
    """The median of the volume lies on the line on the median day, since every run passes it."""
    found = estimate(evidence, Settings())
    assert isinstance(found, Estimate)
    rows = found.cumulative[found.cumulative["series"] == found.series]
    line, crossed = against_by_day(found, *YEAR), pd.Timestamp(str(found.crossing.loc[found.series, window])).date()
    above = [row["day"].date() for _, row in rows.iterrows() if row[band] > line.on(row["day"].date())]
    steps = (rows["day"].iloc[1] - rows["day"].iloc[0]).days
    assert timedelta(0) <= above[0] - crossed + timedelta(days=1) <= timedelta(days=steps + 2)
