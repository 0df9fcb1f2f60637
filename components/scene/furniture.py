"""What every figure needs to stand alone: title, subtitle, source line, safe text, and how wide words are."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import NamedTuple

from components import letters
from components.scene.canvas import Canvas, Look
from components.scene.marks import Label
from components.scene.text import broken, cut, ems, height, widest
from components.scene.things import CONTENT, SMALL_POINTS, Run

# The least room a figure of that name may get; a wider window only gives it air.
NOMINAL_WIDTH = {"wide": 1_080, "medium": 600, "narrow": 330}
TITLE_SIZE = {"wide": 25, "medium": 22, "narrow": 18}
SCREEN_WIDTH, SCREEN_HEIGHT, SCREEN_TITLE = 1_256, 716, 30  # of what is drawn for a screen of 16:9, without its edges
NAME_ON_TICKS = 6.6  # type sizes
INCH, MOST_LEGEND = SCREEN_WIDTH / CONTENT.width, 3  # pixels of an inch of a slide; lines
LINE_HEIGHT = 1.32
TITLE, SUBTITLE, SOURCE = "title", "subtitle", "source"  # names of its labels


@dataclass(frozen=True)
class Words:
    """The sentences of a figure: its finding, what it shows, where it comes from, a line each, and what marks mean."""

    title: str
    subtitle: str = ""
    source: tuple[str, ...] = ()
    legend: str = ""


@dataclass(frozen=True)
class Scene:
    """A figure before a pen draws it: what is on it, its sentences, and the pixels of its plot and beside it.

    `sides` are the margins left and right; on a screen of 16:9 it is one of so many `parts`. Where bars `overlay` each
    other, they are drawn where they stand instead of beside one another. `further` are the other parts, for a slide.
    """

    canvas: Canvas
    words: Words
    height: float
    sides: tuple[float, float]
    parts: int = 1
    overlay: bool = False
    further: tuple["Scene", ...] = ()


def safe(text: str) -> str:
    """Text from outside as plotly may show it: its own tags and entities spelled out, what runs leftward isolated."""
    return escape(letters.isolated(text), quote=False).replace("\n", " ")


def pixels(text: str, size: float, bold: bool = False) -> float:
    """How wide a text is drawn."""
    return ems(text, bold) * size


def balanced(text: str, room: float) -> list[str]:
    """The fewest lines that hold a text in bold, about equally long; `room` is in type sizes."""
    found = broken(text, room, bold=True) or [""]
    low, high = min(widest(text, bold=True), room), room
    while len(found) > 1 and high - low > 0.5:
        middle = (low + high) / 2
        again = broken(text, middle, bold=True)
        if len(again) == len(found):
            found, high = again, middle
        else:
            low = middle
    return found


def on_ticks(limit_name: str) -> str:
    """What a limit is called beside a tick: its name, or just "limit" if that is too long to stand there."""
    return safe(limit_name) if ems(limit_name) <= NAME_ON_TICKS else "limit"


def across(look: Look) -> float:
    """The least room a figure gets, in pixels."""
    return SCREEN_WIDTH if look.for_screen else NOMINAL_WIDTH[look.width]


def told_on_slide(words: Words) -> tuple[str, str]:
    """What a figure shows and what its marks mean, as a slide says it above and below: a line, and three at most."""
    return (
        cut(words.subtitle, CONTENT.width, SMALL_POINTS, 1),
        cut(words.legend, CONTENT.width, SMALL_POINTS, MOST_LEGEND),
    )


def line_height(told: str) -> float:
    """The inches that such words take; none without words."""
    return height(((Run(told),),), CONTENT.width, SMALL_POINTS) if told else 0.0


def room_on_screen(words: Words, look: Look) -> float:
    """How high a plot may be that stands on a screen under these words."""
    if look.room:
        return look.room - sum(map(line_height, told_on_slide(words))) * INCH
    around = around_of(words, look)
    return SCREEN_HEIGHT - around.top - around.bottom


class Around(NamedTuple):
    """The lines around a plot as plotly shows them, and the pixels they take above and below it."""

    title: list[str]
    title_size: float
    subtitle: list[str]
    source: list[str]
    top: float
    bottom: float

    @property
    def title_height(self) -> float:
        return len(self.title) * self.title_size * LINE_HEIGHT


def around_of(words: Words, look: Look) -> Around:
    """The sentences of a figure in lines no wider than the figure is at least."""
    room, title_size = across(look) - 8, SCREEN_TITLE if look.for_screen else TITLE_SIZE[look.width]
    title = [f"<b>{safe(line)}</b>" for line in balanced(words.title, room / title_size)]
    subtitle = _wrapped(words.subtitle, look.text, room) if words.subtitle else []
    told = (*([words.legend] if words.legend else []), *words.source)
    source = [line for entry in told for line in _wrapped(entry, look.small, room)]
    top = 14 + len(title) * title_size * LINE_HEIGHT + len(subtitle) * look.text * LINE_HEIGHT + 12
    bottom = 14 + len(source) * look.small * LINE_HEIGHT + 8
    return Around(title, title_size, subtitle, source, top, bottom)


def furniture(scene: Scene, around: Around) -> Iterator[Label]:
    """Title, subtitle and source lines as labels above and below the plot."""
    look, left = scene.canvas.look, 2 - scene.sides[0]
    ink, secondary = look.palette.ink, look.palette.secondary
    for name, lines, size, colour, y, shift in (
        (TITLE, around.title, around.title_size, ink, 1, around.top - 10),
        (SUBTITLE, around.subtitle, look.text, secondary, 1, around.top - 12 - around.title_height),
        (SOURCE, around.source, look.small, secondary, 0, -14),
    ):
        if lines:
            text, place = "<br>".join(lines), (left, shift)
            yield Label(text, (0, y), size, colour, ("left", "top"), place, paper=(True, True), name=name)


def _wrapped(text: str, size: float, room: float) -> list[str]:
    return [safe(line) for line in broken(text, room / size)] or [""]
