"""A figure full-bleed by its address: the filters and assumptions of its page, and nothing of the app around it."""

import json
from pathlib import Path
from typing import Any

import pytest

from components.slides.deck import KEYS
from components.widgets.catalogue import CATALOGUE
from tests.pages.conftest import OPENED
from tests.pages.test_hostile_texts import LIVE
from tests.pages.view import Opened, View

FIGURES = [
    "gauge", "by-year", "bullets", "notified", "timeline", "dots", "cumulative", "tornado", "comparison", "origins",
]  # fmt: skip
ON_PAGE = {
    "gauge": "volumes", "by-year": "volumes", "bullets": "volumes", "notified": "volumes", "timeline": "timeline",
    "dots": "estimate", "cumulative": "estimate", "tornado": "estimate", "origins": "record",
}  # fmt: skip


def figure_of(view: View) -> dict[str, Any]:
    (figure,) = view.figures
    return figure


def title_of(figure: dict[str, Any]) -> str:
    titles: list[str] = [entry["text"] for entry in figure["layout"]["annotations"] if entry.get("name") == "title"]
    return titles[0].replace("</b><br><b>", " ").removeprefix("<b>").removesuffix("</b>")


def camera_of(view: View, place: int = 0) -> dict[str, Any]:
    camera: dict[str, Any] = view.charts[place]["camera"]
    return camera


def links_of(view: View) -> dict[str, str]:
    """The links that the browser builds around the figure: what they say, and where they lead."""
    (frame,) = view.sent("slide")
    return {link["label"]: link["address"] for link in frame["links"]}


def full_bleed_links(view: View) -> list[str]:
    return links_named("Full-bleed 16:9", view)


def links_named(label: str, view: View) -> list[str]:
    return [element.proto.url for element in view.app.get("link_button") if element.proto.label == label]


def test_every_figure_is_there() -> None:
    assert list(CATALOGUE) == FIGURES


@pytest.mark.parametrize("case", OPENED)
@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_of_every_sound_case_is_drawn_in_16_to_9_or_says_why_not(
    opened: Opened, cases: dict[str, Path], name: str, case: str
) -> None:
    view = opened("slide", cases[case], figure=name)
    assert view.failures == []
    if view.figures:
        layout = figure_of(view)["layout"]
        assert layout["width"] * 9 == layout["height"] * 16
        assert view.notices == []
    else:
        assert len(view.notices) == 1
        assert view.words("a") == ["Back to the view"]


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_of_the_real_case_is_drawn_with_its_alternative_text(opened: Opened, name: str) -> None:
    (chart,) = opened("slide", figure=name).charts
    assert len(chart["alt"]) > 60


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_names_day_and_version_inside(opened: Opened, name: str) -> None:
    words = json.dumps(figure_of(opened("slide", figure=name)), ensure_ascii=False)
    assert "Newest fact 23 Oct 2025 · last looked 22 Nov 2026 · " in words
    assert " · dataset 0.2.0 · " in words


@pytest.mark.parametrize(("name", "page"), ON_PAGE.items())
def test_a_figure_says_what_it_says_on_its_page(opened: Opened, name: str, page: str) -> None:
    query = {"layer": "record"} if page == "volumes" else {}
    on_page = [title_of(figure) for figure in opened(page, **query).figures]
    # Rows that do not fit one screen go on over a second one, and the title says so.
    assert title_of(figure_of(opened("slide", figure=name))).removesuffix(" (1 of 2)") in on_page


def test_a_name_that_is_no_figure_gets_a_sentence_and_links_to_those_there_are(opened: Opened) -> None:
    view = opened("slide", figure="needle", load="0.5")
    assert view.notices == ["There is no figure of that name. These can be opened full-bleed in 16:9:"]
    assert view.links == [f"slide?figure={name}&load=0.5" for name in FIGURES]
    assert view.figures == []


def test_an_address_without_a_figure_gets_a_sentence_and_the_links(opened: Opened) -> None:
    view = opened("slide")
    assert view.notices == ["The address names no figure. These can be opened full-bleed in 16:9:"]
    assert len(view.links) == 10


