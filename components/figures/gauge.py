"""The gauge: a half dial from nothing to three times the limit, with no needle, because no single number is known."""

from dataclasses import dataclass
from math import cos, isfinite, pi, sin

import numpy as np
import pandas as pd

from components import letters
from components.scene.canvas import Canvas, Look
from components.scene.furniture import NOMINAL_WIDTH, Scene, Words, lines_on_slide, on_ticks, room_on_screen, safe
from components.scene.legend import AIR, Key, legend
from components.sentences.model.lines import Lines, rounded
from components.theme import number, quantity, shortened
from data.models.quantities import BOUNDED, FLOORS

SCALE = 3  # times the limit, fixed: the limit never moves, whatever the value
TRACK = (0.80, 1.00)
ARC = (0.855, 0.945)
BAND = (0.70, 0.757)
LIMIT_LINE = (0.72, 1.09)
LIMIT_LINE_OVER_BAND = (0.66, 1.09)
LEAST_HALF = 0.012  # of the scale: a narrower middle half is itself the mark of the median
CHEVRONS = 3
HERO_SIZE = {"wide": 62, "medium": 42, "narrow": 27}
HERO_SIZE_IN_BAND = {"wide": 58, "medium": 34, "narrow": 20}
HEIGHT = {"wide": 0.40, "medium": 0.54, "narrow": 0.66}  # of the least width
SCOPE_CHARACTERS = 58
STANDING_CHARACTERS = 56
STANDING_IN_BAND = 51
STANDING_ON_SLIDE, MOST_SCOPE = 40, 4  # characters; lines
LEADING = 1.36
TOP, TOP_NARROW, FOOT = 1.18, 1.26, -0.12  # of the plot, in radii
HERO_ON_SLIDE, SCOPE_ON_SLIDE = 0.21, 1.42  # its height and the width of the scope, in radii
BESIDE_TICK = 62  # pixels between the middle of the last tick, under the end of the track, and the scope
NAME_CHARACTERS = {"wide": 30, "medium": 22, "narrow": 18}
LEFT_CHARACTERS = {"wide": 17, "medium": 11}  # of a line at the mark of what others left


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


@dataclass(frozen=True)
class ModelWords:
    """What stands below a dial with a model band: keys, and the finding with `strong` in bold; and what hover says.

    `lines` are those of the model: what others left of the limit is a thin mark beside the limit's line.
    """

    keys: tuple[Key, ...]
    sentence: str
    strong: str
    hover: str
    lines: Lines | None = None


def dial(
    row: pd.Series | None,
    limit_volume: float | None,
    words: Words,
    on_dial: DialWords,
    look: Look,
    model: pd.Series | None = None,
) -> Scene:
    """The gauge for one row of a barrels frame; without a row that can be compared, an empty track and words.

    The arc is proportional from 0 to three times the limit; a value past that says so. A floor ends in chevrons, the
    uncertain part of an upper bound or a range is an outline. `model` has the quantiles of a modelled volume (q05 to
    q95); where there is a limit they are a band inside the arc.
    """
    canvas = Canvas(look)
    _ring(canvas, 0, 1 / SCALE, TRACK, look.palette.within)
    _ring(canvas, 1 / SCALE, 1, TRACK, look.palette.within if limit_volume is None else look.palette.beyond)
    below = 0.0
    if limit_volume is not None:
        below = _against_the_limit(canvas, row, limit_volume, on_dial, model)
    if row is None:
        told = _empty_centre(canvas, on_dial)
    else:
        told = ""
        _centre(canvas, row, on_dial, _radius(look, on_dial, below))
        _click_target(canvas, row, on_dial)
    if on_dial.model:
        below += legend(canvas, on_dial.model.keys, f"{told}{on_dial.model.sentence}", on_dial.model.strong)
    side, top = (1.34, TOP_NARROW) if look.narrow else (1.45, TOP)
    height = room_on_screen(words, look) if look.room else NOMINAL_WIDTH[look.width] * HEIGHT[look.width] + below
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
    canvas: Canvas, row: pd.Series | None, limit_volume: float, on_dial: DialWords, model: pd.Series | None
) -> float:
    """What can be drawn on a scale; returns the pixels needed below it for what lies past its end."""
    full, past_the_end = SCALE * limit_volume, []
    if row is not None and row["comparable"]:
        _reported(canvas, row, limit_volume)
        if (row["high"] if isfinite(row["high"]) else row["volume"]) > full:
            past_the_end.append(f"<b style='color:{canvas.look.palette.ink}'>▼ value lies past the scale</b>")
    if model is not None:
        past_the_end += _model(canvas, model, full)
    _limit(canvas, limit_volume, on_dial, LIMIT_LINE if model is None else LIMIT_LINE_OVER_BAND)
    _ticks(canvas, limit_volume, on_dial)
    if on_dial.model and on_dial.model.lines:
        _left(canvas, on_dial.model.lines, full)
    if model is not None and on_dial.model:
        _click_band(canvas, model, full, on_dial.model)
    return _past(canvas, past_the_end)


