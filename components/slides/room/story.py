"""The timeline for a room, on one slide: the events of the story, lane by lane, and how many are left out."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest
from typing import Any

import pandas as pd

from components.scene.calendar import Calendar, calendar_for, ticks
from components.scene.text import cut, inches, lines
from components.scene.things import PALETTE, ROOM_POINTS, Group, Line, Place, Run, Shape, Slide, Text
from components.sentences.counts import count
from components.sentences.timeline import NOT_BEGUN, beginning, event_title, timeline_headline
from components.slides import timeline
from components.slides.room.sheet import FIGURE, below, few, shown
from components.slides.view import View
from components.slides.words.prose import linked, signed
from components.theme import LANE_SIGNS
from data.frames.rows import rows_of
from data.models.case import Lane

PART = "room-timeline"
LEAST_TITLE, MOST_OF_A_LANE = 3, 4  # words of a finding, and of the name of a lane
MOST_EVENTS, MOST_WORDS, BUDGET = 7, 7, 42  # words of a title, and of all labels and names of lanes
LANE, BESIDE, AXIS = 2.5, 0.15, 0.4  # inches: the names of lanes, the air behind them, the names of months
LINE, LABEL, BAR, LEAST_BAR, MOST_ROW, TIP = 0.3, 0.32, 0.13, 0.13, 0.7, 0.16
PLOT = Place(FIGURE.x + LANE + BESIDE, FIGURE.y + AXIS, FIGURE.width - LANE - BESIDE, FIGURE.height - AXIS)
MEANING = "Solid: known to fall here. Dotted: somewhere in here. Arrow: no end given."
FAR, HALF_A_YEAR = 10_000, 183  # days; far is a beginning that nobody knows

Row = dict[Any, Any]


def slides(view: View) -> list[Slide]:
    """The events that tell most of the story; no slide without one that has a place in time."""
    placed = [row for row in rows_of(view.events) if not row["yearless"] and _known(row)]
    if not placed:
        return []
    chosen = _of_the_story(placed, view)
    calendar = calendar_for([pd.DataFrame([row for _, row in chosen])], None, PLOT.width)
    high = min(MOST_ROW, PLOT.height / len(chosen))
    things: list[Shape | Line | Text] = [*_months(calendar, high * len(chosen))]
    for at, (lane, row) in enumerate(chosen):
        things += _event(row, lane, PLOT.y + at * high, calendar, view)
    things += _lanes([lane for lane, _ in chosen], high, view)
    some = [row for _, row in chosen]
    alt = f"{timeline_headline(view.events)}. {'; '.join(map(timeline.said_of, some))}."
    left_out = len(view.events) - len(chosen)
    more = f"{count(left_out, 'more event')} in the appendix." if left_out else ""
    claims, records = timeline.ids_of(some)
    words = [f"{timeline_headline(view.events)}.", *map(timeline.said_of, some)]
    drawn = [Group("Timeline", FIGURE, alt, tuple(things)), *below([MEANING, more], view)]
    return [shown(PART, _titles(view), drawn, view, view.links.to("timeline"), claims, records, words)]


def _titles(view: View) -> list[str]:
    """The finding of the timeline; where it is too long, as many of the beginnings it names as fit, the first ones."""
    whole, first, *others = timeline.titles(view)
    named = first.split(", ")
    fewer = [", ".join(named[:many]) for many in range(len(named) - 1, 0, -1)]
    return [title for title in (whole, first, *fewer, *others) if len(title.split()) >= LEAST_TITLE]


def _known(row: Row) -> bool:
    return not (pd.isna(row["earliest"]) and pd.isna(row["latest"]))


def _of_the_story(rows: Sequence[Row], view: View) -> list[tuple[int, Row]]:
    """The weightiest events of each lane in turn, as many as can be read; then lane by lane in time."""
    lanes: Sequence[Lane] = view.evidence.case.lanes
    claims = Counter((row["lane"], row["type"]) for row in rows for _ in row["claim_ids"])
    on_gauge = frozenset(() if view.volume is None else view.volume["claim_ids"])

    def weight(row: Row) -> tuple[Any, ...]:
        """That of the gauge's number; quoted ones; begun ones; of several documents; well dated; well attested."""
        begun = beginning(row)
        days = (begun[1] - begun[0]).days if begun else FAR
        first = (not on_gauge & set(row["claim_ids"]), row["cited"], row["modality"] in NOT_BEGUN)
        return *first, -len(row["documents"]), days > HALF_A_YEAR, -claims[row["lane"], row["type"]], days

    by_lane = [sorted((row for row in rows if row["lane"] == lane.id), key=weight) for lane in lanes]
    in_turn = [row for some in zip_longest(*by_lane) for row in some if row is not None][:MOST_EVENTS]
    while len(in_turn) > 1 and _words(in_turn, view) > BUDGET:
        in_turn.pop()
    place = {lane.id: at for at, lane in enumerate(lanes)}
    return sorted(((place[row["lane"]], row) for row in in_turn), key=lambda one: (one[0], _first(one[1])))


