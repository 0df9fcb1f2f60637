"""Words that a claim gives as the text's own stand in the text; a curator's own are named as such."""

import pytest

from data.attributed import strangers
from tests.claiming import told

TEXT = (
    "Satellites tracked the ships, the harbour master Ilsa Born said. They carried refined copper.\n"
    "Crude oil is another matter.\n"
)


@pytest.mark.parametrize("product", ["refined copper", "Refined Copper", "copper", "ships"])
def test_what_is_counted_stands_in_the_paragraph_of_the_quote(product: str) -> None:
    assert told("They carried refined copper", TEXT, product=product).problems == ()


@pytest.mark.parametrize("product", ["crude copper", "Crude oil", "oil", "copp", "fined copper"])
def test_what_the_paragraph_does_not_say_is_refused(product: str) -> None:
    found = told("They carried refined copper", TEXT, product=product)
    assert found.refused == (("product", "these words stand neither in the quote nor in its paragraph"),)


def test_a_reason_makes_the_product_a_curator_s_own_word() -> None:
    keys = {"product": "ore", "product_reason": "The master means ore."}
    assert told("They carried refined copper", TEXT, **keys).problems == ()
    assert told("They carried refined copper", TEXT, **(keys | {"product_reason": " "})).keys == ["product"]


def test_a_product_in_a_script_without_spaces_stands_inside_the_text() -> None:
    assert told("朝鲜运走原油一百万桶", language="zh", product="原油").problems == ()
    assert told("원유를 실었다", language="ko", product="원유").problems == ()
    assert told("原油を運んだ", language="ja", product="重油").keys == ["product"]


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
    assert strangers(words, TEXT, key) == strange


def test_a_speaker_and_a_way_that_are_a_curator_s_own_are_warned_of_and_stay() -> None:
    found = told("They carried refined copper", TEXT, speaker="Boris Kowalski", via="intercepted radio")
    assert found.problems == ()
    assert found.warned == (
        ("speaker", "the text does not name Boris, Kowalski"),
        ("via", "the text does not name intercepted, radio"),
    )
