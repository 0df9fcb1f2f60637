"""What a figure is made of, placed in the units of its axes; every pen draws it from these and nothing else.

Places on paper instead run from 0 (left, bottom) to 1 (right, top) over the plot. Sizes and shifts are pixels, up and
right counted as more; in the path of an Outline, as SVG has it, down.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

import numpy as np

Coordinate = float | date
Points = Sequence[float] | Sequence[date] | Sequence[Coordinate] | np.ndarray
Layer = Literal["below", "above"]


class Stroke(NamedTuple):
    """A line: its colour, its width in pixels, and whether it is broken."""

    colour: str
    width: float
    dash: str = "solid"


class Hatch(NamedTuple):
    """A hatching: the form of its lines as plotly names it, their colour, what lies between, and how dense it is."""

    form: str
    colour: str
    background: str
    solidity: float


class Opens(NamedTuple):
    """What points answer: `hover` a text each, `behind` what a click hands over, each None where there is none."""

    hover: Sequence[str] | None = None
    behind: Sequence[str] | None = None


SILENT = Opens()


@dataclass(frozen=True)
class Label:
    """Words at a place, in the markup that plotly reads; `background` is a colour behind them.

    Where nothing but words can be clicked on, as on a slide, they open what `leads_to` names: "record:" and an id.
    """

    markup: str
    at: tuple[Coordinate, float]
    size: float
    colour: str
    anchor: tuple[str, str] = ("center", "middle")
    shift: tuple[float, float] = (0, 0)
    background: str | None = None
    paper: tuple[bool, bool] = (False, False)
    name: str = ""
    leads_to: str = ""


@dataclass(frozen=True)
class Box:
    """A rectangle; with `held` its sides are pixels from a place on paper, so that no window stretches it."""

    x: tuple[Coordinate, Coordinate]
    y: tuple[float, float]
    fill: str | None
    line: Stroke | None = None
    layer: Layer = "below"
    opacity: float | None = None
    paper: bool = False  # in x alone
    held: tuple[float, float] | None = None


@dataclass(frozen=True)
class Segment:
    """A straight line."""

    start: tuple[Coordinate, float]
    end: tuple[Coordinate, float]
    line: Stroke
    layer: Layer | None = "above"


@dataclass(frozen=True)
class Outline:
    """A small form of its own, drawn in pixels around a place: its corners, as SVG writes a path of straight lines."""

    path: str
    at: tuple[Coordinate, float]
    line: Stroke


@dataclass(frozen=True)
class Curve:
    """A line through points, closed and filled or hatched where it has a `fill`; NaN breaks it. It answers nothing."""

    x: Points
    y: Points
    line: Stroke
    fill: str | None = None
    hatch: Hatch | None = None
    opacity: float | None = None


@dataclass(frozen=True)
class Signs:
    """Signs at places, one form and size for all unless there are several; `line` is around them."""

    x: Points
    y: Points
    form: str | list[str]
    size: float
    fill: str
    line: Stroke | None = None
    opens: Opens = SILENT


@dataclass(frozen=True)
class Hits:
    """Points nobody sees, so many pixels wide, that answer the pointer."""

    x: Points
    y: Points
    size: float
    opens: Opens


@dataclass(frozen=True)
class Bars:
    """Bars from `base` on, `lengths` long and `widths` thick, lying along x or standing along y.

    Without a `fill` or a hatching nobody sees them; `offset` shifts them off their places.
    """

    along: Literal["x", "y"]
    at: Points
    base: Points | float
    lengths: Points
    widths: Points | float
    fill: str | None = None
    line: Stroke | None = None
    hatch: Hatch | None = None
    offset: float | None = None
    opens: Opens = SILENT


Mark = Label | Box | Segment | Outline | Curve | Signs | Hits | Bars
