"""Bullet rows: every series on one linear axis with the limit as a line; a series without a number says so."""

from dataclasses import dataclass
from functools import partial
from math import isfinite
from typing import NamedTuple

import numpy as np
import pandas as pd

from components.figures.dial import USUAL, Scale, top_of
from components.scene.canvas import Canvas, Look
from components.scene.furniture import Scene, Words, across, on_ticks, safe
from components.scene.marks import Curve, Hatch, Stroke
from components.scene.scale import round_step, ticks_of, whole_times
from components.scene.screens import Room, part_of, room_for
from components.scene.text import broken, ems, fitted
from components.sentences.against_limit import notified_quantity, scale_in_words
from components.sentences.model.lines import Lines
from components.theme import CITED_HATCH, modelled, number, quantity
from data.frames.rows import rows_of
from data.models.quantities import BOUNDED, FLOORS

ROW = 74  # pixels, with nothing but reported rows
AROUND = 0.8  # of such a row: what stands above and below all of them
AIR = {"wide": 24, "medium": 24, "narrow": 44}  # of a taller row: what its bar and the lines beside it leave free
SCREEN_AIR = (11, 40)  # the same on a screen of 16:9, at the least and at the most
LINE = 1.3  # of the type size, as plotly sets the lines of one text
BAR, NARROW_BAR = 19.24, 13.0  # half of a bar's height in pixels; in a narrow tall row words stand below it
INNER = 0.58  # of a bar's height: the 90% band
LEAST_HALF = 0.006  # of the scale: a narrower middle half is itself the mark of the median
MOST_ROWS = 30
ABSENT = 15.5  # type sizes that stand before the limit's line of a wide plot
NAME = {"wide": 23.0, "medium": 16.0, "narrow": 9.0}  # of the limit, in type sizes
SIDES = {"wide": (190, 190), "medium": (120, 170), "narrow": (12, 14)}
TALL_SIDES = {"wide": (200, 222), "medium": (124, 178), "narrow": (12, 14)}
SCREEN_SIDES = (230, 250)
EDGE = 6  # pixels left of everything and right of it
BESIDE = 12  # pixels between the bars and the words beside them
NUMBER = 0.07  # of the scale: how far beyond its end the middle of a number stands


@dataclass(frozen=True)
class BulletWords:
    """What stands beside the bars: name of the limit, two lines for each row, and a line for each absent series.

    `details` say whose number a row is, `notes` how it stands to the limit. `lines` are those of the model: what others
    left of the limit is a thin line over the rows that are not others' own.
    """

    limit_name: str
    details: tuple[str, ...]
    notes: tuple[str, ...]
    absent: tuple[tuple[str, str], ...] = ()
    lines: Lines | None = None
    every: str = ""  # for each what the limit counts: " a year"
    minimum: bool = False  # then what lies below the limit breaks it


class _Label(NamedTuple):
    """What stands around one bar, in lines as they are shown, and what a click hands over."""

    name: str
    detail: tuple[str, ...]
    value: str
    notes: tuple[str, ...]
    opens: str
    hover: str


class _Sheet(NamedTuple):
    """What rows are drawn on: the canvas, the scale, and how tall a row is in pixels."""

    canvas: Canvas
    scale: Scale
    row: float
    tall: bool

    @property
    def full(self) -> float:
        """Where the scale ends."""
        return self.scale.full

    @property
    def bar(self) -> float:
        """Half of a bar's height, in rows."""
        return (NARROW_BAR if self.tall and self.canvas.look.narrow else BAR) / self.row


