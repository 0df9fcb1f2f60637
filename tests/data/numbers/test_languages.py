"""The files of words that the reader of numbers reads: one shape, one case, no word twice where only one can count."""

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from data.numbers.around import any_of
from data.numbers.folding import folded
from data.numbers.lexicon import HERE, LANGUAGES, lexicon_of

# Korean's own numbers stand in tables of their own; German and Arabic say the ones before the tens; what one language
# alone has: duals, verbs before their subject, figures that stand for any, words of rate that name a paper.
MAY_HAVE = {
    "native", "pairs", "reversed", "duals", "before_subject", "few", "aside", "rates_are_nouns", "rates_not_after",
}  # fmt: skip
# Tables in which a word must have one meaning; in the others a word may belong to several lists.
ONE_MEANING = ("numerals", "halves", "multipliers", "abbreviations", "approximate", "before", "after", "inside")


def words_of(language: str) -> dict[str, Any]:
    return tomllib.loads((HERE / "languages" / f"{language}.toml").read_text(encoding="utf-8"))


def phrases_of(value: Any) -> Iterator[str]:
    """Every word of a list, or of a table: its values if they are lists, else its keys."""
    if isinstance(value, list):
        yield from value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from inner if isinstance(inner, list) and all(isinstance(one, str) for one in inner) else [key]


def units() -> dict[str, list[str]]:
    raw = tomllib.loads((HERE / "units.toml").read_text(encoding="utf-8"))
    return {noun: known["words"] for noun, known in raw.items() if noun != "compounds"}


def test_there_is_a_file_for_every_language_that_is_read() -> None:
    assert {path.stem for path in (HERE / "languages").glob("*.toml")} == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_lists_of_english_in_their_order(language: str) -> None:
    assert [key for key in words_of(language) if key not in MAY_HAVE] == [
        k for k in words_of("en") if k not in MAY_HAVE
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_written_as_a_folded_text_has_it(language: str) -> None:
    written = [phrase for value in words_of(language).values() for phrase in phrases_of(value)]
    assert [phrase for phrase in written if folded(phrase).text != phrase] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_stands_twice_where_only_one_can_count(language: str) -> None:
    for table in ONE_MEANING:
        phrases = list(phrases_of(words_of(language).get(table, {})))
        assert sorted({phrase for phrase in phrases if phrases.count(phrase) > 1}) == [], table


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_words_that_deny_nothing_a_shorter_one_leaves_no_denial_of_a_longer_one(language: str) -> None:
    # They are taken out of a text in any order.
    lexicon = lexicon_of(language)
    none, denials = (
        lexicon.words["negation.not_these"],
        lexicon.words["negation.words"] | lexicon.words["negation.after"],
    )
    left = {whole.replace(part, " ") for whole in none for part in none if part != whole and part in whole}
    assert [rest for rest in left if any_of(frozenset(denials), frozenset(lexicon.attached)).search(rest)] == []


def test_no_word_names_two_units() -> None:
    named: dict[str, set[str]] = {}
    for noun, words in units().items():
        for word in words:
            named.setdefault(folded(word).text, set()).add(noun)
    assert {word: nouns for word, nouns in named.items() if len(nouns) > 1} == {}
