"""The reader's assumptions in a real browser: by keyboard, by link, along to other pages, and back."""

from playwright.sync_api import Locator, expect

from tests.browser.conftest import Visiting
from tests.browser.visit import Visitor


def lead(visitor: Visitor) -> Locator:
    return visitor.page.locator("p.finding").first


def press_on_load(visitor: Visitor, key: str, times: int) -> None:
    """Move the control of the load by keyboard."""
    handle = visitor.page.locator(".st-key-load").get_by_role("slider")
    handle.focus()
    for _ in range(times):
        handle.press(key)


def test_a_slider_moved_by_keyboard_changes_every_number_and_the_address(visiting: Visiting, own_app: str) -> None:
    visitor = visiting(own_app, "estimate")
    expect(lead(visitor)).to_contain_text("about 930,000 barrels")
    press_on_load(visitor, "ArrowLeft", 6)
    expect(visitor.page.locator("p.in-force", has_text="load on departure 81%")).to_be_visible(timeout=20_000)
    visitor.rest()
    assert visitor.query == {"load": ["0.81"]}
    expect(lead(visitor)).to_contain_text("those not seen: about 890,000 barrels")
    expect(lead(visitor)).to_contain_text("Russia’s alone in more than 99 of 100: beyond almost certain (over 99%)")


def test_a_pasted_link_shows_the_same_numbers_in_a_fresh_window(visiting: Visiting, own_app: str) -> None:
    first = visiting(own_app, "estimate?load=0.5&unseen=off")
    words = lead(first).text_content()
    assert words is not None
    expect(lead(visiting(own_app, f"estimate?{first.page.url.split('?')[1]}"))).to_have_text(words)


def test_own_assumptions_are_on_the_overview_too_and_one_click_takes_them_back(
    visiting: Visiting, own_app: str
) -> None:
    visitor = visiting(own_app, "estimate?load=0.5")
    visitor.page.get_by_test_id("stTopNavLink").filter(has_text="Overview").click()
    in_force = "You are looking at: load on departure 50% instead of 86%"
    expect(visitor.page.get_by_text(in_force)).to_be_visible()
    visitor.rest()
    assert visitor.query == {"load": ["0.5"]}
    visitor.page.get_by_role("button", name="Reset").click()
    expect(visitor.page.get_by_text("You are looking at")).to_have_count(0)
    visitor.rest()
    assert visitor.query == {}


def test_on_a_phone_the_controls_show_what_the_link_says(visiting: Visiting, own_app: str) -> None:
    page = visiting(own_app, "estimate?count=12&load=0.5", size=(390, 844)).page
    expect(page.get_by_role("textbox", name="Your own number of trips")).to_have_value("12")
    expect(page.locator(".st-key-load")).to_contain_text("50%")


def test_one_step_back_undoes_a_reset(visiting: Visiting, own_app: str) -> None:
    visitor = visiting(own_app, "estimate?load=0.5&count=12&unseen=off")
    before = lead(visitor).text_content()
    visitor.page.get_by_role("button", name="Reset").click()
    expect(lead(visitor)).to_contain_text("about 930,000 barrels", timeout=20_000)
    visitor.rest().back()
    assert visitor.query == {"load": ["0.5"], "count": ["12"], "unseen": ["off"]}
    assert lead(visitor).text_content() == before


def test_a_click_on_a_notified_number_opens_its_record(visiting: Visiting, own_app: str) -> None:
    visitor = visiting(own_app, "volumes?layer=record")
    visitor.click_on_chart("280,928")
    expect(visitor.page.locator("#card-notified-081")).to_contain_text("Cited, not quoted")


def test_a_click_on_the_reported_number_beside_the_dots_opens_its_quote(visiting: Visiting, own_app: str) -> None:
    visitor = visiting(own_app, "estimate")
    visitor.click_on_chart("Reported > 1,000,000")
    expect(visitor.lit).to_contain_text("over one million barrels of oil this year")
