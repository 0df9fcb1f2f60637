"""What a figure is drawn on: plain dictionaries, handed to plotly once.

Adding shapes and annotations to a plotly figure one by one copies and checks all of them each time, which took the
timeline 0.4 seconds; together they take hundredths.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
import plotly.graph_objects as go

from components.theme import FONT, Palette, Width

TEXT_SIZE = {"wide": 15.0, "medium": 14.0, "narrow": 13.0}
SMALL_SIZE = {"wide": 12.5, "medium": 12.0, "narrow": 11.5}
SCREEN_TEXT, SCREEN_SMALL = 16.0, 13.0
HIDDEN = {"marker": {"opacity": 0}}

Coordinate = float | date
Points = Sequence[float] | np.ndarray


@dataclass(frozen=True)
class Look:
    """How a figure is drawn: whose colours, for which width of window.

    `part` is not 0 where a figure too tall for a screen of 16:9 is drawn for one: the part of it that is drawn, from 1.
    """

    palette: Palette
    width: Width = "wide"
    part: int = 0

    @property
    def narrow(self) -> bool:
        return self.width == "narrow"

    @property
    def for_screen(self) -> bool:
        return self.part > 0

    @property
    def text(self) -> float:
        return SCREEN_TEXT if self.for_screen else TEXT_SIZE[self.width]

    @property
    def small(self) -> float:
        return SCREEN_SMALL if self.for_screen else SMALL_SIZE[self.width]


@dataclass
class Canvas:
    """Traces, shapes and annotations in the order they are drawn; places are in the units of the axes."""

    look: Look
    traces: list[dict[str, object]] = field(default_factory=list)
    shapes: list[dict[str, object]] = field(default_factory=list)
    annotations: list[dict[str, object]] = field(default_factory=list)
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
        ground: str | None = None,
        **more: object,
    ) -> None:
        """Safe text at a place; `ground` is a colour behind it, `shift` moves it by pixels."""
        entry = {
            "text": words,
            "x": place[0],
            "y": place[1],
            "showarrow": False,
            "xanchor": anchor[0],
            "yanchor": anchor[1],
            "xshift": shift[0],
            "yshift": shift[1],
            "align": anchor[0],
            "font": {"size": size, "color": colour},
        }
        self.annotations.append(entry | ({"bgcolor": ground} if ground else {}) | more)

    def box(
        self,
        x: tuple[Coordinate, Coordinate],
        y: tuple[float, float],
        fill: str | None,
        outline: str | None = None,
        layer: str = "below",
        **more: object,
    ) -> None:
        """A rectangle, filled or with a dotted outline."""
        line = {"color": outline, "width": 2, "dash": "dot"} if outline else {"width": 0}
        corners = {"x0": x[0], "x1": x[1], "y0": y[0], "y1": y[1]}
        entry = {"type": "rect", **corners, "line": line, "layer": layer} | ({"fillcolor": fill} if fill else {})
        self.shapes.append(entry | more)

    def upright(self, x: Coordinate, y: tuple[float, float], colour: str, width: float, layer: str = "above") -> None:
        """A vertical line."""
        line = {"color": colour, "width": width}
        self.shapes.append({"type": "line", "x0": x, "x1": x, "y0": y[0], "y1": y[1], "line": line, "layer": layer})

    def curve(self, x: Points, y: Points, colour: str, width: float, dash: str = "solid", **more: object) -> None:
        """A line through points; it answers neither hover nor click."""
        line = {"color": colour, "width": width, "dash": dash}
        entry: dict[str, object] = {"type": "scatter", "x": x, "y": y, "mode": "lines", "line": line}
        self.traces.append(entry | {"hoverinfo": "skip"} | more)

    def symbol(self, place: tuple[Coordinate, float], sign: str, colour: str, size: float) -> None:
        """A sign at a place; it answers neither hover nor click, and keeps its colour when others are selected."""
        marker = {"symbol": sign, "size": size, "color": colour, "opacity": 1}
        kept = {"marker": {"opacity": 1}}
        entry: dict[str, object] = {"type": "scatter", "x": [place[0]], "y": [place[1]], "mode": "markers"}
        entry |= {"marker": marker, "hoverinfo": "skip", "cliponaxis": False, "selected": kept, "unselected": kept}
        self.traces.append(entry)

    def click_points(self, x: Points, y: Points, size: float, opens: str, hover: str | None = None) -> None:
        """Points nobody sees, whose click hands over `opens`; without `hover` they show nothing under the pointer."""
        marker = {"size": size, "opacity": 0, "color": self.look.palette.ink}
        entry: dict[str, object] = {"type": "scatter", "x": list(x), "y": list(y), "mode": "markers", "marker": marker}
        entry |= {"selected": HIDDEN, "unselected": HIDDEN, "customdata": [[opens]] * len(x)}
        entry |= {"text": [hover] * len(x), "hoverinfo": "text"} if hover else {"hoverinfo": "none"}
        self.traces.append(entry)

    def figure(self, **layout: object) -> go.Figure:
        """The plotly figure with our paper and type."""
        palette = self.look.palette
        font = {"family": FONT, "size": self.look.text, "color": palette.ink}
        standing = {
            "template": "none",
            "paper_bgcolor": palette.paper,
            "plot_bgcolor": palette.paper,
            "font": font,
            "showlegend": False,
            "dragmode": False,
            "hovermode": "closest",
            "hoverlabel": {"bgcolor": palette.paper, "bordercolor": palette.ticks, "font": font, "align": "left"},
            "xaxis": self.xaxis,
            "yaxis": self.yaxis,
            "shapes": self.shapes,
            "annotations": self.annotations,
        }
        return go.Figure({"data": self.traces, "layout": standing | layout})
