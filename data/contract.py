"""What every entry of a seeds folder has in common: strict keys, ids, EDTF, numbers, addresses, and plain refusals."""

from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from data.dates import BadEdtf, read_edtf

Basis = Literal["stated", "relative", "inferred"]
Reliability = Literal["A", "B", "C", "D", "E", "F"]


def refuse(what: str, remedy: str) -> PydanticCustomError:
    """The error a validator raises: what is wrong, and what to do about it."""
    return PydanticCustomError("contract", "{what}", {"what": what, "remedy": remedy})


def _edtf(text: str) -> str:
    try:
        read_edtf(text)
    except BadEdtf as bad:
        raise refuse(bad.what, bad.remedy) from None
    return text


def _number(value: object) -> object:
    # A boolean is a number to Python, not to a curator.
    if isinstance(value, bool):
        raise refuse("this is true or false, not a number", "Write a number in digits.")
    return value


def _web_address(text: str) -> str:
    if not text.startswith(("https://", "http://")) or any(char.isspace() for char in text):
        raise refuse("this is not a web address", "Write an address that begins with https:// or http://.")
    return text


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
ClaimId = Annotated[str, StringConstraints(pattern=r"^[A-Z]{1,4}[0-9]{2,6}$")]
Words = Annotated[str, StringConstraints(min_length=1, max_length=2_000, pattern=r"\S")]
EdtfText = Annotated[str, StringConstraints(max_length=60), AfterValidator(_edtf)]
Number = Annotated[float, BeforeValidator(_number), Field(ge=0, le=1e15, allow_inf_nan=False)]
WebAddress = Annotated[str, StringConstraints(max_length=1_000), AfterValidator(_web_address)]


class Entry(BaseModel):
    """One thing that a curator wrote: unknown keys are refused, nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    id_key: ClassVar[str] = "id"


def dates_have_a_basis(entry: Entry, keys: Iterable[str]) -> None:
    for key in keys:
        text, basis, reason = (getattr(entry, name) for name in (key, f"{key}_basis", f"{key}_reason"))
        if text and not basis:
            raise refuse(f"{key} has no {key}_basis", f"Give {key}_basis: stated, relative or inferred.")
        if text and basis != "stated" and not reason:
            raise refuse(
                f"{key} is {basis} but {key}_reason is empty", f"Say in {key}_reason how the date was reached."
            )
