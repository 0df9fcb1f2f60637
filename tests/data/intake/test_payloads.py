"""Sixty payloads come in by every format and stand in every field: all of them as text, and none of them lost."""

from collections.abc import Callable
from datetime import UTC, datetime
from html import unescape
from itertools import chain
from pathlib import Path

import pytest

from data.intake.received import PASTED, receive
from data.reading.seeds import examine
from tests.cases.payloads import PAYLOADS, fields_of, hostile_draft
from tests.data.intake.written_files import docx, mail, page, pdf

NOW = datetime(2032, 1, 15, tzinfo=UTC)
LINES = [f"Stretch {place} of it: {one}" for place, one in enumerate(PAYLOADS)]
IN_FONT = [one for one in LINES if one.isascii()]  # what a PDF with one font can have
MADE: dict[str, tuple[str, Callable[[], bytes], list[str]]] = {
    "pasted": (PASTED, lambda: "\n\n".join(LINES).encode(), LINES),
    "txt": ("a.txt", lambda: "\n\n".join(LINES).encode(), LINES),
    "html": ("a.html", lambda: page(LINES, title=PAYLOADS[0]), LINES),
    "docx": ("a.docx", lambda: docx([" ".join(line.split()) for line in LINES]), LINES),
    "eml": ("a.eml", lambda: mail("text/plain", "\r\n\r\n".join(LINES)), LINES),
    "pdf": ("a.pdf", lambda: pdf(IN_FONT), IN_FONT),
}


def letters(text: str) -> str:
    """A text without what a format may do with its blanks, its unseen marks, its line ends and names of letters."""
    return "".join(char for char in unescape(text) if not char.isspace() and char.isprintable())


@pytest.mark.parametrize("format_", MADE)
def test_what_a_page_could_act_on_comes_in_as_the_characters_it_is_made_of(format_: str) -> None:
    name, content, lines = MADE[format_]
    text = letters(receive(name, content(), "", NOW).text)
    assert [line for line in lines if letters(line) not in text] == []


def test_what_a_file_could_act_on_is_written_and_read_again_as_it_was_typed(second_case: Path) -> None:
    copy = hostile_draft(second_case)
    assert copy.findings().problems == ()
    read = examine(copy.folder).evidence
    new = (
        [one for one in read.documents if one.id == "payloads"],
        read.claims_of("payloads"),
        [one for one in read.events if one.supports[0].startswith("Z")],
        [one for one in read.questions if one.cells[0].document == "payloads"],
        [one for one in read.origins if one.origin_id not in copy.base_evidence.origin_by_id],
        [one for one in read.case.units if one.id not in {unit.id for unit in copy.base_evidence.case.units}],
    )
    held = {letters(text) for entry in chain(*new) for text in fields_of(entry)}
    assert [one for one in PAYLOADS if letters(one) not in held] == []
