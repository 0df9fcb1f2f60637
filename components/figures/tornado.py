"""The tornado: what the volume would be with one factor at the ends of its range and the others at the median."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from typing import NamedTuple

from components.scene.canvas import Canvas, Look
from components.scene.furniture import LINE_HEIGHT, Scene, Words, across, pixels, safe
from components.scene.marks import Stroke
from components.scene.packing import Extent, packed_in_order
from components.scene.scale import rgba, steps
from components.scene.text import broken, fitted
from components.sentences.model.lines import Lines

ROW = {"wide": 46.0, "medium": 50.0, "narrow": 60.0}
BAR = {"wide": 28.0, "medium": 26.0, "narrow": 22.0}
SIDES = {"wide": (250, 110), "medium": (164, 80), "narrow": (10, 12)}
LINES = 2  # of a title at most
FAR = 1.6  # times the span of all bars: a line further away is named at the edge
GAP = 8.0
SHARE = ("share of", "the spread")  # what the right column counts


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


class _Sheet(NamedTuple):
    """What is drawn on: canvas, pixels from left to right, and the volumes at both edges."""

    canvas: Canvas
    width: float
    low: float
    high: float

    def across(self, volume: float) -> float:
        return (volume - self.low) / (self.high - self.low) * self.width

    def shows(self, volume: float) -> bool:
        return self.low <= volume <= self.high


class _Held(NamedTuple):
    """A line that the volume is held against, with its words; not `drawn` where there is nothing left to draw."""

    volume: float
    words: str
    strong: bool
    drawn: bool = True


class _Name(NamedTuple):
    """Words over the rows: as they are written, where they are centred or at which edge they stand, and their reach."""

    text: str
    size: float
    colour: str
    at: float
    anchor: str
    across: Extent
    lead: float | None = None  # the volume to which a line leads down


def tornado(
    factors: Sequence[Factor],
    middle: float,
    lines: Lines,
    words: Words,
    on_middle: str,
    look: Look,
) -> Scene:
    """One row a factor, in the order given; what the volume is held against as a line, the limit thin and dashed.

    `on_middle` stands on the line of the middle. A line far away is named at the edge; without a limit (NaN) there is
    none, nor where nothing is left.
    """
    held = _held(lines)
    sheet = _sheet(factors, middle, [one.volume for one in held if one.drawn], look)
    canvas, height = sheet.canvas, ROW[look.width] * max(len(factors), 1)
    _grid(sheet, height)
    for one in held:
        if one.drawn and sheet.shows(one.volume):
            _draw(canvas, one, height)
    for place, factor in enumerate(factors):
        _row(sheet, factor, middle, height - (place + 0.5) * ROW[look.width])
    canvas.upright(middle, (0, height + 4), look.palette.ink, 2.5)
    top = _names(sheet, middle, held, height, on_middle)
    if any(factor.share for factor in factors):
        top = _share_heading(canvas, height, top)
    foot = look.small * LINE_HEIGHT + 14
    canvas.xaxis |= {"range": [sheet.low, sheet.high]}
    canvas.yaxis |= {"range": [-foot, top]}
    return Scene(canvas, words, top + foot, SIDES[look.width])


def _held(lines: Lines) -> list[_Held]:
    if not isfinite(lines.limit):
        return []
    first = _Held(max(lines.threshold, 0.0), lines.label, strong=True, drawn=not lines.nothing_left)
    return [first, _Held(lines.limit, lines.limit_label, strong=False)] if lines.two else [first]


def _draw(canvas: Canvas, one: _Held, height: float) -> None:
    palette = canvas.look.palette
    if one.strong:
        for colour, thick in ((palette.paper, 9), (palette.limit, 5)):
            canvas.upright(one.volume, (0, height + 4), colour, thick, layer="below")
        return
    canvas.segment((one.volume, 0), (one.volume, height + 4), Stroke(palette.limit, 1.5, "dash"), "below")


def _share_heading(canvas: Canvas, height: float, top: float) -> float:
    """What the right column counts; returns the upper edge of the plot."""
    small, grey = canvas.look.small, canvas.look.palette.secondary
    if canvas.look.narrow:
        canvas.text(" ".join(SHARE), (1, top), small, grey, ("right", "bottom"), paper=(True, False))
        return top + small * LINE_HEIGHT + 4
    at, shift = (1, height + 6), (GAP, 0)
    canvas.text("<br>".join(SHARE), at, small, grey, ("left", "bottom"), shift, paper=(True, False))
    return max(top, height + 8 + 2 * small * LINE_HEIGHT)


def _sheet(factors: Sequence[Factor], middle: float, held: Sequence[float], look: Look) -> _Sheet:
    """The axis: as wide as the bars and their labels need, and every line that does not lie far away."""
    width = across(look) - sum(SIDES[look.width])
    ends = [middle, *(value for factor in factors for value in (factor.low, factor.high))]
    low, high = min(ends), max(ends)
    span = high - low
    near = [one for one in held if span == 0 or low - FAR * span <= one <= high + FAR * span]
    low, high = min([low, *near]), max([high, *near])
    if high == low:
        low, high = min(0.0, low * 0.5), high * 1.5 or 1.0
    longest = max((pixels(text, look.small) for one in factors for text in one.ends), default=0)
    side = min(longest + 2 * GAP, width * 0.24)
    scale = (high - low) / (width - 2 * side)
    return _Sheet(Canvas(look), width, low - side * scale, high + side * scale)


def _grid(sheet: _Sheet, height: float) -> None:
    canvas, look = sheet.canvas, sheet.canvas.look
    for value in steps(max(sheet.low, 0.0), sheet.high, 3 if look.narrow else 6):
        canvas.upright(value, (-4, height), look.palette.grid, 1, layer="below")
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
        needed = pixels(factor.fixed, look.small + 1, bold=True) + 2 * GAP
        beside = sheet.across(middle) + needed <= sheet.width or sheet.across(middle) < needed
        anchor, shift = ("left", GAP) if beside else ("right", -GAP)
        words = f"<b>{safe(factor.fixed)}</b>"
        canvas.text(words, (middle, bar), look.small + 1, palette.ink, (anchor, "middle"), (shift, 0), palette.paper)
        canvas.hover_points([middle], [bar], [factor.hover], 40)
        return
    for end, fill in ((factor.low, rgba(palette.model, 0.38)), (factor.high, palette.model)):
        if end != middle:
            ends, outline = (min(end, middle), max(end, middle)), Stroke(palette.model, 1.5)
            canvas.box(ends, (bar - half, bar + half), palette.paper, layer="above")
            canvas.box(ends, (bar - half, bar + half), fill, layer="above", line=outline)
    left, right = min(factor.low, middle), max(factor.high, middle)
    for at, words, anchor, shift in ((left, factor.ends[0], "right", -GAP), (right, factor.ends[1], "left", GAP)):
        text, place = safe(words), (at, bar)
        canvas.text(text, place, look.small + 0.5, palette.secondary, (anchor, "middle"), (shift, 0), palette.paper)
    x = [left + (right - left) * step / 8 for step in range(9)] if right > left else [middle]
    canvas.hover_points(x, [bar] * len(x), [factor.hover] * len(x), 30)


def _title(sheet: _Sheet, factor: Factor, level: float, above: float) -> None:
    """Title and unit at the left and the share at the right; over the bar in a narrow window."""
    canvas, look, palette = sheet.canvas, sheet.canvas.look, sheet.canvas.look.palette
    unit = "" if factor.unit == "%" else factor.unit
    share = f"<b>{safe(factor.share)}</b>"
    if look.narrow:
        size, at = look.small + 0.5, (0, above + 2)
        room = sheet.width - pixels(factor.share, size, bold=True) - 2 * GAP
        fits = pixels(f"{factor.title}, {unit}", size, bold=True) <= room
        title = safe(fitted(factor.title, room / size, bold=True))
        text = f"<b>{title}</b>{f', {safe(unit)}' if unit and fits else ''}"
        canvas.text(text, at, size, palette.ink, ("left", "bottom"), background=palette.paper, paper=(True, False))
        canvas.text(
            share,
            (1, above + 2),
            size,
            palette.model,
            ("right", "bottom"),
            background=palette.paper,
            paper=(True, False),
        )
        return
    room = SIDES[look.width][0] - 2 * GAP - 4
    lines = broken(factor.title, room / look.text, bold=True, most=LINES)
    text = "<br>".join(f"<b>{safe(line)}</b>" for line in lines)
    between = "<br>" if len(lines) == 1 else ", "
    # Without room for it, the unit is left to the words under the pointer.
    if unit and (len(lines) == 1 or pixels(f"{lines[-1]}, {unit}", look.text) <= room - 8):
        text += f"{between}<span style='font-size:{look.small}px'>{safe(unit)}</span>"
    canvas.text(text, (0, level), look.text, palette.ink, ("right", "middle"), (-GAP - 4, 0), paper=(True, False))
    canvas.text(share, (1, level), look.text, palette.model, ("left", "middle"), (GAP, 0), paper=(True, False))


def _names(sheet: _Sheet, middle: float, held: Sequence[_Held], height: float, on_middle: str) -> float:
    """What the lines are, one above the other where they would touch; returns the upper edge of the plot."""
    canvas, look, palette = sheet.canvas, sheet.canvas.look, sheet.canvas.look.palette
    own = _centred(sheet, middle, on_middle, look.text)
    room = pixels(on_middle, look.text)
    names = [_Name(safe(on_middle), look.text, palette.ink, own, "center", _around(sheet.across(own), room))]
    names += [_name(sheet, one) for one in held]
    rows = packed_in_order([name.across for name in names], 14)
    line = look.text * LINE_HEIGHT
    levels = [height + 6 + row * (line + 2) for row in rows]
    for name, level in zip(names, levels, strict=True):
        if name.lead is not None and level > height + 6:
            canvas.upright(name.lead, (height + 4, level), palette.limit, 1.5)
    for name, level in zip(names, levels, strict=True):
        ground = palette.paper if name is names[0] or len(held) > 1 else None
        at, anchor = (name.at, level), (name.anchor, "bottom")
        paper = (name.anchor != "center", False)
        canvas.text(name.text, at, name.size, name.colour, anchor, (0, 0), ground, paper=paper)
    return max(levels) + line + (6 if held else 4)


def _name(sheet: _Sheet, one: _Held) -> _Name:
    """The words of a line over it, or at the edge beyond which it lies."""
    look = sheet.canvas.look
    whole, colour = sheet.width, look.palette.limit
    size = min(look.text + 1, whole / pixels(one.words, 1, one.strong))
    text, room = f"<b>{safe(one.words)}</b>" if one.strong else safe(one.words), pixels(one.words, size, one.strong)
    if sheet.shows(one.volume) or not one.drawn:
        at = _centred(sheet, one.volume, one.words, size)
        lead = one.volume if one.drawn else None
        return _Name(text, size, colour, at, "center", _around(sheet.across(at), room), lead)
    size, left = min(size, look.text), one.volume < sheet.low
    text = f"◀ {text}" if left else f"{text} ▶"
    across = Extent(0.0, room + 2 * GAP) if left else Extent(sheet.width - room - 2 * GAP, sheet.width)
    return _Name(text, size, colour, 0.0 if left else 1.0, "left" if left else "right", across)


def _around(middle: float, room: float) -> Extent:
    return Extent(middle - room / 2, middle + room / 2)


def _centred(sheet: _Sheet, volume: float, words: str, size: float) -> float:
    """Where words are centred so that they stand over a line and do not leave the figure."""
    half = pixels(words, size, bold=True) / 2 + 2
    x = min(max(sheet.across(volume), half), max(sheet.width - half, half))
    return sheet.low + x / sheet.width * (sheet.high - sheet.low)
