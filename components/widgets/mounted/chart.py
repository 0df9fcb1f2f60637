"""A figure on the page, drawn by plotly's basic bundle: a quarter of what Streamlit's own chart brings along."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from components.widgets.mounted.component import Component

if TYPE_CHECKING:  # a page without a chart does without plotly
    import plotly.graph_objects as go

_COMPONENT = Component("chart", '<div class="chart"></div>', styled=True, isolated=False)


class Written(NamedTuple):
    """A finished figure as the browser gets it, and its size in pixels; without a width it is as wide as its place."""

    figure: str
    width: int | None
    height: int


def written(figure: "go.Figure") -> Written:
    """A figure written once for everybody who will look at it."""
    return Written(figure.to_json(validate=False), figure.layout.width, figure.layout.height)


def show(drawn: Written, key: str, alt: str, camera: dict[str, object], on_click: Callable[[], None]) -> None:
    """A figure with alternative text, and with what the camera gives.

    A click on a mark calls `on_click`, where `state.clicked(key)` tells the first of its custom data.
    """
    data = {"figure": drawn.figure, "alt": alt, "camera": camera}
    _COMPONENT(data=data, key=key, on_clicked_change=on_click)


def fetch(key: str) -> None:
    """Let the browser fetch what draws figures; nothing is seen of it."""
    _COMPONENT(key=key)
