"""The gauge: a half dial from nothing to three times the limit, with no needle, because no single number is known."""

import textwrap
from dataclasses import dataclass
from math import cos, isfinite, pi, sin

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from components.figures.canvas import Canvas, Look
from components.figures.furniture import NOMINAL_WIDTH, Words, on_ticks, safe, stand_alone
from components.theme import number, quantity, shortened

SCALE = 3  # times the limit, fixed: the limit never moves, whatever the value
TRACK = (0.80, 1.00)
ARC = (0.855, 0.945)
LIMIT_LINE = (0.72, 1.09)
CHEVRONS = 3
HERO_SIZE = {"wide": 62, "medium": 42, "narrow": 27}
HEIGHT = {"wide": 0.40, "medium": 0.54, "narrow": 0.66}  # of the least width
SCOPE_CHARACTERS = 58
STANDING_CHARACTERS = 56
NAME_CHARACTERS = {"wide": 30, "medium": 22, "narrow": 18}


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
    canvas = Canvas(look)
    _ring(canvas, 0, 1 / SCALE, TRACK, look.palette.within)
    _ring(canvas, 1 / SCALE, 1, TRACK, look.palette.within if limit_volume is None else look.palette.beyond)
    past_the_end = False
    if row is not None and limit_volume is not None and row["comparable"]:
        _reported(canvas, row, limit_volume)
        past_the_end = (row["high"] if isfinite(row["high"]) else row["volume"]) > SCALE * limit_volume
    if limit_volume is not None:
        _limit(canvas, limit_volume, on_dial)
        _ticks(canvas, limit_volume, past_the_end, on_dial)
    if row is None:
        _empty_centre(canvas, on_dial)
    else:
        _centre(canvas, row, on_dial)
        _click_target(canvas, row, on_dial)
    side, top = (1.34, 1.26) if look.narrow else (1.45, 1.18)
    canvas.xaxis |= {"range": [-side, side]}
    canvas.yaxis |= {"range": [-0.12, top], "scaleanchor": "x", "constrain": "domain"}
    return stand_alone(canvas, words, NOMINAL_WIDTH[look.width] * HEIGHT[look.width], (10, 10))


def _reported(canvas: Canvas, row: pd.Series, limit_volume: float) -> None:
    look, full = canvas.look, SCALE * limit_volume
    bounded = row["operator"] in ("range", "<", "<=")
    end = min((row["low"] if bounded else row["volume"]) / full, 1.0)
    if end > 0:
        _ring(canvas, 0, end, ARC, look.palette.ink)
    if bounded and isfinite(row["high"]):
        _ring(canvas, end, min(row["high"] / full, 1.0), ARC, None, look.palette.ink)
    if row["operator"] in (">", ">=") and end < 1:
        for place in range(CHEVRONS):
            _chevron(canvas, end + 0.018 + place * 0.027)
        x, y = _at(1.05, min(end + 0.075, 0.99))
        canvas.text("or more", (x, y), look.small, look.palette.ink, ("left" if x > -0.3 else "right", "middle"))


def _limit(canvas: Canvas, limit_volume: float, on_dial: DialWords) -> None:
    look = canvas.look
    ends = [_at(radius, 1 / SCALE) for radius in LIMIT_LINE]
    halo, line = (9, 4) if look.narrow else (13, 6)
    for colour, thick in ((look.palette.paper, halo), (look.palette.limit, line)):
        canvas.curve([x for x, _ in ends], [y for _, y in ends], colour, thick)
    lines = textwrap.wrap(f"{on_dial.limit_name} {number(limit_volume)}", NAME_CHARACTERS[look.width])
    name = "<br>".join(f"<b>{safe(line)}</b>" for line in lines[-3:])
    if look.width == "wide":
        name += f"<br>{safe(shortened(on_dial.limit_product, NAME_CHARACTERS['wide']))} a year"
    anchor = ("right" if look.width == "wide" else "center", "bottom")
    canvas.text(name, ends[1], look.text, look.palette.limit, anchor, (0, 6))


def _ticks(canvas: Canvas, limit_volume: float, past_the_end: bool, on_dial: DialWords) -> None:
    look = canvas.look
    for times in (0, 2, SCALE):
        (x0, y0), (x1, y1) = _at(1.02, times / SCALE), _at(1.05, times / SCALE)
        canvas.curve([x0, x1], [y0, y1], look.palette.ticks, 2)
        text = number(times * limit_volume) + (f"<br>{times}× {on_ticks(on_dial.limit_name)}" if times else "")
        if times == 2:
            canvas.text(text, _at(1.07, times / SCALE), look.small, look.palette.secondary, ("left", "bottom"))
            continue
        if times == SCALE and past_the_end:
            text += f"<br><b style='color:{look.palette.ink}'>▼ value lies past the scale</b>"
        # Under the ends of the track, where a narrow window still has room.
        under = (_at(0.9, times / SCALE)[0], 0.0)
        canvas.text(text, under, look.small, look.palette.secondary, ("center", "top"), (0, -8))


