"""The briefing in a real browser: what is seen is what is taken away, also by two at once."""

import io
import re
import zipfile
from pathlib import Path

from playwright.sync_api import Download, expect
from pptx import Presentation

from tests.browser.conftest import Visiting
from tests.browser.visit import Visitor

SLIDES, DATA = re.compile(r"^Download \d+ slides \(PowerPoint\)"), re.compile(r"^Download the data \(zip\)")
DRAWN = "(pictures) => pictures.filter((one) => one.querySelectorAll('text').length && one.clientHeight > 100).length"


def downloaded(visitor: Visitor, button: re.Pattern[str]) -> Download:
    with visitor.page.expect_download() as waiting:
        visitor.page.get_by_role("button", name=button).click()
    return waiting.value


def content(download: Download) -> bytes:
    return Path(download.path()).read_bytes()


def test_every_preview_is_drawn_and_the_file_holds_the_slides_that_are_previewed(
    visiting: Visiting, own_app: str
) -> None:
    visitor = visiting(own_app, "briefing")
    pictures = visitor.page.get_by_role("img", name=re.compile("^Slide: "))
    seen = [picture.get_attribute("aria-label") for picture in pictures.all()]
    assert len(seen) > 10
    assert pictures.evaluate_all(DRAWN) == len(seen)
    deck = Presentation(io.BytesIO(content(downloaded(visitor, SLIDES))))
    assert [f"Slide: {slide.shapes.title.text_frame.text}" for slide in deck.slides] == seen


def test_what_a_preview_cites_opens_beside_it_by_a_click_near_it_and_by_keyboard(
    visiting: Visiting, own_app: str
) -> None:
    page = visiting(own_app, "briefing?slides=judgements").page
    words = page.locator(".slide [data-cited]", has_text="A04").first
    box = words.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] + 4)
    expect(page.locator("#card-A04")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#card-A04")).not_to_be_visible()
    page.locator(".slide summary").press("Enter")
    chip = page.locator(".slide a", has_text="oil-osc-003")
    chip.press("Enter")
    expect(page.locator("#card-oil-osc-003")).to_be_visible()
    expect(chip).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(chip).to_be_focused()


def test_two_readers_who_press_at_once_get_the_same_files(visiting: Visiting, own_app: str) -> None:
    mine, theirs = visiting(own_app, "briefing"), visiting(own_app, "briefing")
    with mine.page.expect_download() as first, theirs.page.expect_download() as second:
        mine.page.get_by_role("button", name=SLIDES).click(no_wait_after=True)
        theirs.page.get_by_role("button", name=SLIDES).click(no_wait_after=True)
    assert content(first.value) == content(second.value)


def test_the_zip_comes_whole(visiting: Visiting, own_app: str) -> None:
    download = downloaded(visiting(own_app, "briefing"), DATA)
    assert download.suggested_filename.endswith(".zip")
    packed = zipfile.ZipFile(io.BytesIO(content(download)))
    assert packed.testzip() is None
    assert "README.txt" in packed.namelist()


def test_the_filters_of_a_view_come_along_by_the_link_in_its_citation(visiting: Visiting, own_app: str) -> None:
    visitor = visiting(own_app, "timeline?lane=oil")
    visitor.page.get_by_role("button", name="Cite this view").click()
    visitor.page.get_by_role("link", name="Slides and data of this view").click()
    expect(visitor.page.get_by_text("You are looking at: lane Oil shipments")).to_be_visible()
    visitor.back()
    assert visitor.path == "timeline"
