"""A figure on slides: the scene that the page shows, drawn for a slide, in as many parts as it needs."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from components.scene.canvas import Look
from components.scene.furniture import INCH, Scene, told_on_slide
from components.scene.placed import placed, tall
from components.scene.text import height
from components.scene.things import CONTENT, PALETTE, SMALL_POINTS, Group, Paragraph, Place, Run, Text, Thing
from components.slides.view import View
from components.slides.words.prose import linked


class Drawn(NamedTuple):
    """One part of a figure: what stands on its slide, and what its marks hand over to a click."""

    things: tuple[Thing, ...]
    opens: frozenset[str]


def drawn(
    draw: Callable[[Look], Scene], name: str, alt: str, view: View, below: tuple[Paragraph, ...] = ()
) -> list[Drawn]:
    """The parts of a figure: each below what it shows and above what its marks mean, and some words `below` that."""
    free = CONTENT.height - (height(below, CONTENT.width, SMALL_POINTS) if below else 0.0)
    first = draw(Look(PALETTE, part=1, room=free * INCH))
    shows, means = told_on_slide(first.words)
    over, under = _quiet(shows), (*_quiet(means), *below)
    top, foot = (height(some, CONTENT.width, SMALL_POINTS) if some else 0.0 for some in (over, under))
    room = CONTENT._replace(y=CONTENT.y + top, height=CONTENT.height - top - foot)
    around = (*_text("What is shown", over, CONTENT.y, top), *_text("What the marks mean", under, room.bottom, foot))
    scenes, found = (first, *first.further), []
    for number, scene in enumerate(scenes, 1):
        place, told = room._replace(height=tall(scene, room)), f" Part {number} of {len(scenes)}."
        things = placed(scene, place, partial(_opening, view=view))
        figure = Group(name, place, alt + told * (len(scenes) > 1), things)
        found.append(Drawn((figure, *around), opens_of(scene)))
    return found


def opens_of(scene: Scene) -> frozenset[str]:
    """What the marks of a scene hand over to a click."""
    opens = (mark.opens for mark in scene.canvas.marks if hasattr(mark, "opens"))
    return frozenset(behind for one in opens for behind in one.behind or ())


def _opening(text: str, leads_to: str, view: View) -> Paragraph:
    """A piece of a label: an id opens what stands behind it, and so do all words of a label that leads somewhere."""
    claim, record = text.strip(), leads_to.removeprefix("record:")
    if claim in view.evidence.claim_by_id:
        return (Run(text, link=view.links.to("documents", claim=claim)),)
    if record in view.evidence.record_by_id:
        return (Run(text, link=view.links.to("record", record=record)),)
    return linked(text, view)


def _quiet(told: str) -> tuple[Paragraph, ...]:
    return ((Run(told, colour=PALETTE.secondary),),) if told else ()


def _text(name: str, words: tuple[Paragraph, ...], top: float, high: float) -> tuple[Text, ...]:
    if not words:
        return ()
    said = " ".join(run.text for paragraph in words for run in paragraph)
    return (Text(name, Place(CONTENT.x, top, CONTENT.width, high), words, said, SMALL_POINTS),)
