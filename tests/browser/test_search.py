"""Found from every page, by hand."""

from playwright.sync_api import expect

from tests.browser.conftest import Visiting


def test_the_slash_leads_from_a_page_to_what_is_found_and_on_to_the_part_it_names(
    turning: Visiting, own_app: str
) -> None:
    visitor = turning(own_app, "method")
    visitor.page.keyboard.press("/")
    visitor.page.keyboard.type("checks independent")
    visitor.page.keyboard.press("Enter")
    expect(visitor.page.locator(".finds mark").first).to_be_visible()
    assert (visitor.path, visitor.query) == ("search", {"find": ["checks independent"]})
    visitor.page.locator(".finds a", has_text="Independent checks").click()
    expect(visitor.page.get_by_role("table", name="Draws and closed form")).to_be_visible()
    assert visitor.page.url.endswith("/method#checks")
