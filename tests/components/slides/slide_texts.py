"""What stands on slides, to compare with: paragraphs of text boxes, cells of tables, shapes and charts by name."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from components.scene.things import Columns, Cumulative, Shape, Slide, Table, Text, every
from components.slides.view import View
from data.estimate.result import Estimate, estimate
from data.models.assumptions import Settings
from tests.components.slides.views import view_named

view = cache(view_named)


def text_named(slide: Slide, name: str) -> Text:
    return next(thing for thing in every(slide.things) if isinstance(thing, Text) and thing.name == name)


def lines(slide: Slide, name: str) -> list[str]:
    """The paragraphs of a text box."""
    return ["".join(run.text for run in paragraph) for paragraph in text_named(slide, name).paragraphs]


def rows(slide: Slide, name: str) -> list[tuple[str, ...]]:
    """What stands in the cells of a table."""
    table = next(thing for thing in every(slide.things) if isinstance(thing, Table) and thing.name == name)
    return [tuple(run.text for one in row for part in one.paragraphs for run in part) for row in table.rows]


def told(slide: Slide) -> Iterator[str]:
    """Every paragraph and every cell of a slide."""
    for thing in every(slide.things):
        if isinstance(thing, Text):
            yield from lines(slide, thing.name)
        if isinstance(thing, Table):
            yield from (text for row in rows(slide, thing.name) for text in row)


def under(name: str, settings: Settings) -> View:
    """A case with an estimate under a reader's settings."""
    result = estimate(view(name).evidence, settings, draws=2_000)
    assert isinstance(result, Estimate)
    return replace(view(name), estimate=result)


def judged(slide: Slide) -> list[tuple[str, str, str]]:
    """What each statement is about, its short answer, and the sentence."""
    numbers = range(1, 1 + sum(thing.name.endswith(", in short") for thing in every(slide.things)))
    return [
        (*lines(slide, f"Judgement {number}, in short"), *lines(slide, f"Judgement {number}"))  # type: ignore[misc]
        for number in numbers
    ]


def texts_of(slide: Slide) -> dict[str, str]:
    """What the text boxes of a slide say, by their names."""
    return {
        thing.name: "\n".join("".join(run.text for run in paragraph) for paragraph in thing.paragraphs)
        for thing in every(slide.things)
        if isinstance(thing, Text)
    }


def words_of(slide: Slide) -> list[str]:
    """What each text box of a slide says, in the order in which they are drawn."""
    return [
        "\n".join("".join(run.text for run in paragraph) for paragraph in thing.paragraphs)
        for thing in every(slide.things)
        if isinstance(thing, Text)
    ]


def shapes_of(slide: Slide, name: str) -> list[Shape]:
    return [thing for thing in every(slide.things) if isinstance(thing, Shape) and thing.name == name]


def columns_of(slide: Slide) -> Columns:
    return next(thing for thing in every(slide.things) if isinstance(thing, Columns))


def cumulative_of(slide: Slide) -> Cumulative:
    return next(thing for thing in every(slide.things) if isinstance(thing, Cumulative))
