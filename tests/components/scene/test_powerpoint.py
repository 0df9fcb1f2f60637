"""What slides become in a PowerPoint file: read back with python-pptx and as XML."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from pptx import Presentation
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.presentation import Presentation as Deck

from components.scene.native.frame import source, title_points
from components.scene.native.powerpoint import followed, written
from components.scene.native.template import TEMPLATE, built
from components.scene.text import clean, height, lines
from components.scene.things import (
    PALETTE,
    SOURCE,
    SOURCE_POINTS,
    Cell,
    Columns,
    Line,
    Place,
    Run,
    Shape,
    Slide,
    Table,
    Text,
    Thing,
)

DAY = date(2040, 1, 1)
PLACE = Place(1, 2, 3, 4)
ADDRESS = "http://localhost:8501/volumes?year=2039&data=0123"
STATED = ("Sources: Document A [A04].", "As of 1 Jan 2040 · dataset 0.1.0")
COLUMNS = Columns(
    "Volumes", PLACE, Place(1.5, 2.5, 2, 3), ("Reported",), (600.0,), (600.0,), (600.0,), ("> 600",), (PALETTE.ink,),
    500.0, "Salt cap", 1_000.0, 500.0, "One column.",
)  # fmt: skip


def words(text: str, **look: Any) -> tuple[tuple[Run, ...], ...]:
    return ((Run(text, **look),),)


def slide(*things: Thing, **changes: Any) -> Slide:
    return replace(Slide("gauge", "Salt is above the cap", things, STATED, "“Salt”", ADDRESS), **changes)


def opened(*slides: Slide) -> Deck:
    return Presentation(BytesIO(written(slides, "Salt of the Upper Vale", DAY)))


def object_of(thing: Thing) -> Any:
    """The one thing of a slide, read back."""
    return opened(slide(thing)).slides[0].shapes[1]


def attributes(shape: Any, path: str) -> list[dict[str, str]]:
    return [dict(element.attrib) for element in shape.element.xpath(path)]


def test_a_page_is_16_by_9() -> None:
    deck = opened()
    assert (deck.slide_width, deck.slide_height) == (12_192_000, 6_858_000)


def test_a_deck_without_slides_opens() -> None:
    assert len(opened().slides) == 0


def test_the_template_is_what_the_script_builds() -> None:
    assert TEMPLATE.read_bytes() == built()


def test_objects_stand_in_reading_order_with_names() -> None:
    page = opened(
        slide(Text("Box", PLACE, words("Salt"), "Says salt."), COLUMNS, Shape("Dot", PLACE, "ellipse", "A dot."))
    )
    names = [shape.name for shape in page.slides[0].shapes]
    assert names == ["Title", "Box", "Volumes", "Dot", "Sources", "Slide number"]


def test_every_object_has_its_alternative_text() -> None:
    page = opened(slide(Text("Box", PLACE, words("Salt"), 'Says "salt" & <pepper>.'), COLUMNS)).slides[0]
    told = [shape.element.xpath(".//p:cNvPr")[0].get("descr") for shape in page.shapes]
    assert told == [
        "Salt is above the cap",
        'Says "salt" & <pepper>.',
        "One column.",
        "Sources, the day and the version of what is shown, and a link to the view it comes from.",
        "The number of this slide.",
    ]


def test_the_numbers_of_objects_are_given_once() -> None:
    page = opened(slide(Text("Box", PLACE, words("Salt"), "Salt."), COLUMNS, Shape("Dot", PLACE, "ellipse", "Dot.")))
    numbers = [shape.shape_id for shape in page.slides[0].shapes]
    assert len(set(numbers)) == len(numbers) == 6


def test_the_title_stands_in_the_title_placeholder() -> None:
    assert [page.shapes.title.text for page in opened(slide(), slide(title="Vale")).slides] == [
        "Salt is above the cap",
        "Vale",
    ]


def test_a_short_title_keeps_its_size() -> None:
    assert title_points("Salt is above the cap") == 26


def test_a_title_of_wide_letters_is_made_smaller_until_its_place_holds_it() -> None:
    title = "소" * 55
    assert title_points(title) == 18
    assert len(lines(title, 12.13, 18, bold=True)) == 2


def test_a_text_box_wraps_and_never_changes_size() -> None:
    box = object_of(Text("Box", PLACE, words("Salt"), "Salt.", anchor="middle"))
    inset = {"lIns": "45720", "tIns": "45720", "rIns": "45720", "bIns": "45720"}
    assert attributes(box, ".//a:bodyPr") == [{"wrap": "square", "rtlCol": "0", "anchor": "ctr"} | inset]
    assert len(box.element.xpath(".//a:bodyPr/a:noAutofit")) == 1
    assert (box.left, box.top, box.width, box.height) == (914_400, 1_828_800, 2_743_200, 3_657_600)


def test_runs_keep_their_look() -> None:
    box = object_of(
        Text("Box", PLACE, ((Run("Salt "), Run("above", True, PALETTE.limit, 20.0)),), "Salt.", align="right")
    )
    plain, loud = box.text_frame.paragraphs[0].runs
    assert (plain.text, plain.font.size.pt, plain.font.bold) == ("Salt ", 14, None)
    assert (loud.text, loud.font.size.pt, loud.font.bold) == ("above", 20, True)
    assert [run.font.color.theme_color for run in (plain, loud)] == [MSO_THEME_COLOR.TEXT_1, MSO_THEME_COLOR.ACCENT_2]
    assert attributes(box, ".//a:pPr") == [{"algn": "r"}]


def test_signs_have_a_font_that_holds_them() -> None:
    box = object_of(Text("Box", PLACE, words("▲ odd\n↗ cited", bold=True), "Signs."))
    (paragraph,) = box.text_frame.paragraphs
    assert paragraph.text == "▲ odd\v↗ cited"
    assert [(run.text, run.font.name) for run in paragraph.runs] == [
        ("▲", "Segoe UI Symbol"), (" odd", None), ("↗", "Segoe UI Symbol"), (" cited", None),
    ]  # fmt: skip


def test_texts_say_their_language() -> None:
    box = object_of(Text("Box", PLACE, words("Salt"), "Salt."))
    assert [look["lang"] for look in attributes(box, ".//a:rPr")] == ["en-GB"]


def test_a_line_break_stays_one_and_control_characters_go() -> None:
    box = object_of(
        Text("Box", PLACE, words("Salt\x00 of\r\nthe\x0bVale\x1b\ufffe <b>&amp;"), "Salt\x07\nof the Vale.")
    )
    assert box.text_frame.text == "Salt of\vthe\vVale <b>&amp;"
    assert box.element.xpath(".//p:cNvPr")[0].get("descr") == "Salt of the Vale."


@pytest.mark.parametrize("letters", ["Salt", "소금\tСоль", "\U0001f9c2"])
def test_letters_of_the_world_and_tabs_are_kept(letters: str) -> None:
    assert clean(letters) == letters


def test_halves_of_characters_go() -> None:
    assert clean("Salt\ud83e") == "Salt"


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://example.invalid/a?b=1&c=%20#d", "https://example.invalid/a?b=1&c=%20#d"),
        ("https://example.invalid/<script> 소", "https://example.invalid/%3Cscript%3E%20%EC%86%8C"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("//example.invalid/", ""),
        ("http://", ""),
        ("http://[", ""),
        ("https://example.invalid/" + "a" * 2_000, ""),
    ],
)
def test_only_web_addresses_are_followed(address: str, kept: str) -> None:
    assert followed(address) == kept


def test_a_run_leads_to_its_address_and_to_no_other_kind() -> None:
    runs = (Run("open", link="https://example.invalid/?a=1&b=2"), Run("do not", link="javascript:alert(1)"))
    box = object_of(Text("Box", PLACE, (runs,), "Two."))
    assert [run.hyperlink.address for run in box.text_frame.paragraphs[0].runs] == [
        "https://example.invalid/?a=1&b=2",
        None,
    ]


@pytest.mark.parametrize(
    ("form", "preset"),
    [("rectangle", "rect"), ("ellipse", "ellipse"), ("triangle", "triangle"), ("chevron", "chevron")],
)
def test_shapes_are_native(form: Any, preset: str) -> None:
    shape = object_of(Shape("Mark", PLACE, form, "A mark.", outline=PALETTE.limit, line_points=2, dash="dot", turn=-90))
    assert attributes(shape, ".//a:prstGeom") == [{"prst": preset}]
    assert shape.rotation == 270
    assert attributes(shape, ".//a:ln") == [{"w": "25400", "cap": "flat"}]
    assert attributes(shape, ".//a:prstDash") == [{"val": "sysDot"}]
    assert len(shape.element.xpath("./p:spPr/a:noFill")) == 1


def test_a_filled_shape_has_no_outline_of_its_own() -> None:
    shape = object_of(Shape("Mark", PLACE, "ellipse", "A mark.", fill=PALETTE.limit))
    assert shape.fill.fore_color.theme_color == MSO_THEME_COLOR.ACCENT_2
    assert len(shape.element.xpath(".//a:ln/a:noFill")) == 1


@pytest.mark.parametrize("label", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_the_sheet_of_a_chart_keeps_what_looks_like_a_formula_as_text(label: str) -> None:
    package = ZipFile(BytesIO(written((slide(replace(COLUMNS, labels=(label,), limit_name=label)),), "Salt", DAY)))
    (name,) = (part for part in package.namelist() if part.endswith(".xlsx"))
    book = ZipFile(BytesIO(package.read(name)))
    assert f"<t>{label}</t>" in book.read("xl/sharedStrings.xml").decode()
    assert b"<f" not in book.read("xl/worksheets/sheet1.xml").replace(b"<format", b"")


def test_a_line_runs_from_its_start_to_its_end() -> None:
    line = object_of(Line("Rising", (1, 3), (2, 2.5), PALETTE.limit, "A line.", points=3, dash="dash"))
    assert (line.begin_x, line.begin_y, line.end_x, line.end_y) == (914_400, 2_743_200, 1_828_800, 2_286_000)
    assert attributes(line, ".//a:prstDash") == [{"val": "dash"}]


def test_a_table_is_a_table_with_a_head() -> None:
    rows = (
        (Cell(words("Question")), Cell(words("Reading"))),
        (Cell(words("Salt")), Cell(words("="), fill=PALETTE.within)),
    )
    table = object_of(Table("Matrix", PLACE, rows, (2, 1), (1.5, 2.5), "A table.")).table
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["Question", "Reading"], ["Salt", "="]]
    assert (table.first_row, table.horz_banding) == (True, False)
    assert [column.width for column in table.columns] == [1_828_800, 914_400]
    assert [row.height for row in table.rows] == [1_371_600, 2_286_000]
    assert str(table.cell(1, 1).fill.fore_color.theme_color) == "TEXT_2 (15)"
    assert table.cell(1, 0).margin_left == 45_720


def test_the_style_of_tables_stands_in_the_template() -> None:
    frame = object_of(Table("Matrix", PLACE, ((Cell(words("Question")),),), (3,), (4,), "A table."))
    (style,) = frame.element.xpath(".//a:tableStyleId/text()")
    assert f'styleId="{style}"' in ZipFile(TEMPLATE).read("ppt/tableStyles.xml").decode()


def test_sources_end_in_the_link_to_the_view() -> None:
    runs = [run for shape in opened(slide()).slides[0].shapes if shape.name == "Sources"
            for paragraph in shape.text_frame.paragraphs for run in paragraph.runs]  # fmt: skip
    assert [run.text for run in runs] == [STATED[0], f"{STATED[1]} · ", "Open this view"]
    assert [run.hyperlink.address for run in runs] == [None, None, ADDRESS]


@pytest.mark.parametrize(
    ("given", "link"),
    [
        (STATED, ADDRESS),
        (("Sources: " + "Document A [A04], " * 60, STATED[1]), ADDRESS),
        ((STATED[0], "Cap: " + "all suppliers together, " * 60), ADDRESS),
        (("Sources: " + "A [A04], " * 90, "Cap: " + "everybody together, " * 90), ADDRESS),
        (("소" * 900, "금" * 900), ADDRESS),
        (("Sources: none.",), ADDRESS),
        ((), ADDRESS),
        ((), ""),
        (STATED, ""),
    ],
)
def test_sources_are_three_lines_at_most_and_never_lose_the_link(given: Sequence[str], link: str) -> None:
    box = source(slide(source=tuple(given), link=link))
    told = ["".join(run.text for run in paragraph) for paragraph in box.paragraphs]
    assert sum(len(lines(text, SOURCE.width, SOURCE_POINTS)) for text in told) <= 3
    assert height(box.paragraphs, SOURCE.width, SOURCE_POINTS) <= SOURCE.height
    assert told[-1].endswith("Open this view") == bool(link)


def test_short_sources_are_whole() -> None:
    assert source(slide()).paragraphs[1][0].text == "As of 1 Jan 2040 · dataset 0.1.0 · "


def test_slides_carry_their_number_as_a_field() -> None:
    boxes = [page.shapes[-1] for page in opened(slide(), slide()).slides]
    assert [box.text_frame._txBody.xpath(".//a:fld/a:t/text()") for box in boxes] == [["1"], ["2"]]
    assert [attributes(box, ".//a:fld")[0]["type"] for box in boxes] == ["slidenum", "slidenum"]


def test_notes_are_whole_with_their_line_breaks() -> None:
    notes = "[A04] Document A: “over\none & a half\r\nmillion” <b>\n\n" + "Salt. " * 2_000
    page = opened(slide(notes=notes)).slides[0]
    assert page.notes_slide.notes_text_frame.text == notes.replace("\r\n", "\n")


def test_a_slide_without_notes_has_no_page_for_them() -> None:
    assert [page.has_notes_slide for page in opened(slide(notes=""), slide()).slides] == [False, True]


def test_the_file_says_what_it_is_and_not_when_it_was_made() -> None:
    about = opened(slide()).core_properties
    assert (about.title, about.author, about.language) == ("Salt of the Upper Vale", "Barrelwatch", "en-GB")
    assert (f"{about.created:%Y-%m-%d %H:%M}", f"{about.modified:%Y-%m-%d %H:%M}") == ("2040-01-01 00:00",) * 2


def test_a_long_title_of_a_deck_is_cut() -> None:
    about = Presentation(BytesIO(written((), "Salt\n" * 100, DAY))).core_properties
    assert about.title.startswith("Salt Salt") and len(about.title) <= 255


def test_every_part_of_the_file_is_dated_as_of_the_day() -> None:
    package = ZipFile(BytesIO(written((slide(COLUMNS),), "Salt", DAY)))
    assert {part.date_time for part in package.infolist()} == {(2040, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(("day", "dated"), [(date.min, (1980, 1, 1)), (date.max, (2107, 12, 31))])
def test_a_day_that_no_file_can_name_is_moved_to_the_nearest(day: date, dated: tuple[int, int, int]) -> None:
    package = ZipFile(BytesIO(written((slide(),), "Salt", day)))
    assert {part.date_time[:3] for part in package.infolist()} == {dated}


def test_two_runs_give_the_same_bytes() -> None:
    slides = [slide(COLUMNS, Text("Box", PLACE, words("Salt", link=ADDRESS), "Salt."))] * 3
    assert written(slides, "Salt", DAY) == written(slides, "Salt", DAY)
