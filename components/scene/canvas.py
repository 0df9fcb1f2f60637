"""What a figure is drawn on: its marks in order, its axes, and how it looks; scene.plotly and scene.placed draw it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from components.scene.marks import (
    Box,
    Coordinate,
    Curve,
    Hits,
    Label,
    Layer,
    Mark,
    Opens,
    Points,
    Segment,
    Signs,
    Stroke,
)
from components.theme import Palette, Width

TEXT_SIZE = {"wide": 15.0, "medium": 14.0, "narrow": 13.0}
SMALL_SIZE = {"wide": 12.5, "medium": 12.0, "narrow": 11.5}
SCREEN_TEXT, SCREEN_SMALL = 16.0, 13.0
SLIDE_TEXT, SLIDE_SMALL = 18.0, 15.9  # nothing is smaller than eleven points where a slide is so wide


@dataclass(frozen=True)
class Look:
    """How a figure is drawn: whose colours, for which width of window.

    `part` is not 0 where a figure is drawn for a screen of 16:9 or for a slide: the part of it that is drawn, from 1.
    `room` is then how high its plot may be in pixels; 0 where that follows from the words around it.
    """

    palette: Palette
    width: Width = "wide"
    part: int = 0
    room: float = 0.0

    @property
    def narrow(self) -> bool:
        return self.width == "narrow"

    @property
    def for_screen(self) -> bool:
        return self.part > 0

    @property
    def text(self) -> float:
        return SLIDE_TEXT if self.room else SCREEN_TEXT if self.for_screen else TEXT_SIZE[self.width]

    @property
    def small(self) -> float:
        return SLIDE_SMALL if self.room else SCREEN_SMALL if self.for_screen else SMALL_SIZE[self.width]


@dataclass
class Canvas:
    """Marks in the order they are drawn, and the two axes; places are in the units of the axes."""

    look: Look
    marks: list[Mark] = field(default_factory=list)
    xaxis: dict[str, object] = field(default_factory=lambda: {"visible": False, "fixedrange": True})
    yaxis: dict[str, object] = field(default_factory=lambda: {"visible": False, "fixedrange": True})

    def text(
        self,
        words: str,
        place: tuple[Coordinate, float],
        size: float,
        colour: str,
        anchor: tuple[str, str] = ("center", "middle"),
        shift: tuple[float, float] = (0, 0),
        background: str | None = None,
        paper: tuple[bool, bool] = (False, False),
        leads_to: str = "",
    ) -> None:
        """Markup at a place: what comes from outside has gone through furniture.safe, for nothing is escaped here.

        `background` is a colour behind it, `shift` moves it by pixels, `leads_to` is what the words open on a slide.
        """
        self.marks.append(Label(words, place, size, colour, anchor, shift, background, paper, leads_to=leads_to))

    def box(
        self,
        x: tuple[Coordinate, Coordinate],
        y: tuple[float, float],
        fill: str | None,
        line: Stroke | None = None,
        layer: Layer = "below",
        opacity: float | None = None,
        paper: bool = False,
        held: tuple[float, float] | None = None,
    ) -> None:
        """A rectangle, filled or with an outline."""
        self.marks.append(Box(x, y, fill, line, layer, opacity, paper, held))

    def segment(
        self,
        start: tuple[Coordinate, float],
        end: tuple[Coordinate, float],
        line: Stroke,
        layer: Layer | None = "above",
    ) -> None:
        """A straight line."""
        self.marks.append(Segment(start, end, line, layer))

    def upright(self, x: Coordinate, y: tuple[float, float], colour: str, width: float, layer: Layer = "above") -> None:
        """A vertical line."""
        self.segment((x, y[0]), (x, y[1]), Stroke(colour, width), layer)

    def curve(self, x: Points, y: Points, colour: str, width: float, dash: str = "solid", fill: str = "") -> None:
        """A line through points, closed and filled where there is a `fill`; it answers neither hover nor click."""
        self.marks.append(Curve(x, y, Stroke(colour, width, dash), fill or None))

    def symbol(self, place: tuple[Coordinate, float], sign: str, colour: str, size: float) -> None:
        """A sign at a place; it answers neither hover nor click."""
        self.marks.append(Signs([place[0]], [place[1]], sign, size, colour))

    def click_points(self, x: Points, y: Points, size: float, opens: str, hover: str | None = None) -> None:
        """Points nobody sees, whose click hands over `opens`; without `hover` they show nothing under the pointer."""
        self.marks.append(Hits(x, y, size, Opens([hover] * len(x) if hover else None, [opens] * len(x))))

    def hover_points(self, x: Points, y: Points, texts: Sequence[str], size: float) -> None:
        """Points nobody sees that say something under the pointer and open nothing."""
        self.marks.append(Hits(x, y, size, Opens(list(texts))))
