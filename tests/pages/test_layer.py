"""The public record laid over the timeline and the comparison: on demand, marked as cited, never mixed in."""

from pathlib import Path

import pytest

from tests.cases.record_csv import STATEMENT, notice, write_record_case, write_rows
from tests.pages.conftest import Files
from tests.pages.test_comparison import matrix_row
from tests.pages.test_downloads import rows_of
from tests.pages.test_timeline import drawn_events
from tests.pages.view import Opened, View, nodes_of, text_of

CITED = ["agreement-signed", "osprey-in-may", "registry-barges", "traders-range"]
SENTENCE = "The address asked for something that is not here (“layer”); the rest of the view is shown without it."


def heads(view: View) -> list[str]:
    """The heads of the comparison, without what stands below them in small type."""
    cells = [node for node in nodes_of(view.find("table", "matrix")[0]) if node["a"].get("scope") == "col"]
    return [str(cell["n"][0]) for cell in cells]


def test_the_timeline_shows_the_record_only_when_asked(opened: Opened, second_case: Path) -> None:
    without, with_it = opened("timeline", second_case), opened("timeline", second_case, layer="record")
    assert set(drawn_events(with_it)) - set(drawn_events(without)) == set(CITED)
    assert not set(CITED) & set(drawn_events(without))


def test_the_table_of_the_timeline_says_what_is_cited(opened: Opened, second_case: Path) -> None:
    rows = opened("timeline", second_case, layer="record").rows()
    assert [row[-1].strip() for row in rows if row[-2] == "cited"] == [
        f"↗ {record_id}" for record_id in ("registry-barges", "traders-range", "agreement-signed", "osprey-in-may")
    ]
    assert {row[-2] for row in rows} == {"cited", "quoted"}


@pytest.mark.parametrize("where", ["timeline", "comparison"])
def test_the_switch_writes_the_layer_into_the_address_and_takes_it_out_again(
    opened: Opened, second_case: Path, where: str
) -> None:
    view = opened(where, second_case)
    view.app.button_group(key="layer").set_value(["record"]).run()
    assert view.address == {"layer": "record"}
    view.app.button_group(key="layer").set_value([]).run()
    assert view.address == {}


@pytest.mark.parametrize("where", ["timeline", "comparison"])
def test_a_case_without_a_record_has_no_switch_and_no_layer(opened: Opened, cases: dict[str, Path], where: str) -> None:
    view = opened(where, cases["one document"], layer="record")
    assert view.notices == [SENTENCE]
    assert view.app.button_group == []


def test_a_cited_event_opens_its_card(opened: Opened, second_case: Path) -> None:
    view = opened("timeline", second_case, layer="record", event="osprey-in-may")
    assert view.beside == "event:osprey-in-may"
    assert text_of(view.find("section", "cited")[0]).startswith("↗ osprey-in-maySighting")
    assert "record?record=osprey-in-may" in view.links


def test_an_address_of_a_cited_event_opens_it_whether_its_layer_is_on_or_not(opened: Opened, second_case: Path) -> None:
    view = opened("timeline", second_case, event="osprey-in-may")
    assert view.notices == []
    assert len(view.find("section", "cited")) == 1


@pytest.mark.parametrize(
    ("query", "cited"),
    [
        ({"words": "osprey"}, ["osprey-in-may"]),
        ({"words": "HERON"}, ["osprey-in-may"]),
        ({"lane": "agreements"}, ["agreement-signed"]),
        ({"lane": ["shipments", "agreements"], "words": "locks"}, ["registry-barges"]),
    ],
)
def test_filters_for_lane_and_words_hold_for_cited_events_too(
    opened: Opened, second_case: Path, query: dict[str, str | list[str]], cited: list[str]
) -> None:
    view = opened("timeline", second_case, layer="record", **query)
    assert view.notices == []
    assert sorted(set(drawn_events(view)) & set(CITED)) == cited


def test_a_filter_for_documents_leaves_the_layer_out_and_says_so(opened: Opened, second_case: Path) -> None:
    view = opened("timeline", second_case, layer="record", document="P")
    assert not set(drawn_events(view)) & set(CITED)
    assert (
        "The filter for document leaves out all 4 events of the public record: "
        "a cited fact stands in no document and has no claim." in view.text
    )


