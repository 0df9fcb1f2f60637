"""The timeline of very many events: how many fell in each month, lane by lane; single events come with a filter."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from components.scene.canvas import Canvas, Look
from components.scene.furniture import Scene, Words, across, safe
from components.scene.marks import Bars, Hatch, Opens, Stroke
from components.scene.text import ems, fitted
from components.sentences.timeline import is_cited
from components.theme import CITED_SIGN, CITED_WORD, LANE_SIGNS
from data.frames.reach import Reach, beyond, reach
from data.models.case import Lane

LANE_HEIGHT, SIDE = 84, 12
AROUND = 2 * SIDE + 24  # pixels of a lane's name beside its words: both edges and its sign
TALLEST = 0.72  # of a band; above it stands the lane's name
DAY = 86_400_000  # milliseconds
BAR_WIDTH = 26 * DAY  # a little less than a month


class _Look(NamedTuple):
    """How bars are filled: whole, or hatched for what may be there."""

    fill: str | None
    line: Stroke | None
    hatch: Hatch | None = None


def density(rows: pd.DataFrame, lanes: Sequence[Lane], words: Words, look: Look) -> Scene:
    """Counts of the events that lie within one month, and hatched above them those that may fall in it; a band a lane.

    Cited events have outlined bars of their own beside the solid ones, and are not added to them.
    """
    canvas = Canvas(look)
    dated = rows[~rows["yearless"] & (rows["earliest"].notna() | rows["latest"].notna())]
    found = reach([dated])
    cited = is_cited(dated)
    parts = [(of_kind, _by_month(dated[cited == of_kind], found)) for of_kind in (False, True)] if found else []
    most = max((int(counts.sum(axis=1).max()) for _, counts in parts if len(counts)), default=1)
    present = set(dated["lane"])
    shown = [(place, lane) for place, lane in enumerate(lanes) if lane.id in present]
    for level, (place, lane) in enumerate(reversed(shown)):
        for of_kind, counts in parts:
            if lane.id in counts.index.get_level_values(0):
                _bars(canvas, counts.loc[[lane.id]].droplevel(0), most, place, level, of_kind, halved=bool(cited.any()))
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
    return Scene(canvas, words, LANE_HEIGHT * max(len(shown), 1), (SIDE, SIDE), overlay=True)


def within_a_month(rows: pd.DataFrame) -> pd.Series:
    """True for each event of a timeline frame whose every possible day lies in one month."""
    first, last = rows["earliest"].dt.to_period("M"), rows["latest"].dt.to_period("M")
    within: pd.Series = (first == last) & rows["earliest"].notna() & rows["latest"].notna()
    return within


def _by_month(dated: pd.DataFrame, found: Reach) -> pd.DataFrame:
    """How many events of each lane lie within a month (`within`), and how many others may fall in it (`may`).

    An end that is not known is that of the axis.
    """
    within = within_a_month(dated)
    first, last = (pd.Timestamp(day).to_period("M") for day in found)
    entries = []
    for (lane, sure), rows in dated.groupby([dated["lane"], within]):
        start, end = rows["earliest"].dt.to_period("M"), rows["latest"].dt.to_period("M")
        spans = zip(start.fillna(first), end.fillna(last), strict=True)
        months = Counter(
            month
            for begins, ends in spans
            for month in (pd.period_range(max(begins, first), min(ends, last), freq="M") if not sure else [begins])
        )
        entries += [(lane, month.to_timestamp(), "within" if sure else "may", many) for month, many in months.items()]
    frame = pd.DataFrame(entries, columns=["lane", "month", "kind", "many"])
    counts = frame.pivot_table(index=["lane", "month"], columns="kind", values="many", fill_value=0)
    return counts.reindex(columns=["within", "may"], fill_value=0)


def _bars(canvas: Canvas, counts: pd.DataFrame, most: int, place: int, level: int, cited: bool, halved: bool) -> None:
    palette = canvas.look.palette
    colour = palette.lanes[place % len(palette.lanes)]
    word = f"{CITED_WORD} events" if cited else "quoted events" if halved else "events"
    offset = (0 if cited else -BAR_WIDTH / 2) if halved else None
    width = BAR_WIDTH / 2 if halved else BAR_WIDTH
    fill, line = (palette.paper, Stroke(palette.cited, 1.5)) if cited else (colour, None)
    edge = palette.cited if cited else colour
    may = _Look(None, Stroke(edge, 1), Hatch("/", edge, palette.paper, 0.25))
    tall = counts / most * TALLEST
    bases = {"within": pd.Series(float(level), counts.index), "may": level + tall["within"]}
    for kind, told, look in (("within", "in", _Look(fill, line)), ("may", "that may fall in", may)):
        some = counts.index[counts[kind] > 0]
        if len(some):
            hover = [f"{int(counts[kind][month]):,} {word} {told} {month:%B} {month.year:04}" for month in some]
            lengths, base = list(tall[kind][some]), list(bases[kind][some])
            seen = (look.fill, look.line, look.hatch)
            canvas.marks.append(Bars("y", list(some), base, lengths, width, *seen, offset, Opens(hover)))


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
