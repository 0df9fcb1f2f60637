"""A scene at one size: its marks as the things that slides, previews and printed pages are made of.

The plot and its margins fill a place from edge to edge, as the page's figure fills a window as wide as it is nominal.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from math import isnan
from typing import Any, NamedTuple

import numpy as np

from components.scene import marks
from components.scene.furniture import Scene, across
from components.scene.markup import Piece, lines_of
from components.scene.text import LINE, POINTS_PER_INCH, Face, ems
from components.scene.things import Align, Anchor, Dash, Line, Paragraph, Path, Place, Run, Shape, Text, Thing

Spot = tuple[float, float]
Linked = Callable[[str, str], Paragraph]
"""Takes a piece of a label and what the label leads to, gives the same words as runs with links."""
RGBA = re.compile(r"rgba\((\d+),(\d+),(\d+),([\d.]+)\)")
TOUCH = 1e-9
MILLISECONDS = 86_400_000.0  # of a day
LEAST_TARGET = 16.0  # pixels
SLACK = 0.04  # inches that a text may run wider than it was measured
# Corners of signs in halves of their size, as plotly draws them; up and right count as more.
CORNERS: dict[str, tuple[Spot, ...]] = {
    "triangle-up": ((-1.155, -0.5), (1.155, -0.5), (0.0, 1.0)),
    "triangle-down": ((-1.155, 0.5), (1.155, 0.5), (0.0, -1.0)),
    "triangle-right": ((-0.5, -1.155), (-0.5, 1.155), (1.0, 0.0)),
    "triangle-left": ((0.5, -1.155), (0.5, 1.155), (-1.0, 0.0)),
    "diamond": ((-1.3, 0.0), (0.0, 1.3), (1.3, 0.0), (0.0, -1.3)),
}


def placed(scene: Scene, place: Place, linked: Linked, face: Face = "Arial") -> tuple[Thing, ...]:
    """Everything that is seen of a scene, in inches, what lies below first, its words set in a face.

    `linked` makes runs of ids with links.
    """
    pen = _Pen(scene, place, linked, face)
    return tuple(thing for mark in sorted(scene.canvas.marks, key=_layer) for thing in pen.drawn(mark))


class Target(NamedTuple):
    """A place that answers: what a click hands over, and what is said of it, in inches."""

    place: Place
    behind: str
    told: str


def targets(scene: Scene, place: Place) -> tuple[Target, ...]:
    """Where the marks of a scene lie that open something, the last on top, as the page's figure has them."""
    pen = _Pen(scene, place, lambda text, _: (Run(text),), "Inter")
    return tuple(target for mark in scene.canvas.marks for target in pen.targets(mark))


def tall(scene: Scene, place: Place) -> float:
    """How high the plot of a scene is where it fills a place from edge to edge, in inches."""
    return scene.height * place.width / across(scene.canvas.look)


