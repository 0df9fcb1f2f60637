"""One walk over all pages, each measured once on a laptop: what stands on the first screen."""

from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.visit import PAGE_ADDRESSES, Visitor

TITLES = {
    "": "Overview", "timeline": "Timeline", "barrels": "Barrels against the UN cap", "estimate": "Estimate",
    "comparison": "Sources compared", "documents": "Documents", "record": "Public record", "method": "Method",
    "briefing": "Briefing",
}  # fmt: skip
# Everything seen, through the shadow roots of our markup.
SEEN = """const within = (root) => [...root.querySelectorAll("*")].flatMap(
    (element) => [element, ...(element.shadowRoot ? within(element.shadowRoot) : [])]);
  const seen = within(document.querySelector('[data-testid="stMain"]')).filter((one) => one.checkVisibility());"""
PICTURE = ".chart, table, .document, img"
FIRST_SCREEN = f"""() => {{ {SEEN}
  const top = (selector) => Math.round(
    Math.min(...seen.filter((one) => one.matches(selector)).map((one) => one.getBoundingClientRect().top)));
  return {{ title: document.title, heading: top("h1"), picture: top("{PICTURE}") }};
}}"""
HEADER, LAPTOP = 60, (1366, 768)


@pytest.fixture(scope="module")
def walked(browser: Browser, own_app: str) -> dict[str, dict[str, Any]]:
    """What is measured of each page, by its address."""
    visitor = Visitor(browser.new_context().new_page(), own_app).anew(own_app, LAPTOP, "light").go("")
    found = {}
    for address in PAGE_ADDRESSES:
        visitor.turn(address).page.get_by_test_id("stMain").locator(PICTURE).locator("visible=true").first.wait_for()
        found[address] = visitor.rest().page.evaluate(FIRST_SCREEN)
    visitor.page.context.close()
    return found


def test_every_page_has_a_title_of_its_own_in_the_browser(walked: dict[str, dict[str, Any]]) -> None:
    titles = {address: page["title"] for address, page in walked.items()}
    assert titles == {address: f"{title} · Barrelwatch" for address, title in TITLES.items()}


def test_every_page_begins_below_the_navigation_and_with_its_picture(walked: dict[str, dict[str, Any]]) -> None:
    assert {address: page["heading"] for address, page in walked.items() if page["heading"] > HEADER + 20} == {}
    below = {address: page["picture"] for address, page in walked.items() if page["picture"] > LAPTOP[1] * 2 / 3}
    assert below.keys() <= {"estimate"}  # which begins with its controls
