"""A made case with a text in a language whose number words no machine reads: a curator read its number."""

import hashlib
from pathlib import Path

from tests.cases.edit import plant, write
from tests.cases.salt_case import write_case

REASON = "Number words of Turkish are not read; bin iki yüz is 1,200"
TEXT = "Liman: 2039 yılında Yukarı Vadi, Aşağı Vadi'ye bin iki yüz ton tuz sattı.\n"
QUOTE = "bin iki yüz ton tuz"
START = TEXT.index(QUOTE)
EVIDENCE = f"""[document]
label = "T"
title = "Liman raporu"
original_name = "liman.txt"
sha256 = "{hashlib.sha256(TEXT.encode()).hexdigest()}"
language = "tr"
reliability = "C"
reliability_reason = "Invented for tests."
assessed_on = "2040-01-01"

[[claim]]
id = "T01"
quote = '{QUOTE}'
start = {START}
end = {START + len(QUOTE)}
prefix = "{TEXT[START - 32 : START]}"
suffix = ' sattı.'
kind = "fact"
topic = "volume"
speaker = "Harbour Office"
modality = "reported"
modality_reason = "The harbour tells its own sales."
operator = "="
value = 1200
unit = "tonne"
value_words = "bin iki yüz"
value_reason = "{REASON}."
product = "salt"
product_reason = "Tuz is the Turkish word for salt."
date = "2039"
date_basis = "inferred"
date_reason = "The sentence before speaks of 2039."
credibility = 3
credibility_reason = "Invented for tests."
assessed_on = "2040-01-01"
"""


def write_curator_case(folder: Path) -> Path:
    """The case of making.py with one report, S01 of 100 tonnes, and T01 of 1,200 tonnes, which a curator read.

    T01 is on the gauge; an event and a cell of the comparison repeat its number.
    """
    write_case(folder, 1)
    fresh = folder / "documents" / "harbour"
    fresh.mkdir()
    write(fresh / "text.txt", TEXT)
    write(fresh / "evidence.toml", EVIDENCE)
    row = '"1,200 tonnes of salt sold"'
    events = folder / "events.csv"
    write(events, f"{events.read_text('utf-8')}sale,shipments,salt,{row},2039-12,inferred,From T01.,,T01,,reported,\n")
    cell = '[[question.cell]]\ndocument = "harbour"\nclaims = ["T01"]\nwords = "1,200 tonnes"\n'
    questions = folder / "questions.toml"
    write(questions, f"{questions.read_text('utf-8')}\n{cell}")
    plant(questions, 'reading = "one-document"', 'reading = "differ"')
    return folder
