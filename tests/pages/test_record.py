"""The public record: what is cited never passes for what is quoted, and every fact says where it comes from."""

from pathlib import Path

import pytest

from components.sentences.records.listed import MOST_LISTED
from components.widgets.record import open_text
from tests.cases.hostile_texts import HOSTILE
from tests.cases.record_csv import STATEMENT, notice, write_record_case, write_rows
from tests.cases.registry import evidence_of
from tests.pages.conftest import Files
from tests.pages.test_downloads import rows_of
from tests.pages.view import Node, Opened, View, nodes_of, text_of


def card_of(view: View) -> Node:
    return view.find("section", "cited")[0]


def detail(view: View, term: str) -> str:
    """What the opened card says under one of its headings."""
    parts = next(node for node in nodes_of(card_of(view)) if node["t"] == "dl")["n"]
    words = [text_of(part) for part in parts]
    return words[words.index(term) + 1]


def listed(view: View) -> list[str]:
    """The ids of the facts in the list."""
    rows = [node for table in view.find("table", "records") for node in nodes_of(table) if node["t"] == "td"]
    return [text_of(cell).removeprefix("↗ ") for cell in rows if cell["a"].get("data-head") == "Record"]


def test_the_page_says_how_much_it_holds_and_what_it_is_not(opened: Opened, second_case: Path) -> None:
    assert opened("record", second_case).words("p", "quiet")[0] == (
        "21 facts from 16 addresses. Each is cited, not quoted: the dataset holds who said it and under which address, "
        "not the text. 2 are superseded by a newer print. 2 errors of sources stay in it, marked."
    )


def test_the_page_opens_on_a_few_facts_of_the_year_of_the_headline(opened: Opened, second_case: Path) -> None:
    view = opened("record", second_case)
    assert view.app.selectbox(key="year").proto.placeholder == "2031 first"
    assert "17 facts of 2031; the first 15 are listed." in view.text
    assert len(listed(view)) == 15
    assert "agreement-signed" not in listed(view)  # of 2030
    assert {"record?year=2031", "record?year=all", "dossier?kind=vessel", "dossier?kind=port"} <= set(view.links)


def test_the_facts_of_every_year_stand_in_order_of_date_what_has_none_last(opened: Opened, second_case: Path) -> None:
    ids = listed(opened("record", second_case, year="all"))
    assert len(ids) == 21
    assert ids.index("agreement-signed") < ids.index("osprey-in-may") < ids.index("osprey")
    assert {"osprey", "grebe"} <= set(ids[-4:])


def test_a_vessel_that_was_seen_and_its_place_lead_to_their_dossiers(opened: Opened, second_case: Path) -> None:
    links = opened("record", second_case, kind="sighting").links
    assert {"dossier?of=vessel%3A2000028", "dossier?of=port%3APort+Ansel"} <= set(links)


def test_every_fact_of_the_own_seeds_has_a_row_and_a_card(opened: Opened) -> None:
    ids = listed(opened("record", year="all"))
    assert len(ids) == len(set(ids)) > 240
    for record_id in (ids[0], next(name for name in ids if name.startswith("notified")), ids[-1]):
        view = opened("record", record=record_id)
        assert (view.failures, view.notices) == ([], [])
        assert view.beside == f"record:{record_id}"


def test_a_cited_id_differs_from_a_quoted_one_in_sign_shape_and_title(opened: Opened, second_case: Path) -> None:
    chip = opened("record", second_case, words="more than 26,000").find("a", "cited")[0]
    assert text_of(chip) == "↗ news-volume"
    assert chip["c"] == "chip cited"
    assert chip["a"]["title"].startswith("Cited: we hold an address, not the text. Open news-volume: More than 26,000")


def test_a_card_says_first_that_nothing_is_quoted(opened: Opened, second_case: Path) -> None:
    view = opened("record", second_case, record="registry-barges")
    assert view.words("p", "unchecked") == [
        (
            "Cited, not quoted: the dataset holds an address, "
            "and no machine has checked these words against what stands there."
        )
    ]


@pytest.mark.parametrize("record", ["registry-barges", "veldmark-2030", "osprey-in-may", "osprey", "news-mixed-up"])
def test_nothing_on_a_card_looks_verified(opened: Opened, second_case: Path, record: str) -> None:
    card = card_of(opened("record", second_case, record=record))
    assert "✓" not in text_of(card)
    assert [node for node in nodes_of(card) if "yes" in node.get("c", "") or node["t"] in ("mark", "blockquote")] == []


