"""The timeline of more events than slides can show one by one: a table of lanes and periods with their counts."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

import pandas as pd

from components.scene.calendar import EMPTY_YEAR, Calendar, ticks
from components.scene.furniture import SCREEN_WIDTH
from components.scene.ruled import Row, cell, head, table
from components.scene.text import cut, height
from components.scene.things import BODY_POINTS, CONTENT, PALETTE, Cell, Place, Run, Slide, Text
from components.sentences.counts import count
from components.sentences.sources import source_lines
from components.sentences.timeline import cited_events, timeline_headline
from components.slides.view import View
from components.slides.words.findings import finding
from components.slides.words.notes import filter_sentence, notes
from components.theme import CITED_SIGN, CITED_WORD, LANE_SIGNS, month
from data.frames.reach import reach, whole_reach
from data.frames.rows import rows_of
from data.models.case import Lane
from data.models.dates import month_end

POINTS = 12.0
LANE_WIDTH, REST_WIDTH = 1.9, 0.9
MOST_QUOTED = 120
MOST_LINES = 4
COUNTED = "Events are counted by lane and period"


class Period(NamedTuple):
    """A column of the table."""

    name: str
    first: date
    last: date


def counted(view: View, of: int, link: str) -> Slide:
    """One slide with a count for each lane and month, or quarter, half, year: whichever there is room for."""
    rows, evidence = view.events, view.evidence
    told, finds = _told(rows, of, filter_sentence(view)), timeline_headline(rows)
    text = _sentence(told)
    lines, widths = _lines(rows, evidence.case.lanes, periods_of(_calendar(view)))
    quoted = rows_of(rows.head(MOST_QUOTED))
    claims, records = ([one for row in quoted for one in row[ids]] for ids in ("claim_ids", "record_ids"))
    return Slide(
        "timeline",
        finding((finds, finds.split(":")[0], finds.split(";")[0], COUNTED)),
        (text, table("Events by lane and period", lines, widths, text.place.bottom + 0.15, told, points=POINTS)),
        (_sources(rows), source_lines((), evidence, with_limit=False)[1]),
        notes(view, claims, records, words=[told]),
        link,
    )


def periods_of(calendar: Calendar) -> list[Period]:
    """The stretches between the days that are named on an axis of whole months; the first begins where that does."""
    starts, _ = ticks(calendar, "wide")
    if not starts or starts[0] > calendar.start:
        starts = [calendar.start, *starts]
    ends = [*(start - timedelta(days=1) for start in starts[1:]), calendar.end]
    return [Period(_named(first, last), first, last) for first, last in zip(starts, ends, strict=True)]


def _calendar(view: View) -> Calendar:
    """The whole months of what the documents date; of the public record where they date nothing."""
    cited = cited_events(view.events)
    quoted = view.events.drop(cited.index)
    found = reach([quoted, view.writing]) or whole_reach([cited])
    first, last = (found.first, found.last) if found else EMPTY_YEAR
    return Calendar(first.replace(day=1), month_end(last), SCREEN_WIDTH)


def _named(first: date, last: date) -> str:
    """A stretch of whole months in words: "Mar 2031", "Apr–Jun 2031", "2031", "2030–2039"."""
    if first.year != last.year:
        return f"{first.year:04}–{last.year:04}"
    if (first.month, last.month) == (1, 12):
        return f"{first.year:04}"
    return month(first) if first.month == last.month else f"{first:%b}–{month(last)}"


def _lines(rows: pd.DataFrame, lanes: Sequence[Lane], periods: list[Period]) -> tuple[list[Row], tuple[float, ...]]:
    """The rows of the table and the widths of its columns."""
    each = (CONTENT.width - LANE_WIDTH - REST_WIDTH) / len(periods)
    widths = (LANE_WIDTH, *[each] * len(periods), REST_WIDTH)
    lines = [head(["Lane", *(period.name for period in periods), "In none of these"], widths, POINTS)]
    for place, lane in enumerate(lanes):
        in_lane = rows[rows["lane"] == lane.id]
        if in_lane.empty:
            continue
        colour = PALETTE.lanes[place % len(PALETTE.lanes)]
        title = f"{LANE_SIGNS[place % len(LANE_SIGNS)]} {lane.title}"
        parts = [in_lane[_within(in_lane, period)] for period in periods]
        rest = in_lane.drop(pd.concat(parts).index)
        lines.append(
            (cell(title, LANE_WIDTH, POINTS, 2, True, colour), *(_count(part, colour) for part in [*parts, rest]))
        )
    return lines, widths


def _within(rows: pd.DataFrame, period: Period) -> pd.Series:
    """True for each event whose every possible day lies in the period; never where an end is open or unknown."""
    return (rows["earliest"] >= pd.Timestamp(period.first)) & (rows["latest"] <= pd.Timestamp(period.last))


def _count(rows: pd.DataFrame, colour: str) -> Cell:
    """How many quoted events, and below them how many cited ones."""
    cited = len(cited_events(rows))
    quoted = (Run(f"{len(rows) - cited:,}", bold=True, colour=colour),)
    beside = (Run(f"{CITED_SIGN} {cited:,}", bold=True, colour=PALETTE.cited),)
    parts = [quoted] * (len(rows) > cited) + [beside] * bool(cited)
    return Cell(tuple(parts) or ((Run("–", colour=PALETTE.secondary),),))


def _told(rows: pd.DataFrame, of: int, chosen: str) -> str:
    cited = len(cited_events(rows))
    sign = f", those of the public record ({CITED_SIGN} {CITED_WORD}) apart from quoted ones" if cited else ""
    shown = f" {len(rows):,} of {of:,} events are shown. {chosen}" if len(rows) < of else ""
    return (
        f"{len(rows):,} events are too many to draw one by one. An event is counted in a column if every day its "
        f"wording allows lies in it{sign}; the last column counts all others, with those that have no year.{shown}"
    ).strip()


def _sentence(told: str) -> Text:
    paragraphs = ((Run(cut(told, CONTENT.width, BODY_POINTS, MOST_LINES), colour=PALETTE.secondary),),)
    place = Place(CONTENT.x, CONTENT.y, CONTENT.width, height(paragraphs, CONTENT.width, BODY_POINTS))
    return Text("How events are counted", place, paragraphs, told)


def _sources(rows: pd.DataFrame) -> str:
    claims, cited = len(set(rows["claim_ids"].explode().dropna())), len(cited_events(rows))
    records = f"; {CITED_WORD}: {count(cited, 'record')}" if cited else ""
    return f"Sources: {count(claims, 'claim')}{records}; the notes hold the first {min(len(rows), MOST_QUOTED)} events."
