"""EDTF (ISO 8601-2) in, earliest and latest days out; seeds/FORMAT.md lists the forms that are read.

Own code, because the library for it pads an approximate month by more than a year, ends an empty interval in ten years
and accepts reversed intervals; it serves as an oracle in the tests.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache
from math import inf
from typing import Literal

Precision = Literal["day", "month", "year"]
Form = Literal["date", "interval", "one of", "yearless"]

DATE = re.compile(r"(?P<year>\d{4})(-(?P<month>\d\d)(-(?P<day>\d\d))?)?(?P<mark>[~?%])?", re.ASCII)
YEARLESS = re.compile(r"XXXX-(?P<month>\d\d)(?P<mark>[~?%])?", re.ASCII)
# Years that EDTF can write and no calendar of a computer holds; 202403 is no year but a month without its hyphen.
BEYOND = re.compile(r"(?P<year>Y-?\d+|-\d{4,}|\d{5})([-~?%].*)?", re.ASCII)
FIRST_YEAR, LAST_YEAR = f"{MINYEAR:04}", f"{MAXYEAR:04}"
ONE_DAY = timedelta(days=1)
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class BadEdtf(ValueError):
    """A date that is not in the EDTF subset; `remedy` says what to write instead."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy


@dataclass(frozen=True)
class Edtf:
    """What an EDTF text allows.

    The thing happened or lasted within `earliest`..`latest` (days, both included; None at an open end or without a
    year).
    An interval began no later than `latest_start` and ended no earlier than `earliest_end`, so every day from
    `latest_start` to `earliest_end` is covered when they stand in that order.
    """

    text: str
    form: Form
    precision: Precision
    earliest: date | None
    latest_start: date | None
    earliest_end: date | None
    latest: date | None
    open_start: bool = False
    open_end: bool = False
    approximate: bool = False
    uncertain: bool = False

    @property
    def single_day(self) -> bool:
        return self.form == "date" and self.earliest is not None and self.earliest == self.latest


@dataclass(frozen=True)
class _End:
    """One end of an interval; `stated_first` and `stated_last` before an approximate one is padded."""

    stated_first: date
    stated_last: date
    first: date
    last: date
    precision: Precision
    approximate: bool
    uncertain: bool


@lru_cache(maxsize=65_536)
def read_edtf(text: str) -> Edtf:
    """Read one EDTF text. Raises BadEdtf with what is wrong and what to write instead."""
    if yearless := YEARLESS.fullmatch(text):
        _month(text, yearless["month"])
        approximate, uncertain = _marks(yearless["mark"])
        return Edtf(text, "yearless", "month", None, None, None, None, approximate=approximate, uncertain=uncertain)
    if text.startswith("[") and text.endswith("]"):
        return _one_of(text)
    if text.count("/") == 1:
        return _interval(text)
    end = _end(text, text)
    # A date known to its month fell in that month: the whole month is the answer, not a guess at its edges.
    certain = not (end.approximate or end.uncertain)
    return Edtf(
        text,
        "date",
        end.precision,
        end.first,
        end.first if certain else None,
        end.last if certain else None,
        end.last,
        approximate=end.approximate,
        uncertain=end.uncertain,
    )


def in_words(text: str) -> str:
    """An EDTF text as a person writes it: `2024-06` is "June 2024", `2024-03/..` is "from March 2024, end open"."""
    edtf = read_edtf(text)
    if edtf.form == "yearless":
        return _marked(f"{MONTHS[int(text[5:7]) - 1]}, year not given", text[7:])
    if edtf.form == "date":
        return _end_in_words(text)
    first, last = text.strip("[]").split("/" if edtf.form == "interval" else "..", 1)
    if edtf.form == "one of":
        if not first:
            return f"on or before {_end_in_words(last)}"
        if not last:
            return f"on or after {_end_in_words(first)}"
        return f"some time between {_end_in_words(first)} and {_end_in_words(last)}"
    if first == "..":
        return f"until {_end_in_words(last)}, start open"
    if last == "..":
        return f"from {_end_in_words(first)}, end open"
    return f"{_end_in_words(first)} to {_end_in_words(last)}"


def shifted(day: date, by: timedelta) -> date:
    """A day earlier or later, as far as there are days."""
    try:
        return day + by
    except OverflowError:
        return date.min if by < timedelta(0) else date.max


def months_later(day: date, by: int) -> date:
    """The first day of the month so many months after that of a day, or before it; as far as there are months."""
    months = day.year * 12 + day.month - 1 + by
    year, month = divmod(min(max(months, MINYEAR * 12), MAXYEAR * 12 + 11), 12)
    return date(year, month + 1, 1)


