"""The estimate: the reader's assumptions, in the address and on every page that shows modelled numbers."""

import re
from pathlib import Path

import pytest

from tests.pages.view import Opened, View, text_of

NO_NUMBER = re.compile(r"(?<![A-Za-z])(?:nan|NaN|NaT|inf)(?![A-Za-z])")
FACTORS = {"loadings", "seen", "ship", "ship-median", "load", "cargo-share", "barrels-per-tonne", "tank"}


def lead(view: View) -> str:
    return view.words("p", "finding")[0]


def titles(view: View) -> list[str]:
    return [str(figure["layout"]["annotations"]).replace("</b><br><b>", " ") for figure in view.figures]


def test_every_assumption_has_a_control_with_its_reason_and_its_range(opened: Opened) -> None:
    view = opened("estimate")
    app = view.app
    assert {slider.key for slider in app.select_slider} == FACTORS
    assert all(slider.value == "" and slider.help for slider in app.select_slider)
    tracks = view.words("div", "track")
    assert "30% sourced, 90%: 69–96% 100% ▲ Published: one third, half, 60%, 90%" in tracks
    assert len(tracks) == len(FACTORS)


def test_at_rest_a_control_is_at_the_median_and_its_neighbours_are_one_step_away(opened: Opened) -> None:
    view = opened("estimate")
    options = view.app.select_slider(key="load").options
    place = options.index("as sourced (86%)")
    assert options[place - 1 : place + 2] == ["86%", "as sourced (86%)", "87%"]
    assert (options[0], options[-1]) == ("30%", "100%")
    view.app.select_slider(key="load").set_value("0.87").run()
    assert view.address == {"load": "0.87"}
    assert "Russia’s alone in more than 99 of 100" in lead(view)


def test_the_finding_stands_with_range_likelihood_and_sources(opened: Opened) -> None:
    assert lead(opened("estimate")) == (
        "43 trips counted, and those not seen: about 930,000 barrels (90% range 620,000–1,400,000) B04 A14 A04 "
        "↗ oil-osc-003 ↗ oil-osc-005 ↗ oil-osc-006 ↗ un-rule-001. In more than 99 of 100 runs the modelled volume, "
        "with what else was notified, is above the UN cap: beyond almost certain (over 99%); Russia’s alone in 99 of "
        "100: almost certain (95–99%)."
    )


def test_both_comparisons_stand_side_by_side_with_what_others_notified(opened: Opened) -> None:
    view = opened("estimate")
    assert (
        "The UN cap is for all suppliers together: 296,207 barrels were notified beside these trips ↗ notified-079 "
        "↗ notified-081, 15,279 of them by Russia itself for days without these trips, which leaves 203,793."
    ) in view.words("p", "quiet")
    told = [[text_of(cell) for cell in row["n"]] for row in view.find("tr")]
    rows = {row[0]: row for row in told if len(row) == 7}
    assert rows["With what else was notified"][1] == "203,793"
    assert rows["By Russia alone"][1] == "500,000"
    assert rows["By Russia alone"][3].startswith("16 Jul 2024")


def test_the_supplier_alone_is_a_choice_like_the_others(opened: Opened) -> None:
    view = opened("estimate", counted="alone", unseen="off")
    assert "In 98 of 100 runs the modelled volume, Russia’s alone, is above the UN cap" in lead(view)
    assert "49 of 50 equally likely outcomes, Russia’s alone, are above the UN cap" in titles(view)[0]
    view.app.selectbox(key="counted").set_value("").run()
    assert view.address == {"unseen": "off"}
    assert "with what else was notified, is above the UN cap" in lead(view)


def test_a_moved_control_stands_in_the_address_and_in_every_number(opened: Opened) -> None:
    view = opened("estimate")
    view.app.select_slider(key="load").set_value("0.5").run()
    assert view.address == {"load": "0.5"}
    assert "about 550,000 barrels" in lead(view)
    assert "Russia’s alone in 66 of 100: likely (55–80%)" in lead(view)
    assert "All 50 equally likely outcomes, with what else was notified, are above the UN cap" in titles(view)[0]


