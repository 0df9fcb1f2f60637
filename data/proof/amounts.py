"""Is a claim's number what its quote says: the value, the operator, the unit and its rate, and no negation."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import get_args

from data.files.faults import Fault
from data.files.problems import shown
from data.models.evidence import Claim
from data.models.quantities import Per, Turn
from data.numbers import Reading, is_read
from data.numbers.folding import folded
from data.numbers.lexicon import base_of, lexicon_of, scripts_in
from data.numbers.shares import share_of
from data.proof.hedges import pattern_of
from data.texts.calendar_words import is_a_date
from data.texts.measures import Measures

REASON = "say in value_reason why these words give the number"
TURNED = {"rise": "rose", "fall": "fell"}
NO_OPERATOR = frozenset(("=", "~"))


def number_faults(claim: Claim, every: Sequence[Reading], language: str, measures: Measures) -> Iterator[Fault]:
    """What speaks against a claim's number in the readings of its quote; nothing for a claim without one."""
    quantity = claim.quantity
    if quantity is None:
        if claim.value_words or claim.value_reason:
            key = "value_words" if claim.value_words else "value_reason"
            yield Fault(key, "there is no number for which this is said", "", "", f"Give the number, or remove {key}.")
        return
    if quantity.value is None and None in (quantity.low, quantity.high):  # what is missing is reported as a key
        return
    span = _span_of_words(claim)
    if isinstance(span, Fault):
        yield span
        return
    readings = [one for one in every if span[0] <= one.start and one.end <= span[1]]
    if claim.value_reason:
        yield from _needless_reason(claim, every, span, language, measures)
        return
    if not readings or not is_read(language):
        yield _unread(claim, every, language)
        return
    found = _meant(claim, readings)
    if found is None:
        yield _other_value(claim, readings)
    else:
        yield from _around_the_number(claim, found, language, measures)


def _span_of_words(claim: Claim) -> tuple[int, int] | Fault:
    """Where the words of the number stand in the quote, as whole words; all of it without value_words."""
    words = claim.value_words
    if not words and claim.value_reason:
        what = "value_reason is given, but not the words that give the number"
        return Fault("value_words", what, "", "", "Copy into value_words the words of the quote that give the number.")
    if not words:
        return 0, len(claim.quote)
    view, wanted = folded(claim.quote), folded(words).text
    place = view.text.find(wanted) if wanted.strip() else -1
    while place >= 0 and _cuts(view.text, place, place + len(wanted)):
        place = view.text.find(wanted, place + 1)
    if place < 0:
        remedy = "Copy them from the quote: the whole number with its scale word, and nothing that is cut off."
        return Fault("value_words", "these words do not stand in the quote as whole words", shown(words), "", remedy)
    return view.span(place, place + len(wanted))


def _cuts(text: str, start: int, end: int) -> bool:
    # A number may touch what it counts (40여, 100만배럴): only letters of one script, or digits, are one word.
    return any(
        re.fullmatch(r"\d\d|[a-z]{2}|[\u0400-\u04ff]{2}|[\u0600-\u06ff]{2}", text[max(0, at - 1) : at + 1]) is not None
        for at in (start, end)
        if 0 < at < len(text)
    )


def _needless_reason(
    claim: Claim, every: Sequence[Reading], span: tuple[int, int], language: str, measures: Measures
) -> Iterator[Fault]:
    """A reason stands only where no machine can read the words, or reads them in more than one way."""
    readings = [one for one in every if span[0] <= one.start and one.end <= span[1]]
    if cut := next((one for one in every if one not in readings and one.start < span[1] and span[0] < one.end), None):
        remedy = f"Copy {shown(cut.words)} whole into value_words."
        yield Fault(
            "value_words", "these words are a part of a number", shown(claim.value_words), shown(cut.words), remedy
        )
        return
    digits = claim.value_words.strip().isdigit()
    counted = [one for one in every if not is_a_date(one, claim.quote, language)]
    if is_read(language) and not readings and counted:
        remedy = f"Copy into value_words the words of the number, such as {shown(counted[0].words)}."
        yield Fault(
            "value_words", "these words hold no number, and the quote does", shown(claim.value_words), "", remedy
        )
    if not readings or not (is_read(language) or digits):
        return
    found = _meant(claim, readings)
    if found is None:
        if not any(one.alternatives for one in readings):
            yield _other_value(claim, readings)
    elif (
        is_read(language)
        and not (found.negation or found.ordinal or share_of(claim.quote, found.start, found.end))
        and not _is_a_date(found, claim, language, measures)
    ):
        remedy = "Remove value_reason (and value_words, if the quote holds one number): a machine reads it then."
        yield Fault("value_reason", "the machine reads these words by itself", shown(found.words), "", remedy)


