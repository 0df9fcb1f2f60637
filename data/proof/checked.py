"""What a machine has checked of a claim, what a curator has read, and what nobody has checked; in plain words.

Cards, slides and exports ask here, so that none of them can say more than another.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from data.models.evidence import Claim, Evidence
from data.numbers import read_numbers
from data.proof.amounts import unit_faults
from data.proof.attributed import product_is_said, strangers
from data.texts.measures import measures_of

OWN = "a curator’s own words"
BASIS = {"relative": "the date, counted from another one", "inferred": "the date, inferred"}


@dataclass(frozen=True)
class Checked:
    """The checks of one claim, as phrases: the machine's, a curator's, and what the text does not say itself."""

    by_machine: tuple[str, ...]
    by_curator: tuple[str, ...]
    own_words: tuple[str, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """All of it in sentences, the machine's first; the last says what was not checked."""
        told = [f"Checked by machine: {'; '.join(self.by_machine)}."]
        if self.by_curator:
            told.append(f"Read by a curator: {'; '.join(self.by_curator)}.")
        if self.own_words:
            told.append(f"A curator’s own words: {'; '.join(self.own_words)}.")
        return *told, "Not checked: whether it is true."


def checked(claim: Claim, evidence: Evidence) -> Checked:
    """What was checked of a sound claim; too slow to be asked for each claim of a page on every run."""
    machine = ["the quote stands in the text, word for word", *_by_machine(claim, evidence)]
    return Checked(tuple(machine), tuple(_by_curator(claim)), tuple(_own_words(claim, evidence)))


def product_by(claim: Claim, evidence: Evidence) -> Literal["text", "curator", ""]:
    """Whose word the product is: the text's, or a curator's own; empty without one."""
    if not claim.product:
        return ""
    # Without a reason a sound claim has it from the text; most of them need not be searched.
    own = claim.product_reason and not product_is_said(claim, evidence.document_by_id[claim.document].text)
    return "curator" if own else "text"


def said_by(claim: Claim, evidence: Evidence) -> str:
    """Who says so and through what, each marked where the text does not name it: "the harbour, via radio"."""
    text = evidence.document_by_id[claim.document].text
    named = ((claim.speaker, "speaker", ""), (claim.via, "via", "via "))
    parts = [
        f"{before}{words}{f' ({OWN})' if strangers(words, text, key) else ''}" for words, key, before in named if words
    ]
    return ", ".join(parts)


def _by_machine(claim: Claim, evidence: Evidence) -> Iterator[str]:
    if claim.quantity and not claim.value_reason:
        read = "number, operator and unit" if _names_unit(claim, evidence) else "number and operator"
        yield f"{read} are those of its words"
    if claim.date and claim.date_basis == "stated":
        yield "the date stands in its words"


def _names_unit(claim: Claim, evidence: Evidence) -> bool:
    """True if the quote names the unit beside the number, so that the unit was read as well."""
    language = evidence.document_by_id[claim.document].language
    measures = measures_of(evidence.case.units, language)
    ends = {claim.value, claim.low, claim.high} - {None}
    readings = [one for one in read_numbers(claim.quote, language, measures.words) if {one.low, one.high} & ends]
    return any(not list(unit_faults(claim.unit or "", one, measures, claim.per)) for one in readings)


def _by_curator(claim: Claim) -> Iterator[str]:
    if claim.quantity and claim.value_reason:
        yield f"number, operator and unit, from the words “{claim.value_words}”{_because(claim.value_reason)}"
    if claim.date and claim.date_basis in BASIS:
        yield BASIS[claim.date_basis]
    if claim.modality_reason.strip():
        yield f"how firm it is, “{claim.modality}”{_because(claim.modality_reason)}"


def _own_words(claim: Claim, evidence: Evidence) -> Iterator[str]:
    text = evidence.document_by_id[claim.document].text
    if product_by(claim, evidence) == "curator":
        yield f"what is counted, “{claim.product}”{_because(claim.product_reason)}"
    for name, key, words in (("who says it", "speaker", claim.speaker), ("through what", "via", claim.via)):
        if strangers(words, text, key):
            yield f"{name}, “{words}”"


def _because(reason: str) -> str:
    return f" ({told})" if (told := reason.strip().rstrip(".")) else ""
