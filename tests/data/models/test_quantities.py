"""Operator, number and unit, and where they stand to a limit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.models.quantities import ImpossibleConversion, Operator, Quantity, barrels_per_tonne, converted

LARGE = 10_000.0


@pytest.mark.parametrize(
    ("operator", "value", "standing"),
    [
        ("=", 500, "within"),
        ("=", 501, "above"),
        (">", 500, "above"),
        (">", 499, "open"),
        (">=", 500, "open"),
        (">=", 501, "above"),
        ("<", 500, "within"),
        ("<=", 500, "within"),
        ("<=", 501, "open"),
        ("~", 500, "open"),
        ("~", 600, "above"),
        ("~", 400, "within"),
    ],
)
def test_a_number_stands_to_the_limit_as_its_operator_allows(operator: Operator, value: float, standing: str) -> None:
    assert Quantity(operator, "barrel", value).standing(500) == standing


@pytest.mark.parametrize(
    ("low", "high", "standing"), [(501, 600, "above"), (500, 600, "open"), (400, 500, "within"), (400, 501, "open")]
)
def test_a_range_stands_above_only_with_both_ends(low: float, high: float, standing: str) -> None:
    assert Quantity("range", "barrel", None, low, high).standing(500) == standing


def test_a_floor_has_no_ceiling_and_a_ceiling_no_floor() -> None:
    floor, ceiling = Quantity(">", "barrel", 1000), Quantity("<=", "barrel", 1000)
    assert [(one.floor, one.ceiling) for one in (floor, ceiling)] == [(1000, float("inf")), (0, 1000)]


def test_the_stated_number_of_a_range_is_its_lower_one() -> None:
    assert Quantity("range", "tonne", None, 25_000, 27_000).stated == 25_000


@given(
    st.sampled_from(["=", ">", ">=", "<", "<=", "range"]), st.integers(0, 40), st.integers(0, 40), st.integers(0, 40)
)
def test_the_standing_is_what_every_number_that_the_wording_allows_has_in_common(
    operator: Operator, one: int, other: int, limit: int
) -> None:
    low, high = sorted((one, other))
    quantity = Quantity(operator, "trip", None, low, high) if operator == "range" else Quantity(operator, "trip", one)
    allowed = {
        "=": [float(one)],
        ">": [one + 0.001, one + 0.5, LARGE],
        ">=": [float(one), one + 0.5, LARGE],
        "<": [0.0, one - 0.001],
        "<=": [0.0, float(one)],
        "range": [float(low), float(high)],
    }[operator]
    above = {number > limit for number in allowed if number >= 0}
    expected = "open" if len(above) == 2 else "above" if above == {True} else "within"
    assert quantity.standing(limit) == expected


@pytest.mark.parametrize(
    ("value", "unit", "into", "per_tonne", "expected"),
    [
        (8_000, "tonne", "barrel", 7.5, 60_000),
        (60_000, "barrel", "tonne", 7.5, 8_000),
        (1_498, "tonne", "tonne", None, 1_498),
        (1_498, "barge", "barge", 7.5, 1_498),
        (8_000, "tonne", "barrel", None, None),
        (8_000, "tonne", "barge", 7.5, None),
        (8_000, "barge", "barrel", 7.5, None),
        (0, "tonne", "barrel", 6, 0),
    ],
)
def test_tonnes_become_barrels_by_their_factor_and_nothing_else_is_converted(
    value: float, unit: str, into: str, per_tonne: float | None, expected: float | None
) -> None:
    assert converted(value, unit, into, per_tonne) == expected


@pytest.mark.parametrize(
    ("per_tonne", "why"),
    [
        (5.9, "5.9 barrels a tonne cannot be: less than 6 would be heavier than water"),
        (12.1, "12.1 barrels a tonne cannot be: more than 12 would be lighter than any liquefied gas"),
        (float("nan"), "nan barrels a tonne cannot be: it is no number"),
    ],
)
def test_a_factor_that_no_cargo_has_is_refused_with_the_reason(per_tonne: float, why: str) -> None:
    with pytest.raises(ImpossibleConversion) as refusal:
        converted(8_000, "tonne", "barrel", per_tonne)
    assert str(refusal.value) == why


def test_a_million_barrels_of_56_000_tonnes_are_impossible() -> None:
    with pytest.raises(ImpossibleConversion, match=r"1,000,000 barrels for 56,000 tonnes: 17\.86 "):
        barrels_per_tonne(1_000_000, 56_000)


def test_two_measures_of_one_amount_imply_a_factor() -> None:
    assert round(barrels_per_tonne(12_479, 1_498), 2) == 8.33


@pytest.mark.parametrize(
    ("operator", "value", "standing"),
    [("=", 500, "open"), ("~", 100, "open"), ("<=", 100, "open"), ("=", 501, "above"), (">", 500, "above")],
)
def test_a_number_of_a_part_is_above_or_open_and_never_within(operator: Operator, value: float, standing: str) -> None:
    assert Quantity(operator, "barrel", value).standing(500, part=True) == standing
