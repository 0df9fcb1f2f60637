"""The timeline of very many events: how many began in each month, lane by lane; single events come with a filter."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from components.figures.furniture import Look, Words, blank, safe, stand_alone
from components.theme import LANE_SIGNS
from data.case import Lane

LANE_HEIGHT = 84


def density(rows: pd.DataFrame, lanes: Sequence[Lane], words: Words, look: Look) -> go.Figure:
    """Counts of a timeline frame's events by month of their earliest day, one band a lane."""
    figure = blank(look)
    dated = rows.dropna(subset=["earliest"])
    months = dated["earliest"].dt.to_period("M").dt.to_timestamp()
    counts = dated.groupby([dated["lane"], months]).size()
    shown = [(place, lane) for place, lane in enumerate(lanes) if lane.id in set(dated["lane"])]
    most = int(counts.max()) if len(counts) else 1
    for level, (place, lane) in enumerate(reversed(shown)):
        of_lane = pd.Series(counts.xs(lane.id))
        figure.add_bar(
            x=of_lane.index,
            y=of_lane.to_numpy() / most * 0.86,
            base=level,
            width=26 * 86_400_000,
            marker={"color": look.palette.lanes[place % len(look.palette.lanes)]},
            hovertext=[f"{count:,} events in {month:%B %Y}" for month, count in of_lane.items()],
            hoverinfo="text",
            textposition="none",
        )
        figure.add_annotation(
            text=f"<b>{LANE_SIGNS[place % len(LANE_SIGNS)]} {safe(lane.title)}</b>  {int(of_lane.sum()):,}",
            xref="paper", x=0, y=level + 0.97, xanchor="left", yanchor="top", showarrow=False,
            font={"size": look.text, "color": look.palette.lanes[place % len(look.palette.lanes)]},
        )  # fmt: skip
    figure.update_xaxes(
        visible=True,
        type="date",
        gridcolor=look.palette.grid,
        tickfont={"size": look.small, "color": look.palette.secondary},
    )
    figure.update_yaxes(range=[0, max(len(shown), 1)])
    return stand_alone(figure, words, look, LANE_HEIGHT * max(len(shown), 1), (12, 12))
