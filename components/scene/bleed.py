"""A figure on a screen of 16:9 that fills a window: drawn for it, with edges of one width and air around a low plot."""

from collections.abc import Callable
from typing import Any

import plotly.graph_objects as go

from components.scene import plotly
from components.scene.canvas import Look
from components.scene.furniture import SCREEN_WIDTH, SOURCE, SUBTITLE, TITLE, Scene
from components.scene.plotly import PARTS
from components.scene.screen import screen_for
from components.theme import Palette

SIDE, ABOVE, BELOW = 36, 18, 13  # the edges of the screen, in its own pixels


def on_screen(draw: Callable[[Look], Scene], palette: Palette, part: int = 1) -> go.Figure:
    """A figure on a screen, or `part` of it where it takes several; the last one if there are not so many."""
    return full_bleed(plotly.figure(draw(Look(palette, part=max(part, 1)))))


def full_bleed(figure: go.Figure) -> go.Figure:
    """A figure that is drawn for a screen on one of exactly 16:9: its title above, and its source line at the foot."""
    drawn = figure.to_plotly_json()
    layout, height = drawn["layout"], figure.layout.height + ABOVE + BELOW
    screen, margin = screen_for(SCREEN_WIDTH + 2 * SIDE, height), layout["margin"]
    air = (screen.height - height) / 2
    beside = {"l": margin["l"] + SIDE, "r": margin["r"] + SIDE}
    over = {"t": margin["t"] + ABOVE + air, "b": margin["b"] + BELOW + air}
    annotations = [_moved(entry, air) for entry in layout["annotations"]]
    size = {"width": screen.width, "height": screen.height, "margin": margin | beside | over}
    return go.Figure({"data": drawn["data"], "layout": layout | size | {"annotations": annotations}})


def parts_of(figure: go.Figure) -> int:
    """How many screens the figure takes."""
    return int((figure.layout.meta or {}).get(PARTS, 1))


def _moved(entry: dict[str, Any], air: float) -> dict[str, Any]:
    """A piece of furniture further out; any other annotation as it was."""
    name = entry.get("name")
    if name not in (TITLE, SUBTITLE, SOURCE):
        return entry
    return entry | {"yshift": entry["yshift"] + (-air if name == SOURCE else air)}
