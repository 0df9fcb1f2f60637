"""What a seeds folder says, as frozen models; seeds/FORMAT.md is the contract in prose, key by key."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from data.models.assumptions import Assumptions
from data.models.case import Case
from data.models.changes import Change
from data.models.conditions import Condition
from data.models.dates import days_allowed
from data.models.entry import (
    CLAIM_ID_FORM,
    Basis,
    ClaimId,
    Day,
    EdtfText,
    Entry,
    Id,
    NotEmpty,
    Numbered,
    Refusal,
    Reliability,
    Remark,
    WebAddress,
    Words,
    YesNo,
    dates_without_basis,
    in_list,
    of_form,
)
from data.models.event import Event, Kind, Modality
from data.models.hypotheses import Hypotheses
from data.models.limits import Limit
from data.models.quantities import Covers, Per, Quantity, Turn
from data.models.record import Notification, Record, Sighting, Statement, Vessel, supplier_faults
from data.models.second_reading import RecordReading, SecondReading

Credibility = Annotated[int, BeforeValidator(in_list(1, 2, 3, 4, 5, 6))]
Place = Annotated[int, Field(ge=0, le=1_000_000_000, strict=True)]
Reading = Literal[
    "compatible", "same-origin", "different-things", "differ", "against-itself", "one-document", "check-wording"
]
SUM_FORM = r"[0-9a-f]{64}"
SHORTEST_PERIOD = 28  # days
OriginKind = Literal["document", "person", "body", "outlet", "analyst", "unnamed"]


class Document(Entry):
    """One text with what is known about it; `text` is verbatim, offsets count its Unicode code points."""

    id: Id
    label: Annotated[str, of_form(r"[A-Za-z0-9]{1,4}", "one to four letters or digits, such as A")]
    title: Words
    original_name: Words
    sha256: Annotated[str, of_form(SUM_FORM, "the SHA-256 of text.txt: 64 digits and letters a to f")]
    original_sha256: Annotated[str, of_form(SUM_FORM, "the SHA-256 of the original: 64 digits and letters a to f")] = ""
    extractor: Remark = ""
    received: Day | None = None
    supersedes: Id | None = None
    form: Annotated[str, Field(max_length=60)] = ""
    language: Annotated[str, of_form(r"[a-zA-Z]{2,3}(-[A-Za-z0-9]{1,8})*", "a language code, such as en")]
    publisher: Remark = ""
    address: WebAddress | None = None
    published: EdtfText | None = None
    published_basis: Basis | None = None
    published_reason: Remark = ""
    written: EdtfText | None = None
    written_basis: Basis | None = None
    written_reason: Remark = ""
    reliability: Reliability
    reliability_reason: Words
    assessed_on: Day
    note: Remark = ""
    text: Annotated[str, Field(repr=False)]

    def contradictions(self) -> Iterator[Refusal]:
        yield from dates_without_basis(self, ("published", "written"))
        if self.extractor and self.original_sha256 == "":
            what, remedy = "extractor says what made the text, and nothing says of which file", "Give original_sha256."
            yield Refusal(what, remedy, ("extractor", "original_sha256"))

    @property
    def written_window(self) -> str | None:
        """EDTF of when the text was written: its publication date if somebody has established one."""
        return self.published or self.written


class Claim(Numbered):
    """One quoted passage and how it is to be read.

    Of its number `suppliers` says whose deliveries it counts, `per` for each what (a rate), `change` that it is a rise
    or a fall and no level.
    """

    id_form: ClassVar[str] = CLAIM_ID_FORM
    id: ClaimId
    document: Id
    quote: Words
    start: Place
    end: Place
    prefix: Annotated[str, Field(max_length=32)]
    suffix: Annotated[str, Field(max_length=32)]
    kind: Kind
    topic: Id
    actor: Remark = ""
    target: Remark = ""
    speaker: Words
    via: Remark = ""
    origin: Id | None = None
    modality: Modality
    modality_reason: Remark = ""
    value_words: Remark = ""
    value_reason: Remark = ""
    product: Remark = ""
    product_reason: Remark = ""
    date_words: Remark = ""
    date_text_only: EdtfText | None = None
    date: EdtfText | None = None
    date_basis: Basis | None = None
    date_reason: Remark = ""
    covers: Covers | None = None
    suppliers: tuple[Words, ...] = ()
    per: Per | None = None
    change: Turn | None = None
    flags: tuple[Id, ...] = ()
    credibility: Credibility
    credibility_reason: Words
    assessed_on: Day
    corroborated_by: tuple[ClaimId, ...] = ()
    note: Remark = ""

    def contradictions(self) -> Iterator[Refusal]:
        yield from super().contradictions()
        yield from dates_without_basis(self, ("date",))
        if self.covers and not (self.operator and self.date):
            what = "covers says which part of a period a number counts for, and there is no number or no date"
            yield Refusal(what, "Give the number and its date, or leave covers out.")
        elif self.covers == "period" and self.date and days_allowed(self.date) < SHORTEST_PERIOD:
            what = f'covers is "period", but {self.date} is shorter than a month, and so than any period of a limit'
            yield Refusal(what, 'Write covers = "part" or leave it out, or mend the date.')
        yield from supplier_faults(self.suppliers)
        yield from self._beside_no_number()
        if self.modality == "notified" and self.operator and not self.suppliers:
            remedy = "Name in suppliers those whose deliveries were filed, or all."
            yield Refusal("the number is notified, and nobody says whose deliveries", remedy, ("modality", "suppliers"))

    def _beside_no_number(self) -> Iterator[Refusal]:
        for key in ("suppliers", "per", "change"):
            if getattr(self, key) and not self.operator:
                yield Refusal(f"{key} is given, but no number", f"Give the number, or leave {key} out.", (key,))

    @property
    def quantity(self) -> Quantity | None:
        given = super().quantity
        return replace(given, per=self.per, change=self.change) if given else None


class Cell(Entry):
    """What one document says to one question; with only `nearby` claims it touches the subject without answering."""

    document: Id
    claims: tuple[ClaimId, ...] = ()
    nearby: tuple[ClaimId, ...] = ()
    words: Words

    def contradictions(self) -> Iterator[Refusal]:
        if not self.claims and not self.nearby:
            remedy = "Name its claims; or take the cell out, and name the document in silent if somebody has read it."
            yield Refusal("the cell names no claim", remedy, ("claims", "nearby"))

    @property
    def claim_ids(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.claims, *self.nearby)))


class Question(Entry):
    """A row of the source comparison; `silent` are documents that were read for it and say nothing.

    A document that is neither there nor in a cell is not silent: nobody has read it for this question yet.
    """

    id: Id
    title: Words
    asks: Words
    figure: YesNo = False
    reading: Reading
    label: Remark = ""
    why: Words
    cells: Annotated[tuple[Cell, ...], Field(alias="cell"), NotEmpty]
    silent: tuple[Id, ...] = ()

    def contradictions(self) -> Iterator[Refusal]:
        for document in dict.fromkeys(self.silent or ()):
            if self.silent.count(document) > 1:
                yield Refusal(f"silent names {document} twice", "Name each document once.", ("silent",))
            if any(cell.document == document for cell in self.cells or ()):
                what = f"{document} has a cell and stands in silent too"
                yield Refusal(what, f"Take {document} out of silent, or remove its cell.", ("silent", "cell"))

    @property
    def claim_ids(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(claim_id for cell in self.cells for claim_id in cell.claim_ids))

    @property
    def documents_read(self) -> frozenset[str]:
        """Ids of the documents that somebody has read for this question, whether or not they answer."""
        return frozenset((*self.silent, *(cell.document for cell in self.cells)))


class Origin(Entry):
    """Who stands behind a statement, and from whom that one has it."""

    id_key: ClassVar[str] = "origin_id"
    optional_columns: ClassVar[frozenset[str]] = frozenset({"assessed_by"})
    origin_id: Id
    name: Words
    kind: OriginKind
    derived_from: tuple[Id, ...] = ()
    basis: Literal["stated", "inferred"] | None = None
    reason: Remark = ""
    reliability: Reliability | None = None
    reliability_reason: Remark = ""
    assessed_on: Day | None = None
    assessed_by: Remark = ""
    address: WebAddress | None = None

    def contradictions(self) -> Iterator[Refusal]:
        if bool(self.derived_from) != bool(self.basis):
            yield Refusal("derived_from and basis go together", "Give both, or neither.", ("derived_from", "basis"))
        if self.basis == "inferred" and not (self.reason or "").strip():
            remedy = "Say in reason why it is taken to descend from there."
            yield Refusal("an inferred descent has no reason", remedy, ("basis", "reason"))
        if self.reliability and not ((self.reliability_reason or "").strip() and self.assessed_on):
            remedy = "Give reliability_reason and assessed_on with reliability."
            keys = ("reliability", "reliability_reason", "assessed_on")
            yield Refusal("the grade has no reason or no day", remedy, keys)


@dataclass(frozen=True)
class Evidence:
    """All that is sound in a seeds folder; ids are unique and every reference resolves.

    `complete` is False when something else stands in the folder that is not sound: then what is absent here may only be
    withheld.
    """

    case: Case
    documents: tuple[Document, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    questions: tuple[Question, ...] = ()
    limits: tuple[Limit, ...] = ()
    conditions: tuple[Condition, ...] = ()
    origins: tuple[Origin, ...] = ()
    statements: tuple[Statement, ...] = ()
    notified: tuple[Notification, ...] = ()
    sightings: tuple[Sighting, ...] = ()
    vessels: tuple[Vessel, ...] = ()
    assumptions: Assumptions | None = None
    hypotheses: Hypotheses | None = None
    readings: tuple[SecondReading, ...] = ()
    record_readings: tuple[RecordReading, ...] = ()
    changes: tuple[Change, ...] = ()
    fingerprint: str = ""
    complete: bool = True

    @cached_property
    def claim_by_id(self) -> Mapping[str, Claim]:
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def document_by_id(self) -> Mapping[str, Document]:
        return {document.id: document for document in self.documents}

    @cached_property
    def origin_by_id(self) -> Mapping[str, Origin]:
        return {origin.origin_id: origin for origin in self.origins}

    @cached_property
    def record_by_id(self) -> Mapping[str, Record]:
        records: tuple[Record, ...] = (*self.statements, *self.notified, *self.sightings, *self.vessels)
        return {record.record_id: record for record in records}

    def readings_of(self, claim_id: str) -> tuple[SecondReading, ...]:
        """What others read in a claim's words without knowing how they had been read first."""
        return self._readings_by_claim.get(claim_id, ())

    @cached_property
    def _readings_by_claim(self) -> Mapping[str, tuple[SecondReading, ...]]:
        grouped: dict[str, list[SecondReading]] = {}
        for one in self.readings:
            grouped.setdefault(one.claim, []).append(one)
        return {claim_id: tuple(read) for claim_id, read in grouped.items()}

    def readings_of_record(self, record_id: str) -> tuple[RecordReading, ...]:
        """The numbers that others found in the words of a cited row without knowing which had been read first."""
        return tuple(one for one in self.record_readings if one.record == record_id)

    @property
    def headline_limit(self) -> Limit | None:
        wanted = self.case.subject.headline_limit
        return next((limit for limit in self.limits if limit.limit_id == wanted), None)

    @property
    def headline_conditions(self) -> tuple[Condition, ...]:
        """The conditions of the limit that is shown by default, in the order of their file."""
        limit = self.headline_limit
        return tuple(one for one in self.conditions if limit and one.limit_id == limit.limit_id)

    @cached_property
    def newest_of(self) -> Mapping[str, str]:
        """The id of the newest version of each document; its own where no other supersedes it."""
        newer = {one.supersedes: one.id for one in self.documents if one.supersedes}
        found = {}
        for document in self.documents:
            way = [document.id]
            while (following := newer.get(way[-1])) and following not in way:
                way.append(following)
            found[document.id] = way[-1]
        return found

    def newest(self, document_id: str) -> str:
        """The id of the newest version of a document; its own where none is known."""
        return self.newest_of.get(document_id, document_id)

    @cached_property
    def current_documents(self) -> tuple[Document, ...]:
        """The documents without those of which there is a newer version: what counts texts counts these."""
        return tuple(one for one in self.documents if self.newest_of[one.id] == one.id)

    def asks_to_check_wording(self, claim: Claim) -> bool:
        """True if the claim carries a flag that asks for its wording to be checked."""
        return any(flag.wording for flag in self.case.flags_named(claim.flags))

    def claims_of(self, document_id: str) -> tuple[Claim, ...]:
        """The claims of one document, in the order of the text."""
        return self._claims_by_document.get(document_id, ())

    @cached_property
    def _claims_by_document(self) -> Mapping[str, tuple[Claim, ...]]:
        grouped: dict[str, list[Claim]] = {}
        for claim in sorted(self.claims, key=lambda claim: (claim.start, claim.end)):
            grouped.setdefault(claim.document, []).append(claim)
        return {document_id: tuple(claims) for document_id, claims in grouped.items()}
