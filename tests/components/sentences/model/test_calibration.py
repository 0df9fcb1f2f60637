"""The model against published figures in words: right on either side of them, for one figure or many."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from components.sentences.model.calibration import (
    agreement_in_words,
    calibration_headline,
    calibration_sentence,
    figure_in_words,
    figure_sentences,
    model_in_words,
)
from data.estimate.published import LeftOut
from data.estimate.result import Estimate
from data.models.evidence import Evidence
from tests.components.whole_estimate import calibration, whole_estimate


def told(*agree: float, left_out: tuple[LeftOut, ...] = (), **changes: Any) -> Estimate:
    """An estimate with a figure for each share of the runs that agree."""
    rows = [{"agree_seen": share, "agree_all": share} for share in agree]
    frame = calibration(*rows) if rows else calibration().head(0)
    return whole_estimate(calibration=frame, inputs=SimpleNamespace(limit=None, left_out=left_out), **changes)


@pytest.mark.parametrize(
    ("agree", "headline"),
    [
        ((0.38, 0.12), "Every published figure lies above the model’s middle"),
        ((0.6, 0.5), "No published figure lies above the model’s middle"),
        ((0.6, 0.12, 0.2), "Two of three published figures lie above the model’s middle"),
        ((0.6, 0.12), "One of two published figures lies above the model’s middle"),
        ((0.12,), "The one published figure lies above the model’s middle"),
        ((0.6,), "The one published figure does not lie above the model’s middle"),
        ((), ""),
    ],
)
def test_the_headline_says_on_which_side_the_model_lies(agree: tuple[float, ...], headline: str) -> None:
    assert calibration_headline(told(*agree)) == headline


def test_the_sentence_begins_with_the_finding_and_leaves_open_what_is_wrong(evidence: Evidence) -> None:
    assert calibration_sentence(told(0.38, 0.12), evidence) == (
        "Every published figure lies above the model’s middle: 38 of 100 runs reach the nearest of the two, 12 of 100 "
        "the one furthest off. Behind the two stands one origin: United States government. Either the ships carried "
        "more or made more trips than is assumed here, or the published figures are too high: the model cannot tell "
        "which."
    )


def test_nothing_is_left_open_where_the_model_lies_above(evidence: Evidence) -> None:
    assert calibration_sentence(told(0.97), evidence) == (
        "The one published figure does not lie above the model’s middle: 97 of 100 runs reach it."
    )


def test_the_figures_above_the_middle_are_those_that_may_be_too_high(evidence: Evidence) -> None:
    assert "or those figures are too high" in calibration_sentence(told(0.97, 0.2), evidence)
    assert "or the published figure is too high" in calibration_sentence(told(0.2), evidence)


def test_the_series_in_front_decides(evidence: Evidence) -> None:
    frame = calibration({"agree_seen": 0.2, "agree_all": 0.7})
    seen, every = (whole_estimate(calibration=frame, series=series) for series in ("seen", "all"))
    assert calibration_headline(seen) == "The one published figure lies above the model’s middle"
    assert calibration_headline(every) == "The one published figure does not lie above the model’s middle"


def test_without_a_figure_that_is_said_and_what_is_left_out(evidence: Evidence) -> None:
    nobody = "The model is held against no published figure: nobody has named one that counts the same."
    assert calibration_sentence(told(), evidence) == nobody
    left = LeftOut("oil-osc-001", "A million.", "it counts in barrels, the model in tonnes")
    assert calibration_sentence(told(left_out=(left,)), evidence) == (
        f"{nobody} Not held against the model: A million [oil-osc-001], for it counts in barrels, the model in tonnes."
    )


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({}, "> 500,000 barrels by 2 May 2024"),
        ({"operator": "~", "volume": 125_000.0}, "about 125,000 barrels by 2 May 2024"),
        ({"kind": "in a window"}, "> 500,000 barrels from 7 Mar 2024 to 2 May 2024"),
        (
            {"kind": "in a window", "since": pd.Timestamp("2024-04-01")},
            "> 500,000 barrels from 1 Apr 2024 to 2 May 2024",
        ),
        (
            {"kind": "a trip", "volume": 23_255.81, "whole": 1e6, "trips": 43.0},
            "> 23,256 barrels a trip (1,000,000 in 43)",
        ),
        ({"kind": "a trip", "volume": 2.5, "whole": 5.0, "trips": 2.0}, "> 2.5 barrels a trip (5 in 2)"),
    ],
)
def test_a_figure_is_said_with_its_time(evidence: Evidence, row: dict[str, Any], words: str) -> None:
    frame = calibration(row)
    estimate = whole_estimate(calibration=frame)
    assert figure_in_words(frame.to_dict("records")[0], estimate, evidence) == words


def test_the_model_says_of_it_what_it_carries(evidence: Evidence) -> None:
    row = calibration().to_dict("records")[0]
    assert model_in_words(row, "seen") == "about 190,000 (90%: 100,000–320,000)"
    assert agreement_in_words(row, "seen") == "fewer than 1 of 100: below almost no chance (under 1%)"
    [sentence] = figure_sentences(whole_estimate(), evidence)
    assert sentence == (
        "> 500,000 barrels by 2 May 2024: Passed by May [oil-other-002]. Model about 190,000 (90%: 100,000–320,000); "
        "runs that agree: fewer than 1 of 100: below almost no chance (under 1%)."
    )


def test_a_record_that_is_not_there_has_no_origin(evidence: Evidence) -> None:
    words = calibration_sentence(told(0.3, 0.1), replace(evidence, statements=()))
    assert "origin" not in words
