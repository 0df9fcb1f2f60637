"""Tables of what is cited or quoted, by date, and the links from them to dossiers; narrow, each row is a card."""

from collections.abc import Sequence

from components.nodes.cited import Parts
from components.nodes.node import Node, column_head, link_within, node, table_of

DOSSIER_PAGE = "dossier"


def dossier_link(of: str, label: str, words: str = "") -> Node:
    """The way to the dossier of a vessel, a port, a speaker or an origin; `words` chose the list that it stands in."""
    return link_within(DOSSIER_PAGE, label, of=of, **({"words": words} if words else {}))


def records_table(heads: Sequence[str], body: Sequence[Node], label: str) -> Node:
    """A table of rows of `table_row` under the same heads."""
    return table_of(map(column_head, heads), body, "records dated", label)


def table_row(heads: Sequence[str], cells: Sequence[Parts], cls: str = "") -> Node:
    """A row, each cell under its head."""
    parts = [node("td", *cell, role="cell", data_head=head) for head, cell in zip(heads, cells, strict=True)]
    return node("tr", *parts, role="row", cls=cls)
