"""The invented case of salt with so many documents, written as a curator would: files, never models."""

import hashlib
from pathlib import Path

from tests.cases.edit import plant, write

CASE = """format = 1
title = "Salt of the Upper Vale"
question = "How far do salt deliveries exceed the cap?"
version = "0.1.0"
as_of = "2040-01-01"

[subject]
supplier = "Upper Vale"
recipient = "Lower Vale"
deliveries = "salt deliveries"
volume_topic = "volume"
headline_limit = "salt-cap"

[source_summary]
text = "Nothing is summed up."
claims = []

[[lane]]
id = "shipments"
title = "Shipments"

[[topic]]
id = "volume"
title = "Salt volume"
lane = "shipments"

[[unit]]
id = "tonne"
one = "tonne"
many = "tonnes"
"""
LIMITS = """\
limit_id,name,product,value,unit,period,period_start,valid_from,valid_to,suppliers,legal_basis,address,claims,note
salt-cap,Salt cap,salt,500,tonne,calendar-year,01-01,2030-01-01,,all suppliers together,"Vale accord, article 1",,,
"""
ORIGINS = "origin_id,name,kind,derived_from,basis,reason,reliability,reliability_reason,assessed_on,address\n"
EVENTS = "event_id,lane,type,title,date,date_basis,date_reason,known,supports,contradicts,modality,note\n"


def write_case(folder: Path, documents: int) -> Path:
    """A sound case with so many documents; each has one sentence with a number and a claim, and an event of its own."""
    (folder / "documents").mkdir(parents=True)
    for number in range(1, documents + 1):
        _write_document(folder / "documents" / f"report-{number:02}", number)
    events = "".join(
        f"shipment-{number:02},shipments,salt,{number * 100} tonnes of salt,2039-{(number - 1) % 12 + 1:02},stated,,,"
        f"S{number:02},,reported,\n"
        for number in range(1, documents + 1)
    )
    write(folder / "case.toml", CASE)
    write(folder / "limits.csv", LIMITS)
    write(folder / "origins.csv", ORIGINS)
    write(folder / "events.csv", EVENTS + events)
    write(folder / "questions.toml", _questions(documents))
    return folder


def write_case_without_limit(folder: Path) -> Path:
    """The case with two documents and no limit."""
    write_case(folder, 2)
    plant(folder / "case.toml", 'headline_limit = "salt-cap"\n', "")
    write(folder / "limits.csv", LIMITS.splitlines(keepends=True)[0])
    return folder


def write_case_without_number(folder: Path) -> Path:
    """The case with two documents, neither of which gives a number."""
    write_case(folder, 2)
    for number in (1, 2):
        evidence = folder / "documents" / f"report-{number:02}" / "evidence.toml"
        plant(evidence, f'operator = "="\nvalue = {number * 100}\nunit = "tonne"\n', "")
    plant(folder / "questions.toml", "figure = true\n", "")
    return folder


def write_unread(folder: Path, label: str) -> None:
    """Add a document that nobody has read yet: neither a claim is taken from it, nor does any question name it."""
    text = f"The salt roads of the Upper Vale are open again, says {label}.\n"
    fresh = folder / "documents" / f"fresh-{label.lower()}"
    fresh.mkdir()
    write(fresh / "text.txt", text)
    write(fresh / "evidence.toml", _document(label, f"Fresh report {label}", text))


def _write_document(folder: Path, number: int) -> None:
    quote = f"{number * 100} tonnes of salt"
    text = f"In 2039 the Upper Vale sold {quote} to the Lower Vale.\n"
    start = text.index(quote)
    end = start + len(quote)
    folder.mkdir()
    write(folder / "text.txt", text)
    write(
        folder / "evidence.toml",
        f"""{_document(f"R{number}", f"Report {number}", text)}
[[claim]]
id = "S{number:02}"
quote = '{quote}'
start = {start}
end = {end}
prefix = '{text[:start]}'
suffix = ' to the Lower Vale.'
kind = "fact"
topic = "volume"
speaker = "document voice"
modality = "reported"
operator = "="
value = {number * 100}
unit = "tonne"
product = "salt"
date_words = "In 2039"
date = "2039"
date_basis = "stated"
credibility = 3
credibility_reason = "Invented for tests."
assessed_on = "2040-01-01"
""",
    )


def _document(label: str, title: str, text: str) -> str:
    return f"""[document]
label = "{label}"
title = "{title}"
original_name = "{title.lower().replace(" ", "-")}.txt"
sha256 = "{hashlib.sha256(text.encode()).hexdigest()}"
language = "en"
reliability = "C"
reliability_reason = "Invented for tests."
assessed_on = "2040-01-01"
"""


def _questions(documents: int) -> str:
    if documents == 0:
        return "# No questions yet.\n"
    cells = "".join(
        f'\n[[question.cell]]\ndocument = "report-{number:02}"\nclaims = ["S{number:02}"]\n'
        f'words = "{number * 100} tonnes"\n'
        for number in range(1, documents + 1)
    )
    reading = "one-document" if documents == 1 else "differ"
    return (
        '[[question]]\nid = "volume"\ntitle = "Volume"\nasks = "How much salt?"\nfigure = true\n'
        f'reading = "{reading}"\nwhy = "Each report gives its own number"\n{cells}'
    )
