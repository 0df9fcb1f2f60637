"""Citing a view in a real browser: its link in a fresh window, what an altered one says, and a page in a frame."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import Visiting
from tests.browser.visit import Visitor


def cited(visitor: Visitor) -> list[str]:
    """What stands behind the button: link, citation, footnote, BibTeX and key numbers."""
    visitor.page.get_by_role("button", name="Cite this view").click()
    expect(visitor.page.get_by_test_id("stCode")).to_have_count(5)
    return [text.strip() for text in visitor.page.get_by_test_id("stCode").all_inner_texts()]


def test_the_citation_names_the_case_its_data_and_its_numbers_and_an_altered_link_says_so(
    visiting: Visiting, own_app: str
) -> None:
    link, citation, footnote, bibtex, numbers = cited(visiting(own_app))
    assert citation.startswith("Barrelwatch. Russian oil to North Korea: Overview. Dataset 0.2.0 (fingerprint ")
    assert not any("127.0.0.1" in form for form in (citation, footnote, bibtex))
    assert bibtex.startswith("@misc{barrelwatch-overview-")
    assert "more than 1,000,000 barrels of oil for 2024" in numbers
    forged = visiting(own_app, link.removeprefix(f"{own_app}/").replace("1000000", "2000000"))
    expect(forged.page.get_by_text("This link was altered after it was made")).to_be_visible()


def test_a_cited_link_opens_its_view_in_a_fresh_window_and_a_moved_assumption_makes_another_one(
    visiting: Visiting, own_app: str
) -> None:
    link = cited(visiting(own_app, "estimate?load=0.6"))[0]
    fresh = visiting(own_app, link.removeprefix(f"{own_app}/"))
    expect(fresh.page.get_by_text("You are looking at")).to_be_visible()
    assert fresh.path == "estimate"
    assert fresh.page.get_by_text("The data have changed").count() == 0
    fresh.page.locator(".st-key-load").get_by_role("slider").press("ArrowRight")
    fresh.rest()
    assert "load" in fresh.query
    assert not {"said", "seal", "data"} & fresh.query.keys()
    fresh.back()
    assert {"said", "seal", "data"} <= fresh.query.keys()
    assert fresh.page.get_by_text("altered").count() == 0


def test_pages_stand_in_frames_of_another_site(page: Page, second_app: str, tmp_path: Path) -> None:
    addresses = ["?embed=true&claim=P04", "timeline?embed=true", "comparison?embed=true"]
    frames = [f'<iframe src="{second_app}/{address}" width="1200" height="800"></iframe>' for address in addresses]
    site = tmp_path / "site.html"
    site.write_text("".join(frames), encoding="utf-8")
    page.goto(site.as_uri())
    for place in range(len(addresses)):
        frame = page.frame_locator("iframe").nth(place)
        expect(frame.locator("h1").first).to_be_visible()
        expect(frame.get_by_role("navigation")).to_have_count(0)
        expect(frame.locator(".main-svg, table.matrix").first).to_be_visible()
