"""The pen for the page: marks -> traces, shapes and annotations of plotly, as dictionaries.

What a page shows is written from them as they are: plotly checks and copies each of them for longer than the figure
took to be drawn. Where a figure is changed further, plotly's own has been made of the same.
"""

import base64
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from plotly.io.json import to_json_plotly

from components.scene.canvas import Canvas
from components.scene.furniture import Scene, around_of, furniture
from components.scene.marks import Bars, Box, Curve, Hatch, Hits, Label, Mark, Opens, Outline, Segment, Signs, Stroke
from components.theme import FONT

if TYPE_CHECKING:  # a page does without
    import plotly.graph_objects as go

Entry = dict[str, Any]
BARE = {"data": {"scatter": [{"type": "scatter"}]}}  # the template that plotly calls "none"
PARTS = "parts"  # of a figure that one screen does not hold


def written(scene: Scene) -> tuple[str, int]:
    """The figure as a browser gets it, in JSON, and its height in pixels; it is as wide as its place."""
    entry = _entry(scene)
    traces = [{name: _plain(value) for name, value in trace.items()} for trace in entry["data"]]
    return to_json_plotly(entry | {"data": traces}), entry["layout"]["height"]


def figure(scene: Scene) -> "go.Figure":
    """The same as plotly's own figure, with every entry checked."""
    import plotly.graph_objects as go

    return go.Figure(_entry(scene))


def _entry(scene: Scene) -> Entry:
    """A figure that stands alone: title, subtitle and source line around the plot, with our paper and type.

    On a screen it says of how many parts it is one. It answers clicks, and nothing on it moves or is selected.
    """
    canvas, around = scene.canvas, around_of(scene.words, scene.canvas.look)
    margin = {"l": scene.sides[0], "r": scene.sides[1], "t": around.top, "b": around.bottom, "pad": 0}
    layout: Entry = {"height": round(around.top + scene.height + around.bottom), "margin": margin}
    layout |= {"meta": {PARTS: scene.parts}} if canvas.look.for_screen else {}
    layout |= {"barmode": "overlay"} if scene.overlay else {}
    return _figure(canvas, [*canvas.marks, *furniture(scene, around)], layout)


def _figure(canvas: Canvas, marks: Iterable[Mark], layout: Entry) -> Entry:
    palette, look = canvas.look.palette, canvas.look
    font = {"family": FONT, "size": look.text, "color": palette.ink}
    drawn: dict[str, list[Entry]] = {"traces": [], "shapes": [], "annotations": []}
    for mark in marks:
        where, entry = _drawn(mark, palette.ink)
        drawn[where].append(entry)
    standing = {
        "template": BARE,
        "paper_bgcolor": palette.paper,
        "plot_bgcolor": palette.paper,
        "font": font,
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {"bgcolor": palette.paper, "bordercolor": palette.ticks, "font": font, "align": "left"},
        "xaxis": canvas.xaxis,
        "yaxis": canvas.yaxis,
    }
    standing |= {name: drawn[name] for name in ("shapes", "annotations") if drawn[name]}
    return {"data": drawn["traces"], "layout": standing | layout}


def _drawn(mark: Mark, ink: str) -> tuple[str, Entry]:
    match mark:
        case Label():
            return "annotations", _label(mark)
        case Box():
            return "shapes", _box(mark)
        case Segment():
            return "shapes", _segment(mark)
        case Outline():
            return "shapes", _outline(mark)
        case Curve():
            return "traces", _curve(mark)
        case Signs():
            return "traces", _signs(mark)
        case Hits():
            return "traces", _hits(mark, ink)
        case Bars():
            return "traces", _bars(mark)


def _label(label: Label) -> Entry:
    x, y = label.anchor
    entry: Entry = {
        "text": label.markup,
        "x": label.at[0],
        "y": label.at[1],
        "showarrow": False,
        "xanchor": x,
        "yanchor": y,
        "xshift": label.shift[0],
        "yshift": label.shift[1],
        "align": x,
        "font": {"size": label.size, "color": label.colour},
    }
    entry |= {"bgcolor": label.background} if label.background else {}
    entry |= {ref: "paper" for ref, paper in zip(("xref", "yref"), label.paper, strict=True) if paper}
    return entry | ({"name": label.name} if label.name else {})


