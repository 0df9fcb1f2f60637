"""The estimate as it is sourced, what it would be under presets, and the method, each part under its finding."""

from components.edition.frozen import Frozen
from components.edition.pages.moved import presets
from components.edition.pen import Page, Pen
from components.figures import modelled
from components.nodes.methods import panes
from components.nodes.methods.calibration import calibrated
from components.nodes.methods.sections import Known, Part, parts
from components.sentences.against_limit import units
from components.sentences.method import SECTIONS
from components.sentences.model import beliefs, calibration
from components.sentences.model import estimate as words
from components.sentences.model.against import room_sentence
from data.estimate.result import Estimate, NotEstimated
from data.models.evidence import Evidence


def estimated(shown: Frozen, pen: Pen) -> Page:
    """The finding; the three pictures; what one must believe; what others have reckoned with."""
    if isinstance(shown.result, NotEstimated):
        return Page("estimate", "Estimate", pen.sentence(words.how_to_estimate(shown.result)))
    estimate, evidence = shown.result, shown.evidence
    body = [
        pen.sentence(words.lead(estimate, evidence), "finding"),
        *_pictures(estimate, evidence, pen),
        pen.head("Under other assumptions", "move"),
        presets(estimate, evidence, pen),
        pen.head("What you must believe"),
        pen.sentence(beliefs.beliefs_sentence(estimate, evidence)),
        pen.folded(beliefs.NEEDED, pen.nodes(panes.believed(estimate, evidence))),
    ]
    if finding := panes.comparisons_finding(estimate):
        body.append(pen.folded(finding, pen.nodes(panes.comparisons(estimate, evidence))))
    body.append(pen.folded(panes.loads_finding(estimate, evidence), pen.nodes(panes.loads(estimate, evidence))))
    headline = calibration.calibration_headline(estimate) or calibration.NOTHING
    body.append(pen.folded(headline, pen.nodes(*calibrated(estimate, evidence))))
    return Page("estimate", "Estimate", "".join(body))


def _pictures(estimate: Estimate, evidence: Evidence, pen: Pen) -> list[str]:
    unit = units(evidence, estimate.unit, 2)
    return [
        pen.figure(lambda look: modelled.dots_of(estimate, evidence, look), modelled.dots_in_words(estimate, evidence)),
        pen.sentence(words.reported_sentence(estimate, evidence), "quiet"),
        pen.sentence(room_sentence(estimate, unit), "quiet"),
        pen.behind([panes.dots(estimate)]),
        pen.figure(
            lambda look: modelled.cumulative_of(estimate, evidence, look),
            modelled.cumulative_in_words(estimate, evidence),
        ),
        pen.sentence(words.crossing_and_tensions(estimate, evidence), "quiet"),
        pen.figure(
            lambda look: modelled.tornado_of(estimate, evidence, look), modelled.tornado_in_words(estimate, evidence)
        ),
        pen.behind([panes.tornado(estimate)]),
    ]


def method(shown: Frozen, pen: Pen) -> Page:
    """How the numbers are reached, part by part."""
    known = Known(shown.evidence, shown.result, shown.headline)
    return Page("method", "Method", "".join(_part(one, pen) for one in parts(known)))


def _part(one: Part, pen: Pen) -> str:
    body = [pen.head(SECTIONS[one.name], one.name), pen.sentence(one.before, "quiet")]
    if one.finding:
        behind = pen.behind([one.behind()]) if one.behind else ""
        body.append(pen.folded(one.finding, pen.nodes(*one.body()), behind))
    return "".join(body)
