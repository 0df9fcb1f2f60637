"""The order in which chart XML must stand, written out from the schema of charts (ECMA-376, part 1, dml-chart.xsd).

PowerPoint offers to repair a file that breaks it; nothing else complains, so a test must.
"""

from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

OFFICE = "http://schemas.openxmlformats.org/drawingml/2006"
CHART, DRAWING = f"{{{OFFICE}/chart}}", f"{{{OFFICE}/main}}"

SHOWN = "numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator"
SERIES = "idx order tx spPr"
AXIS = (
    "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr "
    "txPr crossAx crosses crossesAt"
)
FILL = "noFill solidFill gradFill blipFill pattFill grpFill"
EFFECT = "effectLst effectDag"
LETTERS = f"ln {FILL} {EFFECT} highlight uLnTx uLn uFillTx uFill latin ea cs sym hlinkClick hlinkMouseOver rtl extLst"

# By parent: its children in order. A sign behind a name says how often: * any number, + once or more, ! exactly once.
SEQUENCES = {
    "chartSpace": (
        "date1904 lang roundedCorners style clrMapOvr pivotSource protection chart! spPr txPr externalData "
        "printSettings userShapes extLst"
    ),
    "chart": (
        "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea! legend plotVisOnly dispBlanksAs "
        "showDLblsOverMax extLst"
    ),
    # Charts first, in any order; then axes, in any order.
    "plotArea": "layout barChart|lineChart|areaChart+ catAx|valAx|dateAx* dTable spPr extLst",
    "layout": "manualLayout extLst",
    "manualLayout": "layoutTarget xMode yMode wMode hMode x y w h extLst",
    "barChart": "barDir! grouping varyColors ser* dLbls gapWidth overlap serLines axId+ extLst",
    "lineChart": "grouping! varyColors ser* dLbls dropLines hiLowLines upDownBars marker smooth axId+ extLst",
    "areaChart": "grouping varyColors ser* dLbls dropLines axId+ extLst",
    "barChart/ser": (
        "idx! order! tx spPr invertIfNegative pictureOptions dPt* dLbls trendline* errBars cat val shape extLst"
    ),
    "lineChart/ser": "idx! order! tx spPr marker dPt* dLbls trendline* errBars cat val smooth extLst",
    "areaChart/ser": "idx! order! tx spPr pictureOptions dPt* dLbls trendline* errBars* cat val extLst",
    "dPt": "idx! invertIfNegative marker bubble3D explosion spPr pictureOptions extLst",
    "dLbls": f"dLbl* delete {SHOWN} showLeaderLines leaderLines extLst",
    "dLbl": f"idx! delete layout tx {SHOWN} extLst",
    "errBars": "errDir errBarType! errValType! noEndCap plus minus val spPr extLst",
    "trendline": (
        "name spPr trendlineType! order period forward backward intercept dispRSqr dispEq trendlineLbl extLst"
    ),
    "marker": "symbol size spPr extLst",
    "tx": "strRef|rich!",
    "cat": "multiLvlStrRef|numLit|numRef|strLit|strRef!",
    "val": "numRef|numLit!",
    "plus": "numRef|numLit!",
    "minus": "numRef|numLit!",
    "strRef": "f! strCache extLst",
    "strCache": "ptCount pt* extLst",
    "numRef": "f! numCache extLst",
    "numCache": "formatCode ptCount pt* extLst",
    "pt": "v!",
    "catAx": f"{AXIS} auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl extLst",
    "dateAx": f"{AXIS} auto lblOffset baseTimeUnit majorUnit majorTimeUnit minorUnit minorTimeUnit extLst",
    "valAx": f"{AXIS} crossBetween majorUnit minorUnit dispUnits extLst",
    "scaling": "logBase orientation max min extLst",
    "majorGridlines": "spPr",
    "externalData": "autoUpdate",
    "extLst": "ext*",
    "ext": "showLeaderLines dlblFieldTable showDataLabelsRange",
    "spPr": f"xfrm custGeom prstGeom {FILL} ln {EFFECT} scene3d sp3d extLst",
    "txPr": "bodyPr! lstStyle p+",
    "rich": "bodyPr! lstStyle p+",
    "p": "pPr r|br|fld* endParaRPr",
    "r": "rPr t!",
    "fld": "rPr pPr t",
    "pPr": "lnSpc spcBef spcAft buNone tabLst defRPr extLst",
    "defRPr": LETTERS,
    "rPr": LETTERS,
    "ln": "noFill|solidFill|gradFill|pattFill prstDash|custDash round|bevel|miter headEnd tailEnd extLst",
    "schemeClr": "alpha",
    "solidFill": "scrgbClr|srgbClr|hslClr|sysClr|schemeClr|prstClr!",
}
NEEDED = {
    "catAx": "axId scaling axPos crossAx",
    "dateAx": "axId scaling axPos crossAx",
    "valAx": "axId scaling axPos crossAx",
}
# Of these only one may stand; a label that is deleted says nothing else.
ALTERNATIVES = (("delete", "showVal"), ("crosses", "crossesAt"), ("noFill", "solidFill"))
ONE_OF = {
    "barDir": "bar col",
    "grouping": "percentStacked clustered standard stacked",
    "dLblPos": "bestFit b ctr inBase inEnd l outEnd r t",
    "errBarType": "both minus plus",
    "errValType": "cust fixedVal percentage stdDev stdErr",
    "trendlineType": "exp linear log movingAvg poly power",
    "symbol": "circle dash diamond dot none picture plus square star triangle x auto",
    "layoutTarget": "inner outer",
    "xMode": "edge factor",
    "yMode": "edge factor",
    "orientation": "maxMin minMax",
    "axPos": "b l r t",
    "majorTickMark": "cross in none out",
    "minorTickMark": "cross in none out",
    "tickLblPos": "high low nextTo none",
    "crosses": "autoZero max min",
    "crossBetween": "between midCat",
    "lblAlgn": "ctr l r",
    "baseTimeUnit": "days months years",
    "majorTimeUnit": "days months years",
    "dispBlanksAs": "span gap zero",
}


