"""The gauge: a half dial from nothing to three times the limit, with no needle, because no single number is known."""

import textwrap
from dataclasses import dataclass
from math import cos, pi, sin

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from components.figures.furniture import NOMINAL_WIDTH, Look, Words, blank, label, safe, stand_alone
from components.theme import number, quantity

SCALE = 3  # times the limit, fixed: the limit never moves, whatever the value
TRACK = (0.80, 1.00)
ARC = (0.855, 0.945)
LIMIT_LINE = (0.72, 1.09)
CHEVRONS = 3
HERO_SIZE = {"wide": 62, "medium": 42, "narrow": 27}
HEIGHT = {"wide": 0.40, "medium": 0.54, "narrow": 0.66}  # of the least width
SCOPE_CHARACTERS = 58


@dataclass(frozen=True)
class DialWords:
    """What stands on the dial besides the number, in the words of the case."""

    limit_name: str
    limit_product: str
    unit: str
    standing: str
    scope: str = ""
    empty: str = ""


def dial(row: pd.Series | None, limit_volume: float | None, words: Words, on_dial: DialWords, look: Look) -> go.Figure:
    """The gauge for one row of a barrels frame; without a row that can be compared, an empty track and words.

    The arc is proportional from 0 to three times the limit; a value past that says so. A floor ends in chevrons, the
    uncertain part of an upper bound or a range is an outline.
    """
    figure = blank(look)
    _track(figure, look)
    comparable = row is not None and limit_volume is not None and bool(row["comparable"])
    if row is not None and limit_volume is not None and comparable:
        _reported(figure, row, limit_volume, look)
    if limit_volume is not None:
        past_the_end = row is not None and comparable and _reach(row) > SCALE * limit_volume
        _limit(figure, limit_volume, on_dial, look)
        _ticks(figure, limit_volume, past_the_end, on_dial, look)
    _centre(figure, row, on_dial, look, comparable)
    if row is not None:
        _click_target(figure, row, on_dial, look)
    height = NOMINAL_WIDTH[look.width] * HEIGHT[look.width]
    side = 1.34 if look.narrow else 1.45
    figure.update_xaxes(range=[-side, side])
    figure.update_yaxes(range=[-0.12, 1.26 if look.narrow else 1.18], scaleanchor="x", constrain="domain")
    return stand_alone(figure, words, look, height, (10, 10))


def _track(figure: go.Figure, look: Look) -> None:
    _ring(figure, 0, 1 / SCALE, TRACK, look.palette.within)
    _ring(figure, 1 / SCALE, 1, TRACK, look.palette.beyond)


def _reported(figure: go.Figure, row: pd.Series, limit_volume: float, look: Look) -> None:
    full = SCALE * limit_volume
    solid = row["low"] if row["operator"] in ("range", "<", "<=") else row["volume"]
    end = min(solid / full, 1.0)
    if end > 0:
        _ring(figure, 0, end, ARC, look.palette.ink)
    if row["operator"] in ("range", "<", "<=") and np.isfinite(row["high"]):
        _ring(figure, end, min(row["high"] / full, 1.0), ARC, None, look.palette.ink)
        end = min(row["high"] / full, 1.0)
    if row["operator"] in (">", ">=") and end < 1:
        for place in range(CHEVRONS):
            _chevron(figure, end + 0.018 + place * 0.027, look)
        angle = pi * (1 - min(end + 0.075, 0.99))
        at = (1.05 * cos(angle), 1.05 * sin(angle))
        label(figure, "or more", at, look.small, look.palette.ink, ("left" if at[0] > -0.3 else "right", "middle"))


def _limit(figure: go.Figure, limit_volume: float, on_dial: DialWords, look: Look) -> None:
    palette, angle = look.palette, pi * (1 - 1 / SCALE)
    ends = (
        [LIMIT_LINE[0] * cos(angle), LIMIT_LINE[1] * cos(angle)],
        [LIMIT_LINE[0] * sin(angle), LIMIT_LINE[1] * sin(angle)],
    )
    for colour, thick in ((palette.paper, 9 if look.narrow else 13), (palette.limit, 4 if look.narrow else 6)):
        figure.add_scatter(x=ends[0], y=ends[1], mode="lines", line={"color": colour, "width": thick}, hoverinfo="skip")
    at = (LIMIT_LINE[1] * cos(angle), LIMIT_LINE[1] * sin(angle))
    name, product = f"<b>{safe(on_dial.limit_name)} {number(limit_volume)}</b>", safe(on_dial.limit_product)
    anchor = ("right", "bottom") if look.width == "wide" else ("center", "bottom")
    product = f"<br>{product} a year" if look.width == "wide" else ""
    label(figure, name + product, at, look.text, palette.limit, anchor, (0, 6))


