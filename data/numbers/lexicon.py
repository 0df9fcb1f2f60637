"""What the reader of numbers knows of a language: CLDR's digits and scale words, and the words of languages/*.toml."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import tomli

from data.numbers.folding import folded

if TYPE_CHECKING:
    from babel import Locale

HERE = Path(__file__).parent
LANGUAGES = ("en", "ko", "ru", "uk", "zh", "ja", "ar", "de", "fr", "es")
# A script tells which languages a text may hold, whatever its own; Latin letters do not.
OF_SCRIPT = {"Hangul": ("ko",), "Han": ("zh", "ja"), "Kana": ("ja",), "Cyrillic": ("ru", "uk"), "Arabic": ("ar",)}
SCRIPTS = {
    "Hangul": re.compile("[\uac00-\ud7a3]"),
    "Han": re.compile("[\u3400-\u4dbf\u4e00-\u9fff]"),
    "Kana": re.compile("[\u3041-\u30ff]"),
    "Cyrillic": re.compile("[\u0400-\u04ff]"),
    "Arabic": re.compile("[\u0600-\u06ff]"),
}
# Scripts whose particles stand at a word without a space: there no phrase is asked to begin with a word.
ATTACHED = ("Hangul", "Han", "Kana", "Arabic")
SUBJECT_OF_A_DENIAL, SUBJECT = 5, 2  # words of a subject between a verb and its number

Kind = Literal["add", "multiply", "half", "half more", "one", "and", "point", "vague", "minus"]
COMPOUNDED: tuple[Kind, ...] = ("add", "multiply", "and")
KINDS: Mapping[str, Kind] = {
    "half_more": "half more", "one": "one", "and": "and", "point": "point", "vague": "vague", "minus": "minus",
}  # fmt: skip


class Entry(NamedTuple):
    """A word or phrase and what it does in a number; `operators` where the word itself rounds."""

    words: str
    kind: Kind
    value: float = 0.0
    operators: frozenset[str] = frozenset()


@dataclass
class Lexicon:
    """The words of one language, or of several read together; all folded."""

    entries: dict[str, list[Entry]] = field(default_factory=dict)  # by first word
    characters: dict[str, Entry] = field(default_factory=dict)  # of scripts that write numbers without spaces
    native: dict[str, float] = field(default_factory=dict)
    pairs: dict[str, tuple[float, float]] = field(default_factory=dict)  # words that give two numbers: 서너
    abbreviations: dict[str, float] = field(default_factory=dict)
    bare: set[str] = field(default_factory=set)
    compounds: set[str] = field(default_factory=set)  # parts of numbers written in one word: dreihundertfünf
    phrases: dict[str, dict[str, frozenset[str]]] = field(default_factory=dict)  # before, after, inside
    words: dict[str, set[str]] = field(default_factory=dict)  # every list, by its key: "per.words"
    rates: dict[str, str] = field(default_factory=dict)
    rates_before: dict[str, str] = field(default_factory=dict)
    attached: set[str] = field(default_factory=set)
    decimal: str = ""
    group: str = ""
    english: bool = False  # of an English text; English words are known in every text
    reversed: bool = False  # five and twenty; where letters are Latin, in one word

    @cached_property
    def before_by_end(self) -> Mapping[str, list[str]]:
        """The phrases of operators that stand before a number, by their last letter, the longest first."""
        found: dict[str, list[str]] = {}
        for phrase in sorted(self.phrases.get("before", ()), key=len, reverse=True):
            found.setdefault(phrase[-1], []).append(phrase)
        return found

    @cached_property
    def asides(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Words of time that may stand between a verb of passing and its number, before the number and behind it."""
        more = self.words.get("aside", set())
        return (*self.rates_before, *more), (*self.rates, *more)

    @cached_property
    def ordinals(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        """What makes a number an ordinal, right before it and right behind it."""
        before, behind = (sorted(self.words.get(f"ordinals.{key}", ())) for key in ("before", "behind"))
        return re.compile(rf"(?:{'|'.join(before) or '(?!)'})$"), re.compile("|".join(behind) or "(?!)")

    @cached_property
    def prefix(self) -> re.Pattern[str]:
        """A prefix that turns the sense of its word round, as it stands before its hyphen: non-."""
        words = "|".join(sorted(self.words.get("prefixes", ()))) or "(?!)"
        return re.compile(rf"(?<![^\W_])(?:{words})[-‐‑]$", re.IGNORECASE)

    @cached_property
    def verbs_before_subject(self) -> list[tuple[re.Pattern[str], frozenset[str]]]:
        """The verbs of operators, of languages where the subject follows its verb, with room for that subject."""
        stems, links = (self.words.get(f"before_subject.{key}", set()) for key in ("verbs", "links"))
        found = []
        for phrase in sorted(self.phrases.get("before", ()), key=len, reverse=True):
            operators = self.phrases["before"][phrase]
            verb, _, link = phrase.rpartition(" ") if phrase.split()[-1] in links else (phrase, "", "")
            plain = operators == {">"}
            if stems.isdisjoint(phrase.split()) or (plain and link):  # the pressure on 40 ships has grown
                continue
            words = rf"(?: (?!{link or '-'} )[^\W\d_]+){{1,{SUBJECT if plain else SUBJECT_OF_A_DENIAL}}}"
            behind = f" {link}" if link else ""
            found.append((re.compile(rf"(?<!\w)[وف]?{verb}{words}{behind} ?$"), operators))
        return found

    def add(self, other: "Lexicon") -> None:
        """Take over what another one knows and this one does not."""
        for first, entries in other.entries.items():
            mine = self.entries.setdefault(first, [])
            mine += [entry for entry in entries if entry.words not in {own.words for own in mine}]
        for key in ("characters", "native", "pairs", "abbreviations", "rates", "rates_before"):
            setattr(self, key, getattr(other, key) | getattr(self, key))
        for key, phrases in other.phrases.items():
            self.phrases[key] = phrases | self.phrases.get(key, {})
        for key, words in other.words.items():
            self.words[key] = self.words.get(key, set()) | words
        self.bare |= other.bare
        self.attached |= other.attached
        self.compounds |= other.compounds


@lru_cache(maxsize=64)
def base_of(language: str) -> str:
    """The language of a tag without script and country: `zh` of `zh-Hant-TW`."""
    return re.split("[-_]", language, maxsplit=1)[0].lower()


def scripts_in(text: str) -> tuple[str, ...]:
    """The scripts other than Latin that a text holds, of those some language here is written in."""
    return () if text.isascii() else tuple(name for name, letters in SCRIPTS.items() if letters.search(text))


@lru_cache(maxsize=64)
def lexicon_of(language: str, scripts: tuple[str, ...] = ()) -> Lexicon:
    """All that is known where a text of a language holds these scripts; English words count in every text."""
    base = base_of(language)
    of_scripts = [one for script in scripts for one in OF_SCRIPT[script]]
    whole = Lexicon()
    whole.decimal, whole.group = separators_of(language)
    whole.english = base == "en"
    for one in dict.fromkeys([base, *of_scripts, "en"]):
        known = _words_of(one)
        whole.add(known)
        whole.reversed |= known.reversed and one in (base, *of_scripts)
    for entries in whole.entries.values():
        entries.sort(key=lambda entry: -len(entry.words))
    return whole


@lru_cache(maxsize=64)
def separators_of(language: str) -> tuple[str, str]:
    """Decimal and group mark of a language, in its country if the tag names one; both empty if CLDR knows neither."""
    locale = _locale(language.replace("-", "_")) or _locale(base_of(language))
    symbols = locale.number_symbols.get("latn", {}) if locale else {}
    return symbols.get("decimal", ""), symbols.get("group", "")


@lru_cache(maxsize=64)
def _words_of(language: str) -> Lexicon:
    known = Lexicon()
    path = HERE / "languages" / f"{language}.toml"
    raw: dict[str, Any] = tomli.loads(path.read_text(encoding="utf-8")) if language in LANGUAGES else {}
    for entry in (*_entries(raw), *_scales_of_cldr(language)):
        _enter(entry, known, raw)
    known.native = {_fold(word): float(value) for word, value in raw.get("native", {}).items()}
    known.pairs = {_fold(word): (float(low), float(high)) for word, (low, high) in raw.get("pairs", {}).items()}
    known.abbreviations = {_fold(word): float(value) for word, value in raw.get("abbreviations", {}).items()}
    known.bare = {_fold(word) for word in raw.get("bare", ())}
    known.reversed = raw.get("reversed", False)
    for key in ("before", "after", "inside"):
        known.phrases[key] = {
            _fold(phrase): frozenset(operators.split("|"))
            for operators, phrases in raw.get(key, {}).items()
            for phrase in phrases
        }
    known.rates, known.rates_before = (_rates(raw.get(key, {})) for key in ("rates", "rates_before"))
    known.words = dict(_lists(raw))
    if raw.get("script") in ATTACHED:
        known.attached = {_fold(phrase) for key in ("before", "negation") for phrase in _phrases(raw.get(key, {}))}
    return known


def _fold(words: str) -> str:
    return folded(words).text


def _phrases(table: Mapping[str, Iterable[str]]) -> Iterator[str]:
    for phrases in table.values():
        yield from phrases


def _rates(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {_fold(phrase): rate for rate, phrases in table.items() for phrase in phrases}


def _lists(raw: Mapping[str, Any]) -> Iterator[tuple[str, set[str]]]:
    """Every list of words, by its key, and those of a table by both keys."""
    for key, value in raw.items():
        if isinstance(value, list):
            yield key, {_fold(word) for word in value}
        elif isinstance(value, dict):
            for inner, words in value.items():
                if isinstance(words, list) and all(isinstance(word, str) for word in words):
                    yield f"{key}.{inner}", {_fold(word) for word in words}


def _entries(raw: Mapping[str, Any]) -> Iterator[Entry]:
    for key, kind in (("numerals", "add"), ("halves", "half"), ("multipliers", "multiply")):
        for word, value in raw.get(key, {}).items():
            yield Entry(_fold(word), kind, float(value))  # type: ignore[arg-type]
    for word, value in raw.get("approximate", {}).items():
        yield Entry(_fold(word), "add", float(value), frozenset("~"))
    for key, name in KINDS.items():
        for word in raw.get(key, ()):
            yield Entry(_fold(word), name)


def _enter(entry: Entry, known: Lexicon, raw: Mapping[str, Any]) -> None:
    script = raw.get("script", "")
    if script in ("Han", "Kana", "Hangul"):
        if len(entry.words) == 1:
            known.characters.setdefault(entry.words, entry)
            return
    elif script == "Latin" and raw.get("reversed") and entry.kind in COMPOUNDED and entry.words.isalpha():
        known.compounds.add(entry.words)
    first = re.split("[ -]", entry.words, maxsplit=1)[0]
    known.entries.setdefault(first, []).append(entry)


def _scales_of_cldr(language: str) -> Iterator[Entry]:
    """The scale words of a language in all their plural forms: 0 тысяч for 1000 gives тысяч 1,000."""
    locale = _locale(language)
    if locale is None:
        return
    formats = locale.compact_decimal_formats
    for by_plural in (formats["long"], formats["short"]):
        for patterns in by_plural.values():
            for number, pattern in patterns.items():
                words = _fold(pattern.pattern.replace("'", "").replace("0", "")).strip(" .")
                zeros = pattern.pattern.count("0")
                if words and zeros and " " not in words and (len(words) > 1 or not words.isascii()):
                    yield Entry(words, "multiply", int(number) / 10 ** (zeros - 1))


def _locale(base: str) -> "Locale | None":
    # Loading CLDR takes a tenth of a second: only a text with a number needs it.
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(base)
    except (UnknownLocaleError, ValueError, TypeError):
        return None
