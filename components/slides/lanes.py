"""The lanes of the timeline on slides: events packed into strips, strips stacked into bands, bands spread on slides."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from components.scene.packing import packed, packed_in_order
from components.scene.text import cut, height
from components.scene.things import CONTENT, PALETTE, Place, Run, Shape, Text, Thing
from components.sentences.counts import count
from components.slides.bars import CITED_INK, Ink, Row, bar_of, quoted_ink, said_of, side_of
from components.slides.marks import (
    CITED_POINTS,
    QUOTED_POINTS,
    Mark,
    cited_mark,
    edge_marks,
    label_height,
    label_of,
    quoted_mark,
)
from components.slides.months import Axis
from components.theme import LANE_SIGNS
from data.models.case import Lane

NAME_WIDTH, NAME_POINTS, MOST_NAME_LINES = 1.85, 13.0, 3
PLOT_LEFT, PLOT_RIGHT = CONTENT.x + NAME_WIDTH + 0.05, CONTENT.right - 0.1
AIR, GAP = 0.05, 0.15
BELOW_LABEL = 0.04  # inches of a label's box that its bar takes: there are no words in them
BETWEEN = 0.02  # a bar and the next label
LEAST_STRIPS = 2  # that a lane leaves on a slide before it goes on on the next


@dataclass(frozen=True)
class Strip:
    """Marks side by side with their labels above or beside them, and how they are drawn."""

    marks: tuple[Mark, ...]
    points: float
    ink: Ink
    beside: bool = False

    @property
    def height(self) -> float:
        bar = 0.0 if self.beside else self.ink.thick - BELOW_LABEL + BETWEEN
        return label_height(self.points) + bar


@dataclass(frozen=True)
class Band:
    """A lane, or the part of it that stands on one slide."""

    place: int
    lane: Lane
    strips: tuple[Strip, ...]
    goes_on: bool = False

    @property
    def colour(self) -> str:
        return PALETTE.lanes[self.place % len(PALETTE.lanes)]

    @property
    def ground(self) -> str:
        return PALETTE.paper if self.place % 2 else PALETTE.band

    @property
    def name(self) -> tuple[tuple[Run, ...], ...]:
        """Sign and title of the lane, in as many lines as a band has at least room for."""
        title = cut(self.lane.title, NAME_WIDTH - 0.25, NAME_POINTS, MOST_NAME_LINES, bold=True)
        first = (Run(f"{LANE_SIGNS[self.place % len(LANE_SIGNS)]} {title}", bold=True, colour=self.colour),)
        further = (Run("goes on", colour=PALETTE.secondary, points=CITED_POINTS),)
        return (first, further) if self.goes_on else (first,)

    @property
    def height(self) -> float:
        strips = sum(strip.height for strip in self.strips) + 2 * AIR
        return max(strips, height(self.name, NAME_WIDTH, NAME_POINTS))

    @property
    def rows(self) -> list[Row]:
        return [row for strip in self.strips for mark in strip.marks for row in mark.rows]


def bands_of(rows: Sequence[Row], lanes: Sequence[Lane], axis: Axis) -> list[Band]:
    """The lanes in which some events lie that can be placed, each with its strips: quoted events first, then cited."""
    bands = []
    for place, lane in enumerate(lanes):
        quoted = [row for row in rows if row["lane"] == lane.id and not row["cited"]]
        cited = [row for row in rows if row["lane"] == lane.id and row["cited"]]
        if quoted or cited:
            band = Band(place, lane, ())
            strips = (*_quoted(quoted, axis, band.colour), *_cited(cited, axis))
            bands.append(replace(band, strips=strips))
    return bands


def spread(bands: Sequence[Band], room: float) -> list[list[Band]]:
    """Bands on as many slides as they need; one that is higher than a slide is divided between its strips."""
    slides: list[list[Band]] = [[]]
    waiting = list(bands)
    while waiting:
        band = waiting.pop(0)
        left = room - sum(other.height for other in slides[-1])
        if band.height <= left + 1e-9:
            slides[-1].append(band)
            continue
        fitting = _fitting(band, left) if band.height > room else 0
        if slides[-1] and fitting < LEAST_STRIPS:
            slides.append([])
            waiting.insert(0, band)
            continue
        fitting = max(fitting, 1)
        slides[-1].append(replace(band, strips=band.strips[:fitting]))
        if band.strips[fitting:]:
            slides.append([])
            waiting.insert(0, replace(band, strips=band.strips[fitting:], goes_on=True))
    return slides


def ground(band: Band, top: float) -> Shape:
    """The band on which a lane stands, to be drawn under everything else."""
    place = Place(CONTENT.x, top, CONTENT.width, band.height)
    return Shape("Lane", place, "rectangle", f"Lane {band.lane.title}: {count(len(band.rows), 'event')}", band.ground)


def drawn(band: Band, axis: Axis, top: float) -> Iterator[Thing]:
    """The name of a lane and its strips, below `top`."""
    name = Place(CONTENT.x, top, NAME_WIDTH, band.height)
    yield Text("Lane name", name, band.name, f"Lane {band.lane.title}", NAME_POINTS, "left", "middle")
    level = top + (band.height - sum(strip.height for strip in band.strips)) / 2
    for strip in band.strips:
        yield from _strip(strip, band, axis, level)
        level += strip.height


def _quoted(rows: Sequence[Row], axis: Axis, colour: str) -> list[Strip]:
    marks = [quoted_mark(row, axis, colour) for row in rows]
    strips = _stacked(marks, packed([mark.extent for mark in marks], GAP))
    return [Strip(strip, QUOTED_POINTS, quoted_ink(colour)) for strip in strips]


def _cited(rows: Sequence[Row], axis: Axis) -> list[Strip]:
    """What lasts has its words above, what is short beside; what lies beyond the axis is counted at its edge."""
    ordered = sorted(rows, key=_first_day)
    sides = [(row, side_of(row, axis)) for row in ordered]
    before, within, after = ([row for row, side in sides if side == wanted] for wanted in ("before", "within", "after"))
    marks = [cited_mark(row, axis) for row in within]
    long = [mark for mark in marks if mark.side == "above"]
    short = [*(mark for mark in marks if mark.side != "above"), *edge_marks(before, after, axis)]
    strips = []
    for beside, group in ((False, long), (True, short)):
        stacked = _stacked(group, packed_in_order([mark.extent for mark in group], GAP))
        strips += [Strip(strip, CITED_POINTS, CITED_INK, beside) for strip in stacked]
    return strips


def _first_day(row: Row) -> tuple[date, date]:
    """By what cited events are ordered: their first day, then their last; an open start comes first."""
    first: date = date.min if pd.isna(row["earliest"]) else row["earliest"].date()
    last: date = date.max if pd.isna(row["latest"]) else row["latest"].date()
    return first, last


def _stacked(marks: list[Mark], rows: list[int]) -> list[tuple[Mark, ...]]:
    strips: list[list[Mark]] = [[] for _ in range(max(rows, default=-1) + 1)]
    for mark, row in zip(marks, rows, strict=True):
        strips[row].append(mark)
    return [tuple(strip) for strip in strips]


def _strip(strip: Strip, band: Band, axis: Axis, top: float) -> Iterator[Thing]:
    """Labels first, bars over them: the box of a label reaches a little below its words."""
    labelled = label_height(strip.points)
    middle = top + (labelled / 2 if strip.beside else labelled - BELOW_LABEL + strip.ink.thick / 2)
    for mark in strip.marks:
        yield label_of(mark, top, strip.points, band.ground)
    for mark in strip.marks:
        if mark.bar:
            yield from bar_of(mark.rows[0], said_of(mark.rows[0]), axis, middle, strip.ink)


def _fitting(band: Band, room: float) -> int:
    """How many strips of a band fit into some inches."""
    return max((many for many in range(len(band.strips)) if _part(band, many).height <= room), default=0)


def _part(band: Band, many: int) -> Band:
    return replace(band, strips=band.strips[:many])
