"""The Overview on the project's own seeds: a briefer who opens only this page has the story right."""

from pathlib import Path

import pytest

from components.widgets.panels import words_behind
from tests.cases.registry import folder_of
from tests.pages.view import Node, Opened, View, nodes_of, text_of

QUESTIONS = [
    "How far over the UN cap?", "Who says so?", "On what words?", "Is it plausible? What does a model say?",
    "When was it passed, and what was notified?",
]  # fmt: skip
NO_MODEL = "Nothing is modelled. This case has no sound assumptions."


def told(view: View) -> list[str]:
    """The sentences of the five tiles."""
    return [words for tile in view.find("section", "tile") for words in _words(tile, ("lead", "told"))]


def _words(tile: Node, classes: tuple[str, ...]) -> list[str]:
    return [text_of(node) for node in nodes_of(tile) if node["t"] == "p" and node["c"] in classes]


def test_five_tiles_answer_five_questions_with_what_stands_behind_them(opened: Opened) -> None:
    view = opened("overview")
    assert [text_of(tile["n"][0]) for tile in view.find("section", "tile")] == QUESTIONS
    assert told(view) == [
        (
            "Reported oil deliveries are more than twice the annual UN cap: more than 1,000,000 barrels for 2024 A04 "
            "against 500,000 barrels A14."
        ),
        (
            "An undated news article (The Pinnacle Gazette, document A) A04, probably after Open Source Centre, with "
            "the BBC; no other document gives a number."
        ),
        "“Russia has been steadily supplying North Korea with over one million barrels of oil this year” A04",
        (
            "The model: about 930,000 barrels (90% range 620,000–1,400,000). In 38 of 100 runs the modelled volume is "
            "above 1,000,000: unlikely (20–45%). All 50 equally likely outcomes, with what else was notified, are "
            "above the UN cap."
        ),
        (
            "UN cap passed about 14 Jun, with what else was notified; 90%: 6 May–1 Aug. Notified: 15,279 barrels by "
            "Russia, to 31 January ↗ notified-079; 280,928 barrels by China, to 30 November ↗ notified-081."
        ),
    ]
    assert view.words("p", "source")[0] == (
        "Source: Document A, The Pinnacle Gazette, probably after Open Source Centre, with the BBC."
    )


def test_the_claims_of_the_first_tile_open_their_words(opened: Opened) -> None:
    sentence = opened("overview").find("p", "lead")[0]
    links = [node["a"]["href"] for node in nodes_of(sentence) if node["t"] == "a"]
    assert links == ["documents?claim=A04", "documents?claim=A14"]


def test_every_tile_leads_on_and_has_its_sentence_with_a_citation_the_source_first(opened: Opened) -> None:
    view = opened("overview")
    assert [node["a"]["href"] for node in view.find("a", "onward")] == [
        "volumes", "record", "documents?claim=A04", "estimate", "record",
    ]  # fmt: skip
    copied = view.words("span", "to-copy")
    assert [node["a"]["data-copy"] for node in view.find("button", "copy")] == [f"answer-{one}" for one in range(1, 6)]
    assert copied[0].startswith("Reported oil deliveries are more than twice")
    assert "[A04] against 500,000 barrels [A14].\nThe Pinnacle Gazette. “" in copied[0]
    assert "Quoted as A04 in Barrelwatch" in copied[0]


def test_the_small_pictures_are_told_in_words(opened: Opened) -> None:
    assert [node["a"]["aria-label"] for node in opened("overview").find("svg")] == [
        "Half dial. Reported oil deliveries are more than twice the annual UN cap. Scale: three times the UN cap.",
        "27 of the 39 texts collected here go back to one origin.",
        "The words stand at 5% of the text of document A.",
        "All 50 equally likely outcomes, with what else was notified, are above the UN cap.",
        (
            "Passed between 6 May and 1 Aug, median 14 Jun. Notified, as shares of the UN cap: 3% by Russia, to 31 "
            "January, 56% by China, to 30 November."
        ),
    ]


