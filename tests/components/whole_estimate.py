"""A whole estimate typed in by hand: what figures and sentences are held against does not come from the model."""

from datetime import date
from math import exp
from statistics import NormalDist
from types import SimpleNamespace
from typing import Any, cast

import pandas as pd

from data.estimate.result import Estimate
from data.models.assumptions import Settings

INF, NOT_KNOWN = float("inf"), float("nan")
QUANTILES = {"q05": 0.05, "q25": 0.25, "q50": 0.50, "q75": 0.75, "q95": 0.95}
MEDIANS, SPREAD = {"seen": 790_000.0, "all": 927_000.0}, 0.22
LIMIT = 500_000.0
# assumption, title, unit, assumed 5-50-95%, needed 5-50-95%, least, most, within, runs
BELIEFS = [
    ("loadings", "Calls that were loadings", "%", 0.88, 0.96, 0.99, 0.43, 0.60, 0.86, 0.5, 1.0, True, 0.0),
    ("ship", "Mean size of the ships", "dwt", 2_500, 3_380, 4_560, 1_810, 2_120, 2_680, 1_000, 9_000, True, 0.01),
    ("load", "Load on departure", "%", 0.69, 0.86, 0.96, 0.39, 0.54, 0.74, 0.3, 1.0, True, 0.02),
    ("tank", "Tank volume", "m³ a tonne", 1.04, 1.11, 1.21, 0.49, 0.69, 1.0, 0.9, 1.4, False, 0.0),
    ("cargo-share", "Cargo share", "%", 0.91, 0.94, 0.97, INF, INF, INF, 0.85, 1.0, False, 0.0),
]
# assumption, title, unit, factor at 5% and 95%, volume at both, share of the variance
TORNADO = [
    ("load", "Load on departure", "%", 0.69, 0.96, 760_000.0, 1_050_000.0, 0.17),
    ("ship", "Mean size of the ships", "dwt", 2_510.0, 4_564.0, 700_000.0, 1_265_000.0, 0.55),
    ("seen", "Share of trips seen", "%", 0.68, 0.98, 840_000.0, 1_200_000.0, 0.27),
    ("barrels-per-tonne", "Barrels per tonne", "barrels a tonne", 6.9, 8.19, 895_000.0, 940_000.0, 0.01),
    ("count", "Trips counted", "trips", 43.0, 43.0, 940_000.0, 940_000.0, 0.0),
]
LOADS = [
    (1 / 3, "one third", ("oil-other-007",), 345_000.0, 0.01),
    (0.5, "half", (), 517_000.0, 0.36),
    (0.9, "90%", (), 931_000.0, 0.996),
]


def whole_estimate(**changes: Any) -> Estimate:
    """What figures and sentences ask of an estimate, near the numbers of the design; anything may be replaced."""
    parts = {
        "settings": Settings(), "series": "seen", "unit": "barrel", "limit_volume": LIMIT, "limit_name": "UN cap",
        "threshold": LIMIT, "comparison": "alone", "comparisons": ("alone",), "room": None,
        "reported": 1_000_000.0, "first": date(2024, 3, 7), "last": date(2024, 11, 5), "draws": 20_000, "seed": 7,
        "trips_words": "43 trips counted", "claim_ids": ("B04",), "record_ids": ("oil-osc-003",),
        "totals": totals(), "dots": dots(), "cumulative": cumulative(), "crossing": crossing(), "beliefs": beliefs(),
        "tornado": tornado(), "loads": loads(), "disagreements": disagreements(),
        "calibration": calibration(),
    }  # fmt: skip
    parts |= changes
    front = {"total": parts["totals"].loc[parts["series"]], "crossed": parts["crossing"].loc[parts["series"]]}
    frames = {"outcomes": parts["dots"], "growth": parts["cumulative"]}
    parts |= front | {name: frame[frame["series"] == parts["series"]] for name, frame in frames.items()}
    inputs = SimpleNamespace(limit=SimpleNamespace(suppliers="all suppliers together"), left_out=(), said=("A04",))
    return cast("Estimate", SimpleNamespace(**{"inputs": inputs} | parts))


