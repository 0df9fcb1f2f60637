"""A document is silent only where somebody has read it for a question and said so."""

from pathlib import Path

import pytest

from components.sentences.comparison import comparison_headline
from data import comparison_frame, read_evidence
from data.reading.questions import documents_unread
from data.reading.seeds import examine
from tests.cases.edit import plant, write
from tests.cases.salt_case import write_case, write_unread
from tests.cases.second_case import SECOND_CASE


def test_a_document_with_a_claim_on_what_is_asked_is_not_silent(second_copy: Path) -> None:
    questions = second_copy / "questions.toml"
    cell = '[[question.cell]]\ndocument = "night-broadcast"\nnearby = ["R02"]\nwords = '
    plant(questions, f'{cell}"“nobody writes down how much”"\n', "")
    plant(questions, 'reading = "same-origin"', 'reading = "same-origin"\nsilent = ["night-broadcast"]')
    (problem,) = examine(second_copy).problems
    remedy = (
        "Take night-broadcast out of silent. Where the claim answers, give the document a cell that names it in "
        "claims; where it only touches the subject, a cell that names it in nearby."
    )
    assert (problem.place, problem.what, problem.seen, problem.remedy) == (
        "question volume, silent",
        "night-broadcast is called silent, but speaks of what is asked",
        "R02 of night-broadcast has the topic volume",
        remedy,
    )


def test_the_remedy_for_a_document_that_is_not_silent_works(second_copy: Path) -> None:
    questions = second_copy / "questions.toml"
    why = 'why = "A minister denies what the letter counts"\n'
    plant(questions, why, f'{why}silent = ["night-broadcast"]\n')
    assert not examine(second_copy).evidence.complete
    cell = '\n[[question.cell]]\ndocument = "night-broadcast"\nnearby = ["R02"]\nwords = "no amount"\n'
    plant(questions, f'{why}silent = ["night-broadcast"]\n', why)
    plant(questions, '\n[[question]]\nid = "cap"', f'{cell}\n[[question]]\nid = "cap"')
    assert examine(second_copy).problems == ()


def test_a_claim_that_is_not_sound_still_speaks(second_copy: Path) -> None:
    evidence = second_copy / "documents" / "night-broadcast" / "evidence.toml"
    plant(evidence, 'quote = "nobody writes down how much"', 'quote = "nobody writes down how many"')
    plant(second_copy / "questions.toml", 'why = "A minister', 'silent = ["night-broadcast"]\nwhy = "A minister')
    places = {problem.place for problem in examine(second_copy).problems}
    assert "question denial, silent" in places


def test_an_answer_stands_although_a_silent_document_is_withheld(second_copy: Path) -> None:
    write(second_copy / "documents" / "night-broadcast" / "text.txt", "Other words.\n")
    evidence = examine(second_copy).evidence
    (cap,) = [question for question in evidence.questions if question.id == "cap"]
    assert cap.silent == ("market-bulletin",)


def test_a_document_is_read_for_a_topic_with_a_claim_of_it_or_in_a_question_about_it() -> None:
    second = read_evidence(SECOND_CASE)
    found = {topic: documents_unread(topic, second) for topic in ("volume", "traffic", "cap", "agreement", "statement")}
    assert found == {"volume": (), "traffic": (), "cap": (), "agreement": ("P", "Q"), "statement": ("R",)}


def test_a_fresh_document_is_unread_for_every_topic(tmp_path: Path) -> None:
    write_unread(write_case(tmp_path / "made", 2), "C")
    assert documents_unread("volume", read_evidence(tmp_path / "made")) == ("C",)


@pytest.mark.parametrize(
    ("reading", "seen"),
    [
        ("different-things", "1 of the documents answer"),
        ("differ", "1 of the documents answer"),
        ("against-itself", "no document answers with two claims"),
    ],
)
def test_a_reading_of_several_answers_needs_them(second_copy: Path, reading: str, seen: str) -> None:
    plant(second_copy / "questions.toml", 'reading = "one-document"', f'reading = "{reading}"')
    (problem,) = examine(second_copy).problems
    assert (problem.place, problem.what, problem.seen) == (
        "question cap, reading", f"the claims contradict the reading {reading}", seen,
    )  # fmt: skip


def test_one_document_may_be_read_as_at_odds_with_itself(second_copy: Path) -> None:
    plant(second_copy / "questions.toml", 'reading = "check-wording"', 'reading = "against-itself"')
    assert examine(second_copy).problems == ()


def test_documents_that_name_different_things_do_not_contradict_each_other(second_copy: Path) -> None:
    plant(second_copy / "questions.toml", 'reading = "differ"', 'reading = "different-things"')
    assert comparison_headline(comparison_frame(read_evidence(second_copy))) == (
        "“Cap” rests on a single document; on none the documents contradict each other"
    )
