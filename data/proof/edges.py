"""Does a quote begin and end between words: no end of it lies inside a word, a number, a date or behind a denial."""

import re
import unicodedata
from typing import NamedTuple

from data.numbers import read_numbers
from data.numbers.folding import folded
from data.numbers.lexicon import Lexicon, base_of, lexicon_of, scripts_in

WINDOW = 48
# Soft hyphen, joiners: they stand inside words and divide none.
UNSEEN = "\u00ad\u200c\u200d\u2060"
NOT_BEHIND = re.compile(r"['’]t\b")  # can't
WORD_BEFORE, WORD_BEHIND = re.compile(r"[^\W_]+[\s\W]{0,2}$"), re.compile(r"[\s\W]{0,2}[^\W_]+")
# What Arabic letters and Hangul write together with the next word, or the one before, is a word of its own to a reader.
PROCLITICS = re.compile(r"[وف]?(?:[بلك]|لل)?(?:ال)?\u0640*")
PARTICLES = re.compile(
    r"(?:이|가|은|는|을|를|의|에|에서|에게|로|으로|와|과|도|만|까지|부터|보다|이라고|라고|이다|이며|이고|으로부터|로부터|에서는|에는|이나|나|"
    r"이상|이하|가량|정도|쯤|씩|이라는|라는|이었다|였다|입니다|인|였으며|들|들이|들은|들을|들의|"
    r"고|며|면서|지만|라며|이라며|라면서|뿐|밖에|처럼|하고|어치)+"
)
# What is cut off before a sign of a script without spaces turns the sense round.
DENIAL = re.compile(r"(?:(?<![北南东東西中是除])非|[未不无無没沒])$")
DATE = re.compile(
    r"(?<!\d)(?:\d{4}([-./])\d{1,2}\1\d{1,2}|\d{1,2}([-./])\d{1,2}\2\d{2,4}|\d{4}-\d{2}|\d{1,2}:\d{2}(?::\d{2})?)(?!\d)"
)
COUNTING = re.compile(r"[\d第제目째]")
DASHED = re.compile(r"\d[-–‐‑~〜～]\d")


class Cut(NamedTuple):
    """An end of a quote that lies inside a word or number: which end, and the whole that it cuts."""

    side: str
    start: int
    end: int

    def whole(self, text: str) -> str:
        return text[self.start : self.end]


def cuts_of(text: str, start: int, end: int, language: str) -> list[Cut]:
    """The ends of a quote that lie inside a word, in scripts that write spaces, or inside a number, in any script."""
    found = []
    for side, place in (("start", start), ("end", end)):
        if not 0 < place < len(text):
            continue
        span = _date_around(text, place) or _number_around(text, place, language)
        if side == "start":
            span = span or _denial_before(text, place, language) or _several_before(text, place, language)
        span = span or _word_around(text, place, side)
        if span:
            found.append(Cut(side, *span))
    return found


def _word_around(text: str, place: int, side: str) -> tuple[int, int] | None:
    inside = _is_letter(text[place - 1]) and _is_letter(text[place]) and not _changes_script(text, place)
    if not inside and not (side == "end" and NOT_BEHIND.match(text, place)):
        return None
    begun, end = place, place
    while begun > 0 and _is_letter(text[begun - 1]):
        begun -= 1
    while end < len(text) and _is_letter(text[end]):
        end += 1
    if denied := NOT_BEHIND.match(text, end):
        end = denied.end()
    before, after = text[begun:place], text[place:end]
    if (
        side == "start"
        and ("\u0600" <= text[place] <= "\u06ff" or text[place].isdigit())
        and PROCLITICS.fullmatch(before)
    ):
        return None
    if side == "end" and "\uac00" <= text[place] <= "\ud7a3" and PARTICLES.fullmatch(after):
        return None
    return begun, end


def _is_letter(char: str) -> bool:
    """True for letters, digits, the marks on them and what joins them unseen, of scripts that write spaces."""
    unspaced = "\u0e00" <= char <= "\u0eff" or "\u3041" <= char <= "\u9fff" or "\u1000" <= char <= "\u109f"
    part = char.isalnum() or unicodedata.category(char).startswith("M") or char in UNSEEN
    return part and not unspaced


