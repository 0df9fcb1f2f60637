"""The hosted app below a prefix, in a browser that says what the policy forbids."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visiting
from tests.browser.visit import ALIVE, STREAMLITS_OWN, Visitor, foreign

# Before each test the window is at an address that is no page, for which Chromium asks the root for an icon.
EXPECTED = (*STREAMLITS_OWN, "/favicon.ico")


def nothing_was_forbidden(visitor: Visitor, app: str) -> None:
    """Nothing ran, left the app or met its policy, which a browser says in its console."""
    assert [error for error in visitor.errors if not error.endswith(EXPECTED)] == []
    assert (visitor.dialogs, visitor.page.evaluate(ALIVE)) == ([], [])
    blobs = f"blob:{app.removesuffix('/dash')}/"
    assert [address for address in foreign(visitor.requests, app) if not address.startswith(blobs)] == []


def test_below_a_prefix_the_way_through_all_pages_is_open(visiting: Visiting, dash_app: str) -> None:
    visitor = visiting(dash_app, "timeline")
    links = visitor.page.get_by_test_id("stTopNavLink")
    for place in range(links.count()):
        links.nth(place).click()
        visitor.rest()
        expect(visitor.page.locator("h1").first).to_be_visible()
        nothing_was_forbidden(visitor, dash_app)
    assert links.count() == 9
    assert visitor.page.url == f"{dash_app}/briefing"


def test_the_misprints_of_a_document_are_shown_and_nothing_of_them_runs(turning: Visiting, dash_app: str) -> None:
    visitor = turning(dash_app, "timeline?event=misprints")
    expect(visitor.page.locator("mark.lit").first).to_contain_text("<script>alert(1)</script>")
    nothing_was_forbidden(visitor, dash_app)


@pytest.mark.parametrize("address", ["", "slide?figure=gauge", "documents?embed=true"])
def test_below_a_prefix_a_link_to_a_view_opens_it(visiting: Visiting, dash_app: str, address: str) -> None:
    visitor = visiting(dash_app, address)
    expect(visitor.page.locator(".root, .main-svg").first).to_be_visible()
    nothing_was_forbidden(visitor, dash_app)


def test_below_a_prefix_the_slides_can_be_taken_away(visiting: Visiting, dash_app: str) -> None:
    visitor = visiting(dash_app, "briefing")
    with visitor.page.expect_download() as taken:
        visitor.page.get_by_role("button", name="PowerPoint").click()
    assert taken.value.suggested_filename.endswith(".pptx")
    assert taken.value.path().read_bytes()[:2] == b"PK"


def test_a_page_elsewhere_may_not_show_the_app_in_a_frame(visiting: Visiting, dash_app: str) -> None:
    visitor = visiting(dash_app, "slide?figure=gauge")
    visitor.page.goto("about:blank")
    visitor.page.set_content(f'<iframe src="{dash_app}/?embed=true"></iframe>')
    expect(visitor.page.frame_locator("iframe").locator("#root")).to_have_count(0)
    assert visitor.page.frames[1].url == "chrome-error://chromewebdata/"
