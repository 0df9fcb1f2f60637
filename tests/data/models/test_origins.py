"""Who stands behind whom."""

from dataclasses import replace

from data.models.evidence import Claim, Evidence, Origin
from data.models.origins import are_independent, circles, descent_of, independent_origins, roots_of
from data.reading.seeds import read_evidence
from tests.cases.second_case import SECOND_CASE

SECOND = read_evidence(SECOND_CASE)


def origin(origin_id: str, *derived_from: str) -> Origin:
    """An origin that descends from others."""
    return Origin(
        origin_id=origin_id,
        name=origin_id.title(),
        kind="body",
        derived_from=derived_from,
        basis="stated" if derived_from else None,
    )


def claim(claim_id: str, document: str, origin_id: str | None = None) -> Claim:
    """A claim of a document, with or without an origin of its own."""
    update = {"id": claim_id, "document": document, "origin": origin_id}
    return SECOND.claim_by_id["P02"].model_copy(update=update)


def among(*origins: Origin) -> Evidence:
    """Evidence with these origins."""
    return replace(SECOND, origins=origins)


def test_an_origin_that_nobody_stands_behind_is_its_own_root() -> None:
    assert roots_of(claim("A01", "one", "bbc"), among(origin("bbc"))) == {"bbc"}


def test_descent_is_followed_to_the_last_origins() -> None:
    evidence = among(origin("paper", "agency", "ministry"), origin("agency", "satellite"), origin("satellite"))
    assert roots_of(claim("A01", "one", "paper"), evidence) == {"satellite", "ministry"}


def test_a_claim_without_origin_has_that_of_its_document() -> None:
    assert roots_of(claim("A01", "one"), among(origin("one", "agency"), origin("agency"))) == {"agency"}


def test_unnamed_experts_from_whom_nothing_descends_are_no_known_origin() -> None:
    experts = origin("experts").model_copy(update={"kind": "unnamed"})
    assert roots_of(claim("A01", "one", "experts"), among(experts)) == frozenset()


def test_a_claim_of_unknown_origin_has_no_root_and_is_independent_of_nothing() -> None:
    unknown, known, evidence = claim("A01", "one"), claim("B01", "two", "bbc"), among(origin("bbc"))
    assert roots_of(unknown, evidence) == frozenset()
    assert not are_independent(unknown, known, evidence)


def test_two_claims_of_separate_known_origins_are_independent() -> None:
    evidence = among(origin("bbc"), origin("ministry"))
    assert are_independent(claim("A01", "one", "bbc"), claim("B01", "two", "ministry"), evidence)


def test_two_claims_with_one_origin_far_behind_are_not_independent() -> None:
    evidence = among(origin("bbc", "report"), origin("paper", "agency"), origin("agency", "report"), origin("report"))
    assert not are_independent(claim("A01", "one", "bbc"), claim("B01", "two", "paper"), evidence)


def test_a_document_that_retells_another_is_not_independent_of_its_claims() -> None:
    evidence = among(origin("bbc"), origin("two", "one"))
    assert not are_independent(claim("A01", "one", "bbc"), claim("B01", "two"), evidence)


def test_origins_shared_by_several_claims_count_once() -> None:
    evidence = among(origin("bbc", "report"), origin("paper", "report"), origin("report"))
    assert independent_origins([claim("A01", "one", "bbc"), claim("B01", "two", "paper")], evidence) == {"report"}


def test_retelling_a_document_adds_no_origin_to_those_of_the_document() -> None:
    evidence = among(origin("bbc"), origin("two", "one"))
    assert independent_origins([claim("A01", "one", "bbc"), claim("B01", "two")], evidence) == {"bbc"}


def test_a_retold_document_counts_as_an_origin_where_its_own_are_not_known() -> None:
    assert independent_origins([claim("A01", "one"), claim("B01", "two")], among(origin("two", "one"))) == {"one"}


def test_a_descent_lists_the_nearest_first_and_each_once() -> None:
    evidence = among(origin("a", "b", "c"), origin("b", "d"), origin("c", "d"), origin("d"))
    assert [one.origin_id for one in descent_of(claim("A01", "one", "a"), evidence)] == ["a", "b", "c", "d"]


def test_circles_of_one_two_and_three_are_found_and_begin_alphabetically() -> None:
    parents = {"self": ["self"], "b": ["a"], "a": ["b"], "z": ["x"], "x": ["y"], "y": ["z"], "free": ["a-root"]}
    assert set(circles(parents)) == {("self",), ("a", "b"), ("x", "y", "z")}


def test_two_ways_to_one_origin_are_no_circle() -> None:
    assert list(circles({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []})) == []