def bullet(rows: pd.DataFrame, limit_volume: float, words: Words, beside: BulletWords, look: Look) -> Scene:
    """One row for each comparable row of a volumes frame, then one empty row for each series that is absent.

    Reported volumes are ink, modelled ones a band of quantiles, notified ones hatched, for they are cited. A click
    hands over claim ids, "estimate", or "record:" with the id of the record. The axis shows three times the limit, or
    the first whole multiple that holds every row, which is then said.
    """
    # What is said of a number besides how it stands to the limit needs a row that grows with it.
    tall = bool(((rows["series"] != "reported") | (rows["number_read_by"] == "curator")).any())
    most = max(map(top_of, rows_of(rows)), default=0.0)
    scale = Scale(limit_volume, whole_times(most / limit_volume)) if limit_volume else Scale(of_nothing(most), USUAL)
    line = limit_volume and scale.limit
    full = scale.full
    told = zip(rows.iterrows(), beside.details, beside.notes, strict=True)
    labels = [_label(row, detail, note, look, tall) for (_, row), detail, note in told]
    count = len(labels) + len(beside.absent)
    around = AROUND * ROW + (LINE * look.text if beside.lines and beside.lines.two else 0)
    fitting = partial(_on_screen, labels, count, room_for(words, look, around))
    height = fitting(look) if look.for_screen else _height(labels, look) if tall else ROW
    sheet = _Sheet(Canvas(look), scale, height, tall)
    entries = [partial(_row, row=row, label=label) for (_, row), label in zip(rows.iterrows(), labels, strict=True)]
    entries += [partial(_absent, series=series, why=why) for series, why in beside.absent]
    others = [entry for entry, series in zip(entries, rows["series"], strict=False) if series == "notified"]
    part = part_of(entries, [sheet.row] * count, words, look, room_for(words, look, around))
    canvas, count = sheet.canvas, len(part.things)
    _ground(canvas, count, scale, beside, line)
    for place, draw in enumerate(part.things):
        draw(sheet, count - 1 - place)
    _limit_line(canvas, count, scale, beside, line)
    own = [count - 1 - place for place, entry in enumerate(part.things) if entry not in others]
    if beside.lines and beside.lines.two and own:
        _left(sheet, beside.lines, (min(own) - 0.5, count - 0.5))
    left, right = _sides(look, tall)
    # Names and numbers stand inside the axes, where a click can reach them.
    pixel = full / (across(look) - left - right)
    canvas.xaxis |= {"range": [-(left - EDGE) * pixel, full + (right - EDGE) * pixel]}
    # What stands above and below the rows needs the same pixels, however tall a row is.
    canvas.yaxis |= {"range": [-0.5 - 0.35 * ROW / sheet.row, count - 0.5 + (around - 0.35 * ROW) / sheet.row]}
    return Scene(canvas, part.words, sheet.row * count + around, (EDGE, EDGE), part.parts)


def of_nothing(most: float) -> float:
    """The round step of an axis that begins at a limit which allows none, and reaches over so much."""
    return round_step(most, USUAL) if most else 1.0


def _sides(look: Look, tall: bool) -> tuple[int, int]:
    return SCREEN_SIDES if look.for_screen else (TALL_SIDES if tall else SIDES)[look.width]


def _height(labels: list[_Label], look: Look) -> float:
    """How tall rows are that hold the longest label."""
    beside = max(max(len(label.notes), len(label.detail)) for label in labels)
    below = max(len(label.notes) for label in labels)
    lines = below * look.small if look.narrow else (1 + beside) * look.text
    return AIR[look.width] + LINE * lines + (LINE * look.small if look.narrow else 0)


def _on_screen(labels: list[_Label], count: int, room: Room, look: Look) -> float:
    """The same on a screen of 16:9, which the rows fill if they can."""
    beside = max((max(len(label.notes), len(label.detail)) for label in labels), default=0)
    lines = LINE * (look.text + beside * look.small)
    free = room.whole / max(count, 1) - lines
    return lines + min(max(free, SCREEN_AIR[0]), SCREEN_AIR[1])


def _label(row: pd.Series, detail: str, note: str, look: Look, tall: bool) -> _Label:
    series = row["series"]
    if series == "modelled":
        value, opens, click = f"about {modelled(row['volume'])}", "estimate", "Click for the estimate"
    elif series == "notified":
        value, opens, click = notified_quantity(row), f"record:{row['record_ids'][0]}", "Click for who said so"
    else:
        value = quantity(row["operator"], row["volume"], row["high"])
        opens, click = ", ".join(row["claim_ids"]), "Click for the words"
    source = f" [{opens}]" if series == "reported" else f", {safe(detail)}"
    hover = f"{safe(value)}{source}<br>{click}"
    left, right = _sides(look, tall)
    if look.narrow:
        above, below = _parted(detail, f"{series} {value}  ", look, tall)
        beside, notes = ([above] if above else []), f"{below}\n{note}".strip()
    else:
        beside, notes = broken(detail, (left - BESIDE - EDGE) / look.small), note
    room = across(look) - left - right if look.narrow else right - BESIDE
    lines = [line for part in notes.split("\n") for line in broken(part, room / look.small)]
    return _Label(series.capitalize(), tuple(beside), value, tuple(lines), opens, hover)


def _parted(detail: str, beside: str, look: Look, tall: bool) -> tuple[str, str]:
    """The detail above a narrow bar if it fits between series and value, else below it; cut only where it must be."""
    room = (across(look) - sum(_sides(look, tall))) / look.small - ems(beside, bold=True)
    return ("", detail) if tall and ems(detail) > room else (fitted(detail, room), "")


