"""What every figure needs to stand alone in a screenshot: title, subtitle, source line, and safe text."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

import plotly.graph_objects as go

from components.theme import FONT, Palette, Width

# The least room a figure of that name may get; a wider window only gives it air.
NOMINAL_WIDTH = {"wide": 1_080, "medium": 600, "narrow": 330}
TITLE_SIZE = {"wide": 25, "medium": 22, "narrow": 18}
TEXT_SIZE = {"wide": 15, "medium": 14, "narrow": 13}
SMALL_SIZE = {"wide": 12.5, "medium": 12, "narrow": 11.5}
LINE_HEIGHT = 1.32
MEAN_GLYPH = 0.51  # of the type size, Inter, English text; bold runs a little wider
BOLD_GLYPH = 0.56


@dataclass(frozen=True)
class Look:
    """How a figure is drawn: whose colours, for which width of window."""

    palette: Palette
    width: Width = "wide"

    @property
    def narrow(self) -> bool:
        return self.width == "narrow"

    @property
    def text(self) -> float:
        return TEXT_SIZE[self.width]

    @property
    def small(self) -> float:
        return SMALL_SIZE[self.width]


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


def blank(look: Look) -> go.Figure:
    """A figure with our paper, type and no axes."""
    figure = go.Figure()
    figure.update_layout(
        template="none",
        paper_bgcolor=look.palette.paper,
        plot_bgcolor=look.palette.paper,
        font={"family": FONT, "size": look.text, "color": look.palette.ink},
        showlegend=False,
        dragmode=False,
        hoverlabel={
            "bgcolor": look.palette.paper,
            "bordercolor": look.palette.ticks,
            "font": {"family": FONT, "size": look.text, "color": look.palette.ink},
            "align": "left",
        },
        hovermode="closest",
    )
    figure.update_xaxes(visible=False, fixedrange=True)
    figure.update_yaxes(visible=False, fixedrange=True)
    return figure


def stand_alone(
    figure: go.Figure, words: Words, look: Look, plot_height: float, sides: tuple[float, float]
) -> go.Figure:
    """Put title, subtitle and source line around a plot of the given height; `sides` are the left and right margins."""
    room = NOMINAL_WIDTH[look.width] - 8
    title = _wrapped(words.title, TITLE_SIZE[look.width], room, bold=True)
    subtitle = _wrapped(words.subtitle, look.text, room) if words.subtitle else []
    source = [line for entry in words.source for line in _wrapped(entry, look.small, room)]
    title_height = len(title) * TITLE_SIZE[look.width] * LINE_HEIGHT
    top = 14 + title_height + len(subtitle) * look.text * LINE_HEIGHT + 12
    bottom = 14 + len(source) * look.small * LINE_HEIGHT + 8
    left, right = sides
    ink, secondary = look.palette.ink, look.palette.secondary
    _line_up(figure, _bold(title), TITLE_SIZE[look.width], ink, (0, 1), (2 - left, top - 10))
    if subtitle:
        _line_up(figure, subtitle, look.text, secondary, (0, 1), (2 - left, top - 12 - title_height))
    if source:
        _line_up(figure, source, look.small, secondary, (0, 0), (2 - left, -14))
    figure.update_layout(
        height=round(top + plot_height + bottom), margin={"l": left, "r": right, "t": top, "b": bottom, "pad": 0}
    )
    return figure


def label(
    figure: go.Figure,
    text: str,
    place: tuple[float | date, float],
    size: float,
    colour: str,
    anchor: tuple[str, str] = ("center", "middle"),
    shift: tuple[float, float] = (0, 0),
) -> None:
    """Write a line of safe text at a place of the plot."""
    figure.add_annotation(
        text=text,
        x=place[0],
        y=place[1],
        showarrow=False,
        xanchor=anchor[0],
        yanchor=anchor[1],
        xshift=shift[0],
        yshift=shift[1],
        align={"left": "left", "right": "right"}.get(anchor[0], "center"),
        font={"size": size, "color": colour},
    )


def _line_up(
    figure: go.Figure,
    lines: Sequence[str],
    size: float,
    colour: str,
    corner: tuple[float, float],
    shift: tuple[float, float],
) -> None:
    figure.add_annotation(
        text="<br>".join(lines),
        xref="paper",
        yref="paper",
        x=corner[0],
        y=corner[1],
        xanchor="left",
        yanchor="top",
        xshift=shift[0],
        yshift=shift[1],
        align="left",
        showarrow=False,
        font={"size": size, "color": colour},
    )


def _wrapped(text: str, size: float, room: float, bold: bool = False) -> list[str]:
    characters = max(12, int(room / pixels("x", size, bold)))
    return [safe(line) for line in textwrap.wrap(text, characters)] or [""]


def _bold(lines: Sequence[str]) -> list[str]:
    return [f"<b>{line}</b>" for line in lines]
