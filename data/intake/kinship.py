"""Which stored texts a new one is, or tells again: by its bytes, and by runs of words that stand in both."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from data.models.evidence import Evidence

RUN = 5  # words
RUN_OF_LETTERS = 12  # in scripts that put no spaces between words, and in Hangul, which may leave them out
LEAST = 0.1  # of the words: less than one of ten is chance, or a name and a title
LETTERS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
LETTER = re.compile(f"[{LETTERS}]")
MARKS = re.compile(r"[\W_]+")
FACTOR = np.uint64(0x9E3779B97F4A7C15)  # odd: no run is confused with another by more than chance


@dataclass(frozen=True)
class Kin:
    """A stored document and what it has in common with a new text.

    `share` of the new text's words stand in it, in runs, and `share_back` of its words in the new one, from 0 to 1.
    """

    document: str
    label: str
    kind: Literal["same file", "same text", "near"]
    share: float = 1.0
    share_back: float = 1.0

    @property
    def sentence(self) -> str:
        """What is in common, in a sentence: `9 of 10 of its words stand in B.`"""
        if self.kind == "same file":
            return f"This is the file that document {self.label} was made of, byte for byte."
        if self.kind == "same text":
            return f"This is the text of document {self.label}, character for character."
        forth, back = (tenths(share) for share in (self.share, self.share_back))
        if self.share >= LEAST:
            return f"{forth} of its words stand in {self.label}, in the same order: it may tell {self.label} again."
        return f"{back} of the words of {self.label} stand in it, in the same order: {self.label} may be a part of it."


def kin_of(text: str, evidence: Evidence, original_sha256: str = "") -> tuple[Kin, ...]:
    """The documents that a new text is, or shares runs of words with, nearest first; none for a text of its own.

    `original_sha256` is that of the file it was made of. Takes time in proportion to all texts together.
    """
    by_letters, known = _is_unspaced(text), dict[str, int]()
    pieces = _pieces(text, by_letters, known)
    size = max(1, min(RUN_OF_LETTERS if by_letters else RUN, len(pieces)))  # a shorter text is one run
    runs = _runs(pieces, size)
    ordered = np.sort(runs)
    found = []
    for document in evidence.documents:
        told = document.id, document.label
        if original_sha256 and document.original_sha256 == original_sha256:
            found.append(Kin(*told, "same file"))
        elif document.text == text:
            found.append(Kin(*told, "same text"))
        else:
            stored = _runs(_pieces(document.text, by_letters, known), size)
            back = _share(stored, ordered, size)
            share = _share(runs, np.sort(stored), size) if back else 0.0
            if max(share, back) >= LEAST:
                found.append(Kin(*told, "near", share, back))
    return tuple(sorted(found, key=lambda kin: (kin.kind == "near", -max(kin.share, kin.share_back))))


def tenths(share: float) -> str:
    """A share in words, rounded to tenths, none of them to nothing or to all: `9 of 10`, `Nearly all`."""
    if share >= 0.95:
        return "All" if share == 1 else "Nearly all"
    return f"{max(1, round(share * 10))} of 10"


def _is_unspaced(text: str) -> bool:
    """True for a text most of which is in scripts that divide no words."""
    return 2 * len(LETTER.findall(text)) > len(MARKS.sub("", text))


def _pieces(text: str, by_letters: bool, known: dict[str, int]) -> NDArray[np.uint64]:
    """The words of a text in small letters, or its letters, as numbers; marks and spaces count for nothing.

    `known` has the number of each word, and learns those of new ones.
    """
    folded = MARKS.sub("" if by_letters else " ", unicodedata.normalize("NFKC", text).casefold())
    if by_letters:
        return np.frombuffer(folded.encode("utf-32-le"), dtype="<u4").astype(np.uint64)
    return np.array([known.setdefault(word, len(known) + 1) for word in folded.split()], dtype=np.uint64)


def _runs(pieces: NDArray[np.uint64], size: int) -> NDArray[np.uint64]:
    """A number for every run of so many pieces, from each place on; the same for the same pieces in the same order."""
    runs = np.zeros(max(0, len(pieces) - size + 1), dtype=np.uint64)
    for place in range(size):
        runs = runs * FACTOR + pieces[place : place + len(runs)]
    return runs


def _share(runs: NDArray[np.uint64], ordered: NDArray[np.uint64], size: int) -> float:
    """The share of a text's pieces that lie in a run of which another text, in order, has the like; from 0 to 1."""
    if not len(runs) or not len(ordered):
        return 0.0
    begins = ordered[np.searchsorted(ordered, runs, side="right") - 1] == runs
    lit = np.zeros(len(runs) + size - 1, dtype=bool)
    for place in range(size):
        lit[place : place + len(begins)] |= begins
    return float(lit.mean())
