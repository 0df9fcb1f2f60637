"""Fifty dots: equally likely volumes stacked in columns, solid above what they are held against and hollow if not."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from typing import NamedTuple

from components.figures.columns import SCALE, Axis, Dot, axis_for, base_of, heaps_of, outlines_of, placed_dots
from components.scene.canvas import Canvas, Look
from components.scene.furniture import LINE_HEIGHT, Scene, Words, across, on_ticks, pixels, safe
from components.scene.marks import Opens, Signs, Stroke
from components.scene.packing import Extent, packed_in_order
from components.scene.scale import Reported, highest, round_step
from components.sentences.model.lines import Lines
from components.theme import modelled, number
from data.models.quantities import CEILINGS, FLOORS

HERO_SIZE = {"wide": 54.0, "medium": 40.0, "narrow": 27.0}
SIDES = {"wide": (28, 44), "medium": (20, 32), "narrow": (12, 14)}
MOST_TICKS = {"wide": 6, "medium": 6, "narrow": 3}
GAP = 12.0
ARROW = 34.0


@dataclass(frozen=True)
class DotsWords:
    """What stands on the dots: what they are held against, unit, the large words, and lines beside them, the last in
    bold.
    """

    against: str
    unit: str
    hero: str
    beside: tuple[str, ...]


class _Sheet(NamedTuple):
    """What is drawn on: canvas, axis, pixels of a column, columns with their heights, both in pixels.

    The columns are those of the dots and, dotted, those of the outlines behind them.
    """

    canvas: Canvas
    axis: Axis
    pixel: float
    heaps: list[tuple[Extent, float]]

    @property
    def per_pixel(self) -> float:
        return self.axis.column / self.pixel

    def across(self, volume: float) -> float:
        """How many pixels right a volume stands."""
        return (volume - self.axis.left) / self.per_pixel

    def volume(self, across: float) -> float:
        """The volume that stands so many pixels right."""
        return self.axis.left + across * self.per_pixel

    @property
    def width(self) -> float:
        return self.across(self.axis.right)


class _Name(NamedTuple):
    """The words over a line: their size, where they are held and by which end, and from where to where they reach."""

    text: str
    size: float
    volume: float
    anchor: str
    across: Extent


def dots(
    volumes: Sequence[float],
    lines: Lines,
    reported: Reported | None,
    words: Words,
    on_dots: DotsWords,
    look: Look,
    before: Sequence[float] = (),
) -> Scene:
    """Equally likely volumes, ascending, on an axis from nothing to three times the limit (NaN without one).

    If more than a few lie past its end, the axis is longer by whole multiples; those few stand at the end as arrows.
    Behind the dots dotted outlines show the columns of the volumes that they are compared with.
    """
    limited, canvas = isfinite(lines.limit), Canvas(look)
    axis = axis_for(volumes, lines.limit if limited else base_of(volumes), look, lines.threshold if limited else 0.0)
    pixel = (across(look) - sum(SIDES[look.width])) / ((axis.right - axis.left) / axis.column)
    placed, size = placed_dots(volumes, lines.threshold, axis, pixel, look)
    outlines = outlines_of(before, axis, placed, size)
    sheet = _Sheet(canvas, axis, pixel, [*heaps_of(placed, axis, pixel, size), *_heaps(outlines, axis, pixel)])
    shown = reported if reported and reported.volume <= axis.end else None
    top = _furnish(sheet, shown, on_dots)
    top = _lines(sheet, lines, top) if limited else top + 6
    if look.width != "wide" or not _hero_beside(sheet, shown):
        top = _hero_on_top(sheet, on_dots, top)
    _ticks(sheet, lines.limit_name, limited, sum(dot.past for dot in placed))
    _outline(canvas, outlines, axis)
    _draw(canvas, placed, size, on_dots, limited)
    canvas.xaxis |= {"range": [axis.left, axis.right]}
    foot = (3 if sheet.axis.extra else 2) * look.small * LINE_HEIGHT + 10
    canvas.yaxis |= {"range": [-foot, top]}
    return Scene(canvas, words, top + foot, SIDES[look.width])


def _furnish(sheet: _Sheet, reported: Reported | None, on_dots: DotsWords) -> float:
    """Reported number and, where they have room beside the dots, the large words; returns how high the plot is."""
    look = sheet.canvas.look
    top = max((height for _, height in sheet.heaps), default=0.0) + GAP
    if look.width == "wide" and _hero_beside(sheet, reported):
        hero = _hero_extent(sheet)
        low = max(highest(sheet.heaps, hero) + GAP, 0.3 * top)
        top = max(top, _hero_right(sheet, on_dots, hero, low) + GAP)
        if reported:
            top = max(top, _reported(sheet, reported, hero, low + _hero_height(look, on_dots) + GAP))
        return top
    return max(top, _reported(sheet, reported, None, 0.0)) if reported else top


def _hero_extent(sheet: _Sheet) -> Extent:
    return Extent(sheet.width * 0.73, sheet.width)


def _hero_height(look: Look, on_dots: DotsWords) -> float:
    return HERO_SIZE[look.width] * 1.2 + len(on_dots.beside) * (look.text + 3) * LINE_HEIGHT


def _hero_beside(sheet: _Sheet, reported: Reported | None) -> bool:
    """True if the right end of the plot is free for the large words: low columns, no line through them."""
    extent = _hero_extent(sheet)
    crossed = reported is not None and any(sheet.across(end) > extent.start - GAP for end in reported.ends)
    tallest = max((height for _, height in sheet.heaps), default=0.0)
    return not crossed and sheet.axis.times == SCALE and highest(sheet.heaps, extent) < max(0.5 * tallest, 60)


def _hero_right(sheet: _Sheet, on_dots: DotsWords, extent: Extent, low: float) -> float:
    """The large words from `low` upward, flush with the right end; returns their upper edge."""
    canvas, look = sheet.canvas, sheet.canvas.look
    top = low + _hero_height(look, on_dots)
    x = sheet.volume(extent.start)
    room = extent.end - extent.start + SIDES[look.width][1] - GAP
    size = min(HERO_SIZE[look.width], room / pixels(on_dots.hero, 1, bold=True))
    canvas.text(f"<b>{safe(on_dots.hero)}</b>", (x, top), size, look.palette.model, ("left", "top"))
    lines = _beside_lines(on_dots)
    canvas.text(lines, (x, top - size * 1.2), look.text + 3, look.palette.ink, ("left", "top"))
    return top


def _hero_on_top(sheet: _Sheet, on_dots: DotsWords, top: float) -> float:
    """The large words above the plot, their lines at the right; returns the new upper edge."""
    canvas, look = sheet.canvas, sheet.canvas.look
    # Long words leave half of the width to the lines beside them.
    size = min(HERO_SIZE[look.width], across(look) * 0.46 / pixels(on_dots.hero, 1, bold=True))
    height = max(size * 1.15, len(on_dots.beside) * look.text * LINE_HEIGHT) + GAP
    middle, left = top + height / 2, 6 - SIDES[look.width][0]
    canvas.text(
        f"<b>{safe(on_dots.hero)}</b>",
        (0, middle),
        size,
        look.palette.model,
        ("left", "middle"),
        (left, 0),
        paper=(True, False),
    )
    beside = left + pixels(on_dots.hero, size, bold=True) + (14 if look.width == "wide" else 10)
    room = across(look) - beside - 14
    longest = max((pixels(line, 1, bold=True) for line in on_dots.beside), default=1.0)
    small = min(look.text, room / longest)
    at, anchor = (0, middle), ("left", "middle")
    canvas.text(_beside_lines(on_dots), at, small, look.palette.ink, anchor, (beside, 0), paper=(True, False))
    return top + height


def _beside_lines(on_dots: DotsWords) -> str:
    *lines, last = (safe(line) for line in on_dots.beside)
    return "<br>".join([*lines, f"<b>{last}</b>"])


def _lines(sheet: _Sheet, lines: Lines, top: float) -> float:
    """What the dots are held against as a strong line, the limit itself thin and dashed; returns the upper edge.

    Where nothing is left there is no line to draw, and its name says so.
    """
    canvas, palette = sheet.canvas, sheet.canvas.look.palette
    if not lines.nothing_left:
        canvas.box((0, lines.threshold), (0, top), palette.within)
        for colour, thick in ((palette.paper, 9), (palette.limit, 5)):
            canvas.upright(lines.threshold, (0, top), colour, thick, layer="below")
    named = [_name(sheet, max(lines.threshold, 0.0), lines.label, bold=True)]
    named += [_name(sheet, lines.limit, lines.limit_label, bold=False)] if lines.two else []
    rows = packed_in_order([name.across for name in named], GAP)
    levels = [top + 3 + row * (canvas.look.text + 1) * LINE_HEIGHT for row in rows]
    if lines.two:
        canvas.segment((lines.limit, 0), (lines.limit, levels[1]), Stroke(palette.limit, 1.5, "dash"), "below")
    ground = palette.paper if lines.two else None  # the dashed line may run behind the other's words
    for name, level in zip(named, levels, strict=True):
        at, anchor = (name.volume, level), (name.anchor, "bottom")
        canvas.text(name.text, at, name.size, palette.limit, anchor, background=ground)
    return levels[-1] + 23


def _name(sheet: _Sheet, volume: float, words: str, bold: bool) -> _Name:
    """Words over a line, or from the left edge on where they would leave the figure; smaller if they are too long."""
    look = sheet.canvas.look
    whole = across(look) - SIDES[look.width][0] - 4
    size = min(look.text + 1, whole / pixels(words, 1, bold))
    text, room = f"<b>{safe(words)}</b>" if bold else safe(words), pixels(words, size, bold)
    start = sheet.across(volume) - room / 2
    if start < -SIDES[look.width][0]:
        return _Name(text, size, sheet.axis.left, "left", Extent(0.0, room))
    return _Name(text, size, volume, "center", Extent(start, start + room))


def _reported(sheet: _Sheet, reported: Reported, hero: Extent | None, above: float) -> float:
    """Dotted lines up to the words of the reported number, with an arrow where it is open; returns the upper edge.

    The words stand right of the arrow, or above it where the window ends too soon.
    """
    canvas, look, ink = sheet.canvas, sheet.canvas.look, sheet.canvas.look.palette.ink
    words = max(pixels(reported.label, look.text, bold=True), pixels(reported.detail, look.small)) + 8
    across, end = sheet.across(max(reported.ends)), sheet.width + SIDES[look.width][1]
    arrow = ARROW if reported.operator in FLOORS else 8.0
    beside = across + arrow + words <= end
    start = across + arrow if beside else max(min(across - words / 2, end - words), 0.0)
    extent = Extent(min(across, start), max(start + words, across + arrow))
    low = highest(sheet.heaps, extent) + GAP
    if hero and extent.end > hero.start:
        low = max(low, above)
    height = (look.text + look.small) * LINE_HEIGHT + 4
    tip = low + (height / 2 if beside else 8)
    for place in reported.ends:
        canvas.segment((place, 0), (place, tip), Stroke(ink, 2.5, "dot"))
    _arrow(sheet, reported, tip)
    text = f"<b>{safe(reported.label)}</b><br><span style='font-size:{look.small}px'>{safe(reported.detail)}</span>"
    bottom = low if beside else tip + 8
    canvas.text(text, (sheet.volume(start), bottom), look.text, ink, ("left", "bottom"))
    x = [sheet.volume(start + words * step / 4) for step in range(5)]
    middle = bottom + height / 2
    canvas.click_points(x, [middle] * 5, 36, reported.opens, f"{safe(reported.label)}<br>Click for the words")
    return bottom + height + GAP


def _arrow(sheet: _Sheet, reported: Reported, level: float) -> None:
    """A short arrow where the number is open: to the right from a floor, to the left from a ceiling."""
    way = 1 if reported.operator in FLOORS else -1 if reported.operator in CEILINGS else 0
    if not way:
        return
    canvas, ink = sheet.canvas, sheet.canvas.look.palette.ink
    tip = reported.volume + way * 22 * sheet.per_pixel
    canvas.curve([reported.volume, tip], [level, level], ink, 2.5)
    canvas.symbol((tip, level), "triangle-right" if way > 0 else "triangle-left", ink, 13)


def _ticks(sheet: _Sheet, limit_name: str, limited: bool, past: int) -> None:
    canvas, axis, look = sheet.canvas, sheet.axis, sheet.canvas.look
    step = round_step(axis.times, MOST_TICKS[look.width])
    if not limited or (axis.times > SCALE and step < 1):
        step = max(step, 1.0)
    many = int(axis.times / step + 1e-9)
    for place in range(many + 1):
        times = place * step
        text = number(round(times * axis.base, 6))
        if limited and times and float(times).is_integer() and not (look.narrow and times == 2 and axis.times == SCALE):
            text += f"<br>{times:,g}× {on_ticks(limit_name)}"
        anchor = {0: "left", many: "right"}.get(place, "center") if look.narrow else "center"
        x = times * axis.base
        canvas.segment((x, -5), (x, 0), Stroke(look.palette.ticks, 1.5), None)
        canvas.text(text, (x, -7), look.small, look.palette.secondary, (anchor, "top"))
    if past:
        words = f"<b>▶ {past} {'outcome lies' if past == 1 else 'outcomes lie'} past the end of the axis</b>"
        level = -7 - 2 * look.small * LINE_HEIGHT
        canvas.text(words, (1, level), look.small, look.palette.ink, ("right", "top"), paper=(True, False))


def _heaps(outlines: Sequence[tuple[int, float]], axis: Axis, pixel: float) -> list[tuple[Extent, float]]:
    starts = [((axis.middle(place) - axis.left) / axis.column * pixel - pixel / 2, high) for place, high in outlines]
    return [(Extent(start, start + pixel), high) for start, high in starts]


def _outline(canvas: Canvas, outlines: Sequence[tuple[int, float]], axis: Axis) -> None:
    """Around neighbouring columns one line, as high as each of them."""
    line, half = Stroke(canvas.look.palette.secondary, 1.5, "dot"), axis.column / 2
    x, y = list[float](), list[float]()
    for place, high in outlines:
        left, right = axis.middle(place) - half, axis.middle(place) + half
        if x and abs(x[-1] - left) > half:  # no neighbour before it: down, and up again
            x, y = [*x, x[-1], float("nan")], [*y, 0.0, float("nan")]
        if not x or x[-1] != x[-1]:
            x, y = [*x, left], [*y, 0.0]
        x, y = [*x, left, right], [*y, high, high]
    if x:
        canvas.curve([*x, x[-1]], [*y, 0.0], line.colour, line.width, line.dash)


def _draw(canvas: Canvas, placed: Sequence[Dot], size: float, on_dots: DotsWords, limited: bool) -> None:
    """Two traces, one for each side of what they are held against: eye and pointer can tell them apart."""
    palette = canvas.look.palette
    for above in (False, True):
        some = [dot for dot in placed if dot.above == above]
        if not some:
            continue
        side = f", {'above' if above else 'not above'} {safe(on_dots.against)}" if limited else ""
        forms = ["triangle-right" if dot.past else "circle" for dot in some]
        fill, line = palette.model if above else palette.paper, Stroke(palette.model, 2 if size > 8 else 1)
        hover = [f"about {modelled(dot.volume)} {safe(on_dots.unit)}{side}" for dot in some]
        x, y = [dot.x for dot in some], [dot.y for dot in some]
        canvas.marks.append(Signs(x, y, forms, max(size - 2.5, 2.0), fill, line, Opens(hover)))