def month_end(day: date) -> date:
    """The last day of the month in which a day lies."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def _interval(text: str) -> Edtf:
    first, last = text.split("/")
    if not first or not last:
        example = f"{first or '..'}/{last or '..'}" if first or last else "2024-03/.."
        raise BadEdtf("an end of the interval is empty", f"Write two dots for an open end: {example}")
    if first == last == "..":
        raise BadEdtf("both ends of the interval are open", "Give one end, or leave the date out.")
    start = None if first == ".." else _end(first, text)
    end = None if last == ".." else _end(last, text)
    _refuse_reversed(start, end, f"{last}/{first}")
    return _assemble(text, "interval", start, end)


def _one_of(text: str) -> Edtf:
    first, dots, last = text[1:-1].partition("..")
    if not dots or not (first or last):
        raise BadEdtf(
            "square brackets need two dates with two dots between",
            "Write [a..b], [a..] or [..b] with dates for a and b.",
        )
    start = _end(first, text) if first else None
    end = _end(last, text) if last else None
    _refuse_reversed(start, end, f"[{last}..{first}]")
    return _assemble(text, "one of", start, end)


def _refuse_reversed(start: _End | None, end: _End | None, turned: str) -> None:
    # From March 2024 to some day of 2024 is no reversal: only an end that is over before the start begins.
    if start and end and start.stated_first > end.stated_last:
        raise BadEdtf("the end lies before the start", f"Write the earlier date first: {turned}")


def _assemble(text: str, form: Form, start: _End | None, end: _End | None) -> Edtf:
    ends = [one for one in (start, end) if one]
    rank: dict[Precision, int] = {"day": 0, "month": 1, "year": 2}
    lasting = form == "interval"
    return Edtf(
        text,
        form,
        max((one.precision for one in ends), key=lambda precision: rank[precision]),
        start.first if start else None,
        min(start.last, end.last if end else start.last) if start and lasting and not start.uncertain else None,
        max(end.first, start.first if start else end.first) if end and lasting and not end.uncertain else None,
        end.last if end else None,
        open_start=start is None,
        open_end=end is None,
        approximate=any(one.approximate for one in ends),
        uncertain=any(one.uncertain for one in ends),
    )


def _end(part: str, whole: str) -> _End:
    match = DATE.fullmatch(part)
    if beyond := BEYOND.fullmatch(part):
        raise _out_of_reach(beyond["year"])
    if not match:
        seen = "this" if part == whole else f"“{part[:40]}”"
        raise BadEdtf(
            f"{seen} is not a date",
            "Write 2024, 2024-03 or 2024-03-07, with ~ for approximate; 2024-03/.. for an open end; "
            "[2031-10-01..2031-12-31] for some day in there.",
        )
    precision, first, last = _days(part, match)
    approximate, uncertain = _marks(match["mark"])
    padded = _padded(first, last, precision) if approximate else (first, last)
    return _End(first, last, *padded, precision, approximate, uncertain)


def _days(part: str, match: re.Match[str]) -> tuple[Precision, date, date]:
    year = int(match["year"])
    if year < MINYEAR:
        raise _out_of_reach(match["year"])
    if not match["month"]:
        return "year", date(year, 1, 1), date(year, 12, 31)
    month = _month(part, match["month"])
    days = monthrange(year, month)[1]
    if not match["day"]:
        return "month", date(year, month, 1), date(year, month, days)
    if not 1 <= int(match["day"]) <= days:
        raise BadEdtf(f"{MONTHS[month - 1]} {year} has no day {match['day']}", f"Write a day from 01 to {days}.")
    day = date(year, month, int(match["day"]))
    return "day", day, day


def _out_of_reach(year: str) -> BadEdtf:
    earlier = "-" in year or not int(year.strip("Y"))
    instead = f"[..{FIRST_YEAR}], on or before" if earlier else f"[{LAST_YEAR}..], on or after"
    return BadEdtf(
        f"the year {year} lies beyond what a calendar holds",
        f"Write a year from {FIRST_YEAR} to {LAST_YEAR}. For {'an earlier' if earlier else 'a later'} one "
        f"write {instead} that year, and name the year in the title.",
    )


def _marks(mark: str | None) -> tuple[bool, bool]:
    return mark in ("~", "%"), mark in ("?", "%")


def _month(part: str, digits: str) -> int:
    if not 1 <= int(digits) <= 12:
        raise BadEdtf(f"there is no month {digits}", f"Write a month from 01 to 12 in “{part}”.")
    return int(digits)


def _padded(first: date, last: date, precision: Precision) -> tuple[date, date]:
    """The range with one unit of the stated precision on either side, as far as the calendar reaches."""
    if precision == "day":
        return shifted(first, -ONE_DAY), shifted(last, ONE_DAY)
    months = 12 if precision == "year" else 1
    return months_later(first, -months), month_end(months_later(last, months))


def _end_in_words(part: str) -> str:
    core = part.rstrip("~?%")
    mark = part[len(core) :]
    pieces = core.split("-")
    words = pieces[0]
    if len(pieces) > 1:
        words = f"{MONTHS[int(pieces[1]) - 1]} {words}"
    if len(pieces) > 2:
        words = f"{int(pieces[2])} {words}"
    return _marked(words, mark)


def _marked(words: str, mark: str) -> str:
    return {"~": f"about {words}", "?": f"{words} (uncertain)", "%": f"about {words} (uncertain)"}.get(mark, words)


def days_allowed(edtf_text: str) -> float:
    """How many days a date may reach over; inf with an open end or without a year."""
    edtf = read_edtf(edtf_text)
    return (edtf.latest - edtf.earliest).days + 1 if edtf.earliest and edtf.latest else inf
