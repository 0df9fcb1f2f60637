"""Dates as texts write them -> EDTF, with the words they stand in; and words that count from the day of writing.

What is read is offered to a person who chooses; the check (`calendar_words`) only asks which years, months and days
are named. Names of months are those of CLDR.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from data.numbers import read_numbers
from data.numbers.folding import Folded, folded
from data.numbers.lexicon import base_of
from data.texts.calendar_words import YEARS, is_a_date, names_of_months

Step = Literal["year", "month", "day"]
ORDINAL = r"(?:st|nd|rd|th|er|\.|º)?"
OF = r"(?:of |de |del |,|)"
# What may follow "June 12"; other words are what twelve of are counted: in June 12 ships came.
ENDED = r"\s*(?:$|[,.;:)!?]|\d{4}|(?:the|a|an|and|or|in|at|on|to|he|she|it|they|by|for|from|as|when|that|with)\b)"
CJK = re.compile(
    r"(?P<year>\d{4}) ?[年년](?: ?(?P<month>\d{1,2}) ?[月월](?: ?(?P<day>\d{1,2}) ?[日일])?)?"
    r"|(?<!\d)(?P<month2>\d{1,2}) ?[月월](?: ?(?P<day2>\d{1,2}) ?[日일])?"
)
ISO = re.compile(r"(?<![\d-])(?P<year>\d{4})-(?P<month>\d\d)(?:-(?P<day>\d\d))?(?![\d-])")
PART_OF_MORE = re.compile(r"[/–-]\d|s\b")  # 2031/32, the 1990s
CAPITAL = ("en", "de")  # languages whose months begin with a capital letter
# How many steps from the day of writing: this year, last year, yesterday.
COUNTED: dict[str, dict[str, tuple[Step, int]]] = {
    "en": {"this year": ("year", 0), "last year": ("year", -1), "this month": ("month", 0), "last month": ("month", -1),
           "yesterday": ("day", -1), "today": ("day", 0)},
    "de": {"dieses jahr": ("year", 0), "in diesem jahr": ("year", 0), "letztes jahr": ("year", -1),
           "im letzten jahr": ("year", -1), "diesen monat": ("month", 0), "letzten monat": ("month", -1),
           "gestern": ("day", -1), "heute": ("day", 0)},
    "fr": {"cette année": ("year", 0), "l'année dernière": ("year", -1), "l'an dernier": ("year", -1),
           "ce mois-ci": ("month", 0), "le mois dernier": ("month", -1), "hier": ("day", -1),
           "aujourd'hui": ("day", 0)},
    "es": {"este año": ("year", 0), "el año pasado": ("year", -1), "este mes": ("month", 0),
           "el mes pasado": ("month", -1), "ayer": ("day", -1), "hoy": ("day", 0)},
    "ru": {"в этом году": ("year", 0), "в прошлом году": ("year", -1), "в этом месяце": ("month", 0),
           "в прошлом месяце": ("month", -1), "вчера": ("day", -1), "сегодня": ("day", 0)},
    "uk": {"цього року": ("year", 0), "минулого року": ("year", -1), "цього місяця": ("month", 0),
           "минулого місяця": ("month", -1), "вчора": ("day", -1), "сьогодні": ("day", 0)},
    "ko": {"올해": ("year", 0), "작년": ("year", -1), "지난해": ("year", -1), "이번 달": ("month", 0),
           "지난달": ("month", -1), "어제": ("day", -1), "오늘": ("day", 0)},
    "zh": {"今年": ("year", 0), "去年": ("year", -1), "本月": ("month", 0), "上月": ("month", -1), "昨天": ("day", -1),
           "今天": ("day", 0)},
    "ja": {"今年": ("year", 0), "昨年": ("year", -1), "去年": ("year", -1), "今月": ("month", 0), "先月": ("month", -1),
           "昨日": ("day", -1), "今日": ("day", 0)},
    "ar": {"هذا العام": ("year", 0), "العام الماضي": ("year", -1), "هذا الشهر": ("month", 0),
           "الشهر الماضي": ("month", -1), "أمس": ("day", -1), "اليوم": ("day", 0)},
}  # fmt: skip


class Dated(NamedTuple):
    """Words of a text that give a date: where they stand (code points), and the EDTF; "XXXX-06" without its year.

    EDTF of this kind has no day without a year: `day` is it, 0 where none is named.
    """

    start: int
    end: int
    edtf: str
    day: int = 0

    def in_year(self, year: str) -> str:
        """The EDTF in a year, if it names none itself."""
        if not self.edtf.startswith("XXXX"):
            return self.edtf
        return self.edtf.replace("XXXX", year) + (f"-{self.day:02}" if self.day else "")


class CountedFrom(NamedTuple):
    """Words of a text that count from the day of writing: where they stand, in which steps, and how many."""

    start: int
    end: int
    step: Step
    steps: int


def dates_in(text: str, language: str) -> tuple[Dated, ...]:
    """Every date that a text names, in order and each part of the text once, the longest reading of it."""
    view = folded(text)
    own = [_pattern(base_of(language)), *([_pattern("en")] if base_of(language) != "en" else [])]
    matches = [match for pattern in (ISO, CJK, *own) for match in pattern.finditer(view.text)]
    months = [match for match in matches if _is_a_month(match, view, text, language)]
    dated = [Dated(*view.span(*match.span()), *_edtf(match, language)) for match in months]
    dated += list(_years_alone(text, language))
    return tuple(one for one in _apart(dated) if one.edtf)  # what the calendar has not stands for no other date


def _is_a_month(match: re.Match[str], view: Folded, text: str, language: str) -> bool:
    """False for a word that is a month only with a capital letter, and has none: it may be; they march."""
    named = "month" in match.groupdict() and (match["month"] or "").isalpha()
    if not named or base_of(language) not in CAPITAL:
        return True
    return text[view.span(*match.span("month"))[0]].isupper()


def counted_in(text: str, language: str) -> tuple[CountedFrom, ...]:
    """Every stretch of a text that counts from the day of writing, in order."""
    view = folded(text)
    counted = COUNTED.get(base_of(language), {})
    found = [(match, how) for words, how in counted.items() for match in _whole(folded(words).text, view.text)]
    return tuple(sorted(CountedFrom(*view.span(*match.span()), *how) for match, how in found))


def _whole(words: str, text: str) -> Iterator[re.Match[str]]:
    """Where words stand whole; in a script without spaces a particle may touch them."""
    closed = "(?!날)" if words == "오늘" else ""  # 오늘날 is nowadays
    edge = rf"(?<!\w){re.escape(words)}(?!\w)" if words[0] < "\u3040" else re.escape(words) + closed
    return re.finditer(edge, text)


def counted_from(day: date, step: Step, steps: int) -> str:
    """The EDTF of some steps from a day: the year before 2024-11-22 is 2023."""
    if step == "year":
        return f"{day.year + steps:04}"
    if step == "month":
        year, month = divmod(12 * day.year + day.month - 1 + steps, 12)
        return f"{year:04}-{month + 1:02}"
    return date.fromordinal(day.toordinal() + steps).isoformat()


@lru_cache(maxsize=32)
def _pattern(language: str) -> re.Pattern[str]:
    """A month by name with a day before or behind it and a year behind, in the two orders that languages have."""
    names = sorted((name for name in names_of_months(language) if len(name) > 2), key=len, reverse=True)
    if not names:
        return re.compile(r"(?!)")
    month = rf"(?<![^\W\d_])(?P<month>{'|'.join(map(re.escape, names))})(?![^\W\d_])\.?"
    several = rf"(?:(?P<first>\d{{1,2}}){ORDINAL} ?(?:-|to|bis|au|al) ?|between (?P<first2>\d{{1,2}}){ORDINAL} and )?"
    day = rf"(?:(?<!\d){several}(?P<day>\d{{1,2}}){ORDINAL} {OF} ?)?"
    behind = rf"(?: (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?={ENDED}))?"
    return re.compile(rf"{day}{month}{behind}(?:,? {OF} ?(?P<year>\d{{4}})(?![\d-]))?")


def _edtf(match: re.Match[str], language: str) -> tuple[str, int]:
    """The EDTF and a day without its year; nothing for what the calendar has not."""
    named = {key.rstrip("2"): value for key, value in match.groupdict().items() if value}
    month = named.get("month", "")
    if month and not month.isdigit():
        names = names_of_months(base_of(language)) | names_of_months("en")
        month = str(names_of_months(base_of(language)).get(month) or names[month])
    year, day, first = named.get("year"), named.get("day"), named.get("first")
    if not month:
        return year or "", 0
    try:
        date(int(year or 2000), int(month), int(day or 1))
    except ValueError:
        return "", 0
    named_month = f"{year or 'XXXX'}-{int(month):02}"
    if first and day and year and 0 < int(first) < int(day):
        return f"{named_month}-{int(first):02}/{named_month}-{int(day):02}", 0
    return (f"{named_month}-{int(day):02}", 0) if day and year else (named_month, int(day or 0))


def _years_alone(text: str, language: str) -> Iterator[Dated]:
    for reading in read_numbers(text, language):
        is_year = len(reading.words) == 4 and reading.words.isdigit() and int(reading.low) in YEARS
        if is_year and not PART_OF_MORE.match(text, reading.end) and is_a_date(reading, text, language):
            yield Dated(reading.start, reading.end, reading.words)


def _apart(dated: list[Dated]) -> Iterator[Dated]:
    end = -1
    for one in sorted(dated, key=lambda one: (one.start, -one.end)):
        if one.start >= end:
            yield one
            end = one.end
