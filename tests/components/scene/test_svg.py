"""The preview of a slide: safe, whole, within its frame, and drawn where the slide draws it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.scene.svg import svg
from components.scene.things import (
    CONTENT,
    PALETTE,
    Cell,
    Line,
    Paragraph,
    Place,
    Run,
    Shape,
    Slide,
    Table,
    Text,
    Thing,
    every,
)
from components.slides.deck import slides
from tests.components.scene.charts_on_slides import COLUMNS, CUMULATIVE
from tests.components.slides.views import view_named

SVG = "{http://www.w3.org/2000/svg}"
PLACE = Place(1.0, 2.0, 3.0, 1.0)
HOSTILE = "<script>alert()</script> & \"'> ]]> <!-- \x00\x08\x1b[31m\ud800\ufffe url(http://example.invalid/)"
TAGS = {"svg", "title", "rect", "ellipse", "polygon", "polyline", "line", "path", "g", "text", "tspan", "a"}
ATTRIBUTES = set(
    "viewBox role font-family x y width height cx cy rx ry points x1 y1 x2 y2 d fill stroke stroke-width "
    "stroke-dasharray transform text-anchor font-size font-weight text-decoration href".split()
) | {"{http://www.w3.org/XML/1998/namespace}space"}


def words(*texts: str, **look: Any) -> tuple[Paragraph, ...]:
    return tuple((Run(text, **look),) for text in texts)


def slide(*things: Thing, **changes: Any) -> Slide:
    sources = ("Sources: Document A [A04].", "As of 1 Jan 2040 · dataset 0.1.0")
    return replace(Slide("gauge", "Salt is above the cap", things, sources, "“Salt”", ""), **changes)


TABLE = Table(
    "Table",
    Place(1.0, 1.5, 4.0, 1.0),
    ((Cell(words("Question")), Cell(words("Answer"))), (Cell(words("How much?"), "#FBEAE4"), Cell(words("500")))),
    (1.5, 2.5),
    (0.4, 0.6),
    "A table.",
)
EVERYTHING = slide(
    Text("Text", PLACE, words("Over one million", "a year"), "Words."),
    *(Shape(form, Place(9.0, 3.0, 1.0, 1.0), form, "A shape.", outline="#17212B", dash="dash", turn=270)
      for form in ("rectangle", "ellipse", "triangle", "chevron")),
    Line("Line", (1.0, 6.0), (12.0, 5.0), "#B3381A", "A line.", dash="dot"),
    TABLE,
    COLUMNS,
    CUMULATIVE,
)  # fmt: skip


def drawn(shown: Slide, number: int = 0, of: int = 0) -> ElementTree.Element:
    return ElementTree.fromstring(svg(shown, number, of))


def all_of(root: ElementTree.Element, tag: str) -> list[dict[str, str]]:
    return [element.attrib for element in root.iter(f"{SVG}{tag}")]


def told(root: ElementTree.Element) -> list[str]:
    return ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]


def texts_of(shown: Slide) -> Iterator[str]:
    """Every text of a slide in the order in which it is drawn, source and charts left out."""
    yield shown.title
    for thing in every(shown.things):
        if isinstance(thing, Text):
            yield from ("".join(run.text for run in paragraph) for paragraph in thing.paragraphs)
        if isinstance(thing, Table):
            cells = (cell for row in thing.rows for cell in row)
            yield from ("".join(run.text for run in paragraph) for cell in cells for paragraph in cell.paragraphs)


def spaceless(text: str) -> str:
    # What runs leftward is set apart by marks that are not seen.
    return re.sub(r"\s|[\u2068\u2069]|[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text)


def points_of(element: ElementTree.Element) -> Iterator[tuple[float, float]]:
    """The corners of what an element draws, without its stroke and before it is turned."""
    get = {name: element.get(name, "") for name in element.keys()}  # noqa: SIM118  (an element iterates its children)
    match element.tag.removeprefix(SVG):
        case "rect":
            x, y, width, height = (float(get[name]) for name in ("x", "y", "width", "height"))
            yield from ((x, y), (x + width, y + height))
        case "line":
            yield from ((float(get["x1"]), float(get["y1"])), (float(get["x2"]), float(get["y2"])))
        case "text":
            yield float(get["x"]), float(get["y"])
        case "ellipse":
            x, y, across, down = (float(get[name]) for name in ("cx", "cy", "rx", "ry"))
            yield from ((x - across, y - down), (x + across, y + down))
        case "polygon" | "polyline":
            pairs = (pair.split(",") for pair in get["points"].split())
            yield from ((float(x), float(y)) for x, y in pairs)
        case "path":
            yield from ((float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)(?=[AMLZ])", get["d"]))


def test_a_preview_is_an_image_with_a_title() -> None:
    root = drawn(slide(), 3, 12)
    assert (root.get("role"), root.get("viewBox")) == ("img", "0 0 1333.3 750")
    assert root[0].tag == f"{SVG}title"
    assert root[0].text == "Slide 3 of 12: Salt is above the cap"


def test_the_number_is_drawn_at_the_right_edge_of_its_place() -> None:
    text = next(text for text in drawn(slide(), 3, 12).iter(f"{SVG}text") if "".join(text.itertext()) == "3")
    assert (text.get("x"), text.get("text-anchor")) == ("1268", "end")  # 12.05 + 0.68 inches, less the inset of 0.05


def test_without_a_number_none_is_drawn() -> None:
    assert told(drawn(slide())) == [
        "Salt is above the cap", "Sources: Document A [A04].", "As of 1 Jan 2040 · dataset 0.1.0"
    ]  # fmt: skip


def test_the_paper_is_white_and_has_a_frame() -> None:
    root = drawn(slide())
    assert all_of(root, "rect")[0] == {"x": "0", "y": "0", "width": "1333.3", "height": "750", "fill": "#FFFFFF"}
    assert all_of(root, "polygon")[-1]["stroke"] == "#8A97A5"


def test_a_text_stands_within_its_inset_and_its_lines_below_one_another() -> None:
    root = drawn(slide(Text("Text", PLACE, words("one", "two"), "Words.", points=36)))
    # 36 points are half an inch; a line is 0.6 inches high and its baseline 0.465 below its top.
    found = [text for text in all_of(root, "text") if text["y"] in ("251.5", "311.5")]
    assert found == [{"x": "105", "y": "251.5"}, {"x": "105", "y": "311.5"}]


@pytest.mark.parametrize(("align", "x"), [("left", "105"), ("center", "250"), ("right", "395")])
def test_a_text_is_aligned_within_its_box(align: Any, x: str) -> None:
    root = drawn(slide(Text("Text", PLACE, words("one"), "Words.", align=align)))
    assert all_of(root, "text")[1]["x"] == x


@pytest.mark.parametrize(("anchor", "y"), [("top", "251.5"), ("middle", "266.5"), ("bottom", "281.5")])
def test_a_text_is_anchored_within_its_box(anchor: Any, y: str) -> None:
    root = drawn(slide(Text("Text", PLACE, words("one"), "Words.", points=36, anchor=anchor)))
    assert all_of(root, "text")[1]["y"] == y


def test_a_long_text_is_broken_where_the_slide_breaks_it() -> None:
    root = drawn(slide(Text("Text", Place(1, 2, 1.1, 1), words("one two three"), "Words.", points=18)))
    assert told(root)[1:3] == ["one two", "three"]


def test_the_look_of_a_run_goes_on_in_the_next_line() -> None:
    paragraph = (Run("one ", bold=True), Run("two three", colour="#B3381A", link="http://example.invalid/"))
    root = drawn(slide(Text("Text", Place(1, 2, 1.1, 1), (paragraph,), "Words.", points=18)))
    spans = [("".join(span.itertext()), span.get("font-weight"), span.get("fill")) for span in root.iter(f"{SVG}tspan")]
    assert spans[1:4] == [("one ", "bold", "#17212B"), ("two", None, "#B3381A"), ("three", None, "#B3381A")]


def test_two_spaces_stay_two() -> None:
    root = drawn(slide(Text("Text", PLACE, ((Run("A04", bold=True), Run("  Salt")),), "Words.")))
    assert told(root)[1] == "A04  Salt"
    assert all_of(root, "text")[1]["{http://www.w3.org/XML/1998/namespace}space"] == "preserve"


def test_a_chevron_points_to_the_right_until_it_is_turned() -> None:
    root = drawn(slide(Shape("Chevron", Place(1, 2, 1, 1), "chevron", "So much or more.", fill="#17212B", turn=270)))
    assert all_of(root, "polygon")[0]["points"] == "100,200 150,200 200,250 150,300 100,300 150,250"
    assert all_of(root, "g") == [{"transform": "rotate(270.00 150 250)"}]


def test_a_dotted_outline_has_dots_as_long_as_it_is_thick() -> None:
    shape = Shape("Box", PLACE, "rectangle", "A box.", outline="#B3381A", line_points=3.6, dash="dot")
    assert all_of(drawn(slide(shape)), "polygon")[0] == {
        "points": "100,200 400,200 400,300 100,300", "fill": "none", "stroke": "#B3381A", "stroke-width": "5",
        "stroke-dasharray": "5 5",
    }  # fmt: skip


def test_a_table_has_a_thick_line_below_its_head_and_thin_ones_below_its_rows() -> None:
    lines = [(line["y1"], line["stroke"], line["stroke-width"]) for line in all_of(drawn(slide(TABLE)), "line")]
    assert lines == [("190", "#17212B", "2.1"), ("250", "#E4E9EE", "0.7")]


def test_a_cell_is_filled_where_it_says_so() -> None:
    filled = {"x": "100", "y": "190", "width": "150", "height": "60", "fill": "#FBEAE4"}
    assert all_of(drawn(slide(TABLE)), "rect")[1:] == [filled]


def test_columns_stand_where_the_native_chart_draws_them() -> None:
    root = drawn(slide(COLUMNS))
    assert [(column["x"], column["y"], column["height"]) for column in all_of(root, "rect")[1:]] == [
        ("233.3", "350", "200"), ("433.3", "390", "160"), ("633.3", "490", "60"),
    ]  # fmt: skip


def test_the_limit_reaches_from_edge_to_edge() -> None:
    root = drawn(slide(COLUMNS))
    limits = [(line["x1"], line["y1"], line["x2"], line["y2"]) for line in all_of(root, "line") if _is_limit(line)]
    assert limits == [("200", "450", "800", "450")]


def test_the_window_lies_on_the_limit() -> None:
    root = drawn(slide(CUMULATIVE))
    limits = [line["points"].split() for line in all_of(root, "polyline") if _is_limit(line)]
    assert [(line[0], line[-1]) for line in limits] == [("200,370", "800,370"), ("500,370", "700,370")]
    assert {point.split(",")[1] for line in limits for point in line} == {"370"}


def test_a_line_that_falls_and_the_window_on_it_bend_where_it_does_and_the_limit_is_dashed() -> None:
    line = ((date(2024, 3, 1), 450.0), (date(2024, 3, 21), 450.0), (date(2024, 3, 31), 200.0))
    root = drawn(slide(replace(CUMULATIVE, line=line)))
    falling, window = [part["points"].split() for part in all_of(root, "polyline") if _is_limit(part)]
    assert (falling[0], falling[-1]) == ("200,370", "800,470")  # from 450 to 200 of 1,000, four inches high
    assert (window[0], window[-1]) == ("500,370", "700,420")  # the 26th lies halfway down
    (dashed,) = [part for part in all_of(root, "line") if _is_limit(part)]
    assert (dashed["x1"], dashed["y1"], dashed["x2"], dashed["y2"]) == ("200", "370", "800", "370")
    assert dashed["stroke-dasharray"]


def test_a_chart_says_its_numbers_its_labels_and_what_stands_in_it() -> None:
    assert told(drawn(slide(COLUMNS)))[1:-2] == [
        "0", "500,000", "1,000,000", "1,500,000", "2,000,000", "> 1,000,000", "800,000", "300,000", "Reported", "Model",
        "Notified",
    ]  # fmt: skip


@pytest.mark.parametrize("case", ["own with the record", "hostile texts", "long texts"])
def test_a_preview_holds_every_text_of_its_slide(case: str) -> None:
    for shown in slides(view_named(case)):
        whole = spaceless("".join(told(drawn(shown))))
        at = 0
        for text in map(spaceless, texts_of(shown)):
            assert text in whole[at:]
            at = whole.index(text, at) + len(text)


@pytest.mark.parametrize("case", ["own with the record", "hostile texts", "long texts", "no number"])
def test_nothing_is_drawn_outside_the_view_box(case: str) -> None:
    for shown in (EVERYTHING, *slides(view_named(case))):
        for element in drawn(shown, 1, 2).iter():
            assert all(0 <= x <= 1333.3 and 0 <= y <= 750 for x, y in points_of(element)), shown.title


def test_a_preview_runs_nothing_and_leads_nowhere_but_to_its_view() -> None:
    hostile = slide(
        Text(HOSTILE, CONTENT, words(HOSTILE, link="javascript:alert()"), HOSTILE),
        replace(TABLE, rows=((Cell(words(HOSTILE)),) * 2,) * 2),
        replace(COLUMNS, labels=(HOSTILE,) * 3, said=(HOSTILE,) * 3, limit_name=HOSTILE),
        title=HOSTILE,
        source=(HOSTILE, HOSTILE),
        link=f"http://example.invalid/{HOSTILE}",
    )
    elements = list(drawn(hostile, 1, 2).iter())
    assert {element.tag.removeprefix(SVG) for element in elements} <= TAGS
    assert {name for element in elements for name in element.keys()} <= ATTRIBUTES  # noqa: SIM118
    found = {(name, value) for element in elements for name, value in element.attrib.items() if "example" in value}
    assert [(name, value[:35]) for name, value in found] == [("href", "http://example.invalid/%3Cscript%3E")]


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=60))
@settings(max_examples=60, deadline=None)
def test_a_preview_is_well_formed_whatever_a_text_holds(text: str) -> None:
    root = drawn(slide(Text("Text", PLACE, words(text), "Words."), title=text or "Salt", source=(text,)))
    assert spaceless(text) in spaceless("".join(told(root)))


def _is_limit(line: dict[str, str]) -> bool:
    return line["stroke"] == PALETTE.limit
