"""What else was notified counts towards a joint limit: both comparisons, held against numbers reckoned elsewhere."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from data import read_evidence
from data.estimate.result import Estimate, estimate
from data.estimate.room import Filed, Piece, Room, room_of
from data.estimate.runs import run
from data.models.assumptions import Settings
from data.models.evidence import Evidence
from data.volumes import volumes_frame
from tests.cases.edit import write
from tests.cases.record_csv import notice, write_record_case

MANY = 400_000
SEEN = Settings(unseen=False)
FIRST, LAST = date(2024, 1, 1), date(2024, 12, 31)
CHINA = Filed(
    "china",
    ("China",),
    (
        Piece(date(2024, 1, 1), date(2024, 8, 31), 153_400),
        Piece(date(2024, 9, 1), date(2024, 11, 30), 127_528),
    ),
)
JANUARY = Filed("january", ("Russia",), (Piece(date(2024, 1, 1), date(2024, 1, 31), 15_279),))


def modelled(evidence: Evidence, settings: Settings = SEEN, draws: int = 20_000) -> Estimate:
    result = estimate(evidence, settings, draws)
    assert isinstance(result, Estimate)
    return result


def beside(one: Estimate, *filed: Filed) -> Estimate:
    """The same estimate with other notifications beside the trips."""
    inputs = one.inputs._replace(room=Room("Russia", filed, ()))
    return Estimate(one.settings, inputs, one.draws, run(inputs, one.settings, one.draws))


@pytest.fixture(scope="module")
def model(evidence: Evidence) -> Estimate:
    return beside(modelled(evidence, SEEN, MANY), CHINA, JANUARY)


def test_what_others_notified_leaves_its_room_under_the_limit(evidence: Evidence) -> None:
    one = modelled(evidence)
    assert one.room is not None
    assert one.room.notified == pytest.approx(296_207)
    assert one.threshold == pytest.approx(203_793)
    assert one.compared("alone").threshold == 500_000
    assert set(one.room.record_ids) == {"notified-079", "notified-081"}


def test_with_what_others_notified_every_run_passes_the_limit(model: Estimate) -> None:
    assert round(float(model.totals["above_limit"]["seen"]), 4) >= 0.9999
    alone = model.compared("alone")
    assert float(alone.totals["above_limit"]["seen"]) == pytest.approx(0.98, abs=0.006)


def test_with_what_others_notified_the_limit_is_passed_at_the_end_of_june(model: Estimate) -> None:
    days = [model.crossing[key]["seen"].date() for key in ("q05", "q50", "q95")]
    published = (date(2024, 5, 20), date(2024, 6, 30), date(2024, 8, 17))
    assert all(abs((day - other).days) <= 2 for day, other in zip(days, published, strict=True)), days


def test_loads_and_break_evens_are_those_reckoned_elsewhere(model: Estimate) -> None:
    above = model.loads.set_index("label")["above_limit"]
    assert [above["one third"], above["half"]] == pytest.approx([0.98, 1.0], abs=0.006)
    needed = model.beliefs.set_index("assumption")["needed_q50"]
    assert needed["ship"] == pytest.approx(860, abs=5)
    assert needed["load"] == pytest.approx(0.22, abs=0.005)
    assert needed["count"] == pytest.approx(11, abs=0.5)


@pytest.mark.parametrize(("doubt", "above"), [(0.20, 0.95), (0.26, 0.92), (0.35, 0.88)])
def test_doubt_about_the_median_ship_lowers_how_many_runs_pass_it_alone(
    evidence: Evidence, doubt: float, above: float
) -> None:
    one = modelled(evidence, Settings(unseen=False, fixed=(("ship-median", doubt),)), 100_000)
    assert float(one.compared("alone").totals["above_limit"]["seen"]) == pytest.approx(above, abs=0.008)
    assert float(one.totals["above_limit"]["seen"]) > 0.99


def test_a_load_that_is_of_the_deadweight_leaves_fuel_and_stores_out_once(evidence: Evidence) -> None:
    of_cargo = modelled(evidence)
    of_deadweight = modelled(evidence, replace(SEEN, laden="deadweight"))
    ratio = of_deadweight.volumes("seen") / of_cargo.volumes("seen")
    assert ratio.min() >= 1
    assert float(np.median(ratio)) == pytest.approx(1.02, abs=0.04)  # at most 1/0.95, less where the tank is full
    assert "cargo-share" not in of_deadweight.beliefs["assumption"].tolist()
    at_most = replace(SEEN, fixed=(("tank", 1.4),))
    by_weight, more = (modelled(evidence, replace(at_most, laden=laden)) for laden in ("cargo", "deadweight"))
    assert more.tornado["middle"].iloc[0] / by_weight.tornado["middle"].iloc[0] == pytest.approx(1 / 0.945, abs=0.005)


def test_nothing_notified_leaves_the_whole_limit(evidence: Evidence) -> None:
    one = beside(modelled(evidence))
    assert one.threshold == 500_000
    pd.testing.assert_frame_equal(one.crossing, one.compared("alone").crossing)
    pd.testing.assert_frame_equal(one.totals, one.compared("alone").totals)


def test_what_others_notified_may_pass_the_limit_before_the_first_trip(evidence: Evidence) -> None:
    filed = Filed("much", ("China",), (Piece(date(2024, 1, 1), date(2024, 2, 29), 600_000),))
    one = beside(modelled(evidence, replace(SEEN, count=0)), filed)
    assert one.threshold == -100_000
    assert one.totals["above_limit"].tolist() == [1, 1]
    assert one.crossing["q50"].tolist() == [pd.Timestamp("2024-02-20")] * 2  # 10,000 a day: 500,000 after 50 days


def test_what_others_notified_may_pass_the_limit_after_the_last_trip(evidence: Evidence) -> None:
    filed = Filed("late", ("China",), (Piece(date(2024, 12, 1), date(2024, 12, 31), 501_000),))
    one = beside(modelled(evidence, replace(SEEN, count=0)), filed)
    assert one.crossing["q50"]["seen"] == pd.Timestamp("2024-12-31")


pieces = st.builds(
    lambda first, days, volume: Piece(
        date.fromordinal(first), date.fromordinal(min(first + days, LAST.toordinal())), volume
    ),
    st.integers(FIRST.toordinal(), LAST.toordinal()),
    st.integers(0, 365),
    st.floats(0, 900_000),
)


@examples(max_examples=25, deadline=None)
@given(st.lists(pieces, min_size=1, max_size=4), st.integers(0, 60))
def test_more_notified_never_means_a_later_crossing_or_fewer_runs(
    evidence: Evidence, notified: list[Piece], count: int
) -> None:
    plain = modelled(evidence, replace(SEEN, count=count), 500)
    filed = [Filed(f"piece-{place}", ("China",), (piece,)) for place, piece in enumerate(notified)]
    before = beside(plain, *filed[1:])
    after = beside(plain, *filed)
    for series in ("seen", "all"):
        assert (after.runs.crossing["joint"][series] <= before.runs.crossing["joint"][series] + 1e-9).all()
        assert (before.runs.crossing["joint"][series] <= before.runs.crossing["alone"][series] + 1e-9).all()
        assert after.totals["above_limit"][series] >= before.totals["above_limit"][series]
        passed = np.isfinite(after.runs.crossing["joint"][series])
        assert (passed == (after.volumes(series) > after.threshold)).mean() > 0.99


def room(folder: Path, *notified: dict[str, str], joint: str = "") -> Room | None:
    """The room beside trips from 7 March to 5 November 2039, under the salt cap of 500 tonnes."""
    write_record_case(folder, *notified)
    text = (folder / "limits.csv").read_text(encoding="utf-8")
    head, row = text.splitlines()
    write(folder / "limits.csv", f"{head},joint\n{row},{joint}\n")
    evidence = read_evidence(folder)
    return room_of(evidence, evidence.headline_limit, date(2039, 3, 7), date(2039, 11, 5))


def test_a_filing_that_may_be_of_the_same_deliveries_is_named_and_not_added(tmp_path: Path) -> None:
    found = room(
        tmp_path,
        notice("own-winter", "2039-01", "20"),
        notice("own-spring", "2039-03", "70"),
        notice("others", "2039", "90", suppliers="Lower Mere"),
        notice("both", "2039-10", "40", suppliers="Upper Mere; Upper Vale"),
        notice("before", "2038", "400", suppliers="Lower Mere"),
    )
    assert found is not None
    assert found.record_ids == ("own-winter", "others")
    assert found.notified == 110
    assert found.overlapping == ("own-spring", "both")


def test_a_limit_of_one_supplier_alone_has_one_comparison(tmp_path: Path) -> None:
    assert room(tmp_path, notice("others", "2039", "90", suppliers="Lower Mere"), joint="no") is None


def test_months_that_are_filed_by_themselves_come_in_their_own_months(tmp_path: Path) -> None:
    mere = {"suppliers": "Lower Mere"}
    found = room(
        tmp_path,
        notice("year", "2039", "95", **mere),
        notice("june", "2039-06", "60", standing="part", **mere),
        notice("others", "2039-05/2039-07", "30", suppliers="Upper Mere"),
        notice("june-of-others", "2039-06", "10", standing="part", suppliers="Upper Mere"),
    )
    assert found is not None
    assert [one.volume for one in found.filed] == pytest.approx([95, 30])
    pace = found._replace(filed=found.filed[:1]).pace(date(2039, 1, 1), date(2039, 12, 31))
    by_june, by_july, at_the_end = (
        pace.by(np.array([(day - date(2039, 1, 1)).days / 364]))[0]
        for day in (date(2039, 6, 1), date(2039, 7, 1), date(2040, 1, 1))
    )
    assert by_june == pytest.approx(35 * 151 / 335)  # the rest of the year's 95 over its other 335 days
    assert by_july - by_june == pytest.approx(60)
    assert at_the_end == pytest.approx(95)


def test_months_that_come_to_more_than_their_year_say_only_how_it_was_spread(tmp_path: Path) -> None:
    mere = {"suppliers": "Lower Mere"}
    found = room(
        tmp_path, notice("year", "2039", "90", **mere),
        notice("june", "2039-06", "60", standing="part", **mere),
        notice("july", "2039-07", "40", standing="part", **mere),
    )  # fmt: skip
    assert found is not None
    volumes = {piece.first.month: piece.volume for piece in found.filed[0].pieces if piece.volume}
    assert volumes == pytest.approx({6: 54, 7: 36})


def test_the_own_notifications_pass_the_limit_at_the_end_of_june(evidence: Evidence) -> None:
    one = modelled(evidence, SEEN, 100_000)
    assert one.room is not None
    assert one.room.notified == pytest.approx(296_207)
    days = [one.crossing[key]["seen"].date() for key in ("q05", "q50", "q95")]
    published = (date(2024, 5, 20), date(2024, 6, 30), date(2024, 8, 17))
    assert all(abs((day - other).days) <= 2 for day, other in zip(days, published, strict=True)), days


def test_where_nobody_notified_the_modelled_rows_count_nothing_of_others(evidence: Evidence) -> None:
    plain = modelled(evidence)
    counted = {
        name: set(volumes_frame(evidence, one).query("series == 'modelled'")["counted"])
        for name, one in {"filed": plain, "nothing": beside(plain), "alone": plain.compared("alone")}.items()
    }
    assert counted == {"filed": {"joint"}, "nothing": {"alone"}, "alone": {"alone"}}
