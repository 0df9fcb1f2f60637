"""Which texts descend from which last origin: many texts on the left, few origins on the right, a line for each."""

import textwrap
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from components.figures.canvas import HIDDEN, Canvas, Look
from components.figures.furniture import NOMINAL_WIDTH, Words, pixels, safe, stand_alone
from components.theme import CITED_DASH, CITED_SIGN, CITED_WORD, shortened

MOST_TEXTS = 60
MOST_ORIGINS = 24
ROW, WIDEST_ROW, ORIGIN_AIR, EDGE = 21, 36, 10, 16
DOT, LEAST_CIRCLE, MOST_CIRCLE = 9, 17, 46
POINTS, CLICK_POINTS = 24, 7
FULL_CIRCLE = 8  # texts: with fewer no circle is as large as it can be
TEXT_SHARE = {"wide": 0.36, "medium": 0.38, "narrow": 0.42}  # of the width, for the names of the texts
ORIGIN_SHARE = {"wide": 0.29, "medium": 0.30, "narrow": 0.37}
ORIGIN_LINES = {"wide": 2, "medium": 3, "narrow": 4}
SIDES = (8, 8)
UNKNOWN = "origin not known"
ERROR = "!"
LEGEND = (
    f"● a document, quoted: its text is stored. ○ {CITED_SIGN} {CITED_WORD} from an address. {ERROR} retold wrongly, "
    "kept and never used. Dashed line: descent inferred by a curator. The number says how many texts go back to it."
)
GROUPED = "Too many texts to draw one by one: each origin with the number of its texts."


class _Text(NamedTuple):
    """A text with its level and what it goes back to: origin id and whether that is inferred."""

    row: pd.Series
    level: float
    descents: list[tuple[str, bool]]


class _Origin(NamedTuple):
    """An origin with its level, the height its name takes, the name, and how many texts go back to it."""

    name: str
    level: float
    height: float
    texts: int


class _Sheet(NamedTuple):
    """What the graph is drawn on, and where texts and origins stand across it, in pixels."""

    canvas: Canvas
    text_at: float
    origin_at: float
    most: int


def descent(texts: pd.DataFrame, words: Words, look: Look) -> go.Figure:
    """The graph of a descent frame; above `MOST_TEXTS` texts their origins alone, each with its number of texts."""
    room = NOMINAL_WIDTH[look.width] - sum(SIDES)
    texts = texts.assign(origin_id=texts["origin_id"].fillna("").astype(str))
    counts = _counted(texts)
    canvas, most = Canvas(look), int(counts["texts"].max()) if len(counts) else 1
    canvas.xaxis |= {"range": [0, room]}
    sheet = _Sheet(canvas, room * TEXT_SHARE[look.width], room * (1 - ORIGIN_SHARE[look.width]), most)
    if texts["text_id"].nunique() > MOST_TEXTS:
        return _grouped(sheet, counts, words)
    if texts.empty:
        return _nothing(sheet, words)
    origins = _placed_origins(sheet, counts, texts["text_id"].nunique())
    lowest = min(origin.level - origin.height / 2 for origin in origins.values())
    placed = _placed_texts(texts, origins, -lowest)
    _lines(sheet, placed, origins)
    for text in placed:
        _name(sheet, text)
    _dots(sheet, placed)
    for origin_id, origin in origins.items():
        _origin(sheet, origin_id, origin)
    _clicks(sheet, placed)
    bottom = min(lowest, min(text.level for text in placed) - ROW / 2) - EDGE / 2
    canvas.yaxis |= {"range": [bottom, EDGE]}
    told = Words(words.title, words.subtitle, (LEGEND, *words.source))
    return stand_alone(canvas, told, EDGE - bottom, SIDES)


def _nothing(sheet: _Sheet, words: Words) -> go.Figure:
    look = sheet.canvas.look
    at = ((NOMINAL_WIDTH[look.width] - sum(SIDES)) / 2, 0.5)
    sheet.canvas.text("No text of this dataset is traced", at, look.text, look.palette.secondary)
    sheet.canvas.yaxis |= {"range": [0, 1]}
    return stand_alone(sheet.canvas, words, 90, SIDES)


def _counted(texts: pd.DataFrame) -> pd.DataFrame:
    """Origins with their name and number of texts, that of most first, and what is not known last."""
    by_origin = texts.groupby("origin_id", sort=False)
    counts = by_origin.agg(name=("origin", "first"), texts=("text_id", "nunique"))
    counts["unknown"] = counts.index == ""
    return counts.sort_values(["unknown", "texts"], ascending=[True, False], kind="stable")


