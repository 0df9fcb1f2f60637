"""What is made of a draft says so: every slide, under a fingerprint of its own."""

import io
from collections.abc import Iterator
from typing import Any

from pptx import Presentation

from components.scene.native.powerpoint import written
from components.slides.deck import KEYS, slides
from components.slides.view import view_at
from components.state.drafts import as_draft
from data.models.evidence import Evidence
from data.models.links import LOCAL


def words(shapes: Any) -> Iterator[str]:
    for shape in shapes:
        if shape.has_text_frame:
            yield shape.text_frame.text
        if getattr(shape, "has_table", False):
            yield from (cell.text for row in shape.table.rows for cell in row.cells)


def test_every_slide_of_a_draft_says_that_it_is_one(evidence: Evidence) -> None:
    draft = as_draft(evidence)
    deck = written(slides(view_at(draft, {}, LOCAL, False), KEYS), draft.case.title, draft.case.as_of)
    told = ["\n".join(words(slide.shapes)) for slide in Presentation(io.BytesIO(deck)).slides]
    assert len(told) > 10
    assert [place for place, text in enumerate(told, 1) if "0.2.0 DRAFT" not in text] == []


def test_a_draft_has_a_fingerprint_that_no_folder_has(evidence: Evidence) -> None:
    draft = as_draft(evidence)
    assert draft.fingerprint != evidence.fingerprint
    assert as_draft(evidence).fingerprint == draft.fingerprint
    assert evidence.case.version == "0.2.0"
