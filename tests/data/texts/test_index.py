"""Words are found in any order, in any spelling, in any script, and nothing that is typed is taken for a command."""

import pytest

from data.texts import index as module
from data.texts.index import Entry, Index
from data.texts.plain import names_listed, places, plain_words, terms

ENTRIES = (
    Entry("row", "nampo", "A ship at Nampo", "seen in March 2024"),
    Entry("row", "sao", "São Tomé", "1,000,000 barrels"),
    Entry("row", "korean", "남포항에 배가 있다", ""),
    Entry("row", "chinese", "南浦港的船", ""),
    Entry("row", "later", "Another ship", "Nampo is named in its note"),
    Entry("row", "turkish", "İzmir, Straße", "Й"),
)


@pytest.fixture(params=[True, False], ids=["with FTS5", "without"])
def index(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Index:
    if not request.param:
        monkeypatch.setattr(module, "CREATE", "CREATE VIRTUAL TABLE found USING no_such_module(title, text)")
    return Index(ENTRIES)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Nampo 2024", {"nampo"}),
        ("2024 nam", {"nampo"}),
        ("ampo", set()),
        ("sao tome", {"sao"}),
        ("Sa\u0303o", {"sao"}),
        ("1000000", {"sao"}),
        ("1,000,000 BARRELS", {"sao"}),
        ("남포", {"korean"}),
        ("\u1102\u1161\u11b7\u1111\u1169", {"korean"}),
        ("南浦", {"chinese"}),
        ("的船", {"chinese"}),
        ("浦南", set()),
        ("izmir strasse", {"turkish"}),
        ("", set()),
        ("\u200b *", set()),
        ('"NEAR( ship', set()),
        ("ship*", {"nampo", "later"}),
    ],
)
def test_every_word_is_found_whatever_its_order_and_spelling(index: Index, asked: str, found: set[str]) -> None:
    assert {entry.id for entry in index.find(asked).by_kind.get("row", ())} == found


def test_what_is_called_so_comes_before_what_only_mentions_it() -> None:
    assert [entry.id for entry in Index(ENTRIES).find("nampo").by_kind["row"]] == ["nampo", "later"]


def test_of_very_many_none_is_ranked_and_all_are_found() -> None:
    many = Index(Entry("row", str(place), f"ship {place}") for place in range(1_500))
    found = many.find("ship").by_kind["row"]
    assert (len(found), found[0].id, found[-1].id) == (1_500, "0", "1499")


def test_a_spelling_leaves_no_sign() -> None:
    assert plain_words("São-Tomé “1,000” 南浦 1.000,5") == "sao tome 1000 南 浦 1000 5"
    assert terms('NEAR("a-b" *) 2024') == (("near", "a", "b"), ("2024",))


def test_the_places_of_words_are_those_in_the_text_as_it_stands() -> None:
    text = "The Nàmpo port, 1,000 t; anampo, 남포항"
    assert [text[start:end] for start, end in places(text, terms("nampo 1000 포"))] == ["Nàmpo", "1,000", "포"]


def test_a_list_is_divided_by_commas_semicolons_lines_and_tabs_but_not_between_thousands() -> None:
    assert names_listed("Nam San 8, Yu Son;Nampo\tWonsan\nNAMPO, 1,000 t; 8916293,9042001,,;") == (
        "Nam San 8", "Yu Son", "Nampo", "Wonsan", "1,000 t", "8916293", "9042001",
    )  # fmt: skip
    assert names_listed("one thing, ;") == ("one thing",)