def _empty_centre(canvas: Canvas, on_dial: DialWords) -> None:
    first, *rest = on_dial.empty.split("\n")
    room = 60 if canvas.look.width == "wide" else 26
    lines = [f"<b>{safe(line)}</b>" for line in textwrap.wrap(first, room)]
    lines += [safe(line) for entry in rest for line in textwrap.wrap(entry, room)]
    canvas.text("<br>".join(lines), (0, 0.34), canvas.look.text, canvas.look.palette.ink)


def _centre(canvas: Canvas, row: pd.Series, on_dial: DialWords) -> None:
    look, ink = canvas.look, canvas.look.palette.ink
    hero = quantity(row["operator"], row["volume"], row["high"])
    size = HERO_SIZE[look.width] * min(1.0, 12 / len(hero))
    canvas.text(f"<b>{safe(hero)}</b>", (0, 0.40), size, ink)
    unit = f"{on_dial.unit} reported"
    if look.width != "wide":
        lines = textwrap.wrap(on_dial.standing, 22) if row["comparable"] else [unit]
        text = "<br>".join(f"<b>{safe(line)}</b>" for line in lines)
        canvas.text(text, (0, 0.24), look.small if look.narrow else look.text, ink, ("center", "top"))
        return
    one_line = len(unit) + len(on_dial.standing) <= STANDING_CHARACTERS
    first = f"{safe(unit)}: " if one_line else ""
    standing = safe(shortened(on_dial.standing, STANDING_CHARACTERS))
    text = f"{first}<b>{standing}</b>" if row["comparable"] else safe(unit)
    canvas.text(text, (0, 0.22), look.text + 2, ink)
    scope = "<br>".join(safe(line) for line in textwrap.wrap(on_dial.scope, SCOPE_CHARACTERS))
    canvas.text(scope, (0, 0.14), look.small + 1, look.palette.secondary, ("center", "top"))


def _click_target(canvas: Canvas, row: pd.Series, on_dial: DialWords) -> None:
    """A click on the number or along the arc opens the words."""
    claims = ", ".join(row["claim_ids"])
    value = quantity(row["operator"], row["volume"], row["high"])
    spread = 0.13 if canvas.look.width == "wide" else 0.22
    # Nothing under the pointer here: a box would cover the number itself.
    canvas.click_points([spread * step for step in (-2, -1, 0, 1, 2)], [0.40] * 5, 44, claims)
    if row["comparable"]:
        share = min(row["volume"] / (SCALE * row["limit_volume"]), 1.0)
        x, y = zip(*(_at(sum(ARC) / 2, share * step / 8) for step in range(1, 9)), strict=True)
        canvas.click_points(x, y, 44, claims, f"{value} {safe(on_dial.unit)} [{claims}]<br>Click for the words")


def _ring(
    canvas: Canvas,
    start: float,
    end: float,
    radii: tuple[float, float],
    fill: str | None,
    outline: str | None = None,
) -> None:
    """A piece of a ring between two shares of the dial."""
    angles = np.pi * (1 - np.linspace(start, end, max(3, round(120 * (end - start)) + 2)))
    x = np.concatenate([radii[1] * np.cos(angles), radii[0] * np.cos(angles[::-1])])
    y = np.concatenate([radii[1] * np.sin(angles), radii[0] * np.sin(angles[::-1])])
    filling = {"fill": "toself", "fillcolor": fill} if fill else {}
    closed_x, closed_y = np.append(x, x[0]).round(4), np.append(y, y[0]).round(4)
    canvas.curve(
        closed_x, closed_y, outline or fill or "", 2 if outline else 0, "dot" if outline else "solid", **filling
    )


def _chevron(canvas: Canvas, share: float) -> None:
    """A V along the arc that points onward: the number is a floor."""
    middle, half = sum(ARC) / 2, (ARC[1] - ARC[0]) / 2
    points = [_at(middle + half, share), _at(middle, share + 0.016), _at(middle - half, share)]
    width = 3 if canvas.look.narrow else 6
    canvas.curve([x for x, _ in points], [y for _, y in points], canvas.look.palette.ink, width)


def _at(radius: float, share: float) -> tuple[float, float]:
    """A place on the dial: 0 on the left, 1 on the right."""
    angle = pi * (1 - share)
    return radius * cos(angle), radius * sin(angle)
