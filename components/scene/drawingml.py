"""The things of a slide as DrawingML, in which PowerPoint keeps shapes, texts and tables; no effects, no fonts."""

import re
from collections.abc import Callable
from html import escape
from itertools import cycle

from components.letters import isolated
from components.scene.text import INSET, cut, lines
from components.scene.things import (
    PALETTE,
    SOURCE,
    SOURCE_POINTS,
    TITLE,
    TITLE_POINTS,
    Cell,
    Line,
    Paragraph,
    Place,
    Run,
    Shape,
    Slide,
    Table,
    Text,
)

EMU = 914_400  # to the inch, as the format counts
LANGUAGE = "en-GB"
TABLE_STYLE = "{7B1AC3D2-4E5F-4A60-8B27-2D6C0E9A1F34}"  # stands in the template
OFFICE = "http://schemas.openxmlformats.org"
NAMESPACES = (
    f'xmlns:a="{OFFICE}/drawingml/2006/main" xmlns:p="{OFFICE}/presentationml/2006/main" '
    f'xmlns:r="{OFFICE}/officeDocument/2006/relationships"'
)
TABLE_URI = f"{OFFICE}/drawingml/2006/table"
NUMBER = Place(12.05, 6.62, 0.68, 0.3)
OPEN, MOST_SOURCE_LINES = "Open this view", 3
SMALLEST_TITLE = 18.0
FIRST = 2  # number of the first object of a slide: 1 is the slide's own
FORMS = {
    "rectangle": "rect",
    "ellipse": "ellipse",
    "triangle": "triangle",
    "chevron": "chevron",
    "block arc": "blockArc",
}
DASHES = {"solid": "solid", "dot": "sysDot", "dash": "dash"}
ALIGNS = {"left": "l", "center": "ctr", "right": "r"}
ANCHORS = {"top": "t", "middle": "ctr", "bottom": "b"}
FULL_TURN, DEGREE, SHARE = 21_600_000, 60_000, 100_000  # as the format counts angles and shares
# All that XML cannot hold: control characters, halves of characters, and what is no character.
UNHELD = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
BREAKS = re.compile("\r\n|[\r\v\f]")
# Arrows, geometric shapes and the like. Arial has few of them, and what stands in for it may draw them in colour.
SIGNS = re.compile("([\u2190-\u21ff\u25a0-\u27bf]+)")
SIGN_FONT = "".join(f'<a:{script} typeface="Segoe UI Symbol"/>' for script in ("latin", "ea", "cs"))

Linked = Callable[[str], str]
"""Takes a web address, gives the name under which the slide knows it; empty if it is none to follow."""


def clean(text: str) -> str:
    """A text without what XML cannot hold; every kind of line break is a newline."""
    # Most texts have nothing to take out, and those with line breaks are the longest.
    return text if text.replace("\n", " ").isprintable() else UNHELD.sub("", BREAKS.sub("\n", text))


def things(slide: Slide, place_in_deck: int, linked: Linked) -> str:
    """All objects of a slide in reading order: title, its things without the charts, sources, number."""
    drawn = [_title(slide, FIRST)]
    last = FIRST + 1
    for last, thing in enumerate((*slide.things, source(slide)), FIRST + 1):
        match thing:
            case Text():
                drawn.append(_text(thing, last, linked))
            case Shape():
                drawn.append(_shape(thing, last))
            case Line():
                drawn.append(_line(thing, last))
            case Table():
                drawn.append(_table(thing, last, linked))
    drawn.append(_slide_number(place_in_deck, last + 1))
    return f"<p:spTree {NAMESPACES}>{''.join(drawn)}</p:spTree>"


def _title(slide: Slide, number: int) -> str:
    """The title, in the placeholder that outlines and screen readers look for; smaller where it is too wide."""
    points = title_points(slide.title)
    size = f' sz="{points * 100:.0f}"' if points < TITLE_POINTS else ""
    words = _words(" ".join(slide.title.split()))
    run = f'<a:r><a:rPr lang="{LANGUAGE}"{size}/><a:t>{words}</a:t></a:r>'
    return (
        f'<p:sp><p:nvSpPr>{_named("Title", slide.title, number)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p>{run}</a:p></p:txBody></p:sp>"
    )


def title_points(text: str) -> float:
    """The type size at which a title stays on its line, or at the smallest on as many as its place holds."""
    points = TITLE_POINTS
    while points > SMALLEST_TITLE and len(lines(text, TITLE.width, points, bold=True)) > 1:
        points -= 1
    return points


