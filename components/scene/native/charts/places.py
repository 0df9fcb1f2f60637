"""Where the parts of a chart stand on the slide; the native chart, its preview and what is laid over it agree on it."""

from datetime import date
from math import isfinite

from components.scene.text import LINE, POINTS_PER_INCH
from components.scene.things import Columns, Place

GAP = 0.5  # between two columns, as a share of a column's width
BELOW_AXIS = 0.08  # inches between the axis and its labels
LIMIT_POINTS, MEDIAN_POINTS, WHISKER_POINTS, WINDOW_POINTS = 4.0, 3.0, 2.25, 9.0
THIN_POINTS = 1.5  # of the dashed line beside that of the limit
EDGE_POINTS, RIM_POINTS = 1.0, 2.25  # around the band and around the diamond on the window
DIAMOND_POINTS = 13  # of its size


def text_line(points: float) -> float:
    """How high a line of a chart's type is, in inches."""
    return points * LINE / POINTS_PER_INCH


def slots(columns: Columns) -> int:
    """Into how many equal parts the axis falls: a column alone stands in the middle of three, or it would be a wall."""
    return len(columns.labels) if len(columns.labels) > 1 else 3


def column_place(columns: Columns, at: int) -> Place:
    """Where a column stands on the slide, without its whisker; flat on the axis if it has no volume."""
    wide = columns.plot.width / slots(columns)
    middle = columns.plot.x + wide * (at + (0.5 if len(columns.labels) > 1 else 1.5))
    width = wide / (1 + GAP)
    top = level(columns.plot, columns.most, columns.volumes[at])
    return Place(middle - width / 2, top, width, columns.plot.bottom - top)


def whisker(columns: Columns, at: int) -> tuple[float | None, float | None]:
    """How far the whisker reaches below and above the volume; None for one that is not known or no way off."""
    volume, ends = columns.volumes[at], (columns.low[at], columns.high[at])
    below, above = (abs(volume - end) or None if isfinite(end) and isfinite(volume) else None for end in ends)
    return below, above


def level(plot: Place, most: float, volume: float) -> float:
    """How far down the slide a volume lies, within the plot; one that is not known lies on the axis."""
    share = volume / most if isfinite(volume) and most > 0 else 0.0
    return plot.bottom - plot.height * min(max(share, 0.0), 1.0)


def across(plot: Place, days: tuple[date, date], moment: date) -> float:
    """How far right on the slide a day lies between the first and the last."""
    whole = (days[1] - days[0]).days
    return plot.x + plot.width * ((moment - days[0]).days / whole if whole else 0.0)
