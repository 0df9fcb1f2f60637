"""The slide of the gauge: one reported volume on a half dial of three times the limit, with the model's band."""

import pandas as pd

from components.scene.text import LINE, POINTS_PER_INCH, cut, headline, height, inches
from components.scene.things import CONTENT, PALETTE, SMALL_POINTS, Paragraph, Place, Run, Slide, Text, Thing
from components.sentences.barrels import (
    against_what,
    barrels_headline,
    no_document,
    refs,
    scope_sentence,
    times_the_limit,
    units,
    why_not_compared,
    window_sentence,
    year_in_words,
)
from components.sentences.conditions import condition_sentences
from components.sentences.gauge import BOUNDS, closest_words, kind_of_number
from components.sentences.model.estimate import about, not_estimated
from components.sentences.model.lines import Lines, lines_of
from components.sentences.model.modelled import in_front, model_sentence, trips_behind
from components.sentences.sources import source_lines
from components.slides import dial
from components.slides.dial_labels import left_label, limit_label, more_label, past_label, tick_label
from components.slides.limits import BOUNDED, SCALE, fitted, of_the_period, short_named, shorter
from components.slides.notes import notes
from components.slides.prose import linked
from components.slides.view import Matter
from components.theme import day, likelihood, modelled_range, quantity
from data.estimate.result import Estimate
from data.models.evidence import Evidence

PART = "gauge"
STANDINGS = {
    "above": "The reported number lies above the limit",
    "within": "The reported number does not pass the limit",
    "open": "It is open whether the reported number passes the limit",
}
HERO_POINTS, LEAST_HERO, HERO_WIDTH = 40.0, 14.0, 3.4
CENTRE_POINTS, MODEL_SIZES = 14.0, (13.0, 12.0, SMALL_POINTS)
CENTRE = Place(4.5, 3.35, 4.334, 2.36)
MODEL = Place(CONTENT.x, 5.74, CONTENT.width, CONTENT.bottom - 5.74)
MOST_STANDING, MOST_SCOPE, MOST_FINDING = 2, 5, 2  # lines


def slides(matter: Matter) -> list[Slide]:
    """The gauge; without a number or without a limit an empty track that says why."""
    evidence, row, limit = matter.evidence, matter.volume, matter.evidence.headline_limit
    estimate = matter.estimate if of_the_period(matter) else None
    claims = (*(row["claim_ids"] if row is not None else ()), *(limit.claims if limit else ()))
    claims += estimate.claim_ids if estimate else ()
    records = (*(limit.records if limit else ()), *(estimate.record_ids if estimate else ()))
    told = (barrels_headline(row, evidence), scope_sentence(row, limit), window_sentence(row, evidence))
    words = [_stopped(part) for part in (*told, _model_in_words(matter)) if part] + condition_sentences(evidence)
    return [
        Slide(
            PART,
            title(row, evidence),
            (*_dial(matter), _centre(matter), _model(matter)),
            source_lines(claims, evidence, record_ids=records, model=estimate),
            notes(matter, claims, records, model=True, words=words),
            matter.links.to("barrels", claim=row["claim_ids"][0] if row is not None else ""),
        )
    ]


def title(row: pd.Series | None, evidence: Evidence) -> str:
    """The finding of the gauge in at most 55 characters."""
    forms = shorter(barrels_headline(row, evidence), evidence)
    if row is None:
        none = f"{no_document(evidence)} gives a number" if evidence.complete else "No sound number can be shown"
        return headline(*forms, none)
    if not row["comparable"] or evidence.headline_limit is None:
        return headline(*forms, "The reported number cannot be set against a limit")
    named, unnamed = forms[:-1], forms[-1:]
    brief = [[form.replace("Reported deliveries are", "Reported:") for form in some] for some in (named, unnamed)]
    return headline(*named, *brief[0], *unnamed, *brief[1], STANDINGS[row["standing"]])


