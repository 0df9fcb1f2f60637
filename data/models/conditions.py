"""conditions.csv: what a limit asks beside its number, as frozen models."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from data.models.entry import ClaimId, Entry, Id, Refusal, Remark, Words


class Condition(Entry):
    """What a limit asks beside its number (test), or who may find that it was passed (ruling), and what is found."""

    id_key: ClassVar[str] = "condition_id"
    condition_id: Id
    limit_id: Id
    kind: Literal["test", "ruling"]
    title: Annotated[Words, Field(max_length=90)]
    asks: Words
    claims: tuple[ClaimId, ...] = ()
    records: tuple[Id, ...] = ()
    finding: Words
    note: Remark = ""

    def contradictions(self) -> Iterator[Refusal]:
        if not self.claims and not self.records:
            remedy = "Name the claims or records that say it."
            yield Refusal("the finding rests on nothing", remedy, ("claims", "records"))
