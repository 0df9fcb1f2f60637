"""A newer version of a text: where each claim stands in it, and which may be taken over without asking anybody."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, NamedTuple

from data.intake.anchor import Anchor, anchored, sound_ends
from data.models.evidence import Claim, Document
from data.numbers import read_numbers
from data.numbers.folding import folded
from data.numbers.lexicon import base_of, lexicon_of, scripts_in
from data.proof.hedges import hedges_in, pattern_of
from data.texts.calendar_words import parts_of_text
from data.texts.folds import find_alike
from data.texts.lookalikes import LOOKALIKES
from data.texts.plain import plain_words
from data.texts.quotes import context_of, normalised

Verdict = Literal["same place", "moved", "other marks", "changed", "gone"]
UNASKED: tuple[Verdict, ...] = ("same place", "moved")
SENTENCE_END = re.compile(r"[.!?…][”\"’')\]]*(?=\s)|[。！？\n]")
CLAUSE_END = re.compile(rf"{SENTENCE_END.pattern}|[,;:](?=\s)|[—–()“”\"、，；：]")
BEGUN = re.compile(rf"(?:{SENTENCE_END.pattern})\s*$")
ENOUGH_AROUND = 8  # characters of the neighbours by which a place is known again
LIKE_ENOUGH = 60  # of 100: below it the words are gone
# Words of a denial, and of a quantity without a number, by their lists in the languages.
CONTRACTED = r"\w+n't"
LISTS = ("negation.words", "negation.after", "vague", "quantifiers")


class Moved(NamedTuple):
    """What has become of a claim: the verdict, where its words or the likest ones stand now, and what differs.

    Only what is `unasked` may be taken over without a person. `differs` names it in words: number, date, denial or
    quantity, doubt, or plain words; with a place that stands, what differs in the sentence around the quote.
    """

    claim: Claim
    verdict: Verdict
    anchor: Anchor | None = None
    differs: tuple[str, ...] = ()

    @property
    def unasked(self) -> bool:
        return self.verdict in UNASKED


def reanchored(old: Document, claims: Iterable[Claim], new_text: str) -> tuple[Moved, ...]:
    """What has become of each claim of a document in a newer version of its text, in the order given."""
    return tuple(_moved(old, claim, new_text) for claim in claims)


def _moved(old: Document, claim: Claim, text: str) -> Moved:
    start = _same_words(old.text, claim, text)
    if start is not None:
        place = anchored(text, start, start + len(claim.quote))
        if differs := _differs_around(old, claim, text, start):
            return Moved(claim, "changed", place, differs)
        return Moved(claim, "same place" if start == claim.start else "moved", place)
    alike = find_alike(claim.quote, text, claim.start) if plain_words(claim.quote) in _plain(text) else None
    if alike:
        words = text[slice(*alike)]
        differs = differing(claim.quote, words, old.language)
        if words != claim.quote:
            return Moved(claim, "changed" if differs else "other marks", anchored(text, *alike), differs)
    likest = _likest(claim.quote, text, old.language)
    if likest is None:
        return Moved(claim, "gone")
    differs = differing(claim.quote, likest.quote, old.language) or ("words",)
    return Moved(claim, "changed", likest, differs if likest.quote != claim.quote else ("place",))


def _same_words(old: str, claim: Claim, text: str) -> int | None:
    """Where the quote stands as it did, by its neighbours; None where it does not, or nobody can say which is meant."""
    places = _occurrences(claim.quote, text)
    if not places:
        return None
    known = [_known_again(old, claim, text, start) for start in places]
    best = max(known)
    fitting = [start for start, much in zip(places, known, strict=True) if much == best]
    before = _occurrences(claim.quote, old)
    if len(fitting) > 1:
        number = before.index(claim.start)
        return places[number] if len(before) == len(places) and places[number] in fitting else None
    if best >= ENOUGH_AROUND:
        return fitting[0]
    sentences = _sentence(old, claim.start, claim.end), _sentence(text, fitting[0], fitting[0] + len(claim.quote))
    alone = len(before) == len(places) == 1
    return fitting[0] if alone and plain_words(sentences[0]) == plain_words(sentences[1]) else None


def _occurrences(quote: str, text: str) -> list[int]:
    places, place = [], text.find(quote)
    while place >= 0:
        places.append(place)
        place = text.find(quote, place + 1)
    return places


def _known_again(old: str, claim: Claim, text: str, start: int) -> int:
    """How many characters next to a place are those next to the quote, on both sides together; edges of texts count."""
    (before, behind), end = context_of(old, claim.start, claim.end), start + len(claim.quote)
    left, right = context_of(text, start, end)
    same_left = _alike_from_the_start(before[::-1], left[::-1]) + ENOUGH_AROUND * (not before and not left)
    return same_left + _alike_from_the_start(behind, right) + ENOUGH_AROUND * (not behind and not right)


def _alike_from_the_start(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (mine, yours) in pairs if mine != yours), min(len(one), len(other)))


def _differs_around(old: Document, claim: Claim, text: str, start: int) -> tuple[str, ...]:
    """What the sentence says otherwise that bears on the quote, though the quote itself has not changed."""
    end = start + len(claim.quote)
    before = _sentence(old.text, claim.start, claim.end)
    if _stands_around(before, claim.quote, text, start):
        return ()
    now = _sentence(text, start, end)
    beside = _clause(old.text, claim.start, claim.end), _clause(text, start, end)
    found = differing(*beside, old.language, dates=bool(claim.date))
    far = differing(before, now, old.language)
    found += tuple(name for name in far if name not in ("number", "date") or (name == "date" and claim.date))
    words = (claim.date_words, claim.value_words)
    found += ("date",) * any(one and one in before and one not in now for one in words)
    return tuple(f"{name} beside the quote" for name in dict.fromkeys(found))


def _stands_around(sentence: str, quote: str, text: str, start: int) -> bool:
    """True if a sentence stands around its quote at a place as before; saves the search for its ends."""
    before = start - sentence.find(quote)
    if before < 0 or not text.startswith(sentence, before):
        return False
    after = text[before + len(sentence) : before + len(sentence) + 1]
    closed = after in ("", "\n") or (after.isspace() and SENTENCE_END.search(f"{sentence[-3:]} ") is not None)
    return closed and (not before or BEGUN.search(text, max(0, before - 8), before) is not None)


@lru_cache(maxsize=4)
def _plain(text: str) -> str:
    return plain_words(text)


@lru_cache(maxsize=256)
def _sentence(text: str, start: int, end: int) -> str:
    return _within(SENTENCE_END, text, start, end)


def _clause(text: str, start: int, end: int) -> str:
    return _within(CLAUSE_END, text, start, end)


def _within(ends: re.Pattern[str], text: str, start: int, end: int) -> str:
    begun = max((found.end() for found in ends.finditer(text, max(0, start - 1_000), start)), default=0)
    closing = ends.search(text, max(start, end - 1))
    return text[begun : closing.end() if closing else len(text)].strip()


def _likest(quote: str, text: str, language: str) -> Anchor | None:
    from rapidfuzz import fuzz  # only words that are not there any more need it

    found = fuzz.partial_ratio_alignment(quote.translate(LOOKALIKES), normalised(text), score_cutoff=LIKE_ENOUGH)
    if found is None or len(quote) > len(text):
        return None
    start, end = sound_ends(text, found.dest_start, found.dest_end, language)
    return anchored(text, start, end) if start < end else None


def differing(one: str, other: str, language: str, dates: bool = True) -> tuple[str, ...]:
    """What differs between two wordings, in words a curator knows: number, date, denial or quantity, doubt."""
    if one == other:
        return ()
    found = {
        "number": _numbers(one, language) != _numbers(other, language),
        "date": dates and parts_of_text((one,), language) != parts_of_text((other,), language),
        "denial or quantity": _listed(one, language) != _listed(other, language),
        "doubt": hedges_in(one, language).keys() != hedges_in(other, language).keys(),
    }
    return tuple(name for name, differs in found.items() if differs)


def _numbers(words: str, language: str) -> list[tuple[object, ...]]:
    readings = read_numbers(words, language, ordinals=True)
    return [(one.low, one.high, one.operators, one.unit, one.following, one.rate, one.ordinal) for one in readings]


def _listed(words: str, language: str) -> list[str]:
    view = folded(words).text
    return _pattern(base_of(language), scripts_in(view)).findall(view)


@lru_cache(maxsize=64)
def _pattern(language: str, scripts: tuple[str, ...]) -> re.Pattern[str]:
    """Every word of a denial or of a quantity without a number; whole words where a script has spaces."""
    lexicon = lexicon_of(language, scripts)
    return pattern_of({word for key in LISTS for word in lexicon.words.get(key, ())} - {""}, CONTRACTED)
