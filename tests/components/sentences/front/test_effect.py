"""What a draft does to the pages is told before and after."""

from dataclasses import replace

from components.sentences.front.effect import effect_frame
from data.models.evidence import Evidence
from data.reading.seeds import read_evidence
from tests.cases.second_case import SECOND_CASE

EVIDENCE = read_evidence(SECOND_CASE)


def without(*gone: str) -> Evidence:
    """The evidence as it was before some claims were read, with no event or answer that names them."""
    questions = tuple(
        question.model_copy(update={"cells": tuple(cell for cell in question.cells if not {*gone} & {*cell.claim_ids})})
        for question in EVIDENCE.questions
    )
    return replace(
        EVIDENCE,
        claims=tuple(claim for claim in EVIDENCE.claims if claim.id not in gone),
        events=tuple(event for event in EVIDENCE.events if not {*gone} & {*event.claim_ids}),
        questions=questions,
    )


def told(before: Evidence, after: Evidence) -> dict[str, tuple[str, str]]:
    frame = effect_frame(before, after)
    assert list(frame.columns) == ["what", "before", "after", "differs"]
    assert frame["differs"].tolist() == (frame["before"] != frame["after"]).tolist()
    return {row["what"]: (row["before"], row["after"]) for row in frame.to_dict("records")}


def test_a_text_that_brings_the_number_moves_sentence_gauge_and_standing() -> None:
    said = told(without("P02"), EVIDENCE)
    assert said["Gauge"] == (
        (
            "Reported copper deliveries are between 1.25 and 1.35 times the annual Concord cap "
            "from about June 2031 to about August 2031 alone"
        ),
        "Reported copper deliveries are more than 1.3 times the annual Concord cap",
    )
    assert said["Against the limit"] == ("above the Concord cap: 125–135% of it", "above the Concord cap: > 130% of it")
    assert said["Reported numbers"] == ("2 numbers", "3 numbers")
    assert said["Reported [P02]"] == ("none", "> 26,000 tonnes, above the Concord cap")
    assert said["Timeline"] == ("6 events", "8 events")
    assert said["Documents"] == ("3 documents", "3 documents")
    assert said["First sentence"][1].endswith("more than 1.3 times the annual Concord cap of 20,000 tonnes [P03].")


def test_a_question_is_told_where_its_answers_differ_and_not_where_somebody_has_not_read_for_it() -> None:
    said = told(without("R03"), EVIDENCE)
    before, after = said["Question “Barges”"]
    both = "Agree, from two origins. P: 31 barges counted; Q: not mentioned"
    seen = "; R: seen “since the spring”, no number"
    assert before == f"{both}. One known origin: Port Ansel harbour office"
    assert after == f"{both}{seen}. Two known independent origins: Dockers of Port Ansel; Port Ansel harbour office"
    assert "Question “Denied?”" not in said


def test_without_a_change_the_chief_lines_stand_and_nothing_differs() -> None:
    said = told(EVIDENCE, EVIDENCE)
    assert list(said) == [
        "First sentence",
        "Gauge",
        "Against the limit",
        "Reported numbers",
        "Timeline",
        "First sentence of the timeline",
        "Comparison",
        "Documents",
    ]


def test_a_case_without_limit_or_number_says_none() -> None:
    bare = replace(EVIDENCE, limits=(), claims=(), events=(), questions=(), documents=())
    assert told(bare, bare)["Against the limit"] == ("none", "none")


def test_of_a_limit_that_allows_none_no_share_is_told() -> None:
    none = tuple(limit.model_copy(update={"value": 0}) for limit in EVIDENCE.limits)
    bare = replace(EVIDENCE, limits=none)
    assert told(bare, bare)["Against the limit"] == ("above the Concord cap", "above the Concord cap")