def _reported(canvas: Canvas, row: pd.Series, limit_volume: float) -> None:
    look, full = canvas.look, SCALE * limit_volume
    bounded = row["operator"] in BOUNDED
    end = min((row["low"] if bounded else row["volume"]) / full, 1.0)
    if end > 0:
        _ring(canvas, 0, end, ARC, look.palette.ink)
    if bounded and isfinite(row["high"]):
        _ring(canvas, end, min(row["high"] / full, 1.0), ARC, None, look.palette.ink)
    if row["operator"] in FLOORS and end < 1:
        for place in range(CHEVRONS):
            _chevron(canvas, end + 0.018 + place * 0.027)
        x, y = _at(1.05, min(_clear_of_the_tick(end + 0.075) if look.room else end + 0.075, 0.99))
        canvas.text("or more", (x, y), look.small, look.palette.ink, ("left" if x > -0.3 else "right", "middle"))


def _clear_of_the_tick(share: float) -> float:
    """Where words on a slide stand beside the dial, away from those of the tick at twice the limit."""
    tick = 2 / SCALE
    return max(share, tick + 0.11) if abs(share - tick) < 0.09 else share


def _model(canvas: Canvas, model: pd.Series, full: float) -> list[str]:
    """The band of the runs; returns what is to be said if it reaches past the scale."""
    look = canvas.look
    share = {name: min(model[name] / full, 1.0) for name in ("q05", "q25", "q50", "q75", "q95")}
    _ring(canvas, share["q05"], share["q95"], BAND, look.palette.model_band, look.palette.model, dash="solid")
    _ring(canvas, share["q25"], share["q75"], BAND, look.palette.model, look.palette.model, dash="solid")
    if model["q50"] < full:
        # A median that fills its whole half is the mark itself, not a tick in it.
        colour = look.palette.paper if share["q75"] - share["q25"] > LEAST_HALF else look.palette.model
        ends = [_at(radius, share["q50"]) for radius in BAND]
        canvas.curve([x for x, _ in ends], [y for _, y in ends], colour, 2 if look.narrow else 4)
    if model["q95"] <= full:
        return []
    x, y = _at(sum(BAND) / 2, 1)
    canvas.symbol((x, y - 0.035), "triangle-down", look.palette.model, 9 if look.narrow else 14)
    verb = "lies" if model["q05"] >= full else "reaches"
    return [f"<b style='color:{look.palette.model}'>▼ model {verb} past the scale</b>"]


def _limit(canvas: Canvas, limit_volume: float, on_dial: DialWords, radii: tuple[float, float]) -> None:
    look = canvas.look
    ends = [_at(radius, 1 / SCALE) for radius in radii]
    halo, line = (9, 4) if look.narrow else (13, 6)
    for colour, thick in ((look.palette.paper, halo), (look.palette.limit, line)):
        canvas.curve([x for x, _ in ends], [y for _, y in ends], colour, thick)
    room = NAME_CHARACTERS[look.width]
    lines = letters.wrapped(f"{on_dial.limit_name} {number(limit_volume)}", room)
    if look.room and len(lines) > 2:
        lines = [shortened(on_dial.limit_name, room), number(limit_volume)]
    name = "<br>".join(f"<b>{safe(line)}</b>" for line in lines[-3:])
    if look.width == "wide" and not (look.room and len(lines) > 1):  # a slide has room for two lines
        name += f"<br>{safe(shortened(on_dial.limit_product, NAME_CHARACTERS['wide']))} a year"
    anchor = ("right" if look.width == "wide" else "center", "bottom")
    canvas.text(name, ends[1], look.text, look.palette.limit, anchor, (0, 6))
    if on_dial.limit_opens:
        x, y = zip(*(_at(radius, 1 / SCALE) for radius in np.linspace(*radii, 5)), strict=True)
        hover = f"{safe(on_dial.limit_name)} {number(limit_volume)}<br>Click for the words"
        canvas.click_points(x, y, 24, on_dial.limit_opens, hover)


