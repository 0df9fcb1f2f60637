"""What every figure needs to stand alone in a screenshot: title, subtitle, source line, and safe text."""

import textwrap
from dataclasses import dataclass
from html import escape

import plotly.graph_objects as go

from components.figures.canvas import Canvas

# The least room a figure of that name may get; a wider window only gives it air.
NOMINAL_WIDTH = {"wide": 1_080, "medium": 600, "narrow": 330}
TITLE_SIZE = {"wide": 25, "medium": 22, "narrow": 18}
NAME_ON_TICKS = 16
LINE_HEIGHT = 1.32
MEAN_GLYPH = 0.51  # of the type size, Inter, English text; bold runs a little wider
BOLD_GLYPH = 0.56


@dataclass(frozen=True)
class Words:
    """The sentences of a figure: its finding, what it shows, and where it comes from (one entry a line)."""

    title: str
    subtitle: str = ""
    source: tuple[str, ...] = ()


def safe(text: str) -> str:
    """Text from outside as plotly may show it: its own tags and entities spelled out."""
    return escape(text, quote=False).replace("\n", " ")


def pixels(text: str, size: float, bold: bool = False) -> float:
    """About how wide a text is drawn; good enough to keep labels apart."""
    return len(text) * size * (BOLD_GLYPH if bold else MEAN_GLYPH)


def on_ticks(limit_name: str) -> str:
    """What a limit is called beside a tick: its name, or just "limit" if that is too long to stand there."""
    return safe(limit_name) if len(limit_name) <= NAME_ON_TICKS else "limit"


def stand_alone(canvas: Canvas, words: Words, plot_height: float, sides: tuple[float, float]) -> go.Figure:
    """The figure with title, subtitle and source line around a plot of a height; `sides` are its outer margins."""
    look = canvas.look
    room, title_size = NOMINAL_WIDTH[look.width] - 8, TITLE_SIZE[look.width]
    title = [f"<b>{line}</b>" for line in _wrapped(words.title, title_size, room, bold=True)]
    subtitle = _wrapped(words.subtitle, look.text, room) if words.subtitle else []
    source = [line for entry in words.source for line in _wrapped(entry, look.small, room)]
    title_height = len(title) * title_size * LINE_HEIGHT
    top = 14 + title_height + len(subtitle) * look.text * LINE_HEIGHT + 12
    bottom = 14 + len(source) * look.small * LINE_HEIGHT + 8
    left = 2 - sides[0]
    ink, secondary = look.palette.ink, look.palette.secondary
    for lines, size, colour, y, shift in (
        (title, title_size, ink, 1, top - 10),
        (subtitle, look.text, secondary, 1, top - 12 - title_height),
        (source, look.small, secondary, 0, -14),
    ):
        if lines:
            text = "<br>".join(lines)
            canvas.text(text, (0, y), size, colour, ("left", "top"), (left, shift), xref="paper", yref="paper")
    return canvas.figure(
        height=round(top + plot_height + bottom), margin={"l": sides[0], "r": sides[1], "t": top, "b": bottom, "pad": 0}
    )


def _wrapped(text: str, size: float, room: float, bold: bool = False) -> list[str]:
    characters = max(12, int(room / pixels("x", size, bold)))
    return [safe(line) for line in textwrap.wrap(text, characters)] or [""]
