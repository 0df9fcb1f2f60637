"""How well the events are dated, in words."""

from collections.abc import Collection, Hashable, Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from components.headlines.counts import count, in_words, listed
from components.headlines.row import Row
from components.theme import day, read_by, shortened
from data.dates import in_words as date_in_words
from data.dates import read_edtf
from data.frames import rows_of
from data.reach import Beyond, beyond, reach

MOST_TITLES = 5


def timeline_headline(timeline: pd.DataFrame) -> str:
    """The finding of the timeline: "Only one event is dated to the month: most float in a window".

    With events of the public record: that of the quoted ones, and how many cited ones are known to the day.
    """
    dates, marks = timeline["date"].tolist(), _marks(timeline)
    cited = [text for text, is_cited in zip(dates, marks, strict=True) if is_cited]
    quoted = [text for text, is_cited in zip(dates, marks, strict=True) if not is_cited]
    if not cited:
        return _quoted_headline(quoted)
    days = sum(read_edtf(text).single_day for text in cited)
    if not quoted:
        return f"{_only(days, len(cited), 'cited ')} dated to the day" if days else "No cited event is dated to the day"
    first = _quoted_headline(quoted, "quoted ").split(":")[0]
    known = f"{in_words(days) if days else 'none'} {'is' if days == 1 else 'are'} known to the day"
    return f"{first}; of {in_words(len(cited))} cited ones {known}"


def cited_events(timeline: pd.DataFrame) -> pd.DataFrame:
    """The rows of a timeline frame that rest on the public record alone."""
    return timeline[timeline["cited"].astype(bool)] if "cited" in timeline else timeline.head(0)


def _marks(timeline: pd.DataFrame) -> list[bool]:
    """For each event whether it is a cited one."""
    return timeline["cited"].tolist() if "cited" in timeline else [False] * len(timeline)


def _quoted_headline(dates: Sequence[str], kind: str = "") -> str:
    total = len(dates)
    if not total:
        return "No event matches"
    forms = [read_edtf(text) for text in dates]
    days = sum(edtf.single_day for edtf in forms)
    months = sum(edtf.form == "date" and edtf.precision == "month" and not edtf.approximate for edtf in forms)
    if total == days:
        return f"{_all(total, kind)} dated to the day"
    if days:
        return f"{_only(days, total, kind)} dated to the day: {_rest(total - days)}"
    if months == total:
        return f"{_only(months, total, kind)} dated to the month"
    if months:
        return f"{_only(months, total, kind)} dated to the month: {_rest(total - months)}"
    return f"No {kind}event is dated to the month: {_rest(total)}"


def beyond_the_axis(row: Mapping[Hashable, Any] | pd.Series, first: date, last: date) -> str:
    """When an event is that is not wholly on an axis: "July 1961", or "from 1 Jan 1950" if it starts before; or ""."""
    starts, ends = row["earliest"], row["latest"]
    before, after = pd.Timestamp(first), pd.Timestamp(last)
    if ends < before or starts > after:
        return date_in_words(row["date"])
    start = f"from {day(starts.date())}" if starts < before else ""
    end = f"to {day(ends.date())}" if ends > after else ""
    return f"{start} {end}".strip()


def quoted_beyond(timeline: pd.DataFrame, writing: pd.DataFrame) -> Beyond:
    """The events from far away, which stand at the edge of the axis so that the others keep their scale.

    Those of the public record only where no other gives the axis its days; elsewhere their own edge counts them.
    """
    dated = timeline["earliest"].notna() | timeline["latest"].notna()
    quoted = timeline[dated & ~np.array(_marks(timeline), dtype=bool)]
    own = timeline[dated] if quoted.empty else quoted
    found = reach([own, writing])
    return beyond(own, *found) if found else Beyond(own.head(0), own.head(0))


def event_title(row: Row, most: int | None = None) -> str:
    """The title of an event, cut to `most` letters if that is given, and that a curator read its number, uncut."""
    reader = read_by(row["number_read_by"])
    return f"{shortened(row['title'], most - len(reader)) if most else row['title']}{reader}"


def timeline_sentence(
    timeline: pd.DataFrame, of: int, lanes: Collection[str], writing: pd.DataFrame | None = None
) -> str:
    """How many events are shown, of how many, and which cannot be placed or stand at the edge of the axis.

    `lanes` are titles of the lanes shown; `writing` is the frame with which the axis is shared.
    """
    yearless = np.flatnonzero(timeline["yearless"])
    sentence = f"{count(len(timeline), 'event')} of {of} in {count(len(lanes), 'lane')}"
    cited = int(timeline["cited"].sum()) if "cited" in timeline else 0
    if cited:
        quoted = len(timeline) - cited
        sentence += f": {quoted} quoted from stored texts, {cited} cited from the public record (↗)"
    if len(yearless):
        titles = "; ".join(event_title(row) for row in rows_of(timeline.iloc[yearless[:MOST_TITLES]]))
        sentence += f". Not placed, because the wording gives no year: {titles}"
    far = edge_sentence(quoted_beyond(timeline, timeline.head(0) if writing is None else writing))
    return f"{sentence}. {far}".rstrip() if far else sentence + "."


def edge_sentence(far: Beyond) -> str:
    """Which events lie outside the axis, and which only begin or end there; nothing without one.

    "July 1961 (An earlier accord) lies outside the axis, so that the others keep their scale."
    """
    told = []
    if len(far.outside):
        lie = "lies" if len(far.outside) == 1 else "lie"
        told.append(f"{_dated_titles(far.outside)} {lie} outside the axis, so that the others keep their scale.")
    if len(far.across):
        told.append(f"{_dated_titles(far.across)} {'runs' if len(far.across) == 1 else 'run'} past the axis.")
    return " ".join(told)


def _dated_titles(rows: pd.DataFrame) -> str:
    names = [f"{date_in_words(row['date'])} ({event_title(row)})" for row in rows_of(rows.head(MOST_TITLES))]
    more = len(rows) - len(names)
    words = listed([*names, f"{more} more"] if more else names)
    return words[:1].upper() + words[1:]


def _only(some: int, total: int, kind: str = "") -> str:
    if some == total:
        return _all(total, kind)
    one = f"Only one {kind}event is"
    return one if some == 1 else f"{in_words(some).capitalize()} of {in_words(total)} {kind}events are"


def _all(total: int, kind: str = "") -> str:
    if total == 1:
        return f"The {kind}event is"
    return f"Both {kind}events are" if total == 2 else f"All {in_words(total)} {kind}events are"


def _rest(rest: int) -> str:
    return "the other floats in a window" if rest == 1 else "the others float in a window"
