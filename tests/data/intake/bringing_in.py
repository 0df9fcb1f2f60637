"""What the tests of a draft bring in: one more text about the copper of the second case, and what is said of it."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime

TEXT = "Lock keepers wrote 33 barges into their book in September 2031.\r\nThey “weighed” nothing, and it's full."


@dataclass(frozen=True)
class Brought:
    """A text as if an extractor had given it."""

    text: str = TEXT
    name: str = "Book of the locks.pdf"
    suffix: str = "pdf"
    content: bytes = b"%PDF-1.7 ..."
    address: str = "https://locks.example.invalid/book"
    made_by: str = "pypdf 7.1.1: white space and line ends folded"
    received_at: datetime = datetime(2032, 1, 15, 12, tzinfo=UTC)

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


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
