"""The parts of a native chart as XML: axes, cached values, strokes, type; their order is that of the schema."""

from datetime import date
from html import escape
from typing import NamedTuple

from components.scene.native.charts.worksheet import DAY_FORMAT, SheetColumn, serial
from components.scene.native.drawingml import LANGUAGE, OFFICE
from components.scene.native.scheme import solid
from components.scene.things import PALETTE, Dash, Place

NAMESPACES = (
    f'xmlns:c="{OFFICE}/drawingml/2006/chart" xmlns:a="{OFFICE}/drawingml/2006/main" '
    f'xmlns:r="{OFFICE}/officeDocument/2006/relationships"'
)
FONT = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'
EMU_PER_POINT = 12_700
NO_FILL, NO_LINE, NO_EFFECT = "<a:noFill/>", "<a:ln><a:noFill/></a:ln>", "<a:effectLst/>"
CATEGORY_AXIS, VALUE_AXIS = 111_111_111, 222_222_222


class Chart(NamedTuple):
    """A chart as XML, the sheet it reads, and how its numbers are written."""

    xml: str
    sheet: list[SheetColumn]
    number_format: str


def chart_space(place: Place, plot: Place, drawn: str, points: float) -> str:
    """A whole chart: the plots and axes within `plot`, which lies in the frame `place`; no title, no legend."""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace {NAMESPACES}>'
        '<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea>{_layout(place, plot)}{drawn}{shown(NO_FILL, NO_LINE)}</c:plotArea>"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"{shown(NO_FILL, NO_LINE)}{lettered(PALETTE.ink, points)}</c:chartSpace>"
    )


def plot_of(kind: str, grouping: str, series: str, more: str = "") -> str:
    """The series of a kind ("bar", "line", "area") on the two axes; `more` stands between its series and its axes."""
    direction = '<c:barDir val="col"/>' if kind == "bar" else ""
    axes = "".join(f'<c:axId val="{axis}"/>' for axis in (CATEGORY_AXIS, VALUE_AXIS))
    return (
        f'<c:{kind}Chart>{direction}<c:grouping val="{grouping}"/><c:varyColors val="0"/>'
        f"{series}{more}{axes}</c:{kind}Chart>"
    )


def label_axis(points: float) -> str:
    """The axis of the labels, on the floor of the plot; all labels stand there, upright."""
    every = '<c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/>'
    rest = f'<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>{every}'
    return f"<c:catAx>{_floor('General', points)}{rest}</c:catAx>"


def day_axis(step: int, months: bool, points: float) -> str:
    """The axis of days, a day written every so many days or months from the first on."""
    return (
        f'<c:dateAx>{_floor(DAY_FORMAT, points)}<c:auto val="0"/><c:lblOffset val="100"/><c:baseTimeUnit val="days"/>'
        f'<c:majorUnit val="{step}"/><c:majorTimeUnit val="{"months" if months else "days"}"/></c:dateAx>'
    )


def value_axis(most: float, step: float, crossing: str, points: float) -> str:
    """The axis of volumes from nothing to `most`; `crossing` is "between" columns, or "midCat" from edge to edge."""
    grid = f"<c:majorGridlines>{shown('', stroke(PALETTE.grid, 0.75))}</c:majorGridlines>"
    unit = f'<c:majorUnit val="{step:.15g}"/>' if step > 0 else ""
    return (
        f'<c:valAx><c:axId val="{VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{most:.15g}"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>{grid}'
        f'<c:numFmt formatCode="{number_format(step)}" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>{shown(NO_FILL, NO_LINE)}'
        f'{lettered(PALETTE.ink, points)}<c:crossAx val="{CATEGORY_AXIS}"/><c:crosses val="autoZero"/>'
        f'<c:crossBetween val="{crossing}"/>{unit}</c:valAx>'
    )


def number_format(step: float) -> str:
    """Thousands set apart; with as many decimals as there are where the axis goes in parts of one."""
    return "#,##0" if float(step).is_integer() else "General"


def named(place: int, column: SheetColumn) -> str:
    """How a series begins: its number and the heading of its column as its name."""
    cached = f'<c:ptCount val="1"/>{_point(0, escape(column.heading, quote=False))}'
    reference = f"<c:strRef><c:f>{column.head}</c:f><c:strCache>{cached}</c:strCache></c:strRef>"
    return f'<c:idx val="{place}"/><c:order val="{place}"/><c:tx>{reference}</c:tx>'