def _placed_origins(sheet: _Sheet, counts: pd.DataFrame, texts: int) -> dict[str, _Origin]:
    """Each origin beside its texts, lower where else circles or names would touch."""
    names = [UNKNOWN if unknown else str(name) for name, unknown in zip(counts["name"], counts["unknown"], strict=True)]
    needs = [_need(sheet, name, int(many)) for name, many in zip(names, counts["texts"], strict=True)]
    shares = [float(many) / max(float(counts["texts"].sum()), 1.0) * texts * ROW for many in counts["texts"]]
    origins, level = {}, 0.0
    for origin_id, name, many, need, share in zip(counts.index, names, counts["texts"], needs, shares, strict=True):
        room = max(need, share)
        origins[str(origin_id)] = _Origin(name, level - room / 2, need, int(many))
        level -= room
    return origins


def _need(sheet: _Sheet, name: str, many: int) -> float:
    lines = len(_origin_lines(sheet, name))
    return max(_circle(sheet, many), lines * sheet.canvas.look.small * 1.35) + ORIGIN_AIR


def _placed_texts(texts: pd.DataFrame, origins: Mapping[str, _Origin], height: float) -> list[_Text]:
    """Texts in rows, each near the origins it goes back to, so that few lines cross; documents before records.

    Where the origins take more `height` than the texts need, the rows stand further apart.
    """
    order = {origin_id: place for place, origin_id in enumerate(origins)}
    found = []
    for _, rows in texts.groupby("text_id", sort=False):
        descents = [(str(row["origin_id"]), bool(row["inferred"])) for _, row in rows.iterrows()]
        middle = float(np.mean([order[origin_id] for origin_id, _ in descents]))
        found.append(((middle, rows["kind"].iloc[0] != "document"), rows.iloc[0], descents))
    found.sort(key=lambda entry: entry[0])
    step = min(max(ROW, height / len(found)), WIDEST_ROW)
    return [_Text(row, -(place + 0.5) * step, descents) for place, (_, row, descents) in enumerate(found)]


def _lines(sheet: _Sheet, texts: Sequence[_Text], origins: Mapping[str, _Origin]) -> None:
    """One line for each descent; those of documents last, so that they lie above the many others."""
    palette = sheet.canvas.look.palette
    along = np.linspace(0, 1, POINTS)
    x = np.append(sheet.text_at + along * (sheet.origin_at - sheet.text_at), np.nan).round(1)
    bend = along * along * (3 - 2 * along)
    for kind, colour, width in (("record", palette.cited, 1.1), ("document", palette.ink, 2)):
        for dashed in (False, True):
            y = [
                np.append(text.level + bend * (origins[origin_id].level - text.level), np.nan).round(1)
                for text in texts
                for origin_id, inferred in text.descents
                if origin_id and text.row["kind"] == kind and inferred == dashed
            ]
            if y:
                dash = CITED_DASH if dashed else "solid"
                sheet.canvas.curve(np.tile(x, len(y)), np.concatenate(y), colour, width, dash, opacity=0.9)


def _name(sheet: _Sheet, text: _Text) -> None:
    canvas, row = sheet.canvas, text.row
    look, palette = canvas.look, canvas.look.palette
    document = row["kind"] == "document"
    wrong = f"<b style='color:{palette.limit}'>{ERROR}</b> " if row["standing"] == "error" else ""
    sign = "" if document else f"<b style='color:{palette.cited}'>{CITED_SIGN}</b> "
    characters = int((sheet.text_at - 12) / pixels("x", look.small + 0.5, bold=document)) - 3
    name = safe(shortened(_name_of(row), max(10, characters)))
    label = f"<b>{name}</b>" if document else f"{wrong}{sign}{name}"
    colour = palette.ink if document else palette.secondary
    canvas.text(label, (sheet.text_at, text.level), look.small + 0.5, colour, ("right", "middle"), (-9, 0))


def _dots(sheet: _Sheet, texts: Sequence[_Text]) -> None:
    palette = sheet.canvas.look.palette
    for kind, colour, fill in (("document", palette.ink, palette.ink), ("record", palette.cited, palette.paper)):
        levels = [text.level for text in texts if text.row["kind"] == kind]
        line = {"color": colour, "width": 1.8}
        if levels:
            _mark(sheet.canvas, [sheet.text_at] * len(levels), levels, DOT, fill, line)


def _name_of(row: pd.Series) -> str:
    return f"{row['text_id']}: {row['text']}" if row["kind"] == "document" else str(row["text"])


def _origin(sheet: _Sheet, origin_id: str, origin: _Origin) -> None:
    canvas, look, palette = sheet.canvas, sheet.canvas.look, sheet.canvas.look.palette
    known, size = bool(origin_id), _circle(sheet, origin.texts)
    line = {"color": palette.ink if known else palette.ticks, "width": 2}
    _mark(canvas, [sheet.origin_at], [origin.level], size, palette.paper, line)
    at = (sheet.origin_at, origin.level)
    canvas.text(f"<b>{origin.texts}</b>", at, look.small + (3 if size > 30 else 0), palette.ink)
    text = "<br>".join(safe(line) for line in _origin_lines(sheet, origin.name))
    colour, place = palette.ink if known else palette.secondary, (size / 2 + 6, 0)
    canvas.text(f"<b>{text}</b>" if known else text, at, look.small + 0.5, colour, ("left", "middle"), place)


