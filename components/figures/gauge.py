"""The gauge: a half dial from nothing to some times the limit, with no needle, because no single number is known."""

from dataclasses import dataclass
from math import isfinite

import numpy as np
import pandas as pd

from components.figures.dial import ARC, USUAL, Scale, at, chevron, ring, scale_of, track
from components.scene.canvas import Canvas, Look
from components.scene.furniture import NOMINAL_WIDTH, Scene, Words, on_ticks, room_on_screen, safe
from components.scene.legend import AIR, Key, legend
from components.scene.marks import Stroke
from components.scene.scale import ticks_of
from components.scene.text import broken, ems, fitted
from components.sentences.against_limit import scale_in_words
from components.sentences.model.lines import Lines, rounded
from components.theme import number, quantity
from data.models.quantities import BOUNDED, FLOORS

BAND = (0.70, 0.757)
LIMIT_LINE = (0.72, 1.09)
LIMIT_LINE_OVER_BAND = (0.66, 1.09)
LEAST_HALF = 0.012  # of the scale: a narrower middle half is itself the mark of the median
CHEVRONS = 3
HERO_SIZE = {"wide": 62, "medium": 42, "narrow": 27}
HERO_SIZE_IN_BAND = {"wide": 58, "medium": 34, "narrow": 20}
HEIGHT = {"wide": 0.40, "medium": 0.54, "narrow": 0.66}  # of the least width
LOW, LOW_HERO = 0.62, 0.8  # of the height and of the number, in a low one
# Widths of words on the dial, in type sizes: scope, how the number stands, why there is none.
SCOPE, MOST_SCOPE = 29.6, 4  # lines on a slide
STANDING, STANDING_IN_BAND, STANDING_ON_SLIDE, STANDING_IN_LINES = 31.0, 28.5, 22.5, 12.0
MOST_STANDING = 4  # lines
EMPTY, MOST_EMPTY = {"wide": 32.0, "medium": 14.0, "narrow": 14.0}, 5  # lines
LEADING = 1.36
TOP, TOP_NARROW, FOOT = 1.18, 1.26, -0.12  # of the plot, in radii
HERO_ON_SLIDE, SCOPE_ON_SLIDE = 0.21, 1.42  # its height and the width of the scope, in radii
ON_TOP = 0.1  # of the scale: so near its middle a tick stands on top of the dial
BESIDE_TICK = 24  # pixels between the words of the last tick, under the end of the track, and the scope
NAME, MOST_NAME = {"wide": 16.8, "medium": 12.3, "narrow": 10.0}, 3  # of the limit: type sizes, lines
LOW_NAME = {"wide": 10.0, "medium": 6.2, "narrow": 12.3}  # where the limit's line lies low on the left
LEFT = {"wide": 9.0, "medium": 6.0}  # type sizes of a line at the mark of what is left


@dataclass(frozen=True)
class DialWords:
    """What stands on the dial besides the number, in the words of the case."""

    limit_name: str
    limit_product: str
    unit: str
    standing: str  # how the number stands to the limit; if it counts for a part of the period, it ends in `alone`
    alone: str = ""
    scope: str = ""
    empty: str = ""
    limit_opens: str = ""  # what a click on the limit hands over: its claims, and "record:" with each of its records
    model: "ModelWords | None" = None
    low: bool = False  # a dial half as high, beside sentences that say how the number stands and what the model finds
    every: str = ""  # for each what the limit counts: " a year"
    minimum: bool = False  # then what lies below the limit breaks it


@dataclass(frozen=True)
class ModelWords:
    """What stands below a dial with a model band: keys, and the finding with `strong` in bold; and what hover says.

    `lines` are those of the model: what is left of the limit is a thin mark beside the limit's line.
    """

    keys: tuple[Key, ...]
    sentence: str
    strong: str
    hover: tuple[str, ...]
    lines: Lines | None = None


