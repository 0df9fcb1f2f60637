"""What a unit of the case counts, for each what, and by which words texts name it."""

import pytest

from data.models.case import Unit
from data.numbers import read_numbers
from data.texts.measures import Measure, Measures
from tests.data.proof.proof_of_claim import MEASURES


@pytest.mark.parametrize(
    ("unit", "measure"),
    [
        ("barrel", Measure("barrel")),
        ("barrel-per-day", Measure("barrel", "day")),
        ("tonne-per-year", Measure("tonne", "year")),
        ("trip", Measure("trip")),
    ],
)
def test_a_unit_counts_a_noun_and_for_each_what(unit: str, measure: Measure) -> None:
    assert MEASURES.by_id[unit] == measure


@pytest.mark.parametrize("one", ["barrel a day", "barrel per day", "barrel / day", "Barrel each day"])
def test_a_rate_may_be_worded_in_several_ways(one: str) -> None:
    assert Measures([Unit(id="rate", one=one, many=one)]).by_id["rate"] == Measure("barrel", "day")


def test_a_unit_that_nobody_knows_counts_itself() -> None:
    assert Measures([Unit(id="krate", one="krate", many="krates")]).by_id["krate"] == Measure("krate")


def test_words_of_the_case_are_added_to_those_of_the_field() -> None:
    given = [Unit(id="krate", one="krate", many="krates", words=("ящик", "ящиков"))]
    (own,) = read_numbers("40 ящиков", "ru", Measures(given, "ru").words)
    (common,) = read_numbers("40 баррелей", "ru", Measures(given, "ru").words)
    assert (own.unit, common.unit) == ("krate", "barrel")


def test_a_vessel_of_one_s_own_is_told_from_the_trips_it_makes() -> None:
    (barges,) = read_numbers("40 barges", "en", MEASURES.words)
    (trips,) = read_numbers("40 barge trips", "en", MEASURES.words)
    assert (barges.unit, trips.unit) == (MEASURES.by_id["barge"].noun, "trip")


def test_a_measure_is_named_in_the_words_of_the_case() -> None:
    assert MEASURES.name("barrel", "day") == "barrel a day"
    assert MEASURES.name("tonne") == "tonne"
    assert MEASURES.name("litre") == "litre"
