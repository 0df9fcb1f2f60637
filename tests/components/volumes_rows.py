"""Estimates and rows typed in by hand, so that no expected value comes from the code under test."""

from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pandas as pd

from data.estimate.result import Estimate
from data.models.assumptions import Settings

NOT_KNOWN = float("nan")
QUANTILES = ("q05", "q25", "q50", "q75", "q95")
SEEN = (545_000.0, 680_000.0, 790_000.0, 914_000.0, 1_118_000.0)
ALL = (620_000.0, 788_000.0, 927_000.0, 1_092_000.0, 1_391_000.0)


def estimate_of(
    seen: tuple[float, ...] = SEEN,
    of_all: tuple[float, ...] = ALL,
    above_limit: tuple[float, float] = (0.98, 0.99),
    above_reported: tuple[float, float] = (0.13, 0.38),
    series: str = "seen",
    year: int = 2024,
) -> Estimate:
    """What figures and sentences ask of an estimate; quantiles and probabilities as given."""
    totals = pd.DataFrame([dict(zip(QUANTILES, values, strict=True)) for values in (seen, of_all)], ["seen", "all"])
    totals["above_limit"], totals["above_reported"] = above_limit, above_reported
    stand_in = SimpleNamespace(
        series=series, totals=totals, total=totals.loc[series], limit_name="UN cap", limit_volume=500_000.0,
        threshold=500_000.0, comparison="alone", comparisons=("alone",), room=None, reported=1_000_000.0, unit="barrel",
        draws=20_000, seed=7, trips_words="43 trips counted", claim_ids=("B04",), record_ids=(),
        first=date(year, 3, 7), last=date(year, 11, 5), settings=Settings(),
    )  # fmt: skip
    return cast("Estimate", stand_in)


def modelled_rows(estimate: Estimate) -> list[dict[str, Any]]:
    """The two rows that such an estimate has in a volumes frame."""
    return [
        _row("modelled", "~", total["q50"], total["q05"], total["q95"], "above", detail=str(series), record_ids=("x",))
        | {"q25": total["q25"], "q75": total["q75"], "probability": total["above_limit"], "counted": "alone"}
        for series, total in estimate.totals.iterrows()
    ]


def notified_row(volume: float, supplier: str = "Upper Vale", standing: str = "within") -> dict[str, Any]:
    """What one supplier notified."""
    return _row("notified", "=", volume, volume, volume, standing, detail=supplier, record_ids=("salt-ledger-001",))


def reported_row(volume: float, operator: str = ">", standing: str = "above") -> dict[str, Any]:
    """What a document reports."""
    high = float("inf") if operator == ">" else volume
    return _row("reported", operator, volume, volume, high, standing, claim_ids=("A04",), document="A")


def _row(
    series: str, operator: str, volume: float, low: float, high: float, standing: str, **more: Any
) -> dict[str, Any]:
    empty = {"document": "", "claim_ids": (), "record_ids": (), "detail": "", "unit": "barrel", "product": "salt"}
    empty |= {"per": "", "change": "", "whose": ""}
    numbers: dict[str, Any] = {"operator": operator, "volume": volume, "low": low, "high": high}
    dates = {"date": "2024", "period_start": pd.Timestamp(2024, 1, 1), "period_end": pd.Timestamp(2024, 12, 31)}
    unknown: dict[str, Any] = dict.fromkeys(("q25", "q75", "probability"), NOT_KNOWN) | {"counted": ""}
    stands = {"standing": standing, "covers": "period", "comparable": True}
    numbers |= {"limit_volume": 500_000.0, "number_read_by": "machine" if series == "reported" else ""}
    return empty | numbers | dates | unknown | {"series": series} | stands | more
