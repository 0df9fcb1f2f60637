"""What a limit is called, what it covers and for which time, and which part of that time a number counts for."""

from collections.abc import Sequence
from datetime import date

from components.sentences.counts import listed
from components.sentences.row import Row
from data.models.dates import MONTHS, in_words, month_end, read_edtf
from data.models.limits import Limit
from data.models.quantities import FLOORS

SHORTEST_YEAR = 359  # days from the first to the last of a period that is told by its year
EVERY = {"year": "annual", "quarter": "quarterly", "month": "monthly"}


def called(limit: Limit) -> str:
    """The limit by its name and how often it is counted: "annual cap", "quarterly quota"; of a level its name alone."""
    return f"{EVERY[limit.per]} {limit.name}" if limit.per else limit.name


def every_period(limit: Limit | None) -> str:
    """What follows its number: " a year", " a month"; empty where it has no period."""
    return f" a {limit.per}" if limit and limit.per else ""


def period_noun(limit: Limit | None) -> str:
    """What one of its periods is called: "year", "quarter", "month"; "period" where it has none."""
    return limit.per or "period" if limit else "year"


def behind_limit(limit: Limit) -> str:
    """What a click on the limit opens: its claims and its records, "S01, record:salt-ledger-001"."""
    return ", ".join([*limit.claims, *(f"record:{record_id}" for record_id in limit.records)])


def limit_rule(limit: Limit, with_basis: bool = True) -> str:
    """The rule in one line with its name: "Salt cap: salt, all suppliers together, calendar year (…)"."""
    rule = f"{limit.name}: {limit_terms(limit)}"
    return rule if with_basis else rule.removesuffix(f" ({limit.legal_basis})")


def limits_finding(limits: Sequence[Limit]) -> str:
    """The title under which the limits of a case are folded: "The limits: Salt cap and Iron cap"."""
    names = listed([limit.name for limit in limits])
    return f"{'The limit' if len(limits) < 2 else 'The limits'}{f': {names}' if names else ''}"


def limit_terms(limit: Limit) -> str:
    """What the limit covers, by whom, over which period, on which basis; and that it is a minimum, or allows none."""
    sense = "at least so much, " if limit.is_minimum else "none allowed, " if limit.allows_none else ""
    return f"{limit.product}, {limit.suppliers}, {sense}{_time(limit)} ({limit.legal_basis})"


def _time(limit: Limit) -> str:
    if limit.period == "calendar-year":
        return "calendar year"
    begins = _day_of_year(limit.period_start or "01-01")
    if limit.period == "twelve-months":
        return f"twelve months from {begins}"
    if limit.per:
        return f"each {limit.per}" if begins.startswith("1 ") else f"each {limit.per}, counted from {begins}"
    return "on every day" if limit.is_level else "over all the time in force"


def _day_of_year(month_and_day: str) -> str:
    month, day = (int(part) for part in month_and_day.split("-"))
    return f"{day} {MONTHS[month - 1]}"


def window_in_words(edtf_text: str) -> str:
    """A date as a person writes it, whole months by their names: "January to November 2024"."""
    edtf = read_edtf(edtf_text)
    first, last = edtf.earliest, edtf.latest
    certain = edtf.form == "interval" and not (edtf.approximate or edtf.uncertain or edtf.precision == "year")
    if not certain or first is None or last is None or first.day > 1 or last < month_end(last):
        return in_words(edtf_text)
    begins, ends = MONTHS[first.month - 1], f"{MONTHS[last.month - 1]} {last.year}"
    if first.year != last.year:
        return f"{begins} {first.year} to {ends}"
    return ends if first.month == last.month else f"{begins} to {ends}"


def period_in_words(start: date, end: date) -> str:
    """A period of a limit: its year, "2031", or "2031/32" where it spans two; "May 2031", "January to March 2031"."""
    if (end - start).days >= SHORTEST_YEAR:
        return f"{start.year:04}" if start.year == end.year else f"{start.year:04}/{end.year % 100:02}"
    if start.day > 1:
        return f"{start.day} {MONTHS[start.month - 1]} to {end.day} {MONTHS[end.month - 1]} {end.year}"
    begins, ends = MONTHS[start.month - 1], f"{MONTHS[end.month - 1]} {end.year}"
    return ends if start.month == end.month else f"{begins} to {ends}"


def period_in_short(start: date, end: date) -> str:
    """The same where there is little room: "2031/32", "May 2031", "Jan–Mar 2031"."""
    told = period_in_words(start, end)
    if (end - start).days >= SHORTEST_YEAR or start.day > 1 or start.month == end.month:
        return told
    return f"{MONTHS[start.month - 1][:3]}–{MONTHS[end.month - 1][:3]} {end.year}"


def alone(row: Row) -> str:
    """What is said behind the share of a limit that a part of its period makes: " in January 2024 alone".

    Empty for a whole period; and for a floor above the limit: what a part exceeds, the whole exceeds too.
    """
    if row["covers"] != "part" or (row["operator"] in FLOORS and row["standing"] == "above"):
        return ""
    edtf, window = read_edtf(row["date"]), window_in_words(row["date"])
    if edtf.form == "one of":
        return f" {window} alone"
    way = "on" if edtf.single_day else "from" if edtf.form == "interval" and " to " in window else "in"
    return f" {way} {window} alone"
