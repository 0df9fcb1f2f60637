"""A reader of numbers reads what a careful person reads: a table of phrases in ten languages, written by hand.

phrases.csv, one phrase a row. `language`; `phrase` (invisible characters as \\uXXXX or \\UXXXXXXXX); `numbers`, in
order, `;` between two, the two ends of a range as two numbers, empty where the phrase gives none; `operator`, `unit`
and `rate` of the first number, `|` between those that the words allow, `none` where they may also be read as giving
none; `negated` (`yes`) where a negation bears on the first number.
"""

import csv
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.numbers import Reading, read_numbers

LANGUAGES = ("en", "ko", "ru", "uk", "zh", "ja", "ar", "de", "fr", "es")
ESCAPE = re.compile(r"\\u([0-9a-f]{4})|\\U([0-9a-f]{8})")


def decoded(phrase: str) -> str:
    return ESCAPE.sub(lambda found: chr(int(found[1] or found[2], 16)), phrase)


def table() -> list[dict[str, str]]:
    with (Path(__file__).parent / "phrases.csv").open(encoding="utf-8", newline="") as file:
        return [{**row, "phrase": decoded(row["phrase"])} for row in csv.DictReader(file)]


PHRASES = table()
EVERY_PHRASE = pytest.mark.parametrize(
    "row", PHRASES, ids=[f"{row['language']}-{line}" for line, row in enumerate(PHRASES, start=2)]
)


EVERY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)


def phrases_of(language: str) -> list[str]:
    return [row["phrase"] for row in PHRASES if row["language"] == language]


def meaning(text: str, language: str) -> list[tuple[object, ...]]:
    """What the readings of a text say, but for where they stand."""
    return [
        (ends(reading), sorted(reading.operators), reading.unit, reading.rate, bool(reading.negation))
        for reading in read_numbers(text, language)
    ]


def values(readings: tuple[Reading, ...]) -> list[float]:
    return [end for reading in readings for end in ends(reading)]


def ends(reading: Reading) -> tuple[float, ...]:
    return (reading.low, reading.high) if "range" in reading.operators else (reading.low,)


def allowed(cell: str) -> set[str]:
    """What a cell allows; `none` and an empty cell allow the reading to say nothing."""
    return {"" if word == "none" else word for word in cell.split("|")}


def faults(row: dict[str, str], readings: tuple[Reading, ...]) -> Iterator[str]:
    """What the readings give otherwise than the row, one line each."""
    expected = [float(number) for number in row["numbers"].split(";") if number]
    if values(readings) != pytest.approx(expected, rel=1e-12):
        yield f"numbers: {values(readings)}, expected {expected}"
        return
    if not readings:
        return
    first = readings[0]
    if not (first.operators or {""}) <= allowed(row["operator"]):
        yield f"operator: {sorted(first.operators)}, expected {row['operator'] or 'none'}"
    if first.unit not in allowed(row["unit"]):
        yield f"unit: {first.unit or 'none'}, expected {row['unit'] or 'none'}"
    if first.rate not in allowed(row["rate"]):
        yield f"rate: {first.rate or 'none'}, expected {row['rate'] or 'none'}"
    if bool(first.negation) != (row["negated"] == "yes"):
        yield f"negation: {first.negation or 'none'}, expected {row['negated'] or 'none'}"


def assert_spans_are_slices(text: str, language: str) -> None:
    for reading in read_numbers(text, language):
        assert 0 <= reading.start < reading.end <= len(text)
        assert text[reading.start : reading.end] == reading.words
        assert reading.low <= reading.high


@EVERY_PHRASE
def test_a_phrase_is_read_as_a_careful_person_reads_it(row: dict[str, str]) -> None:
    found = list(faults(row, read_numbers(row["phrase"], row["language"])))
    assert found == [], f"{row['language']}: {row['phrase']!a} ({row['phrase']})"


@EVERY_LANGUAGE
def test_a_reading_is_a_slice_of_its_phrase(language: str) -> None:
    for phrase in phrases_of(language):
        assert_spans_are_slices(phrase, language)


@EVERY_LANGUAGE
def test_composed_and_decomposed_letters_read_alike(language: str) -> None:
    composed, apart = (
        {phrase: meaning(unicodedata.normalize(form, phrase), language) for phrase in phrases_of(language)}
        for form in ("NFC", "NFD")
    )
    assert composed == apart


@EVERY_LANGUAGE
def test_quotation_marks_around_a_phrase_change_nothing(language: str) -> None:
    before, after = ("« ", " »") if language == "fr" else ("“", "”")
    plain, quoted = (
        {phrase: meaning(f"{left}{phrase}{right}", language) for phrase in phrases_of(language)}
        for left, right in (("", ""), (before, after))
    )
    assert quoted == plain


