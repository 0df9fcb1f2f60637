"""How far second readers agree with the first, and where they do not: differences are listed, not smoothed."""

from math import isnan

from components.letters import capital
from components.nodes.claims import chip, cited_chips
from components.nodes.methods.method import cell, row_head, stacked
from components.nodes.node import Node, node
from components.sentences.claim import FIELDS, field_read
from components.sentences.counts import count
from components.sentences.records.read_again import number_read, records_read_finding
from data.frames.read_twice import agreement_frame, differences, is_read_alike, rows_read_again
from data.models.evidence import Evidence

COLUMNS = {
    "claim_ids": "Claim", "document": "Document", "reader": "Reader", "day": "Day", "differs": "Differs on",
}  # fmt: skip
ONE_ANSWER = "not to be told: one answer throughout"
EXPLAINED = (
    "Agreement is Krippendorff’s alpha: 1 is full agreement, 0 is what chance alone would give; two grades of "
    "credibility count as nearer the fewer lie between them. The second reader had texts and quotes, no first reading."
)


def agreement(evidence: Evidence) -> list[Node]:
    """A row for each field in which readings are compared: in how many claims all have the same, and alpha."""
    rows = [
        (
            row_head(capital(FIELDS[row["field"]])),
            cell(f"{row['same']:,} of {row['claims']:,}"),
            cell(ONE_ANSWER if isnan(row["alpha"]) else f"{row['alpha']:.2f}".replace("-", "−")),
        )
        for row in agreement_frame(evidence).to_dict("records")
    ]
    table = stacked(("Read for", "The same", "Agreement"), rows, "Agreement of the readers")
    return [table, node("p", EXPLAINED, cls="quiet")]


def differences_listed(evidence: Evidence) -> list[Node]:
    """Every difference of a second reading from the first, a line each, folded."""
    lines = []
    for reading in evidence.readings:
        claim = evidence.claim_by_id[reading.claim]
        for field in differences(claim, reading):
            first, second = (field_read(one, field, evidence) for one in (claim, reading))
            lines.append(node("li", chip(claim.id, evidence), f" first reading: {first}; {reading.reader}: {second}"))
    return _folded(lines)


def of_the_record(evidence: Evidence) -> list[Node]:
    """How many cited rows with a number were read a second time, and every difference, folded."""
    lines = []
    for row, reading in rows_read_again(evidence):
        if not is_read_alike(row, reading):
            first, second = (number_read(one, evidence) for one in (row, reading))
            told = f" first reading: {first}; {reading.reader}: {second}"
            lines.append(node("li", *cited_chips((row.record_id,), evidence), told))
    return [node("p", f"{records_read_finding(evidence)}."), *_folded(lines)]


def _folded(lines: list[Node]) -> list[Node]:
    summary = node("summary", count(len(lines), "difference"))
    return [node("details", summary, node("ul", *lines, cls="rows"))] if lines else []