def dial(
    row: pd.Series | None,
    limit_volume: float | None,
    words: Words,
    on_dial: DialWords,
    look: Look,
    model: pd.Series | None = None,
) -> Scene:
    """The gauge for one row of a volumes frame; without a row that can be compared, an empty track and words.

    The arc is proportional from 0 to three times the limit, or to the whole multiple that `scale_of` gives, which is
    then said. A floor ends in chevrons, the uncertain part of an upper bound or a range is an outline. `model` has the
    quantiles of a modelled volume (q05 to q95); where there is a limit they are a band inside the arc.
    """
    canvas, times = Canvas(look), scale_of(row, limit_volume, model)
    track(canvas, times, limit_volume, on_dial.minimum)
    below = 0.0
    if limit_volume == 0:  # of nothing there are no multiples: the line at the beginning, and words
        name = fitted(on_dial.limit_name, LOW_NAME["narrow"], bold=True)
        _in_the_corner(canvas, f"<b>{safe(name)} 0</b>", _limit_line(canvas, 0.0, on_dial, 0.0, LIMIT_LINE))
    elif limit_volume is not None:
        below = _against_the_limit(canvas, row, Scale(limit_volume, times), on_dial, model)
    if row is None:
        told = _empty_centre(canvas, on_dial)
    else:
        told = ""
        last = _tick_words(times, Scale(limit_volume, times), on_dial) if limit_volume else ""
        _centre(canvas, row, on_dial, _radius(look, on_dial, below), last)
        _click_target(canvas, row, on_dial, times)
    if on_dial.model:
        finding = "" if on_dial.low else on_dial.model.sentence
        below += legend(canvas, on_dial.model.keys, f"{told}{finding}", on_dial.model.strong)
    side, top = (1.34, TOP_NARROW) if look.narrow else (1.45, TOP)
    plot = NOMINAL_WIDTH[look.width] * HEIGHT[look.width] * (LOW if on_dial.low else 1)
    height = room_on_screen(words, look) if look.room else plot + below
    canvas.xaxis |= {"range": [-side, side]}
    canvas.yaxis |= {"range": [FOOT, top], "scaleanchor": "x", "constrain": "domain"}
    if below:
        canvas.yaxis |= {"domain": [below / height, 1]}
    return Scene(canvas, words, height, (10, 10))


def _radius(look: Look, on_dial: DialWords, below: float) -> float:
    """The pixels of the dial's radius on a slide, where the room is given; 0 elsewhere."""
    if not look.room:
        return 0.0
    words = on_dial.model
    below += legend(Canvas(look), words.keys, words.sentence, words.strong) if words else 0
    return max((look.room - below) / (TOP - FOOT), 1.0)


def _against_the_limit(
    canvas: Canvas, row: pd.Series | None, scale: Scale, on_dial: DialWords, model: pd.Series | None
) -> float:
    """What can be drawn on a scale; returns the pixels needed below it for what is said of the scale."""
    if row is not None and row["comparable"]:
        _reported(canvas, row, scale)
    if model is not None:
        _model(canvas, model, scale.full)
    radii = LIMIT_LINE if model is None else LIMIT_LINE_OVER_BAND
    _limit_name(canvas, scale, on_dial, _limit_line(canvas, 1 / scale.times, on_dial, scale.limit, radii))
    _ticks(canvas, scale, on_dial)
    if on_dial.model and on_dial.model.lines:
        _left(canvas, on_dial.model.lines, scale)
    if model is not None and on_dial.model:
        _click_band(canvas, model, scale.full, on_dial.model)
    return _scale_said(canvas, scale.times, on_dial.limit_name)


def _reported(canvas: Canvas, row: pd.Series, scale: Scale) -> None:
    look, bounded = canvas.look, row["operator"] in BOUNDED
    end = (row["low"] if bounded else row["volume"]) / scale.full
    if end > 0:
        ring(canvas, 0, end, ARC, look.palette.ink)
    if bounded and isfinite(row["high"]):
        ring(canvas, end, row["high"] / scale.full, ARC, None, look.palette.ink)
    if row["operator"] in FLOORS:
        for place in range(CHEVRONS):
            chevron(canvas, end + 0.018 + place * 0.027)
        beside = end + 0.075
        x, y = at(1.05, min(_clear_of_the_tick(beside, scale.times) if look.room else beside, 0.99))
        canvas.text("or more", (x, y), look.small, look.palette.ink, ("left" if x > -0.3 else "right", "middle"))


