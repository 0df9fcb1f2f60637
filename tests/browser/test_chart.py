"""A figure on its page in a real browser: it stays while its numbers change, and is there for keyboard and paper."""

import re
import struct

from playwright.sync_api import Route, expect

from tests.browser.conftest import Visiting
from tests.browser.test_estimate import press_on_load

# In every frame: no place of a picture is empty, and none is faded by anything around it.
KEEP_WATCH = """() => {
  window.before = [...document.querySelectorAll(".chart .main-svg")]; window.white = 0;
  const opacity = (element) => element ? getComputedStyle(element).opacity * opacity(element.parentElement) : 1;
  const pale = (chart) => !chart.querySelector(".main-svg .annotation") || opacity(chart) < 0.99;
  const look = () => {
    if ([...document.querySelectorAll(".chart")].some(pale)) window.white++;
    requestAnimationFrame(look);
  };
  look();
}"""
STILL_THERE = "() => [window.before.length, window.before.every((picture) => picture.isConnected), window.white]"
# A place grown narrower, looked at before the script can draw for it, as it is when a page is laid out for paper.
ON_PAPER = """(chart) => {
  chart.style.width = "300px";
  const [place, picture] = [chart, chart.querySelector(".main-svg")].map((one) => one.getBoundingClientRect());
  const { width, height } = picture;
  return [place.width, width, height / width];
}"""


def test_a_slider_step_changes_the_picture_and_never_takes_it_away(visiting: Visiting, own_app: str) -> None:
    visitor = visiting(own_app, "estimate")
    picture = visitor.page.locator(".chart").first
    before = picture.text_content() or "?"
    visitor.page.evaluate(KEEP_WATCH)
    press_on_load(visitor, "ArrowLeft", 2)
    expect(picture).not_to_have_text(before, timeout=20_000)
    assert visitor.rest().page.evaluate(STILL_THERE) == [9, True, 0]
    bundles = {address.removeprefix(own_app) for address in visitor.requests if "plotly" in address}
    assert bundles == {"/app/static/plotly-basic-4.1.1.min.js"}


def test_a_figure_is_one_picture_in_words_and_the_keyboard_reaches_its_camera(visiting: Visiting, own_app: str) -> None:
    page = visiting(own_app).page
    expect(page.get_by_role("img", name=re.compile("^Half dial from nothing"))).to_have_count(1)
    assert page.locator(".chart .main-svg:not([aria-hidden])").count() == 1
    camera = page.get_by_role("button", name="Download as a picture")
    camera.focus()
    assert camera.evaluate("(button) => getComputedStyle(button.closest('.modebar')).opacity") == "1"
    with page.expect_download() as taking:
        page.keyboard.press("Enter")
    assert re.fullmatch(r"barrelwatch-gauge-0\.2\.0-[0-9a-f]{12}\.png", taking.value.suggested_filename)
    assert struct.unpack(">II", taking.value.path().read_bytes()[16:24]) == (3840, 2160)


def test_on_paper_a_figure_is_as_wide_as_its_place_and_keeps_its_shape(visiting: Visiting, own_app: str) -> None:
    page = visiting(own_app).page
    chart = page.locator(".chart").first
    wide = chart.locator(".main-svg").first.bounding_box()
    assert wide
    page.emulate_media(media="print")
    place, picture, shape = chart.evaluate(ON_PAPER)
    assert (place, picture) == (300, 300)
    assert abs(shape - wide["height"] / wide["width"]) < 0.01
    expect(page.locator(".chart .modebar").first).not_to_be_visible()


def test_where_the_drawing_program_does_not_come_the_page_says_so(visiting: Visiting, own_app: str) -> None:
    visitor = visiting(own_app, "documents")

    def lost(route: Route) -> None:
        route.abort()

    visitor.page.route("**/plotly-basic-*", lost)
    visitor.page.goto(own_app)
    said = (
        "The figure could not be drawn, because the program that draws it did not come. Reload the page to try again."
    )
    expect(visitor.page.locator(".chart").first).to_have_text(said, timeout=20_000)
    visitor.page.unroute("**/plotly-basic-*")
