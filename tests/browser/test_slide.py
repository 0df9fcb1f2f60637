"""A figure full-bleed in a real browser: in any window, under the pointer, by keyboard, and as a picture."""

import re
import struct
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Download, Page, expect

from tests.browser.conftest import Visiting
from tests.browser.visit import Visitor, foreign, nodes_in

DESK, LAPTOP, PHONE, UPRIGHT = (1920, 1080), (1366, 768), (390, 844), (1024, 1366)
FIGURES = [
    "gauge", "bullets", "notified", "timeline", "dots", "cumulative", "tornado", "comparison", "origins",
    "timeline&layer=record", "comparison&layer=record",
]  # fmt: skip
# Where the chart is, what of its text lies outside it, and its smallest type, all as seen.
SEEN = """() => {
  const chart = document.querySelector("svg.main-svg"), at = chart.getBoundingClientRect();
  const scale = at.width / Number(chart.getAttribute("width"));
  const all = [...document.querySelectorAll("svg.main-svg text, svg.main-svg tspan")];
  const words = all.filter((one) => one.textContent.trim());
  const outside = words.map((one) => [one.getBoundingClientRect(), one.textContent]).filter(([box]) => box.width
    && (box.left < at.left - 1 || box.right > at.right + 1 || box.top < at.top - 1 || box.bottom > at.bottom + 1));
  return { box: [at.left, at.top, at.width, at.height], outside: outside.map(([, text]) => text),
    least: Math.min(...words.map((one) => parseFloat(getComputedStyle(one).fontSize) * scale)) };
}"""
ON_TOP = (
    """([x, y]) => { const top = document.elementFromPoint(x, y); return Boolean(top?.closest(".st-key-slide")); }"""
)
TOOLS = """() => [getComputedStyle(document.querySelector(".st-key-slide nav")).opacity,
  getComputedStyle(document.querySelector(".st-key-slide .modebar")).visibility]"""


def opened(visiting: Visiting, app: str, figure: str, **window: Any) -> Visitor:
    visitor = visiting(app, f"slide?figure={figure}", **window)
    name = figure.partition("&")[0]
    if name in FIGURES:
        svg = visitor.page.get_by_role("link", name="Camera as SVG")
        assert parse_qs(urlsplit(svg.get_attribute("href") or "").query)["figure"] == [name]
    return visitor


def seen(visitor: Visitor) -> dict[str, Any]:
    found: dict[str, Any] = visitor.page.evaluate(SEEN)
    return found


def photographed(visitor: Visitor, chart: int = 0) -> Download:
    """What the camera of a chart gives."""
    box = visitor.page.locator("svg.main-svg").nth(2 * chart).bounding_box()
    assert box
    visitor.page.mouse.move(box["x"] + 20, box["y"] + 20)
    visitor.page.mouse.move(box["x"] + 24, box["y"] + 24)
    with visitor.page.expect_download() as download:
        visitor.page.locator(".modebar-btn").nth(chart).click()
    return download.value


def size_of_png(path: Path) -> tuple[int, int]:
    head = path.read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", head[16:])
    return width, height


@pytest.mark.parametrize(
    ("figure", "mode"),
    [*((figure, "light") for figure in FIGURES), ("gauge", "dark"), ("timeline", "dark"), ("comparison", "dark")],
)
def test_every_figure_fills_the_screen_with_type_of_18_pixels_or_more(
    turning: Visiting, own_app: str, figure: str, mode: str
) -> None:
    visitor = opened(turning, own_app, figure, size=DESK, mode=mode)
    found = seen(visitor)
    assert found["box"] == pytest.approx([0, 0, 1920, 1080], abs=0.5)
    assert found["outside"] == []
    assert found["least"] >= 18
    assert visitor.page.evaluate(ON_TOP, [5, 5])
    assert visitor.page.evaluate(ON_TOP, [1915, 5])
    assert foreign(visitor.requests, own_app) == []


def test_it_is_as_large_as_any_window_allows_and_stays_so_when_that_changes(turning: Visiting, own_app: str) -> None:
    visitor = opened(turning, own_app, "timeline", size=LAPTOP)
    boxes = {size: seen(visitor.resize(*size))["box"] for size in (LAPTOP, PHONE, UPRIGHT, DESK)}
    expected = {
        LAPTOP: [0.33, 0, 1365.33, 768],
        PHONE: [0, 312.31, 390, 219.38],
        UPRIGHT: [0, 395, 1024, 576],
        DESK: [0, 0, 1920, 1080],
    }
    assert {size: box == pytest.approx(expected[size], abs=0.5) for size, box in boxes.items()} == dict.fromkeys(
        expected, True
    )


