"""What the estimate says, in words: every modelled number is rounded to what it carries and stands with its range."""

from datetime import date
from math import isfinite, isnan

import pandas as pd

from components.letters import capital
from components.sentences.against_limit import refs, units
from components.sentences.model.against import by_whom, counted, whose
from components.theme import day, likelihood, modelled, modelled_range, number, quantity_in_words, read_by, runs_of_100
from data.estimate.result import Estimate, NotEstimated
from data.frames.reported import reported_frame
from data.models.dates import MONTHS
from data.models.evidence import Evidence
from data.models.periods import limit_period

# From here on a date is said without the share of runs that have one; below, only with it.
NEARLY_ALWAYS = 0.95
SOMETIMES = 0.5
DISAGREEMENT = "Shown as a disagreement, not averaged away."


def not_estimated(result: NotEstimated) -> str:
    """Why there is no estimate, as a reader is told it."""
    return f"{result.reason.strip().rstrip('.')}."


def how_to_estimate(result: NotEstimated) -> str:
    """The same, and what a curator can do about it."""
    remedy = result.remedy.strip().rstrip(".")
    return f"{not_estimated(result)} {remedy}." if remedy else not_estimated(result)


def has_limit(estimate: Estimate) -> bool:
    """True if there is a limit to set the model against."""
    return isfinite(estimate.limit_volume)


def about(row: pd.Series, unit: str = "") -> str:
    """Median and 90% range of a row of quantiles: "about 790,000 barrels (90% range 550,000–1,100,000)"."""
    middle, ends = f"about {modelled(row['q50'])} {unit}".rstrip(), modelled_range(row["q05"], row["q95"])
    return f"{middle} (90% range {ends})" if "–" in ends else f"{middle} in nearly all runs"


def trips_in_words(estimate: Estimate) -> str:
    """On which trips the series in front rests: "43 trips counted, and those not seen"."""
    return f"{estimate.trips_words}{', and those not seen' if estimate.series == 'all' else ''}"


def behind_trips(estimate: Estimate) -> tuple[str, ...]:
    """What counts the trips; the reader's own number has nothing behind it."""
    assumed = estimate.inputs.assumptions
    return () if estimate.settings.count is not None else (*assumed.trips_claims, *assumed.trips_records)


def volume_sentence(estimate: Estimate, evidence: Evidence) -> str:
    """What the model gives for the series in front, with what it rests on."""
    unit = units(evidence, estimate.unit, 2)
    row = estimate.total
    sources = refs((*estimate.claim_ids, *estimate.record_ids))
    return f"{capital(trips_in_words(estimate))}: {about(row, unit)} {sources}".rstrip() + "."


def probability_sentence(estimate: Estimate) -> str:
    """How many runs lie above the limit, with the word for it; without a limit, that there is none."""
    above = float(estimate.total["above_limit"])
    if not has_limit(estimate) or isnan(above):
        return "No limit is given in this unit, so no probability of passing one can be stated."
    first = f"In {runs_of_100(above)} runs the modelled volume{counted(estimate)} is above the {estimate.limit_name}"
    return f"{first}: {likelihood(above)}{_other_probability(estimate)}."


def other_comparison(estimate: Estimate) -> Estimate | None:
    """The same runs in the comparison that the reader does not look at; None where there is only one."""
    others = [one for one in estimate.comparisons if one != estimate.comparison]
    return estimate.compared(others[0]) if others else None


def _other_probability(estimate: Estimate) -> str:
    other = other_comparison(estimate)
    if other is None:
        return ""
    above = float(other.total["above_limit"])
    return f"; {whose(other.comparison, other)} in {runs_of_100(above)}: {likelihood(above)}"


def reported_row(estimate: Estimate, evidence: Evidence, volumes: pd.DataFrame | None = None) -> pd.Series | None:
    """The row of the reported number beside which the estimate stands; None if there is none in its unit.

    It is looked up in `volumes`, where that frame is at hand.
    """
    if isnan(estimate.reported):
        return None
    rows = reported_frame(evidence) if volumes is None else volumes
    reported = rows[rows["series"] == "reported"]
    said = reported[reported["claim_ids"].map(lambda ids: tuple(ids) == estimate.inputs.said).astype(bool)]
    return None if said.empty else said.iloc[0]


def reported_sentence(estimate: Estimate, evidence: Evidence, volumes: pd.DataFrame | None = None) -> str:
    """How many runs pass the reported number, which is looked up as in reported_row; empty without one."""
    row, above = reported_row(estimate, evidence, volumes), float(estimate.total["above_reported"])
    if row is None or isnan(above):
        return ""
    what = f"{quantity_in_words(row['operator'], row['volume'], row['high'])} {units(evidence, estimate.unit, 2)}"
    passed = f"In {runs_of_100(above)} runs the modelled volume is above {number(estimate.reported)}"
    reader = read_by(row["number_read_by"])
    return f"{passed}: {likelihood(above)}. Reported are {what}{reader} {refs(row['claim_ids'])}."


