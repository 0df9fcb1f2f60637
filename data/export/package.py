"""Sheets as a Frictionless data package: one CSV a sheet and datapackage.json; reading.py has the way back."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from itertools import chain
from typing import Any
from unicodedata import normalize

from data.export.codebook import Column, Values
from data.export.sheets import Sheet
from data.files.spreadsheet import BETWEEN, ESCAPE, joined, neutral
from data.files.tables import csv_text
from data.models.case import Case
from data.models.evidence import Evidence
from data.texts.addresses import web_address

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
DESCRIPTOR = "datapackage.json"
DEVICES = r"con|prn|aux|nul|com\d|lpt\d"  # names that no file may have on some systems
TYPES = {
    "text": "string", "edtf": "string", "list": "string", "number": "number", "integer": "integer",
    "yes-no": "boolean", "day": "date",
}  # fmt: skip
DIALECT = {
    "header": True, "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True,
    "skipInitialSpace": False,
}  # fmt: skip
CANNOT = (
    "CSV has names of columns alone; what they mean, their types and units stand in datapackage.json.",
    "A text that begins as a formula would is given with an apostrophe in front; datapackage.json says how to undo it.",
    "A list stands in one cell.",
    "The full text of the documents: a quote has up to 32 characters on either side, and its text a SHA-256.",
    "The single runs of the estimate: their quantiles and shares are here.",
)
APOSTROPHES = (
    "A text that, after any apostrophes and spaces, begins with one of = + - @ (also in their wide forms), a tab or a "
    "line break, and is not = alone, has one more apostrophe in front than its source, for a spreadsheet program would "
    "take it for a formula: take one away to have it back."
)

CREATIVE, OPEN = "https://creativecommons.org", "https://opendatacommons.org/licenses"
LICENCES: Mapping[str, tuple[str, str]] = {
    "CC0-1.0": ("Creative Commons Zero 1.0 Universal", f"{CREATIVE}/publicdomain/zero/1.0/"),
    "CC-BY-4.0": ("Creative Commons Attribution 4.0 International", f"{CREATIVE}/licenses/by/4.0/"),
    "CC-BY-SA-4.0": ("Creative Commons Attribution-ShareAlike 4.0 International", f"{CREATIVE}/licenses/by-sa/4.0/"),
    "ODC-By-1.0": ("Open Data Commons Attribution License 1.0", f"{OPEN}/by/1-0/"),
    "ODbL-1.0": ("Open Data Commons Open Database License 1.0", f"{OPEN}/odbl/1-0/"),
    "PDDL-1.0": ("Open Data Commons Public Domain Dedication and License 1.0", f"{OPEN}/pddl/1-0/"),
}
NO_LICENCE = "No licence is given for these data: ask whoever keeps them before you publish them."
QUOTED = "Quoted words and the texts they are from are evidence: they belong to their publishers, and are not licensed."


def package(sheets: Sequence[Sheet], evidence: Evidence) -> dict[str, bytes]:
    """The files of the package by name: datapackage.json, then a CSV for each sheet. The same evidence, the same bytes.

    CSV is UTF-8 without a byte order mark, with CRLF, every text made harmless by spreadsheet.neutral, lists joined by
    spreadsheet.joined, yes or no as true and false, days as 2024-03-07, what is missing as nothing.
    """
    tables = {f"{sheet.name}.csv": _csv(sheet) for sheet in sheets}
    keys = {sheet.name: sheet.key for sheet in sheets}
    resources = [
        _resource(sheet, name, content, keys) for sheet, (name, content) in zip(sheets, tables.items(), strict=True)
    ]
    told = json.dumps(_described(evidence) | {"resources": resources}, ensure_ascii=False, indent=1)
    return {DESCRIPTOR: f"{told}\n".encode(), **tables}


def slug(text: str) -> str:
    """A text as a harmless name of a file: at most 60 lower-case letters, digits and hyphens; "case" without any."""
    words = re.findall(r"[a-z0-9]+", normalize("NFKD", text).encode("ascii", "ignore").decode().lower())
    name = "-".join(words)[:60].strip("-") or "case"
    return f"case-{name}" if re.fullmatch(DEVICES, name) else name


def licence_in_words(case: Case) -> str:
    """The licence of the tables in sentences, with its address; that none is given, where none is."""
    if case.licence is None:
        return f"{NO_LICENCE} {QUOTED}"
    title, address = LICENCES[case.licence]
    return f"What curators wrote in these tables may be used under {title} ({case.licence}, {address}). {QUOTED}"


def _described(evidence: Evidence) -> dict[str, Any]:
    case = evidence.case
    sources = [
        {"title": document.title} | ({"path": address} if (address := web_address(document.address)) else {})
        for document in evidence.documents
    ]
    told = {
        "$schema": PROFILE,
        "name": slug(case.title),
        "title": case.title,
        "description": f"{case.question} {licence_in_words(case)} {APOSTROPHES}",
        "version": case.version,
        "created": f"{case.as_of.isoformat()}T00:00:00Z",
        "fingerprint": evidence.fingerprint,
        "complete": evidence.complete,
    }
    return told | _licensed(case) | ({"sources": sources} if sources else {})


def _licensed(case: Case) -> dict[str, list[dict[str, str]]]:
    """The same as a data package says it; nothing, where none is given."""
    if case.licence is None:
        return {}
    title, address = LICENCES[case.licence]
    return {"licenses": [{"name": case.licence, "title": title, "path": address}]}


def _resource(sheet: Sheet, name: str, content: bytes, keys: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    return {
        "name": sheet.name,
        "type": "table",
        "title": sheet.title,
        "description": sheet.description,
        "path": name,
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "rows": len(sheet),
        "dialect": DIALECT,
        "schema": _schema(sheet, keys),
    }


def _schema(sheet: Sheet, keys: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column) for column in sheet.columns], "missingValues": [""]}
    if sheet.key:
        schema["primaryKey"] = list(sheet.key)
    foreign = [
        {"fields": [column], "reference": _reference(table, keys[table], sheet)}
        for column, table in sheet.references.items()
    ]
    return schema | ({"foreignKeys": foreign} if foreign else {})


def _reference(table: str, key: Sequence[str], sheet: Sheet) -> dict[str, Any]:
    """What a foreign key leads to; a table that refers to itself does not name itself."""
    return ({} if table == sheet.name else {"resource": table}) | {"fields": [*key]}


def _field(column: Column) -> dict[str, Any]:
    told = {"name": column.name, "type": TYPES[column.kind], "description": column.description, "kind": column.kind}
    if column.unit:
        told["unit"] = column.unit
    if column.kind == "list":
        told["list"] = f"texts joined by “{BETWEEN}”; “{ESCAPE}” before a semicolon or a “{ESCAPE}” of their own"
    return told


def _csv(sheet: Sheet) -> bytes:
    columns = [_cells(cells, column.kind) for cells, column in zip(sheet.cells, sheet.columns, strict=True)]
    heads = [column.name for column in sheet.columns]
    return csv_text(chain([heads], zip(*columns, strict=True)), "\r\n").encode()


def _cells(values: Values, kind: str) -> Iterable[str]:
    match kind:
        case "list":
            return [neutral(joined(one)) for one in values]
        case "number":
            return ["" if one is None else _number(one) for one in values]
        case "yes-no":
            return ["" if one is None else "true" if one else "false" for one in values]
        case "integer" | "day":  # a day is written as 2024-03-07
            return ["" if one is None else str(one) for one in values]
        case _:
            return map(neutral, values)


def _number(value: float) -> str:
    """A number in the fewest digits that give it back."""
    return str(int(value)) if value.is_integer() else repr(value)
