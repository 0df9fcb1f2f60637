"""The statements of the first slide: what is reported, modelled and shared, with short answers and claims."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from components.letters import capital
from components.scene.things import PALETTE
from components.sentences.against_limit import counted_in, overview_sentence, refs, step_words, units
from components.sentences.comparison import comparison_headline, of_those_read
from components.sentences.counts import count, in_words, listed
from components.sentences.model import estimate as sentences
from components.sentences.model.calibration import calibration_headline
from components.sentences.model.estimate import about
from components.slides.view import View
from components.theme import day, modelled, quantity, runs_of_100
from data.estimate.result import Estimate
from data.frames.comparison import readings_of

MOST_APART, MOST_CLAIMS = 3, 4
OTHERS = {
    "compatible": ("is compatible", "are compatible"),
    "same-origin": ("goes back to one origin", "go back to one origin each"),
    "different-things": ("names different things", "name different things"),
    "check-wording": ("has a wording to be checked", "have a wording to be checked"),
}


class Statement(NamedTuple):
    """A sentence with its claims, what it is about, its answer in a few words, and its colour."""

    about: str
    answer: str
    sentence: str
    colour: str


def statements(view: View) -> Iterator[Statement]:
    """Three to five of them, in their order; a likelihood stands with its range, and never beside a confidence."""
    yield _reported(view)
    if view.estimate is not None:
        yield from _modelled(view.estimate, view)
    elif view.not_estimated is not None:
        yield Statement("Modelled", "nothing", sentences.not_estimated(view.not_estimated), PALETTE.model)
    yield _shared(view.comparison)


def _reported(view: View) -> Statement:
    row, evidence = view.volume, view.evidence
    documents = {one["document"] for one in view.volume_rows if one["series"] == "reported"}
    sentence, answer = overview_sentence(row, evidence, len(documents)), "no number"
    if row is not None:
        unit = counted_in(row, evidence)
        answer = f"{step_words(row['change'])}{quantity(row['operator'], row['volume'], row['high'])} {unit}"
    return Statement("Reported", answer, sentence, PALETTE.ink)


def _modelled(estimate: Estimate, view: View) -> Iterator[Statement]:
    """What the model says of the limit, of the reported number, and of the day on which the limit was passed."""
    total, unit = estimate.total, units(view.evidence, estimate.unit, 2)
    trips = sentences.trips_in_words(estimate)
    volume = f"{capital(trips)}: {about(total, unit)} {refs(sentences.behind_trips(estimate))}".rstrip()
    yield Statement(
        "Modelled",
        f"about {modelled(total['q50'])} {unit}",
        f"{volume}. {sentences.probability_sentence(estimate)}",
        PALETTE.model,
    )
    if beside := sentences.reported_sentence(estimate, view.evidence, view.volumes):
        above = runs_of_100(float(total["above_reported"]))
        # How unlikely the model finds a number is never said without how it lies to what others published.
        told = f"{published}. {beside}" if (published := calibration_headline(estimate)) else beside
        yield Statement("Model above the reported number", f"{above} runs", told, PALETTE.model)
    if sentences.has_limit(estimate):
        passed = f"{estimate.limit_name} passed"
        yield Statement(passed, _when(estimate), sentences.crossing_sentence(estimate), PALETTE.limit)


def _when(estimate: Estimate) -> str:
    """The day, or in how few runs there is one."""
    row = estimate.crossed
    often = float(row["share"]) >= sentences.SOMETIMES
    return f"about {day(row['q50'])}" if often else f"in {runs_of_100(float(row['share']))} runs"


def _shared(comparison: pd.DataFrame) -> Statement:
    """Where the documents stand alone, where they part, with the claims, and how the other questions are read."""
    finding, read = comparison_headline(comparison), readings_of(comparison)
    readings = Counter(read)
    others = [
        f"{in_words(readings[reading])} {one if readings[reading] == 1 else many}"
        for reading, (one, many) in OTHERS.items()
        if reading in readings
    ]
    rest = f" Of the others {listed(others)}." if others else ""
    answer = f"{readings['one-document']} of {count(len(read), 'question')}" if read else "no question yet"
    sentence = f"{capital(finding)}{_apart(comparison)}.{rest}"
    about = f"In a single document{of_those_read(comparison) or ' only'}"
    return Statement(about, answer, sentence, PALETTE.secondary)


def _apart(comparison: pd.DataFrame) -> str:
    """The questions on which documents contradict each other or one itself, the first few with their claims.

    Of documents that contradict each other the first claim of each; of one that contradicts itself all of its claims.
    """
    apart: dict[str, list[str]] = {}
    columns = (comparison[name].tolist() for name in ("reading", "title", "claim_ids"))
    for reading, title, ids in zip(*columns, strict=True):
        if reading == "differ":
            apart.setdefault(title, []).extend(ids[:1])
        elif reading == "against-itself" and len(ids) > 1:
            apart.setdefault(title, []).extend(ids)
    titles = []
    for title, claim_ids in list(apart.items())[:MOST_APART]:
        more = " and others" if len(claim_ids) > MOST_CLAIMS else ""
        titles.append(f"“{title}” {refs(tuple(claim_ids[:MOST_CLAIMS]))}{more}".rstrip())
    return f" ({listed(titles)})" if titles else ""
