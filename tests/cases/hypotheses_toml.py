"""Hypotheses about the copper of the second case, written as a curator would, with the place for one more item."""

from pathlib import Path

from tests.cases.edit import write

HYPOTHESES = """\
question = "Did the barges bring more than the 20,000 tonnes of the cap?"
assessed_on = "2032-01-15"

[[hypothesis]]
id = "above"
title = "Above the cap"
says = "The 33 barges brought more than 20,000 tonnes."

[[hypothesis]]
id = "below"
title = "Below the cap"
says = "The barges went half empty."

[[hypothesis]]
id = "nothing"
title = "No copper at all"
says = "The barges carried something else, as the minister who “denies every shipment” has it."

[[item]]
id = "ledger"
title = "The ledger has more than 26,000 tonnes"
claims = ["P02"]
weight = "Kept by the harbour office itself."
ratings = [
    { hypothesis = "above", mark = "CC", why = "It says so." },
    { hypothesis = "below", mark = "II", why = "It says the opposite." },
    { hypothesis = "nothing", mark = "II", why = "It says the opposite." },
]

[[item]]
id = "denied"
title = "A minister “denies every shipment”"
claims = ["Q03"]
weight = "Party to the view."
ratings = [
    { hypothesis = "above", mark = "I", why = "He says the opposite." },
    { hypothesis = "below", mark = "I", why = "He denies these too." },
    { hypothesis = "nothing", mark = "CC", why = "He says so." },
]

[[item]]
id = "locks"
title = "33 barges passed the locks, the registry says"
records = ["registry-barges"]
weight = "Counts barges, not copper."
ratings = [
    { hypothesis = "above", mark = "C", why = "They passed." },
    { hypothesis = "below", mark = "C", why = "They passed." },
    { hypothesis = "nothing", mark = "C", why = "They passed." },
]

[[item]]
id = "nobody-counts"
title = "Copper leaves at night, and “nobody writes down how much”"
claims = ["R02"]
weight = "A voice on the radio."
ratings = [
    { hypothesis = "above", mark = "N" },
    { hypothesis = "below", mark = "C", why = "Less may have gone than the ledger has." },
    { hypothesis = "nothing", mark = "N" },
]
"""


def write_hypotheses(folder: Path) -> Path:
    """Put the hypotheses into a copy of the second case."""
    write(folder / "hypotheses.toml", HYPOTHESES)
    return folder
