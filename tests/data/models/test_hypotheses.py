"""Competing hypotheses: ranked by what speaks against each, and shown only if every word and id is sound."""

from pathlib import Path

import pytest

from data import examine, read_evidence
from data.models.evidence import Evidence
from data.models.hypotheses import Hypotheses, leaders, linchpins, ranking_frame, ratings_frame
from data.reading.weighing import items_by_origin
from tests.cases.edit import plant
from tests.cases.hypotheses_toml import write_hypotheses
from tests.cases.second_case import BROADCAST, places, withheld

FILE = "hypotheses.toml"


@pytest.fixture
def weighed(second_copy: Path) -> Path:
    """The second case with its hypotheses; may be broken."""
    return write_hypotheses(second_copy)


def of(folder: Path) -> Hypotheses:
    hypotheses = read_evidence(folder).hypotheses
    assert hypotheses is not None
    return hypotheses


def own() -> tuple[Hypotheses, Evidence]:
    evidence = read_evidence()
    assert evidence.hypotheses is not None
    return evidence.hypotheses, evidence


def test_the_least_contradicted_hypothesis_stands_first(weighed: Path) -> None:
    ranking = ranking_frame(of(weighed))
    assert list(zip(ranking["hypothesis_id"], ranking["rank"], ranking["score"], strict=True)) == [
        ("above", 1, 1), ("nothing", 2, 2), ("below", 3, 3),
    ]  # fmt: skip


def test_what_fits_a_hypothesis_does_not_help_it(weighed: Path) -> None:
    before = ranking_frame(of(weighed))[["hypothesis_id", "score"]]
    plant(
        weighed / FILE,
        'mark = "N" },\n    { hypothesis = "below"',
        'mark = "CC", why = "So." },\n    { hypothesis = "below"',
    )
    assert ranking_frame(of(weighed))[["hypothesis_id", "score"]].equals(before)


def test_hypotheses_that_are_level_share_a_rank(weighed: Path) -> None:
    plant(weighed / FILE, 'mark = "I", why = "He says the opposite."', 'mark = "II", why = "He says the opposite."')
    ranking = ranking_frame(of(weighed))
    assert dict(zip(ranking["hypothesis_id"], ranking["rank"], strict=True)) == {"above": 1, "nothing": 1, "below": 3}
    assert leaders(of(weighed)) == ("above", "nothing")


def test_an_item_tells_apart_only_if_it_speaks_against_some(weighed: Path) -> None:
    ratings = ratings_frame(of(weighed))
    assert dict(zip(ratings["item_id"], ratings["diagnosticity"], strict=True)) == {
        "ledger": "tells apart",
        "denied": "tells apart",
        "locks": "tells nothing",
        "nobody-counts": "tells little",
    }


def test_an_item_without_which_another_stands_first_is_a_linchpin(weighed: Path) -> None:
    assert linchpins(of(weighed)) == {"ledger": ("nothing",)}


def test_items_are_gathered_by_the_one_origin_behind_them(weighed: Path) -> None:
    evidence = read_evidence(weighed)
    assert items_by_origin(of(weighed), evidence) == {
        "Port Ansel harbour office": ("ledger",),
        "A minister in Sorrin": ("denied",),
        "Registry of the Nine Ports": ("locks",),
    }


def test_a_case_may_do_without_the_file(second_case: Path) -> None:
    assert read_evidence(second_case).hypotheses is None


