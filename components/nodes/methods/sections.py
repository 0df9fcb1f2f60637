"""The parts of the method in their order, each under its finding: for the page, which folds them, and for a file."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pandas as pd

from components.nodes.methods import hypotheses, method, readings
from components.nodes.methods.calibration import calibrated
from components.nodes.node import Node
from components.nodes.tables import Behind
from components.sentences import hypotheses as ranked
from components.sentences import method as words
from components.sentences.claim import read_twice_finding
from components.sentences.model import calibration
from components.sentences.model.estimate import how_to_estimate, volume_sentence
from components.sentences.records.read_again import records_read_finding
from data.derived import derived_frame
from data.estimate.result import Estimate, NotEstimated
from data.frames.read_twice import read_twice_frame
from data.models.evidence import Evidence
from data.models.hypotheses import ratings_frame


class Known(NamedTuple):
    """What the method tells of: the evidence, its estimate or why there is none, and the row of the headline."""

    evidence: Evidence
    result: Estimate | NotEstimated
    headline: pd.Series | None

    @property
    def estimate(self) -> Estimate | None:
        """The estimate; None without one."""
        return None if isinstance(self.result, NotEstimated) else self.result


class Part(NamedTuple):
    """A part: its name, which SECTIONS has a title for; what stands open; and what is folded under its finding.

    `behind` gives the table behind it, `export` the rows of the CSV that is offered beside it, by its name.
    """

    name: str
    before: str = ""
    finding: str = ""
    body: Callable[[], list[Node]] = list
    behind: Callable[[], Behind] | None = None
    export: tuple[str, pd.DataFrame] | None = None


def parts(known: Known) -> Iterator[Part]:
    """All of them; one of which there is nothing says so in `before` and has no finding."""
    makes = (_formula, _checks, _calibration, _assumptions, _hypotheses, _readings, _words, _weaknesses, _derived)
    return (make(known) for make in makes)


def _formula(known: Known) -> Part:
    estimate, evidence = known.estimate, known.evidence
    before = how_to_estimate(known.result) if isinstance(known.result, NotEstimated) else ""
    if estimate is None and evidence.assumptions is None:
        return Part("formula", before)

    def body() -> list[Node]:
        told = method.formula(estimate, evidence) if estimate else []
        return [*told, method.factors(estimate, evidence)] if evidence.assumptions else told

    finding = words.formula_finding(volume_sentence(estimate, evidence)) if estimate else words.FACTORS_ALONE
    return Part("formula", before, finding, body)


def _checks(known: Known) -> Part:
    estimate = known.estimate
    if estimate is None:
        return Part("checks", "Without an estimate there is nothing to check.")
    finding = words.largest_difference(estimate.totals, estimate.closed_form)
    return Part("checks", "", finding, lambda: method.checks(estimate, known.evidence))


def _calibration(known: Known) -> Part:
    estimate = known.estimate
    if estimate is None:
        return Part("calibration", "Without an estimate nothing can be held against published figures.")
    finding = calibration.calibration_headline(estimate) or calibration.NOTHING
    rows = None if estimate.calibration.empty else ("model against published figures", estimate.calibration)
    return Part("calibration", "", finding, lambda: calibrated(estimate, known.evidence), export=rows)


def _assumptions(known: Known) -> Part:
    assumptions, evidence = known.evidence.assumptions, known.evidence
    if assumptions is None:
        return Part("assumptions", words.no_assumptions(evidence))

    def body() -> list[Node]:
        solid = method.quiet(words.solidity_sentence(assumptions), evidence)
        return [solid, method.key_assumptions(known.estimate, evidence)]

    return Part("assumptions", "", words.solidity_finding(assumptions), body)


def _hypotheses(known: Known) -> Part:
    held, evidence = known.evidence.hypotheses, known.evidence
    if held is None:
        return Part("hypotheses", ranked.no_hypotheses(evidence))
    return Part(
        "hypotheses",
        "",
        ranked.ranking_headline(held),
        lambda: [*hypotheses.ranking(held, evidence), *hypotheses.ratings(held, evidence)],
        lambda: Behind("ratings of the hypotheses", ratings_frame(held), hypotheses.RATINGS_COLUMNS),
    )


def _readings(known: Known) -> Part:
    evidence, finding = known.evidence, read_twice_finding(known.evidence)
    if not evidence.readings:
        body = readings.of_the_record(evidence) if evidence.record_readings else []
        return Part("readings", f"{finding}.", records_read_finding(evidence) if body else "", lambda: body)
    return Part(
        "readings",
        "",
        finding,
        lambda: [
            *readings.agreement(evidence),
            *readings.differences_listed(evidence),
            *readings.of_the_record(evidence),
        ],
        lambda: Behind("second readings", read_twice_frame(evidence), readings.COLUMNS),
    )


def _words(known: Known) -> Part:
    told = method.quiet(words.CONFIDENCE, known.evidence)
    return Part("words", "", words.SCALES, lambda: [told, method.scales()])


def _weaknesses(known: Known) -> Part:
    weak = words.weaknesses(known.evidence)
    return Part("weaknesses", "", words.weaknesses_finding(weak), lambda: [method.weaknesses(weak)])


def _derived(known: Known) -> Part:
    derived = derived_frame(known.evidence, known.headline, known.estimate)
    return Part(
        "derived",
        "",
        words.derived_finding(derived),
        lambda: method.derived_figures(derived, known.headline, known.evidence),
        lambda: Behind("what is derived from what", derived, method.DERIVED_COLUMNS, modelled=True),
    )
