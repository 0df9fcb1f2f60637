"""What the figures of the estimate share: round steps of an axis, a place that is still free, a reported number."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, count
from math import ceil, floor, isfinite, log10

import numpy as np

from components.scene.canvas import Canvas
from components.scene.marks import Coordinate, Signs, Stroke
from components.scene.packing import Extent

ROUND = (1, 2, 2.5, 5, 10)
FIRST_SCALES = (3, 6)  # times a limit; from here on 10, 30, 100, 300 and so on
FLOOR_ROOM = 0.9  # of a scale: a floor lies below, for behind it something must show that it is one


@dataclass(frozen=True)
class Reported:
    """A reported number beside a model: its words, two lines, and the claims that a click opens."""

    operator: str
    volume: float
    high: float
    label: str
    detail: str
    opens: str

    @property
    def ends(self) -> tuple[float, ...]:
        """Where it is marked: at its number, or at both ends of a range."""
        return (self.volume, self.high) if self.operator == "range" and isfinite(self.high) else (self.volume,)


def round_step(whole: float, most: int) -> float:
    """The smallest round step of which at most so many fit into a length: 1, 2, 2.5 or 5 times a power of ten."""
    if not whole > 0 or not isfinite(whole):
        return 1.0
    least = whole / most
    power = 10.0 ** floor(log10(least))
    return next(times * power for times in ROUND if times * power >= least * (1 - 1e-9))


def whole_times(most: float) -> int:
    """How many times a limit a scale shows that holds so many times it: 3, 6, 10, 30, 100, 300 and so on."""
    if not isfinite(most):
        return FIRST_SCALES[0]
    tens: Iterator[int] = (first * 10**power for power in count(1) for first in (1, 3))
    return next(times for times in chain(FIRST_SCALES, tens) if most <= times * (1 + 1e-9))


def ticks_of(times: int) -> tuple[int, ...]:
    """The whole multiples of a limit that are written on a scale of so many times: thirds, or halves of 10 and 100."""
    return tuple(range(0, times + 1, times // (3 if times % 3 == 0 else 2)))


def steps(low: float, high: float, most: int) -> list[float]:
    """Round values from `low` to `high`, both included if they are round."""
    step = round_step(high - low, most)
    first, last = ceil(low / step - 1e-9), floor(high / step + 1e-9)
    return [round(place * step, 9) for place in range(first, last + 1)]


def nearest_free(middle: float, height: float, taken: Sequence[Extent], room: Extent) -> float | None:
    """The middle, nearest to the wanted one, at which something of a height touches nothing; None if there is none."""
    half = height / 2
    wanted = min(max(middle, room.start + half), max(room.end - half, room.start + half))
    edges = [edge for extent in taken for edge in (extent.start - half, extent.end + half)]
    free = [
        place
        for place in (wanted, *edges)
        if room.start <= place - half + 1e-6
        and place + half <= room.end + 1e-6
        and all(place + half <= extent.start + 1e-6 or place - half >= extent.end - 1e-6 for extent in taken)
    ]
    return min(free, key=lambda place: abs(place - wanted), default=None)


def highest(columns: Sequence[tuple[Extent, float]], across: Extent) -> float:
    """How high the highest of some columns reaches that touches a stretch; 0 without one."""
    return max((top for extent, top in columns if extent.start < across.end and extent.end > across.start), default=0.0)


def dates(days: Sequence[date]) -> np.ndarray:
    """Days as a curve takes them."""
    return np.array(days, dtype="datetime64[D]")


def rgba(colour: str, opacity: float) -> str:
    """A hex colour made transparent, as plotly writes it."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity:g})"


def sign(canvas: Canvas, place: tuple[Coordinate, float], shape: str, colour: str) -> None:
    """A hollow sign with a strong outline, so that it can be seen on a line; it answers neither hover nor click."""
    canvas.marks.append(Signs([place[0]], [place[1]], shape, 13, canvas.look.palette.paper, Stroke(colour, 3)))
