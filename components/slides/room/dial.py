"""The gauge for a room: a half dial of arcs, the limit as a line across it, the model's band inside."""

from math import cos, isfinite, pi, sin

import pandas as pd

from components.figures import captioned
from components.figures.dial import ARC, TRACK, scale_of
from components.scene.text import cut, height, inches
from components.scene.things import (
    CONTENT,
    PALETTE,
    ROOM_POINTS,
    Dash,
    Group,
    Line,
    Path,
    Place,
    Point,
    Run,
    Shape,
    Slide,
    Text,
)
from components.sentences.against_limit import (
    counted_in,
    refs,
    reported_headline,
    scope_sentence,
    times_the_limit,
    window_sentence,
)
from components.sentences.counts import in_words
from components.sentences.limits import called
from components.sentences.model.modelled import passed_in_words
from components.slides import gauge
from components.slides.room.sheet import BELOW, LARGE_POINTS, below, shown
from components.slides.view import View
from components.slides.words.limits import of_the_period, valued
from components.theme import modelled_range, number, quantity, quantity_in_words, runs_of_100
from data.estimate.result import Estimate
from data.models.limits import Limit
from data.models.quantities import BOUNDED, FLOORS

PART = "room-gauge"
RADIUS = 3.85  # inches
CENTRE: Point = ((CONTENT.x + CONTENT.right) / 2, CONTENT.bottom - BELOW - 0.45)
STEPS = 90  # of the arc of a whole dial
BAND, MARK = (0.68, 0.755), (0.65, 1.09)  # of the radius: the model's band, and the limit's line
HERO, LEAST_HERO, HERO_WIDTHS = 54.0, 24.0, (3.9, 3.1)  # without and with a band around it
STANDING_WIDTH, CHEVRON, STEP, TIP = 3.9, 0.3, 0.03, 0.1
LINE = 0.4  # inches of a line in the type of a room


def slides(view: View) -> list[Slide]:
    """One reported number on the dial; no slide without one, or without a limit that allows some."""
    row, limit, evidence = view.volume, view.evidence.headline_limit, view.evidence
    if row is None or limit is None or not row["comparable"] or not limit.value:
        return []
    estimate = view.estimate if of_the_period(view) else None
    model = estimate.total if estimate else None
    times = scale_of(row, limit.value, model)
    things: list[Shape | Path | Line | Text] = [*_track(times, limit), *_reported(row, times * limit.value)]
    if model is not None:
        things += _band(model, times * limit.value)
    things += [*_limit(times, limit), *_ticks(times, limit), *_centre(row, view, HERO_WIDTHS[model is not None])]
    place = Place(CONTENT.x, CONTENT.y, CONTENT.width, CONTENT.height - BELOW)
    figure = Group("Gauge", place, captioned.gauge_in_words(row, evidence, estimate), tuple(things))
    claims = (*row["claim_ids"], *limit.claims, *(estimate.claim_ids if estimate else ()))
    records = (*(() if limit.claims else limit.records), *(estimate.record_ids if estimate else ()))
    words = [f"{reported_headline(row, evidence)}.", scope_sentence(row, limit), window_sentence(row, evidence)]
    under = below([_model_in_words(estimate), scope_sentence(row, limit)], view, words=36)
    return [shown(PART, _titles(row, view), [figure, *under], view, view.links.to("volumes"), claims, records, words)]


def _titles(row: pd.Series, view: View) -> list[str]:
    """How many documents give a number, and which; the finding on the limit where that is too long."""
    reported = {one["document"] for one in view.volume_rows if one["series"] == "reported"}
    much = f"{quantity_in_words(row['operator'], row['volume'], row['high'])} {counted_in(row, view.evidence)}"
    which = "one document says so" if len(reported) == 1 else f"one of {in_words(len(reported))} documents says so"
    told = much[:1].upper() + much[1:]
    return [f"{told}: {which}", gauge.title(row, view.evidence)]


def _model_in_words(estimate: Estimate | None) -> str:
    if estimate is None:
        return ""
    shown_row = estimate.total
    ends, runs = modelled_range(shown_row["q05"], shown_row["q95"]), runs_of_100(float(shown_row["above_limit"]))
    return f"Blue: the model, 90% of runs {ends}; {passed_in_words(estimate)} in {runs}."


def _arc(name: str, start: float, end: float, radii: tuple[float, float], fill: str, outline: str = "") -> Path:
    """A piece of a ring between two shares of the dial; a freeform, for a block arc's frame would leave the slide."""
    many = max(2, round(STEPS * (end - start)) + 1)
    shares = [start + (end - start) * step / (many - 1) for step in range(many)]
    inner, outer = ([_at(radius, share) for share in shares] for radius in radii)
    dash: Dash = "solid" if fill else "dot"
    return Path(name, (*outer, *reversed(inner)), "", closed=True, fill=fill, outline=outline, dash=dash)


