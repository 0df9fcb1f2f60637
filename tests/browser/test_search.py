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


PASTED = """(text) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  const told = { clipboardData, bubbles: true, cancelable: true, composed: true };
  document.activeElement.dispatchEvent(new ClipboardEvent("paste", told));
}"""


def test_a_pasted_list_of_vessels_is_gone_through_without_losing_it(turning: Visiting, own_app: str) -> None:
    visitor = turning(own_app, "method")
    page = visitor.page
    page.keyboard.press("/")
    page.evaluate(PASTED, "An San 1\r\nYu Son\tZeppelin\nChon Ma San\n")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Of 4 names 3 are found.")).to_be_visible()
    expect(page.get_by_text("Not found: “Zeppelin”.")).to_be_visible()
    page.get_by_role("link", name="Chon Ma San", exact=True).click()
    expect(page.get_by_text("1 of 3")).to_be_visible()
    visitor.rest().page.get_by_role("link", name="An San 1 ›").click()
    expect(page.get_by_text("2 of 3")).to_be_visible()
    visitor.rest().page.get_by_role("link", name="Back to the list").click()
    expect(page.locator(".st-key-words input")).to_have_value("An San 1; Yu Son; Zeppelin; Chon Ma San")


def test_a_pasted_list_that_something_has_taken_already_is_not_taken_a_second_time(
    turning: Visiting, own_app: str
) -> None:
    page = turning(own_app, "method").page
    page.keyboard.press("/")
    page.evaluate("document.body.addEventListener('paste', (event) => event.preventDefault(), { once: true })")
    page.evaluate(PASTED, "An San 1\nYu Son")
    assert page.evaluate("document.activeElement.value") == ""
    page.evaluate(PASTED, "An San 1\nYu Son")
    assert page.evaluate("document.activeElement.value") == "An San 1; Yu Son"
