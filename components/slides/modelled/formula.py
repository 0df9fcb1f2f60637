"""The formula in one sentence, and its factors as rows: value, how solid, why; in the words of assumptions.toml."""

from collections.abc import Iterator

from components.letters import capital
from components.scene.ruled import Row, cell, head
from components.scene.things import PALETTE, SMALL_POINTS
from components.sentences.against_limit import units
from components.sentences.method import SOLIDITIES, factor_spread
from components.slides.assumed import Assumed
from components.slides.view import View
from data.estimate.draws import BARRELS_PER_M3, FILLED
from data.estimate.result import Estimate
from data.models.assumptions import Assumption, Assumptions
from data.models.evidence import Evidence

HEADS = ("Factor", "5 – 50 – 95% of the draws", "How solid", "Why")
WIDTHS = (2.3, 2.55, 2.15, 5.13)
POINTS = SMALL_POINTS
TRIPS = "Trips"


def formula(estimate: Estimate, evidence: Evidence) -> str:
    """What is multiplied with what: "Tonnes delivered = Trips × Load × …", in the titles of the assumptions."""
    titles = {one.id: one.title for one in estimate.inputs.assumptions.assumptions}
    factors = [TRIPS, titles["loadings"], titles["ship"], titles["load"], _cargo(estimate, titles)]
    unseen = f" ÷ {titles['seen']}" if estimate.series == "all" else ""
    unit = units(evidence, estimate.unit, 2)
    return f"{capital(unit)} delivered = {' × '.join(factors)}{unseen}"


def named(estimate: Estimate) -> tuple[str, ...]:
    """What stands for a factor in the formula."""
    return (TRIPS, *(one.title for one in estimate.inputs.assumptions.assumptions))


def factor_rows(view: View, assumptions: Assumptions, most: int) -> list[Row]:
    """The head of the table of factors, and a row of at most so many lines for each that has a part in the volume.

    Without an estimate no value is computed.
    """
    spreads, texts = {}, []
    if view.estimate and view.assumed:
        spreads = dict(_spreads(view.assumed))
        texts = [(TRIPS, view.assumed.trips, "", f"{view.estimate.trips_words}. {assumptions.spread_reason}")]
    texts += [
        (one.title, spreads.get(one.id, "not computed"), _solid(one), one.reason)
        for one in assumptions.assumptions
        # How well another factor is known is no factor of its own.
        if one.distribution != "constant" and (one.id in spreads or not spreads)
    ]
    return [head(HEADS, WIDTHS, POINTS), *(_row(four, most) for four in texts)]


def _row(texts: tuple[str, ...], most: int) -> Row:
    return tuple(
        cell(text, width, POINTS, most, bold=place == 0, colour=PALETTE.secondary if place == 3 else PALETTE.ink)
        for place, (text, width) in enumerate(zip(texts, WIDTHS, strict=True))
    )


def _spreads(assumed: Assumed) -> Iterator[tuple[str, str]]:
    for row in assumed.factors:
        yield row["assumption"], f"{factor_spread(row)}{', fixed by the reader' if row['fixed'] else ''}"


def _solid(one: Assumption) -> str:
    sign, word = SOLIDITIES[one.solidity]
    return f"{sign} {word}; {'cited' if one.basis == 'cited' else 'judgement'}"


def _cargo(estimate: Estimate, titles: dict[str, str]) -> str:
    """What a tonne of deadweight carries: by weight, or less where the tanks are full before."""
    barrels, committee = estimate.unit == "barrel", estimate.inputs.assumptions.committee
    share, a_tonne = titles["cargo-share"], titles["barrels-per-tonne"]
    if estimate.settings.convention == "committee" and committee:
        return f"{share} × {committee.barrels_per_tonne:g} ({committee.name})" if barrels else share
    weight = f"{share} × {a_tonne}" if barrels else share
    tanks = f"{FILLED:g} × {titles['tank']} × {BARRELS_PER_M3:g}{'' if barrels else f' ÷ {a_tonne}'}"
    return f"the smaller of ({weight}) and ({tanks})"
