"""The half dial itself: how far its scale goes, and where a share of it lies."""

from math import cos, isfinite, pi, sin
from typing import NamedTuple

import numpy as np
import pandas as pd

from components.scene.canvas import Canvas
from components.scene.scale import FLOOR_ROOM, whole_times
from components.sentences.row import Row
from data.models.quantities import FLOORS

USUAL = 3  # times the limit; a scale goes further in whole multiples where something lies beyond
TRACK, ARC = (0.80, 1.00), (0.855, 0.945)


class Scale(NamedTuple):
    """A limit, and how many times it a dial shows."""

    limit: float
    times: int

    @property
    def full(self) -> float:
        return self.limit * self.times


def scale_of(row: pd.Series | None, limit_volume: float | None, model: pd.Series | None = None) -> int:
    """How many times the limit the dial shows: the first whole multiple that holds the number and the model's band."""
    if not limit_volume:  # none, or one that allows none
        return USUAL
    volumes = [] if row is None or not row["comparable"] else [top_of(row)]
    volumes += [] if model is None else [float(model["q95"])]
    return whole_times(max(volumes, default=0.0) / limit_volume)


def top_of(row: Row) -> float:
    """How far a scale has to reach for a number of the volumes frame: behind a floor there is room to go on."""
    top = float(row["high"] if isfinite(row["high"]) else row["volume"])
    return top / FLOOR_ROOM if row["operator"] in FLOORS else top


def ring(
    canvas: Canvas,
    start: float,
    end: float,
    radii: tuple[float, float],
    fill: str | None,
    outline: str | None = None,
    dash: str = "dot",
) -> None:
    """A piece of a ring between two shares of the dial."""
    angles = np.pi * (1 - np.linspace(start, end, max(3, round(120 * (end - start)) + 2)))
    x = np.concatenate([radii[1] * np.cos(angles), radii[0] * np.cos(angles[::-1])])
    y = np.concatenate([radii[1] * np.sin(angles), radii[0] * np.sin(angles[::-1])])
    closed_x, closed_y = np.append(x, x[0]).round(4), np.append(y, y[0]).round(4)
    line = dash if outline else "solid"
    canvas.curve(closed_x, closed_y, outline or fill or "", 2 if outline else 0, line, fill or "")


def track(canvas: Canvas, times: int, limit_volume: float | None, minimum: bool) -> None:
    """The ground of the dial: what keeps the limit, and what breaks it."""
    kept, broken_by = canvas.look.palette.within, canvas.look.palette.beyond
    before, behind = (broken_by, kept) if minimum else (kept, broken_by)
    if limit_volume == 0:
        before = behind
    ring(canvas, 0, 1 / times, TRACK, before)
    ring(canvas, 1 / times, 1, TRACK, kept if limit_volume is None else behind)


def chevron(canvas: Canvas, share: float) -> None:
    """A V along the arc that points onward: the number is a floor."""
    middle, half = sum(ARC) / 2, (ARC[1] - ARC[0]) / 2
    points = [at(middle + half, share), at(middle, share + 0.016), at(middle - half, share)]
    width = 3 if canvas.look.narrow else 6
    canvas.curve([x for x, _ in points], [y for _, y in points], canvas.look.palette.ink, width)


def at(radius: float, share: float) -> tuple[float, float]:
    """A place on the dial: 0 on the left, 1 on the right."""
    angle = pi * (1 - share)
    return radius * cos(angle), radius * sin(angle)