def _ground(canvas: Canvas, count: int, scale: Scale, beside: BulletWords, line: float) -> None:
    look, palette, y = canvas.look, canvas.look.palette, (-0.5, count - 0.5)
    before, behind = (palette.beyond, palette.within) if beside.minimum else (palette.within, palette.beyond)
    canvas.box((0, line), y, before)
    canvas.box((line, scale.full), y, behind)
    ticks = ticks_of(scale.times)
    for times in ticks:
        text = number(times * scale.limit)
        if times and line and not look.narrow:
            text += f"<br>{times:,}× {on_ticks(beside.limit_name)}"
        anchor = {0: "left", scale.times: "right"}.get(times, "center") if look.narrow else "center"
        if not (look.narrow and times == ticks[-2]):
            canvas.text(text, (times * scale.limit, -0.54), look.small, palette.secondary, (anchor, "top"))
    if scale.times != USUAL:
        said, under = safe(scale_in_words(scale.times, on_ticks(beside.limit_name))), -2.2 * LINE * look.small
        at, anchor = (scale.full, "right") if look.narrow else (scale.full / 2, "center")
        canvas.text(f"<b>{said}</b>", (at, -0.54), look.small, palette.ink, (anchor, "top"), (0, under))


def _limit_line(canvas: Canvas, count: int, scale: Scale, beside: BulletWords, line: float) -> None:
    palette, top = canvas.look.palette, count - 0.5
    for colour, thick in ((palette.paper, 9), (palette.limit, 5)):
        canvas.upright(line, (-0.5, top + 0.1), colour, thick)
    short = fitted(beside.limit_name, NAME[canvas.look.width], bold=True)
    name = f"<b>{safe(short)} {number(line)}</b>{beside.every}"
    # The thin line may run behind it.
    ground = palette.paper if beside.lines and beside.lines.two else None
    aside = canvas.look.narrow and (scale.times > USUAL or not line)
    at, across_it = (line, top + 0.12), "left" if aside else "center"
    canvas.text(name, at, canvas.look.text, palette.limit, (across_it, "bottom"), background=ground)


def _left(sheet: _Sheet, lines: Lines, levels: tuple[float, float]) -> None:
    """What is left of the limit, thin and dashed over some rows; its words stand above those of the limit.

    Where they left nothing there is no line, and the words say so.
    """
    canvas, palette, look = sheet.canvas, sheet.canvas.look.palette, sheet.canvas.look
    at, top = max(lines.threshold, 0.0), levels[1] + (0.12 * sheet.row + LINE * look.text) / sheet.row
    if not lines.nothing_left:
        canvas.upright(at, (levels[0], levels[1] + 0.1), palette.paper, 5)
        canvas.segment((at, levels[0]), (at, top), Stroke(palette.limit, 2, "dash"))
    left, right = _sides(look, sheet.tall)
    free = across(look) - left - at / sheet.full * (across(look) - left - right)
    words = fitted(lines.left_words if look.narrow else lines.label, free / look.text)
    canvas.text(safe(words), (at, top), look.text, palette.limit, ("left", "bottom"), (-4, 0))


def _row(sheet: _Sheet, level: int, row: pd.Series, label: _Label) -> None:
    canvas, full, drawn = sheet.canvas, sheet.full, {"modelled": _band, "notified": _hatched}
    start, end = drawn.get(row["series"], _solid)(sheet, level, row)
    _name(sheet, level, label.name, label.detail)
    _value(sheet, level, label)
    x = np.linspace(start, max(end, full * 0.05), 12)
    if not canvas.look.narrow:
        x = np.append(x, full * (1 + NUMBER * np.array([0.5, 1.0, 1.5, 2.0])))
    canvas.click_points(x, [level] * len(x), 40, label.opens, label.hover)


def _absent(sheet: _Sheet, level: int, series: str, why: str) -> None:
    """A series without a number keeps its place, in words."""
    look = sheet.canvas.look
    _name(sheet, level, safe(series), ())
    # Where they would run into it, the words begin behind the limit's line.
    before = look.width == "wide" and ems(why) <= ABSENT
    room = (across(look) - sum(_sides(look, sheet.tall))) * 0.64
    lines = [why] if before else broken(why, room / (look.small + 0.5))
    text, at = "<br>".join(safe(line) for line in lines), 0.012 * sheet.full if before else 1.05 * sheet.scale.limit
    sheet.canvas.text(text, (at, level), look.small + 0.5, look.palette.secondary, ("left", "middle"))


