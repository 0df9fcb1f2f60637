"""What a machine reads in chosen words: each number and each date in every way they allow, for a person to choose."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import pairwise
from typing import NamedTuple, get_args

from data.models.case import Unit
from data.models.dates import BadEdtf, read_edtf
from data.models.evidence import Claim, Document, Evidence
from data.models.quantities import BARREL, TONNE, Per, impossible_factor
from data.models.record import Statement
from data.numbers import Reading, read_numbers
from data.numbers.shares import share_of
from data.proof.stated import side_of
from data.texts.calendar_words import is_a_date
from data.texts.dated import CountedFrom, Dated, counted_from, counted_in, dates_in
from data.texts.measures import Measures, measures_of
from data.texts.searching import in_one_spelling

OPERATORS = (">", ">=", "<", "<=", "~", "=", "range")  # in the order in which they are offered
# What stands between the two ends of a time, and the words before the first that go with it.
BETWEEN: dict[str, tuple[str, ...]] = {
    "and": ("between",), "to": ("from", ""), "until": ("from", ""), "through": ("from", ""), "–": ("",), "-": ("",),
    "bis": ("von", ""), "und": ("zwischen",), "à": ("de",), "et": ("entre",), "a": ("de",), "y": ("entre",),
    "по": ("с",), "до": ("с", "від"), "부터": ("",), "에서": ("",), "至": ("从", ""), "到": ("从", ""), "から": ("",),
    "إلى": ("من",),
}  # fmt: skip
# Before or after which date.
LIMITED = re.compile(
    r"(?<!\w)(?:before|after|by|no later than|not later than|prior to|earlier than|later than|vor|nach|avant|après"
    r"|antes de|después de|после|к|перед|після|قبل|بعد)\s*(?:the\s|el\s|le\s|dem\s)?\s*$",
    re.IGNORECASE,
)
LIMITED_BEHIND = re.compile(r"\s?(?:이전|전에|之前|以前|之后|之後|以后|以後|より前)")
# What makes another number of one: not 50, 1e16, Q2; a share of it is known by data/numbers/shares.py.
CHANGED = re.compile(
    r"\bnot\s+(?:(?:of|more|less|fewer|above|below|over|under|than)\s+)*(?:the\s+)?$|\de$|[A-Za-z]$", re.IGNORECASE
)
WIDEST = 60  # characters of a date in words
NEAR = 120  # characters around a quote in which a date is looked for


class Offered(NamedTuple):
    """One reading: the words it was read in, where they stand in the document, and the keys of a claim it gives.

    A number whose words name no unit gives none; one that counts what the case has no unit for names it in `uncounted`.
    """

    words: str
    start: int
    end: int
    fields: Mapping[str, object]
    uncounted: str = ""


def numbers_offered(document: Document, start: int, end: int, units: Sequence[Unit]) -> tuple[Offered, ...]:
    """Every number of text[start:end] with each operator and unit that its words allow; years and days are none."""
    quote, language = document.text[start:end], document.language
    measures, dates = measures_of(tuple(units), language), dates_in(quote, language)
    found = [
        one
        for one in read_numbers(quote, language, measures.words)
        if not one.ordinal
        and one.low >= 0
        and not is_a_date(one, quote, language)
        and not any(date.start <= one.start < date.end for date in dates)
        and not (one.start and one.words[0].isascii() and CHANGED.search(quote[: one.start]))
        and not share_of(quote, one.start, one.end)
        and not (len(one.words) == 4 and quote.startswith("s", one.end))
    ]
    several = len(found) > 1
    return tuple(offer for one in found for offer in _ways(one, start, several, measures))


def _ways(one: Reading, start: int, several: bool, measures: Measures) -> Iterator[Offered]:
    words = {"value_words": one.words} if several else {}
    place = (one.words, start + one.start, start + one.end)
    number = {"low": one.low, "high": one.high} if one.is_range else {"value": one.low}
    for operator in [sign for sign in OPERATORS if sign in (one.operators or ("=",))]:
        if (operator == "range") != one.is_range:
            continue
        fields = {"operator": operator, **number, **words}
        counted = list(_counted(one, measures))
        for unit in counted:
            yield Offered(*place, fields | unit)
        if not counted:
            yield Offered(*place, fields, measures.name(one.unit, one.rate) if one.unit else "")


def _counted(one: Reading, measures: Measures) -> Iterator[dict[str, object]]:
    """The units of the case that the words of a number name, with `per` where they name for each what."""
    for unit, measure in measures.by_id.items():
        if one.unit != measure.noun:
            continue
        if measure.rate == one.rate:
            yield {"unit": unit}
        elif not measure.rate and one.rate in get_args(Per):
            yield {"unit": unit, "per": one.rate}


def dates_offered(document: Document, start: int, end: int) -> tuple[Offered, ...]:
    """Every date that text[start:end] names, or else what stands near it, also counted from the day of writing."""
    inside = tuple(_dates_of(document, start, end))
    if inside:
        return inside
    # Wider than is looked at: what lies at the edges is cut, and read as another date.
    first, last = max(0, start - NEAR), min(len(document.text), end + NEAR)
    around = _dates_of(document, max(0, first - WIDEST), min(len(document.text), last + WIDEST))
    return tuple(one for one in around if first <= one.start and one.end <= last)


def _dates_of(document: Document, start: int, end: int) -> Iterator[Offered]:
    stretch, language = document.text[start:end], document.language
    dates = [one for one in dates_in(stretch, language) if not _is_limited(one, stretch)]
    counts = list(counted_in(stretch, language))
    for dated, counted in [(one, two) for one in dates for two in counts if _is_month_of(one, two, stretch)]:
        yield _relative(counted, stretch, start, document, dated)
        dates.remove(dated)
        counts.remove(counted)
    for first, last in pairwise(dates):
        yield from _lasting(first, last, stretch, start)
    for dated in dates:
        yield from _stated(dated, stretch, start, document)
    for counted in counts:
        yield _relative(counted, stretch, start, document)


def _is_limited(dated: Dated, stretch: str) -> bool:
    """True beside words that say before or after which date: a person reads what they leave."""
    return bool(LIMITED.search(stretch[: dated.start]) or LIMITED_BEHIND.match(stretch[dated.end :]))


def _is_month_of(dated: Dated, counted: CountedFrom, stretch: str) -> bool:
    """True for a month or day without a year beside the words for its year: October last year, 지난해 10월."""
    first, last = sorted((dated[:2], counted[:2]))
    between = stretch[first[1] : last[0]].strip(" ,").lower()
    return dated.edtf.startswith("XXXX") and counted.step == "year" and between in ("", "of", "de", "del", "des")


def _lasting(first: Dated, last: Dated, stretch: str, start: int) -> Iterator[Offered]:
    """From one date to another, where the words between say so; the first has the year of the last if it names none."""
    openers, before = BETWEEN.get(stretch[first.end : last.start].strip().lower(), ()), stretch[: first.start]
    opened = [re.search(rf"(?<!\w){words}\s*$", before, re.IGNORECASE) for words in openers if words]
    opener = next(filter(None, opened), None)
    if (opener is None and "" not in openers) or last.edtf.startswith("XXXX"):
        return
    begins = opener.start() if opener else first.start
    edtf = f"{first.in_year(last.edtf[:4])}/{last.edtf}"
    words = stretch[begins : last.end]
    with suppress(BadEdtf):  # from November to March 2024 began a year earlier, which no words say
        read_edtf(edtf)
        fields = {"date_words": words, "date": edtf, "date_basis": "stated"}
        yield Offered(words, start + begins, start + last.end, fields)


def _stated(dated: Dated, stretch: str, start: int, document: Document) -> Iterator[Offered]:
    begins, side = side_of(stretch, dated.start, dated.end)
    words = stretch[begins : dated.end]
    place = (words, start + begins, start + dated.end)
    edtf = dated.edtf
    if edtf.startswith("XXXX"):
        yield Offered(*place, {"date_words": words, "date_text_only": edtf, "date": edtf, "date_basis": "stated"})
        for year in _years_of_writing(document):
            reason = f"The text gives no year; {year} is the year in which it was written."
            with_year = _with_side(dated.in_year(year), side)
            fields = {"date": with_year, "date_basis": "inferred", "date_reason": reason}
            yield Offered(*place, {"date_words": words, "date_text_only": edtf, **fields})
        return
    yield Offered(*place, {"date_words": words, "date": _with_side(edtf, side), "date_basis": "stated"})


def _with_side(edtf: str, side: str) -> str:
    return {"since": f"{edtf}/..", "until": f"../{edtf}"}.get(side, edtf)


def _relative(
    counted: CountedFrom, stretch: str, start: int, document: Document, dated: Dated | None = None
) -> Offered:
    """A date counted from the day of writing, where that day is known well enough; else the words alone, floating.

    `dated` is a month or day of the year that is counted.
    """
    begins, ends_at = (min(counted.start, dated.start), max(counted.end, dated.end)) if dated else counted[:2]
    words = stretch[begins:ends_at]
    place = (words, start + begins, start + ends_at)
    window = read_edtf(document.written_window) if document.written_window else None
    ends = (window.earliest, window.latest) if window else (None, None)
    dates = {counted_from(day, counted.step, counted.steps) for day in ends if day}
    if None in ends or len(dates) != 1:
        return Offered(*place, {"date_words": words})
    reason = f"“{words}” is counted from the day of writing ({document.written_window})."
    date = dates.pop() if dated is None else dated.in_year(dates.pop())
    return Offered(*place, {"date_words": words, "date": date, "date_basis": "relative", "date_reason": reason})


def _years_of_writing(document: Document) -> list[str]:
    window = read_edtf(document.written_window) if document.written_window else None
    if window is None or window.earliest is None or window.latest is None:
        return []
    return [str(window.earliest.year)] if window.earliest.year == window.latest.year else []


class Same(NamedTuple):
    """Where a number or its words stand already: the ids of claims and of rows of the public record."""

    claims: tuple[str, ...]
    records: tuple[str, ...]


def same_elsewhere(evidence: Evidence, offered: Sequence[Offered], quote: str) -> Same:
    """Claims with the same words, and claims and cited statements with one of the numbers, by weight or by volume."""
    words = in_one_spelling(quote)
    claims = [claim.id for claim in evidence.claims if in_one_spelling(claim.quote) == words or _same(claim, offered)]
    records = [one.record_id for one in evidence.statements if _same(one, offered)]
    return Same(tuple(claims), tuple(records))


def _same(entry: Claim | Statement, offered: Sequence[Offered]) -> bool:
    quantity = entry.quantity
    if quantity is None:
        return False
    return any(_is_amount(quantity.stated, quantity.unit, one.fields) for one in offered)


def _is_amount(value: float, unit: str, fields: Mapping[str, object]) -> bool:
    """True for the same number of the same unit, or for one that a cargo of the other unit of weight can have."""
    given, counted = fields.get("value", fields.get("low")), fields.get("unit")
    if not isinstance(given, float | int) or not counted:
        return False
    if {unit, counted} == {BARREL, TONNE}:
        barrels, tonnes = (value, float(given)) if unit == BARREL else (float(given), value)
        return tonnes > 0 and not impossible_factor(barrels / tonnes)
    return (value, unit) == (given, counted)
