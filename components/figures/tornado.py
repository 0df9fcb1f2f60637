"""The tornado: what the volume would be with one factor at the ends of its range and the others at the median."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from typing import NamedTuple

import plotly.graph_objects as go

from components import letters
from components.figures.canvas import Canvas, Look
from components.figures.furniture import LINE_HEIGHT, NOMINAL_WIDTH, Words, pixels, safe, stand_alone
from components.figures.scale import hover_points, rgba, steps, wide

ROW = {"wide": 46.0, "medium": 50.0, "narrow": 60.0}
BAR = {"wide": 28.0, "medium": 26.0, "narrow": 22.0}
SIDES = {"wide": (250, 110), "medium": (164, 80), "narrow": (10, 12)}
LINES = 2  # of a title at most
FAR = 1.6  # times the span of all bars: a limit further away is named at the edge
GAP = 8.0


@dataclass(frozen=True)
class Factor:
    """One row: title, unit, the volume at each end, the factor's values there, its share of the spread.

    `fixed` stands in place of a bar where the factor has no range.
    """

    title: str
    unit: str
    low: float
    high: float
    ends: tuple[str, str]
    share: str
    hover: str
    fixed: str = ""


@dataclass(frozen=True)
class TornadoWords:
    """What stands on the lines: limit and middle, and what the right column counts."""

    limit: str
    middle: str
    share: tuple[str, str]


class _Sheet(NamedTuple):
    """What is drawn on: canvas, pixels from left to right, and the volumes at both edges."""

    canvas: Canvas
    width: float
    low: float
    high: float

    def across(self, volume: float) -> float:
        return (volume - self.low) / (self.high - self.low) * self.width


def tornado(
    factors: Sequence[Factor],
    middle: float,
    limit_volume: float,
    words: Words,
    on_lines: TornadoWords,
    look: Look,
) -> go.Figure:
    """One row a factor, in the order given; the limit (NaN without one) as a line, or named at the edge if far away."""
    sheet = _sheet(factors, middle, limit_volume, look)
    canvas, height = sheet.canvas, ROW[look.width] * max(len(factors), 1)
    shown = isfinite(limit_volume) and sheet.low <= limit_volume <= sheet.high
    _grid(sheet, height)
    if shown:
        for colour, thick in ((look.palette.paper, 9), (look.palette.limit, 5)):
            canvas.upright(limit_volume, (0, height + 4), colour, thick, layer="below")
    for place, factor in enumerate(factors):
        _row(sheet, factor, middle, height - (place + 0.5) * ROW[look.width])
    canvas.upright(middle, (0, height + 4), look.palette.ink, 2.5)
    top = _names(sheet, middle, limit_volume if isfinite(limit_volume) else None, height, on_lines)
    if any(factor.share for factor in factors):
        top = _share_heading(canvas, on_lines.share, height, top)
    foot = look.small * LINE_HEIGHT + 14
    canvas.xaxis |= {"range": [sheet.low, sheet.high]}
    canvas.yaxis |= {"range": [-foot, top]}
    return stand_alone(canvas, words, top + foot, SIDES[look.width])


def _share_heading(canvas: Canvas, lines: tuple[str, str], height: float, top: float) -> float:
    """What the right column counts; returns the upper edge of the plot."""
    small, grey = canvas.look.small, canvas.look.palette.secondary
    if canvas.look.narrow:
        canvas.text(safe(" ".join(lines)), (1, top), small, grey, ("right", "bottom"), xref="paper")
        return top + small * LINE_HEIGHT + 4
    at, shift = (1, height + 6), (GAP, 0)
    canvas.text("<br>".join(map(safe, lines)), at, small, grey, ("left", "bottom"), shift, xref="paper")
    return max(top, height + 8 + 2 * small * LINE_HEIGHT)


def _sheet(factors: Sequence[Factor], middle: float, limit_volume: float, look: Look) -> _Sheet:
    """The axis: as wide as the bars and their labels need, and the limit's line if it does not lie far away."""
    width = NOMINAL_WIDTH[look.width] - sum(SIDES[look.width])
    ends = [middle, *(value for factor in factors for value in (factor.low, factor.high))]
    low, high = min(ends), max(ends)
    span = high - low
    if isfinite(limit_volume):
        near = span == 0 or low - FAR * span <= limit_volume <= high + FAR * span
        if near:
            low, high = min(low, limit_volume), max(high, limit_volume)
    if high == low:
        low, high = min(0.0, low * 0.5), high * 1.5 or 1.0
    longest = max((wide(text, look.small) for one in factors for text in one.ends), default=0)
    side = min(longest + 2 * GAP, width * 0.24)
    scale = (high - low) / (width - 2 * side)
    return _Sheet(Canvas(look), width, low - side * scale, high + side * scale)


def _grid(sheet: _Sheet, height: float) -> None:
    canvas, look = sheet.canvas, sheet.canvas.look
    for value in steps(max(sheet.low, 0.0), sheet.high, 3 if look.narrow else 6):
        line = {"color": look.palette.grid, "width": 1}
        ends = {"x0": value, "x1": value, "y0": -4, "y1": height}
        canvas.shapes.append({"type": "line", "line": line, "layer": "below", **ends})
        half = pixels(f"{value:,.10g}", look.small) / 2
        x = sheet.across(value)
        anchor = "left" if look.narrow and x < half else "right" if look.narrow and x > sheet.width - half else "center"
        canvas.text(f"{value:,.10g}", (value, -7), look.small, look.palette.secondary, (anchor, "top"))


