"""The public record: what stands outside the documents, each row with who said it and its address, as frozen models.

A row is cited, not quoted: it has an address and no stored text, so its words are a curator's own.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Annotated, ClassVar, Literal, TypeAlias

from pydantic import AfterValidator, Field

from data.models.dates import read_edtf
from data.models.entry import (
    CLAIM_ID_FORM,
    Day,
    EdtfText,
    Entry,
    Id,
    NotEmpty,
    Number,
    Numbered,
    Refusal,
    Remark,
    WebAddress,
    Words,
    refuse,
)
from data.models.names import folded
from data.models.quantities import Quantity, impossible_factor

StatementKind = Literal["statement", "rule", "body", "conversion", "repeat", "source", "denial"]
Standing = Literal["sound", "superseded", "error"]
Counting = Literal["used", "part", "superseded", "error"]
FiledOperator = Literal["=", "~"]
EVERYBODY = "all"
IMO_WEIGHTS = range(7, 1, -1)
RUNNING_DIGITS = "0123456789"
SIZE_KEYS = ("dwt", "dwt_said_by", "dwt_origin", "dwt_address")


def _unlike_a_claim(record_id: str) -> str:
    # In a sentence [S01] is a claim and [salt-01] a record: one look must tell which.
    if re.fullmatch(CLAIM_ID_FORM, record_id.upper()):
        raise refuse(Refusal("this id looks like that of a claim", "Give it a word and a hyphen, such as salt-01."))
    return record_id


def _imo(text: str) -> str:
    if not re.fullmatch(r"\d{7}", text, re.ASCII):
        raise refuse(Refusal("this is not an IMO number", "Write its seven digits alone, without IMO before them."))
    # Registers and forms are filled with these where no number is known, and the last digit fits all the same.
    if text[0] == "0" or len(set(text[:6])) == 1 or text in RUNNING_DIGITS:
        what = "this stands in for an IMO number and is none of a vessel"
        raise refuse(Refusal(what, "Copy the number from its source, or leave the cell empty if none is known."))
    check = sum(int(digit) * weight for digit, weight in zip(text, IMO_WEIGHTS, strict=False)) % 10
    if check != int(text[6]):
        what = f"the last digit does not fit the six before it, which ask for {check}"
        raise refuse(Refusal(what, "Copy the number again from its source: a digit is wrong or two are swapped."))
    return text


RecordId = Annotated[Id, AfterValidator(_unlike_a_claim)]
Imo = Annotated[str, AfterValidator(_imo)]
EventTitle = Annotated[Remark, Field(max_length=200)]
Suppliers = Annotated[tuple[Words, ...], NotEmpty]


class Statement(Numbered):
    """What somebody said in public; `event` is its title on the timeline, empty if it is not drawn.

    `hedge` are the words by which the source itself holds back; `original` is the text of which a copy was read.
    `suppliers` is given by an estimate of what came in a year, or in a part of it: whose deliveries it counts, `all`
    for all suppliers together; the comparison by year draws those that have it.
    """

    id_key: ClassVar[str] = "record_id"
    optional_columns: ClassVar[frozenset[str]] = frozenset({"hedge", "suppliers", "original"})
    record_id: RecordId
    kind: StatementKind
    topic: Id
    statement: Words
    hedge: tuple[Words, ...] = ()
    suppliers: tuple[Words, ...] = ()
    product: Remark = ""
    date: EdtfText | None = None
    published: Day | None = None
    said_by: Words
    origin: Id
    address: WebAddress
    original: Remark = ""
    questions: tuple[Id, ...] = ()
    event: EventTitle = ""
    standing: Standing
    superseded_by: Id | None = None
    note: Remark = ""

    def contradictions(self) -> Iterator[Refusal]:
        yield from super().contradictions()
        yield from _standing_faults(self.standing, self.superseded_by, self.note)
        yield from _event_faults(self.event, self.date, self.standing)
        yield from supplier_faults(self.suppliers)
        if self.suppliers and (self.operator is None or self.date is None):
            remedy = "Give number and date, or leave suppliers empty: it is for estimates of what came in a year."
            yield Refusal("suppliers is given, but no number with a date", remedy, ("suppliers",))


class Notification(Entry):
    """An amount that states filed for a window of time; `all` stands for all suppliers together, `~` for rounded.

    `seen_on` is the day on which its source read it where it was filed; that may be before the source was published.
    """

    id_key: ClassVar[str] = "record_id"
    optional_columns: ClassVar[frozenset[str]] = frozenset({"seen_on", "original"})
    record_id: RecordId
    suppliers: Suppliers
    date: EdtfText
    operator: FiledOperator
    value: Number
    unit: Id
    factor: Number | None = None
    factor_from: Id | None = None
    published: Day | None = None
    seen_on: Day | None = None
    said_by: Words
    origin: Id
    address: WebAddress
    original: Remark = ""
    standing: Counting
    superseded_by: Id | None = None
    derived_from: tuple[Id, ...] = ()
    note: Remark = ""

    def contradictions(self) -> Iterator[Refusal]:
        yield from _standing_faults(self.standing, self.superseded_by, self.note)
        yield from supplier_faults(self.suppliers)
        window = read_edtf(self.date) if self.date else None
        certain = window and window.latest_start and window.earliest_end and window.form in ("date", "interval")
        if window and not certain:
            remedy = "Write a year, a month, or from the first to the last: 2031-01/2031-07."
            yield Refusal("the window has no certain first and last day", remedy, ("date",))
        if (self.factor is None) != (self.factor_from is None):
            remedy = "Give the factor and the record it comes from."
            yield Refusal("factor and factor_from go together", remedy, ("factor", "factor_from"))
        if self.factor is not None and (why := impossible_factor(self.factor)):
            remedy = "Take the factor from a sound record; if the source prints this one, it is an error."
            yield Refusal(why, remedy, ("factor",))
        if self.seen_on and self.published and self.seen_on > self.published:
            remedy = "Give the day on which the source read it, or leave seen_on empty."
            yield Refusal("it was seen after it was published", remedy, ("seen_on", "published"))
        if len(self.derived_from or ()) == 1:
            remedy = "Name the whole first, then each part that is taken off."
            yield Refusal("derived_from names one row", remedy, ("derived_from",))

    @property
    def quantity(self) -> Quantity:
        return Quantity(self.operator, self.unit, self.value)


class Sighting(Entry):
    """A vessel, or vessels, seen at a place; `event` is its title on the timeline, empty if it is not drawn."""

    id_key: ClassVar[str] = "record_id"
    optional_columns: ClassVar[frozenset[str]] = frozenset({"original"})
    record_id: RecordId
    vessel: Id | None = None
    place: Words
    seen_by: Words
    date: EdtfText
    published: Day | None = None
    said_by: Words
    origin: Id
    address: WebAddress
    original: Remark = ""
    event: EventTitle = ""
    standing: Standing
    superseded_by: Id | None = None
    note: Remark = ""

    def contradictions(self) -> Iterator[Refusal]:
        yield from _standing_faults(self.standing, self.superseded_by, self.note)
        yield from _event_faults(self.event, self.date, self.standing)

    @property
    def quantity(self) -> None:
        return None


class Vessel(Entry):
    """The particulars of a vessel; who gives its size may be another than who gives its name."""

    id_key: ClassVar[str] = "vessel_id"
    vessel_id: RecordId
    name: Words
    former_names: tuple[Words, ...] = ()
    imo: Imo | None = None
    said_by: Words
    origin: Id
    address: WebAddress
    dwt: Annotated[Number, Field(gt=0)] | None = None
    dwt_said_by: Remark = ""
    dwt_origin: Id | None = None
    dwt_address: WebAddress | None = None
    un_listed: Literal["yes", "no"] | None = None
    listed_on: Day | None = None
    note: Remark = ""

    def contradictions(self) -> Iterator[Refusal]:
        given = [key for key in SIZE_KEYS if getattr(self, key) not in (None, "")]
        if given and len(given) < 4:
            remedy = "Give dwt with dwt_said_by, dwt_origin and dwt_address, or none of them."
            yield Refusal(f"the size is not whole: it has {', '.join(given)}", remedy, SIZE_KEYS)
        if self.listed_on and self.un_listed != "yes":
            remedy = "Write yes, or leave listed_on empty."
            yield Refusal("listed_on is given, but un_listed is not yes", remedy, ("listed_on", "un_listed"))

    @property
    def record_id(self) -> str:
        return self.vessel_id

    @property
    def quantity(self) -> None:
        return None


Record: TypeAlias = Statement | Notification | Sighting | Vessel


def quoted_list(words: Iterable[str]) -> str:
    """Words of a source in quotation marks, one after another: "“likely”, “at least”"."""
    return ", ".join(f"“{word}”" for word in words)


def supplier_faults(suppliers: tuple[str, ...] | None) -> Iterator[Refusal]:
    """What does not fit together in a list of those whose deliveries a number counts."""
    named = suppliers or ()
    if len(set(named)) < len(named):
        yield Refusal("a supplier stands twice", "Name each supplier once.", ("suppliers",))
    for name in named:
        if name != EVERYBODY and folded(name) == EVERYBODY:
            what = f"{name} is no supplier; all suppliers together are written {EVERYBODY}"
            yield Refusal(what, f"Write {EVERYBODY}.", ("suppliers",))
    if EVERYBODY in named and len(named) > 1:
        remedy = f"Write {EVERYBODY} alone, or name each supplier."
        yield Refusal(f"{EVERYBODY} stands beside a supplier", remedy, ("suppliers",))


def _standing_faults(standing: str, superseded_by: str | None, note: str) -> Iterator[Refusal]:
    if standing == "superseded" and superseded_by is None:
        remedy = "Name in superseded_by the row that takes its place."
        yield Refusal("superseded by nothing", remedy, ("standing", "superseded_by"))
    if standing != "superseded" and superseded_by is not None:
        what = f"superseded_by is given, but the row is {standing}"
        yield Refusal(what, "Write superseded, or leave it empty.", ("standing", "superseded_by"))
    if standing == "error" and not (note or "").strip():
        remedy = "Say in note what is wrong; the row stays, and is never used."
        yield Refusal("an error without a note", remedy, ("standing", "note"))


def _event_faults(event: str, date: str | None, standing: str) -> Iterator[Refusal]:
    if not (event or "").strip():
        return
    if date is None:
        yield Refusal(
            "event is given, but no date", "Give the date, or leave event empty: it cannot be drawn.", ("event", "date")
        )
    if standing != "sound":
        remedy = "Leave event empty, or give it to the row that is used in its place."
        yield Refusal(f"a row that stands as {standing} is not drawn", remedy, ("event", "standing"))
