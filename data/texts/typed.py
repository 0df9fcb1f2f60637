"""Dates as people type them into a form, in words or as the files write them; and dates of the files in such words."""

import re
from contextlib import suppress

from data.models.dates import BadEdtf, in_words, read_edtf
from data.texts.dated import Dated, dates_in

LANGUAGE = "en"  # of the screens
LONGEST = 120  # characters
# What is said of two ends, and how the files write it; the narrower before the wider.
SPANS = (
    ("some time between (?P<first>.+) and (?P<last>.+)", "[{first}..{last}]"),
    ("on or before (?P<last>.+)", "[..{last}]"),
    ("on or after (?P<first>.+)", "[{first}..]"),
    ("between (?P<first>.+) and (?P<last>.+)", "{first}/{last}"),
    ("(?:from )?(?P<first>.+?)(?: to | until | ?[–—] ?)(?P<last>.+)", "{first}/{last}"),
    ("(?:until|till) (?P<last>.+?)(?:, start open)?", "../{last}"),
    ("(?:from|since) (?P<first>.+?)(?:, end open)?", "{first}/.."),
)
DATE = re.compile(r"\d{4}(?:-\d\d){0,2}", re.ASCII)
ABOUT, UNCERTAIN = re.compile(r"(?:about|around|circa|c\.) ", re.IGNORECASE), re.compile(r" ?\(uncertain\)$")
NO_YEAR = re.compile(r",? year not given")
NUMBER, LETTER = re.compile(r"\d+"), re.compile(r"[a-z]", re.IGNORECASE)
MARKS = {(True, False): "~", (False, True): "?", (True, True): "%", (False, False): ""}


def edtf_of(typed: str) -> str:
    """The EDTF of what somebody typed; words that are no date come back as they are, and are refused as any others."""
    words = " ".join(typed.split())
    if len(words) > LONGEST or _reads(words):
        return words
    whole = _one(words)
    if whole and _reads(whole):
        return whole
    for pattern, written in SPANS:
        if match := re.fullmatch(pattern, words, re.IGNORECASE):
            edtf = _between(match.groupdict(), written)
            if edtf and _reads(edtf):
                return edtf
    return words


def as_typed(edtf: str) -> str:
    """A date as somebody would type it, in words if these are read back as the same date."""
    words = ""
    with suppress(BadEdtf):
        words = in_words(edtf)
    return words if words and edtf_of(words) == edtf else edtf


def _between(ends: dict[str, str], written: str) -> str:
    """The EDTF of a span; a first end without a year has that of the last, if that is a month or a day."""
    last = _one(ends.get("last", ""))
    year = last[:4] if "-" in last else ""
    read = {name: _one(words, year) for name, words in ends.items()}
    return written.format(**read) if all(read.values()) else ""


def _one(words: str, year: str = "") -> str:
    """The EDTF of a day, month or year, or of some days of a month; empty for other words, and without a year.

    A month without one is read where it is said so.
    """
    core = UNCERTAIN.sub("", ABOUT.sub("", words, count=1))
    mark = MARKS[bool(ABOUT.match(words)), bool(UNCERTAIN.search(words))]
    if DATE.fullmatch(core):
        return core + mark
    named, yearless = NO_YEAR.subn("", core)
    # A month without its capital is a verb in a text, and a month in a field for dates.
    found = dates_in(named.title(), LANGUAGE)
    if len(found) != 1 or found[0][:2] != (0, len(named)) or not _all_told(named, found[0]):
        return ""
    edtf = found[0].in_year(year) if year.isdecimal() and not yearless else found[0].edtf
    if edtf.startswith("XXXX") and (not yearless or found[0].day):
        return ""
    return "/".join(day + mark for day in edtf.split("/"))


def _all_told(words: str, found: Dated) -> bool:
    """Whether a date holds every number of its words: of "16 to 14 March 2024" the text's readings drop one day."""
    in_date = len(NUMBER.findall(f"{found.edtf} {found.day or ''}"))
    in_letters = 1 if LETTER.search(words) else 0  # a month is
    return len(NUMBER.findall(words)) + in_letters <= in_date


def _reads(text: str) -> bool:
    with suppress(BadEdtf):
        return bool(read_edtf(text))
    return False
