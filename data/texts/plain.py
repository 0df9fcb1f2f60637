"""Words as they are looked for: without case, accents and points between thousands, and where they stand in a text."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from unicodedata import category, normalize

from data.texts.lookalikes import LOOKALIKES

VOICED = "\u3099\u309a"  # without them another syllable stands there
# Scripts that put no space between words, and one that hangs its particles on to them: each sign counts as a word.
SIGN = "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]"
WORDS = re.compile(rf"{SIGN}|(?:(?!{SIGN})[^\W_])+")
WORDS_OF_ASCII = re.compile(r"[a-z0-9]+")
SIGNS = re.compile(rf"{SIGN}+")
THOUSANDS = re.compile(r"(?<=\d)[,.’'\u00a0\u2009\u202f](?=\d{3}(?!\d))")
# What divides the names of a list; a comma between thousands does not.
DIVIDES = re.compile(r"[;；、\t\r\n]|(?<!\d)[,，]|[,，](?!\d{3}(?!\d))")
Term = tuple[str, ...]
Place = tuple[int, int]


@lru_cache(maxsize=4096)
def _letter(char: str) -> str:
    """What is left of one letter; nothing of one that nobody sees."""
    apart = normalize("NFKD", char.translate(LOOKALIKES)).casefold()
    return normalize("NFC", "".join(part for part in apart if not _is_left_out(part)))


def _is_left_out(char: str) -> bool:
    return char not in VOICED and category(char) in ("Mn", "Cf")


def plain_words(text: str) -> str:
    """The words of a text in their order, a space between: "São Tomé, 1,000 t" -> "sao tome 1000 t"."""
    closed = THOUSANDS.sub("", text)
    if closed.isascii():
        return " ".join(WORDS_OF_ASCII.findall(closed.lower()))
    apart = normalize("NFKD", closed.translate(LOOKALIKES)).casefold()
    unseen = {ord(char): None for char in set(apart) if _is_left_out(char)}
    return " ".join(WORDS.findall(normalize("NFC", apart.translate(unseen))))


def terms(asked: str) -> tuple[Term, ...]:
    """What a reader asked for, part by part; each part is one word or several that stand beside each other.

    Parts are what spaces divide: "Nampo 2024-03" -> (("nampo",), ("2024", "03")).
    """
    parts = (tuple(plain_words(part).split()) for part in asked.split())
    return tuple(dict.fromkeys(part for part in parts if part))


def names_listed(asked: str) -> tuple[str, ...]:
    """The names of a list that commas, semicolons, lines or tabs divide, each once: "Nampo; Wonsan" -> two."""
    found: dict[str, str] = {}
    for part in DIVIDES.split(asked):
        if words := plain_words(part):
            found.setdefault(words, " ".join(part.split()))
    return tuple(found.values())


def places(text: str, asked: Iterable[Term]) -> Sequence[Place]:
    """Where the words asked for begin and end in a text whose letters are composed; none overlaps another."""
    bounds = [bound.span() for bound in THOUSANDS.finditer(text)]
    left_out = {place for start, end in bounds for place in range(start, end)}
    letters, starts = [], []
    for place, char in enumerate(text):
        for letter in "" if place in left_out else _letter(char):
            letters.append(letter)
            starts.append(place)
    whole = "".join(letters)
    found: list[Place] = []
    for term in asked:
        pattern = r"[\W_]*".join(map(re.escape, term))
        begins = "" if SIGNS.match(term[0]) else r"(?<![^\W_])"
        hits = re.finditer(begins + pattern, whole)
        found.extend((starts[hit.start()], starts[hit.end() - 1] + 1) for hit in hits)
    merged: list[Place] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
