"""The columns for a room: what is reported, modelled and notified against the limit, and what is left of it."""

from collections.abc import Sequence
from dataclasses import replace

from components.scene.things import ROOM_POINTS, Slide
from components.sentences.against_limit import refs
from components.sentences.limits import limit_rule
from components.sentences.volumes import volumes_finding
from components.slides import volumes
from components.slides.room.sheet import FIGURE, below, shown
from components.slides.view import View
from components.slides.volume_words import lines_beside
from components.theme import CITED_SIGN, number
from data.frames.rows import Row
from data.models.limits import Limit
from data.models.quantities import FLOORS

PART = "room-columns"
ABOUT, ABOUT_SIGN = "about ", "≈ "  # in columns of a room there is no room for the word
LABELS = 1.0  # inches of three lines below the axis
MOST = {"reported": 2, "modelled": 2, "notified": 2}  # columns of each kind, as many as can be read


def slides(view: View) -> list[Slide]:
    """A column for each number; no slide without a limit, or where there are not two numbers to set beside it."""
    evidence, limit = view.evidence, view.evidence.headline_limit
    comparable = [row for row in view.volume_rows if row["comparable"]]
    rows = _chosen(comparable, view)
    if limit is None or len(rows) < 2:
        return []
    chart = volumes.chart_of(rows, limit, view, FIGURE, ROOM_POINTS, LABELS)
    said = tuple(words.replace(ABOUT, ABOUT_SIGN) for words in chart.said)
    chart = replace(chart, labels=tuple(map(_label, rows)), said=said)
    figure = volumes.figure_of(rows, chart, view)
    claims = [one for row in rows if row["series"] != "notified" for one in row["claim_ids"]]
    records = [one for row in rows if row["series"] != "reported" for one in row["record_ids"]]
    words = [f"{volumes_finding(comparable, evidence)}.", f"{limit_rule(limit)}."]
    under = below(_meaning(rows, len(comparable), limit, view), view, words=38)
    titles = [volumes.title(comparable, view)]
    link = view.links.to("volumes")
    return [shown(PART, titles, [figure, *under], view, link, [*claims, *limit.claims], records, words)]


def _chosen(comparable: Sequence[Row], view: View) -> list[Row]:
    """The number of the gauge, both of the model, and the first that were notified."""
    on_gauge = () if view.volume is None else view.volume["claim_ids"]
    found = []
    for series, most in MOST.items():
        rows = [row for row in comparable if row["series"] == series]
        found += sorted(rows, key=lambda row: row["claim_ids"] != on_gauge)[:most]
    return found


def _label(row: Row) -> str:
    if row["series"] == "modelled":
        return "Model, with trips unseen" if row["detail"] == "all" else "Model, trips seen"
    if row["series"] == "notified":
        return f"{CITED_SIGN} Notified: {row['detail']}"
    return f"Reported {refs(row['claim_ids'])}"


def _meaning(rows: Sequence[Row], of: int, limit: Limit, view: View) -> list[str]:
    lines = lines_beside(rows, view)
    told = [f"Red line: {limit.name} {number(limit.value)}."]
    told += [f"Dashed: {lines.label}."] if lines else []
    told += ["Chevrons: or more."] if any(row["operator"] in FLOORS for row in rows) else []
    told += ["Whiskers: 90% of runs."] if any(row["series"] == "modelled" for row in rows) else []
    told += [f"{of - len(rows)} more in the appendix."] if of > len(rows) else []
    return told
