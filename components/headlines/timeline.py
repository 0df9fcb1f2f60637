"""How well the events are dated, in words."""

from collections.abc import Collection

import pandas as pd

from components.headlines.counts import count, in_words
from data.dates import read_edtf


def timeline_headline(timeline: pd.DataFrame) -> str:
    """The finding of the timeline: "Only one event is dated to the month: most float in a window"."""
    total = len(timeline)
    if not total:
        return "No event matches"
    forms = [read_edtf(text) for text in timeline["date"]]
    days = sum(edtf.single_day for edtf in forms)
    months = sum(edtf.form == "date" and edtf.precision == "month" and not edtf.approximate for edtf in forms)
    if total == days:
        return f"{_all(total)} dated to the day"
    if days:
        return f"{_only(days, total)} dated to the day: {_rest(total - days)}"
    if months == total:
        return f"{_only(months, total)} dated to the month"
    if months:
        return f"{_only(months, total)} dated to the month: {_rest(total - months)}"
    return f"No event is dated to the month: {_rest(total)}"


def timeline_sentence(timeline: pd.DataFrame, of: int, lanes: Collection[str]) -> str:
    """How many events are shown, of how many, and which cannot be placed; `lanes` are titles of the lanes shown."""
    yearless = timeline[timeline["yearless"]]
    sentence = f"{count(len(timeline), 'event')} of {of} in {count(len(lanes), 'lane')}"
    if len(yearless):
        titles = "; ".join(yearless["title"].head(5))
        sentence += f". Not placed, because the wording gives no year: {titles}"
    return sentence + "."


def _only(some: int, total: int) -> str:
    if some == total:
        return _all(total)
    return "Only one event is" if some == 1 else f"{in_words(some).capitalize()} of {in_words(total)} events are"


def _all(total: int) -> str:
    return "The event is" if total == 1 else "Both events are" if total == 2 else f"All {in_words(total)} events are"


def _rest(rest: int) -> str:
    return "the other floats in a window" if rest == 1 else "the others float in a window"
