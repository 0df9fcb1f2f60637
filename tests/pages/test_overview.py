"""The Overview on the project's own seeds: a briefer who opens only this page has the story right."""

from pathlib import Path

import pytest

from components.widgets.panels import words_behind
from tests.pages.view import Opened, nodes_of, text_of


def test_the_one_sentence_keeps_the_operator_and_names_both_claims(opened: Opened) -> None:
    assert opened("overview").words("p", "lead") == [
        (
            "An undated news article (The Pinnacle Gazette, document A) reports more than 1,000,000 barrels of oil for "
            "2024 from Russia to North Korea A04, probably after Open Source Centre, with the BBC: more than "
            "twice the annual UN cap of 500,000 barrels A14; no other document gives a number."
        )
    ]


def test_the_claims_of_the_one_sentence_open_their_words(opened: Opened) -> None:
    sentence = opened("overview").find("p", "lead")[0]
    links = [node["a"]["href"] for node in nodes_of(sentence) if node["t"] == "a"]
    assert links == ["documents?claim=A04", "documents?claim=A14"]


def test_the_gauge_says_the_number_with_its_operator(opened: Opened) -> None:
    gauge = opened("overview").figures[0]
    assert "<b>> 1,000,000</b>" in [label["text"].replace("&gt;", ">") for label in gauge["layout"]["annotations"]]


def test_a_click_on_the_number_opens_the_claim_behind_it(opened: Opened) -> None:
    gauge = opened("overview").figures[0]
    opened_by_clicks = {tuple(ids) for trace in gauge["data"] for ids in trace.get("customdata", [])}
    assert opened_by_clicks == {("A04",), ("estimate",), ("A14, record:un-rule-001",)}


def test_a_click_on_the_limit_opens_its_claim_and_the_rule_behind_it() -> None:
    assert words_behind("A14, record:un-rule-001") == {"claim": "A14", "record": "un-rule-001"}
    assert words_behind("A04, A05") == {"claim": "A04", "record": None}
    assert words_behind("record:un-rule-001") == {"claim": None, "record": "un-rule-001"}


def test_claim_and_record_of_the_address_are_both_open(opened: Opened) -> None:
    view = opened("barrels", claim="A14", record="un-rule-001")
    assert {"card-A14", "card-un-rule-001"} <= {node["a"].get("id") for node in view.find("section")}


def test_the_product_of_the_text_and_that_of_the_limit_stand_beside_the_number(opened: Opened) -> None:
    text = opened("overview").text
    assert "The text says “oil”; the UN cap covers refined petroleum products" in text


def test_what_only_one_document_says_and_what_differs_is_listed(opened: Opened) -> None:
    alone, apart = opened("overview").find("ul", "rows")[:2]
    assert [text_of(item["n"][1]) for item in alone["n"]] == [
        "Oil volume", "UN cap of 500,000 a year", "Troops", "Treaty of June", "Named source for the oil",
    ]  # fmt: skip
    assert [text_of(item["n"][1]) for item in apart["n"]] == [
        "Load on departure", "What the oil pays for", "Military technology to Pyongyang", "Troops deployed?",
    ]  # fmt: skip


def test_the_source_summary_opens_its_claims(opened: Opened) -> None:
    view = opened("overview")
    summary = next(tree for tree in view.trees if text_of(tree).startswith("Two documents are used"))
    assert sum(node["t"] == "a" for node in nodes_of(summary)) == 12


def test_a_claim_in_the_address_shows_its_card_with_the_quote_lit(opened: Opened) -> None:
    view = opened("overview", claim="A04")
    assert view.words("mark", "lit") == [
        "Russia has been steadily supplying North Korea with over one million barrels of oil this year"
    ]


@pytest.mark.parametrize(
    ("case", "sentence"),
    [
        (
            "no documents",
            ("There is no document yet that gives a number for salt deliveries from Upper Vale to Lower Vale."),
        ),
        (
            "one document",
            (
                "An undated text (document R1) reports exactly 100 tonnes of salt for 2039 from Upper Vale to Lower "
                "Vale S01: "
                "20% of the annual Salt cap of 500 tonnes."
            ),
        ),
    ],
)
def test_the_one_sentence_of_small_cases(opened: Opened, cases: dict[str, Path], case: str, sentence: str) -> None:
    assert opened("overview", cases[case]).words("p", "lead") == [sentence]


def test_the_one_sentence_of_the_second_case(opened: Opened, second_case: Path) -> None:
    assert opened("overview", second_case).words("p", "lead") == [
        (
            "A letter of 5 October 2031 (Port Ansel harbour office, document P) reports more than 26,000 tonnes of "
            "refined copper for April to September 2031 from "
            "Veldmark to Sorrin P02: more "
            "than 1.3 times the annual Concord cap of 20,000 tonnes P03."
        )
    ]


def test_one_of_something_is_not_said_in_the_plural(opened: Opened, cases: dict[str, Path]) -> None:
    text = opened("overview", cases["one document"]).text
    assert "1 claim" in text and "1 claims" not in text and "1 rows" not in text
