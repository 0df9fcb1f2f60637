"""Method: the formula, its checks, the key assumptions, the hypotheses, the words, and what is derived from what."""

from pathlib import Path
from typing import Any

import pytest

from components.sentences.hypotheses import origin_sentence, ranking_headline
from data.models.hypotheses import Hypotheses
from tests.cases.edit import plant
from tests.cases.hypotheses_toml import write_hypotheses
from tests.pages.view import Node, Opened, View, nodes_of, text_of

PARTS = [
    "The formula", "Independent checks", "Against published figures", "Key assumptions check",
    "Competing hypotheses", "Second reading", "Scale of words", "Known weaknesses", "What is derived from what",
]  # fmt: skip


def table_row(view: View, label: str, head: str) -> list[str]:
    """The cells of a table's row, by the label of the table and the beginning of the row's head."""
    table = next(node for node in view.find("table") if node["a"].get("aria-label") == label)
    rows = [node for node in nodes_of(table) if node["t"] == "tr"]
    return next([text_of(cell) for cell in row["n"]] for row in rows if text_of(row["n"][0]).startswith(head))


def marked(view: View, cls: str) -> list[Node]:
    return view.find("strong", cls)


def test_the_page_reads_as_its_table_of_contents(opened: Opened) -> None:
    view = opened("method")
    assert [header.value for header in view.app.header] == PARTS
    assert [link for link in view.links if link.startswith("#")] == [
        "#formula", "#checks", "#calibration", "#assumptions", "#hypotheses", "#readings", "#words",
        "#weaknesses", "#derived",
    ]  # fmt: skip
    assert [header.proto.anchor for header in view.app.header] == [link[1:] for link in view.links if link[:1] == "#"]


def findings(view: View, *parts: str) -> list[Any]:
    """The folds of some parts, in the order of the page; their labels are the findings."""
    return [fold for fold in view.app.expander for part in parts if fold.proto.id.endswith(f"-fold {part}")]


def test_each_part_is_folded_under_its_finding_and_made_when_it_is_opened(opened: Opened) -> None:
    view = opened("method", unfolded=False)
    assert [fold.label.replace("\\", "") for fold in findings(view, "formula", "calibration", "assumptions")] == [
        "43 trips counted, and those not seen: about 930,000 barrels (90% range 620,000–1,400,000)",
        "Every published figure lies above the model’s middle",
        "Of 8 assumptions: two supported, three with caveats and three unsupported",
    ]
    assert view.find("table") == []
    view.app.session_state["fold calibration"] = True
    assert [table["a"]["aria-label"] for table in view.again().find("table")] == ["The model against published figures"]


def test_the_formula_ends_in_the_modelled_volume(opened: Opened) -> None:
    formula = opened("method").words("ul", "formula")[0]
    assert formula.startswith("Trips43×Calls that were loadings95%÷Share of trips seen87%×Mean size of the ships3,")
    assert "the smaller ofCargo share of deadweight × Barrels per tonne" in formula
    assert formula.endswith("and0.98 × Tank volume per deadweight × 6.28986.86=barrels deliveredabout 930,000")


def test_trips_not_seen_take_part_in_the_formula_unless_the_reader_leaves_them_out(opened: Opened) -> None:
    formula = opened("method", unseen="off").words("ul", "formula")[0]
    assert "Share of trips seen" not in formula
    assert formula.endswith("and0.98 × Tank volume per deadweight × 6.28986.86=barrels deliveredabout 790,000")


def test_the_committee_knows_no_limit_of_volume(opened: Opened) -> None:
    formula = opened("method", convention="committee").words("ul", "formula")[0]
    assert "the smaller of" not in formula
    assert "Cargo share of deadweight94%×UN committee’s convention7.98=" in formula


def test_every_factor_has_its_range_its_distribution_and_its_source(opened: Opened) -> None:
    _, value, distribution, reason = table_row(opened("method"), "Factors of the formula", "Load on departure")
    assert value == "69 – 86 – 96%"
    assert distribution == "PERT(0.5, 0.9, 0.98)"
    assert "oil-osc-007" in reason


