"""What stands around the lanes of the timeline: months, windows of writing, the limit's period, key and words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import pandas as pd
from pandas.api.typing import NaTType

from components.scene.text import INSET, cut, height, inches
from components.scene.things import CONTENT, PALETTE, SMALL_POINTS, Line, Paragraph, Place, Run, Text, Thing
from components.sentences.counts import count
from components.slides.bars import Row, bar_of, quoted_ink
from components.slides.lanes import NAME_WIDTH
from components.slides.legend import KEY_HEIGHT, key
from components.slides.marks import SLACK, label_height
from components.slides.months import Axis, tick_names, ticks
from components.slides.view import Matter
from components.theme import day, shortened
from data.frames.rows import rows_of
from data.models.dates import in_words

AXIS_HEIGHT = LINE_HEIGHT = 0.29
TICK_ROOM = 0.64  # inches that the name of a tick needs
MOST_WRITING = 4
LONGEST_NAME, LONGEST = 60, 6.0  # characters, inches
INK = quoted_ink(PALETTE.ink)


class Limit(NamedTuple):
    """The period of the limit, drawn as two lines, and what to call it."""

    start: date
    end: date
    name: str


class Window(NamedTuple):
    """When a document can have been written: what to call it, the same in full, and what its bar is drawn from."""

    name: str
    said: str
    row: Row


@dataclass(frozen=True)
class Around:
    """What is the same on every slide of the timeline."""

    axis: Axis
    writing: tuple[Window, ...]
    limit: Limit | None
    words: tuple[Paragraph, ...]
    with_cited: bool

    @property
    def top(self) -> float:
        """Where the lanes begin."""
        return CONTENT.y + AXIS_HEIGHT + LINE_HEIGHT * len(self.writing)

    @property
    def room(self) -> float:
        """How high the lanes of one slide may be."""
        limit = LINE_HEIGHT if self.limit else 0.0
        return self._key_top - limit - self.top

    @property
    def _key_top(self) -> float:
        return CONTENT.bottom - KEY_HEIGHT - self._words_height

    @property
    def _words_height(self) -> float:
        return height(self.words, CONTENT.width, SMALL_POINTS) if self.words else 0.0

    def behind(self, bottom: float) -> Iterator[Thing]:
        """Lines down to the bottom of the lanes, to be drawn before what stands in them."""
        for moment in ticks(self.axis, _most(self.axis)):
            x = self.axis.start(moment)
            yield Line("Tick", (x, CONTENT.y + 0.06), (x, bottom), PALETTE.grid, day(moment), 0.75)
        if self.limit:
            edges = ((self.limit.start, self.axis.start), (self.limit.end, self.axis.end))
            for moment, across in edges:
                if self.axis.shows(moment):
                    x, alt = across(moment), f"{self.limit.name}: {day(moment)}"
                    yield Line("Limit", (x, CONTENT.y + AXIS_HEIGHT), (x, bottom), PALETTE.limit, alt, 2)

    def before(self, bottom: float) -> Iterator[Thing]:
        """Names of the months, windows of writing, the limit's name, the key, and the words below it."""
        yield from _names_of_months(self.axis)
        for number, window in enumerate(self.writing):
            yield from _drawn_window(window, self.axis, CONTENT.y + AXIS_HEIGHT + number * LINE_HEIGHT)
        if self.limit:
            yield from _limit_name(self.limit, self.axis, bottom)
        yield from key(self._key_top, self.with_cited)
        if self.words:
            place = Place(CONTENT.x, self._key_top + KEY_HEIGHT, CONTENT.width, self._words_height)
            said = " ".join(run.text for paragraph in self.words for run in paragraph)
            yield Text("What is not drawn", place, self.words, said, SMALL_POINTS)


