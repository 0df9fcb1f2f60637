"""The lanes of the timeline: their events packed into rows, as close together as the room asks for, and drawn."""

from bisect import bisect_right
from collections.abc import Hashable, Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

import pandas as pd

from components.figures.events import cited_events
from components.figures.events.sheet import EDGE, LEAST_BAR, Clickable, Rows, Sheet, click_bars, edge_sign, with_label
from components.scene.calendar import Calendar
from components.scene.canvas import Look
from components.scene.furniture import safe
from components.scene.marks import Stroke
from components.scene.packing import Extent, packed
from components.scene.screens import Room
from components.scene.text import broken, ems, fitted
from components.sentences.timeline import beyond_the_axis, event_title, is_cited
from components.theme import LANE_SIGNS, read_by
from data.models.case import Lane
from data.models.dates import in_words

HEADING, HEADING_AROUND = 22, 36  # pixels: how high the name of a lane is, and what its sign and the edges take
IN_VIEW = 480  # pixels of a lane, of which a window always shows one name
# On a screen of 16:9 labels stand beside their bars if they can, and events as far apart as there is room for.
TIGHT = Rows(quoted=29, below=21, bar=7.5, beside=19, span=28, day=18.5, air=6, writing=21)
LOOSE = Rows(quoted=39, below=22, bar=10, beside=30, span=33, day=20, air=12, writing=21)
SLIDE = 1.16  # by which rows on a slide are higher, for its type is larger
LEAST_EVENTS = 3  # of a lane that begins at the foot of a screen and goes on on the next
LEAST_TITLE = 6.5  # type sizes that a date behind it leaves of a title
BESIDE = 12  # pixels between a bar and the label beside it
LONGEST_LABEL = {"wide": 33.0, "medium": 26.0, "narrow": 19.0}  # type sizes
SIDES = {"wide": (170, 16), "medium": (130, 16), "narrow": (12, 14)}

Side = Literal["above", "above, ending right", "right", "left"]


class _Item(NamedTuple):
    """One bar with its label, the days it covers on the axis, and how far both reach in pixels."""

    row: pd.Series
    label: str
    start: date
    end: date
    side: Side
    extent: Extent

    @property
    def above(self) -> bool:
        return self.side.startswith("above")


class Arranged(NamedTuple):
    """One lane or a part of it, before it is drawn: its events in rows, and what it is drawn on."""

    sheet: Sheet
    lane: Lane
    place: int
    above: list[tuple[_Item, int]]
    beside: list[tuple[_Item, int]]
    cited: cited_events.Block | None

    @property
    def heading(self) -> float:
        return HEADING if self.sheet.canvas.look.narrow else 0

    @property
    def quoted(self) -> float:
        """How high the rows of the quoted events are."""
        above, beside = (max((row for _, row in part), default=-1) + 1 for part in (self.above, self.beside))
        return above * self.sheet.rows.quoted + beside * self.sheet.rows.beside

    @property
    def height(self) -> float:
        return self.sheet.rows.air + self.heading + self.quoted + (self.cited.height if self.cited else 0)


def rows_on(look: Look) -> tuple[Rows, Rows]:
    """How close events may stand, and how far apart they stand where there is room."""
    if not look.for_screen:
        return Rows(), Rows()
    if not look.room:
        return TIGHT, LOOSE
    return Rows(*(high * SLIDE for high in TIGHT)), Rows(*(high * SLIDE for high in LOOSE))


def arranged(sheet: Sheet, placeable: pd.DataFrame, lanes: Sequence[Lane], room: Room | None) -> list[Arranged]:
    """The lanes that have events; on a screen with some room they fill it, or parts of them fill several."""
    placeable = placeable.reset_index(drop=True)
    items = _Items(placeable)
    present = [
        (place, lane, in_lane)
        for place, lane in enumerate(lanes)
        if not (in_lane := placeable[placeable["lane"] == lane.id]).empty
    ]

    def packed_with(rows: Rows) -> list[Arranged]:
        return [_lane(sheet._replace(rows=rows), in_lane, lane, place, items) for place, lane, in_lane in present]

    tight, wide_apart = rows_on(sheet.canvas.look)
    loose = packed_with(sheet.rows)
    most = sum(lane.height for lane in loose)
    if room is None or most <= room.whole:
        return loose
    least = sum(lane.height for lane in packed_with(tight))
    if least <= room.whole:
        share = (room.whole - least) / (most - least)
        return packed_with(Rows(*(low + (high - low) * share for low, high in zip(tight, wide_apart, strict=True))))
    sheet, left, parts = sheet._replace(rows=tight), room.part, []
    for place, lane, in_lane in present:
        for part in _broken(sheet, in_lane, lane, place, Room(left, room.part), items):
            left = (left if part.height <= left else room.part) - part.height
            parts.append(part)
    return parts


