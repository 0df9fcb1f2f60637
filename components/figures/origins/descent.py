"""Which texts descend from which last origin: many texts on the left, few origins on the right, a line for each."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

import pandas as pd

from components.figures.origins import descent_parts as parts
from components.figures.origins.descent_sides import SIDES, two_sided
from components.scene.canvas import Canvas, Look
from components.scene.furniture import Scene, Words, across, room_on_screen, safe
from components.scene.marks import Signs, Stroke
from components.scene.text import broken, ems, fitted

MOST_TEXTS = 60
MOST_ORIGINS = 24
WIDEST_ROW, ORIGIN_AIR, EDGE = 36, 10, 16
LEAST_CIRCLE, MOST_CIRCLE = 17, 46
FULL_CIRCLE = 8  # texts: with fewer no circle is as large as it can be
TEXT_SHARE = {"wide": 0.36, "medium": 0.38, "narrow": 0.42}  # of the width, for the names of the texts
ORIGIN_SHARE = {"wide": 0.29, "medium": 0.30, "narrow": 0.37}
ORIGIN_LINES = {"wide": 2, "medium": 3, "narrow": 4}
BAR_ROW, LAST_ROW = 46, 26
GROUPED = "Too many texts to draw one by one: each origin with the number of its texts."


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


def descent(texts: pd.DataFrame, words: Words, look: Look) -> Scene:
    """The graph of a descent frame; above `MOST_TEXTS` texts their origins alone, each with its number of texts."""
    room = across(look) - sum(SIDES)
    texts = texts.assign(origin_id=texts["origin_id"].fillna("").astype(str))
    counts, many = parts.counted(texts), int(texts["text_id"].nunique())
    canvas, most = Canvas(look), int(counts["texts"].max()) if len(counts) else 1
    canvas.xaxis |= {"range": [0, room]}
    sheet = _Sheet(canvas, room * TEXT_SHARE[look.width], room * (1 - ORIGIN_SHARE[look.width]), most)
    told = replace(words, legend=parts.LEGEND)
    if many > MOST_TEXTS:
        return _grouped(sheet, counts, words)
    if texts.empty:
        return _nothing(sheet, words)
    if look.for_screen:
        return two_sided(canvas, texts, counts, told)
    origins = _placed_origins(sheet, counts, many)
    lowest = min(origin.level - origin.height / 2 for origin in origins.values())
    placed, column = _placed_texts(texts, origins, -lowest), parts.Column(sheet.text_at, 0, sheet.origin_at)
    parts.draw_texts(canvas, column, placed, {origin_id: origin.level for origin_id, origin in origins.items()})
    for origin_id, origin in origins.items():
        _origin(sheet, origin_id, origin)
    parts.click_texts(canvas, column, placed)
    bottom = min(lowest, min(text.level for text in placed) - parts.ROW / 2) - EDGE / 2
    canvas.yaxis |= {"range": [bottom, EDGE]}
    return Scene(canvas, told, EDGE - bottom, SIDES)


def _nothing(sheet: _Sheet, words: Words) -> Scene:
    look = sheet.canvas.look
    at = ((across(look) - sum(SIDES)) / 2, 0.5)
    sheet.canvas.text("No text of this dataset is traced", at, look.text, look.palette.secondary)
    sheet.canvas.yaxis |= {"range": [0, 1]}
    return Scene(sheet.canvas, words, 90, SIDES)


def _placed_origins(sheet: _Sheet, counts: pd.DataFrame, texts: int) -> dict[str, _Origin]:
    """Each origin beside its texts, lower where else circles or names would touch."""
    names = [
        parts.UNKNOWN if unknown else str(name) for name, unknown in zip(counts["name"], counts["unknown"], strict=True)
    ]
    needs = [_need(sheet, name, int(many)) for name, many in zip(names, counts["texts"], strict=True)]
    shares = [float(many) / max(float(counts["texts"].sum()), 1.0) * texts * parts.ROW for many in counts["texts"]]
    origins, level = {}, 0.0
    for origin_id, name, many, need, share in zip(counts.index, names, counts["texts"], needs, shares, strict=True):
        room = max(need, share)
        origins[str(origin_id)] = _Origin(name, level - room / 2, need, int(many))
        level -= room
    return origins


def _need(sheet: _Sheet, name: str, many: int) -> float:
    lines = len(_origin_lines(sheet, name))
    return max(_circle(sheet, many), lines * sheet.canvas.look.small * 1.35) + ORIGIN_AIR


def _placed_texts(texts: pd.DataFrame, origins: Mapping[str, _Origin], height: float) -> list[parts.Text]:
    """Texts in rows; where the origins take more `height` than the texts need, the rows stand further apart."""
    found = parts.in_order(texts, list(origins))
    step = min(max(parts.ROW, height / len(found)), WIDEST_ROW)
    return [text._replace(level=-(place + 0.5) * step) for place, text in enumerate(found)]


def _origin(sheet: _Sheet, origin_id: str, origin: _Origin) -> None:
    canvas, look, palette = sheet.canvas, sheet.canvas.look, sheet.canvas.look.palette
    known, size = bool(origin_id), _circle(sheet, origin.texts)
    line = Stroke(palette.ink if known else palette.ticks, 2)
    canvas.marks.append(Signs([sheet.origin_at], [origin.level], "circle", size, palette.paper, line))
    at = (sheet.origin_at, origin.level)
    canvas.text(f"<b>{origin.texts}</b>", at, look.small + (3 if size > 30 else 0), palette.ink)
    text = "<br>".join(safe(line) for line in _origin_lines(sheet, origin.name))
    colour, place = palette.ink if known else palette.secondary, (size / 2 + 6, 0)
    canvas.text(f"<b>{text}</b>" if known else text, at, look.small + 0.5, colour, ("left", "middle"), place)


def _origin_lines(sheet: _Sheet, name: str) -> list[str]:
    look = sheet.canvas.look
    room = across(look) - sum(SIDES) - sheet.origin_at - MOST_CIRCLE / 2 - 6
    return broken(name, room / (look.small + 0.5), bold=True, most=ORIGIN_LINES[look.width]) or [""]


def _circle(sheet: _Sheet, texts: int) -> float:
    """The width of a circle: its area grows with the number of texts."""
    return float(max(LEAST_CIRCLE, MOST_CIRCLE * (texts / max(sheet.most, FULL_CIRCLE)) ** 0.5))


def _grouped(sheet: _Sheet, counts: pd.DataFrame, words: Words) -> Scene:
    """Bars of the number of texts, one an origin, for more texts than can be drawn."""
    canvas, look, palette = sheet.canvas, sheet.canvas.look, sheet.canvas.look.palette
    room, level, told = across(look) - sum(SIDES), 0.0, replace(words, legend=GROUPED)
    most = int((room_on_screen(told, look) - LAST_ROW) / BAR_ROW) if look.for_screen else MOST_ORIGINS
    for (origin_id, row), _ in zip(counts.iterrows(), range(most), strict=False):
        many = int(row["texts"])
        free = room / look.text - ems(f"{many}  ", bold=True)
        name = safe(fitted(str(row["name"]) if origin_id else parts.UNKNOWN, free))
        canvas.text(f"<b>{many}</b>  {name}", (0, level - 2), look.text, palette.ink, ("left", "top"))
        canvas.box((0, max(3.0, many / sheet.most * room)), (level - 24, level - 34), palette.ink)
        level -= BAR_ROW
    hidden = counts.iloc[most:]
    if len(hidden):
        text = f"{len(hidden)} more origins with {int(hidden['texts'].max())} texts or fewer each"
        canvas.text(text, (0, level - 2), look.text, palette.secondary, ("left", "top"))
        level -= LAST_ROW
    canvas.yaxis |= {"range": [level, 0]}
    return Scene(canvas, told, -level, SIDES)
