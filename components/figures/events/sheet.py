"""What the lanes of the timeline are drawn on, where a label reaches, and the bars that answer hover and click."""

from collections.abc import Sequence
from typing import NamedTuple

from components.scene.calendar import Calendar
from components.scene.canvas import Canvas
from components.scene.marks import Bars, Opens, Outline, Stroke
from components.scene.packing import Extent

MILLISECONDS = 86_400_000  # of a day
LEAST_BAR = 4  # pixels
EDGE = 16  # pixels that the sign of what lies beyond an edge takes


class Rows(NamedTuple):
    """How close events stand, in pixels: a row of quoted ones with the bar below its label, one with the label beside
    the bar (0 where all stand above), rows of cited ones that last and of cited days, the air of a lane, and the row
    that says when a document was written.
    """

    quoted: float = 39
    below: float = 22
    bar: float = 10
    beside: float = 0
    span: float = 33
    day: float = 20
    air: float = 12
    writing: float = 26


class Sheet(NamedTuple):
    """The canvas, its time axis, how close events stand, and the colours of the lane that is drawn."""

    canvas: Canvas
    calendar: Calendar
    rows: Rows = Rows()
    colour: str = ""
    background: str = ""


class Clickable(NamedTuple):
    """Where hover and click are answered, what a click hands over, and what hover says."""

    extent: Extent
    level: float
    opens: str
    hover: str


def with_label(sheet: Sheet, left: float, right: float, wide: float) -> tuple[Extent, bool]:
    """How far a bar and the label above it reach; True if the label must end at the right edge to fit."""
    whole = sheet.calendar.pixels
    if left + wide > whole:
        return Extent(min(left, max(0.0, whole - wide)), whole), True
    return Extent(left, max(right, left + wide)), False


def edge_sign(sheet: Sheet, level: float, at_start: bool, colour: str = "") -> None:
    """Two chevrons that point past an edge of the axis, because an event lies or goes on there."""
    calendar, back = sheet.calendar, 1 if at_start else -1
    line, at = Stroke(colour or sheet.colour, 2.5), (calendar.start if at_start else calendar.end, level)
    for place in (1, 8):
        path = f"M{back * (place + 5)},5L{back * place},0L{back * (place + 5)},-5"
        sheet.canvas.marks.append(Outline(path, at, line=line))


def click_bars(sheet: Sheet, places: Sequence[Clickable], thick: float) -> None:
    """Bars nobody sees over marks and labels: hover says how the date was read, a click opens what stands behind."""
    starts = [sheet.calendar.day(place.extent.start) for place in places]
    ends = [sheet.calendar.day(place.extent.end) for place in places]
    days = [max((end - start).days, 1) * MILLISECONDS for start, end in zip(starts, ends, strict=True)]
    levels = [place.level for place in places]
    opens = Opens([place.hover for place in places], [place.opens for place in places])
    sheet.canvas.marks.append(Bars("x", levels, starts, days, thick, opens=opens))
