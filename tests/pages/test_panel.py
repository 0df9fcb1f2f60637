"""The panel beside every page: one place for the words of a claim, a cited fact or an event, and what stands in it."""

from pathlib import Path

import pytest

from components.pages import PAGES
from data.frames.elsewhere import elsewhere_of_claim, elsewhere_of_record
from tests.cases.hostile_texts import HOSTILE
from tests.cases.registry import evidence_of
from tests.pages.view import Opened, View, text_of

WITH_A_PANEL = [entry.name for entry in PAGES if not entry.alone and entry.name != "documents"]


def part(view: View, name: str) -> str:
    """The words of a section of the panel."""
    return next(text_of(node) for node in view.find("section") if node["a"].get("aria-label") == name)


@pytest.mark.parametrize("page", WITH_A_PANEL)
def test_a_claim_opens_beside_every_page_and_nowhere_else(opened: Opened, second_case: Path, page: str) -> None:
    view = opened(page, second_case, claim="P02")
    assert (view.failures, view.beside) == ([], "claim:P02")
    assert [node["a"]["id"] for node in view.find("section", "card")] == ["card-P02"]
    assert not [notice for notice in view.notices if "not here" in notice]


def test_on_the_page_of_the_documents_a_claim_is_open_in_its_text_alone(opened: Opened) -> None:
    view = opened("documents", claim="A04")
    assert view.beside == ""
    assert [node["a"]["id"] for node in view.find("section", "card") if "id" in node["a"]] == ["card-A04"]
    assert opened("documents", record="un-rule-001").beside == "record:un-rule-001"


def test_a_page_on_which_nothing_is_open_has_an_empty_panel(opened: Opened) -> None:
    view = opened("method")
    assert (view.beside, view.panel["lit"]) == ("", [])
    assert view.find("section", "card") == []


def test_an_id_opens_beside_the_page_and_leads_to_a_real_address_in_a_new_tab(opened: Opened) -> None:
    links = {text_of(node): node["a"] for node in opened("comparison", layer="record").find("a", "chip")}
    assert (links["A04"]["href"], links["A04"]["data-opens"]) == ("documents?claim=A04", "claim")
    cited = links["↗ oil-osc-001"]
    assert (cited["href"], cited["data-opens"]) == ("record?record=oil-osc-001", "record")


def test_the_claims_before_and_after_are_those_of_the_text(opened: Opened, second_case: Path) -> None:
    panel = opened("overview", second_case, claim="P02").panel
    assert (panel["title"], panel["before"], panel["after"]) == ("Claim P02", {"claim": "P01"}, {"claim": "P03"})
    assert panel["place"].startswith("2 of ")
    assert opened("overview", second_case, claim="P01").panel["before"] == {}


def test_the_cited_facts_before_and_after_are_those_of_its_list(opened: Opened, second_case: Path) -> None:
    view = opened("record", second_case, record="osprey")
    assert (view.panel["place"], view.panel["before"]) == ("1 of 2 vessels", {})
    assert view.panel["after"] == {"record": "grebe"}


def test_the_cited_facts_before_and_after_are_those_that_pass_the_filters_of_the_record(
    opened: Opened, second_case: Path
) -> None:
    panel = opened("record", second_case, kind="sighting", words="osprey", record="osprey-in-may").panel
    assert (panel["place"], panel["before"], panel["after"]) == ("1 of 1 in this list", {}, {})
    elsewhere = opened("overview", second_case, kind="sighting", words="osprey", record="osprey-in-may").panel
    assert elsewhere["place"] == "2 of 2 sightings"


def test_the_claims_before_and_after_are_those_that_pass_the_filters_of_the_comparison(opened: Opened) -> None:
    panel = opened("comparison", document="B", reading="one-document", claim="B02").panel
    assert (panel["place"], panel["after"]) == ("2 of 7 in this comparison", {"claim": "B26"})


def test_the_events_before_and_after_are_those_that_pass_the_filters(opened: Opened) -> None:
    panel = opened("timeline", lane="oil", document="A", event="trips-since-march").panel
    assert (panel["place"], panel["before"]) == ("2 of 2 events", {"event": "oil-delivered"})


def test_each_claim_of_an_event_opens_alone(opened: Opened) -> None:
    cards = opened("timeline", event="deployments").find("section", "card")
    assert [text_of(card["n"][0]["n"][0]).split()[-1] for card in cards] == ["A20", "A23", "A08"]
    assert cards[0]["n"][0]["n"][0]["n"][1]["a"]["data-opens"] == "claim"


def test_an_event_chosen_while_a_claim_is_open_takes_its_place(opened: Opened) -> None:
    view = opened("timeline", lane="treaty", claim="A04")
    view.app.selectbox(key="event").set_value("treaty-signed").run()
    assert (view.beside, view.address) == ("event:treaty-signed", {"lane": "treaty", "event": "treaty-signed"})


def test_the_panel_says_where_else_the_fact_stands(opened: Opened) -> None:
    words = part(opened("overview", claim="B04"), "The same fact elsewhere")
    assert "Says the same, not from an independent origin" in words
    assert "A10 “North Korean tankers have made numerous trips" in words
    assert "Answers the same question, “Trips”↗ oil-osc-002" in words


def test_the_source_is_cited_before_the_place_where_it_was_looked_up(opened: Opened) -> None:
    words = part(opened("overview", claim="A04"), "Cite this source")
    assert words.index("Russia and North Korea strengthen ties") < words.index("Quoted as A04 in Barrelwatch")
    assert "Dataset 0.2.0 (fingerprint " in words
    assert "localhost" not in words
    assert "Cited as un-rule-001 in Barrelwatch" in part(opened("record", record="un-rule-001"), "Cite this source")


def test_the_way_to_cite_a_source_stands_above_its_words(opened: Opened) -> None:
    for query in ({"claim": "A04"}, {"record": "un-rule-001"}):
        sections = [set(node["c"].split()) for node in opened("overview", **query).find("section")]
        assert next(some for some in sections if some & {"citing", "card"}) == {"citing"}


def test_hostile_texts_stay_words_in_the_panel(opened: Opened, cases: dict[str, Path]) -> None:
    view = opened("overview", cases["hostile texts"], claim="S01")
    assert view.failures == []
    assert HOSTILE in part(view, "Cite this source")
    assert {node["a"].get("data-opens") for node in view.find("a", "chip")} <= {"claim", "record"}


def test_a_fact_that_another_origin_tells_stands_apart_from_what_only_retells_it() -> None:
    evidence = evidence_of("second case")
    groups = elsewhere_of_claim(evidence.claim_by_id["R03"], evidence)
    assert groups[0] == ("Says the same, from an origin of its own", ("P01",), ())
    assert all("R03" not in group.claims for group in groups)
    named = [one for group in groups for one in (*group.claims, *group.records)]
    assert len(named) == len(set(named))


def test_a_cited_fact_names_what_answers_the_same_question_and_what_stands_at_its_address() -> None:
    evidence = evidence_of("second case")
    first, *_ = elsewhere_of_record(evidence.record_by_id["traders-range"], evidence)
    assert first.why == "Answers the same question, “Copper volume”"
    assert "P02" in first.claims
    assert "news-volume" in first.records
    assert elsewhere_of_record(evidence.record_by_id["osprey-in-may"], evidence)[-1].records == ("osprey",)