def test_a_judgement_is_called_one(opened: Opened) -> None:
    assert "Judgement" in table_row(opened("method"), "Factors of the formula", "Tank volume")[3]


def test_the_closed_form_stands_beside_the_draws(opened: Opened) -> None:
    view = opened("method")
    _, low, middle, high = table_row(view, "Draws and closed form", "Trips seen")
    assert [cell.split("closed form")[0] for cell in (low, middle, high)] == ["540,000", "790,000", "1,100,000"]
    assert findings(view, "checks")[0].label.startswith("Draws and closed form differ by at most 1\\.")


def test_published_arithmetic_is_reproduced_to_the_last_digit(opened: Opened) -> None:
    view = opened("method")
    assert "1,367,628 at 90% is 759,793 at 50%" in view.text
    assert "1,367,628 at 90% is 506,529 at one third" in view.text
    assert "8,000 tonnes × 7.5 barrels a tonne = 60,000" in view.text


def test_a_key_assumption_says_how_solid_it_is_and_where_it_breaks(opened: Opened) -> None:
    cells = table_row(opened("method", counted="alone", unseen="off"), "Key assumptions", "Load on departure")
    assert cells[1] == "◐With caveats"
    assert cells[3].startswith("Volume is in proportion to it")
    assert cells[4].startswith(("53% (90% range 39–74%)", "54% (90% range 39–74%)"))


def test_what_no_reader_may_choose_is_said_to_lie_outside(opened: Opened) -> None:
    cells = table_row(opened("method"), "Key assumptions", "Barrels per tonne")
    assert "outside the range of its control" in cells[4]


def test_hypotheses_stand_in_the_order_of_what_speaks_against_them(opened: Opened) -> None:
    view = opened("method")
    assert table_row(view, "Hypotheses by inconsistency", "4. Below: calls were not loadings")[1] == "5: five I"
    assert [fold.label.replace("\\", "") for fold in findings(view, "hypotheses")] == [
        (
            "Six of 13 items of evidence tell the hypotheses apart: most speaks against “Below: calls were not "
            "loadings”, least against “Well above, by the counted trips alone”; “Above already in spring, by more than "
            "ships” is untested"
        )
    ]


def test_a_hypothesis_nobody_could_test_has_no_place_and_says_why(opened: Opened) -> None:
    head, against, _ = table_row(opened("method"), "Hypotheses by inconsistency", "Above already in spring")
    assert head.endswith(
        "Untested: No item looks at rail or other ways on land, so that nothing could speak against it."
    )
    assert against == "untested: not ranked"


def test_an_item_that_does_not_tell_the_hypotheses_apart_is_marked(opened: Opened) -> None:
    cells = table_row(opened("method"), "Evidence rated against each hypothesis", "The reported volume itself")
    assert cells[1:6] == ["N"] * 5
    assert cells[6].startswith("–Does not tell them apartWeight: ")


def test_a_grade_stands_in_words_beside_the_weight(opened: Opened) -> None:
    cells = table_row(opened("method"), "Evidence rated against each hypothesis", "43 arrivals")
    assert "B04: credibility 2, probably true" in cells[6]
    assert "reliability C, fairly reliable" in cells[6]


def test_what_speaks_against_a_hypothesis_is_marked_by_more_than_colour(opened: Opened) -> None:
    assert {text_of(mark) for mark in marked(opened("method"), "against")} == {"I", "II"}


def test_the_scale_of_likelihood_has_its_seven_words_with_their_ranges(opened: Opened) -> None:
    table = opened("method").find("table", "words")[0]
    rows = [[text_of(cell) for cell in row["n"]] for row in nodes_of(table) if row["t"] == "tr"]
    assert rows == [
        ["almost no chance", "1–5% of the runs"],
        ["very unlikely", "5–20% of the runs"],
        ["unlikely", "20–45% of the runs"],
        ["roughly even chance", "45–55% of the runs"],
        ["likely", "55–80% of the runs"],
        ["very likely", "80–95% of the runs"],
        ["almost certain", "95–99% of the runs"],
    ]


