"""Quotes and their places in a text: the proof, and, when it fails, a proposal that a person has to confirm."""

import re
from dataclasses import dataclass
from functools import lru_cache

CONTEXT = 32
SIMILAR_ENOUGH = 85

# The same words typed on another keyboard: searched as one, stored as they stand.
LOOKALIKES = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "\u00a0": " ", "\u202f": " "}
    | dict.fromkeys("\t\n\r", " ")
)
NUMBER_OR_NEGATION = re.compile(
    r"\d[\d.,]*|\b(?:no|not|never|none|nor|neither|without|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozen|hundred|thousand|million|billion"
    r"|half|third|quarter|over|under|more|less|least|most|up to|about|percent|per cent|tons?|tonnes?|barrels?"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|days?|weeks?|months?|years?)\b|\w+n't\b|%",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Span:
    """Where a quote stands: Unicode code points, start included, end excluded."""

    start: int
    end: int


@dataclass(frozen=True)
class Proposal:
    """A place where a quote may have been meant to stand, and whether the words there are the same."""

    span: Span
    words: str
    exact: bool


def proven(text: str, quote: str, start: int, end: int) -> bool:
    """True if the quote stands in the text exactly where it says."""
    return bool(quote) and text[start:end] == quote and 0 <= start < end


def context_of(text: str, start: int, end: int) -> tuple[str, str]:
    """Prefix and suffix of a place: the up to 32 characters before and after it (W3C text quote selector)."""
    return text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]


def places_of(quote: str, text: str) -> list[Span]:
    """Every place where the quote stands, character for character, overlapping ones included."""
    places, start = [], text.find(quote) if quote else -1
    while start >= 0:
        places.append(Span(start, start + len(quote)))
        start = text.find(quote, start + 1)
    return places


def propose(quote: str, text: str, near: int) -> Proposal | None:
    """The likeliest place of a quote that is not where it says, or None.

    The same words elsewhere come first, nearest to `near`; then words that differ only in the shape of quotation marks,
    dashes and spaces; then similar words, but only if every number, number word, unit, month and negation is identical.
    """
    if exact := places_of(quote, text):
        span = min(exact, key=lambda place: abs(place.start - near))
        return Proposal(span, quote, exact=True)
    # Lookalikes are replaced one for one, so that places in the normalised view are places in the text.
    if alike := places_of(quote.translate(LOOKALIKES), _normalised(text)):
        span = min(alike, key=lambda place: abs(place.start - near))
        return Proposal(span, text[span.start : span.end], exact=False)
    return _similar(quote, text)


def _similar(quote: str, text: str) -> Proposal | None:
    from rapidfuzz import fuzz  # only a failed proof needs it

    aligned = fuzz.partial_ratio_alignment(quote.translate(LOOKALIKES), _normalised(text), score_cutoff=SIMILAR_ENOUGH)
    if aligned is None or not quote.strip():
        return None
    start, end = _whole_words(text, aligned.dest_start, aligned.dest_end)
    words = text[start:end]
    if not words or _telling(words) != _telling(quote):
        return None
    return Proposal(Span(start, end), words, exact=False)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return start, end


def _telling(words: str) -> list[str]:
    # "over 60 trips" is 98% like "over 40 trips": what must not differ is compared word by word.
    return [match.group().lower().rstrip(".,") for match in NUMBER_OR_NEGATION.finditer(words.translate(LOOKALIKES))]


@lru_cache(maxsize=64)
def _normalised(text: str) -> str:
    return text.translate(LOOKALIKES)
