"""What both drawings of the graph of descent have in common: their words, marks, lines and clicks."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from components.scene.canvas import Canvas
from components.scene.furniture import safe
from components.scene.marks import Curve, Hits, Opens, Signs, Stroke
from components.scene.text import ems, fitted
from components.theme import CITED_DASH, CITED_SIGN, CITED_WORD, shortened

ROW, DOT, BESIDE = 21, 9, 9  # pixels: a row, a dot, and from its middle to the name
POINTS, CLICK_POINTS = 24, 7
LEAST_NAME = 6.0  # ems: of a shorter piece nobody knows whose name it is
UNKNOWN = "origin not known"
ERROR = "!"
LEGEND = (
    f"● a document, quoted: its text is stored. ○ {CITED_SIGN} {CITED_WORD} from an address. {ERROR} retold wrongly, "
    "kept and never used. Dashed: descent inferred by a curator. Number: how many texts go back to it."
)


class Text(NamedTuple):
    """A text with its level and what it goes back to: origin id and whether that is inferred."""

    row: pd.Series
    level: float
    descents: list[tuple[str, bool]]

    @property
    def document(self) -> bool:
        return bool(self.row["kind"] == "document")


class Column(NamedTuple):
    """Where texts stand, in pixels: their dots, where their names begin or end, and where lines reach their origins.

    Names lie on the side of the dots that is away from the origins.
    """

    dots: float
    names: float
    origins: float

    @property
    def anchor(self) -> str:
        return "right" if self.dots < self.origins else "left"


def counted(texts: pd.DataFrame) -> pd.DataFrame:
    """Origins with their name and number of texts, that of most first, and what is not known last."""
    by_origin = texts.groupby("origin_id", sort=False)
    counts = by_origin.agg(name=("origin", "first"), texts=("text_id", "nunique"))
    counts["unknown"] = counts.index == ""
    return counts.sort_values(["unknown", "texts"], ascending=[True, False], kind="stable")


def in_order(texts: pd.DataFrame, origins: Sequence[str]) -> list[Text]:
    """Texts without a level yet, each near the origins it goes back to, so that few lines cross; documents first."""
    order = {origin_id: place for place, origin_id in enumerate(origins)}
    found = []
    for _, rows in texts.groupby("text_id", sort=False):
        descents = [(str(row["origin_id"]), bool(row["inferred"])) for _, row in rows.iterrows()]
        middle = float(np.mean([order[origin_id] for origin_id, _ in descents]))
        found.append(((middle, rows["kind"].iloc[0] != "document"), Text(rows.iloc[0], 0.0, descents)))
    return [text for _, text in sorted(found, key=lambda entry: entry[0])]


def draw_texts(canvas: Canvas, column: Column, texts: Sequence[Text], levels: Mapping[str, float]) -> None:
    """The names and dots of texts, and a line from each to its origins at some levels."""
    _lines(canvas, column, texts, levels)
    alike = Counter(_fitted(canvas, column, text) for text in texts)
    for text in texts:
        name = _fitted(canvas, column, text)
        _name(canvas, column, text, name if alike[name] == 1 else _told_apart(canvas, column, text))
    _dots(canvas, column, texts)


def click_texts(canvas: Canvas, column: Column, texts: Sequence[Text], high: float = ROW) -> None:
    """Points nobody sees along each name, so high: hover says what the text is, a click opens it."""
    clicked = [text for text in texts for _ in range(CLICK_POINTS)]
    x = np.tile(np.linspace(column.names, column.dots, CLICK_POINTS), len(texts)).round(1)
    behind = [f"{'document' if text.document else 'record'}:{text.row['text_id']}" for text in clicked]
    opens = Opens([_hover(text) for text in clicked], behind)
    canvas.marks.append(Hits(x, [text.level for text in clicked], high - 2, opens))


def _lines(canvas: Canvas, column: Column, texts: Sequence[Text], levels: Mapping[str, float]) -> None:
    """One line for each descent; those of documents last, so that they lie above the many others."""
    palette = canvas.look.palette
    along = np.linspace(0, 1, POINTS)
    x = np.append(column.dots + along * (column.origins - column.dots), np.nan).round(1)
    bend = along * along * (3 - 2 * along)
    for document, colour, width in ((False, palette.cited, 1.1), (True, palette.ink, 2)):
        for dashed in (False, True):
            y = [
                np.append(text.level + bend * (levels[origin_id] - text.level), np.nan).round(1)
                for text in texts
                for origin_id, inferred in text.descents
                if origin_id and text.document == document and inferred == dashed
            ]
            if y:
                dash = CITED_DASH if dashed else "solid"
                line = Stroke(colour, width, dash)
                canvas.marks.append(Curve(np.tile(x, len(y)), np.concatenate(y), line, opacity=0.9))


def _name(canvas: Canvas, column: Column, text: Text, name: str) -> None:
    look, palette = canvas.look, canvas.look.palette
    wrong = f"<b style='color:{palette.limit}'>{ERROR}</b> " if _is_wrong(text) else ""
    sign = "" if text.document else f"<b style='color:{palette.cited}'>{CITED_SIGN}</b> "
    label = f"<b>{safe(name)}</b>" if text.document else f"{wrong}{sign}{safe(name)}"
    colour = palette.ink if text.document else palette.secondary
    shift = (-BESIDE if column.anchor == "right" else BESIDE, 0)
    canvas.text(label, (column.dots, text.level), look.small + 0.5, colour, (column.anchor, "middle"), shift)


def _fitted(canvas: Canvas, column: Column, text: Text) -> str:
    return fitted(_name_of(text), _room(canvas, column, text), bold=text.document)


def _told_apart(canvas: Canvas, column: Column, text: Text) -> str:
    """The name with the id of the text, where another is called or cut alike; the id alone where there is no room."""
    text_id = str(text.row["text_id"])
    left = _room(canvas, column, text) - ems(f", {text_id}")
    if text.document or left < LEAST_NAME:
        return fitted(text_id, _room(canvas, column, text), bold=text.document)
    return f"{fitted(_name_of(text), left)}, {text_id}"


def _room(canvas: Canvas, column: Column, text: Text) -> float:
    """How wide the name of a text may be beside its signs, in its own letters."""
    signs = f"{ERROR} " * _is_wrong(text) + f"{CITED_SIGN} " * (not text.document)
    return (abs(column.dots - column.names) - BESIDE) / (canvas.look.small + 0.5) - ems(signs, bold=True)


def _is_wrong(text: Text) -> bool:
    return bool(text.row["standing"] == "error")


def _dots(canvas: Canvas, column: Column, texts: Sequence[Text]) -> None:
    palette = canvas.look.palette
    for document, colour, fill in ((True, palette.ink, palette.ink), (False, palette.cited, palette.paper)):
        levels = [text.level for text in texts if text.document == document]
        if levels:
            x = [column.dots] * len(levels)
            canvas.marks.append(Signs(x, levels, "circle", DOT, fill, Stroke(colour, 1.8)))


def _name_of(text: Text) -> str:
    return f"{text.row['text_id']}: {text.row['text']}" if text.document else str(text.row["text"])


def _hover(text: Text) -> str:
    what = "quoted" if text.document else f"{CITED_SIGN} {CITED_WORD}, {safe(str(text.row['text_id']))}"
    wrong = "; retold wrongly, never used" if _is_wrong(text) else ""
    several = f"; goes back to {len(text.descents)} origins" if len(text.descents) > 1 else ""
    lines = [f"<b>{safe(shortened(_name_of(text), 90))}</b>", f"{what}{wrong}{several}", "Click to open it"]
    return "<br>".join(lines)
