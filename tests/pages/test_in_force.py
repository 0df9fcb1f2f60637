"""What the reader has set stands above every page that it changes, and goes along to the others."""

import pytest

from tests.pages.view import Opened, View


def bar(view: View) -> list[str]:
    return view.words("p", "in-force")


@pytest.mark.parametrize(
    ("name", "query", "words"),
    [
        ("overview", {"load": "0.6"}, "load on departure 60% instead of 86%"),
        ("volumes", {"layer": "record", "unseen": "off"}, "only the trips that were seen · public record on"),
        ("timeline", {"lane": "oil", "words": "a|b <i>"}, "lane Oil shipments · with the words a|b <i>"),
        ("comparison", {"document": ["A", "B"]}, "document A, B"),
        ("record", {"standing": "error", "record": "oil-osc-001"}, "standing error in the source"),
    ],
)
def test_what_is_set_stands_in_one_bar(
    opened: Opened, name: str, query: dict[str, str | list[str]], words: str
) -> None:
    assert bar(opened(name, **query)) == [f"You are looking at: {words}"]


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("overview", {}),
        ("documents", {"claim": "A04"}),
        ("timeline", {"lane": "none such"}),
        ("estimate", {"load": "9"}),
    ],
)
def test_where_nothing_is_set_there_is_no_bar(opened: Opened, name: str, query: dict[str, str]) -> None:
    assert bar(opened(name, **query)) == []


def test_the_public_record_stays_on_from_page_to_page_until_it_is_taken_off(opened: Opened) -> None:
    view = opened("timeline", layer="record", lane="oil")
    assert view.go("comparison").address == {"layer": "record"}
    view.app.button(key="reset").click().run()
    assert view.address == {}
    assert bar(view.go("timeline")) == []
