"""What every page keeps in every window and both themes: no sideways scrolling, readable text, no barrier."""

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import Visiting
from tests.browser.visit import OPENED_ADDRESSES, Visitor, nodes_in

DESK, LAPTOP, PHONE = (1920, 1080), (1366, 768), (390, 844)
LOOKS = (Path(__file__).parent / "looks.js").read_text(encoding="utf-8")
SIDEWAYS = f"() => {{ {LOOKS}\nreturn sideways(); }}"
CONTRASTS = f"() => {{ {LOOKS}\nreturn contrasts(); }}"
LEAST_CONTRAST = 4.5


@pytest.fixture(params=[("light", LAPTOP), ("dark", PHONE)], ids=["light laptop", "dark phone"])
def reader(request: pytest.FixtureRequest) -> dict[str, Any]:
    """The theme that a reader's system asks for, and the size of the window."""
    return dict(zip(("mode", "size"), request.param, strict=True))


@pytest.fixture(params=OPENED_ADDRESSES)
def view(request: pytest.FixtureRequest, visiting: Visiting, own_app: str, reader: dict[str, Any]) -> Visitor:
    """Every page with everything on it opened."""
    visitor = visiting(own_app, request.param, **reader)
    for summary in visitor.page.get_by_text("The table behind it").all():
        summary.click()
    return visitor.rest()


@pytest.mark.parametrize("address", OPENED_ADDRESSES)
def test_nothing_sticks_out_of_any_window(visiting: Visiting, own_app: str, address: str) -> None:
    visitor = visiting(own_app, address, size=DESK)
    found = {size: visitor.resize(*size).page.evaluate(SIDEWAYS) for size in (DESK, LAPTOP, PHONE)}
    assert found == {DESK: [], LAPTOP: [], PHONE: []}


def test_the_comparison_needs_no_sideways_scrolling_on_a_phone(visiting: Visiting, own_app: str) -> None:
    matrix = visiting(own_app, "comparison", size=PHONE).page.locator(".scroll:has(table.matrix)")
    assert matrix.evaluate("(region) => region.scrollWidth - region.clientWidth") == 0


def test_no_barrier_is_serious_and_every_text_stands_out(view: Visitor) -> None:
    violations = Axe().run(view.page).response["violations"]
    serious = [finding for finding in violations if finding["impact"] in ("serious", "critical")]
    assert {finding["id"]: nodes_in(finding) for finding in serious} == {}
    contrasts = view.page.evaluate(CONTRASTS)
    assert len(contrasts) > 20
    assert [text for text in contrasts if text[0] < LEAST_CONTRAST] == []


@pytest.mark.parametrize("claim", ["A28", "A29", "A08", "A24", "A01"])
def test_a_lit_claim_stands_out_in_the_colour_of_every_lane(visiting: Visiting, own_app: str, claim: str) -> None:
    contrasts = visiting(own_app, f"documents?claim={claim}").page.evaluate(CONTRASTS)
    assert [text for text in contrasts if text[0] < LEAST_CONTRAST] == []
