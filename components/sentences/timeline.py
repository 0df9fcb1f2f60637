"""How well the events are dated, in words."""

from collections import Counter
from collections.abc import Collection, Hashable, Mapping
from datetime import date
from statistics import median
from typing import Any

import numpy as np
import pandas as pd

from components.letters import capital
from components.sentences.counts import count, in_words, listed
from components.sentences.row import Row
from components.theme import day, read_by, shortened
from data.frames.reach import Beyond, beyond, reach
from data.frames.rows import rows_of
from data.models.dates import MONTHS, month_end, months_later, read_edtf
from data.models.dates import in_words as date_in_words

MOST_TITLES = 5
LEAST_LAGS = 3  # of which a middle says anything
MOST_LANDMARKS, MOST_TYPE, MOST_MONTHS = 3, 30, 6
NOT_BEGUN = ("planned", "possible", "denied")


def timeline_headline(timeline: pd.DataFrame) -> str:
    """The finding of the timeline: when things began, lane by lane, and how well most of it is dated.

    "Barge traffic since March, pact in June 2031: most dates are known only to within months". With events of the
    public record: that of the quoted ones, and how many cited ones are known to the day.
    """
    cited, quoted = cited_events(timeline), timeline[~is_cited(timeline)]
    landmarks = _landmarks(quoted)
    if cited.empty:
        return f"{landmarks}: {_how_dated(quoted)}" if landmarks else capital(_how_dated(quoted))
    days = sum(read_edtf(text).single_day for text in cited["date"])
    known = f"{in_words(days) if days else 'none'} {'is' if days == 1 else 'are'} known to the day"
    if quoted.empty:
        return f"Of {in_words(len(cited))} cited event{'' if len(cited) == 1 else 's'} {known}"
    return f"{landmarks or capital(_how_dated(quoted))}; of {in_words(len(cited))} cited ones {known}"


def _landmarks(rows: pd.DataFrame) -> str:
    """When the first lanes began, the earliest first: "Barges since March, pact in June 2031".

    The year is said once where it is the same.
    """
    said = [(row["type"], *_start_in_words(row)) for row in beginnings(rows, MOST_LANDMARKS)]
    once = len({year for *_, year in said}) == 1
    words = [
        f"{shortened(what, MOST_TYPE)} {when}{'' if once and place < len(said) else f' {year}'}"
        for place, (what, when, year) in enumerate(said, 1)
    ]
    return capital(", ".join(words))


def beginnings(rows: pd.DataFrame, most: int) -> list[Row]:
    """The best dated beginning in each of the first lanes that have one, the earliest first.

    Of equally well dated ones the kind of event with the most claims. What is planned, possible or denied has not
    begun, and a beginning that is not known within half a year is none.
    """
    begun = [row for row in rows_of(rows) if row["modality"] not in NOT_BEGUN and _months_of_start(row) <= MOST_MONTHS]
    claims = Counter((row["lane"], row["type"]) for row in begun for _ in row["claim_ids"])
    first: dict[str, Row] = {}
    for row in sorted(begun, key=lambda row: (_months_of_start(row), -claims[row["lane"], row["type"]])):
        first.setdefault(row["lane"], row)
    lanes = list(dict.fromkeys(row["lane"] for row in begun))[:most]
    return sorted((first[lane] for lane in lanes), key=lambda row: beginning(row) or (date.max, date.max))


def beginning(row: Row) -> tuple[date, date] | None:
    """The first and the last day on which an event can have begun; None where one of them is not known."""
    edtf = read_edtf(row["date"])
    last = edtf.latest_start if edtf.form == "interval" else edtf.latest
    return (edtf.earliest, last) if edtf.earliest and last else None


def _months_of_start(row: Row) -> int:
    """Within how many months the beginning of an event is known; more than MOST_MONTHS where it is not."""
    start, edtf = beginning(row), read_edtf(row["date"])
    if start is None:
        return MOST_MONTHS + 1
    ends = edtf.latest if edtf.form == "interval" else None
    if ends and (start[0].month, start[0].day, ends.month, ends.day) == (1, 1, 12, 31):
        return MOST_MONTHS + 1  # a whole year is what a count covers, no beginning on its first day
    months = 12 * (start[1].year - start[0].year) + start[1].month - start[0].month
    return 0 if start[0] == start[1] else months + 1