def test_a_pasted_link_brings_the_assumptions_with_it(opened: Opened) -> None:
    view = opened("estimate", load="0.5", unseen="on", trips="floor")
    assert view.app.select_slider(key="load").value == "0.5"
    assert lead(view).startswith("41 trips, the least that the words allow, and those not seen: about 520,000 barrels")


def test_one_button_brings_back_what_is_sourced(opened: Opened) -> None:
    view = opened("estimate", load="0.5", count="12", convention="committee")
    view.app.button(key="reset").click().run()
    assert view.address == {}
    assert "about 930,000 barrels" in lead(view)
    assert "reset" not in [button.key for button in view.app.button]


@pytest.mark.parametrize(
    "query",
    [{"load": "0.555"}, {"load": "2"}, {"load": "nan"}, {"count": "-1"}, {"count": "1e3"}, {"trips": "many"}],
    ids=lambda query: repr(query),
)
def test_an_assumption_that_means_nothing_is_said_and_left_out(opened: Opened, query: dict[str, str]) -> None:
    view = opened("estimate", **query)
    assert view.failures == []
    assert view.notices[0].startswith(f"The address asked for something that is not here (“{next(iter(query))}”)")
    assert "about 930,000 barrels" in lead(view)


@pytest.mark.parametrize("typed", ["43 ", " 43", "043", "٤٣", "４３"])
def test_a_number_of_trips_is_read_as_people_type_it(opened: Opened, typed: str) -> None:
    view = opened("estimate")
    view.app.text_input(key="count").set_value(typed).run()
    assert view.address["count"] in ("43", ["43"])
    assert view.app.text_input(key="count").value == "43"
    assert lead(view).startswith("43 trips, the reader’s number")


@pytest.mark.parametrize("typed", ["abc", "-1", "1e9", "4.5", "10001", "4 3", "²"])
def test_what_is_no_number_of_trips_stays_in_its_field_which_says_so(opened: Opened, typed: str) -> None:
    view = opened("estimate")
    view.app.text_input(key="count").set_value(typed).run()
    assert "count" not in view.address
    assert view.failures == []
    assert any("is no whole number up to 10,000; nothing has changed" in notice for notice in view.notices)


@pytest.mark.parametrize("count", ["0", "1", "10000"])
def test_any_number_of_trips_makes_a_page_without_a_nan(opened: Opened, count: str) -> None:
    view = opened("estimate", count=count)
    assert view.failures == []
    seen = "\n".join([view.text, *view.markdown, *map(str, view.figures)])
    assert NO_NUMBER.findall(seen) == []
    assert f"{int(count):,} trip" in lead(view)


def test_the_break_even_table_says_what_one_must_believe(opened: Opened) -> None:
    told = [
        [text_of(cell) for cell in row["n"]] for row in opened("estimate", counted="alone", unseen="off").find("tr")
    ]
    rows = {row[0]: row for row in told if len(row) == 4}
    assert rows["Load on departure"][2].startswith("below 53%90%: 39–74%")
    assert "outside its range, 85–100%" in rows["Cargo share of deadweight"][2]


@pytest.mark.parametrize(
    ("query", "disabled", "why"),
    [
        (
            {"convention": "committee"},
            {"barrels-per-tonne", "tank"},
            "No effect: “UN committee’s convention” fixes the barrels of a tonne, whatever the tanks hold.",
        ),
        ({"laden": "deadweight"}, {"cargo-share"}, "No effect: the load is a share of the deadweight itself."),
        ({"unseen": "off"}, {"seen"}, "No effect: only the trips that were seen are counted."),
        ({"ship": "3000"}, {"ship-median"}, "No effect: “Mean size of the ships” is fixed."),
        ({"count": "12"}, {"trips"}, "No effect: your own number of trips stands in its place."),
        ({"count": "0"}, {*FACTORS, "trips"}, "No effect: without a trip there is nothing to carry."),
    ],
)
def test_a_control_without_effect_under_the_other_choices_is_disabled_and_says_why(
    opened: Opened, query: dict[str, str], disabled: set[str], why: str
) -> None:
    app = opened("estimate", **query).app
    assert {one.key for one in (*app.select_slider, *app.selectbox) if one.disabled} == disabled
    assert why in [caption.value.replace("\\", "") for caption in app.caption]


