"""What the columns and the rows of notified numbers have in common: their words, the look of a part, and clicks."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from math import isnan
from typing import Literal, NamedTuple

from components.scene.canvas import Canvas
from components.scene.marks import Bars, Hatch, Opens, Stroke
from components.theme import CITED_DASH, CITED_HATCH, Palette

AIR_ABOVE = 1.16  # of the largest number shown
FARTHEST = 4  # times the limit: a reported number beyond does not stretch the axis
TINTS = (0.10, 0.34, 0.58, 0.22, 0.46)  # of a supplier's fill; the word beside tells them apart
NOTHING = "rgba(0,0,0,0)"

Along = Literal["x", "y"]


@dataclass(frozen=True)
class Part:
    """What one supplier notified for a period: place of the supplier, number in words, and what it does not cover."""

    supplier: int
    volume: float
    words: str
    converted: bool = False
    note: str = ""


@dataclass(frozen=True)
class Period:
    """A period of the limit: its parts, their total in words, the limit (NaN where none held), what a click opens."""

    name: str
    parts: tuple[Part, ...]
    words: str
    note: str
    limit: float
    opens: str
    hover: str

    @property
    def total(self) -> float:
        return sum(part.volume for part in self.parts)


@dataclass(frozen=True)
class Reported:
    """A reported number beside the notified ones, never on top of them: its period, and its words with operator."""

    period: int
    volume: float
    open_end: bool
    words: str
    claims: str


@dataclass(frozen=True)
class Series:
    """What the figure draws: periods in order, names of the suppliers, the limit's name, a reported number or none."""

    periods: tuple[Period, ...]
    suppliers: tuple[str, ...]
    limit_name: str
    reported: Reported | None = None
    every: str = " a year"  # for each what the limit counts
    minimum: bool = False  # then what lies below the limit breaks it

    def grounds(self, palette: Palette) -> tuple[str, str]:
        """The colours behind what lies below the limit, and above it."""
        return (palette.beyond, palette.within) if self.minimum else (palette.within, palette.beyond)

    @property
    def limits(self) -> list[float]:
        return [period.limit for period in self.periods if not isnan(period.limit)]

    @property
    def top(self) -> float:
        """The end of the axis: above every total and limit, and above the reported number unless that is far away."""
        most = max([*(period.total for period in self.periods), *self.limits, 0.0])
        reported = self.reported.volume if self.reported else 0.0
        near = reported <= FARTHEST * max(self.limits, default=0.0)
        return (max(most, reported) if near else most) * AIR_ABOVE or 1.0

    @property
    def spans(self) -> list[tuple[int, int, float]]:
        """First period, last period and limit of each run of periods with the same limit."""
        spans = []
        for limit, run in groupby(range(len(self.periods)), key=self._limit_of):
            places = list(run)
            if limit is not None:
                spans.append((places[0], places[-1], limit))
        return spans

    def _limit_of(self, place: int) -> float | None:
        limit = self.periods[place].limit
        return None if isnan(limit) else limit


class Bar(NamedTuple):
    """A place across the direction of the bars, half a bar's width there, and from where to where it reaches."""

    at: float
    half: float
    start: float
    end: float


def draw_part(canvas: Canvas, along: Along, bar: Bar, part: Part) -> None:
    """One supplier's part: hatched in a dashed outline, or hollow and dotted where it was converted."""
    palette = canvas.look.palette
    across, span = (bar.at - bar.half, bar.at + bar.half), (bar.start, bar.end)
    x, y = (across, span) if along == "y" else (span, across)
    canvas.box(x, y, palette.paper)
    if not part.converted:
        canvas.box(x, y, palette.cited, opacity=TINTS[part.supplier % len(TINTS)])
        hatch = Hatch(CITED_HATCH, palette.cited, NOTHING, 0.14)
        canvas.marks.append(Bars(along, [bar.at], [bar.start], [bar.end - bar.start], [2 * bar.half], hatch=hatch))
    canvas.box(x, y, None, Stroke(palette.cited, 1.6, "dot" if part.converted else CITED_DASH), "above")


def click_over(canvas: Canvas, along: Along, bars: Sequence[Bar], periods: Sequence[Period]) -> None:
    """Bars nobody sees, one a period: hover names every part, a click opens the largest row."""
    opens = Opens([period.hover for period in periods], [period.opens for period in periods])
    places, starts, halves = ([getattr(bar, name) for bar in bars] for name in ("at", "start", "half"))
    lengths = [bar.end - bar.start for bar in bars]
    canvas.marks.append(Bars(along, places, starts, lengths, [2 * half for half in halves], opens=opens))
