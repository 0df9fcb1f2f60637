"""Markup, formulas and links in documents and fields stay text, wherever they end up."""

import re
from pathlib import Path

import pytest

from tests.cases.hostile_texts import HOSTILE
from tests.pages.view import PAGE_NAMES, Opened, View, nodes_of

# Live Markdown: a picture, a link, a tag, a formula, a coloured word, code, bold or a bare address, none of it escaped.
LIVE = re.compile(
    r"(?<!\\)!\[|(?<!\\)\]\(|(?<!\\)<[a-z/]|(?<!\\)\$|(?<!\\):[a-z]+\\?\[|(?<!\\)`|(?<!\\)\*\*|(?<=[a-z]):?//|www\."
)
SAFE_ADDRESS = re.compile(r"https?://|#[a-z-]+$|[a-z-]*(\?[^:]*)?$")
ADDRESSES = {
    "overview": {"claim": "S01"}, "timeline": {"event": "hostile-one", "layer": "record"},
    "volumes": {"claim": "S01", "volume": "S01"}, "estimate": {}, "comparison": {"layer": "record"},
    "documents": {"claim": "S01"}, "record": {"record": "hostile-one"}, "method": {}, "briefing": {"claim": "S01"},
}  # fmt: skip


@pytest.fixture(params=PAGE_NAMES)
def hostile_view(request: pytest.FixtureRequest, opened: Opened, cases: dict[str, Path]) -> View:
    """Each page of the hostile case, with everything on it opened."""
    return opened(request.param, cases["hostile texts"], **ADDRESSES[request.param])


@pytest.mark.parametrize("text", ["![x](http://a)", "[a](b)", "<script>", "$x$", ":red[x]", "`a`", "**b**", "http://a"])
def test_the_search_for_live_markdown_finds_it(text: str) -> None:
    assert LIVE.search(text)


def test_no_place_that_reads_markdown_gets_any_from_the_data(hostile_view: View) -> None:
    texts = hostile_view.markdown
    assert len(texts) > 6
    assert [text for text in texts if LIVE.search(text)] == []


def test_the_hostile_words_are_there_as_text(hostile_view: View) -> None:
    assert HOSTILE in hostile_view.text


def test_every_link_of_our_markup_leads_within_the_app_or_to_the_web(hostile_view: View) -> None:
    links = hostile_view.links
    assert [link for link in links if not SAFE_ADDRESS.match(link)] == []


def test_our_markup_sends_no_attribute_that_could_act(hostile_view: View) -> None:
    names = {name for tree in hostile_view.trees for node in nodes_of(tree) for name in node["a"]}
    assert {name for name in names if name.startswith("on") or name in ("style", "src", "srcdoc", "action")} == set()


def test_no_chart_holds_a_live_tag(hostile_view: View) -> None:
    written = re.compile(
        r"<(?!/?b>|br>|/span>|b style='color:#[0-9A-F]+'>|span style='font-size:[0-9.]+px(;color:#[0-9A-F]+)?'>)[a-z/]",
        re.IGNORECASE,
    )
    texts = [text for figure in hostile_view.figures for text in _texts_of(figure)]
    assert [text for text in texts if written.search(text)] == []


def test_the_texts_of_the_second_case_reach_no_markdown(opened: Opened, second_case: Path) -> None:
    view = opened("documents", second_case, claim="Q04")
    assert "<script>alert(2)</script> **bold** [A04](javascript:alert(3))" in view.text
    assert [text for text in view.markdown if LIVE.search(text)] == []


def test_an_id_in_a_note_does_not_become_a_link(opened: Opened, second_case: Path) -> None:
    links = opened("documents", second_case, claim="Q04").links
    assert "documents?claim=A04" not in links


def _texts_of(part: object) -> list[str]:
    if isinstance(part, str):
        return [part]
    parts = part.values() if isinstance(part, dict) else part if isinstance(part, list) else []
    return [text for child in parts for text in _texts_of(child)]
