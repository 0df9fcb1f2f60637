"""What the model says beside the gauge and the bullet rows; a likelihood never stands without its range."""

import pandas as pd

from components.theme import likelihood, modelled, modelled_range, number, runs_of_100
from data.estimate import Estimate

WITH_UNSEEN = "with trips not seen"


def in_front(estimate: Estimate) -> pd.Series:
    """The totals of the series that the reader looks at."""
    return _totals(estimate, estimate.series)


def model_sentence(estimate: Estimate, unit: str) -> str:
    """The finding of the estimate: how many runs pass the limit, and how many pass the reported number.

    Without a limit the modelled volume and its range, in the `unit` given as a word.
    """
    shown = in_front(estimate)
    if pd.isna(shown["above_limit"]):
        band = modelled_range(shown["q05"], shown["q95"])
        first = f"Model: about {modelled(shown['q50'])} {unit}, 90% of the runs within {band}."
    else:
        word = likelihood(shown["above_limit"])
        first = f"Model: {estimate.limit_name} exceeded in {runs_of_100(shown['above_limit'])} runs — {word}."
    if pd.isna(shown["above_reported"]):
        return first
    other = _totals(estimate, "seen" if estimate.series == "all" else "all")
    otherwise = "no trip" if estimate.series == "all" else "some trips"
    return (
        f"{first} Above {number(estimate.reported)} in {runs_of_100(shown['above_reported'])}, "
        f"or {runs_of_100(other['above_reported'])} if {otherwise} went unseen."
    )


def trips_behind(estimate: Estimate | None, series: str) -> str:
    """Which trips a modelled series takes: "43 trips counted", or allowing for those not seen."""
    if series == "all":
        return WITH_UNSEEN
    return estimate.trips_words if estimate else "trips seen only"


def _totals(estimate: Estimate, series: str) -> pd.Series:
    row = estimate.totals.loc[series]
    assert isinstance(row, pd.Series)  # the index holds each series once
    return row
