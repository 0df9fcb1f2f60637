"""What every entry of a seeds folder has in common: strict keys, ids, days, numbers, addresses, plain refusals."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Annotated, ClassVar, Literal, NamedTuple, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, model_validator
from pydantic_core import PydanticCustomError

from data.dates import BadEdtf, read_edtf
from data.quantities import Operator, Quantity

Basis = Literal["stated", "relative", "inferred"]
Reliability = Literal["A", "B", "C", "D", "E", "F"]
LONGEST_WORDS = 5_000
LONGEST_NAME = 80


class Refusal(NamedTuple):
    """What is wrong with a value, and what to do about it."""

    what: str
    remedy: str


def refuse(*refusals: Refusal) -> PydanticCustomError:
    """The error a validator raises; it carries every refusal, so that one run reports them all."""
    return PydanticCustomError("contract", "not as FORMAT.md asks", {"refusals": refusals})


def of_form(pattern: str, form: str, longest: int = LONGEST_NAME) -> AfterValidator:
    """A validator for text of a form, with the form in words: a curator need not read patterns."""
    compiled = re.compile(pattern, re.ASCII)

    def check(text: str) -> str:
        if len(text) > longest or not compiled.fullmatch(text):
            raise refuse(Refusal("this is not of the form asked for", f"Write {form}."))
        return text

    return AfterValidator(check)


def _edtf(text: str) -> str:
    try:
        read_edtf(text)
    except BadEdtf as bad:
        raise refuse(Refusal(bad.what, bad.remedy)) from None
    return text


def _day(value: object) -> date:
    # Left to itself, a reader of days takes 0 for 1 January 1970.
    if type(value) is date:
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise refuse(Refusal("the calendar has no such day", "Write a day that there is.")) from None
    raise refuse(Refusal("this is not a day", "Write year, month and day: 2026-11-21."))


def _number(value: object) -> object:
    # A boolean is a number to Python, not to a curator.
    if isinstance(value, bool):
        raise refuse(Refusal("this is true or false, not a number", "Write a number in digits."))
    return value


def _words(text: str) -> str:
    if not text.strip():
        raise refuse(Refusal("nothing stands here", "Write some words."))
    return text


def _web_address(text: str) -> str:
    if not text.startswith(("https://", "http://")) or any(char.isspace() for char in text):
        raise refuse(Refusal("this is not a web address", "Write an address that begins with https:// or http://."))
    return text


def _not_empty(entries: tuple[object, ...]) -> tuple[object, ...]:
    # Not Field(min_length=1): where the one entry is wrong that would add that there is none.
    if not entries:
        raise refuse(Refusal("the list is empty", "Give at least one, or leave the row out."))
    return entries


def in_list(*allowed: int) -> Callable[[object], object]:
    """A check for whole numbers of a list, which true and 1.0 are not although they equal 1."""

    def check(value: object) -> object:
        if type(value) is not int or value not in allowed:
            numbers = ", ".join(str(number) for number in allowed)
            raise refuse(Refusal("this number is not in the list", f"Write one of {numbers}, without quotation marks."))
        return value

    return check


ID_FORM = r"[a-z0-9]+(-[a-z0-9]+)*"
CLAIM_ID_FORM = r"[A-Z]{1,4}[0-9]{2,6}"

Id = Annotated[str, of_form(ID_FORM, "lower-case letters, digits and hyphens, such as salt-roads")]
ClaimId = Annotated[str, of_form(CLAIM_ID_FORM, "capital letters and at least two digits, such as S01")]
NotEmpty = AfterValidator(_not_empty)
Words = Annotated[str, Field(max_length=LONGEST_WORDS), AfterValidator(_words)]
Remark = Annotated[str, Field(max_length=LONGEST_WORDS)]
EdtfText = Annotated[str, Field(max_length=60), AfterValidator(_edtf)]
Day = Annotated[date, BeforeValidator(_day)]
YesNo = StrictBool
Number = Annotated[float, BeforeValidator(_number), Field(ge=0, le=1e15, allow_inf_nan=False)]
WebAddress = Annotated[str, Field(max_length=1_000), AfterValidator(_web_address)]


class Entry(BaseModel):
    """One thing that a curator wrote: unknown keys are refused, nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    id_key: ClassVar[str] = "id"
    id_form: ClassVar[str] = ID_FORM
    optional_columns: ClassVar[frozenset[str]] = frozenset()  # of a CSV file: the header may leave them out

    def contradictions(self) -> Iterator[Refusal]:
        """What does not fit together among keys that are each sound."""
        yield from ()

    @model_validator(mode="after")
    def holds_together(self) -> Self:
        if refusals := tuple(self.contradictions()):
            raise refuse(*refusals)
        return self


def dates_without_basis(entry: Entry, keys: Iterable[str]) -> Iterator[Refusal]:
    """A refusal for each date key that does not say on what basis, or why, it is read so."""
    for key in keys:
        text, basis, reason = (getattr(entry, name) for name in (key, f"{key}_basis", f"{key}_reason"))
        if text and not basis:
            yield Refusal(f"{key} has no {key}_basis", f"Give {key}_basis: stated, relative or inferred.")
        if text and basis and basis != "stated" and not reason.strip():
            yield Refusal(
                f"{key} is {basis} but {key}_reason is empty", f"Say in {key}_reason how the date was reached."
            )


class Numbered(Entry):
    """An entry that may give a number, with its operator and unit."""

    operator: Operator | None = None
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    unit: Id | None = None

    def contradictions(self) -> Iterator[Refusal]:
        given = {key for key in ("operator", "value", "low", "high", "unit") if getattr(self, key) is not None}
        wanted = {"operator", "low", "high", "unit"} if self.operator == "range" else {"operator", "value", "unit"}
        if given and given != wanted:
            yield Refusal(
                f"the number is not whole: it has {', '.join(sorted(given))}",
                f"Give {', '.join(sorted(wanted))}, or none of them if the text has no number.",
            )
        if self.low is not None and self.high is not None and self.low > self.high:
            yield Refusal("low is greater than high", "Write the smaller number as low.")

    @property
    def quantity(self) -> Quantity | None:
        if self.operator is None or self.unit is None:
            return None
        return Quantity(self.operator, self.unit, self.value, self.low, self.high)
