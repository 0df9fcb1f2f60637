"""What a second reader made of a claim: on its card, and on Method how far readers agree."""

from pathlib import Path

from components.nodes.claims import card
from components.sentences.claim import read_twice_finding, times_read
from data.reading.seeds import read_evidence
from tests.cases.second_case import SECOND_CASE
from tests.pages.view import Opened, text_of

EVIDENCE = read_evidence(SECOND_CASE)


def test_a_claim_says_how_often_it_was_read_and_on_what_its_readers_differ() -> None:
    told = {claim_id: times_read(EVIDENCE.claim_by_id[claim_id], EVIDENCE) for claim_id in ("P01", "P02", "Q01", "R01")}
    assert told == {
        "P01": "Read twice, agree",
        "P02": "Read twice, differ on credibility and the number",
        "Q01": "Read twice, differ on credibility",
        "R01": "Read once",
    }


def test_the_card_has_the_second_reading_beside_the_first() -> None:
    words = text_of(card(EVIDENCE.claim_by_id["P02"], EVIDENCE))
    assert "Read twice, differ on credibility and the number" in words
    second = "curator 2, 30 November 2031: credibility 3, possibly true; at least 26,000 tonnes"
    assert f"Read again{second}" in words
    assert "Read againcurator 2, 30 November 2031: the same" in text_of(card(EVIDENCE.claim_by_id["P01"], EVIDENCE))


def test_method_shows_the_agreement_and_lists_every_difference(opened: Opened, cases: dict[str, Path]) -> None:
    view = opened("method", seeds=cases["second case"])
    assert read_twice_finding(EVIDENCE) == "3 of 16 claims read a second time; in 1 nothing differs"
    table = next(one for one in view.find("table") if one["a"].get("aria-label") == "Agreement of the readers")
    rows = [[text_of(cell) for cell in row["n"]] for row in table["n"][1]["n"]]
    # By hand: credibility 1 − 5 × 4.5 / 99 of the pairs 1 1, 2 3, 3 4; numbers 1 − 5 × 1 / 13.
    assert rows[0] == ["What it is", "3 of 3", "not to be told: one answer throughout"]
    assert rows[2] == ["Credibility", "1 of 3", "0.77"]
    assert rows[3] == ["The number", "2 of 3", "0.62"]
    (details,) = [one for one in view.find("details") if "differences" in text_of(one)]
    assert text_of(details) == (
        "3 differencesP02 first reading: credibility 2, probably true; curator 2: credibility 3, possibly true"
        "P02 first reading: more than 26,000 tonnes; curator 2: at least 26,000 tonnes"
        "Q01 first reading: credibility 3, possibly true; curator 2: credibility 4, doubtful"
    )


def test_without_a_second_reading_method_says_so(opened: Opened, cases: dict[str, Path]) -> None:
    assert "No claim has been read a second time." in " ".join(opened("method", seeds=cases["one document"]).words("p"))
