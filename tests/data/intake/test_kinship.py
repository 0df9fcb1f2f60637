"""A new text is held against the stored ones: the same, told again, a part of one, or its own."""

from dataclasses import replace

import pytest

from data.intake.kinship import Kin, kin_of
from data.models.evidence import Evidence
from data.reading.seeds import read_evidence

EVIDENCE = read_evidence()
A, B = EVIDENCE.documents
SUM = "0" * 64


def holding(*texts: str) -> Evidence:
    """Evidence with some texts as its documents, labelled R1, R2 and so on."""
    documents = tuple(
        A.model_copy(update={"id": f"report-{number}", "label": f"R{number}", "text": text, "original_sha256": SUM})
        for number, text in enumerate(texts, 1)
    )
    return replace(EVIDENCE, documents=documents)


def test_the_two_documents_of_the_case_are_their_own() -> None:
    assert [kin_of(one.text, replace(EVIDENCE, documents=(other,))) for one, other in ((A, B), (B, A))] == [(), ()]


def test_the_same_file_and_the_same_text_are_said_first() -> None:
    evidence = holding("Forty trips were counted in the port.", A.text)
    assert kin_of(A.text, evidence) == (Kin("report-2", "R2", "same text"),)
    first, second = kin_of("What another extractor made of it", evidence, SUM)
    assert (first.kind, second.kind) == ("same file", "same file")
    assert first.sentence == "This is the file that document R1 was made of, byte for byte."


def test_words_told_again_are_counted_whatever_their_marks_case_and_spaces() -> None:
    told = B.text.upper().replace("\n", "   ").replace("“", '"').replace("”", '"')
    (kin,) = kin_of(told, EVIDENCE)
    assert (kin.document, kin.kind, kin.share, kin.share_back) == (B.id, "near", 1.0, 1.0)
    assert kin.sentence == "All of its words stand in B, in the same order: it may tell B again."


def test_the_share_is_that_of_the_words_in_shared_runs() -> None:
    stored = "one two three four five six seven eight nine ten"
    (kin,) = kin_of("one two three four five six and other words follow here", holding(stored))
    assert (kin.share, kin.share_back) == (6 / 11, 0.6)
    assert kin.sentence == "5 of 10 of its words stand in R1, in the same order: it may tell R1 again."


def test_a_long_text_that_holds_a_short_one_whole_says_so() -> None:
    (kin,) = kin_of(f"{A.text} {A.text} Forty trips were counted in the port.", holding("Forty trips were counted in"))
    assert kin.sentence == "All of the words of R1 stand in it, in the same order: R1 may be a part of it."


@pytest.mark.parametrize(
    ("stored", "told"),
    [
        ("러시아 선박은 올해 항구에서 사십 번 출항했다고 한다", "러시아선박은올해항구에서사십번출항했다고한다"),
        ("今年这些船只从港口出发了四十次据官员说", "据报道,今年这些船只从港口出发了四十次。"),
    ],
    ids=["Korean with spaces and without", "Chinese"],
)
def test_scripts_without_spaces_are_compared_by_letters(stored: str, told: str) -> None:
    (kin,) = kin_of(told, holding(stored, "전혀 다른 글이다 아무것도 같지 않다"))
    assert kin.document == "report-1"
    assert kin.share > 0.7


def test_a_text_without_words_and_one_shorter_than_a_run_are_no_exception() -> None:
    assert kin_of("—", EVIDENCE) == ()
    assert [kin.kind for kin in kin_of("Forty trips!", holding("forty trips", "Forty"))] == ["near"]
