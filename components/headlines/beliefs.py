"""What one would have to believe, and what to find out next: the factors of the estimate in words."""

from math import floor, isfinite, log10

import pandas as pd

from components.headlines.barrels import refs, units
from components.headlines.counts import in_words, listed
from components.headlines.estimate import has_limit, total_of, verbs
from components.theme import likelihood, modelled, number, runs_of_100
from data import rounding
from data.estimate import Estimate
from data.evidence import Evidence
from data.rounding import SHARE, WHOLE, percent

PARTS = {1 / 4: "a quarter", 1 / 3: "a third", 1 / 2: "half", 2 / 3: "two thirds", 3 / 4: "three quarters"}
ABOUT = 0.045  # how far a share may lie from a part that still names it


def factor(value: float, unit: str) -> str:
    """A value of a factor in its unit's form, to three figures: "54%", "2,340", "7.45"."""
    if not isfinite(value):
        return "no value"
    if unit == SHARE:
        return f"{rounding.factor(value, unit):.0%}"
    if unit in WHOLE or value == 0:
        return number(rounding.factor(value, unit))
    places = 2 - floor(log10(abs(value)))
    return f"{rounding.factor(value, unit):,.{max(places, 0)}f}"


def factor_with_unit(value: float, unit: str) -> str:
    """The same with the unit's word: "54%", "2,340 dwt"."""
    words, one = factor(value, unit), unit.removesuffix("s") if unit in WHOLE else unit
    return words if unit == "%" else f"{words} {one if words == '1' else unit}"


def factor_range(low: float, high: float, unit: str) -> str:
    """Both ends of a factor: "39–74%", "2,500–4,560"; an end that does not exist is said."""
    if not isfinite(high):
        return f"{factor(low, unit)} or more" if isfinite(low) else "no value"
    first, last = factor(low, unit), factor(high, unit)
    return last if first == last else f"{first.rstrip('%')}–{last}"


def beliefs_sentence(estimate: Estimate, evidence: Evidence) -> str:
    """Which single assumption, moved how far, would bring the volume to the limit's other side."""
    rows = estimate.beliefs
    if not has_limit(estimate) or rows.empty:
        return "Without a limit there is nothing that an assumption could bring the volume under."
    goal = _goal(estimate)
    ordered = _by_nearness(rows[rows["within"]])
    if ordered.empty:
        return f"No single assumption, moved alone within its range, brings the volume {goal}."
    nearest = ordered.iloc[0]
    sentence = (
        f"Moved alone, the assumption that would most easily bring the volume {goal} is “{nearest['title']}”: "
        f"{_needed(nearest)}, with {_assumed(nearest)}; {_lie(nearest['runs'])} there"
    )
    sources = refs(_records(nearest["assumption"], evidence))
    return " ".join([f"{sentence} {sources}".rstrip() + ".", *_others(ordered.iloc[1:], rows[~rows["within"]])])


def load_in_words(row: pd.Series, estimate: Estimate, evidence: Evidence) -> str:
    """One load with its probability and the point calculation beside it."""
    unit = units(evidence, estimate.unit, 2)
    point = f"The point calculation gives {modelled(row['interval_volume'])} {unit}"
    first = f"{row['label'][:1].upper()}{row['label'][1:]}"
    sources = refs(tuple(row.get("record_ids", ())))
    if not has_limit(estimate) or pd.isna(row["above_limit"]):
        return f"{first}: {point[0].lower()}{point[1:]} {sources}".rstrip() + "."
    above = f"{runs_of_100(row['above_limit'])} runs above the {estimate.limit_name}, {likelihood(row['above_limit'])}"
    return f"{first}: {above}. {point} {sources}".rstrip() + "."


def varying(estimate: Estimate) -> pd.DataFrame:
    """The factors of the tornado that explain some of the spread, the one that explains most first."""
    rows = estimate.tornado
    return rows[rows["variance_share"] > 0].sort_values("variance_share", ascending=False, kind="stable")