def _words(rows: Sequence[Row], view: View) -> int:
    """How many words the labels of some events and the names of their lanes have."""
    ids = sum(2 if row["cited"] else 1 for row in rows)  # what is cited has its sign before the id
    lanes = {row["lane"] for row in rows}
    named = [lane.title for lane in view.evidence.case.lanes if lane.id in lanes]
    told = [*(few(event_title(row), MOST_WORDS) for row in rows), *(few(name, MOST_OF_A_LANE) for name in named)]
    return ids + sum(len(words.split()) for words in told)


def _first(row: Row) -> date:
    return date.min if pd.isna(row["earliest"]) else row["earliest"].date()


def _months(calendar: Calendar, high: float) -> Iterator[Line | Text]:
    """The first days of months, quarters or years, each at its place."""
    days, _ = ticks(calendar, "medium")
    right = PLOT.x
    for at, moment in enumerate(days):
        x = PLOT.x + calendar.pixel(moment)
        yield Line("Month", (x, PLOT.y), (x, PLOT.y + high), PALETTE.grid, "", 0.75)
        told = f"{moment:%b} {moment.year}" if at == 0 or moment.month == 1 else f"{moment:%b}"
        wide = inches(told, ROOM_POINTS) + 0.12
        if x >= right and x + wide <= PLOT.right:
            yield Text(
                "Name of the month", Place(x, FIGURE.y, wide, LINE), (_plain(told),), "", ROOM_POINTS, wrap=False
            )
            right = x + wide


def _lanes(places: Sequence[int], high: float, view: View) -> Iterator[Text]:
    """The name of each lane beside its events, with its sign."""
    for place in dict.fromkeys(places):
        sign, colour = LANE_SIGNS[place % len(LANE_SIGNS)], PALETTE.lanes[place % len(PALETTE.lanes)]
        most = 2 if places.count(place) > 1 or high >= 2 * LINE else 1
        told = cut(
            f"{sign} {few(view.evidence.case.lanes[place].title, MOST_OF_A_LANE)}", LANE, ROOM_POINTS, most, bold=True
        )
        rows = tuple((Run(line, True, colour),) for line in lines(told, LANE, ROOM_POINTS, bold=True))
        spot = Place(FIGURE.x, PLOT.y + places.index(place) * high, LANE, LINE * len(rows))
        yield Text("Lane", spot, rows, "", ROOM_POINTS, wrap=False)


def _event(row: Row, lane: int, top: float, calendar: Calendar, view: View) -> list[Text | Shape]:
    """The label of an event, and below it its bar: what is known solid, what the wording allows dotted."""
    colour = PALETTE.lanes[lane % len(PALETTE.lanes)]
    start, end = (_x(row[key], calendar, otherwise) for key, otherwise in (("earliest", 0.0), ("latest", PLOT.width)))
    y = top + LABEL + 0.04
    whole = Place(start, y, max(end - start, LEAST_BAR), BAR)
    things: list[Text | Shape] = [*_label(row, whole.x, top, view)]
    if row["single_day"]:
        day = Place(start - BAR / 2, y, BAR, BAR)
        return [*things, Shape("Day", day, "ellipse", "", colour)]
    things.append(Shape("Allowed", whole, "rectangle", "", outline=colour, dash="dot"))
    if not pd.isna(row["known_from"]) and not pd.isna(row["known_to"]):
        first, last = (_x(row[key], calendar, 0.0) for key in ("known_from", "known_to"))
        if last >= first:
            known = Place(first, y, max(last - first, 0.05), BAR)
            things.append(Shape("Known", known, "rectangle", "", colour))
    for way, is_open, at in ((-90.0, row["open_start"], whole.x - TIP / 2), (90.0, row["open_end"], whole.right - TIP)):
        if is_open:
            spot = Place(at, y - (TIP - BAR) / 2, TIP, TIP)
            things.append(Shape("No end given", spot, "triangle", "", colour, turn=way))
    return things


def _label(row: Row, start: float, top: float, view: View) -> Iterator[Text]:
    """Title and first id; it begins above its bar unless it would run over the edge."""
    behind = (*row["claim_ids"], *row["record_ids"])[:1]
    ids = f" [{behind[0]}]" if behind else ""
    room = PLOT.width - inches(ids, ROOM_POINTS) - 0.1
    told = f"{cut(few(event_title(row), MOST_WORDS), room, ROOM_POINTS, 1)}{ids}"
    wide = min(inches(told, ROOM_POINTS) + 0.15, PLOT.width)
    place = Place(max(min(start, PLOT.right - wide), PLOT.x), top, wide, LINE)
    runs = linked(signed(told, view), view)
    yield Text("Event", place, (runs,), "", ROOM_POINTS, wrap=False)


def _x(moment: Any, calendar: Calendar, otherwise: float) -> float:  # noqa: ANN401
    """How far right a day stands; at the edge where it is not known."""
    if pd.isna(moment):
        return PLOT.x + otherwise
    day = min(max(moment.date(), calendar.start), calendar.end)
    return PLOT.x + calendar.pixel(day)


def _plain(told: str) -> tuple[Run, ...]:
    return (Run(told, colour=PALETTE.secondary),)