def test_the_three_readings_stand_on_one_line_and_say_where_they_contradict_each_other(opened: Opened) -> None:
    view = opened("overview")
    assert [text_of(entry) for entry in view.find("ul", "standings")[0]["n"]] == [
        "Reported > 1,000,000 barrels more than twice the annual UN cap",
        "Modelled about 930,000 barrels UN cap passed with what else was notified",
        "Notified by Russia, to 31 January 15,279 barrels 3.1% of the annual UN cap in January 2024 alone",
    ]
    assert view.words("p", "odds") == [
        (
            "Where they do not agree: the model passes the reported 1,000,000 in only 38 of 100 runs; John Kirby, "
            "US National Security Council, via KBS World ↗ oil-other-002: passed by 2 May; model: 1 of 100 runs; what "
            "Russia notified is 3.1% of the annual UN cap in January 2024 alone."
        )
    ]


def test_under_own_assumptions_line_and_tile_say_so(opened: Opened) -> None:
    view = opened("overview", load="0.6")
    assert "Modelled under your own assumptions about " in view.text
    assert any(words.startswith("Not as sourced: load on departure 60%") for words in view.words("p", "source"))


def test_a_newcomer_finds_what_this_is_what_the_documents_are_and_a_key_of_signs(opened: Opened) -> None:
    (folded,) = opened("overview").find("details", "newcomer")
    assert "open" not in folded["a"]
    words = text_of(folded)
    assert words.startswith("New here? What this is, what documents A and B are, and what the signs mean")
    assert (
        "An undated news article (The Pinnacle Gazette, document A): [Russia and North Korea strengthen ties]" in words
    )
    assert "↗ id cited: an address, not a stored text" in words
    assert "> more than" in words


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
    view = opened("volumes", claim="A14", record="un-rule-001")
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
    ("case", "sentences"),
    [
        (
            "no documents",
            [
                (
                    "There is no document yet that gives a number for salt deliveries from Upper Vale to Lower Vale. A "
                    "number would stand here."
                ),
                "No document gives a number.",
                "No document speaks of it.",
            ],
        ),
        (
            "one document",
            [
                (
                    "Reported salt deliveries are 20% of the annual Salt cap: exactly 100 tonnes for 2039 S01 against "
                    "500 tonnes."
                ),
                "An undated text (document R1) S01.",
                "“100 tonnes of salt” S01",
            ],
        ),
        (
            "no limit",
            [
                (
                    "Exactly 200 tonnes S02: reported salt deliveries cannot be set against a limit, for the case "
                    "names no limit."
                ),
                "An undated text (document R2) S02; 1 other document gives a number too.",
                "“200 tonnes of salt” S02",
            ],
        ),
        (
            "second case",
            [
                (
                    "Reported copper deliveries are more than 1.3 times the annual Concord cap: more than 26,000 "
                    "tonnes for April to September 2031 P02 against 20,000 tonnes P03."
                ),
                (
                    "A letter of 5 October 2031 (Port Ansel harbour office, document P) P02; 1 other document gives a "
                    "number too."
                ),
                "“they carried more than 26,000 tonnes of refined copper” P02",
            ],
        ),
    ],
)
def test_the_tiles_of_other_cases_say_what_is_there_and_why_the_rest_is_not(
    opened: Opened, tmp_path: Path, case: str, sentences: list[str]
) -> None:
    view = opened("overview", folder_of(case, tmp_path))
    assert view.failures == []
    assert told(view)[:3] == sentences
    assert told(view)[3].startswith(NO_MODEL)


@pytest.mark.parametrize("case", ["thirty documents", "long texts", "no number"])
def test_every_case_has_its_five_tiles(opened: Opened, tmp_path: Path, case: str) -> None:
    view = opened("overview", folder_of(case, tmp_path))
    assert view.failures == []
    assert len(told(view)) == 5
    assert max(map(len, told(view))) < 420


def test_one_of_something_is_not_said_in_the_plural(opened: Opened, cases: dict[str, Path]) -> None:
    text = opened("overview", cases["one document"]).text
    assert "1 claim" in text and "1 claims" not in text and "1 rows" not in text