def _changes_script(text: str, place: int) -> bool:
    # 40여 and 약100: digits touch the words of a script without spaces around them, and Hangul touches Latin names.
    pair = text[place - 1], text[place]
    return any("\uac00" <= char <= "\ud7a3" for char in pair) and not all("\uac00" <= char <= "\ud7a3" for char in pair)


def _number_around(text: str, place: int, language: str) -> tuple[int, int] | None:
    """The number that has a place in its midst; looked for only where what stands on both sides could be of one."""
    before, behind = WORD_BEFORE.search(text[max(0, place - 24) : place]), WORD_BEHIND.match(text[place : place + 24])
    if before is None or behind is None:
        return None
    if not (_may_count(before.group(), language) and _may_count(behind.group(), language)):
        return None
    begun = max(0, place - WINDOW)
    for reading in read_numbers(text[begun : place + WINDOW], language, ordinals=True):
        inside = reading.start + begun < place < reading.end + begun
        # 50 of "between 40 and 50" is whole; of "40-50" it is not, and 四十 of 三四十 neither.
        if inside and (not reading.is_range or _touch(text, place, language)):
            return reading.start + begun, reading.end + begun
    return None


def _touch(text: str, place: int, language: str) -> bool:
    """True if the two ends of a range stand side by side, or with nothing but a dash between them."""
    signs = lexicon_of(base_of(language), scripts_in(text[place - 1 : place + 1])).characters
    return DASHED.search(text, max(0, place - 2), place + 2) is not None or {text[place - 1], text[place]} <= set(signs)


def _date_around(text: str, place: int) -> tuple[int, int] | None:
    """The numeric date or time of day that has a place in its midst: 2024-06-14, 14.06.2024, 12:30."""
    begun = max(0, place - 10)
    while begun > 0 and text[begun - 1].isdigit():
        begun -= 1
    for found in DATE.finditer(text, begun, place + 12):
        if found.start() < place < found.end():
            return found.span()
    return None


def _denial_before(text: str, place: int, language: str) -> tuple[int, int] | None:
    """The word that begins with a prefix of denial right before a place: non-refined, 未精炼."""
    before = text[max(0, place - 10) : place]
    unspaced = "\u3400" <= text[place] <= "\u9fff"
    prefix = lexicon_of(base_of(language), scripts_in(before)).prefix
    found = prefix.search(before) if text[place].isalpha() else None
    found = found or (DENIAL.search(before) if unspaced else None)
    if found is None:
        return None
    end = place + 1
    while not unspaced and end < len(text) and _is_letter(text[end]):
        end += 1
    return place - len(found.group()), end + unspaced


def _several_before(text: str, place: int, language: str) -> tuple[int, int] | None:
    """Words that give no number, with the scale that a place cuts from them: 数|百万, several | million."""
    before = text[max(0, place - 24) : place].rstrip()
    lexicon = lexicon_of(base_of(language), scripts_in(before[-1:] + text[place]))
    end = _end_of_scale(text, place, lexicon)
    if not end:
        return None
    left = folded(before).text
    fitting = [word for word in lexicon.words.get("vague", ()) if left.endswith(word)]
    whole = [word for word in fitting if not _is_letter(f" {left}"[-len(word) - 1])]
    return (len(text[:place].rstrip()) - len(max(whole, key=len)), end) if whole else None


def _end_of_scale(text: str, place: int, lexicon: Lexicon) -> int:
    """Where the word or sign of a scale ends that begins at a place; 0 if none does."""
    sign = lexicon.characters.get(text[place])
    if sign is not None:
        return place + 1 if sign.kind == "multiply" else 0
    word = re.compile(r"[^\W\d_]+").match(text, place)
    scales = word is not None and [
        one for one in lexicon.entries.get(folded(word.group()).text, ()) if one.kind == "multiply"
    ]
    return word.end() if word and scales else 0


def _may_count(words: str, language: str) -> bool:
    if COUNTING.search(words):
        return True
    lexicon = lexicon_of(base_of(language), scripts_in(words))
    word = words.strip(" \n\t-.,'’\u00a0").lower()
    return word in lexicon.entries or word in lexicon.abbreviations or not lexicon.characters.keys().isdisjoint(word)