def _start_in_words(row: Row) -> tuple[str, str]:
    """How a beginning is said, and its year: "since March" and "2031"; of a window its first month, of a day that."""
    start, edtf = beginning(row), read_edtf(row["date"])
    if start is None:
        return "", ""
    first, last = start
    way = "since" if edtf.form == "interval" else "from" if edtf.form == "one of" else "on" if first == last else "in"
    if edtf.approximate and last > month_end(first):
        middle = months_later(first, 1)
        return f"{way} about {MONTHS[middle.month - 1]}", f"{middle.year:04}"
    day_first = f"{first.day} " if first == last and (first.day > 1 or way == "on") else ""
    return f"{way} {day_first}{MONTHS[first.month - 1]}", f"{first.year:04}"


def _how_dated(rows: pd.DataFrame) -> str:
    """How well the events are dated, most of them: to the day, to the month, or only to within months."""
    total = len(rows)
    if not total:
        return "no event matches"
    forms = [read_edtf(text) for text in rows["date"]]
    days = sum(edtf.single_day for edtf in forms)
    months = sum(edtf.form == "date" and edtf.precision == "month" and not edtf.approximate for edtf in forms)
    if total == 1 and forms[0].form == "yearless":
        return "the date names no year"
    if total == 1:
        return f"the date is known {'to the day' if days else 'to the month' if months else 'only to within months'}"
    wide = total - days - months
    for many, known in ((wide, "only to within months"), (months, "to the month"), (days, "to the day")):
        if many == total:
            return f"{'both' if total == 2 else 'all'} dates are known {known}"
        if 2 * many > total:
            return f"most dates are known {known}"
    return f"{in_words(days)} of {in_words(total)} dates {'is' if days == 1 else 'are'} known to the day"


def is_cited(rows: pd.DataFrame) -> pd.Series:
    """True for each event that rests on the public record and not on a stored text."""
    return rows["cited"].astype(bool) if "cited" in rows else pd.Series(False, index=rows.index)


def cited_events(timeline: pd.DataFrame) -> pd.DataFrame:
    """The rows of a timeline frame that rest on the public record alone."""
    return timeline[is_cited(timeline)]


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
    quoted = timeline[dated & ~is_cited(timeline)]
    own = timeline[dated] if quoted.empty else quoted
    found = reach([own, writing])
    return beyond(own, *found) if found else Beyond(own.head(0), own.head(0))


def published_later(row: Row) -> str:
    """How long after the last day of an event its source was published: "published 37 days later"; empty if unknown."""
    days = lag(row)
    if days is None:
        return ""
    return "published on the same day" if days == 0 else f"published {count(days, 'day')} later"


def lag_sentence(timeline: pd.DataFrame) -> str:
    """How late the cited events of a frame were published, in the middle and at most; empty without one."""
    lags = sorted(days for row in rows_of(cited_events(timeline)) if (days := lag(row)) is not None)
    if len(lags) < LEAST_LAGS:
        return ""
    middle = round(median(lags))
    usual = "on the day itself" if middle == 0 else f"within {count(middle, 'day')}"
    told = f"Half of the {len(lags)} cited events with both days known were published {usual}"
    return f"{told}, the last of them after {count(lags[-1], 'day')}."


def lag(row: Row) -> int | None:
    """The days from the last day that an event's wording allows to its publication; None where one is not known."""
    published, latest = row.get("published"), row["latest"]
    if published is None or pd.isna(published) or pd.isna(latest) or published < latest:
        return None
    return int((published - latest).days)


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
    sentence = f"{count(len(timeline), 'event')} of {of:,} in {count(len(lanes), 'lane')}"
    cited = int(timeline["cited"].sum()) if "cited" in timeline else 0
    if cited:
        quoted = len(timeline) - cited
        sentence += f": {quoted:,} quoted from stored texts, {cited:,} cited from the public record (↗)"
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
    return capital(words)