def _left(canvas: Canvas, lines: Lines, full: float) -> None:
    """What others left of the limit: a thin dashed mark with its words outside, in a narrow window its number.

    Where they left nothing there is no mark; the keys say so.
    """
    if not lines.two or lines.nothing_left:
        return
    look, share = canvas.look, min(lines.threshold / full, 1.0)
    ends = [_at(radius, share) for radius in LIMIT_LINE_OVER_BAND]
    for colour, thick, dash in ((look.palette.paper, 5, "solid"), (look.palette.limit, 2, "dash")):
        canvas.curve([x for x, _ in ends], [y for _, y in ends], colour, thick, dash)
    words = (
        [rounded(lines.threshold)] if look.narrow else letters.wrapped(lines.left_words, LEFT_CHARACTERS[look.width])
    )
    text = "<br>".join(safe(line) for line in words)
    canvas.text(text, ends[1], look.small, look.palette.limit, ("right", "top"), (-5, look.small))
    x, y = zip(*(_at(radius, share) for radius in np.linspace(*LIMIT_LINE_OVER_BAND, 5)), strict=True)
    canvas.click_points(x, y, 20, "estimate", f"{safe(lines.label)}<br>Click for the estimate")


def _ticks(canvas: Canvas, limit_volume: float, on_dial: DialWords) -> None:
    look = canvas.look
    for times in (0, 2, SCALE):
        (x0, y0), (x1, y1) = _at(1.02, times / SCALE), _at(1.05, times / SCALE)
        canvas.curve([x0, x1], [y0, y1], look.palette.ticks, 2)
        text = number(times * limit_volume) + (f"<br>{times}× {on_ticks(on_dial.limit_name)}" if times else "")
        if times == 2:
            canvas.text(text, _at(1.07, times / SCALE), look.small, look.palette.secondary, ("left", "bottom"))
            continue
        # Under the ends of the track, where a narrow window still has room.
        under = (_at(0.9, times / SCALE)[0], 0.0)
        canvas.text(text, under, look.small, look.palette.secondary, ("center", "top"), (0, -8))


def _past(canvas: Canvas, lines: list[str]) -> float:
    """What lies past the end of the scale, under its last tick; returns the pixels this takes."""
    look = canvas.look
    line = look.small * LEADING
    if lines:
        place, anchor = ((1.32, 0.0), "right") if look.narrow else ((_at(0.9, 1)[0], 0.0), "center")
        canvas.text("<br>".join(lines), place, look.small, look.palette.ink, (anchor, "top"), (0, -8 - 2 * line))
    return len(lines) * line + (AIR if lines and look.room else 0)


def _empty_centre(canvas: Canvas, on_dial: DialWords) -> str:
    """Why there is no number; returns the words for which a dial with a band has no room."""
    first, *rest = on_dial.empty.split("\n")
    wide = canvas.look.width == "wide"
    left_over = " ".join(rest) if on_dial.model and not wide else ""
    room = 60 if wide else 26
    lines = [f"<b>{safe(line)}</b>" for line in letters.wrapped(first, room)]
    lines += [safe(line) for entry in ([] if left_over else rest) for line in letters.wrapped(entry, room)]
    canvas.text("<br>".join(lines), (0, 0.34), canvas.look.text, canvas.look.palette.ink)
    return f"{left_over}. " if left_over else ""


