"""What counts towards which limit: the product a text names, against the words of each limit."""

import re
from collections.abc import Iterable
from functools import lru_cache
from unicodedata import normalize

from data.evidence import Claim, Limit

# Thai, Kana, Han and Hangul: a word ends there without a space, or takes a particle on.
UNSPACED = r"\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
LETTER = rf"[^\W{UNSPACED}]"


def product_words(limit: Limit) -> tuple[str, ...]:
    """The words by which texts name what counts towards a limit; the limit's own where nobody gave any."""
    return limit.product_words or (limit.product,)


def counts_towards(product: str, limit: Limit) -> bool:
    """True if a product, as a text words it, has one of the limit's words in it, whole and in any case."""
    said = _plain(product)
    return any(_whole(_plain(word)).search(said) for word in product_words(limit))


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
    longer = sorted((word for word in words if said and _whole(said).search(word) and word in quote), key=len)
    left = quote
    for word in reversed(longer):
        left = _whole(word).sub(" ", left)
    return longer[-1] if longer and left != quote and not _whole(said).search(left) else ""


@lru_cache(maxsize=4_096)
def _plain(text: str) -> str:
    return " ".join(normalize("NFKC", text).casefold().split())


@lru_cache(maxsize=1_024)
def _whole(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!{LETTER}){re.escape(word)}(?!{LETTER})")