def gauge_in_words(matter: Matter) -> str:
    """Alternative text of the dial."""
    row, limit = matter.volume, matter.evidence.headline_limit
    first = f"Half dial from nothing to three times the {limit.name}." if limit else "Half dial without a limit."
    finding, scope = _stopped(barrels_headline(row, matter.evidence)), scope_sentence(row, limit)
    lines = _lines(matter)
    thin = f"Thin line: {lines.label}." if lines and lines.two else ""
    return " ".join(part for part in (first, finding, scope, thin, _model_in_words(matter)) if part)


def _lines(matter: Matter) -> Lines | None:
    """The lines of the model, where it is of the period of the number."""
    return lines_of(matter.estimate) if matter.estimate and of_the_period(matter) else None


def _stopped(words: str) -> str:
    return f"{words.rstrip('.')}."


def _dial(matter: Matter) -> list[Thing]:
    """Shapes and labels of the dial, those on top last."""
    row, limit, told = matter.volume, matter.evidence.headline_limit, gauge_in_words(matter)
    if limit is None:
        return dial.empty_track(told)
    claims = refs(row["claim_ids"]) if row is not None else ""
    scale = dial.Scale(limit.name, units(matter.evidence, limit.unit, 2), claims, limit.value)
    number = row if row is not None and row["comparable"] else None
    model = in_front(matter.estimate) if matter.estimate and of_the_period(matter) else None
    lines = _lines(matter)
    things = dial.track(scale, told)
    things += dial.reported(number, scale) if number is not None else []
    things += dial.model(model, scale) if model is not None else []
    things += dial.left_mark(lines, scale) if lines else []
    things += [*dial.limit_line(scale), *(dial.tick(times, scale) for times in (0, 2, SCALE))]
    labels = [limit_label(limit), *(tick_label(times, scale) for times in (0, 2, SCALE))]
    labels += left_label(lines, scale) if lines else []
    labels += past_label(_past(number, model, scale.full))
    return [*things, *labels, *(more_label(number, scale, labels) if number is not None else ())]


def _past(number: pd.Series | None, model: pd.Series | None, full: float) -> list[Run]:
    told = []
    if number is not None and (number["high"] if number["operator"] in BOUNDED else number["volume"]) > full:
        told.append(Run("▼ value lies past the scale", bold=True))
    if model is not None and model["q95"] > full:
        verb = "lies" if model["q05"] >= full else "reaches"
        told.append(Run(f"▼ model {verb} past the scale", bold=True, colour=PALETTE.model))
    return told


def _centre(matter: Matter) -> Text:
    """The number with its operator, how it stands to the limit, and what kind of number it is; or why there is none."""
    evidence, row, limit = matter.evidence, matter.volume, matter.evidence.headline_limit
    if row is None:
        return _no_number(matter)
    said, unit = quantity(row["operator"], row["volume"], row["high"]), units(evidence, row["unit"], 2)
    points = HERO_POINTS
    while points > LEAST_HERO and inches(said, points, bold=True) > HERO_WIDTH:
        points -= 1
    comparable = bool(row["comparable"]) and limit is not None
    standing = times_the_limit(row, limit.name) if comparable and limit else ""
    ending = f" reported{f' for {year_in_words(row)}' if not pd.isna(row['year']) else ''} {refs(row['claim_ids'])}"
    unit = cut(unit, CENTRE.width - inches(f"{ending}:", CENTRE_POINTS), CENTRE_POINTS, 1)
    what: Paragraph = linked(f"{unit}{ending}{':' if standing else ''}", matter)
    paragraphs: list[Paragraph] = [(Run(said, bold=True, points=points),), what]
    if standing and limit:
        short = fitted(standing, limit.name, CENTRE.width, CENTRE_POINTS, MOST_STANDING, bold=True)
        paragraphs.append((Run(short, bold=True),))
    scope = _scope(row, evidence)
    room = CENTRE.height - height(paragraphs, CENTRE.width, CENTRE_POINTS)
    most = min(MOST_SCOPE, int(room / (SMALL_POINTS * LINE / POINTS_PER_INCH)))
    short = cut(short_named(scope, limit.name if limit else ""), CENTRE.width, SMALL_POINTS, max(1, most))
    paragraphs.append((Run(short, colour=PALETTE.secondary, points=SMALL_POINTS),))
    alt = f"{said} {unit}{ending} {standing}. {scope}"
    return Text("Reported number", CENTRE, tuple(paragraphs), alt, CENTRE_POINTS, align="center")


