"""Keys and a sentence below a figure: side by side where there is room, else one under the other."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from components.scene.canvas import Canvas, Look
from components.scene.furniture import across, pixels, safe
from components.scene.marks import Stroke
from components.scene.text import broken

SWATCH, SWATCH_HEIGHT, BESIDE, BETWEEN = 36.0, 16.0, 9.0, 44.0
LEADING = 1.36
AIR = 10.0
MOST_LINES = 2  # of the sentence on a slide, whose notes have it whole
KEEP = "\u00a0"  # a space at which no line is broken


@dataclass(frozen=True)
class Key:
    """One mark and what it means: a word in bold, then the rest."""

    mark: Literal["reported", "model", "limit", "left"]
    name: str
    rest: str = ""


class _Entry(NamedTuple):
    """A key with its lines and how wide it is."""

    key: Key
    lines: list[str]
    wide: float


def legend(canvas: Canvas, keys: tuple[Key, ...], sentence: str, strong: str) -> float:
    """Draw keys and sentence from the lower edge of the plot upward, `strong` in bold; returns the pixels they take."""
    look = canvas.look
    room = across(look) - 24
    line = look.text * LEADING
    told = [text for text in _bold_lines(sentence, strong, look, room, MOST_LINES) if text]
    rows = _rows([_entry(canvas, key, room) for key in keys], room)
    level = len(told) * line + (AIR if told else 0)
    height = AIR + level + sum(len(row[0].lines) * line + AIR for row in rows)
    centred = look.width == "wide"
    if told:
        at, anchor = ((0.5, 0), "center") if centred else ((0, 0), "left")
        canvas.text("<br>".join(told), at, look.text, look.palette.ink, (anchor, "bottom"), paper=(True, True))
    for row in reversed(rows):
        left = -max(_width(row) for row in rows) / 2 if centred else 0.0
        top = level + len(row[0].lines) * line
        for entry in row:
            _draw(canvas, entry, 0.5 if centred else 0.0, left, top)
            left += entry.wide + BETWEEN
        level = top + AIR
    return height


def unbroken(text: str) -> str:
    """A text that stays on one line when it is wrapped."""
    return text.replace(" ", KEEP)


def _entry(canvas: Canvas, key: Key, room: float) -> _Entry:
    size = canvas.look.text
    told = _bold_lines(f"{key.name}{key.rest}", key.name, canvas.look, room - SWATCH - BESIDE, 1)
    longest = min(pixels(f"{key.name}{key.rest}", size), room - SWATCH - BESIDE)
    return _Entry(key, told, SWATCH + BESIDE + longest)


def _rows(entries: list[_Entry], room: float) -> list[list[_Entry]]:
    """All in one row if there is room, else one in each: two and one would look like a mistake."""
    return [entries] if entries and _width(entries) <= room else [[entry] for entry in entries]


def _width(row: list[_Entry]) -> float:
    return sum(entry.wide for entry in row) + BETWEEN * (len(row) - 1)


def _draw(canvas: Canvas, entry: _Entry, anchor: float, left: float, top: float) -> None:
    look = canvas.look
    middle = top - look.text * LEADING / 2
    _swatch(canvas, entry.key, anchor, left, middle)
    shift = (left + SWATCH + BESIDE, top + 1)
    text, at = "<br>".join(entry.lines), (anchor, 0)
    canvas.text(text, at, look.text, look.palette.ink, ("left", "top"), shift, paper=(True, True))


def _swatch(canvas: Canvas, key: Key, anchor: float, left: float, middle: float) -> None:
    palette, half = canvas.look.palette, SWATCH_HEIGHT / 2
    outline = Stroke(palette.model, 1.5)
    pieces: dict[str, tuple[tuple[float, float, float, str, Stroke | None], ...]] = {
        "reported": ((0, SWATCH, half, palette.ink, None),),
        "limit": ((0, SWATCH, 2.5, palette.limit, None),),
        "left": tuple(
            (start, start + SWATCH / 5, 1.0, palette.limit, None) for start in (0.0, SWATCH * 0.4, SWATCH * 0.8)
        ),
        "model": (
            (0, SWATCH, half, palette.model_band, outline),
            (SWATCH * 0.28, SWATCH * 0.72, half, palette.model, None),
            (SWATCH / 2 - 1, SWATCH / 2 + 1, half, palette.paper, None),
        ),
    }
    for start, end, tall, fill, line in pieces[key.mark]:
        x, y = (left + start, left + end), (middle - tall, middle + tall)
        canvas.box(x, y, fill, line, layer="above", held=(anchor, 0))


def _bold_lines(text: str, strong: str, look: Look, room: float, most: int) -> list[str]:
    """Wrapped and safe lines, on a slide at most so many, of a text with one part in bold, unbroken if it can be."""
    kept = strong if look.room else unbroken(strong)
    told = text.replace(strong, kept, 1) if strong else text
    whole = broken(told, room / look.text, bold=True, most=most if look.room else 0)
    if not strong:
        return [safe(line) for line in whole]
    return [safe(line).replace(safe(kept), f"<b>{safe(strong)}</b>", 1) for line in whole]