def test_the_table_covers_every_language() -> None:
    languages = [row["language"] for row in PHRASES]
    assert len(languages) >= 320
    assert {language: languages.count(language) >= 25 for language in LANGUAGES} == dict.fromkeys(LANGUAGES, True)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "over 1.2 million barrels of oil", "1.2 million"),
        ("en", "in all, a hundred and twenty trips were made", "a hundred and twenty"),
        ("en", "about 500k barrels", "500k"),
        ("en", "cut from 140 trips", "140"),
        ("ko", "약 100만 배럴", "100만"),
        ("ko", "모두 마흔세 차례 입항했다", "마흔세"),
        ("zh", "超过一百二十万桶石油", "一百二十万"),
        ("ja", "約1億2千万バレルの石油", "1億2千万"),
        ("ru", "всего сорок три рейса", "сорок три"),
        ("ru", "поставлено 500 тыс. баррелей", "500 тыс."),
        ("uk", "усього двадцять один танкер", "двадцять один"),
        ("ar", "وصل ٥٠٠ ألف برميل", "٥٠٠ ألف"),
        ("de", "es waren 1,5 Mio. Barrel", "1,5 Mio."),
        ("de", "insgesamt dreiundvierzig Fahrten", "dreiundvierzig"),
        ("fr", "en tout quatre-vingt-dix-sept voyages", "quatre-vingt-dix-sept"),
        ("es", "en total cuarenta y tres viajes", "cuarenta y tres"),
    ],
)
def test_the_words_of_a_reading_are_the_numeral_with_its_scale(language: str, text: str, words: str) -> None:
    assert [reading.words for reading in read_numbers(text, language)] == [words]


@pytest.mark.parametrize(
    ("language", "text", "value", "other"),
    [
        ("en", "1.200 barrels", 1.2, 1200.0),
        ("de", "1,200 Barrel", 1.2, 1200.0),
        ("fr", "1,200 barils", 1.2, 1200.0),
    ],
)
def test_three_digits_behind_the_decimal_mark_of_a_language_may_be_thousands_elsewhere(
    language: str, text: str, value: float, other: float
) -> None:
    (reading,) = read_numbers(text, language)
    assert reading.low == value
    assert other in reading.alternatives


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "ne doit pas, en une année, dépasser 500 000 barils"),
        ("fr", "ne doit pas dépasser, en une année, 500 000 barils"),
        ("es", "no podrá, en un año, superar 500 000 barriles"),
        ("en", "shall not, in any 12-month period, exceed 500,000 barrels"),
        ("en", "shall not exceed, in any 12-month period, 500,000 barrels"),
    ],
)
def test_a_time_between_a_denial_and_its_number_leaves_a_limit_a_limit(language: str, text: str) -> None:
    *_, limit = read_numbers(text, language)
    assert (limit.low, limit.operators, limit.unit) == (500_000.0, frozenset(("<=",)), "barrel")


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "the 12th trip", "12th"),
        ("zh", "第12次", "第12"),
        ("ja", "12回目", "12回目"),
        ("ko", "12번째 항해", "12번째"),
        ("ru", "12-й рейс", "12-й"),
        ("uk", "12-го рейсу", "12-го"),
        ("de", "die 12. Fahrt", "12."),
        ("fr", "la 12e escale", "12e"),
        ("es", "la 12ª escala", "12ª"),
    ],
)
def test_an_ordinal_has_its_mark_and_counts_nothing(language: str, text: str, words: str) -> None:
    (reading,) = read_numbers(text, language)
    assert (reading.words, reading.low, reading.unit, reading.ordinal) == (words, 12.0, "", True)


def test_an_ordinal_in_words_is_given_only_where_it_is_asked_for() -> None:
    assert read_numbers("第一百二十艘", "zh") == ()
    (reading,) = read_numbers("第一百二十艘", "zh", ordinals=True)
    assert (reading.words, reading.low, reading.ordinal) == ("第一百二十", 120.0, True)


@pytest.mark.parametrize("language", ["xx", "", "tl-x-y", "EN", "en-GB", "zh-Hant-TW", "pt_BR", "-", "de-CH-1901"])
def test_digits_are_read_under_any_tag(language: str) -> None:
    (reading,) = read_numbers("2397", language)
    assert (reading.low, reading.words) == (2397.0, "2397")


def test_a_region_reads_like_its_language() -> None:
    assert read_numbers("anderthalb Millionen Barrel", "de-AT") == read_numbers("anderthalb Millionen Barrel", "de")
    assert read_numbers("一百二十万桶", "zh-Hans-CN") == read_numbers("一百二十万桶", "zh")


def test_a_text_without_a_number_gives_no_reading() -> None:
    assert read_numbers("", "en") == ()
    assert read_numbers("The tankers left the port.", "en") == ()


TAGS = st.one_of(st.sampled_from([*LANGUAGES, "xx", "", "tl-x-y", "fa", "de-CH", "zh-Hant"]), st.text(max_size=8))
PIECES = st.one_of(
    st.sampled_from(sorted({piece for row in PHRASES for piece in row["phrase"].split()})),
    st.sampled_from(list("0159.,'’ ٣٫٬½万만억-–~+%$№#\u00a0\u00ad\u200b\n")),
    st.text(max_size=4),
)


@settings(deadline=None)  # the first text of a language loads its words
@given(text=st.text(max_size=60), language=TAGS)
def test_any_text_in_any_language_is_read_without_an_error(text: str, language: str) -> None:
    assert_spans_are_slices(text, language)


@settings(deadline=None)
@given(pieces=st.lists(PIECES, max_size=12), between=st.sampled_from(["", " ", "\u00a0"]), language=TAGS)
def test_any_mixture_of_number_words_is_read_without_an_error(pieces: list[str], between: str, language: str) -> None:
    assert_spans_are_slices(between.join(pieces), language)