def test_a_statement_keeps_its_operator_its_window_and_the_questions_it_answers(
    opened: Opened, second_case: Path
) -> None:
    view = opened("record", second_case, record="traders-range")
    assert detail(view, "Number") == "25,000–27,000 tonnes, of “copper”"
    assert detail(view, "Window") == "from March 2031, end open"
    assert detail(view, "Answers") == "Copper volume. Compare it with the documents"
    assert "comparison?layer=record" in view.links


def test_the_address_is_a_link_to_the_outside(opened: Opened, second_case: Path) -> None:
    view = opened("record", second_case, record="agreement-signed")
    link = next(node for node in view.find("a") if node["a"]["href"] == "https://registry.example.invalid/2030-06")
    assert (link["a"]["target"], link["a"]["rel"]) == ("_blank", "noopener noreferrer")


def test_a_statement_shows_the_words_by_which_its_source_holds_back_on_its_card_and_in_the_list(
    opened: Opened, tmp_path: Path
) -> None:
    said = {
        "record_id": "seen-empty",
        "statement": "Images appear to show empty barges",
        "hedge": "appear to show; may",
    }
    view = opened("record", write_record_case(tmp_path / "case", statements=(said,)), record="seen-empty")
    words = "“appear to show”, “may”"
    assert detail(view, "The source’s own words") == f"{words}: it holds back, and so does this sentence."
    assert f"Images appear to show empty barges The source’s own words: {words}" in view.text


def test_a_fact_read_in_a_copy_names_the_copy_and_the_original(opened: Opened, tmp_path: Path) -> None:
    said = {"record_id": "copied", "address": "https://www.copy.example/1", "original": "Vale Post, “Salt”, 1 May 2039"}
    view = opened("record", write_record_case(tmp_path / "case", statements=(said,)), record="copied")
    assert detail(view, "Read in a copy at") == "https://www.copy.example/1"
    assert detail(view, "Original") == "Vale Post, “Salt”, 1 May 2039"
    assert "Vale accord office Read in a copy at copy.example" in view.text
    assert "1 was read in a copy, which names the original." in view.text


def test_the_grade_of_an_origin_says_who_gave_it_and_when(opened: Opened, second_case: Path) -> None:
    view = opened("record", second_case, record="registry-barges")
    assert detail(view, "Reliability of the origin") == (
        "B, usually reliable: Counts by its own locks. Judged on 15 January 2032; who judged is not named."
    )


def test_the_page_says_how_new_the_record_is_and_what_was_not_found(opened: Opened) -> None:
    assert (
        "Newest fact: 23 October 2025; newest notification seen: 22 September 2025; last looked: 22 November 2026. "
        "For 2025 stored public pages were searched"
    ) in opened("record").text


def test_the_chain_of_origins_runs_down_to_the_last(opened: Opened) -> None:
    assert "Open Source Centre" in detail(opened("record", record="repeat-001"), "Origin")


def test_an_error_says_what_is_wrong(opened: Opened, second_case: Path) -> None:
    card = text_of(card_of(opened("record", second_case, record="news-mixed-up")))
    assert "! Error in the source The letter counts 31 barges, not tonnes." in card


def test_a_superseded_fact_leads_to_the_newer_print(opened: Opened, second_case: Path) -> None:
    view = opened("record", second_case, record="veldmark-summer-first")
    assert "↷ Superseded by ↗ veldmark-summer A newer print takes its place; it is kept and not used." in view.text
    assert "record?record=veldmark-summer" in view.links


def test_a_part_says_that_it_is_not_counted_again(opened: Opened, second_case: Path) -> None:
    card = text_of(card_of(opened("record", second_case, record="veldmark-may")))
    assert "◐ Part It lies inside another notification, so it is not counted again." in card


def test_ids_in_a_note_open_their_cards_and_other_words_stay_text(opened: Opened) -> None:
    view = opened("record", record="notified-027")
    assert "record?record=notified-028" in view.links
    assert detail(view, "Curator’s note").startswith("Lies within ↗ notified-")


def test_a_derived_notification_names_what_it_is_the_difference_of(opened: Opened, second_case: Path) -> None:
    view = opened("record", second_case, record="ostmark-half")
    assert detail(view, "Derived") == (
        "a difference, proven:  ↗ two-together minus ↗ veldmark-spring minus ↗ veldmark-summer".replace("  ", " ")
    )


def test_an_amount_that_its_source_rounds_is_about_on_its_card(opened: Opened, tmp_path: Path) -> None:
    filed = notice("rounded", "2031-05", "105", operator="~")
    view = opened("record", write_record_case(tmp_path / "case", filed), record="rounded")
    assert detail(view, "Number") == "about 105 tonnes"


