"""Method: how the numbers are reached, what they rest on, and what is weak about them; each part under its finding."""

from components import state
from components.sentences import hypotheses as ranked
from components.sentences import method as words
from components.sentences.claim import read_twice_finding
from components.sentences.model import calibration
from components.sentences.model.estimate import how_to_estimate, volume_sentence
from components.widgets import panels, tables
from components.widgets.methods import hypotheses, method, readings
from components.widgets.methods.calibration import show_calibration
from data.derived import derived_frame
from data.estimate.result import NotEstimated
from data.frames.read_twice import read_twice_frame
from data.frames.reported import headline_row
from data.models.hypotheses import ratings_frame

evidence = state.current_evidence()
panels.heading("method", "Method")
panels.refused(state.refused_parameters(state.assumption_values(evidence)))
settings = state.current_settings(evidence)
result = state.estimate(settings)
estimate = None if isinstance(result, NotEstimated) else result
method.contents()

with method.part("formula"):
    if isinstance(result, NotEstimated):
        method.quiet(how_to_estimate(result), evidence, "not estimated")
    finding = words.formula_finding(volume_sentence(estimate, evidence)) if estimate else words.FACTORS_ALONE
    if estimate or evidence.assumptions:
        with panels.folded("formula", finding) as opened:
            if opened and estimate:
                method.show_formula(estimate, evidence)
            if opened and evidence.assumptions:
                method.show_factors(estimate, evidence)

with method.part("checks"):
    if estimate is None:
        method.quiet("Without an estimate there is nothing to check.", evidence, "no checks")
    else:
        with panels.folded("checks", words.largest_difference(estimate.totals, estimate.closed_form)) as opened:
            if opened:
                method.show_checks(estimate, evidence)

with method.part("calibration"):
    if estimate is None:
        method.quiet("Without an estimate nothing can be held against published figures.", evidence, "no calibration")
    else:
        with panels.folded("calibration", calibration.calibration_headline(estimate) or calibration.NOTHING) as opened:
            if opened:
                show_calibration(estimate, evidence)

with method.part("assumptions"):
    if evidence.assumptions is None:
        method.quiet(words.no_assumptions(evidence), evidence, "no assumptions")
    else:
        with panels.folded("assumptions", words.solidity_finding(evidence.assumptions)) as opened:
            if opened:
                method.quiet(words.solidity_sentence(evidence.assumptions), evidence, "solidity")
                method.show_assumptions(estimate, evidence)

with method.part("hypotheses"):
    if evidence.hypotheses is None:
        method.quiet(ranked.no_hypotheses(evidence), evidence, "no hypotheses")
    else:
        with panels.folded("hypotheses", ranked.ranking_headline(evidence.hypotheses)) as opened:
            if opened:
                hypotheses.show_ranking(evidence.hypotheses, evidence)
                hypotheses.show_ratings(evidence.hypotheses, evidence)
                ratings = ratings_frame(evidence.hypotheses)
                tables.table(ratings, hypotheses.RATINGS_COLUMNS, evidence, "ratings of the hypotheses", chosen="all")

with method.part("readings"):
    if not evidence.readings:
        method.quiet(f"{read_twice_finding(evidence)}.", evidence, "no second reading")
    else:
        with panels.folded("readings", read_twice_finding(evidence)) as opened:
            if opened:
                readings.show_agreement(evidence)
                readings.show_differences(evidence)
                twice = read_twice_frame(evidence)
                tables.table(twice, readings.COLUMNS, evidence, "second readings", chosen="all")

with method.part("words"), panels.folded("words", words.SCALES) as opened:
    if opened:
        method.quiet(words.CONFIDENCE, evidence, "confidence")
        method.show_words()

with method.part("weaknesses"):
    weak = words.weaknesses(evidence)
    with panels.folded("weaknesses", words.weaknesses_finding(weak)) as opened:
        if opened:
            method.show_weaknesses(weak)

with method.part("derived"):
    headline = headline_row(state.barrels(), evidence)
    derived = state.made("derived", repr(settings), lambda: derived_frame(evidence, headline, estimate))
    with panels.folded("derived", words.derived_finding(derived)) as opened:
        if opened:
            method.show_derived(derived, headline, evidence)
            tables.table(
                derived,
                method.DERIVED_COLUMNS,
                evidence,
                "what is derived from what",
                chosen=repr(settings),
                modelled=True,
            )
