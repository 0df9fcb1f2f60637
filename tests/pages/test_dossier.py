"""A dossier says what is known, what rests on it, and lists all that is held, each opening its words."""

from pathlib import Path
from urllib.parse import unquote_plus

import pytest

from tests.pages.conftest import Files
from tests.pages.test_downloads import rows_of
from tests.pages.view import Opened


def test_a_vessel_is_told_in_a_sentence_and_its_sightings_are_listed(opened: Opened, second_case: Path) -> None:
    view = opened("dossier", second_case, of="vessel:2000028")
    assert (view.failures, view.notices) == ([], [])
    assert view.app.title[0].value == "Osprey"
    assert view.words("p")[1:3] == [
        (
            "Osprey, formerly Heron and Old Heron: IMO 2000028, check digit proven; 820 tonnes deadweight, says Port "
            "Ansel harbour office; on the sanctions list since 1 Sep 2031. ↗ osprey"
        ),
        "Seen 1 time, on 3 May 2031.",
    ]
    assert [row[3:] for row in view.rows()] == [["Seen", "↗ osprey-in-may"], ["Particulars", "↗ osprey"]]
    assert view.words("li") == ["May 2031 ● 1", "Sep 2031 ● 1"]


def test_what_the_estimate_rests_on_is_said_with_the_part_of_it(opened: Opened) -> None:
    text = opened("dossier", of="vessel:8916293").text
    assert "In the estimate, “Mean size of the ships” rests on it: ↗ vessel-011" in text


def test_an_origin_says_how_reliable_it_is_and_from_whom_it_has_it(opened: Opened) -> None:
    text = opened("dossier", of="origin:osc").text
    assert "36 cited facts go back to it" in text
    assert "From it in turn have what they say:" in text


@pytest.mark.parametrize("of", ["vessel:0000000", "../../etc", "<b>", "x" * 5_000, "origin:", ":"])
def test_a_dossier_that_is_not_there_leaves_the_lists(opened: Opened, second_case: Path, of: str) -> None:
    view = opened("dossier", second_case, of=of)
    assert view.failures == []
    assert view.notices == [
        "The address asked for something that is not here (“of”); the rest of the view is shown without it."
    ]
    assert view.app.title[0].value == "Dossiers"


def test_the_lists_are_searched_by_name_and_by_number(opened: Opened, second_case: Path, files: Files) -> None:
    view = opened("dossier", second_case, words="2000028")
    assert [row[0] for row in view.rows()] == ["Osprey"]
    assert "dossier?of=vessel%3A2000028&words=2000028" in view.links
    assert [row[1] for row in rows_of(files["vessels.csv"])] == ["kind", "vessel"]
    assert opened("dossier", second_case, words="nobody").notices == [
        "No name holds these words. Take one of them away to see more."
    ]


def test_hostile_names_are_text(opened: Opened, cases: dict[str, Path]) -> None:
    for kind in ("vessel", "port", "speaker", "origin"):
        view = opened("dossier", cases["hostile texts"], kind=kind)
        assert view.failures == []
        link = next(node for node in view.find("a") if "of=" in node["a"]["href"])
        assert "javascript:" not in link["a"]["href"]
        of = link["a"]["href"].partition("of=")[2]
        assert opened("dossier", cases["hostile texts"], of=unquote_plus(of)).failures == []


def test_a_folder_that_holds_nothing_says_so(opened: Opened, tmp_path: Path) -> None:
    assert opened("dossier", tmp_path / "nothing").notices[0].startswith("No sound vessel, port, speaker or origin")


def test_a_dossier_leads_to_those_before_and_after_it_in_the_list_it_was_chosen_from(
    opened: Opened, second_case: Path
) -> None:
    listed = opened("dossier", second_case, words="osprey, grebe")
    assert "dossier?of=vessel%3A2000028&words=osprey%2C+grebe" in listed.links
    view = opened("dossier", second_case, of="vessel:2000028", words="osprey, grebe")
    assert view.notices == []
    way = view.words("p")[0]
    assert "Grebe" in way
    assert " of 2 · " in way
    assert way.endswith("Back to the list: osprey, grebe")
    assert "dossier?kind=vessel&words=osprey%2C+grebe" in view.links


def test_a_dossier_that_no_list_led_to_stands_among_all_of_its_kind(opened: Opened, second_case: Path) -> None:
    for words in ("", "nobody"):
        view = opened("dossier", second_case, of="vessel:2000028", **({"words": words} if words else {}))
        assert view.words("p")[0].endswith("All vessels")
