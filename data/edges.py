"""Does a quote begin and end between words: no end of it lies inside a word or a number."""

import re
import unicodedata
from typing import NamedTuple

from data.numbers import read_numbers
from data.numbers.lexicon import base_of, lexicon_of, scripts_in

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
        span = _number_around(text, place, language) or _word_around(text, place, side)
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
    for reading in read_numbers(text[begun : place + WINDOW], language):
        if reading.start + begun < place < reading.end + begun and not reading.is_range:
            return reading.start + begun, reading.end + begun
    return None


def _may_count(words: str, language: str) -> bool:
    if any(char.isdigit() for char in words):
        return True
    lexicon = lexicon_of(base_of(language), scripts_in(words))
    word = words.strip(" \n\t-.,'’\u00a0").lower()
    return word in lexicon.entries or word in lexicon.abbreviations or any(char in lexicon.characters for char in word)
