"""Labels and bars packed greedily into rows, so that nothing collides."""

from collections.abc import Sequence
from typing import NamedTuple


class Extent(NamedTuple):
    """From where to where something reaches along a row."""

    start: float
    end: float


def packed(extents: Sequence[Extent], gap: float) -> list[int]:
    """The row of each extent, in the order given: the first row in which it touches nothing already there.

    Extents are placed by where they start; those in one row are at least `gap` apart.
    """
    rows: list[float] = []
    placed = [0] * len(extents)
    for place in sorted(range(len(extents)), key=lambda place: (extents[place].start, place)):
        extent = extents[place]
        row = next((row for row, end in enumerate(rows) if end + gap <= extent.start), len(rows))
        if row == len(rows):
            rows.append(extent.end)
        rows[row] = extent.end
        placed[place] = row
    return placed


def packed_in_order(extents: Sequence[Extent], gap: float) -> list[int]:
    """The row of each extent, those named first placed first: the first row in which it touches nothing.

    Takes more time and room than `packed`, but whoever reads from above reads in the order given.
    """
    rows: list[list[Extent]] = []
    placed = []
    for extent in extents:
        free = (row for row, taken in enumerate(rows) if not any(_touch(extent, other, gap) for other in taken))
        row = next(free, len(rows))
        if row == len(rows):
            rows.append([])
        rows[row].append(extent)
        placed.append(row)
    return placed


def _touch(one: Extent, other: Extent, gap: float) -> bool:
    return one.start < other.end + gap and other.start < one.end + gap