def problems(root: ElementTree.Element, sequences: Mapping[str, str] = SEQUENCES) -> list[str]:
    """Everything in a part that stands where its schema, that of charts if no other is given, does not allow it."""
    return [problem for parent, element in _walk(root, "") for problem in _problems_of(parent, element, sequences)]


def name_of(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


def _walk(element: ElementTree.Element, parent: str) -> Iterator[tuple[str, ElementTree.Element]]:
    yield parent, element
    for child in element:
        yield from _walk(child, name_of(element))


def _problems_of(parent: str, element: ElementTree.Element, sequences: Mapping[str, str]) -> Iterator[str]:
    name, value, children = name_of(element), element.get("val"), [name_of(child) for child in element]
    if name in ONE_OF and value not in ONE_OF[name].split():
        yield f"{name}: {value!r} is no value of it"
    sequence = sequences.get(f"{parent}/{name}") or sequences.get(name)
    if sequence:
        yield from (f"{name}: {problem}" for problem in _out_of_order(sequence, children))
    elif children:
        yield f"{name}: nothing is known of its children {children}"
    missing = set(NEEDED.get(name, "").split()) - set(children)
    if missing:
        yield f"{name}: {sorted(missing)} is missing"
    yield from (f"{name}: {pair} stand together" for pair in ALTERNATIVES if set(pair) <= set(children))


def _out_of_order(sequence: str, children: list[str]) -> Iterator[str]:
    groups = [(part.rstrip("*+!").split("|"), part[-1]) for part in sequence.split()]
    places = [next((at for at, (names, _) in enumerate(groups) if child in names), -1) for child in children]
    if -1 in places:
        yield f"{children[places.index(-1)]} does not belong there"
    if places != sorted(places):
        yield f"the order is {children}"
    for at, (names, often) in enumerate(groups):
        many = places.count(at)
        if (many > 1 and often not in "*+") or (many == 0 and often in "+!"):
            yield f"{' or '.join(names)} stands there {many} times"
