"""What a slide is made of, placed in inches on a page of 16:9; PowerPoint shapes and the preview are drawn from it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from math import nan
from typing import Literal, NamedTuple

from components.theme import PALETTES

WIDTH, HEIGHT = 13.333, 7.5
PALETTE = PALETTES["light"]  # slides are white: they are printed
LONGEST_TITLE = 55  # characters
TITLE_POINTS, BODY_POINTS, SMALL_POINTS, SOURCE_POINTS = 26.0, 14.0, 11.0, 9.0
CHART_POINTS = 12.0
ROOM_POINTS = 18.0  # nothing is smaller on a slide that a room has to read

Form = Literal["rectangle", "ellipse", "triangle", "chevron"]
Align = Literal["left", "center", "right"]
Anchor = Literal["top", "middle", "bottom"]
Dash = Literal["solid", "dot", "dash"]
Point = tuple[float, float]  # in inches


class Place(NamedTuple):
    """A rectangle on the slide, in inches from its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height


TITLE = Place(0.6, 0.35, 12.13, 0.7)
CONTENT = Place(0.6, 1.2, 12.13, 5.3)  # what a part of the briefing may fill
SOURCE = Place(0.6, 6.6, 11.3, 0.72)


@dataclass(frozen=True)
class Run:
    """A piece of a paragraph; `points` stands in for the size of its text box, `link` is a web address."""

    text: str
    bold: bool = False
    colour: str = PALETTE.ink
    points: float | None = None
    link: str = ""


Paragraph = tuple[Run, ...]


@dataclass(frozen=True)
class Text:
    """A text box, or a filled one; text that does not fit is cut by whoever writes it (see text.py).

    Without `wrap` each paragraph stays on its line, and the place is that of the words themselves, with no room around
    them.
    """

    name: str
    place: Place
    paragraphs: tuple[Paragraph, ...]
    alt: str
    points: float = BODY_POINTS
    align: Align = "left"
    anchor: Anchor = "top"
    fill: str = ""
    wrap: bool = True


@dataclass(frozen=True)
class Shape:
    """A shape without text, filled or outlined; `turn` in degrees clockwise, `opacity` that of the fill."""

    name: str
    place: Place
    form: Form
    alt: str
    fill: str = ""
    outline: str = ""
    line_points: float = 1.5
    dash: Dash = "solid"
    turn: float = 0.0
    opacity: float = 1.0


@dataclass(frozen=True)
class Line:
    """A straight line between two points in inches."""

    name: str
    start: Point
    end: Point
    colour: str
    alt: str
    points: float = 1.5
    dash: Dash = "solid"

    @property
    def place(self) -> Place:
        return around((self.start, self.end))


@dataclass(frozen=True)
class Path:
    """A freeform through at least two points in inches; where it is closed the last leads back to the first.

    `opacity` is that of the fill.
    """

    name: str
    points: tuple[Point, ...]
    alt: str
    closed: bool
    fill: str = ""
    outline: str = ""
    line_points: float = 1.5
    dash: Dash = "solid"
    opacity: float = 1.0

    @property
    def place(self) -> Place:
        return around(self.points)


@dataclass(frozen=True)
class Cell:
    """A cell of a table."""

    paragraphs: tuple[Paragraph, ...]
    fill: str = ""


@dataclass(frozen=True)
class Table:
    """A real table; the first row is its head. `widths` and `heights` in inches add up to its place."""

    name: str
    place: Place
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    alt: str
    points: float = SMALL_POINTS


@dataclass(frozen=True)
class Columns:
    """A chart of columns with the limit as a line in the same chart; whiskers where `low` and `high` are numbers.

    `plot` is the area within the axes, in inches, so that shapes can be laid exactly over a column. `said` is what
    stands in each column, with its operator; it keeps clear of the limit and of a `thin` line that is
    laid over the chart.
    """

    name: str
    place: Place
    plot: Place
    labels: tuple[str, ...]
    volumes: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    said: tuple[str, ...]
    colours: tuple[str, ...]
    limit_volume: float
    limit_name: str
    most: float
    step: float
    alt: str
    points: float = CHART_POINTS
    thin: float = nan


@dataclass(frozen=True)
class Cumulative:
    """A chart of the modelled volume by day: the 90% band, the median, what it is held against, and the crossing on it.

    `line` are the days on which what it is held against bends, with its volume there; empty where it is the limit on
    every day. `window` holds the 5%, 50% and 95% days on which the limit is passed; empty where it is not.
    """

    name: str
    place: Place
    plot: Place
    days: tuple[date, ...]
    q05: tuple[float, ...]
    q50: tuple[float, ...]
    q95: tuple[float, ...]
    limit_volume: float
    limit_name: str
    window: tuple[date, ...]
    most: float
    step: float
    alt: str
    line: tuple[tuple[date, float], ...] = ()
    line_name: str = ""
    points: float = CHART_POINTS


@dataclass(frozen=True)
class Group:
    """Things that are moved as one and read out as one; they keep their places on the slide.

    A thing of a group may have no alternative text: it is then an ornament, and the group's text stands for it. No
    table may be among them, for PowerPoint groups none.
    """

    name: str
    place: Place
    alt: str
    things: tuple["Thing", ...]


Thing = Text | Shape | Line | Path | Table | Columns | Cumulative | Group


def every(things: Iterable[Thing]) -> Iterator[Thing]:
    """All things in the order in which they are drawn, each group before its own."""
    for thing in things:
        yield thing
        if isinstance(thing, Group):
            yield from every(thing.things)


def as_one(name: str, place: Place, things: Iterable[Thing]) -> Group:
    """Things as one figure, read out once: what each of them says is said by the group."""
    told, kept = dict[str, None](), list[Thing]()
    for thing in things:
        told |= dict.fromkeys([thing.alt] if thing.alt.strip() else [])
        kept.append(replace(thing, alt=""))
    return Group(name, place, " ".join(_stopped(alt) for alt in told), tuple(kept))


def _stopped(told: str) -> str:
    return told if told.endswith((".", "!", "?", "…")) else f"{told}."


def around(points: Iterable[Point]) -> Place:
    """The smallest rectangle around some points. Raises ValueError if there is none."""
    across, down = zip(*points, strict=True)
    return Place(min(across), min(down), max(across) - min(across), max(down) - min(down))


@dataclass(frozen=True)
class Slide:
    """One slide: a title of at most 55 characters, what it shows, its source lines, and the words behind it as notes.

    `source` are the lines of sentences.sources.source_lines; `link` is the absolute address of the view it shows;
    `points` is the type size of sources and number; `empty` is one that only says why there is nothing to show.
    """

    part: str
    title: str
    things: tuple[Thing, ...]
    source: tuple[str, ...]
    notes: str
    link: str = field(default="")
    points: float = SOURCE_POINTS
    empty: bool = False
