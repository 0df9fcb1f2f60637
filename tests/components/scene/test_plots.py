"""Where columns, letterings and days of a chart stand; numbers worked out by hand."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from components.scene.native.charts.days import Crossing, crossing, rows, ticks
from components.scene.native.charts.lettering import Lettering, axis_labels, free_above, lettering
from components.scene.native.charts.places import across, column_place, level, whisker
from components.scene.things import PALETTE, Columns, Place
from tests.components.scene.charts_on_slides import COLUMNS, CUMULATIVE, NOT_KNOWN, PLOT

ALONE = replace(
    COLUMNS, labels=("Reported",), volumes=(1_000_000.0,), low=(NOT_KNOWN,), high=(NOT_KNOWN,), said=("> 1,000,000",),
    colours=(PALETTE.ink,),
)  # fmt: skip


def said(*texts: str) -> Columns:
    return replace(COLUMNS, said=texts)


def test_a_column_takes_two_thirds_of_its_part_of_the_axis() -> None:
    # Three parts of 2 inches from 2 to 8; 1,000,000 of 2,000,000 is half of the 4 inches up from 5.5.
    assert column_place(COLUMNS, 0) == pytest.approx(Place(2 + 1 / 3, 3.5, 4 / 3, 2.0))


def test_a_column_alone_stands_in_the_middle_and_is_no_wider_than_one_of_three() -> None:
    assert column_place(ALONE, 0) == pytest.approx(Place(4 + 1 / 3, 3.5, 4 / 3, 2.0))


def test_a_column_without_a_volume_lies_flat_on_the_axis() -> None:
    unknown = replace(COLUMNS, volumes=(NOT_KNOWN, 800_000.0, 300_000.0))
    assert column_place(unknown, 0)[1:] == pytest.approx((5.5, 4 / 3, 0.0))


@pytest.mark.parametrize(
    ("volume", "y"), [(0.0, 5.5), (500_000.0, 4.5), (2_000_000.0, 1.5), (9_000_000.0, 1.5), (-1.0, 5.5)]
)
def test_a_volume_lies_within_the_plot(volume: float, y: float) -> None:
    assert level(PLOT, 2_000_000.0, volume) == pytest.approx(y)


def test_a_day_lies_as_far_across_as_the_days_before_it() -> None:
    days = (date(2024, 3, 1), date(2024, 3, 31))
    assert [across(PLOT, days, date(2024, 3, day)) for day in (1, 16, 31)] == pytest.approx([2.0, 5.0, 8.0])


def test_a_whisker_reaches_as_far_as_its_ends_are_known() -> None:
    assert [whisker(COLUMNS, at) for at in range(3)] == [(None, None), (250_000.0, 300_000.0), (None, None)]


def test_a_whisker_that_goes_nowhere_is_none() -> None:
    exact = replace(COLUMNS, low=COLUMNS.volumes, high=COLUMNS.volumes)
    assert whisker(exact, 0) == (None, None)


def test_a_number_stands_upright_at_the_foot_of_its_column() -> None:
    assert lettering(COLUMNS, 0) == Lettering(("> 1,000,000",), True, False, 0.0, "#FFFFFF")


def test_a_word_and_a_long_range_stand_on_lines_of_their_own() -> None:
    letters = lettering(said("", "about 1,550,000–1,600,000", ""), 1)
    assert letters is not None
    assert (letters.lines, letters.turned) == (("about", "1,550,000–", "1,600,000"), False)


def test_in_a_slender_column_a_number_reads_upward() -> None:
    slender = replace(COLUMNS, plot=Place(2.0, 1.5, 1.5, 4.0), limit_volume=NOT_KNOWN)
    assert lettering(slender, 0) == Lettering(("> 1,000,000",), True, True, 0.0, "#FFFFFF")


def test_above_a_small_column_a_number_stands_over_its_whisker_in_ink() -> None:
    small = replace(COLUMNS, volumes=(0.0, 20_000.0, 0.0), high=(NOT_KNOWN, 1_020_000.0, NOT_KNOWN))
    letters = lettering(small, 1)
    assert letters is not None
    assert (letters.inside, letters.colour) == (False, "#17212B")
    assert letters.rise == pytest.approx(2.0)


def test_no_number_lies_on_the_line_of_the_limit() -> None:
    # 100,000 is 0.2 inches up, where the number would stand; it begins 0.04 above the line instead.
    letters = lettering(replace(COLUMNS, limit_volume=100_000.0), 0)
    assert letters is not None
    assert letters.inside
    assert letters.rise == pytest.approx(0.24)


@pytest.mark.parametrize("text", ["", "  ", "\x00"])
def test_where_nothing_is_said_nothing_stands(text: str) -> None:
    assert lettering(said(text, "", ""), 0) is None


def test_over_a_column_all_is_free_from_its_top_or_its_whisker_or_its_number_on() -> None:
    small = replace(COLUMNS, volumes=(1_000_000.0, 800_000.0, 10_000.0))
    # One line of 12 points is 0.2 inches high, with 0.04 of air on either side; the column itself 0.02.
    assert [free_above(small, at) for at in range(3)] == pytest.approx([3.5, 3.3, 5.2])


def test_a_label_too_long_for_the_room_below_the_plot_is_cut() -> None:
    labels = axis_labels(replace(COLUMNS, labels=("Notified by all suppliers " * 9, "Model", "x" * 200)))
    assert labels[0].endswith("…")
    assert labels[1] == "Model"
    assert len(labels[2]) < 30


def test_days_of_the_window_become_rows_between_their_neighbours() -> None:
    shown = {row.day: row[1:] for row in rows(CUMULATIVE)}
    assert shown[date(2024, 3, 16)] == (150.0, 300.0, 450.0)
    assert shown[date(2024, 3, 26)] == (250.0, 500.0, 750.0)


def test_days_come_in_order_and_those_without_a_number_not_at_all() -> None:
    mixed = replace(CUMULATIVE, days=CUMULATIVE.days[::-1], q50=(NOT_KNOWN, 200.0, 400.0, 600.0), window=())
    assert [row.day.day for row in rows(mixed)] == [1, 11, 21]


def test_a_window_beyond_the_days_shown_is_cut_and_its_median_left_out() -> None:
    beyond = replace(CUMULATIVE, window=(date(2024, 3, 16), date(2024, 4, 30), date(2024, 5, 31)))
    assert crossing(beyond, rows(beyond)) == Crossing(date(2024, 3, 16), None, date(2024, 3, 31))


def test_a_window_after_the_days_shown_is_none() -> None:
    after = replace(CUMULATIVE, window=(date(2024, 5, 1), date(2024, 5, 2), date(2024, 5, 3)))
    assert crossing(after, rows(after)) is None


def test_months_are_counted_from_the_first_day_and_end_where_they_end() -> None:
    days = (date(2024, 1, 31), date(2024, 6, 1))
    long = replace(CUMULATIVE, days=days, q05=(0.0, 1.0), q50=(0.0, 1.0), q95=(0.0, 1.0), window=())
    named = [name for _, name in ticks(rows(long), 7.0, 12.0)]
    assert named == ["31 Jan 2024", "29 Feb 2024", "31 Mar 2024", "30 Apr 2024", "31 May 2024"]


def test_a_few_weeks_are_counted_in_days() -> None:
    named = [name for _, name in ticks(rows(CUMULATIVE), 7.0, 12.0)]
    assert named == ["1 Mar 2024", "8 Mar 2024", "15 Mar 2024", "22 Mar 2024", "29 Mar 2024"]


@pytest.mark.parametrize("span", [0, 1, 40, 400, 4_000, 40_000])
def test_named_days_never_crowd(span: int) -> None:
    days = (date(1960, 1, 31), date(1960, 1, 31) + timedelta(days=span))
    long = replace(CUMULATIVE, days=days, q05=(0.0, 1.0), q50=(0.0, 1.0), q95=(0.0, 1.0), window=())
    assert 1 <= len(ticks(rows(long), 6.0, 12.0)) <= 6
