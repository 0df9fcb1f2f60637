"""Modelled numbers as they are shown: the same in the exports as on pages and slides."""

from math import inf, isnan, nan

import pytest

from components import theme
from components.sentences.model import beliefs
from data.estimate.rounding import factor, modelled, runs_of_100, share

VALUES = (0.0, 0.001234, 0.5349, 1.0, 7.45, 9.96, 54.5, 99.5, 792652.014, 1122065.4, 9.96e14)
SHARES = (0.0, 0.004, 0.005, 0.13815, 0.385, 0.978, 0.9944, 0.995, 1.0, nan)


@pytest.mark.parametrize(
    ("value", "shown"),
    [(792652.014, 790000.0), (1122065.4, 1100000.0), (99.5, 100.0), (7.449, 7.4), (0.001255, 0.0013), (0, 0)],
)
def test_a_modelled_number_has_two_significant_figures(value: float, shown: float) -> None:
    assert modelled(value) == shown


def test_what_has_no_end_is_not_rounded() -> None:
    assert (modelled(inf), factor(inf, "dwt")) == (inf, inf)


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [(0.53432, "%", 0.53), (27.12, "trips", 27), (3389.7, "dwt", 3390), (7.5014, "barrels a tonne", 7.5)],
)
def test_a_factor_is_rounded_by_its_unit(value: float, unit: str, shown: float) -> None:
    assert factor(value, unit) == shown


@pytest.mark.parametrize("value", VALUES)
def test_volumes_and_factors_are_rounded_as_on_the_pages(value: float) -> None:
    assert theme.number(modelled(value)) == theme.modelled(value)
    for unit in ("%", "trips", "dwt"):
        assert beliefs.factor(factor(value, unit), unit) == beliefs.factor(value, unit)


@pytest.mark.parametrize("part", SHARES)
def test_shares_are_worded_as_on_the_pages(part: float) -> None:
    assert runs_of_100(part) == theme.runs_of_100(part)


@pytest.mark.parametrize(
    ("probability", "words"),
    [(0.9949, "99 of 100"), (0.995, "more than 99 of 100"), (1.0, "more than 99 of 100"), (0.0, "fewer than 1 of 100")],
)
def test_runs_are_never_none_and_never_all(probability: float, words: str) -> None:
    assert runs_of_100(probability) == words


@pytest.mark.parametrize(("probability", "shown"), [(0.125, 0.13), (0.105, 0.11), (0.995, 1.0), (0.0, 0.0)])
def test_a_share_is_rounded_to_the_hundredth_halves_upwards(probability: float, shown: float) -> None:
    assert share(probability) == shown


def test_a_share_that_is_not_known_stays_so() -> None:
    assert isnan(share(nan))