@pytest.mark.parametrize("value", ["<script>alert(1)</script>", "../../etc/passwd", "gauge\x00", "x" * 10_000, ""])
def test_no_name_however_odd_breaks_the_page(opened: Opened, value: str) -> None:
    view = opened("slide", figure=value, part=value, format=value)
    assert view.failures == []
    assert [text for text in view.markdown if LIVE.search(text)] == []


@pytest.mark.parametrize("name", ["dots", "cumulative"])
def test_what_a_reader_has_set_stands_full_bleed_before_what_is_sourced_too(opened: Opened, name: str) -> None:
    told = [json.dumps(figure_of(opened("slide", figure=name, load=load))) for load in ("0.6", "0.86")]
    assert ["Dotted: as sourced" in one for one in told] == [True, True]
    assert "Dotted" not in json.dumps(figure_of(opened("slide", figure=name)))
    assert "Dotted: scenario A" in json.dumps(figure_of(opened("slide", figure=name, load="0.6", beside="load:0.5")))


def test_the_timeline_keeps_the_filters_of_its_page(opened: Opened) -> None:
    told = json.dumps(figure_of(opened("slide", figure="timeline", lane="treaty")), ensure_ascii=False)
    assert "“June signing” of the treaty" in told
    assert "Over 1,000,000 barrels" not in told


def test_the_timeline_shows_the_public_record_where_the_address_switches_it_on(opened: Opened) -> None:
    figure = figure_of(opened("slide", figure="timeline", layer="record"))
    begun = "Tanker trips since March, treaty in June, deployment from October 2024"
    assert title_of(figure) == f"{begun} (1 of 4)"


def test_the_estimate_keeps_the_assumptions_of_the_address(opened: Opened) -> None:
    sourced, own = (
        figure_of(opened("slide", figure="dots", **query)) for query in ({}, {"load": "0.34", "counted": "alone"})
    )
    assert title_of(sourced).startswith("All 50")
    assert title_of(own) == title_of(opened("estimate", load="0.34", counted="alone").figures[0])
    assert title_of(own) != title_of(sourced)


def test_the_gauge_shows_the_chosen_volume(opened: Opened, second_case: Path) -> None:
    figures = [figure_of(opened("slide", second_case, figure="gauge", **query)) for query in ({}, {"volume": "Q01"})]
    assert title_of(figures[0]) != title_of(figures[1])
    assert title_of(figures[1]) == title_of(opened("volumes", second_case, volume="Q01").figures[0])


def test_the_comparison_keeps_its_filters(opened: Opened) -> None:
    told = json.dumps(figure_of(opened("slide", figure="comparison", reading="against-itself")), ensure_ascii=False)
    assert "1 of 12 questions put to the documents" in told


def test_a_value_that_names_nothing_lets_all_pass_and_is_not_said_over_the_figure(opened: Opened) -> None:
    view = opened("slide", figure="timeline", lane="ZZ99")
    assert view.notices == []
    assert title_of(figure_of(view)) == title_of(figure_of(opened("slide", figure="timeline")))


@pytest.mark.parametrize(
    ("part", "shown"), [("1", 1), ("2", 2), ("99", 2), ("0", 1), ("-1", 1), ("two", 1), ("²", 1), ("9" * 50, 1)]
)
def test_a_part_is_one_that_there_is(opened: Opened, part: str, shown: int) -> None:
    assert title_of(figure_of(opened("slide", figure="comparison", part=part))).endswith(f"({shown} of 2)")


def test_plain_links_lead_from_part_to_part_and_back_to_the_view(opened: Opened) -> None:
    view = opened("slide", figure="timeline", layer="record", part="2")
    assert links_of(view) == {
        "‹ Part before": "slide?layer=record&figure=timeline",
        "Part 3 of 4 ›": "slide?layer=record&figure=timeline&part=3",
        "Camera as SVG": "slide?layer=record&figure=timeline&part=2&format=svg",
        "Back to the view": "timeline?layer=record",
    }


def test_a_figure_on_one_screen_has_no_links_to_parts(opened: Opened) -> None:
    view = opened("slide", figure="gauge", format="svg", unseen="on")
    assert links_of(view) == {
        "Camera as PNG": "slide?unseen=on&figure=gauge",
        "Back to the view": "volumes?unseen=on",
    }


