"""One walk over all pages, each measured on a laptop and as paper gets it from a dark screen."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Visiting
from tests.browser.visit import HIDDEN_ADDRESSES, PAGE_ADDRESSES, STREAMLITS_OWN, Visitor, foreign

TITLES = {
    "": "Overview", "timeline": "Timeline", "volumes": "Barrels against the UN cap", "estimate": "Estimate",
    "comparison": "Sources compared", "documents": "Documents", "record": "Public record", "method": "Method",
    "briefing": "Briefing", "search?find=load": "Search", "dossier?of=vessel:8916293": "Dossier",
}  # fmt: skip
# Everything seen, through the shadow roots of our markup.
SEEN = """const within = (root) => [...root.querySelectorAll("*")].flatMap(
    (element) => [element, ...(element.shadowRoot ? within(element.shadowRoot) : [])]);
  const seen = within(document.querySelector('[data-testid="stMain"]')).filter((one) => one.checkVisibility());"""
PICTURE = ".chart, table, .document, .slide, svg.picture, .stExpander, .finds"  # or the first fold, with its finding
FIRST_SCREEN = f"""() => {{ {SEEN}
  const top = (selector) => Math.round(
    Math.min(...seen.filter((one) => one.matches(selector)).map((one) => one.getBoundingClientRect().top)));
  return {{ title: document.title, heading: top("h1"), picture: top("{PICTURE}"),
    height: document.querySelector('[data-testid="stMain"]').scrollHeight }};
}}"""
ON_PAPER = f"""async () => {{
  for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
  {SEEN}
  const words = (one) => (one.getAttribute("aria-label") || one.textContent || one.className).slice(0, 80);
  const kinds = "svg.main-svg, svg text, img, table, tr, td, th, p, li";
  return {{
    cut: seen.filter((one) => one.matches(kinds) && one.getBoundingClientRect().right > innerWidth + 1).map(words),
    furniture: [...document.querySelectorAll("header, button, input, select, a[href^='slide']")]
      .filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 120)),
    figures: seen.filter((one) => one.matches("svg.main-svg")).length,
    grounds: [...new Set(seen.filter((one) => one.matches("svg.main-svg") && one.style.background)
      .map((one) => one.style.background))],
    head: document.querySelector(".letterhead")?.textContent ?? "",
  }};
}}"""
MOST_PIXELS = 3_600  # of a page that lists or explains, at 1366 pixels wide
HEADER, LAPTOP, A4 = 60, (1366, 768), (703, 1032)  # pixels; A4 within margins of 12 mm
Measured = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def reader(browser: Browser, own_app: str) -> Iterator[Visitor]:
    """Who comes to every page by its address, and has it printed."""
    visitor = Visitor(browser.new_context().new_page(), own_app).seen(LAPTOP, "dark")
    yield visitor
    visitor.page.context.close()


@pytest.fixture(scope="module")
def walked(reader: Visitor) -> dict[str, Measured]:
    """What is measured of each page, by its address: of its first screen, and of it on paper."""
    visitor, screen, paper = reader, {}, {}
    for address in [*PAGE_ADDRESSES, *HIDDEN_ADDRESSES]:
        visitor.go(address).page.get_by_test_id("stMain").locator(PICTURE).locator("visible=true").first.wait_for()
        screen[address] = visitor.rest().page.evaluate(FIRST_SCREEN)
        visitor.page.emulate_media(media="print")
        visitor.page.set_viewport_size({"width": A4[0], "height": A4[1]})
        paper[address] = visitor.page.evaluate(ON_PAPER)
        visitor.seen(LAPTOP, "dark")
    return {"screen": screen, "paper": paper}


def test_every_page_has_a_title_of_its_own_in_the_browser(walked: dict[str, Measured]) -> None:
    titles = {address: page["title"] for address, page in walked["screen"].items()}
    assert titles == {address: f"{title} · Barrelwatch" for address, title in TITLES.items()}


def test_every_page_begins_below_the_navigation_and_with_its_picture(walked: dict[str, Measured]) -> None:
    assert {
        address: page["heading"] for address, page in walked["screen"].items() if page["heading"] > HEADER + 20
    } == {}
    far_down = {address for address, page in walked["screen"].items() if page["picture"] > LAPTOP[1] * 2 / 3}
    assert far_down == set()


@pytest.mark.parametrize("page", ["record", "method", "estimate", "volumes"])
def test_a_page_that_lists_or_explains_is_no_longer_than_a_reader_scrolls(
    walked: dict[str, Measured], page: str
) -> None:
    assert walked["screen"][page]["height"] < MOST_PIXELS


@pytest.mark.usefixtures("walked")
def test_no_request_leaves_the_machine_and_the_fonts_come_from_the_app_itself(reader: Visitor) -> None:
    assert foreign(reader.requests, reader.app) == []
    assert [address for address in reader.requests if address.startswith(f"{reader.app}/app/static/inter-")]


@pytest.mark.usefixtures("walked")
def test_our_markup_causes_no_error_in_the_console(reader: Visitor) -> None:
    assert [error for error in reader.errors if not error.endswith(STREAMLITS_OWN)] == []


def test_no_figure_table_or_text_is_cut_on_paper(walked: dict[str, Measured]) -> None:
    assert {address: page["cut"] for address, page in walked["paper"].items() if page["cut"]} == {}
    with_figures = {address for address, page in walked["paper"].items() if page["figures"]}
    assert with_figures >= {"", "timeline", "volumes", "estimate"}


def test_paper_is_light_and_says_where_it_is_from_and_has_nothing_to_press(
    walked: dict[str, Measured], own_app: str
) -> None:
    for address, page in walked["paper"].items():
        assert page["furniture"] == []
        assert page["head"].startswith("Russian oil to North Korea. ")
        assert page["head"].endswith(f" {own_app}/{address}")
        assert set(page["grounds"]) <= {"rgb(255, 255, 255)", "transparent", "none"}


def test_on_a_phone_a_word_unfolds_the_pages(visiting: Visiting, own_app: str) -> None:
    page = visiting(own_app, "method", size=(390, 844)).page
    button = page.get_by_role("button", name="Pages", exact=True)
    assert button.evaluate("(one) => getComputedStyle(one, '::after').content") == '"Pages"'
    button.click()
    expect(page.get_by_role("link", name="Timeline")).to_be_in_viewport()
