"""The small pictures of the first page: a few paths each, described in words; their colours are those of markup.css."""

from math import cos, isfinite, pi, sin

import pandas as pd

from components.figures.dial import scale_of
from components.nodes.node import Node, node
from components.sentences.against_limit import reported_headline, scale_in_words
from components.sentences.front.known import Known
from components.sentences.model.estimate import dots_headline, has_limit, short_day
from components.sentences.records.record import descent_headline, origins_counted
from data.frames.rows import Row
from data.models.quantities import BOUNDED, FLOORS

WIDTH, HEIGHT = 200, 84
MIDDLE, FOOT, RADIUS, INNER = 100, 80, 68, 52
MOST_TEXTS, ABREAST = 40, 10
LINES = 7  # of the small sheet
LEFT, RIGHT = 8, 192  # of the bars


def gauge(known: Known) -> Node:
    """The number against the limit on a half dial, with the model's band inside."""
    row, limit, estimate = known.row, known.limit, known.estimate
    model = estimate.total if estimate and limit else None
    times = scale_of(row, limit.value if limit else None, model)
    share = 0.0 if limit and limit.allows_none else 1 / times
    before, behind = ("beyond", "within") if limit and limit.is_minimum else ("within", "beyond" if limit else "within")
    drawn = [_arc(0, share, RADIUS, before)] if share else []
    drawn.append(_arc(share, 1, RADIUS, behind))
    full = limit.value * times if limit else 0.0
    if row is not None and row["comparable"] and full:
        drawn += _number(row, full)
    if model is not None and full:
        drawn.append(_arc(model["q05"] / full, model["q95"] / full, INNER, "band"))
        drawn.append(_arc(model["q25"] / full, model["q75"] / full, INNER, "half"))
    if limit:
        drawn.append(_line(_at(INNER - 8, share), _at(RADIUS + 12, share), "limit"))
    scale = f" {scale_in_words(times, limit.name)}." if limit and limit.value else ""
    return _picture(f"Half dial. {reported_headline(row, known.evidence)}.{scale}", *drawn)


