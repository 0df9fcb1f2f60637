"""The panel that holds the model against published figures: the finding, then a row for each figure."""

from components.nodes.claims import chips, cited_chips, with_chips
from components.nodes.methods.method import cell, row_head, stacked
from components.nodes.node import Node, node
from components.sentences.model import calibration as words
from data.estimate.result import Estimate
from data.frames.rows import Row, rows_of
from data.models.evidence import Evidence

HEADS = ("Published figure", "The model for the same", "Runs that agree, with trips not seen", "Trips seen alone")


def calibrated(estimate: Estimate, evidence: Evidence) -> list[Node]:
    """The sentence, and below it the figures with their runs."""
    told = node("p", *with_chips(words.calibration_sentence(estimate, evidence), evidence))
    rows = [_row(row, estimate, evidence) for row in rows_of(estimate.calibration)]
    return [told, stacked(HEADS, rows, "The model against published figures")] if rows else [told]


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