def totals(medians: dict[str, float] | None = None, above_limit: float = 0.98, above_reported: float = 0.13) -> Any:
    rows = {series: quantiles(median) for series, median in (medians or MEDIANS).items()}
    return pd.DataFrame(rows).T.assign(above_limit=above_limit, above_reported=above_reported)


def quantiles(median: float) -> dict[str, float]:
    return {key: median * exp(SPREAD * NormalDist().inv_cdf(share)) for key, share in QUANTILES.items()}


def dots(medians: dict[str, float] | None = None) -> pd.DataFrame:
    shares = [(place + 0.5) / 50 for place in range(50)]
    rows = [
        (series, median * exp(SPREAD * NormalDist().inv_cdf(share)))
        for series, median in (medians or MEDIANS).items()
        for share in shares
    ]
    frame = pd.DataFrame(rows, columns=["series", "volume"])
    return frame.assign(above_limit=frame["volume"] > LIMIT)


def cumulative() -> pd.DataFrame:
    days = pd.date_range("2024-03-07", "2024-11-05", periods=21).normalize()
    rows = [
        {"series": series, "day": moment} | quantiles(median * max(place, 0.5) / 20)
        for series, median in MEDIANS.items()
        for place, moment in enumerate(days)
    ]
    return pd.DataFrame(rows).astype({"day": "datetime64[s]"})


def crossing(share: float = 0.98, days: tuple[str, ...] = ("06-12", "07-15", "08-09", "09-05", "10-14")) -> Any:
    """The design's window of days, the same for both series; without one, no day."""
    moments = [pd.Timestamp(f"2024-{day}") if share else pd.NaT for day in days]
    row = dict(zip(QUANTILES, moments, strict=True))
    return pd.DataFrame([row, row], index=["seen", "all"]).assign(share=share)


def beliefs(fixed: tuple[str, ...] = (), **runs: float) -> pd.DataFrame:
    columns = ["assumption", "title", "unit", "assumed_q05", "assumed_q50", "assumed_q95"]
    columns += ["needed_q05", "needed_q50", "needed_q95", "least", "most", "within", "runs"]
    frame = pd.DataFrame(BELIEFS, columns=columns)
    frame["runs"] = [runs.get(name, found) for name, found in zip(frame["assumption"], frame["runs"], strict=True)]
    frame["side"] = ["below" if low else "above" for low in frame["needed_q50"] < frame["assumed_q50"]]
    return frame.assign(variance_share=0.1, fixed=frame["assumption"].isin(fixed))


def tornado(fixed: tuple[str, ...] = (), middle: float = 940_000.0, threshold: float = LIMIT) -> pd.DataFrame:
    columns = ["assumption", "title", "unit", "factor_low", "factor_high", "volume_low", "volume_high"]
    frame = pd.DataFrame(TORNADO, columns=[*columns, "variance_share"])
    reaches = frame["volume_low"] <= threshold if middle > threshold else frame["volume_high"] > threshold
    return frame.assign(middle=middle, reaches=reaches, fixed=frame["assumption"].isin(fixed))


def loads() -> pd.DataFrame:
    return pd.DataFrame(LOADS, columns=["load", "label", "record_ids", "interval_volume", "above_limit"])


def disagreements(probability: float = 0.002) -> pd.DataFrame:
    row = {"record_id": "oil-other-002", "day": pd.Timestamp("2024-05-02"), "volume": LIMIT}
    return pd.DataFrame([row | {"probability_seen": probability, "probability_all": probability}])


def calibration(*rows: dict[str, Any]) -> pd.DataFrame:
    """Published figures against the model; without any the one that the cap was passed by 2 May."""
    whole = {"kind": "by a day", "title": "Passed by May", "operator": ">", "volume": LIMIT, "unit": "barrel"}
    whole |= {"since": pd.NaT, "by": pd.Timestamp("2024-05-02"), "whole": NOT_KNOWN, "trips": NOT_KNOWN}
    whole |= {"claim_ids": (), "record_ids": ("oil-other-002",)}
    for series in MEDIANS:
        model = {"q05": 100_000.0, "q50": 190_000.0, "q95": 320_000.0, "agree": 0.002}
        whole |= {f"{key}_{series}": value for key, value in model.items()}
    frame = pd.DataFrame([whole | row for row in rows or ({},)])
    return frame.astype({"since": "datetime64[s]", "by": "datetime64[s]"})
