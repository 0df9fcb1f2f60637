"""Bullet rows: every series on one fixed linear axis with the limit as a line; a series without a number says so."""

import textwrap
from dataclasses import dataclass
from math import isfinite

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from components.figures.canvas import Canvas, Look
from components.figures.furniture import Words, on_ticks, safe, stand_alone
from components.theme import number, quantity, shortened

SCALE = 3  # times the limit
ROW = 74
BAR = 0.26
MOST_ROWS = 30
NOTE_CHARACTERS = 25
SIDES = {"wide": (190, 190), "medium": (120, 170), "narrow": (12, 14)}


@dataclass(frozen=True)
class BulletWords:
    """What stands beside the bars: name of the limit, a line for each row and for each absent series."""

    limit_name: str
    notes: tuple[str, ...]
    absent: tuple[tuple[str, str], ...] = ()


def bullet(rows: pd.DataFrame, limit_volume: float, words: Words, beside: BulletWords, look: Look) -> go.Figure:
    """One row for each comparable row of a barrels frame, then one empty row for each series that is absent."""
    canvas, shown, full = Canvas(look), rows.head(MOST_ROWS), SCALE * limit_volume
    count = len(shown) + len(beside.absent)
    _ground(canvas, count, limit_volume, beside)
    for place, (_, row) in enumerate(shown.iterrows()):
        _row(canvas, count - 1 - place, row, full, beside.notes[place])
    for place, (series, why) in enumerate(beside.absent):
        level = count - 1 - len(shown) - place
        _name(canvas, level, f"<b>{safe(series)}</b>", "")
        at = (full * 0.012 if look.width == "wide" else limit_volume * 1.05, level)
        canvas.text(safe(why), at, look.small + 0.5, look.palette.secondary, ("left", "middle"))
    _limit_line(canvas, count, limit_volume, beside)
    canvas.xaxis |= {"range": [0, full]}
    canvas.yaxis |= {"range": [-0.85, count - 0.05]}
    return stand_alone(canvas, words, ROW * (count + 0.8), SIDES[look.width])


def _ground(canvas: Canvas, count: int, limit_volume: float, beside: BulletWords) -> None:
    look, palette, y = canvas.look, canvas.look.palette, (-0.5, count - 0.5)
    canvas.box((0, limit_volume), y, palette.within)
    canvas.box((limit_volume, SCALE * limit_volume), y, palette.beyond)
    for times in range(SCALE + 1):
        text = number(times * limit_volume)
        if times and not look.narrow:
            text += f"<br>{times}× {on_ticks(beside.limit_name)}"
        anchor = {0: "left", SCALE: "right"}.get(times, "center") if look.narrow else "center"
        if not (look.narrow and times == 2):
            canvas.text(text, (times * limit_volume, -0.54), look.small, palette.secondary, (anchor, "top"))


def _limit_line(canvas: Canvas, count: int, limit_volume: float, beside: BulletWords) -> None:
    palette, top = canvas.look.palette, count - 0.5
    for colour, thick in ((palette.paper, 9), (palette.limit, 5)):
        canvas.upright(limit_volume, (-0.5, top + 0.1), colour, thick)
    short = shortened(beside.limit_name, 16 if canvas.look.narrow else 40)
    name = f"<b>{safe(short)} {number(limit_volume)}</b> a year"
    canvas.text(name, (limit_volume, top + 0.12), canvas.look.text, palette.limit, ("center", "bottom"))


def _row(canvas: Canvas, level: int, row: pd.Series, full: float, note: str) -> None:
    look, y = canvas.look, (level - BAR, level + BAR)
    bounded = row["operator"] in ("<", "<=", "range")
    solid = min(row["low"] if bounded else row["volume"], full)
    canvas.box((0, solid), y, look.palette.ink, layer="above")
    if bounded and isfinite(row["high"]):
        canvas.box((solid, min(row["high"], full)), y, None, look.palette.ink, layer="above")
    if row["operator"] in (">", ">=") and solid < full * 0.9:
        spread = full if look.width == "wide" else full * 1.6
        for place in range(3):
            _chevron(canvas, solid + spread * (0.012 + 0.018 * place), level, spread)
    claims = ", ".join(row["claim_ids"])
    value = quantity(row["operator"], row["volume"], row["high"])
    past = " ▶ past the scale" if (row["high"] if isfinite(row["high"]) else row["volume"]) > full else ""
    _name(canvas, level, f"<b>{row['series'].capitalize()}</b>", f"Document {safe(row['document'])}, {claims}")
    _value(canvas, level, f"<b>{safe(value)}</b>{past}", note, full)
    x = np.linspace(0, max(solid, full * 0.05), 12)
    canvas.click_points(x, [level] * len(x), 40, claims, f"{safe(value)} [{claims}]<br>Click for the words")


def _name(canvas: Canvas, level: int, name: str, detail: str) -> None:
    look, ink = canvas.look, canvas.look.palette.ink
    if look.narrow:
        text, at = f"{name} {detail}".strip(), (0, level + BAR + 0.03)
        # The limit's line runs behind it.
        canvas.text(text, at, look.small, ink, ("left", "bottom"), (2, 0), ground=look.palette.paper)
        return
    text = name + (f"<br><span style='font-size:{look.small}px'>{detail}</span>" if detail else "")
    canvas.text(text, (0, level), look.text, ink, ("right", "middle"), (-12, 0))


def _value(canvas: Canvas, level: int, value: str, note: str, full: float) -> None:
    look, ink = canvas.look, canvas.look.palette.ink
    if look.narrow:
        canvas.text(value, (full, level + BAR + 0.03), look.small, ink, ("right", "bottom"), (-2, 0))
        return
    lines = "<br>".join(safe(line) for line in textwrap.wrap(note, NOTE_CHARACTERS))
    text = f"{value}<br><span style='font-size:{look.small}px'>{lines}</span>"
    canvas.text(text, (full, level), look.text, ink, ("left", "middle"), (12, 0))


def _chevron(canvas: Canvas, at: float, level: int, spread: float) -> None:
    x, y = [at, at + spread * 0.011, at], [level + BAR * 0.9, level, level - BAR * 0.9]
    canvas.curve(x, y, canvas.look.palette.ink, 5 if canvas.look.width == "wide" else 3)
