"""The method in tables: factors, checks, key assumptions, scales of words, weaknesses, what is derived from what."""

from collections.abc import Hashable, Iterable, Sequence
from typing import Any

import pandas as pd

from components.nodes.claims import RECORD_PAGE, chips, cited_chips, with_chips
from components.nodes.node import Node, column_head, link_outside, link_within, node, scrolled, table_of
from components.sentences import method
from components.sentences.against_limit import units
from components.sentences.model.against import against
from components.sentences.model.beliefs import factor, factor_with_unit, load_in_words
from components.theme import (
    CREDIBILITY_WORDS,
    LIKELIHOODS,
    OPERATOR_SIGNS,
    OPERATOR_WORDS,
    RELIABILITY_WORDS,
    modelled,
    number,
)
from data.estimate.draws import BARRELS_PER_M3, FILLED
from data.estimate.result import SERIES, Estimate
from data.models.assumptions import Assumption
from data.models.evidence import Evidence

Parts = list[Node | str]
Row = dict[Hashable, Any]
DERIVED_COLUMNS = {
    "kind": "Kind", "subject": "Of", "how": "How", "basis": "Basis", "reason": "Reason", "claim_ids": "Claims",
    "record_ids": "Public record",
}  # fmt: skip


def stacked(heads: Sequence[str], rows: Iterable[Sequence[Node]], label: str, caption: str = "") -> Node:
    """A table whose rows become cards on a narrow screen; the first cell of a row is its head."""
    return scrolled(table_of(map(column_head, heads), under(heads, rows), "stack", label, caption), f"Table: {label}")


def under(heads: Sequence[str], rows: Iterable[Sequence[Node]]) -> list[Node]:
    """Rows of cells, each of which knows its head."""
    return [
        node("tr", *(_named(cell, title) for cell, title in zip(row, heads, strict=True)), role="row") for row in rows
    ]


def cell(*parts: Node | str, cls: str = "") -> Node:
    """A cell of a table."""
    return node("td", *parts, cls=cls, role="cell")


def row_head(*parts: Node | str) -> Node:
    """The cell that a row is known by."""
    return node("th", *parts, scope="row", role="rowheader")


def _named(one: Node, title: str) -> Node:
    return one | {"a": one["a"] | {"data-head": title}} if one["t"] == "td" else one


def quiet(text: str, evidence: Evidence) -> Node:
    """A sentence in small type; what is not there is said this way."""
    return node("p", *with_chips(text, evidence), cls="quiet")


def formula(estimate: Estimate, evidence: Evidence) -> list[Node]:
    """The formula as a line of its parts, each with its median, and what comes out."""
    unit = units(evidence, estimate.unit, 2)
    computed = _factors(estimate)
    trips = number(round(float(pd.Series(estimate.runs.calls).median())))
    parts: Parts = [_part("Trips", trips), _operation("×"), _factor_part(computed["loadings"])]
    if estimate.series == "all":
        parts += [_operation("÷"), _factor_part(computed["seen"])]
    for name in ("ship", "load"):
        parts += [_operation("×"), _factor_part(computed[name])]
    parts += [_operation("×"), *_cargo(estimate, computed), _operation("=")]
    middle = f"about {modelled(estimate.totals.to_dict('index')[estimate.series]['q50'])}"
    parts.append(_part(f"{unit} delivered", middle, cls="part result"))
    return [
        node("ul", *parts, cls="formula", aria_label="The formula"),
        node("p", "Under each part its median. The runs multiply draws, not medians.", cls="source"),
    ]


def _cargo(estimate: Estimate, computed: dict[Any, Row]) -> Parts:
    """What a tonne of deadweight carries: by weight, or less if the tanks are full before."""
    share, a_tonne, tank = (computed[name] for name in ("cargo-share", "barrels-per-tonne", "tank"))
    barrels, committee = estimate.unit == "barrel", estimate.inputs.assumptions.committee
    if estimate.settings.convention == "committee" and committee:
        fixed = [_operation("×"), _part(committee.name, f"{committee.barrels_per_tonne:g}")] if barrels else []
        return [_factor_part(share), *fixed]
    tanks = f"{FILLED:g} × {tank['title']} × {BARRELS_PER_M3:g}" + ("" if barrels else f" ÷ {a_tonne['title']}")
    weight = f"{share['title']} × {a_tonne['title']}" if barrels else str(share["title"])
    volume = FILLED * tank["q50"] * BARRELS_PER_M3
    by_weight = share["q50"] * a_tonne["q50"] if barrels else share["q50"]
    by_volume = volume if barrels else volume / a_tonne["q50"]
    return [
        _operation("the smaller of"),
        _part(weight, factor(by_weight, "")),
        _operation("and"),
        _part(tanks, factor(by_volume, "")),
    ]


