"""A document is named by what it is; its letter stands only beside that."""

import pytest

from components.sentences.publication import behind, by_label, described, in_a_list, short_name
from data import Evidence, read_evidence
from data.models.evidence import Document
from tests.cases.second_case import SECOND_CASE


@pytest.fixture(scope="module")
def second() -> Evidence:
    return read_evidence(SECOND_CASE)


def document(**known: str) -> Document:
    letter = read_evidence(SECOND_CASE).documents[0]
    return letter.model_copy(update={"form": "", "published": None, "publisher": "", **known})


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ({}, "an undated text (document P)"),
        ({"publisher": "Salt Weekly"}, "an undated text (Salt Weekly, document P)"),
        ({"form": "news article", "published": "2024-05-03"}, "a news article of 3 May 2024 (document P)"),
        ({"form": "interview", "published": "2024-05"}, "an interview of May 2024 (document P)"),
    ],
)
def test_a_document_is_what_it_is_of_its_day_by_its_publisher(known: dict[str, str], words: str) -> None:
    assert described(document(**known)) == words


def test_a_label_is_enough_to_name_a_document(second: Evidence) -> None:
    assert by_label("P", second) == "a letter of 5 October 2031 (Port Ansel harbour office, document P)"
    assert short_name("P", second) == "Document P, Port Ansel harbour office"
    assert short_name("R", second) == in_a_list("R", second) == "Document R"
    assert in_a_list("P", second) == "P, Port Ansel harbour office"


def test_a_claim_that_its_own_document_retells_is_after_that_one(second: Evidence) -> None:
    retold = "after a letter of 5 October 2031 (Port Ansel harbour office, document P)"
    assert behind(second.claim_by_id["Q01"], second) == retold


def test_a_claim_of_the_last_known_origin_is_after_nobody_else(second: Evidence) -> None:
    assert behind(second.claim_by_id["P02"], second) == ""
    assert behind(second.claim_by_id["Q02"], second) != behind(second.claim_by_id["P02"], second)


def test_a_descent_that_a_curator_infers_is_only_probable() -> None:
    own = read_evidence()
    assert behind(own.claim_by_id["A04"], own) == "probably after Open Source Centre, with the BBC"