class _Pen:
    """Where the places of a scene lie on paper, and what is drawn there."""

    def __init__(self, scene: Scene, place: Place, linked: Linked, face: Face) -> None:
        self.look, self.linked, self.face = scene.canvas.look, linked, face
        self.inch = place.width / across(self.look)  # of a pixel
        left, right = (side * self.inch for side in scene.sides)
        self.plot = Place(place.x + left, place.y, place.width - left - right, scene.height * self.inch)
        self.x_type = scene.canvas.xaxis.get("type", "")
        self.x, self.y = (_range(axis) for axis in (scene.canvas.xaxis, scene.canvas.yaxis))
        foot = _domain(scene.canvas.yaxis) * self.plot.height
        self.inner = self.plot._replace(height=self.plot.height - foot)
        if "scaleanchor" in scene.canvas.yaxis:
            self.inner = _square(self.inner, self.x, self.y)

    def spot(self, x: marks.Coordinate, y: float, paper: tuple[bool, bool] = (False, False)) -> Spot:
        """A place in inches; within a plot it is not cut off."""
        across_plot, up = _number(x), _number(y)
        at_x = self.plot.x + across_plot * self.plot.width if paper[0] else self._between(across_plot)
        if paper[1]:
            return at_x, self.plot.bottom - up * self.plot.height
        low, high = self.y
        return at_x, self.inner.bottom - (up - low) / (high - low) * self.inner.height

    def drawn(self, mark: marks.Mark) -> Iterator[Thing]:
        """What is seen of one mark."""
        match mark:
            case marks.Label():
                yield from self._label(mark)
            case marks.Box():
                yield from self._box(mark)
            case marks.Segment():
                yield from self._segment(mark)
            case marks.Outline():
                yield self._outline(mark)
            case marks.Curve():
                yield from self._curve(mark)
            case marks.Signs():
                yield from self._signs(mark)
            case marks.Bars():
                yield from self._bars(mark)
            case marks.Hits():
                return

    def targets(self, mark: marks.Mark) -> Iterator[Target]:
        """A target for each point of a mark that opens something."""
        if not isinstance(mark, marks.Signs | marks.Hits | marks.Bars) or mark.opens.behind is None:
            return
        told = mark.opens.hover or [""] * len(mark.opens.behind)
        for at, behind, hover in zip(self._places(mark), mark.opens.behind, told, strict=True):
            if behind and at:
                yield Target(at, behind, " ".join("".join(p.text for p in line) for line in lines_of(hover)))

    def _places(self, mark: marks.Signs | marks.Hits | marks.Bars) -> Iterator[Place | None]:
        if isinstance(mark, marks.Bars):
            seen = replace(mark, fill=mark.fill or self.look.palette.ink)  # one that nobody sees answers too
            yield from (shape.place if shape else None for shape in self._each_bar(seen))
            return
        half = max(mark.size, LEAST_TARGET) / 2 * self.inch
        for x, y in zip(_plain(mark.x), _plain(mark.y), strict=True):
            at_x, at_y = self.spot(x, y)
            inside = self.plot.x - TOUCH <= at_x <= self.plot.right + TOUCH
            yield Place(at_x - half, at_y - half, 2 * half, 2 * half) if inside else None

    def _between(self, x: float) -> float:
        first, last = self.x
        return self.inner.x + (x - first) / (last - first) * self.inner.width

    def _label(self, label: marks.Label) -> Iterator[Text]:
        points = self._points(label.size)
        found = [tuple(self._run(piece, label) for piece in line) for line in lines_of(label.markup)]
        told = [tuple(each for run in line for each in self._with_links(run, label.leads_to)) for line in found]
        if not any(run.text.strip() for line in told for run in line):
            return
        wide = max(sum(self._wide(run, points) for run in line) for line in told)
        sizes = [max((run.points or points for run in line), default=points) for line in told]
        high, wide = sum(sizes) * LINE / POINTS_PER_INCH, wide + SLACK
        x, y = self.spot(*label.at, label.paper)
        x, y = x + label.shift[0] * self.inch, y - label.shift[1] * self.inch
        side, upright = label.anchor
        left = {"left": x, "center": x - wide / 2, "right": x - wide}[side]
        top = {"top": y, "middle": y - high / 2, "bottom": y - high}[upright]
        align: Align = "left" if side == "left" else "right" if side == "right" else "center"
        anchor: Anchor = "top" if upright == "top" else "bottom" if upright == "bottom" else "middle"
        place, fill = Place(left, top, wide, high), label.background or ""
        yield Text("Words", place, tuple(told), "", points, align, anchor, fill, wrap=False)

    def _wide(self, run: Run, points: float) -> float:
        return ems(run.text, run.bold, self.face) * (run.points or points) / POINTS_PER_INCH

    def _run(self, piece: Piece, label: marks.Label) -> Run:
        size = self._points(piece.size) if piece.size else None
        return Run(piece.text, piece.bold, piece.colour or label.colour, size)

    def _with_links(self, run: Run, leads_to: str) -> Iterator[Run]:
        for each in self.linked(run.text, leads_to):
            yield replace(run, text=each.text, link=each.link)

    def _box(self, box: marks.Box) -> Iterator[Shape]:
        if box.held:
            x, y = self.spot(*box.held, (True, True))
            sides, ends = ([x + float(_number(at)) * self.inch for at in box.x], [y - at * self.inch for at in box.y])
        else:
            corners = [self.spot(x, y, (box.paper, False)) for x, y in zip(box.x, box.y, strict=True)]
            sides, ends = [x for x, _ in corners], [y for _, y in corners]
            if max(sides) < self.plot.x - TOUCH or min(sides) > self.plot.right + TOUCH:
                return
            sides = [min(max(x, self.plot.x), self.plot.right) for x in sides]
        place = Place(min(sides), min(ends), max(sides) - min(sides), max(ends) - min(ends))
        fill, opacity = _paint(box.fill)
        outline = box.line.colour if box.line else ""
        if outline or (fill and place.width > 0):  # of a single day the outline is a line
            width, dash = (self._points(box.line.width), _dash(box.line)) if box.line else (1.0, _dash(None))
            seen = opacity * (1.0 if box.opacity is None else box.opacity)
            yield Shape("Box", place, "rectangle", "", fill, outline, width, dash, opacity=seen)

    def _segment(self, segment: marks.Segment) -> Iterator[Line]:
        start, end = (self.spot(*at) for at in (segment.start, segment.end))
        inner = self.inner
        if start[0] == end[0]:  # an upright line may be as long as it likes
            start, end = ((x, min(max(y, inner.y), inner.bottom)) for x, y in (start, end))
        yield Line("Line", start, end, segment.line.colour, "", self._points(segment.line.width), _dash(segment.line))

    def _outline(self, outline: marks.Outline) -> Path:
        x, y = self.spot(*outline.at)
        points = tuple((x + dx * self.inch, y + dy * self.inch) for dx, dy in _corners(outline.path))
        line = outline.line
        return Path("Sign", points, "", False, "", line.colour, self._points(line.width), _dash(line))

    def _curve(self, curve: marks.Curve) -> Iterator[Path]:
        fill, opacity = _paint(curve.hatch.colour if curve.hatch else curve.fill)
        opacity *= (curve.hatch.solidity if curve.hatch else 1.0) * (1.0 if curve.opacity is None else curve.opacity)
        outline = curve.line.colour if curve.line.width else ""
        for points in self._pieces(curve.x, curve.y):
            if len(points) > 1 and (fill or outline):
                look = (outline, self._points(curve.line.width or 1), _dash(curve.line), opacity)
                yield Path("Curve", points, "", bool(curve.fill or curve.hatch), fill, *look)

    def _pieces(self, x: marks.Points, y: marks.Points) -> Iterator[tuple[Spot, ...]]:
        piece: list[Spot] = []
        for one, other in zip(_plain(x), _plain(y), strict=True):
            if isnan(one) or isnan(other):
                yield tuple(piece)
                piece = []
            else:
                piece.append(self.spot(one, other))
        yield tuple(piece)

    def _signs(self, signs: marks.Signs) -> Iterator[Thing]:
        forms = [signs.form] * len(signs.x) if isinstance(signs.form, str) else signs.form
        for x, y, form in zip(_plain(signs.x), _plain(signs.y), forms, strict=True):
            open_one, half = form.endswith("-open"), signs.size / 2 * self.inch
            (at_x, at_y), line = self.spot(x, y), signs.line
            fill = "" if open_one else signs.fill
            outline = line.colour if line else signs.fill if open_one else ""
            thick = self._points(line.width if line else 1.5)
            kind = form.removesuffix("-open")
            if kind == "circle":
                yield Shape(
                    "Sign", Place(at_x - half, at_y - half, 2 * half, 2 * half), "ellipse", "", fill, outline, thick
                )
                continue
            points = tuple((at_x + dx * half, at_y - dy * half) for dx, dy in CORNERS[kind])
            yield Path("Sign", points, "", True, fill or self.look.palette.paper, outline, thick)

    def _bars(self, bars: marks.Bars) -> Iterator[Shape]:
        if bars.fill or bars.hatch:
            yield from filter(None, self._each_bar(bars))

    def _each_bar(self, bars: marks.Bars) -> Iterator[Shape | None]:
        many, days = len(bars.at), self.x_type == "date"  # plotly counts lengths of time in milliseconds
        of_length, of_width = (MILLISECONDS if days and bars.along == way else 1.0 for way in ("x", "y"))
        bases, widths = (_each(one, many) for one in (bars.base, bars.widths))
        for at, base, length, wide in zip(_plain(bars.at), bases, _plain(bars.lengths), widths, strict=True):
            start = at - wide / of_width / 2 if bars.offset is None else at + bars.offset / of_width
            ends, sides = (base, base + length / of_length), (start, start + wide / of_width)
            x, y = (ends, sides) if bars.along == "x" else (sides, ends)
            fill = bars.hatch.colour if bars.hatch else bars.fill
            opacity = bars.hatch.solidity if bars.hatch else 1.0
            yield next(self._box(marks.Box(x, y, fill, None if bars.hatch else bars.line, opacity=opacity)), None)

    def _points(self, pixels: float) -> float:
        return round(pixels * self.inch * POINTS_PER_INCH, 2)


