"""The estimate on the project's own seeds, held against numbers that were reckoned elsewhere."""

from datetime import date

import pandas as pd
import pytest

from data.estimate.result import Estimate, estimate
from data.models.assumptions import Settings
from data.models.evidence import Evidence
from data.volumes import volumes_frame

MANY = 400_000
COMMITTEE = Settings(unseen=False, alone=True, convention="committee")


@pytest.fixture(scope="module")
def model(evidence: Evidence) -> Estimate:
    return modelled(evidence, Settings(unseen=False, alone=True), MANY)


def modelled(evidence: Evidence, settings: Settings, draws: int = 20_000) -> Estimate:
    result = estimate(evidence, settings, draws)
    assert isinstance(result, Estimate)
    return result


def total(one: Estimate, series: str) -> pd.Series:
    return one.totals.set_index("series").T[series]


@pytest.mark.parametrize(
    ("settings", "series", "expected", "above_limit", "above_reported"),
    [
        (Settings(unseen=False, alone=True), "seen", (545_000, 790_000, 1_118_000), 0.98, 0.13),
        (Settings(unseen=False, alone=True), "all", (620_000, 927_000, 1_391_000), 0.99, 0.38),
        (Settings(unseen=False, alone=True, trips="floor"), "seen", (519_000, 752_000, 1_066_000), 0.96, 0.09),
        (COMMITTEE, "seen", (609_000, 879_000, 1_238_000), 0.99, 0.27),
    ],
    ids=["43 seen", "with trips not seen", "floor of 41", "committee"],
)
def test_the_model_gives_the_published_quantiles(
    evidence: Evidence,
    settings: Settings,
    series: str,
    expected: tuple[float, ...],
    above_limit: float,
    above_reported: float,
) -> None:
    row = total(modelled(evidence, settings, MANY), series)
    assert [row["q05"], row["q50"], row["q95"]] == pytest.approx(expected, rel=0.005)
    assert row["above_limit"] == pytest.approx(above_limit, abs=0.006)
    assert row["above_reported"] == pytest.approx(above_reported, abs=0.006)


@pytest.mark.parametrize(
    ("load", "above"), [("one third", 0.01), ("half", 0.36), ("60%", 0.72), ("75%", 0.96), ("90%", 0.996)]
)
def test_the_load_decides_how_many_runs_pass_the_cap(model: Estimate, load: str, above: float) -> None:
    row = model.loads.set_index("label").loc[load]
    assert row["above_limit"] == pytest.approx(above, abs=0.006)


def test_the_scenario_interval_is_a_plain_product(model: Estimate) -> None:
    volumes = model.loads.set_index("label")["interval_volume"]
    assert volumes["one third"] == pytest.approx(345_000, rel=0.001)
    assert volumes["half"] == pytest.approx(517_000, rel=0.001)
    assert volumes["90%"] == pytest.approx(931_000, rel=0.001)


def test_the_break_even_load_is_about_half(model: Estimate) -> None:
    row = model.beliefs.set_index("assumption").loc["load"]
    assert [row["needed_q05"], row["needed_q50"], row["needed_q95"]] == pytest.approx([0.39, 0.54, 0.74], abs=0.006)
    assert row["within"]


def test_a_load_fixed_at_the_break_even_value_makes_it_an_even_chance(evidence: Evidence, model: Estimate) -> None:
    needed = float(model.beliefs.set_index("assumption")["needed_q50"]["load"])
    fixed = modelled(evidence, Settings(unseen=False, alone=True, fixed=(("load", needed),)), MANY)
    assert total(fixed, "seen")["above_limit"] == pytest.approx(0.5, abs=0.002)


def test_a_share_of_trips_seen_fixed_at_its_break_even_value_makes_it_an_even_chance(evidence: Evidence) -> None:
    half_full = Settings(alone=True, fixed=(("load", 0.5),))
    row = modelled(evidence, half_full, MANY).beliefs.set_index("assumption").T["seen"]
    assert row["side"] == "above"
    assert row["within"]
    fixed = Settings(alone=True, fixed=(("load", 0.5), ("seen", float(row["needed_q50"]))))
    assert total(modelled(evidence, fixed, MANY), "all")["above_limit"] == pytest.approx(0.5, abs=0.02)
    drawn = modelled(evidence, half_full, MANY).runs.became("seen")
    assert row["runs"] == pytest.approx(float((drawn > row["needed_q50"]).mean()), abs=1e-9)


def test_a_number_that_was_rounded_down_stands_for_any_of_the_nine_above_it(evidence: Evidence) -> None:
    calls = modelled(evidence, Settings(unseen=False, alone=True, trips="rounded")).runs.calls
    assert sorted(set(calls.tolist())) == [41, 42, 43, 44, 45, 46, 47, 48, 49]


