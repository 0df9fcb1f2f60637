"""Nothing of any slide reaches outside it, however it is turned and however thick its line is."""

from collections.abc import Iterator
from functools import cache
from math import cos, radians, sin

import pytest

from components.scene.text import INSET, inches
from components.scene.things import HEIGHT, WIDTH, Line, Path, Place, Run, Shape, Text, Thing, every
from components.slides.deck import slides
from tests.components.slides.views import BRIEFED, view_named

HAIR = 0.001  # inches
# What still reaches outside, by slide and form. The list must shrink with it: one that is no longer there is a failure.
KNOWN: set[tuple[str, str]] = set()
DECKS = (*BRIEFED, "second case with the record")


def extent(thing: Thing) -> Place:
    """The rectangle around what is drawn of a thing, in inches; half of a line's thickness lies outside its place."""
    x, y, width, height = thing.place
    if isinstance(thing, Shape):
        cosine, sine = abs(cos(radians(thing.turn))), abs(sin(radians(thing.turn)))
        wide, tall = width * cosine + height * sine, width * sine + height * cosine
        x, y, width, height = x + (width - wide) / 2, y + (height - tall) / 2, wide, tall
    if isinstance(thing, Text) and not thing.wrap:
        wide = max(
            sum(inches(run.text, run.points or thing.points, run.bold) for run in part) for part in thing.paragraphs
        )
        over = max(wide + 2 * INSET - width, 0.0)
        x, width = x - over * {"left": 0.0, "center": 0.5, "right": 1.0}[thing.align], width + over
    around = stroke(thing) / 72 / 2
    return Place(x - around, y - around, width + 2 * around, height + 2 * around)


def stroke(thing: Thing) -> float:
    if isinstance(thing, Line):
        return thing.points
    return thing.line_points if isinstance(thing, Shape | Path) and thing.outline else 0.0


def outside(place: Place) -> bool:
    return min(place.x, place.y) < -HAIR or place.right > WIDTH + HAIR or place.bottom > HEIGHT + HAIR


@cache
def astray(case: str) -> list[tuple[str, str, str]]:
    """Part, form and name of everything in a case that reaches outside its slide."""
    return [
        (slide.part, thing.form if isinstance(thing, Shape) else type(thing).__name__, thing.name)
        for slide in slides(view_named(case))
        for thing in every(slide.things)
        if outside(extent(thing))
    ]


def kinds(case: str) -> Iterator[tuple[str, str]]:
    yield from ((part, form) for part, form, _ in astray(case))


@pytest.mark.parametrize("case", DECKS)
def test_nothing_reaches_outside_the_slide(case: str) -> None:
    assert [one for one in astray(case) if one[:2] not in KNOWN] == []


def test_what_is_known_to_reach_outside_still_does() -> None:
    assert {kind for case in DECKS for kind in kinds(case)} == KNOWN


@pytest.mark.parametrize(
    ("thing", "beyond"),
    [
        (
            Line("Rim", (0, 0.02), (WIDTH, 0.02), "#112233", "A rim.", points=2),
            True,
        ),
        (Line("Rim", (0.5, 0.02), (9, 0.02), "#112233", "A rim.", points=2), False),
        (Line("Rim", (0.5, 0.02), (9, 0.02), "#112233", "A rim.", points=4), True),
        (Shape("Bar", Place(1, 0, 1, 1), "rectangle", "A bar."), False),
        (Shape("Bar", Place(1, 0, 3, 1), "rectangle", "A bar.", turn=90), True),
        (Path("Piece", ((1, 1), (2, 7.51)), "A piece.", closed=False), True),
        (Text("Words", Place(13, 1, 0.3, 0.3), ((Run("Salt of the Upper Vale"),),), "Salt."), False),
        (Text("Words", Place(13, 1, 0.3, 0.3), ((Run("Salt of the Upper Vale"),),), "Salt.", wrap=False), True),
        (Text("Words", Place(13, 1, 0.3, 0.3), ((Run("Salt"),),), "Salt.", align="right", wrap=False), False),
    ],
)
def test_what_is_turned_or_thick_counts_as_it_is_drawn(thing: Thing, beyond: bool) -> None:
    assert outside(extent(thing)) == beyond