def test_a_converted_notification_names_its_factor_and_who_gives_it(opened: Opened, tmp_path: Path) -> None:
    rate = {"record_id": "rate", "operator": "=", "value": "8", "unit": "per-tonne", "kind": "conversion"}
    filed = notice("in-barrels", "2031-05", "804", unit="barrel", factor="8", factor_from="rate")
    view = opened("record", write_record_case(tmp_path / "case", filed, statements=(rate,)), record="in-barrels")
    assert detail(view, "Number") == "804 barrels"
    assert detail(view, "Converted") == "~ 100 tonnes, at 8 barrels a tonne; the factor is that of ↗ rate"


def test_a_vessel_shows_its_number_its_size_its_listing_and_where_it_was_seen(
    opened: Opened, second_case: Path
) -> None:
    view = opened("record", second_case, record="osprey")
    assert detail(view, "IMO number") == "2000028, check digit proven"
    assert detail(view, "Deadweight").startswith("820 tonnes, says Port Ansel harbour office (address); origin: ")
    assert detail(view, "Sanctions listing") == "listed, 1 September 2031"
    assert detail(view, "1 sighting") == " ↗ osprey-in-may"


def test_what_is_not_known_of_a_vessel_is_said_so(opened: Opened, second_case: Path) -> None:
    view = opened("record", second_case, record="grebe")
    assert detail(view, "Sanctions listing") == "not known"
    assert "check digit" not in text_of(card_of(view))


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ({"topic": "agreement"}, ["agreement-signed"]),
        ({"kind": ["denial", "vessel"]}, ["ministry-denies", "osprey", "grebe"]),
        ({"standing": "error"}, ["news-mixed-up", "veldmark-misprint"]),
        ({"words": "OLD HERON"}, ["osprey"]),
        ({"words": "‘since", "kind": "sighting"}, []),
        ({"kind": "notification", "standing": "part"}, ["two-together", "veldmark-may"]),
    ],
)  # fmt: skip
def test_filters_of_the_address_choose_the_facts(
    opened: Opened, second_case: Path, query: dict[str, str | list[str]], ids: list[str]
) -> None:
    view = opened("record", second_case, **query)
    assert view.failures == []
    assert listed(view) == ids


def test_choosing_a_filter_writes_it_into_the_address(opened: Opened, second_case: Path) -> None:
    view = opened("record", second_case)
    view.app.multiselect(key="standing").set_value(["error"]).run()
    assert view.address == {"standing": "error"}
    assert len(listed(view)) == 2


def test_filters_that_leave_nothing_say_so(opened: Opened, second_case: Path) -> None:
    view = opened("record", second_case, words="nobody said this")
    assert view.notices == ["No fact matches these filters. Take one of them away to see more."]


def test_a_case_without_a_record_says_so_and_what_to_do(opened: Opened, cases: dict[str, Path]) -> None:
    assert opened("record", cases["one document"]).notices == [
        "This case has no public record. Whoever keeps this case can add one."
    ]


def test_of_a_very_long_group_the_first_are_listed_and_all_downloaded(
    opened: Opened, tmp_path: Path, files: Files
) -> None:
    seeds = write_record_case(tmp_path / "case", notice("one", "2031", "100"))
    many = MOST_LISTED + 5
    write_rows(seeds, "statements", *(STATEMENT | {"record_id": f"row-{place}"} for place in range(many)))
    view = opened("record", seeds, year="all")
    assert len(listed(view)) == MOST_LISTED
    assert f"The first {MOST_LISTED} of {many + 1} facts are listed, all are in the CSV." in view.text
    assert len(rows_of(files["public-record-statements.csv"])) == many + 1


def test_a_download_holds_what_the_filters_leave_with_no_formula_in_it(
    opened: Opened, second_case: Path, files: Files
) -> None:
    opened("record", second_case, words="traders")
    head, row = rows_of(files["public-record-statements.csv"])
    cells = dict(zip(head, row, strict=True))
    assert (cells["record_id"], cells["low"], cells["operator"]) == ("traders-range", "25000", "range")
    assert cells["note"] == '\'=HYPERLINK("http://example.invalid")'


def test_hostile_words_of_a_card_are_text(opened: Opened, cases: dict[str, Path]) -> None:
    view = opened("record", cases["hostile texts"], record="hostile-one")
    assert text_of(card_of(view)).count(HOSTILE) > 3
    assert "javascript:" not in "".join(view.links)


def test_a_text_clicked_in_the_graph_opens_its_card_and_a_document_the_claim_that_it_is_there_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[dict[str, str]] = []
    monkeypatch.setattr("components.state.open_beside", told.append)
    monkeypatch.setattr("components.state.current_evidence", lambda: evidence_of("own"))
    for behind in ("record:oil-osc-001", "document:A", "document:no such"):
        open_text(behind)
    assert told == [{"record": "oil-osc-001"}, {"claim": "A04"}]
