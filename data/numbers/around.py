"""What stands around a number in a folded text: operator, unit, rate, negation."""

import re
from functools import lru_cache
from typing import NamedTuple

from data.numbers.lexicon import Lexicon
from data.numbers.numerals import Numeral
from data.numbers.passing import (
    aside_behind,
    before_commas,
    denied_behind,
    denied_earlier,
    operators_apart,
    without_aside,
)
from data.numbers.rates import CLAUSE_END, WINDOW, rate_around
from data.numbers.units import MULTIPLE, TIMES, UnitAt, UnitWords

# He denied, that: where the grammar asks for a comma the denial goes on.
COMMA_OF_A_CLAUSE = re.compile(r",(?= (?:что|чтобы|будто|що|щоб|ніби|dass|daß|ob|que)\b)")
SIGNS = {">": ">", "≥": ">=", "⩾": ">=", "<": "<", "≤": "<=", "⩽": "<=", "~": "~", "≈": "~", "∼": "~", "±": "~"}
# These deny a number only where they stand before it or before what is counted.
TAKES_AWAY = frozenset(
    ("no", "without", "ohne", "kein", "keine", "keinen", "keiner", "keinem", "sans", "aucun", "aucune", "sin", "ningún",
     "ninguna", "без", "دون", "بدون", "없이", "없는")
)  # fmt: skip
CURRENCIES = ("us$", "u.s.$", "$", "€", "usd", "eur", "百分之")  # units that stand before their number
WORDS_TO_A_UNIT = 4
NOTHING: frozenset[str] = frozenset()


class Around(NamedTuple):
    """What was found around a number; `following` is the first word behind it that no unit is known for."""

    operators: frozenset[str]
    operator_start: int
    unit: str
    unit_end: int
    rate: str
    negation: str
    following: str


def around(number: Numeral, text: str, begins: int, ends: int, lexicon: Lexicon, units: UnitWords) -> Around:
    """What stands around a number, between the end of the one before (`begins`) and the start of the next (`ends`)."""
    unit, following = unit_behind(number, text, ends, lexicon, units)
    before, start = operators_before(text, max(begins, number.start - WINDOW), number.start, lexicon)
    behind = unit.end if unit and unit.end > number.end else number.end
    operators = number.operators | before | operators_behind(number, text, behind, lexicon)
    clause = text[max(begins, start - WINDOW) : start]
    negation = negated(clause, text[behind : min(ends, behind + WINDOW)], lexicon, units)
    wide = text[max(0, start - WINDOW) : start]
    if (operators <= {">", ">="} and denied_earlier(wide, text[start : number.start])) or (
        ">" in operators and denied_behind(clause, text[behind : behind + WINDOW])
    ):
        operators, negation = frozenset(("<=",)), ""  # shall not, in any year, exceed
    beside = text[start : number.start] if start < number.start else ""
    rate = (unit.rate if unit else "") or rate_around(clause, beside, text, behind, ends, lexicon, units)
    return Around(operators, start, unit.noun if unit else "", behind, rate, negation, following)


def unit_behind(number: Numeral, text: str, ends: int, lexicon: Lexicon, units: UnitWords) -> tuple[UnitAt | None, str]:
    """The unit that a number counts, or the first word behind it that is none; nothing where the clause ends."""
    if number.unit:
        return number.unit, ""
    if currency := next((one for one in CURRENCIES if text[: number.start].rstrip().endswith(one)), ""):
        return UnitAt(units.noun_of(currency), number.end), ""
    place, first = _past_phrase(text, _past_signs(text, number.end, lexicon), lexicon), ""
    limit = min([ends, *(found.start() for found in [CLAUSE_END.search(text, number.end)] if found)])
    for _ in range(WORDS_TO_A_UNIT):
        place = _past_of(text, place, lexicon)
        if first and text.startswith(", ", place) and (unit := _past_comma(text, place + 2, ends, lexicon, units)):
            return unit, ""
        if place >= limit and not text.startswith("%", place):
            break
        if unit := units.at(text, place):
            return _last_of_chain(unit, text, limit, units), ""
        word = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*").match(text, place)
        if word is None or word.group() in lexicon.words.get("no_noun", ()):
            break
        first = first or word.group()
        place = word.end()
        if _is_unspaced(word.group()[0]):
            break
    return None, first


def _past_comma(text: str, place: int, ends: int, lexicon: Lexicon, units: UnitWords) -> UnitAt | None:
    """The unit behind a second adjective: 12 rusting, ageing barges."""
    word = re.compile(r"([^\W\d_]+) ").match(text, place, ends)
    if word is None or word.group(1) in lexicon.words.get("no_noun", ()) or units.at(text, place):
        return None
    return None if word.group(1) in lexicon.words.get("vague", ()) else units.at(text, word.end())