def test_without_a_layer_nothing_is_said_of_it(opened: Opened, second_case: Path) -> None:
    assert "leaves out" not in opened("timeline", second_case, document="P").text


def test_a_case_with_cited_events_alone_has_a_timeline(opened: Opened, tmp_path: Path) -> None:
    row = {"record_id": "seen", "event": "Salt went down", "date": "2031-05-01"}
    seeds = write_record_case(tmp_path / "case", notice("one", "2031", "100"), statements=(row,))
    view = opened("timeline", seeds, layer="record", words="went down")
    assert view.failures == []
    assert drawn_events(view) == ["seen"]


def test_the_download_of_the_timeline_names_records(opened: Opened, second_case: Path, files: Files) -> None:
    opened("timeline", second_case, layer="record", words="osprey")
    head, row = rows_of(files["timeline-with-the-public-record.csv"])
    cells = dict(zip(head, row, strict=True))
    assert (cells["event_id"], cells["record_ids"], cells["cited"]) == ("osprey-in-may", "osprey-in-may", "yes")


def test_the_comparison_has_the_record_before_the_reading(opened: Opened, second_case: Path) -> None:
    assert heads(opened("comparison", second_case, layer="record"))[-2:] == ["Public record", "Reading"]
    assert "Public record" not in heads(opened("comparison", second_case))


def test_an_answer_names_number_operator_and_who_says_so(opened: Opened, second_case: Path) -> None:
    cell = matrix_row(opened("comparison", second_case, layer="record"), "Copper volume")[-2]
    answers = [text_of(node) for node in nodes_of(cell) if node["c"] == "answer"]
    assert answers[:2] == [
        "> 26,000 tonnes Harbour News ↗ news-volume",
        "25,000–27,000 tonnes Exchange of Veldmark ↗ traders-range",
    ]


def test_an_error_comes_last_and_marked(opened: Opened, second_case: Path) -> None:
    cell = matrix_row(opened("comparison", second_case, layer="record"), "Copper volume")[-2]
    answers = [text_of(node) for node in nodes_of(cell) if node["c"] == "answer"]
    assert answers[-1] == "! Error in the source 31 tonnes Harbour News ↗ news-mixed-up"


def test_what_is_superseded_answers_nothing(opened: Opened, second_case: Path) -> None:
    view = opened("comparison", second_case, layer="record")
    assert "registry-barges-first" not in text_of(view.find("table", "matrix")[0])


def test_silence_of_the_record_is_said_in_words(opened: Opened, tmp_path: Path) -> None:
    seeds = write_record_case(tmp_path / "case", notice("one", "2031", "100"))
    cell = matrix_row(opened("comparison", seeds, layer="record"), "Volume")[-2]
    assert (cell["c"], text_of(cell)) == ("cited silent", "nothing cited")


def test_three_answers_are_shown_and_the_rest_on_demand(opened: Opened, tmp_path: Path) -> None:
    seeds = write_record_case(tmp_path / "case", notice("one", "2031", "100"))
    rows = [STATEMENT | {"record_id": f"row-{place}", "questions": "volume"} for place in range(5)]
    write_rows(seeds, "statements", *rows)
    cell = matrix_row(opened("comparison", seeds, layer="record"), "Volume")[-2]
    assert [part["c"] or part["t"] for part in cell["n"]] == ["answer", "answer", "answer", "details"]
    assert text_of(cell["n"][3]["n"][0]) == "2 more"


def test_a_question_that_asks_for_no_figure_is_answered_in_words(opened: Opened) -> None:
    cell = matrix_row(opened("comparison", layer="record"), "Port")[-2]
    assert not text_of(cell).startswith(">")


def test_the_answers_are_a_table_with_its_download(opened: Opened, second_case: Path, files: Files) -> None:
    view = opened("comparison", second_case, layer="record")
    assert view.rows(2)[0][0] == "Copper volume"
    rows = rows_of(files["answers-of-the-public-record.csv"])
    assert len(rows) == 1 + len(view.rows(2))
