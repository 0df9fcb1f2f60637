"""The whole briefing: what every slide of every part keeps to, in the case at hand and in cases that strain it."""

import re
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from io import BytesIO
from itertools import combinations
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from pptx import Presentation

from components.scene.text import LINE, height
from components.scene.things import (
    CONTENT,
    SMALL_POINTS,
    Columns,
    Cumulative,
    Group,
    Place,
    Shape,
    Slide,
    Table,
    Text,
    every,
)
from components.slides.deck import FURTHER, KEYS, PARTS, WHOLES, UnknownPart, deck, slides
from tests.components.scene.chart_schema import problems
from tests.components.scene.slide_schema import SEQUENCES
from tests.components.slides.views import BRIEFED, view_named

Boxed = Text | Table | Columns | Cumulative
HAIR = 0.011  # inches; a hundredth that roundings may cost
QUOTED = re.compile(r"\[(\w+)\] Document (\S+), characters (\d+)–(\d+): “")
EFFECTS = re.compile(r"Shdw|[}]glow|[}]reflection|[}]softEdge|[}]effectRef|[}]style$|[}]scene3d|[}]sp3d")
SLIDE_PART = re.compile(r"ppt/(slides|slideLayouts|slideMasters|notesSlides)/[^/]+\.xml")
NO_NUMBER = re.compile(r"\b(nan|NaN|NaT|inf)\b|\bNone\b(?! of)")

view = cache(view_named)
IN_A_DECK = tuple(key for keys in WHOLES.values() for key in keys)
each_case = pytest.mark.parametrize("case", BRIEFED)


@cache
def slides_of(case: str, key: str) -> tuple[Slide, ...]:
    return slides(view(case), (key,))


@cache
def all_slides(case: str) -> tuple[Slide, ...]:
    """The slides of every part of a deck, one part after the other."""
    return tuple(slide for key in IN_A_DECK for slide in slides_of(case, key))


@cache
def file_of(case: str) -> bytes:
    return deck(view(case))


def boxes(slide: Slide) -> list[Boxed]:
    return [thing for thing in every(slide.things) if isinstance(thing, Text | Table | Columns | Cumulative)]


def texts(slide: Slide) -> Iterator[str]:
    """All that a slide says, alternative texts and notes too."""
    yield from (slide.title, *slide.source, slide.notes)
    for thing in every(slide.things):
        yield thing.alt
        if isinstance(thing, Text):
            yield from ("".join(run.text for run in paragraph) for paragraph in thing.paragraphs)
        if isinstance(thing, Table):
            yield from (run.text for row in thing.rows for cell in row for part in cell.paragraphs for run in part)


def meet(one: Place, other: Place) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across > HAIR and down > HAIR


def too_high(text: Text) -> bool:
    if not text.wrap:
        sizes = [max((run.points or text.points for run in line), default=text.points) for line in text.paragraphs]
        return sum(sizes) * LINE / 72 > text.place.height + HAIR
    return height(text.paragraphs, text.place.width, text.points) > text.place.height + HAIR


def rows_too_low(table: Table) -> list[int]:
    return [
        number
        for number, (row, tall) in enumerate(zip(table.rows, table.heights, strict=True))
        if any(
            height(cell.paragraphs, width, table.points) > tall + HAIR
            for cell, width in zip(row, table.widths, strict=True)
        )
    ]


def test_the_parts_stand_in_their_order() -> None:
    assert KEYS == (
        "room-answer", "room-gauge", "room-columns", "room-crossing", "room-timeline", "room-sources", "room-doubts",
        "judgements", "gauge", "columns", "years", "crossing", "timeline", "comparison", "method", "sources", "words",
        "notified", "dots", "tornado", "origins",
    )  # fmt: skip
    assert len({part.title for part in PARTS}) == 21


@each_case
def test_each_part_has_slides_of_its_own(case: str) -> None:
    assert {key: {slide.part for slide in slides_of(case, key)} for key in IN_A_DECK} == {
        key: {key} for key in IN_A_DECK
    }


@each_case
def test_titles_are_at_most_55_characters_and_no_two_of_a_part_alike(case: str) -> None:
    titles = [(slide.part, slide.title) for slide in all_slides(case)]
    assert [title for _, title in titles if not 0 < len(title) <= 55] == []
    assert [title for title, times in Counter(titles).items() if times > 1] == []


