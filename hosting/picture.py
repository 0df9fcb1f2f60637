"""The preview picture of a page: its finding on a card, as a PNG, because no previewer takes an SVG."""

import io
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from components.letters import capital
from components.theme import PALETTES
from hosting.told import Told

SIZE = (1_200, 630)
EDGE = 80
STATIC = Path(__file__).parent.parent / "static"
TITLE, FINDING, SMALL = (30, 650), (54, 700), (28, 400)  # size in pixels and weight
MOST_LINES = {FINDING: 5, TITLE: 1, SMALL: 2}
LEADING = 1.3
Ranges = tuple[tuple[int, int], ...]
Font = tuple[int, int]


class Letters:
    """The fonts of the project, of which each file has some of the letters."""

    def __init__(self, faces: list[dict[str, Any]]) -> None:
        self._faces = [(STATIC / Path(face["url"]).name, _ranges(face["unicodeRange"])) for face in faces]
        self._loaded: dict[tuple[Path, Font], ImageFont.FreeTypeFont] = {}

    def has(self, text: str) -> bool:
        """Whether every letter of a text can be drawn."""
        return all(self._file(letter) for letter in text)

    def runs(self, text: str, font: Font) -> list[tuple[str, ImageFont.FreeTypeFont]]:
        """A text cut where another file has the letters."""
        runs: list[tuple[str, ImageFont.FreeTypeFont]] = []
        for letter in text:
            file = self._file(letter)
            if file is None:
                continue
            face = self._font(file, font)
            if runs and runs[-1][1] is face:
                runs[-1] = (runs[-1][0] + letter, face)
            else:
                runs.append((letter, face))
        return runs

    def width(self, text: str, font: Font) -> float:
        """How wide a text is, in pixels."""
        return sum(face.getlength(run) for run, face in self.runs(text, font))

    def _file(self, letter: str) -> Path | None:
        code = ord(letter)
        return next((file for file, ranges in self._faces if any(low <= code <= high for low, high in ranges)), None)

    def _font(self, file: Path, font: Font) -> ImageFont.FreeTypeFont:
        if (file, font) not in self._loaded:
            face = ImageFont.truetype(file, font[0])
            face.set_variation_by_axes([font[1]])
            self._loaded[file, font] = face
        return self._loaded[file, font]


def can_be_drawn(page: Told, letters: Letters) -> bool:
    """Whether the fonts of the project have every letter of a page's card."""
    return all(letters.has(text) for *_, text in _texts(page))


def card(page: Told, letters: Letters) -> bytes:
    """The PNG of a page."""
    (title, ink, text), (large, black, finding), (small, quiet, foot) = _texts(page)
    colours = PALETTES["light"]
    image = Image.new("RGB", SIZE, colours.paper)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, 24, SIZE[1]), fill=colours.model)
    _write(pen, EDGE, _lines(text, title, letters), title, getattr(colours, ink), letters)
    _write(pen, 160, _lines(finding, large, letters), large, getattr(colours, black), letters)
    _write(pen, SIZE[1] - EDGE - small[0], _lines(foot, small, letters), small, getattr(colours, quiet), letters)
    file = io.BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()


def _texts(page: Told) -> tuple[tuple[Font, str, str], ...]:
    return (
        (TITLE, "model", f"{page.case} · {page.title}"),
        (FINDING, "ink", page.finding),
        (SMALL, "secondary", f"{capital(page.how_new)}. Barrelwatch, data {page.edition}"),
    )


def _write(pen: ImageDraw.ImageDraw, top: float, lines: list[str], font: Font, colour: str, letters: Letters) -> None:
    for place, line in enumerate(lines):
        x, y = float(EDGE), top + font[0] + place * font[0] * LEADING
        for run, face in letters.runs(line, font):
            pen.text((x, y), run, fill=colour, font=face, anchor="ls")
            x += face.getlength(run)


def _lines(text: str, font: Font, letters: Letters) -> list[str]:
    """A text in lines as wide as the card; what has no room ends in an ellipsis."""
    room, lines = SIZE[0] - 2 * EDGE, [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and letters.width(longer, font) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    kept = lines[: MOST_LINES[font]]
    if len(lines) > len(kept) or letters.width(kept[-1], font) > room:
        while kept[-1] and letters.width(f"{kept[-1]}…", font) > room:
            kept[-1] = kept[-1].rpartition(" ")[0] or kept[-1][:-1]
        kept[-1] = f"{kept[-1]}…"
    return kept


def _ranges(told: str) -> Ranges:
    """The letters of a font file, as the configuration gives them: "U+0000-00FF, U+0131"."""
    ends = (part.strip().removeprefix("U+").partition("-") for part in told.split(","))
    return tuple((int(low, 16), int(high or low, 16)) for low, _, high in ends)
