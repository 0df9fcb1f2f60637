"""Everything that the product says of a case under some assumptions, line by line, as a reviewer reads it."""

from collections.abc import Iterator
from datetime import date

from components.figures.captioned import bullets_in_words, gauge_in_words
from components.figures.modelled import cumulative_in_words, dots_in_words, tornado_in_words
from components.figures.years.by_year import by_year_in_words
from components.scene.things import Line, Path, Shape, Text, every
from components.sentences import citation, hypotheses
from components.sentences.against_limit import overview_sentence, reported_headline, units, volumes_title
from components.sentences.comparison import comparison_headline, comparison_sentence
from components.sentences.front.answers import answers
from components.sentences.front.key_numbers import key_numbers
from components.sentences.front.known import Known
from components.sentences.front.one_line import at_odds, line
from components.sentences.gauge import kind_of_number
from components.sentences.method import solidity_sentence, weaknesses
from components.sentences.model import beliefs
from components.sentences.model import estimate as words
from components.sentences.model.against import room_sentence
from components.sentences.model.calibration import calibration_sentence
from components.sentences.model.modelled import model_sentence
from components.sentences.records import by_year as years
from components.sentences.records import record
from components.sentences.timeline import timeline_headline
from components.sentences.volumes import bullets_headline
from components.slides.deck import slides
from components.slides.view import View, view_of
from data.estimate.result import Estimate, estimate
from data.frames.by_year import by_year_frame, estimates_left_out
from data.frames.descent import descent_frame
from data.frames.notified import notified_left_out, notified_years
from data.frames.reported import headline_row
from data.models.assumptions import Settings
from data.models.evidence import Evidence
from data.models.links import Links

TODAY = date(2026, 11, 27)
SETTINGS = {
    "as sourced": Settings(),
    "the supplier alone": Settings(alone=True),
    "only the trips seen": Settings(unseen=False),
    "only the trips seen, alone": Settings(unseen=False, alone=True),
    "the least that the words allow": Settings(trips="floor"),
    "open above": Settings(trips="open"),
    "the committee's convention": Settings(convention="committee"),
    "of the deadweight": Settings(laden="deadweight"),
    "no trip": Settings(count=0),
    "ten thousand trips": Settings(count=10_000),
    "least load, alone": Settings(alone=True, fixed=(("load", 0.3),)),
    "large doubt about the ships, half laden": Settings(fixed=(("ship-median", 0.5), ("load", 0.5))),
}


def every_sentence(evidence: Evidence, settings: Settings) -> Iterator[str]:
    """Every sentence of pages, figures and slides, each with the place where it stands."""
    modelled = estimate(evidence, settings)
    links = Links("https://example.invalid", evidence.fingerprint)
    view = view_of(evidence, modelled, links)
    yield from _of_the_case(view)
    row, texts = headline_row(view.volumes, evidence), descent_frame(evidence)
    yield from _of_the_first_page(Known(row, view.volumes, modelled, texts, evidence))
    if isinstance(modelled, Estimate):
        yield from _of_the_model(modelled, view)
    else:
        yield f"not estimated: {words.not_estimated(modelled)}"
    for number, slide in enumerate(slides(view), 1):
        yield f"slide {number}, title: {slide.title}"
        for thing in every(slide.things):
            if thing.alt and not isinstance(thing, Shape | Line | Path):
                yield f"slide {number}, {thing.name}: {thing.alt}"
            elif isinstance(thing, Text):  # the words of a figure, which its group's text stands for
                told = " ".join("".join(run.text for run in line) for line in thing.paragraphs)
                yield f"slide {number}, in the figure: {told}"


def _of_the_first_page(known: Known) -> Iterator[str]:
    for answer in answers(known):
        yield f"front, {answer.question} {answer.sentence} / {answer.source} / {answer.onward}"
    for one in line(known):
        yield f"front, line: {one.name} {one.number} {one.stands}".rstrip()
    yield from (f"front, at odds: {one}" for one in at_odds(known))


