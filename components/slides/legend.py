"""The line under the timeline that says what its marks mean, drawn as the marks are."""

from collections.abc import Iterator
from dataclasses import replace

from components.scene.text import INSET, LINE, POINTS_PER_INCH, inches
from components.scene.things import CONTENT, PALETTE, SMALL_POINTS, Place, Run, Shape, Text, Thing
from components.slides.bars import CITED_OUTLINE
from components.theme import CITED_SIGN, CITED_WORD

KEY_HEIGHT = 0.3
SAMPLE, SMALL_SAMPLE, THICK = 0.34, 0.14, 0.11
GAP, SLACK = 0.16, 0.08
INK, PAPER = PALETTE.secondary, PALETTE.paper
KNOWN, ALLOWED, OPEN, DAY = "known to fall here", "somewhere in here, or start and end not known", "open end", "a day"
CITED = f"{CITED_SIGN} {CITED_WORD}, not quoted (pale: known to fall here)"


def key(top: float, with_cited: bool) -> Iterator[Thing]:
    """One entry a mark, from left to right below `top`."""
    x, middle = CONTENT.x, top + KEY_HEIGHT / 2
    bar, small = Place(0, middle - THICK / 2, SAMPLE, THICK), Place(0, middle - SMALL_SAMPLE / 2, *[SMALL_SAMPLE] * 2)
    entries = [
        (Shape("Key", bar, "rectangle", KNOWN, INK, INK), KNOWN),
        (Shape("Key", bar, "rectangle", ALLOWED, PAPER, INK, 1.25, "dot"), ALLOWED),
        (Shape("Key", small, "triangle", OPEN, INK, INK, turn=90), OPEN),
        (Shape("Key", small, "ellipse", DAY, INK, INK), DAY),
    ]
    if with_cited:
        entries.append((Shape("Key", bar, "rectangle", CITED, PAPER, PALETTE.cited, 1.25, CITED_OUTLINE), CITED))
    for sample, words in entries:
        yield replace(sample, place=sample.place._replace(x=x), alt=f"Key: {words}")
        x += sample.place.width + 0.02
        wide = inches(words, SMALL_POINTS) + 2 * INSET + SLACK
        tall = SMALL_POINTS * LINE / POINTS_PER_INCH + 2 * INSET
        place = Place(x, middle - tall / 2, wide, tall)
        yield Text("Key", place, ((Run(words, colour=INK),),), f"Key: {words}", SMALL_POINTS)
        x += wide + GAP
