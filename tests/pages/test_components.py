"""Components of our own: what travels with a page and what does not."""

from typing import Any

import pytest

from components.widgets.mounted import chart
from tests.pages.view import Opened, View


def sent(view: View) -> list[Any]:
    return [element.proto for element in view.app.get("bidi_component")]


@pytest.mark.parametrize("page", ["estimate", "slide"])
def test_no_script_travels_with_a_page_for_the_browser_fetches_each_as_a_file(opened: Opened, page: str) -> None:
    found = sent(opened(page, figure="gauge") if page == "slide" else opened(page))
    assert [proto.js_content for proto in found if proto.js_content] == []
    files = {(proto.component_name, proto.js_source_path.partition("?")[0]) for proto in found if proto.js_source_path}
    kinds = {"chart", "paper", "window"} | ({"slide"} if page == "slide" else {"markup", "panel"})
    assert files == {(f"barrelwatch.{kind}", f"{kind}.js") for kind in kinds}


def test_the_style_of_our_text_does_not_travel_with_each_piece_of_it(opened: Opened) -> None:
    texts = [proto for proto in sent(opened("overview")) if proto.component_name == "barrelwatch.markup"]
    assert len(texts) > 5
    assert [proto.css_content for proto in texts if proto.css_content] == []


def test_a_figure_that_stays_is_not_written_again(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    view = opened("volumes")
    before = view.charts
    monkeypatch.setattr(chart, "written", lambda _: pytest.fail("written again"))
    assert view.again().charts == before
    assert view.failures == []
    assert len(before) == 3
