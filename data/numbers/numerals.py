"""Pieces of one number, side by side -> the number: a small grammar that serves ten languages."""

import re
from dataclasses import dataclass, field
from itertools import pairwise
from math import inf

from data.numbers.lexicon import Lexicon
from data.numbers.tokens import Piece
from data.numbers.units import UnitAt, UnitWords

MYRIAD, THOUSAND = 10_000.0, 1_000.0


@dataclass(frozen=True)
class Numeral:
    """A number of a folded text; `scale` is its last multiplier (1 without one), which a range may share.

    `unit` is set where an abbreviation behind it holds the unit (kb/d); `upto` is the other end where its own figures
    give two (三四十, 十几万).
    """

    value: float
    start: int
    end: int
    scale: float = 1.0
    others: tuple[float, ...] = ()
    operators: frozenset[str] = frozenset()
    unit: UnitAt | None = None
    spelled: bool = False
    upto: float | None = None


@dataclass
class Reader:
    """Reads one number from a list of adjoining pieces: ones and tens into `ones`, below thousand into `section`."""

    group: list[Piece]
    text: str
    lexicon: Lexicon
    units: UnitWords
    total: float = 0.0
    section: float = 0.0
    ones: float | None = None
    begun: int = -1
    end: int = -1
    scale: float = 1.0
    least: float = inf  # multiplier that the next one must stay below, or multiply as a whole
    small: float = inf
    decimals: float = 0.0
    found: bool = False
    spelled: bool = True
    others: tuple[float, ...] = ()
    operators: frozenset[str] = frozenset()
    unit: UnitAt | None = None
    digits_last: bool = False
    parts: int = field(default=0)

    def read_from(self, place: int) -> int:
        """Read as far as one number goes; the place of the first piece that is no part of it, at least one further."""
        first = place
        while place < len(self.group):
            taken = self._take(place)
            if not taken:
                break
            place += taken
        return max(place, first + 1)

    def numeral(self) -> Numeral:
        value = self.total + self.section + (self.ones or 0.0)
        return Numeral(
            value, self.begun, self._past_full_stop(), self.scale, self.others, self.operators, self.unit, self.spelled
        )

    def _past_full_stop(self) -> int:
        """Past the full stop of an abbreviation that goes on: 500 тыс. баррелей."""
        word = re.search(r"[^\W\d_]*$", self.text[max(0, self.end - 8) : self.end])
        dotted = word is not None and word.group() in self.lexicon.abbreviations and self.text.startswith(".", self.end)
        return self.end + 1 if dotted else self.end

    def _take(self, place: int) -> int:
        """How many pieces from this one on are part of the number; 0 ends it."""
        piece = self.group[place]
        following = self.group[place + 1] if place + 1 < len(self.group) else None
        match piece.kind:
            case "digits":
                return self._digits(piece, following)
            case "add":
                return 0 if self._belongs_to_the_next(place) else self._add(piece)
            case "multiply":
                return self._multiply(self._as_dual(piece, following))
            case "half" | "ratio":
                return self._half(piece, following)
            case "half more":
                return self._half_more(piece)
            case "one":
                return self._one(piece, following)
            case "and":
                return 0 if self._belongs_to_the_next(place + 1) else self._and(place, piece, following)
            case "point":
                return self._point(place)
            case "minus":
                return self._minus(place)
            case _:
                return self._vague(place)

    def _belongs_to_the_next(self, place: int) -> bool:
        """True if a number word begins another number: the three of "two thousand and three thousand"."""
        scale = self.group[place + 1 : place + 2]
        if not self.found or not scale or scale[0].kind != "multiply":
            return False
        below = scale[0].value < (MYRIAD if self._is_sign(scale[0]) else THOUSAND)
        reached = self.ones is not None and self.ones >= scale[0].value
        return reached or scale[0].value >= self.least or (below and scale[0].value >= self.small)

    def _keep(self, piece: Piece) -> int:
        self.begun = piece.start if self.begun < 0 else self.begun
        self.end, self.found = piece.end, True
        self.operators |= piece.operators
        self.parts += 1
        return 1

    def _digits(self, piece: Piece, following: Piece | None) -> int:
        if self.found:  # 5만2천, 1 million 200 thousand: only what is smaller than the scale before it goes on
            smaller = following is not None and following.kind == "multiply" and following.value < self.least
            touching = self.text[self.end : piece.start] == "" and self.least <= inf and piece.value < self.least
            if self.ones is not None or self.least == inf or not (smaller or touching):
                return 0
        self.ones, self.others, self.spelled, self.digits_last = piece.value, piece.others, False, True
        self._keep(piece)
        if following is None or following.start > piece.end + 1 or following.kind != "multiply":
            self._take_abbreviation(piece)
        return 1

    def _take_abbreviation(self, piece: Piece) -> None:
        """Take what is written behind digits alone: k, bn, kb/d."""
        behind = re.match(r"[ -]?([^\W\d_/]+(?:/[a-z])?)", self.text[piece.end : piece.end + 12])
        if behind is None:
            return
        word, end = behind.group(1), piece.end + behind.end()
        compound = self.units.compounds.get(word)
        if compound and compound.scale == 1:
            return
        if compound:
            self.unit = compound._replace(end=end)
            self._scaled(compound.scale, piece.end)
        elif (value := self.lexicon.abbreviations.get(word.partition("/")[0])) and self._stands_for_a_scale(
            behind, piece
        ):
            self._scaled(value, piece.end + behind.end(1) - len(word) + len(word.partition("/")[0]))

    def _stands_for_a_scale(self, behind: re.Match[str], piece: Piece) -> bool:
        # "5 m" may be metres: a letter by itself is a scale where it touches the digits or a unit follows.
        touching = behind.start(1) == 0
        end = piece.end + behind.end()
        after = end + len(self.text[end:]) - len(self.text[end:].lstrip(" ."))
        return touching or len(behind.group(1)) > 1 or self.units.at(self.text, after) is not None

    def _scaled(self, value: float, end: int) -> None:
        self.ones = (self.ones or 0.0) * value
        self.total, self.ones, self.scale, self.least, self.end = self.total + self.ones, None, value, value, end
        self.others = ()

    def _add(self, piece: Piece) -> int:
        value, ones = piece.value, self.ones
        if value == 0 and ones is None and (self.section or self.total) and self._is_sign(piece):  # 一千零五
            return 1
        if ones is None:
            least = min(self.least, self.small)
            fits = value < least or (value == least and self._is_sign(piece))  # as many as 十几 may give
            if fits and value >= THOUSAND:  # a word that holds its scale: ألفان, полмиллиона
                self.total, self.least = self.total + value, 10.0 ** (len(str(int(value))) - 1)
            else:
                self.ones = value if fits else None
        else:
            fits = self._goes_on(ones, value)
            self.ones = ones + value if fits else ones
        self.digits_last = False
        return self._keep(piece) if fits else 0

    def _goes_on(self, ones: float, value: float) -> bool:
        """True if a number word adds to the ones and tens before it: forty three, soixante dix, двести сорок."""
        room = 10.0 ** len(str(int(value)))  # as many zeros as the word has figures
        to_tens = ones >= 20 and ones % 10 == 0 and ones % 100 and (value < 10 or (ones % 20 == 0 and value < 20))
        to_hundreds = ones >= 100 and ones % 100 == 0 and ones % room == 0 and not self.digits_last
        backwards = self.lexicon.reversed and 0 < ones % 100 < 10 and 20 <= value < 100 and value % 10 == 0
        return bool(to_tens or to_hundreds or backwards)

    def _multiply(self, piece: Piece) -> int:
        value = piece.value
        if (
            not self.found
            and self.begun < 0
            and self.words(piece) not in self.lexicon.bare
            and not self._is_sign(piece)
        ):
            return 0
        if value < (MYRIAD if self._is_sign(piece) else THOUSAND) and value != 12:
            if self.ones is None and self.section and value >= self.small:
                return 0
            self.section += (1.0 if self.ones is None else self.ones) * value
            self.small = value
        else:
            inner = self.section + (self.ones or 0.0) if self.section or self.ones is not None else None
            if value >= self.least:  # two hundred thousand million: all so far counts it
                self.total = (self.total + (inner or 0.0)) * value
            else:
                self.total += (1.0 if inner is None else inner) * value
            self.section, self.least, self.small = 0.0, min(self.least, value), inf
        self.ones, self.scale = None, value if self.scale == 1.0 or self.parts < 2 else self.scale * value
        self.others, self.digits_last = (), False
        return self._keep(piece)

    def _as_dual(self, piece: Piece, following: Piece | None) -> Piece:
        """The Arabic word with the ending of a dual before what is counted (two million), of a case elsewhere."""
        alone = not self.found and self.begun < 0 and self.words(piece) in self.lexicon.words.get("duals", ())
        if not alone or (following is not None and following.kind != "and"):
            return piece
        place = piece.end + self.text.startswith(" ", piece.end)
        if self.units.at(self.text, place):
            self.ones = 2.0
        elif following is not None or not self.text[place : place + 1].isalpha():
            self.ones = 1.0
        self.begun = piece.start if self.ones else self.begun
        return piece

    def words(self, piece: Piece) -> str:
        return self.text[piece.start : piece.end]

    def _is_sign(self, piece: Piece) -> bool:
        return "\u3041" <= self.text[piece.start] <= "\ud7a3"

    def _half(self, piece: Piece, following: Piece | None) -> int:
        # ½ behind digits is added to them; half a million; of the ships a half is no number.
        scales = following is not None and following.kind == "multiply"
        if self.ones is not None and self.words(piece).isnumeric():
            self.ones += piece.value
            return self._keep(piece)
        if (
            self.found and self.ones == 1.0 and self.parts == 1 and scales and piece.kind == "half"
        ):  # eine halbe Million
            self.ones = piece.value
            return self._keep(piece)
        if self.found or not (scales or self.words(piece).isnumeric()):
            return 0
        self.ones = piece.value
        return self._keep(piece)

    def _half_more(self, piece: Piece) -> int:
        if not self.found:
            return 0
        if self.ones is not None:
            self.ones += 0.5
        else:
            self.total += 0.5 * (self.least if self.least < inf else 0.0)
        return self._keep(piece)

    def _one(self, piece: Piece, following: Piece | None) -> int:
        if self.found or following is None or following.kind not in ("multiply", "half", "add"):
            return self._add(piece._replace(value=1.0)) if self._counts_one(piece) else 0
        if following.kind == "add":  # a twenty: the article is none of the number; a dozen ships: approximate words
            return self._begin(piece) if following.operators else 0
        if following.kind == "half":
            return self._begin(piece)
        self.ones = 1.0
        return self._keep(piece)

    def _begin(self, piece: Piece) -> int:
        self.begun = piece.start
        return 1

    def _counts_one(self, piece: Piece) -> bool:
        words = self.words(piece)
        return any(entry.kind == "add" and entry.words == words for entry in self.lexicon.entries.get(words, ()))

    def _and(self, place: int, piece: Piece, following: Piece | None) -> int:
        if not self.found or following is None or following.kind not in ("add", "multiply", "half", "digits"):
            return 0
        if following.kind == "half":
            self.end = piece.end
            return 1
        after_multiplier = self.ones is None and not self.digits_last
        tens_and_ones = self.ones is not None and self.ones >= 20 and self.ones % 10 == 0 and following.value < 20
        ones_and_tens = self.lexicon.reversed and self.ones is not None and 0 < self.ones % 100 < 10
        hundreds = self.ones is not None and self.ones >= 100 and self._goes_on(self.ones, following.value)
        joins = after_multiplier or tens_and_ones or ones_and_tens or hundreds
        behind_digits = self.group[place + 2 : place + 3] if following.kind == "digits" else [following]
        scaled = after_multiplier and any(one.kind == "multiply" and one.value < self.least for one in behind_digits)
        return 1 if scaled or (following.kind == "add" and joins) else 0

    def _point(self, place: int) -> int:
        """one point two, 一点五: what follows the point are decimal places, figure by figure."""
        figures = []
        for piece in self.group[place + 1 :]:
            if piece.kind != "add" or piece.value >= 10:
                break
            figures.append(piece)
        if not self.found or self.ones is None or not figures:
            return 0
        self.ones += float("0." + "".join(str(int(piece.value)) for piece in figures))
        self._keep(figures[-1])
        return 1 + len(figures)

    def _minus(self, place: int) -> int:
        following = self.group[place + 1 : place + 2]
        if self.found or not following or following[0].kind not in ("digits", "add"):
            return 0
        self.begun = self.group[place].start
        taken = 0
        while place + 1 + taken < len(self.group) and (more := self._take(place + 1 + taken)):
            taken += more
        self.total, self.section, self.ones = -(self.total + self.section + (self.ones or 0.0)), 0.0, None
        return 1 + taken

    def _vague(self, place: int) -> int:
        """several million, 수백만: no number, and what adjoins it none either."""
        if self.found:
            return 0
        following = self.group[place + 1 :]
        passed = 0
        for before, piece in pairwise([self.group[place], *following]):
            if piece.kind not in ("multiply", "add") or self.text[before.end : piece.start].strip(" -"):
                break
            passed += 1
        return 1 + passed