def _layer(mark: marks.Mark) -> int:
    """In which order plotly draws: shapes below, traces, shapes above, words."""
    if isinstance(mark, marks.Label):
        return 3
    if isinstance(mark, marks.Box | marks.Segment):
        return 0 if mark.layer == "below" else 2
    return 2 if isinstance(mark, marks.Outline) else 1


def _range(axis: dict[str, Any]) -> tuple[float, float]:
    first, last = axis["range"]
    return _number(first), _number(last)


def _domain(axis: dict[str, Any]) -> float:
    """The share of the plot below the axes."""
    return float(axis.get("domain", (0.0, 1.0))[0])


def _square(inner: Place, x: tuple[float, float], y: tuple[float, float]) -> Place:
    """The largest part in the middle of a place in which both axes have the same unit."""
    unit = min(inner.width / (x[1] - x[0]), inner.height / (y[1] - y[0]))
    wide, high = unit * (x[1] - x[0]), unit * (y[1] - y[0])
    return Place(inner.x + (inner.width - wide) / 2, inner.y + (inner.height - high) / 2, wide, high)


def _number(at: Any) -> float:  # noqa: ANN401
    """A place on an axis as a number; days count from the first one of the calendar."""
    if isinstance(at, np.datetime64):
        at = at.astype("datetime64[D]").item()
    return float(at.toordinal()) if isinstance(at, date) else float(at)


def _plain(values: Any) -> list[float]:  # noqa: ANN401
    return [_number(value) for value in values]


def _each(values: Any, many: int) -> list[float]:  # noqa: ANN401
    return _plain([values] * many if isinstance(values, int | float) else values)


def _paint(colour: str | None) -> tuple[str, float]:
    """A colour as a hex number, and its opacity."""
    if found := RGBA.fullmatch((colour or "").replace(" ", "")):
        *parts, opacity = found.groups()
        return "#" + "".join(f"{int(part):02X}" for part in parts), float(opacity)
    return colour or "", 1.0


def _dash(line: marks.Stroke | None) -> Dash:
    return "solid" if line is None or line.dash == "solid" else "dot" if line.dash == "dot" else "dash"


def _corners(path: str) -> list[Spot]:
    """The corners of a path in pixels, down and right counted as more."""
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", path)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))
