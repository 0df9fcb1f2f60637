"""What you must believe: for each assumption the value at which the volume would just be the limit, as table rows."""

from math import isfinite

from components.letters import capital
from components.scene.ruled import Row, cell, head
from components.scene.things import PALETTE
from components.sentences.counts import in_words
from components.sentences.model.beliefs import factor_range, factor_with_unit, goal_of, next_sentence, reaching
from components.theme import runs_of_100
from data.estimate.result import Estimate
from data.estimate.rounding import percent
from data.frames.rows import Row as Belief
from data.frames.rows import rows_of

WIDTHS = (1.95, 1.95, 2.25, 1.4, 0.85)
POINTS = 12.0
MOST_LINES = 3


def belief_rows(estimate: Estimate) -> list[Row]:
    """The head, and a row for each assumption that has a part in the series in front."""
    wanted = f"To bring it {goal_of(estimate)}"
    heads = ("Assumption", "As assumed", wanted, "Runs there", "Share of spread")
    return [head(heads, WIDTHS, POINTS), *map(_row, rows_of(estimate.beliefs))]


def beliefs_titles(estimate: Estimate) -> tuple[str, str]:
    """How many assumptions, each moved alone within its 90% range, take the volume to the limit's other side."""
    total, able = len(estimate.beliefs), len(reaching(estimate))
    if not able:
        return "No assumption alone, within its 90% range, could undo the finding", "No assumption alone could undo it"
    many = f"{capital(in_words(able))} of {in_words(total)}"
    each = f"could {'alone' if able == 1 else 'each'} undo the finding"
    return f"{many} assumptions, within their 90% ranges, {each}", f"{many} {each}"


def reading(estimate: Estimate) -> str:
    """How the table is to be read, and what would narrow it."""
    return f"Each moved alone, all else as drawn. {next_sentence(estimate)}"


def _row(row: Belief) -> Row:
    texts = (str(row["title"]), _assumed(row), _needed(row), _runs(row), _share(row))
    return tuple(
        cell(
            text, width, POINTS, MOST_LINES, bold=place == 0, colour=PALETTE.ink if row["within"] else PALETTE.secondary
        )
        for place, (text, width) in enumerate(zip(texts, WIDTHS, strict=True))
    )


def _assumed(row: Belief) -> str:
    value = factor_with_unit(row["assumed_q50"], row["unit"])
    if row["fixed"]:
        return f"{value}, fixed by the reader"
    if row["assumed_q05"] == row["assumed_q95"]:
        return value
    return f"{value} (90%: {factor_range(row['assumed_q05'], row['assumed_q95'], row['unit'])})"


def _needed(row: Belief) -> str:
    if not isfinite(row["needed_q50"]):
        return "no value does it"
    value = f"{row['side']} {factor_with_unit(row['needed_q50'], row['unit'])}"
    return f"{value} (90%: {factor_range(row['needed_q05'], row['needed_q95'], row['unit'])})"


def _runs(row: Belief) -> str:
    if not isfinite(row["needed_q50"]):
        return "none"
    return runs_of_100(float(row["runs"])) if row["within"] else "out of its range"


def _share(row: Belief) -> str:
    varies = row["assumed_q05"] != row["assumed_q95"]
    return percent(float(row["variance_share"])) if varies else "none"
