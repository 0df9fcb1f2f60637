"""A number that a curator read and no machine: every screen says so, no mark suggests that it was verified."""

from pathlib import Path

import pytest

from components.scene.svg import svg
from components.sentences.against_limit import (
    limit_in_words,
    one_number,
    overview_sentence,
    reported_headline,
    scope_sentence,
)
from components.sentences.changes import numbers_in_words
from components.sentences.claim import numbers_read_by_curator
from components.sentences.sources import source_lines
from components.slides.deck import slides as slides_of
from components.slides.view import view_of
from data import read_evidence, volumes_frame
from data.frames.reported import headline_row
from data.models.assumptions import NotEstimated
from data.models.evidence import Evidence
from data.models.links import Links
from data.recording import headline
from tests.cases.curator_case import REASON, write_curator_case
from tests.cases.edit import plant
from tests.cases.salt_case import write_case
from tests.pages.view import Opened, View, text_of

MARKS = ["✓ Quote verified at characters 47–66, not its number", "! Number read by a curator"]


@pytest.fixture
def curated(tmp_path: Path) -> Path:
    return write_curator_case(tmp_path / "case")


@pytest.fixture
def evidence(curated: Path) -> Evidence:
    return read_evidence(curated)


def marks(view: View, card: int = 0) -> list[str]:
    found = view.find("ul", "marks")[card]
    return [text_of(mark) for mark in found["n"]]


def test_the_card_says_that_a_curator_read_the_number_and_why(opened: Opened, curated: Path) -> None:
    view = opened("documents", curated, claim="T01")
    assert marks(view) == [*MARKS, "Source assessed: C, fairly reliable", "Not corroborated", "Read once"]
    (checked,) = view.find("div", "checked")
    lines = [text_of(line) for line in checked["n"]]
    assert lines[0] == "Checked by machine: the quote stands in the text, word for word."
    assert lines[1].startswith(
        f"Read by a curator: number, operator and unit, from the words “bin iki yüz” ({REASON});"
    )
    assert lines[1].endswith("how firm it is, “reported” (The harbour tells its own sales).")
    assert lines[2].startswith("A curator’s own words: what is counted, “salt” (Tuz is the Turkish word for salt);")
    assert lines[3] == "Not checked: whether it is true."
    assert "1,200 tonnes (read by a curator), counted as salt by a curator" in view.words("dd")
    assert "Harbour Office (a curator’s own words)" in view.words("dd")
    assert view.failures == []


def test_a_card_whose_number_a_machine_read_keeps_its_three_marks(opened: Opened, curated: Path) -> None:
    view = opened("documents", curated, claim="S01")
    assert marks(view) == [
        "✓ Quote verified at characters 28–46", "Source assessed: C, fairly reliable", "Not corroborated",
        "Read once",
    ]  # fmt: skip
    assert "100 tonnes, of “salt”" in view.words("dd")
    assert "read by a curator" not in view.text


def test_the_document_counts_the_numbers_that_a_curator_read(opened: Opened, curated: Path) -> None:
    view = opened("documents", curated, document="T")
    assert any(words.endswith("1 claim, each quote verified; 1 number read by a curator") for words in view.words("dd"))


@pytest.mark.parametrize("name", ["overview", "timeline", "volumes", "comparison", "documents"])
def test_every_page_with_the_number_says_who_read_it(name: str, opened: Opened, curated: Path) -> None:
    view = opened(name, curated, **({"document": "T"} if name == "documents" else {}))
    assert "ead by a curator" in view.text + str(view.charts)
    assert view.failures == []


def test_an_event_whose_title_repeats_the_number_says_so(opened: Opened, curated: Path) -> None:
    view = opened("timeline", curated, event="sale")
    assert view.words("h2")[0] == "1,200 tonnes of salt sold (read by a curator)"
    assert marks(view)[:2] == MARKS


def test_a_cell_that_repeats_the_number_says_so(opened: Opened, curated: Path) -> None:
    cells = opened("comparison", curated).words("td")
    assert [cell for cell in cells if cell.startswith("●1,200 tonnes (number read by a curator)")]
    assert [cell for cell in cells if cell.startswith("●100 tonnes ")]


def test_tables_name_who_read_only_where_a_curator_did(opened: Opened, curated: Path, tmp_path: Path) -> None:
    assert opened("volumes", curated).words("th")[-1] == "Number read by"
    assert "Number read by" not in opened("volumes", write_case(tmp_path / "other", 1)).words("th")


