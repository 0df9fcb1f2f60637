"""The method: the formula and its factors, what you must believe, and the weaknesses that were named."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from components.scene.ruled import rows_by_slide, table
from components.scene.text import cut, height
from components.scene.things import CONTENT, Place, Slide, Text, Thing
from components.sentences.against_limit import scope_sentence, window_sentence
from components.sentences.limits import limit_rule
from components.sentences.method import solidity_sentence, weaknesses
from components.sentences.model.beliefs import beliefs_sentence, next_sentence, tornado_headline, varying
from components.sentences.model.calibration import calibration_sentence, figure_sentences
from components.sentences.model.estimate import has_limit, not_estimated
from components.sentences.sources import source_lines
from components.slides.modelled.breakeven import POINTS as BELIEF_POINTS
from components.slides.modelled.breakeven import WIDTHS as BELIEF_WIDTHS
from components.slides.modelled.breakeven import belief_rows, beliefs_titles, reading
from components.slides.modelled.formula import POINTS, factor_rows, formula, named
from components.slides.modelled.formula import WIDTHS as FACTOR_WIDTHS
from components.slides.view import View
from components.slides.words.findings import finding
from components.slides.words.notes import notes
from components.slides.words.prose import linked, panel, sentences_by_slide, signed
from data.estimate.result import Estimate
from data.models.assumptions import Assumptions

PART = "method"
LARGE_POINTS, SENTENCE_POINTS, SENTENCE_LINES, GAP = 16.0, 14.0, 3, 0.18
HALF = CONTENT._replace(height=(CONTENT.height - GAP) / 2)
CELL_LINES = (3, 2)  # so that a row or two do not take a slide of their own
WEAKNESSES = "Known weaknesses"
LEFT = sum(BELIEF_WIDTHS)
RIGHT = Place(CONTENT.x + LEFT + 0.3, CONTENT.y, CONTENT.width - LEFT - 0.3, CONTENT.height)


def slides(view: View) -> list[Slide]:
    """Factors, then break-even values beside the weaknesses; each continues where it is long."""
    assumptions = view.evidence.assumptions
    if assumptions is None:
        return [_unmodelled(view)]
    return [*_factors(view, assumptions), *_beliefs(view)]


def _unmodelled(view: View) -> Slide:
    """Why nothing is modelled, and how what is reported is read."""
    limit = view.evidence.headline_limit
    why = [not_estimated(view.not_estimated) if view.not_estimated else "", *weaknesses(view.evidence)]
    read = [
        scope_sentence(view.volume, limit),
        window_sentence(view.volume, view.evidence),
        limit_rule(limit) if limit else "The case names no limit, or it is withheld.",
        "A number keeps its operator everywhere: a floor is never drawn or counted as the number itself.",
    ]
    upper = panel("Nothing modelled", "Why nothing is modelled", why, HALF, view, LARGE_POINTS)
    below = HALF._replace(y=upper.place.bottom + GAP)
    things = [upper, panel("Reading", "How the reported number is read", read, below, view, LARGE_POINTS)]
    return _slide(view, "Nothing is modelled in this case", things, _notes(view, (*why, *read)))


def _factors(view: View, assumptions: Assumptions) -> list[Slide]:
    """The formula in a sentence, and below it each factor with its range and its reason."""
    sentence = formula(view.estimate, view.evidence) if view.estimate else _why_not(view)
    stress = named(view.estimate) if view.estimate else ()
    above = _sentence("Formula", sentence, CONTENT.width, view, stress)
    y = above.place.bottom + GAP
    alt = "Each factor of the formula with its range, how solid it is, and why it is believed."
    for most in CELL_LINES:
        first, *rows = factor_rows(view, assumptions, most)
        pages = rows_by_slide(first, rows, FACTOR_WIDTHS, CONTENT.bottom - y, POINTS)
        if len(pages) == 1:
            break
    text = _notes(view, (sentence, solidity_sentence(assumptions), *_reasons(assumptions)))
    return [
        _slide(
            view,
            finding(_factor_titles(view.estimate), place, len(pages)),
            [above, table("Factors", page, FACTOR_WIDTHS, y, alt, points=POINTS)],
            text,
        )
        for place, page in enumerate(pages, 1)
    ]


def _beliefs(view: View) -> list[Slide]:
    """What you must believe beside the weaknesses; where there is no table, the weaknesses have the slide."""
    told = list(weaknesses(view.evidence))
    weak = sentences_by_slide(told, view, RIGHT.width, RIGHT.height)
    left = _left(view)
    estimate = view.estimate
    text = _notes(view, (*(_found(estimate, view) if estimate else ()), *told))
    titles = beliefs_titles(estimate) if estimate and has_limit(estimate) else (WEAKNESSES,)
    pages = list(zip_longest(left, weak))
    made = []
    for place, (believed, some) in enumerate(pages, 1):
        beside = RIGHT if believed else CONTENT
        shown = [panel(WEAKNESSES, WEAKNESSES, some, beside, view)] if some else []
        things = [*(believed or []), *shown]
        made.append(_slide(view, finding(titles, place, len(pages)), things, text))
    return made


def _found(estimate: Estimate, view: View) -> list[str]:
    """What moves the model to the limit, and how it lies to the figures that others published."""
    evidence = view.evidence
    published = [calibration_sentence(estimate, evidence), *figure_sentences(estimate, evidence)]
    return [beliefs_sentence(estimate, evidence), next_sentence(estimate), *published]


def _left(view: View) -> list[list[Thing]]:
    """The table of break-even values and how to read it, slide by slide; a sentence where no limit can be reached."""
    estimate = view.estimate
    if estimate is None:
        return []
    if not has_limit(estimate) or estimate.beliefs.empty:
        return [[_sentence("No limit", beliefs_sentence(estimate, view.evidence), LEFT, view)]]
    below = _sentence("How to read it", reading(estimate), LEFT, view)
    first, *rows = belief_rows(estimate)
    alt = "For each assumption what is assumed, and what one would have to believe in its place."
    room = CONTENT.height - below.place.height - GAP
    pages: list[list[Thing]] = []
    for page in rows_by_slide(first, rows, BELIEF_WIDTHS, room, BELIEF_POINTS):
        believed = table("What you must believe", page, BELIEF_WIDTHS, CONTENT.y, alt, points=BELIEF_POINTS)
        pages.append([believed, replace(below, place=below.place._replace(y=believed.place.bottom + GAP))])
    return pages


def _sentence(name: str, sentence: str, width: float, view: View, stress: Sequence[str] = ()) -> Text:
    told = cut(signed(sentence, view), width, SENTENCE_POINTS, SENTENCE_LINES)
    paragraph = linked(told, view, stress)
    tall = height((paragraph,), width, SENTENCE_POINTS)
    return Text(name, Place(CONTENT.x, CONTENT.y, width, tall), (paragraph,), sentence, SENTENCE_POINTS)


def _factor_titles(estimate: Estimate | None) -> tuple[str, ...]:
    if estimate is None:
        return ("What would be assumed if something could be modelled", "What would be assumed")
    rows = varying(estimate)
    if not rows:
        return (tornado_headline(estimate),)
    return (f"{rows[0]['title']} is the biggest unknown", "The formula, and what is assumed in it")


def _why_not(view: View) -> str:
    return not_estimated(view.not_estimated) if view.not_estimated else "Nothing is modelled."


def _reasons(assumptions: Assumptions) -> list[str]:
    return [f"{one.title}: {one.reason} If wrong: {one.if_wrong}" for one in assumptions.assumptions]


def _ids(view: View) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The claims and the cited facts that the assumptions name."""
    assumptions = view.evidence.assumptions
    return (assumptions.claim_ids, assumptions.record_ids) if assumptions else ((), ())


def _notes(view: View, words: Sequence[str]) -> str:
    claim_ids, record_ids = _ids(view)
    return notes(view, claim_ids, record_ids, model=True, words=words)


def _slide(view: View, title: str, things: Sequence[Thing], text: str) -> Slide:
    claim_ids, record_ids = _ids(view)
    source = source_lines(claim_ids, view.evidence, record_ids=record_ids, model=view.estimate)
    return Slide(PART, title, tuple(things), source, text, view.links.to("method"))