def _clear_of_the_tick(share: float, times: int) -> float:
    """Where words on a slide stand beside the dial, away from those of the tick between limit and end."""
    tick = ticks_of(times)[-2] / times
    return max(share, tick + 0.11) if abs(share - tick) < 0.09 else share


def _model(canvas: Canvas, model: pd.Series, full: float) -> None:
    """The band of the runs."""
    look = canvas.look
    share = {name: model[name] / full for name in ("q05", "q25", "q50", "q75", "q95")}
    ring(canvas, share["q05"], share["q95"], BAND, look.palette.model_band, look.palette.model, dash="solid")
    ring(canvas, share["q25"], share["q75"], BAND, look.palette.model, look.palette.model, dash="solid")
    # A median that fills its whole half is the mark itself, not a tick in it.
    colour = look.palette.paper if share["q75"] - share["q25"] > LEAST_HALF else look.palette.model
    ends = [at(radius, share["q50"]) for radius in BAND]
    canvas.curve([x for x, _ in ends], [y for _, y in ends], colour, 2 if look.narrow else 4)


def _limit_line(
    canvas: Canvas, share: float, on_dial: DialWords, limit: float, radii: tuple[float, float]
) -> tuple[float, float]:
    """The line of the limit at a share of the dial, with what a click on it opens; returns where it ends outside."""
    look = canvas.look
    ends = [at(radius, share) for radius in radii]
    halo, line = (9, 4) if look.narrow else (13, 6)
    for colour, thick in ((look.palette.paper, halo), (look.palette.limit, line)):
        canvas.curve([x for x, _ in ends], [y for _, y in ends], colour, thick)
    if on_dial.limit_opens:
        x, y = zip(*(at(radius, share) for radius in np.linspace(*radii, 5)), strict=True)
        hover = f"{safe(on_dial.limit_name)} {number(limit)}<br>Click for the words"
        canvas.click_points(x, y, 24, on_dial.limit_opens, hover)
    return ends[1]


def _limit_name(canvas: Canvas, scale: Scale, on_dial: DialWords, tip: tuple[float, float]) -> None:
    """Name and value at the tip of the limit's line; on a longer scale, where that lies low, in the room left of it."""
    look, low = canvas.look, scale.times > USUAL
    room, most = (LOW_NAME if low else NAME)[look.width], 2 if look.room or low else MOST_NAME
    lines = broken(f"{on_dial.limit_name} {number(scale.limit)}", room, bold=True)
    if len(lines) > most:
        lines = [*broken(on_dial.limit_name, room, bold=True, most=most - 1), number(scale.limit)]
    name = "<br>".join(f"<b>{safe(line)}</b>" for line in lines)
    if look.width == "wide" and not low and not (look.room and len(lines) > 1):  # a slide has room for two lines
        name += f"<br>{safe(fitted(on_dial.limit_product, room))}{on_dial.every}"
    if low and look.narrow:  # beside the tip there is no room
        _in_the_corner(canvas, name, tip)
        return
    anchor = ("right" if low or look.width == "wide" else "center", "bottom")
    canvas.text(name, tip, look.text, look.palette.limit, anchor, (0, 6))


def _in_the_corner(canvas: Canvas, name: str, tip: tuple[float, float]) -> None:
    """The limit's name in the upper left corner, with a line that leads to its own."""
    look, corner = canvas.look, (-1.3, 1.0)
    canvas.segment((corner[0] + 0.1, corner[1]), tip, Stroke(look.palette.limit, 1.5))
    canvas.text(name, corner, look.text, look.palette.limit, ("left", "bottom"))


