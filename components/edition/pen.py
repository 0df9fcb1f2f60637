"""What the pages of an edition are written with: nodes, sentences, figures, folded parts, tables behind them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from components.edition.pictures import drawn_for
from components.edition.places import Places
from components.edition.written import html, text
from components.nodes.claims import with_chips
from components.nodes.node import Node, node
from components.nodes.tables import Behind, region
from components.scene.canvas import Look
from components.scene.furniture import Scene
from data.models.evidence import Evidence

WHOLE, TABLE = "the CSV of the dashboard, which this file does not hold", "fold table"


class Page(NamedTuple):
    """A page of the edition: the id under which it is reached, its title, and what stands on it as HTML."""

    name: str
    title: str
    body: str


@dataclass(frozen=True)
class Pen:
    """Writes what a page says for one file."""

    places: Places

    @property
    def evidence(self) -> Evidence:
        """The evidence of the file."""
        return self.places.evidence

    def nodes(self, *nodes: Node | str) -> str:
        """Trees of nodes."""
        return html(nodes, self.places.of_link)

    def sentence(self, words: str, cls: str = "") -> str:
        """A sentence whose ids open their words; nothing for an empty one."""
        return self.nodes(node("p", *with_chips(words, self.evidence), cls=cls)) if words else ""

    def head(self, words: str, name: str = "") -> str:
        """The head of a part, with the id under which it is reached."""
        anchor = f' id="{text(name)}"' if name else ""
        return f"<h2{anchor}>{text(words)}</h2>"

    def figure(self, draw: Callable[[Look], Scene], alt: str) -> str:
        """A figure in a column, as wide as the page and as a phone has it."""
        return drawn_for(draw, alt, self.places)

    def folded(self, finding: str, *parts: str, cls: str = "fold", opened: bool = False) -> str:
        """Parts under their finding, which opens them."""
        at_once = " open" if opened else ""
        return f'<details class="{cls}"{at_once}><summary>{text(finding)}</summary>{"".join(parts)}</details>'

    def behind(self, tables: Sequence[Behind]) -> str:
        """The tables behind a figure, folded."""
        return "".join(
            self.folded(f"The table behind it: {one.name}", self.nodes(region(one, self.evidence, WHOLE)), cls=TABLE)
            for one in tables
        )
