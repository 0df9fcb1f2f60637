"""Freeforms, groups, see-through fills and lines that do not wrap, as a file and as a preview hold them."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import pytest
from pptx import Presentation

from components.scene.native.powerpoint import written
from components.scene.svg import svg
from components.scene.things import (
    PALETTE,
    Cell,
    Group,
    Line,
    Path,
    Place,
    Run,
    Shape,
    Slide,
    Table,
    Text,
    Thing,
    every,
)
from tests.components.scene.charts_on_slides import COLUMNS

SVG = "{http://www.w3.org/2000/svg}"
ADEC = "{http://schemas.microsoft.com/office/drawing/2017/decorative}"
PLACE = Place(1, 2, 3, 4)
CORNERS = ((2.0, 3.0), (1.0, 4.5), (3.0, 4.0))
TRIANGLE = Path("Piece", CORNERS, "A piece.", closed=True, fill="#112233", opacity=0.5)
BOX = Text("Box", PLACE, ((Run("Salt of the Upper Vale, and of the Lower"),),), "Salt.")
GROUP = Group(
    "Dial", PLACE, "A dial at a third.", (TRIANGLE, replace(BOX, alt=""), Line("Rim", (1, 2), (4, 6), "#112233", ""))
)


def slide(*things: Thing) -> Slide:
    return Slide("gauge", "Salt is above the cap", things, (), "")


def shapes(*things: Thing) -> list[Any]:
    """The objects of a slide with these things, read back, title, sources and number left out."""
    page = Presentation(BytesIO(written([slide(*things)], "Salt", date(2040, 1, 1)))).slides[0]
    return list(page.shapes)[1:-2]


def drawn(*things: Thing) -> ElementTree.Element:
    return ElementTree.fromstring(svg(slide(*things)))


def points(shape: Any) -> tuple[tuple[int, int], ...]:
    """The corners of a freeform on the slide, as the format counts."""
    (path,) = shape.element.xpath(".//a:path")
    assert (int(path.get("w")), int(path.get("h"))) == (shape.width, shape.height)
    corners = path.xpath(".//*[local-name() = 'pt']")
    return tuple((int(shape.left + int(at.get("x"))), int(shape.top + int(at.get("y")))) for at in corners)


def test_a_freeform_runs_through_its_points() -> None:
    (shape,) = shapes(TRIANGLE)
    assert points(shape) == ((1_828_800, 2_743_200), (914_400, 4_114_800), (2_743_200, 3_657_600))
    assert (shape.left, shape.top, shape.width, shape.height) == (914_400, 2_743_200, 1_828_800, 1_371_600)


@pytest.mark.parametrize("closed", [True, False])
def test_a_freeform_is_closed_where_it_says_so(closed: bool) -> None:
    path = replace(TRIANGLE, closed=closed, fill="", outline="#112233")
    assert len(shapes(path)[0].element.xpath(".//a:close")) == closed
    found, *_ = drawn(path).iter(f"{SVG}{'polygon' if closed else 'polyline'}")
    assert (found.get("points"), found.get("fill")) == ("200,300 100,450 300,400", "none")


def test_a_straight_freeform_has_no_height() -> None:
    (shape,) = shapes(Path("Piece", ((1, 2), (3, 2)), "A piece.", closed=False, outline="#112233"))
    assert (shape.width, shape.height) == (1_828_800, 0)


def test_the_opacity_of_a_fill_is_written_and_drawn() -> None:
    mark = Shape("Mark", PLACE, "ellipse", "A mark.", fill="#112233", opacity=0.25)
    found = shapes(TRIANGLE, mark, replace(mark, opacity=1))
    alphas = [[one.get("val") for one in shape.element.xpath("./p:spPr//a:alpha")] for shape in found]
    assert alphas == [["50000"], ["25000"], []]
    preview = drawn(TRIANGLE, mark, replace(mark, opacity=1))
    seen = [one.get("fill-opacity") for one in preview.iter() if one.get("fill") == "#112233"]
    assert seen == ["0.5", "0.25", None]


def test_a_text_that_does_not_wrap_stays_on_its_line() -> None:
    narrow = replace(BOX, place=Place(1, 2, 1, 1))
    both = (narrow, replace(narrow, wrap=False))
    assert [shape.element.xpath(".//a:bodyPr")[0].get("wrap") for shape in shapes(*both)] == ["square", "none"]
    lines = [["".join(text.itertext()) for text in drawn(one).iter(f"{SVG}text")][1:] for one in both]
    assert [lines[0][0], lines[1]] == ["Salt of the", ["Salt of the Upper Vale, and of the Lower"]]


def test_what_is_in_a_group_keeps_its_place_on_the_slide() -> None:
    (group,) = shapes(GROUP)
    (frame,) = group.element.xpath("./p:grpSpPr/a:xfrm")
    assert [dict(part.attrib) for part in frame] == [
        {"x": "914400", "y": "1828800"}, {"cx": "2743200", "cy": "3657600"},
    ] * 2  # fmt: skip
    piece, box, rim = group.shapes
    assert points(piece) == ((1_828_800, 2_743_200), (914_400, 4_114_800), (2_743_200, 3_657_600))
    assert (box.left, box.top) == (914_400, 1_828_800)
    assert (rim.begin_x, rim.end_y) == (914_400, 5_486_400)


def test_ornaments_of_a_group_are_not_read_out() -> None:
    abouts = shapes(GROUP)[0].element.xpath(".//p:cNvPr")
    told = [(about.get("descr"), [one.get("val") for one in about.iter(f"{ADEC}decorative")]) for about in abouts]
    assert told == [("A dial at a third.", []), ("A piece.", []), ("", ["1"]), ("", ["1"])]


def test_numbers_of_objects_are_given_once_also_within_groups() -> None:
    inner = replace(GROUP, things=(TRIANGLE, COLUMNS))
    page = Presentation(
        BytesIO(written([slide(BOX, replace(GROUP, things=(inner, BOX)), COLUMNS, TRIANGLE)], "Salt", date(2040, 1, 1)))
    ).slides[0]
    numbers = page.shapes.element.xpath(".//p:cNvPr/@id")
    assert len(numbers) == len(set(numbers)) == 1 + 3 + 8


def test_a_chart_in_a_group_stays_a_chart() -> None:
    (group,) = shapes(replace(GROUP, things=(COLUMNS, TRIANGLE)))
    assert [shape.has_chart for shape in group.shapes] == [True, False]


def test_a_group_holds_no_table() -> None:
    table = Table("Matrix", PLACE, ((Cell(((Run("Salt"),),)),),), (3,), (4,), "A table.")
    with pytest.raises(ValueError, match="'Dial' holds a table"):
        shapes(replace(GROUP, things=(table,)))


def test_a_group_has_a_title_in_the_preview() -> None:
    (group,) = drawn(replace(GROUP, alt="<b> & 'salt'")).iter(f"{SVG}g")
    assert group[0].tag == f"{SVG}title"
    assert group[0].text == "<b> & 'salt'"
    assert [len(list(group.iter(f"{SVG}{tag}"))) for tag in ("polygon", "line")] == [1, 1]


def test_things_are_walked_each_group_before_its_own() -> None:
    nested = Group("Outer", PLACE, "All.", (GROUP, TRIANGLE))
    assert [thing.name for thing in every([BOX, nested])] == ["Box", "Outer", "Dial", "Piece", "Box", "Rim", "Piece"]


def test_a_line_knows_its_place() -> None:
    assert Line("Rim", (3, 2), (1, 5), PALETTE.ink, "A rim.").place == (1, 2, 2, 3)