@pytest.mark.parametrize(
    ("old", "new", "place", "what"),
    [
        ('claims = ["Q03"]', 'claims = ["Q99"]', "item denied, claims", "nobody knows Q99"),
        ('"registry-barges"', '"registry-boats"', "item locks, records", "nobody knows registry-boats"),
        ('claims = ["R02"]\n', "", "item.4", "the item rests on nothing"),
        ('{ hypothesis = "nothing", mark = "N" },', "", "", "item nobody-counts does not rate nothing"),
        ('"nothing", mark = "N"', '"all", mark = "N"', "", "item nobody-counts rates all, which is no hypothesis"),
        ('"nothing", mark = "N"', '"above", mark = "N"', "item.4", "above is rated twice"),
        ('mark = "CC", why = "It says so."', 'mark = "X"', "item.1.ratings.1.mark", "this word is not in the list"),
        (', why = "It says so."', "", "item.1.ratings.1", "the mark CC has no why"),
        ('id = "denied"', 'id = "ledger"', "", "the id ledger stands twice"),
        ("weight", "waight", "item.1.weight", "this key is missing"),
        ("26,000 tonnes", "28,000 tonnes", "item ledger, title", "this number is neither a value nor in a quote"),
        ("33 barges passed", "34 barges passed", "item locks, title", "this number is neither a value nor in a quote"),
        ('"It says so."', '"It “says so”."', "item ledger, ratings.1.why", "these words stand in no quote"),
        ("Kept by", "“Kept” by", "item ledger, weight", "these words stand in no quote"),
        ("half empty", "30 short", "hypothesis below, says", "this number is neither a value nor in a quote"),
        ("20,000 tonnes of the cap", "40,000 tonnes", "question", "this number is neither a value nor in a quote"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_the_file_is_named(weighed: Path, old: str, new: str, place: str, what: str) -> None:
    text = (weighed / FILE).read_text(encoding="utf-8")
    (weighed / FILE).write_text(text.replace(old, new, 1), encoding="utf-8")
    found = examine(weighed)
    assert any(
        one.file.endswith(FILE) and one.place == place and one.what.startswith(what) and one.remedy
        for one in found.problems
    ), [str(problem) for problem in found.problems]
    assert found.evidence.hypotheses is None


def test_one_hypothesis_alone_is_no_competition(weighed: Path) -> None:
    text = (weighed / FILE).read_text(encoding="utf-8")
    head, rest = text.split("[[hypothesis]]", 1)[0], text[text.index("[[item]]") :]
    alone = '[[hypothesis]]\nid = "above"\ntitle = "Above"\nsays = "Above."\n\n'
    (weighed / FILE).write_text(head + alone + rest, encoding="utf-8")
    assert "there are 1 hypotheses" in [problem.what for problem in examine(weighed).problems]


def test_the_analysis_is_withheld_as_a_whole_if_one_claim_of_it_is_unsound(weighed: Path) -> None:
    toml = weighed / BROADCAST
    toml.write_text(toml.read_text(encoding="utf-8").replace('kind = "fact"', 'kind = "rumour"'), encoding="utf-8")
    found = examine(weighed)
    assert found.evidence.hypotheses is None
    assert FILE in " ".join(withheld(found))
    assert not any(FILE in place for place in places(found))


def test_the_own_hypotheses_end_as_they_were_judged() -> None:
    hypotheses, _ = own()
    ranking = ranking_frame(hypotheses)
    assert list(zip(ranking["hypothesis_id"], ranking["rank"], ranking["score"], strict=True)) == [
        ("sea-alone", 1, 1), ("with-unseen", 2, 2), ("part-loaded", 3, 4), ("calls-not-loadings", 4, 5),
        ("more-than-sea", 0, 0),
    ]  # fmt: skip
    assert linchpins(hypotheses) == {"judged-full": ("sea-alone", "with-unseen")}


def untested(folder: Path, hypothesis: str, why: str = "Nobody opened a hold.") -> Path:
    """The hypotheses of the second case, one of which nobody could test."""
    plant(folder / FILE, f'id = "{hypothesis}"', f'id = "{hypothesis}"\nuntested = "{why}"')
    return folder


def without_marks_against(folder: Path, hypothesis: str) -> None:
    text = (folder / FILE).read_text(encoding="utf-8")
    for mark in ("II", "I"):
        text = text.replace(
            f'{{ hypothesis = "{hypothesis}", mark = "{mark}"', f'{{ hypothesis = "{hypothesis}", mark = "C"'
        )
    (folder / FILE).write_text(text, encoding="utf-8")


def test_a_hypothesis_nobody_could_test_is_listed_last_and_never_ranked_first(weighed: Path) -> None:
    without_marks_against(untested(weighed, "nothing"), "nothing")
    ranking = ranking_frame(of(weighed))
    assert list(zip(ranking["hypothesis_id"], ranking["rank"], strict=True)) == [
        ("above", 1), ("below", 2), ("nothing", 0),
    ]  # fmt: skip
    assert leaders(of(weighed)) == ("above",)


def test_a_hypothesis_that_an_item_speaks_against_was_tested(weighed: Path) -> None:
    found = examine(untested(weighed, "nothing"))
    assert "nothing is called untested, but item ledger speaks against it" in [one.what for one in found.problems]
    assert found.evidence.hypotheses is None


def test_one_tested_hypothesis_alone_is_no_competition(weighed: Path) -> None:
    for hypothesis in ("nothing", "below"):
        without_marks_against(untested(weighed, hypothesis), hypothesis)
    assert "fewer than two hypotheses are tested" in [one.what for one in examine(weighed).problems]


def test_why_a_hypothesis_is_untested_is_proven_like_every_sentence(weighed: Path) -> None:
    without_marks_against(untested(weighed, "nothing", "Nobody opened the 77 barges."), "nothing")
    (problem,) = examine(weighed).problems
    assert (problem.place, problem.what) == (
        "hypothesis nothing, untested", "this number is neither a value nor in a quote of its claims",
    )  # fmt: skip


def test_a_statement_that_may_count_all_suppliers_contradicts_no_hypothesis_about_one_of_them() -> None:
    hypotheses, _ = own()
    item = next(item for item in hypotheses.items if item.id == "us-statement")
    assert {rating.mark for rating in item.ratings} == {"I", "C"}
    assert all("alone" in rating.why for rating in item.ratings)


def test_a_plan_weighs_nothing() -> None:
    hypotheses, _ = own()
    marks = {item.id: {rating.mark for rating in item.ratings} for item in hypotheses.items}
    assert marks["ship-sought"] == {"N"}


def test_the_reported_floor_weighs_nothing_because_it_was_reckoned_from_the_trips() -> None:
    hypotheses, _ = own()
    marks = {item.id: {rating.mark for rating in item.ratings} for item in hypotheses.items}
    assert marks["reported-volume"] == {"N"}


def test_without_the_one_origin_of_the_trips_two_hypotheses_of_the_own_case_are_level() -> None:
    hypotheses, evidence = own()
    origin, items = next(iter(items_by_origin(hypotheses, evidence).items()))
    assert origin == "Open Source Centre, with the BBC"
    assert set(items) == {"judged-full", "empty-then-laden", "a-minimum", "the-count", "reported-volume"}
    assert leaders(hypotheses) == ("sea-alone",)
    assert leaders(hypotheses, without=items) == ("sea-alone", "with-unseen")
