"""Events of the public record in a lane of the timeline: hollow and light, so that they never pass for quoted ones."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

import pandas as pd

from components.figures.events.sheet import LEAST_BAR, Clickable, Rows, Sheet, click_bars, with_label
from components.scene.calendar import Calendar
from components.scene.furniture import pixels, safe
from components.scene.marks import Signs, Stroke
from components.scene.packing import Extent, packed_in_order
from components.scene.text import fitted
from components.sentences.timeline import lag, published_later
from components.theme import CITED_DASH, CITED_SIGN, CITED_WORD, month, shortened
from data.models.dates import in_words, shifted

AIR, STROKE = 6, 4
BAR, BAR_BELOW_LABEL, CIRCLE, LINE = 7, 21, 10, 1.4
LEAST_LAG = 6  # pixels between an event and the day it was published, below which no line is drawn
SHORT = 40  # pixels: a mark up to this wide has its label beside it
BESIDE = 10  # pixels between the edge of a mark and its label
MOST_NAMED = 18
LONGEST_LABEL = {"wide": 30.0, "medium": 24.0, "narrow": 19.0}  # type sizes
MOST_LISTED = 8
PAST_THE_EDGE = timedelta(days=3_650)

Side = Literal["above", "above, ending right", "right", "left", "none"]


class _Mark(NamedTuple):
    """One event: its days on the axis, the day to which a line leads because it was published then, where its words
    stand, and how far all of it reaches in pixels.
    """

    row: pd.Series
    words: str
    start: date
    end: date
    told: date
    side: Side
    extent: Extent


class _Edge(NamedTuple):
    """The events that lie beyond one edge of the axis, nearest first, in words that end at that edge."""

    rows: pd.DataFrame
    words: str
    extent: Extent


class Block(NamedTuple):
    """The cited events of a lane with the rows they are packed into."""

    spans: list[tuple[_Mark, int]]
    days: list[tuple[_Mark | _Edge, int]]
    named: bool
    rows: Rows

    @property
    def height(self) -> float:
        span_rows, day_rows = (max((row for _, row in part), default=-1) + 1 for part in (self.spans, self.days))
        return span_rows * self.rows.span + (day_rows + (not self.named)) * self.rows.day + AIR


def outside(rows: pd.DataFrame, calendar: Calendar) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The events that lie wholly before the axis and wholly after it, each nearest first."""
    before = rows[rows["latest"] < pd.Timestamp(calendar.start)].sort_values("latest", ascending=False, kind="stable")
    after = rows[rows["earliest"] > pd.Timestamp(calendar.end)].sort_values("earliest", kind="stable")
    return before, after


def tells_lags(rows: pd.DataFrame, calendar: Calendar) -> bool:
    """True if a line leads from one of these events to the day it was published."""
    ends = [calendar.clipped(latest, calendar.end) for latest in rows["latest"]]
    return any(_told(row, end, calendar) != end for (_, row), end in zip(rows.iterrows(), ends, strict=True))


def arranged(sheet: Sheet, rows: pd.DataFrame) -> Block:
    """The cited events of a lane in packed rows: those that last below their words, days and edges beside theirs.

    More single days than can be named in reason share rows without words; hover and click name each.
    """
    before, after = outside(rows, sheet.calendar)
    within = rows.drop([*before.index, *after.index]).sort_values(["earliest", "latest"], na_position="first")
    marks = [_mark(sheet, row) for _, row in within.iterrows()]
    spans = [mark for mark in marks if mark.side.startswith("above")]
    days = [mark for mark in marks if not mark.side.startswith("above")]
    named = len(days) <= MOST_NAMED
    if not named:
        days = [_wordless(mark, sheet.calendar) for mark in days]
    beside: list[_Mark | _Edge] = [*days, *_edges(sheet, before, after)]
    span_rows = packed_in_order([mark.extent for mark in spans], gap=14)
    day_rows = packed_in_order([mark.extent for mark in beside], gap=12 if named else 2)
    return Block(list(zip(spans, span_rows, strict=True)), list(zip(beside, day_rows, strict=True)), named, sheet.rows)


def draw(sheet: Sheet, block: Block, top: float) -> None:
    """Draw a block below `top`."""
    clickable = []
    for mark, row in block.spans:
        level = top - row * sheet.rows.span
        _span(sheet, mark, level)
        clickable.append(Clickable(mark.extent, level - sheet.rows.span / 2, mark.row["event_id"], _hover(mark.row)))
    click_bars(sheet, clickable, sheet.rows.span - 3)
    top -= (max((row for _, row in block.spans), default=-1) + 1) * sheet.rows.span
    if not block.named:
        marks = [mark for mark, _ in block.days if isinstance(mark, _Mark)]
        top = _day_count(sheet, marks, top)
    places = [(place, top - (row + 0.5) * sheet.rows.day) for place, row in block.days]
    _circles(sheet, [(place.start, level) for place, level in places if isinstance(place, _Mark) and _is_day(place)])
    for place, level in places:
        if isinstance(place, _Edge):
            _edge(sheet, place, level)
        else:
            _beside(sheet, place, level)
    click_bars(sheet, [_opens(place, level) for place, level in places], sheet.rows.day - 2)


