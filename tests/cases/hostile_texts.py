"""A case in which every sentence a curator may write holds what a page, a chart or a spreadsheet could act on."""

from pathlib import Path

from data.reading.readings import (
    COLUMNS,
    READINGS,
    RECORD_COLUMNS,
    RECORD_READINGS,
    fingerprint_of,
    fingerprint_of_record,
)
from data.reading.seeds import examine
from tests.cases.assumptions_toml import write_assumptions
from tests.cases.edit import plant, write
from tests.cases.record_csv import NOTIFICATION, SIGHTING, STATEMENT, write_rows
from tests.cases.salt_case import write_case

IMAGE = "![x](http://example.invalid/x.png)"
SCRIPT = "<script>alert()</script>"
PICTURE = "<img src=x onerror=alert()>"
LINK = "[open](javascript:alert())"
FORMULA = "$x$ and $y$"
HOSTILE = (
    f"{IMAGE} {SCRIPT} {PICTURE} {LINK} {FORMULA} **bold** :red[red] `code` <a href='http://example.invalid/'>a</a>"
)


def write_hostile_case(folder: Path) -> Path:
    """A sound case of two documents in which all free text is hostile."""
    write_case(folder, 2)
    case = folder / "case.toml"
    for old in (
        'title = "Salt of the Upper Vale"',
        'question = "How far do salt deliveries exceed the cap?"',
        'supplier = "Upper Vale"',
        'recipient = "Lower Vale"',
        'deliveries = "salt deliveries"',
        'text = "Nothing is summed up."',
        'title = "Shipments"',
        'title = "Salt volume"',
        'many = "tonnes"',
    ):
        plant(case, old, f'{old.split(" = ")[0]} = "{HOSTILE}"')
    plant(folder / "limits.csv", "Salt cap,salt,", f"{HOSTILE},{HOSTILE},")
    plant(folder / "limits.csv", '"Vale accord, article 1"', HOSTILE)
    plant(folder / "events.csv", "shipments,salt,100 tonnes of salt,", f"shipments,{HOSTILE},{HOSTILE},")
    plant(folder / "events.csv", "S01,,reported,", f"S01,,reported,{HOSTILE}")
    for old in ('asks = "How much salt?"', 'why = "Each report gives its own number"', 'words = "100 tonnes"'):
        plant(folder / "questions.toml", old, f'{old.split(" = ")[0]} = "{HOSTILE}"')
    plant(folder / "questions.toml", 'title = "Volume"', f'title = "{HOSTILE}"\nlabel = "{HOSTILE}"')
    evidence = folder / "documents" / "report-01" / "evidence.toml"
    for old in (
        'title = "Report 1"',
        'original_name = "report-1.txt"',
        'reliability_reason = "Invented for tests."',
        'speaker = "document voice"',
        'product = "salt"',
        'credibility_reason = "Invented for tests."',
    ):
        plant(evidence, old, f'{old.split(" = ")[0]} = "{HOSTILE}"')
    reasons = "".join(f'{key} = "{HOSTILE}"\n' for key in ("modality_reason", "product_reason", "date_reason"))
    plant(evidence, "credibility = 3", f'note = "{HOSTILE}"\nvia = "{HOSTILE}"\n{reasons}credibility = 3')
    _write_hostile_number(folder)
    _write_hostile_record(folder)
    write_assumptions(folder, "hostile-one", HOSTILE)
    _write_hostile_reading(folder)
    return folder


def _write_hostile_number(folder: Path) -> None:
    """A number in a language that no machine reads, with hostile words of the curator who read it."""
    second = folder / "documents" / "report-02" / "evidence.toml"
    plant(second, 'language = "en"', 'language = "tr"')
    plant(
        second,
        "value = 200\n",
        f'value = 200\nvalue_words = "200"\nvalue_reason = "{HOSTILE}"\nsuppliers = ["{HOSTILE}"]\n',
    )


def _write_hostile_reading(folder: Path) -> None:
    """A second reading by somebody whose role is hostile."""
    claim = examine(folder).evidence.claims[0]
    row = f'hostile,{claim.id},{fingerprint_of(claim)},"{HOSTILE}",2039-03-08,fact,denied,6,,,,,\n'
    write(folder / READINGS, f"{','.join(COLUMNS)}\n{row}")
    record = next(one for one in examine(folder).evidence.statements if one.quantity)
    row = f'hostile,{record.record_id},{fingerprint_of_record(record)},"{HOSTILE}",2039-03-08,,,,,\n'
    write(folder / RECORD_READINGS, f"{','.join(RECORD_COLUMNS)}\n{row}")


def _write_hostile_record(folder: Path) -> None:
    """A public record in which every cell for free text is hostile; one row begins as a formula does."""
    origins = folder / "origins.csv"
    write(origins, origins.read_text(encoding="utf-8") + f'hostile,"{HOSTILE}",body,,,,,,,\n')
    said = {"said_by": HOSTILE, "origin": "hostile", "address": f"https://example.invalid/{SCRIPT}", "note": HOSTILE}
    named = said | {"statement": HOSTILE, "event": HOSTILE, "date": "2039-03-07", "questions": "volume"}
    number = {"operator": ">", "value": "300", "unit": "tonne", "product": HOSTILE}
    formula = {"record_id": "hostile-two", "statement": f"={HOSTILE}", "event": "", "standing": "error"}
    write_rows(
        folder, "statements", STATEMENT | named | number | {"record_id": "hostile-one"}, STATEMENT | named | formula
    )
    filed = {"record_id": "hostile-filed", "suppliers": HOSTILE, "date": "2039", "value": "120"}
    write_rows(folder, "notified", NOTIFICATION | said | filed)
    seen = {
        "record_id": "hostile-seen",
        "vessel": "hostile-barge",
        "place": HOSTILE,
        "seen_by": HOSTILE,
        "event": HOSTILE,
    }
    write_rows(folder, "sightings", SIGHTING | said | seen)
    vessel = {"vessel_id": "hostile-barge", "name": HOSTILE, "former_names": HOSTILE, "imo": "9074729", "dwt": "820"}
    size = {
        "dwt_said_by": HOSTILE,
        "dwt_origin": "hostile",
        "dwt_address": "https://example.invalid/",
        "un_listed": "no",
    }
    write_rows(folder, "vessels", said | vessel | size)
