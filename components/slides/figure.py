"""A figure on slides: the scene that the page shows, drawn for a slide, in as many parts as it needs."""

from collections.abc import Callable
from typing import NamedTuple

from components.scene.canvas import Look
from components.scene.furniture import SCREEN_WIDTH, Scene
from components.scene.placed import placed, tall
from components.scene.text import cut, height
from components.scene.things import CONTENT, PALETTE, SMALL_POINTS, Group, Paragraph, Place, Run, Text, Thing
from components.slides.view import Matter
from components.slides.words.prose import linked

MOST_LEGEND = 3  # lines
INCH = SCREEN_WIDTH / CONTENT.width  # pixels of a figure that is drawn for a slide


class Drawn(NamedTuple):
    """One part of a figure: what stands on its slide, and what its marks hand over to a click."""

    things: tuple[Thing, ...]
    opens: frozenset[str]


def drawn(
    draw: Callable[[Look], Scene], name: str, alt: str, matter: Matter, below: tuple[Paragraph, ...] = ()
) -> list[Drawn]:
    """The parts of a figure: each below what it shows and above what its marks mean, and some words `below` that."""
    words = draw(_look(1, CONTENT.height)).words
    over, under = _told(words.subtitle, 1), (*_told(words.legend, MOST_LEGEND), *below)
    top, foot = (height(some, CONTENT.width, SMALL_POINTS) if some else 0.0 for some in (over, under))
    room, found, parts = CONTENT._replace(y=CONTENT.y + top, height=CONTENT.height - top - foot), list[Drawn](), 1
    around = (*_text("What is shown", over, CONTENT.y, top), *_text("What the marks mean", under, room.bottom, foot))
    while len(found) < parts:
        scene = draw(_look(len(found) + 1, room.height))
        place = room._replace(height=tall(scene, room))
        figure = Group(name, place, alt, placed(scene, place, lambda text: _opening(text, matter)))
        found.append(Drawn((figure, *around), opens_of(scene)))
        parts = scene.parts
    return found


def opens_of(scene: Scene) -> frozenset[str]:
    """What the marks of a scene hand over to a click."""
    opens = (mark.opens for mark in scene.canvas.marks if hasattr(mark, "opens"))
    return frozenset(behind for one in opens for behind in one.behind or ())


def _look(part: int, room: float) -> Look:
    return Look(PALETTE, part=part, room=room * INCH)


def _opening(text: str, matter: Matter) -> Paragraph:
    """A piece of a label: an id opens what stands behind it, also where it stands alone before its words."""
    claim = text.strip()
    if claim in matter.evidence.claim_by_id:
        return (Run(text, link=matter.links.to("documents", claim=claim)),)
    return linked(text, matter)


def _told(sentence: str, most: int) -> tuple[Paragraph, ...]:
    told = cut(sentence, CONTENT.width, SMALL_POINTS, most)
    return ((Run(told, colour=PALETTE.secondary),),) if told else ()


def _text(name: str, words: tuple[Paragraph, ...], top: float, high: float) -> tuple[Text, ...]:
    if not words:
        return ()
    said = " ".join(run.text for paragraph in words for run in paragraph)
    return (Text(name, Place(CONTENT.x, top, CONTENT.width, high), words, said, SMALL_POINTS),)
