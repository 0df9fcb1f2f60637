"""A page as a test reads it: what the app sent to the browser, without a browser.

Streamlit's own elements are read from the run; our markup comes as a tree of nodes, which is what the browser builds.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from components.pages import PAGES

ROOT = Path(__file__).parents[2]
DASHBOARD = ROOT / "dashboard.py"
PAGE_NAMES = [entry.name for entry in PAGES if not entry.hidden]
OTHER_PAGES = [name for name in PAGE_NAMES if name != "overview"]
Node = dict[str, Any]
Opened = Callable[..., "View"]

# Streamlit's elements that read Markdown, with the field that does: title and header, caption and text, info and
# warning and error, expander, and the label and help of every widget.
READS_MARKDOWN = ("body", "label", "help", "title", "caption", "text", "name")


class View:
    """One page of one session."""

    def __init__(self, app: AppTest) -> None:
        self.app = app

    def go(self, name: str, **query: str | list[str]) -> "View":
        """Open a page by its name and address, as a pasted link does."""
        self.app.query_params = dict(query)
        if name != "overview":
            self.app.switch_page(str(ROOT / "components" / "pages" / f"{name}.py"))
        self.app.run()
        return self

    def again(self) -> "View":
        """Run the page once more, as any click does."""
        self.app.run()
        return self

    @property
    def address(self) -> dict[str, Any]:
        """The query parameters of the address."""
        return dict(self.app.query_params)

    @property
    def failures(self) -> list[str]:
        """Exceptions, and panels whose guard had to stand in for them."""
        return [error.value for error in self.app.error] + [error.message for error in self.app.exception]

    @property
    def notices(self) -> list[str]:
        """What blue and yellow boxes say."""
        return [box.value for box in (*self.app.info, *self.app.warning)]

    @property
    def trees(self) -> list[Node]:
        """The top nodes of our markup, in reading order."""
        return [node for data in self.sent("markup") for node in data["nodes"]]

    @property
    def text(self) -> str:
        """All words of our markup."""
        return "\n".join(text_of(tree) for tree in self.trees)

    def find(self, tag: str = "", cls: str = "") -> list[Node]:
        """Nodes with a tag and a class, in reading order."""
        found = [node for tree in self.trees for node in nodes_of(tree)]
        return [
            node for node in found if (not tag or node["t"] == tag) and (not cls or cls in node.get("c", "").split())
        ]

    def words(self, tag: str = "", cls: str = "") -> list[str]:
        """The words of such nodes."""
        return [text_of(node) for node in self.find(tag, cls)]

    @property
    def links(self) -> list[str]:
        """Where the links of our markup lead; the first page has an empty address."""
        return [node["a"].get("href", "") for node in self.find("a")]

    def rows(self, place: int = 0) -> list[list[str]]:
        """The cells of a table of the page."""
        table = self.find("table")[place]
        lines = [node for node in nodes_of(table) if node["t"] == "tr"][1:]
        return [[text_of(cell) for cell in line["n"]] for line in lines]

    @property
    def focus(self) -> list[str]:
        """The ids that the page scrolls to."""
        return [data["focus"] for data in self.sent("markup") if data["focus"]]

    @property
    def beside(self) -> str:
        """What is open in the panel beside the page, as "claim:A04"; empty if nothing is."""
        return str(self.panel["opened"])

    @property
    def panel(self) -> dict[str, Any]:
        """What the browser gets of the panel besides the words in it."""
        return self.sent("panel")[0]

    @property
    def figures(self) -> list[dict[str, Any]]:
        """The charts, as plotly gets them."""
        return [json.loads(chart["figure"]) for chart in self.charts]

    @property
    def charts(self) -> list[dict[str, Any]]:
        """What the browser gets of each chart: the figure, its alternative text, and what the camera gives."""
        return self.sent("chart")

    def sent(self, component: str) -> list[dict[str, Any]]:
        """What the browser gets of each component of ours of that name, in reading order."""
        all_of_them = [element.proto for element in self.app.get("bidi_component")]
        return [json.loads(proto.json) for proto in all_of_them if proto.component_name == f"barrelwatch.{component}"]

    @property
    def markdown(self) -> list[str]:
        """Every text that goes to a place where Streamlit reads Markdown."""
        found = [text for block in (self.app.main, self.app.sidebar) for text in _markdown_of(block)]
        titles = [str(page["page_name"]) for page in self.app._registered_pages.values()]
        return found + titles


def text_of(node: Node | str) -> str:
    """The words of a node and all below it."""
    return node if isinstance(node, str) else "".join(text_of(child) for child in node["n"])


def nodes_of(node: Node | str) -> Iterator[Node]:
    """A node and all below it."""
    if isinstance(node, str):
        return
    yield node
    for child in node["n"]:
        yield from nodes_of(child)


def _markdown_of(element: Any) -> Iterator[str]:
    proto = getattr(element, "proto", None)
    for message in (proto, getattr(proto, "expandable", None)):
        for field in READS_MARKDOWN:
            text = getattr(message, field, "")
            if isinstance(text, str) and text:
                yield text
    for child in getattr(element, "children", {}).values():
        yield from _markdown_of(child)
