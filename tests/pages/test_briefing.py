"""The briefing page: which slides, under which filters and assumptions, and the files it hands out."""

import io
import zipfile
from pathlib import Path

import pytest
from pptx import Presentation

from data.reading.seeds import SEEDS, fingerprint
from tests.pages.conftest import Files
from tests.pages.view import Opened

SLIDES, DATA = (f"barrelwatch-{what}-0.2.0-{fingerprint(SEEDS)[:12]}" for what in ("slides", "data"))
CASES = ["second case", "hostile texts", "no documents", "one document", "thirty documents"]


def titles(deck: bytes) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in Presentation(io.BytesIO(deck)).slides]


def test_the_deck_holds_a_slide_for_every_preview(opened: Opened, files: Files) -> None:
    view = opened("briefing")
    assert view.failures == []
    assert len(titles(files[f"{SLIDES}.pptx"])) == len(view.sent("preview")[0]["slides"]) == 21


def test_the_reader_picks_the_slides_for_a_room_or_those_of_the_appendix(opened: Opened, files: Files) -> None:
    opened("briefing", slides="room")
    assert len(titles(files[f"{SLIDES}.pptx"])) == 7
    opened("briefing", slides=["appendix"])
    assert len(titles(files[f"{SLIDES}.pptx"])) == 14


def test_what_a_slide_cites_is_listed_below_its_preview_with_what_opens_it(opened: Opened) -> None:
    view = opened("briefing", slides="judgements", claim="B04")
    (slide,) = view.sent("preview")[0]["slides"]
    cited = {one["label"]: (one["name"], one["id"]) for one in slide["cited"]}
    assert (view.beside, slide["title"]) == (
        "claim:B04",
        "Slide: Key judgements: UN cap passed, all counted",
    )
    assert (cited["A04"], cited["↗ oil-osc-003"]) == (("claim", "A04"), ("record", "oil-osc-003"))
    assert all(one["id"] in one["href"] for one in slide["cited"])
    assert view.go("briefing", slides="judgements").sent("preview")[0]["slides"] == [slide]  # what is open changes none


def test_the_reader_picks_slides_and_their_order(opened: Opened, files: Files) -> None:
    opened("briefing", slides=["words", "gauge"])
    assert titles(files[f"{SLIDES}.pptx"]) == [
        "Every word, grade and sign has a fixed meaning",
        "Reported deliveries are more than twice the UN cap",
    ]


def test_slides_that_there_are_not_are_said_and_left_out(opened: Opened, files: Files) -> None:
    view = opened("briefing", slides=["gauge", "<script>"])
    assert any("The address asked for something that is not here" in notice for notice in view.notices)
    assert titles(files[f"{SLIDES}.pptx"]) == ["Reported deliveries are more than twice the UN cap"]


def test_the_deck_takes_the_assumptions_of_the_address(opened: Opened, files: Files) -> None:
    view = opened("briefing", slides=["judgements"], load="0.6")
    assert "You are looking at: load on departure 60% instead of 86%" in view.text
    [deck] = [name for name in files if name.startswith("barrelwatch-slides") and "60" in name]
    notes = Presentation(io.BytesIO(files[deck])).slides[0].notes_slide.notes_text_frame.text
    assert "60%" in notes


def test_filters_of_the_pages_the_reader_comes_from_are_taken_over(opened: Opened) -> None:
    view = opened("timeline", lane="oil")
    view.go("comparison", reading="compatible")
    view.go("briefing")
    assert view.address == {"lane": "oil", "reading": "compatible"}
    assert "You are looking at: lane Oil shipments · reading compatible" in view.text


def test_one_button_takes_filters_and_assumptions_off_and_leaves_the_slides(opened: Opened) -> None:
    view = opened("briefing", lane="oil", load="0.6", slides="gauge")
    view.app.button(key="reset").click().run()
    assert view.address == {"slides": "gauge"}


def test_an_address_with_filters_of_its_own_takes_over_none(opened: Opened) -> None:
    view = opened("timeline", lane="oil")
    view.go("briefing", reading="compatible")
    assert view.address == {"reading": "compatible"}


def test_a_filtered_timeline_has_fewer_events_on_its_slides(opened: Opened, files: Files) -> None:
    opened("briefing", slides=["timeline"], lane="treaty")
    notes = "".join(
        slide.notes_slide.notes_text_frame.text for slide in Presentation(io.BytesIO(files[f"{SLIDES}.pptx"])).slides
    )
    assert "[B18]" in notes
    assert "[A04]" not in notes


def test_the_zip_holds_every_format(opened: Opened, files: Files) -> None:
    opened("briefing")
    names = zipfile.ZipFile(io.BytesIO(files[f"{DATA}.zip"])).namelist()
    assert "README.txt" in names
    assert "package/datapackage.json" in names
    assert {name.rsplit(".", 1)[-1] for name in names} == {"txt", "xlsx", "py", "json", "csv", "jsonld"}


@pytest.mark.parametrize("case", CASES)
def test_any_case_has_its_slides_and_its_data(opened: Opened, files: Files, cases: dict[str, Path], case: str) -> None:
    view = opened("briefing", cases[case])
    assert view.failures == []
    assert sorted(name.rsplit(".", 1)[-1] for name, file in files.items() if file) == ["html", "pptx", "zip"]
    assert all(len(title) <= 55 for name, deck in files.items() if name.endswith("pptx") for title in titles(deck))


def test_the_recorded_changes_stand_newest_first_with_their_effect(opened: Opened) -> None:
    words = opened("briefing").text
    assert words.index("22 November 2026, dataset 0.2.0") < words.index("21 November 2026, dataset 0.1.0")
    assert "Effect on the headline: model: no number → about 790,000 barrels (90% range 540,000–1,100,000)" in words


def test_a_case_whose_changes_nobody_recorded_says_how_to(opened: Opened, cases: dict[str, Path]) -> None:
    view = opened("briefing", cases["one document"])
    assert "No state of these data is recorded. Whoever keeps this case can record one." in view.text