def _no_number(matter: Matter) -> Text:
    evidence = matter.evidence
    first = "No number is reported" if evidence.complete else "No sound number can be shown"
    rest = cut(closest_words(evidence), CENTRE.width, CENTRE_POINTS, MOST_SCOPE)
    body = tuple(run if run.link else Run(run.text, colour=PALETTE.secondary) for run in linked(rest, matter))
    paragraphs: tuple[Paragraph, ...] = ((Run(first, bold=True, points=20),), body)
    return Text("No number", CENTRE, paragraphs, f"{first}. {rest}", CENTRE_POINTS, align="center", anchor="middle")


def _scope(row: pd.Series, evidence: Evidence) -> str:
    """What kind of number it is, why it is not compared, and whether it counts what the limit covers."""
    why = f"It is not set against {against_what(row, evidence)}, because {why_not_compared(row, evidence)}."
    reason = "" if row["comparable"] else why
    parts = (kind_of_number(row, evidence), reason, scope_sentence(row, evidence.headline_limit))
    return " ".join(part for part in parts if part)


def _model(matter: Matter) -> Text:
    """What black and blue are, then how many runs pass the limit, with the word for that and its range."""
    estimate = matter.estimate if of_the_period(matter) else None
    told = _model_in_words(matter)
    name = estimate.limit_name if estimate else ""
    for points in MODEL_SIZES:
        finding = fitted(told, name, MODEL.width, points, MOST_FINDING)
        paragraphs = (*_keys(matter, estimate, points), _with_strong(finding, estimate))
        if height(paragraphs, MODEL.width, points) <= MODEL.height:
            break
    else:
        # No name is short enough: the words are cut where the room ends.
        paragraphs = ((Run(cut(told, MODEL.width, points, MOST_FINDING)),),)
    alt = " ".join("".join(run.text for run in paragraph) for paragraph in paragraphs)
    return Text("Model", MODEL, paragraphs, alt, points, align="center")


def _keys(matter: Matter, estimate: Estimate | None, points: float) -> tuple[Paragraph, ...]:
    """One line that names the marks; none where there is no mark."""
    row, keys = matter.volume, []
    limit = matter.evidence.headline_limit
    if limit and row is not None and row["comparable"]:
        bound = f", {BOUNDS[row['operator']]}" if row["operator"] in BOUNDS else ""
        keys += [Run("Black: reported", bold=True), Run(f" {refs(row['claim_ids'])}{bound}")]
    if limit and estimate:
        shown = in_front(estimate)
        band = modelled_range(shown["q05"], shown["q95"])
        told = f"middle half and 90% range {band}" if "–" in band else about(shown)
        keys += [*([Run(". ")] if keys else []), Run("Blue: model", bold=True, colour=PALETTE.model)]
        keys += [Run(f", {trips_behind(estimate, estimate.series)}: {told}")]
    said = "".join(run.text for run in keys)
    if not keys:
        return ()
    return (tuple(keys),) if cut(said, MODEL.width, points, 1) == said else ((Run(cut(said, MODEL.width, points, 1)),),)


def _with_strong(finding: str, estimate: Estimate | None) -> Paragraph:
    """The finding with the likelihood in bold."""
    strong = likelihood(in_front(estimate)["above_limit"]) if estimate else ""
    if not strong or strong not in finding:
        return (Run(finding),)
    before, _, after = finding.partition(strong)
    return (Run(before), Run(strong, bold=True), Run(after))


def _model_in_words(matter: Matter) -> str:
    """The model's finding; without one, or with one of another period, that."""
    estimate = matter.estimate
    if estimate is None:
        return f"No model: {not_estimated(matter.not_estimated)}" if matter.not_estimated else "Nothing is estimated."
    if not of_the_period(matter):
        trips = f"{day(estimate.first)} to {day(estimate.last)}"
        return f"The model counts trips from {trips}, in another period of the limit: it is not set beside this number."
    return model_sentence(estimate, units(matter.evidence, estimate.unit, 2))
