"""What suppliers notified, one row a period: for narrow windows, and for more periods than there is room across."""

from math import isnan
from typing import NamedTuple

from components.figures.notices.notified_parts import Bar, Period, Reported, Series, click_over, draw_part
from components.scene.canvas import Canvas, Look
from components.scene.furniture import NOMINAL_WIDTH, Scene, Words, safe
from components.scene.text import broken, fitted
from components.theme import number

ROW_HEAD, ROW_BAR, ROW_AIR, HEAD = 19, 15, 12, 26
SIDES = (12, 14)
NAME, SUPPLIER = 9.0, 14.0  # type sizes


class _Sheet(NamedTuple):
    """What the rows are drawn on: the canvas, what is drawn, and where the axis ends."""

    canvas: Canvas
    series: Series
    top: float


def rows(series: Series, words: Words, look: Look) -> Scene:
    """Every period with its bar and every number below it; the limit is an upright line."""
    sheet = _Sheet(Canvas(look), series, series.top)
    room = (NOMINAL_WIDTH[look.width] - sum(SIDES)) / look.small
    level, bars = -float(HEAD), []
    _limit_name(sheet, level)
    for place in range(len(series.periods)):
        details = broken(_detail(series, place), room)
        height = ROW_HEAD + ROW_BAR + 4 + len(details) * look.small * 1.35 + ROW_AIR
        _row(sheet, place, level, details)
        bars.append(Bar(level - height / 2, height / 2 - 1, 0.0, sheet.top))
        level -= height
    click_over(sheet.canvas, "x", bars, series.periods)
    sheet.canvas.xaxis |= {"range": [0, sheet.top]}
    sheet.canvas.yaxis |= {"range": [level, 0]}
    return Scene(sheet.canvas, words, -level, SIDES, overlay=True)


def _row(sheet: _Sheet, place: int, level: float, details: list[str]) -> None:
    canvas, period, base = sheet.canvas, sheet.series.periods[place], 0.0
    look, palette = canvas.look, canvas.look.palette
    _head(sheet, period, level)
    middle = level - ROW_HEAD - ROW_BAR / 2
    _track(sheet, period, middle)
    for part in period.parts:
        if part.volume:
            draw_part(canvas, "x", Bar(middle, ROW_BAR / 2, base, base + part.volume), part)
        base += part.volume
    if sheet.series.reported and sheet.series.reported.period == place:
        _reported(sheet, sheet.series.reported, middle)
    text, below = "<br>".join(safe(line) for line in details), level - ROW_HEAD - ROW_BAR - 3
    canvas.text(text, (0, below), look.small, palette.secondary, ("left", "top"), (-2, 0))


def _head(sheet: _Sheet, period: Period, level: float) -> None:
    look = sheet.canvas.look
    note = f"  {safe(period.note)}" if period.note else ""
    total = safe(period.words) if period.parts else "–"
    for text, at, anchor in ((f"<b>{period.name}</b>{note}", 0.0, "left"), (f"<b>{total}</b>", sheet.top, "right")):
        shift = (-2 if anchor == "left" else 2, 0)
        sheet.canvas.text(text, (at, level - 1), look.small + 1.5, look.palette.ink, (anchor, "top"), shift)


def _reported(sheet: _Sheet, reported: Reported, middle: float) -> None:
    ink, at = sheet.canvas.look.palette.ink, min(reported.volume, sheet.top * 0.9)
    half = sheet.top * 0.004
    sheet.canvas.box((at - half, at + half), (middle - 8, middle + 8), ink, layer="above")
    if reported.open_end or reported.volume > at:
        for step in range(3):
            x = at + sheet.top * (0.018 + 0.018 * step)
            sheet.canvas.curve([x, x + sheet.top * 0.012, x], [middle + 6, middle, middle - 6], ink, 2.5)


def _track(sheet: _Sheet, period: Period, middle: float) -> None:
    """What lies behind a bar: within the limit, beyond it, and the limit itself, in the years in which it held."""
    palette, y = sheet.canvas.look.palette, (middle - ROW_BAR / 2, middle + ROW_BAR / 2)
    if isnan(period.limit):
        sheet.canvas.box((0, sheet.top), y, palette.band)
        return
    before, behind = sheet.series.grounds(palette)
    sheet.canvas.box((0, period.limit), y, before)
    sheet.canvas.box((period.limit, sheet.top), y, behind)
    sheet.canvas.upright(period.limit, (y[0] - 4, y[1] + 4), palette.limit, 3)


def _limit_name(sheet: _Sheet, level: float) -> None:
    if not sheet.series.limits:
        return
    limit, look = sheet.series.limits[-1], sheet.canvas.look
    text = f"<b>{safe(fitted(sheet.series.limit_name, NAME, bold=True))} {number(limit)}</b>{sheet.series.every}"
    anchor = "left" if limit < sheet.top * 0.3 else "right" if limit > sheet.top * 0.7 else "center"
    sheet.canvas.text(text, (limit, level + 3), look.small + 1, look.palette.limit, (anchor, "bottom"))


def _detail(series: Series, place: int) -> str:
    parts = []
    for part in series.periods[place].parts:
        note = f" ({part.note})" if part.note else ""
        parts.append(f"{fitted(series.suppliers[part.supplier], SUPPLIER)} {part.words}{note}")
    if series.reported and series.reported.period == place:
        parts.append(f"reported {series.reported.words} [{series.reported.claims}]")
    return " · ".join(parts)
