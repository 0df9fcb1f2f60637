"""An event on the time axis of a slide with its label: where the words stand, and how far both reach."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from components.scene.packing import Extent
from components.scene.text import INSET, LINE, POINTS_PER_INCH, cut, inches
from components.scene.things import PALETTE, SMALL_POINTS, Align, Place, Run, Text
from components.sentences.timeline import beyond_the_axis
from components.slides.bars import CITED_INK, Row, reach_of, said_of
from components.slides.months import Axis
from components.theme import CITED_SIGN, month, read_by

Side = Literal["above", "right", "left"]
QUOTED_POINTS, CITED_POINTS = 12.0, SMALL_POINTS
LONGEST_LABEL, LEAST_TITLE = 6.5, 0.6  # inches
SLACK = 0.06  # for type that runs a little wider than it was measured
BESIDE = 0.06  # between a mark and the label beside it
EDGE = 0.04  # that a label keeps from the ends of the axis, where lines may stand
SHORT = 0.45  # a cited mark up to this wide has its label beside it
MOST_SAID = 8


@dataclass(frozen=True)
class Mark:
    """One event, or those beyond an edge of the axis, which have words and no bar.

    `words` are the label's paragraph, `label` the inches it takes from left to right, `bar` those of the mark itself.
    """

    rows: tuple[Row, ...]
    words: tuple[Run, ...]
    side: Side
    label: Extent
    bar: Extent | None

    @property
    def extent(self) -> Extent:
        bar = self.bar or self.label
        return Extent(min(self.label.start, bar.start), max(self.label.end, bar.end))


def quoted_mark(row: Row, axis: Axis, colour: str) -> Mark:
    """An event of the documents: the label with its first claim stands above the bar."""
    first = Run(row["claim_ids"][0], bold=True, colour=colour)
    behind = f"{read_by(row['number_read_by'])}{_beyond(row, axis)}"
    return _above(row, axis, (first, Run(row["title"]), Run(behind)), QUOTED_POINTS)


def cited_mark(row: Row, axis: Axis) -> Mark:
    """An event of the public record: a short one has its label beside it, a long one above."""
    first = Run(f"{CITED_SIGN} {row['event_id']}", bold=True, colour=PALETTE.cited)
    words = (first, Run(row["title"], colour=PALETTE.secondary), Run(_beyond(row, axis)))
    bar = reach_of(row, axis)
    if row["open_start"] or row["open_end"] or bar.end - bar.start > SHORT:
        return _above(row, axis, words, CITED_POINTS)
    middle, half = (bar.start + bar.end) / 2, CITED_INK.size / 2
    taken = Extent(min(bar.start, middle - half) - BESIDE, max(bar.end, middle + half) + BESIDE)
    right, left = axis.right - taken.end, taken.start - axis.left
    fitted, wide = _fitted(words, max(right, left), CITED_POINTS)
    if wide <= right:
        return Mark((row,), fitted, "right", Extent(taken.end, taken.end + wide), bar)
    return Mark((row,), fitted, "left", Extent(taken.start - wide, taken.start), bar)


def edge_marks(before: list[Row], after: list[Row], axis: Axis) -> Iterator[Mark]:
    """How many cited events lie wholly before the axis, and how many after it."""
    if before:
        starts = [row["earliest"].year for row in before if not pd.isna(row["earliest"])]
        words, wide = _edge(f"◁ {len(before):,} earlier{f', from {min(starts):04}' if starts else ''}")
        yield Mark(tuple(before), words, "right", Extent(axis.left, axis.left + wide), None)
    if after:
        ends = [row["latest"] for row in after if not pd.isna(row["latest"])]
        words, wide = _edge(f"{len(after):,} later{f', to {month(max(ends))}' if ends else ''} ▷")
        yield Mark(tuple(after), words, "left", Extent(axis.right - wide, axis.right), None)


def label_height(points: float) -> float:
    """How high the text box of a label is."""
    return points * LINE / POINTS_PER_INCH + 2 * INSET


def label_of(mark: Mark, top: float, points: float, ground: str) -> Text:
    """The label as a text box; lines of the calendar run behind its words, not through them."""
    place = Place(mark.label.start, top, mark.label.end - mark.label.start, label_height(points))
    said = "; ".join(said_of(row) for row in mark.rows[:MOST_SAID])
    more = f"; and {len(mark.rows) - MOST_SAID} more" if len(mark.rows) > MOST_SAID else ""
    align: Align = "right" if mark.side == "left" else "left"
    return Text("Label", place, (mark.words,), f"{said}{more}", points, align, "top", ground)


def _above(row: Row, axis: Axis, words: tuple[Run, Run, Run], points: float) -> Mark:
    bar = reach_of(row, axis)
    fitted, wide = _fitted(words, min(LONGEST_LABEL, axis.right - axis.left - 2 * EDGE), points)
    start = max(axis.left + EDGE, min(bar.start, axis.right - EDGE - wide))
    return Mark((row,), fitted, "above", Extent(start, start + wide), bar)


def _fitted(words: tuple[Run, Run, Run], room: float, points: float) -> tuple[tuple[Run, ...], float]:
    """An id, a title and what is said of it on one line of so many inches, the title cut, and the inches they take.

    All is measured as if it were bold, as paragraphs with a bold word are.
    """
    first, title, behind = words
    taken = inches(f"{first.text}  {behind.text}", points, bold=True) + SLACK
    text = cut(title.text, max(room - taken, LEAST_TITLE), points, 1, bold=True)
    wide = taken + inches(text, points, bold=True) + 2 * INSET
    return (first, Run(f"  {text}{behind.text}", colour=title.colour)), min(wide, room)


def _edge(said: str) -> tuple[tuple[Run, ...], float]:
    words = (Run(CITED_SIGN, bold=True, colour=PALETTE.cited), Run(f" {said}", colour=PALETTE.secondary))
    return words, inches(f"{CITED_SIGN} {said}", CITED_POINTS, bold=True) + 2 * INSET + SLACK


def _beyond(row: Row, axis: Axis) -> str:
    """Where an event lies, begins or ends that is not wholly on the axis."""
    away = beyond_the_axis(row, axis.first, axis.last)
    return f" ({away})" if away else ""
