"""Sources compared: readings, silence, origins, and the reversed sentence."""

from collections import Counter

import pytest

from tests.pages.view import Node, Opened, View, nodes_of, text_of


def matrix_row(view: View, question: str) -> list[Node]:
    """The cells of one question; the reading is the last."""
    rows = [node for node in nodes_of(view.find("table", "matrix")[0]) if node["t"] == "tr"]
    return next(list(row["n"]) for row in rows if text_of(row["n"][0]) == question)


def test_every_question_carries_its_reading(opened: Opened) -> None:
    readings = [node["c"].split()[1] for node in opened("comparison").find("td", "reading")]
    assert Counter(readings) == {"one": 5, "beside": 2, "same-origin": 2, "compatible": 1, "itself": 1, "check": 1}


def test_the_headline_counts_the_questions(opened: Opened) -> None:
    assert opened("comparison").words("p", "finding") == [
        (
            "Five of twelve questions rest on a single document; on none the documents contradict each other; "
            "on one a document is at odds with itself"
        )
    ]


def test_two_documents_that_retell_one_report_count_one_origin(opened: Opened) -> None:
    assert text_of(matrix_row(opened("comparison"), "Trips")[-1]) == (
        "↺Compatible, likely same originTankers tracked from outside in both, and neither names the analyst"
        "One known origin (inferred): Open Source Centre, with the BBC"
    )


def test_an_origin_nobody_names_is_not_counted(opened: Opened) -> None:
    assert text_of(matrix_row(opened("comparison"), "UN cap of 500,000 a year")[-1]).endswith("Origin not known")


def test_the_page_says_that_no_agreement_rests_on_independent_origins(opened: Opened) -> None:
    assert opened("comparison").words("p", "source") == [
        (
            "On no row do two documents agree from known, independent origins. "
            "Silence is not denial. Compatible is not confirmed."
        )
    ]


def test_silence_is_shown_as_silence(opened: Opened) -> None:
    cell = matrix_row(opened("comparison"), "UN cap of 500,000 a year")[2]
    assert cell["c"] == "silent"
    assert cell["n"][0]["a"]["aria-label"] == "silent"


def test_a_document_that_says_nothing_at_all_is_not_filled_in(opened: Opened, second_case: object) -> None:
    cell = matrix_row(opened("comparison", second_case), "Cap")[3]
    assert text_of(cell) == "○not mentioned"


def test_an_answer_without_a_number_is_told_from_one_with_it(opened: Opened) -> None:
    _, with_number, without, _ = matrix_row(opened("comparison"), "Oil volume")
    assert with_number["n"][0]["a"]["aria-label"] == "states"
    assert without["n"][0]["a"]["aria-label"] == "states, without a figure"


def test_the_reversed_sentence_is_flagged_in_the_matrix(opened: Opened) -> None:
    row = matrix_row(opened("comparison"), "Load on departure")
    assert row[1]["c"] == "odd"
    assert text_of(row[1]).startswith("▲“leave Russian ports empty but return fully loaded” A11")
    assert text_of(row[-1]).startswith("!Check the wording")


def test_the_reversed_sentence_is_flagged_on_its_card(opened: Opened) -> None:
    assert opened("documents", claim="A11").words("li", "warn") == ["! Check the wording: Reversed"]


def test_exact_words_stand_behind_every_answer(opened: Opened) -> None:
    cell = matrix_row(opened("comparison"), "Port")[1]
    quotes = [text_of(node) for node in nodes_of(cell) if node["t"] == "blockquote"]
    assert quotes[0].startswith("“Experts have pointed to the ships' activities tracked from Russia's far eastern port")
    assert "A09, characters" in quotes[0]


@pytest.mark.parametrize(
    ("reading", "titles"),
    [("same-origin", ["Trips", "Port"]), ("compatible", ["Seoul’s aid policy"])],
)
def test_the_reading_of_the_address_chooses_the_rows(opened: Opened, reading: str, titles: list[str]) -> None:
    rows = opened("comparison", reading=reading).find("th")
    assert [text_of(head) for head in rows if head["a"].get("scope") == "row"] == titles


def test_choosing_a_document_writes_its_label_into_the_address(opened: Opened) -> None:
    view = opened("comparison")
    view.app.multiselect(key="document").set_value(["B"]).run()
    assert view.address == {"document": "B"}
