"""A fresh document in a copy of the seeds: nobody has read it, so nothing may say that it is silent."""

from pathlib import Path

import pytest

from components.scene.canvas import Look
from components.scene.things import Table, every
from components.sentences.against_limit import overview_sentence, reported_headline
from components.sentences.comparison import comparison_headline, comparison_sentence, unread_here
from components.sentences.gauge import closest_words, kind_of_number
from components.slides.comparison import slides
from components.slides.statements import statements
from components.slides.view import View, view_of
from components.theme import PALETTES
from data import comparison_frame, read_evidence
from data.frames.comparison import questions_frame
from data.frames.reported import headline_row, reported_frame
from data.models.assumptions import NotEstimated
from data.models.links import Links
from tests.cases.edit import plant
from tests.cases.salt_case import write_case, write_unread
from tests.components.on_the_page import comparison
from tests.components.record_frames import without_fingerprint
from tests.data.export.exported import export_of, row
from tests.pages.test_comparison import matrix_row
from tests.pages.view import Opened, text_of

MEANING = "Silence is not denial. Compatible is not confirmed."


@pytest.fixture
def fresh(seeds_copy: Path) -> Path:
    write_unread(seeds_copy, "C")
    return seeds_copy


def view(folder: Path) -> View:
    return view_of(read_evidence(folder), NotEstimated("Not here", "None."), Links("https://example.invalid"))


def test_the_frame_calls_it_unread_on_every_question(fresh: Path) -> None:
    frame = comparison_frame(read_evidence(fresh))
    assert list(frame.loc[frame["document"] == "C", "sign"]) == ["unread"] * 12
    assert list(questions_frame(frame)["unread"]) == [("C",)] * 12
    assert "unread" not in set(frame.loc[frame["document"] != "C", "sign"])


def test_the_page_says_so_in_every_cell(opened: Opened, fresh: Path) -> None:
    view = opened("comparison", fresh)
    cells = view.find("td", "unread")
    assert (len(cells), {text_of(cell) for cell in cells}) == (12, {"?not read yet"})
    assert {cell["n"][0]["a"]["aria-label"] for cell in cells} == {"not read yet"}
    assert text_of(view.find("ul", "legend")[0]).count("? not read yet") == 1
    assert [table[2] for table in view.rows(1) if table[1] == "C"] == ["not read yet"] * 12


def test_its_card_says_what_its_text_was_made_of_and_that_no_claim_is_taken_from_it(
    opened: Opened, tmp_path: Path
) -> None:
    case = write_case(tmp_path / "salt", 1)
    write_unread(case, "R")
    evidence = next(path for path in case.glob("documents/*/evidence.toml") if 'label = "R"' in path.read_text("utf-8"))
    made = f'original_sha256 = "{"0" * 64}"\nextractor = "pypdf 7.1.1: <b>"\nreceived = "2039-01-31"\n'
    plant(evidence, "[document]\n", f"[document]\n{made}")
    told = opened("documents", case, document="R").words("dd")
    assert told[0].endswith("matches; no claim is taken from it yet")
    assert told[1].endswith(", received 31 Jan 2039; text made by pypdf 7.1.1: <b>")


def test_the_page_does_not_count_it_as_silent(opened: Opened, fresh: Path) -> None:
    view = opened("comparison", fresh)
    assert view.words("p", "finding") == [
        (
            "Five of twelve questions rest on a single document of those read; "
            "on none the documents contradict each other; on one a document is at odds with itself"
        )
    ]
    (told,) = view.words("p", "source")
    assert told == (
        "On no row do two documents agree from known, independent origins. "
        f"Not read yet: document C for twelve of twelve questions. {MEANING}"
    )
    assert text_of(matrix_row(view, "UN cap of 500,000 a year")[-1]) == (
        "1One document only of those readB never mentions the cap"
        "Origin not known. Document C is not read yet for this question."
    )


