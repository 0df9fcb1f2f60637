"""Numbers of a folded text: the pieces that stand side by side, read together."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from data.numbers.lexicon import Lexicon
from data.numbers.numerals import THOUSAND, Numeral, Reader
from data.numbers.tokens import Piece, pieces
from data.numbers.units import UnitWords

ADJOINING = re.compile(r"[ -]{0,3}")


def numerals_in(text: str, lexicon: Lexicon, units: UnitWords) -> list[Numeral]:
    """The numbers of a folded text in order. Words that give none (dozens, several million) are passed over."""
    found: list[Numeral] = []
    for group in _groups(pieces(text, lexicon, units), text, lexicon):
        found += _numbers(group, text, lexicon, units)
    return found


def _groups(every: Iterable[Piece], text: str, lexicon: Lexicon) -> Iterator[list[Piece]]:
    """Pieces that stand side by side, with nothing between them but spaces, a hyphen or an operator of one sign."""
    group: list[Piece] = []
    for piece in every:
        if group and not _adjoin(group[-1], piece, text, lexicon):
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def _adjoin(before: Piece, piece: Piece, text: str, lexicon: Lexicon) -> bool:
    gap = text[before.end : piece.start]
    if gap == ", " and before.kind == "multiply" and before.value >= THOUSAND and piece.kind == "add":
        return True  # two million, three hundred thousand
    return ADJOINING.fullmatch(gap) is not None or gap.strip() in lexicon.phrases.get("inside", ())


def _numbers(group: list[Piece], text: str, lexicon: Lexicon, units: UnitWords) -> Iterator[Numeral]:
    """The numbers of a group; where a piece gives two values the group is read with either."""
    low = list(_read(group, text, lexicon, units))
    if not any(piece.upto for piece in group):
        yield from low
        return
    most = [piece._replace(value=piece.upto or piece.value) for piece in group]
    for first, last in zip(low, _read(most, text, lexicon, units), strict=False):
        yield replace(last, value=first.value, upto=last.value if last.value > first.value else None)


def _read(group: list[Piece], text: str, lexicon: Lexicon, units: UnitWords) -> Iterator[Numeral]:
    place = 0
    while place < len(group):
        reading = Reader(group, text, lexicon, units)
        place = reading.read_from(place)
        if reading.found:
            yield reading.numeral()
