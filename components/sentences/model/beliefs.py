"""What one would have to believe, and what to find out next: the factors of the estimate in words."""

from collections.abc import Sequence
from math import floor, inf, isfinite, isnan, log10

import pandas as pd

from components.letters import capital
from components.sentences.against_limit import refs, units
from components.sentences.counts import in_words, listed
from components.sentences.model.against import against
from components.sentences.model.estimate import has_limit, verbs
from components.theme import likelihood, modelled, number, runs_of_100
from data.estimate import rounding
from data.estimate.result import Estimate
from data.estimate.rounding import SHARE, WHOLE, percent
from data.frames.rows import Row, rows_of
from data.models.evidence import Evidence

NEEDED = "Every assumption with the value that would do it, and how much of the spread it explains"


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
    rows = rows_of(estimate.beliefs)
    if not has_limit(estimate) or not rows:
        return "Without a limit there is nothing that an assumption could bring the volume under."
    goal = goal_of(estimate)
    ordered = _within(rows)
    if not ordered:
        return f"No single assumption, moved alone within its range, brings the volume {goal}."
    nearest, *further = ordered
    runs = nearest["runs"]
    sentence = (
        f"Moved alone, the assumption that would most easily bring the volume {goal} is “{nearest['title']}”: "
        f"{_needed(nearest)}, with {_assumed(nearest)}; {runs_of_100(runs)} runs {verbs(runs, 'lie')} there"
    )
    sources = refs(_records(nearest["assumption"], evidence))
    unable = [str(row["title"]) for row in rows if not row["within"]]
    return " ".join([f"{sentence} {sources}".rstrip() + ".", *_others(further, unable)])


def nearest(estimate: Estimate) -> Row | None:
    """The single assumption that would most easily bring the volume to the limit's other side; None if none can."""
    return next(iter(_within(rows_of(estimate.beliefs))), None)


def _within(rows: Sequence[Row]) -> list[Row]:
    return sorted((row for row in rows if row["within"]), key=_nearness)


def load_in_words(row: pd.Series, estimate: Estimate, evidence: Evidence) -> str:
    """One load with its probability and the point calculation beside it."""
    unit = units(evidence, estimate.unit, 2)
    point = f"The point calculation gives {modelled(row['interval_volume'])} {unit}"
    first = f"{capital(row['label'])}"
    sources = refs(tuple(row.get("record_ids", ())))
    if not has_limit(estimate) or pd.isna(row["above_limit"]):
        return f"{first}: {point[0].lower()}{point[1:]} {sources}".rstrip() + "."
    above = f"{runs_of_100(row['above_limit'])} runs above {against(estimate)}, {likelihood(row['above_limit'])}"
    return f"{first}: {above}. {point} {sources}".rstrip() + "."


def varying(estimate: Estimate) -> list[Row]:
    """The rows of the tornado that explain some of the spread, the one that explains most first."""
    rows: list[Row] = [row for row in rows_of(estimate.tornado) if row["variance_share"] > 0]
    return sorted(rows, key=lambda row: -row["variance_share"])


def tornado_headline(estimate: Estimate) -> str:
    """The finding of the tornado: what is known least, and whether a single one reaches the limit."""
    rows = varying(estimate)
    if not rows:
        carried = any(row["middle"] > 0 for row in rows_of(estimate.tornado))
        return (
            "Every factor is fixed: nothing is left to vary" if carried else "Without a trip there is nothing to vary"
        )
    first = f"{rows[0]['title']} is the biggest unknown"
    if not has_limit(estimate):
        return first
    others, bring = reaching(estimate), f"bring the volume {_side(rows[0]['middle'], estimate)} {against(estimate)}"
    if not others:
        return f"{first}; no assumption on its own would {bring}"
    if len(others) == 1:
        alone = "on its own it" if others[0] == rows[0]["title"] else f"“{others[0]}” on its own"
        return f"{first}; {alone} could {bring}"
    return f"{first}; {in_words(len(others))} assumptions could, each on its own, {bring}"


def reaching(estimate: Estimate) -> list[str]:
    """The assumptions that, each alone within its 90% range, take the volume to the other side of the threshold."""
    return [str(row["title"]) for row in rows_of(estimate.tornado) if row["reaches"]]


def next_sentence(estimate: Estimate) -> str:
    """What to collect next: the factor that explains most of the spread, and the one after it."""
    rows = varying(estimate)
    if not rows:
        return "Nothing varies, so nothing would narrow the estimate."
    first = rows[0]
    sentence = f"What to collect next: “{first['title']}” explains {percent(first['variance_share'])} of the spread"
    if len(rows) > 1:
        second = rows[1]
        sentence += f", “{second['title']}” {percent(second['variance_share'])}"
    return f"{sentence}."


def _nearness(row: Row) -> tuple[float, float]:
    """By what assumptions are ordered: the likeliest needed value first; among equals the shorter way.

    Rounded, for two ways that are one on paper differ in their last digit, and not on every processor alike.
    """
    way = abs(row["needed_q50"] - row["assumed_q50"]) / max(abs(row["assumed_q50"]), 1e-9)
    return 0.0 if isnan(row["runs"]) else round(-row["runs"], 9), inf if isnan(way) else round(way, 9)


def _others(further: Sequence[Row], unable: Sequence[str]) -> list[str]:
    sentences = []
    if further:
        parts = [
            f"“{row['title']}” {row['side']} {factor_with_unit(row['needed_q50'], row['unit'])} "
            f"({runs_of_100(row['runs'])} runs)"
            for row in further
        ]
        sentences.append(f"The next ones: {listed(parts)}.")
    if unable:
        titles = listed([f"“{title}”" for title in unable])
        sentences.append(f"Within {'its range' if len(unable) == 1 else 'their ranges'}, alone, {titles} cannot.")
    return sentences


def goal_of(estimate: Estimate) -> str:
    """What would have to become of the volume, for it to be on the other side: "down to the cap", "above the cap"."""
    return f"{side(estimate)} {against(estimate)}"


def side(estimate: Estimate) -> str:
    """Which way the volume would have to go to be on the other side: "down to", or "above"."""
    return _side(float(estimate.total["q50"]), estimate)


def _side(volume: float, estimate: Estimate) -> str:
    return "down to" if volume > estimate.threshold else "above"


def _needed(row: Row) -> str:
    value = factor_with_unit(row["needed_q50"], row["unit"])
    ends = factor_range(row["needed_q05"], row["needed_q95"], row["unit"])
    return f"{row['side']} {value} (90% range {ends})" if ends not in value else f"{row['side']} {value}"


def _assumed(row: Row) -> str:
    value = factor_with_unit(row["assumed_q50"], row["unit"])
    if row["fixed"]:
        return f"{value} fixed"
    if row["assumed_q05"] == row["assumed_q95"]:
        return f"{value} assumed"
    return f"{value} assumed ({factor_range(row['assumed_q05'], row['assumed_q95'], row['unit'])})"


def _records(assumption_id: str, evidence: Evidence) -> tuple[str, ...]:
    """The records that an assumption names and that are sound."""
    assumptions = evidence.assumptions
    found = assumptions.by_id.get(assumption_id) if assumptions else None
    return tuple(one for one in (found.records if found else ()) if one in evidence.record_by_id)
