"""The words around the half dial of a slide: the limit, the ends of the scale, "or more", and what lies past it."""

import pandas as pd

from components.scene.text import cut, height, inches
from components.scene.things import CONTENT, PALETTE, SMALL_POINTS, Paragraph, Place, Run, Text
from components.sentences.model.lines import Lines
from components.slides import dial
from components.slides.limits import FLOORS, SCALE, UNNAMED, fitted, valued
from components.theme import number
from data.models.evidence import Limit

LIMIT_POINTS, PRODUCT_POINTS, MORE_POINTS = 14.0, 12.0, 12.0
LIMIT_HEIGHT, TICK_WIDTH, TICK_HEIGHT, PAST_HEIGHT, MORE_HEIGHT = 0.6, 1.4, 0.5, 0.5, 0.3
LEFT_WIDTH, LEFT_LINES = 1.5, 3
BELOW = 0.03  # inches under the ends of the dial
STEPS, STEP = 45, 0.02  # how often and by how much of the scale "or more" moves on to find a place


def limit_label(limit: Limit) -> Text:
    """Name, value and product over the end of the limit's line."""
    x, y = dial.at(dial.LIMIT_LINE[1], 1 / SCALE)
    place = Place(CONTENT.x, y - LIMIT_HEIGHT, x - CONTENT.x + 0.1, LIMIT_HEIGHT)
    product = cut(limit.product, place.width - inches(" a year", PRODUCT_POINTS), PRODUCT_POINTS, 1)
    paragraphs: tuple[Paragraph, ...] = (
        (Run(valued(limit, place.width, LIMIT_POINTS), bold=True, colour=PALETTE.limit, points=LIMIT_POINTS),),
        (Run(f"{product} a year", colour=PALETTE.limit, points=PRODUCT_POINTS),),
    )
    alt = f"{limit.name}: {number(limit.value)}, {limit.product}, a year"
    return Text("Limit label", place, paragraphs, alt, LIMIT_POINTS, align="right", anchor="bottom")


def left_label(lines: Lines, scale: dial.Scale) -> list[Text]:
    """What the thin mark is, outside of its end; in the corner under the limit's name where others left nothing."""
    if not lines.two:
        return []
    x, y = dial.at(dial.LIMIT_LINE[1], min(max(lines.threshold, 0.0) / scale.full, 1.0))
    wide = min(LEFT_WIDTH, x - CONTENT.x)
    told = fitted(lines.left_words, "", wide, PRODUCT_POINTS, LEFT_LINES)
    paragraphs: tuple[Paragraph, ...] = ((Run(told, colour=PALETTE.limit),),)
    tall = height(paragraphs, wide, PRODUCT_POINTS)
    place = Place(x - wide, min(y - 0.1, dial.CENTRE[1] - tall), wide, tall)
    return [Text("What others left", place, paragraphs, lines.label, PRODUCT_POINTS, align="right")]


def tick_label(times: int, scale: dial.Scale) -> Text:
    """So many times the limit, in numbers and in words."""
    said, words = number(times * scale.limit_volume), f"{times}× {scale.limit_name}"
    if inches(words, SMALL_POINTS) > TICK_WIDTH - 0.15:
        words = f"{times}× {UNNAMED}"
    paragraphs: tuple[Paragraph, ...] = ((Run(said, colour=PALETTE.secondary),),)
    paragraphs += ((Run(words, colour=PALETTE.secondary),),) if times else ()
    name, told = f"Scale at {times} times the limit", f"{said}, {words}" if times else said
    if times == 2:
        x, y = dial.at(1.07, times / SCALE)
        beside = Place(x, y - TICK_HEIGHT, TICK_WIDTH, TICK_HEIGHT)
        return Text(name, beside, paragraphs, told, SMALL_POINTS, anchor="bottom")
    middle = dial.at(0.9, times / SCALE)[0]
    below = Place(middle - TICK_WIDTH / 2, dial.CENTRE[1] + BELOW, TICK_WIDTH, TICK_HEIGHT)
    return Text(name, below, paragraphs, told, SMALL_POINTS, align="center")


def past_label(told: list[Run]) -> list[Text]:
    """What lies past the end of the scale, beside its last tick."""
    if not told:
        return []
    left = dial.at(0.9, 1.0)[0] + TICK_WIDTH / 2
    place = Place(left, dial.CENTRE[1] + BELOW, CONTENT.right - left, PAST_HEIGHT)
    alt = "; ".join(run.text for run in told)
    return [Text("Past the scale", place, tuple((run,) for run in told), alt, SMALL_POINTS)]


def more_label(row: pd.Series, scale: dial.Scale, labels: list[Text]) -> list[Text]:
    """The words at the chevrons of a floor, outside of the dial where no other label stands."""
    start = row["volume"] / scale.full
    if row["operator"] not in FLOORS or start >= 1:
        return []
    wide, places = inches("or more", MORE_POINTS) + 0.15, []
    for share in (min(start + 0.075 + STEP * step, 0.99) for step in range(STEPS)):
        x, y = dial.at(1.05, share)
        places.append(Place(x if share > 0.4 else x - wide, y - MORE_HEIGHT / 2, wide, MORE_HEIGHT))
    x, y = dial.at(dial.LIMIT_LINE[1], 1 / SCALE)
    taken = [*(label.place for label in labels), Place(x - 0.15, y - 0.15, 0.3, 0.3)]
    place = next((place for place in places if not any(_touch(place, other) for other in taken)), places[0])
    told = "The arc ends in chevrons: the number is a floor"
    return [Text("Or more", place, ((Run("or more"),),), told, MORE_POINTS, anchor="middle")]


def _touch(one: Place, other: Place) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom
