"""Numbers that say which one it is, and count nothing: 12th, the twenty-first, 第12次, 12번째, 12-й, die 12. Fahrt."""

from data.numbers.lexicon import Lexicon


def ordinal_span(start: int, end: int, unit_end: int, text: str, lexicon: Lexicon) -> tuple[int, int] | None:
    """Where an ordinal with its marks stands in a folded text; None for a number that is none.

    The mark may stand before it (第), touch it (th) or stand behind what it would count (回目, 번째).
    """
    before, behind = lexicon.ordinals
    if found := before.search(text, max(0, start - 24), start):
        return found.start(), end
    for place in (end, unit_end):
        if found := behind.match(text, place):
            return start, found.end()
    return None