def dots_above(estimate: Estimate) -> tuple[int, int]:
    """How many of the equally likely outcomes are above the limit, and of how many."""
    shown = estimate.outcomes
    return int(shown["above_limit"].sum()), len(shown)


def dots_headline(estimate: Estimate, evidence: Evidence) -> str:
    """The finding of the dots: "49 of 50 equally likely outcomes are above the cap"."""
    if not has_limit(estimate):
        middle = modelled(estimate.total["q50"])
        return f"Half of the equally likely outcomes lie above {middle} {units(evidence, estimate.unit, 2)}"
    above, total = dots_above(estimate)
    if above == 0:
        return f"None of {total} equally likely outcomes{counted(estimate)} is above the {estimate.limit_name}"
    many = f"All {total}" if above == total else f"{above} of {total}"
    verb = "is" if above == 1 else "are"
    return f"{many} equally likely outcomes{counted(estimate)} {verb} above the {estimate.limit_name}"


def cumulative_headline(estimate: Estimate, evidence: Evidence) -> str:
    """The finding of the cumulative line: between which months the limit was passed, or how seldom it is."""
    if not has_limit(estimate):
        total = about(estimate.total, units(evidence, estimate.unit, 2))
        return f"By {day(estimate.last)} the model reaches {total}"
    share, limit = _crossing_share(estimate), f"the {estimate.limit_name}"
    if not share > 0:
        return f"{_runs(share or 0.0, 'pass')} {limit} by {_end(estimate)}"
    months, trips = _months(estimate), _these_trips(estimate)
    if share >= NEARLY_ALWAYS:
        pace = "the observed" if estimate.settings.count is None else "this"
        return f"At {pace} pace {trips} pass {limit} {months}"
    if share >= SOMETIMES:
        return f"{capital(trips)} pass {limit} {months} in {runs_of_100(share)} runs"
    return f"In {runs_of_100(share)} runs {trips} pass {limit} by {_end(estimate)}"


def _these_trips(estimate: Estimate) -> str:
    """What passes the limit: "these trips, with what else was notified,", "these trips alone"."""
    return f"these trips{counted(estimate)}" if estimate.comparison == "joint" else "these trips alone"


def _end(estimate: Estimate) -> str:
    """The last day that counts: that of the last trip, or with what else was notified that of the limit's period."""
    limit = estimate.inputs.limit
    joint = limit and estimate.comparison == "joint"
    return day(limit_period(estimate.first, limit)[1] if limit and joint else estimate.last)


def crossing_words(estimate: Estimate, limit_name: str = "") -> tuple[str, ...]:
    """The label at the crossing, line by line; the first says the date, or how few runs have one.

    `limit_name` is what the limit is called where its name has no room.
    """
    share, limit_name = _crossing_share(estimate), limit_name or estimate.limit_name
    name = capital(limit_name)
    if not share > 0:
        return (_runs(share or 0.0, "pass"), f"the {limit_name} by then")
    row = estimate.crossed
    first, last = (short_day(row[key], estimate) for key in ("q05", "q95"))
    when = f"about {short_day(row['q50'], estimate)}"
    by = by_whom("joint", estimate) if estimate.comparison == "joint" else "by these trips alone"
    window = f"{by}; 90%: {first}–{last}"
    if share == 1:
        return (f"{name} passed {when}", window)
    runs = f"{runs_of_100(share)} runs"
    if share >= SOMETIMES:
        return (f"{name} passed {when}", window, f"of the {runs} that pass it")
    return (f"{name} passed in {runs}", f"in those {when}", window)


def crossing_sentence(estimate: Estimate) -> str:
    """When these trips alone pass the limit, with the range of days, and on what spread of trips that rests."""
    if not has_limit(estimate):
        return "Without a limit there is no day on which it is passed."
    share, limit = _crossing_share(estimate), f"the {estimate.limit_name}"
    window = f"spread evenly from {day(estimate.first)} to {day(estimate.last)}"
    trips = _these_trips(estimate).rstrip(",")
    if not share > 0:
        return f"{_runs(share or 0.0, 'pass')} {limit} by {_end(estimate)}, {window}. {_otherwise(estimate)}".rstrip()
    when = _about_the_day(estimate.crossed)
    if share == 1:
        return f"{capital(trips)}, {window}, pass {limit} {when}. {_otherwise(estimate)}".rstrip()
    runs = runs_of_100(share)
    return f"In {runs} runs {trips}, {window}, pass {limit}; in those {when}. {_otherwise(estimate)}".rstrip()