def _last_of_chain(unit: UnitAt, text: str, limit: int, units: UnitWords) -> UnitAt:
    """What is counted where two words of units stand side by side: trips, in barge trips."""
    if (
        unit.noun not in (*TIMES, MULTIPLE)
        and text[unit.end : unit.end + 1] == " "
        and unit.end + 1 < limit
        and text[unit.end - 1 : unit.end].isalpha()
    ):
        following = units.at(text, unit.end + 1)
        if following and following.noun not in TIMES and text[unit.end + 1].isalpha():
            return _last_of_chain(following, text, limit, units)
    return unit


def _is_unspaced(char: str) -> bool:
    return "\u3041" <= char <= "\u9fff"


def _past_signs(text: str, place: int, lexicon: Lexicon) -> int:
    """Past a plus, an ordinal ending, and the signs that stand between a number and what it counts: 余, 여, -odd."""
    if ordinal := re.compile(r"\+|(?:st|nd|rd|th)\b").match(text, place):
        place = ordinal.end()
    for sign in sorted(lexicon.phrases.get("inside", ()), key=len, reverse=True):
        spaced = place + (text[place : place + 1] == " ")
        if text.startswith(sign, spaced):
            return spaced + len(sign)
    return place


def _past_phrase(text: str, place: int, lexicon: Lexicon) -> int:
    """Past an operator between a number and what it counts: 40 or more trips."""
    start = place + (text[place : place + 1] == " ")
    fitting = [one for one in lexicon.phrases.get("after", ()) if text.startswith(one + " ", start)]
    return start + len(max(fitting, key=len)) if fitting else place


def _past_of(text: str, place: int, lexicon: Lexicon) -> int:
    """Past spaces, a hyphen and the words that may stand between a number and its unit: of, de, d'."""
    links = lexicon.words.get("of", ())
    while True:
        while text[place : place + 1] in (" ", "-", "~") and place < len(text):
            place += 1
        word = re.compile(r"[^\W\d_]+'?").match(text, place)
        linked = word is not None and (word.group() in links or word.group().rstrip("'") in links)
        if word is None or not linked:
            return place
        place = word.end()


def operators_before(text: str, begins: int, end: int, lexicon: Lexicon) -> tuple[frozenset[str], int]:
    """The operators that the words before a number give, and where those words begin."""
    found, apart = operators_apart(text, begins, end, lexicon)
    if found:
        return found, apart
    place = _without_articles(text, begins, end, lexicon)
    aside = without_aside(text[begins:place], lexicon)
    if aside is not None and _longest(aside, lexicon):  # 不得超过每年50万桶
        place = begins + len(aside)
    elif (verb := before_commas(text, place)) and (phrase := _longest(text[:verb], lexicon)):
        return _operators_of(phrase, lexicon), verb - len(phrase)  # shall not exceed, in any year, 500
    while True:
        left = text[begins:place]
        phrase = _longest(left, lexicon)
        if not phrase:
            break
        found |= _operators_of(phrase, lexicon)
        place = _without_articles(text, begins, begins + len(left) - len(phrase), lexicon)
    if not found and (_behind_a_limit(text[begins:end], lexicon) or _behind_a_limit(text[begins:place], lexicon)):
        return frozenset(("<=", "=")), place
    return found, place if found else end


def _without_articles(text: str, begins: int, end: int, lexicon: Lexicon) -> int:
    """Back over spaces, currencies, articles and opening marks before a number."""
    articles = (*lexicon.words.get("one", ()), *lexicon.words.get("of", ()))
    while True:
        left = text[begins:end].rstrip(" #“\"'«")
        cut = next((one for one in CURRENCIES if left.endswith(one)), "")
        if not cut and (last := re.search(r"[^\W\d_]+$", left)) and last.group() in articles:
            cut = last.group() if not _longest(left, lexicon) else ""
        if not cut:
            return begins + len(left)
        end = begins + len(left) - len(cut)


def _longest(left: str, lexicon: Lexicon) -> str:
    if left[-1:] in SIGNS:
        return left[-1]
    for phrase in lexicon.before_by_end.get(left[-1:], ()):  # the longest first
        if left.endswith(phrase) and _begins_a_word(phrase, left, lexicon):
            return phrase
    return ""


def _begins_a_word(phrase: str, left: str, lexicon: Lexicon) -> bool:
    before = left[len(left) - len(phrase) - 1 : len(left) - len(phrase)]
    return phrase in lexicon.attached or not phrase[0].isalpha() or not before.isalpha()


def _operators_of(phrase: str, lexicon: Lexicon) -> frozenset[str]:
    return lexicon.phrases["before"].get(phrase) or frozenset((SIGNS[phrase],))