def _unread(claim: Claim, every: Sequence[Reading], language: str) -> Fault:
    if not is_read(language):
        what = f"number words of this language ({language}) are not read"
    elif claim.value_words:
        what = "the words named hold no whole number"
    else:
        what = "no number is read in the quote"
    seen = shown(claim.value_words or claim.quote)
    expected = "; ".join(shown(one.words) for one in every[:4]) if claim.value_words else ""
    remedy = (
        "Quote the words that give the number. If they give it in a way that is not read, copy them into value_words "
        f"and {REASON}: every screen then says that a curator read it. If they give none, leave the number out."
    )
    return Fault("value_words" if claim.value_words else _key(claim), what, seen, expected, remedy)


def _key(claim: Claim) -> str:
    return "high" if claim.value is None else "value"


def _meant(claim: Claim, readings: Sequence[Reading]) -> Reading | None:
    """The reading that gives the claim's number; two that stand side by side for a range."""
    quantity = claim.quantity
    assert quantity is not None  # chosen by the caller
    if quantity.operator == "range":
        same = [one for one in readings if one.is_range and (one.low, one.high) == (quantity.low, quantity.high)]
        return same[0] if same else _as_two(quantity.low, quantity.high, readings)
    same = [one for one in readings if not one.is_range and one.low == quantity.value]
    # The same number may stand twice: what speaks for the claim counts.
    return min(
        same,
        key=lambda one: (
            one.ordinal,
            bool(one.negation),
            bool(share_of(claim.quote, one.start, one.end)),
            claim.operator not in _allowed(one),
            not one.unit,
        ),
        default=None,
    )


def _as_two(low: float | None, high: float | None, readings: Sequence[Reading]) -> Reading | None:
    for first, second in pairwise(readings):
        fits = not (first.is_range or second.is_range) and (first.low, second.low) == (low, high)
        if fits and not first.operators & {"<", "<="} and not second.operators & {">", ">="}:
            return second if second.unit else first
    return None


def _allowed(reading: Reading) -> frozenset[str]:
    return reading.operators or NO_OPERATOR


def _other_value(claim: Claim, readings: Sequence[Reading]) -> Fault:
    quantity = claim.quantity
    assert quantity is not None  # chosen by the caller
    given = f"{number(quantity.low)} to {number(quantity.high)}" if claim.value is None else number(claim.value)
    said = "; ".join(f"{shown(one.words)} is {_said(one)}" for one in readings[:4])
    also = next((one for one in readings if claim.value in one.alternatives), None)
    below = next((one for one in readings if one.high < 0), None)
    if below is not None:
        remedy = f"{shown(below.words)} lies below zero, and no such number is kept: leave it out."
    elif also is not None:
        remedy = (
            f"Write {_said(also)}; if the text means {given}, copy {shown(also.words)} into value_words and {REASON}."
        )
    else:
        first = readings[0]
        keys = (
            f"low = {number(first.low, '')}, high = {number(first.high, '')}"
            if first.is_range
            else f"value = {number(first.low, '')}"
        )
        remedy = f"Write {keys}, or quote the words that give {given}."
        if first.is_range != (claim.operator == "range"):
            remedy += ' A range has operator = "range", low and high; a single number has value.'
    return Fault(_key(claim), f"the words do not give {given}", said, "", remedy)


def _said(reading: Reading) -> str:
    return f"{number(reading.low)} to {number(reading.high)}" if reading.is_range else number(reading.low)


def number(value: float | None, mark: str = ",") -> str:
    """A number in digits, as FORMAT.md writes it: 1,000,000; 7.5."""
    return f"{value or 0:,.15g}".replace(",", mark)


def _around_the_number(claim: Claim, found: Reading, language: str, measures: Measures) -> Iterator[Fault]:
    if found.ordinal or _is_a_date(found, claim, language, measures):
        remedy = f"Quote the words that give the amount; if these do, copy them into value_words and {REASON}."
        what = "says which one it is" if found.ordinal else "is part of a date here"
        yield Fault("value", f"{found.words} {what}, not an amount", shown(claim.quote), "", remedy)
        return
    if share := share_of(claim.quote, found.start, found.end):
        what = f"“{share}” measures something against {found.words}, which is no amount by itself"
        remedy = (
            f"Leave the number out, or quote the words that give it; if {found.words} is what came, copy it into "
            f"value_words and {REASON}."
        )
        yield Fault("value", what, shown(claim.quote), "", remedy)
        return
    as_two = claim.operator == "range" and not found.is_range  # at least 40 and at most 50
    if claim.operator not in _allowed(found) and not as_two:
        seen, expected = f"{claim.operator}", ", ".join(sorted(_allowed(found)))
        what = (
            f"the words around {found.words} give another operator"
            if found.operators
            else "no words give this operator"
        )
        remedy = f'Write operator = "{min(_allowed(found))}", or quote the words that give {claim.operator}.'
        yield Fault("operator", what, seen, expected, remedy)
    if found.negation and claim.modality != "denied":
        remedy = (
            'If the words deny the number, write modality = "denied"; if they deny something else, copy the number '
            f"into value_words and {REASON}."
        )
        yield Fault("modality", f"the words deny the number: “{found.negation}”", shown(claim.quote), "", remedy)
    yield from unit_faults(claim.unit or "", found, measures, claim.per)
    yield from _change_faults(claim, found, language)


