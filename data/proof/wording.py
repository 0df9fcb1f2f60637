"""What a curator's sentence may say: its quoted words and its numbers must come from the claims it names."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from data.models.evidence import Claim
from data.models.quantities import Quantity
from data.numbers import Reading, read_numbers
from data.numbers.folding import folded
from data.numbers.units import TIMES
from data.texts.lookalikes import LOOKALIKES
from data.texts.measures import Measure, Measures

QUOTED = re.compile(r"“([^“”]*)”|\"([^\"]*)\"")
CLAIM_ID = re.compile(r"\b[A-Z]{1,4}\d{2,6}\b")
RECORD_ID = re.compile(r"\[(?=[^\]]*[a-z])[a-z0-9]+(?:-[a-z0-9]+)+\]")
# "Two documents", "one report": small numbers in words that count nothing a claim counts are prose.
PROSE = 12
# Words that may be number words of languages with Latin letters: only a sentence that has one is read in all of them.
LATIN = ("de", "fr", "es")
NUMBER_WORDS = re.compile(
    r"mill|tausend|hundert|zig\b|dreißig|zwölf|zehn|elf|dutzend|mille|cent|vingt|trent|quarant|cinquant|soixant|dix|douz|treiz"
    r"|quatorz|quinz|seiz|cien|\bmil\b|veint|treint|cuarent|cincuent|sesent|setent|ochent|novent|docen|zwei|drei|vier|fünf"
    r"|sechs|sieben|acht|neun",
    re.IGNORECASE,
)
COPY = (
    "Name the claim (or the record) that says it, copy its words exactly, or say it without quotation marks or number."
)


@dataclass(frozen=True)
class Unproven:
    """Words or a number in a sentence that none of its claims says."""

    what: str
    seen: str
    remedy: str = COPY


@dataclass(frozen=True)
class _Said:
    """A number that a claim says: by its keys, or by a reading of its quote."""

    quantity: Quantity
    measure: Measure
    words: str
    denied: bool = False


def unproven(
    sentence: str,
    claims: Iterable[Claim],
    also: Iterable[str] = (),
    measures: Measures | None = None,
    languages: Iterable[str] = (),
    cited: Iterable[str] = (),
) -> list[Unproven]:
    """The quoted words and numbers of a sentence that its claims do not say.

    A number is said if a claim has it, with an operator and unit that fit. `also` are further texts whose numbers may
    be repeated where nothing is counted by them, such as the row's own dates; `cited` those whose numbers may be
    repeated however they are compared, such as records and limits; `languages` those of the claims' documents.
    """
    claims, measures = tuple(claims), measures or Measures(())
    spoken = (*languages, "en", *(LATIN if NUMBER_WORDS.search(sentence) else ()))
    quotes = [claim.quote.translate(LOOKALIKES) for claim in claims]
    missing, standing = [], []
    for found in QUOTED.finditer(sentence):
        quoted = found.group(1) or found.group(2) or ""
        parts = [part.strip(" ,.") for part in quoted.translate(LOOKALIKES).split("…")]
        if any(_in_order(parts, quote) for quote in quotes):
            standing.append(found.span())
        else:
            missing.append(Unproven("these words stand in no quote of its claims", f"“{quoted}”"))
    own = QUOTED.sub(_blank, RECORD_ID.sub(_blank, CLAIM_ID.sub(_blank, sentence)))
    if lone := re.search(r"[“”„\"].*", own, re.DOTALL):
        missing.append(Unproven("a quotation mark stands here without its partner", lone.group()))
    readings = [*read_in(own, spoken, measures), *_quoted_numbers(sentence, standing, spoken, measures)]
    if readings:
        said = [one for claim in claims for one in _said_by(claim, spoken, measures)]
        free = {number for text in also for number in _numbers_of(text)}
        given = {number for text in cited for number in _numbers_of(text)}
        # Where records are weighed, small numbers in words are prose whatever they count: for one cargo.
        left = [one for one in readings if not {one.low, one.high} <= given and not (given and _is_small(one))]
        told = folded(" ".join(text for claim in claims for text in (claim.quote, claim.product))).text
        missing += [lack for reading in left if (lack := _lack(reading, said, free, told, measures))]
    return missing


def _quoted_numbers(
    sentence: str, spans: Iterable[tuple[int, int]], languages: Iterable[str], measures: Measures
) -> list[Reading]:
    """The numbers inside quotation marks, with what stands before these: over “40 trips”."""
    spans = tuple(spans)
    every = read_in(sentence, languages, measures) if spans else []
    return [one for one in every if any(start <= one.start and one.end <= end for start, end in spans)]


def _blank(match: re.Match[str]) -> str:
    # As long as what stood there, so that what stands around it does not become one phrase.
    return " · ".ljust(len(match.group()))[: len(match.group())]


def read_in(text: str, languages: Iterable[str], measures: Measures) -> list[Reading]:
    """The numbers of a sentence, whose language nobody has stated: those that any of the languages reads."""
    every = [one for language in dict.fromkeys(languages) for one in read_numbers(text, language, measures.words)]
    found: list[Reading] = []
    for one in sorted(every, key=_richness, reverse=True):  # of those read in two languages the one that tells more
        if all(one.end <= other.start or other.end <= one.start for other in found):
            found.append(one)
    found.sort(key=lambda one: one.start)
    return [one for one in found if not (_is_small(one) and one.unit in ("", *TIMES))]


def _richness(reading: Reading) -> tuple[int, int]:
    told = bool(reading.operators) + bool(reading.unit) + bool(reading.rate) + bool(reading.negation)
    return told, reading.end - reading.start


def _is_small(reading: Reading) -> bool:
    return reading.spelled and reading.high <= PROSE


@lru_cache(maxsize=2_048)  # the sentences of the hypotheses cite the same records again and again
def _numbers_of(text: str) -> frozenset[float]:
    readings = read_numbers(text.replace("-", " ").replace("/", " "))
    return frozenset(number for reading in readings for number in (reading.low, reading.high))


def _said_by(claim: Claim, languages: Iterable[str], measures: Measures) -> Iterator[_Said]:
    if claim.quantity:
        measure = measures.by_id.get(claim.quantity.unit, Measure(""))
        said = measure._replace(rate=claim.quantity.per or measure.rate)
        yield _Said(claim.quantity, said, claim.id, claim.modality == "denied")
    for reading in read_in(claim.quote, languages, measures):
        for operator in reading.operators or ("=",):
            quantity = _quantity(operator, reading)
            words = f"“{reading.words}” [{claim.id}]"
            yield _Said(quantity, Measure(reading.unit, reading.rate), words, bool(reading.negation))


def _quantity(operator: str, reading: Reading) -> Quantity:
    if reading.is_range:
        return Quantity("range", reading.unit, None, reading.low, reading.high)
    return Quantity(operator, reading.unit, reading.low)  # type: ignore[arg-type]


def _lack(reading: Reading, said: list[_Said], free: set[float], told: str, measures: Measures) -> Unproven | None:
    """What is wrong with a number of a sentence; None if a claim says it. `told` are the words of its claims."""
    same = [one for one in said if _same_number(reading, one.quantity)]
    if any(_fits(reading, one) for one in same):
        if not reading.unit and reading.following and reading.following not in told:
            what = "the claims count nothing of this name"
            return Unproven(what, f"{reading.words} {reading.following}", "Name what is counted as a claim does.")
        return None
    if reading.negation and same and not any(one.denied for one in same):
        what = f"the sentence denies the number (“{reading.negation}”), its claims do not"
        return Unproven(what, reading.words, "Say it as its claims do.")
    bare = not reading.operators and reading.unit in ("", *TIMES)
    if bare and {reading.low, reading.high} <= free:
        return None
    if not same:
        return Unproven("this number is neither a value nor in a quote of its claims", reading.words)
    return _misfit(reading, same, measures)


def _misfit(reading: Reading, same: list[_Said], measures: Measures) -> Unproven:
    other = next((one for one in same if not _unit_fits(reading, one)), None)
    if other is not None and not any(_unit_fits(reading, one) for one in same):
        what = f"the claim counts {measures.name(other.measure.noun, other.measure.rate)}, the sentence something else"
        seen = f"{reading.words} {measures.name(reading.unit, reading.rate) if reading.unit else reading.following}"
        return Unproven(what, seen, "Write the unit of the claim beside the number, or name the claim that says this.")
    operators = ", ".join(dict.fromkeys(one.quantity.operator for one in same))
    what = f"the claim says {operators} of this number, the sentence something else"
    seen = f"{', '.join(sorted(reading.operators)) or 'no operator'} {reading.words}"
    return Unproven(what, seen, "Write the claim’s operator in words beside the number, such as “over” or “up to”.")


def _ends(quantity: Quantity) -> tuple[float, float]:
    if quantity.operator == "range":
        return quantity.low or 0.0, quantity.high or 0.0
    return quantity.stated, quantity.stated


def _same_number(reading: Reading, quantity: Quantity) -> bool:
    """True if a sentence gives a number of a claim, or one end of its range as that end: at least 10,000."""
    low, high = _ends(quantity)
    if quantity.operator == "range" and not reading.is_range and reading.operators:
        return (reading.low == low and reading.operators <= {">", ">=", "~"}) or (
            reading.low == high and reading.operators <= {"<", "<=", "~"}
        )
    # “1,200” is another number in German than in English, and nobody has said in which of them the sentence is.
    return (low, high) == (reading.low, reading.high) or (low == high and low in reading.alternatives)


def _fits(reading: Reading, said: _Said) -> bool:
    if reading.negation and not said.denied:
        return False
    if said.quantity.operator == "range" and not reading.is_range:
        return _unit_fits(reading, said)
    return _operator_fits(reading, said.quantity.operator) and _unit_fits(reading, said)


def _operator_fits(reading: Reading, operator: str) -> bool:
    if operator in reading.operators:
        return True
    # "about" weakens an exact number and changes nothing else; any other operator is said or it is dropped.
    return operator in ("=", "~") and reading.operators <= {"=", "~"}


def _unit_fits(reading: Reading, said: _Said) -> bool:
    if not reading.unit:
        return True
    if said.measure.noun and reading.unit != said.measure.noun:
        return False
    return reading.rate == said.measure.rate


def _in_order(parts: list[str], quote: str) -> bool:
    place = 0
    for part in parts:
        if part and (place := _end_of(part, quote, place)) < 0:
            return False
    return any(parts)


def _end_of(part: str, quote: str, place: int) -> int:
    # Whole words only: “able” is not what a quote with “unable” says.
    while (start := quote.find(part, place)) >= 0:
        place = start + len(part)
        if not _inside_a_word(quote, start) and not _inside_a_word(quote, place):
            return place
        place = start + 1
    return -1


def _inside_a_word(text: str, place: int) -> bool:
    # Scripts without capital letters often write words without spaces: there nobody can tell.
    pair = text[max(0, place - 1) : place + 1]
    return len(pair) == 2 and all(char.isdigit() or char.lower() != char.upper() for char in pair)
