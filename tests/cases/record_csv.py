"""Rows of a public record for tests, written into a made case as a curator would: files, never models."""

import csv
from pathlib import Path

from tests.cases.edit import plant, write
from tests.cases.salt_case import write_case

ORIGIN = "accord,Vale accord office,body,,,,,,,\n"
SAID = {"said_by": "Vale accord office", "origin": "accord", "address": "https://accord.example.invalid/"}
STATEMENT = SAID | {
    "kind": "statement",
    "topic": "volume",
    "statement": "Salt went down the river",
    "standing": "sound",
}
NOTIFICATION = SAID | {"suppliers": "Upper Vale", "operator": "=", "unit": "tonne", "standing": "used"}
SIGHTING = SAID | {"place": "Lower Quay", "seen_by": "lock keeper", "date": "2039-05", "standing": "sound"}
COLUMNS = {
    "statements": "record_id,kind,topic,statement,operator,value,low,high,unit,product,date,published,said_by,origin,"
    "address,questions,event,standing,superseded_by,note",
    "notified": "record_id,suppliers,date,operator,value,unit,factor,factor_from,published,said_by,origin,address,"
    "standing,superseded_by,derived_from,note",
    "sightings": "record_id,vessel,place,seen_by,date,published,said_by,origin,address,event,standing,superseded_by,"
    "note",
    "vessels": "vessel_id,name,former_names,imo,said_by,origin,address,dwt,dwt_said_by,dwt_origin,dwt_address,"
    "un_listed,listed_on,note",
}
BARREL = '[[unit]]\nid = "barrel"\none = "barrel"\nmany = "barrels"\n\n'
PER_TONNE = '[[unit]]\nid = "per-tonne"\none = "barrel a tonne"\nmany = "barrels a tonne"\n\n'


def write_record_case(folder: Path, *notified: dict[str, str], statements: tuple[dict[str, str], ...] = ()) -> Path:
    """A sound case whose cap of 500 tonnes a calendar year holds from 2030, with these rows in its public record."""
    write_case(folder, 1)
    plant(folder / "case.toml", '[[unit]]\nid = "tonne"', f'{BARREL}{PER_TONNE}[[unit]]\nid = "tonne"')
    write(folder / "origins.csv", (folder / "origins.csv").read_text(encoding="utf-8") + ORIGIN)
    write_rows(folder, "notified", *(NOTIFICATION | row for row in notified))
    write_rows(folder, "statements", *(STATEMENT | row for row in statements))
    return folder


def write_rows(folder: Path, file: str, *rows: dict[str, str]) -> None:
    """Write a file of the public record with these rows; what they do not give is empty.

    An optional column is there only where a row gives it.
    """
    path = folder / "public-record" / f"{file}.csv"
    path.parent.mkdir(exist_ok=True)
    columns = dict.fromkeys([*COLUMNS[file].split(","), *(name for row in rows for name in row)])
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(columns), restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def notice(record_id: str, window: str, value: str, **further: str) -> dict[str, str]:
    """A notification: id, window and amount; further cells by name."""
    return {"record_id": record_id, "date": window, "value": value, **further}