def test_the_modelled_rows_of_the_volumes_are_the_quantiles_of_the_estimate(
    evidence: Evidence, model: Estimate
) -> None:
    rows = volumes_frame(evidence, model)
    for _, row in rows[rows["series"] == "modelled"].iterrows():
        quantiles = total(model, str(row["detail"]))
        found = [row[key] for key in ("low", "q25", "volume", "q75", "high")]
        assert found == [quantiles[key] for key in ("q05", "q25", "q50", "q75", "q95")]
        assert found == sorted(found)
        assert row["probability"] == quantiles["above_limit"]


@pytest.mark.parametrize(
    ("series", "expected"),
    [
        ("seen", (date(2024, 6, 12), date(2024, 8, 9), date(2024, 10, 14))),
        ("all", (date(2024, 5, 24), date(2024, 7, 16), date(2024, 9, 23))),
    ],
)
def test_the_cap_is_passed_on_the_published_days(model: Estimate, series: str, expected: tuple[date, ...]) -> None:
    found = [model.crossing[key][series].date() for key in ("q05", "q50", "q95")]
    assert all(abs((day - other).days) <= 1 for day, other in zip(found, expected, strict=True)), found


def test_hardly_a_run_has_passed_the_cap_when_it_was_said_to_be_passed(model: Estimate) -> None:
    row = model.disagreements.set_index("record_id").T["oil-other-002"]
    assert row["day"] == pd.Timestamp("2024-05-02")
    assert row["volume"] == 500_000
    assert row["probability_seen"] < 0.01
    assert row["probability_all"] < 0.01


@pytest.mark.parametrize(
    "settings",
    [
        Settings(unseen=False, alone=True),
        Settings(unseen=False, alone=True, trips="rounded"),
        Settings(unseen=False, alone=True, trips="open"),
        COMMITTEE,
    ],
    ids=lambda one: repr(one),
)
def test_the_closed_form_agrees_within_three_percent(evidence: Evidence, settings: Settings) -> None:
    one = modelled(evidence, settings, MANY)
    for series in ("seen", "all"):
        drawn = total(one, series)[["q05", "q50", "q95"]].tolist()
        assert list(one.closed_form.loc[series]) == pytest.approx(drawn, rel=0.03)


def test_ship_size_and_trips_not_seen_make_most_of_the_spread(model: Estimate) -> None:
    with_all = modelled_with_all(model).tornado
    assert with_all["assumption"].tolist()[:3] == ["ship", "seen", "load"]
    row = with_all.iloc[0]
    assert (row["factor_low"], row["factor_high"]) == (pytest.approx(2_500, rel=0.01), pytest.approx(4_564, rel=0.01))
    assert row["middle"] == pytest.approx(940_000, rel=0.01)
    assert with_all["variance_share"].sum() == pytest.approx(1)


def test_the_factors_have_their_published_spread(model: Estimate) -> None:
    rows = modelled_with_all(model).beliefs.set_index("assumption")
    published = {
        "loadings": (0.86, 0.95, 1.0),  # of 43 calls: 37, 41, 43
        "seen": (0.68, 0.87, 0.98),
        "ship": (2_500, 3_380, 4_560),
        "load": (0.69, 0.86, 0.96),
        "cargo-share": (0.91, 0.94, 0.97),
        "barrels-per-tonne": (6.9, 7.5, 8.2),
        "tank": (1.04, 1.11, 1.21),
    }
    for assumption, expected in published.items():
        row = rows.loc[assumption]
        assert [row["assumed_q05"], row["assumed_q50"], row["assumed_q95"]] == pytest.approx(expected, rel=0.01)


def modelled_with_all(model: Estimate) -> Estimate:
    return Estimate(Settings(alone=True), model.inputs, model.draws, model.runs)


def test_fifty_dots_tell_the_same_as_the_probability(model: Estimate) -> None:
    seen = model.dots[model.dots["series"] == "seen"]
    assert len(seen) == 50
    assert int(seen["above_limit"].sum()) == 49
    assert seen["volume"].is_monotonic_increasing


def test_the_band_ends_in_the_quantiles_of_the_total(model: Estimate) -> None:
    seen = model.cumulative[model.cumulative["series"] == "seen"]
    assert seen["day"].iloc[0] == pd.Timestamp("2024-03-07")
    assert seen["day"].iloc[-1] == pd.Timestamp("2024-11-05")
    assert seen.iloc[-1]["q95"] == total(model, "seen")["q95"]
    for quantile in ("q05", "q25", "q50", "q75", "q95"):
        assert seen[quantile].is_monotonic_increasing


def test_the_published_arithmetic_is_reproduced_exactly(evidence: Evidence) -> None:
    assert evidence.assumptions is not None
    found = {round(case.computed) for case in evidence.assumptions.published}
    assert found == {759_793, 506_529, 60_000}