def _left(canvas: Canvas, lines: Lines, scale: Scale) -> None:
    """What is left of the limit: a thin dashed mark with its words outside, in a narrow window its number.

    Where nothing is left there is no mark; the keys say so.
    """
    if not lines.two or lines.nothing_left:
        return
    look, share = canvas.look, lines.threshold / scale.full
    ends = [at(radius, share) for radius in LIMIT_LINE_OVER_BAND]
    for colour, thick, dash in ((look.palette.paper, 5, "solid"), (look.palette.limit, 2, "dash")):
        canvas.curve([x for x, _ in ends], [y for _, y in ends], colour, thick, dash)
    words = [rounded(lines.threshold)] if look.narrow else broken(lines.left_words, LEFT[look.width])
    text = "<br>".join(safe(line) for line in words)
    shift = (-2 if look.narrow else -5, look.small)
    if not look.narrow or scale.times == USUAL:  # else there is no room left of it; the keys say it
        canvas.text(text, ends[1], look.small, look.palette.limit, ("right", "top"), shift)
    x, y = zip(*(at(radius, share) for radius in np.linspace(*LIMIT_LINE_OVER_BAND, 5)), strict=True)
    canvas.click_points(x, y, 20, "estimate", f"{safe(lines.label)}<br>Click for the estimate")


def _ticks(canvas: Canvas, scale: Scale, on_dial: DialWords) -> None:
    look = canvas.look
    between = ticks_of(scale.times)[-2]
    for times in (0, between, scale.times):
        share = times / scale.times
        (x0, y0), (x1, y1) = at(1.02, share), at(1.05, share)
        canvas.curve([x0, x1], [y0, y1], look.palette.ticks, 2)
        text = _tick_words(times, scale, on_dial)
        if times == between:
            # On a slide two lines above the very top of the dial would stand in the subtitle.
            text = text.replace("<br>", " · ") if look.room and abs(share - 0.5) < ON_TOP else text
            canvas.text(text, at(1.07, share), look.small, look.palette.secondary, ("left", "bottom"))
            continue
        # Under the ends of the track, where a narrow window still has room.
        under = (at(0.9, share)[0], 0.0)
        canvas.text(text, under, look.small, look.palette.secondary, ("center", "top"), (0, -8))


def _tick_words(times: int, scale: Scale, on_dial: DialWords) -> str:
    """What stands at a tick: the volume, and under it how many times the limit that is."""
    return number(times * scale.limit) + (f"<br>{times:,}× {on_ticks(on_dial.limit_name)}" if times else "")


def _scale_said(canvas: Canvas, times: int, limit_name: str) -> float:
    """That the scale is not the usual one, under its last tick; returns the pixels this takes."""
    look = canvas.look
    if times == USUAL:
        return 0.0
    line = look.small * LEADING
    place, anchor = ((1.32, 0.0), "right") if look.narrow else ((at(0.9, 1)[0], 0.0), "center")
    said = f"<b>{safe(scale_in_words(times, on_ticks(limit_name)))}</b>"
    canvas.text(said, place, look.small, look.palette.ink, (anchor, "top"), (0, -8 - 2 * line))
    return line + (AIR if look.room else 0)


def _empty_centre(canvas: Canvas, on_dial: DialWords) -> str:
    """Why there is no number; returns the words for which a dial with a band has no room."""
    first, *rest = on_dial.empty.split("\n")
    wide = canvas.look.width == "wide"
    left_over = " ".join(rest) if on_dial.model and not wide else ""
    room = EMPTY[canvas.look.width]
    lines = [f"<b>{safe(line)}</b>" for line in broken(first, room, bold=True, most=MOST_EMPTY)]
    told = [] if left_over else rest
    lines += [safe(line) for entry in told for line in broken(entry, room, most=MOST_EMPTY)]
    canvas.text("<br>".join(lines), (0, 0.34), canvas.look.text, canvas.look.palette.ink)
    return f"{left_over}. " if left_over else ""