def _about_the_day(row: pd.Series) -> str:
    if row["q05"] == row["q95"]:
        return f"on {day(row['q50'])}"
    return f"about {day(row['q50'])} (90% range {day(row['q05'])} to {day(row['q95'])})"


def _otherwise(estimate: Estimate) -> str:
    """The day in the other comparison; empty where there is only one."""
    other = other_comparison(estimate)
    if other is None:
        return ""
    share, words = _crossing_share(other), by_whom(other.comparison, other)
    if not share > 0:
        return f"{capital(words)} no run passes it by {_end(other)}."
    often = "" if share == 1 else f" in {runs_of_100(share)} runs, in those"
    return f"{capital(words)} it is passed{often} {_about_the_day(other.crossed)}."


def tension_sentences(estimate: Estimate, evidence: Evidence) -> list[str]:
    """What is stated by others and what the model says to it: one entry for each disagreement."""
    return [_tension(row, estimate, evidence) for _, row in estimate.disagreements.iterrows()]


def tension_words(row: pd.Series, estimate: Estimate, evidence: Evidence) -> tuple[str, str]:
    """The label of a disagreement on the chart: who stated it by when, and how many runs reach it by then."""
    record = evidence.record_by_id.get(row["record_id"])
    said_by = record.said_by if record else str(row["record_id"])
    runs = runs_of_100(float(row[f"probability_{estimate.series}"]))
    return f"By {short_day(row['day'], estimate)}: {said_by}", f"model: {runs} runs" if runs else "not in the model"


def short_day(moment: date, estimate: Estimate) -> str:
    """A day on the chart, with its year only where the chart spans two: "9 Aug", "9 Jan 2025"."""
    if pd.isna(moment):
        return "no day"
    return f"{moment.day} {moment:%b}" if estimate.first.year == estimate.last.year else day(moment)


def verbs(share: float, verb: str) -> str:
    """The verb for so many runs: one of them passes, others pass."""
    if runs_of_100(share) != "1 of 100":
        return verb
    return f"{verb}es" if verb.endswith(("s", "ch")) else f"{verb[:-1]}ies" if verb.endswith("y") else f"{verb}s"


def _tension(row: pd.Series, estimate: Estimate, evidence: Evidence) -> str:
    record = evidence.record_by_id.get(row["record_id"])
    said_by, said = (record.said_by, getattr(record, "statement", "")) if record else ("A record", "")
    carriage = evidence.case.subject.carriage
    alone = f" {carriage} alone" if carriage else ""
    published, by = getattr(record, "published", None), day(row["day"])
    when = f"on {day(published)}" if published else f"for {by}"
    what = f": {said.strip().rstrip('.')}" if said else f" that so much had come by {by}"
    agree = float(row[f"probability_{estimate.series}"]) > SOMETIMES
    agrees = "On this the statement and the model agree." if agree else DISAGREEMENT
    volume = f"{number(row['volume'])} {units(evidence, estimate.unit, row['volume'])}"
    return (
        f"{said_by} stated {when}{what} {refs((row['record_id'],))}. {_reach(row, estimate)} {volume} by "
        f"{by}{alone}. {agrees}"
    )


def _reach(row: pd.Series, estimate: Estimate) -> str:
    """How many runs reach it: "Fewer than 1 of 100 runs reach"."""
    share = float(row[f"probability_{estimate.series}"])
    return "No run is known to reach" if isnan(share) else _runs(share, "reach")


def _runs(share: float, verb: str) -> str:
    """Runs and what they do, at the head of a sentence: "34 of 100 runs pass", "1 of 100 runs passes"."""
    return f"{capital(runs_of_100(share))} runs {verbs(share, verb)}"


def _crossing_share(estimate: Estimate) -> float:
    return float(estimate.crossed["share"])


def _months(estimate: Estimate) -> str:
    """The months of the 90% range: "between June and October", "in August"."""
    row = estimate.crossed
    first, last = row["q05"], row["q95"]
    years = first.year != last.year
    names = [f"{MONTHS[moment.month - 1]}{f' {moment.year:04}' if years else ''}" for moment in (first, last)]
    return f"in {names[0]}" if names[0] == names[1] else f"between {names[0]} and {names[1]}"


def lead(estimate: Estimate, evidence: Evidence) -> str:
    """What is modelled and how likely it is above what it is held against: the first sentences of the page."""
    return f"{volume_sentence(estimate, evidence)} {probability_sentence(estimate)}"


def crossing_and_tensions(estimate: Estimate, evidence: Evidence) -> str:
    """When it is passed, and the published statements that differ."""
    return " ".join([crossing_sentence(estimate), *tension_sentences(estimate, evidence)])
