"""python -m components.scene.template: builds template.pptx, the empty page of 16:9 that every deck starts from."""

import re
from html import escape
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from components.scene.native.adopted import Theme
from components.scene.native.drawingml import EMU, LANGUAGE, NAMESPACES, OFFICE, TABLE_STYLE, emu, insets, placed_at
from components.scene.native.frame import NUMBER
from components.scene.native.scheme import SCHEME, USES, coloured
from components.scene.things import BODY_POINTS, PALETTE, ROOM_POINTS, SOURCE_POINTS, TITLE, TITLE_POINTS, Place

TEMPLATE = Path(__file__).with_name("template.pptx")
FONT = "Arial"
# LibreOffice draws a line of a table as if nothing shone through it: here the pale one is a tint.
PALE_LINE = '<a:schemeClr val="tx2"><a:lumMod val="20000"/><a:lumOff val="80000"/></a:schemeClr>'
OWN = Theme(SCHEME, FONT, FONT)
# Letters that Arial has not, as PowerPoint names their scripts.
SCRIPTS = {"Hang": "Malgun Gothic", "Jpan": "Yu Gothic", "Hans": "Microsoft YaHei", "Hant": "Microsoft JhengHei"}
PAGE = (12_192_000, 6_858_000)  # as PowerPoint itself has 16:9; sheet.WIDTH is that, to a thousandth of an inch
NOTES = Place(0.75, 4.75, 6.0, 4.5)  # on a page of 7.5 by 10 inches, below the picture of the slide
# Where a classification stands: "Header and footer" of PowerPoint writes it on every slide at once.
MARKING, MARKED = Place(0.6, 0.0, 12.13, 0.4), "Classification marking"
PICTURE = Place(0.75, 0.85, 6.0, 3.375)
TYPES = "application/vnd.openxmlformats-officedocument"
RELATIONS = f"{OFFICE}/officeDocument/2006/relationships"
PACKAGE = f"{OFFICE}/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def built(theme: Theme = OWN) -> bytes:
    """The template as bytes, in the colours and fonts of a theme; the same at any time and place."""
    parts, leads = _parts(theme), _leads()
    packed = {"[Content_Types].xml": _content_types(parts)}
    for name, (_, xml) in parts.items():
        packed[name] = xml
    for name, targets in leads.items():
        packed[name] = _relationships(targets)
    file = BytesIO()
    with ZipFile(file, "w") as package:
        for name, xml in packed.items():
            package.writestr(ZipInfo(name), HEAD + " ".join(re.sub(r"\n\s*<", "<", xml).split()), ZIP_DEFLATED)
    return file.getvalue()


def _parts(theme: Theme) -> dict[str, tuple[str, str]]:
    """Name of each part: its content type and its text."""
    types = f"{TYPES}.presentationml"
    return {
        "docProps/core.xml": ("application/vnd.openxmlformats-package.core-properties+xml", _properties()),
        "ppt/presentation.xml": (f"{types}.presentation.main+xml", _presentation()),
        "ppt/presProps.xml": (f"{types}.presProps+xml", f"<p:presentationPr {NAMESPACES}/>"),
        "ppt/viewProps.xml": (f"{types}.viewProps+xml", _view()),
        "ppt/tableStyles.xml": (f"{types}.tableStyles+xml", _table_styles()),
        "ppt/slideMasters/slideMaster1.xml": (f"{types}.slideMaster+xml", _master()),
        "ppt/slideLayouts/slideLayout1.xml": (f"{types}.slideLayout+xml", _layout()),
        "ppt/theme/theme1.xml": (f"{TYPES}.theme+xml", _theme("Briefing", theme)),
        "ppt/notesMasters/notesMaster1.xml": (f"{types}.notesMaster+xml", _notes_master()),
        "ppt/theme/theme2.xml": (f"{TYPES}.theme+xml", _theme("Briefing notes", OWN)),
    }


def _leads() -> dict[str, list[tuple[str, str]]]:
    """Where each part leads: the kind of relation and its target."""
    properties = f"{PACKAGE}/relationships/metadata/core-properties"
    return {
        "_rels/.rels": [
            (f"{RELATIONS}/officeDocument", "ppt/presentation.xml"),
            (properties, "docProps/core.xml"),
        ],
        "ppt/_rels/presentation.xml.rels": [
            (f"{RELATIONS}/slideMaster", "slideMasters/slideMaster1.xml"),
            (f"{RELATIONS}/notesMaster", "notesMasters/notesMaster1.xml"),
            (f"{RELATIONS}/theme", "theme/theme1.xml"),
            (f"{RELATIONS}/tableStyles", "tableStyles.xml"),
            (f"{RELATIONS}/presProps", "presProps.xml"),
            (f"{RELATIONS}/viewProps", "viewProps.xml"),
        ],
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": [
            (f"{RELATIONS}/slideLayout", "../slideLayouts/slideLayout1.xml"),
            (f"{RELATIONS}/theme", "../theme/theme1.xml"),
        ],
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels": [
            (f"{RELATIONS}/slideMaster", "../slideMasters/slideMaster1.xml"),
        ],
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": [(f"{RELATIONS}/theme", "../theme/theme2.xml")],
    }