def source(slide: Slide) -> Text:
    """The source lines of a slide, of three lines at most; the last ends in the link to the view."""
    *named, stated = slide.source or ("",)
    first = cut(" ".join(named), SOURCE.width, SOURCE_POINTS, MOST_SOURCE_LINES - 1)
    behind = f"{' · ' if stated else ''}{OPEN}" if slide.link else ""
    most = MOST_SOURCE_LINES - (len(lines(first, SOURCE.width, SOURCE_POINTS)) if first else 0)
    told = cut(stated, SOURCE.width, SOURCE_POINTS, most)
    longest = len(told)
    while told and len(lines(told + behind, SOURCE.width, SOURCE_POINTS)) > most:
        longest -= len(OPEN) // 2
        told = cut(told[:longest], SOURCE.width, SOURCE_POINTS, most).rstrip("…") + "…"
    written = [Run(told + behind.removesuffix(OPEN), colour=PALETTE.secondary)]
    last = (*written, Run(OPEN, colour=PALETTE.model, link=slide.link)) if behind else tuple(written)
    paragraphs = ((Run(first, colour=PALETTE.secondary),), last) if first else (last,)
    alt = "Sources, the day and the version of what is shown, and a link to the view it comes from."
    return Text("Sources", SOURCE, paragraphs, alt, points=SOURCE_POINTS)


def _slide_number(place_in_deck: int, number: int) -> str:
    """The number of a slide as a field, so that it stays right when slides are moved."""
    run = (
        f'<a:fld id="{{5C1D2A90-3B7E-4F18-9A64-0E8D7C6B5A43}}" type="slidenum"><a:rPr lang="{LANGUAGE}"/>'
        f"<a:t>{place_in_deck}</a:t></a:fld>"
    )
    return (
        f"<p:sp><p:nvSpPr>{_named('Slide number', 'The number of this slide.', number)}"
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldNum" sz="quarter" idx="12"/></p:nvPr>'
        f"</p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>{run}</a:p></p:txBody></p:sp>"
    )


def page(things: str, kind: str = "sld") -> str:
    """A whole slide around its things, or with `kind` "notes" a page of notes."""
    group = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
    return (
        f"<p:{kind} {NAMESPACES}><p:cSld><p:spTree>{group}{things}</p:spTree></p:cSld>"
        f"<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:{kind}>"
    )


def notes(text: str) -> str:
    """The page of notes of a slide, with the picture of the slide and all of a text, line by line."""
    lines = (
        f'<a:p><a:r><a:rPr lang="{LANGUAGE}"/><a:t>{line}</a:t></a:r></a:p>' if line else "<a:p/>"
        for line in _words(text).split("\n")
    )
    return page(
        f"<p:sp><p:nvSpPr>{_named('Slide', 'The slide that these notes belong to.', 2)}<p:cNvSpPr>"
        '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr>'
        f"</p:nvSpPr><p:spPr/></p:sp><p:sp><p:nvSpPr>{_named('Notes', 'The words behind the slide.', 3)}<p:cNvSpPr>"
        '<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{''.join(lines)}</p:txBody></p:sp>",
        "notes",
    )


def _text(text: Text, number: int, linked: Linked) -> str:
    paragraphs = "".join(_paragraph(each, text.points, linked, text.align) for each in text.paragraphs)
    form = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    return (
        f'<p:sp><p:nvSpPr>{_named(text.name, text.alt, number)}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr>{_placed('a', text.place)}{form}{_filled(text.fill)}</p:spPr>"
        f'<p:txBody><a:bodyPr wrap="square" {_insets("lIns", "tIns", "rIns", "bIns")} rtlCol="0" '
        f'anchor="{ANCHORS[text.anchor]}"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
        f"{paragraphs or '<a:p/>'}</p:txBody></p:sp>"
    )


def _shape(shape: Shape, number: int) -> str:
    form = f'<a:prstGeom prst="{FORMS[shape.form]}"><a:avLst>{_adjustments(shape)}</a:avLst></a:prstGeom>'
    return (
        f"<p:sp><p:nvSpPr>{_named(shape.name, shape.alt, number)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{_placed('a', shape.place, _turned(shape.turn))}{form}{_filled(shape.fill)}"
        f"{_outlined(shape.outline, shape.line_points, shape.dash)}</p:spPr></p:sp>"
    )


def _line(line: Line, number: int) -> str:
    (x, y), (to_x, to_y) = line.start, line.end
    place = Place(min(x, to_x), min(y, to_y), abs(to_x - x), abs(to_y - y))
    flipped = (' flipH="1"' if to_x < x else "") + (' flipV="1"' if to_y < y else "")
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{_named(line.name, line.alt, number)}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>"
        f'<p:spPr>{_placed("a", place, flipped)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f"{_outlined(line.colour, line.points, line.dash)}</p:spPr></p:cxnSp>"
    )


