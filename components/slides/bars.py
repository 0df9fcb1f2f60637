"""The bar of an event on the time axis of a slide: every day the wording allows, and what is known of it."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, cast

import pandas as pd

from components.scene.packing import Extent
from components.scene.things import PALETTE, Dash, Place, Shape
from components.sentences.timeline import event_title
from components.slides.months import Axis
from components.theme import CITED_DASH, CITED_SIGN, CITED_WORD
from data.models.dates import in_words

Row = dict[Hashable, Any]
LEAST_BAR = 0.06  # inches
CHEVRONS, EDGE = 2, 0.04  # at an edge of the axis; inches that they keep from it
SYMBOL = 0.03  # by how much circles and triangles are larger than a bar is thick
OUTLINE = 1.25  # points
CITED_OUTLINE = cast("Dash", CITED_DASH)


@dataclass(frozen=True)
class Ink:
    """How an event is drawn: the colour, the outline of what is not known, the fill of a bar where it is known to
    fall and of circles and triangles, and how thick a bar is in inches.
    """

    colour: str
    dash: Dash
    known: str
    symbol: str
    thick: float

    @property
    def size(self) -> float:
        """Inches of a circle or a triangle."""
        return self.thick + SYMBOL


CITED_INK = Ink(PALETTE.cited, CITED_OUTLINE, PALETTE.within, PALETTE.paper, 0.09)


def quoted_ink(colour: str) -> Ink:
    """Solid and dotted, in the colour of a lane."""
    return Ink(colour, "dot", colour, colour, 0.11)


def bar_of(row: Row, said: str, axis: Axis, middle: float, ink: Ink) -> Iterator[Shape]:
    """Outlined over every day allowed, filled where it is known to fall; triangles at open ends, a circle for a day."""
    bar = reach_of(row, axis)
    if not row["cited"]:
        yield from _edges(row, said, axis, middle, ink)
    if side_of(row, axis) != "within":
        return
    if row["single_day"]:
        place = Place((bar.start + bar.end - ink.size) / 2, middle - ink.size / 2, ink.size, ink.size)
        yield Shape("Day", place, "ellipse", said, ink.symbol, ink.colour)
        return
    known = _known(row, axis, bar)
    if known != bar:
        place = _around(bar, middle, ink.thick)
        yield Shape("Somewhere in here", place, "rectangle", said, PALETTE.paper, ink.colour, OUTLINE, ink.dash)
    if known:
        place, alt = _around(known, middle, ink.thick), f"{said}; known to fall in this part"
        yield Shape("Known to fall here", place, "rectangle", alt, ink.known, ink.colour, OUTLINE)
    for end, x, turn in (("start", bar.start, 270), ("end", bar.end - ink.size, 90)):
        if row[f"open_{end}"]:
            place = Place(x, middle - ink.size / 2, ink.size, ink.size)
            yield Shape("Open end", place, "triangle", f"{said}; open {end}", ink.symbol, ink.colour, turn=turn)


def _edges(row: Row, said: str, axis: Axis, middle: float, ink: Ink) -> Iterator[Shape]:
    """A chevron at each edge of the axis past which an event lies or goes on."""
    side = side_of(row, axis)
    before = side == "before" or (not pd.isna(row["earliest"]) and row["earliest"].date() < axis.first)
    after = side == "after" or (not pd.isna(row["latest"]) and row["latest"].date() > axis.last)
    size = ink.size
    for number in range(CHEVRONS):
        # Clear of the ends of the axis, where lines may stand.
        away = EDGE + number * size * 0.7
        if before:
            place = Place(axis.left + away, middle - size / 2, size, size)
            yield Shape("Beyond the axis", place, "chevron", f"{said}; before this axis", ink.colour, turn=180)
        if after:
            place = Place(axis.right - away - size, middle - size / 2, size, size)
            yield Shape("Beyond the axis", place, "chevron", f"{said}; after this axis", ink.colour)


def reach_of(row: Row, axis: Axis) -> Extent:
    """From where to where the days of an event reach, wide enough to be seen, and within the axis."""
    start: float = axis.left if pd.isna(row["earliest"]) else axis.start(row["earliest"].date())
    end: float = axis.right if pd.isna(row["latest"]) else axis.end(row["latest"].date())
    start = min(start, axis.right - LEAST_BAR)
    return Extent(start, max(end, start + LEAST_BAR))


def side_of(row: Row, axis: Axis) -> Literal["before", "within", "after"]:
    """On which side of the axis an event lies; "within" if any day of it does."""
    if not pd.isna(row["latest"]) and row["latest"].date() < axis.first:
        return "before"
    return "after" if not pd.isna(row["earliest"]) and row["earliest"].date() > axis.last else "within"


def said_of(row: Row) -> str:
    """An event in words: its title, its date, and the claims or the cited records behind it."""
    ids = ", ".join(row["claim_ids"]) or f"{CITED_SIGN} {CITED_WORD}: {', '.join(row['record_ids'])}"
    return f"{event_title(row)}: {in_words(row['date'])} [{ids}]"


def ids_of(rows: Iterable[Row]) -> tuple[list[str], list[str]]:
    """The claims and the cited records behind some events, in their order."""
    rows = list(rows)
    claims = [claim_id for row in rows for claim_id in row["claim_ids"]]
    return claims, [record_id for row in rows for record_id in row["record_ids"]]


def _known(row: Row, axis: Axis, bar: Extent) -> Extent | None:
    if pd.isna(row["known_from"]) or pd.isna(row["known_to"]):
        return None
    start: float = max(bar.start, min(axis.start(row["known_from"].date()), bar.end - LEAST_BAR))
    end: float = min(axis.end(row["known_to"].date()), bar.end)
    return Extent(start, max(start + LEAST_BAR, end))


def _around(bar: Extent, middle: float, thick: float) -> Place:
    return Place(bar.start, middle - thick / 2, bar.end - bar.start, thick)
