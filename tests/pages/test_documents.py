"""Documents: each text as it stands, its claims lit in it."""

from pathlib import Path

import pytest

from tests.pages.view import Opened, nodes_of, text_of

A04 = "Russia has been steadily supplying North Korea with over one million barrels of oil this year"


def test_the_address_of_a_claim_lights_exactly_its_quote(opened: Opened) -> None:
    view = opened("documents", claim="A04")
    lit = [node for tree in view.find("div", "document") for node in nodes_of(tree) if "lit" in node["c"].split()]
    assert [node["n"][0] for node in lit] == [A04]


def test_the_opened_claim_is_scrolled_to(opened: Opened) -> None:
    view = opened("documents", claim="A04")
    assert view.focus == ["claim-A04"]
    assert [node["a"]["id"] for node in view.find("mark", "lit") if node["a"].get("id")] == ["claim-A04"]


def test_the_opened_claim_shows_its_card_beside_the_text(opened: Opened) -> None:
    card = opened("documents", claim="A04").find("section", "card")[0]
    assert card["a"]["aria-label"] == "Claim A04"
    assert "✓ Quote verified at characters 283–376" in text_of(card)
    assert "> 1,000,000 barrels, of “oil”" in text_of(card)


def test_who_says_the_same_from_the_same_origin_does_not_corroborate(opened: Opened) -> None:
    view = opened("documents", claim="A10")
    assert "Said also in B04, not from an independent origin" in view.words("li")
    assert [mark for mark in view.words("li", "yes") if "B04" in mark] == []


def test_who_says_the_same_from_another_origin_corroborates(opened: Opened, second_case: Path) -> None:
    assert "Corroborated by P01" in opened("documents", second_case, claim="R03").words("li", "yes")


def test_a_claim_opens_its_own_document_whatever_the_address_says(opened: Opened) -> None:
    view = opened("documents", claim="B04", document="A")
    assert view.app.selectbox(key="document").value == "B"
    assert view.address == {"claim": "B04", "document": "B"}


def test_choosing_another_document_leaves_the_claim(opened: Opened) -> None:
    view = opened("documents", claim="A04")
    view.app.selectbox(key="document").set_value("B").run()
    assert view.address == {"document": "B"}


@pytest.mark.parametrize(("label", "folder"), [("A", "oil-volume"), ("B", "tanker-trips")])
def test_the_text_stands_as_it_is(opened: Opened, label: str, folder: str) -> None:
    body = opened("documents", document=label).find("div", "document")[0]
    words = ["".join(part for part in _without_tags(paragraph)) for paragraph in body["n"]]
    text = (Path("seeds/documents") / folder / "text.txt").read_text(encoding="utf-8")
    assert words == [paragraph for paragraph in text.split("\n") if paragraph]


@pytest.mark.parametrize(("label", "claims"), [("A", 45), ("B", 27)])
def test_every_claim_of_a_document_has_its_tag_in_the_text(opened: Opened, label: str, claims: int) -> None:
    tags = opened("documents", document=label).find("a", "tag")
    assert len(tags) == len({tag["a"]["href"] for tag in tags}) == claims


def test_lanes_are_told_apart_by_sign_as_well_as_colour(opened: Opened) -> None:
    signs = [text_of(tag).split()[0] for tag in opened("documents", document="A").find("a", "tag")]
    assert set(signs) == {"●", "◆", "▲", "■", "✚", "★"}


def test_hash_date_basis_and_grade_with_its_reason_stand_beside_the_text(opened: Opened) -> None:
    text = opened("documents", document="A").text
    assert "✓ SHA-256 97d0645804cecc21d1521d5e37bdec49f1ddfb5b087de36e4b5840a9b3a41f6f matches" in text
    assert "some time between 1 October 2024 and 31 December 2024 (inferred:" in text
    assert "F, reliability cannot be judged: No author and no date" in text


def test_the_markup_of_a_text_is_shown_and_never_built(opened: Opened, second_case: Path) -> None:
    body = opened("documents", second_case, document="Q").find("div", "document")[0]
    assert "<script>alert(1)</script> was printed here" in text_of(body)
    assert {node["t"] for node in nodes_of(body)} <= {"div", "p", "mark", "a", "span"}


def _without_tags(node: object) -> list[str]:
    if isinstance(node, str):
        return [node]
    assert isinstance(node, dict)
    return [] if "tag" in node["c"].split() else [part for child in node["n"] for part in _without_tags(child)]