def _table(table: Table, number: int, linked: Linked) -> str:
    columns = "".join(f'<a:gridCol w="{_emu(width)}"/>' for width in table.widths)
    rows = "".join(
        f'<a:tr h="{_emu(height)}">{"".join(_cell(cell, table.points, linked) for cell in row)}</a:tr>'
        for row, height in zip(table.rows, table.heights, strict=True)
    )
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{_named(table.name, table.alt, number)}"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f'{_placed("p", table.place)}<a:graphic><a:graphicData uri="{TABLE_URI}">'
        f'<a:tbl><a:tblPr firstRow="1"><a:tableStyleId>{TABLE_STYLE}</a:tableStyleId></a:tblPr>'
        f"<a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _cell(cell: Cell, points: float, linked: Linked) -> str:
    paragraphs = "".join(_paragraph(each, points, linked) for each in cell.paragraphs) or "<a:p/>"
    fill = _filled(cell.fill) if cell.fill else ""
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</a:txBody>"
        f'<a:tcPr {_insets("marL", "marT", "marR", "marB")} anchor="ctr">{fill}</a:tcPr></a:tc>'
    )


def _paragraph(runs: Paragraph, points: float, linked: Linked, align: str = "left") -> str:
    aligned = f'<a:pPr algn="{ALIGNS[align]}"/>' if align != "left" else ""
    written = "".join(_run(run, run.points or points, linked) for run in runs if run.text)
    empty = f'<a:endParaRPr lang="{LANGUAGE}" sz="{points * 100:.0f}"/>'
    return f"<a:p>{aligned}{written or empty}</a:p>"


def _run(run: Run, points: float, linked: Linked) -> str:
    name = linked(run.link) if run.link else ""
    leads = f'<a:hlinkClick r:id="{name}"/>' if name else ""
    bold = ' b="1"' if run.bold else ""
    look = f'lang="{LANGUAGE}" sz="{points * 100:.0f}"{bold}>{_filled(run.colour)}'
    pieces = []
    for line in _words(run.text).split("\n"):
        words_and_signs = zip(SIGNS.split(line), cycle(("", SIGN_FONT)), strict=False)
        pieces.append(
            "".join(
                f"<a:r><a:rPr {look}{font}{leads}</a:rPr><a:t>{piece}</a:t></a:r>"
                for piece, font in words_and_signs
                if piece
            )
        )
    return f"<a:br><a:rPr {look}</a:rPr></a:br>".join(pieces)


def _words(text: str) -> str:
    return escape(isolated(clean(text)), quote=False)


def _named(name: str, alt: str, number: int) -> str:
    told = (escape(" ".join(clean(text).split())) for text in (name, alt))
    return '<p:cNvPr id="{}" name="{}" descr="{}"/>'.format(number, *told)


def _placed(prefix: str, place: Place, turned: str = "") -> str:
    x, y, width, height = (_emu(part) for part in place)
    return f'<{prefix}:xfrm{turned}><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></{prefix}:xfrm>'


def _turned(degrees: float) -> str:
    angle = round(degrees * DEGREE) % FULL_TURN
    return f' rot="{angle}"' if angle else ""


def _filled(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour[1:]}"/></a:solidFill>' if colour else "<a:noFill/>"


def _outlined(colour: str, points: float, dash: str) -> str:
    if not colour:
        return "<a:ln><a:noFill/></a:ln>"
    drawn_as = f'<a:prstDash val="{DASHES[dash]}"/>'
    return f'<a:ln w="{_emu(points / 72)}" cap="flat">{_filled(colour)}{drawn_as}<a:miter lim="800000"/></a:ln>'


def _adjustments(shape: Shape) -> str:
    values = [round(share * SHARE) for share in shape.adjustments]
    if shape.form == "block arc":
        start, end, thickness = shape.adjustments
        values = [round(start * DEGREE) % FULL_TURN, round(end * DEGREE) % FULL_TURN, round(thickness * SHARE)]
        if values[0] == values[1] and abs(end - start) < 180:
            values[1] += 1  # to the format an arc of no length is the whole circle
    names = [f"adj{place}" for place in range(1, 4)] if len(values) > 1 else ["adj"]
    return "".join(f'<a:gd name="{name}" fmla="val {value}"/>' for name, value in zip(names, values, strict=False))


def _insets(*sides: str) -> str:
    return " ".join(f'{side}="{_emu(INSET)}"' for side in sides)


def _emu(length: float) -> int:
    return round(length * EMU)
