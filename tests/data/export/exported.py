"""A case of the registry with everything that its export is made from."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from data.estimate.result import Estimate, NotEstimated, estimate
from data.export.sheets import Sheet, sheets
from data.models.evidence import Evidence
from data.models.links import Links
from tests.cases.registry import evidence_of

EXPORTED = ("own", "second case", "no documents", "hostile texts", "formula texts")
BASE = "https://views.invalid"


@dataclass(frozen=True)
class Exported:
    """A case with everything its export is made from."""

    evidence: Evidence
    estimate: Estimate | NotEstimated
    links: Links
    sheets: tuple[Sheet, ...]

    def sheet(self, table: str) -> Sheet:
        """The sheet of a table."""
        return next(sheet for sheet in self.sheets if sheet.name == table)


@cache
def exported(case: str) -> Exported:
    """The export of a case of the registry under the assumptions as sourced; made once."""
    return export_of(evidence_of(case))


def export_of(evidence: Evidence) -> Exported:
    """The export of some evidence."""
    links, modelled = Links(BASE, evidence.fingerprint), estimate(evidence)
    return Exported(evidence, modelled, links, sheets(evidence, modelled, links))


def row(sheet: Sheet, **wanted: object) -> dict[str, Any]:
    """The first row of a sheet with these cells."""
    rows = (dict(zip(names(sheet), cells, strict=True)) for cells in zip(*sheet.cells, strict=True))
    return next(one for one in rows if all(one[name] == value for name, value in wanted.items()))


def names(sheet: Sheet) -> list[str]:
    """The names of the columns of a sheet."""
    return [column.name for column in sheet.columns]