def _centre(canvas: Canvas, row: pd.Series, on_dial: DialWords, radius: float, last: str) -> None:
    """The number, how it stands to the limit, and its scope, within a dial so large; 0 where it is as usual.

    `last` are the words of the last tick, which stand beside the scope.
    """
    look, ink = canvas.look, canvas.look.palette.ink
    hero = quantity(row["operator"], row["volume"], row["high"])
    sizes = HERO_SIZE_IN_BAND if on_dial.model else HERO_SIZE
    largest = min(sizes[look.width], HERO_ON_SLIDE * radius) if radius else sizes[look.width]
    size = largest * min(1.0, 12 / len(hero)) * (LOW_HERO if on_dial.low else 1)
    canvas.text(f"<b>{safe(hero)}</b>", (0, 0.40), size, ink)
    unit = f"{on_dial.unit} reported"
    if look.width != "wide":
        lines = _standing(on_dial) if row["comparable"] and not on_dial.low else [unit]
        text = "<br>".join(f"<b>{safe(line)}</b>" for line in lines)
        canvas.text(text, (0, 0.24), look.small if look.narrow else look.text, ink, ("center", "top"))
        return
    most = STANDING_ON_SLIDE if look.room else STANDING_IN_BAND if on_dial.model else STANDING
    one_line = ems(f"{unit}: {on_dial.standing}", bold=True) <= most
    first = f"{safe(unit)}: " if one_line else ""
    # What would be left of "3% of the cap in January alone" without its end is another statement.
    end = on_dial.alone
    standing = safe(f"{fitted(on_dial.standing.removesuffix(end), most - ems(end, bold=True), bold=True)}{end}")
    text = f"{first}<b>{standing}</b>" if row["comparable"] else safe(unit)
    canvas.text(text, (0, 0.22), look.text + (0 if look.for_screen else 2), ink)
    beside = BESIDE_TICK + max(map(ems, last.split("<br>"))) * look.small / 2
    room = min(SCOPE_ON_SLIDE * radius, 2 * (0.9 * radius - beside)) / (look.small + 1) if radius else SCOPE
    scope = "<br>".join(map(safe, broken(on_dial.scope, room, most=MOST_SCOPE if radius else 0)))
    canvas.text(scope, (0, 0.14), look.small + 1, look.palette.secondary, ("center", "top"))


def _standing(on_dial: DialWords) -> list[str]:
    """How the number stands to the limit, in lines; of too many the end stays, without which it says another thing."""
    lines = broken(on_dial.standing, STANDING_IN_LINES, bold=True)
    if len(lines) <= MOST_STANDING:
        return lines
    kept = broken(on_dial.standing.removesuffix(on_dial.alone), STANDING_IN_LINES, bold=True, most=MOST_STANDING - 1)
    return [*kept, on_dial.alone.strip()] if on_dial.alone else kept


def _click_target(canvas: Canvas, row: pd.Series, on_dial: DialWords, times: int) -> None:
    """A click on the number or along the arc opens the words."""
    claims = ", ".join(row["claim_ids"])
    value = quantity(row["operator"], row["volume"], row["high"])
    spread = 0.13 if canvas.look.width == "wide" else 0.22
    # Nothing under the pointer here: a box would cover the number itself.
    canvas.click_points([spread * step for step in (-2, -1, 0, 1, 2)], [0.40] * 5, 44, claims)
    if row["comparable"] and row["limit_volume"]:
        share = row["volume"] / (times * row["limit_volume"])
        x, y = zip(*(at(sum(ARC) / 2, share * step / 8) for step in range(1, 9)), strict=True)
        canvas.click_points(x, y, 44, claims, f"{value} {safe(on_dial.unit)} [{claims}]<br>Click for the words")


def _click_band(canvas: Canvas, model: pd.Series, full: float, words: ModelWords) -> None:
    """A click along the band opens what the trips of the model are counted by."""
    start, end = model["q05"] / full, model["q95"] / full
    x, y = zip(*(at(sum(BAND) / 2, share) for share in np.linspace(start, end, 9)), strict=True)
    told = "<br>".join((*map(safe, words.hover), "Click for where its trips are counted"))
    canvas.click_points(x, y, 24, "estimate", told)