def _mark(sheet: Sheet, row: pd.Series) -> _Mark:
    look, calendar = sheet.canvas.look, sheet.calendar
    start, end = calendar.clipped(row["earliest"], calendar.start), calendar.clipped(row["latest"], calendar.end)
    end = max(start, end)
    left, right = calendar.pixel(start), calendar.pixel(end)
    told = _told(row, end, calendar)
    title = fitted(row["title"], LONGEST_LABEL[look.width])
    wide, free = _width(sheet, title), max(calendar.pixels - calendar.pixel(told), left) - BESIDE
    if right - left > SHORT or row["open_start"] or row["open_end"] or (told != end and free < wide):
        extent, ends_right = with_label(sheet, left, calendar.pixel(told), wide)
        return _Mark(row, title, start, end, told, "above, ending right" if ends_right else "above", extent)
    return _with_words_beside(sheet, _Mark(row, title, start, end, told, "right", Extent(left, calendar.pixel(told))))


def _told(row: pd.Series, end: date, calendar: Calendar) -> date:
    """The day on which an event was published, at most the last of the axis; its own end where that is close by."""
    if not lag(row):
        return end
    told = calendar.clipped(row["published"], end)
    return told if calendar.pixel(told) - calendar.pixel(end) >= LEAST_LAG else end


def _with_words_beside(sheet: Sheet, mark: _Mark) -> _Mark:
    """The words right of a mark if they fit, else left of it; cut to the wider side if they fit on neither."""
    left, right = mark.extent
    room_right, room_left = sheet.calendar.pixels - right - BESIDE, left - BESIDE
    room, words = max(room_right, room_left), mark.words
    wide = _width(sheet, words)
    if wide > room:
        words = fitted(mark.row["title"], (room - _width(sheet, "")) / (sheet.canvas.look.small + 0.5))
        wide = _width(sheet, words)
    if wide <= room_right:
        return mark._replace(words=words, extent=Extent(left - CIRCLE / 2, right + BESIDE + wide))
    extent = Extent(left - BESIDE - wide, right + CIRCLE / 2)
    return mark._replace(words=words, side="left", extent=extent)


def _wordless(mark: _Mark, calendar: Calendar) -> _Mark:
    left, right = calendar.pixel(mark.start), calendar.pixel(mark.end)
    return mark._replace(told=mark.end, side="none", extent=Extent(left - CIRCLE / 2, right + CIRCLE / 2))


def _width(sheet: Sheet, words: str) -> float:
    return pixels(f"{CITED_SIGN} {words}", sheet.canvas.look.small + 0.5) + 6


def _edges(sheet: Sheet, before: pd.DataFrame, after: pd.DataFrame) -> list[_Edge]:
    whole, edges = sheet.calendar.pixels, []
    if len(before):
        words = f"◁ {len(before)} earlier, from {before['earliest'].min().year:04}"
        words = f"◁ {len(before)} earlier" if pd.isna(before["earliest"].min()) else words
        edges.append(_Edge(before, words, Extent(0, _width(sheet, words))))
    if len(after):
        last = after["latest"].max()
        words = f"{len(after)} later ▷" if pd.isna(last) else f"{len(after)} later, to {month(last)} ▷"
        edges.append(_Edge(after, words, Extent(whole - _width(sheet, words), whole)))
    return edges


def _span(sheet: Sheet, mark: _Mark, top: float) -> None:
    calendar, ends_right = sheet.calendar, mark.side == "above, ending right"
    _label(
        sheet,
        mark.words,
        (calendar.end if ends_right else mark.start, top),
        "right" if ends_right else "left",
        leads_to=_record(mark),
    )
    y = (top - BAR_BELOW_LABEL, top - BAR_BELOW_LABEL - BAR)
    _lag_line(sheet, mark, sum(y) / 2)
    if _is_day(mark):
        _circles(sheet, [(mark.start, sum(y) / 2)])
    else:
        _bar(sheet, mark, y)
    for opened, at, sign in (("open_end", mark.end, "triangle-right"), ("open_start", mark.start, "triangle-left")):
        if mark.row[opened]:
            sheet.canvas.symbol((at, sum(y) / 2), f"{sign}-open", sheet.canvas.look.palette.cited, 12)


def _bar(sheet: Sheet, mark: _Mark, y: tuple[float, float]) -> None:
    """Dashed where the event lies somewhere, outlined and pale where it is known to; it runs on past the edges."""
    canvas, calendar, row = sheet.canvas, sheet.calendar, mark.row
    palette = canvas.look.palette
    starts_before = not pd.isna(row["earliest"]) and row["earliest"].date() < calendar.start
    ends_after = not pd.isna(row["latest"]) and row["latest"].date() > calendar.end
    start = shifted(mark.start, -PAST_THE_EDGE) if starts_before else mark.start
    end = max(mark.end, calendar.day(calendar.pixel(mark.start) + LEAST_BAR))
    end = shifted(end, PAST_THE_EDGE) if ends_after else end
    canvas.box((start, end), y, sheet.background, Stroke(palette.cited, LINE, CITED_DASH))
    if pd.isna(row["known_from"]) or pd.isna(row["known_to"]):
        return
    known_start = start if row["known_from"] <= row["earliest"] else calendar.clipped(row["known_from"], mark.start)
    known_end = end if row["known_to"] >= row["latest"] else calendar.clipped(row["known_to"], mark.end)
    canvas.box((known_start, known_end), y, palette.paper, Stroke(palette.cited, LINE))
    canvas.box((known_start, known_end), y, palette.cited, opacity=0.22)