def line_series(
    place: int,
    column: SheetColumn,
    line: str,
    categories: str,
    form: str,
    marker: str = '<c:symbol val="none"/>',
    trend: str = "",
) -> str:
    """A line; its points have no `marker` unless one is given."""
    values = f"<c:cat>{categories}</c:cat><c:val>{numbers(column, form)}</c:val>"
    look = f"{shown('', line)}<c:marker>{marker}</c:marker>"
    return f'<c:ser>{named(place, column)}{look}{trend}{values}<c:smooth val="0"/></c:ser>'


def texts(column: SheetColumn) -> str:
    """The cells of a column of texts, as reference and cache."""
    points = (_point(at, escape(str(text), quote=False)) for at, text in enumerate(column.values) if text is not None)
    cached = f'<c:ptCount val="{len(column.values)}"/>{"".join(points)}'
    return f"<c:strRef><c:f>{column.cells}</c:f><c:strCache>{cached}</c:strCache></c:strRef>"


def numbers(column: SheetColumn, form: str) -> str:
    """The cells of a column of numbers or days, as reference and cache; an empty cell is left out of the cache."""
    points = (
        _point(at, str(serial(value)) if isinstance(value, date) else f"{value:.15g}")
        for at, value in enumerate(column.values)
        if value is not None
    )
    cached = f'<c:formatCode>{form}</c:formatCode><c:ptCount val="{len(column.values)}"/>{"".join(points)}'
    return f"<c:numRef><c:f>{column.cells}</c:f><c:numCache>{cached}</c:numCache></c:numRef>"


def shown(fill: str, line: str) -> str:
    """Fill and line of a part, without the shadow of a theme."""
    return f"<c:spPr>{fill}{line}{NO_EFFECT}</c:spPr>"


def stroke(colour: str, points: float, dash: Dash = "solid") -> str:
    """A line that ends where it ends, without caps."""
    ends = f'<a:prstDash val="{dash}"/><a:round/>'
    return f'<a:ln w="{round(points * EMU_PER_POINT)}" cap="flat">{solid(colour)}{ends}</a:ln>'


def type_of(tag: str, colour: str, points: float, bold: bool = False) -> str:
    """The type of a theme, as the properties `tag` of a run or of a paragraph."""
    language = f'lang="{LANGUAGE}" ' if tag == "rPr" else ""
    return f'<a:{tag} {language}sz="{points * 100:.0f}" b="{bold:d}">{solid(colour)}{FONT}</a:{tag}>'


def lettered(colour: str, points: float) -> str:
    """How the texts of a part are set; upright, however many there are."""
    body = '<a:bodyPr rot="0" vert="horz"/>'
    return (
        f"<c:txPr>{body}<a:lstStyle/><a:p><a:pPr>{type_of('defRPr', colour, points)}</a:pPr>"
        f'<a:endParaRPr lang="{LANGUAGE}"/></a:p></c:txPr>'
    )


def _floor(form: str, points: float) -> str:
    """What both kinds of lower axis begin with."""
    return (
        f'<c:axId val="{CATEGORY_AXIS}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="b"/><c:numFmt formatCode="{form}" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="low"/>{shown(NO_FILL, stroke(PALETTE.ticks, 0.75))}'
        f'{lettered(PALETTE.ink, points)}<c:crossAx val="{VALUE_AXIS}"/><c:crosses val="autoZero"/>'
    )


def _layout(place: Place, plot: Place) -> str:
    """The plot in fractions of the frame, without what stands beside its axes."""
    shares = {
        "x": (plot.x - place.x) / place.width,
        "y": (plot.y - place.y) / place.height,
        "w": plot.width / place.width,
        "h": plot.height / place.height,
    }
    values = "".join(f'<c:{key} val="{share:.6f}"/>' for key, share in shares.items())
    modes = '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
    return f"<c:layout><c:manualLayout>{modes}{values}</c:manualLayout></c:layout>"


def _point(at: int, value: str) -> str:
    return f'<c:pt idx="{at}"><c:v>{value}</c:v></c:pt>'