def test_in_an_upright_window_nothing_of_the_figure_is_cut_off(turning: Visiting, own_app: str) -> None:
    page = opened(turning, own_app, "bullets", size=UPRIGHT).page
    words = page.locator("svg text", has_text="Newest fact ").last.bounding_box()
    assert words
    found = "([x, y]) => Boolean(document.elementFromPoint(x, y).closest('.js-plotly-plot'))"
    assert page.evaluate(found, [words["x"] + 5, words["y"] + words["height"] - 3])
    scrolls = (
        "() => document.documentElement.scrollWidth > innerWidth || document.documentElement.scrollHeight > innerHeight"
    )
    assert not page.evaluate(scrolls)


def test_nothing_of_the_app_is_in_sight_on_a_screen_until_the_keyboard_reaches_the_tools_nor_in_print(
    turning: Visiting, own_app: str
) -> None:
    page = opened(turning, own_app, "gauge", size=LAPTOP).page
    expect(page.get_by_test_id("stTopNavLink")).to_have_count(0)
    expect(page.locator("header")).not_to_be_visible()
    assert page.evaluate(TOOLS) == ["0", "hidden"]
    page.get_by_role("link", name="Back to the view").focus()
    assert page.evaluate(TOOLS)[0] == "1"
    page.emulate_media(media="print")
    expect(page.locator(".st-key-slide nav")).not_to_be_visible()
    expect(page.locator(".st-key-slide .modebar").first).not_to_be_visible()


def test_tools_come_with_the_pointer_and_go_when_it_rests(visiting: Visiting, own_app: str) -> None:
    page = opened(visiting, own_app, "gauge", size=LAPTOP).page
    page.mouse.move(500, 300)
    page.mouse.move(520, 320)
    assert page.evaluate(TOOLS) == ["1", "visible"]
    page.wait_for_function(f"() => ({TOOLS})()[0] === '0'", timeout=6_000)
    assert page.evaluate(TOOLS) == ["0", "hidden"]


def test_where_nothing_hovers_the_way_back_stays_in_sight_below_the_figure(turning: Visiting, own_app: str) -> None:
    page = opened(turning, own_app, "gauge", size=(844, 390)).page
    touch = page.context.new_cdp_session(page)
    touch.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    _, top, _, height = page.evaluate(SEEN)["box"]
    links = page.locator(".st-key-slide nav").bounding_box()
    assert links
    assert (page.evaluate(TOOLS)[0], top + height <= links["y"]) == ("1", True)
    touch.detach()


@pytest.mark.parametrize("size", [DESK, UPRIGHT], ids=["desk", "upright"])
def test_hover_finds_the_marks_however_the_figure_is_scaled(
    turning: Visiting, own_app: str, size: tuple[int, int]
) -> None:
    page = opened(turning, own_app, "origins", size=size).page
    box = page.locator("svg text", has_text="Voice of America, on Planet").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2 - 3, box["y"] + box["height"] / 2)
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    label = page.locator("g.hovertext")
    expect(label).to_contain_text("Voice of America, on Planet Labs images")
    told = label.bounding_box()
    assert told
    assert told["x"] >= 0
    assert told["x"] + told["width"] <= size[0]


def test_a_click_on_a_number_opens_its_words_and_the_way_back_leads_to_the_figure(
    visiting: Visiting, own_app: str
) -> None:
    visitor = opened(visiting, own_app, "gauge&load=0.5", size=LAPTOP).click_on_chart("> 1,000,000")
    expect(visitor.page.locator("#card-A04")).to_be_visible()
    assert (visitor.path, visitor.query) == ("volumes", {"load": ["0.5"], "claim": ["A04"]})
    visitor.rest().back()
    assert (visitor.path, visitor.query) == ("slide", {"figure": ["gauge"], "load": ["0.5"]})
    assert seen(visitor)["box"][2] == pytest.approx(1365.33, abs=0.5)


def test_a_click_on_a_cell_of_the_comparison_opens_the_document(visiting: Visiting, own_app: str) -> None:
    visitor = opened(visiting, own_app, "comparison", size=LAPTOP).click_on_chart("over 40 trips")
    expect(visitor.page.locator(".document mark.lit")).to_contain_text("over 40 trips to Russian ports")
    assert visitor.path == "documents"


def test_escape_leads_back_to_the_view_with_its_filters(visiting: Visiting, own_app: str) -> None:
    visitor = opened(visiting, own_app, "timeline&lane=treaty")
    visitor.page.keyboard.press("Escape")
    expect(visitor.page.get_by_text("3 events of 17 in 1 lane.")).to_be_visible()
    assert (visitor.path, visitor.query) == ("timeline", {"lane": ["treaty"]})


