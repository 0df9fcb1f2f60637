"""What the tests of a draft bring in: one more text about the copper of the second case, and what is said of it."""

import hashlib
from datetime import UTC, datetime

from data.intake.received import Received

TEXT = "Lock keepers wrote 33 barges into their book in September 2031.\r\nThey “weighed” nothing, and it's full."


BYTES = b"%PDF-1.7 ..."
BROUGHT = Received(
    name="Book of the locks.pdf",
    suffix="pdf",
    content=BYTES,
    sha256=hashlib.sha256(BYTES).hexdigest(),
    received_at=datetime(2032, 1, 15, 12, tzinfo=UTC),
    address="https://locks.example.invalid/book",
    text=TEXT,
    extractor="pypdf 7.1.1",
    steps=("white space and line ends folded",),
)
DOCUMENT = {
    "label": "S",
    "title": "Book of the locks",
    "language": "en",
    "reliability": "C",
    "reliability_reason": "Nobody has seen the book.",
    "assessed_on": "2032-01-15",
}
CLAIM = {
    "kind": "fact",
    "topic": "traffic",
    "speaker": "the lock keepers",
    "modality": "reported",
    "operator": "=",
    "value": 33,
    "unit": "barge",
    "date_words": "in September 2031",
    "date": "2031-09",
    "date_basis": "stated",
    "credibility": 3,
    "credibility_reason": "A count of one month.",
    "assessed_on": "2032-01-15",
}
QUOTE = "Lock keepers wrote 33 barges into their book in September 2031"
EVENT = {
    "lane": "shipments",
    "type": "barge traffic",
    "title": "33 barges in September 2031",
    "date": "2031-09",
    "date_basis": "stated",
    "modality": "reported",
}
CELL = {"document": "book-of-the-locks", "claims": ["S01"], "words": "33 barges in a month"}
