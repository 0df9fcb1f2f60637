"""A sound case whose names, titles and quotes are as long and as far from plain letters as a curator may write them."""

import hashlib
from pathlib import Path

from tests.cases.assumptions_toml import write_assumptions
from tests.cases.edit import plant, write
from tests.cases.record_csv import NOTIFICATION, SIGHTING, STATEMENT, write_rows
from tests.cases.salt_case import write_case

ENGLISH = ("Salt of the Upper Vale, as the harbour office of the northern quay counts it, " * 3)[:199] + "x"
KOREAN = ("북쪽부두의항만사무소가세는위쪽골짜기의소금그리고아래쪽골짜기의소금창고" * 6)[:200]
RUSSIAN = ("Соль Верхней долины по подсчётам портовой конторы северного причала и её складов, " * 3)[:199] + "я"
QUOTE = f"more than 900 tonnes\nof salt,\r\n{KOREAN[:60]} –\n{RUSSIAN}"


def write_long_case(folder: Path) -> Path:
    """Three documents, a public record and assumptions; one quote runs over lines and alphabets."""
    write_case(folder, 3)
    case = folder / "case.toml"
    for old, words in (
        ('title = "Salt of the Upper Vale"', KOREAN),
        ('question = "How far do salt deliveries exceed the cap?"', ENGLISH),
        ('supplier = "Upper Vale"', RUSSIAN),
        ('recipient = "Lower Vale"', KOREAN),
        ('deliveries = "salt deliveries"', ENGLISH),
        ('text = "Nothing is summed up."', RUSSIAN),
        ('title = "Shipments"', ENGLISH),
        ('title = "Salt volume"', RUSSIAN),
    ):
        plant(case, old, f'{old.split(" = ")[0]} = "{words}"')
    plant(folder / "limits.csv", "Salt cap,salt,", f'{KOREAN},"{ENGLISH}",')
    plant(folder / "limits.csv", '"Vale accord, article 1"', f'"{ENGLISH}"')
    plant(folder / "events.csv", "shipments,salt,100 tonnes of salt,", f'shipments,salt,"{ENGLISH}",')
    plant(folder / "events.csv", "shipments,salt,200 tonnes of salt,", f"shipments,salt,{KOREAN},")
    plant(folder / "questions.toml", 'title = "Volume"', f'title = "{ENGLISH}"\nlabel = "{RUSSIAN}"')
    plant(folder / "questions.toml", 'why = "Each report gives its own number"', f'why = "{KOREAN}"')
    plant(folder / "questions.toml", 'words = "100 tonnes"', f'words = "{ENGLISH}"')
    plant(folder / "questions.toml", 'words = "200 tonnes"', f'words = "{KOREAN}"')
    for number, title in enumerate((ENGLISH, KOREAN, RUSSIAN), 1):
        evidence = folder / "documents" / f"report-{number:02}" / "evidence.toml"
        plant(evidence, f'title = "Report {number}"', f'title = "{title}"')
        plant(evidence, 'speaker = "document voice"', f'speaker = "{title}"')
    _write_long_quote(folder / "documents" / "report-01")
    _write_record(folder)
    write_assumptions(folder, "strained-count", RUSSIAN)
    return folder


def _write_long_quote(folder: Path) -> None:
    """In place of the first document's sentence one of four lines."""
    path = folder / "evidence.toml"
    before = (folder / "text.txt").read_bytes()
    text = f"In 2039 the Upper Vale sold {QUOTE} to the Lower Vale.\n"
    write(folder / "text.txt", text)
    start = text.index(QUOTE)
    plant(path, hashlib.sha256(before).hexdigest(), hashlib.sha256(text.encode()).hexdigest())
    escaped = QUOTE.replace("\r", "\\r").replace("\n", "\\n")
    plant(path, "quote = '100 tonnes of salt'", f'quote = "{escaped}"')
    plant(path, f"end = {start + len('100 tonnes of salt')}\n", f"end = {start + len(QUOTE)}\n")
    plant(path, 'operator = "="\nvalue = 100\n', 'operator = ">"\nvalue = 900\n')


def _write_record(folder: Path) -> None:
    origins = folder / "origins.csv"
    write(origins, origins.read_text(encoding="utf-8") + f"strained,{KOREAN},body,,,,,,,\n")
    said = {"said_by": RUSSIAN, "origin": "strained", "address": "https://example.invalid/", "note": ENGLISH}
    counted = {"record_id": "strained-count", "statement": ENGLISH, "operator": "=", "value": "430", "unit": "tonne"}
    told = {"statement": KOREAN, "event": KOREAN, "date": "2039-03-07", "operator": ">", "value": "300"}
    write_rows(
        folder,
        "statements",
        STATEMENT | said | counted,
        STATEMENT | said | told | {"record_id": "strained-said", "unit": "tonne", "product": ENGLISH},
    )
    filed = {"record_id": "strained-filed", "suppliers": KOREAN, "date": "2039", "value": "120"}
    write_rows(folder, "notified", NOTIFICATION | said | filed)
    seen = {"record_id": "strained-seen", "place": RUSSIAN, "seen_by": KOREAN, "event": ENGLISH}
    write_rows(folder, "sightings", SIGHTING | said | seen)
