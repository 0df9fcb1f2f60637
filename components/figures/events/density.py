"""The timeline of very many events: how many fell in each month, lane by lane; single events come with a filter."""

from collections.abc import Sequence

import pandas as pd

from components.figures.events.cited_events import is_cited
from components.scene.canvas import Canvas, Look
from components.scene.furniture import Scene, Words, across, safe
from components.scene.marks import Bars, Opens, Stroke
from components.scene.text import ems, fitted
from components.theme import CITED_SIGN, CITED_WORD, LANE_SIGNS
from data.frames.reach import Reach, beyond, reach
from data.models.case import Lane

LANE_HEIGHT, SIDE = 84, 12
AROUND = 2 * SIDE + 24  # pixels of a lane's name beside its words: both edges and its sign
TALLEST = 0.72  # of a band; above it stands the lane's name
DAY = 86_400_000  # milliseconds
BAR_WIDTH = 26 * DAY  # a little less than a month


def density(rows: pd.DataFrame, lanes: Sequence[Lane], words: Words, look: Look) -> Scene:
    """Counts of the events that lie within one month, one band a lane; the others belong to no month.

    Cited events have outlined bars of their own beside the solid ones, and are not added to them.
    """
    canvas = Canvas(look)
    dated = rows[within_a_month(rows)]
    found = reach([dated])
    cited = is_cited(dated)
    parts = [(of_kind, _by_month(dated[cited == of_kind])) for of_kind in (False, True)]
    most = max((int(counts.max()) for _, counts in parts if len(counts)), default=1)
    present = set(dated["lane"])
    shown = [(place, lane) for place, lane in enumerate(lanes) if lane.id in present]
    for level, (place, lane) in enumerate(reversed(shown)):
        for of_kind, counts in parts:
            if lane.id in counts.index.get_level_values(0):
                in_lane = pd.Series(counts.xs(lane.id))
                _bars(canvas, in_lane, most, place, level, of_kind, halved=bool(cited.any()))
        _name(canvas, dated[dated["lane"] == lane.id], lane, place, level, found)
    canvas.xaxis |= {
        "visible": True,
        "type": "date",
        "gridcolor": look.palette.grid,
        "tickfont": {"size": look.small, "color": look.palette.secondary},
    }
    if found and len(beyond(dated, *found).outside):
        canvas.xaxis |= {"range": [found.first, found.last]}
    canvas.yaxis |= {"range": [0, max(len(shown), 1)]}
    return Scene(canvas, words, LANE_HEIGHT * max(len(shown), 1), (SIDE, SIDE))


def within_a_month(rows: pd.DataFrame) -> pd.Series:
    """True for each event of a timeline frame whose every possible day lies in one month."""
    first, last = rows["earliest"].dt.to_period("M"), rows["latest"].dt.to_period("M")
    within: pd.Series = (first == last) & rows["earliest"].notna() & rows["latest"].notna()
    return within


def _by_month(dated: pd.DataFrame) -> pd.Series:
    months = dated["earliest"].dt.to_period("M").dt.to_timestamp()
    return dated.groupby([dated["lane"], months]).size()


def _bars(canvas: Canvas, counts: pd.Series, most: int, place: int, level: int, cited: bool, halved: bool) -> None:
    palette = canvas.look.palette
    colour = palette.lanes[place % len(palette.lanes)]
    word = f"{CITED_WORD} events" if cited else "quoted events" if halved else "events"
    hover = [
        f"{count:,} {word} in {month:%B} {month.year:04}"
        for month, count in zip(pd.DatetimeIndex(counts.index), counts, strict=True)
    ]
    fill, line = (palette.paper, Stroke(palette.cited, 1.5)) if cited else (colour, None)
    offset = (0 if cited else -BAR_WIDTH / 2) if halved else None
    months, lengths = list(counts.index), list(counts / most * TALLEST)
    width = BAR_WIDTH / 2 if halved else BAR_WIDTH
    canvas.bars(Bars("y", months, level, lengths, width, fill, line, offset=offset, opens=Opens(hover)))


def _name(canvas: Canvas, dated: pd.DataFrame, lane: Lane, place: int, level: int, found: Reach | None) -> None:
    look, cited = canvas.look, int(is_cited(dated).sum())
    quoted, told = len(dated) - cited, f"{cited:,} {CITED_SIGN} {CITED_WORD}"
    count = f"{quoted:,}" if not cited else f"{quoted:,} and {told}" if quoted else told
    count += _outside(dated, found)
    sign, room = LANE_SIGNS[place % len(LANE_SIGNS)], (across(look) - AROUND) / look.text - ems(f"  {count}")
    text = f"<b>{sign} {safe(fitted(lane.title, room, bold=True))}</b>  {count}"
    colour = look.palette.lanes[place % len(look.palette.lanes)]
    canvas.text(text, (0, level + 0.98), look.text, colour, ("left", "top"), paper=(True, False))


def _outside(dated: pd.DataFrame, found: Reach | None) -> str:
    """How many events of a lane lie before and after the axis."""
    if found is None:
        return ""
    before = int((dated["latest"] < pd.Timestamp(found.first)).sum())
    after = int((dated["earliest"] > pd.Timestamp(found.last)).sum())
    told = [f"◁ {before:,} of them before this axis"] * bool(before) + [f"▷ {after:,} after it"] * bool(after)
    return f" ({', '.join(told)})" if told else ""
