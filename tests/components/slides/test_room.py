"""The slides for a room: few words in large type, a finding in every title, and nothing where there is nothing."""

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from lxml.etree import _Element
from pptx import Presentation
from pptx.oxml import parse_xml

from components.scene.things import Columns, Cumulative, Group, Slide, Table, Text, every
from components.slides.deck import deck, slides
from tests.cases.registry import CASES
from tests.components.slides.views import BRIEFED, view_named

ALL = (*BRIEFED, *(name for name in CASES if name not in BRIEFED))
LEAST, MOST_WORDS = 1_800, 99  # hundredths of a point; words of a slide, its sources among them
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
OF_THE_OWN_CASE = [
    "Reported deliveries are more than twice the UN cap",
    "More than 1,000,000 barrels: one document says so",
    "Reported and, all counted, modelled: above the UN cap",
    "All counted, UN cap passed between May and August",
    "Tanker trips since March, treaty in June",
    "27 of the 39 texts collected here go back to one origin",
    "No single assumption, in its range, turns the answer",
]
VERB = re.compile(
    r"\b(is|are|gives?|says?|says so|go(es)? back|rests?|lies?|passed|passes|pass|turns?|could|would|puts?|cover|since|"
    r"on \d+|leaves?|does|above|below|reports?|cannot)\b|\d|: |no \w+",
    re.IGNORECASE,
)


@cache
def room(case: str) -> tuple[Slide, ...]:
    return tuple(slide for slide in slides(view_named(case), ("room",)) if not slide.empty)


def words_on(slide: Slide) -> Iterator[str]:
    """All that a reader sees: title, words of figures and tables, sources, the link behind them, the slide's number."""
    yield from (slide.title, *slide.source, "Open this view", "1")
    for thing in every(slide.things):
        if isinstance(thing, Text):
            yield from ("".join(run.text for run in paragraph) for paragraph in thing.paragraphs)
        if isinstance(thing, Table):
            yield from (run.text for row in thing.rows for cell in row for part in cell.paragraphs for run in part)
        if isinstance(thing, Columns):
            yield from (*thing.labels, *thing.said, *(f"{step}" for step in range(4)))
        if isinstance(thing, Cumulative):
            yield from ("1 Jan 2024" for _ in range(6))


def counted(slide: Slide) -> int:
    return sum(1 for said in words_on(slide) for word in said.split() if re.search(r"\w", word))


@pytest.mark.parametrize("case", ALL)
def test_a_room_reads_less_than_a_hundred_words_a_slide(case: str) -> None:
    assert [(slide.title, counted(slide)) for slide in room(case) if counted(slide) > MOST_WORDS] == []
    assert (
        len({slide.title for slide in room(case)}) >= len(room(case)) - 1
    )  # the answer and its gauge may say the same


@pytest.mark.parametrize("case", ALL)
def test_every_title_for_a_room_is_a_finding(case: str) -> None:
    assert [slide.title for slide in room(case) if not VERB.search(slide.title)] == []


def test_the_own_case_has_seven_findings_for_a_room() -> None:
    assert [slide.title for slide in room("own")] == OF_THE_OWN_CASE


@pytest.mark.parametrize(
    ("case", "parts"),
    [
        ("second case", ["answer", "gauge", "columns", "timeline", "sources", "doubts"]),
        ("no limit", ["answer", "timeline", "sources", "doubts"]),
        ("no number", ["timeline", "sources"]),
        ("no documents", []),
    ],
)
def test_a_case_with_less_to_say_has_fewer_slides_for_a_room(case: str, parts: list[str]) -> None:
    assert [slide.part.removeprefix("room-") for slide in room(case)] == parts


@pytest.mark.parametrize("case", ["own with the record", "second case", "long texts"])
def test_nothing_that_is_written_for_a_room_is_smaller_than_18_points(case: str) -> None:
    file = Presentation(BytesIO(deck(view_named(case), ("room",))))
    assert len(file.slides) == len(room(case))
    small = [
        (page.shapes.title.text, size, "".join(run.itertext()))
        for page in file.slides
        for root in (page.element, *(parse_xml(part.blob) for part in charts_of(page.part)))
        for run, size in sized(root)
        if size < LEAST
    ]
    assert small == []


def charts_of(part: Any) -> Iterator[Any]:
    related = part.rels.values()
    yield from (rel.target_part for rel in related if not rel.is_external and "/chart" in rel.reltype)


def sized(root: _Element) -> Iterator[tuple[_Element, int]]:
    """Every run of text with its size; one without a size of its own is the title's: 26 points, says the master."""
    for tag in ("r", "fld"):
        for run in root.iter(f"{DRAWING}{tag}"):
            yield run, int(run.find(f"{DRAWING}rPr").get("sz", 2_600))
    yield from ((one, int(one.get("sz"))) for one in root.iter(f"{DRAWING}defRPr") if one.get("sz"))


@pytest.mark.parametrize("case", ["own", "second case"])
def test_quotes_stand_in_the_notes_and_figures_are_read_out_once(case: str) -> None:
    for slide in room(case):
        assert "characters" in slide.notes
        assert [thing.name for thing in slide.things if isinstance(thing, Group) and not thing.alt] == []


def test_what_is_left_out_of_a_room_is_said_on_the_slide() -> None:
    said = {slide.part: " ".join(words_on(slide)) for slide in room("own")}
    assert re.search(r"\b1[12] more events in the appendix\.", said["room-timeline"])
    assert "5 more origins" in said["room-sources"]


def test_room_and_appendix_stand_for_their_slides_and_single_ones_still_do() -> None:
    view = view_named("second case")
    kinds = [
        [slide.part for slide in slides(view, keys)] for keys in (("room",), ("appendix",), ("gauge", "room-gauge"))
    ]
    assert all(part.startswith("room-") for part in kinds[0])
    assert not any(part.startswith("room-") for part in kinds[1])
    assert kinds[2] == ["gauge", "room-gauge"]


def test_a_slide_with_nothing_to_say_is_left_out_unless_it_is_all_that_was_asked_for() -> None:
    view = view_named("second case")
    assert "crossing" not in [slide.part for slide in slides(view)]
    assert [slide.title for slide in slides(view, ("crossing",))] == ["When the limit was passed is not modelled"]
    assert [slide.title for slide in slides(view, ("room-crossing",))] == ["There is nothing to show here"]
