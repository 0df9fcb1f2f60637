"""What the model says beside the gauge and the bullet rows; a likelihood never stands without its range."""

import pandas as pd

from components.sentences.counts import in_words
from components.sentences.model.against import both, by_whom
from components.sentences.model.estimate import NEARLY_ALWAYS
from components.theme import likelihood, modelled, modelled_range, number, runs_of_100
from data.estimate.result import Estimate

DAYS_A_MONTH = 365.25 / 12
WITH_UNSEEN = "with trips not seen"


def model_sentence(estimate: Estimate, unit: str) -> str:
    """The finding of the estimate: how many runs pass the limit, and how many pass the reported number.

    Without a limit the modelled volume and its range, in the `unit` given as a word.
    """
    shown = estimate.total
    if pd.isna(shown["above_limit"]):
        band = modelled_range(shown["q05"], shown["q95"])
        first = f"Model: about {modelled(shown['q50'])} {unit}, 90% of the runs within {band}."
    else:
        first = f"Model: {_passed(estimate)}."
    if pd.isna(shown["above_reported"]):
        return first
    other = estimate.totals["above_reported"].loc["seen" if estimate.series == "all" else "all"]
    otherwise = "no trip" if estimate.series == "all" else "some trips"
    return (
        f"{first} Above {number(estimate.reported)} in {months_in_words(estimate)} in "
        f"{runs_of_100(shown['above_reported'])}, or {runs_of_100(float(other))} if {otherwise} went unseen."
    )


def months_in_words(estimate: Estimate) -> str:
    """How long the trips went on: "these eight months", in days below two months."""
    days = (estimate.last - estimate.first).days + 1
    months = round(days / DAYS_A_MONTH)
    return f"these {in_words(months)} months" if months > 1 else f"these {days} days"


def passed_in_words(estimate: Estimate) -> str:
    """Whether the limit was passed in the reader's comparison, if the runs agree: "cap passed by Ostmark alone"."""
    above, by = float(estimate.total["above_limit"]), f" {by_whom(estimate.comparison, estimate)}"
    if above >= NEARLY_ALWAYS:
        return f"{estimate.limit_name} passed{by if both(estimate) else ''}"
    if above <= 1 - NEARLY_ALWAYS:
        return f"{estimate.limit_name} not passed by this model"
    return f"whether the {estimate.limit_name} was passed is open"


def _passed(estimate: Estimate) -> str:
    """In how many runs the limit is passed, in each comparison, the reader's first."""
    told: list[str] = []
    for comparison in sorted(estimate.comparisons, key=estimate.comparison.__ne__):
        one = estimate if comparison == estimate.comparison else estimate.compared(comparison)
        above = float(one.total["above_limit"])
        by = f" {by_whom(comparison, estimate)}" if both(estimate) else ""
        runs = runs_of_100(above) if told else f"{runs_of_100(above)} runs"
        told.append(f"{'' if told else f'{estimate.limit_name} passed'}{by} in {runs} — {likelihood(above)}")
    return ";".join(told)


def trips_behind(estimate: Estimate | None, series: str) -> str:
    """Which trips a modelled series takes: "43 trips counted", or allowing for those not seen."""
    if series == "all":
        return WITH_UNSEEN
    return estimate.trips_words if estimate else "trips seen only"