def test_the_statement_that_the_model_contradicts_is_shown_and_not_averaged(opened: Opened) -> None:
    told = next(text for text in opened("estimate").words("p", "quiet") if "disagreement" in text)
    assert "1 of 100 runs reaches 500,000 barrels by 2 May 2024 by tanker alone." in told
    assert "Shown as a disagreement, not averaged away." in told
    assert "↗ oil-other-002" in told


def test_a_case_without_assumptions_says_so_and_shows_no_control(opened: Opened, second_case: Path) -> None:
    view = opened("estimate", second_case)
    assert view.failures == []
    assert view.notices[0].startswith("This case has no sound assumptions.")
    assert not view.app.select_slider


def test_own_assumptions_go_along_to_the_other_pages_and_are_said_there(opened: Opened) -> None:
    view = opened("estimate", load="0.5")
    view.app.switch_page("components/pages/volumes.py").run()
    assert view.address == {"load": "0.5"}
    assert view.words("p", "in-force") == ["You are looking at: load on departure 50% instead of 86%"]
    assert "by Russia alone in 66 of 100" in titles(view)[0].replace("<br>", " ")


def test_own_assumptions_outlast_a_page_that_has_none(opened: Opened) -> None:
    view = opened("estimate", load="0.5")
    view.app.switch_page("components/pages/documents.py").run()
    view.app.switch_page("components/pages/estimate.py").run()
    assert view.address == {"load": "0.5"}
    assert "about 550,000 barrels" in lead(view)


def test_of_a_parameter_given_twice_the_first_counts_for_control_and_number(opened: Opened) -> None:
    view = opened("estimate", load=["0.5", "0.9"])
    assert view.app.select_slider(key="load").value == "0.5"
    assert "about 550,000 barrels" in lead(view)


def test_on_one_page_the_address_alone_counts(opened: Opened) -> None:
    view = opened("estimate", load="0.5")
    view.app.query_params = {}
    view.app.run()
    assert view.address == {}
    assert "about 930,000 barrels" in lead(view)


def test_a_click_on_the_model_opens_the_record_behind_the_trips(opened: Opened) -> None:
    view = opened("estimate", record="oil-osc-003")
    assert "Cited, not quoted" in view.text
    assert view.panel["lit"] == ["oil-osc-003", "record:oil-osc-003", "estimate"]


def test_a_number_of_trips_that_is_none_is_said_at_its_field_and_changes_nothing(opened: Opened) -> None:
    view = opened("estimate", count="12")
    before = lead(view)
    view.app.text_input(key="count").set_value("abc").run()
    assert view.notices == ["“abc” is no whole number up to 10,000; nothing has changed."]
    assert "12" in view.address["count"]
    assert (view.app.text_input(key="count").value, lead(view)) == ("abc", before)
    view.app.text_input(key="count").set_value("13").run()
    assert ("13" in view.address["count"], view.notices) == (True, [])


def test_what_all_of_it_rests_on_is_folded_under_its_finding_and_made_when_it_is_opened(opened: Opened) -> None:
    folded, tables = (
        opened("estimate", unfolded=False),
        {"What you must believe", "Loads that others have reckoned with"},
    )
    titles = " ".join(fold.label.replace("\\", "") for fold in folded.app.expander)
    assert "How full the ships were: 5 loads that others have reckoned with, from one third (340,000 barrels)" in titles
    assert not tables & {node["a"].get("aria-label") for node in folded.find("table")}
    assert tables <= {node["a"].get("aria-label") for node in opened("estimate").find("table")}
