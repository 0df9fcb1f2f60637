"""Equally likely volumes in columns: how far their axis reaches, and where each dot stands on it."""

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from components.figures.canvas import Look
from components.figures.scale import round_step
from components.packing import Extent

SCALE = 3  # times the limit, unless more than FEW lie past it
FEW = 3
COLUMNS = {"wide": 24, "medium": 24, "narrow": 18}
AREA = {"wide": 304.0, "medium": 240.0, "narrow": 220.0}  # most pixels a column may be high
LARGEST = {"wide": 38.0, "medium": 24.0, "narrow": 16.0}
MOST_ABREAST = 8


class Axis(NamedTuple):
    """From nothing to so many times a base, which is the limit or, without one, a round volume, in equal columns."""

    base: float
    times: int
    columns: int
    extra: int

    @property
    def end(self) -> float:
        return self.base * self.times

    @property
    def column(self) -> float:
        return self.end / self.columns

    def place(self, volume: float) -> int:
        """The column of a volume; what lies exactly on an edge lies below it, as the limit does not exceed itself."""
        return min(max(ceil(volume / self.column - 1e-9) - 1, 0), self.columns) if volume <= self.end else self.columns


class Dot(NamedTuple):
    """Where a dot stands: its middle, the first in the unit of the axis, the second in pixels."""

    x: float
    y: float
    volume: float
    above: bool
    past: bool


def base_of(volumes: Sequence[float]) -> float:
    """Without a limit: a round volume, three times which covers all."""
    return round_step(max(volumes, default=0.0) or 1.0, SCALE)


def axis_for(volumes: Sequence[float], base: float, look: Look) -> Axis:
    """An axis to three times the base, or, if more than a few volumes lie past that, by whole multiples further."""
    columns, past = COLUMNS[look.width], [volume for volume in volumes if volume > SCALE * base]
    if len(past) <= FEW:
        return Axis(base, SCALE, columns, int(bool(past)))
    kept = sorted(volumes)[: len(volumes) - FEW]
    times = max(ceil(kept[-1] / base - 1e-9), SCALE + 1)
    # The limit stays on the edge of a column as long as there are columns enough.
    times = times if times <= columns else ceil(times / columns) * columns
    columns = times * (columns // times) if times <= columns else columns
    return Axis(base, times, columns, int(any(volume > times * base for volume in volumes)))


def placed_dots(
    volumes: Sequence[float], limit_volume: float, axis: Axis, pixel: float, look: Look
) -> tuple[list[Dot], float]:
    """Every dot in its column, as large as the highest column allows; a heap grows in breadth before dots get tiny."""
    heaps: dict[int, list[float]] = {}
    for volume in sorted(volumes):
        heaps.setdefault(axis.place(volume), []).append(volume)
    tallest = max((len(heap) for heap in heaps.values()), default=1)
    sizes = {
        abreast: min(pixel / abreast, AREA[look.width] / ceil(tallest / abreast), LARGEST[look.width])
        for abreast in range(1, MOST_ABREAST + 1)
    }
    abreast = max(sizes, key=lambda many: sizes[many])
    size, placed = sizes[abreast], []
    for place, heap in heaps.items():
        for rank, volume in enumerate(heap):
            row, beside = divmod(rank, abreast)
            in_row = min(abreast, len(heap) - row * abreast)
            x = place + 0.5 + (beside - (in_row - 1) / 2) * size / pixel
            above = not volume <= limit_volume
            placed.append(Dot(x * axis.column, (row + 0.5) * size, volume, above, place == axis.columns))
    return placed, size


def heaps_of(placed: Sequence[Dot], axis: Axis, pixel: float, size: float) -> list[tuple[Extent, float]]:
    """From where to where the columns stand and how high they are, in pixels."""
    found: dict[int, float] = {}
    for dot in placed:
        column = int(dot.x / axis.column)
        found[column] = max(found.get(column, 0.0), dot.y + size / 2)
    return [(Extent(column * pixel, (column + 1) * pixel), top) for column, top in found.items()]
