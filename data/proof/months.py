"""Months that a curator's sentence names: each is one that the claims beside it name, or that lies in their dates."""

import re
from collections.abc import Iterable, Iterator

from data.files.faults import Fault
from data.models.dates import MONTHS, read_edtf
from data.models.evidence import Claim
from data.texts.calendar_words import parts_of_edtf, parts_of_text

# With a capital letter, and "May" not where a sentence may begin with it.
NAMED = re.compile(rf"\b(?:{'|'.join(name for name in MONTHS if name != 'May')})\b|(?<=[\w,] )May\b|\bMay(?=,? \d)")
LONGEST = 24  # months between the ends of a date that are all taken for named


def unnamed_months(sentence: str, claims: Iterable[Claim], also: Iterable[str], languages: Iterable[str]) -> list[str]:
    """The months that a sentence names, in English, and neither its claims nor the EDTF dates of `also` do."""
    said = list(dict.fromkeys(NAMED.findall(sentence)))
    if not said:
        return []
    claims = tuple(claims)
    words = [text for claim in claims for text in (claim.quote, claim.date_words, claim.date_reason) if text]
    dates = [claim.date for claim in claims if claim.date] + list(also)
    known = {month for one in {*languages, "en"} for month in parts_of_text(words, one).months}
    known |= {month for date in dates for month in _months_of(date)}
    return [name for name in said if MONTHS.index(name) + 1 not in known]


def month_faults(
    key: str, sentence: str, claims: Iterable[Claim], also: Iterable[str], languages: Iterable[str]
) -> Iterator[Fault]:
    """A warning for each month of a sentence that neither its claims nor the EDTF dates of `also` name."""
    for month in unnamed_months(sentence, claims, also, languages):
        remedy = "Name the month that the claims name, or the claim that names this one."
        yield Fault(key, "neither the claims nor their dates name this month", month, "", remedy, warns=True)


def _months_of(date: str) -> set[int]:
    window, named = read_edtf(date), set(parts_of_edtf(date).months)
    if named and window.earliest and window.latest:  # a year names no month
        first, last = (12 * day.year + day.month - 1 for day in (window.earliest, window.latest))
        if last - first < LONGEST:
            named |= {number % 12 + 1 for number in range(first, last + 1)}
    return named
