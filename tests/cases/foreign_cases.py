"""Four made cases of other fields: a quota by the quarter, a ceiling on a force, a price cap, and a least store.

Each has one letter with one number that breaks its limit, an event and a question; the quota has a public record too.
"""

import hashlib
from pathlib import Path
from typing import NamedTuple

from tests.cases.edit import write
from tests.cases.record_csv import NOTIFICATION, STATEMENT, write_rows
from tests.cases.salt_case import EVENTS, ORIGINS


class Foreign(NamedTuple):
    """What one of the cases says: who and whom, one unit, one limit, and the words of its letter with its number."""

    title: str
    supplier: str
    recipient: str
    deliveries: str
    unit: tuple[str, str, str, tuple[str, ...]]  # id, one, many, more words
    limit: str  # a row of limits.csv
    before: str
    quote: str
    behind: str
    number: str  # keys of the claim
    product: str
    date: str
    date_words: str


HEAD = (
    "limit_id,name,product,value,unit,sense,measure,period,period_start,valid_from,valid_to,suppliers,legal_basis,"
    "address,claims,note\n"
)
FISHING = Foreign(
    "Herring of the North Bay", "Aland fleet", "Bay market", "herring landings",
    ("tonne", "tonne", "tonnes", ()),
    'limit,herring quota,herring,300,tonne,,,quarter,01-01,2039-01-01,,all fleets together,"Bay accord, 2",,,\n',
    "From January to March 2039 the Aland fleet landed ", "more than 450 tonnes of herring", " at the Bay market.\n",
    'operator = ">"\nvalue = 450', "herring", "2039-01/2039-03", "From January to March 2039",
)  # fmt: skip
FORCE = Foreign(
    "Guards at the Pass", "Highland", "the Pass", "guards posted",
    ("guard", "guard", "guards", ()),
    'limit,guard ceiling,guards,1000,guard,,level,none,,2038-06-01,,Highland alone,"Pass accord, article 5",,,\n',
    "On 3 March 2039 Highland kept ", "at least 2,500 guards", " at the Pass.\n",
    'operator = ">="\nvalue = 2500', "guards", "2039-03-03", "On 3 March 2039",
)  # fmt: skip
PRICE = Foreign(
    "The price of grain", "Millers", "Bakers", "grain prices",
    ("crown-a-sack", "crown a sack", "crowns a sack", ()),
    'limit,price cap,grain,40,crown-a-sack,max,level,none,,2038-01-01,,all millers,"Grain order, section 1",,,\n',
    "In May 2039 the Millers asked ", "42 crowns a sack of grain", " of the Bakers.\n",
    'operator = "="\nvalue = 42', "grain", "2039-05", "In May 2039",
)  # fmt: skip
STORE = Foreign(
    "Water in the upper basin", "Basin board", "the Valley", "water stores",
    ("percent", "percent", "percent", ("%",)),
    'limit,least store,water,90,percent,min,level,none,,2038-01-01,,the board,"Basin order, section 3",,,\n',
    "On 1 November 2039 the Basin board held ", "less than 63 percent of its water", " for the Valley.\n",
    'operator = "<"\nvalue = 63', "water", "2039-11-01", "On 1 November 2039",
)  # fmt: skip
FOREIGN = {"fishing quota": FISHING, "guard ceiling": FORCE, "price cap": PRICE, "least store": STORE}


def write_foreign(folder: Path, case: Foreign) -> Path:
    """Write one of the cases as a curator would: files, never models."""
    letter = folder / "documents" / "letter"
    letter.mkdir(parents=True)
    text = f"{case.before}{case.quote}{case.behind}"
    write(letter / "text.txt", text)
    write(letter / "evidence.toml", _evidence(case, text))
    write(folder / "case.toml", _case(case))
    write(folder / "limits.csv", HEAD + case.limit)
    write(folder / "origins.csv", ORIGINS + "office,Bay office,body,,,,,,,\n")
    title = case.quote[:1].upper() + case.quote[1:]
    write(folder / "events.csv", f'{EVENTS}counted,lane,count,"{title}",{case.date},stated,,,L01,,reported,\n')
    write(
        folder / "questions.toml",
        '[[question]]\nid = "how-much"\ntitle = "How much"\nasks = "How much was there?"\nfigure = true\n'
        'reading = "one-document"\nwhy = "Only the letter gives a number"\n\n'
        f'[[question.cell]]\ndocument = "letter"\nclaims = ["L01"]\nwords = \'{case.quote}\'\n',
    )
    if case is FISHING:
        own = {"said_by": "Bay office", "origin": "office", "address": "https://bay.example.invalid/"}
        filed = {"record_id": "filed-1", "suppliers": "Aland fleet", "date": "2039-01/2039-03", "value": "120"}
        told = {"record_id": "office-1", "statement": "The office puts the landings at 400 tonnes", "operator": "=",
                "value": "400", "unit": "tonne", "product": "herring", "suppliers": "Aland fleet",
                "date": "2039-04/2039-06"}  # fmt: skip
        write_rows(folder, "notified", NOTIFICATION | own | filed)
        write_rows(folder, "statements", STATEMENT | own | told)
    return folder


def _case(case: Foreign) -> str:
    unit, one, many, words = case.unit
    more = f"words = [{', '.join(map(repr, words))}]\n" if words else ""
    return f"""format = 1
title = "{case.title}"
question = "Is the rule kept?"
version = "0.1.0"
as_of = "2040-01-01"

[subject]
supplier = "{case.supplier}"
recipient = "{case.recipient}"
deliveries = "{case.deliveries}"
volume_topic = "volume"
headline_limit = "limit"

[source_summary]
text = "Nothing is summed up."
claims = []

[[lane]]
id = "lane"
title = "Counts"

[[topic]]
id = "volume"
title = "How much"
lane = "lane"

[[unit]]
id = "{unit}"
one = "{one}"
many = "{many}"
{more}"""


def _evidence(case: Foreign, text: str) -> str:
    start = len(case.before)
    end = start + len(case.quote)
    return f"""[document]
label = "L"
title = "A letter"
original_name = "letter.txt"
sha256 = "{hashlib.sha256(text.encode()).hexdigest()}"
language = "en"
reliability = "C"
reliability_reason = "Invented for tests."
assessed_on = "2040-01-01"

[[claim]]
id = "L01"
quote = '{case.quote}'
start = {start}
end = {end}
prefix = '{text[max(0, start - 32) : start]}'
suffix = "{text[end : end + 32].replace(chr(10), chr(92) + "n")}"
kind = "fact"
topic = "volume"
speaker = "document voice"
modality = "reported"
{case.number}
unit = "{case.unit[0]}"
product = "{case.product}"
date_words = "{case.date_words}"
date = "{case.date}"
date_basis = "stated"
credibility = 3
credibility_reason = "Invented for tests."
assessed_on = "2040-01-01"
"""
