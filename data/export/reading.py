"""A data package that was exported -> the frames it was made from; whatever was altered or cut off is refused."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pandas as pd

from data.export.codebook import Column, Values
from data.export.package import DESCRIPTOR
from data.export.sheets import frame_of
from data.files.spreadsheet import parted, plain

PLAIN_NAME = r"[a-z0-9_]+\.csv"
FOLDER = "package"
Read = Callable[[str], bytes]


class BrokenPackage(ValueError):
    """A package that is not as it was exported: which file, what is wrong, what was expected."""


def read_package(source: str | Path | bytes) -> dict[str, pd.DataFrame]:
    """The frames of a package by table, with the dtypes of the sheets it was made from; names and rows in their order.

    `source` is the folder with datapackage.json, the folder or zip that an export is, or the bytes of such a zip.
    Raises BrokenPackage where a file is missing, is not the one that was exported, or does not fit its description.
    """
    read = _reader(source)
    try:
        resources = json.loads(read(DESCRIPTOR))["resources"]
        return {resource["name"]: _frame(resource, read) for resource in resources}
    except (KeyError, TypeError, ValueError) as wrong:
        if isinstance(wrong, BrokenPackage):
            raise
        raise BrokenPackage(f"{DESCRIPTOR}: this describes no package that was exported here ({wrong})") from wrong


def _reader(source: str | Path | bytes) -> Read:
    """How a file of the package is read, wherever the package is."""
    if isinstance(source, bytes) or zipfile.is_zipfile(source):
        return _from_zip(io.BytesIO(source) if isinstance(source, bytes) else Path(source))
    folder = Path(source)
    folder = folder if (folder / DESCRIPTOR).is_file() else folder / FOLDER

    def read(name: str) -> bytes:
        try:
            return (folder / name).read_bytes()
        except OSError as error:
            raise BrokenPackage(f"{name}: this file is missing, or it cannot be read") from error

    return read


def _from_zip(source: Path | io.BytesIO) -> Read:
    try:
        packed = zipfile.ZipFile(source)
    except zipfile.BadZipFile as error:
        raise BrokenPackage("this is neither a folder nor a whole zip") from error
    folder = f"{FOLDER}/" if f"{FOLDER}/{DESCRIPTOR}" in packed.namelist() else ""

    def read(name: str) -> bytes:
        try:
            return packed.read(f"{folder}{name}")
        except (KeyError, zipfile.BadZipFile) as error:
            raise BrokenPackage(f"{name}: this file is missing from the zip, or it cannot be read") from error

    return read


def _frame(resource: Mapping[str, Any], read: Read) -> pd.DataFrame:
    name, fields = str(resource["path"]), resource["schema"]["fields"]
    if not re.fullmatch(PLAIN_NAME, name):  # a path from a file that anybody may have written
        raise BrokenPackage(f"{name}: this is no name of a file of a package")
    content = read(name)
    if f"sha256:{sha256(content).hexdigest()}" != resource["hash"]:
        raise BrokenPackage(f"{name}: this is not the file that was exported, for its SHA-256 is another")
    try:
        header, *rows = csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True)
    except (csv.Error, ValueError) as error:  # ValueError: no row at all, or no UTF-8
        raise BrokenPackage(f"{name}: this is no sound CSV: {error}") from error
    if header != [field["name"] for field in fields] or any(len(row) != len(fields) for row in rows):
        raise BrokenPackage(f"{name}: its columns are not those of {DESCRIPTOR}")
    if len(rows) != resource["rows"]:
        raise BrokenPackage(f"{name}: it has {len(rows):,} rows, and {resource['rows']:,} were exported")
    columns = [Column(field["name"], field["kind"], "", "") for field in fields]
    cells = zip(*rows, strict=True) if rows else [()] * len(fields)
    return frame_of(columns, [_values(one, column.kind) for one, column in zip(cells, columns, strict=True)])


def _values(cells: Sequence[str], kind: str) -> Values:
    match kind:
        case "list":
            return [parted(plain(cell)) for cell in cells]
        case "number":
            return [float(cell) if cell else None for cell in cells]
        case "integer":
            return [int(cell) if cell else None for cell in cells]
        case "yes-no":
            return [cell == "true" if cell else None for cell in cells]
        case "day":
            return [date.fromisoformat(cell) if cell else None for cell in cells]
        case _:
            return [plain(cell) for cell in cells]
