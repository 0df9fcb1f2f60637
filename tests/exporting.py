"""Exports of several cases for tests: the project's own, the second, an empty, a hostile and an odd one."""

import hashlib
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from data.estimate.result import Estimate, NotEstimated, estimate
from data.export.sheets import Sheet, sheets
from data.models.evidence import Evidence
from data.models.links import Links
from data.reading.seeds import SEEDS, read_evidence
from tests.conftest import SECOND_CASE
from tests.making import plant, write, write_case
from tests.pages.hostile import write_hostile_case

CASES = ("own", "second", "empty", "hostile", "odd")
BASE = "https://views.invalid"
# What a cell must bear: formulas, apostrophes before them, line breaks, signs of lists, other scripts, control signs.
QUOTE = "=SUM(1;2)\r\nover 100 tonnes of salt"
SPEAKER, PRODUCT, REASON, NOTE = "'=A1", "\t-1+1", "@SUM(1)", "a\\b; c\n한국과 Россия \u0000\u0001_x0041_"
ORIGIN_NAME = "a; b\\; =c"


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
    """The export of a case (one of CASES, or `many`) under the assumptions as sourced; made once."""
    with tempfile.TemporaryDirectory() as folder:
        return export_of(read_evidence(_folder(case, Path(folder) / case)))


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


def _folder(case: str, folder: Path) -> Path:
    match case:
        case "own":
            return SEEDS
        case "second":
            return SECOND_CASE
        case "hostile":
            return write_hostile_case(folder)
        case "odd":
            return write_odd_case(folder)
        case _:
            return write_case(folder, 30 if case == "many" else 0)


def write_odd_case(folder: Path) -> Path:
    """A sound case of one document whose words a spreadsheet program would act on, or a careless writer lose."""
    write_case(folder, 1)
    document = folder / "documents" / "report-01"
    text = f"{QUOTE} were sold in 2039."
    write(document / "text.txt", text)
    evidence = (document / "evidence.toml").read_text(encoding="utf-8")
    first, rest = evidence.split("[[claim]]")
    old = next(line for line in first.splitlines() if line.startswith("sha256"))
    digest = f'sha256 = "{hashlib.sha256(text.encode()).hexdigest()}"'
    write(document / "evidence.toml", first.replace(old, digest) + "[[claim]]" + rest)
    plant(document / "evidence.toml", "quote = '100 tonnes of salt'", f"quote = {_toml(QUOTE)}")
    for key, value in (("start", "0"), ("end", str(len(QUOTE)))):
        line = next(line for line in rest.splitlines() if line.startswith(f"{key} = "))
        plant(document / "evidence.toml", f"\n{line}\n", f"\n{key} = {value}\n")
    plant(document / "evidence.toml", "prefix = 'In 2039 the Upper Vale sold '", "prefix = ''")
    plant(document / "evidence.toml", "suffix = ' to the Lower Vale.'", "suffix = ' were sold in 2039.'")
    plant(document / "evidence.toml", 'date_words = "In 2039"', 'date_words = "in 2039"')
    plant(document / "evidence.toml", 'operator = "="', 'operator = ">"')
    plant(document / "evidence.toml", 'speaker = "document voice"', f"speaker = {_toml(SPEAKER)}\norigin = 'odd'")
    plant(
        document / "evidence.toml",
        'product = "salt"',
        f"product = {_toml(PRODUCT)}\nproduct_reason = {_toml(REASON)}\nnote = {_toml(NOTE)}",
    )
    plant(folder / "events.csv", ",100 tonnes of salt,", ",Over 100 tonnes of salt,")
    plant(folder / "questions.toml", 'words = "100 tonnes"', 'words = "over 100 tonnes"')
    origins = (folder / "origins.csv").read_text(encoding="utf-8")
    write(folder / "origins.csv", f'{origins}odd,"{ORIGIN_NAME}",body,,,,,,,\n')
    return folder


def _toml(text: str) -> str:
    escaped = "".join(char if char.isprintable() and char not in '"\\' else f"\\u{ord(char):04x}" for char in text)
    return f'"{escaped}"'
