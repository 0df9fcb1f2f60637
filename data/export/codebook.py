"""What the tables of an export hold: codebook.toml as columns, and how a value of each kind is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, cached_property
from math import floor, isfinite, isinf, nan
from operator import itemgetter
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

import pandas as pd
import tomli
from pandas.api.extensions import ExtensionArray

from data.estimate.rounding import factor, modelled, percent, runs_of_100

# What cells hold: text "", list (), all else None where nothing is given; days as dates.
Values: TypeAlias = list[Any]
ItemT = TypeVar("ItemT")
DTYPES: Mapping[str, Any] = {
    "text": "str", "edtf": "str", "list": object, "number": "float64", "integer": "Int64", "yes-no": "boolean",
    "day": "datetime64[s]",
}  # fmt: skip
LEAST_WHOLE = 100  # below it a fraction of a unit is more than one in a hundred
IN_WORDS = {"runs": runs_of_100, "percent": percent}
ROUNDED = ("modelled", "whole", "factor", *IN_WORDS)
ROUNDED_HOW = {
    "modelled": "Rounded to two significant figures, which is what a model carries.",
    "whole": "Rounded to whole units, below 100 to three significant figures.",
    "factor": "Rounded as its unit is shown.",
    "runs": "In words, never none and never all.",
    "percent": "In words.",
}
WITH_EVERY_ROW = (
    ("record_link", ["text", "", "Link that opens this row in the views, with the data and assumptions named in it."]),
    ("data_version", ["text", "", "Version of the dataset and the first 12 characters of its fingerprint."]),
)


@dataclass(frozen=True)
class Column:
    """A column of a sheet: name, kind (a key of DTYPES), unit in words, and what it holds."""

    name: str
    kind: str
    unit: str
    description: str


@dataclass(frozen=True)
class Line(Column):
    """A line of codebook.toml: a column, with the one before rounding or the words for "no end" if it has them."""

    no_end: str = ""

    @property
    def columns(self) -> tuple[Column, ...]:
        kind = "text" if self.kind in IN_WORDS else "number" if self.kind in ROUNDED else self.kind
        told = " ".join([self.description, ROUNDED_HOW[self.kind]]) if self.kind in ROUNDED else self.description
        columns = [Column(self.name, kind, self.unit, told)]
        if self.no_end:
            words = f"“{self.no_end}” where that is why {self.name} is empty."
            columns.append(Column(f"{self.name}_words", "text", "", words))
        if self.kind in ROUNDED:
            unit = self.unit or "share of 1"
            raw = f"{self.name} before rounding, for calculations; it is not known so exactly."
            columns.append(Column(f"{self.name}_raw", "number", unit, raw))
        return tuple(columns)

    def values(self, rows: Sequence[Mapping[str, Any]]) -> list[Values]:
        """The values of its columns, in their order. Raises ValueError for a number without end and words for it."""
        given = [row[self.name] for row in rows]
        if self.kind != "number" and self.kind not in ROUNDED:
            return [_kept(given, self.kind)]
        numbers = [nan if one is None else float(one) for one in given]
        if not self.no_end and any(map(isinf, numbers)):
            raise ValueError(f"{self.name} holds a number without end, and codebook.toml has no words for it")
        finite = [one if isfinite(one) else None for one in numbers]
        columns = [self._shown(finite, rows)]
        if self.no_end:
            columns.append([self.no_end if isinf(one) else "" for one in numbers])
        return [*columns, finite] if self.kind in ROUNDED else columns

    def _shown(self, numbers: Sequence[float | None], rows: Sequence[Mapping[str, Any]]) -> Values:
        if in_words := IN_WORDS.get(self.kind):
            return ["" if one is None else in_words(one) for one in numbers]
        if self.kind == "factor":
            return [None if one is None else factor(one, row["unit"]) for one, row in zip(numbers, rows, strict=True)]
        rounding = {"modelled": modelled, "whole": whole}.get(self.kind)
        return [None if one is None else rounding(one) for one in numbers] if rounding else list(numbers)


@dataclass(frozen=True)
class Table:
    """A table of the codebook: `key` tells its rows apart; `references` give the table whose key a column holds."""

    name: str
    title: str
    description: str
    key: tuple[str, ...]
    references: Mapping[str, str]
    lines: tuple[Line, ...]

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """Its columns: what is shown, then the numbers before rounding, then link and version."""
        return tuple(self._in_order([column for line in self.lines for column in line.columns]))

    def values(self, rows: Sequence[Mapping[str, Any]]) -> tuple[Values, ...]:
        """The cells of some rows by column. Raises KeyError where a row lacks a column."""
        return tuple(self._in_order([cells for line in self.lines for cells in line.values(rows)]))

    def _in_order(self, given: Sequence[ItemT]) -> list[ItemT]:
        names = [column.name for line in self.lines for column in line.columns]
        last = {name: 2 for name, _ in WITH_EVERY_ROW}
        places = [last.get(name, 1 if name.endswith("_raw") else 0) for name in names]
        return [one for _, one in sorted(zip(places, given, strict=True), key=itemgetter(0))]


@cache
def tables() -> tuple[Table, ...]:
    """Every table of an export, in order; each whether or not a case has rows for it."""
    book = tomli.loads((Path(__file__).parent / "codebook.toml").read_text(encoding="utf-8"))
    return tuple(_table(name, told) for name, told in book.items())


def whole(value: float) -> float:
    """A sum in whole units, as nobody filed parts of them; one below 100 to three significant figures."""
    if not isfinite(value):
        return value
    return float(floor(value + 0.5)) if value >= LEAST_WHOLE else float(f"{value:.3g}")


def typed(values: Values, kind: str) -> ExtensionArray:
    """Values as the array of a column of their kind; what is missing is NaN, NA or NaT there."""
    array: ExtensionArray = pd.Series(values, dtype=DTYPES[kind]).array
    return array


def _kept(given: Values, kind: str) -> Values:
    """Values of frames or entries as cells keep them."""
    match kind:
        case "list":
            return [tuple(one) for one in given]
        case "integer":
            return [None if _is_missing(one) else int(one) for one in given]
        case "yes-no":
            return [None if _is_missing(one) else bool(one) for one in given]
        case "day":
            days = (None if _is_missing(one) else one for one in given)
            return [one.date() if isinstance(one, datetime) else one for one in days]
        case _:
            return [one or "" for one in given]


def _is_missing(value: object) -> bool:
    return value is None or value is pd.NA or value is pd.NaT


def _table(name: str, told: Mapping[str, Any]) -> Table:
    lines = tuple(Line(column, *words) for column, words in (*told["columns"].items(), *WITH_EVERY_ROW))
    return Table(
        name, told["title"], told["description"], tuple(told.get("key", ())), told.get("references", {}), lines
    )