def _broken(
    sheet: Sheet, rows: pd.DataFrame, lane: Lane, place: int, room: Room, items: "_Items"
) -> Iterator[Arranged]:
    """A lane in parts: the first fills what is left of a screen (`whole`), the others one each; quoted events first."""
    rest = rows.assign(of_record=is_cited(rows)).sort_values(["of_record", "earliest"], kind="stable")
    free = room.whole
    while len(rest):

        def tall(many: int, rest: pd.DataFrame = rest) -> float:
            return _lane(sheet, rest.head(many), lane, place, items).height

        many = bisect_right(range(1, len(rest) + 1), free, key=tall)
        if many < min(LEAST_EVENTS, len(rest)) and free < room.part:
            free = room.part
            continue
        part = rest.head(max(many, 1))
        yield _lane(sheet, part, lane, place, items)
        rest, free = rest.iloc[len(part) :], room.part


def _lane(sheet: Sheet, rows: pd.DataFrame, lane: Lane, place: int, items: "_Items") -> Arranged:
    """The events of one lane, packed into rows."""
    look = sheet.canvas.look
    background = look.palette.paper if place % 2 else look.palette.band
    sheet = sheet._replace(colour=look.palette.lanes[place % len(look.palette.lanes)], background=background)
    cited = is_cited(rows)
    made = [items.of(at, sheet) for at in rows.index[~cited.to_numpy()]]
    above, beside = (
        list(zip(some, packed([item.extent for item in some], gap=14), strict=True))
        for some in ([item for item in made if item.above], [item for item in made if not item.above])
    )
    block = cited_events.arranged(sheet, rows[cited]) if cited.any() else None
    return Arranged(sheet, lane, place, above, beside, block)


class _Items:
    """The quoted events of a frame as they are drawn, each made once for every way in which rows stand."""

    def __init__(self, rows: pd.DataFrame) -> None:
        self._rows = dict(rows[~is_cited(rows)].iterrows())
        self._made: dict[tuple[Hashable, Rows], _Item] = {}

    def of(self, at: Hashable, sheet: Sheet) -> _Item:
        key = at, sheet.rows
        if key not in self._made:
            self._made[key] = _item(sheet, self._rows[at])
        return self._made[key]


def draw(lane: Arranged, level: float) -> float:
    """Draw one lane but for its heading below `level` and return the level below it."""
    sheet, rows, bottom = lane.sheet, lane.sheet.rows, level - lane.height
    if lane.place % 2 == 0:
        sheet.canvas.box((0, 1), (level, bottom), sheet.background, paper=True)
    top = level - rows.air / 2 - lane.heading
    below = top - lane.quoted + (max((row for _, row in lane.beside), default=-1) + 1) * rows.beside
    for some, first, high in ((lane.above, top, rows.quoted), (lane.beside, below, rows.beside)):
        for item, row in some:
            _event(sheet, item, first - row * high)
        if some:
            clickable = [
                Clickable(item.extent, first - (row + 0.5) * high, item.row["event_id"], _hover(item.row))
                for item, row in some
            ]
            click_bars(sheet, clickable, high - 3)
    if lane.cited:
        cited_events.draw(sheet, lane.cited, bottom + rows.air / 2 + lane.cited.height)
    return bottom


def heading(parts: Sequence[Arranged], level: float) -> None:
    """The name of a lane beside its parts, which follow one another below `level`.

    Beside a lane that no window holds it stands several times, so that one is in view wherever a reader has come to.
    """
    sheet, lane, place = parts[0].sheet, parts[0].lane, parts[0].place
    look, bottom = sheet.canvas.look, level - sum(part.height for part in parts)
    sign = LANE_SIGNS[place % len(LANE_SIGNS)]
    if look.narrow:
        lines = [fitted(lane.title, (sheet.calendar.pixels - HEADING_AROUND) / look.text, bold=True)]
        anchor, shift = ("left", "top"), (4, 0)
    else:
        anchor, shift = ("right", "middle"), (-12, 0)
        lines = broken(lane.title, (SIDES[look.width][0] - HEADING_AROUND) / look.text, bold=True, most=2)
    text = f"<b>{sign} {'<br>'.join(safe(line) for line in lines)}</b>"
    many = 1 if look.narrow else max(1, round((level - bottom) / IN_VIEW))
    for place in range(many):
        at = (0, level - 4) if look.narrow else (0, level + (bottom - level) * (place + 0.5) / many)
        sheet.canvas.text(text, at, look.text, sheet.colour, anchor, shift, paper=(True, False))


