"""What is derived from what: ratios with what the words allow, differences, and who has it from whom."""

from pathlib import Path

import pandas as pd
import pytest

from data import read_evidence, volumes_frame
from data.derived import bounded, derived_frame, ratio
from data.frames.reported import headline_row
from data.models.quantities import INFINITY, Operator, Quantity
from data.reading.seeds import SEEDS


def derived_of(folder: Path) -> pd.DataFrame:
    evidence = read_evidence(folder)
    return derived_frame(evidence, headline_row(volumes_frame(evidence), evidence))


@pytest.mark.parametrize(
    ("whole", "part", "least", "most", "sides"),
    [
        (">", ">", 0, INFINITY, "neither side"),
        (">", "=", 2, INFINITY, "below"),
        ("=", ">", 0, 2, "above"),
        ("<=", "=", 0, 2, "above"),
        ("<=", "<=", 0, INFINITY, "neither side"),
        ("=", "=", 2, 2, "both sides"),
        ("=", "<=", 2, INFINITY, "below"),
    ],
)
def test_a_ratio_is_bounded_only_where_the_words_bound_it(
    whole: Operator, part: Operator, least: float, most: float, sides: str
) -> None:
    numbers = ratio(Quantity(whole, "tonne", 80), Quantity(part, "barge", 40))
    assert numbers == (2, least, most)
    assert bounded(least, most) == sides


def test_barrels_a_trip_are_bounded_on_neither_side() -> None:
    frame = derived_of(SEEDS).set_index("kind")
    row = frame.loc["a trip"]
    assert (row["value"], row["bounded"], row["claim_ids"]) == (25_000, "neither side", ("A04", "B04"))


def test_a_notified_difference_names_the_rows_it_was_taken_from(second_case: Path) -> None:
    row = derived_of(second_case).set_index("kind").loc["notified"]
    assert (row["subject"], row["value"]) == ("ostmark-half", 2_400)
    assert row["record_ids"] == ("two-together", "veldmark-spring", "veldmark-summer")


def test_who_has_it_from_whom_says_on_what_basis(second_case: Path) -> None:
    frame = derived_of(second_case)
    origins = frame[frame["kind"] == "origin"].set_index("subject")
    assert dict(origins["how"]) == {
        "Ilsa Born, harbour master": "has it from Port Ansel harbour office",
        "Market bulletin as a whole": "has it from Letter of the harbour office",
        "Harbour News": "has it from Port Ansel harbour office",
    }
    assert dict(origins["basis"])["Harbour News"] == "inferred"
    assert origins.loc["Ilsa Born, harbour master", "claim_ids"] == ("P04",)