def _factor_part(row: Row) -> Node:
    return _part(str(row["title"]), factor_with_unit(row["q50"], row["unit"]))


def _part(title: str, value: str, cls: str = "part") -> Node:
    return node("li", node("small", title), node("strong", value), cls=cls)


def _operation(sign: str) -> Node:
    return node("li", sign, cls="operation")


def _factors(estimate: Estimate) -> dict[Any, Row]:
    return {row["assumption"]: row for row in estimate.factors.to_dict("records")}


def factors(estimate: Estimate | None, evidence: Evidence) -> Node:
    """Each factor a row: its value, its distribution, its reason, and where it comes from."""
    assumptions = evidence.assumptions
    assert assumptions is not None  # the page says so otherwise
    computed = _factors(estimate) if estimate else {}
    rows = [_trips_row(estimate, evidence)] if estimate else []
    for one in assumptions.assumptions:
        value = method.factor_spread(computed[one.id]) if computed else "not computed"
        rows.append(
            (
                row_head(one.title),
                cell(node("span", value, cls="value"), cls="side"),
                cell(one.distribution_words),
                cell(one.reason, *_sources(one, evidence)),
            )
        )
    heads = ("Factor", "5 – 50 – 95%", "Distribution", "Reason and source")
    return stacked(heads, rows, "Factors of the formula")


def _trips_row(estimate: Estimate, evidence: Evidence) -> tuple[Node, ...]:
    assumptions = estimate.inputs.assumptions
    named = (*assumptions.trips_records, *assumptions.window_records)
    calls = pd.Series(estimate.runs.calls).quantile([0.05, 0.5, 0.95])
    return (
        row_head("Trips"),
        cell(node("span", method.trips_spread(calls.tolist()), cls="value"), cls="side"),
        cell(estimate.trips_words),
        cell(assumptions.spread_reason, *chips(assumptions.trips_claims, evidence), *cited_chips(named, evidence)),
    )


def _sources(one: Assumption, evidence: Evidence) -> Parts:
    """On what an assumption rests: cited, or a judgement, with the records and the address."""
    word = "Cited:" if one.basis == "cited" else "Judgement; see also" if one.records else "Judgement"
    parts: Parts = [node("small", word, *cited_chips(one.records, evidence))]
    if one.address:
        parts.append(node("small", link_outside(one.address, one.address)))
    return parts


def checks(estimate: Estimate, evidence: Evidence) -> list[Node]:
    """The same number reached in other ways: without draws, by scenario, and by arithmetic that was published."""
    unit = units(evidence, estimate.unit, 2)
    totals, closed = estimate.totals, estimate.closed_form
    rows = []
    for series in SERIES:
        total, check = totals.to_dict("index")[series], closed.to_dict("index")[series]
        cells = [
            cell(
                node("span", modelled(total[key]), cls="value"),
                node("small", f"closed form {method.difference(total[key], check[key])}"),
            )
            for key in closed.columns
        ]
        rows.append((row_head(method.SERIES_WORDS[series].capitalize()), *cells))
    caption = (
        f"{unit.capitalize()}: {estimate.draws:,} draws (seed {estimate.seed}), beside means and variations multiplied"
    )
    told = [stacked(("Series", "5%", "Median", "95%"), rows, "Draws and closed form", caption)]
    if len(estimate.loads):
        told += _loads(estimate, evidence)
    if cases := estimate.inputs.assumptions.published:
        published = [
            (
                row_head(case.label),
                cell(node("span", method.arithmetic(case), cls="value"), *cited_chips(case.records, evidence)),
                cell("✓ the same, to the last digit"),
            )
            for case in cases
        ]
        told.append(stacked(("Published arithmetic", "Reckoned here", "As given"), published, "Published arithmetic"))
    return told


