"""What every entry of a seeds folder has in common: strict keys, ids, days, numbers, addresses, plain refusals."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from math import isfinite
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    StrictBool,
    TypeAdapter,
    ValidationError,
    model_validator,
)
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError

from data.models.dates import BadEdtf, read_edtf
from data.models.numerals import fault_of
from data.models.quantities import Operator, Quantity

Basis = Literal["stated", "relative", "inferred"]
Reliability = Literal["A", "B", "C", "D", "E", "F"]
LONGEST_WORDS = 5_000
LONGEST_NAME = 80
# A name or number of a site, with a port or without.
HOST = re.compile(r"(\w([\w-]*\w)?(\.\w([\w-]*\w)?)*\.?|\[[0-9A-Fa-f:.]+\])(:[0-9]{1,5})?")


class Refusal(NamedTuple):
    """What is wrong with a value, and what to do about it.

    `keys` are those that do not fit together: where one of them is faulty itself, nobody can say. Without them the
    refusal needs the whole entry.
    """

    what: str
    remedy: str
    keys: tuple[str, ...] = ()


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
    # Left to itself, a reader of numbers takes 1e4, 1_000 and, for ten thousand, 10.000 from a cell.
    if isinstance(value, str) and (fault := fault_of(value.strip())):
        raise refuse(Refusal(*fault))
    if isinstance(value, float) and not isfinite(value):
        raise refuse(Refusal("this is no number", "Write the number in digits; nan and inf are none."))
    return value


def _words(text: str) -> str:
    if not text.strip():
        raise refuse(Refusal("nothing stands here", "Write some words."))
    return text


def _web_address(text: str) -> str:
    if not text.startswith(("https://", "http://")) or not text.isprintable() or " " in text:
        raise refuse(Refusal("this is not a web address", "Write an address that begins with https:// or http://."))
    host = _host(text)
    if "@" in host:
        what = "this address gives a name or password to log in with"
        raise refuse(
            Refusal(
                what, f"Write it without what stands before the @: {text.replace(host, host.rpartition('@')[2], 1)}"
            )
        )
    if not HOST.fullmatch(host):
        remedy = "Write the whole address, with the name of its site: https://www.example.org/en/."
        raise refuse(Refusal("this web address names no site", remedy))
    return text


def _host(address: str) -> str:
    """What stands between the two slashes and the next mark that ends it, as browsers read it."""
    return re.split(r"[/?#]", address.partition("//")[2], maxsplit=1)[0]


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

    @model_validator(mode="wrap")
    @classmethod
    def holds_together(cls, raw: object, read: ModelWrapValidatorHandler[Self]) -> Self:
        """Read an entry; what does not fit together is said in one go with what is wrong by itself."""
        try:
            entry = read(raw)
        except ValidationError as error:
            raise _with_contradictions(cls, raw, error) from None
        if refusals := tuple(entry.contradictions()):
            raise refuse(*refusals)
        return entry

    @classmethod
    def without(cls, faulty: Collection[str], raw: Mapping[str, object]) -> Self:
        """What is left of a raw entry without its faulty keys: None in their place, the others read."""
        left: dict[str, Any] = {}
        for name, key in cls.model_fields.items():
            written = key.alias or name
            if written in raw and written not in faulty:
                left[name] = _reader_of(cls, name).validate_python(raw[written])
            else:
                left[name] = None if key.is_required() or written in faulty else key.default
        return cls.model_construct(**left)


def known(*values: object) -> bool:
    """True if every value was read; None stands for one that is faulty itself, or not given."""
    return all(value is not None for value in values)


def faulty_keys(error: ValidationError) -> set[str]:
    """The keys of an entry in which, or below which, something is wrong."""
    return {str(detail["loc"][0]) for detail in error.errors(include_url=False) if detail["loc"]}


def _with_contradictions(model: type[Entry], raw: object, error: ValidationError) -> ValidationError:
    if not isinstance(raw, dict):
        return error
    faulty = faulty_keys(error)
    refusals = [
        refusal
        for refusal in model.without(faulty, raw).contradictions()
        if refusal.keys and faulty.isdisjoint(refusal.keys)
    ]
    if not refusals:
        return error
    details = [_again(detail) for detail in error.errors(include_url=False)]
    details.append(InitErrorDetails(type=refuse(*refusals), loc=(), input=raw))
    return ValidationError.from_exception_data(error.title, details)


def _again(detail: ErrorDetails) -> InitErrorDetails:
    context = detail.get("ctx", {})
    own = PydanticCustomError("contract", detail["msg"], context) if detail["type"] == "contract" else detail["type"]
    return InitErrorDetails(type=own, loc=detail["loc"], input=detail["input"], ctx=context)


@cache
def _reader_of(model: type[Entry], name: str) -> TypeAdapter[Any]:
    return TypeAdapter(model.model_fields[name].rebuild_annotation())


def dates_without_basis(entry: Entry, keys: Iterable[str]) -> Iterator[Refusal]:
    """A refusal for each date key that does not say on what basis, or why, it is read so."""
    for key in keys:
        text, basis, reason = (getattr(entry, name) for name in (key, f"{key}_basis", f"{key}_reason"))
        if text and not basis:
            remedy = f"Give {key}_basis: stated, relative or inferred."
            yield Refusal(f"{key} has no {key}_basis", remedy, (key, f"{key}_basis"))
        if text and basis and basis != "stated" and not (reason or "").strip():
            what, remedy = (
                f"{key} is {basis} but {key}_reason is empty",
                f"Say in {key}_reason how the date was reached.",
            )
            yield Refusal(what, remedy, (key, f"{key}_basis", f"{key}_reason"))


NUMBER_KEYS = ("operator", "value", "low", "high", "unit")


class Numbered(Entry):
    """An entry that may give a number, with its operator and unit."""

    operator: Operator | None = None
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    unit: Id | None = None

    def contradictions(self) -> Iterator[Refusal]:
        given = {key for key in NUMBER_KEYS if getattr(self, key) is not None}
        wanted = {"operator", "low", "high", "unit"} if self.operator == "range" else {"operator", "value", "unit"}
        if given and given != wanted:
            yield Refusal(
                f"the number is not whole: it has {', '.join(sorted(given))}",
                f"Give {', '.join(sorted(wanted))}, or none of them if the text has no number.",
                NUMBER_KEYS,
            )
        if self.low is not None and self.high is not None and self.low > self.high:
            yield Refusal("low is greater than high", "Write the smaller number as low.", ("low", "high"))

    @property
    def quantity(self) -> Quantity | None:
        if self.operator is None or self.unit is None:
            return None
        return Quantity(self.operator, self.unit, self.value, self.low, self.high)
