"""Native, editable charts on a slide of python-pptx: each with a sheet of its own that holds the very same values."""

from typing import TYPE_CHECKING, cast

from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from components.scene.charts.columns import column_chart
from components.scene.charts.cumulative import cumulative_chart
from components.scene.charts.worksheet import workbook
from components.scene.drawingml import clean
from components.scene.things import Columns, Cumulative

if TYPE_CHECKING:
    from pptx.chart.data import ChartData
    from pptx.shapes.graphfrm import GraphicFrame
    from pptx.shapes.shapetree import SlideShapes

    from components.scene.charts.parts import Chart


class _Ready:
    """A chart as python-pptx asks for one when it adds it to a slide."""

    def __init__(self, chart: "Chart") -> None:
        self._xml = chart.xml.encode("utf-8")
        self.xlsx_blob = workbook(chart.sheet, chart.number_format)

    def xml_bytes(self, _kind: XL_CHART_TYPE) -> bytes:
        return self._xml


def add_columns(shapes: "SlideShapes", columns: Columns) -> "GraphicFrame":
    """A column a label, what is said at its foot, whiskers, and the limit as a line from edge to edge; its frame.

    A column without a volume stays empty, and without a limit there is no line. Raises ValueError without a column.
    """
    return _added(shapes, columns, column_chart(columns))


def add_cumulative(shapes: "SlideShapes", cumulative: Cumulative) -> "GraphicFrame":
    """The band and the median by day, the limit as a line from edge to edge, on it the window of days; its frame.

    Without a limit there is neither line nor window. Raises ValueError if no day has its numbers.
    """
    return _added(shapes, cumulative, cumulative_chart(cumulative))


def _added(shapes: "SlideShapes", thing: Columns | Cumulative, chart: "Chart") -> "GraphicFrame":
    x, y, width, height = (Inches(length) for length in thing.place)
    # Its own writer knows neither whiskers nor two kinds of plot in one chart; of a chart's source it asks only this.
    ready = cast("ChartData", _Ready(chart))
    frame = cast("GraphicFrame", shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, x, y, width, height, ready))
    properties = frame.element.nvGraphicFramePr.cNvPr
    properties.set("name", " ".join(clean(thing.name).split()))
    properties.set("descr", " ".join(clean(thing.alt).split()))
    return frame
