"""Heads of tables: whole where their column has room for them, and drawn as they were measured."""

from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from components.scene.native.template import TEMPLATE
from components.scene.ruled import head
from components.scene.svg import svg
from components.scene.text import lines
from components.scene.things import Cell, Place, Run, Slide, Table, every
from components.slides.deck import slides
from tests.components.slides.views import view_named

SVG = "{http://www.w3.org/2000/svg}"
MOST = 4  # lines: a name, and three of what a document is


@pytest.mark.parametrize("case", ["own", "own with the record", "second case", "second case with the record"])
def test_no_head_is_cut_and_none_is_higher_than_it_may_be(case: str) -> None:
    tables = [thing for slide in slides(view_named(case)) for thing in every(slide.things) if isinstance(thing, Table)]
    assert len(tables) > 5
    for table in tables:
        for cell, width in zip(table.rows[0], table.widths, strict=True):
            told = ["".join(run.text for run in paragraph) for paragraph in cell.paragraphs]
            looks = [(paragraph[0].points or table.points, paragraph[0].bold) for paragraph in cell.paragraphs]
            assert not any("…" in text for text in told), table.name
            assert sum(len(lines(text, width, *look)) for text, look in zip(told, looks, strict=True)) <= MOST


def test_a_head_of_three_lines_is_whole() -> None:
    (cell,) = head(["In none of these periods"], [0.9], 12.0)
    assert [run.text for part in cell.paragraphs for run in part] == ["In none of these periods"]


def test_the_style_of_tables_makes_no_word_bold() -> None:
    assert 'b="on"' not in ZipFile(TEMPLATE).read("ppt/tableStyles.xml").decode()


def test_a_plain_word_in_a_head_is_drawn_plain() -> None:
    row = (Cell(((Run("Document A", bold=True),), (Run("undated"),))),)
    root = ElementTree.fromstring(
        svg(Slide("comparison", "Salt", (Table("T", Place(1, 2, 3, 1), (row,), (3,), (1,), "A."),), (), ""))
    )
    weights = {"".join(part.itertext()): part.get("font-weight") for part in root.iter(f"{SVG}tspan")}
    assert (weights["Document A"], weights["undated"]) == ("bold", None)
