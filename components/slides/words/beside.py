"""Headings with a few lines each, stacked beside a chart or in place of one, and cut so that all of them fit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from components.scene.text import cut, height, lines
from components.scene.things import CONTENT, PALETTE, SMALL_POINTS, Paragraph, Place, Run, Shape, Text, Thing
from components.slides.view import View
from components.slides.words.prose import linked, signed

MOST_HEADING = 2
LEAST_GAP = 0.05  # inches between two entries
SLACK = 0.96  # of the width: a box for which a line was forgotten would run into the next
BAR, INDENT = 0.06, 0.2


class Sizes(NamedTuple):
    """Type sizes of headings and, first choice first, of words, and the wanted gap between entries in inches."""

    heading: float
    words: tuple[float, ...]
    gap: float


HEADING_POINTS = 13.0
BESIDE = Sizes(HEADING_POINTS, (12.0, SMALL_POINTS), 0.18)
ALONE = Sizes(20.0, (16.0, 14.0, 12.0, SMALL_POINTS), 0.3)


@dataclass(frozen=True)
class Entry:
    """A heading in its colour, and words of at most so many lines in which ids open what stands behind them."""

    heading: str
    words: str
    colour: str = PALETTE.ink
    most: int = 4


def stacked(entries: Sequence[Entry], place: Place, view: View, sizes: Sizes = BESIDE) -> tuple[Text, ...]:
    """One text box an entry, from the top of a place; where there are too many lines the longest entry gives way."""
    entries = [replace(entry, words=signed(entry.words, view)) for entry in entries]
    narrow = place._replace(width=place.width * SLACK)
    fitting = (points for points in sizes.words if _gap(entries, narrow, sizes, points) >= LEAST_GAP)
    points = next(fitting, sizes.words[-1])
    while _gap(entries, narrow, sizes, points) < LEAST_GAP and any(entry.most > 1 for entry in entries):
        entries = _one_line_less(entries, narrow.width, points)
    boxes, top, gap = [], place.y, max(_gap(entries, narrow, sizes, points), 0.0)
    for entry in entries:
        heading, told = _heading(entry, narrow.width, sizes), cut(entry.words, narrow.width, points, entry.most)
        body = tuple(run if run.link else replace(run, colour=PALETTE.secondary) for run in linked(told, view))
        tall = height((heading, body), narrow.width, points)
        spot, alt = Place(place.x, top, place.width, tall), f"{entry.heading}: {entry.words}"
        boxes.append(Text(entry.heading, spot, (heading, body), alt, points))
        top += tall + gap
    return tuple(boxes)


def barred(entries: Sequence[Entry], view: View) -> tuple[Thing, ...]:
    """The same in place of a chart: in larger type, each entry behind a bar in its colour."""
    room = Place(CONTENT.x + INDENT, CONTENT.y, CONTENT.width - INDENT, CONTENT.height)
    things: list[Thing] = []
    for entry, text in zip(entries, stacked(entries, room, view, ALONE), strict=True):
        bar = Place(CONTENT.x, text.place.y + 0.06, BAR, text.place.height - 0.12)
        things += [Shape(f"{entry.heading}, bar", bar, "rectangle", "", fill=entry.colour), text]
    return tuple(things)


def _one_line_less(entries: Sequence[Entry], width: float, points: float) -> list[Entry]:
    """The same, with one line less for the entry that takes most."""
    many = [len(lines(cut(entry.words, width, points, entry.most), width, points)) for entry in entries]
    longest = many.index(max(many))
    taken = [many[at] - (at == longest) for at in range(len(many))]
    return [replace(entry, most=max(1, most)) for entry, most in zip(entries, taken, strict=True)]


def _gap(entries: Sequence[Entry], place: Place, sizes: Sizes, points: float) -> float:
    """The room that is left between two entries, no more than is wanted; negative where they do not fit."""
    taken = 0.0
    for entry in entries:
        told: Paragraph = (Run(cut(entry.words, place.width, points, entry.most)),)
        taken += height((_heading(entry, place.width, sizes), told), place.width, points)
    return min(sizes.gap, (place.height - taken) / max(len(entries) - 1, 1))


def _heading(entry: Entry, width: float, sizes: Sizes) -> Paragraph:
    told = cut(entry.heading, width, sizes.heading, MOST_HEADING, bold=True)
    return (Run(told, bold=True, colour=entry.colour, points=sizes.heading),)