@each_case
def test_everything_stays_within_the_room_for_it(case: str) -> None:
    beyond = [
        (slide.title, box.name)
        for slide in all_slides(case)
        for box in boxes(slide)
        if box.place.x < CONTENT.x - HAIR
        or box.place.y < CONTENT.y - HAIR
        or box.place.right > CONTENT.right + HAIR
        or box.place.bottom > CONTENT.bottom + HAIR
    ]
    assert beyond == []


@each_case
def test_no_two_boxes_meet(case: str) -> None:
    met = [
        (slide.title, one.name, other.name)
        for slide in all_slides(case)
        for one, other in combinations(boxes(slide), 2)
        if meet(one.place, other.place) and not of_its_line(one, other)
    ]
    assert met == []


def of_its_line(one: Boxed, other: Boxed) -> bool:
    """The label of a line that falls stands at the line's end, in the empty part of its chart."""
    return isinstance(one, Cumulative) and other.name == "What is left"


@each_case
def test_words_fit_into_their_boxes(case: str) -> None:
    boxed = [(slide.title, box) for slide in all_slides(case) for box in boxes(slide)]
    assert [(title, box.name) for title, box in boxed if isinstance(box, Text) and too_high(box)] == []
    assert [(title, box.name) for title, box in boxed if isinstance(box, Table) and rows_too_low(box)] == []


@each_case
def test_tables_fill_their_place(case: str) -> None:
    tables = [box for slide in all_slides(case) for box in boxes(slide) if isinstance(box, Table)]
    off = [
        table.name
        for table in tables
        if abs(sum(table.widths) - table.place.width) > HAIR or abs(sum(table.heights) - table.place.height) > HAIR
    ]
    assert off == []
    assert [table.name for table in tables if {len(row) for row in table.rows} != {len(table.widths)}] == []


@each_case
def test_no_word_is_smaller_than_eleven_points(case: str) -> None:
    small = [
        (slide.title, box.name)
        for slide in all_slides(case)
        for box in boxes(slide)
        if isinstance(box, Text | Table)
        for paragraphs in (
            [box.paragraphs] if isinstance(box, Text) else [cell.paragraphs for row in box.rows for cell in row]
        )
        for paragraph in paragraphs
        for run in paragraph
        if (run.points or box.points) < SMALL_POINTS
    ]
    assert small == []


@each_case
def test_everything_has_a_name_and_says_what_it_is(case: str) -> None:
    things = [thing for slide in all_slides(case) for thing in every(slide.things)]
    told = [thing for slide in all_slides(case) for thing in slide.things if not isinstance(thing, Shape)]
    assert [thing for thing in things if not thing.name.strip()] == []
    assert [thing for thing in told if not thing.alt.strip()] == []


@each_case
def test_no_slide_shows_what_is_no_number(case: str) -> None:
    assert [text for slide in all_slides(case) for text in texts(slide) if NO_NUMBER.search(text)] == []


@each_case
def test_every_slide_names_its_sources_and_opens_its_view(case: str) -> None:
    for slide in all_slides(case):
        assert slide.source
        assert slide.link.startswith("https://example.invalid/")
        assert slide.notes.strip()


@each_case
def test_the_quotes_of_the_notes_stand_in_the_texts(case: str) -> None:
    documents = {document.label: document.text for document in view(case).evidence.documents}
    notes = [slide.notes for slide in all_slides(case)]
    astray = [
        found.group()
        for text in notes
        for found in QUOTED.finditer(text)
        if not text.startswith(f"{documents[found[2]][int(found[3]) : int(found[4])]}”", found.end())
    ]
    assert astray == []


def test_the_notes_of_the_own_case_quote_its_claims() -> None:
    quoted = {found[1] for slide in all_slides("own") for found in QUOTED.finditer(slide.notes)}
    assert {"A04", "A14", "B04", "B05"} <= quoted


@pytest.mark.parametrize("case", ["own", "second case", "hostile texts", "no documents"])
def test_every_further_figure_of_a_page_has_a_slide_of_its_own(case: str) -> None:
    for part in FURTHER:
        found = slides_of(case, part.key)
        assert {slide.part for slide in found} == {part.key}
        assert [slide.title for slide in found if not 0 < len(slide.title) <= 55 or not slide.notes.strip()] == []


def test_slides_come_in_the_order_asked_for_and_once() -> None:
    asked = ("words", "gauge", "words", "judgements")
    assert [slide.part for slide in slides(view("own"), asked)] == ["words", "gauge", "judgements"]