def _behind_a_limit(left: str, lexicon: Lexicon) -> bool:
    """capping the imports at: the word of a limit in the clause, and a word that joins it to the number."""
    clause = CLAUSE_END.split(left)[-1].split()
    joined = bool(clause) and clause[-1] in lexicon.words.get("limits.joins", ())
    return joined and not lexicon.words.get("limits.words", set()).isdisjoint(clause)


def operators_behind(number: Numeral, text: str, behind: int, lexicon: Lexicon) -> frozenset[str]:
    """The operators that the words behind a number, or behind its unit, give; those between them too (40여 차례)."""
    found = NOTHING
    if text.startswith("+", number.end):
        found |= {">", ">="}
    for phrase, operators in lexicon.phrases.get("inside", {}).items():
        for place in (number.end, number.end + 1) if text[number.end : number.end + 1] == " " else (number.end,):
            if text.startswith(phrase, place) or _stands_within(phrase, text[number.start : number.end], lexicon):
                found |= operators
                break
    if (cut := aside_behind(text, behind, lexicon)) is not None:  # 50만 배럴을 매년 넘지 않는다
        text = text[:behind] + cut
    for place in {number.end, behind}:
        start = place + len(text[place:]) - len(text[place:].lstrip(" ,"))
        fitting = [
            phrase
            for phrase in lexicon.phrases.get("after", ())
            if text.startswith(phrase, start)
            and _ends_a_word(phrase, text, start + len(phrase))
            and not _begins_another(phrase, text, start + len(phrase), lexicon)
        ]
        if fitting:
            found |= lexicon.phrases["after"][max(fitting, key=len)]
    return found


def _stands_within(sign: str, number: str, lexicon: Lexicon) -> bool:
    """True if a sign stands behind a figure of the number (50余万), not in a word that holds it (여덟)."""
    place = number.find(sign, 1)
    return place > 0 and (number[place - 1].isdigit() or number[place - 1] in lexicon.characters)


def _begins_another(phrase: str, text: str, end: int, lexicon: Lexicon) -> bool:
    """True if the last word of a phrase begins one that belongs to the next number: 31 barges and more than 26,000."""
    place = end - len(phrase.rsplit(" ", 1)[-1])
    longer = end - place
    return any(len(other) > longer and text.startswith(other, place) for other in lexicon.phrases.get("before", ()))


def _ends_a_word(phrase: str, text: str, end: int) -> bool:
    return "\u3041" <= phrase[-1] <= "\ud7a3" or not text[end : end + 1].isalpha()


def _denies(found: re.Match[str], left: str, lexicon: Lexicon, units: UnitWords) -> bool:
    """True unless the word only takes something else away: with no transponder, without insurance."""
    word, rest = found.group(), _past_of(left, found.end(), lexicon)
    verbal = word == "no" and not lexicon.english  # no entregó
    return word not in TAKES_AWAY or verbal or rest >= len(left.rstrip()) or units.at(left, rest) is not None


def negated(before: str, after: str, lexicon: Lexicon, units: UnitWords) -> str:
    """The word that negates a number in its clause, before it and its operator or behind it; empty if none does."""
    left = CLAUSE_END.split(COMMA_OF_A_CLAUSE.sub(" ", before))[-1]
    right = CLAUSE_END.split(after)[0]
    for phrase in sorted(lexicon.words.get("negation.not_these", ()), key=len, reverse=True):
        left, right = left.replace(phrase, " "), right.replace(phrase, " ")
    every = any_of(_frozen(lexicon, "negation.words"), frozenset(lexicon.attached)).finditer(left)
    found = next((one for one in every if _denies(one, left, lexicon, units)), None)
    found = found or any_of(_frozen(lexicon, "negation.after"), frozenset(lexicon.attached)).search(right)
    return found.group().strip() if found else ""


def _frozen(lexicon: Lexicon, key: str) -> frozenset[str]:
    return frozenset(lexicon.words.get(key, ()))


@lru_cache(maxsize=256)
def any_of(words: frozenset[str], attached: frozenset[str]) -> re.Pattern[str]:
    """Any of these words, whole words but for those of scripts whose particles are attached; and English n't."""
    whole = sorted((re.escape(word) for word in words - attached), key=len, reverse=True)
    joined = words & attached
    anywhere = sorted((re.escape(word) for word in joined if not _is_arabic(word)), key=len, reverse=True)
    arabic = sorted((re.escape(word) for word in joined if _is_arabic(word)), key=len, reverse=True)
    parts = [rf"\b(?:{'|'.join(whole)})\b"] if whole else []
    parts += [rf"\b[وف]?(?:{'|'.join(arabic)})\b"] if arabic else []
    return re.compile("|".join([*parts, *anywhere, r"\b\w+n't\b"]))


def _is_arabic(word: str) -> bool:
    return "\u0600" <= word[0] <= "\u06ff"