def _of_the_case(view: View) -> Iterator[str]:
    evidence, row = view.evidence, headline_row(view.volumes, view.evidence)
    reported = view.volumes.loc[view.volumes["series"] == "reported", "document"].nunique()
    notified, descent = notified_years(evidence), descent_frame(evidence)
    told = citation.citation(evidence, volumes_title(evidence), "https://example.invalid/volumes", TODAY)
    yield f"overview: {overview_sentence(row, evidence, reported)}"
    yield f"gauge: {reported_headline(row, evidence)}"
    yield f"gauge, below: {kind_of_number(row, evidence)}"
    yield f"volumes: {volumes_title(evidence)}"
    yield f"timeline: {timeline_headline(view.events)}"
    yield f"comparison: {comparison_headline(view.comparison)}. {comparison_sentence(view.comparison)}"
    yield f"record, notified: {record.notified_headline(notified, evidence)}"
    yield f"record, notified, below: {record.notified_sentence(notified, notified_left_out(evidence), evidence)}"
    yield f"record, origins: {record.descent_headline(descent)}. {record.descent_sentence(descent)}"
    trips = view.estimate.series if view.estimate else ""
    by_year = by_year_frame(evidence, view.volumes, trips)
    yield f"by year: {years.by_year_headline(by_year, evidence)}. {years.by_year_brief(by_year, evidence)}"
    yield f"by year, alt: {by_year_in_words(by_year, estimates_left_out(evidence), evidence)}"
    if evidence.hypotheses:
        yield f"hypotheses: {hypotheses.ranking_headline(evidence.hypotheses)}"
    yield from (f"method, weakness: {one}" for one in weaknesses(evidence))
    yield from (f"cited: {line}" for line in told.footnote.splitlines())


def _of_the_model(modelled: Estimate, view: View) -> Iterator[str]:
    evidence, unit = view.evidence, units(view.evidence, modelled.unit, 2)
    row = headline_row(view.volumes, evidence)
    rows = view.volumes[view.volumes["comparable"]]
    yield f"estimate: {words.volume_sentence(modelled, evidence)} {words.probability_sentence(modelled)}"
    yield f"estimate, room: {room_sentence(modelled, unit)}"
    yield f"estimate, published: {calibration_sentence(modelled, evidence)}"
    yield f"estimate, reported: {words.reported_sentence(modelled, evidence)}"
    yield f"dots: {words.dots_headline(modelled, evidence)}"
    yield f"dots, alt: {dots_in_words(modelled, evidence)}"
    yield f"cumulative: {words.cumulative_headline(modelled, evidence)}"
    yield f"cumulative, label: {' / '.join(words.crossing_words(modelled))}"
    yield f"cumulative, below: {words.crossing_sentence(modelled)}"
    yield f"cumulative, alt: {cumulative_in_words(modelled, evidence)}"
    yield f"beliefs: {beliefs.beliefs_sentence(modelled, evidence)}"
    yield f"tornado: {beliefs.tornado_headline(modelled)}. {beliefs.next_sentence(modelled)}"
    yield f"tornado, alt: {tornado_in_words(modelled, evidence)}"
    for _, load in modelled.loads.iterrows():
        yield f"loads: {beliefs.load_in_words(load, modelled, evidence)}"
    yield f"gauge, model: {model_sentence(modelled, unit)}"
    yield f"gauge, alt: {gauge_in_words(row, evidence, modelled)}"
    yield f"bullets: {bullets_headline(rows, evidence)}"
    yield f"bullets, alt: {bullets_in_words(view.volumes, evidence, modelled)}"
    yield f"method: {solidity_sentence(modelled.inputs.assumptions)}"
    for number in key_numbers(row, view.volumes, modelled, view.events, view.comparison, evidence):
        yield f"key number: {number}"
