"""Nodes on the page: the browser builds them with textContent, never from HTML."""

from components.nodes.node import Node
from components.widgets.mounted.component import Component

_COMPONENT = Component("markup", '<div class="root"></div>')


def show(*nodes: Node, key: str, focus: str = "") -> None:
    """Put nodes on the page; the element whose `id` is `focus` is scrolled into view."""
    _COMPONENT(data={"nodes": list(nodes), "focus": focus}, key=key)
