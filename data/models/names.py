"""Names of states: one identity for Norway, Kingdom of Norway, NORWAY and Норвегия; other names as they are written."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from gettext import translation

# A script, as Unicode begins the names of its letters -> the languages whose names are looked through, in order.
LANGUAGES = {
    "HANGUL": ("ko",),
    "CYRILLIC": ("ru", "uk"),
    "CJK": ("zh", "ja", "zh_TW"),
    "KATAKANA": ("ja",),
    "HIRAGANA": ("ja",),
    "ARABIC": ("ar",),
    "LATIN": ("en", "de", "fr", "es"),
}
# Short and former names in wide use that neither CLDR nor ISO 3166 lists.
IN_USE = {
    "dprk": "KP", "rok": "KR", "prc": "CN", "uk": "GB", "uae": "AE", "drc": "CD", "america": "US", "holland": "NL",
    "great britain": "GB", "burma": "MM", "turkey": "TR", "ivory coast": "CI", "swaziland": "SZ", "macedonia": "MK",
    "czech republic": "CZ", "cape verde": "CV", "east timor": "TL", "korea north": "KP", "korea south": "KR",
    "кндр": "KP", "кнр": "CN", "сша": "US", "рф": "RU", "俄罗斯联邦": "RU",
    "republic of korea": "KR",
}  # fmt: skip
MARKS_AND_SPACES = re.compile(r"[\W_]+")
LETTER_AND_POINT = re.compile(r"\b(\w)\.")


def identity(name: str) -> str:
    """What a name stands for: the ISO 3166 code of a state (`RU`), or where it is none's the name without its case.

    The names of states are read once, language by language, and only as far as is needed to find this one.
    """
    plain = _plain(name)
    if plain in IN_USE:
        return IN_USE[plain]
    script = unicodedata.name(unicodedata.normalize("NFKC", name.strip())[:1], "").partition(" ")[0]
    lists = ((names, language) for language in LANGUAGES.get(script, ()) for names in (_territories, _iso))
    codes = (_codes(names, language).get(plain) for names, language in lists)
    return next((code for code in codes if code), folded(name))


def folded(name: str) -> str:
    """A name as it is compared where it is no state's: without case and doubled spaces, its letters composed."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def spellings(names: Iterable[str]) -> Mapping[str, str]:
    """Each name with the first one among them that stands for the same; that one is the spelling to keep.

    One name alone needs no list of states: it costs nothing.
    """
    distinct = list(dict.fromkeys(names))
    if len(distinct) < 2:
        return {name: name for name in distinct}
    kept: dict[str, str] = {}
    return {name: kept.setdefault(identity(name), name) for name in distinct}


def _plain(name: str) -> str:
    """A name as it is looked up: letters without case, accents and points, single spaces, no article."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(char for char in letters if not unicodedata.combining(char))
    return MARKS_AND_SPACES.sub(" ", LETTER_AND_POINT.sub(r"\1", bare)).strip().removeprefix("the ")


@cache
def _codes(names: Callable[[str], Iterator[tuple[str, str]]], language: str) -> Mapping[str, str]:
    """The names of states in a list -> their codes; a name that two of them share is nobody's."""
    found: dict[str, set[str]] = {}
    for code, name in names(language):
        found.setdefault(_plain(name), set()).add(code)
    return {name: next(iter(codes)) for name, codes in found.items() if name and len(codes) == 1}


def _territories(language: str) -> Iterator[tuple[str, str]]:
    from babel import Locale  # reading a language takes milliseconds, and most folders never need it

    for code, name in Locale.parse(language).territories.items():
        if code.isalpha():  # numbers are continents
            yield code, name
            yield code, code


def _iso(language: str) -> Iterator[tuple[str, str]]:
    import pycountry

    folder, locale = pycountry.LOCALES_DIR, "zh_CN" if language == "zh" else language
    translated = translation("iso3166-1", folder, [locale], fallback=True).gettext  # English has none and needs none
    for country in pycountry.countries:
        for key in ("alpha_3", "name", "official_name", "common_name"):
            if name := getattr(country, key, None):
                yield country.alpha_2, translated(name)
