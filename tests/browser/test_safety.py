"""Nothing from a document runs."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visiting
from tests.browser.visit import ALIVE, foreign
from tests.cases.hostile_texts import HOSTILE

HOSTILE_ADDRESSES = [
    "?claim=S01", "timeline?event=shipment-01", "barrels?volume=S01", "comparison", "documents?claim=S01",
]  # fmt: skip


@pytest.mark.parametrize("address", HOSTILE_ADDRESSES)
def test_hostile_texts_are_shown_and_nothing_of_them_runs(turning: Visiting, hostile_app: str, address: str) -> None:
    visitor = turning(hostile_app, address)
    expect(visitor.page.get_by_text(HOSTILE).first).to_be_attached()
    assert visitor.dialogs == []
    assert foreign(visitor.requests, hostile_app) == []
    assert visitor.page.evaluate(ALIVE) == []
