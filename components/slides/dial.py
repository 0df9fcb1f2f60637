"""The half dial of a slide in native shapes: from nothing to three times the limit, with no needle and no number."""

from dataclasses import replace
from math import cos, isfinite, pi, sin
from typing import NamedTuple

import pandas as pd

from components.scene.things import PALETTE, Dash, Line, Place, Shape, Thing
from components.sentences.model.lines import Lines
from components.slides.limits import BOUNDED, FLOORS, SCALE
from components.theme import modelled, modelled_range, number, quantity, read_by

CENTRE, RADIUS = (6.667, 5.2), 3.5  # inches; the lower half of the circle is empty
# Shares of the radius, as on the page.
TRACK, ARC, BAND, LIMIT_LINE, TICK = (0.80, 1.0), (0.855, 0.945), (0.70, 0.757), (0.66, 1.09), (1.02, 1.05)
LEAST = 0.0006  # of the scale: a piece shorter than that is no piece
LEAST_HALF = 0.012  # a narrower middle half is itself the mark of the median
CHEVRONS, FIRST_CHEVRON, NEXT_CHEVRON, LAST_CHEVRON = 3, 0.028, 0.027, 0.985
CHEVRON = (0.19, 0.28)  # inches along the arc and across it
TIP = 0.2  # inches


class Scale(NamedTuple):
    """What is drawn on the dial, in the words of the case: name of the limit, unit, claims behind the number."""

    limit_name: str
    unit: str
    claims: str
    limit_volume: float

    @property
    def full(self) -> float:
        return SCALE * self.limit_volume


def empty_track(told: str) -> list[Thing]:
    """A dial without a limit: one empty track; `told` is its alternative text."""
    return [*_arc("Scale without a limit", told, (0.0, 1.0), TRACK, PALETTE.within)]


def track(scale: Scale, told: str) -> list[Thing]:
    """The track within and beyond the limit; `told`, the alternative text of the whole dial, stands on the first."""
    beyond = f"The scale from the {scale.limit_name} to three times that."
    return [
        *_arc("Scale within the limit", told, (0.0, 1 / SCALE), TRACK, PALETTE.within),
        *_arc("Scale beyond the limit", beyond, (1 / SCALE, 1.0), TRACK, PALETTE.beyond),
    ]


def reported(row: pd.Series, scale: Scale) -> list[Thing]:
    """The number as an arc: solid as far as it is sure, dotted where a bound leaves it open, chevrons for a floor."""
    bounded = row["operator"] in BOUNDED
    end = min((row["low"] if bounded else row["volume"]) / scale.full, 1.0)
    value = quantity(row["operator"], row["volume"], row["high"])
    said = f"{value} {scale.unit}{read_by(row['number_read_by'])} {scale.claims}"
    things: list[Thing] = [*_arc("Reported", f"Reported: {said}", (0.0, end), ARC, PALETTE.ink)]
    if bounded and isfinite(row["high"]):
        told, rest = f"Reported: {said}; how far into this part, the words leave open", (end, row["high"] / scale.full)
        things += _arc("Reported, left open", told, rest, ARC, "", PALETTE.ink, "dot")
    if row["operator"] in FLOORS:
        shares = [end + FIRST_CHEVRON + place * NEXT_CHEVRON for place in range(CHEVRONS)]
        things += [_chevron(share) for share in shares if share <= LAST_CHEVRON]
    return things


