"""Columns against the limit as a native chart: the columns, what is said in them, their whiskers, and one line."""

from collections.abc import Sequence
from html import escape
from math import isfinite

from components.scene.native.charts import parts
from components.scene.native.charts.lettering import Lettering, axis_labels, lettering
from components.scene.native.charts.parts import NO_FILL, NO_LINE, shown, stroke
from components.scene.native.charts.places import GAP, LIMIT_POINTS, WHISKER_POINTS, slots, whisker
from components.scene.native.charts.worksheet import SheetColumn, Value, sheet_columns
from components.scene.native.scheme import solid
from components.scene.things import PALETTE, Columns
from components.theme import number

TURNED = -90 * 60_000  # degrees, as the format counts them
# Nothing points from a raised label to its column; that is said where the schema leaves room for later versions.
NO_LEADERS = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:showLeaderLines val="0"/>'
    "</c:ext></c:extLst>"
)
FIELD = 'type="VALUE"'
FIELDS = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:dlblFieldTable/>'
    '<c15:showDataLabelsRange val="0"/></c:ext></c:extLst>'
)
ONLY_ITS_WORDS = "".join(f'<c:show{part} val="0"/>' for part in ("CatName", "SerName", "Percent", "BubbleSize"))


def column_chart(columns: Columns) -> parts.Chart:
    """The chart and its sheet: labels, volumes and the limit, whiskers, and what they come from."""
    if not columns.labels:
        raise ValueError(f"The chart {columns.name!r} has no column.")
    form, sheet = parts.number_format(columns.step), _sheet(columns)
    labels, volumes, limit, below, above, *_ = sheet
    bars = (
        f'<c:ser>{parts.named(0, volumes)}{shown(solid(PALETTE.model), NO_LINE)}<c:invertIfNegative val="0"/>'
        f"{_colours(columns)}{_labels(columns)}{_whiskers(below, above, form)}"
        f"<c:cat>{parts.texts(labels)}</c:cat><c:val>{parts.numbers(volumes, form)}</c:val></c:ser>"
    )
    drawn = parts.plot_of("bar", "clustered", bars, f'<c:gapWidth val="{GAP * 100:.0f}"/>')
    if isfinite(columns.limit_volume):
        line = parts.line_series(
            1, limit, stroke(PALETTE.limit, LIMIT_POINTS), parts.texts(labels), form, trend=_to_the_edges()
        )
        drawn += parts.plot_of("line", "standard", line, '<c:marker val="1"/>')
    drawn += parts.label_axis(columns.points) + parts.value_axis(columns.most, columns.step, "between", columns.points)
    return parts.Chart(parts.chart_space(columns.place, columns.plot, drawn, columns.points), sheet, form)


def _sheet(columns: Columns) -> list[SheetColumn]:
    many = len(columns.labels)
    below, above = zip(*(whisker(columns, at) for at in range(many)), strict=True)
    limit: list[Value] = [columns.limit_volume] * slots(columns)
    given: list[tuple[str, Sequence[Value]]] = [
        ("Label", axis_labels(columns)),
        ("Volume", columns.volumes),
        ("Whisker below", below),
        ("Whisker above", above),
        ("Low", columns.low),
        ("High", columns.high),
        ("In words", columns.said),
        ("Label in full", columns.labels),
    ]
    # The limit's line needs more than one point: a column alone stands between two that are empty.
    beside: list[Value] = [None] * _before(columns)
    headed: list[tuple[str, Sequence[Value]]] = [(head, [*beside, *cells, *beside]) for head, cells in given]
    return sheet_columns(*headed[:2], (columns.limit_name, limit), *headed[2:])


def _before(columns: Columns) -> int:
    """How many empty columns stand before the first."""
    return (slots(columns) - len(columns.labels)) // 2


def _colours(columns: Columns) -> str:
    return "".join(
        f'<c:dPt><c:idx val="{at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"{shown(solid(colour), NO_LINE)}</c:dPt>"
        for at, colour in enumerate(columns.colours, _before(columns))
    )


def _labels(columns: Columns) -> str:
    said = [_label(at + _before(columns), lettering(columns, at), columns) for at in range(len(columns.labels))]
    silent = f'{shown(NO_FILL, NO_LINE)}<c:showLegendKey val="0"/><c:showVal val="0"/>{ONLY_ITS_WORDS}'
    return f"<c:dLbls>{''.join(said)}{silent}{NO_LEADERS}</c:dLbls>"


def _label(at: int, letters: Lettering | None, columns: Columns) -> str:
    if letters is None:
        return f'<c:dLbl><c:idx val="{at}"/><c:delete val="1"/></c:dLbl>'
    shift = f'<c:x val="0"/><c:y val="{-letters.rise / columns.place.height:.6f}"/>'
    raised = f"<c:layout><c:manualLayout>{shift}</c:manualLayout></c:layout>" if letters.rise > 0 else "<c:layout/>"
    first, then = (parts.type_of(tag, letters.colour, columns.points, bold=True) for tag in ("defRPr", "rPr"))
    value = number(columns.volumes[at - _before(columns)])
    lines = "".join(f"<a:p><a:pPr>{first}</a:pPr>{_worded(line, value, at, then)}</a:p>" for line in letters.lines)
    form = f'<c:numFmt formatCode="{parts.number_format(columns.step)}" sourceLinked="0"/>' if FIELD in lines else ""
    body = f'<a:bodyPr rot="{TURNED if letters.turned else 0}" vert="horz" wrap="none"/>'
    return (
        f'<c:dLbl><c:idx val="{at}"/>{raised}<c:tx><c:rich>{body}<a:lstStyle/>{lines}</c:rich></c:tx>{form}'
        f'{shown(NO_FILL, NO_LINE)}<c:dLblPos val="{"inBase" if letters.inside else "outEnd"}"/>'
        f'<c:showLegendKey val="0"/><c:showVal val="1"/>{ONLY_ITS_WORDS}{FIELDS if form else ""}</c:dLbl>'
    )


def _worded(line: str, value: str, at: int, letters: str) -> str:
    """A line of a label; the column's number in it is a field, which follows an edit of the data."""
    before, found, after = line.partition(value)
    if not found or after or before[-1:].isdigit():
        return f"<a:r>{letters}<a:t>{escape(line, quote=False)}</a:t></a:r>"
    words = f"<a:r>{letters}<a:t>{escape(before, quote=False)}</a:t></a:r>" if before else ""
    known_as = f"{{8E0C4B6A-52D1-4C0F-9A37-{at:012X}}}"
    return f'{words}<a:fld id="{known_as}" {FIELD}>{letters}<a:pPr/><a:t>{value}</a:t></a:fld>'


def _whiskers(below: SheetColumn, above: SheetColumn, form: str) -> str:
    """Bars of which each end stands in a cell; an empty cell draws nothing."""
    if all(value is None for column in (below, above) for value in column.values):
        return ""
    return (
        '<c:errBars><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/>'
        f"<c:plus>{parts.numbers(above, form)}</c:plus><c:minus>{parts.numbers(below, form)}</c:minus>"
        f"{shown('', stroke(PALETTE.ink, WHISKER_POINTS))}</c:errBars>"
    )


def _to_the_edges() -> str:
    """A line of the chart ends in the middle of a column; its trend goes half a column further on either side."""
    return (
        f"<c:trendline>{shown('', stroke(PALETTE.limit, LIMIT_POINTS))}"
        '<c:trendlineType val="linear"/><c:forward val="0.5"/><c:backward val="0.5"/>'
        '<c:dispRSqr val="0"/><c:dispEq val="0"/></c:trendline>'
    )