def windows_of(writing: pd.DataFrame) -> tuple[Window, ...]:
    """The rows of a writing frame that have a day as windows; more than a few share one, from first day to last."""
    known = [row for row in rows_of(writing) if not (pd.isna(row["earliest"]) and pd.isna(row["latest"]))]
    if len(known) <= MOST_WRITING:
        return tuple(map(_window, known))
    firsts, lasts = ([row[end] for row in known] for end in ("earliest", "latest"))
    # One that is open leaves the end of all of them open.
    first = pd.NaT if pd.NaT in firsts else min(firsts)
    last = pd.NaT if pd.NaT in lasts else max(lasts)
    name = f"{count(len(known), 'document')} written"
    return (Window(name, f"{name}; first and last day of all their windows", _undetermined(first, last)),)


def limit_of(matter: Matter) -> Limit | None:
    """The period of the limit in which the volume on the gauge counts."""
    limit, volume = matter.evidence.headline_limit, matter.volume
    if limit is None or volume is None or pd.isna(volume["period_start"]):
        return None
    return Limit(volume["period_start"].date(), volume["period_end"].date(), limit.name)


def _window(row: Row) -> Window:
    what = "published" if row["published"] else "written"
    said = f"Document {row['document']}: {what} {in_words(row['date'])}"
    event = _undetermined(row["earliest"], row["latest"])
    if row["published"]:
        event["known_from"], event["known_to"] = row["earliest"], row["latest"]
        event["single_day"] = row["earliest"] == row["latest"]
    return Window(f"Document {row['document']} {what}", said, event)


def _undetermined(first: pd.Timestamp | NaTType, last: pd.Timestamp | NaTType) -> Row:
    """The columns of an event frame that a bar is drawn from, for something that lies somewhere between two days."""
    return {
        "earliest": first,
        "known_from": pd.NaT,
        "known_to": pd.NaT,
        "latest": last,
        "open_start": pd.isna(first),
        "open_end": pd.isna(last),
        "single_day": False,
        "cited": False,
    }


def _names_of_months(axis: Axis) -> Iterator[Text]:
    """The names of the ticks, each within the room to the next one; the last only if it has that room."""
    days = ticks(axis, _most(axis))
    edges = [*(axis.start(moment) for moment in days[1:]), axis.right]
    for moment, *names, edge in zip(days, tick_names(days), tick_names(days, short=True), edges, strict=True):
        x = axis.start(moment)
        fitting = [name for name in names if inches(name, SMALL_POINTS) + 2 * INSET <= edge - x]
        if fitting:
            place = Place(x, CONTENT.y, edge - x, label_height(SMALL_POINTS))
            yield Text("Month", place, ((Run(fitting[0], colour=PALETTE.secondary),),), day(moment), SMALL_POINTS)


def _most(axis: Axis) -> int:
    return int((axis.right - axis.left) / TICK_ROOM)


def _drawn_window(window: Window, axis: Axis, top: float) -> Iterator[Thing]:
    place = Place(CONTENT.x, top, NAME_WIDTH, label_height(SMALL_POINTS))
    words = ((Run(cut(window.name, NAME_WIDTH, SMALL_POINTS, 1), colour=PALETTE.secondary),),)
    yield Text("Window of writing", place, words, window.said, SMALL_POINTS)
    yield from bar_of(window.row, window.said, axis, top + place.height / 2, INK)


def _limit_name(limit: Limit, axis: Axis, top: float) -> Iterator[Text]:
    """The limit's name at the end of its period, or at the start if the axis does not show the end."""
    ends = axis.shows(limit.end)
    if not ends and not axis.shows(limit.start):
        return
    when = f"year {'ends' if ends else 'begins'} {day(limit.end if ends else limit.start)}"
    text = cut(f"{shortened(limit.name, LONGEST_NAME)}: {when}", LONGEST, SMALL_POINTS, 1)
    wide = min(inches(text, SMALL_POINTS) + 2 * INSET + SLACK, LONGEST)
    x = axis.end(limit.end) if ends else axis.start(limit.start)
    right = x + wide <= axis.right
    place = Place(x if right else x - wide, top, wide, label_height(SMALL_POINTS))
    yield Text("Limit", place, ((Run(text, colour=PALETTE.limit),),), text, SMALL_POINTS, "left" if right else "right")