def _lag_line(sheet: Sheet, mark: _Mark, level: float) -> None:
    """A line from the end of a mark to the day it was published, which a stroke ends unless it lies past the axis."""
    if mark.told == mark.end:
        return
    line = Stroke(sheet.canvas.look.palette.cited, LINE)
    sheet.canvas.segment((mark.end, level), (mark.told, level), line, "below")
    if mark.row["published"].date() == mark.told:
        sheet.canvas.segment((mark.told, level - STROKE), (mark.told, level + STROKE), line, "below")


def _beside(sheet: Sheet, mark: _Mark, level: float) -> None:
    _lag_line(sheet, mark, level)
    if not _is_day(mark):
        _bar(sheet, mark, (level + BAR / 2, level - BAR / 2))
    if mark.side == "right":
        _label(sheet, mark.words, (mark.told, level), "left", BESIDE, _record(mark))
    elif mark.side == "left":
        _label(sheet, mark.words, (mark.start, level), "right", -BESIDE, _record(mark))


def _label(
    sheet: Sheet, words: str, at: tuple[date, float], anchor: str, shift: float | None = None, leads_to: str = ""
) -> None:
    """Words after the sign of what is cited; above a mark without `shift`, else beside it by so many pixels."""
    look = sheet.canvas.look
    text = f"<b style='color:{look.palette.cited}'>{CITED_SIGN}</b> {safe(words)}"
    upright = "top" if shift is None else "middle"
    size, colour, moved = look.small + 0.5, look.palette.secondary, (shift or 0, 0)
    sheet.canvas.text(text, at, size, colour, (anchor, upright), moved, sheet.background, leads_to=leads_to)


def _record(mark: _Mark) -> str:
    """The first record of an event, which its words open."""
    return f"record:{mark.row['record_ids'][0]}"


def _circles(sheet: Sheet, places: Sequence[tuple[date, float]]) -> None:
    """Hollow circles for single days; they answer neither hover nor click."""
    palette = sheet.canvas.look.palette
    if places:
        days, levels = zip(*places, strict=True)
        line = Stroke(palette.cited, 1.8)
        sheet.canvas.marks.append(Signs(list(days), list(levels), "circle", CIRCLE, palette.paper, line))


def _edge(sheet: Sheet, edge: _Edge, level: float) -> None:
    look, calendar = sheet.canvas.look, sheet.calendar
    at, anchor = (calendar.start, "left") if edge.words.startswith("◁") else (calendar.end, "right")
    text = f"<b style='color:{look.palette.cited}'>{CITED_SIGN}</b> {edge.words}"
    sheet.canvas.text(
        text, (at, level), look.small + 0.5, look.palette.secondary, (anchor, "middle"), background=sheet.background
    )


def _day_count(sheet: Sheet, marks: Sequence[_Mark], top: float) -> float:
    """Says how many days follow without words; returns the level below."""
    first = min(mark.start for mark in marks)
    last = max(mark.end for mark in marks)
    left, words = sheet.calendar.pixel(first), f"{len(marks)} short events, named on hover and click"
    wide = _width(sheet, words)
    at, anchor = (first, "left") if left + wide <= sheet.calendar.pixels else (last, "right")
    if anchor == "right" and sheet.calendar.pixel(last) < wide:
        at, anchor = sheet.calendar.start, "left"
    _label(sheet, words, (at, top), anchor)
    return top - sheet.rows.day


def _is_day(mark: _Mark) -> bool:
    return bool(mark.row["single_day"])


def _opens(mark: "_Mark | _Edge", level: float) -> Clickable:
    if isinstance(mark, _Mark):
        return Clickable(mark.extent, level, mark.row["event_id"], _hover(mark.row))
    lines = [
        f"{safe(in_words(row['date']))}: {safe(shortened(row['title'], 70))}"
        for _, row in mark.rows.head(MOST_LISTED).iterrows()
    ]
    more = len(mark.rows) - len(lines)
    lines += [f"and {more} more; the table has them all"] if more else []
    lines.append("Click for the nearest")
    return Clickable(mark.extent, level, mark.rows["event_id"].iloc[0], "<br>".join(lines))


def _hover(row: pd.Series) -> str:
    later = f"; {told}" if (told := published_later(row)) else ""
    lines = [
        f"<b>{safe(shortened(row['title'], 90))}</b>",
        f"{safe(in_words(row['date']))}{later}",
        f"{CITED_SIGN} {CITED_WORD}, {safe(row['modality'])}; {safe(row['event_id'])}",
        "Click for who says so and where",
    ]
    return "<br>".join(lines)
