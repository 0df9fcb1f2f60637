"""What a seeds folder says, as frozen models; seeds/FORMAT.md is the contract in prose, key by key."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as Day
from functools import cached_property
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from data.case import Case
from data.contract import (
    Basis,
    ClaimId,
    EdtfText,
    Entry,
    Id,
    Number,
    Reliability,
    WebAddress,
    Words,
    dates_have_a_basis,
    refuse,
)
from data.dates import read_edtf
from data.quantities import Operator, Quantity

Kind = Literal["fact", "assessment", "inference", "forecast", "opinion", "background", "sourcing", "framing"]
Modality = Literal["observed", "reported", "estimated", "declared", "planned", "denied", "asserted", "possible"]
Credibility = Literal[1, 2, 3, 4, 5, 6]
Reading = Literal["compatible", "same-origin", "differ", "one-document", "check-wording"]
OriginKind = Literal["document", "person", "body", "outlet", "analyst", "unnamed"]


class Document(Entry):
    """One text with what is known about it; `text` is verbatim, offsets count its Unicode code points."""

    id: Id
    label: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]{1,4}$")]
    title: Words
    original_name: Words
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    language: Annotated[str, StringConstraints(pattern=r"^[a-zA-Z]{2,3}(-[A-Za-z0-9]{1,8})*$")]
    publisher: str = ""
    address: WebAddress | None = None
    published: EdtfText | None = None
    published_basis: Basis | None = None
    published_reason: str = ""
    written: EdtfText | None = None
    written_basis: Basis | None = None
    written_reason: str = ""
    reliability: Reliability
    reliability_reason: Words
    assessed_on: Day
    note: str = ""
    text: Annotated[str, Field(repr=False)]

    @model_validator(mode="after")
    def day_and_basis_agree(self) -> Self:
        dates_have_a_basis(self, ("published", "written"))
        return self

    @property
    def written_window(self) -> str | None:
        """EDTF of when the text was written: its publication date if somebody has established one."""
        return self.published or self.written


class Claim(Entry):
    """One quoted passage and how it is to be read."""

    id: ClaimId
    document: Id
    quote: Annotated[str, StringConstraints(min_length=1, max_length=5_000)]
    start: Annotated[int, Field(ge=0, strict=True)]
    end: Annotated[int, Field(ge=0, strict=True)]
    prefix: Annotated[str, StringConstraints(max_length=32)]
    suffix: Annotated[str, StringConstraints(max_length=32)]
    kind: Kind
    topic: Id
    actor: str = ""
    target: str = ""
    speaker: Words
    via: str = ""
    origin: Id | None = None
    modality: Modality
    operator: Operator | None = None
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    unit: Id | None = None
    value_words: str = ""
    product: str = ""
    date_words: str = ""
    date_text_only: EdtfText | None = None
    date: EdtfText | None = None
    date_basis: Basis | None = None
    date_reason: str = ""
    flags: tuple[Id, ...] = ()
    credibility: Credibility
    credibility_reason: Words
    assessed_on: Day
    corroborated_by: tuple[ClaimId, ...] = ()
    note: str = ""

    @model_validator(mode="after")
    def number_is_whole(self) -> Self:
        given = {key for key in ("operator", "value", "low", "high", "unit") if getattr(self, key) is not None}
        wanted = {"operator", "low", "high", "unit"} if self.operator == "range" else {"operator", "value", "unit"}
        if given and given != wanted:
            raise refuse(
                f"the number is not whole: it has {', '.join(sorted(given))}",
                f"Give {', '.join(sorted(wanted))}, or none of them if the text has no number.",
            )
        if self.low is not None and self.high is not None and self.low > self.high:
            raise refuse("low is greater than high", "Write the smaller number as low.")
        return self

    @model_validator(mode="after")
    def day_and_basis_agree(self) -> Self:
        dates_have_a_basis(self, ("date",))
        return self

    @property
    def quantity(self) -> Quantity | None:
        if self.operator is None or self.unit is None:
            return None
        return Quantity(self.operator, self.unit, self.value, self.low, self.high)


class Event(Entry):
    """One thing the timeline draws, with the claims that support or contradict it."""

    id_key: ClassVar[str] = "event_id"
    event_id: Id
    lane: Id
    type: Words
    title: Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"\S")]
    date: EdtfText
    date_basis: Basis
    date_reason: str = ""
    known: EdtfText | None = None
    supports: Annotated[tuple[ClaimId, ...], Field(min_length=1)]
    contradicts: tuple[ClaimId, ...] = ()
    modality: Modality
    note: str = ""

    @model_validator(mode="after")
    def dates_agree(self) -> Self:
        dates_have_a_basis(self, ("date",))
        if self.known:
            whole, part = read_edtf(self.date), read_edtf(self.known)
            if part.earliest is None or part.latest is None:
                raise refuse("known has an open end or no year", "Give known as a date or interval with both ends.")
            if (whole.earliest and part.earliest < whole.earliest) or (whole.latest and part.latest > whole.latest):
                raise refuse(
                    f"known ({self.known}) reaches beyond date ({self.date})",
                    "The part known to be covered lies within the date.",
                )
        return self

    @property
    def claim_ids(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.supports, *self.contradicts)))


class Cell(Entry):
    """What one document says to one question; with only `nearby` claims it touches the subject without answering."""

    document: Id
    claims: tuple[ClaimId, ...] = ()
    nearby: tuple[ClaimId, ...] = ()
    words: Words

    @model_validator(mode="after")
    def has_claims(self) -> Self:
        if not self.claims and not self.nearby:
            raise refuse(
                "the cell names no claim", "Name its claims, or remove the cell: a document without one is silent."
            )
        return self

    @property
    def claim_ids(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.claims, *self.nearby)))


class Question(Entry):
    """A row of the source comparison."""

    id: Id
    title: Words
    asks: Words
    figure: bool = False
    reading: Reading
    label: str = ""
    why: Words
    cells: Annotated[tuple[Cell, ...], Field(alias="cell", min_length=1)]

    @property
    def claim_ids(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(claim_id for cell in self.cells for claim_id in cell.claim_ids))


class Limit(Entry):
    """The limit as data: how much of what, by whom, over which period, on which legal basis."""

    id_key: ClassVar[str] = "limit_id"
    limit_id: Id
    name: Words
    product: Words
    value: Annotated[Number, Field(gt=0)]
    unit: Id
    period: Literal["calendar-year", "twelve-months"]
    period_start: Annotated[str, StringConstraints(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$")]
    valid_from: Day
    valid_to: Day | None = None
    suppliers: Words
    legal_basis: Words
    address: WebAddress | None = None
    claims: tuple[ClaimId, ...] = ()
    note: str = ""


class Origin(Entry):
    """Who stands behind a statement, and from whom that one has it."""

    id_key: ClassVar[str] = "origin_id"
    origin_id: Id
    name: Words
    kind: OriginKind
    derived_from: tuple[Id, ...] = ()
    basis: Literal["stated", "inferred"] | None = None
    reason: str = ""
    reliability: Reliability | None = None
    reliability_reason: str = ""
    assessed_on: Day | None = None
    address: WebAddress | None = None

    @model_validator(mode="after")
    def descent_has_a_basis(self) -> Self:
        if bool(self.derived_from) != bool(self.basis):
            raise refuse("derived_from and basis go together", "Give both, or neither.")
        if self.basis == "inferred" and not self.reason:
            raise refuse("an inferred descent has no reason", "Say in reason why it is taken to descend from there.")
        if self.reliability and not (self.reliability_reason and self.assessed_on):
            raise refuse(
                "the grade has no reason or no day", "Give reliability_reason and assessed_on with reliability."
            )
        return self


@dataclass(frozen=True)
class Evidence:
    """All that is sound in a seeds folder; ids are unique and every reference resolves."""

    case: Case
    documents: tuple[Document, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    questions: tuple[Question, ...] = ()
    limits: tuple[Limit, ...] = ()
    origins: tuple[Origin, ...] = ()
    fingerprint: str = ""

    @cached_property
    def claim_by_id(self) -> Mapping[str, Claim]:
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def document_by_id(self) -> Mapping[str, Document]:
        return {document.id: document for document in self.documents}

    @cached_property
    def origin_by_id(self) -> Mapping[str, Origin]:
        return {origin.origin_id: origin for origin in self.origins}

    @property
    def headline_limit(self) -> Limit | None:
        wanted = self.case.subject.headline_limit
        return next((limit for limit in self.limits if limit.limit_id == wanted), None)

    def claims_of(self, document_id: str) -> tuple[Claim, ...]:
        """The claims of one document, in the order of the text."""
        return self._claims_by_document.get(document_id, ())

    @cached_property
    def _claims_by_document(self) -> Mapping[str, tuple[Claim, ...]]:
        grouped: dict[str, list[Claim]] = {}
        for claim in sorted(self.claims, key=lambda claim: (claim.start, claim.end)):
            grouped.setdefault(claim.document, []).append(claim)
        return {document_id: tuple(claims) for document_id, claims in grouped.items()}
