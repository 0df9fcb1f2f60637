"""What is offered for a claim, in plain words: sorts of statements, how they are said, numbers and dates as read."""

from components.sentences.against_limit import units
from components.theme import OPERATOR_WORDS, quantity_in_words
from data.intake.readings import Offered, Same
from data.models.dates import in_words
from data.models.evidence import Evidence

KIND_WORDS = {
    "fact": "A fact: it can be checked",
    "assessment": "An assessment of somebody",
    "inference": "An inference",
    "forecast": "A forecast",
    "opinion": "An opinion",
    "background": "Background",
    "sourcing": "Who or what it is based on",
    "framing": "Framing: no fact in it",
}
MODALITY_WORDS = {
    "observed": "Observed: somebody has seen it",
    "reported": "Reported: somebody says that others say so",
    "estimated": "Estimated: somebody has reckoned it",
    "declared": "Declared: on record, by a named person or state",
    "notified": "Notified: filed with whoever keeps the limit",
    "planned": "Planned: not yet done",
    "denied": "Denied",
    "asserted": "Asserted in the text's own voice",
    "possible": "Possible: may, could, likely",
}
# A range is written as its two ends.
SINGLE_OPERATORS = {sign: words for sign, words in OPERATOR_WORDS.items() if sign != "range"}
COVERS_WORDS = {"period": "a whole period of the limit", "part": "a part of one"}
BASIS_WORDS = {"stated": "the words say so", "relative": "counted from the day of writing", "inferred": "read so"}
MOST_NAMED = 4


def number_label(offered: Offered, evidence: Evidence) -> str:
    """A number as it was read, with the words it was read in: more than 40 trips a month (“40”)."""
    fields = offered.fields
    low, high = (float(str(fields.get(end, fields.get("value", 0.0)))) for end in ("low", "high"))
    amount = quantity_in_words(str(fields["operator"]), low, high)
    counted = units(evidence, str(fields["unit"]), high) if "unit" in fields else offered.uncounted
    rate = f"a {fields['per']}" if "per" in fields else ""
    unit = "" if "unit" in fields else " (say of what below)" if not counted else " (no unit of this dataset)"
    return " ".join(part for part in (amount, counted, rate) if part) + f" (“{offered.words}”){unit}"


def date_label(offered: Offered) -> str:
    """A date as it was read, with the words it was read in and how it was reached."""
    fields = offered.fields
    if "date" not in fields:
        return f"Not known when, only “{offered.words}”: the day of writing is not known well enough"
    how = BASIS_WORDS[str(fields["date_basis"])]
    return f"{in_words(str(fields['date']))} (“{offered.words}”; {how})"


def same_sentence(same: Same) -> str:
    """Where the number or the words stand already, the ids in brackets; empty if nowhere."""
    named = [*same.claims, *same.records]
    if not named:
        return ""
    rest = len(named) - MOST_NAMED
    listed_ids = ", ".join(f"[{one}]" for one in named[:MOST_NAMED]) + (f" and {rest} more" if rest > 0 else "")
    return f"The same number, or the same words, stand already in {listed_ids}. It may come from there."
