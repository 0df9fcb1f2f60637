"""What a limit asks beside its number, in words."""

from dataclasses import replace
from typing import Any

import pytest

from components.sentences.conditions import (
    asked,
    condition_sentences,
    conditions_headline,
    conditions_sentence,
    ruled,
    unsaid_ids,
)
from data.models.conditions import Condition
from data.models.evidence import Evidence


def condition(number: int = 1, kind: str = "test", **changes: Any) -> Condition:
    plain: dict[str, Any] = {
        "condition_id": f"condition-{number}",
        "limit_id": "refined",
        "kind": kind,
        "title": "Notified?",
    }
    plain |= {"asks": "Each is notified.", "claims": ("A14",), "records": ("un-rule-001", "un-rule-004")}
    return Condition.model_validate(plain | {"finding": "No [un-rule-004].", "note": ""} | changes)


def asking(evidence: Evidence, *conditions: Condition) -> Evidence:
    return replace(evidence, conditions=conditions)


@pytest.mark.parametrize(
    ("many", "headline"), [(3, "Three tests, not one"), (2, "Two tests, not one"), (1, "What else is asked")]
)
def test_the_headline_counts_the_tests(evidence: Evidence, many: int, headline: str) -> None:
    rows = [condition(number) for number in range(many)]
    assert conditions_headline(asking(evidence, *rows, condition(9, "ruling"))) == headline


def test_a_ruling_is_no_test(evidence: Evidence) -> None:
    one = asking(evidence, condition(1, "ruling"))
    assert (asked(one), len(ruled(one))) == ([], 1)
    assert conditions_headline(one) == "Who has found that it was passed"
    assert conditions_sentence(one) == ""


def test_the_sentence_says_that_a_volume_answers_one_of_them(evidence: Evidence) -> None:
    assert conditions_sentence(asking(evidence, condition(1), condition(2))) == (
        "Deliveries keep to the UN cap only if they pass each of these tests; a volume answers one of them."
    )
    assert conditions_sentence(asking(evidence, condition(1))) == (
        "The UN cap asks for this as well; the number alone does not say whether it was kept."
    )


def test_conditions_of_another_limit_are_not_shown(evidence: Evidence) -> None:
    assert asked(asking(evidence, condition(limit_id="crude-barrels"))) == []
    subject = evidence.case.subject.model_copy(update={"headline_limit": None})
    free = replace(evidence, case=evidence.case.model_copy(update={"subject": subject}))
    assert asked(asking(free, condition())) == []


def test_each_stands_in_the_notes_with_what_is_found(evidence: Evidence) -> None:
    rows = (condition(1, "ruling", title="Found?", note="Asked twice."), condition(2))
    assert condition_sentences(asking(evidence, *rows)) == [
        "Notified? No [un-rule-004].",
        "Found? No [un-rule-004]. Curator’s note: Asked twice.",
    ]


def test_what_neither_finding_nor_note_names_is_named_beside_them() -> None:
    assert unsaid_ids(condition()) == (["A14"], ["un-rule-001"])
    assert unsaid_ids(condition(note="See A14 and un-rule-0011.")) == ([], ["un-rule-001"])
