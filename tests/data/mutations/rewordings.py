"""A sentence with one word changed: a number, an operator, a unit, or a word of a quotation."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

Reworded = tuple[str, str, str]
COUNTED = "one two three four five six seven eight nine ten eleven twelve thirteen".split()
NUMBER_WORDS = {
    **dict(pairwise(COUNTED)), "dozen": "score", "half": "third", "hundred": "thousand", "thousand": "million",
    "million": "billion",
}  # fmt: skip
TURNED = {
    "over": "under", "under": "over", "more than": "less than", "no more than": "no less than", "at least": "at most",
    "up to": "at least", "about": "over", "around": "under", "nearly": "over", "between": "under",
    "likely": "certainly",
}  # fmt: skip
DROPPED = ("over", "under", "more than", "no more than", "at least", "up to", "about", "around", "nearly")
OTHER_UNITS = {
    "barrels": "tonnes", "tonnes": "barrels", "trips": "tankers", "barges": "tonnes", "tankers": "trips",
    "a year": "a month", "calls": "tankers", "soldiers": "shells", "shells": "containers", "containers": "shells",
    "percent": "times", "vessels": "trips", "dwt": "barrels", "dollars": "barrels", "tons": "barrels",
}  # fmt: skip
MONTHS = "January February March April May June July August September October November December".split()
QUOTED = re.compile(r"“([^“”]+)”")
OTHER_WORD = "otherwise"


def rewordings(sentence: str) -> Iterator[Reworded]:
    """Each change of one word outside ids: its kind, the word, and the sentence after it."""
    plain = re.sub(r"\[[^\]]*\]|<[^>]*>", lambda match: "_" * len(match.group()), sentence)
    for match in re.finditer(r"(?<![\w.,-])\d[\d,.]*\d|(?<![\w.,-])\d", plain):
        digits = match.group()
        for change, new in _other_digits(digits):
            yield change, digits, _put(sentence, match, new)
    for kind, table in (("number word", NUMBER_WORDS), ("operator turned", TURNED), ("unit word", OTHER_UNITS)):
        for match, word in _words(table, plain):
            yield kind, word, _put(sentence, match, _like(word, table[word.lower()]))
    for match, word in _words(DROPPED, plain):
        yield "operator dropped", word, _put(sentence, match, "").replace("  ", " ").strip()
    for match, word in _words([month.lower() for month in MONTHS], plain):
        if word.istitle():
            yield "month", word, _put(sentence, match, MONTHS[(MONTHS.index(word) + 1) % 12])
    for quoted in QUOTED.finditer(sentence):
        word = max(re.findall(r"\w+", quoted.group(1)), key=len, default="")
        if word:
            within = quoted.group().replace(word, OTHER_WORD, 1)
            yield "quoted word", word, sentence[: quoted.start()] + within + sentence[quoted.end() :]


def _other_digits(digits: str) -> Iterator[tuple[str, str]]:
    first = re.search(r"[1-9]", digits)
    if first:
        place = first.start()
        yield "digit changed", f"{digits[:place]}{int(digits[place]) % 9 + 1}{digits[place + 1 :]}"
    yield "digit more", f"{digits},000" if "," in digits else f"{digits}1"


def _words(words: Iterable[str], text: str) -> Iterator[tuple[re.Match[str], str]]:
    longest = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    for match in re.finditer(rf"\b(?:{longest})\b", text, re.IGNORECASE):
        yield match, match.group()


def _put(sentence: str, match: re.Match[str], new: str) -> str:
    return sentence[: match.start()] + new + sentence[match.end() :]


def _like(word: str, new: str) -> str:
    return new.capitalize() if word[0].isupper() else new
