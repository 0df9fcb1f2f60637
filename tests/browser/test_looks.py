"""What every page keeps in every window and both themes: no sideways scrolling, readable text, no barrier."""

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import Editing, Visiting
from tests.browser.visit import OPENED, STREAMLITS_OWN, Visitor, foreign, nodes_in

LAPTOP, PHONE = (1366, 768), (390, 844)
LOOKS = (Path(__file__).parent / "looks.js").read_text(encoding="utf-8")
SIDEWAYS = f"() => {{ {LOOKS}\nreturn sideways(); }}"
CONTRASTS = f"() => {{ {LOOKS}\nreturn contrasts(); }}"
CONTRASTS_OF_FORMS = f"() => {{ {LOOKS}\nreturn contrasts(streamlits()); }}"
LEAST_CONTRAST = 4.5


@pytest.fixture(scope="module", params=[("light", LAPTOP), ("dark", PHONE)], ids=["light laptop", "dark phone"])
def reader(request: pytest.FixtureRequest) -> dict[str, Any]:
    """The theme that a reader's system asks for, and the size of the window."""
    return dict(zip(("mode", "size"), request.param, strict=True))


@pytest.fixture(params=OPENED)
def view(request: pytest.FixtureRequest, turning: Visiting, own_app: str, reader: dict[str, Any]) -> Visitor:
    """Every page with everything on it opened."""
    visitor = turning(own_app, request.param, **reader)
    # There, but on a phone the controls of the estimate are folded away.
    expect(visitor.page.locator(OPENED[request.param]).first).to_be_attached()
    for summary in visitor.page.get_by_text("The table behind it").all():
        summary.evaluate("(words) => words.click()")  # on a phone the open panel lies over it
    return visitor.rest()


def test_the_comparison_needs_no_sideways_scrolling_on_a_phone(turning: Visiting, own_app: str) -> None:
    matrix = turning(own_app, "comparison", size=PHONE).page.locator(".scroll:has(table.matrix)")
    assert matrix.evaluate("(region) => region.scrollWidth - region.clientWidth") == 0


def test_no_barrier_is_serious_every_text_stands_out_and_nothing_sticks_out_of_the_window(view: Visitor) -> None:
    violations = Axe().run(view.page).response["violations"]
    serious = [finding for finding in violations if finding["impact"] in ("serious", "critical")]
    assert {finding["id"]: nodes_in(finding) for finding in serious} == {}
    contrasts = view.page.evaluate(CONTRASTS)
    assert len(contrasts) > 5
    assert [text for text in contrasts if text[0] < LEAST_CONTRAST] == []
    assert view.page.evaluate(SIDEWAYS) == []
    assert foreign(view.requests, view.app) == []
    assert [error for error in view.errors if not error.endswith(STREAMLITS_OWN)] == []


def test_every_text_stands_out_while_a_text_is_added(
    visiting: Visiting, edited_app: Editing, reader: dict[str, Any]
) -> None:
    visitor = visiting(edited_app.address, "add", **reader)
    for press, shown in (
        ("", "Bring it in"),
        ("Bring it in", "Keep this text"),
        ("Keep this text", "Say how reliable"),
    ):
        if press == "Bring it in":
            visitor.page.get_by_label("The text, as it stands", exact=True).fill("Over 60 barges passed in May 2031.")
        if press:
            visitor.page.get_by_role("button", name=press, exact=True).first.click()
        expect(visitor.page.get_by_text(shown).first).to_be_visible()
        visitor.rest()
        contrasts = visitor.page.evaluate(CONTRASTS_OF_FORMS)
        assert len(contrasts) > 5
        assert [text for text in contrasts if text[0] < LEAST_CONTRAST] == []
        assert visitor.page.evaluate(SIDEWAYS) == []


def test_marked_words_stand_out_where_the_system_forces_its_colours(turning: Visiting, own_app: str) -> None:
    visitor = turning(own_app, "documents?claim=A04", mode="dark")
    visitor.page.emulate_media(forced_colors="active")
    marked = [text for text in visitor.page.evaluate(CONTRASTS) if text[1].startswith(("lane-", "MARK", "lit"))]
    assert len(marked) > 5
    assert [text for text in marked if text[0] < LEAST_CONTRAST] == []
