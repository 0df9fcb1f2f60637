"""Files of a seeds folder -> plain rows, strictly: whatever is not as the contract says is a Problem, never a guess."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import tomli
from pydantic import ValidationError

from data.files.entry_faults import problems_of
from data.files.problems import Problem, shown
from data.files.unreadable import LONGEST_CELL, csv_fault, reason, toml_fault
from data.models.entry import Entry, faulty_keys
from data.models.numerals import numeral

LIST_MARK = ";"
BYTE_ORDER_MARK = "\ufeff"  # spreadsheet programs put it in front of UTF-8
EntryT = TypeVar("EntryT", bound=Entry)


class Rows(NamedTuple):
    """The readable rows of a CSV file by line number; `complete` is False if any could not be read."""

    rows: list[tuple[int, dict[str, Any]]]
    complete: bool


def read_text(path: Path, name: str, problems: list[Problem], mark_allowed: bool = False) -> str | None:
    """A file's text exactly as its bytes say (no newline translation), or None and a Problem.

    A byte order mark is taken off where it is allowed, and is a Problem elsewhere.
    """
    content = _content(path, name, problems)
    if content is None:
        return None
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        seen = shown(content[error.start : error.start + 8])
        remedy = "Save the file as UTF-8; a document's text must come in UTF-8 from its origin."
        what = "the file is not UTF-8"
        problems.append(Problem(name, f"byte {error.start}", what, seen, "text in UTF-8", remedy))
        return None
    if not text.strip(BYTE_ORDER_MARK + " \t\r\n"):
        problems.append(Problem(name, "", "the file is empty", remedy="Fill it; FORMAT.md says what stands in it."))
        return None
    if text.startswith(BYTE_ORDER_MARK) and not mark_allowed:
        remedy = "Save the file as UTF-8 without a byte order mark (BOM)."
        problems.append(Problem(name, "byte 0", "the file begins with a byte order mark", remedy=remedy))
        return None
    if "\0" in text:  # no page can show one
        what = "the file has NUL characters; it is probably UTF-16"
        problems.append(Problem(name, "", what, expected="text in UTF-8", remedy="Save the file as UTF-8."))
        return None
    return text.removeprefix(BYTE_ORDER_MARK) if mark_allowed else text


def _content(path: Path, name: str, problems: list[Problem]) -> bytes | None:
    try:
        # A pipe or a device would be read for ever.
        if path.exists() and not path.is_file():
            problems.append(Problem(name, "", "this is not a file", remedy="Put a file of this name in its place."))
            return None
        return path.read_bytes()
    except FileNotFoundError:
        problems.append(Problem(name, "", "the file is missing", remedy="Add it; FORMAT.md says what stands in it."))
    except OSError as error:
        what = f"the file cannot be read: {reason(error)}"
        problems.append(Problem(name, "", what, remedy="Give whoever runs this the right to read it, or copy it anew."))
    return None


def read_toml(path: Path, name: str, problems: list[Problem]) -> dict[str, Any] | None:
    """A TOML file as a dictionary, or None and a Problem."""
    text = read_text(path, name, problems)
    if text is None:
        return None
    try:
        return tomli.loads(text)
    except RecursionError:
        problems.append(Problem(name, "", "the file is nested too deeply", remedy="Write it as FORMAT.md says."))
    except ValueError as error:  # sound TOML ends here too, if a number has thousands of digits
        fault = toml_fault(error, text)
        what = f"the file is not sound TOML: {fault.cause}"
        problems.append(Problem(name, fault.place, what, fault.seen, remedy=fault.remedy))
    return None


def read_csv(
    path: Path,
    name: str,
    columns: Iterable[str],
    lists: Iterable[str],
    problems: list[Problem],
    optional: frozenset[str] = frozenset(),
) -> Rows:
    """The rows of a CSV file; empty cells are left out, list cells are split; `optional` columns may be missing."""
    before = len(problems)
    text = read_text(path, name, problems, mark_allowed=True)
    if text is None:
        return Rows([], complete=False)
    if not text.endswith("\n"):
        what = "the file does not end with a newline: it may be cut off"
        remedy = "End the last row with a newline; if rows are missing after it, bring them back."
        problems.append(Problem(name, "last row", what, remedy=remedy))
    rows = list(_rows(text, name, tuple(columns), frozenset(lists), problems, optional))
    return Rows(rows, complete=len(problems) == before)


def csv_text(rows: Iterable[Iterable[object]], ending: str = "\n") -> str:
    """Rows of cells as CSV, each with this end of its line."""
    told = io.StringIO(newline="")
    csv.writer(told, lineterminator=ending).writerows(rows)
    return told.getvalue()


def _rows(
    text: str,
    name: str,
    columns: tuple[str, ...],
    lists: frozenset[str],
    problems: list[Problem],
    optional: frozenset[str],
) -> Iterator[tuple[int, dict[str, Any]]]:
    header: list[str] = []
    for line, row in _parsed(io.StringIO(text, newline="").readlines(), name, problems):
        if not any(cell.strip() for cell in row):
            continue  # what a spreadsheet program leaves of an emptied row says nothing
        if not header:
            header = row
            if not _header_is_sound(header, columns, name, problems, optional):
                return
        elif len(row) == len(header):
            yield line, _cells(header, row, lists)
        else:
            what, expected = f"the row has {len(row)} cells", f"{len(header)}, one a column"
            remedy = _remedy_for_cells(row, len(header))
            problems.append(Problem(name, f"row {line}", what, shown(",".join(row)), expected, remedy))


def _remedy_for_cells(row: list[str], wanted: int) -> str:
    """What to do about a row with too many or too few cells; first of all about numbers written with commas."""
    if len(row) < wanted:
        return f"Give each row all cells: an empty one for what is not given, {wanted - 1} commas in all."
    groups = [place for place in range(1, len(row)) if _goes_on(row[place - 1], row[place])]
    if len(row) - wanted <= len(groups):
        first = groups[0]
        whole, following = row[first - 1].strip(), row[first].strip()
        return f"Write numbers without commas: {whole}{following}, not {whole},{following}."
    return "Give each row all cells; put a cell with a comma in double quotation marks."


def _goes_on(cell: str, following: str) -> bool:
    """True where a comma between two cells may have divided the thousands of one number."""
    return bool(re.fullmatch(r"\s*\d{1,3}\s*", cell) and re.fullmatch(r"\s*\d{3}(\.\d+)?\s*", following))


def _parsed(lines: list[str], name: str, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    """Every row with the line it begins on; after one that is not sound CSV reading goes on with the next line."""
    begun = 0
    while begun < len(lines):
        reader = csv.reader((lines[place] for place in range(begun, len(lines))), strict=True)
        first = begun
        try:
            for row in reader:
                if any(
                    len(cell) > LONGEST_CELL for cell in row
                ):  # csv's own limit holds for the process: anyone lifts it
                    raise csv.Error("field larger than field limit")
                yield begun + 1, row
                begun = first + reader.line_num
            return
        except csv.Error as error:
            cause, remedy = csv_fault(error)
            what, seen = f"the row is not sound CSV: {cause}", shown(lines[begun].rstrip("\r\n"))
            problems.append(Problem(name, f"row {begun + 1}", what, seen, remedy=remedy))
            begun += 1


def build(model: type[EntryT], raw: object, name: str, place: str, problems: list[Problem]) -> EntryT | None:
    """The entry that `raw` describes, or None and a Problem for each key that is wrong."""
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        problems.extend(problems_of(error, model, name, place))
    return None


def without_faulty_keys(model: type[EntryT], raw: object) -> EntryT | None:
    """What is left of an entry without its faulty keys (None in their place), so that the rest is checked too."""
    if not isinstance(raw, dict):
        return None
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        return model.without(faulty_keys(error), raw)


def _header_is_sound(
    header: list[str], columns: tuple[str, ...], name: str, problems: list[Problem], optional: frozenset[str]
) -> bool:
    missing = [column for column in columns if column not in header and column not in optional]
    unknown = [column for column in header if column not in columns]
    twice = [column for column, times in Counter(header).items() if times > 1]
    if not (missing or unknown or twice):
        return True
    parts = [("missing", missing), ("unknown", unknown), ("twice", twice)]
    what = "the header is wrong: " + "; ".join(f"{word} {', '.join(names[:20])}" for word, names in parts if names)
    remedy = "Write the columns as FORMAT.md lists them."
    if len(header) == 1 and ";" in header[0]:
        remedy = "Save the file with commas between the cells, not semicolons."
    problems.append(Problem(name, "row 1", what, shown(",".join(header)), ",".join(columns), remedy))
    return False


def _cells(header: list[str], row: list[str], lists: frozenset[str]) -> dict[str, Any]:
    cells: dict[str, Any] = {}
    for column, cell in zip(header, row, strict=True):
        stripped = cell.strip()
        if not stripped:
            continue
        cells[column] = [part.strip() for part in stripped.split(LIST_MARK)] if column in lists else stripped
    return cells


def cell_of(value: object) -> str:
    """A value as a curator writes it into a cell: a day as 2031-05-03, what is listed with semicolons between."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return numeral(value)
        case date():
            return value.isoformat()
        case list() | tuple():
            return f"{LIST_MARK} ".join(map(cell_of, value))
    return str(value)
