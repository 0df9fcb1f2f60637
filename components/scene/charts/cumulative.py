"""The modelled volume by day as a native chart: a band, its median, what it is held against and the window on it."""

from collections.abc import Sequence
from math import isfinite

from components.scene.charts.days import Crossing, Row, crossing, held, rows, tick_step
from components.scene.charts.parts import (
    NO_FILL,
    NO_LINE,
    Chart,
    chart_space,
    day_axis,
    line_series,
    named,
    number_format,
    numbers,
    plot_of,
    shown,
    stroke,
    value_axis,
)
from components.scene.charts.places import (
    DIAMOND_POINTS,
    EDGE_POINTS,
    LIMIT_POINTS,
    MEDIAN_POINTS,
    RIM_POINTS,
    THIN_POINTS,
    WINDOW_POINTS,
)
from components.scene.charts.worksheet import DAY_FORMAT, SheetColumn, sheet_columns
from components.scene.scheme import solid
from components.scene.things import PALETTE, Cumulative

_RIM = shown(solid(PALETTE.paper), stroke(PALETTE.limit, RIM_POINTS))
DIAMOND = f'<c:symbol val="diamond"/><c:size val="{DIAMOND_POINTS}"/>{_RIM}'


def cumulative_chart(cumulative: Cumulative) -> Chart:
    """The chart and its sheet: days, what is drawn by day, and the 95% from which the band comes."""
    form, shown_rows = number_format(cumulative.step), rows(cumulative)
    found = crossing(cumulative, shown_rows)
    days, base, band, median, line, window, middle, _, *limit = sheet = _sheet(cumulative, shown_rows, found)
    moments = numbers(days, DAY_FORMAT)
    areas = _area(0, base, shown(NO_FILL, NO_LINE), moments, form)
    areas += _area(1, band, shown(solid(PALETTE.model_band), stroke(PALETTE.model, EDGE_POINTS)), moments, form)
    lines = line_series(2, median, stroke(PALETTE.model, MEDIAN_POINTS), moments, form)
    if isfinite(cumulative.limit_volume):
        lines += line_series(3, line, stroke(PALETTE.limit, LIMIT_POINTS), moments, form)
    if found:
        lines += line_series(4, window, stroke(PALETTE.limit, WINDOW_POINTS), moments, form)
        lines += line_series(5, middle, NO_LINE, moments, form, marker=DIAMOND)
    for thin in limit:
        lines += line_series(6, thin, stroke(PALETTE.limit, THIN_POINTS, "dash"), moments, form)
    drawn = plot_of("area", "stacked", areas) + plot_of("line", "standard", lines, '<c:marker val="1"/>')
    drawn += day_axis(*tick_step(shown_rows, cumulative.plot.width))
    drawn += value_axis(cumulative.most, cumulative.step, "midCat")
    return Chart(chart_space(cumulative.place, cumulative.plot, drawn), sheet, form)


def _area(place: int, column: SheetColumn, look: str, moments: str, form: str) -> str:
    values = f"<c:cat>{moments}</c:cat><c:val>{numbers(column, form)}</c:val>"
    return f"<c:ser>{named(place, column)}{look}{values}</c:ser>"


def _sheet(cumulative: Cumulative, given: Sequence[Row], found: Crossing | None) -> list[SheetColumn]:
    """Every series of the chart is one stretch of cells; the 95% are for reading only.

    Where the line is not the limit on every day, the limit itself comes last.
    """
    line = held(cumulative)
    limit = [(cumulative.limit_name, [cumulative.limit_volume] * len(given))] if cumulative.line else []
    return sheet_columns(
        ("Day", [row.day for row in given]),
        ("5% of the runs lie below", [row.q05 for row in given]),
        ("From there to the 95%", [row.q95 - row.q05 for row in given]),
        ("Median", [row.q50 for row in given]),
        (cumulative.line_name or cumulative.limit_name, [line.on(row.day) for row in given]),
        (
            "Passed: 90% of the runs",
            [line.on(row.day) if found and found.first <= row.day <= found.last else None for row in given],
        ),
        ("Passed: median day", [line.on(row.day) if found and found.middle == row.day else None for row in given]),
        ("95% of the runs lie below", [row.q95 for row in given]),
        *limit,
    )
