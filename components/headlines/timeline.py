"""How well the events are dated, in words."""

from collections.abc import Collection, Sequence

import numpy as np
import pandas as pd

from components.headlines.counts import count, in_words
from data.dates import read_edtf

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


def timeline_sentence(timeline: pd.DataFrame, of: int, lanes: Collection[str]) -> str:
    """How many events are shown, of how many, and which cannot be placed; `lanes` are titles of the lanes shown."""
    yearless = np.flatnonzero(timeline["yearless"])
    sentence = f"{count(len(timeline), 'event')} of {of} in {count(len(lanes), 'lane')}"
    cited = int(timeline["cited"].sum()) if "cited" in timeline else 0
    if cited:
        quoted = len(timeline) - cited
        sentence += f": {quoted} quoted from stored texts, {cited} cited from the public record (↗)"
    if len(yearless):
        titles = "; ".join(timeline["title"].iloc[yearless[:MOST_TITLES]])
        sentence += f". Not placed, because the wording gives no year: {titles}"
    return sentence + "."


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
