"""Bullet rows: every series on one fixed linear axis with the limit as a line; a series without a number says so."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from components.figures.furniture import Look, Words, blank, label, safe, stand_alone
from components.theme import number, quantity

SCALE = 3  # times the limit
ROW = 74
BAR = 0.26
MOST_ROWS = 30
SIDES = {"wide": (190, 190), "medium": (120, 170), "narrow": (12, 14)}


@dataclass(frozen=True)
class BulletWords:
    """What stands beside the bars: name and unit of the limit, and a line for each row and each absent series."""

    limit_name: str
    unit: str
    notes: tuple[str, ...]
    absent: tuple[tuple[str, str], ...] = ()


def bullet(rows: pd.DataFrame, limit_volume: float, words: Words, beside: BulletWords, look: Look) -> go.Figure:
    """One row for each comparable row of a barrels frame, then one empty row for each series that is absent."""
    figure = blank(look)
    shown = rows.head(MOST_ROWS)
    count = len(shown) + len(beside.absent)
    full = SCALE * limit_volume
    _ground(figure, count, limit_volume, beside, look)
    for place, (_, row) in enumerate(shown.iterrows()):
        _row(figure, count - 1 - place, row, full, beside.notes[place], look)
    for place, (series, why) in enumerate(beside.absent):
        level = count - 1 - len(shown) - place
        _name(figure, level, f"<b>{safe(series)}</b>", "", look)
        anchor = (full * 0.012 if look.width == "wide" else limit_volume * 1.05, level)
        label(figure, safe(why), anchor, look.small + 0.5, look.palette.secondary, ("left", "middle"))
    _limit_line(figure, count, limit_volume, beside, look)
    left, right = SIDES[look.width]
    figure.update_xaxes(range=[0, full])
    figure.update_yaxes(range=[-0.85, count - 0.5 + 0.45])
    return stand_alone(figure, words, look, ROW * (count + 0.8), (left, right))


def _ground(figure: go.Figure, count: int, limit_volume: float, beside: BulletWords, look: Look) -> None:
    palette, top = look.palette, count - 0.5
    for start, end, colour in ((0, 1, palette.within), (1, SCALE, palette.beyond)):
        figure.add_shape(
            type="rect", x0=start * limit_volume, x1=end * limit_volume, y0=-0.5, y1=top, fillcolor=colour,
            line_width=0, layer="below",
        )  # fmt: skip
    for times in range(SCALE + 1):
        text = number(times * limit_volume) + (
            f"<br>{times}× {safe(beside.limit_name)}" if times and not look.narrow else ""
        )
        anchor = {0: "left", SCALE: "right"}.get(times, "center") if look.narrow else "center"
        if not (look.narrow and times == 2):
            label(figure, text, (times * limit_volume, -0.54), look.small, palette.secondary, (anchor, "top"))


def _limit_line(figure: go.Figure, count: int, limit_volume: float, beside: BulletWords, look: Look) -> None:
    palette, top = look.palette, count - 0.5
    for colour, thick in ((palette.paper, 9), (palette.limit, 5)):
        figure.add_shape(
            type="line", x0=limit_volume, x1=limit_volume, y0=-0.5, y1=top + 0.1, line={"color": colour, "width": thick}
        )
    name = f"<b>{safe(beside.limit_name)} {number(limit_volume)}</b> a year"
    label(figure, name, (limit_volume, top + 0.12), look.text, palette.limit, ("center", "bottom"))


def _row(figure: go.Figure, level: int, row: pd.Series, full: float, note: str, look: Look) -> None:
    ink = look.palette.ink
    bounded = row["operator"] in ("<", "<=", "range")
    solid = row["low"] if bounded else row["volume"]
    solid = min(solid, full)
    figure.add_shape(type="rect", x0=0, x1=solid, y0=level - BAR, y1=level + BAR, fillcolor=ink, line_width=0)
    if bounded and np.isfinite(row["high"]):
        figure.add_shape(
            type="rect", x0=solid, x1=min(row["high"], full), y0=level - BAR, y1=level + BAR,
            line={"color": ink, "width": 2, "dash": "dot"},
        )  # fmt: skip
    if row["operator"] in (">", ">=") and solid < full * 0.9:
        spread = full if look.width == "wide" else full * 1.6
        for place in range(3):
            _chevron(figure, solid + spread * (0.012 + 0.018 * place), level, spread, look)
    claims = ", ".join(row["claim_ids"])
    value = quantity(row["operator"], row["volume"], row["high"])
    past = " ▶ past the scale" if max(row["volume"], row["high"] if np.isfinite(row["high"]) else 0) > full else ""
    _name(
        figure, level, f"<b>{safe(row['series'].capitalize())}</b>", f"Document {safe(row['document'])}, {claims}", look
    )
    _value(figure, level, f"<b>{safe(value)}</b>{past}", safe(note), full, look)
    _click_target(figure, level, solid, f"{value} [{claims}]<br>Click for the words", claims, look)


def _name(figure: go.Figure, level: int, name: str, detail: str, look: Look) -> None:
    if look.narrow:
        text = f"{name} {detail}".strip()
        label(figure, text, (0, level + BAR + 0.03), look.small, look.palette.ink, ("left", "bottom"), (2, 0))
        figure.layout.annotations[-1].bgcolor = look.palette.paper  # the limit's line runs behind it
        return
    text = name + (f"<br><span style='font-size:{look.small}px'>{detail}</span>" if detail else "")
    label(figure, text, (0, level), look.text, look.palette.ink, ("right", "middle"), (-12, 0))


def _value(figure: go.Figure, level: int, value: str, note: str, full: float, look: Look) -> None:
    if look.narrow:
        label(figure, value, (full, level + BAR + 0.03), look.small, look.palette.ink, ("right", "bottom"), (-2, 0))
        return
    text = f"{value}<br><span style='font-size:{look.small}px'>{note}</span>"
    label(figure, text, (full, level), look.text, look.palette.ink, ("left", "middle"), (12, 0))


def _click_target(figure: go.Figure, level: int, reach: float, text: str, claims: str, look: Look) -> None:
    hidden = {"marker": {"opacity": 0}}
    x = np.linspace(0, max(reach, 1.0), 12)
    figure.add_scatter(
        x=x,
        y=[level] * len(x),
        mode="markers",
        marker={"size": 40, "opacity": 0, "color": look.palette.ink},
        selected=hidden,
        unselected=hidden,
        customdata=[[claims]] * len(x),
        text=[text] * len(x),
        hoverinfo="text",
    )


def _chevron(figure: go.Figure, at: float, level: int, spread: float, look: Look) -> None:
    figure.add_scatter(
        x=[at, at + spread * 0.011, at],
        y=[level + BAR * 0.9, level, level - BAR * 0.9],
        mode="lines",
        line={"color": look.palette.ink, "width": 5 if look.width == "wide" else 3},
        hoverinfo="skip",
    )