def _change_faults(claim: Claim, found: Reading, language: str) -> Iterator[Fault]:
    """A rise or fall that no words say, and a warning for one that the words say and the claim does not."""
    view = folded(claim.quote).text
    words = lexicon_of(base_of(language), scripts_in(view)).words
    said = {turn: words.get(f"turns.{turn}", set()) - {""} for turn in get_args(Turn)}
    if claim.change and not pattern_of(said[claim.change]).search(view):
        what = f"no words of the quote say that this is by how much something {TURNED[claim.change]}"
        yield Fault(
            "change", what, shown(claim.quote), claim.change, "Quote the words that say so, or leave change out."
        )
    before = folded(claim.quote[: found.start]).text[-40:]
    for turn, turns in said.items() if not claim.change else ():
        step = "|".join(map(re.escape, words.get("turns.by", set()))) or "(?!)"
        if re.search(rf"(?<!\w)(?:{'|'.join(map(re.escape, turns))}) (?:{step}) (?:[^\W\d]+ ){{0,3}}$", before):
            what, remedy = (
                f"the words say by how much it {TURNED[turn]}",
                f'Write change = "{turn}", or say it in note.',
            )
            yield Fault("change", what, f"{before}{found.words}", turn, remedy, warns=True)


def _is_a_date(found: Reading, claim: Claim, language: str, measures: Measures) -> bool:
    counted = measures.by_id.get(claim.unit or "")
    return is_a_date(found, claim.quote, language) and (counted is None or counted.noun != "year")


def unit_faults(unit: str, found: Reading, measures: Measures, per: Per | None = None) -> Iterator[Fault]:
    """What speaks against a unit, and a rate, in the words beside a number; a warning where the words name no unit."""
    measure = measures.by_id.get(unit)
    if measure is None:  # reported as a name that nobody knows
        return
    if per and measure.rate:
        remedy = "Leave per out, or name a unit that is an amount."
        yield Fault("per", f"the unit {unit} says for each what, and per says it again", per, "", remedy)
        return
    said = measures.name(measure.noun, measure.rate)
    if found.unit and found.unit != measure.noun:
        remedy = "Name the unit of the text, or quote the words that count in this one."
        yield Fault(
            "unit", f"the text counts {measures.name(found.unit)}, not {said}", unit, measures.name(found.unit), remedy
        )
    elif not found.unit and found.following:
        remedy = (
            f"If “{found.following}” means this unit, add the words behind the number to `words` of [[unit]] {unit} in "
            "case.toml; otherwise name the unit of the text, or add one."
        )
        yield Fault("unit", f"the words behind {found.words} are not those of {said}", found.following, said, remedy)
    elif not found.unit:
        remedy = "Quote the words that name the unit too, if the text has them."
        yield Fault("unit", "the quote does not name the unit beside the number", found.words, said, remedy, warns=True)
    rate = per or measure.rate
    if found.unit in ("", measure.noun) and found.rate != rate:
        yield _other_rate(unit, found, rate, per, measures)


def _other_rate(unit: str, found: Reading, rate: str, per: Per | None, measures: Measures) -> Fault:
    if found.rate:
        seen, expected = f"a {measures.name(found.rate)}", f"a {measures.name(rate)}" if rate else "no rate"
        if found.rate in get_args(Per) and (per or not rate):
            what, remedy = "the text counts at a rate that the claim does not have", f'Write per = "{found.rate}".'
            return Fault("per", what, seen, expected, remedy)
        remedy = f'Add a unit to case.toml that says it (one = "… a {measures.name(found.rate)}") and name it here.'
        return Fault("unit", "the text counts at a rate that the unit does not have", seen, expected, remedy)
    what = f"no words of the quote say “a {measures.name(rate)}”"
    if per:
        remedy = "Quote the words that say for each what, or leave per out."
        return Fault("per", what, found.words, f"a {measures.name(rate)}", remedy)
    what, remedy = (
        f"{what}, which is part of the unit {unit}",
        "Quote the words that say for each what, or name a unit without it.",
    )
    return Fault("unit", what, found.words, f"a {measures.name(rate)}", remedy)
