"""How the numbers are reached, in words: factors, checks, break-even values, the ranking of the hypotheses."""

import re
from collections.abc import Hashable, Mapping, Sequence
from math import isfinite
from typing import Any

import pandas as pd

from components.letters import capital
from components.sentences.against_limit import times_the_limit, units
from components.sentences.claim import numbers_read_by_curator
from components.sentences.counts import count, in_words, listed
from components.sentences.limits import called
from components.sentences.model.beliefs import factor, factor_range, factor_with_unit
from components.theme import modelled, modelled_range, number, quantity, runs_of_100, shortened
from data.models.assumptions import Assumptions, Published
from data.models.evidence import Evidence

SECTIONS = {
    "formula": "The formula",
    "checks": "Independent checks",
    "calibration": "Against published figures",
    "assumptions": "Key assumptions check",
    "hypotheses": "Competing hypotheses",
    "readings": "Second reading",
    "words": "Scale of words",
    "weaknesses": "Known weaknesses",
    "derived": "What is derived from what",
}
SOLIDITIES = {
    "supported": ("●", "Supported"),
    "with caveats": ("◐", "With caveats"),
    "unsupported": ("○", "Unsupported"),
}
BOUNDS = {
    "both sides": "bounded on both sides",
    "below": "bounded below only",
    "above": "bounded above only",
    "neither side": "taken as printed: bounded on neither side",
}
CONFIDENCE = (
    "Likelihood says how often something holds among the runs; confidence says how firm the ground under them is. The "
    "two never stand in one sentence, for most runs may agree on what rests on little. The ground is weighed in the "
    "key assumptions check and in the known weaknesses."
)
SCALES = "What the words for likelihood, reliability and credibility stand for, and the signs of numbers"
FACTORS_ALONE = "The factors of the formula, which nothing is computed from"
LONGEST_FINDING = 110
SERIES_WORDS = {"seen": "trips seen", "all": "with trips not seen"}
AGREES = 0.03  # how far the closed form may lie from the draws


def factor_spread(row: Mapping[Hashable, Any]) -> str:
    """A factor at its 5, 50 and 95%, all to the same decimal: "69 – 86 – 96%"; one value where it does not vary."""
    ends = [factor(row[key], row["unit"]).rstrip("%") for key in ("q05", "q50", "q95")]
    places = max(len(end.partition(".")[2]) for end in ends)
    padded = [_to_places(end, places) for end in ends]
    words = padded[0] if len(set(padded)) == 1 else " – ".join(padded)
    return f"{words}%" if row["unit"] == "%" else f"{words} {row['unit']}"


def trips_spread(calls: Sequence[float]) -> str:
    """The number of trips at its 5, 50 and 95%: "41 – 45 – 49 trips"; one number where it does not vary."""
    ends = [number(round(one)) for one in calls]
    return f"{ends[0] if len(set(ends)) == 1 else ' – '.join(ends)} trips"


def break_even(row: Mapping[Hashable, Any] | None) -> str:
    """The value at which the volume would be just the limit: "54% (90% range 39–74%)"; why not, where there is none."""
    if row is None:
        return "has no part in this series"
    unit = row["unit"]
    if not isfinite(row["needed_q50"]):
        return "no value would do"
    ends = factor_range(row["needed_q05"], row["needed_q95"], unit)
    words = f"{factor_with_unit(row['needed_q50'], unit)} (90% range {ends})"
    return words if row["within"] else f"{words}, outside the range of its control"


def break_even_odds(row: Mapping[Hashable, Any] | None) -> str:
    """In how many runs the factor lies beyond its break-even value; empty where there is none."""
    if row is None or not isfinite(row["needed_q50"]):
        return ""
    return f"{runs_of_100(row['runs'])} runs lie beyond it"


def difference(drawn: float, reckoned: float) -> str:
    """By how much a reckoned number differs from the drawn one: "+0.4%"; empty without a drawn one."""
    return f"{100 * (reckoned / drawn - 1):+.1f}%".replace("-", "−") if drawn else ""


def largest_difference(totals: pd.DataFrame, closed: pd.DataFrame) -> str:
    """The finding of the first check: how far draws and closed form are apart at most."""
    pairs = [(totals.loc[series, key], closed.loc[series, key]) for series in closed.index for key in closed.columns]
    apart = [abs(float(one) / float(other) - 1) for one, other in pairs if other]
    if not apart:
        return "Without trips there is nothing to compare."
    told = f"Draws and closed form differ by at most {100 * max(apart):.1f}% on any quantile."
    return (
        told if max(apart) <= AGREES else f"{told} Of so few trips the volume is not lognormal, as it takes it to be."
    )


