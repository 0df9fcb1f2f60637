"""What counts towards which limit: the product a text names, against the words of each limit."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from unicodedata import normalize

from data.models.evidence import Claim
from data.models.limits import Limit

# Thai, Kana, Han and Hangul: a word ends there without a space, or takes a particle on.
UNSPACED = (("\u0e00", "\u0e7f"), ("\u3040", "\u30ff"), ("\u3400", "\u9fff"), ("\uac00", "\ud7af"))


def product_words(limit: Limit) -> tuple[str, ...]:
    """The words by which texts name what counts towards a limit; the limit's own where nobody gave any."""
    return limit.product_words or (limit.product,)


def counts_towards(product: str, limit: Limit) -> bool:
    """True if a product, as a text words it, has one of the limit's words in it, whole and in any case."""
    said = _plain(product)
    return any(_stands(_plain(word), said) for word in product_words(limit))


def is_out_of_scope(product: str, limit: Limit, limits: Iterable[Limit]) -> bool:
    """True if a product counts towards another limit and not towards this one.

    A product that fits no limit ("salt") is not out of scope: nobody knows what it is.
    """
    return not counts_towards(product, limit) and any(counts_towards(product, other) for other in limits)


def own_limit(claim: Claim, limits: Iterable[Limit]) -> Limit | None:
    """The limit towards which a claim's product counts, in the claim's unit; None if there is none."""
    return next((limit for limit in limits if limit.unit == claim.unit and counts_towards(claim.product, limit)), None)


def longer_product(claim: Claim, limits: Iterable[Limit]) -> str:
    """The words of a limit that a claim's product was cut from: "refined copper" of "copper"; empty if it was not.

    Only where the quote says them, and says the product nowhere else.
    """
    said, quote = _plain(claim.product), _plain(claim.quote)
    words = {_plain(word) for limit in limits for word in (limit.product, *product_words(limit))} - {said}
    longer = sorted((word for word in words if said and _stands(said, word) and word in quote), key=len)
    left = quote
    for word in reversed(longer):
        left = _without(word, left)
    return longer[-1] if longer and left != quote and not _stands(said, left) else ""


@lru_cache(maxsize=4_096)
def _plain(text: str) -> str:
    return " ".join(normalize("NFKC", text).casefold().split())


def _without(word: str, text: str) -> str:
    """A text with a space wherever a word stands whole."""
    kept, begun = [], 0
    for place in _places(word, text):
        kept.append(text[begun:place])
        begun = place + len(word)
    return " ".join([*kept, text[begun:]])


def _stands(word: str, text: str) -> bool:
    return next(_places(word, text), None) is not None


def _places(word: str, text: str) -> Iterator[int]:
    """Where a word stands whole; as a pattern, its set of letters would take long to compile."""
    place = text.find(word)
    while word and place >= 0:
        end = place + len(word)
        if not (_is_letter(text[place - 1 : place]) or _is_letter(text[end : end + 1])):
            yield place
        place = text.find(word, end)


def _is_letter(char: str) -> bool:
    return (char.isalnum() or char == "_") and not any(first <= char <= last for first, last in UNSPACED)
