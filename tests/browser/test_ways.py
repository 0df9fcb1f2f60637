"""The ways through the app: from a number to its words and back, by mouse, keyboard, link and history."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visiting
from tests.browser.visit import Visitor

A04 = "Russia has been steadily supplying North Korea with over one million barrels of oil this year"
SCROLLED = """document.querySelector('[data-testid="stMain"]').scrollTop"""


@pytest.fixture
def overview(visiting: Visiting, own_app: str) -> Visitor:
    return visiting(own_app)


def test_a_click_on_the_number_of_the_gauge_opens_its_card_which_leads_on_to_the_document(overview: Visitor) -> None:
    overview.click_on_chart("> 1,000,000")
    expect(overview.lit).to_have_text(A04)
    expect(overview.page.locator("#card-A04")).to_contain_text("Quote verified at characters 283–376")
    assert overview.query == {"claim": ["A04"]}
    # The arc stays lit, and not its number too.
    expect(overview.page.locator(".chart .ring path[mask]")).to_have_count(1)
    overview.rest().page.get_by_role("link", name="Read it in the document").click()
    expect(overview.page.locator(".document mark.lit")).to_contain_text(A04)


def test_back_from_the_document_finds_the_filters_of_the_timeline_again(visiting: Visiting, own_app: str) -> None:
    visitor = visiting(own_app, "timeline?lane=oil&document=A&event=trips-since-march")
    before = visitor.page.url
    visitor.page.get_by_role("link", name="Read it in the document").first.click()
    expect(visitor.page.locator(".document mark.lit")).to_be_visible()
    visitor.rest().back()
    expect(visitor.page.get_by_text("2 events of 17 in 1 lane.")).to_be_visible()
    assert visitor.page.url == before


def test_a_claim_in_the_text_opens_its_card_beside_it(turning: Visiting, own_app: str) -> None:
    visitor = turning(own_app, "documents?document=B")
    visitor.page.locator(".document a.tag", has_text="B04").click()
    expect(visitor.page.locator("#card-B04")).to_be_visible()
    expect(visitor.page.locator(".document mark.lit")).to_contain_text("over 40 trips to Russian ports")


def test_a_pasted_link_reopens_the_same_view_of_the_timeline(visiting: Visiting, own_app: str) -> None:
    visitor = visiting(own_app, "timeline?lane=oil&document=A&words=trips&event=trips-since-march")
    page = visitor.page
    expect(page.get_by_text("1 event of 17 in 1 lane.")).to_be_visible()
    expect(page.locator(".st-key-lane")).to_contain_text("Oil shipments")
    expect(page.locator(".st-key-document")).to_contain_text("A")
    expect(page.locator(".st-key-words input")).to_have_value("trips")
    expect(page.locator("#opened-event mark.lit")).to_contain_text("numerous trips since March 2024")


def test_choosing_a_filter_writes_its_id_into_the_address_and_back_undoes_it(visiting: Visiting, own_app: str) -> None:
    visitor = visiting(own_app, "timeline")
    _choose(visitor, "lane", "Treaty and statements")
    expect(visitor.page.get_by_text("3 events of 17 in 1 lane.")).to_be_visible()
    assert visitor.query == {"lane": ["treaty"]}
    visitor.rest().back()
    expect(visitor.page.get_by_text("17 events of 17 in 5 lanes.")).to_be_visible()
    assert visitor.query == {}


def test_a_click_on_a_bar_brings_its_claims_into_view_with_the_quote_lit(visiting: Visiting, own_app: str) -> None:
    visitor = visiting(own_app, "timeline").click_on_chart("Over 40 trips")
    expect(visitor.lit).to_contain_text("over 40 trips to Russian ports in the last eight months")
    expect(visitor.lit).to_be_in_viewport()
    assert visitor.query == {"event": ["trips-eight-months"]}


def test_exact_words_open_the_quote_in_its_cell_by_mouse_and_by_keyboard(turning: Visiting, own_app: str) -> None:
    visitor = turning(own_app, "comparison")
    cell = visitor.page.locator("table.matrix tbody tr", has_text="Load on departure").locator("td.odd")
    expect(cell.locator("blockquote")).not_to_be_visible()
    cell.get_by_text("Exact words").click()
    expect(cell.locator("blockquote")).to_contain_text("leave Russian ports empty but return fully loaded")
    cell.locator("summary").focus()
    visitor.page.keyboard.press("Enter")
    expect(cell.locator("blockquote")).not_to_be_visible()


def test_a_claim_id_is_reached_and_opened_with_the_keyboard_alone(overview: Visitor) -> None:
    claim = overview.tab_to("chip")  # the first of the page: what a published statement says of the limit
    overview.page.keyboard.press("Enter")
    expect(overview.page.locator("#card-oil-other-002")).to_be_visible()
    assert (claim, overview.path) == ("↗ oil-other-002", "")


@pytest.mark.parametrize("address", ["documents?claim=ZZ99", "timeline?lane=<script>alert(1)</script>"])
def test_an_address_that_names_nothing_opens_the_default_view(turning: Visiting, own_app: str, address: str) -> None:
    visitor = turning(own_app, address)
    expect(visitor.page.get_by_text("The address asked for something that is not here")).to_be_visible()
    assert visitor.dialogs == []


def test_the_banner_of_a_broken_folder_leads_to_what_is_wrong(visiting: Visiting, broken_app: str) -> None:
    visitor = visiting(broken_app, "documents")
    visitor.page.get_by_role("link", name="Read what is wrong and how to mend it").click()
    expect(visitor.page.get_by_text("Remedy: The same words begin at 283.")).to_be_visible()
    assert visitor.path == ""


def test_the_theme_of_the_system_is_that_of_markup_and_chart(turning: Visiting, own_app: str) -> None:
    visitor = turning(own_app, mode="dark")
    expect(visitor.page.locator(".root").first).to_have_attribute("data-theme", "dark")
    expect(visitor.page.locator("svg.main-svg").first).to_have_attribute("style", re.compile(r"rgb\(16, 23, 30\)"))


def _choose(visitor: Visitor, key: str, option: str) -> None:
    visitor.page.locator(f".st-key-{key} input").click()
    visitor.page.get_by_role("option", name=option).click()
    visitor.page.keyboard.press("Escape")


def test_a_link_that_was_sent_to_an_earlier_address_of_a_page_opens_what_it_named(
    visiting: Visiting, second_app: str
) -> None:
    visitor = visiting(second_app, "documents")
    visitor.page.goto(f"{second_app}/barrels?volume=Q01&claim=Q01&layer=record")
    expect(visitor.page.locator("#card-Q01")).to_be_visible()
    assert (visitor.path, visitor.query) == ("volumes", {"volume": ["Q01"], "claim": ["Q01"], "layer": ["record"]})
    assert visitor.rest().back().path == "documents"


def test_the_way_back_leads_to_the_place_of_a_list_from_which_a_vessel_was_looked_up(
    visiting: Visiting, own_app: str
) -> None:
    visitor = visiting(own_app, "dossier?kind=vessel", size=(1366, 500))
    for place in (8, 12):
        link = visitor.page.locator('a[href*="of=vessel"]').nth(place)
        link.evaluate("(vessel) => vessel.scrollIntoView({ block: 'center' })")
        scrolled = visitor.page.evaluate(SCROLLED)
        assert scrolled > 100
        link.click()
        visitor.rest().back()
        visitor.page.wait_for_function(f"{SCROLLED} === {scrolled}", timeout=10_000)
