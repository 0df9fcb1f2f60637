"""Does a row of the public record hold back as its source does: the words of `hedge`, its sentence and its title."""

from collections.abc import Iterator
from typing import NamedTuple

from data.files.faults import Fault
from data.models.record import Statement
from data.numbers import Reading, read_numbers
from data.proof.hedges import hedges_in
from data.texts.measures import Measures

TELLING = ("statement", "repeat", "source")  # of a rule or an act words of doubt are the matter itself
DOUBTS = ("possible", "reported")  # a plan or a denial is what the row tells of, and no doubt of it
# "at least" alone has no number that could be read.
ANY_NUMBER = " 7"


class _Weak(NamedTuple):
    """What weakens a text: a word of doubt or hearsay, and its numbers with the operators before or behind them."""

    doubt: str
    numbers: tuple[Reading, ...]

    @property
    def operators(self) -> frozenset[str]:
        return frozenset[str]().union(*(one.operators for one in self.numbers)) - {"="}


def hedge_faults(statement: Statement, measures: Measures) -> Iterator[Fault]:
    """Warnings: words of `hedge` that hold nothing back, a sentence or title that is firmer than they are, and a
    sentence with a doubt of which nobody says that it is the source's.
    """
    said = _weak(statement.statement, measures)
    if not statement.hedge:
        if said.doubt and statement.kind in TELLING:
            what = f"the sentence is hedged (“{said.doubt}”), and hedge does not give the source’s own words"
            remedy = "Copy them into hedge, or take the doubt out of the sentence if the source has none."
            yield Fault("hedge", what, "", said.doubt, remedy, warns=True)
        return
    for words in statement.hedge:
        weak = _weak(words, measures)
        if not weak.doubt and not weak.operators and not _weak(words + ANY_NUMBER, measures).operators:
            remedy = "Copy the words by which the source holds back, such as likely or at least, or take this out."
            yield Fault("hedge", "these words hold nothing back", words, "", remedy, warns=True)
        elif lost := _lost(weak, said):
            what = f"the sentence is firmer than its source, which has “{words}”"
            yield Fault("statement", what, statement.statement, lost, "Say it with the source’s doubt.", warns=True)
    doubts = [words for words in statement.hedge if _weak(words, measures).doubt]
    if statement.event and doubts and not _weak(statement.event, measures).doubt:
        what = f"the title is firmer than the source, which has “{doubts[0]}”"
        remedy = "Put a word of doubt into the title, such as likely."
        yield Fault("event", what, statement.event, doubts[0], remedy, warns=True)


def _weak(text: str, measures: Measures) -> _Weak:
    found = hedges_in(text, "en")
    doubt = next((found[kind] for kind in DOUBTS if kind in found), "")
    return _Weak(doubt, tuple(read_numbers(text, "en", measures.words)))


def _lost(hedge: _Weak, said: _Weak) -> str:
    """What of a hedge the sentence lacks: any word of doubt, or a number that it gives without the operator."""
    if hedge.doubt and not said.doubt:
        return hedge.doubt
    for one in hedge.numbers:
        same = [other for other in said.numbers if (other.low, other.high) == (one.low, one.high)]
        wanted = one.operators - {"="}
        if wanted and same and not any(wanted & other.operators for other in same):
            return one.words
    return ""
