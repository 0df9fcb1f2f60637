"""The modelled volume by day as a native chart: a band, its median, what it is held against and the window on it."""

from collections.abc import Sequence
from math import isfinite

from components.scene.native.charts import parts, places
from components.scene.native.charts.days import Crossing, Row, crossing, held, rows, tick_step
from components.scene.native.charts.parts import NO_LINE, stroke
from components.scene.native.charts.worksheet import DAY_FORMAT, SheetColumn, sheet_columns
from components.scene.native.scheme import solid
from components.scene.things import PALETTE, Cumulative

_RIM = parts.shown(solid(PALETTE.paper), stroke(PALETTE.limit, places.RIM_POINTS))
DIAMOND = f'<c:symbol val="diamond"/><c:size val="{places.DIAMOND_POINTS}"/>{_RIM}'


def cumulative_chart(cumulative: Cumulative) -> parts.Chart:
    """The chart and its sheet: days, and what is drawn by day."""
    form, shown_rows = parts.number_format(cumulative.step), rows(cumulative)
    found = crossing(cumulative, shown_rows)
    days, high, low, median, line, window, middle, *limit = sheet = _sheet(cumulative, shown_rows, found)
    moments, edge = parts.numbers(days, DAY_FORMAT), stroke(PALETTE.model, places.EDGE_POINTS)
    # Not stacked: a save by LibreOffice would stack the lines too. What lies below the band is covered by paper, before
    # it and behind it, for of two areas PowerPoint draws the last in front and LibreOffice the first.
    band, cover = parts.shown(solid(PALETTE.model_band), NO_LINE), parts.shown(solid(PALETTE.paper), NO_LINE)
    areas = "".join(
        _area(place, column, look, moments, form)
        for place, (column, look) in enumerate([(low, cover), (high, band), (low, cover)])
    )
    drawn_as = [(high, edge), (low, edge), (median, stroke(PALETTE.model, places.MEDIAN_POINTS))]
    drawn_as += [(line, stroke(PALETTE.limit, places.LIMIT_POINTS))] if isfinite(cumulative.limit_volume) else []
    drawn_as += [(window, stroke(PALETTE.limit, places.WINDOW_POINTS))] if found else []
    drawn_as += [(thin, stroke(PALETTE.limit, places.THIN_POINTS, "dash")) for thin in limit]
    lines = "".join(
        parts.line_series(place, column, look, moments, form) for place, (column, look) in enumerate(drawn_as, 3)
    )
    if found:
        lines += parts.line_series(3 + len(drawn_as), middle, NO_LINE, moments, form, marker=DIAMOND)
    drawn = parts.plot_of("area", "standard", areas) + parts.plot_of("line", "standard", lines, '<c:marker val="1"/>')
    drawn += parts.day_axis(*tick_step(shown_rows, cumulative.plot.width, cumulative.points), cumulative.points)
    drawn += parts.value_axis(cumulative.most, cumulative.step, "midCat", cumulative.points)
    return parts.Chart(parts.chart_space(cumulative.place, cumulative.plot, drawn, cumulative.points), sheet, form)


def _area(place: int, column: SheetColumn, look: str, moments: str, form: str) -> str:
    values = f"<c:cat>{moments}</c:cat><c:val>{parts.numbers(column, form)}</c:val>"
    return f"<c:ser>{parts.named(place, column)}{look}{values}</c:ser>"


def _sheet(cumulative: Cumulative, given: Sequence[Row], found: Crossing | None) -> list[SheetColumn]:
    """Every series of the chart is one stretch of cells.

    Where the line is not the limit on every day, the limit itself comes last.
    """
    line = held(cumulative)
    limit = [(cumulative.limit_name, [cumulative.limit_volume] * len(given))] if cumulative.line else []
    return sheet_columns(
        ("Day", [row.day for row in given]),
        ("95% of the runs lie below", [row.q95 for row in given]),
        ("5% of the runs lie below", [row.q05 for row in given]),
        ("Median", [row.q50 for row in given]),
        (cumulative.line_name or cumulative.limit_name, [line.on(row.day) for row in given]),
        (
            "Passed: 90% of the runs",
            [line.on(row.day) if found and found.first <= row.day <= found.last else None for row in given],
        ),
        ("Passed: median day", [line.on(row.day) if found and found.middle == row.day else None for row in given]),
        *limit,
    )
