"""An event of a timeline, as a frozen model; seeds/FORMAT.md is the contract in prose, key by key."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from data.models.dates import read_edtf
from data.models.entry import (
    Basis,
    ClaimId,
    EdtfText,
    Entry,
    Id,
    NotEmpty,
    Refusal,
    Remark,
    Words,
    dates_without_basis,
)

Kind = Literal["fact", "assessment", "inference", "forecast", "opinion", "background", "sourcing", "framing"]
Modality = Literal[
    "observed", "reported", "estimated", "declared", "notified", "planned", "denied", "asserted", "possible"
]


class Event(Entry):
    """One thing the timeline draws, with the claims that support or contradict it."""

    id_key: ClassVar[str] = "event_id"
    event_id: Id
    lane: Id
    type: Words
    title: Annotated[Words, Field(max_length=200)]
    date: EdtfText
    date_basis: Basis
    date_reason: Remark = ""
    known: EdtfText | None = None
    supports: Annotated[tuple[ClaimId, ...], NotEmpty]
    contradicts: tuple[ClaimId, ...] = ()
    modality: Modality
    note: Remark = ""

    def contradictions(self) -> Iterator[Refusal]:
        yield from dates_without_basis(self, ("date",))
        if not self.known or not self.date:
            return
        whole, part = read_edtf(self.date), read_edtf(self.known)
        if part.earliest is None or part.latest is None:
            yield Refusal(
                "known has an open end or no year", "Give known as a date or interval with both ends.", ("known",)
            )
        elif whole.form == "yearless":
            yield Refusal(
                "known is given, but date has no year",
                "Leave known empty, or give date with its year.",
                ("known", "date"),
            )
        elif (whole.earliest and part.earliest < whole.earliest) or (whole.latest and part.latest > whole.latest):
            yield Refusal(
                f"known ({self.known}) reaches beyond date ({self.date})",
                "The part known to be covered lies within the date.",
                ("known", "date"),
            )

    @property
    def claim_ids(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.supports, *self.contradicts)))
