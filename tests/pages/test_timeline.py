"""The Timeline: filters from the address, and what an opened event shows."""

from pathlib import Path
from typing import Any

import pytest

from tests.cases.hostile_texts import HOSTILE, write_hostile_case
from tests.pages.view import Opened, View, text_of


def drawn_events(view: View) -> list[str]:
    """The events that a click on the chart can open."""
    charts = view.figures
    return sorted(
        ids[0] for chart in charts for trace in chart["data"] for ids in trace.get("customdata", []) if ids
    )  # fmt: skip


def test_without_filters_every_event_is_drawn_and_listed(opened: Opened) -> None:
    view = opened("timeline")
    assert len(drawn_events(view)) == 17
    assert len(view.rows()) == 17
    assert "17 events of 17 in 5 lanes." in view.text


@pytest.mark.parametrize(
    ("query", "events"),
    [
        ({"lane": "oil", "document": "A"}, ["oil-delivered", "trips-since-march"]),
        ({"lane": ["oil", "treaty"], "document": "B"},
         ["choe-support", "putin-on-treaty", "treaty-signed", "trips-eight-months"]),
        ({"words": "breakthrough"}, ["putin-on-treaty"]),
        ({"words": "EIGHT months"}, ["trips-eight-months"]),
        ({"kind": "assessment", "lane": "reactions"}, []),
    ],
)  # fmt: skip
def test_filters_of_the_address_choose_the_events(opened: Opened, query: dict[str, Any], events: list[str]) -> None:
    view = opened("timeline", **query)
    if events:
        assert drawn_events(view) == events
        assert len(view.rows()) == len(events)
    else:
        assert view.figures == [] or "forecast" in view.app.multiselect(key="kind").options


def test_a_year_alone_is_one_click_and_stands_in_the_address_as_from_and_to(opened: Opened, second_case: Path) -> None:
    view = opened("timeline", second_case)
    years = view.app.button_group(key="one year alone")
    assert years.options == ["2030 only", "2031 only", "2032 only"]
    years.select("2032").run()
    assert view.address == {"from": "2032", "to": "2032"}
    assert drawn_events(view) == ["barges-seen", "traders-plan"]
    view.app.selectbox(key="to").set_value(None).run()
    assert view.address == {"from": "2032"}


@pytest.mark.parametrize("query", [{"from": "1961"}, {"to": "2024; drop"}, {"from": "<script>"}])
def test_a_year_that_no_event_has_is_refused(opened: Opened, query: dict[str, str]) -> None:
    view = opened("timeline", **query)
    assert f"“{next(iter(query))}”" in view.notices[0]
    assert len(drawn_events(view)) == 17


def test_the_axis_ends_with_the_years_that_are_asked_for(opened: Opened) -> None:
    ends = [opened("timeline", **query).figures[0]["layout"]["xaxis"]["range"] for query in ({}, {"to": "2024"})]
    assert [str(end[1])[:10] for end in ends] == ["2025-01-11", "2024-12-31"]


def test_how_late_the_record_was_published_is_said_with_it(opened: Opened) -> None:
    assert "were published within" in opened("timeline", layer="record").text
    assert "were published within" not in opened("timeline").text


def test_the_filters_show_what_the_address_asks_for(opened: Opened) -> None:
    app = opened("timeline", lane="oil", document="A", words="trips").app
    assert app.multiselect(key="lane").value == ["oil"]
    assert app.multiselect(key="document").value == ["A"]
    assert app.text_input(key="words").value == "trips"


def test_choosing_a_filter_writes_its_id_into_the_address(opened: Opened) -> None:
    view = opened("timeline")
    view.app.multiselect(key="lane").set_value(["treaty"]).run()
    assert view.address == {"lane": "treaty"}


def test_taking_a_filter_away_takes_it_out_of_the_address(opened: Opened) -> None:
    view = opened("timeline", lane="treaty", document="B")
    view.app.multiselect(key="lane").set_value([]).run()
    assert view.address == {"document": "B"}


def test_typing_words_writes_them_into_the_address(opened: Opened) -> None:
    view = opened("timeline")
    view.app.text_input(key="words").set_value("trips").run()
    assert view.address == {"words": "trips"}
    assert drawn_events(view) == ["trips-eight-months", "trips-since-march"]


def test_an_address_changed_from_outside_wins_over_the_widget(opened: Opened) -> None:
    view = opened("timeline", lane="oil")
    view.app.query_params = {"lane": "treaty"}
    view.again()
    assert view.app.multiselect(key="lane").value == ["treaty"]


def test_an_opened_event_shows_its_claims_with_the_quote_lit(opened: Opened) -> None:
    view = opened("timeline", event="trips-eight-months")
    assert view.words("mark", "lit") == [
        (
            "Satellite imagery reveals that North Korean oil tankers have made over 40 trips to Russian ports in "
            "the last eight months"
        )
    ]
    assert view.beside == f"event:{view.address['event']}"


def test_an_opened_event_shows_what_speaks_against_it(opened: Opened) -> None:
    view = opened("timeline", event="deployments")
    assert view.words("h3") == ["Supported by", "Contradicted by"]
    ids = [text_of(card["n"][0]["n"][0]).split()[-1] for card in view.find("section", "card")]
    assert ids == ["A20", "A23", "A08"]


def test_an_opened_event_shows_the_note_of_its_curator_as_such(opened: Opened) -> None:
    noted, bare = (opened("timeline", event=event).words("p") for event in ("oil-delivered", "trips-since-march"))
    assert "Curator’s note: A year to date: its true end is the unknown day of writing." in noted
    assert not [words for words in bare if words.startswith("Curator’s note")]


def test_a_hostile_note_stays_words(opened: Opened, tmp_path: Path) -> None:
    view = opened("timeline", write_hostile_case(tmp_path / "hostile"), event="shipment-01")
    assert f"Curator’s note: {HOSTILE}" in view.words("p")


def test_an_event_stays_open_when_a_filter_hides_its_bar(opened: Opened) -> None:
    view = opened("timeline", event="trips-eight-months", lane="treaty")
    assert "over 40 trips to Russian ports" in view.words("mark", "lit")[0]


def test_filters_that_leave_nothing_say_so(opened: Opened) -> None:
    view = opened("timeline", words="no document says this")
    assert view.notices == ["No event matches these filters. Take one of them away to see more."]


def test_an_event_without_a_year_is_told_in_words(opened: Opened, second_case: Any) -> None:
    text = opened("timeline", second_case).text
    assert "Not placed, because the wording gives no year: “June agreement” said to be in force." in text


def test_what_only_a_screen_can_do_is_told_apart_from_what_is_printed(opened: Opened) -> None:
    assert opened("timeline").words("span", "screen") == ["A click on a bar opens its words."]
