"""Every page of an edition, and a card of each kind, light on a laptop or dark on a phone: no barrier is serious."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from components.edition.whole import PAGES, edition
from data.reading.seeds import SEEDS, read_evidence
from tests.browser.visit import nodes_in

# Each page in one of the looks, for time: those whose tables a phone takes apart on a phone.
SHOWN = {
    ("light", 1366, 768): ["timeline", "volumes", "documents", "method", "about", "about+claim-A04"],
    ("dark", 390, 844): [
        "overview", "estimate", "comparison", "record", "about+fact-oil-osc-001", "about+event-oil-delivered",
    ],
}  # fmt: skip
# With what is folded away; the fifth fold or row is built as the first.
UNFOLDED = """() => {
  for (const one of [...document.querySelectorAll(".page.shown details")].slice(0, 5)) one.open = true;
  for (const row of document.querySelectorAll(".page.shown tbody tr:nth-child(n + 5)")) row.remove();
}"""
# Pages that are not shown are nothing to a reader, but most of what axe would look through.
ALONE = """() => {
  const apart = [...document.querySelectorAll(".page:not(.shown)")].map((one) => [one, document.createComment("")]);
  for (const [one, mark] of apart) one.replaceWith(mark);
  window.together = () => apart.forEach(([one, mark]) => mark.replaceWith(one));
}"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("edition") / "own.html"
    file.write_bytes(edition(read_evidence(SEEDS), SEEDS, file.name))
    return file.as_uri()


@pytest.fixture(scope="module", params=SHOWN, ids=["light laptop", "dark phone"])
def look(request: pytest.FixtureRequest, browser: Browser, made: str) -> Iterator[tuple[Page, list[str]]]:
    """The edition of the project's own seeds, as it is open from a disk, and what is looked at there."""
    mode, width, height = request.param
    context = browser.new_context(offline=True, color_scheme=mode, viewport={"width": width, "height": height})
    page = context.new_page()
    page.goto(made)
    expect(page.locator("#checked")).to_have_attribute("data-how", "sound")
    yield page, SHOWN[request.param]
    context.close()


def test_every_page_of_the_edition_is_looked_at() -> None:
    assert {place for places in SHOWN.values() for place in places if "+" not in place} == set(PAGES)


def test_no_barrier_of_an_edition_is_serious_and_nothing_sticks_out_of_the_window(
    look: tuple[Page, list[str]],
) -> None:
    page, places = look
    found = {place: seen(page, place) for place in places}
    assert {place: one for place, one in found.items() if one != ({}, 0)} == {}


def seen(page: Page, place: str) -> tuple[dict[str, list[str]], int]:
    """The barriers of a place of the edition that are serious, and how far it sticks out of the window."""
    name, _, card = place.partition("+")
    page.evaluate("(place) => { location.hash = place; }", place)
    expect(page.locator(".page.shown")).to_have_attribute("data-name", name)
    expect(page.locator("#panel")).to_be_visible(visible=bool(card))
    page.evaluate(UNFOLDED)
    page.evaluate(ALONE)
    violations = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    page.evaluate("together()")
    serious = [finding for finding in violations if finding["impact"] in ("serious", "critical")]
    out = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return {finding["id"]: nodes_in(finding) for finding in serious}, max(0, out)


@pytest.fixture
def enlarged(browser: Browser, made: str) -> Iterator[Page]:
    """The edition on a laptop, enlarged to twice its size."""
    context = browser.new_context(offline=True, viewport={"width": 683, "height": 384})
    page = context.new_page()
    page.goto(made)
    expect(page.locator("#checked")).to_have_attribute("data-how", "sound")
    yield page
    context.close()


def pressed(page: Page, key: str, until: str, most: int = 40) -> None:
    """Press a key until what has the focus fits a selector."""
    for _ in range(most):
        page.keyboard.press(key)
        if page.evaluate("(selector) => document.activeElement.matches(selector)", until):
            return
    raise AssertionError(f"no {until} was reached")


def test_the_words_of_a_picture_show_that_the_keyboard_is_on_them(enlarged: Page) -> None:
    enlarged.evaluate("location.hash = 'timeline'")
    ring = "() => getComputedStyle(document.activeElement.querySelector('text, tspan')).stroke"
    pressed(enlarged, "Tab", ".figure a:has(text, tspan)")
    assert enlarged.evaluate(ring) != "none"
    assert (
        enlarged.evaluate("getComputedStyle(document.querySelector('.shown .figure a:not(:focus) tspan')).stroke")
        == "none"
    )


def test_a_card_leads_the_keyboard_back_to_its_number(enlarged: Page) -> None:
    pressed(enlarged, "Tab", "a.chip")
    number = enlarged.evaluate("document.activeElement.hash")
    enlarged.keyboard.press("Enter")
    expect(enlarged.locator("#panel h2.name")).to_be_focused()
    enlarged.keyboard.press("Escape")
    expect(enlarged.locator("#panel")).to_be_hidden()
    assert enlarged.evaluate("[document.activeElement.className, document.activeElement.hash]") == [
        "chip cited",
        number,
    ]


# Where the focus is, is something else seen: the card, or the names of the pages?
COVERED = """() => {
  const one = document.activeElement, at = one.getClientRects()[0];
  const seen = at && document.elementFromPoint(at.left + 4, at.top + at.height / 2);
  return !!seen?.closest("#panel, nav") && !seen.closest("#panel, nav").contains(one);
}"""


@pytest.mark.parametrize("size", [(683, 384), (1366, 768)])
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_nothing_that_has_the_focus_lies_behind_an_open_card_or_the_names_of_the_pages(
    enlarged: Page, size: tuple[int, int], key: str
) -> None:
    enlarged.set_viewport_size({"width": size[0], "height": size[1]})
    enlarged.evaluate("location.hash = 'record+claim-A04'")
    expect(enlarged.locator("#panel h2.name")).to_be_focused()
    covered = []
    for _ in range(30):
        enlarged.keyboard.press(key)
        covered.append(enlarged.evaluate(COVERED))
    assert covered == [False] * 30
