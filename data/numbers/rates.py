"""For each what a number counts: 45,000 barrels a day, daily deliveries of 40; the daily said 40 is no rate."""

import re

from data.numbers.lexicon import Lexicon
from data.numbers.units import TIMES, UnitAt, UnitWords

WINDOW = 80
CLAUSE_END = re.compile(r"[;:!?()\[\]“”\"„«»。！？；：\n]|[.,،、，—](?=\s|$)|\s-\s")


def rate_around(clause: str, beside: str, text: str, behind: int, ends: int, lexicon: Lexicon, units: UnitWords) -> str:
    """For each what the unit is counted: `day` of barrels a day; empty where the words name no rate.

    `clause` is what stands before the number and its operator, `beside` the words of the operator.
    """
    last = CLAUSE_END.split(clause)[-1]
    wide, near = last[-40:] + beside, last[-14:] + beside
    for phrase, rate in lexicon.rates_before.items():
        # Particles stand at words of these scripts; elsewhere a whole word of the clause is asked for.
        if phrase in near if phrase[0] >= "\u0600" else phrase in wide and _is_adverb(phrase, wide, lexicon):
            return rate
    right = CLAUSE_END.split(text[behind : behind + WINDOW])[0]
    for phrase, rate in lexicon.rates.items():  # one may hold a number itself: in twelve months
        place = right.find(phrase)
        if (
            0 <= place <= ends - behind
            and _stands_alone(phrase, right, place)
            and not _is_a_share(phrase, right, place)
        ):
            # Behind what is counted it is an adverb, unless an article makes it a noun: 40 ships that the daily saw.
            before, article = right[:place], _article_before(right[:place], lexicon)
            if not _is_a_paper(before, right[place + len(phrase) :] if article else "", lexicon):
                return rate
    return _per(right[: max(0, ends - behind)], lexicon, units)


def _is_adverb(phrase: str, clause: str, lexicon: Lexicon) -> bool:
    """True if a word of rate stands in a clause and is no noun there: the daily said, selon le quotidien."""
    return any(
        not _is_a_paper(clause[: found.start()], clause[found.end() :], lexicon)
        for found in re.finditer(rf"\b{re.escape(phrase)}\b", clause)
    )


def _is_a_paper(before: str, behind: str, lexicon: Lexicon) -> bool:
    """True if a word of rate names a paper, by the word behind it or the article before it."""
    word, article = re.match(r" ([^\W\d_]+)", behind), re.search(r"([^\W\d_]+)[ ']$", before)
    named = word is not None and word.group(1) in lexicon.words.get("rates_are_nouns", ())
    return named or (article is not None and article.group(1) in lexicon.words.get("rates_not_after", ()))


def _article_before(text: str, lexicon: Lexicon) -> bool:
    last = re.search(r"([^\W\d_]+) $", text)
    return last is not None and last.group(1) in ("the", *lexicon.words.get("one", ()))


def _stands_alone(phrase: str, text: str, place: int) -> bool:
    if phrase[0] >= "\u0600":  # particles stand at words of these scripts
        return True
    before, after = text[max(0, place - 1) : place], text[place + len(phrase) : place + len(phrase) + 1]
    return not (before.isalnum() and phrase[0].isalnum()) and not after.isalnum()


def _is_a_share(phrase: str, text: str, place: int) -> bool:
    """True of a quarter of something, which is no time."""
    return phrase.startswith("a ") and text.startswith(" of ", place + len(phrase))


def _per(right: str, lexicon: Lexicon, units: UnitWords) -> str:
    words = lexicon.words.get("per.words", set())
    previous, first = "", True
    for match in re.finditer(r"/|[^\W\d_]+", right):
        word = match.group()
        if word == "/" or word in words:
            place = match.end() + (right[match.end() : match.end() + 1] == " ")
            unit = units.at(right, place)
            if unit and _is_rate(word, unit, previous, right[unit.end :], first, lexicon):
                return unit.noun
        previous, first = word, False
    return ""


def _is_rate(per: str, unit: UnitAt, previous: str, rest: str, first: bool, lexicon: Lexicon) -> bool:
    if unit.noun not in TIMES and not first and per in lexicon.words.get("one", ()):
        return False  # barrels of salt a vessel carried
    following = re.match(r"\s*([^\W\d_]+)", rest)
    late = following is not None and following.group(1) in lexicon.words.get("per.not_before", ())
    return not late and previous not in lexicon.words.get("per.not_after", ())
