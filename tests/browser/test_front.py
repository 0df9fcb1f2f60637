"""The first page on a laptop: five answers on the first screen, whole, and a citation that can be taken along."""

from playwright.sync_api import expect

from tests.browser.conftest import Visiting

CUT = """() => {
  const found = [];
  for (const host of document.querySelectorAll("*")) {
    for (const part of host.shadowRoot?.querySelectorAll(".tile, .tile h2, .tile p, .standings li") ?? []) {
      const cut = part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 2;
      if (cut) found.push(part.textContent);
    }
  }
  return found;
}"""


def test_all_five_answers_stand_whole_on_the_first_screen_and_one_is_copied_with_its_citation(
    visiting: Visiting, own_app: str
) -> None:
    page = visiting(own_app, size=(1366, 768)).page
    tiles = page.locator(".tile")
    expect(tiles).to_have_count(5)
    boxes = [tile.bounding_box() for tile in tiles.all()]
    assert [box["y"] + box["height"] <= 768 for box in boxes if box] == [True] * 5
    assert page.evaluate(CUT) == []
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = page.locator(".tile button.copy").first
    button.click()
    expect(button).to_have_text("Copied")
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied.startswith("Reported oil deliveries are more than twice the annual UN cap")
    assert "The Pinnacle Gazette" in copied.splitlines()[1]
