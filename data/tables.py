"""Files of a seeds folder -> plain rows, strictly: whatever is not as the contract says becomes a Problem, never a guess."""

import csv
import difflib
import io
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from data.contract import Entry
from data.problems import Problem, shown

LIST_MARK = ";"
EntryT = TypeVar("EntryT", bound=Entry)


def read_text(path: Path, name: str, problems: list[Problem]) -> str | None:
    """A file's text exactly as its bytes say (no newline translation), or None and a Problem."""
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        problems.append(Problem(name, "", "the file is missing", remedy="Add it; FORMAT.md says what stands in it."))
    except OSError as error:
        problems.append(
            Problem(name, "", "the file cannot be read", seen=error.strerror or "", remedy="Check its rights.")
        )
    except UnicodeDecodeError as error:
        problems.append(
            Problem(
                name,
                f"byte {error.start}",
                "the file is not UTF-8",
                seen=shown(error.object[error.start : error.start + 8]),
                expected="text in UTF-8",
                remedy="Save the file as UTF-8; a document's text must come in UTF-8 from its origin.",
            )
        )
    return None


def read_toml(path: Path, name: str, problems: list[Problem]) -> dict[str, Any] | None:
    """A TOML file as a dictionary, or None and a Problem."""
    text = read_text(path, name, problems)
    if text is None:
        return None
    if not text.strip():
        problems.append(Problem(name, "", "the file is empty", remedy="Fill it; FORMAT.md says what stands in it."))
        return None
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        problems.append(
            Problem(name, "", "the file is not sound TOML", seen=str(error), remedy="Mend the line it names.")
        )
    except RecursionError:
        problems.append(Problem(name, "", "the file is nested too deeply", remedy="Write it as FORMAT.md says."))
    return None


def read_csv(
    path: Path, name: str, columns: Iterable[str], lists: Iterable[str], problems: list[Problem]
) -> list[tuple[int, dict[str, Any]]]:
    """The sound rows of a CSV file as (line number, cells); empty cells are left out, list cells are split."""
    text = read_text(path, name, problems)
    if text is None:
        return []
    columns, lists = tuple(columns), frozenset(lists)
    text = text.removeprefix("\ufeff")  # spreadsheet programs put a byte order mark in front of UTF-8
    if not text.strip():
        remedy = f"Write the header: {','.join(columns)}"
        problems.append(Problem(name, "", "the file is empty", expected="a header and rows", remedy=remedy))
        return []
    if not text.endswith("\n"):
        remedy = "End the last row with a newline; if rows are missing after it, bring them back."
        problems.append(
            Problem(name, "last row", "the file does not end with a newline: it may be cut off", remedy=remedy)
        )
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[tuple[int, dict[str, Any]]] = []
    try:
        header = next(reader)
        if not _header_is_sound(header, columns, name, problems):
            return []
        line = reader.line_num + 1
        for row in reader:
            if len(row) == len(header):
                rows.append((line, _cells(header, row, lists)))
            elif row:
                what = f"the row has {len(row)} cells"
                remedy = "Give each row all cells; put a cell with a comma in double quotation marks."
                expected = f"{len(header)}, one a column"
                problems.append(Problem(name, f"row {line}", what, shown(",".join(row)), expected, remedy))
            line = reader.line_num + 1
    except csv.Error as error:
        remedy = "Look for a lone double quotation mark; inside a quoted cell it is written twice."
        problems.append(Problem(name, f"row {reader.line_num}", "the row is not sound CSV", str(error), remedy=remedy))
    return rows


def build(model: type[EntryT], raw: Mapping[str, Any], name: str, place: str, problems: list[Problem]) -> EntryT | None:
    """The entry that `raw` describes, or None and a Problem for each key that is wrong."""
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            problems.append(_problem(detail, model, name, place))
    return None


def _header_is_sound(header: list[str], columns: tuple[str, ...], name: str, problems: list[Problem]) -> bool:
    missing = [column for column in columns if column not in header]
    unknown = [column for column in header if column not in columns]
    twice = sorted({column for column in header if header.count(column) > 1})
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


def _problem(detail: ErrorDetails, model: type[Entry], name: str, place: str) -> Problem:
    keys = ".".join(str(part + 1) if isinstance(part, int) else part for part in detail["loc"])
    where = ", ".join(part for part in (place, keys) if part)
    context = detail.get("ctx", {})
    known = [field.alias or key for key, field in model.model_fields.items()]
    match detail["type"]:
        case "missing":
            return Problem(name, where, "this key is missing", remedy="Add it; FORMAT.md says what stands in it.")
        case "extra_forbidden":
            near = difflib.get_close_matches(str(detail["loc"][-1])[:80], known, n=1)
            remedy = f"Did you mean {near[0]}? Otherwise remove it." if near else "Remove it, or mend its name."
            return Problem(name, where, "nobody knows this key", shown(detail["input"]), remedy=remedy)
        case "contract":
            return Problem(name, where, context["what"], _seen(detail["input"]), remedy=context["remedy"])
        case "literal_error":
            remedy = f"Write {context['expected']}."
            return Problem(name, where, "this word is not in the list", shown(detail["input"]), remedy=remedy)
        case "string_pattern_mismatch":
            remedy = "Write it in the form that FORMAT.md gives for this key."
            what = "this is not of the form asked for"
            return Problem(name, where, what, shown(detail["input"]), f"the pattern {context['pattern']}", remedy)
        case _:
            remedy = "Mend the value; FORMAT.md says what stands here."
            return Problem(name, where, "this value is wrong", _seen(detail["input"]), detail["msg"], remedy)


def _seen(value: object) -> str:
    # A whole entry tells a curator nothing: the place already names it.
    return "" if isinstance(value, dict | Entry) else shown(value)
