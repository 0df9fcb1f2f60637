"""Words that a claim gives as the text's own stand in the text; a curator's own are named as such."""

from pathlib import Path

import pytest

from data import examine
from data.models.limits import Limit
from data.models.scope import longer_product
from data.proof.attributed import strangers
from tests.data.proof.proof_of_claim import claim_of, proof_of

TEXT = (
    "Satellites tracked the ships, the harbour master Ilsa Born said. They carried refined copper.\n"
    "Crude oil is another matter.\n"
)


@pytest.mark.parametrize("product", ["refined copper", "Refined Copper", "copper", "ships"])
def test_what_is_counted_stands_in_the_paragraph_of_the_quote(product: str) -> None:
    assert proof_of("They carried refined copper", TEXT, product=product).problems == ()


@pytest.mark.parametrize("product", ["crude copper", "Crude oil", "oil", "copp", "fined copper"])
def test_what_the_paragraph_does_not_say_is_refused(product: str) -> None:
    found = proof_of("They carried refined copper", TEXT, product=product)
    assert found.refused == (("product", "these words stand neither in the quote nor in its paragraph"),)


def test_a_reason_makes_the_product_a_curator_s_own_word() -> None:
    keys = {"product": "ore", "product_reason": "The master means ore."}
    assert proof_of("They carried refined copper", TEXT, **keys).problems == ()
    assert proof_of("They carried refined copper", TEXT, **(keys | {"product_reason": " "})).keys == ["product"]


def test_a_product_in_a_script_without_spaces_stands_inside_the_text() -> None:
    assert proof_of("朝鲜运走原油一百万桶", language="zh", product="原油").problems == ()
    assert proof_of("원유를 실었다", language="ko", product="원유").problems == ()
    assert proof_of("原油を運んだ", language="ja", product="重油").keys == ["product"]


@pytest.mark.parametrize(
    ("key", "words", "strange"),
    [
        ("speaker", "Ilsa Born, harbour master", []),
        ("speaker", "document voice", []),
        ("speaker", "the harbour’s master, unnamed", []),
        ("speaker", "Ilse Bern", ["Ilse", "Bern"]),
        ("speaker", "Boris Kowalski", ["Boris", "Kowalski"]),
        ("via", "satellite tracking", []),
        ("via", "intercepted radio", ["intercepted", "radio"]),
        ("via", "", []),
    ],
)
def test_names_and_ways_that_the_text_does_not_have_are_named(key: str, words: str, strange: list[str]) -> None:
    assert strangers(words, TEXT, key) == tuple(strange)


def test_a_speaker_and_a_way_that_are_a_curator_s_own_are_warned_of_and_stay() -> None:
    found = proof_of("They carried refined copper", TEXT, speaker="Boris Kowalski", via="intercepted radio")
    assert found.problems == ()
    assert found.warned == (
        ("speaker", "the text does not name Boris, Kowalski"),
        ("via", "the text does not name intercepted, radio"),
    )


def limit_of(product: str, *words: str) -> Limit:
    """A limit of this product, which texts name by these words."""
    fixed = {"limit_id": product.replace(" ", "-"), "name": "Cap", "value": 1.0, "unit": "tonne"}
    days = {"period": "calendar-year", "period_start": "01-01", "valid_from": "2030-01-01"}
    fixed |= {"suppliers": "all", "legal_basis": "Accord"}
    address = {"address": "https://accord.example.invalid/"}
    return Limit.model_validate(fixed | days | address | {"product": product, "product_words": words})


@pytest.mark.parametrize(
    ("quote", "product", "longer"),
    [
        ("They carried refined copper", "copper", "refined copper"),
        ("They carried Refined Copper", "Copper", "refined copper"),
        ("They carried copper", "copper", ""),
        ("They carried refined copper", "refined copper", ""),
        ("They carried refined copper and copper ore", "copper", ""),
        ("They carried copper in refined coppery boxes", "copper", ""),
        ("They carried refined copper", "", ""),
        ("精炼铜一百吨", "铜", "精炼铜"),
    ],
)
def test_a_product_is_not_cut_from_the_longer_one_of_a_limit(quote: str, product: str, longer: str) -> None:
    claim = claim_of(1, quote, {"quote": quote, "product": product})
    assert longer_product(claim, [limit_of("refined copper", "refined copper", "精炼铜"), limit_of("salt")]) == longer


def test_the_check_warns_of_a_product_cut_from_that_of_a_limit(second_copy: Path) -> None:
    file = second_copy / "documents" / "harbour-letter" / "evidence.toml"
    words = file.read_text(encoding="utf-8")
    file.write_text(words.replace('product = "refined copper"', 'product = "copper"', 1), encoding="utf-8")
    found = [problem for problem in examine(second_copy).warnings if problem.place.endswith("product")]
    assert [(problem.seen, problem.expected) for problem in found] == [("copper", "refined copper")]
