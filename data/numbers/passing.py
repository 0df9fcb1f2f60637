"""Verbs of passing that stand apart from their number: shall not, in any year, exceed; لا يتجاوز الحد 500."""

import re

from data.numbers.lexicon import Lexicon

EXCEEDS = re.compile(
    r"\s*(?:(?:exceed|surpass|dépass|excéd|super|exced|rebas|превы|превис|переви|übersch|überst)\w*"
    r"|超[过過出]|[高多大][于於]|逾)"
)
NOT = re.compile(
    r"\b(?:not|never|nor|ne|n'|no|nunca|не|ні|nicht|keinesfalls)\b|不[得能可应應准许許]|[严嚴]禁|禁止|[从從]未"
)
IN_NO_YEAR = re.compile(r"\b(?:in keine[mr]|zu keine[mr]|keinesfalls|niemals|nie)\b")
REMARK = re.compile(r"[,，][^,，]*[,，]")
ANOTHER = re.compile(r"[\d,，]|\b(?:and|but|und|aber|et|mais|y|pero|и|но|і|але)\b")
BETWEEN_COMMAS = re.compile(r",[^,.;:!?]{3,50},$")
SENTENCE_END = re.compile(r"[;:!?。；！？]|\.\s")


def denied_earlier(before: str, verb: str) -> bool:
    """True if what stands before a number is a verb of passing that its sentence denies further up.

    Only words set between two commas may come between; no other number, and no second verb.
    """
    if not EXCEEDS.match(verb):
        return False
    sentence = SENTENCE_END.split(before)[-1]
    denials = [match.end() for match in NOT.finditer(sentence)]
    return bool(denials) and not ANOTHER.search(REMARK.sub(" ", sentence[denials[-1] :]))


def denied_behind(clause: str, behind: str) -> bool:
    """True if a verb behind the number is denied before it: darf in keinem Jahr 500 000 Barrel übersteigen."""
    return EXCEEDS.match(behind) is not None and IN_NO_YEAR.search(clause) is not None


def operators_apart(text: str, begins: int, end: int, lexicon: Lexicon) -> tuple[frozenset[str], int]:
    """The operators of a verb whose subject stands between it and the number, and where the verb begins."""
    left = re.split(r"[^\w\s'-]", text[begins:end])[-1]
    for verb, operators in lexicon.verbs_before_subject:
        if found := verb.search(left):
            return operators, end - len(left) + found.start()
    return frozenset(), end


def without_aside(left: str, lexicon: Lexicon) -> str | None:
    """What stands before a number, without a word of time at its end (every year); None without one."""
    if not left.endswith(lexicon.asides[0]):
        return None
    fitting = [one for one in lexicon.asides[0] if left.endswith(one)]
    return left[: -len(max(fitting, key=len))].rstrip()


def before_commas(text: str, place: int) -> int:
    """Where the words end before a remark between two commas that closes at a place; 0 without one."""
    found = BETWEEN_COMMAS.search(text, max(0, place - 60), place)
    return found.start() if found else 0


def aside_behind(text: str, place: int, lexicon: Lexicon) -> str | None:
    """What stands behind a unit, without a word of time between its particle and the verb; None without one."""
    particle = re.compile(r"[을를이가を]|[がは](?=[^\w\s]?)").match(text, place)
    if particle is None:
        return None
    start = particle.end() + text.startswith(" ", particle.end())
    fitting = [one for one in lexicon.asides[1] if text.startswith(one, start)]
    if not fitting:
        return None
    space = " " if start > particle.end() else ""
    return particle.group() + space + text[start + len(max(fitting, key=len)) :].lstrip()
