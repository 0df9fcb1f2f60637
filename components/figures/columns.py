"""Equally likely volumes in columns: how far their axis reaches, and where each dot stands on it."""

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from components.scene.canvas import Look
from components.scene.packing import Extent
from components.scene.scale import round_step

SCALE = 3  # times the limit, unless more than FEW lie past it
FEW = 3
COLUMNS = {"wide": 24, "medium": 24, "narrow": 18}
AREA = {"wide": 304.0, "medium": 240.0, "narrow": 220.0}  # most pixels a column may be high
LARGEST = {"wide": 38.0, "medium": 24.0, "narrow": 16.0}
MOST_ABREAST = 8


class Axis(NamedTuple):
    """From nothing to so many times a base, which is the limit or, without one, a round volume, in equal columns.

    One edge of a column lies at `line`, so that no column stands on both sides of it. `first` is -1 where something
    stands in the column that begins before nothing, else 0; `extra` is 1 where something stands past the end.
    """

    base: float
    times: int
    columns: int
    extra: int
    line: float = 0.0
    first: int = 0

    @property
    def end(self) -> float:
        return self.base * self.times

    @property
    def column(self) -> float:
        return self.end / self.columns

    @property
    def shift(self) -> float:
        """How far right of nothing the first whole column begins."""
        shift = max(self.line, 0.0) % self.column
        return 0.0 if min(shift, self.column - shift) < 1e-9 * self.column else shift

    @property
    def left(self) -> float:
        """Where the leftmost column begins."""
        return self.shift - self.column if self.first else 0.0

    @property
    def right(self) -> float:
        return self.end + self.shift + self.extra * self.column

    def place(self, volume: float) -> int:
        """The column of a volume; what lies exactly on an edge lies below it, as the limit does not exceed itself."""
        if volume > self.end:
            return self.columns
        least = -1 if self.shift else 0
        return min(max(ceil((volume - self.shift) / self.column - 1e-9) - 1, least), self.columns - 1)

    def middle(self, place: int) -> float:
        return self.shift + (place + 0.5) * self.column


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


def axis_for(volumes: Sequence[float], base: float, look: Look, line: float = 0.0) -> Axis:
    """An axis to three times the base, or, if more than a few volumes lie past that, by whole multiples further."""
    axis = _axis(volumes, base, look)._replace(line=line)
    return axis._replace(first=min([0, *map(axis.place, volumes)]))


def _axis(volumes: Sequence[float], base: float, look: Look) -> Axis:
    columns, past = COLUMNS[look.width], [volume for volume in volumes if volume > SCALE * base]
    if len(past) <= FEW:
        return Axis(base, SCALE, columns, int(bool(past)))
    kept = sorted(volumes)[: len(volumes) - FEW]
    times = max(ceil(kept[-1] / base - 1e-9), SCALE + 1)
    # The limit stays on the edge of a column as long as there are columns enough.
    times = times if times <= columns else ceil(times / columns) * columns
    columns = times * (columns // times) if times <= columns else columns
    return Axis(base, times, columns, int(any(volume > times * base for volume in volumes)))


def placed_dots(volumes: Sequence[float], line: float, axis: Axis, pixel: float, look: Look) -> tuple[list[Dot], float]:
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
            x = axis.middle(place) + (beside - (in_row - 1) / 2) * size / pixel * axis.column
            above = not volume <= line
            placed.append(Dot(x, (row + 0.5) * size, volume, above, place == axis.columns))
    return placed, size


def outlines_of(volumes: Sequence[float], axis: Axis, placed: Sequence[Dot], size: float) -> list[tuple[int, float]]:
    """Columns of other volumes on the same axis, each with its height in pixels, as many dots abreast as those placed.

    What lies past the end of the axis is left out.
    """
    rows = [(axis.place(dot.volume), dot.y) for dot in placed]
    abreast = max((rows.count(row) for row in rows), default=1)
    places = [place for volume in volumes if (place := axis.place(volume)) < axis.columns]
    return [(place, ceil(places.count(place) / abreast) * size) for place in sorted(set(places))]


def heaps_of(placed: Sequence[Dot], axis: Axis, pixel: float, size: float) -> list[tuple[Extent, float]]:
    """From where to where the columns stand and how high they are, in pixels."""
    found: dict[int, float] = {}
    for dot in placed:
        column = axis.place(dot.volume)
        found[column] = max(found.get(column, 0.0), dot.y + size / 2)
    starts = {column: (axis.middle(column) - axis.left) / axis.column * pixel - pixel / 2 for column in found}
    return [(Extent(start, start + pixel), found[column]) for column, start in starts.items()]