def _box(box: Box) -> Entry:
    entry: Entry = {"type": "rect", "x0": box.x[0], "x1": box.x[1], "y0": box.y[0], "y1": box.y[1]}
    entry |= {"line": _stroke(box.line), "layer": box.layer} | ({"fillcolor": box.fill} if box.fill else {})
    entry |= {"opacity": box.opacity} if box.opacity is not None else {}
    entry |= {"xref": "paper"} if box.paper else {}
    return entry | (_held(box.held) | {"xref": "paper", "yref": "paper"} if box.held else {})


def _segment(segment: Segment) -> Entry:
    (x0, y0), (x1, y1) = segment.start, segment.end
    entry: Entry = {"type": "line", "x0": x0, "x1": x1, "y0": y0, "y1": y1, "line": _stroke(segment.line)}
    return entry | ({"layer": segment.layer} if segment.layer else {})


def _outline(outline: Outline) -> Entry:
    line = _stroke(outline.line)
    return {"type": "path", "path": outline.path, "line": line, **_held(outline.at), "layer": "above"}


def _curve(curve: Curve) -> Entry:
    entry: Entry = {"type": "scatter", "x": curve.x, "y": curve.y, "mode": "lines", "hoverinfo": "skip"}
    entry |= {"line": {"dash": "solid"} | _stroke(curve.line)}
    if curve.hatch:
        entry |= {"fill": "toself", "fillpattern": _pattern(curve.hatch), "cliponaxis": False}
    elif curve.fill:
        entry |= {"fill": "toself", "fillcolor": curve.fill}
    return entry | ({"opacity": curve.opacity} if curve.opacity is not None else {})


def _signs(signs: Signs) -> Entry:
    marker: Entry = {"symbol": signs.form, "size": signs.size, "color": signs.fill, "opacity": 1}
    marker |= {"line": _stroke(signs.line)} if signs.line else {}
    entry: Entry = {"type": "scatter", "x": signs.x, "y": signs.y, "mode": "markers", "marker": marker}
    entry |= {"cliponaxis": False}
    return entry | (_opens(signs.opens) if any(signs.opens) else {"hoverinfo": "skip"})


def _hits(hits: Hits, ink: str) -> Entry:
    marker: Entry = {"size": hits.size, "opacity": 0, "color": ink}
    entry: Entry = {"type": "scatter", "x": list(hits.x), "y": list(hits.y), "mode": "markers", "marker": marker}
    return entry | _opens(hits.opens)


def _bars(bars: Bars) -> Entry:
    lying: Entry = {"x": bars.lengths, "y": bars.at, "orientation": "h"}
    entry: Entry = lying if bars.along == "x" else {"x": bars.at, "y": bars.lengths}
    entry |= {"type": "bar", "base": bars.base, "width": bars.widths, "textposition": "none"}
    entry |= {"offset": bars.offset} if bars.offset is not None else {}
    if bars.hatch:
        entry |= {"marker": {"color": bars.hatch.background, "pattern": _pattern(bars.hatch)}}
    elif bars.fill:
        entry |= {"marker": {"color": bars.fill} | ({"line": _stroke(bars.line)} if bars.line else {})}
    else:
        entry |= {"marker": {"opacity": 0}}
    return entry | (_opens(bars.opens, "hovertext") if any(bars.opens) else {"hoverinfo": "skip"})


def _opens(opens: Opens, text: str = "text") -> Entry:
    entry: Entry = {"customdata": [[behind] for behind in opens.behind]} if opens.behind else {}
    return entry | ({text: list(opens.hover), "hoverinfo": "text"} if opens.hover else {"hoverinfo": "none"})


def _stroke(line: Stroke | None) -> Entry:
    if line is None:
        return {"width": 0}
    return {"color": line.colour, "width": line.width} | ({"dash": line.dash} if line.dash != "solid" else {})


def _held(at: Sequence[Any]) -> Entry:
    return {"xsizemode": "pixel", "ysizemode": "pixel", "xanchor": at[0], "yanchor": at[1]}


def _pattern(hatch: Hatch) -> Entry:
    form, colour, background, solidity = hatch
    return {"shape": form, "fgcolor": colour, "bgcolor": background, "size": 7, "solidity": solidity}


def _plain(value: object) -> object:
    """Coordinates as JSON holds them: numbers of an array byte by byte, its days in ISO 8601; all else as it is."""
    if not isinstance(value, np.ndarray):
        return value
    if value.dtype == np.float64:
        return {"dtype": "f8", "bdata": base64.b64encode(value.tobytes()).decode("ascii")}
    return np.datetime_as_string(value).tolist() if value.dtype.kind == "M" else value.tolist()
