"""The bytes of a seeds file with an entry more or a key changed; all else in it stays byte for byte.

What was written is read once more, by the reader that the check uses, and held against what was meant.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias, cast

import tomli
import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Table

from data.files.problems import shown
from data.files.tables import BYTE_ORDER_MARK, cell_of, csv_text
from data.models.numerals import numeral
from data.texts.folds import as_basic_toml, as_toml

Fields: TypeAlias = Mapping[str, object]  # keys of FORMAT.md with text, truth, number, day, list or tables
Place: TypeAlias = tuple[str | int, ...]
EMPTY: tuple[object, ...] = (None, "", (), [])
MISREAD = "What was written does not read as it was meant; nothing was changed."
UNSOUND = "The file is not sound TOML: mend what the check says of it first."
VERBATIM = ("quote", "prefix", "suffix")  # words of a text, kept character for character


class NotWritten(ValueError):
    """A file that nothing can be added to; its words say why, and what to mend first."""


def table_added(content: bytes, place: Place, entry: Fields) -> bytes:
    """A TOML file with one table more at the end of a list of tables, such as ("question", 3, "cell").

    Keys without a value are left out. Raises NotWritten.
    """
    text, ending = _text_of(content), _line_end(content)
    document = _parsed(text)
    *above, name = place
    holder = _at(document, above)
    if name not in holder:
        holder.append(name, tomlkit.aot())
    listed = cast("AoT", holder[name])
    table = _table(place, entry, ending)
    stands_apart = _rendered(listed, document).replace("\r\n", "\n").endswith("\n\n")
    table.trivia.indent = "" if stands_apart else ending
    if stands_apart:
        table.add(tomlkit.ws(ending))
    listed.append(table)
    meant = _read(text)
    _at(meant, above).setdefault(name, []).append(_plain(entry))
    return _proven(document, meant)


def key_changed(content: bytes, place: Place, key: str, value: object) -> bytes:
    """A TOML file in which a table, such as ("claim", 4), has another value for a key; None takes the key out.

    A value that stands there already changes no byte. Raises NotWritten.
    """
    text = _text_of(content)
    meant = _read(text)
    wanted = _plain({key: value}).get(key)
    if _at(meant, place).get(key) == wanted:
        return content
    document = _parsed(text)
    if wanted is None:
        del _at(document, place)[key]
        del _at(meant, place)[key]
    else:
        line = f"{key} = {_toml(key, value)}{_line_end(content)}"
        _at(document, place)[key] = tomlkit.parse(line)[key]
        _at(meant, place)[key] = wanted
    return _proven(document, meant)


def toml_file(table: str, entry: Fields) -> bytes:
    """A new TOML file with one table: [document] and its keys."""
    lines = [f"[{table}]", *_lines(entry)]
    content = ("\n".join(lines) + "\n").encode("utf-8")
    if _read(content.decode("utf-8")) != {table: _plain(entry)}:
        raise NotWritten(MISREAD)
    return content


def row_added(content: bytes, row: Fields) -> bytes:
    """A CSV file with one row more at its end, in its own columns and with its own line ends. Raises NotWritten."""
    text, ending = _text_of(content), _line_end(content)
    rows = [cells for _, _, cells in _placed_rows(text)]
    if not rows:
        raise NotWritten("The file has no header: write its columns as FORMAT.md lists them first.")
    header = [name.removeprefix(BYTE_ORDER_MARK) for name in rows[0]]
    cells = {name: cell_of(value) for name, value in row.items() if cell_of(value)}
    if missing := [name for name in cells if name not in header]:
        raise NotWritten(f"The file has no column {shown(missing[0])}: add it to the header first.")
    added = [cells.get(name, "") for name in header]
    gap = "" if text.endswith("\n") else ending
    written = f"{text}{gap}{csv_text([added], ending)}"
    if [cells for _, _, cells in _placed_rows(written)] != [*rows, added]:
        raise NotWritten(MISREAD)
    return written.encode("utf-8")


def row_changed(content: bytes, key: str, entry_id: str, fields: Fields) -> bytes:
    """A CSV file in which the row with an id has other cells; all other lines stay byte for byte. Raises NotWritten."""
    text = _text_of(content)
    lines, rows = io.StringIO(text, newline="").readlines(), _placed_rows(text)
    header = [name.removeprefix(BYTE_ORDER_MARK) for name in rows[0][2]] if rows else []
    if missing := [name for name in (key, *fields) if name not in header]:
        raise NotWritten(f"The file has no column {shown(missing[0])}: add it to the header first.")
    found = [row for row in rows[1:] if dict(zip(header, row[2], strict=False)).get(key) == entry_id]
    if len(found) != 1:
        raise NotWritten(f"The file has no single row {shown(entry_id)}.")
    first, last, cells = found[0]
    now = {**dict(zip(header, cells, strict=False)), **{name: cell_of(value) for name, value in fields.items()}}
    changed = [now.get(name, "") for name in header]
    if changed == cells:
        return content
    written = "".join([*lines[:first], csv_text([changed], _line_end(content)), *lines[last:]])
    if [row[2] for row in _placed_rows(written)] != [changed if row[0] == first else row[2] for row in rows]:
        raise NotWritten(MISREAD)
    return written.encode("utf-8")


def _placed_rows(text: str) -> list[tuple[int, int, list[str]]]:
    """The rows of a CSV file that hold something: the number of the first line, that behind the last, the cells."""
    reader, rows, begun = csv.reader(io.StringIO(text, newline=""), strict=True), [], 0
    try:
        for cells in reader:
            rows += [(begun, reader.line_num, cells)] if any(cells) else []
            begun = reader.line_num
    except csv.Error:
        raise NotWritten("The file is not sound CSV: mend what the check says of it first.") from None
    return rows


def _text_of(content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        raise NotWritten("The file is not UTF-8: save it as UTF-8 first.") from None


def _line_end(content: bytes) -> str:
    """How the first line of a file ends."""
    return "\r\n" if content.partition(b"\n")[0].endswith(b"\r") else "\n"


def _read(text: str) -> dict[str, Any]:
    try:
        return tomli.loads(text)
    except (ValueError, RecursionError):
        raise NotWritten(UNSOUND) from None


def _parsed(text: str) -> tomlkit.TOMLDocument:
    try:
        return tomlkit.parse(text if text.endswith("\n") else f"{text}{_line_end(text.encode('utf-8'))}")
    except (TOMLKitError, ValueError, RecursionError):
        raise NotWritten(UNSOUND) from None


def _at(document: Any, place: Sequence[str | int]) -> Any:  # noqa: ANN401 - tables of two libraries
    for step in place:
        try:
            document = document[step]
        except (KeyError, IndexError, TypeError):
            raise NotWritten(f"The file has no {'.'.join(map(str, place))}.") from None
    return document


def _rendered(listed: AoT, document: tomlkit.TOMLDocument) -> str:
    """The text behind which a table goes: the last one of its list, or all of the file where the list is empty."""
    return str(listed[-1].as_string()) if len(listed) else tomlkit.dumps(document)


def _table(place: Place, entry: Fields, ending: str) -> Table:
    """A table as it stands in a file, with its header and those of the tables in it."""
    names = [step for step in place if isinstance(step, str)]
    lines = [f"[[{'.'.join(names[: depth + 1])}]]" for depth in range(len(names))]
    lines += _lines(entry)
    for key, value in entry.items():
        for inner in _inner_tables(value):
            lines += ["", f"[[{'.'.join((*names, key))}]]", *_lines(inner)]
    found: Any = tomlkit.parse(ending.join([*lines, ""]))
    for name in names:
        found = found[name][0]
    return cast("Table", found)


def _inner_tables(value: object) -> list[Fields]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, Sequence) else []


def _lines(entry: Fields) -> list[str]:
    given = {key: value for key, value in _given(entry).items() if not _inner_tables(value)}
    return [f"{key} = {_toml(key, value)}" for key, value in given.items()]


def _given(entry: Fields) -> dict[str, object]:
    """The keys that have a value; an empty prefix says that a quote begins its text."""
    return {key: value for key, value in entry.items() if value not in EMPTY or (key in VERBATIM and value == "")}


def _toml(key: str, value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case int() | float():
            return numeral(value) if value == int(value) else repr(float(value))
        case str():
            return as_toml(value) if key in VERBATIM else as_basic_toml(value)
        case date():
            return f'"{value.isoformat()}"'
        case Sequence():
            return f"[{', '.join(as_basic_toml(str(one)) for one in value)}]"
    raise TypeError(type(value))


def _plain(entry: Fields) -> dict[str, Any]:
    """An entry as the reader of a file gives it."""
    return {key: _as_read(value) for key, value in _given(entry).items()}


def _as_read(value: object) -> Any:  # noqa: ANN401 - what TOML may hold
    match value:
        case str() | bool() | int() | float():
            return value
        case date():
            return value.isoformat()
        case Sequence():
            return [_plain(one) if isinstance(one, Mapping) else one for one in value]
    return value


def _proven(document: tomlkit.TOMLDocument, meant: dict[str, Any]) -> bytes:
    """The bytes of a file, if they read as they are meant."""
    text = tomlkit.dumps(document)
    if _read(text) != meant:
        raise NotWritten(MISREAD)
    return text.encode("utf-8")
