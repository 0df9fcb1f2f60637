"""The slide of the gauge: one reported volume on a half dial of whole limits, with the model's band."""

import pandas as pd

from components.figures import captioned
from components.scene.text import cut, headline
from components.scene.things import CONTENT, SMALL_POINTS, Paragraph, Slide
from components.sentences.against_limit import (
    against_what,
    no_document,
    refs,
    reported_headline,
    scope_sentence,
    units,
    why_not_compared,
    window_sentence,
)
from components.sentences.conditions import condition_sentences
from components.sentences.gauge import BOUNDS
from components.sentences.model.estimate import not_estimated
from components.sentences.model.modelled import model_sentence
from components.sentences.sources import source_lines
from components.slides.figure import drawn
from components.slides.view import View
from components.slides.words.limits import of_the_period, shorter
from components.slides.words.notes import notes
from components.slides.words.prose import linked
from components.theme import day
from data.models.evidence import Evidence

PART = "gauge"
MOST_BELOW = 2  # lines
STANDINGS = {
    "above": "The reported number lies above the limit",
    "within": "The reported number does not pass the limit",
    "open": "It is open whether the reported number passes the limit",
}
OF_A_MINIMUM = {
    "below": "The reported number lies below the minimum",
    "within": "The reported number reaches the minimum",
    "open": "It is open whether the reported number is enough",
}


def slides(view: View) -> list[Slide]:
    """The gauge; without a number or without a limit an empty track that says why."""
    evidence, row, limit = view.evidence, view.volume, view.evidence.headline_limit
    estimate = view.estimate if of_the_period(view) else None
    claims = (*(row["claim_ids"] if row is not None else ()), *(limit.claims if limit else ()))
    claims += estimate.claim_ids if estimate else ()
    records = (*(limit.records if limit else ()), *(estimate.record_ids if estimate else ()))
    alt = captioned.gauge_in_words(row, evidence, estimate)
    (found,) = drawn(lambda look: captioned.gauge(row, evidence, look, estimate), "Gauge", alt, view, _below(view))
    told = (reported_headline(row, evidence), scope_sentence(row, limit), window_sentence(row, evidence))
    words = [_stopped(part) for part in (*told, _model_in_words(view)) if part] + condition_sentences(evidence)
    return [
        Slide(
            PART,
            title(row, evidence),
            found.things,
            source_lines(claims, evidence, record_ids=records, model=estimate),
            notes(view, claims, records, model=True, words=words),
            view.links.to("volumes", claim=row["claim_ids"][0] if row is not None else ""),
            empty=row is None and evidence.complete,
        )
    ]


def title(row: pd.Series | None, evidence: Evidence) -> str:
    """The finding of the gauge in at most 55 characters."""
    forms = shorter(reported_headline(row, evidence), evidence)
    if row is None:
        none = f"{no_document(evidence)} gives a number" if evidence.complete else "No sound number can be shown"
        return headline(*forms, none)
    if not row["comparable"] or evidence.headline_limit is None:
        return headline(*forms, "The reported number cannot be set against a limit")
    named, unnamed = forms[:-1], forms[-1:]
    brief = [[form.replace("Reported deliveries are", "Reported:") for form in some] for some in (named, unnamed)]
    standings = OF_A_MINIMUM if evidence.headline_limit.is_minimum else STANDINGS
    return headline(*named, *brief[0], *unnamed, *brief[1], standings[row["standing"]])


def _below(view: View) -> tuple[Paragraph, ...]:
    """What the keys of the figure do not say: whose number it is, why it is not drawn, and why there is no model."""
    row, keyed, told = view.volume, of_the_period(view), list[str]()
    if row is not None and not row["comparable"]:
        limit, reason = against_what(row, view.evidence), why_not_compared(row, view.evidence)
        told.append(f"Reported {refs(row['claim_ids'])}: not set against {limit}, because {reason}.")
    elif row is not None and not keyed:
        bound = f", {BOUNDS[row['operator']]}" if row["operator"] in BOUNDS else ""
        told.append(f"Outer arc: reported {refs(row['claim_ids'])}{bound}.")
    if not keyed:
        told.append(_model_in_words(view))
    words = cut(" ".join(told), CONTENT.width, SMALL_POINTS, MOST_BELOW)
    return (linked(words, view),) if words else ()


def _stopped(words: str) -> str:
    return f"{words.rstrip('.')}."


def _model_in_words(view: View) -> str:
    """The model's finding; without one, or with one of another period, that."""
    estimate = view.estimate
    if estimate is None:
        return f"No model: {not_estimated(view.not_estimated)}" if view.not_estimated else "Nothing is estimated."
    if not of_the_period(view):
        trips = f"{day(estimate.first)} to {day(estimate.last)}"
        return f"The model counts trips from {trips}, in another period of the limit: it is not set beside this number."
    return model_sentence(estimate, units(view.evidence, estimate.unit, 2))
