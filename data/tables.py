"""Files of a seeds folder -> plain rows, strictly: whatever is not as the contract says is a Problem, never a guess."""

import csv
import io
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from data.contract import Entry, faulty_keys
from data.problems import Problem, shown

LIST_MARK = ";"
BYTE_ORDER_MARK = "\ufeff"  # spreadsheet programs put it in front of UTF-8
EntryT = TypeVar("EntryT", bound=Entry)

# What pydantic calls a fault -> what was expected and what to do, in a curator's words.
FAULTS = {
    "string_type": ("words in quotation marks", "Put the value in quotation marks."),
    "int_type": ("a whole number", "Write a whole number in digits, without quotation marks."),
    "float_type": ("a number", "Write the number in digits, without quotation marks."),
    "float_parsing": ("a number in digits", "Write digits alone, without commas, spaces or words: 500000."),
    "bool_type": ("true or false", "Write true or false, without quotation marks."),
    "tuple_type": ("a list", 'Write a list in square brackets, such as ["S01", "S02"], or [[…]] before each entry.'),
    "model_type": ("a table of keys", "Write its name in double square brackets, then its keys, as FORMAT.md says."),
}


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
        seen = error.strerror or ""
        problems.append(Problem(name, "", "the file cannot be read", seen, remedy="Check its rights."))
    return None


def read_toml(path: Path, name: str, problems: list[Problem]) -> dict[str, Any] | None:
    """A TOML file as a dictionary, or None and a Problem."""
    text = read_text(path, name, problems)
    if text is None or _has_nul(text, name, problems):
        return None
    try:
        return tomllib.loads(text)
    except RecursionError:
        problems.append(Problem(name, "", "the file is nested too deeply", remedy="Write it as FORMAT.md says."))
    except ValueError as error:  # sound TOML ends here too, if a number has thousands of digits
        what = "the file is not sound TOML"
        problems.append(Problem(name, "", what, seen=str(error), remedy="Mend the line it names."))
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
    if text is None or _has_nul(text, name, problems):
        return Rows([], complete=False)
    if not text.endswith("\n"):
        what = "the file does not end with a newline: it may be cut off"
        remedy = "End the last row with a newline; if rows are missing after it, bring them back."
        problems.append(Problem(name, "last row", what, remedy=remedy))
    rows = list(_rows(text, name, tuple(columns), frozenset(lists), problems, optional))
    return Rows(rows, complete=len(problems) == before)


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
        if not header:
            header = row
            if not _header_is_sound(header, columns, name, problems, optional):
                return
        elif len(row) == len(header):
            yield line, _cells(header, row, lists)
        elif row:
            what = f"the row has {len(row)} cells"
            remedy = "Give each row all cells; put a cell with a comma in double quotation marks."
            expected = f"{len(header)}, one a column"
            problems.append(Problem(name, f"row {line}", what, shown(",".join(row)), expected, remedy))


def _parsed(lines: list[str], name: str, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    """Every row with the line it begins on; after one that is not sound CSV reading goes on with the next line."""
    begun = 0
    while begun < len(lines):
        reader = csv.reader((lines[place] for place in range(begun, len(lines))), strict=True)
        first = begun
        try:
            for row in reader:
                yield begun + 1, row
                begun = first + reader.line_num
            return
        except csv.Error as error:
            what = "the row is not sound CSV"
            remedy = "Look for a lone double quotation mark; inside a quoted cell it is written twice."
            problems.append(Problem(name, f"row {begun + 1}", what, str(error), remedy=remedy))
            begun += 1


def build(model: type[EntryT], raw: object, name: str, place: str, problems: list[Problem]) -> EntryT | None:
    """The entry that `raw` describes, or None and a Problem for each key that is wrong."""
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            problems.extend(_problems(detail, model, name, place))
    return None


def without_faulty_keys(model: type[EntryT], raw: object) -> EntryT | None:
    """What is left of an entry without its faulty keys (None in their place), so that the rest is checked too."""
    if not isinstance(raw, dict):
        return None
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        return model.without(faulty_keys(error), raw)


def _has_nul(text: str, name: str, problems: list[Problem]) -> bool:
    if "\0" in text:
        what = "the file has NUL characters; it is probably UTF-16"
        problems.append(Problem(name, "", what, expected="text in UTF-8", remedy="Save the file as UTF-8."))
    return "\0" in text


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


def _problems(detail: ErrorDetails, model: type[Entry], name: str, place: str) -> list[Problem]:
    keys = ".".join(str(part + 1) if isinstance(part, int) else part for part in detail["loc"])
    where = ", ".join(part for part in (place, keys) if part)
    # A whole entry tells a curator nothing: the place already names it.
    seen = "" if isinstance(detail["input"], dict | Entry) else shown(detail["input"])
    context = detail.get("ctx", {})
    if detail["type"] == "contract":
        return [Problem(name, where, what, seen, remedy=remedy) for what, remedy in context["refusals"]]
    return [_problem(detail, model, name, where, seen)]


def _problem(detail: ErrorDetails, model: type[Entry], name: str, where: str, seen: str) -> Problem:
    context = detail.get("ctx", {})
    match detail["type"]:
        case "missing":
            return Problem(name, where, "this key is missing", remedy="Add it; FORMAT.md says what stands in it.")
        case "extra_forbidden":
            near = _nearest(str(detail["loc"][-1]), model) if len(detail["loc"]) == 1 else None
            remedy = f"Did you mean {near}? Otherwise remove it." if near else "Remove it, or mend its name."
            return Problem(name, where, "nobody knows this key", seen, remedy=remedy)
        case "literal_error":
            remedy = f"Write {context['expected']}."
            return Problem(name, where, "this word is not in the list", seen, remedy=remedy)
        case fault:
            expected, remedy = FAULTS.get(fault, (detail["msg"], "Mend the value; FORMAT.md says what stands here."))
            return Problem(name, where, "this value is wrong", seen, expected, remedy)


def _nearest(key: str, model: type[Entry]) -> str | None:
    from rapidfuzz import process  # only a mistyped key needs it

    known = [field.alias or name for name, field in model.model_fields.items()]
    found = process.extractOne(key[:80], known, score_cutoff=70)
    return found[0] if found else None
