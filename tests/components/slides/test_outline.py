"""The whole deck as a person would read it out, held against the one that was looked at."""

import os
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pptx import Presentation

from components.slides.deck import deck
from tests.components.slides.views import view_named
from tests.goldens import GOLDEN


def test_the_deck_is_the_one_that_was_looked_at() -> None:
    path, outline = GOLDEN / "deck.txt", outlined(deck(view_named("own with the record")))
    if os.environ.get("BARRELWATCH_GOLDEN") == "renew":
        path.write_text(outline, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == outline


def outlined(content: bytes) -> str:
    """Title, texts and alternative texts of each slide, as a person would read them out."""
    parts = []
    for number, page in enumerate(Presentation(BytesIO(content)).slides, 1):
        parts.append(f"{number}. {page.shapes.title.text}")
        parts += [line for shape in list(page.shapes)[1:-1] for line in told(shape)]
        parts.append("")
    return "\n".join(parts)


def told(shape: Any) -> Iterator[str]:
    """What an object is and, where it differs, what stands in it."""
    said_of_it = shape.element.xpath(".//p:cNvPr")[0].get("descr")
    if said_of_it:  # the marks of a figure say nothing by themselves: their group does
        yield f"   {shape.name}: {said_of_it}"
    yield from (f"   {line}" for part in getattr(shape, "shapes", ()) for line in told(part))
    if shape.has_text_frame:
        yield from (f"      | {said(paragraph.text)}" for paragraph in shape.text_frame.paragraphs if paragraph.text)
    if shape.has_table:
        yield from (f"      | {' | '.join(said(cell.text) for cell in row.cells)}" for row in shape.table.rows)


def said(text: str) -> str:
    return " / ".join(text.split("\v"))
