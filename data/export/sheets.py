"""Evidence and estimate -> sheets: one for each table of the codebook, typed, every row with its link and version."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import pandas as pd

from data.estimate.result import Estimate, NotEstimated
from data.export import cited, compared, judged, modelled, quoted
from data.export.codebook import Column, Table, Values, tables, typed
from data.export.source import Rows, Source, data_version, source_of
from data.models.evidence import Evidence
from data.models.links import Links

ROOMS = (quoted, cited, compared, modelled, judged)


@dataclass(frozen=True)
class Sheet:
    """One table of an export.

    `cells` is a list for each column; `key` are the columns that tell its rows apart, empty if none do;
    `references` give the table whose key a column holds, only where every row's does.
    """

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    cells: tuple[Values, ...] = field(repr=False)
    key: tuple[str, ...] = ()
    references: Mapping[str, str] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.cells[0])

    def __getitem__(self, column: str) -> Values:
        """The cells of a column."""
        return next(cells for one, cells in zip(self.columns, self.cells, strict=True) if one.name == column)

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The table as a frame, with the dtype of each column's kind (codebook.DTYPES); no number is without end."""
        return frame_of(self.columns, self.cells)


def sheets(evidence: Evidence, estimate: Estimate | NotEstimated, links: Links) -> tuple[Sheet, ...]:
    """Every table of the codebook in its order, also those without a row."""
    source, version = source_of(evidence, estimate, links), data_version(evidence)
    made = [_sheet(table, builder(table.name)(source), version) for table in tables()]
    return _with_true_references(made)


def filled(made: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """The tables that have a row, which are handed out: an empty one, and what refers to it, says nothing."""
    names = {sheet.name for sheet in made if len(sheet)}
    return tuple(
        replace(sheet, references={name: table for name, table in sheet.references.items() if table in names})
        for sheet in made
        if sheet.name in names
    )


def builder(name: str) -> Callable[[Source], Rows]:
    """The function that gives the rows of a table: it has the table's name."""
    found: Callable[[Source], Rows] = next(getattr(room, name) for room in ROOMS if hasattr(room, name))
    return found


def frame_of(columns: Sequence[Column], values: Sequence[Values]) -> pd.DataFrame:
    """Cells by column as a frame."""
    arrays = {column.name: typed(cells, column.kind) for column, cells in zip(columns, values, strict=True)}
    return pd.DataFrame(arrays, copy=False)


def _sheet(table: Table, rows: Rows, version: str) -> Sheet:
    values = table.values([{**row, "data_version": version} for row in rows])
    return Sheet(table.name, table.title, table.description, table.columns, values, table.key, table.references)


def _with_true_references(made: list[Sheet]) -> tuple[Sheet, ...]:
    """The sheets with the references that hold: of a case that is not sound, what a row names may be left out."""
    known = {sheet.name: {"", *sheet[sheet.key[0]]} for sheet in made if len(sheet.key) == 1}
    return tuple(
        replace(sheet, references={name: table for name, table in sheet.references.items()
                                   if known[table].issuperset(sheet[name])})
        for sheet in made
    )  # fmt: skip