def arithmetic(case: Published) -> str:
    """A published piece of arithmetic: "1,200 at 90% is 667 at 50%"."""
    before = number(case.volume)
    if case.load is not None and case.at_load is not None:
        return f"{before} at {_share(case.load)} is {number(round(case.computed))} at {_share(case.at_load)}"
    return f"{before} tonnes × {number(case.barrels_per_tonne or 0)} barrels a tonne = {number(round(case.computed))}"


def solidity_sentence(assumptions: Assumptions) -> str:
    """How many assumptions stand how firmly, which is what confidence rests on."""
    parts = []
    for solidity in SOLIDITIES:
        titles = [f"“{one.title}”" for one in assumptions.assumptions if one.solidity == solidity]
        if titles:
            parts.append(f"{in_words(len(titles))} {solidity} ({listed(titles)})")
    return f"Of {count(len(assumptions.assumptions), 'assumption')}: {'; '.join(parts)}."


def solidity_finding(assumptions: Assumptions) -> str:
    """How many assumptions stand how firmly, without their names."""
    firm = {solidity: sum(one.solidity == solidity for one in assumptions.assumptions) for solidity in SOLIDITIES}
    told = listed([f"{in_words(many)} {solidity}" for solidity, many in firm.items() if many])
    return f"Of {count(len(assumptions.assumptions), 'assumption')}: {told}"


def formula_finding(volume: str) -> str:
    """What comes out of the formula: the sentence on the modelled volume, without the ids it opens."""
    return re.sub(r"\s*\[[^\]]+\]", "", volume).rstrip(".")


def no_assumptions(evidence: Evidence) -> str:
    """Why there are no assumptions to check, and what would give some."""
    if not evidence.complete:
        return "No sound assumptions can be shown. The first page says what has to be mended."
    return "This case assumes nothing and models nothing. Whoever keeps it can add assumptions with their sources."


def weaknesses(evidence: Evidence) -> tuple[str, ...]:
    """What is weak about the estimate; where nothing is estimated, or nobody wrote any down, that."""
    if evidence.assumptions is None:
        return ("Nothing is estimated, so what can be known is what the sources say.",)
    return evidence.assumptions.weaknesses or (
        "Nobody has written down a weakness, which does not mean that there is none.",
    )


def weaknesses_finding(told: Sequence[str]) -> str:
    """How many weaknesses are known, and the first of them."""
    first = shortened(told[0], LONGEST_FINDING)
    return f"{capital(in_words(len(told)))} are known; the first: {first}" if len(told) > 1 else first


def derived_finding(derived: pd.DataFrame) -> str:
    """How many figures nobody stated, in a frame derived_frame."""
    many = int((derived["kind"] != "origin").sum())
    if not many:
        return "No figure of this case is derived"
    return (
        f"{capital(in_words(many))} {'figure' if many == 1 else 'figures'} that nobody stated, with what each rests on"
    )


def derived_title(row: Mapping[Hashable, Any], evidence: Evidence) -> str:
    """What a derived figure is called."""
    match row["kind"]:
        case "times the limit":
            limit = evidence.headline_limit
            return f"Reported, in times the {limit.name}" if limit else "Reported, in times the limit"
        case "a trip":
            return "Reported volume a trip"
        case "modelled":
            return f"Modelled volume, {SERIES_WORDS[row['subject']]}"
        case _:
            return "Notified amount"


def derived_words(row: Mapping[Hashable, Any], headline: pd.Series | None, evidence: Evidence) -> str:
    """A derived number, never without what the words behind it allow."""
    unit = units(evidence, row["unit"], 2) if row["unit"] else ""
    match row["kind"]:
        case "modelled":
            return f"about {modelled(row['value'])} {unit} (90% range {modelled_range(row['low'], row['high'])})"
        case "times the limit":
            limit = evidence.headline_limit
            words = times_the_limit(headline, called(limit)) if headline is not None and limit else number(row["value"])
        case "a trip":
            words = f"{number(float(format(row['value'], '.3g')))} {unit}"
        case _:
            filed = evidence.record_by_id[row["subject"]].quantity
            words = f"{quantity(filed.operator if filed else '=', row['value'], row['value'])} {unit}"
    return words if row["low"] == row["high"] else f"{words}, {BOUNDS[row['bounded']]}"


def derived_from(row: Mapping[Hashable, Any], evidence: Evidence) -> str:
    """How a derived figure came about, and whether a curator read a number that it rests on."""
    return f"{row['how']}. {told}" if (told := numbers_read_by_curator(row["claim_ids"], evidence)) else str(row["how"])


def _share(load: float) -> str:
    return "one third" if abs(load - 1 / 3) < 1e-6 else f"{100 * load:g}%"


def _to_places(words: str, places: int) -> str:
    whole, _, decimals = words.partition(".")
    return f"{whole}.{decimals.ljust(places, '0')}" if places else whole
