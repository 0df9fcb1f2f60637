"""The screen of 16:9 that a picture of a figure is taken of: whole pixels, and a scale that gives exactly a full one.

Imported by every page that has a figure, so nothing else is imported here.
"""

from math import ceil
from typing import NamedTuple

FULL, DENSITY = (1_920, 1_080), 2
ACROSS, DOWN = 16, 9


class Screen(NamedTuple):
    """Width and height of a screen of 16:9 in pixels of its own."""

    width: int
    height: int

    @property
    def scale(self) -> float:
        """How many pixels of a full screen one of its own is."""
        return FULL[0] / self.width


def screen_for(width: float, height: float) -> Screen:
    """The smallest screen that holds so much, and whose pictures come out at exactly 1,920 x 1,080, or twice that."""
    steps = ceil(max(width / ACROSS, height / DOWN) - 1e-9)
    while not _exact(Screen(steps * ACROSS, steps * DOWN)):
        steps += 1
    return Screen(steps * ACROSS, steps * DOWN)


def camera(name: str, screen: Screen, form: str = "png") -> dict[str, object]:
    """What plotly's camera needs for a picture of a full screen: a PNG at double density, or an SVG, under a name."""
    scale = screen.scale * (DENSITY if form == "png" else 1)
    return {"format": form, "filename": name, "width": screen.width, "height": screen.height, "scale": scale}


def _exact(screen: Screen) -> bool:
    """Browsers cut what is left over: a product that falls short by a rounding error costs a row of pixels."""
    return (screen.width * screen.scale, screen.height * screen.scale) == FULL
