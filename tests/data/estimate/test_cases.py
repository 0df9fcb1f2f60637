"""Cases that give the estimate less, or something else, than the project's own."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from data.estimate.result import Estimate, estimate
from data.models.assumptions import NotEstimated
from data.models.evidence import Evidence
from data.models.limits import Limit
from data.reading.seeds import examine
from data.volumes import volumes_frame
from tests.cases.salt_case import write_case


def reason(evidence: Evidence) -> str:
    result = estimate(evidence)
    assert isinstance(result, NotEstimated)
    assert result.remedy
    return result.reason


def modelled(evidence: Evidence) -> Estimate:
    result = estimate(evidence, draws=4_000)
    assert isinstance(result, Estimate)
    return result


def with_limit(evidence: Evidence, **update: object) -> Evidence:
    limits = tuple(
        Limit.model_validate(limit.model_dump() | update) if limit is evidence.headline_limit else limit
        for limit in evidence.limits
    )
    return replace(evidence, limits=limits)


def test_a_case_without_assumptions_says_so(tmp_path: Path) -> None:
    assert reason(examine(write_case(tmp_path / "case", 1)).evidence) == "This case has no sound assumptions"


def test_a_case_without_trips_says_so(evidence: Evidence) -> None:
    assert evidence.assumptions is not None
    nothing = evidence.assumptions.model_copy(update={"trips_claims": (), "trips_records": ()})
    assert reason(replace(evidence, assumptions=nothing)) == "No sound claim or record counts the trips"


def test_without_a_count_the_floor_of_the_words_is_taken(evidence: Evidence) -> None:
    assert evidence.assumptions is not None
    only_words = evidence.assumptions.model_copy(update={"trips_records": ()})
    one = modelled(replace(evidence, assumptions=only_words))
    assert set(one.runs.calls) == {41}  # "over 40"
    assert one.trips_words == "41 trips, the least that the words allow"


def test_without_a_limit_the_volume_is_modelled_and_held_against_nothing(evidence: Evidence) -> None:
    subject = evidence.case.subject.model_copy(update={"headline_limit": None})
    free = replace(evidence, case=evidence.case.model_copy(update={"subject": subject}))
    one = modelled(free)
    assert one.unit == "barrel"
    assert one.totals["q50"]["seen"] == pytest.approx(790_000, rel=0.03)
    assert one.totals["above_limit"].isna().all()
    assert one.crossing["q50"].isna().all()
    assert one.beliefs.empty
    assert set(volumes_frame(free, one)["series"]) == {"reported"}


def test_a_limit_in_tonnes_is_reckoned_in_tonnes(evidence: Evidence) -> None:
    one = modelled(with_limit(evidence, value=65_000, unit="tonne"))
    barrels = modelled(evidence).totals["q50"]["seen"]
    assert one.unit == "tonne"
    # About 7.2 barrels came of every tonne: 7.5 by weight, less where the tanks are full before.
    assert barrels / one.totals["q50"]["seen"] == pytest.approx(7.3, rel=0.04)
    assert np.isnan(one.reported)
    assert one.disagreements.empty


def test_a_limit_in_another_unit_is_not_guessed_at(evidence: Evidence) -> None:
    assert (
        reason(with_limit(evidence, unit="person"))
        == "The numbers count in person, and the formula gives barrels or tonnes"
    )


def test_of_two_limits_the_one_that_the_case_names_counts(evidence: Evidence) -> None:
    subject = evidence.case.subject.model_copy(update={"headline_limit": "crude-barrels"})
    other = replace(evidence, case=evidence.case.model_copy(update={"subject": subject}))
    one = modelled(other)
    assert one.limit_volume == 4_000_000
    assert one.totals["above_limit"]["seen"] < 0.01


def test_a_period_that_spans_new_year_holds_the_trips_of_one_period(evidence: Evidence) -> None:
    spanning = with_limit(evidence, period="twelve-months", period_start="03-01")
    assert modelled(spanning).totals["above_limit"]["seen"] == pytest.approx(0.98, abs=0.01)


def test_trips_over_two_periods_of_the_limit_are_not_set_against_one(evidence: Evidence) -> None:
    split = with_limit(evidence, period="twelve-months", period_start="07-01")
    assert reason(split) == "The trips run from 2024-03-07 to 2024-11-05, over more than one period of the UN cap"


def test_a_limit_that_was_not_yet_in_force_is_not_held_against_the_trips(evidence: Evidence) -> None:
    later = with_limit(evidence, valid_from=date(2024, 6, 1))
    assert reason(later) == "The UN cap was not in force over the whole period of the trips"