def test_the_weaknesses_are_printed(opened: Opened) -> None:
    assert "No data stand behind the share of trips that were seen; it is a judgement." in opened("method").words("li")


def test_barrels_a_trip_are_said_to_be_bounded_on_neither_side(opened: Opened) -> None:
    _, value, how, sources = table_row(opened("method"), "Derived figures", "Reported volume a trip")
    assert value == "25,000 barrels, taken as printed: bounded on neither side"
    assert how == "reported volume, divided by the reported trips"
    assert sources == " A04 B04"


def test_the_way_to_the_graph_of_origins_is_there(opened: Opened) -> None:
    assert "record" in opened("method").links


def test_a_case_that_models_nothing_says_so_in_words(opened: Opened, second_case: Path) -> None:
    view = opened("method", second_case)
    assert [header.value for header in view.app.header] == PARTS
    assert view.words("p", "quiet")[1:5] == [
        "Without an estimate there is nothing to check.",
        "Without an estimate nothing can be held against published figures.",
        "This case assumes nothing and models nothing. Whoever keeps it can add assumptions with their sources.",
        "No hypotheses are weighed against each other in this case. Whoever keeps it can add some.",
    ]


def test_a_case_may_weigh_hypotheses_without_an_estimate(opened: Opened, second_copy: Path) -> None:
    view = opened("method", write_hypotheses(second_copy))
    assert [fold.label.replace("\\", "") for fold in findings(view, "hypotheses")] == [
        (
            "Two of four items of evidence tell the hypotheses apart: most speaks against “Below the cap”, "
            "least against “Above the cap”"
        )
    ]
    assert "“Above the cap” would" not in view.text
    assert "without “The ledger has more than 26,000 tonnes” “No copper at all” would stand first alone" in view.text


def test_withheld_hypotheses_are_not_called_absent(opened: Opened, second_copy: Path) -> None:
    write_hypotheses(second_copy)
    plant(second_copy / "hypotheses.toml", '["Q03"]', '["Q99"]')
    view = opened("method", second_copy)
    assert "No sound hypotheses can be shown. The first page says what has to be mended." in view.text


@pytest.mark.parametrize("choice", [{"count": "0"}, {"count": "1"}, {"count": "10000"}, {"trips": "open"}])
def test_the_page_stands_at_the_ends_of_what_can_be_chosen(opened: Opened, choice: dict[str, str]) -> None:
    view = opened("method", **choice)
    assert view.failures == []
    assert not [word for word in ("nan", "inf", "NaT", "None") if word in view.text.split()]


def test_hypotheses_that_nothing_tells_apart_have_no_first() -> None:
    names = ["up", "down"]
    hypotheses = Hypotheses.model_validate(
        {
            "question": "Which?",
            "assessed_on": "2040-01-01",
            "hypothesis": [{"id": name, "title": name, "says": name} for name in names],
            "item": [
                {
                    "id": "salt",
                    "title": "Salt",
                    "weight": "Little.",
                    "claims": ["S01"],
                    "ratings": [{"hypothesis": name, "mark": "N"} for name in names],
                }
            ],
        }
    )
    assert ranking_headline(hypotheses) == "The evidence does not tell the hypotheses apart"
    assert origin_sentence(hypotheses, ["salt"], "Harbour watch") == "No two items come from one origin alone."


def test_the_model_stands_beside_every_published_figure(opened: Opened) -> None:
    view = opened("method")
    row = table_row(view, "The model against published figures", "> 165,000 barrels by 31 Mar 2024")
    assert row[1].startswith("about 100,00090%: ")
    assert row[2].endswith("of 100very unlikely (5–20%)")
    assert "Every published figure lies above the model’s middle" in view.text