def _row(sheet: _Sheet, factor: Factor, middle: float, level: float) -> None:
    canvas, look, palette = sheet.canvas, sheet.canvas.look, sheet.canvas.look.palette
    bar = level - (ROW[look.width] - BAR[look.width]) / 2 + 3 if look.narrow else level
    half = BAR[look.width] / 2
    _title(sheet, factor, level, bar + half)
    if factor.fixed:
        needed = wide(factor.fixed, look.small + 1, bold=True) + 2 * GAP
        beside = sheet.across(middle) + needed <= sheet.width or sheet.across(middle) < needed
        anchor, shift = ("left", GAP) if beside else ("right", -GAP)
        words = f"<b>{safe(factor.fixed)}</b>"
        canvas.text(words, (middle, bar), look.small + 1, palette.ink, (anchor, "middle"), (shift, 0), palette.paper)
        hover_points(canvas, [middle], [bar], [factor.hover], 40)
        return
    for end, fill in ((factor.low, rgba(palette.model, 0.38)), (factor.high, palette.model)):
        if end != middle:
            ends, outline = (min(end, middle), max(end, middle)), {"color": palette.model, "width": 1.5}
            canvas.box(ends, (bar - half, bar + half), palette.paper, layer="above")
            canvas.box(ends, (bar - half, bar + half), fill, layer="above", line=outline)
    left, right = min(factor.low, middle), max(factor.high, middle)
    for at, words, anchor, shift in ((left, factor.ends[0], "right", -GAP), (right, factor.ends[1], "left", GAP)):
        text, place = safe(words), (at, bar)
        canvas.text(text, place, look.small + 0.5, palette.secondary, (anchor, "middle"), (shift, 0), palette.paper)
    x = [left + (right - left) * step / 8 for step in range(9)] if right > left else [middle]
    hover_points(canvas, x, [bar] * len(x), [factor.hover] * len(x), 30)


def _title(sheet: _Sheet, factor: Factor, level: float, above: float) -> None:
    """Title and unit at the left and the share at the right; over the bar in a narrow window."""
    canvas, look, palette = sheet.canvas, sheet.canvas.look, sheet.canvas.look.palette
    unit = "" if factor.unit == "%" else factor.unit
    share = f"<b>{safe(factor.share)}</b>"
    if look.narrow:
        size, at = look.small + 0.5, (0, above + 2)
        room = sheet.width - wide(factor.share, size, bold=True) - 2 * GAP
        fits = wide(f"{factor.title}, {unit}", size, bold=True) <= room
        text = f"<b>{safe(factor.title)}</b>{f', {safe(unit)}' if unit and fits else ''}"
        canvas.text(text, at, size, palette.ink, ("left", "bottom"), ground=palette.paper, xref="paper")
        canvas.text(share, (1, above + 2), size, palette.model, ("right", "bottom"), ground=palette.paper, xref="paper")
        return
    room = SIDES[look.width][0] - 2 * GAP - 4
    lines = letters.wrapped(factor.title, max(10, int(room / pixels("x", look.text, bold=True))))[:LINES]
    text = "<br>".join(f"<b>{safe(line)}</b>" for line in lines)
    between = "<br>" if len(lines) == 1 else ", "
    # Without room for it, the unit is left to the words under the pointer.
    if unit and (len(lines) == 1 or wide(f"{lines[-1]}, {unit}", look.text) <= room - 8):
        text += f"{between}<span style='font-size:{look.small}px'>{safe(unit)}</span>"
    canvas.text(text, (0, level), look.text, palette.ink, ("right", "middle"), (-GAP - 4, 0), xref="paper")
    canvas.text(share, (1, level), look.text, palette.model, ("left", "middle"), (GAP, 0), xref="paper")


def _names(sheet: _Sheet, middle: float, limit_volume: float | None, height: float, on_lines: TornadoWords) -> float:
    """What the two lines are, one above the other where they would touch; returns the upper edge of the plot."""
    canvas, look, palette = sheet.canvas, sheet.canvas.look, sheet.canvas.look.palette
    line, level = look.text * LINE_HEIGHT, height + 6
    own = _centred(sheet, middle, on_lines.middle, look.text)
    canvas.text(safe(on_lines.middle), (own, level), look.text, palette.ink, ("center", "bottom"), ground=palette.paper)
    if limit_volume is None:
        return level + line + 4
    inside = sheet.low <= limit_volume <= sheet.high
    text = f"<b>{safe(on_lines.limit)}</b>"
    other = _centred(sheet, limit_volume, on_lines.limit, look.text + 1) if inside else limit_volume
    apart = abs(sheet.across(own) - sheet.across(other))
    needed = pixels(on_lines.middle, look.text) / 2 + pixels(on_lines.limit, look.text + 1, bold=True) / 2 + 14
    upper = level if inside and apart >= needed else level + line + 2
    if inside:
        if upper > level:
            canvas.upright(limit_volume, (height + 4, upper), palette.limit, 1.5)
        canvas.text(text, (other, upper), look.text + 1, palette.limit, ("center", "bottom"))
    else:
        left = limit_volume < sheet.low
        text = f"◀ {text}" if left else f"{text} ▶"
        at, anchor = (0 if left else 1, upper), "left" if left else "right"
        canvas.text(text, at, look.text, palette.limit, (anchor, "bottom"), xref="paper")
    return upper + line + 6


def _centred(sheet: _Sheet, volume: float, words: str, size: float) -> float:
    """Where words are centred so that they stand over a line and do not leave the figure."""
    half = pixels(words, size, bold=True) / 2 + 2
    x = min(max(sheet.across(volume), half), max(sheet.width - half, half))
    return sheet.low + x / sheet.width * (sheet.high - sheet.low)
