"""What else began meanwhile: a strip of events below a time axis, each where its wording allows it to have begun."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from components.scene.calendar import Calendar
from components.scene.canvas import Canvas
from components.scene.furniture import LINE_HEIGHT, pixels, safe
from components.scene.marks import Hits, Opens
from components.scene.packing import Extent, packed
from components.scene.scale import dates
from components.theme import LANE_SIGNS, shortened

LONGEST = {"wide": 46, "medium": 34, "narrow": 0}
BAR, AIR, LEAST, GAP, SIGN = 5.0, 6.0, 6.0, 14.0, 16.0  # pixels


@dataclass(frozen=True)
class Begun:
    """An event: the first and the last day on which it can have begun, its lane's place, title, and what it opens."""

    first: date
    last: date
    lane: int
    title: str
    opens: str
    hover: str


class Strip:
    """The events that a calendar shows, packed into rows below its axis; in a narrow window signs alone."""

    def __init__(self, begun: Sequence[Begun], calendar: Calendar, canvas: Canvas) -> None:
        shown = (one for one in begun if calendar.shows(one.first) or calendar.shows(one.last))
        self._canvas, self._calendar = canvas, calendar
        self._placed = [(one, self._extent(one)) for one in shown]
        self._rows = packed([extent for _, extent in self._placed], GAP)

    @property
    def row(self) -> float:
        return self._canvas.look.small * LINE_HEIGHT + BAR + AIR

    @property
    def height(self) -> float:
        """How many pixels the strip takes; none without an event."""
        return (max(self._rows) + 1) * self.row + AIR if self._rows else 0.0

    def draw(self, below: float, per_pixel: float) -> None:
        """Draw it `below` so many pixels under the axis, whose unit has so much in a pixel."""
        for (one, extent), row in zip(self._placed, self._rows, strict=True):
            self._one(one, extent, -(below + AIR + row * self.row), per_pixel)

    def _one(self, one: Begun, extent: Extent, level: float, per_pixel: float) -> None:
        canvas, calendar = self._canvas, self._calendar
        look, start, end = canvas.look, *self._ends(one)
        colour = look.palette.lanes[one.lane % len(look.palette.lanes)]
        text = f"<b style='color:{colour}'>{LANE_SIGNS[one.lane % len(LANE_SIGNS)]}</b> {safe(self._words(one))}"
        held = "right" if extent.start < calendar.pixel(start) - 1 else "left"
        at = (calendar.end if held == "right" else start, level * per_pixel)
        canvas.text(text, at, look.small, look.palette.ink, (held, "top"))
        low = level - look.small * LINE_HEIGHT - 1
        least = calendar.day(calendar.pixel(start) + LEAST)
        canvas.box((start, max(end, least)), (low * per_pixel, (low - BAR) * per_pixel), colour)
        middle = calendar.day((extent.start + extent.end) / 2)
        opens = Opens([one.hover] * 3, [one.opens] * 3)
        places = dates([start, middle, max(end, least)])
        canvas.marks.append(Hits(places, [(level - self.row / 2) * per_pixel] * 3, self.row, opens))

    def _ends(self, one: Begun) -> tuple[date, date]:
        return max(one.first, self._calendar.start), min(one.last, self._calendar.end)

    def _words(self, one: Begun) -> str:
        most = LONGEST[self._canvas.look.width]
        return shortened(one.title, most) if most else ""

    def _extent(self, one: Begun) -> Extent:
        """How far bar and words reach; words that would leave the axis end with it."""
        start, end = (self._calendar.pixel(day) for day in self._ends(one))
        words = self._words(one)
        wide = SIGN + (pixels(words, self._canvas.look.small) + 4 if words else 0.0)
        if start + wide > self._calendar.pixels:
            return Extent(min(start, self._calendar.pixels - wide) - 2, self._calendar.pixels)
        return Extent(start, max(end, start + wide, start + LEAST))
