"""The charts of a slide as they stand in its preview: same places, same lettering, same days as the native ones."""

from collections.abc import Iterable
from datetime import date
from math import isfinite

from components.scene.native.charts import places
from components.scene.native.charts.days import Crossing, crossing, held, rows, ticks
from components.scene.native.charts.lettering import AIR, axis_labels, lettering
from components.scene.native.charts.places import across, column_place, level, slots, text_line, whisker
from components.scene.svg_parts import BASELINE, curve, line, look_of, polygon, rectangle, written
from components.scene.text import POINTS_PER_INCH, inches, lines
from components.scene.things import PALETTE, WIDTH, Columns, Cumulative, Place, Point, Run
from components.theme import number

HALF_CAP = 0.04  # inches: the end of a whisker
MOST_STEPS = 100


def columns_drawn(columns: Columns) -> str:
    """Columns with what is said in them, whiskers, the limit's line, the axes and their words."""
    drawn = _scale(columns)
    each = range(len(columns.labels))
    drawn += "".join(rectangle(column_place(columns, at), columns.colours[at]) for at in each)
    drawn += "".join(_whisker(columns, at) for at in each)
    drawn += _floor(columns.plot)
    if isfinite(columns.limit_volume):
        drawn += _limit(columns.plot, columns.most, columns.limit_volume)
    drawn += "".join(_lettering(columns, at) for at in each)
    return drawn + _labels(columns)


def cumulative_drawn(cumulative: Cumulative) -> str:
    """The band, the median, what it is held against with the window on it, the axes and their words."""
    plot, most, shown = cumulative.plot, cumulative.most, rows(cumulative)
    span = (shown[0].day, shown[-1].day)

    def through(volumes: Iterable[float]) -> list[Point]:
        return [
            (across(plot, span, row.day), level(plot, most, volume)) for row, volume in zip(shown, volumes, strict=True)
        ]

    low, middle, high = (through(volumes) for volumes in zip(*(row[1:] for row in shown), strict=True))
    drawn = _scale(cumulative)
    for edge, fill in ((high, PALETTE.model_band), (low, PALETTE.paper)):
        drawn += polygon([(edge[0][0], plot.bottom), *edge, (edge[-1][0], plot.bottom)], look_of(fill, ""))
    drawn += (
        _floor(plot) + curve(high, PALETTE.model, places.EDGE_POINTS) + curve(low, PALETTE.model, places.EDGE_POINTS)
    )
    drawn += curve(middle, PALETTE.model, places.MEDIAN_POINTS)
    found, line_of = crossing(cumulative, shown), held(cumulative)
    if isfinite(cumulative.limit_volume):
        drawn += curve(through(line_of.on(row.day) for row in shown), PALETTE.limit, places.LIMIT_POINTS)
    if found:
        drawn += _window(cumulative, found)
    if cumulative.line:
        y = level(plot, most, cumulative.limit_volume)
        drawn += line((plot.x, y), (plot.right, y), PALETTE.limit, places.THIN_POINTS, "dash")
    for moment, told in ticks(shown, plot.width, cumulative.points):
        half = inches(told, cumulative.points) / 2
        x = min(across(plot, span, moment), WIDTH - half - AIR)
        at = (x, plot.bottom + places.BELOW_AXIS + _above_baseline(cumulative.points))
        drawn += written((Run(told),), at, cumulative.points, "center")
    return drawn


def _scale(chart: Columns | Cumulative) -> str:
    """Grid lines over the plot, and their numbers left of it."""
    plot, most, step, points = chart.plot, chart.most, chart.step, chart.points
    many = min(int(most / step + 1e-9), MOST_STEPS) if step > 0 else 0
    drawn = ""
    for value in (step * place for place in range(many + 1)):
        y = level(plot, most, value)
        drawn += line((plot.x, y), (plot.right, y), PALETTE.grid, 0.75)
        at = (plot.x - places.BELOW_AXIS, y - text_line(points) / 2 + _above_baseline(points))
        drawn += written((Run(number(round(value, 9))),), at, points, "right")
    return drawn


def _above_baseline(points: float) -> float:
    return points * BASELINE / POINTS_PER_INCH


def _floor(plot: Place) -> str:
    return line((plot.x, plot.bottom), (plot.right, plot.bottom), PALETTE.ticks, 0.75)


def _limit(plot: Place, most: float, volume: float) -> str:
    y = level(plot, most, volume)
    return line((plot.x, y), (plot.right, y), PALETTE.limit, places.LIMIT_POINTS)


def _whisker(columns: Columns, at: int) -> str:
    column, drawn = column_place(columns, at), ""
    x, volume = column.x + column.width / 2, columns.volumes[at]
    for end, way in zip(whisker(columns, at), (-1, 1), strict=True):
        if end is not None:
            y = level(columns.plot, columns.most, volume + way * end)
            drawn += line((x, column.y), (x, y), PALETTE.ink, places.WHISKER_POINTS)
            drawn += line((x - HALF_CAP, y), (x + HALF_CAP, y), PALETTE.ink, places.WHISKER_POINTS)
    return drawn


def _lettering(columns: Columns, at: int) -> str:
    letters, column = lettering(columns, at), column_place(columns, at)
    if letters is None:
        return ""
    foot = (column.bottom if letters.inside else column.y) - letters.rise - AIR
    middle, high = column.x + column.width / 2, text_line(columns.points)
    first = middle - len(letters.lines) * high / 2 if letters.turned else foot - len(letters.lines) * high
    drawn = ""
    for place, told in enumerate(letters.lines):
        base = first + place * high + _above_baseline(columns.points)
        run, turned = Run(told, bold=True, colour=letters.colour), letters.turned
        drawn += written(
            (run,), (base, foot) if turned else (middle, base), columns.points, "left" if turned else "center", turned
        )
    return drawn


def _labels(columns: Columns) -> str:
    width, drawn = columns.plot.width / slots(columns), ""
    for at, label in enumerate(axis_labels(columns)):
        column = column_place(columns, at)
        first = columns.plot.bottom + places.BELOW_AXIS + _above_baseline(columns.points)
        for place, told in enumerate(lines(label, width, columns.points)):
            spot = (column.x + column.width / 2, first + place * text_line(columns.points))
            drawn += written((Run(told),), spot, columns.points, "center")
    return drawn


def _window(cumulative: Cumulative, found: Crossing) -> str:
    """A thick line along the days of the window, a diamond on the median one."""
    shown, line_of, plot = rows(cumulative), held(cumulative), cumulative.plot
    span = (shown[0].day, shown[-1].day)

    def spot(moment: date) -> Point:
        return across(plot, span, moment), level(plot, cumulative.most, line_of.on(moment))

    drawn = curve(
        [spot(row.day) for row in shown if found.first <= row.day <= found.last], PALETTE.limit, places.WINDOW_POINTS
    )
    if found.middle is None:
        return drawn
    (x, y), half = spot(found.middle), places.DIAMOND_POINTS / POINTS_PER_INCH / 2
    corners = [(x, y - half), (x + half, y), (x, y + half), (x - half, y)]
    return drawn + polygon(corners, look_of(PALETTE.paper, PALETTE.limit, places.RIM_POINTS))
