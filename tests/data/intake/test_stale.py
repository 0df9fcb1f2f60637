"""Which sentences of a curator a new text makes untrue, or worth another look."""

from dataclasses import replace
from functools import cache

import pytest

from data.intake.stale import Stale, stale
from data.intake.working_copy import WorkingCopy
from data.models.case import SourceSummary
from data.models.evidence import Evidence
from data.reading.seeds import read_evidence
from tests.cases.second_case import SECOND_CASE
from tests.data.intake.bringing_in import BROUGHT, CELL, CLAIM, DOCUMENT, QUOTE

BOOK = "book-of-the-locks"
EVIDENCE = read_evidence(SECOND_CASE)


def summed_up(evidence: Evidence, text: str, *claims: str) -> Evidence:
    summary = SourceSummary(text=text, claims=claims)
    return replace(evidence, case=evidence.case.model_copy(update={"source_summary": summary}))


@cache
def _drafted() -> Evidence:
    copy = WorkingCopy(SECOND_CASE)
    copy.add_document(BROUGHT, BOOK, DOCUMENT)
    copy.add_claim(BOOK, 0, len(QUOTE), CLAIM)
    return copy.evidence


def after(evidence: Evidence) -> Evidence:
    """The evidence with one text more, S, that counts barges: S01 has the topic of P01 and R03, traffic."""
    return replace(_drafted(), case=evidence.case)


def about_the_summary(text: str, *claims: str) -> list[tuple[str, str, bool]]:
    before = summed_up(EVIDENCE, text, *claims)
    found = [one for one in stale(before, after(before)) if one.where == "Source summary"]
    return [(one.words, one.why, one.certain) for one in found if "rests on no claim" not in one.why]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Three documents are used.", "There are 4 documents now, not 3."),
        ("It rests on 3 texts.", "There are 4 documents now, not 3."),
        ("It has 21 events and 16 claims.", "There are 17 claims now, not 16."),
        ("The only count is that of P [P01].", "S01 of document S gives a number for the same now."),
        ("The number rests on P alone [P01].", "S01 of document S gives a number for the same now."),
    ],
)
def test_a_sentence_that_its_own_numbers_or_ids_speak_against_is_untrue(text: str, why: str) -> None:
    assert len(EVIDENCE.claims) == 16
    assert about_the_summary(text, "P01") == [(text, why, True)]


@pytest.mark.parametrize("text", ["Only the dockers saw them [R03].", "The largest sight of all was theirs [R03]."])
def test_a_sentence_that_names_an_only_or_a_greatest_is_to_be_looked_at_again(text: str) -> None:
    assert about_the_summary(text, "R03") == [(text, "S01 of document S speaks of the same now.", False)]


@pytest.mark.parametrize(
    "text",
    [
        "Two documents are undated.",  # it never was the number of all
        "The only amount is that of the letter [P02].",  # of another topic
        "At least 31 barges came [P01].",
        "The letter counts 31 barges [P01].",
    ],
)
def test_a_sentence_that_a_new_text_does_not_touch_is_left_alone(text: str) -> None:
    assert about_the_summary(text, "P01") == []


def test_of_a_case_of_two_documents_both_and_neither_are_told_where_there_are_three() -> None:
    before = summed_up(EVIDENCE, "Neither document has a date; it is both long and old.", "P01")
    two = replace(before, documents=before.documents[:2])
    found = [one for one in stale(two, before) if one.certain]
    why = "There are 3 documents now, not two."
    assert found == [Stale("Source summary", "Neither document has a date;", why, True, ("summary", ""))]


def test_a_question_that_a_new_claim_may_answer_is_named_until_it_stands_in_a_cell() -> None:
    copy = WorkingCopy(SECOND_CASE)
    copy.add_document(BROUGHT, BOOK, DOCUMENT)
    copy.add_claim(BOOK, 0, len(QUOTE), CLAIM)
    why = "S01 of document S may answer it, and is no answer yet."
    assert ("Question “Barges”", why) in [(one.where, one.why) for one in stale(EVIDENCE, copy.evidence)]
    unread = [one.words for one in stale(EVIDENCE, copy.evidence) if one.where == "Document S"]
    assert unread == ["“Copper volume”, “Barges”, “Denied?”, “Cap”, “Misprints”"]
    copy.add_cell("traffic", CELL)
    assert why not in [one.why for one in stale(EVIDENCE, copy.evidence)]
    unread = [one.words for one in stale(EVIDENCE, copy.evidence) if one.where == "Document S"]
    assert unread == ["“Copper volume”, “Denied?”, “Cap”, “Misprints”"]


def test_a_summary_that_names_nothing_of_a_new_document_is_to_be_looked_at_again() -> None:
    found = [one for one in stale(EVIDENCE, after(EVIDENCE)) if one.where == "Source summary"]
    assert [(one.why, one.certain) for one in found] == [("It rests on no claim of document S.", False)]


def test_without_a_change_nothing_is_stale() -> None:
    assert stale(EVIDENCE, EVIDENCE) == ()