def _centre(canvas: Canvas, row: pd.Series, on_dial: DialWords, radius: float) -> None:
    """The number, how it stands to the limit, and its scope, within a dial so large; 0 where it is as usual."""
    look, ink = canvas.look, canvas.look.palette.ink
    hero = quantity(row["operator"], row["volume"], row["high"])
    sizes = HERO_SIZE_IN_BAND if on_dial.model else HERO_SIZE
    largest = min(sizes[look.width], HERO_ON_SLIDE * radius) if radius else sizes[look.width]
    size = largest * min(1.0, 12 / len(hero))
    canvas.text(f"<b>{safe(hero)}</b>", (0, 0.40), size, ink)
    unit = f"{on_dial.unit} reported"
    if look.width != "wide":
        lines = letters.wrapped(on_dial.standing, 22) if row["comparable"] else [unit]
        text = "<br>".join(f"<b>{safe(line)}</b>" for line in lines)
        canvas.text(text, (0, 0.24), look.small if look.narrow else look.text, ink, ("center", "top"))
        return
    most = STANDING_ON_SLIDE if look.room else STANDING_IN_BAND if on_dial.model else STANDING_CHARACTERS
    one_line = len(unit) + len(on_dial.standing) <= most
    first = f"{safe(unit)}: " if one_line else ""
    # What would be left of "3% of the cap in January alone" without its end is another statement.
    end = on_dial.alone
    standing = safe(f"{shortened(on_dial.standing.removesuffix(end), most - len(end))}{end}")
    text = f"{first}<b>{standing}</b>" if row["comparable"] else safe(unit)
    canvas.text(text, (0, 0.22), look.text + (0 if look.for_screen else 2), ink)
    room = min(SCOPE_ON_SLIDE * radius, 2 * (0.9 * radius - BESIDE_TICK))
    told = letters.wrapped(on_dial.scope, SCOPE_CHARACTERS)
    if radius:
        told = lines_on_slide(on_dial.scope, room, look.small + 1, MOST_SCOPE)
    scope = "<br>".join(map(safe, told))
    canvas.text(scope, (0, 0.14), look.small + 1, look.palette.secondary, ("center", "top"))


def _click_target(canvas: Canvas, row: pd.Series, on_dial: DialWords) -> None:
    """A click on the number or along the arc opens the words."""
    claims = ", ".join(row["claim_ids"])
    value = quantity(row["operator"], row["volume"], row["high"])
    spread = 0.13 if canvas.look.width == "wide" else 0.22
    # Nothing under the pointer here: a box would cover the number itself.
    canvas.click_points([spread * step for step in (-2, -1, 0, 1, 2)], [0.40] * 5, 44, claims)
    if row["comparable"]:
        share = min(row["volume"] / (SCALE * row["limit_volume"]), 1.0)
        x, y = zip(*(_at(sum(ARC) / 2, share * step / 8) for step in range(1, 9)), strict=True)
        canvas.click_points(x, y, 44, claims, f"{value} {safe(on_dial.unit)} [{claims}]<br>Click for the words")


def _click_band(canvas: Canvas, model: pd.Series, full: float, words: ModelWords) -> None:
    """A click along the band opens the estimate."""
    start, end = min(model["q05"] / full, 1.0), min(model["q95"] / full, 1.0)
    x, y = zip(*(_at(sum(BAND) / 2, share) for share in np.linspace(start, end, 9)), strict=True)
    canvas.click_points(x, y, 24, "estimate", f"{safe(words.hover)}<br>Click for the estimate")


def _ring(
    canvas: Canvas,
    start: float,
    end: float,
    radii: tuple[float, float],
    fill: str | None,
    outline: str | None = None,
    dash: str = "dot",
) -> None:
    """A piece of a ring between two shares of the dial."""
    angles = np.pi * (1 - np.linspace(start, end, max(3, round(120 * (end - start)) + 2)))
    x = np.concatenate([radii[1] * np.cos(angles), radii[0] * np.cos(angles[::-1])])
    y = np.concatenate([radii[1] * np.sin(angles), radii[0] * np.sin(angles[::-1])])
    closed_x, closed_y = np.append(x, x[0]).round(4), np.append(y, y[0]).round(4)
    line = dash if outline else "solid"
    canvas.curve(closed_x, closed_y, outline or fill or "", 2 if outline else 0, line, fill or "")


def _chevron(canvas: Canvas, share: float) -> None:
    """A V along the arc that points onward: the number is a floor."""
    middle, half = sum(ARC) / 2, (ARC[1] - ARC[0]) / 2
    points = [_at(middle + half, share), _at(middle, share + 0.016), _at(middle - half, share)]
    width = 3 if canvas.look.narrow else 6
    canvas.curve([x for x, _ in points], [y for _, y in points], canvas.look.palette.ink, width)


def _at(radius: float, share: float) -> tuple[float, float]:
    """A place on the dial: 0 on the left, 1 on the right."""
    angle = pi * (1 - share)
    return radius * cos(angle), radius * sin(angle)
