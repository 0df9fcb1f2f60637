"""Native, editable charts on a slide of python-pptx: each with a sheet of its own that holds the very same values."""

from typing import TYPE_CHECKING, cast

from pptx.enum.chart import XL_CHART_TYPE

from components.scene.native.charts.columns import column_chart
from components.scene.native.charts.cumulative import cumulative_chart
from components.scene.native.charts.worksheet import workbook
from components.scene.things import Columns, Cumulative

if TYPE_CHECKING:
    from pptx.chart.data import ChartData
    from pptx.parts.slide import SlidePart

    from components.scene.native.charts.parts import Chart


class _Ready:
    """A chart as python-pptx asks for one when it adds it to a slide."""

    def __init__(self, chart: "Chart") -> None:
        self._xml = chart.xml.encode("utf-8")
        self.xlsx_blob = workbook(chart.sheet, chart.number_format)

    def xml_bytes(self, _kind: XL_CHART_TYPE) -> bytes:
        return self._xml


def charted(slide: "SlidePart", thing: Columns | Cumulative) -> str:
    """Adds a chart to a slide; the name under which the slide knows it.

    Columns: one a label, what is said at its foot, whiskers, and the limit as a line from edge to edge; a column
    without a volume stays empty. Cumulative: the band and the median by day, the limit as a line from edge to edge, on
    it the window of days. Without a limit there is neither line nor window. Raises ValueError without a column, or if
    no day has its numbers.
    """
    chart = column_chart(thing) if isinstance(thing, Columns) else cumulative_chart(thing)
    # Its own writer knows neither whiskers nor two kinds of plot in one chart; of a chart's source it asks only this.
    return str(slide.add_chart_part(XL_CHART_TYPE.COLUMN_CLUSTERED, cast("ChartData", _Ready(chart))))