def _track(times: int, limit: Limit) -> list[Path]:
    kept, broken = (PALETTE.beyond, PALETTE.within) if limit.is_minimum else (PALETTE.within, PALETTE.beyond)
    edge = 1 / times
    return [_arc("Up to the limit", 0, edge, TRACK, kept), _arc("Beyond the limit", edge, 1, TRACK, broken)]


def _reported(row: pd.Series, full: float) -> list[Path | Shape]:
    """The number as an arc: what is sure solid, what the words leave open dotted, chevrons behind a floor."""
    bounded = row["operator"] in BOUNDED
    end = float(row["low"] if bounded else row["volume"]) / full
    things: list[Path | Shape] = [_arc("Reported", 0, end, ARC, PALETTE.ink)] if end > 0 else []
    if bounded and isfinite(row["high"]):
        things.append(_arc("Left open", end, row["high"] / full, ARC, "", PALETTE.ink))
    if row["operator"] in FLOORS:
        for place in range(3):
            share = end + 0.018 + STEP * place
            x, y = _at(sum(ARC) / 2, share)
            spot = Place(x - CHEVRON / 2, y - CHEVRON / 2, CHEVRON, CHEVRON)
            things.append(Shape("Or more", spot, "chevron", "", PALETTE.ink, turn=180 * share - 90))
    return things


def _band(model: pd.Series, full: float) -> list[Path]:
    wide = _arc("Model, 90% of runs", model["q05"] / full, model["q95"] / full, BAND, PALETTE.model_band, PALETTE.model)
    return [wide, _arc("Model, middle half", model["q25"] / full, model["q75"] / full, BAND, PALETTE.model)]


def _limit(times: int, limit: Limit) -> list[Line | Text]:
    """The line across the dial, white at its edges, and left of its tip the limit's name and value."""
    ends = [_at(radius, 1 / times) for radius in MARK]
    tip = ends[1]
    place = Place(CONTENT.x, max(tip[1] - LINE, CONTENT.y), tip[0] - TIP - CONTENT.x, LINE)
    told = valued(limit, place.width, ROOM_POINTS)
    lines = [
        Line(name, ends[0], ends[1], colour, "", points=points)
        for name, colour, points in (("Edge of the limit", PALETTE.paper, 9), ("Limit", PALETTE.limit, 5))
    ]
    return [*lines, Text("Name of the limit", place, ((Run(told, True, PALETTE.limit),),), "", ROOM_POINTS, "right")]


def _ticks(times: int, limit: Limit) -> list[Text]:
    found = []
    for share, told in ((0, "0"), (1, f"{number(times * limit.value)} ({times:,}×)")):
        x = _at(sum(TRACK) / 2, share)[0]
        wide = max(inches(told, ROOM_POINTS) + 0.2, 0.5)
        place = Place(x - wide / 2, CENTRE[1] + 0.03, wide, LINE)
        found.append(Text("Scale", place, ((Run(told, colour=PALETTE.secondary),),), "", ROOM_POINTS, "center"))
    return found


def _centre(row: pd.Series, view: View, room: float) -> list[Text]:
    """The number with its operator as large as it may be, its unit, and how it stands to the limit."""
    limit, evidence = view.evidence.headline_limit, view.evidence
    hero, points = quantity(row["operator"], row["volume"], row["high"]), HERO
    while points > LEAST_HERO and inches(hero, points, bold=True) > room:
        points -= 2
    unit = f"{counted_in(row, evidence)} reported {refs(row['claim_ids'])}"
    standing = times_the_limit(row, called(limit)) if limit else ""
    rows = ((standing, LARGE_POINTS, STANDING_WIDTH, 2), (unit, ROOM_POINTS, STANDING_WIDTH, 1))
    found, bottom = list[Text](), CENTRE[1]
    for told, size, wide, most in (*rows, (hero, points, room + 0.4, 1)):
        bold = size != ROOM_POINTS
        paragraph = (Run(cut(told, wide, size, most, bold), bold),)
        tall = height((paragraph,), wide, size)
        bottom -= tall
        place = Place(CENTRE[0] - wide / 2, bottom, wide, tall)
        found.insert(0, Text("Number", place, (paragraph,), "", size, "center"))
    return found


def _at(radius: float, share: float) -> Point:
    angle = pi * (1 - share)
    return CENTRE[0] + RADIUS * radius * cos(angle), CENTRE[1] - RADIUS * radius * sin(angle)