def model(quantiles: pd.Series, scale: Scale) -> list[Thing]:
    """The band of the runs: 90% pale, the middle half solid, the median a tick, a triangle where it goes on."""
    share = {name: min(quantiles[name] / scale.full, 1.0) for name in ("q05", "q25", "q50", "q75", "q95")}
    whole, half = (share["q05"], share["q95"]), (share["q25"], share["q75"])
    ranges = [modelled_range(quantiles[low], quantiles[high]) for low, high in (("q05", "q95"), ("q25", "q75"))]
    things: list[Thing] = [
        *_arc(
            "Model, 90%", f"90% of the runs: {ranges[0]} {scale.unit}", whole, BAND, PALETTE.model_band, PALETTE.model
        ),
        *_arc("Model, middle half", f"Half of the runs: {ranges[1]} {scale.unit}", half, BAND, PALETTE.model),
    ]
    if quantiles["q50"] < scale.full:
        # A median that fills its whole half is the mark itself, not a tick in it.
        colour = PALETTE.paper if half[1] - half[0] > LEAST_HALF else PALETTE.model
        told = f"The middle of the runs: about {modelled(quantiles['q50'])} {scale.unit}"
        things.append(spoke("Model, median", told, share["q50"], BAND, colour, 2.5))
    if quantiles["q95"] > scale.full:
        x, y = at(sum(BAND) / 2, 1.0)
        place, told = Place(x - TIP / 2, y, TIP, TIP), "The model goes on past the end of the scale"
        things.append(Shape("Model past the scale", place, "triangle", told, fill=PALETTE.model, turn=180))
    return things


def limit_line(scale: Scale) -> list[Thing]:
    """The limit at a third of the scale, wherever the number lies, on a white halo."""
    told = f"{scale.limit_name}: {number(scale.limit_volume)} {scale.unit}"
    return [
        spoke("Halo of the limit", "White edge of the limit’s line", 1 / SCALE, LIMIT_LINE, PALETTE.paper, 10),
        spoke("Limit", told, 1 / SCALE, LIMIT_LINE, PALETTE.limit, 5),
    ]


def left_mark(lines: Lines, scale: Scale) -> list[Thing]:
    """What others left of the limit, thin and dashed on a white halo; none where it is the limit or nothing."""
    if not lines.two or lines.nothing_left:
        return []
    share, told = min(lines.threshold / scale.full, 1.0), f"{lines.label} {scale.unit}"
    mark = spoke("What others left", told, share, LIMIT_LINE, PALETTE.limit, 2)
    halo = spoke("Halo of what others left", "White edge of the thin line", share, LIMIT_LINE, PALETTE.paper, 5)
    return [halo, replace(mark, dash="dash")]


def tick(times: int, scale: Scale) -> Line:
    """A mark at so many times the limit."""
    told = f"{number(times * scale.limit_volume)} {scale.unit} on the scale"
    return spoke(f"Tick at {times} times the limit", told, times / SCALE, TICK, PALETTE.ticks, 1.5)


def spoke(name: str, alt: str, share: float, radii: tuple[float, float], colour: str, points: float) -> Line:
    """A line across the dial between two radii."""
    return Line(name, at(radii[0], share), at(radii[1], share), colour, alt, points)


def at(radius: float, share: float) -> tuple[float, float]:
    """A place on the dial in inches: share 0 on the left, 1 on the right; the radius as a share of the dial's."""
    angle = pi * (1 - share)
    return CENTRE[0] + radius * RADIUS * cos(angle), CENTRE[1] - radius * RADIUS * sin(angle)


def _arc(
    name: str,
    alt: str,
    ends: tuple[float, float],
    radii: tuple[float, float],
    fill: str,
    outline: str = "",
    dash: Dash = "solid",
) -> list[Shape]:
    """A piece of a ring between two shares of the dial; nothing where it would have no length."""
    start, end = ends[0], min(ends[1], 1.0)
    if end - start < LEAST:
        return []
    radius = radii[1] * RADIUS
    place = Place(CENTRE[0] - radius, CENTRE[1] - radius, 2 * radius, 2 * radius)
    angles = 180 + 180 * start, 180 + 180 * end
    adjustments = (*angles, (radii[1] - radii[0]) / (2 * radii[1]))
    return [Shape(name, place, "block arc", alt, fill, outline, dash=dash, adjustments=adjustments)]


def _chevron(share: float) -> Shape:
    """A chevron along the arc that points onward: the number is a floor."""
    (x, y), (along, across) = at(sum(ARC) / 2, share), CHEVRON
    place = Place(x - along / 2, y - across / 2, along, across)
    told = "The number is a floor: so much or more"
    return Shape("Or more", place, "chevron", told, fill=PALETTE.ink, turn=(180 * share - 90) % 360)
