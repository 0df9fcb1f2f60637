"""Days, months and years as texts write them, by CLDR's names of months."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from data.numbers import Reading, read_numbers
from data.numbers.folding import folded
from data.numbers.lexicon import OF_SCRIPT, base_of, scripts_in

YEARS = range(1000, 3000)
DAYS = range(1, 32)
NUMERIC = re.compile(r"(?<!\d)\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?!\d)|(?<!\d)\d{4}[-./]\d{1,2}(?!\d)")
SIGNS_OF_MONTHS = re.compile(r"(\d{1,2})\s?[月월]")
BESIDES = {"en": ("en_GB",)}  # Sept.
# Names that CLDR has not: other spellings and regions, and the cases of Slavic names (stem, then any ending).
SECOND_NAMES = {
    "ar": (
        "كانون الثاني", "شباط", "آذار|اذار", "نيسان|ابريل", "أيار|ايار", "حزيران|يونيه", "تموز|يوليه", "آب|اغسطس",
        "أيلول|ايلول", "تشرين الأول|تشرين الاول|اكتوبر", "تشرين الثاني", "كانون الأول|كانون الاول",
    ),
    "de": ("jänner|jaenner", "feber", "maerz", "", "", "", "", "", "", "", "", ""),
    "fr": ("", "fevrier", "", "", "", "", "", "aout", "", "", "", "decembre"),
    "es": ("", "", "", "", "", "", "", "", "setiembre", "", "", ""),
}  # fmt: skip
STEMS = {
    "ru": ("январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр"),
    "uk": ("січ", "лют", "берез", "квіт", "трав", "черв", "лип", "серп", "верес", "жовт", "листопад", "груд"),
}
SOFT = "ь я ю ем ём е".split()
HARD = ["", *"а у ом е".split()]
OF_MAY = "й я ю ем е".split()
OF_FEBRUARY = "ий ого ому им".split()
OF_NOVEMBER = ["", *"а у ом ові і".split()]
OF_OTHERS = "ень ня ню нем ні неві".split()
BEFORE_A_YEAR = re.compile(
    r"(?:\b(?:in|since|until|till|by|from|of|year|during|early|late|mid|before|after|en|desde|de|depuis|im|jahr|seit|в|с|до|у|з)"
    r"|منذ|عام|سنة|في)\s*-?$"
)


# What stands behind these words is a year even where something that can be counted follows: in 2024 barges came.
IN_A_YEAR = re.compile(r"(?:\b(?:in|since|during|until|en|seit|im jahr|im jahre|в|с|у|з|depuis|desde)|منذ|عام|سنة|في)$")
LABEL = re.compile(
    r"(?:\b(?:imo|resolution|resolución|résolution|резолюци\w+|no\.|nr\.|paragraph|article)|№|결의|决议|決議)\s*$"
)
IN_A_TIME = re.compile(r"\d:\|$|\d:\||\|:\d|[/.]\|[/.]\d|\d/\||\|/\d")


class Parts(NamedTuple):
    """The years, months and days that a text names, each by itself."""

    years: frozenset[int]
    months: frozenset[int]
    days: frozenset[int]

    def lacks(self, wanted: "Parts") -> list[str]:
        """What is wanted and not here, in words."""
        sides = (
            ("year", wanted.years, self.years),
            ("month", wanted.months, self.months),
            ("day", wanted.days, self.days),
        )
        return [f"{word} {part}" for word, asked, there in sides for part in sorted(asked - there)]


def parts_of_text(texts: Iterable[str], language: str) -> Parts:
    """Every year, month and day that texts name, in digits or by the names of months in the language and in English."""
    found = [_parts_of(text, language) for text in texts if text]
    return Parts(*(frozenset[int]().union(*(parts[side] for parts in found)) for side in range(3)))


@lru_cache(maxsize=256)  # the text of a document is asked for by each of its claims
def _parts_of(text: str, language: str) -> Parts:
    view = folded(text).text
    whole = {int(digits) for digits in re.findall(r"(?<!\d)\d{1,4}(?!\d)", view)}
    months = set(_months_named(view, language))
    if "Han" in scripts_in(view):  # 二〇二四年三月
        written = [one for one in read_numbers(text, language) if one.low == one.high == int(one.low)]
        whole |= {int(one.low) for one in written}
        months |= {int(one.low) for one in written if text.startswith("月", one.end) and one.low in range(1, 13)}
    if NUMERIC.search(view):
        months |= whole & set(range(1, 13))
    return Parts(frozenset(whole & set(YEARS)), frozenset(months), frozenset(whole & set(DAYS)))


@lru_cache(maxsize=256)
def parts_of_edtf(text: str) -> Parts:
    """The years, months and days of an EDTF date; from 1 January to 31 December of a year is the year alone."""
    years: set[int] = set()
    months: set[int] = set()
    days: set[int] = set()
    whole_year = re.fullmatch(r"(\d{4})-01-01/\1-12-31", text)
    if whole_year:
        return Parts(frozenset({int(whole_year.group(1))}), frozenset(), frozenset())
    for year, month, day in re.findall(r"(\d{4}|XXXX)(?:-(\d\d))?(?:-(\d\d))?", text):
        years |= {int(year)} if year.isdigit() else set()
        months |= {int(month)} if month else set()
        days |= {int(day)} if day else set()
    return Parts(frozenset(years), frozenset(months), frozenset(days))


def is_a_date(reading: Reading, text: str, language: str) -> bool:
    """True if a number is a year, a day of a month, a time or the number of a ship or resolution, and no amount."""
    if reading.is_range or reading.spelled or not reading.words.isdigit():
        return False
    touching, after = folded(text[: reading.start]).text, folded(text[reading.end :]).text
    before = touching.rstrip()
    if LABEL.search(before) or IN_A_TIME.search(f"{touching[-3:]}|{after[:3]}"):
        return True
    if reading.operators:
        return False
    months = [name for one in {base_of(language), "en"} for name in names_of_months(one) if len(name) > 2]
    if int(reading.low) in YEARS and len(reading.words) == 4:
        dated = IN_A_YEAR.search(before) or any(_ends(before, name) for name in months)
        counted = bool(reading.unit or reading.following)
        return bool(dated) or not counted or (not reading.unit and bool(BEFORE_A_YEAR.search(before)))
    beside = any(_ends(before, name) or _begins(after.lstrip(" .,"), name) for name in months)
    return int(reading.low) in DAYS and beside


def _ends(text: str, name: str) -> bool:
    # "Omar 12" is no day of March.
    return text.endswith(name) and not text[: -len(name)][-1:].isalpha()


def _begins(text: str, name: str) -> bool:
    return text.startswith(name) and not text[len(name) : len(name) + 1].isalpha()


def _months_named(view: str, language: str) -> Iterator[int]:
    yield from (int(digits) for digits in SIGNS_OF_MONTHS.findall(view) if 1 <= int(digits) <= 12)
    scripts = scripts_in(view)
    known = [base_of(language), "en", *(one for script in scripts for one in OF_SCRIPT[script])]
    for one in dict.fromkeys(known):
        names = names_of_months(one)
        yield from (names[found.group()] for found in _pattern(one).finditer(view))


@lru_cache(maxsize=32)
def _pattern(language: str) -> re.Pattern[str]:
    names = sorted(names_of_months(language), key=len, reverse=True)
    return re.compile(rf"(?<![^\W\d_])(?:{'|'.join(map(re.escape, names))})(?![^\W\d_])" if names else r"(?!)")


@lru_cache(maxsize=32)
def names_of_months(language: str) -> dict[str, int]:
    """CLDR's names of the months, whole and short, as they stand in a date and alone; folded."""
    from babel.core import UnknownLocaleError
    from babel.dates import get_month_names

    found: dict[str, int] = {}
    for spoken in (language, *BESIDES.get(language, ())):
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                try:
                    names = get_month_names(width, context, spoken)
                except (UnknownLocaleError, ValueError, TypeError):
                    return {}
                found |= {folded(name).text.rstrip("."): month for month, name in names.items()}
    found |= dict(_second_names(language))
    return {name: month for name, month in found.items() if name and not name.isdigit()}


def _second_names(language: str) -> Iterator[tuple[str, int]]:
    for month, names in enumerate(SECOND_NAMES.get(language, ()), start=1):
        yield from ((folded(name).text, month) for name in names.split("|"))
    for month, stem in enumerate(STEMS.get(language, ()), start=1):
        yield from ((stem + ending, month) for ending in _endings(language, month))


def _endings(language: str, month: int) -> list[str]:
    if language == "ru":
        return OF_MAY if month == 5 else HARD if month in (3, 8) else SOFT
    return OF_FEBRUARY if month == 2 else OF_NOVEMBER if month == 11 else OF_OTHERS
