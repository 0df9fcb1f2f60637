"""Whatever the reader assumes, the estimate stands: no exception, no NaN, nothing that runs the wrong way."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.estimate.draws import stream
from data.estimate.result import Estimate, estimate
from data.models.assumptions import FACTORS, Assumption, Convention, Settings, TripMode
from data.models.evidence import Evidence

FEW = 1_500


def modelled(evidence: Evidence, chosen: Settings, draws: int = FEW) -> Estimate:
    result = estimate(evidence, chosen, draws)
    assert isinstance(result, Estimate)
    return result


def holds(one: Estimate) -> None:
    """Every number that can reach a screen is one, or is said to be absent."""
    quantiles = ["q05", "q25", "q50", "q75", "q95"]
    assert np.isfinite(one.totals[[*quantiles, "above_limit", "above_reported"]].to_numpy(float)).all()
    assert (one.totals[quantiles].diff(axis=1).iloc[:, 1:] >= 0).all(axis=None)
    assert np.isfinite(one.cumulative[quantiles].to_numpy()).all()
    assert (one.cumulative.groupby("series")["q95"].diff().dropna() >= -1e-6).all()
    assert (one.totals["q50"]["all"] >= one.totals["q50"]["seen"]) or one.totals["q50"]["all"] == 0
    assert one.crossing["share"].between(0, 1).all()
    assert (one.crossing["q50"].isna() == (one.crossing["share"] == 0)).all()
    assert not one.beliefs[["assumed_q50", "needed_q05", "needed_q50", "needed_q95", "runs"]].isna().any(axis=None)
    assert np.isfinite(one.tornado[["volume_low", "volume_high", "middle"]].to_numpy(float)).all()
    assert np.isfinite(one.dots["volume"]).all()
    assert np.isfinite(one.loads[["interval_volume", "above_limit"]].to_numpy(float)).all()
    assert np.isfinite(one.closed_form.to_numpy()).all()
    assert not one.disagreements.isna().any(axis=None)


@pytest.mark.parametrize("corner", list(product((0, 1), repeat=3)), ids=str)
@pytest.mark.parametrize("convention", ["physical", "committee"])
def test_the_assumptions_may_stand_at_any_corner(
    evidence: Evidence, corner: tuple[int, ...], convention: Convention
) -> None:
    assert evidence.assumptions is not None
    ends = [(one.least, one.most) for one in evidence.assumptions.assumptions]
    fixed = tuple((name, ends[place][corner[place % 3]]) for place, name in enumerate(evidence.assumptions.by_id))
    for count in (None, 0, 1, 10_000):
        chosen = Settings(count=count, convention=convention, fixed=fixed, unseen=True)
        holds(modelled(evidence, chosen, 200))


@pytest.mark.parametrize("name", FACTORS)
@pytest.mark.parametrize("end", ["least", "most"])
def test_each_assumption_alone_may_stand_at_its_end(evidence: Evidence, name: str, end: str) -> None:
    assert evidence.assumptions is not None
    value = getattr(evidence.assumptions.by_id[name], end)
    holds(modelled(evidence, Settings(fixed=((name, value),), unseen=True)))


@pytest.mark.parametrize("count", [0, 1, 2, 10_000])
@pytest.mark.parametrize("mode", ["counted", "floor", "rounded", "open"])
def test_any_number_of_trips_can_be_reckoned_with(evidence: Evidence, count: int, mode: TripMode) -> None:
    one = modelled(evidence, Settings(trips=mode, count=count))
    holds(one)
    assert set(one.runs.calls) == {count}


def test_without_a_trip_nothing_has_come_and_the_limit_is_not_passed(evidence: Evidence) -> None:
    one = modelled(evidence, Settings(count=0))
    assert one.totals["q95"].tolist() == [0, 0]
    assert one.totals["above_limit"].tolist() == [0, 0]
    assert one.crossing["share"].tolist() == [0, 0]
    assert not one.beliefs["within"].any()


def test_one_trip_comes_on_the_first_day(evidence: Evidence) -> None:
    one = modelled(evidence, Settings(count=1))
    assert one.cumulative["q50"][0] == pytest.approx(one.totals["q50"]["seen"], rel=0.02)


def test_ships_of_one_size_leave_only_the_other_factors_to_vary(evidence: Evidence) -> None:
    one = modelled(evidence, Settings(fixed=(("ship", 3_000.0),)))
    row = one.tornado.set_index("assumption").loc["ship"]
    assert row["variance_share"] == 0
    assert row["volume_low"] == row["volume_high"]


def test_everything_fixed_leaves_one_number(evidence: Evidence) -> None:
    fixed = (("loadings", 1.0), ("seen", 1.0), ("ship", 3_000.0), ("load", 0.9), ("cargo-share", 0.95))
    one = modelled(evidence, Settings(fixed=(*fixed, ("barrels-per-tonne", 7.0), ("tank", 1.2))))
    # 43 x 3,000 x 0.9 x 0.95 x 7.0, which is less than 0.98 x 1.2 x 6.2898 a tonne of deadweight.
    assert one.totals[["q05", "q50", "q95"]].to_numpy().ravel() == pytest.approx([772_065] * 6)
    assert one.tornado["variance_share"].isna().all()


@settings(max_examples=25, deadline=None)
@given(lower=st.floats(0.3, 0.99), more=st.floats(0.001, 0.7), mode=st.sampled_from(["counted", "open"]))
def test_more_load_never_means_a_later_crossing(evidence: Evidence, lower: float, more: float, mode: TripMode) -> None:
    higher = min(1.0, lower + more)
    one, other = (modelled(evidence, Settings(trips=mode, fixed=(("load", load),))) for load in (lower, higher))
    for series in ("seen", "all"):
        assert (other.runs.crossing["alone"][series] <= one.runs.crossing["alone"][series]).all()
        assert other.totals["above_limit"][series] >= one.totals["above_limit"][series]


@settings(max_examples=25, deadline=None)
@given(name=st.sampled_from(FACTORS), share=st.floats(0, 1), further=st.floats(0, 1))
def test_a_greater_factor_never_means_less_unless_it_is_the_share_seen(
    evidence: Evidence, name: str, share: float, further: float
) -> None:
    assert evidence.assumptions is not None
    one = evidence.assumptions.by_id[name]
    low, high = sorted(one.least + part * (one.most - one.least) for part in (share, further))
    less, more = (modelled(evidence, Settings(fixed=((name, value),))).volumes("seen") for value in (low, high))
    if name == "loadings":
        assert np.median(more) >= np.median(less) * 0.98  # the loaded calls are drawn anew
    else:
        assert (more >= less - 1e-6).all()


def test_runs_are_the_same_for_a_seed_and_others_for_another(evidence: Evidence) -> None:
    first, again = modelled(evidence, Settings()), modelled(evidence, Settings())
    assert (first.volumes("all") == again.volumes("all")).all()
    assert evidence.assumptions is not None
    other = replace(evidence, assumptions=evidence.assumptions.model_copy(update={"seed": 7}))
    assert (first.volumes("all") != modelled(other, Settings()).volumes("all")).any()


def test_more_runs_begin_with_the_same_runs(evidence: Evidence) -> None:
    some, many = modelled(evidence, Settings(), 20_500), modelled(evidence, Settings(), 41_000)
    assert (many.volumes("seen")[:20_000] == some.volumes("seen")[:20_000]).all()
    for series in ("seen", "all"):
        assert (many.runs.crossing["alone"][series][:20_000] == some.runs.crossing["alone"][series][:20_000]).all()


def test_an_assumption_that_is_added_reshuffles_no_other() -> None:
    before = stream(5, "load", 0).random()
    stream(5, "something new", 0).random(1_000)
    assert stream(5, "load", 0).random() == before


def test_no_two_names_and_no_two_chunks_have_the_same_random_numbers() -> None:
    drawn = [stream(5, name, chunk).random() for name in ("load", "tank") for chunk in range(3)]
    assert len(set(drawn)) == 6


def test_a_fixed_assumption_leaves_the_others_as_drawn(evidence: Evidence) -> None:
    free, fixed = modelled(evidence, Settings()), modelled(evidence, Settings(fixed=(("load", 0.5),)))
    for name in set(FACTORS) - {"load"}:
        assert (free.runs.factors[name] == fixed.runs.factors[name]).all()


@pytest.mark.parametrize(
    "update",
    [
        {"distribution": "pert", "low": 0.9, "central": 0.9, "high": 0.9},
        {"distribution": "beta", "low": 0.0, "central": 1.0, "high": 1.0, "weight": 20.0},
        {"distribution": "triangular", "low": 0.5, "central": 0.5, "high": 1.0},
    ],
    ids=["one value", "certain", "peak at the end"],
)
def test_a_distribution_may_shrink_to_a_point_or_lean_to_an_end(evidence: Evidence, update: dict[str, object]) -> None:
    assert evidence.assumptions is not None
    assumptions = tuple(
        Assumption.model_validate(one.model_dump() | update) if one.id == "load" else one
        for one in evidence.assumptions.assumptions
    )
    changed = evidence.assumptions.model_copy(update={"assumptions": assumptions})
    holds(modelled(replace(evidence, assumptions=changed), Settings()))
