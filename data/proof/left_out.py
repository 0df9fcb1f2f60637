"""What the text says of a number just outside the quote: an operator, a rate or a denial that was cut off."""

from collections.abc import Iterator, Sequence

from data.files.faults import Fault
from data.files.problems import shown
from data.models.evidence import Claim
from data.numbers import Reading, read_numbers
from data.texts.measures import Measures

WINDOW = 60


def left_out_faults(
    claim: Claim, readings: Sequence[Reading], text: str, language: str, measures: Measures
) -> Iterator[Fault]:
    """A warning where the words around a quote say more of its number than the quote itself does."""
    if not readings or text[claim.start : claim.end] != claim.quote:
        return
    begun = max(0, claim.start - WINDOW)
    around = text[begun : claim.end + WINDOW]
    inside = {(one.start, one.end): one for one in readings}
    for wide in read_numbers(around, language, measures.words):
        narrow = inside.get((wide.start + begun - claim.start, wide.end + begun - claim.start))
        if narrow and claim.value in (None, narrow.low) and (more := _more(wide, narrow, measures)):
            remedy = "Quote these words too, and set operator, unit and modality as they say."
            yield Fault(
                "quote", f"beside the quote the text says {more} of this number", shown(around), "", remedy, warns=True
            )


def _more(wide: Reading, narrow: Reading, measures: Measures) -> str:
    """What is said in the wider words alone."""
    said = []
    if wide.operators - narrow.operators:
        said.append(f"“{' or '.join(sorted(wide.operators))}”")
    if wide.rate and wide.rate != narrow.rate:
        said.append(f"“a {measures.name(wide.rate)}”")
    if wide.negation and not narrow.negation:
        said.append(f"“{wide.negation}”")
    return " and ".join(said)