def test_sentences_and_source_lines_say_so(evidence: Evidence) -> None:
    volumes = volumes_frame(evidence)
    row = headline_row(volumes, evidence)
    assert row is not None
    assert overview_sentence(row, evidence, 2) == (
        "An undated text (document T) reports exactly 1,200 tonnes (read by a curator), which a curator counts as "
        "salt, for 2039 from Upper Vale to Lower Vale [T01]: 2.4 times the annual Salt cap of 500 tonnes."
    )
    assert one_number(row, evidence) == "1,200 tonnes (read by a curator)"
    assert one_number(volumes.iloc[1], evidence) == "100 tonnes"
    assert scope_sentence(row, evidence.headline_limit) == (
        "The number is counted as salt by a curator; the text does not say it."
    )
    assert source_lines(["S01", "T01"], evidence)[0] == (
        "Sources: Document R1 [S01]; Document T [T01]. Number read by a curator: T01."
    )
    assert "read by a curator" not in reported_headline(row, evidence)


def test_a_limit_whose_number_a_curator_read_says_so(opened: Opened, curated: Path) -> None:
    plant(curated / "limits.csv", ',"Vale accord, article 1",,,', ',"Vale accord, article 1",,T01,')
    plant(curated / "limits.csv", "salt,500,", "salt,1200,")
    evidence = read_evidence(curated)
    assert limit_in_words(evidence.limits[0], evidence) == "1,200 tonnes (read by a curator) [T01]"
    assert "1,200 tonnes (read by a curator), salt, all suppliers together" in opened("volumes", curated).text


def test_a_product_that_is_not_the_limits_is_never_called_the_texts(curated: Path) -> None:
    plant(curated / "documents" / "harbour" / "evidence.toml", 'product = "salt"', 'product = "rock salt"')
    evidence = read_evidence(curated)
    row = headline_row(volumes_frame(evidence), evidence)
    assert scope_sentence(row, evidence.headline_limit) == (
        "A curator counts it as rock salt; the Salt cap covers salt, all suppliers together."
    )


def test_the_numbers_of_a_cited_view_say_so(evidence: Evidence) -> None:
    row = headline_row(volumes_frame(evidence), evidence)
    now = headline(row, NotEstimated("Not here", "None."), evidence)
    assert numbers_in_words(now, evidence) == "reported 1,200 tonnes (read by a curator); Salt cap 500 tonnes"


def test_more_than_a_few_such_claims_are_counted(evidence: Evidence) -> None:
    assert numbers_read_by_curator(["S01"], evidence) == ""
    assert numbers_read_by_curator(["T01", "S01", "T01"], evidence) == "Number read by a curator: T01."


def test_every_slide_with_the_number_says_so_and_its_notes_say_why(evidence: Evidence) -> None:
    view = view_of(evidence, NotEstimated("Not here", "None."), Links("https://example.invalid"))
    slides = {slide.part: slide for slide in slides_of(view)}
    for part in ("judgements", "gauge", "columns", "timeline", "comparison"):
        assert "ead by a curator" in svg(slides[part]), part
    lines = slides["gauge"].notes.splitlines()
    assert "Who says so: Harbour Office (a curator’s own words) (reported)" in lines
    assert "Number: 1,200 tonnes (read by a curator), counted as salt by a curator" in lines
    assert any(line.startswith("Checked by machine: the quote stands") and REASON in line for line in lines)


def test_what_is_to_be_looked_at_again_stands_folded_on_the_first_page_alone(opened: Opened, curated: Path) -> None:
    view = opened("overview", curated)
    assert "To look at again (4)" in [box.label for box in view.app.expander]
    told = next(text for text in view.words("ul", "rows") if "the text does not name Harbour, Office" in text)
    assert "Remedy: Correct speaker; if it stays, it is shown as a curator’s own words." in told
    assert "The seeds folder has" not in " ".join(view.notices)
    for name in ("volumes", "briefing"):
        assert not [box for box in opened(name, curated).app.expander if "look at again" in box.label]


def test_with_nothing_to_look_at_again_nothing_is_drawn(opened: Opened) -> None:
    assert not [box for box in opened("overview").app.expander if "look at again" in box.label]
