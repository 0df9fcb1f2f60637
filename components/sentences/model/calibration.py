"""The model against published figures, in words: on which side of them it lies, and how many runs agree."""

from collections.abc import Sequence
from math import isnan

import pandas as pd

from components.letters import capital
from components.sentences.against_limit import refs, units
from components.sentences.counts import in_words
from components.sentences.model.cells import a_figure
from components.sentences.model.estimate import verbs
from components.theme import day, likelihood, modelled, modelled_range, number, quantity, runs_of_100
from data.estimate.result import Estimate, Series
from data.frames.rows import Row, rows_of
from data.models.evidence import Evidence
from data.models.origins import roots_of_origin

NOTHING = "The model is held against no published figure: nobody has named one that counts the same."


def calibration_sentence(estimate: Estimate, evidence: Evidence) -> str:
    """On which side of the published figures the model lies, how many runs reach them, and what that leaves open."""
    rows = rows_of(estimate.calibration)
    if not rows:
        return " ".join([NOTHING, *left_out_sentences(estimate)])
    shares = sorted(_agree(row, estimate) for row in rows)
    finding = f"{calibration_headline(estimate)}: {_reached(shares)}"
    told = (f"{finding}.", _behind(rows, evidence), _leaves_open(shares), *left_out_sentences(estimate))
    return " ".join(part for part in told if part)


def calibration_headline(estimate: Estimate) -> str:
    """How many of the published figures lie above the model's middle; empty without one."""
    shares = [_agree(row, estimate) for row in rows_of(estimate.calibration)]
    if not shares:
        return ""
    above, many = sum(share < 0.5 for share in shares), len(shares)
    if many == 1:
        return f"The one published figure {'lies above' if above else 'does not lie above'} the model’s middle"
    if above in (0, many):
        whose = "Every" if above else "No"
        return f"{whose} published figure lies above the model’s middle"
    verb = "lies" if above == 1 else "lie"
    return f"{capital(in_words(above))} of {in_words(many)} published figures {verb} above the model’s middle"


def left_out_sentences(estimate: Estimate) -> list[str]:
    """Which published figures cannot be held against the model, a sentence each, and why."""
    return [
        f"Not held against the model: {_unstopped(one.title)} [{one.record_id}], for {one.why}."
        for one in estimate.inputs.left_out
    ]


def figure_in_words(row: Row, estimate: Estimate, evidence: Evidence) -> str:
    """A published figure with its time: "> 165,000 barrels by 31 Mar 2024"; of a trip what it follows from."""
    volume = row["volume"]
    said = f"{quantity(row['operator'], a_figure(volume), 0.0)}"
    unit = units(evidence, estimate.unit, volume)
    if row["kind"] == "a trip":
        return f"{said} {unit} a trip ({number(row['whole'])} in {number(row['trips'])})"
    return f"{said} {unit} {_time(row, estimate)}"


def model_in_words(row: Row, series: Series) -> str:
    """What the model gives for the same: "about 930,000 (90%: 620,000–1,400,000)"."""
    ends = modelled_range(row[f"q05_{series}"], row[f"q95_{series}"])
    middle = f"about {modelled(row[f'q50_{series}'])}"
    return f"{middle} (90%: {ends})" if "–" in ends else middle


def agreement_in_words(row: Row, series: Series) -> str:
    """How many runs agree, with the word for it: "38 of 100: unlikely (20–45%)"."""
    share = float(row[f"agree_{series}"])
    return "not known" if isnan(share) else f"{runs_of_100(share)}: {likelihood(share)}"


def figure_sentences(estimate: Estimate, evidence: Evidence) -> list[str]:
    """Every published figure with what the model says to it, a sentence each, as the notes of slides have them."""
    return [_figure_sentence(row, estimate, evidence) for row in rows_of(estimate.calibration)]


def _figure_sentence(row: Row, estimate: Estimate, evidence: Evidence) -> str:
    behind = refs((*row["claim_ids"], *row["record_ids"]))
    told = f"{figure_in_words(row, estimate, evidence)}: {_unstopped(row['title'])} {behind}"
    return (
        f"{told}. Model {model_in_words(row, estimate.series)}; runs that agree: "
        f"{agreement_in_words(row, estimate.series)}."
    )


def _time(row: Row, estimate: Estimate) -> str:
    by, since = row["by"], row["since"]
    if row["kind"] == "by a day":
        return f"by {day(by)}"
    return f"from {day(estimate.first if pd.isna(since) else since)} to {day(by)}"


def _reached(shares: list[float]) -> str:
    """How many runs reach the figure that is furthest off, and the nearest."""
    low, high = runs_of_100(shares[0]), runs_of_100(shares[-1])
    if len(shares) == 1 or low == high:
        whose = "it" if len(shares) == 1 else "each of them"
        return f"{low} runs {verbs(shares[0], 'reach')} {whose}"
    first = f"{high} runs {verbs(shares[-1], 'reach')} the nearest of the {in_words(len(shares))}"
    return f"{first}, {low} the one furthest off"


def _leaves_open(shares: list[float]) -> str:
    """What figures above the middle leave open; the model itself cannot decide between them."""
    above = sum(share < 0.5 for share in shares)
    if not above:
        return ""
    whose = "the published figure is" if len(shares) == 1 else "those figures are" if above < len(shares) else ""
    return (
        "Either the ships carried more or made more trips than is assumed here, or "
        f"{whose or 'the published figures are'} too high: the model cannot tell which."
    )


def _behind(rows: Sequence[Row], evidence: Evidence) -> str:
    """How many origins stand behind several figures: they are not so many witnesses."""
    if len(rows) < 2:
        return ""
    named = [evidence.record_by_id.get(row["record_ids"][0]) for row in rows]
    roots = {root for record in named if record for root in roots_of_origin(record.origin, evidence)}
    names = [evidence.origin_by_id[root].name for root in sorted(roots) if root in evidence.origin_by_id]
    if not names or len(names) >= len(rows):
        return ""
    stand = "stands one origin" if len(names) == 1 else f"stand {in_words(len(names))} origins"
    return f"Behind the {in_words(len(rows))} {stand}: {'; '.join(names)}."


def _agree(row: Row, estimate: Estimate) -> float:
    return float(row[f"agree_{estimate.series}"])


def _unstopped(title: str) -> str:
    return title.strip().rstrip(".")