def _number(row: pd.Series, full: float) -> list[Node]:
    bounded = row["operator"] in BOUNDED
    end = float(row["low"] if bounded else row["volume"]) / full
    drawn = [_arc(0, end, RADIUS, "ink")] if end > 0 else []
    if bounded and isfinite(row["high"]):
        drawn.append(_arc(end, float(row["high"]) / full, RADIUS, "open"))
    if row["operator"] in FLOORS:
        for step in (0.02, 0.045, 0.07):
            corners = [_at(RADIUS + 6, end + step), _at(RADIUS, end + step + 0.02), _at(RADIUS - 6, end + step)]
            drawn.append(_path("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in corners), "chevron"))
    return drawn


def texts(known: Known) -> Node | None:
    """Many texts, one origin: a dot a text, those of the commonest origin filled and joined to it."""
    total = known.texts["text_id"].nunique()
    if not total:
        return None
    counts = origins_counted(known.texts)
    share = counts[0].texts / total if counts else 0.0
    shown = min(total, MOST_TEXTS)
    filled = round(share * shown)
    drawn = []
    for place in range(shown):
        x, y = 10 + place % ABREAST * 12, 14 + place // ABREAST * 18
        if place < filled:
            drawn.append(_line((x + 4, y), (176, 42), "thread"))
        drawn.append(_dot(x, y, 4, "ink" if place < filled else "hollow"))
    drawn += [_dot(182, 42, 11, "origin" if filled else "hollow")]
    return _picture(f"{descent_headline(known.texts)}.", *drawn)


def sheet(known: Known) -> Node | None:
    """Where the words stand in their text: a small sheet with one line lit."""
    claim = known.claim
    if claim is None:
        return None
    document = known.evidence.document_by_id[claim.document]
    share = claim.start / max(len(document.text), 1)
    lit = min(int(share * LINES), LINES - 1)
    drawn = [_box(40, 2, 120, 80, "paper")]
    for place in range(LINES):
        wide = (104, 98, 104, 86, 104, 101, 70)[place]
        drawn.append(_box(48, 9 + place * 10, wide, 6 if place == lit else 3, "lit" if place == lit else "words"))
    return _picture(f"The words stand at {share:.0%} of the text of document {document.label}.", *drawn)


def dots(known: Known) -> Node | None:
    """Fifty equally likely volumes, those above the limit filled."""
    estimate = known.estimate
    if estimate is None:
        return None
    shown = estimate.outcomes
    above = sorted(shown["above_limit"].tolist() if has_limit(estimate) else [False] * len(shown))
    drawn = [
        _dot(19 + place % ABREAST * 18, 10 + place // ABREAST * 16, 6, "model" if over else "outlined")
        for place, over in enumerate(above)
    ]
    return _picture(f"{dots_headline(estimate, known.evidence)}.", *drawn)


def days(known: Known) -> Node | None:
    """The days between which the limit was passed, early, median and late; below, what was notified against it."""
    drawn, told, names = list[Node](), list[str](), list[Node]()
    estimate, limit = known.estimate, known.limit
    crossing = estimate.crossed if estimate and has_limit(estimate) else None
    if estimate and crossing is not None and not pd.isna(crossing["q50"]):
        whole = max((estimate.last - estimate.first).days, 1)

        def place(name: str) -> float:
            passed = (crossing[name].date() - estimate.first).days
            return float(LEFT + (RIGHT - LEFT) * min(max(passed / whole, 0), 1))

        drawn += [_line((LEFT, 14), (RIGHT, 14), "axis")]
        drawn += [_box(place("q05"), 8, max(place("q95") - place("q05"), 2), 12, "window")]
        drawn += [_line((place("q50"), 3), (place("q50"), 25), "limit")]
        early, median, late = (short_day(crossing[name], estimate) for name in ("q05", "q50", "q95"))
        told.append(f"Passed between {early} and {late}, median {median}.")
        names = [node("span", early), node("strong", median), node("span", late)]
    if limit and known.notified:
        drawn += _bars(known.notified[:2], limit.value, 38 if drawn else 14)
        if limit.value:
            shares = ", ".join(_share(row, limit.value) for row in known.notified[:2])
            told.append(f"Notified, as shares of the {limit.name}: {shares}.")
        else:
            told.append(f"Notified against the {limit.name}, which allows none.")
    if not drawn:
        return None
    picture = _picture(" ".join(told), *drawn)
    return node("div", *([node("p", *names, cls="days", aria_hidden="true")] if names else []), picture)


def _bars(rows: list[Row], limit: float, top: float) -> list[Node]:
    full = max([limit, *(float(row["volume"]) for row in rows)]) * 1.05 or 1.0
    across = (RIGHT - LEFT) / full
    drawn = [
        _box(LEFT, top + place * 18, max(float(row["volume"]) * across, 1), 11, "cited")
        for place, row in enumerate(rows)
    ]
    at = LEFT + limit * across
    return [*drawn, _line((at, top - 5), (at, top + len(rows) * 18), "limit")]


def _share(row: Row, limit: float) -> str:
    return f"{float(row['volume']) / limit:.0%} by {row['detail']}"


def _picture(told: str, *drawn: Node) -> Node:
    return node("svg", *drawn, cls="picture", viewBox=f"0 0 {WIDTH} {HEIGHT}", role="img", aria_label=told)


def _path(way: str, cls: str) -> Node:
    return node("path", cls=cls, d=way)


def _at(radius: float, share: float) -> tuple[float, float]:
    angle = pi * (1 - share)
    return MIDDLE + radius * cos(angle), FOOT - radius * sin(angle)


def _arc(start: float, end: float, radius: float, cls: str) -> Node:
    (x0, y0), (x1, y1) = _at(radius, start), _at(radius, end)
    return _path(f"M{x0:.1f} {y0:.1f}A{radius} {radius} 0 0 1 {x1:.1f} {y1:.1f}", f"arc {cls}")


def _line(start: tuple[float, float], end: tuple[float, float], cls: str) -> Node:
    return _path(f"M{start[0]:.1f} {start[1]:.1f}L{end[0]:.1f} {end[1]:.1f}", f"line {cls}")


def _box(x: float, y: float, wide: float, high: float, cls: str) -> Node:
    return _path(f"M{x:.1f} {y:.1f}h{wide:.1f}v{high:.1f}h{-wide:.1f}z", cls)


def _dot(x: float, y: float, radius: float, cls: str) -> Node:
    across = 2 * radius
    return _path(f"M{x - radius} {y}a{radius} {radius} 0 1 0 {across} 0a{radius} {radius} 0 1 0 {-across} 0z", cls)
