"""Nothing leaves the machine, nothing from a document runs, and the browser has nothing to complain about."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Visiting
from tests.browser.visit import OPENED, PAGE_ADDRESSES, Visitor, foreign
from tests.cases.hostile_texts import HOSTILE

# On any page but the first, Streamlit's client asks for these below the address of the page before it finds the app.
STREAMLITS_OWN = ("/_stcore/health", "/_stcore/host-config")
HOSTILE_ADDRESSES = [
    "?claim=S01", "timeline?event=shipment-01", "barrels?volume=S01", "comparison", "documents?claim=S01",
]  # fmt: skip
ALIVE = """() => ["img[src*='example.invalid']", "a[href^='javascript:']", "a[href*='example.invalid']", "img[onerror]",
    ".katex", "iframe[src*='example.invalid']"].filter((live) => document.querySelector(live))"""


@pytest.fixture(scope="module")
def walked(browser: Browser, own_app: str) -> Iterator[Visitor]:
    """A reader who has come to every page by its address, and gone on to everything that can be opened on it."""
    context = browser.new_context(reduced_motion="reduce")
    visitor = Visitor(context.new_page(), own_app)
    loaded = set[str]()
    for address, shown in OPENED.items():
        page = address.partition("?")[0]
        visitor = visitor.turn(address) if page in loaded else visitor.go(address)
        loaded.add(page)
        expect(visitor.page.locator(shown).first).to_be_visible()
    yield visitor
    context.close()


def test_no_request_leaves_the_machine(walked: Visitor) -> None:
    assert len(walked.requests) > 20
    assert foreign(walked.requests, walked.app) == []


def test_the_fonts_come_from_the_app_itself(walked: Visitor) -> None:
    assert [address for address in walked.requests if address.startswith(f"{walked.app}/app/static/inter-")]


def test_our_markup_causes_no_error_in_the_console(walked: Visitor) -> None:
    assert [error for error in walked.errors if not error.endswith(STREAMLITS_OWN)] == []


@pytest.mark.parametrize("address", HOSTILE_ADDRESSES)
def test_hostile_texts_are_shown_and_nothing_of_them_runs(turning: Visiting, hostile_app: str, address: str) -> None:
    visitor = turning(hostile_app, address)
    expect(visitor.page.get_by_text(HOSTILE).first).to_be_attached()
    _nothing_ran(visitor, hostile_app)


def test_the_misprints_of_the_second_case_are_shown_and_nothing_of_them_runs(
    turning: Visiting, second_app: str
) -> None:
    visitor = turning(second_app, "timeline?event=misprints")
    expect(visitor.page.locator("mark.lit").first).to_contain_text("<script>alert(1)</script>")
    _nothing_ran(visitor, second_app)


@pytest.mark.parametrize("address", PAGE_ADDRESSES)
def test_every_page_of_the_second_case_draws(turning: Visiting, second_app: str, address: str) -> None:
    visitor = turning(second_app, address)
    link = visitor.page.get_by_test_id("stTopNavLink").nth(PAGE_ADDRESSES.index(address))
    expect(link).to_have_attribute("aria-current", "page")
    expect(visitor.page.locator(".root").first).to_be_visible()
    # That case gives no assumptions, and the page of the estimate says so.
    expect(visitor.page.get_by_test_id("stAlert")).to_have_count(int(address == "estimate"))
    _nothing_ran(visitor, second_app)


def _nothing_ran(visitor: Visitor, app: str) -> None:
    assert visitor.dialogs == []
    assert foreign(visitor.requests, app) == []
    assert visitor.page.evaluate(ALIVE) == []