def test_the_first_page_does_not_count_it_as_silent_either(opened: Opened, fresh: Path) -> None:
    view = opened("overview", fresh)
    assert "; no other document read so far gives a number." in view.words("p", "told")[0]
    alone = view.find("ul", "rows")[0]
    assert text_of(alone).count("Document C is not read yet for this question.") == 5


def test_the_slides_say_so(fresh: Path) -> None:
    shown = slides(view(fresh))
    assert shown[0].title == "5 of 12 rest on one document of those read (1 of 3)"
    (table,) = [thing for thing in every(shown[0].things) if isinstance(thing, Table)]
    cells = ["".join(run.text for run in line[3].paragraphs[0]) for line in table.rows[1:]]
    assert set(cells) == {"? not read yet"}
    assert "Origin not known. Document C is not read yet for this question." in shown[0].notes


def test_the_key_judgements_say_so(fresh: Path) -> None:
    told = list(statements(view(fresh)))[-1]
    assert told.about == "In a single document of those read"
    assert told.sentence.startswith("Five of twelve questions rest on a single document of those read; ")


def test_the_figure_says_so(fresh: Path) -> None:
    evidence = without_fingerprint(read_evidence(fresh))
    whole = comparison_frame(evidence)
    parts = [comparison(whole, whole, evidence, Look(PALETTES["light"], part=part)) for part in (1, 2, 3)]
    assert {part.layout.meta["parts"] for part in parts} == {3}
    told = [text.text for part in parts for text in part.layout.annotations]
    assert sum(">? </span>" in text and text.endswith(">not read yet</span>") for text in told) == 12 + len(parts)


def test_the_export_says_so(fresh: Path) -> None:
    made = export_of(read_evidence(fresh))
    silent = row(made.sheet("comparison"), question_id="oil-volume", document="C")
    assert (silent["sign"], silent["words"], silent["claim_ids"]) == ("unread", "", ())
    assert row(made.sheet("questions"), question_id="oil-volume")["unread"] == ("C",)


def test_sentences_about_numbers_do_not_count_it_as_silent(fresh: Path) -> None:
    evidence = read_evidence(fresh)
    headline = headline_row(reported_frame(evidence), evidence)
    assert kind_of_number(headline, evidence) == (
        "A floor, from an undated news article (The Pinnacle Gazette, document A)."
    )
    assert kind_of_number(headline, read_evidence()) == (
        "A floor, from an undated news article (The Pinnacle Gazette, document A) alone."
    )


def test_a_case_of_unread_documents_alone_says_nothing_of_what_they_hold(tmp_path: Path) -> None:
    folder = write_case(tmp_path / "made", 0)
    write_unread(folder, "C")
    evidence = read_evidence(folder)
    assert reported_headline(None, evidence) == "No document read so far gives a number for salt deliveries"
    assert closest_words(evidence) == "No document read so far speaks of it"
    assert overview_sentence(None, evidence, 0) == (
        "No document read so far gives a number for salt deliveries from Upper Vale to Lower Vale."
    )


def test_once_a_curator_calls_it_silent_it_is(fresh: Path) -> None:
    questions = fresh / "questions.toml"
    text = questions.read_text(encoding="utf-8")
    questions.write_text(text.replace("\nreading = ", '\nsilent = ["fresh-c"]\nreading = '), encoding="utf-8")
    frame = comparison_frame(read_evidence(fresh))
    assert list(frame.loc[frame["document"] == "C", "sign"]) == ["silent"] * 12
    assert comparison_headline(frame) == (
        "Five of twelve questions rest on a single document; on none the documents contradict each other; "
        "on one a document is at odds with itself"
    )


def test_many_unread_documents_are_counted(tmp_path: Path) -> None:
    folder = write_case(tmp_path / "made", 1)
    for label in ("C", "D", "E", "F", "G", "H"):
        write_unread(folder, label)
    frame = comparison_frame(read_evidence(folder))
    assert comparison_sentence(frame).split(". ")[1] == (
        "Not read yet: 6 documents, each for at least one of one question"
    )
    assert unread_here(frame.iloc[0].to_dict()) == (
        "Documents C, D, E, F and 2 documents more are not read yet for this question."
    )