def _loads(estimate: Estimate, evidence: Evidence) -> list[Node]:
    items = [
        node("li", *with_chips(load_in_words(row, estimate, evidence), evidence))
        for _, row in estimate.loads.iterrows()
    ]
    title = f"By scenario: the same load for every trip ({estimate.trips_words})"
    return [node("h3", title), node("ul", *items, cls="rows")]


def key_assumptions(estimate: Estimate | None, evidence: Evidence) -> Node:
    """The key assumptions check: how solid each is, why it is believed, what follows if wrong, where it breaks."""
    assumptions = evidence.assumptions
    assert assumptions is not None  # the page says so otherwise
    beliefs = {row["assumption"]: row for row in estimate.beliefs.to_dict("records")} if estimate else {}
    rows = [_assumption_row(one, beliefs, evidence) for one in assumptions.assumptions]
    heads = ["Assumption", "How solid", "Why it is believed", "What follows if it is wrong"]
    if not beliefs:
        return stacked(heads, [row[:-1] for row in rows], "Key assumptions")
    assert estimate is not None
    heads.append(f"Just at {against(estimate)}")
    return stacked(heads, rows, "Key assumptions")


def _assumption_row(one: Assumption, beliefs: dict[Any, Row], evidence: Evidence) -> tuple[Node, ...]:
    sign, word = method.SOLIDITIES[one.solidity]
    odds = method.break_even_odds(beliefs.get(one.id))
    why = node("details", node("summary", "Reason"), node("p", one.reason))
    return (
        row_head(one.title),
        cell(node("span", node("span", sign, cls="sign", aria_hidden="true"), word), cls="side"),
        cell("Cited" if one.basis == "cited" else "Judgement", *cited_chips(one.records, evidence), why),
        cell(one.if_wrong),
        cell(method.break_even(beliefs.get(one.id)), *([node("small", odds)] if odds else [])),
    )


def scales() -> Node:
    """The scales: likelihood with its range, both Admiralty grades, and the operators of numbers."""
    words = [str(words).removesuffix(")").split(" (") for _, words in LIKELIHOODS]
    known = (
        ("Likelihood", "ICD 203", [(word, f"{ends} of the runs") for word, ends in words]),
        ("Reliability of a source", "Admiralty", list(RELIABILITY_WORDS.items())),
        ("Credibility of a claim", "Admiralty", [(str(grade), word) for grade, word in CREDIBILITY_WORDS.items()]),
        (
            "Numbers",
            "operators",
            [(OPERATOR_SIGNS[sign].strip() or sign, word) for sign, word in OPERATOR_WORDS.items()],
        ),
    )
    tables = [
        node(
            "table",
            node("caption", f"{title} ({scale})"),
            node("tbody", *(node("tr", node("th", term, scope="row"), node("td", told)) for term, told in entries)),
            cls="words",
        )
        for title, scale, entries in known
    ]
    return node("div", *tables, cls="abreast")


def weaknesses(sentences: Sequence[str]) -> Node:
    """What is weak about the estimate, printed."""
    return node("ul", *(node("li", sentence) for sentence in sentences), cls="rows")


def derived_figures(derived: pd.DataFrame, headline: pd.Series | None, evidence: Evidence) -> list[Node]:
    """Every figure that nobody stated: what it is, how it came about, and on what it rests."""
    rows = [
        (
            row_head(method.derived_title(row, evidence), *_own_chip(row, evidence)),
            cell(method.derived_words(row, headline, evidence)),
            cell(method.derived_from(row, evidence)),
            cell(*_rests_on(row, evidence)),
        )
        for row in derived[derived["kind"] != "origin"].to_dict("records")
    ]
    none = quiet("No figure of this case is derived.", evidence)
    table = stacked(("Figure", "Value", "How", "From"), rows, "Derived figures") if rows else none
    link = link_within(
        RECORD_PAGE, "The origins as a graph", describe="Open the public record, with the graph of origins"
    )
    return [table, node("p", link, cls="quiet")]


def _own_chip(row: Row, evidence: Evidence) -> Parts:
    return cited_chips((row["subject"],), evidence) if row["kind"] == "notified" else []


def _rests_on(row: Row, evidence: Evidence) -> Parts:
    named = list(row["record_ids"])
    parts: Parts = [*chips(row["claim_ids"], evidence), *cited_chips(named[:4], evidence)]
    if more := named[4:]:
        parts.append(node("details", node("summary", f"{len(more)} more"), *cited_chips(more, evidence)))
    return parts
