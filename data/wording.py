"""What a curator's sentence may say: its quoted words and its numbers must come from the claims it names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from data.evidence import Claim
from data.lookalikes import LOOKALIKES

QUOTED = re.compile(r"“([^“”]*)”|\"([^\"]*)\"")
CLAIM_ID = re.compile(r"\b[A-Z]{1,4}\d{2,6}\b")
RECORD_ID = re.compile(r"\[(?=[^\]]*[a-z])[a-z0-9]+(?:-[a-z0-9]+)+\]")
DIGITS = re.compile(r"(?<![\w.])\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\w.])\d+(?:\.\d+)?")
NUMBER_WORD = re.compile(r"[a-z]+", re.IGNORECASE)

UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | {"dozen": 12}
TENS = {
    word: (value + 2) * 10 for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())
}
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "millions": 1e6, "billion": 1e9, "billions": 1e9, "trillion": 1e12,
}  # fmt: skip


@dataclass(frozen=True)
class Unproven:
    """Words or a number in a sentence that none of its claims says."""

    what: str
    seen: str


def numbers_in(text: str) -> set[float]:
    """All numbers that a text gives, in digits or in English words: "over one million" gives 1,000,000.

    "1.5 million" gives both 1.5 and 1,500,000; words of a compound number count together.
    """
    found: set[float] = set()
    for match in DIGITS.finditer(text):
        number = float(match.group().replace(",", ""))
        found.add(number)
        following = NUMBER_WORD.match(text, _past_space(text, match.end()))
        if following and following.group().lower() in SCALES:
            found.add(number * SCALES[following.group().lower()])
    return found | _numbers_in_words(text)


def unproven(sentence: str, claims: Iterable[Claim], also: Iterable[str] = ()) -> list[Unproven]:
    """The quoted words and numbers of a sentence that stand in no quote of its claims.

    `also` are further texts whose numbers may be repeated, such as the row's own dates.
    """
    claims = tuple(claims)
    quotes = [claim.quote.translate(LOOKALIKES) for claim in claims]
    missing = []
    for quoted in (curly or straight for curly, straight in QUOTED.findall(sentence)):
        parts = [part.strip(" ,.") for part in quoted.translate(LOOKALIKES).split("…")]
        if not any(_in_order(parts, quote) for quote in quotes):
            missing.append(Unproven("these words stand in no quote of its claims", f"“{quoted}”"))
    allowed: set[float] = set()
    for text in (*(claim.quote for claim in claims), *also):
        allowed |= numbers_in(text.replace("-", " ").replace("/", " "))
    for claim in claims:
        allowed |= {number for number in (claim.value, claim.low, claim.high) if number is not None}
    own = QUOTED.sub(" ", RECORD_ID.sub(" ", CLAIM_ID.sub(" ", sentence)))
    if lone := re.search(r"[“”„\"].*", own, re.DOTALL):
        missing.append(Unproven("a quotation mark stands here without its partner", lone.group()))
    digits = (match.group() for match in DIGITS.finditer(own))
    strange = [number for number in digits if float(number.replace(",", "")) not in allowed]
    return missing + [Unproven("this number is neither a value nor in a quote of its claims", one) for one in strange]


def value_is_in_quote(claim: Claim) -> bool:
    """True if the claim's number stands in its quote, or the words that give it do."""
    if claim.value_words:
        return claim.value_words in claim.quote
    given = [number for number in (claim.value, claim.low, claim.high) if number is not None]
    return not given or numbers_in(claim.quote).issuperset(given)


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


def _numbers_in_words(text: str) -> set[float]:
    found: set[float] = set()
    total, current, open_number, last_end = 0.0, 0.0, False, 0
    for match in NUMBER_WORD.finditer(text):
        word = match.group().lower()
        adjoining = open_number and text[last_end : match.start()] in (" ", "-")
        if open_number and not adjoining:
            found.add(total + current)
            total, current, open_number = 0.0, 0.0, False
        if word in UNITS or word in TENS:
            current += UNITS.get(word, TENS.get(word, 0))
            open_number = True
        elif word in SCALES and open_number:
            if word == "hundred":
                current *= SCALES[word]
            else:
                total, current = total + current * SCALES[word], 0.0
        elif not (word == "and" and open_number and text[match.end() : match.end() + 1] == " "):
            if open_number:
                found.add(total + current)
            total, current, open_number = 0.0, 0.0, False
        last_end = match.end()
    return found | {total + current} if open_number else found


def _past_space(text: str, place: int) -> int:
    return place + 1 if text[place : place + 1] in (" ", "\u00a0", "-") else place
