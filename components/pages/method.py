"""Method: how the numbers are reached, what they rest on, and what is weak about them."""

from components import state
from components.sentences import hypotheses as ranked
from components.sentences import method as words
from components.sentences.model.estimate import not_estimated
from components.widgets import panels, tables
from components.widgets.methods import hypotheses, method
from components.widgets.methods.calibration import show_calibration
from data.derived import derived_frame
from data.estimate.result import NotEstimated
from data.frames.reported import headline_row
from data.models.hypotheses import ratings_frame

evidence = state.current_evidence()
panels.heading("method", "Method")
panels.refused(state.refused_parameters(state.assumption_values(evidence)))
settings = state.current_settings(evidence)
result = state.estimate(settings)
estimate = None if isinstance(result, NotEstimated) else result
method.contents()

with panels.guarded("formula"):
    method.part("formula")
    if estimate is not None:
        method.show_formula(estimate, evidence)
    if isinstance(result, NotEstimated):
        method.quiet(not_estimated(result), evidence, "not estimated")
    if evidence.assumptions:
        method.show_factors(estimate, evidence)

with panels.guarded("checks"):
    method.part("checks")
    if estimate is not None:
        method.show_checks(estimate, evidence)
    else:
        method.quiet("Without an estimate there is nothing to check.", evidence, "no checks")

with panels.guarded("published figures"):
    method.part("calibration")
    if estimate is not None:
        show_calibration(estimate, evidence)
    else:
        method.quiet("Without an estimate nothing can be held against published figures.", evidence, "no calibration")

with panels.guarded("key assumptions"):
    method.part("assumptions")
    if evidence.assumptions:
        method.quiet(words.solidity_sentence(evidence.assumptions), evidence, "solidity")
        method.show_assumptions(estimate, evidence)
    else:
        method.quiet(words.no_assumptions(evidence), evidence, "no assumptions")

with panels.guarded("hypotheses"):
    method.part("hypotheses")
    if evidence.hypotheses:
        panels.sentence(ranked.ranking_headline(evidence.hypotheses), evidence, "ranking headline", "finding")
        hypotheses.show_ranking(evidence.hypotheses, evidence)
        hypotheses.show_ratings(evidence.hypotheses, evidence)
        ratings = ratings_frame(evidence.hypotheses)
        tables.table(ratings, hypotheses.RATINGS_COLUMNS, evidence, "ratings of the hypotheses", chosen="all")
    else:
        method.quiet(ranked.no_hypotheses(evidence), evidence, "no hypotheses")

with panels.guarded("scale of words"):
    method.part("words")
    method.quiet(words.CONFIDENCE, evidence, "confidence")
    method.show_words()

with panels.guarded("weaknesses"):
    method.part("weaknesses")
    method.show_weaknesses(words.weaknesses(evidence))

with panels.guarded("what is derived"):
    method.part("derived")
    headline = headline_row(state.barrels(), evidence)
    derived = state.made("derived", repr(settings), lambda: derived_frame(evidence, headline, estimate))
    method.show_derived(derived, headline, evidence)
    tables.table(
        derived, method.DERIVED_COLUMNS, evidence, "what is derived from what", chosen=repr(settings), modelled=True
    )
