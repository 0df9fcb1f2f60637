"""Text from documents, safely: a tree of nodes, which the page builds with textContent and a file writes escaped.

Tags, classes and link targets are chosen here by code; whatever comes from a document, a URL or a curator can only
become the text between them. The lit document, the evidence card, the comparison and the tables are such trees.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Literal
from urllib.parse import urlencode

from components.letters import pieces

Tag = Literal[
    "div", "section", "p", "span", "strong", "small", "mark", "a", "blockquote", "ul", "li", "dl", "dt", "dd",
    "h2", "h3", "table", "caption", "thead", "tbody", "tr", "th", "td", "details", "summary", "button",
    "svg", "path",
]  # fmt: skip
Node = dict[str, Any]
Filters = Mapping[str, str | list[str]]  # of a page, as a link to it keeps them


def node(tag: Tag, *children: Node | str, cls: str = "", **attributes: str) -> Node:
    """One element with text and elements in it; underscores in attribute names become hyphens."""
    attrs = {_hyphened(key): value for key, value in attributes.items() if value} if attributes else {}
    within: list[Node | str] = []
    for child in children:
        if isinstance(child, str) and not child.isascii():
            within += _apart(child)
        else:
            within.append(child)
    return {"t": tag, "c": cls, "a": attrs, "n": within}


@cache  # code has chosen the names: there are a few dozen
def _hyphened(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _apart(words: str) -> list[Node | str]:
    """A text as it is, but what runs leftward in it in elements of its own; the text stays what it was."""
    return [{"t": "bdi", "c": "", "a": {}, "n": [text]} if apart else text for text, apart in pieces(words)]


def described(entries: Iterable[tuple[str, Sequence[Node | str]]]) -> list[Node]:
    """Terms, and what is told of each, for a list of descriptions."""
    return [part for term, told in entries for part in (node("dt", term), node("dd", *told))]


def rows_or_none(items: Sequence[Node], none: str) -> Node:
    """Lines as a list, or the quiet sentence that says that there is none."""
    return node("ul", *items, cls="rows") if items else node("p", none, cls="quiet")


def column_head(*parts: Node | str) -> Node:
    """The head of a column."""
    return node("th", *parts, scope="col", role="columnheader")


def table_of(heads: Iterable[Node], rows: Iterable[Node], cls: str, label: str, caption: str = "") -> Node:
    """A table that says its roles itself: a style that makes cards of its rows would take them away."""
    return node(
        "table",
        *([node("caption", caption)] if caption else []),
        node("thead", node("tr", *heads, role="row"), role="rowgroup"),
        node("tbody", *rows, role="rowgroup"),
        cls=cls,
        role="table",
        aria_label=label,
    )


def scrolled(table: Node, label: str) -> Node:
    """A table that can be scrolled sideways, with the keyboard too."""
    return node("div", table, cls="scroll", tabindex="0", role="region", aria_label=label)


def link_within(page: str, label: str, cls: str = "", describe: str = "", **query: str | list[str]) -> Node:
    """A link to another page of this app that keeps the browser's way back."""
    address = f"{page}?{urlencode(query, doseq=True)}" if query else page
    return node("a", label, cls=cls, href=address, data_within="yes", aria_label=describe, title=describe)


def opening(link: Node, name: str) -> Node:
    """The link as one whose plain click opens what it names in the panel beside the page that it stands on.

    `name` is the query parameter that names it. In a new tab, or without the panel, the link leads where it says.
    """
    return link | {"a": link["a"] | {"data-opens": name}}


def copier(anchor: str, label: str) -> Node:
    """A button that copies the words of the element with an `id` beside it."""
    return node("button", label, cls="copy", data_copy=anchor)


def link_down(anchor: str, label: str) -> Node:
    """A link to a header of this page, by its anchor."""
    return node("a", label, href=f"#{anchor}")


def link_outside(address: str, label: str) -> Node | str:
    """A link to a web address in a new tab; any other address stays text."""
    if not address.startswith(("https://", "http://")):
        return label
    return node("a", label, href=address, target="_blank", rel="noopener noreferrer")
