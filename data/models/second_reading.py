"""What a second reader made of a quote or of a cited row, without knowing how it had been read first."""

from typing import Annotated, ClassVar

from pydantic import BeforeValidator

from data.models.entry import ClaimId, Day, Id, Numbered, Words, in_list, of_form
from data.models.event import Kind, Modality

GRADES = in_list(1, 2, 3, 4, 5, 6)
FINGERPRINT_DIGITS = 16
Fingerprint = Annotated[
    str, of_form(rf"[0-9a-f]{{{FINGERPRINT_DIGITS}}}", f"{FINGERPRINT_DIGITS} digits and letters a to f")
]


def _grade(value: object) -> object:
    """A grade as cells write it, in one digit."""
    return GRADES(int(value) if isinstance(value, str) and len(value) == 1 and value in "123456" else value)


class SecondReading(Numbered):
    """One reader's own kind, modality, credibility and number for the words of a claim.

    `fingerprint` is that of the claim as it was then: of its quote and its first reading (data/reading/readings.py).
    """

    id_key: ClassVar[str] = "reading_id"
    reading_id: Id
    claim: ClaimId
    fingerprint: Fingerprint
    reader: Words
    day: Day
    kind: Kind
    modality: Modality
    credibility: Annotated[int, BeforeValidator(_grade)]


class RecordReading(Numbered):
    """The number that one reader found in the words of a row of the public record; none given: no number in them.

    `fingerprint` is that of the row as it was then: of its words and of the number that was read first.
    """

    id_key: ClassVar[str] = "reading_id"
    reading_id: Id
    record: Id
    fingerprint: Fingerprint
    reader: Words
    day: Day
