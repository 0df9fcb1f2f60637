"""Keys of FORMAT.md in the words of the forms that fill them: a person who adds a text on the page knows no keys."""

from collections.abc import Iterable

WORDS = {
    "actor": "who does it", "address": "where it is on the web", "asks": "the question as a sentence",
    "contradicts": "the claims that say otherwise", "corroborated_by": "the claims that say the same",
    "covers": "what the number counts for", "credibility": "how credible it is",
    "credibility_reason": "why it is as credible as that", "date": "the date", "date_basis": "how the date is known",
    "date_reason": "why that date", "date_words": "the words for the date", "derived_from": "from whom it has that",
    "flags": "its marks", "kind": "what it is", "label": "the label", "lane": "the lane",
    "modality": "how it is said", "modality_reason": "why it is firmer than its words of doubt", "name": "its name",
    "nearby": "the claims that touch it", "note": "the note", "origin": "from whom they have it",
    "product": "what is counted", "product_reason": "why that is what is counted", "published": "when it was published",
    "published_basis": "how that day is known", "published_reason": "how that day is known",
    "reading": "how the documents stand to each other", "reason": "why that is taken to be so",
    "reliability": "how reliable it is", "reliability_reason": "why it is as reliable as that",
    "silent": "the texts that say nothing of it", "speaker": "who says so",
    "suppliers": "whose deliveries the number counts", "supports": "the claims it rests on", "target": "to whom",
    "topic": "what it is about", "type": "what sort of event", "value": "the number",
    "value_reason": "why these words give the number", "value_words": "the words that give the number",
    "via": "by what means", "words": "the answer in a few words",
}  # fmt: skip
GIVEN_BY_PROGRAM = frozenset({"assessed_on"})  # nobody has changed it by hand


def key_in_words(key: str) -> str:
    """A key in the words of its form; one that no form has, as words."""
    return WORDS.get(key, key.replace("_", " "))


def keys_in_words(keys: Iterable[str]) -> str:
    """What was changed, each thing once: "the date, why that date"."""
    return ", ".join(dict.fromkeys(key_in_words(key) for key in keys if key not in GIVEN_BY_PROGRAM))


def place_in_words(place: str) -> str:
    """A place of a file as a form names it: "document, published" is "document, when it was published"."""
    *above, key = place.split(", ")
    return f"{', '.join(above)}, {key_in_words(key)}" if above else key_in_words(key)
