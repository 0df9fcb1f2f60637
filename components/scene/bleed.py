"""A figure on a screen of 16:9 that fills a window: edges of one width, furniture of one size, type never too small."""

import re
from collections.abc import Callable
from typing import Any

import plotly.graph_objects as go

from components.scene import plotly
from components.scene.canvas import Look
from components.scene.furniture import NOMINAL_WIDTH, SCREEN_WIDTH, SOURCE, SUBTITLE, TITLE, Scene
from components.scene.plotly import PARTS
from components.scene.screen import FULL, screen_for
from components.theme import Palette

LEAST_TYPE = 18.0  # pixels, where the screen is 1,920 wide
SIDE, ABOVE, BELOW = 36, 18, 13  # the edges of the screen, in its own pixels
RATIO, MOST_GROWTH = 16 / 9, 1.2
IN_SPAN = re.compile(r"font-size:([\d.]+)px")


def on_screen(draw: Callable[[Look], Scene], palette: Palette, part: int = 1) -> go.Figure:
    """A figure of a window that is wide, on a screen; one that would be too small there is drawn for it.

    `part` is the part to draw where that takes several screens; the last one if there are not so many.
    """
    figure = full_bleed(plotly.figure(draw(Look(palette))))
    if least_type(figure) >= LEAST_TYPE:
        return figure
    return full_bleed(plotly.figure(draw(Look(palette, part=max(part, 1)))))


def full_bleed(figure: go.Figure) -> go.Figure:
    """The figure on a screen of exactly 16:9, its title above and its source line at the foot.

    A low figure gets air around its plot. On a larger screen the furniture grows with it: the title of every screen is
    of one size, whatever the height of the plot.
    """
    drawn = figure.to_plotly_json()
    layout, nominal = drawn["layout"], SCREEN_WIDTH if _for_screen(figure) else NOMINAL_WIDTH["wide"]
    margin, natural = layout["margin"], float(layout["height"])
    around = margin["t"] + margin["b"]
    grown = _growth(natural, around, nominal)
    height = natural + around * (grown - 1) + ABOVE + BELOW
    screen = screen_for(nominal + 2 * SIDE, height)
    air = (screen.height - height) / 2
    beside = {"l": margin["l"] + SIDE, "r": margin["r"] + SIDE}
    over = {"t": margin["t"] * grown + ABOVE + air, "b": margin["b"] * grown + BELOW + air}
    annotations = [_moved(entry, grown, air) for entry in layout["annotations"]]
    size = {"width": screen.width, "height": screen.height, "margin": margin | beside | over}
    return go.Figure({"data": drawn["data"], "layout": layout | size | {"annotations": annotations}})


def least_type(figure: go.Figure) -> float:
    """The smallest type of a figure on its screen, in pixels of one 1,920 wide."""
    layout = figure.layout.to_plotly_json()
    sizes = [axis["tickfont"]["size"] for axis in (layout["xaxis"], layout["yaxis"]) if "tickfont" in axis]
    for entry in layout["annotations"]:
        sizes += [entry["font"]["size"], *map(float, IN_SPAN.findall(entry["text"]))]
    return float(min(sizes) * FULL[0] / figure.layout.width)


def parts_of(figure: go.Figure) -> int:
    """How many screens the figure takes."""
    return int((figure.layout.meta or {}).get(PARTS, 1))


def _for_screen(figure: go.Figure) -> bool:
    return figure.layout.meta is not None and PARTS in figure.layout.meta


def _growth(natural: float, around: float, nominal: float) -> float:
    """By how much furniture must grow so that it takes the same share of the width on every screen.

    The screen is as wide as its height asks for, and the furniture is a part of that height. Titles without end do not
    grow: they would only drive it further.
    """
    left_over = nominal - RATIO * around
    if left_over <= 0:
        return 1.0
    return min(max((RATIO * (natural - around + ABOVE + BELOW) - 2 * SIDE) / left_over, 1.0), MOST_GROWTH)


def _moved(entry: dict[str, Any], grown: float, air: float) -> dict[str, Any]:
    """A piece of furniture larger and further out; any other annotation as it was."""
    name = entry.get("name")
    if name not in (TITLE, SUBTITLE, SOURCE):
        return entry
    away, font = -air if name == SOURCE else air, entry["font"]
    return entry | {"font": font | {"size": font["size"] * grown}, "yshift": entry["yshift"] * grown + away}
