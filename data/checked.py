"""What a machine has checked of a claim, what a curator has read, and what nobody has checked; in plain words.

Cards, slides and exports ask here, so that none of them can say more than another.
"""

from dataclasses import dataclass

from data.amounts import unit_faults
from data.attributed import product_is_said, strangers
from data.evidence import Claim, Evidence
from data.measures import Measures
from data.numbers import read_numbers

BASIS = {"stated": "stated in the text", "relative": "counted from another date", "inferred": "inferred by a curator"}


@dataclass(frozen=True)
class Checked:
    """The checks of one claim. `by_machine` and `by_curator` are phrases, `own_words` what the text does not say itself."""

    by_machine: tuple[str, ...]
    by_curator: tuple[str, ...]
    own_words: tuple[str, ...]
    number_read_by_curator: bool

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
    """What was checked of a sound claim."""
    text = evidence.document_by_id[claim.document].text
    machine, curator = ["the quote stands in the text, word for word"], []
    if claim.quantity:
        read = _number(claim, evidence)
        (curator if claim.value_reason else machine).append(read)
        if claim.value_reason:
            curator[-1] += f" ({claim.value_reason.strip().rstrip('.')})"
    if claim.date and claim.date_basis == "stated":
        machine.append("the date stands in the text")
    elif claim.date and claim.date_basis:
        curator.append(f"the date, {BASIS[claim.date_basis]}")
    if claim.modality_reason:
        curator.append(f"how firm it is ({claim.modality_reason.strip().rstrip('.')})")
    return Checked(tuple(machine), tuple(curator), tuple(_own_words(claim, text)), bool(claim.value_reason))


def _number(claim: Claim, evidence: Evidence) -> str:
    if claim.value_reason:
        return f"the number, from the words “{claim.value_words}”"
    language = evidence.document_by_id[claim.document].language
    measures = Measures(evidence.case.units, language)
    ends = {claim.value, claim.low, claim.high}
    readings = [
        one for one in read_numbers(claim.quote, language, measures.words) if one.low in ends or one.high in ends
    ]
    named = any(not list(unit_faults(claim.unit or "", one, measures)) for one in readings)
    return "number, operator and unit are those of the words" if named else "number and operator are those of the words"


def _own_words(claim: Claim, text: str) -> list[str]:
    own = []
    if claim.product and not product_is_said(claim, text):
        reason = claim.product_reason.strip().rstrip(".")
        own.append(f"what is counted, “{claim.product}”" + (f" ({reason})" if reason else ""))
    for name, key, words in (("who says it", "speaker", claim.speaker), ("through what", "via", claim.via)):
        if strangers(words, text, key):
            own.append(f"{name}, “{words}”")
    return own
