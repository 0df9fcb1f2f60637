"""Words that a claim gives as the text's own: what is counted, who says it, through whom; do they stand in the text."""

import re
from collections.abc import Iterator
from functools import lru_cache

from data.files.faults import Fault
from data.files.problems import shown
from data.models.evidence import Claim, Origin
from data.models.record import EVERYBODY
from data.numbers.folding import folded
from data.texts.quotes import paragraph_around

DOCUMENT_VOICE = "document voice"
NEAR = 2_000  # characters of a paragraph that are looked at on either side
STEM = 4  # "tracking" is what the text calls "tracked"


def attribution_faults(claim: Claim, text: str) -> Iterator[Fault]:
    """A product that the text does not name, and a warning for a speaker or a way that it does not."""
    if claim.product and not claim.product_reason.strip() and not product_is_said(claim, text):
        what = "these words stand neither in the quote nor in its paragraph"
        remedy = (
            "Copy what is counted from the text. If the text does not say it, leave product out, or say in "
            "product_reason why it is meant: it is then shown as a curator’s own word."
        )
        yield Fault("product", what, shown(claim.product), "", remedy)
    givers = " ".join(one for one in claim.suppliers or () if one != EVERYBODY)
    for key, words in (("speaker", claim.speaker), ("via", claim.via), ("suppliers", givers)):
        if strange := strangers(words, text, key):
            what = f"the text does not name {', '.join(strange)}"
            remedy = f"Correct {key}; if it stays, it is shown as a curator’s own words."
            yield Fault(key, what, shown(words), "", remedy, warns=True)
    if far := _named_elsewhere(claim, text):
        what = f"neither this paragraph nor the one before names {', '.join(far)}"
        remedy = "Look whether this is who says it here, and correct speaker if not."
        yield Fault("speaker", what, shown(claim.speaker), "", remedy, warns=True)


def origin_faults(claim: Claim, origin: Origin | None) -> Iterator[Fault]:
    """A warning where speaker and origin have no word in common: one of them is another's."""
    own = (claim.speaker or DOCUMENT_VOICE).casefold() == DOCUMENT_VOICE  # None in a partial claim
    if origin is None or own or not all(re.search("[A-Za-z]{4}", name) for name in (claim.speaker, origin.name)):
        return
    said, meant = (re.findall(r"[^\W\d_]{4,}", folded(name).text) for name in (claim.speaker, origin.name))
    if not {word[:STEM] for word in said} & {word[:STEM] for word in meant}:
        what, remedy = f"the origin {origin.origin_id} has another name", "Correct speaker or origin."
        yield Fault("speaker", what, shown(claim.speaker), shown(origin.name), remedy, warns=True)


def _named_elsewhere(claim: Claim, text: str) -> list[str]:
    """The names of a speaker whom the text names, but neither in the paragraph of the quote nor in the one before."""
    words = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", claim.speaker or "")
    names = [word for word in words if len(word) > 2 and is_a_name(word)]
    if not names or claim.speaker.casefold() == DOCUMENT_VOICE or strangers(claim.speaker, text, "speaker"):
        return []
    *before, line = text[max(0, claim.start - NEAR) : claim.start].split("\n")
    behind = text[claim.end : claim.end + NEAR].partition("\n")[0]
    above = next((one for one in reversed(before) if one.strip()), "")
    near = folded(f"{above} {line}{claim.quote}{behind}").text
    return [word for word in names if _stem(folded(word).text) not in near]


def product_is_said(claim: Claim, text: str) -> bool:
    """True if what the claim counts stands, as whole words, in its quote or in the paragraph around it."""
    if _stands(claim.product, claim.quote):
        return True
    span = paragraph_around(text, claim.start, claim.end)
    return _stands(claim.product, text[span.start : span.end])


def _stands(words: str, text: str) -> bool:
    wanted, view = (" ".join(folded(one).text.split()) for one in (words, text))
    place = view.find(wanted)
    while wanted and place >= 0:
        around = view[place - 1 : place] if place else "", view[place + len(wanted) : place + len(wanted) + 1]
        if not wanted.isascii() or not any(char.isalnum() for char in around):
            return True
        place = view.find(wanted, place + 1)
    return False


@lru_cache(maxsize=256)  # many claims of a document have one speaker
def strangers(words: str, text: str, key: str) -> tuple[str, ...]:
    """The names in a speaker, or the words of a way, that the text does not have: they are a curator's own."""
    if not words or words.casefold() == DOCUMENT_VOICE:
        return ()
    found = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", words)
    wanted = [word for word in found if len(word) > 2 and (key == "via" or is_a_name(word))]
    return tuple(word for word in wanted if not _has_like(folded(word).text, text))


def is_a_name(word: str) -> bool:
    """True for a word with a capital letter, and for any word of a script without capitals."""
    return word[:1].isupper() or word.lower() == word.upper()  # a script without capitals


def _has_like(word: str, text: str) -> bool:
    return f" {_stem(word)}" in _spaced(text) or (not word.isascii() and word in folded(text).text)


def _stem(word: str) -> str:
    return word if len(word) <= STEM else word[: max(STEM, len(word) - 3)]


@lru_cache(maxsize=4)  # each claim of a document asks for the same text
def _spaced(text: str) -> str:
    """Every word of a text, and the parts of those that are joined, with a space before each."""
    words = set(re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", folded(text).text))
    parts = {part for word in words for part in re.split("['’-]", word) if part != word}
    return " ".join(("", *words, *parts))
