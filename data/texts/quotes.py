"""Quotes and their places in a text: the proof, and, when it fails, a proposal that a person has to confirm."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from data.texts.folds import find_alike
from data.texts.lookalikes import LOOKALIKES

CONTEXT = 32
SIMILAR_ENOUGH = 85

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
    # A slice forgives an end beyond the text; a place does not.
    return 0 <= start < end <= len(text) and text[start:end] == quote


def context_of(text: str, start: int, end: int) -> tuple[str, str]:
    """Prefix and suffix of a place: the up to 32 characters before and after it (W3C text quote selector)."""
    return text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]


def nearest(quote: str, text: str, near: int) -> Span | None:
    """The place nearest to `near` where the quote stands, character for character; None if it stands nowhere."""
    before, after = text.rfind(quote, 0, near + len(quote)), text.find(quote, near)
    starts = [start for start in (before, after) if start >= 0]
    if not quote or not starts:
        return None
    start = min(starts, key=lambda found: abs(found - near))
    return Span(start, start + len(quote))


def propose(quote: str, text: str, near: int, similar: bool = True) -> Proposal | None:
    """The likeliest place of a quote that is not where it says, or None.

    The same words elsewhere come first, nearest to `near`; then words that look the same (the shape of quotation
    marks, dashes, spaces and digits, composed and decomposed letters, what is not seen at all); then, if asked for,
    similar words, but only if every number, number word, unit, month and negation is identical.
    """
    if exact := nearest(quote, text, near):
        return Proposal(exact, quote, exact=True)
    if alike := find_alike(quote, text, near):
        return Proposal(Span(*alike), text[slice(*alike)], exact=False)
    return _similar(quote, text) if similar else None


def _similar(quote: str, text: str) -> Proposal | None:
    from rapidfuzz import fuzz  # only a failed proof needs it

    if len(quote) > len(text):
        return None
    aligned = fuzz.partial_ratio_alignment(quote.translate(LOOKALIKES), normalised(text), score_cutoff=SIMILAR_ENOUGH)
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
def normalised(text: str) -> str:
    """A text with lookalike marks replaced one for one, so that places in it are places in the text."""
    return text.translate(LOOKALIKES)


@lru_cache(maxsize=4)  # whoever asks for the claims of a text asks once for each
def paragraphs_of(text: str) -> tuple[Span, ...]:
    """The paragraphs of a text: what stands between line breaks, empty lines left out."""
    found, start = [], 0
    for line in text.splitlines(keepends=True):
        words = line.rstrip()
        if words.strip():
            found.append(Span(start, start + len(words)))
        start += len(line)
    return tuple(found)


def paragraph_around(text: str, start: int, end: int) -> Span:
    """The paragraph in which a quote stands; from the first to the last if it runs over several."""
    touched = [span for span in paragraphs_of(text) if span.end > start and span.start < end]
    return Span(min(touched[0].start, start), max(touched[-1].end, end)) if touched else Span(start, end)


def segments(within: Span, spans: dict[str, Span]) -> list[tuple[Span, tuple[str, ...]]]:
    """A stretch of text cut where a span begins or ends, each piece with the ids of the spans that cover it."""
    inside = {key: span for key, span in spans.items() if span.end > within.start and span.start < within.end}
    edges = {within.start, within.end}
    for span in inside.values():
        edges |= {max(span.start, within.start), min(span.end, within.end)}
    ordered = sorted(edges)
    return [
        (Span(start, end), tuple(key for key, span in inside.items() if span.start <= start and end <= span.end))
        for start, end in pairwise(ordered)
    ]
