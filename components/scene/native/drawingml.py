"""The things of a slide as DrawingML, in which PowerPoint keeps shapes, texts and tables; no effects, no fonts."""

import re
from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import cycle
from typing import NamedTuple

from components.letters import isolated
from components.scene import things
from components.scene.native.scheme import solid
from components.scene.text import INSET, clean
from components.scene.things import Paragraph, Place, Point, Run

EMU = 914_400  # to the inch, as the format counts
LANGUAGE = "en-GB"
TABLE_STYLE = "{7B1AC3D2-4E5F-4A60-8B27-2D6C0E9A1F34}"  # stands in the template
OFFICE = "http://schemas.openxmlformats.org"
NAMESPACES = (
    f'xmlns:a="{OFFICE}/drawingml/2006/main" xmlns:p="{OFFICE}/presentationml/2006/main" '
    f'xmlns:r="{OFFICE}/officeDocument/2006/relationships"'
)
TABLE_URI, CHART_URI = f"{OFFICE}/drawingml/2006/table", f"{OFFICE}/drawingml/2006/chart"
FORMS = {
    "rectangle": "rect",
    "ellipse": "ellipse",
    "triangle": "triangle",
    "chevron": "chevron",
}
DASHES = {"solid": "solid", "dot": "sysDot", "dash": "dash"}
ALIGNS = {"left": "l", "center": "ctr", "right": "r"}
ANCHORS = {"top": "t", "middle": "ctr", "bottom": "b"}
FULL_TURN, DEGREE = 21_600_000, 60_000  # as the format counts angles
# Arrows, geometric shapes and the like. Arial has few of them, and what stands in for it may draw them in colour.
SIGNS = re.compile("([\u2190-\u21ff\u25a0-\u27bf]+)")
SIGN_FONT = "".join(f'<a:{script} typeface="Segoe UI Symbol"/>' for script in ("latin", "ea", "cs"))

# Says of an object without a text of its own that it is an ornament, for which no reader need stop.
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


class Known(NamedTuple):
    """The names under which a slide knows what lies outside it.

    `linked` gives that of a web address, empty if it is none to follow; `charted` that of a chart.
    """

    linked: Callable[[str], str]
    charted: Callable[[things.Columns | things.Cumulative], str]


def object_of(thing: things.Thing, numbers: Iterator[int], known: Known) -> str:
    """A thing as an object of the slide; it takes its number, and those of what it holds, from `numbers`.

    Raises ValueError for a table in a group.
    """
    number = next(numbers)
    match thing:
        case things.Text():
            return _text(thing, number, known)
        case things.Shape():
            return _shape(thing, number)
        case things.Line():
            return _line(thing, number)
        case things.Path():
            return _path(thing, number)
        case things.Table():
            return _table(thing, number, known)
        case things.Columns() | things.Cumulative():
            return _chart(thing, number, known)
        case things.Group():
            return _group(thing, number, numbers, known)


def _text(text: things.Text, number: int, known: Known) -> str:
    paragraphs = "".join(_paragraph(each, text.points, known, text.align) for each in text.paragraphs)
    form, wrap = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>', "square" if text.wrap else "none"
    sides = insets("lIns", "tIns", "rIns", "bIns", inset=INSET if text.wrap else 0.0)
    return (
        f'<p:sp><p:nvSpPr>{named(text.name, text.alt, number)}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr>{placed_at('a', text.place)}{form}{_filled(text.fill)}</p:spPr>"
        f'<p:txBody><a:bodyPr wrap="{wrap}" {sides} rtlCol="0" '
        f'anchor="{ANCHORS[text.anchor]}"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
        f"{paragraphs or '<a:p/>'}</p:txBody></p:sp>"
    )


def _shape(shape: things.Shape, number: int) -> str:
    form = f'<a:prstGeom prst="{FORMS[shape.form]}"><a:avLst/></a:prstGeom>'
    return (
        f"<p:sp><p:nvSpPr>{named(shape.name, shape.alt, number)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{placed_at('a', shape.place, _turned(shape.turn))}{form}{_filled(shape.fill, shape.opacity)}"
        f"{_outlined(shape.outline, shape.line_points, shape.dash)}</p:spPr></p:sp>"
    )


def _line(line: things.Line, number: int) -> str:
    (x, y), (to_x, to_y) = line.start, line.end
    flipped = (' flipH="1"' if to_x < x else "") + (' flipV="1"' if to_y < y else "")
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{named(line.name, line.alt, number)}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>"
        f'<p:spPr>{placed_at("a", line.place, flipped)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f"{_outlined(line.colour, line.points, line.dash)}</p:spPr></p:cxnSp>"
    )


def _path(path: things.Path, number: int) -> str:
    return (
        f"<p:sp><p:nvSpPr>{named(path.name, path.alt, number)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{placed_at('a', path.place)}{_freeform(path.points, path.place, path.closed)}"
        f"{_filled(path.fill, path.opacity)}{_outlined(path.outline, path.line_points, path.dash)}</p:spPr></p:sp>"
    )


def _freeform(points: Sequence[Point], place: Place, closed: bool) -> str:
    """A form of its own, its points counted from the upper left corner of its place."""
    x, y, width, height = (emu(part) for part in place)
    first, *rest = (f'<a:pt x="{emu(across) - x}" y="{emu(down) - y}"/>' for across, down in points)
    drawn = f"<a:moveTo>{first}</a:moveTo>" + "".join(f"<a:lnTo>{point}</a:lnTo>" for point in rest)
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{width}" h="{height}">{drawn}{"<a:close/>" * closed}</a:path></a:pathLst></a:custGeom>'
    )


