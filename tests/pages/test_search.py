"""One field finds all: claims, cited facts, paragraphs, questions and the method, and each leads to where it stands."""

from pathlib import Path

import pytest

from tests.pages.view import Opened, View, nodes_of, text_of


def sections(view: View) -> list[str]:
    """What the kinds that were found are called to who does not see them: "3 cited facts"."""
    return [node["a"]["aria-label"] for node in view.find("section", "finds")]


def marked(view: View) -> set[str]:
    return {
        text_of(node) for section in view.find("section", "finds") for node in nodes_of(section) if node["t"] == "mark"
    }


def test_two_words_find_the_fact_that_names_both_in_any_order(opened: Opened, second_case: Path) -> None:
    for asked in ("ansel 2031-05", "2031-05 ANSEL"):
        view = opened("search", second_case, find=asked)
        assert "↗ osprey-in-may" in [text_of(node) for node in view.find("a", "cited")]
        assert "Ansel" in marked(view)


def test_each_kind_leads_to_where_it_stands(opened: Opened, second_case: Path) -> None:
    view = opened("search", second_case, find="barge")
    assert view.failures == []
    kinds = [label.partition(" ")[2] for label in sections(view)]
    assert kinds == ["quoted claims", "cited facts", "paragraphs", "question"]
    pages = {link.partition("?")[0] for link in view.links}
    assert {"documents", "record", "comparison", "search"} >= pages >= {"documents", "record", "comparison"}


def test_a_found_paragraph_is_marked_in_its_document(opened: Opened, second_case: Path) -> None:
    view = opened("search", second_case, find="barge", kind="text")
    link = next(link for link in view.links if "paragraph=" in link)
    query = dict(pair.split("=") for pair in link.partition("?")[2].split("&"))
    there = opened("documents", second_case, **query)
    assert there.focus == ["found-paragraph"]
    assert "barge" in there.words("p", "found")[0].casefold()


def test_of_many_a_few_are_shown_with_the_way_to_all(opened: Opened) -> None:
    view = opened("search", find="2024")
    label = next(label for label in sections(view) if "cited facts" in label)
    many = label.partition(" ")[0]
    assert f"All {many} cited facts" in view.words("a")
    whole = opened("search", find="2024", kind="record")
    assert sections(whole) == [label]
    assert len(whole.find("a", "cited")) == int(many)


@pytest.mark.parametrize(
    "asked", ['"', "NEAR(", "a*", "a OR b", "find:x", "-", "x" * 10_000, "\x00", "<b>[x](y)</b>", "%_"]
)
def test_whatever_is_asked_gets_a_plain_answer(opened: Opened, second_case: Path, asked: str) -> None:
    view = opened("search", second_case, find=asked)
    assert (view.failures, view.notices) == ([], [])
    assert sections(view) or view.words("p", "lead")


def test_where_nothing_is_found_it_says_what_was_looked_through_and_what_to_try(
    opened: Opened, second_case: Path
) -> None:
    view = opened("search", second_case, find="barge zeppelin")
    assert view.words("p", "lead") == ["Nothing holds all of “barge zeppelin”."]
    assert "21 cited facts of the public record" in view.text
    assert [link for link in view.links if "find=" in link] == ["search?find=barge"]


def test_a_case_without_a_record_is_searched_all_the_same(opened: Opened, tmp_path: Path) -> None:
    view = opened("search", tmp_path / "nothing here", find="anything")
    assert view.words("p", "lead") == ["Nothing holds all of “anything”."]


def test_what_is_typed_into_the_field_of_any_page_opens_what_is_found(opened: Opened, second_case: Path) -> None:
    view = opened("method", second_case)
    view.app.text_input(key="find anywhere").set_value("osprey").run()
    assert view.app.text_input(key="find").value == "osprey"
    assert view.address["find"] in ("osprey", ["osprey"])
    assert "↗ osprey" in view.words("a", "cited")


def test_each_name_of_a_pasted_list_is_found_and_those_that_are_not_are_named(
    opened: Opened, second_case: Path
) -> None:
    view = opened("search", second_case, find="osprey; 2000028, Zeppelin\nAnsel")
    assert view.words("p", "lead")[0] == "Of 4 names 3 are found."
    found = [words.partition(" ·")[0] for words in view.words("li")[:3]]
    assert found[:2] == ["osprey: Osprey (vessel)", "2000028: Osprey (vessel)"]
    assert found[2].startswith("Ansel: Port Ansel (place) ")
    assert "Not found: “Zeppelin”." in view.text
    assert "search?find=Ansel" in view.links


def test_the_dossiers_of_a_pasted_list_are_listed_and_those_that_are_not_there_named(
    opened: Opened, second_case: Path
) -> None:
    view = opened("dossier", second_case, words="Zeppelin, grebe, osprey")
    assert sorted(row[0] for row in view.rows()) == ["Grebe", "Osprey"]
    assert "Not among them: “Zeppelin”." in view.text


def test_a_vessel_is_found_by_its_id_and_shows_it_to_who_asks_for_it_alone(opened: Opened) -> None:
    [ids, none] = [
        [text_of(node) for node in opened("search", find=asked).find("section", "finds")]
        for asked in ("vessel-015", "vessel")
    ]
    assert "Un Hung" in ids[0] and "vessel-015" in ids[0]
    assert "Un Hung" in none[0] and "vessel-015" not in none[0]
