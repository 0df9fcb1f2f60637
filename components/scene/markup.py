"""The markup that labels are written in, as lines of runs: what plotly reads, no more of it than this house writes."""

import re
from html.parser import HTMLParser
from typing import NamedTuple

STYLE = re.compile(r"(font-size|color):([^;]+)")


class Piece(NamedTuple):
    """Letters of one look; size in pixels and colour are None where they are those of the label."""

    text: str
    bold: bool = False
    colour: str | None = None
    size: float | None = None


def lines_of(markup: str) -> list[list[Piece]]:
    """The lines of a label in pieces; an empty line has none."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return reader.lines


class _Reader(HTMLParser):
    """Tags open a look and close it again; letters take the look that is open."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[list[Piece]] = [[]]
        self._looks = [Piece("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.lines.append([])
            return
        look = self._looks[-1]._replace(bold=self._looks[-1].bold or tag == "b")
        for name, value in STYLE.findall(dict(attrs).get("style") or ""):
            size = float(value.removesuffix("px")) if name == "font-size" else look.size
            look = look._replace(size=size, colour=value if name == "color" else look.colour)
        self._looks.append(look)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        if len(self._looks) > 1:
            self._looks.pop()

    def handle_data(self, data: str) -> None:
        self.lines[-1].append(self._looks[-1]._replace(text=data))
