"""What states notified, on the page: the columns by period of the limit, with every row behind them."""

from functools import partial

from components import state
from components.figures.cited import notified_by_year, notified_in_words
from components.nodes import tables as behind
from components.scene.canvas import Look
from components.sentences.records.record import notified_sentence
from components.widgets import panels, tables
from data.frames.notified import notified_frame, notified_left_out
from data.frames.reported import headline_row
from data.models.evidence import Evidence


def show_years(evidence: Evidence, look: Look) -> None:
    """The notified series against the limit, its sentence, and both tables; says so where nothing is notified."""
    years, left_out = state.frames().notified_years, notified_left_out(evidence)
    if years.empty:
        panels.empty("Nothing notified can be set against the limit.", "What suppliers notified would stand here.")
        return
    rows, headline = notified_frame(evidence), headline_row(state.frames().stated_volumes, evidence)
    alt = partial(notified_in_words, years, rows, left_out, evidence)
    panels.figure(
        "notified", "all", lambda: notified_by_year(years, rows, evidence, look, headline), alt, panels.open_words
    )
    panels.sentence(notified_sentence(years, left_out, evidence), evidence, "notified sentence", "quiet")
    tables.table(behind.notified(years), "all")
    tables.table(behind.notifications(rows), "all")
