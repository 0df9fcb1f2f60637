"""How far two readers agree: Krippendorff's alpha against values that he published, and against ones by hand."""

from dataclasses import replace
from math import isnan
from typing import Any

import pytest

from data.frames.read_twice import Level, agreement_frame, alpha, differences, read_twice_frame
from data.models.second_reading import SecondReading
from data.reading.seeds import read_evidence
from tests.cases.second_case import SECOND_CASE

# Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), part C: four readers, twelve units, some not read.
FOUR_READERS = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")
UNITS = [[int(row[unit]) for row in FOUR_READERS if row[unit] != "."] for unit in range(12)]


def test_alpha_is_the_published_one() -> None:
    assert round(alpha(UNITS, "nominal"), 3) == 0.743
    assert round(alpha(UNITS, "ordinal"), 3) == 0.815


@pytest.mark.parametrize(
    ("units", "level", "expected"),
    [
        (["aa", "bb"], "nominal", 1.0),
        (["aa", "ab"], "nominal", 0.0),  # as often as chance would
        (["ab", "ab"], "nominal", -0.5),
        (["aa", "bb", "c"], "nominal", 1.0),  # nobody read c a second time
        # 1 is given three times, 2 once, 3 twice; squared, 1 and 2 lie 2 apart, 1 and 3 3.5, 2 and 3 1.5.
        ([(1, 1), (1, 2), (3, 3)], "ordinal", 1 - 5 * 4 / (3 * 4 + 6 * 12.25 + 2 * 2.25)),
    ],
)
def test_alpha_by_hand(units: list[Any], level: Level, expected: float) -> None:
    assert alpha(units, level) == pytest.approx(expected)


@pytest.mark.parametrize("units", [[], ["aa", "aa"], ["a", "b"]])
def test_without_a_second_reading_or_a_second_value_there_is_no_alpha(units: list[str]) -> None:
    assert isnan(alpha(units, "nominal"))


def test_a_reading_differs_in_what_it_has_otherwise_and_numbers_count_where_there_is_one() -> None:
    evidence = read_evidence(SECOND_CASE)
    with_number = next(claim for claim in evidence.claims if claim.quantity)
    without = next(claim for claim in evidence.claims if not claim.quantity)
    same: dict[str, Any] = {key: getattr(with_number, key) for key in ("kind", "modality", "credibility")}
    other: dict[str, Any] = {key: getattr(without, key) for key in ("kind", "modality", "credibility")}
    other |= {"credibility": 5 if without.credibility != 5 else 6}
    by: dict[str, Any] = {"reader": "b", "day": evidence.case.as_of}
    readings = (
        SecondReading.model_construct(reading_id="b-1", claim=with_number.id, **by, **same),
        SecondReading.model_construct(reading_id="b-2", claim=without.id, **by, **other),
    )
    twice = replace(evidence, readings=readings)
    assert differences(with_number, readings[0]) == ("number",)
    assert read_twice_frame(twice)["differs"].tolist() == [("number",), ("credibility",)]
    agreed = agreement_frame(twice).set_index("field")
    assert agreed["claims"].to_dict() == {"kind": 2, "modality": 2, "credibility": 2, "number": 1}
    assert agreed["same"].to_dict() == {"kind": 2, "modality": 2, "credibility": 1, "number": 0}
