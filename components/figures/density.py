"""The timeline of very many events: how many fell in each month, lane by lane; single events come with a filter."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from components.figures.canvas import Canvas, Look
from components.figures.furniture import Words, safe, stand_alone
from components.theme import LANE_SIGNS
from data.case import Lane

LANE_HEIGHT = 84
BAR_WIDTH = 26 * 86_400_000  # milliseconds: a little less than a month


def density(rows: pd.DataFrame, lanes: Sequence[Lane], words: Words, look: Look) -> go.Figure:
    """Counts of the events that lie within one month, one band a lane; the others belong to no month."""
    canvas = Canvas(look)
    dated = rows[within_a_month(rows)]
    months = dated["earliest"].dt.to_period("M").dt.to_timestamp()
    counts = dated.groupby([dated["lane"], months]).size()
    present = set(dated["lane"])
    shown = [(place, lane) for place, lane in enumerate(lanes) if lane.id in present]
    for level, (place, lane) in enumerate(reversed(shown)):
        _band(canvas, pd.Series(counts.xs(lane.id)), int(counts.max()), lane, place, level)
    canvas.xaxis |= {
        "visible": True,
        "type": "date",
        "gridcolor": look.palette.grid,
        "tickfont": {"size": look.small, "color": look.palette.secondary},
    }
    canvas.yaxis |= {"range": [0, max(len(shown), 1)]}
    return stand_alone(canvas, words, LANE_HEIGHT * max(len(shown), 1), (12, 12))


def within_a_month(rows: pd.DataFrame) -> pd.Series:
    """True for each event of a timeline frame whose every possible day lies in one month."""
    first, last = rows["earliest"].dt.to_period("M"), rows["latest"].dt.to_period("M")
    within: pd.Series = (first == last) & rows["earliest"].notna() & rows["latest"].notna()
    return within


def _band(canvas: Canvas, counts: pd.Series, most: int, lane: Lane, place: int, level: int) -> None:
    look = canvas.look
    colour = look.palette.lanes[place % len(look.palette.lanes)]
    canvas.traces.append(
        {
            "type": "bar",
            "x": list(counts.index),
            "y": list(counts / most * 0.82),
            "base": level,
            "width": BAR_WIDTH,
            "marker": {"color": colour},
            "hovertext": [f"{count:,} events in {month:%B %Y}" for month, count in counts.items()],
            "hoverinfo": "text",
            "textposition": "none",
        }
    )
    text = f"<b>{LANE_SIGNS[place % len(LANE_SIGNS)]} {safe(lane.title)}</b>  {int(counts.sum()):,}"
    canvas.text(text, (0, level + 0.98), look.text, colour, ("left", "top"), xref="paper")
