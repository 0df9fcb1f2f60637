"""Changed rows are put in one after another: which moved the headline, what goes together, and what stands apart."""

from dataclasses import fields, replace
from typing import Any

import pytest

from data.editions.rows import (
    HYPOTHESES,
    KINDS,
    LISTS,
    OF_CASE,
    OF_ESTIMATE,
    OF_HYPOTHESES,
    Key,
    fields_of,
    put_together,
    rows_of,
)
from data.editions.swapping import APART, Step, headline_after, steps
from data.models.changes import Headline
from data.models.evidence import Evidence
from data.recording import headline_of
from tests.cases.registry import evidence_of


def with_row(evidence: Evidence, key: Key, **update: Any) -> Evidence:
    rows = rows_of(evidence)
    return put_together({**rows, key: rows[key].model_copy(update=update)}, evidence)


def without(evidence: Evidence, *gone: Key) -> Evidence:
    return put_together({key: entry for key, entry in rows_of(evidence).items() if key not in gone}, evidence)


def named(step: Step) -> list[str]:
    return [str(key) for key in step.rows]


@pytest.mark.parametrize("case", ["own", "second case", "with hypotheses", "no documents", "hostile texts"])
def test_rows_put_together_again_are_the_evidence_they_came_from(case: str) -> None:
    evidence = evidence_of(case)
    rows = rows_of(evidence)
    assert put_together(rows, replace(evidence, documents=(), claims=(), events=(), statements=())) == evidence
    assert {key.kind for key in rows} <= set(KINDS)
    assert all(fields_of(entry) for entry in rows.values())


def test_every_list_of_the_evidence_has_rows_but_its_record_of_changes() -> None:
    lists = {field.name for field in fields(Evidence) if str(field.type).startswith("tuple")}
    assert lists - {"changes"} == set(LISTS.values())
    assert set(KINDS) >= {*LISTS, *OF_CASE, *OF_ESTIMATE, *OF_HYPOTHESES}
    assert len(set(KINDS)) == len(KINDS)


def test_fields_of_a_row_are_told_in_words(evidence: Evidence) -> None:
    rows = rows_of(evidence)
    claim, question = fields_of(rows[Key("claim", "A04")]), fields_of(rows[Key("question", "oil-volume")])
    assert (claim["operator"], claim["value"], claim["date basis"]) == (">", "1000000", "inferred")
    assert question["cells of oil-volume, claims"].startswith("A04")
    assert "subject" not in fields_of(rows[Key("case")])
    assert "ratings of" in " ".join(fields_of(next(rows[key] for key in rows if key.kind == "item")))
    assert set(fields_of(rows[HYPOTHESES])) <= {"question", "assessed on", "note"}


def test_the_limit_and_an_assumption_each_move_what_is_theirs(evidence: Evidence) -> None:
    lower = with_row(evidence, Key("limit", "refined"), value=400_000.0)
    new = with_row(lower, Key("assumption", "cargo-share"), low=0.5, central=0.5)
    first, second = steps(evidence, new)
    assert (named(first), named(second)) == (["limit refined"], ["assumption cargo-share"])
    assert (first.before.limit, first.after.limit, second.after.limit) == (500_000, 400_000, 400_000)
    assert first.before.q50 == first.after.q50 > second.after.q50
    assert first.moved
    assert second.moved
    assert first.before == headline_of(evidence)
    assert second.after == headline_of(new)


def test_what_is_told_of_an_event_moves_nothing(evidence: Evidence) -> None:
    event = evidence.events[0].event_id
    (step,) = steps(evidence, with_row(evidence, Key("event", event), note="Seen again."))
    assert (named(step), step.moved) == ([f"event {event}"], False)


def test_the_same_evidence_has_no_step(evidence: Evidence) -> None:
    assert list(steps(evidence, evidence)) == []


def test_a_claim_comes_with_its_document_and_goes_with_what_names_it(evidence: Evidence) -> None:
    claims = [Key("claim", one.id) for one in evidence.claims_of("tanker-trips")]
    rows = rows_of(evidence)
    gone = {Key("document", "tanker-trips"), *claims}
    less = put_together({key: entry for key, entry in rows.items() if key not in gone}, evidence)
    back = list(steps(less, evidence))
    assert Key("document", "tanker-trips") in back[0].rows
    assert back[0].rows[0].kind == "claim"
    assert [len(step.rows) for step in back[1:]] == [1] * (len(back) - 1)
    away = [key for step in steps(evidence, less) for key in step.rows]
    assert set(away) == gone


def test_a_record_comes_with_its_origin(evidence: Evidence) -> None:
    statement = next(one for one in evidence.statements if one.origin == "argus")
    of_origin = [key for key, entry in rows_of(evidence).items() if getattr(entry, "origin", "") == "argus"]
    less = without(evidence, Key("origin", "argus"), *of_origin)
    first, *others = steps(less, evidence)
    assert named(first) == ["origin argus"]
    assert {key for step in others for key in step.rows} == set(of_origin)
    only = without(evidence, Key("origin", "argus"), Key("statement", statement.record_id))
    assert next(named(step) for step in steps(evidence, only))[0] == "origin argus"


def test_an_estimate_comes_as_a_whole(evidence: Evidence) -> None:
    none = replace(evidence, assumptions=None)
    (step,) = steps(none, evidence)
    assert "estimate" in named(step)
    assert "assumption load" in named(step)
    assert step.before.q50 != step.before.q50
    assert step.after == headline_of(evidence)
    (back,) = steps(evidence, none)
    assert back.after.q50 != back.after.q50


def test_a_headline_claim_that_is_replaced_moves_the_reported_number(evidence: Evidence) -> None:
    claim = evidence.claim_by_id["A04"].model_copy(update={"id": "A99", "value": 2_000_000.0})
    more = replace(evidence, claims=(*evidence.claims, claim))
    new = with_row(more, Key("subject"), headline_claim="A99")
    moves = [(named(step), step.after.reported) for step in steps(evidence, new) if step.moved]
    assert moves == [(["subject"], 2_000_000)]


def test_two_rows_of_which_one_says_what_the_other_leaves_out_go_together(evidence: Evidence) -> None:
    new = without(evidence, Key("assumption", "ship-median"))
    new = with_row(new, Key("assumption", "ship"), uncertainty=0.2)
    (step,) = steps(evidence, new)
    assert named(step) == ["assumption ship", "assumption ship-median"]


def test_kinds_that_stand_apart_move_nothing_even_all_at_once(evidence: Evidence) -> None:
    reckoned: dict[str, Headline] = {}
    own = repr(headline_after(evidence, reckoned))
    for kind in APART - {"case", "source summary", "hypotheses"}:
        gone = [key for key in rows_of(evidence) if key.kind == kind]
        assert repr(headline_after(without(evidence, *gone), reckoned)) == own, kind
    assert repr(headline_after(replace(evidence, hypotheses=None), reckoned)) == own
    assert own == repr(headline_of(evidence))
