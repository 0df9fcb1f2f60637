"""The ways into the public record and back: by mouse, keyboard and link, with the filters kept."""

from playwright.sync_api import expect

from tests.browser.conftest import Visiting

CARD = "section.card.cited"


def test_a_cited_id_opens_its_card_in_view_and_close_leads_back(visiting: Visiting, own_app: str) -> None:
    visitor = visiting(own_app, "record?kind=rule")
    visitor.page.locator("td[data-head=Record] a.chip.cited", has_text="un-rule-001").click()
    expect(visitor.page.locator(CARD)).to_contain_text("no machine has checked these words")
    visitor.rest()
    assert visitor.in_view(visitor.page.locator(f"{CARD} .head"))
    assert visitor.query == {"kind": ["rule"], "record": ["un-rule-001"]}
    visitor.page.get_by_role("button", name="Close").click()
    expect(visitor.page.locator(CARD)).to_have_count(0)
    assert visitor.query == {"kind": ["rule"]}


def test_the_switch_of_the_layer_works_by_keyboard(visiting: Visiting, own_app: str) -> None:
    visitor = visiting(own_app, "comparison")
    switch = visitor.page.get_by_role("button", name="Show the public record")
    switch.focus()
    visitor.page.keyboard.press("Space")
    expect(visitor.page.locator("td.cited").first).to_be_visible()
    assert visitor.query == {"layer": ["record"]}
    expect(switch).to_have_attribute("aria-pressed", "true")


def test_a_click_on_a_cited_event_opens_its_card(visiting: Visiting, own_app: str) -> None:
    visitor = visiting(own_app, "timeline?layer=record&words=veto")
    words = visitor.page.locator("svg.main-svg text", has_text="veto").last.text_content() or ""
    visitor.click_on_chart(words.removeprefix("↗").strip()[:18])
    expect(visitor.page.locator(f"#opened-event {CARD}")).to_contain_text("Cited, not quoted")


def test_cited_and_quoted_ids_look_different(visiting: Visiting, own_app: str) -> None:
    page = visiting(own_app, "comparison?layer=record").page
    look = (
        "(chip) => { const s = getComputedStyle(chip); return [s.borderTopStyle, s.backgroundColor, s.borderRadius]; }"
    )
    cited = page.locator("table.matrix a.chip.cited").first.evaluate(look)
    quoted = page.locator("table.matrix a.chip:not(.cited)").first.evaluate(look)
    assert cited == ["dashed", "rgba(0, 0, 0, 0)", "999px"]
    assert all(one != other for one, other in zip(cited, quoted, strict=True))


def test_words_typed_into_the_search_leave_the_facts_that_hold_them(visiting: Visiting, own_app: str) -> None:
    visitor = visiting(own_app, "record")
    visitor.page.locator(".st-key-words input").fill("treaty")
    visitor.page.keyboard.press("Enter")
    expect(visitor.page.locator("table.records tbody tr").first).to_contain_text("reaty")
    assert visitor.query == {"words": ["treaty"]}