def _content_types(parts: dict[str, tuple[str, str]]) -> str:
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, (kind, _) in parts.items())
    return f"""<Types xmlns="{PACKAGE}/content-types">
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>"""


def _relationships(targets: list[tuple[str, str]]) -> str:
    told = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{told}</Relationships>'


def _properties() -> str:
    return f"""<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"
         xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:language>{LANGUAGE}</dc:language></cp:coreProperties>"""


def _presentation() -> str:
    levels = "".join(_level(number, BODY_POINTS) for number in range(1, 10))
    return f"""<p:presentation {NAMESPACES} saveSubsetFonts="1">
        <p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>
        <p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>
        <p:sldSz cx="{PAGE[0]}" cy="{PAGE[1]}"/><p:notesSz cx="{emu(7.5)}" cy="{emu(10)}"/>
        <p:defaultTextStyle>{levels}</p:defaultTextStyle></p:presentation>"""


def _level(number: int, points: float, bold: str = "") -> str:
    """How text of one level looks where nothing else is said."""
    fonts = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'
    return f"""<a:lvl{number}pPr marL="0" indent="0" algn="l" defTabSz="{EMU}" rtl="0" eaLnBrk="1" latinLnBrk="0"
        hangingPunct="1"><a:defRPr lang="{LANGUAGE}" sz="{points * 100:.0f}"{bold} kern="1200">
        <a:solidFill><a:schemeClr val="tx1"/></a:solidFill>{fonts}</a:defRPr></a:lvl{number}pPr>"""


def _view() -> str:
    """How the deck opens: at its slides, with its notes below them."""
    normal = '<p:normalViewPr><p:restoredLeft sz="15620"/><p:restoredTop sz="80000"/></p:normalViewPr>'
    return f'<p:viewPr {NAMESPACES}>{normal}<p:gridSpacing cx="72008" cy="72008"/></p:viewPr>'


