"""The model against published figures, held against shares of runs that were reckoned elsewhere."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest

from data.estimate.calibration import agreeing
from data.estimate.published import Held
from data.estimate.result import Estimate, estimate
from data.models.assumptions import Settings
from data.models.evidence import Evidence
from data.models.limits import Limit
from data.models.record import Statement
from data.reading.seeds import SEEDS, read_evidence

MANY = 400_000
SEEN = Settings(unseen=False, alone=True)
WHOLE = "2024-03-07/2024-11-05"


@pytest.fixture(scope="module")
def own() -> Evidence:
    return read_evidence(SEEDS)


@pytest.fixture(scope="module")
def model(own: Evidence) -> Estimate:
    return modelled(own, SEEN, MANY)


def modelled(evidence: Evidence, settings: Settings = SEEN, draws: int = 2_000) -> Estimate:
    result = estimate(evidence, settings, draws)
    assert isinstance(result, Estimate)
    return result


def held(evidence: Evidence, *published: Mapping[str, Any]) -> Estimate:
    """The estimate held against some statements of the record, written as a curator would."""
    plain: dict[str, Any] = {"kind": "statement", "topic": "oil-volume", "statement": "So much had come."}
    plain |= {
        "said_by": "Somebody",
        "origin": "osc",
        "address": "https://example.invalid/",
        "standing": "sound",
        "operator": ">",
    }
    plain |= {"unit": "barrel", "date": WHOLE, "value": 100_000}
    rows = tuple(
        Statement.model_validate(plain | {"record_id": f"figure-{place}"} | dict(row))
        for place, row in enumerate(published)
    )
    assert evidence.assumptions is not None
    named = {"held_against": tuple(row.record_id for row in rows)}
    assumptions = evidence.assumptions.model_copy(update=named)
    return modelled(replace(evidence, statements=(*evidence.statements, *rows), assumptions=assumptions))


def why_left_out(one: Estimate) -> list[str]:
    assert one.calibration.empty
    return [left.why for left in one.inputs.left_out]


@pytest.mark.parametrize(
    ("kind", "volume", "agree"),
    [
        ("in a window", 1_000_000, 0.14),
        ("by a day", 125_000, 0.12),
        ("by a day", 165_000, 0.07),
        ("by a day", 500_000, 0.00),
        ("a trip", 23_256, 0.19),
        ("a trip", 25_000, 0.11),
    ],
)
def test_so_many_runs_agree_with_a_published_figure(model: Estimate, kind: str, volume: float, agree: float) -> None:
    frame = model.calibration
    found = frame[(frame["kind"] == kind) & (frame["volume"].round() == volume)]
    assert len(found) == 1
    assert found["agree_seen"].iloc[0] == pytest.approx(agree, abs=0.015)


def test_the_figures_have_their_days_and_what_they_follow_from(model: Estimate) -> None:
    frame = model.calibration
    assert frame["record_ids"].tolist() == [
        ("oil-osc-001",),
        ("oil-rusi-002",),
        ("oil-other-001",),
        ("oil-other-002",),
        ("oil-osc-001", "oil-osc-003"),
        ("oil-osc-001",),
    ]
    assert frame["claim_ids"].tolist()[4:] == [(), ("B04",)]
    days = ["2024-11-05", "2024-03-26", "2024-03-31", "2024-05-02"]
    assert frame["by"].tolist()[:4] == [pd.Timestamp(day) for day in days]
    assert frame["since"].isna().all()
    assert frame["trips"].tolist()[4:] == [43, 40]
    # A floor over a counted number is a floor; over another floor it is bounded on neither side.
    assert frame["operator"].tolist()[4:] == [">", "~"]


def test_the_model_lies_below_every_published_figure(model: Estimate) -> None:
    for series in ("seen", "all"):
        assert (model.calibration["volume"] > model.calibration[f"q50_{series}"]).all()


def test_the_figure_for_the_whole_time_is_held_against_the_total(model: Estimate) -> None:
    row, totals = model.calibration.iloc[0], model.totals.to_dict("index")
    for series in ("seen", "all"):
        assert row[f"agree_{series}"] == totals[series]["above_reported"]
        assert [row[f"{key}_{series}"] for key in ("q05", "q50", "q95")] == pytest.approx(
            [totals[series][key] for key in ("q05", "q50", "q95")]
        )


def test_only_what_reaches_the_limit_by_a_day_stands_where_the_crossing_is_shown(model: Estimate) -> None:
    assert model.disagreements["record_id"].tolist() == ["oil-other-002"]
    assert model.disagreements["day"].tolist() == [pd.Timestamp("2024-05-02")]
    assert model.disagreements["probability_all"].tolist() == model.calibration["agree_all"].tolist()[3:4]


def test_a_window_within_the_trips_counts_what_came_in_it_alone(own: Evidence) -> None:
    parts = held(own, {"date": "2024-03-01/2024-06-30"}, {"date": "2024-06-30/2024-11-05"}, {"date": WHOLE})
    before, after, whole = parts.runs.held["all"]
    assert np.allclose(before + after, whole)
    assert parts.calibration["since"].tolist()[1] == pd.Timestamp("2024-06-30")
    assert parts.calibration["kind"].tolist()[:3] == ["by a day", "in a window", "in a window"]


def test_a_figure_beyond_every_run_is_reached_by_none_and_one_of_nothing_by_all(own: Evidence) -> None:
    one = held(own, {"value": 1e9}, {"value": 0, "operator": "~"})
    assert one.calibration["agree_seen"].tolist()[:2] == [0, 1]


@pytest.mark.parametrize(
    ("operator", "share"), [(">", 0.25), (">=", 0.5), ("~", 0.5), ("=", 0.5)], ids=["more", "at least", "about", "is"]
)
def test_a_run_agrees_with_more_than_only_above_it(operator: Any, share: float) -> None:
    volumes = np.array([1.0, 2.0, 3.0, 4.0])
    assert agreeing(volumes, Held("by a day", "", operator, 3.0, ())) == share


def test_of_a_range_the_lower_end_is_to_be_reached(own: Evidence) -> None:
    one = held(own, {"operator": "range", "value": None, "low": 800_000, "high": 2_000_000})
    assert one.calibration[["operator", "volume"]].to_numpy().tolist()[0] == [">=", 800_000]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({"unit": "tonne"}, "it counts in tonnes, the model in barrels"),
        ({"operator": "<="}, "it says how much it was at most, not that so much had come"),
        ({"operator": None, "value": None, "unit": None}, "it gives no number"),
        ({"date": None}, "it gives no day by which so much had come"),
        ({"date": "2024-03-07/.."}, "it gives no day by which so much had come"),
        ({"date": "2024"}, "its days go on to 31 December 2024, and the count of the trips ends on 5 November 2024"),
        ({"date": "2024-02"}, "its days end before the first trip of the count, on 7 March 2024"),
        ({"product": "crude oil"}, "it counts crude oil, which the model does not"),
    ],
)
def test_a_figure_that_the_model_does_not_count_is_left_out_and_said_so(
    own: Evidence, row: dict[str, Any], why: str
) -> None:
    assert why_left_out(held(own, row)) == [why]


def test_with_a_limit_in_tonnes_figures_in_barrels_are_left_out(own: Evidence) -> None:
    limits = tuple(
        Limit.model_validate(limit.model_dump() | {"value": 65_000, "unit": "tonne"})
        if limit is own.headline_limit
        else limit
        for limit in own.limits
    )
    one = modelled(replace(own, limits=limits))
    assert why_left_out(one) == ["it counts in barrels, the model in tonnes"] * 4
    assert one.disagreements.empty


def test_without_a_limit_every_figure_stays(own: Evidence) -> None:
    subject = own.case.subject.model_copy(update={"headline_limit": None})
    one = modelled(replace(own, case=own.case.model_copy(update={"subject": subject})))
    assert len(one.calibration) == 6
    assert len(one.disagreements) == 3


def test_a_case_that_names_no_figure_has_none(own: Evidence) -> None:
    one = held(own)
    assert one.calibration.empty
    assert one.inputs.left_out == ()
    assert one.disagreements.empty
    assert "agree_all" in one.calibration


def test_more_load_never_lets_fewer_runs_agree(own: Evidence) -> None:
    low, high = (modelled(own, replace(SEEN, fixed=(("load", load),))) for load in (0.5, 0.9))
    assert (high.calibration["agree_seen"] >= low.calibration["agree_seen"]).all()
