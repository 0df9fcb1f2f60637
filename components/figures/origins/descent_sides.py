"""The graph of descent on a screen of 16:9: texts on both sides, their origins in the middle, as boxes."""

from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from components.figures.origins.descent_parts import UNKNOWN, Column, click_texts, draw_texts, in_order
from components.figures.origins.descent_parts import counted as counted_again
from components.scene.canvas import Canvas
from components.scene.furniture import Scene, Words, across, balanced, room_on_screen, safe
from components.scene.marks import Stroke
from components.scene.text import broken
from components.sentences.counts import count

SIDES = (8, 8)
BOX, NUMBER = 334.0, 46.0  # pixels: how wide a box is, and the room of its number
GAP = 84.0  # between a box and the dots beside it
EDGE, AIR = 10.0, 9.0
LINES, LEADING = 3, 1.32
LEAST_ROW, MOST_ROW = 17.0, 30.0
OTHERS = "others"
FULL = 9  # texts: the number of more than these is written larger


class _Box(NamedTuple):
    """An origin: its name in lines, how many texts go back to it, its middle and its height in pixels."""

    lines: list[str]
    texts: int
    level: float
    height: float


def two_sided(canvas: Canvas, texts: pd.DataFrame, counts: pd.DataFrame, words: Words) -> Scene:
    """Every text on the left or the right; the origins of fewest texts share a box where one each would not fit.

    `counts` are the origins, those of most texts first.
    """
    look, middle = canvas.look, (across(canvas.look) - sum(SIDES)) / 2
    room = room_on_screen(words, look) - 2 * EDGE
    texts, counts = _within(canvas, texts, counts, room)
    found = in_order(texts, list(counts.index))
    rows = (len(found) + 1) // 2
    step = min(max(room / rows, LEAST_ROW), MOST_ROW)
    boxes = _placed(canvas, counts, max(rows * step, _need(canvas, counts)))
    lowest = min(box.level - box.height / 2 for box in boxes.values())
    first = -max(-lowest - rows * step, 0) / 2
    levels = {origin_id: box.level for origin_id, box in boxes.items()}
    for side in (-1, 1):
        column = Column(middle + side * (BOX / 2 + GAP), middle * (1 + side), middle + side * BOX / 2)
        own = [
            text._replace(level=first - (place + 0.5) * step) for place, text in enumerate(found[(side + 1) // 2 :: 2])
        ]
        draw_texts(canvas, column, own, levels)
        click_texts(canvas, column, own, step)
    for origin_id, box in boxes.items():
        _draw(canvas, box, middle, known=bool(origin_id))
    bottom = min(lowest, first - rows * step) - EDGE
    canvas.yaxis |= {"range": [bottom, EDGE]}
    return Scene(canvas, words, EDGE - bottom, SIDES)


def _within(
    canvas: Canvas, texts: pd.DataFrame, counts: pd.DataFrame, room: float
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Texts and origins as far as boxes have room; the rest under one name, before what is not known."""
    kept, last = counts[~counts["unknown"]], counts[counts["unknown"]]
    many = len(kept)
    while many > 1 and _need(canvas, pd.concat([kept.head(many), last])) > room - (many < len(kept)) * _height(
        canvas, 1
    ):
        many -= 1
    if many == len(kept):
        return texts, counts
    others = texts["origin_id"].isin(kept.index[many:])
    name = count(len(kept) - many, "other origin")
    texts = texts.assign(
        origin_id=texts["origin_id"].mask(others, OTHERS), origin=texts["origin"].mask(others, name)
    ).drop_duplicates(["text_id", "origin_id"])
    again = counted_again(texts)
    return texts, again.loc[[*kept.index[:many], OTHERS, *last.index]]


def _placed(canvas: Canvas, counts: pd.DataFrame, height: float) -> Mapping[str, _Box]:
    """Boxes from above, each with a share of the height that grows with its texts, but no less than it needs."""
    needs = [_height(canvas, len(_lines(canvas, row))) for _, row in counts.iterrows()]
    spare, total = max(height - sum(needs), 0.0), float(counts["texts"].sum())
    wanted = [
        max(float(texts) / total * height - need, 0.0) for texts, need in zip(counts["texts"], needs, strict=True)
    ]
    boxes, level = {}, 0.0
    for (origin_id, row), need, more in zip(counts.iterrows(), needs, wanted, strict=True):
        share = need + spare * (more / (sum(wanted) or 1.0))
        boxes[str(origin_id)] = _Box(_lines(canvas, row), int(row["texts"]), level - share / 2, need - AIR)
        level -= share
    return boxes


def _need(canvas: Canvas, counts: pd.DataFrame) -> float:
    return sum(_height(canvas, len(_lines(canvas, row))) for _, row in counts.iterrows())


def _height(canvas: Canvas, lines: int) -> float:
    """What a box of so many lines takes, with the air below it."""
    return lines * (canvas.look.small + 0.5) * LEADING + 12 + AIR


def _lines(canvas: Canvas, row: pd.Series) -> list[str]:
    name = UNKNOWN if row["unknown"] else str(row["name"])
    size = canvas.look.small + 0.5
    room = (BOX - NUMBER - 10) / size
    lines = balanced(name, room)
    return lines if len(lines) <= LINES else broken(name, room, bold=True, most=LINES)


def _draw(canvas: Canvas, box: _Box, middle: float, known: bool) -> None:
    look, palette = canvas.look, canvas.look.palette
    x, y = (middle - BOX / 2, middle + BOX / 2), (box.level - box.height / 2, box.level + box.height / 2)
    line = Stroke(palette.ink if known else palette.ticks, 2)
    canvas.box(x, y, palette.paper, layer="above", line=line)
    size = look.text + (6 if box.texts > FULL else 0)
    canvas.text(f"<b>{box.texts}</b>", (x[0] + NUMBER / 2 + 2, box.level), size, palette.ink)
    text = "<br>".join(safe(line) for line in box.lines)
    colour, at = palette.ink if known else palette.secondary, (x[0] + NUMBER, box.level)
    canvas.text(f"<b>{text}</b>" if known else text, at, look.small + 0.5, colour, ("left", "middle"))
