"""Scenario A: kept in the address beside what is looked at, both in one table and in the pictures."""

from urllib.parse import parse_qsl

import pytest

from tests.pages.view import Opened, View, text_of


def scenarios(view: View) -> list[list[str]]:
    tables = [node for node in view.find("table") if node["a"].get("aria-label") == "Two scenarios side by side"]
    return [[text_of(cell) for cell in row["n"]] for table in tables for row in table["n"][1]["n"]]


def links(view: View) -> dict[str, str]:
    return {text_of(node): node["a"]["href"] for node in view.find("a") if "scenario A" in text_of(node)}


def test_what_is_looked_at_can_be_kept_and_stands_beside_what_follows(opened: Opened) -> None:
    view = opened("estimate", load="0.6", unseen="off")
    assert scenarios(view) == []
    assert links(view)["Keep this as scenario A"].startswith("estimate?")
    assert dict(parse_qsl(links(view)["Keep this as scenario A"].partition("?")[2])) == {
        "load": "0.6", "unseen": "off", "beside": "load:0.6,unseen:off"
    }  # fmt: skip
    view.go("estimate", load="0.5", beside="load:0.6,unseen:off")
    a, this = scenarios(view)
    assert a[0] == "A: load on departure 60% instead of 86%, only the trips that were seen"
    assert a[1] == "about 560,000 (410,000–770,000)"
    assert this[0] == "This: load on departure 50% instead of 86%"
    assert this[1].startswith("about 550,000 (")
    assert all("Dotted: scenario A." in str(figure["layout"]["annotations"]) for figure in view.figures[:2])
    assert links(view)["Drop scenario A"] == "estimate?load=0.5"


def test_a_scenario_stays_when_the_reader_comes_back_to_the_page(opened: Opened) -> None:
    view = opened("estimate", beside="sourced", load="0.5")
    assert scenarios(view)[0][0] == "A: all as sourced"
    assert view.go("documents").go("estimate").address == {"beside": "sourced", "load": "0.5"}


@pytest.mark.parametrize("text", ["load:9", "load", "nothing:1", "load:0.6,<b>:x", ",", "x" * 300])
def test_a_scenario_that_means_nothing_is_said_and_left_out(opened: Opened, text: str) -> None:
    view = opened("estimate", beside=text)
    assert view.failures == []
    assert scenarios(view) == []
    assert "“beside”" in view.notices[0]
