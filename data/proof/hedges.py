"""How firm the words of a quote are: plans, denials, doubts and hearsay, by the lists of languages/*.toml."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from data.files.faults import Fault
from data.models.event import Event
from data.models.evidence import Claim
from data.numbers.folding import folded
from data.numbers.lexicon import base_of, lexicon_of, scripts_in
from data.proof.attributed import DOCUMENT_VOICE, is_a_name

# What each kind of words still allows; softer is always allowed.
ALLOWED = {
    "denied": ("denied",),
    "planned": ("planned", "possible", "denied"),
    "possible": ("possible", "planned", "denied"),
    "reported": ("reported", "notified", "estimated", "possible", "planned", "denied"),
}
# "may" with a capital letter within a sentence, or before a day or a year, is the month.
MONTH = re.compile(r"(?<=[\w,] )May\b|\bMay(?=,? \d)")
# The text's own assertion and a named person's declaration are equally firm.
FIRMNESS = {
    "denied": 0, "planned": 0, "possible": 1, "reported": 2, "estimated": 2, "asserted": 3, "declared": 3,
    "notified": 3, "observed": 4,
}  # fmt: skip
KIND = {"denied": "deny", "planned": "speak of a plan", "possible": "are hedged", "reported": "pass on a report"}
LAST_OF_A_LIST = re.compile(r"(?<=, )(?:and|or) (?:possibly|perhaps|potentially|maybe|probably)\b")


def modality_faults(claim: Claim, language: str) -> Iterator[Fault]:
    """A modality that is firmer than the words of the quote, unless the claim says why."""
    if claim.modality is None or claim.modality_reason.strip():
        return
    yield from _voice_faults(claim)
    for kind, word in hedges_in(claim.quote, language).items():
        if claim.modality in ALLOWED[kind] or (kind == "planned" and claim.kind == "forecast"):
            continue
        what = f"the words {KIND[kind]} (“{word}”), and the modality is firmer"
        allowed = ", ".join(ALLOWED[kind])
        remedy = f"Write one of {allowed}, or say in modality_reason why the words do not weaken this claim."
        yield Fault("modality", what, claim.modality, allowed, remedy)
        return


def _voice_faults(claim: Claim) -> Iterator[Fault]:
    """A warning where the one who speaks cannot have observed, declared or asserted it."""
    if claim.speaker is None:  # a partial claim; its fault is reported
        return
    own = claim.speaker.casefold() == DOCUMENT_VOICE
    named = any(is_a_name(word) for word in re.findall(r"[^\W\d_]+", claim.speaker))
    if claim.modality == "observed" and own:
        what = "the document’s own voice has observed nothing"
    elif claim.modality == "declared" and (own or not named):
        what = "declared is what somebody says on record, and the speaker is not named"
    elif claim.modality == "asserted" and not own and (claim.origin or claim.via):
        what = "asserted is what the text says itself, and this claim has it from somebody else"
    else:
        return
    remedy = "Write asserted for the text’s own voice, reported for what it passes on, or say why in modality_reason."
    yield Fault("modality", what, claim.modality, claim.speaker, remedy, warns=True)


def event_modality_faults(event: Event, claims: Iterable[Claim]) -> Iterator[Fault]:
    """A warning for an event that is firmer than the firmest of the claims that support it."""
    firmest = max((FIRMNESS[claim.modality] for claim in claims if claim.id in event.supports), default=None)
    if firmest is not None and FIRMNESS[event.modality] > firmest:
        remedy = "Give the modality of its claims, or name the claim that says it so firmly."
        yield Fault("modality", "no claim that supports it is so firm", event.modality, "", remedy, warns=True)


def hedges_in(text: str, language: str) -> dict[str, str]:
    """The first word or phrase of each kind that a text has: denied, planned, possible, reported."""
    # Of a list that ends "and possibly X" the word weakens X alone.
    view = LAST_OF_A_LIST.sub(" ", folded(MONTH.sub("·", text)).text)
    pattern, kinds = _pattern(base_of(language), scripts_in(view))
    found: dict[str, str] = {}
    for match in pattern.finditer(view):
        for kind in kinds[match.group()]:
            found.setdefault(kind, match.group())
    return {kind: found[kind] for kind in ALLOWED if kind in found}


@lru_cache(maxsize=64)
def _pattern(language: str, scripts: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, list[str]]]:
    """A pattern for every word that weakens, whole words where a script has spaces, and the kinds each belongs to."""
    lexicon = lexicon_of(language, scripts)
    kinds: dict[str, list[str]] = {}
    for kind in (*ALLOWED, "asserted"):  # these hold a word of the others and weaken nothing: must not exceed
        for word in lexicon.words.get(f"hedges.{kind}", set()) - {""}:
            kinds.setdefault(word, []).append(kind)
    return pattern_of(kinds), kinds


def pattern_of(words: Iterable[str], *more: str) -> re.Pattern[str]:
    """Any of some folded words, the longest first, and what the patterns of `more` match.

    Whole words where a script has spaces, else wherever they stand; nothing without any.
    """
    ordered = sorted(words, key=len, reverse=True)
    whole = "|".join([*more, *(re.escape(word) for word in ordered if not _is_unspaced(word))])
    anywhere = [re.escape(word) for word in ordered if _is_unspaced(word)]
    return re.compile("|".join([*([rf"(?<!\w)(?:{whole})(?!\w)"] if whole else []), *anywhere]) or r"(?!)")


def _is_unspaced(word: str) -> bool:
    return any("\u3041" <= char <= "\ud7a3" for char in word)
