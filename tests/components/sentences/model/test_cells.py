"""What the cells of tables and downloads hold: the numbers of the page, days and answers in words."""

from math import inf, nan

import pandas as pd
import pytest

from components.sentences.model.cells import in_table, rounded

TRIPS = {"assumption": "count", "unit": "trips"}
SHARE = {"assumption": "load", "unit": "%"}
CASES = [
    (792_652.0141910029, "volume", {"series": "modelled"}, "790,000"),
    (792_652.0141910029, "volume", {"series": "seen"}, "790,000"),
    (241_114.0, "volume", {"series": "notified", "about": False}, "241,114"),
    (159_343.4, "volume", {"series": "notified", "about": True}, "159,000"),
    (42_123.0, "volume", {"about": True, "converted": False}, "42,123"),
    (12_533.4, "converted", {"is_converted": True}, "12,500"),
    (1_000_000.0, "volume", {"series": "reported"}, "1,000,000"),
    (5e-05, "runs", TRIPS, "fewer than 1 of 100"),
    (0.5539915726, "variance_share", SHARE, "55%"),
    (0.0, "variance_share", TRIPS, "none"),
    (0.6833333333, "factor_low", SHARE, "68%"),
    (9.424809736, "needed_q50", TRIPS, "9"),
    (inf, "needed_q50", TRIPS, "no value"),
    (inf, "high", {"series": "reported"}, "no upper end"),
    (nan, "limit_volume", {}, ""),
    (2024, "year", {}, "2024"),
    (True, "above_limit", {}, "yes"),
    (False, "cited", {}, "quoted"),
    ("~", "operator", {}, "about"),
    ("open", "standing", {}, "left open"),
    ("2031-10-05", "date", {}, "5 October 2031"),
    ("", "date", {}, ""),
    (pd.Timestamp("2024-10-05"), "day", {}, "5 October 2024"),
    (pd.NaT, "latest", {}, ""),
    (("A", "B"), "documents", {}, "A, B"),
]


@pytest.mark.parametrize(("value", "column", "row", "told"), CASES)
def test_a_cell_tells_what_the_page_tells(value: object, column: str, row: dict[str, object], told: str) -> None:
    assert in_table(value, column, row) == told


def test_a_download_has_the_same_numbers_without_decimals_that_say_nothing() -> None:
    frame = pd.DataFrame(
        {"series": ["modelled", "notified"], "volume": [792_652.0141910029, 2.5], "high": [inf, nan],
         "probability": [0.98765, nan], "comparable": [True, False], "claim_ids": [("A04", "A14"), ()]}
    )  # fmt: skip
    assert rounded(frame).to_dict("records") == [
        {"series": "modelled", "volume": 790_000, "high": None, "probability": 0.99, "comparable": "yes",
         "claim_ids": ("A04", "A14")},
        {"series": "notified", "volume": 2.5, "high": None, "probability": None, "comparable": "no", "claim_ids": ()},
    ]  # fmt: skip
