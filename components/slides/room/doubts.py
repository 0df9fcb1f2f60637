"""What would change our mind, for a room: what would have to be true, what to look for, what is at odds."""

from collections.abc import Iterator, Sequence

from components.letters import capital
from components.scene.things import CONTENT, PALETTE, Place, Shape, Slide, Text
from components.sentences.against_limit import scope_sentence
from components.sentences.counts import in_words
from components.sentences.model import beliefs
from components.sentences.model.estimate import has_limit, tension_sentences, tension_words
from components.slides.confidence import gaps, weak_sources
from components.slides.room.sheet import said, shown, spread
from components.slides.view import View
from components.theme import shortened
from data.estimate.result import Estimate
from data.estimate.rounding import percent

PART = "room-doubts"
MOST, MOST_WORDS, BAR, BESIDE, MOST_GAP = 4, 19, 0.08, 0.25, 0.7
POINTS, MOST_NAMED = 24.0, 60  # characters of who states another day
UNKNOWN = "What is not known could still change the answer"


def slides(view: View) -> list[Slide]:
    """What would have to be true for the other answer, and what is not known; no slide where there is no answer."""
    if view.volume is None and view.estimate is None:
        return []
    told = list(dict.fromkeys(filter(None, (*_of_the_model(view), *gaps(view)))))
    estimate, evidence = view.estimate, view.evidence
    words = [*told, *weak_sources(evidence)]
    words += [beliefs.beliefs_sentence(estimate, evidence), *tension_sentences(estimate, evidence)] if estimate else []
    claims = [*(() if view.volume is None else view.volume["claim_ids"]), *(estimate.claim_ids if estimate else ())]
    records = [*estimate.record_ids, *estimate.disagreements["record_id"]] if estimate else ()
    link = view.links.to("method" if estimate else "documents")
    return [shown(PART, _titles(view), _rows(told[:MOST], view), view, link, claims, records, words)]


def _rows(told: Sequence[str], view: View) -> list[Text | Shape]:
    """The sentences behind a bar each, spread over the slide."""
    place = Place(CONTENT.x + BESIDE, 0.0, CONTENT.width - BESIDE, 0.0)
    texts = [said("Doubt", one, place, view, points=POINTS, words=MOST_WORDS) for one in told]
    things: list[Text | Shape] = []
    for at, text in enumerate(spread(texts, MOST_GAP)):
        bar = Place(CONTENT.x, text.place.y + 0.05, BAR, text.place.height - 0.1)
        things += [Shape("Bar", bar, "rectangle", "", fill=PALETTE.ticks if at else PALETTE.model), text]
    return things


def _titles(view: View) -> list[str]:
    estimate = view.estimate
    if estimate is None or not has_limit(estimate):
        return [UNKNOWN]
    many, goal = len(beliefs.reaching(estimate)), beliefs.goal_of(estimate)
    if not many:
        return [f"No single assumption would bring it {goal}", "No single assumption, in its range, turns the answer"]
    verb = "assumption could" if many == 1 else "assumptions could"
    return [f"{capital(in_words(many))} {verb} turn the answer, each alone", UNKNOWN]


def _of_the_model(view: View) -> Iterator[str]:
    estimate = view.estimate
    if estimate is None or not has_limit(estimate):
        return
    yield _needed(estimate)
    if rows := beliefs.varying(estimate):
        yield f"Collect next: “{rows[0]['title']}”, which explains {percent(rows[0]['variance_share'])} of the spread."
    for _, row in estimate.disagreements.head(1).iterrows():
        who, runs = tension_words(row, estimate, view.evidence)
        told = shortened(f"Passed {who[:1].lower()}{who[1:]}", MOST_NAMED)
        yield f"{told} [{row['record_id']}]; {runs}."
    yield scope_sentence(view.volume, view.evidence.headline_limit)


def _needed(estimate: Estimate) -> str:
    row = beliefs.nearest(estimate)
    goal = beliefs.goal_of(estimate)
    if row is None:
        return f"No single assumption within its range brings the volume {goal}."
    needed, assumed = (
        beliefs.factor_with_unit(row["needed_q50"], row["unit"]),
        beliefs.factor(row["assumed_q50"], row["unit"]),
    )
    return f"“{row['title']}” {row['side']} {needed}, not {assumed}, would bring it {goal}."