def test_the_camera_gives_a_full_screen_at_double_density_under_the_name_of_the_data(opened: Opened) -> None:
    view = opened("slide", figure="gauge")
    camera, layout = camera_of(view), figure_of(view)["layout"]
    assert (camera["width"], camera["height"]) == (layout["width"], layout["height"])
    assert (int(camera["width"] * camera["scale"]), int(camera["height"] * camera["scale"])) == (3840, 2160)
    assert camera["format"] == "png"
    assert camera["filename"].startswith("barrelwatch-gauge-0.2.0-")
    assert len(camera["filename"].rsplit("-", 1)[1]) == 12


def test_the_camera_gives_an_svg_of_a_full_screen_where_the_address_asks_for_one(opened: Opened) -> None:
    camera = camera_of(opened("slide", figure="comparison", part="2", format="svg"))
    assert (camera["width"] * camera["scale"], camera["height"] * camera["scale"]) == (1920, 1080)
    assert camera["format"] == "svg"
    assert camera["filename"].startswith("barrelwatch-comparison-2-of-2-0.2.0-")


@pytest.mark.parametrize("page", ["overview", "timeline", "volumes", "estimate", "record"])
def test_the_camera_of_every_figure_on_a_page_gives_a_full_screen_too(opened: Opened, page: str) -> None:
    view = opened(page)
    for place, figure in enumerate(view.figures):
        camera = camera_of(view, place)
        assert (int(camera["width"] * camera["scale"]), int(camera["height"] * camera["scale"])) == (3840, 2160)
        assert camera["height"] >= figure["layout"]["height"]
        assert camera["width"] >= 1080


@pytest.mark.parametrize(
    ("page", "names"),
    [
        ("overview", ["gauge"]), ("timeline", ["timeline"]), ("volumes", ["gauge", "by-year", "bullets", "notified"]),
        ("estimate", ["dots", "cumulative", "tornado"]), ("comparison", ["comparison"]), ("record", ["origins"]),
    ],
)  # fmt: skip
def test_below_every_figure_a_link_opens_it_with_the_filters_and_assumptions_of_the_address(
    opened: Opened, page: str, names: list[str]
) -> None:
    query = {"layer": "record"} if page in ("volumes", "comparison") else {"load": "0.5"} if page == "estimate" else {}
    kept = "".join(f"&{name}={value}" for name, value in query.items())
    view = opened(page, **query)
    assert full_bleed_links(view) == [f"slide?figure={name}{kept}" for name in names]
    alone = {"by-year": "years", "bullets": "columns", "cumulative": "crossing"}
    chosen = "".join(f"{name}={value}&" for name, value in query.items())
    assert links_named("Slide", view) == [f"briefing?{chosen}slides={alone.get(name, name)}" for name in names]
    assert {alone.get(name, name) for name in names} <= set(KEYS)


@pytest.mark.parametrize("name", ["dots", "cumulative", "tornado"])
def test_without_an_estimate_the_reason_stands_there_and_no_remedy(
    opened: Opened, second_case: Path, name: str
) -> None:
    assert opened("slide", second_case, figure=name).notices == ["This case has no sound assumptions."]


def test_filters_that_leave_nothing_say_so_and_lead_back(opened: Opened) -> None:
    view = opened("slide", figure="timeline", words="nothing of the kind")
    assert view.notices == ["No event matches these filters. Take one of them away to see more."]
    assert view.links == ["timeline?words=nothing+of+the+kind"]


def test_what_is_asked_for_here_means_nothing_on_another_page(opened: Opened) -> None:
    (notice,) = opened("timeline", figure="gauge").notices
    assert "“figure”" in notice


@pytest.mark.parametrize("name", FIGURES)
def test_hostile_words_stay_words(opened: Opened, cases: dict[str, Path], name: str) -> None:
    view = opened("slide", cases["hostile texts"], figure=name)
    assert [text for text in view.markdown if LIVE.search(text)] == []
    if view.figures:
        assert "<script" not in json.dumps(figure_of(view))
        assert set(camera_of(view)["filename"]) <= set("abcdefghijklmnopqrstuvwxyz0123456789.-")
