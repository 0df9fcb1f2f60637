"""Two measures of one amount, in barrels and in tonnes, are held against each other: no cargo weighs just anything."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from data.files.faults import Fault
from data.models.evidence import Claim
from data.models.quantities import BARREL, TONNE, ImpossibleConversion, barrels_per_tonne
from data.numbers import Reading, read_numbers
from data.numbers.folding import folded
from data.texts.measures import Measures

# What says that two numbers are one amount, in the languages that are read; a bracket, a dash or a comma does too.
EQUAL = (
    "or|i\\.e\\.|that is|equal to|equivalent to|oder|also|das sind|das entspricht|или|то есть|т\\.е\\.|або|тобто|ou"
    "|soit|c'est-à-dire|o|es decir|equivalentes? a|또는|즉|或|即|合|相当于|または|つまり|أو|أي|أي ما يعادل|ما يعادل"
)
ABOUT = (
    "about|around|some|roughly|approximately|etwa|rund|ca\\.|около|примерно|близько|environ|unos|unas"
    "|약|约|約|نحو|حوالي"
)
JOINED = "and|plus|with|und|et|y|e|и|та|і|or|oder|ou|или|або|o"  # what may follow a product and is none of its words
SAME = re.compile(rf"^[\s,、(\[–—-]*(?:{EQUAL})?[\s,]*(?:{ABOUT})?\s*$", re.IGNORECASE)
LONGEST = 1_000  # characters of a sentence that are looked at on either side
SENTENCE_END = re.compile(r"(?<=[.!?。！？])\s|\n")


def amount_faults(
    claims: Iterable[Claim], text: str, language: str, measures: Measures
) -> Iterator[tuple[Claim, Fault]]:
    """Each claim in barrels or tonnes whose sentence gives the same amount in the other unit, and cannot be right."""
    sentences: dict[tuple[int, int], list[Claim]] = {}
    for claim in claims:
        measure = measures.by_id.get(claim.unit or "")
        if measure and measure.noun in (BARREL, TONNE) and claim.quantity:
            sentences.setdefault(_sentence(text, claim.start, claim.end), []).append(claim)
    for (start, end), inside in sentences.items():
        for barrels, tonnes, words in _pairs(text[start:end], language, measures):
            try:
                barrels_per_tonne(barrels, tonnes)
            except ImpossibleConversion as impossible:
                remedy = "Look at the text again, and leave out the number that is no measure of this amount."
                for claim in inside:
                    if {barrels, tonnes} & {claim.value, claim.low, claim.high}:
                        what = "the text gives this amount in barrels and in tonnes, and both cannot be right"
                        yield claim, Fault("value", what, words, str(impossible), remedy)


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    begins = max(0, start - LONGEST)
    before = [match.end() for match in SENTENCE_END.finditer(text, begins, start)]
    after = SENTENCE_END.search(text, end, end + LONGEST)
    return (before[-1] if before else begins), (after.start() if after else min(len(text), end + LONGEST))


def _pairs(sentence: str, language: str, measures: Measures) -> Iterator[tuple[float, float, str]]:
    """Barrels, tonnes and the words of both, where two numbers side by side are said to be one amount."""
    for first, second in pairwise(read_numbers(sentence, language, measures.words)):
        nouns = {first.unit, second.unit}
        if nouns != {BARREL, TONNE} or first.is_range or second.is_range or first.rate != second.rate:
            continue
        between = folded(sentence[first.end : second.start]).text
        if SAME.match(_behind_unit(between, first, measures)):
            barrels, tonnes = (first, second) if first.unit == BARREL else (second, first)
            yield barrels.low, tonnes.low, sentence[first.start : second.end]


def _behind_unit(between: str, first: Reading, measures: Measures) -> str:
    """What stands between two numbers without the words of the first one's unit."""
    words = sorted((word for word, noun in measures.words.nouns.items() if noun == first.unit), key=len, reverse=True)
    unit = re.compile(
        rf"^[\s\w]*?(?:{'|'.join(map(re.escape, words))})(?:\s+(?:of|de|d')\s*\w+(?:\s+(?!(?:{JOINED})\b)\w+)?)?",
        re.IGNORECASE,
    )
    return unit.sub("", between, count=1)
