"""Year against year, on the page: the figure, whose deliveries its estimates count, and the table behind it."""

from functools import partial

import pandas as pd

from components import state
from components.figures.years.by_year import by_year_in_words, by_year_of
from components.nodes import tables as behind
from components.scene.canvas import Look
from components.sentences.records.by_year import by_year_sentence
from components.widgets import panels, tables
from data.frames.by_year import estimates_left_out
from data.models.assumptions import NotEstimated, Settings
from data.models.evidence import Evidence

NOTHING = (
    "Nothing is estimated in public or notified for a year of the limit.",
    "Amounts that suppliers notified, and what others estimated, would stand here.",
)


def is_worth_drawing(rows: pd.DataFrame) -> bool:
    """True where a frame by_year_frame has more than what the documents and the model say of one year."""
    return bool(rows["series"].isin(["published", "notified"]).any())


def show_by_year(settings: Settings, evidence: Evidence, look: Look) -> None:
    """The figure with its sentence and its table; nothing in a case whose record says nothing of any year."""
    rows = state.by_year(settings)
    left_out = state.made("estimates left out", "all", lambda: estimates_left_out(evidence))
    if not is_worth_drawing(rows):
        return
    estimate = state.estimate(settings)
    known = None if isinstance(estimate, NotEstimated) else estimate
    alt = partial(by_year_in_words, rows, left_out, evidence)
    panels.figure("by-year", repr(settings), lambda: by_year_of(rows, evidence, look, known), alt, panels.open_words)
    told = state.made("by year sentence", repr(settings), lambda: by_year_sentence(rows, left_out))
    panels.sentence(told, evidence, "by year sentence", "quiet")
    tables.table(behind.years(rows), repr(settings))
