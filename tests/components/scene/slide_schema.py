"""The order in which the XML of slides must stand, written out from the schema.

ECMA-376, part 1, pml.xsd and dml-main.xsd; signs as in `chart_schema`.
"""

from tests.components.scene.chart_schema import EFFECT, FILL, LETTERS

COLOUR = "scrgbClr|srgbClr|hslClr|sysClr|schemeClr|prstClr"
SHAPES = "sp|grpSp|graphicFrame|cxnSp|pic|contentPart*"
LEVELS = " ".join(f"lvl{level}pPr" for level in range(1, 10))
LEVEL = (
    "lnSpc spcBef spcAft buClrTx|buClr buSzTx|buSzPct|buSzPts buFontTx|buFont buNone|buAutoNum|buChar|buBlip tabLst "
    "defRPr extLst"
)
STYLES = ("titleStyle", "bodyStyle", "otherStyle", "lstStyle", "defaultTextStyle")

SEQUENCES = {
    "sld": "cSld! clrMapOvr transition timing extLst",
    "notes": "cSld! clrMapOvr extLst",
    "sldLayout": "cSld! clrMapOvr transition timing hf extLst",
    "sldMaster": "cSld! clrMap! sldLayoutIdLst transition timing hf txStyles extLst",
    "sldLayoutIdLst": "sldLayoutId*",
    "txStyles": "titleStyle bodyStyle otherStyle extLst",
    **dict.fromkeys(
        ("titleStyle", "bodyStyle", "otherStyle", "lstStyle", "defaultTextStyle"), f"defPPr {LEVELS} extLst"
    ),
    **{f"lvl{level}pPr": LEVEL for level in range(1, 10)},
    "pPr": LEVEL,
    "clrMapOvr": "masterClrMapping|overrideClrMapping!",
    "cSld": "bg spTree! custDataLst controls extLst",
    "bg": "bgPr|bgRef!",
    "bgPr": f"{FILL.replace(' ', '|')}! {EFFECT} extLst",
    "spTree": f"nvGrpSpPr! grpSpPr! {SHAPES} extLst",
    "grpSp": f"nvGrpSpPr! grpSpPr! {SHAPES} extLst",
    "sp": "nvSpPr! spPr! style txBody extLst",
    "cxnSp": "nvCxnSpPr! spPr! style extLst",
    "graphicFrame": "nvGraphicFramePr! xfrm! graphic! extLst",
    "nvGrpSpPr": "cNvPr! cNvGrpSpPr! nvPr!",
    "nvSpPr": "cNvPr! cNvSpPr! nvPr!",
    "nvCxnSpPr": "cNvPr! cNvCxnSpPr! nvPr!",
    "nvGraphicFramePr": "cNvPr! cNvGraphicFramePr! nvPr!",
    "cNvPr": "hlinkClick hlinkHover extLst",
    "cNvSpPr": "spLocks extLst",
    "cNvGraphicFramePr": "graphicFrameLocks extLst",
    "nvPr": "ph audioCd custDataLst extLst",
    "grpSpPr": f"xfrm {FILL} {EFFECT} scene3d extLst",
    "spPr": f"xfrm custGeom|prstGeom {FILL} ln {EFFECT} scene3d sp3d extLst",
    "xfrm": "off ext chOff chExt",
    "prstGeom": "avLst",
    "custGeom": "avLst gdLst ahLst cxnLst rect pathLst!",
    "pathLst": "path*",
    "path": "close|moveTo|lnTo|arcTo|quadBezTo|cubicBezTo*",
    "moveTo": "pt!",
    "lnTo": "pt!",
    "ln": "noFill|solidFill|gradFill|pattFill prstDash|custDash round|bevel|miter headEnd tailEnd extLst",
    "solidFill": f"{COLOUR}!",
    "schemeClr": "alpha|lumMod|lumOff*",
    "txBody": "bodyPr! lstStyle p+",
    "bodyPr": "prstTxWarp noAutofit|normAutofit|spAutoFit scene3d sp3d flatTx extLst",
    "p": "pPr r|br|fld* endParaRPr",
    "r": "rPr t!",
    "fld": "rPr pPr t",
    "rPr": LETTERS,
    "defRPr": LETTERS,
    "endParaRPr": LETTERS,
    "graphic": "graphicData!",
    "graphicData": "tbl|chart!",
    "tbl": "tblPr tblGrid! tr*",
    "tblPr": f"{FILL} {EFFECT} tableStyle|tableStyleId extLst",
    "tblGrid": "gridCol*",
    "tr": "tc* extLst",
    "tc": "txBody tcPr extLst",
    "tcPr": f"lnL lnR lnT lnB lnTlToBr lnBlToTr cell3D {FILL} headers extLst",
    "extLst": "ext*",
    "extLst/ext": "decorative",
}
