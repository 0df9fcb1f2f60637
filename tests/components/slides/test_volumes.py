"""The slides on volumes in every state: nothing leaves its room, meets another, is cut too soon, or is no number."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations

import pytest

from components.scene.native.powerpoint import written
from components.scene.svg import svg
from components.scene.text import LINE, POINTS_PER_INCH, height, inches
from components.scene.things import (
    CONTENT,
    SMALL_POINTS,
    Columns,
    Cumulative,
    Line,
    Path,
    Place,
    Shape,
    Slide,
    Text,
    every,
)
from components.slides import gauge
from components.slides import volumes as columns
from components.slides.modelled import crossing
from tests.components.slides.volumes_states import STATES, view_in

HAIR = 0.011  # inches
NO_NUMBER = re.compile(r"\b(nan|NaN|NaT|inf)\b|\bNone\b")
RANGED = re.compile(r"almost no chance|unlikely|even chance|likely|almost certain")
each_state = pytest.mark.parametrize("state", STATES)


@cache
def slides_in(state: str) -> list[Slide]:
    view = view_in(state)
    return [*gauge.slides(view), *columns.slides(view), *crossing.slides(view)]


def boxes(slide: Slide) -> list[Text | Columns | Cumulative]:
    return [thing for thing in every(slide.things) if isinstance(thing, Text | Columns | Cumulative)]


def on_its_chart(chart: Text | Columns | Cumulative, label: Text | Columns | Cumulative) -> bool:
    """True for the words at the end of a line within its plot, which stand over it as a label of the chart would."""
    if not isinstance(chart, Cumulative) or label.name != "What is left":
        return False
    plot, place = chart.plot, label.place
    return plot.x <= place.x and place.right <= plot.right + HAIR and place.bottom <= plot.bottom + HAIR


def said(slide: Slide) -> Iterator[str]:
    yield slide.title
    for thing in every(slide.things):
        if isinstance(thing, Text):
            yield from ("".join(run.text for run in paragraph) for paragraph in thing.paragraphs)
        if isinstance(thing, Columns):
            yield from (*thing.labels, *thing.said)


def fits(text: Text) -> bool:
    """True if words stand within their box; where they do not wrap, that is as large as their lines."""
    if text.wrap:
        return height(text.paragraphs, text.place.width, text.points) <= text.place.height + HAIR
    wide = max(sum(inches(run.text, run.points or text.points, run.bold) for run in part) for part in text.paragraphs)
    high = sum(max(run.points or text.points for run in part) for part in text.paragraphs) * LINE / POINTS_PER_INCH
    return wide <= text.place.width + HAIR and high <= text.place.height + HAIR


def within(place: Place) -> bool:
    return (
        place.x >= CONTENT.x - HAIR
        and place.y >= CONTENT.y - HAIR
        and place.right <= CONTENT.right + HAIR
        and place.bottom <= CONTENT.bottom + HAIR
    )


def meet(one: Place, other: Place) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    return across > HAIR and min(one.bottom, other.bottom) - max(one.y, other.y) > HAIR


@each_state
def test_there_are_three_slides_with_titles_that_fit(state: str) -> None:
    assert [slide.part for slide in slides_in(state)] == ["gauge", "columns", "crossing"]
    assert [slide.title for slide in slides_in(state) if not 10 < len(slide.title) <= 55] == []


@each_state
def test_no_title_is_cut(state: str) -> None:
    assert [slide.title for slide in slides_in(state) if "…" in slide.title] == []


@each_state
def test_no_box_leaves_the_room_for_it(state: str) -> None:
    assert [box.name for slide in slides_in(state) for box in boxes(slide) if not within(box.place)] == []


@each_state
def test_no_mark_that_is_seen_leaves_the_room_for_it(state: str) -> None:
    things = [thing for slide in slides_in(state) for thing in every(slide.things)]
    assert [thing.name for thing in things if isinstance(thing, Shape | Line | Path) and not within(thing.place)] == []


@each_state
def test_no_two_boxes_meet(state: str) -> None:
    pairs = [pair for slide in slides_in(state) for pair in combinations(boxes(slide), 2) if not on_its_chart(*pair)]
    assert [(one.name, other.name) for one, other in pairs if meet(one.place, other.place)] == []


@each_state
def test_every_text_fits_into_its_box(state: str) -> None:
    texts = [box for slide in slides_in(state) for box in boxes(slide) if isinstance(box, Text)]
    assert [text.paragraphs for text in texts if not fits(text)] == []


@each_state
def test_no_text_is_smaller_than_eleven_points(state: str) -> None:
    sizes = {
        run.points or box.points
        for slide in slides_in(state)
        for box in boxes(slide)
        if isinstance(box, Text)
        for paragraph in box.paragraphs
        for run in paragraph
    }
    assert min(sizes) >= SMALL_POINTS


@each_state
def test_what_is_not_known_is_never_written_as_a_number(state: str) -> None:
    told = [
        words for slide in slides_in(state) for words in (*said(slide), *(thing.alt for thing in every(slide.things)))
    ]
    assert [words for words in told if NO_NUMBER.search(words)] == []


@each_state
def test_everything_has_an_alternative_text_that_says_something(state: str) -> None:
    # What stands in a group is an ornament, which the group's own text stands for; a bar beside words is one too.
    things = [thing for slide in slides_in(state) for thing in slide.things if not isinstance(thing, Shape)]
    assert [thing.name for thing in things if not thing.alt.strip(" .:")] == []


@each_state
def test_a_likelihood_never_stands_without_its_range_nor_beside_a_confidence(state: str) -> None:
    told = [words for slide in slides_in(state) for words in said(slide)]
    assert [
        words for words in told if RANGED.search(words) and not re.search(r"\((\d+–\d+|over 99|under 1)%\)", words)
    ] == []
    assert [words for words in told if "confiden" in words.lower()] == []


@each_state
def test_a_power_point_file_and_a_preview_can_be_made(state: str) -> None:
    slides = slides_in(state)
    assert written(slides, state, view_in(state).evidence.case.as_of).startswith(b"PK")
    assert all(svg(slide).startswith("<svg") for slide in slides)


@each_state
def test_each_slide_leads_back_to_its_view(state: str) -> None:
    paths = [slide.link.partition("?")[0] for slide in slides_in(state)]
    assert paths == [f"https://example.invalid/{page}" for page in ("volumes", "volumes", "estimate")]
