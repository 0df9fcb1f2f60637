"""The panel beside a page: it opens without moving anything, and closing it leads back to where one was."""

from playwright.sync_api import expect

from tests.browser.conftest import Visiting
from tests.browser.visit import FOCUSED, Visitor

PANEL = ".st-key-panel"
SCROLLED = "() => document.querySelector('[data-testid=\"stMain\"]').scrollTop"
MAIN = "document.querySelector('[data-testid=\"stMain\"]')"


def where(visitor: Visitor) -> tuple[float, str]:
    """How far the page is scrolled, and the words that have the focus."""
    return visitor.page.evaluate(SCROLLED), visitor.page.evaluate(FOCUSED)[1].strip()


def test_a_claim_opens_beside_its_chip_and_escape_leads_back_to_it(visiting: Visiting, own_app: str) -> None:
    visitor = visiting(own_app, "comparison?document=A&document=B")
    page = visitor.page
    chip = page.locator("table.matrix a.chip", has_text="A14").first
    chip.scroll_into_view_if_needed()
    scrolled = page.evaluate(SCROLLED)
    assert scrolled > 100
    chip.click()
    expect(page.locator(f"{PANEL} mark.lit")).to_be_in_viewport()
    expect(chip).to_have_attribute("aria-expanded", "true")
    expect(page.locator(PANEL)).to_be_focused()
    assert page.evaluate(SCROLLED) == scrolled
    assert visitor.query == {"document": ["A", "B"], "claim": ["A14"]}
    page.keyboard.press("ArrowRight")
    expect(page.locator("#card-A05")).to_be_visible()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#card-A14")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(PANEL)).not_to_be_visible()
    assert where(visitor.rest()) == (scrolled, "A14")
    assert visitor.query == {"document": ["A", "B"]}


def test_two_claims_are_two_steps_back_and_forward_opens_again(visiting: Visiting, own_app: str) -> None:
    visitor = visiting(own_app, "timeline?lane=oil&claim=A04")  # a pasted link
    page = visitor.page
    expect(page.locator("#card-A04")).to_be_visible()
    page.locator(f"{PANEL} .elsewhere a.chip").first.click()
    expect(page.locator("#card-B05")).to_be_visible()
    page.locator(f"{PANEL} .elsewhere a.chip.cited", has_text="oil-osc-001").first.click()
    expect(page.locator("#card-oil-osc-001")).to_be_visible()
    visitor.rest().back()
    expect(page.locator("#card-B05")).to_be_visible()
    visitor.back()
    expect(page.locator("#card-A04")).to_be_visible()
    page.get_by_role("button", name="Close").click()
    expect(page.locator(PANEL)).not_to_be_visible()
    visitor.rest().back()
    expect(page.locator("#card-A04")).to_be_visible()
    page.go_forward()
    expect(page.locator(PANEL)).not_to_be_visible()
    assert visitor.query == {"lane": ["oil"]}


def test_how_to_cite_the_source_of_a_number_is_copied_from_the_panel(visiting: Visiting, own_app: str) -> None:
    visitor = visiting(own_app)
    page = visitor.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("a.chip", has_text="A04").first.click()
    page.locator(f"{PANEL} summary", has_text="Cite this source").click()
    page.get_by_role("button", name="Copy the citation").click()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied.startswith("The Pinnacle Gazette")  # the source comes first, then where it was looked up
    assert "127.0.0.1" not in copied  # no other computer reaches it
    assert "Barrelwatch" in copied


def test_a_chip_opens_a_real_address_in_a_new_tab(visiting: Visiting, own_app: str) -> None:
    visitor = visiting(own_app)
    with visitor.page.context.expect_page() as opened:
        visitor.page.locator("a.chip", has_text="A04").first.click(modifiers=["Control"])
    expect(opened.value.locator(".document mark.lit")).to_be_visible(timeout=20_000)
    assert visitor.query == {}


def test_on_a_phone_it_is_a_sheet_and_the_page_behind_it_scrolls(visiting: Visiting, dash_app: str) -> None:
    visitor = visiting(dash_app, "?embed=true&claim=P02", size=(390, 844), mode="dark")
    page = visitor.page
    box = page.locator(PANEL).bounding_box()
    assert box
    assert (box["width"], box["y"] + box["height"]) == (390, 844)
    assert box["height"] <= 0.7 * 844
    page.mouse.move(200, 100)
    page.mouse.wheel(0, 300)
    page.wait_for_function(f"() => {MAIN}.scrollTop > 200")
    page.locator(f"{PANEL} .elsewhere a.chip").first.click()
    expect(page.locator("#card-Q01")).to_be_visible()
    assert visitor.query == {"embed": ["true"], "claim": ["Q01"]}