def _theme(name: str, theme: Theme) -> str:
    places = ((place, theme.scheme[place]) for place in SCHEME)
    colours = "".join(f'<a:{place}><a:srgbClr val="{colour[1:]}"/></a:{place}>' for place, colour in places)
    scripts = "".join(f'<a:font script="{script}" typeface="{font}"/>' for script, font in SCRIPTS.items())
    major, minor = (
        f'<a:latin typeface="{escape(font or FONT)}"/><a:ea typeface=""/><a:cs typeface="{FONT}"/>{scripts}'
        for font in (theme.heading, theme.words)
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(f'<a:ln w="{width}">{fill}<a:prstDash val="solid"/></a:ln>' for width in (6_350, 12_700, 19_050))
    return f"""<a:theme xmlns:a="{OFFICE}/drawingml/2006/main" name="{name}"><a:themeElements>
        <a:clrScheme name="{name}">{colours}</a:clrScheme>
        <a:fontScheme name="{name}"><a:majorFont>{major}</a:majorFont><a:minorFont>{minor}</a:minorFont></a:fontScheme>
        <a:fmtScheme name="Plain"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>
        <a:effectStyleLst>{"<a:effectStyle><a:effectLst/></a:effectStyle>" * 3}</a:effectStyleLst>
        <a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"""


def _master() -> str:
    title = _level(1, TITLE_POINTS, bold=' b="1"').replace("+mn-", "+mj-")
    levels = "".join(_level(number, BODY_POINTS) for number in range(1, 10))
    return f"""<p:sldMaster {NAMESPACES}><p:cSld>{_background()}<p:spTree>{_root()}
        {_placeholder(2, "Title", 'type="title"', TITLE, "The finding in one sentence", "ctr")}
        {_placeholder(4, "Marking", 'type="ftr" sz="quarter" idx="3"', MARKING, MARKED, "ctr", ROOM_POINTS)}
        {_placeholder(3, "Slide number", 'type="sldNum" sz="quarter" idx="4"', NUMBER, "‹#›", "t", SOURCE_POINTS)}
        </p:spTree></p:cSld>{_colour_map()}
        <p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst>
        <p:txStyles><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle>
        <p:otherStyle>{levels}</p:otherStyle></p:txStyles></p:sldMaster>"""


def _layout() -> str:
    return f"""<p:sldLayout {NAMESPACES} type="titleOnly" preserve="1"><p:cSld name="Title only"><p:spTree>{_root()}
        {_placeholder(2, "Title", 'type="title"', None, "The finding in one sentence")}
        {_placeholder(4, "Marking", 'type="ftr" sz="quarter" idx="11"', None, MARKED)}
        {_placeholder(3, "Slide number", 'type="sldNum" sz="quarter" idx="12"', None, "‹#›")}
        </p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"""


def _notes_master() -> str:
    levels = "".join(_level(number, 11) for number in range(1, 10))
    picture = f"""<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide" descr="The slide these notes belong to."/><p:cNvSpPr>
        <a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr>
        </p:nvSpPr><p:spPr>{_frame(PICTURE)}<a:noFill/>
        <a:ln w="6350"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:ln></p:spPr></p:sp>"""
    return f"""<p:notesMaster {NAMESPACES}><p:cSld>{_background()}<p:spTree>{_root()}{picture}
        {_placeholder(3, "Notes", 'type="body" sz="quarter" idx="3"', NOTES, "The words behind the slide")}
        </p:spTree></p:cSld>{_colour_map()}<p:notesStyle>{levels}</p:notesStyle></p:notesMaster>"""


def _placeholder(
    number: int, name: str, kind: str, place: Place | None, words: str, anchor: str = "t", points: float = 0
) -> str:
    """A place for text on a master, or on a layout where it says nothing of its own."""
    field = f'<a:fld id="{{5C1D2A90-3B7E-4F18-9A64-0E8D7C6B5A43}}" type="slidenum"><a:rPr lang="{LANGUAGE}"/>'
    run = f"{field}<a:t>{words}</a:t></a:fld>" if "sldNum" in kind else f"<a:r><a:t>{words}</a:t></a:r>"
    inset = insets("lIns", "tIns", "rIns", "bIns")
    body = f'<a:bodyPr vert="horz" wrap="square" {inset} anchor="{anchor}"><a:noAutofit/></a:bodyPr>'
    align, colour = ("ctr", "tx1") if "ftr" in kind else ("r", "tx2")
    style = _level(1, points).replace('algn="l"', f'algn="{align}"').replace('"tx1"', f'"{colour}"') if points else ""
    return f"""<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>
        <p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr>{_frame(place) if place else ""}</p:spPr>
        <p:txBody>{body if place else "<a:bodyPr/>"}<a:lstStyle>{style}</a:lstStyle><a:p>{run}</a:p></p:txBody>
        </p:sp>"""


def _frame(place: Place) -> str:
    return f"""{placed_at("a", place)}
        <a:prstGeom prst="rect"><a:avLst/></a:prstGeom>"""


def _table_styles() -> str:
    """One style: a line below the head, a thin one below each row, no bands.

    It makes nothing bold: what a head does not say of itself would be drawn wider than it was measured.
    """
    thin, thick = (
        f'<a:ln w="{width}"><a:solidFill>{colour}</a:solidFill></a:ln>'
        for width, colour in ((6_350, PALE_LINE), (19_050, coloured(PALETTE.ink)))
    )
    words = '<a:fontRef idx="minor"/><a:schemeClr val="tx1"/></a:tcTxStyle>'
    return f"""<a:tblStyleLst xmlns:a="{OFFICE}/drawingml/2006/main" def="{TABLE_STYLE}">
        <a:tblStyle styleId="{TABLE_STYLE}" styleName="Lines"><a:wholeTbl><a:tcTxStyle>{words}<a:tcStyle><a:tcBdr>
        <a:bottom>{thin}</a:bottom><a:insideH>{thin}</a:insideH></a:tcBdr><a:fill><a:noFill/></a:fill></a:tcStyle>
        </a:wholeTbl><a:firstRow><a:tcTxStyle>{words}<a:tcStyle><a:tcBdr><a:bottom>{thick}</a:bottom></a:tcBdr>
        </a:tcStyle></a:firstRow></a:tblStyle></a:tblStyleLst>"""


def _background() -> str:
    return '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'


def _root() -> str:
    return """<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>
        <a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>"""


def _colour_map() -> str:
    uses = USES | {place: place for place in SCHEME if place not in USES.values()}
    told = " ".join(f'{use}="{colour}"' for use, colour in uses.items())
    return f"<p:clrMap {told}/>"


if __name__ == "__main__":
    TEMPLATE.write_bytes(built())
