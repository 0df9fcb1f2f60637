"""A file or pasted words -> the text that stands for it from now on, and how that was made."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache

from pydantic import TypeAdapter, ValidationError

from data.intake.decoding import UNREADABLE, page_of, text_of, without_controls
from data.intake.extract.running import Extraction, extraction
from data.intake.kinds import kind_of
from data.intake.refusals import LONGEST_FILE, NotTaken, refused
from data.models.entry import WebAddress

PASTED = "pasted.txt"
LONGEST_NAME = 200
MOST_UNTOLD = 0.1  # of the letters of a PDF
AS_RECEIVED = "as received"


@dataclass(frozen=True)
class Received:
    """A document as it came in; `text` is what becomes text.txt, and is never edited afterwards.

    `suffix` is without its point, `content` the bytes as received, `sha256` theirs. `extractor` names what made the
    text of them, with its version ("pypdf 7.1.1"; "as received" of plain text), `steps` what was done on the way.
    """

    name: str
    suffix: str
    content: bytes = field(repr=False)
    sha256: str
    received_at: datetime
    address: str
    text: str = field(repr=False)
    extractor: str
    steps: tuple[str, ...] = ()

    @property
    def made_by(self) -> str:
        """Extractor and steps in one line, as evidence.toml keeps it: `pypdf 7.1.1: hyphens at line ends joined`."""
        return f"{self.extractor}: {'; '.join(self.steps)}" if self.steps else self.extractor


def receive(name: str, content: bytes, address: str, at: datetime) -> Received:
    """A file under its name, or pasted words in UTF-8 under PASTED, with its web address (or "") and when it came in.

    Raises NotTaken with a plain sentence and a remedy for whatever is not taken. Nothing is written, nothing fetched.
    """
    if not content:
        raise refused("empty")
    if len(content) > LONGEST_FILE:
        raise refused("too large")
    name, address = _name(name), _address(address.strip())
    kind = kind_of(name, content)
    made = _plain(content) if kind == "txt" else _extracted(kind, content)
    if not any(char.isalnum() for char in made.text):
        raise refused("no words")
    digest = hashlib.sha256(content).hexdigest()
    return Received(name, kind, content, digest, at, address, *made)


def _plain(content: bytes) -> Extraction:
    text, steps = text_of(content)
    return Extraction(text, AS_RECEIVED, steps)


def _extracted(kind: str, content: bytes) -> Extraction:
    decoded: tuple[str, ...] = ()
    if kind == "html":
        page, decoded = page_of(content)
        page, cleaned = without_controls(page)
        content, decoded = page.encode("utf-8"), (*decoded, *cleaned)
    made = extraction(kind, content)
    if kind == "pdf" and sum(map(_is_untold, made.text)) > MOST_UNTOLD * sum(map(str.isalnum, made.text)):
        raise refused("garbled")
    text, cleaned = without_controls(made.text)
    return Extraction(text.strip("\ufeff \t\n"), made.extractor, (*decoded, *made.steps, *cleaned))


def _is_untold(char: str) -> bool:
    """True for what a PDF gives in the place of a letter that it does not name."""
    return char not in "\n\t\r\f" and (char == UNREADABLE or unicodedata.category(char) in ("Cc", "Co"))


def _name(name: str) -> str:
    """The last part of a file's name, on one line: a browser or a mail may hand over a whole path."""
    last = re.split(r"[/\\]", name)[-1]
    shown = "".join(char if char.isprintable() else "_" for char in last).strip()
    return shown[-LONGEST_NAME:] or "unnamed"


def _address(address: str) -> str:
    if not address:
        return ""
    try:
        return _web_address().validate_python(address)
    except ValidationError as error:
        refusals = error.errors()[0].get("ctx", {}).get("refusals")
        what, remedy = refusals[0][:2] if refusals else ("this is too long", "Give one of at most 1,000 characters.")
        raise NotTaken(f"The address is not taken: {what}.", f"{remedy} Or leave it empty.") from None


@cache
def _web_address() -> TypeAdapter[str]:
    return TypeAdapter(WebAddress)
