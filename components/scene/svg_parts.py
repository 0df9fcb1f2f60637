"""Strokes and words of an image, given in inches, written as SVG in hundredths of an inch."""

import re
from collections.abc import Iterable, Sequence
from html import escape

from components.letters import begins_leftward, isolated
from components.scene.text import POINTS_PER_INCH, clean, laid
from components.scene.things import Align, Dash, Place, Point, Run, Text
from data.texts.addresses import web_address

ANCHORS = {"left": "start", "center": "middle", "right": "end"}
DASHES = {"solid": (), "dot": (1, 1), "dash": (4, 3)}  # in widths of the line
PLACE_HERE = re.compile(r"#[A-Za-z0-9._-]+")
BASELINE = 0.93  # of the type size below the top of a line


def units(inches: float) -> str:
    """Hundredths of an inch, as short as they can be written."""
    return f"{inches * 100:.1f}".removesuffix(".0")


def rectangle(place: Place, fill: str, opacity: float = 1.0) -> str:
    x, y, width, height = (units(part) for part in place)
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}"{look_of(fill, "", opacity=opacity)}/>'


def polygon(points: Iterable[Point], look: str) -> str:
    return f'<polygon points="{_corners(points)}"{look}/>'


def polyline(points: Iterable[Point], look: str) -> str:
    return f'<polyline points="{_corners(points)}"{look}/>'


def curve(points: Iterable[Point], colour: str, thick: float) -> str:
    """An open line through points, `thick` in points of type."""
    return polyline(points, look_of("", colour, thick))


def line(start: Point, end: Point, colour: str, thick: float, dash: Dash = "solid") -> str:
    (x, y), (to_x, to_y) = ((units(one), units(other)) for one, other in (start, end))
    return f'<line x1="{x}" y1="{y}" x2="{to_x}" y2="{to_y}"{look_of("", colour, thick, dash)}/>'


def look_of(fill: str, outline: str, thick: float = 1.5, dash: Dash = "solid", opacity: float = 1.0) -> str:
    """Fill and outline as attributes, the opacity that of the fill; nothing for what is empty."""
    told = f' fill="{escape(fill) or "none"}"' + (f' fill-opacity="{opacity:.3g}"' if fill and opacity < 1 else "")
    if outline:
        told += f' stroke="{escape(outline)}" stroke-width="{units(thick / POINTS_PER_INCH)}"'
        if dash != "solid":
            parts = " ".join(units(part * thick / POINTS_PER_INCH) for part in DASHES[dash])
            told += f' stroke-dasharray="{parts}"'
    return told


def written(runs: Sequence[Run], at: Point, points: float, align: Align = "left", turned: bool = False) -> str:
    """One line of text, `at` its baseline; turned a quarter to the left, it reads upward from there."""
    if not any(run.text.strip() for run in runs):
        return ""
    x, y = (units(part) for part in at)
    turn = f' transform="rotate(-90 {x} {y})"' if turned else ""
    anchor = f' text-anchor="{ANCHORS[align]}"' if align != "left" else ""
    spaced = ' xml:space="preserve"' if "  " in "".join(run.text for run in runs) else ""
    spans = "".join(_span(run, points) for run in runs)
    return f'<text x="{x}" y="{y}"{anchor}{turn}{spaced}>{spans}</text>'


def words_in(box: Text) -> str:
    """The words of a text box, broken into lines as the slide breaks them."""
    return "".join(
        written(runs, (x, top + size * BASELINE / POINTS_PER_INCH), box.points, box.align)
        for runs, size, (x, top) in laid(box)
    )


def place_here(link: str) -> str:
    """A link to a place of the same page; empty if it is another one."""
    return link if PLACE_HERE.fullmatch(link) else ""


def _corners(points: Iterable[Point]) -> str:
    return " ".join(f"{units(x)},{units(y)}" for x, y in points)


def _span(run: Run, points: float) -> str:
    """A run in its look; it is a link where it leads on the web or to a place of this page, and nowhere else."""
    bold = ' font-weight="bold"' if run.bold else ""
    address = place_here(run.link) or web_address(clean(run.link))
    underlined = ' text-decoration="underline"' if address else ""
    leftward = ' direction="rtl" unicode-bidi="isolate"' if begins_leftward(run.text) else ""
    look = f' font-size="{units((run.points or points) / POINTS_PER_INCH)}" fill="{escape(run.colour)}"'
    words = escape(isolated(clean(run.text)), quote=False)
    span = f"<tspan{look}{bold}{underlined}{leftward}>{words}</tspan>"
    return f'<a href="{escape(address)}">{span}</a>' if address else span
