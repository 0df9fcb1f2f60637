"""Below the volume as it grew: what else began meanwhile, where its wording allows it, as on the page."""

from dataclasses import replace
from datetime import date

from components.figures.meanwhile import Begun
from components.figures.modelled import begun_meanwhile
from components.scene.native.charts.places import across
from components.scene.packing import Extent, packed
from components.scene.text import LINE, POINTS_PER_INCH, inches
from components.scene.things import PALETTE, SMALL_POINTS, Cumulative, Place, Run, Shape, Text, Thing
from components.slides.view import View
from components.slides.words.prose import linked
from components.theme import LANE_SIGNS, day, shortened

BAR, AIR, GAP, LEAST = 0.06, 0.05, 0.15, 0.08  # inches: a bar, what is around a row, between two events, the least bar
WORDS = SMALL_POINTS * LINE / POINTS_PER_INCH
ROW = WORDS + BAR + AIR
LONGEST = 46  # characters of a title
MOST_ROWS = 3


def with_strip(chart: Cumulative, view: View) -> tuple[Cumulative, list[Thing]]:
    """The chart, as much lower as the strip below it is high, and the strip: nothing where nothing else began."""
    placed = [(one, _extent(one, chart)) for one in begun_meanwhile(view.evidence, (chart.days[0], chart.days[-1]))]
    rows = packed([extent for _, extent in placed], GAP)
    shown = [(one, extent, row) for (one, extent), row in zip(placed, rows, strict=True) if row < MOST_ROWS]
    if not shown:
        return chart, []
    high = (max(row for *_, row in shown) + 1) * ROW + AIR
    plot, place = (each._replace(height=each.height - high) for each in (chart.plot, chart.place))
    top = place.bottom + AIR
    things = [thing for one, extent, row in shown for thing in _event(one, extent, top + row * ROW, chart, view)]
    return replace(chart, plot=plot, place=place), things


def _event(one: Begun, extent: Extent, top: float, chart: Cumulative, view: View) -> list[Thing]:
    colour, told = PALETTE.lanes[one.lane % len(PALETTE.lanes)], f"{shortened(one.title, LONGEST)} [{one.opens}]"
    sign = Run(f"{LANE_SIGNS[one.lane % len(LANE_SIGNS)]} ", bold=True, colour=colour)
    begins = f"{one.title}: begins {day(one.first)}" if one.first == one.last else (
        f"{one.title}: begins between {day(one.first)} and {day(one.last)}"
    )  # fmt: skip
    place = Place(extent.start, top, extent.end - extent.start, WORDS)
    words = Text("Began meanwhile", place, ((sign, *linked(told, view)),), begins, SMALL_POINTS, wrap=False)
    left, right = (_x(moment, chart) for moment in (one.first, one.last))
    bar = Place(left, top + WORDS, max(right - left, LEAST), BAR)
    return [words, Shape("Days on which it can have begun", bar, "rectangle", begins, colour)]


def _extent(one: Begun, chart: Cumulative) -> Extent:
    """How far bar and words reach; words that would leave the plot end with it."""
    start, end = _x(one.first, chart), _x(one.last, chart)
    wide = inches(f"{LANE_SIGNS[0]}  {shortened(one.title, LONGEST)} [{one.opens}]", SMALL_POINTS) + GAP
    start = max(min(start, chart.plot.right - wide), chart.place.x)
    return Extent(start, max(end, start + wide))


def _x(moment: date, chart: Cumulative) -> float:
    first, last = chart.days[0], chart.days[-1]
    return across(chart.plot, (first, last), min(max(moment, first), last))