def _group(group: things.Group, number: int, numbers: Iterator[int], known: Known) -> str:
    """Within it the slide's own inches count: the place of what it holds is its own."""
    if any(isinstance(thing, things.Table) for thing in group.things):
        raise ValueError(f"The group {group.name!r} holds a table, and PowerPoint groups none: place it beside.")
    x, y, width, height = (emu(part) for part in group.place)
    held = "".join(object_of(thing, numbers, known) for thing in group.things)
    return (
        f"<p:grpSp><p:nvGrpSpPr>{named(group.name, group.alt, number)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f'<p:grpSpPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/>'
        f'<a:chOff x="{x}" y="{y}"/><a:chExt cx="{width}" cy="{height}"/></a:xfrm></p:grpSpPr>{held}</p:grpSp>'
    )


def _chart(chart: things.Columns | things.Cumulative, number: int, known: Known) -> str:
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{named(chart.name, chart.alt, number)}"
        f"<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>{placed_at('p', chart.place)}"
        f'<a:graphic><a:graphicData uri="{CHART_URI}"><c:chart xmlns:c="{CHART_URI}" '
        f'r:id="{known.charted(chart)}"/></a:graphicData></a:graphic></p:graphicFrame>'
    )


def _table(table: things.Table, number: int, known: Known) -> str:
    columns = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in table.widths)
    rows = "".join(
        f'<a:tr h="{emu(height)}">{"".join(_cell(cell, table.points, known) for cell in row)}</a:tr>'
        for row, height in zip(table.rows, table.heights, strict=True)
    )
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{named(table.name, table.alt, number)}"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f'{placed_at("p", table.place)}<a:graphic><a:graphicData uri="{TABLE_URI}">'
        f'<a:tbl><a:tblPr firstRow="1"><a:tableStyleId>{TABLE_STYLE}</a:tableStyleId></a:tblPr>'
        f"<a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _cell(cell: things.Cell, points: float, known: Known) -> str:
    paragraphs = "".join(_paragraph(each, points, known) for each in cell.paragraphs) or "<a:p/>"
    fill = _filled(cell.fill) if cell.fill else ""
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</a:txBody>"
        f'<a:tcPr {insets("marL", "marT", "marR", "marB")} anchor="ctr">{fill}</a:tcPr></a:tc>'
    )


def _paragraph(runs: Paragraph, points: float, known: Known, align: str = "left") -> str:
    aligned = f'<a:pPr algn="{ALIGNS[align]}"/>' if align != "left" else ""
    written = "".join(_run(run, run.points or points, known) for run in runs if run.text)
    empty = f'<a:endParaRPr lang="{LANGUAGE}" sz="{points * 100:.0f}"/>'
    return f"<a:p>{aligned}{written or empty}</a:p>"


def _run(run: Run, points: float, known: Known) -> str:
    name = known.linked(run.link) if run.link else ""
    leads = f'<a:hlinkClick r:id="{name}"/>' if name else ""
    bold = ' b="1"' if run.bold else ""
    look = f'lang="{LANGUAGE}" sz="{points * 100:.0f}"{bold}>{_filled(run.colour)}'
    pieces = []
    for line in words_of(run.text).split("\n"):
        words_and_signs = zip(SIGNS.split(line), cycle(("", SIGN_FONT)), strict=False)
        pieces.append(
            "".join(
                f"<a:r><a:rPr {look}{font}{leads}</a:rPr><a:t>{piece}</a:t></a:r>"
                for piece, font in words_and_signs
                if piece
            )
        )
    return f"<a:br><a:rPr {look}</a:rPr></a:br>".join(pieces)


def words_of(text: str) -> str:
    """A text as XML holds it, each piece that runs the other way set apart."""
    return escape(isolated(clean(text)), quote=False)


def named(name: str, alt: str, number: int) -> str:
    """Name, alternative text and number of an object; without the text it is an ornament."""
    told = (escape(" ".join(clean(text).split())) for text in (name, alt))
    ends = "/>" if alt else f">{DECORATIVE}</p:cNvPr>"
    return '<p:cNvPr id="{}" name="{}" descr="{}"{}'.format(number, *told, ends)


def placed_at(prefix: str, place: Place, turned: str = "") -> str:
    """Where an object stands."""
    x, y, width, height = (emu(part) for part in place)
    return f'<{prefix}:xfrm{turned}><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></{prefix}:xfrm>'


def _turned(degrees: float) -> str:
    angle = round(degrees * DEGREE) % FULL_TURN
    return f' rot="{angle}"' if angle else ""


def _filled(colour: str, opacity: float = 1.0) -> str:
    return solid(colour, opacity) if colour else "<a:noFill/>"


def _outlined(colour: str, points: float, dash: str) -> str:
    if not colour:
        return "<a:ln><a:noFill/></a:ln>"
    drawn_as = f'<a:prstDash val="{DASHES[dash]}"/>'
    return f'<a:ln w="{emu(points / 72)}" cap="flat">{_filled(colour)}{drawn_as}<a:miter lim="800000"/></a:ln>'


def insets(*sides: str, inset: float = INSET) -> str:
    """The room between a text and its box on some sides, as attributes."""
    return " ".join(f'{side}="{emu(inset)}"' for side in sides)


def emu(length: float) -> int:
    """Inches as the format counts them."""
    return round(length * EMU)