def tornado_headline(estimate: Estimate) -> str:
    """The finding of the tornado: what is known least, and whether a single one reaches the limit."""
    rows = varying(estimate)
    if rows.empty:
        return "Every factor is fixed: nothing is left to vary"
    first = f"{rows.iloc[0]['title']} is what is known least{_unseen_too(estimate)}"
    if not has_limit(estimate):
        return first
    every = estimate.tornado
    above = float(every["middle"].iloc[0]) > estimate.limit_volume
    others = every[
        every["volume_low"] <= estimate.limit_volume if above else every["volume_high"] > estimate.limit_volume
    ]
    limit = f"the {estimate.limit_name}"
    if others.empty:
        return f"{first}; no factor’s 90% range alone reaches {limit}"
    if len(others) == 1:
        alone = "its" if others["title"].iloc[0] == rows.iloc[0]["title"] else f"“{others['title'].iloc[0]}” with its"
        return f"{first}; {alone} 90% range alone reaches {limit}"
    return f"{first}; the 90% ranges of {in_words(len(others))} factors each reach {limit}"


def _unseen_too(estimate: Estimate) -> str:
    # The tornado allows for trips not seen even where the reader's numbers leave them out: they are known least of all.
    return "" if estimate.series == "all" else ", trips not seen included"


def next_sentence(estimate: Estimate) -> str:
    """What to collect next: the factor that explains most of the spread, and the one after it."""
    rows = varying(estimate)
    if rows.empty:
        return "Nothing varies, so nothing would narrow the estimate."
    first = rows.iloc[0]
    sentence = f"What to collect next: “{first['title']}” explains {share(first['variance_share'])} of the spread"
    if len(rows) > 1:
        second = rows.iloc[1]
        sentence += f", “{second['title']}” {share(second['variance_share'])}"
    return f"{sentence}{_unseen_too(estimate)}."


def share(part: float) -> str:
    """A part of the whole in whole percent, never nothing and never all: "46%", "under 1%"."""
    return percent(part)


def _by_nearness(rows: pd.DataFrame) -> pd.DataFrame:
    """The assumptions that suffice, the one whose needed value is likeliest first; among equals the shorter way."""
    way = (rows["needed_q50"] - rows["assumed_q50"]).abs() / rows["assumed_q50"].abs().clip(lower=1e-9)
    nearness = pd.DataFrame({"runs": -rows["runs"].fillna(0), "way": way})
    return rows.loc[nearness.sort_values(["runs", "way"], kind="stable").index]


def _others(further: pd.DataFrame, unable: pd.DataFrame) -> list[str]:
    sentences = []
    if len(further):
        parts = [
            f"“{row['title']}” {_direction(row)} {factor_with_unit(row['needed_q50'], row['unit'])} "
            f"({runs_of_100(row['runs'])} runs)"
            for _, row in further.iterrows()
        ]
        sentences.append(f"The next ones: {listed(parts)}.")
    if len(unable):
        titles = listed([f"“{title}”" for title in unable["title"]])
        sentences.append(f"Within {'its range' if len(unable) == 1 else 'their ranges'}, alone, {titles} cannot.")
    return sentences


def _goal(estimate: Estimate) -> str:
    above = float(total_of(estimate)["q50"]) > estimate.limit_volume
    return f"back under the {estimate.limit_name}" if above else f"above the {estimate.limit_name}"


def _direction(row: pd.Series) -> str:
    return str(row["side"])


def _needed(row: pd.Series) -> str:
    value = factor_with_unit(row["needed_q50"], row["unit"])
    ends = factor_range(row["needed_q05"], row["needed_q95"], row["unit"])
    return f"{_direction(row)} {value} (90% range {ends})" if ends not in value else f"{_direction(row)} {value}"


def _assumed(row: pd.Series) -> str:
    value = factor_with_unit(row["assumed_q50"], row["unit"])
    if row["fixed"]:
        return f"{value} fixed"
    if row["assumed_q05"] == row["assumed_q95"]:
        return f"{value} assumed"
    return f"{value} assumed ({factor_range(row['assumed_q05'], row['assumed_q95'], row['unit'])})"


def _lie(runs: float) -> str:
    return f"{runs_of_100(runs)} runs {verbs(runs, 'lie')}"


def _part(value: float) -> str:
    near = min(PARTS, key=lambda part: abs(part - value))
    return PARTS[near] if abs(near - value) <= ABOUT else ""


def _records(assumption_id: str, evidence: Evidence) -> tuple[str, ...]:
    """The records that an assumption names and that are sound."""
    assumptions = evidence.assumptions
    found = assumptions.by_id.get(assumption_id) if assumptions else None
    return tuple(one for one in (found.records if found else ()) if one in evidence.record_by_id)
