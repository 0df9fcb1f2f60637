"""The trips of the runs and their days, on trips typed in by hand."""

import numpy as np
import pytest

from data.estimate.journeys import BAND, Dated, Trips, journeys_of
from data.estimate.room import Pace
from data.estimate.runs import _passing_trip
from data.models.assumptions import Settings
from data.models.evidence import Evidence

# Three runs: five trips a day apart, three of the same, and one alone.
WAITS = np.array([[0.0, 1, 2, 3, 4, 5]] * 3)
DATED = Dated(np.array([5, 3, 1]), WAITS)


def test_the_first_trip_is_made_on_the_first_day_and_the_last_on_the_last() -> None:
    assert DATED.day_of(np.array([1.0, 1, 1])).tolist() == [0, 0, 0]
    assert DATED.day_of(np.array([5.0, 3, 1])).tolist() == [1, 1, 0]
    assert DATED.day_of(np.array([2.0, 2, 1])).tolist() == [0.25, 0.5, 0]


@pytest.mark.parametrize(
    ("moment", "made"),
    [(-0.1, [0, 0, 0]), (0.0, [1, 1, 1]), (0.24, [1, 1, 1]), (0.5, [3, 2, 1]), (0.99, [4, 2, 1]), (1.0, [5, 3, 1])],
)
def test_by_a_moment_those_trips_are_made_whose_days_have_come(moment: float, made: list[int]) -> None:
    assert DATED.made_by(moment).tolist() == made


def test_by_each_of_many_moments_as_many_are_made_as_by_that_one() -> None:
    drawn = np.random.default_rng(3)
    waits = np.hstack([np.zeros((40, 1)), drawn.exponential(size=(40, 64)).cumsum(axis=1)])
    dated = Dated(drawn.integers(1, 200, 40), waits)  # of most runs a drawn time stands for several trips
    one_by_one = np.array([dated.made_by(float(moment)) for moment in BAND])
    assert dated.made_by_each(len(BAND)) == pytest.approx(one_by_one)


@pytest.mark.parametrize("limit", [0.0, 7.0, 20.0, 34.9, 35.0, 90.0])
def test_the_trip_that_passes_a_joint_limit_is_the_first_of_all_that_does(limit: float) -> None:
    drawn = np.random.default_rng(4)
    waits = np.hstack([np.zeros((300, 1)), drawn.exponential(size=(300, 64)).cumsum(axis=1)])
    dated = Dated(drawn.integers(0, 30, 300), waits)
    a_trip = np.where(drawn.random(300) < 0.1, 0.0, drawn.uniform(0.5, 4.0, 300))
    pace = Pace(np.array([-0.2, 0.3, 0.9]), np.array([0.0, 12.0, 20.0]))
    assert _passing_trip(dated, a_trip, limit, pace).tolist() == _one_by_one(dated, a_trip, limit, pace)


def test_into_the_trips_that_estimates_share_nobody_writes(evidence: Evidence) -> None:
    assert evidence.assumptions
    shared = journeys_of(evidence.assumptions, Trips(43, None), Settings(), frozenset({0.5}), 0, 20)
    arrays = [shared.calls, *shared.band.values(), *(by[0.5] for by in shared.made.values())]
    arrays += [array for one in shared.dated.values() for array in (one.trips, one.waits)]
    for array in arrays:
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0


def _one_by_one(dated: Dated, a_trip: np.ndarray, limit: float, pace: Pace) -> list[float]:
    """Every trip of every run asked in turn."""
    found = []
    for run, many in enumerate(dated.trips):
        own = Dated(dated.trips[run : run + 1], dated.waits[run : run + 1])
        volumes = {
            trip: trip * a_trip[run] + float(pace.by(own.day_of(np.array([float(trip)])))[0])
            for trip in range(1, many + 1)
        }
        found.append(float(min((trip for trip, volume in volumes.items() if volume > limit), default=many + 1)))
    return found