def _solid(sheet: _Sheet, level: int, row: pd.Series) -> tuple[float, float]:
    """A reported volume: ink as far as it is sure, dotted where a bound leaves it open."""
    canvas, full, look = sheet.canvas, sheet.full, sheet.canvas.look
    y, bounded = (level - sheet.bar, level + sheet.bar), row["operator"] in BOUNDED
    solid = row["low"] if bounded else row["volume"]
    canvas.box((0, solid), y, look.palette.ink, layer="above")
    if bounded and isfinite(row["high"]):
        canvas.box((solid, row["high"]), y, None, Stroke(look.palette.ink, 2, "dot"), "above")
    if row["operator"] in FLOORS:
        spread = full if look.width == "wide" else full * 1.6
        for place in range(3):
            _chevron(sheet, solid + spread * (0.012 + 0.018 * place), level, spread)
    return 0, solid


def _band(sheet: _Sheet, level: int, row: pd.Series) -> tuple[float, float]:
    """A modelled volume: 90% of the runs pale, their middle half dark, the median a tick; there is no bar from zero."""
    canvas, palette = sheet.canvas, sheet.canvas.look.palette
    outline = Stroke(palette.model, 2)
    low, q25, q75, high = (row[name] for name in ("low", "q25", "q75", "high"))
    inner = sheet.bar * INNER
    canvas.box((low, high), (level - inner, level + inner), palette.model_band, layer="above", line=outline)
    canvas.box((q25, q75), (level - sheet.bar, level + sheet.bar), palette.model, layer="above", line=outline)
    # A median that fills its whole half is the mark itself, not a tick in it.
    colour = palette.paper if q75 - q25 > LEAST_HALF * sheet.full else palette.model
    canvas.upright(row["volume"], (level - sheet.bar, level + sheet.bar), colour, 4)
    return low, high


def _hatched(sheet: _Sheet, level: int, row: pd.Series) -> tuple[float, float]:
    """A notified volume: outlined and hatched, as all that is cited."""
    palette, end = sheet.canvas.look.palette, row["volume"]
    x, y = [0, end, end, 0, 0], [level + side * sheet.bar for side in (-1, -1, 1, 1, -1)]
    hatch = Hatch(CITED_HATCH, palette.cited, palette.paper, 0.35)
    sheet.canvas.marks.append(Curve(x, y, Stroke(palette.cited, 2), hatch=hatch))
    return 0, end


def _name(sheet: _Sheet, level: int, name: str, detail: tuple[str, ...]) -> None:
    look, palette = sheet.canvas.look, sheet.canvas.look.palette
    if look.narrow:
        text, at = f"<b>{name}</b> {safe(' '.join(detail))}".strip(), (0, level + sheet.bar + 0.03)
        # The limit's line runs behind it.
        sheet.canvas.text(text, at, look.small, palette.ink, ("left", "bottom"), (2, 0), background=palette.paper)
        return
    text = f"<b>{name}</b>{_small(detail, look)}"
    sheet.canvas.text(text, (0, level), look.text, palette.ink, ("right", "middle"), (-BESIDE, 0))


def _value(sheet: _Sheet, level: int, label: _Label) -> None:
    look, palette, full = sheet.canvas.look, sheet.canvas.look.palette, sheet.full
    text = f"<b>{safe(label.value)}</b>"
    if not look.narrow:
        text += _small(label.notes, look)
        sheet.canvas.text(text, (full, level), look.text, palette.ink, ("left", "middle"), (BESIDE, 0))
        return
    sheet.canvas.text(text, (full, level + sheet.bar + 0.03), look.small, palette.ink, ("right", "bottom"), (-2, 0))
    if sheet.tall:
        below, at = "<br>".join(safe(line) for line in label.notes), (0, level - sheet.bar - 0.03)
        sheet.canvas.text(below, at, look.small, palette.secondary, ("left", "top"), (2, 0), background=palette.paper)


def _small(lines: tuple[str, ...], look: Look) -> str:
    """Lines in small type below a name or a number."""
    if not lines:
        return ""
    text = "<br>".join(safe(line) for line in lines)
    return f"<br><span style='font-size:{look.small}px;color:{look.palette.secondary}'>{text}</span>"


def _chevron(sheet: _Sheet, at: float, level: int, spread: float) -> None:
    half = sheet.bar * 0.9
    x, y = [at, at + spread * 0.011, at], [level + half, level, level - half]
    sheet.canvas.curve(x, y, sheet.canvas.look.palette.ink, 5 if sheet.canvas.look.width == "wide" else 3)
