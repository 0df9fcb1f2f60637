"""Numbers side by side -> single numbers and ranges: between 40 and 50, 1 to 2 million, 4万至5万桶."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from data.numbers.around import CURRENCIES, NOTHING, Around, around, operators_before, unit_behind
from data.numbers.lexicon import Lexicon
from data.numbers.numerals import Numeral
from data.numbers.ordinals import ordinal_span
from data.numbers.units import UnitWords

CHANGED = re.compile(
    r"\b(?:rose|risen|rises?|rising|grew|grown|grows?|growing|increas\w+|fell|fallen|falls?|falling|dropp\w+|drops?|decreas\w+"
    r"|declin\w+|jump\w+|climb\w+|went|raised|cut|passant|passés?|passées?|вырос\w*|рост\w*|упал\w*|увелич\w+|сниз\w+"
    r"|сократ\w+|зріс\w*|зрос\w+|змен\w+|stieg\w*|gestiegen|sank\w*|gesunken|fiel\w*|aument\w+|baj\w+|cay\w+|subi\w+)\b"
    r"[^.;]*$"
)
CHANGED_BEHIND = re.compile(r"^[^.]{0,6}(?:으로|로|に|まで)?\s?(?:늘|줄|증가|감소|増|減)|^[^。]{0,4}(?:增|减)")


class Stretch(NamedTuple):
    """One number or range of a folded text, with what stands around it."""

    start: int
    end: int
    low: float
    high: float
    around: Around
    others: tuple[float, ...]
    spelled: bool
    ordinal: bool = False


def stretches(numerals: list[Numeral], text: str, lexicon: Lexicon, units: UnitWords) -> Iterator[Stretch]:
    """Each number once, in order: by itself, or with the one behind it as a range."""
    numerals = _with_shared_scale([_signed(number, text) for number in numerals], text, lexicon, units)
    begins, place = 0, 0
    while place < len(numerals):
        number = numerals[place]
        following = numerals[place + 1] if place + 1 < len(numerals) else None
        paired = following and _as_range(number, following, text, begins, lexicon, units)
        taken = 2 if paired else 1
        low, high = paired or (number, number)
        ends = numerals[place + taken].start if place + taken < len(numerals) else len(text)
        found = around(high, text, begins if not paired else low.start, ends, lexicon, units)
        if paired:
            before = around(low, text, begins, low.end, lexicon, units)
            found = found._replace(operators=frozenset(("range",)), negation=before.negation or found.negation,
                                   rate=found.rate or before.rate, unit=found.unit or before.unit)  # fmt: skip
        elif number.upto is not None:
            found = found._replace(operators=frozenset(("range",)))
        others, most = () if paired else number.others, high.value if high.upto is None else high.upto
        spelled, span = low.spelled and high.spelled, ordinal_span(low.start, high.end, found.unit_end, text, lexicon)
        start, end = span or (low.start, high.end)
        if span:
            found = Around(NOTHING, found.operator_start, "", found.unit_end, "", found.negation, "")
        yield Stretch(start, end, low.value, most, found, others, spelled, span is not None)
        begins, place = _where_the_next_begins(high.end, found.unit_end, text, lexicon), place + taken


def _with_shared_scale(numerals: list[Numeral], text: str, lexicon: Lexicon, units: UnitWords) -> list[Numeral]:
    """Numbers with the scale that a falling pair shares: fell from 2 to 1.5 million."""
    for place in range(len(numerals) - 1):
        low, high = numerals[place], numerals[place + 1]
        shared = low.value * high.scale
        falling = low.scale == 1.0 < high.scale and high.value <= shared <= 10 * high.value and low.unit is None
        if falling and _joined(low, high, text, 0, lexicon, units):
            numerals[place] = replace(low, value=shared, scale=high.scale)
    return numerals


def _where_the_next_begins(end: int, unit_end: int, text: str, lexicon: Lexicon) -> int:
    """Behind the unit, so that 3年間 is no rate of what follows; before it where a word makes it one: 1日あたり."""
    per = tuple(lexicon.words.get("per.words", ()))
    return end if per and text.startswith(per, unit_end) else max(end, unit_end)


def _as_range(
    low: Numeral, high: Numeral, text: str, begins: int, lexicon: Lexicon, units: UnitWords
) -> tuple[Numeral, Numeral] | None:
    """The two ends of a range, with the scale that they share; None if the two numbers are none."""
    if not _joined(low, high, text, begins, lexicon, units) or _count_apart(low, high, text, lexicon, units):
        return None
    if _of_a_change(low, high, text):
        return None
    shared = replace(low, value=low.value * high.scale)
    if low.scale == 1.0 and high.scale > 1.0 and low.unit is None and shared.value < high.value:
        low = shared
    return (low, high) if low.value < high.value else None


def _count_apart(low: Numeral, high: Numeral, text: str, lexicon: Lexicon, units: UnitWords) -> bool:
    """True if two numbers count different things: 20% to 45,000 barrels."""
    first, _ = unit_behind(low, text, high.start, lexicon, units)
    if first is None or not low.end < first.end <= high.start:
        return False
    second, _ = unit_behind(high, text, len(text), lexicon, units)
    return second is not None and second.noun != first.noun


def _of_a_change(low: Numeral, high: Numeral, text: str) -> bool:
    """True if one number became the other: grew from 12 to 43, 12척에서 43척으로 늘었다."""
    before, behind = text[max(0, low.start - 40) : low.start], text[high.end : high.end + 16]
    return CHANGED.search(before) is not None or CHANGED_BEHIND.search(behind) is not None


def _joined(low: Numeral, high: Numeral, text: str, begins: int, lexicon: Lexicon, units: UnitWords) -> bool:
    unit, _ = unit_behind(low, text, high.start, lexicon, units)
    end = unit.end if unit and low.end < unit.end <= high.start else low.end
    # 최소 5만2천 톤에서 많게는 7만 톤: an operator before the second number is that of its end of the range.
    _, start = operators_before(text, end, high.start, lexicon)
    whole = text[end : high.start].strip(" ")
    # до is "up to" by itself, and "to" between two numbers.
    joint = whole if whole in ("∼", *lexicon.words.get("range.to", ())) else text[end:start].strip(" ")
    joint = next((joint[: -len(sign)].strip() for sign in CURRENCIES if joint.endswith(sign)), joint)
    if joint in ("-", "~", "〜", "～", "∼") or joint in lexicon.words.get("range.to", ()):
        return not (joint == "-" and text[low.end : low.end + 1] == " " and text[high.start - 1] == "-")
    if joint == "、" and low.value in range(1, 10) and high.value // high.scale == low.value + 1:  # 二、三十隻
        return unit is None or unit.end <= low.end
    if joint not in lexicon.words.get("range.and", ()):
        return False
    opened = re.search(r"([^\W\d_]+)\W*$", text[begins : operators_before(text, begins, low.start, lexicon)[1]])
    return opened is not None and _ends_with(opened.group(1), lexicon.words.get("range.between", set()))


def _ends_with(word: str, openers: set[str]) -> bool:
    return word in openers or any(word.endswith(opener) for opener in openers if not opener.isascii())


def _signed(number: Numeral, text: str) -> Numeral:
    """A number with the minus sign that touches it, if that is one and no dash between words or numbers."""
    before = text[: number.start]
    if before.endswith("-") and (len(before) == 1 or before[-2] in " (“\"'«") and text[number.start].isdigit():
        return replace(number, value=-number.value, start=number.start - 1)
    return number
