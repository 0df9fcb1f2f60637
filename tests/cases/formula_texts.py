"""A sound case whose words a spreadsheet program would act on, or a careless writer lose."""

import hashlib
from pathlib import Path

from tests.cases.edit import plant, write
from tests.cases.salt_case import write_case

# What a cell must bear: formulas, apostrophes before them, line breaks, signs of lists, other scripts, control signs.
QUOTE = "=SUM(1;2)\r\nover 100 tonnes of salt"
SPEAKER, PRODUCT, REASON, NOTE = "'=A1", "\t-1+1", "@SUM(1)", "a\\b; c\n한국과 Россия \u0000\u0001_x0041_"
ORIGIN_NAME = "a; b\\; =c"


def write_formula_case(folder: Path) -> Path:
    """The case of salt with one document, odd words in every cell that may hold them."""
    write_case(folder, 1)
    document = folder / "documents" / "report-01"
    text = f"{QUOTE} were sold in 2039."
    write(document / "text.txt", text)
    evidence = (document / "evidence.toml").read_text(encoding="utf-8")
    first, rest = evidence.split("[[claim]]")
    old = next(line for line in first.splitlines() if line.startswith("sha256"))
    digest = f'sha256 = "{hashlib.sha256(text.encode()).hexdigest()}"'
    write(document / "evidence.toml", first.replace(old, digest) + "[[claim]]" + rest)
    plant(document / "evidence.toml", "quote = '100 tonnes of salt'", f"quote = {_toml(QUOTE)}")
    for key, value in (("start", "0"), ("end", str(len(QUOTE)))):
        line = next(line for line in rest.splitlines() if line.startswith(f"{key} = "))
        plant(document / "evidence.toml", f"\n{line}\n", f"\n{key} = {value}\n")
    plant(document / "evidence.toml", "prefix = 'In 2039 the Upper Vale sold '", "prefix = ''")
    plant(document / "evidence.toml", "suffix = ' to the Lower Vale.'", "suffix = ' were sold in 2039.'")
    plant(document / "evidence.toml", 'date_words = "In 2039"', 'date_words = "in 2039"')
    plant(document / "evidence.toml", 'operator = "="', 'operator = ">"')
    plant(document / "evidence.toml", 'speaker = "document voice"', f"speaker = {_toml(SPEAKER)}\norigin = 'odd'")
    plant(
        document / "evidence.toml",
        'product = "salt"',
        f"product = {_toml(PRODUCT)}\nproduct_reason = {_toml(REASON)}\nnote = {_toml(NOTE)}",
    )
    plant(folder / "events.csv", ",100 tonnes of salt,", ",Over 100 tonnes of salt,")
    plant(folder / "questions.toml", 'words = "100 tonnes"', 'words = "over 100 tonnes"')
    origins = (folder / "origins.csv").read_text(encoding="utf-8")
    write(folder / "origins.csv", f'{origins}odd,"{ORIGIN_NAME}",body,,,,,,,\n')
    return folder


def _toml(text: str) -> str:
    escaped = "".join(char if char.isprintable() and char not in '"\\' else f"\\u{ord(char):04x}" for char in text)
    return f'"{escaped}"'
