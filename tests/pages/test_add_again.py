"""Adding a document once something went wrong, and what leads on from what was done."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from components.state import drafts
from tests.pages.test_add import QUOTE, brought_in, claimed, found, kept, pick, press, write
from tests.pages.view import Opened


@pytest.fixture(autouse=True)
def _no_draft_stays() -> Iterator[None]:
    yield
    drafts._held.clear()


def test_a_text_that_is_refused_is_still_there_to_be_mended(opened: Opened, second_case: Path) -> None:
    view = brought_in(opened, second_case)
    pick(view, "How reliable is the source?", "C")
    write(view, "Why?", "It keeps a list.")
    write(view, "Published", "next week")
    view = press(view, "Keep this text")
    assert "Document, when it was published: this is not a date" in view.text
    write(view, "Published", "3 June 2031")
    view = press(view, "Keep this text")
    assert view.failures == []
    (copy,) = drafts._held().copies
    (document,) = [one for one in copy.evidence.documents if one.title == "Rangers count more barges"]
    assert document.published == "2031-06-03"


def test_what_was_done_is_told_by_titles_and_letters_and_leads_to_where_it_is_seen(
    opened: Opened, second_copy: Path
) -> None:
    view = claimed(kept(opened, second_copy))
    assert "documents?claim=A01" in view.links
    write(view, "What sort of event", "count")
    write(view, "When", "March to May 2031")
    view = press(view, "Draw it")
    assert view.failures == []
    assert "timeline" in view.links
    (copy,) = drafts._held().copies
    assert copy.steps == (
        "Document 'Rangers count more barges' added",
        "Claim A01 added",
        f"Event '{QUOTE}' added",
    )


def test_a_number_that_stands_already_opens_where_it_does(opened: Opened, second_case: Path) -> None:
    text = "Over 25,000 tonnes of copper passed the lock, said the Lock Office.\n"
    view = found(kept(opened, second_case, text), "Over 25,000 tonnes of copper")
    told = next(words for words in view.words("p", "in-force") if "stand already" in words)
    assert any(link.startswith(("documents?claim=", "record?record=")) for link in view.links), told