def _ticks(figure: go.Figure, limit_volume: float, past_the_end: bool, on_dial: DialWords, look: Look) -> None:
    for times in (0, 2, SCALE):
        angle = pi * (1 - times / SCALE)
        x, y = [1.02 * cos(angle), 1.05 * cos(angle)], [1.02 * sin(angle), 1.05 * sin(angle)]
        figure.add_scatter(x=x, y=y, mode="lines", line={"color": look.palette.ticks, "width": 2}, hoverinfo="skip")
        text = number(times * limit_volume) + (f"<br>{times}× {safe(on_dial.limit_name)}" if times else "")
        if times == 2:
            at = (1.07 * cos(angle), 1.07 * sin(angle))
            label(figure, text, at, look.small, look.palette.secondary, ("left", "bottom"))
            continue
        if times == SCALE and past_the_end:
            text += f"<br><b style='color:{look.palette.ink}'>▼ value lies past the scale</b>"
        # Under the ends of the track, where a narrow window still has room.
        label(figure, text, (0.9 * cos(angle), 0), look.small, look.palette.secondary, ("center", "top"), (0, -8))


def _reach(row: pd.Series) -> float:
    """The largest number that a row names."""
    return float(row["high"]) if np.isfinite(row["high"]) else float(row["volume"])


def _centre(figure: go.Figure, row: pd.Series | None, on_dial: DialWords, look: Look, comparable: bool) -> None:
    palette = look.palette
    if row is None:
        first, *rest = on_dial.empty.split("\n")
        room = 26 if look.narrow else 60
        lines = [f"<b>{safe(line)}</b>" for line in textwrap.wrap(first, room)]
        lines += [safe(line) for entry in rest for line in textwrap.wrap(entry, room)]
        label(figure, "<br>".join(lines), (0, 0.34), look.text, palette.ink)
        return
    hero = quantity(row["operator"], row["volume"], row["high"])
    size = HERO_SIZE[look.width] * min(1.0, 12 / len(hero))
    label(figure, f"<b>{safe(hero)}</b>", (0, 0.40), size, palette.ink)
    unit = f"{on_dial.unit} reported"
    if look.width != "wide":
        lines = textwrap.wrap(on_dial.standing, 22) if comparable else [unit]
        text = "<br>".join(f"<b>{safe(line)}</b>" for line in lines)
        label(figure, text, (0, 0.24), look.small if look.narrow else look.text, palette.ink, ("center", "top"))
        return
    text = f"{safe(unit)}: <b>{safe(on_dial.standing)}</b>" if comparable else safe(unit)
    label(figure, text, (0, 0.22), look.text + 2, palette.ink)
    scope = "<br>".join(safe(line) for line in textwrap.wrap(on_dial.scope, SCOPE_CHARACTERS))
    label(figure, scope, (0, 0.14), look.small + 1, palette.secondary, ("center", "top"))


def _click_target(figure: go.Figure, row: pd.Series, on_dial: DialWords, look: Look) -> None:
    """Points nobody sees, over the number and along the arc: a click on them opens the words."""
    share = min(max(row["volume"], 0) / (SCALE * row["limit_volume"]), 1.0) if row["comparable"] else 0.0
    angles = [pi * (1 - share * step / 8) for step in range(1, 9)]
    middle = sum(ARC) / 2
    spread = 0.13 if look.width == "wide" else 0.22
    x = [-2 * spread, -spread, 0, spread, 2 * spread, *(middle * cos(angle) for angle in angles)]
    y = [0.40] * 5 + [middle * sin(angle) for angle in angles]
    claims = ", ".join(row["claim_ids"])
    value = quantity(row["operator"], row["volume"], row["high"])
    text = f"{value} {safe(on_dial.unit)} [{claims}]<br>Click for the words"
    hidden = {"marker": {"opacity": 0}}
    figure.add_scatter(
        x=x,
        y=y,
        mode="markers",
        marker={"size": 44, "color": look.palette.ink, "opacity": 0},
        selected=hidden,
        unselected=hidden,
        customdata=[[claims]] * len(x),
        text=[text] * len(x),
        hoverinfo="text",
    )


def _ring(
    figure: go.Figure,
    start: float,
    end: float,
    radii: tuple[float, float],
    fill: str | None,
    outline: str | None = None,
) -> None:
    """A piece of a ring between two shares of the dial, 0 on the left and 1 on the right."""
    angles = np.pi * (1 - np.linspace(start, end, max(3, round(120 * (end - start)) + 2)))
    x = np.concatenate([radii[1] * np.cos(angles), radii[0] * np.cos(angles[::-1])])
    y = np.concatenate([radii[1] * np.sin(angles), radii[0] * np.sin(angles[::-1])])
    figure.add_scatter(
        x=np.append(x, x[0]).round(4),
        y=np.append(y, y[0]).round(4),
        mode="lines",
        fill="toself" if fill else "none",
        fillcolor=fill,
        line={"color": outline or fill, "width": 2 if outline else 0, "dash": "dot" if outline else "solid"},
        hoverinfo="skip",
    )


def _chevron(figure: go.Figure, share: float, look: Look) -> None:
    """A V along the arc that points onward: the number is a floor."""
    middle, half = sum(ARC) / 2, (ARC[1] - ARC[0]) / 2
    back, tip = pi * (1 - share), pi * (1 - share - 0.016)
    points = [((middle + half), back), (middle, tip), ((middle - half), back)]
    figure.add_scatter(
        x=[radius * cos(angle) for radius, angle in points],
        y=[radius * sin(angle) for radius, angle in points],
        mode="lines",
        line={"color": look.palette.ink, "width": 3 if look.narrow else 6},
        hoverinfo="skip",
    )