def test_arrows_turn_from_part_to_part(visiting: Visiting, own_app: str) -> None:
    visitor = opened(visiting, own_app, "comparison")
    visitor.page.keyboard.press("ArrowRight")
    expect(visitor.page.locator("svg text", has_text="(2 of 2)")).to_be_visible()
    assert visitor.query == {"figure": ["comparison"], "part": ["2"]}
    visitor.rest().page.keyboard.press("ArrowLeft")
    expect(visitor.page.locator("svg text", has_text="(1 of 2)")).to_be_visible()
    assert visitor.query == {"figure": ["comparison"]}


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_the_camera_gives_a_png_of_1920_by_1080_at_double_density(
    turning: Visiting, own_app: str, size: tuple[int, int]
) -> None:
    taken = photographed(opened(turning, own_app, "timeline", size=size))
    assert re.fullmatch(r"barrelwatch-timeline-0\.2\.0-[0-9a-f]{12}\.png", taken.suggested_filename)
    assert size_of_png(taken.path()) == (3840, 2160)


def test_the_camera_gives_an_svg_of_1920_by_1080(visiting: Visiting, own_app: str) -> None:
    visitor = opened(visiting, own_app, "comparison", size=LAPTOP)
    visitor.page.mouse.move(520, 320)
    visitor.page.get_by_role("link", name="Camera as SVG").click()
    expect(visitor.page.get_by_role("link", name="Camera as PNG")).to_be_attached()
    taken = photographed(visitor.rest())
    drawing = taken.path().read_text(encoding="utf-8")
    assert re.fullmatch(r"barrelwatch-comparison-1-of-2-0\.2\.0-[0-9a-f]{12}\.svg", taken.suggested_filename)
    head = re.search(r"<svg[^>]*>", drawing)
    assert head
    assert 'width="1920" height="1080"' in head[0]
    assert 'viewBox="0 0 1328 747"' in head[0]
    assert "Silence is not denial" in drawing
    assert "Newest fact 23 Oct 2025 · last looked 22 Nov 2026" in drawing


def test_the_camera_of_a_figure_on_its_page_gives_a_full_screen_too(visiting: Visiting, own_app: str) -> None:
    assert size_of_png(photographed(visiting(own_app, "estimate", size=DESK)).path()) == (3840, 2160)


def test_the_link_below_a_figure_opens_it_in_a_window_of_its_own(visiting: Visiting, own_app: str) -> None:
    page = visiting(own_app, "estimate?load=0.5&counted=alone").page
    begun = re.compile(r"\d+ of 50 equally")
    title = page.locator("svg.main-svg text", has_text=begun).first.text_content() or ""
    with page.context.expect_page() as opening:
        page.get_by_role("link", name="Full-bleed 16:9").first.click()
    alone = opening.value
    counted = " ".join(title.split()[:4])  # where the line breaks, the window decides
    expect(alone.locator("svg text", has_text=counted).first).to_be_visible(timeout=20_000)
    assert alone.url == f"{own_app}/slide?figure=dots&load=0.5&counted=alone"


def test_it_works_in_a_frame(page: Page, second_app: str) -> None:
    # Of `streamlit run`: a hosted page lets no other show it in a frame, and takes none into itself.
    page.set_content(f'<iframe src="{second_app}/slide?figure=gauge&embed=true" width="800" height="450"></iframe>')
    chart = page.frame_locator("iframe").locator("svg.main-svg").first
    expect(chart).to_be_visible()
    page.frames[1].wait_for_function(
        """() => { const { width, height } = document.querySelector("svg.main-svg").getBoundingClientRect();
        return Math.abs(width - 800) <= 1 && Math.abs(height - 450) <= 1; }"""
    )


def test_no_barrier_is_serious(turning: Visiting, own_app: str) -> None:
    visitor = opened(turning, own_app, "timeline", size=LAPTOP)
    violations = Axe().run(visitor.page).response["violations"]
    serious = [finding for finding in violations if finding["impact"] in ("serious", "critical")]
    assert {finding["id"]: nodes_in(finding) for finding in serious} == {}


def test_a_name_that_is_no_figure_leads_to_those_there_are(visiting: Visiting, own_app: str) -> None:
    visitor = opened(visiting, own_app, "needle&load=0.5")
    visitor.page.get_by_role("link", name="Fifty equally likely volumes").click()
    expect(visitor.page.locator("svg text", has_text="of 50 equally likely").first).to_be_visible()
    assert visitor.query == {"figure": ["dots"], "load": ["0.5"]}
