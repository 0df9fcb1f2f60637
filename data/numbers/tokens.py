"""A folded text -> the pieces a number can be made of, in order: digits, number words, scale words, halves, marks."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from data.numbers.lexicon import Entry, Lexicon
from data.numbers.units import UnitAt, UnitWords

TOKEN = re.compile(
    r"(?P<power>\d+(?:[.,]\d+)?\s?[x×*·]\s?10(?:\^?\d{1,2}|[⁰¹²³⁴-⁹]{1,2}))"
    r"|(?P<ratio>(?<![\d/.,])\d{1,3}/\d{1,3}(?![\d/.,]))"
    r"|(?P<digits>\d+(?:(?:[.,'٬٫_]|\ (?=\d{3}(?!\d)))\d+)*)"
    r"|(?P<fraction>[¼½¾⅐-⅞])"
    r"|(?P<signs>[\uac00-\ud7a3]+|[\u3400-\u4dbf\u4e00-\u9fff〇々]+)"
    r"|(?P<word>[^\W\d_\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]+"
    r"(?:'[^\W\d_\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]+)*)",
    re.VERBOSE,
)
POWERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# A word of these may stand in front of another without a space.
PROCLITICS = re.compile("^([وف]?)((?:[بلك]|لل)?(?:ال)?)(?=.)")
TEN = 10.0
PAIRS = frozenset(((3.0, 5.0), *((float(one), one + 1.0) for one in range(1, 9))))  # three or five, seven or eight
CALENDAR = ("year", "month")  # 三四月 is March and April


class Piece(NamedTuple):
    """A part of a number and where it stands in the folded text; `others` are what else the same digits may mean.

    `upto` is the greater value of a piece that gives two: 三四, 서너.
    """

    kind: str
    value: float
    start: int
    end: int
    others: tuple[float, ...] = ()
    operators: frozenset[str] = frozenset()
    upto: float = 0.0


def pieces(text: str, lexicon: Lexicon, units: UnitWords) -> Iterator[Piece]:
    """Everything in a folded text that may be a part of a number, in the order of the text."""
    plain = text.replace("-", " ")
    done = 0
    for match in TOKEN.finditer(text):
        if match.start() < done:
            continue
        for piece in _of_token(match, text, plain, lexicon, units):
            yield piece
            done = piece.end


def _of_token(match: re.Match[str], text: str, plain: str, lexicon: Lexicon, units: UnitWords) -> Iterator[Piece]:
    word, start, end = match.group(), match.start(), match.end()
    match match.lastgroup:
        case "digits":
            yield from _digits(word, start, end, text, lexicon)
        case "word":
            yield from _of_word(word, start, text, plain, lexicon)
        case "signs":
            yield from _of_signs(word, start, text, lexicon, units)
        case "fraction":
            yield Piece("half", unicodedata.numeric(word), start, end)
        case "ratio":
            above, below = word.split("/")
            yield Piece("ratio", int(above) / int(below) if int(below) else 0.0, start, end)
        case "power":
            yield _power(word, start, end, lexicon)


def _power(word: str, start: int, end: int, lexicon: Lexicon) -> Piece:
    mantissa, exponent = re.split(r"\s?[x×*·]\s?10\^?", word, maxsplit=1)
    value, _ = value_of(mantissa, lexicon)
    return Piece("digits", (value or 0.0) * 10.0 ** int(exponent.translate(POWERS)), start, end)


def _digits(word: str, start: int, end: int, text: str, lexicon: Lexicon) -> Iterator[Piece]:
    value, others = value_of(word, lexicon)
    if value is not None and text[start - 1 : start] == "." and word.isdigit() and text[max(0, start - 2)] in " .(":
        yield Piece("digits", value / 10 ** len(word), start - 1, end)  # .5 million
        return
    if value is not None:
        yield Piece("digits", value, start, end, others)
        return
    # Neither one number nor grouped as one: each run of digits stands for itself, as in a date.
    for part in re.finditer(r"\d+", word):
        yield Piece("digits", _number(part.group()), start + part.start(), start + part.end())


def value_of(word: str, lexicon: Lexicon) -> tuple[float | None, tuple[float, ...]]:
    """What digits with separators mean, and what else they may; None if they are no one number.

    The language's own marks decide "1.200"; several groups of three, or of two and then three as in India, are groups
    in every language.
    """
    marks = re.sub(r"\d", "", word)
    groups = re.split(r"\D", word)
    if not marks:
        return _number(word), ()
    if "٫" in marks:
        return (_decimal(groups, 1), ()) if marks.endswith("٫") and marks.count("٫") == 1 else (None, ())
    kinds = set(marks)
    if kinds <= set(" '_٬"):
        return (_number("".join(groups)), ()) if _are_groups(groups) else (None, ())
    last = marks[-1]
    if len(kinds) > 1:
        grouped = len(set(marks[:-1])) == 1 and last in ".," and last not in marks[:-1] and _are_groups(groups[:-1])
        return (_decimal(groups, 1), ()) if grouped else (None, ())
    if len(marks) > 1:
        return (_number("".join(groups)), ()) if _are_groups(groups) else (None, ())
    whole, decimal = _number("".join(groups)), _decimal(groups, 1)
    if not _are_groups(groups) or groups[0] == "0":
        return decimal, ()
    if last == lexicon.decimal:
        return decimal, (whole,)
    return whole, (() if last == lexicon.group else (decimal,))


def _are_groups(groups: list[str]) -> bool:
    if len(groups) == 1:
        return True
    inner = [len(group) for group in groups[1:]]
    western = 1 <= len(groups[0]) <= 3 and all(length == 3 for length in inner)
    indian = 1 <= len(groups[0]) <= 2 and inner[-1] == 3 and all(length == 2 for length in inner[:-1])
    return western or indian


def _number(digits: str) -> float:
    return float(digits[:300])  # longer ones are no amount of anything


def _decimal(groups: list[str], places: int) -> float:
    return float(f"{''.join(groups[:-places])[:300]}.{groups[-1][:300]}")


def _of_word(word: str, start: int, text: str, plain: str, lexicon: Lexicon) -> Iterator[Piece]:
    if entry := _phrase_at(word, start, plain, lexicon):
        yield Piece(entry.kind, entry.value, start, start + len(entry.words), (), entry.operators)
        return
    if "'" in word:  # d.une tonne
        tail = word.rpartition("'")[2]
        yield from _of_word(tail, start + len(word) - len(tail), text, plain, lexicon)
    elif "\u0600" <= word[0] <= "\u06ff":
        yield from _behind_proclitics(word, start, plain, lexicon)
    elif lexicon.compounds and (parts := _compound(word, lexicon)):
        yield from _placed(parts, start)


def _phrase_at(word: str, start: int, plain: str, lexicon: Lexicon) -> Entry | None:
    for entry in lexicon.entries.get(word, ()):  # the longest first
        end = start + len(entry.words)
        if plain.startswith(entry.words, start) and not plain[end : end + 1].isalpha():
            return entry
    return None


def _behind_proclitics(word: str, start: int, plain: str, lexicon: Lexicon) -> Iterator[Piece]:
    attached = PROCLITICS.match(word)
    if attached is None or not attached.end():
        return
    conjunction, end = len(attached.group(1)), attached.end()
    for cut in dict.fromkeys((conjunction, end)):
        if cut and (entry := _phrase_at(word[cut:], start + cut, plain, lexicon)):
            if conjunction:
                yield Piece("and", 0.0, start, start + conjunction)
            yield Piece(entry.kind, entry.value, start + cut, start + cut + len(entry.words), (), entry.operators)
            return


def _compound(word: str, lexicon: Lexicon) -> list[Entry]:
    """The parts of a number that is written in one word, if all of it is one: dreihundertfünfundzwanzig."""
    if not word:
        return []
    for length in range(min(len(word), 16), 1, -1):
        part = word[:length]
        if part in lexicon.compounds:
            rest = _compound(word[length:], lexicon) if length < len(word) else []
            if rest or length == len(word):
                return [*lexicon.entries[part][-1:], *rest]
    return []


def _placed(entries: list[Entry], start: int) -> Iterator[Piece]:
    for entry in entries:
        end = start + len(entry.words)
        yield Piece(entry.kind, entry.value, start, end)
        start = end


def _of_signs(run: str, start: int, text: str, lexicon: Lexicon, units: UnitWords) -> Iterator[Piece]:
    """The numbers in a run of Han signs or Hangul syllables, which stand without spaces among other words."""
    place = 0
    while place < len(run):
        length = _length_of_signs(run, place, lexicon)
        if not length:
            place += 1
            continue
        found = [lexicon.characters[sign] for sign in run[place : place + length]]
        if _is_number(found, start + place, text, lexicon, units):
            behind = start + place + length
            unit = units.at(text, behind + text.startswith(" ", behind))
            yield from _positional(found, start + place, unit, lexicon)
        place += length
    if "\uac00" <= run[0] <= "\ud7a3":
        yield from _native(run, start, text, lexicon, units)


def _length_of_signs(run: str, place: int, lexicon: Lexicon) -> int:
    end = place
    while end < len(run) and run[end] in lexicon.characters:
        end += 1
    return end - place


def _is_number(found: list[Entry], start: int, text: str, lexicon: Lexicon, units: UnitWords) -> bool:
    """True if a run of number signs is meant as one: 百万桶 is, the 一 of 统一 and the 조 of 조선 are not."""
    end = start + len(found)
    if re.search(r"\d[余餘多여]?\s?$", text[max(0, start - 3) : start]):
        return found[0].kind == "multiply"
    counted = units.at(text, end + len(text[end : end + 1]) - len(text[end : end + 1].lstrip())) is not None
    counted = counted or any(text.startswith(sign, end) for sign in lexicon.phrases.get("inside", ()))
    listed = lexicon.characters.get(text[end + 1 : end + 2]) if text.startswith("、", end) else None
    counted = counted or (listed is not None and len(found) == 1 and listed.value == found[0].value + 1)  # 二、三十隻
    hangul = "\uac00" <= text[start] <= "\ud7a3"
    if text[start:end] == "이" and text[end : end + 1] == " ":
        return False  # this ship
    if text[start - 1 : start] == "第":
        return True
    if hangul and re.search("[십백천만억]여$", text[max(0, start - 2) : start]):
        return found[0].kind == "multiply"  # 십여만
    if hangul and "\uac00" <= text[start - 1 : start] <= "\ud7a3" and not _behind_operator(text, start, lexicon):
        return False
    if hangul and len(found) == 1 and found[0].kind == "multiply" and _goes_on(text, end, lexicon):
        return True
    several = len(found) > 1 and any(entry.kind == "multiply" for entry in found)
    closed = end >= len(text) or not text[end].isalnum()
    closed = closed or text.startswith(tuple(lexicon.words.get("range.to", ())), end)
    sure = several and not hangul and (found[0].kind == "add" or found[0].value == 10)
    return counted or sure or (several and closed)


def _goes_on(text: str, end: int, lexicon: Lexicon) -> bool:
    """True if a space and more of the same number follow: 만 육천오백."""
    word = re.compile(" ([\uac00-\ud7a3]{2,})").match(text, end)
    return word is not None and all(sign in lexicon.characters for sign in word.group(1))


def _behind_operator(text: str, start: int, lexicon: Lexicon) -> bool:
    return text[:start].endswith(tuple(lexicon.phrases.get("before", ("",))))


def _positional(found: list[Entry], start: int, unit: UnitAt | None, lexicon: Lexicon) -> Iterator[Piece]:
    counted = unit is not None and unit.noun not in CALENDAR
    if few := next((place for place in range(1, len(found)) if _gives_two(found, place, counted, lexicon)), 0):
        pair = found[few].kind == "add"  # 三四十艘; otherwise 十几万桶
        begun, value, upto = (few - 1, found[few - 1].value, found[few].value) if pair else (few, 0.0, TEN)
        yield from _placed(found[:begun], start)
        yield Piece("add", value, start + begun, start + few + 1, upto=upto)
        yield from _placed(found[few + 1 :], start + few + 1)
    elif len(found) > 1 and all(entry.kind == "add" for entry in found):  # 二〇二四
        digits = "".join(str(int(entry.value)) for entry in found)
        yield Piece("digits", float(digits), start, start + len(found))
    else:
        yield from _placed(found, start)


def _gives_two(found: list[Entry], place: int, counted: bool, lexicon: Lexicon) -> bool:
    """True if a figure gives two numbers with the one before it: the 四 of 三四十, the 几 of 十几."""
    before, entry, closes = found[place - 1], found[place], place + 1 == len(found)
    if entry.kind == "vague":
        return before.kind == "multiply" and entry.words in lexicon.words.get("few", ())
    scaled = counted if closes else found[place + 1].kind == "multiply"
    side_by_side = before.kind == entry.kind == "add" and (before.value, entry.value) in PAIRS
    alone = place < 2 or found[place - 2].kind == "multiply"
    return side_by_side and alone and scaled


def _native(run: str, start: int, text: str, lexicon: Lexicon, units: UnitWords) -> Iterator[Piece]:
    """Hangul's own numbers, tens and ones of one word, before what they count: 마흔세 차례; two of them: 서너 척."""
    for word, (low, high) in lexicon.pairs.items():
        if run.startswith(word) and units.at(text, start + len(word) + text.startswith(" ", start + len(word))):
            yield Piece("add", low, start, start + len(word), upto=high)
            return
    for length in range(min(4, len(run)), 0, -1):
        word = run[:length]
        for cut in range(length, 0, -1):
            tens, ones = lexicon.native.get(word[:cut]), lexicon.native.get(word[cut:], 0.0 if cut == length else None)
            whole = tens is not None and ones is not None and (cut == length or (tens >= 10 > ones))
            following = start + length + (text[start + length : start + length + 1] == " ")
            unit = units.at(text, following) if whole else None
            if unit and not text.startswith("째", unit.end):  # 두 번째 is the second
                yield Piece("add", (tens or 0.0) + (ones or 0.0), start, start + length)
                return