def test_a_part_that_there_is_not_is_named_plainly() -> None:
    with pytest.raises(UnknownPart) as refused:
        slides(view("own"), ("gauge", "gadget"))
    assert str(refused.value) == (
        "There is no slide 'gadget'. There are: room, appendix, room-answer, room-gauge, room-columns, room-crossing, "
        "room-timeline, room-sources, room-doubts, "
        "judgements, gauge, columns, years, crossing, timeline, comparison, method, sources, words, "
        "notified, dots, tornado, origins."
    )
    assert isinstance(refused.value, KeyError)


@each_case
def test_the_file_holds_every_slide_in_order(case: str) -> None:
    shown = Presentation(BytesIO(file_of(case)))
    told = [slide.title for slide in all_slides(case) if not slide.empty]
    assert [page.shapes.title.text for page in shown.slides] == told


@each_case
def test_every_object_of_the_file_has_a_name_and_alternative_text(case: str) -> None:
    shown = Presentation(BytesIO(file_of(case)))
    abouts = [about for page in shown.slides for shape in page.shapes for about in shape.element.xpath(".//p:cNvPr")]
    assert len(abouts) > 15
    assert [about.get("id") for about in abouts if not about.get("name")] == []
    assert [about.get("id") for about in abouts if not about.get("descr") and not len(about)] == []


@each_case
def test_a_screen_reader_stops_once_at_a_figure(case: str) -> None:
    things = [thing for slide in all_slides(case) for thing in slide.things]
    assert {type(thing).__name__ for thing in things} <= {"Group", "Text", "Table", "Shape"}
    assert [thing.name for thing in things if isinstance(thing, Shape) and thing.alt] == []
    assert [held.name for thing in things if isinstance(thing, Group) for held in thing.things if held.alt] == []


@each_case
def test_every_part_of_the_file_is_sound_xml_without_effects(case: str) -> None:
    package = ZipFile(BytesIO(file_of(case)))
    parts = [name for name in package.namelist() if name.endswith((".xml", ".rels"))]
    elements = [element for name in parts for element in ElementTree.fromstring(package.read(name)).iter()]
    assert [element.tag for element in elements if EFFECTS.search(element.tag)] == []


@each_case
def test_slides_layouts_masters_and_notes_stand_in_the_order_of_the_schema(case: str) -> None:
    package = ZipFile(BytesIO(file_of(case)))
    parts = [name for name in package.namelist() if SLIDE_PART.fullmatch(name)]
    assert len(parts) > 10
    wrong = {(name, told) for name in parts for told in problems(ElementTree.fromstring(package.read(name)), SEQUENCES)}
    assert wrong == set()


def test_a_text_before_the_form_of_its_box_is_out_of_the_order_of_the_schema() -> None:
    box = ElementTree.fromstring("<sp><nvSpPr><cNvPr/><cNvSpPr/><nvPr/></nvSpPr><txBody/><spPr/></sp>")
    told = problems(box, SEQUENCES)
    assert "sp: the order is ['nvSpPr', 'txBody', 'spPr']" in told


@each_case
def test_what_the_file_leads_to_outside_is_on_the_web(case: str) -> None:
    package = ZipFile(BytesIO(file_of(case)))
    relations = [
        dict(relation.attrib)
        for name in package.namelist()
        if name.endswith(".rels")
        for relation in ElementTree.fromstring(package.read(name))
    ]
    outside = [relation["Target"] for relation in relations if relation.get("TargetMode") == "External"]
    assert outside
    assert [target for target in outside if not target.startswith(("https://", "http://"))] == []


@each_case
def test_what_is_packed_into_charts_holds_no_formula(case: str) -> None:
    package = ZipFile(BytesIO(file_of(case)))
    books = [ZipFile(BytesIO(package.read(name))) for name in package.namelist() if name.endswith(".xlsx")]
    sheets = [book.read(name) for book in books for name in book.namelist() if "worksheets/sheet" in name]
    assert [sheet for sheet in sheets if b"<f>" in sheet or b"<f " in sheet] == []


def test_two_decks_of_the_same_evidence_have_the_same_bytes() -> None:
    assert deck(view_named("long texts")) == file_of("long texts")


def test_two_readers_at_once_get_the_same_bytes_as_one_before() -> None:
    with ThreadPoolExecutor(2) as readers:
        made = list(readers.map(lambda _: deck(view("own")), range(2)))
    assert set(made) == {file_of("own")}