def _item(sheet: Sheet, row: pd.Series) -> _Item:
    look, calendar = sheet.canvas.look, sheet.calendar
    start, end = calendar.clipped(row["earliest"], calendar.start), calendar.clipped(row["latest"], calendar.end)
    first, away = row["supports"][0], beyond_the_axis(row, calendar.start, calendar.end)
    behind = f" ({away})" if away else ""
    size, before = look.small + 1.5, f"{first}   "
    room = (calendar.pixels - 6) / size - ems(before, bold=True)
    reader = read_by(row["number_read_by"])
    free = min(LONGEST_LABEL[look.width], room) - ems(f"{reader}{behind}")
    words = fitted(f"{fitted(row['title'], max(free, LEAST_TITLE))}{reader}{behind}", room)
    label = f"<b style='color:{sheet.colour}'>{first}</b>  {safe(words)}"
    wide = (ems(before, bold=True) + ems(words)) * size + 6
    left, right = calendar.pixel(start), calendar.pixel(end)
    if away:  # room for the sign at the edge
        left = min(left, calendar.pixels - EDGE) if row["earliest"] > pd.Timestamp(calendar.end) else left
        right = max(right, EDGE) if row["latest"] < pd.Timestamp(calendar.start) else right
        start, end = calendar.day(left), calendar.day(right)
    side, extent = _side(sheet, Extent(left, max(left, right)), wide)
    return _Item(row, label, start, max(end, start), side, extent)


def _side(sheet: Sheet, bar: Extent, wide: float) -> tuple[Side, Extent]:
    """Where a label stands: beside the bar, where rows allow that and it fits, else above; and how far both reach."""
    if sheet.rows.beside and bar.end + BESIDE + wide <= sheet.calendar.pixels:
        return "right", Extent(bar.start, bar.end + BESIDE + wide)
    if sheet.rows.beside and bar.start - BESIDE - wide >= 0:
        return "left", Extent(bar.start - BESIDE - wide, bar.end)
    extent, flush_right = with_label(sheet, bar.start, bar.end, wide)
    return "above, ending right" if flush_right else "above", extent


def _event(sheet: Sheet, item: _Item, top: float) -> None:
    canvas, calendar, row = sheet.canvas, sheet.calendar, item.row
    look, rows = canvas.look, sheet.rows
    at, anchor, shift = {
        "above": (item.start, "left", 0),
        "above, ending right": (calendar.end, "right", 0),
        "right": (item.end, "left", BESIDE),
        "left": (item.start, "right", -BESIDE),
    }[item.side]
    place, upright = ((at, top), "top") if item.above else ((at, top - rows.beside / 2), "middle")
    # Lines of the calendar run behind the words, not through them.
    ink, size = look.palette.ink, look.small + 1.5
    canvas.text(item.label, place, size, ink, (anchor, upright), (shift, 0), background=sheet.background)
    highest = top - rows.below if item.above else top - (rows.beside - rows.bar) / 2
    bar = (highest, highest - rows.bar)
    middle = sum(bar) / 2
    before, after = row["earliest"] < pd.Timestamp(calendar.start), row["latest"] > pd.Timestamp(calendar.end)
    if row["latest"] < pd.Timestamp(calendar.start) or row["earliest"] > pd.Timestamp(calendar.end):
        edge_sign(sheet, middle, before)
        return
    if row["single_day"]:
        canvas.symbol((item.start, middle), "circle", sheet.colour, 13)
        return
    for at_start in [True] * bool(before) + [False] * bool(after):
        edge_sign(sheet, middle, at_start)
    if not (pd.isna(row["known_from"]) or pd.isna(row["known_to"])):
        known = calendar.clipped(row["known_from"], item.start), calendar.clipped(row["known_to"], item.end)
    else:
        known = None
    if known != (item.start, item.end):
        canvas.box((item.start, _visible_end(item, calendar)), bar, look.palette.paper, Stroke(sheet.colour, 2, "dot"))
    if known:
        canvas.box(known, bar, sheet.colour)
    if row["open_end"]:
        canvas.symbol((item.end, middle), "triangle-right", sheet.colour, 15)
    if row["open_start"]:
        canvas.symbol((item.start, middle), "triangle-left", sheet.colour, 15)


def _visible_end(item: _Item, calendar: Calendar) -> date:
    """Where a bar ends so that it can be seen, however long the axis."""
    return max(item.end, calendar.day(calendar.pixel(item.start) + LEAST_BAR))


def _hover(row: pd.Series) -> str:
    lines = [
        f"<b>{safe(event_title(row, 90))}</b>",
        f"{safe(in_words(row['date']))} ({row['date_basis']})",
        f"{row['modality']}; claims {', '.join(row['claim_ids'])}",
        "Click for the words",
    ]
    return "<br>".join(lines)
