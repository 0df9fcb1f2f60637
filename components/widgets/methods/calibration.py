"""The panel that holds the model against published figures: the finding, then a row for each figure."""

from components.sentences.model import calibration as words
from components.widgets import panels, tables
from components.widgets.cards.claims import chips, cited_chips
from components.widgets.methods.method import cell, row_head, stacked
from components.widgets.mounted.markup import Node, node
from data.estimate.result import Estimate
from data.frames.rows import Row, rows_of
from data.models.evidence import Evidence

HEADS = ("Published figure", "The model for the same", "Runs that agree, with trips not seen", "Trips seen alone")


def show_calibration(estimate: Estimate, evidence: Evidence) -> None:
    """The sentence, and below it the figures with their runs."""
    panels.sentence(words.calibration_sentence(estimate, evidence), evidence, "calibration", "")
    if estimate.calibration.empty:
        return
    rows = [_row(row, estimate, evidence) for row in rows_of(estimate.calibration)]
    stacked(HEADS, rows, "The model against published figures", "published figures")
    tables.download(lambda: estimate.calibration, "model against published figures", modelled=True)


def _row(row: Row, estimate: Estimate, evidence: Evidence) -> tuple[Node, ...]:
    sources = (*chips(row["claim_ids"], evidence), *cited_chips(row["record_ids"], evidence))
    figure = words.figure_in_words(row, estimate, evidence)
    return (
        row_head(figure, node("small", str(row["title"]), *sources)),
        _in_two_lines(words.model_in_words(row, estimate.series), " ("),
        _in_two_lines(words.agreement_in_words(row, "all"), ": "),
        _in_two_lines(words.agreement_in_words(row, "seen"), ": "),
    )


def _in_two_lines(text: str, mark: str) -> Node:
    """A number and, below it in small type, what stands behind a mark: its range, or the word for it."""
    first, _, rest = text.partition(mark)
    rest = rest.removesuffix(")") if "(" in mark else rest
    return cell(node("span", first, cls="value"), *([node("small", rest)] if rest else []))
