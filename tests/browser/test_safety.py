"""Nothing from a document runs."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visiting
from tests.browser.test_hosted import nothing_was_forbidden
from tests.browser.visit import ALIVE, foreign
from tests.cases.hostile_texts import HOSTILE
from tests.cases.payloads import PAYLOADS, payload_text

HOSTILE_ADDRESSES = [
    "?claim=S01", "timeline?event=shipment-01", "volumes?volume=S01", "comparison", "documents?claim=S01",
]  # fmt: skip


@pytest.mark.parametrize("address", HOSTILE_ADDRESSES)
def test_hostile_texts_are_shown_and_nothing_of_them_runs(turning: Visiting, hostile_app: str, address: str) -> None:
    visitor = turning(hostile_app, address)
    expect(visitor.page.get_by_text(HOSTILE).first).to_be_attached()
    assert visitor.dialogs == []
    assert foreign(visitor.requests, hostile_app) == []
    assert visitor.page.evaluate(ALIVE) == []


def test_sixty_payloads_that_are_brought_in_are_shown_and_nothing_of_them_runs(
    turning: Visiting, hostile_app: str
) -> None:
    visitor = turning(hostile_app, "add")
    page = visitor.page
    page.get_by_label("The text, as it stands").fill(payload_text())
    page.get_by_role("button", name="Bring it in").first.click()
    page.get_by_label("Title").fill(PAYLOADS[0] + PAYLOADS[2])
    page.get_by_role("combobox", name="How reliable is the source?").click()
    page.get_by_role("option").first.click()
    page.get_by_label("Why?").first.fill(PAYLOADS[1])
    nothing_was_forbidden(visitor, hostile_app)
    page.get_by_role("button", name="Keep this text").click()
    expect(page.locator(".words-of-text")).to_contain_text(PAYLOADS[5])
    visitor.rest()
    visitor.turn(f"documents?{urlsplit(page.url).query}")
    page.get_by_role("combobox").first.click()
    expect(page.get_by_role("option").filter(has_text=PAYLOADS[0])).to_be_visible()
    nothing_was_forbidden(visitor, hostile_app)