def _origin_lines(sheet: _Sheet, name: str) -> list[str]:
    look = sheet.canvas.look
    room = NOMINAL_WIDTH[look.width] - sum(SIDES) - sheet.origin_at - MOST_CIRCLE / 2 - 6
    characters = max(8, int(room / pixels("x", look.small + 0.5, bold=True)))
    # A word a little too long for a line is better whole and over the edge of its room than in two.
    words = [shortened(word, characters + 4) for word in name.split()]
    lines = textwrap.wrap(" ".join(words), characters, break_long_words=False) or [""]
    most = ORIGIN_LINES[look.width]
    return lines if len(lines) <= most else [*lines[: most - 1], shortened(" ".join(lines[most - 1 :]), characters)]


def _circle(sheet: _Sheet, texts: int) -> float:
    """The width of a circle: its area grows with the number of texts."""
    return float(max(LEAST_CIRCLE, MOST_CIRCLE * (texts / max(sheet.most, FULL_CIRCLE)) ** 0.5))


def _mark(
    canvas: Canvas, x: Sequence[float], y: Sequence[float], size: float, fill: str, line: Mapping[str, object]
) -> None:
    marker = {"symbol": "circle", "size": size, "color": fill, "opacity": 1, "line": dict(line)}
    kept = {"marker": {"opacity": 1}}
    entry: dict[str, object] = {"type": "scatter", "x": x, "y": y, "mode": "markers", "marker": marker}
    canvas.traces.append(entry | {"hoverinfo": "skip", "cliponaxis": False, "selected": kept, "unselected": kept})


def _clicks(sheet: _Sheet, texts: Sequence[_Text]) -> None:
    """Points nobody sees along each name: hover says what the text is, a click opens it."""
    places, clicked = np.linspace(0, sheet.text_at, CLICK_POINTS), [text for text in texts for _ in range(CLICK_POINTS)]
    opens = [
        [f"{'document' if text.row['kind'] == 'document' else 'record'}:{text.row['text_id']}"] for text in clicked
    ]
    entry: dict[str, object] = {"type": "scatter", "mode": "markers", "x": np.tile(places, len(texts)).round(1)}
    entry |= {"y": [text.level for text in clicked], "marker": {"size": ROW - 2, "opacity": 0}, "customdata": opens}
    entry |= {"text": [_hover(text) for text in clicked], "hoverinfo": "text", "selected": HIDDEN, "unselected": HIDDEN}
    sheet.canvas.traces.append(entry)


def _hover(text: _Text) -> str:
    row, document = text.row, text.row["kind"] == "document"
    what = "quoted" if document else f"{CITED_SIGN} {CITED_WORD}, {safe(str(row['text_id']))}"
    wrong = "; retold wrongly, never used" if row["standing"] == "error" else ""
    several = f"; goes back to {len(text.descents)} origins" if len(text.descents) > 1 else ""
    lines = [f"<b>{safe(shortened(_name_of(row), 90))}</b>", f"{what}{wrong}{several}", "Click to open it"]
    return "<br>".join(lines)


def _grouped(sheet: _Sheet, counts: pd.DataFrame, words: Words) -> go.Figure:
    """Bars of the number of texts, one an origin, for more texts than can be drawn."""
    canvas, look, palette = sheet.canvas, sheet.canvas.look, sheet.canvas.look.palette
    room, level = NOMINAL_WIDTH[look.width] - sum(SIDES), 0.0
    for (origin_id, row), _ in zip(counts.iterrows(), range(MOST_ORIGINS), strict=False):
        name = safe(shortened(str(row["name"]) if origin_id else UNKNOWN, int(room / pixels("x", look.text)) - 12))
        many = int(row["texts"])
        canvas.text(f"<b>{many}</b>  {name}", (0, level - 2), look.text, palette.ink, ("left", "top"))
        canvas.box((0, max(3.0, many / sheet.most * room)), (level - 24, level - 34), palette.ink)
        level -= 46
    hidden = counts.iloc[MOST_ORIGINS:]
    if len(hidden):
        text = f"{len(hidden)} more origins with {int(hidden['texts'].max())} texts or fewer each"
        canvas.text(text, (0, level - 2), look.text, palette.secondary, ("left", "top"))
        level -= 26
    canvas.yaxis |= {"range": [level, 0]}
    return stand_alone(canvas, Words(words.title, words.subtitle, (GROUPED, *words.source)), -level, SIDES)
