"""The figures of a case with their sentences: what pages and slides show is put together here, once."""

import pandas as pd
import plotly.graph_objects as go

from components.figures.bullet import BulletWords, bullet
from components.figures.canvas import Look
from components.figures.density import density, within_a_month
from components.figures.dial import DialWords, dial
from components.figures.furniture import Words
from components.figures.timeline import LimitYear, timeline
from components.headlines.barrels import (
    barrels_headline,
    bullets_headline,
    scope_sentence,
    times_the_limit,
    units,
    year_in_words,
)
from components.headlines.counts import count
from components.headlines.sources import carriage, source_lines
from components.headlines.timeline import timeline_headline
from components.theme import shortened
from data.barrels import SERIES
from data.evidence import Evidence, Limit

MOST_SINGLE_EVENTS = 120


def gauge(row: pd.Series | None, evidence: Evidence, look: Look) -> go.Figure:
    """The gauge of one reported volume; without one, or without a limit, an empty track that says why."""
    limit = evidence.headline_limit
    comparable = row is not None and bool(row["comparable"])
    unit = row["unit"] if row is not None else limit.unit if limit else ""
    none = "No number is reported" if evidence.complete else "No sound number can be shown"
    on_dial = DialWords(
        limit_name=limit.name if limit else "no limit",
        limit_product=limit.product if limit else "",
        unit=units(evidence, unit, 2) if unit else "",
        standing=times_the_limit(row, limit.name) if row is not None and comparable and limit else "",
        scope=f"{_kind_of_number(row, evidence)} {scope_sentence(row, limit)}".strip(),
        empty=f"{none}\n{_closest_words(evidence)}",
    )
    claims = (*(row["claim_ids"] if row is not None else ()), *(limit.claims if limit else ()))
    words = Words(barrels_headline(row, evidence), _gauge_subtitle(row, evidence, unit), source_lines(claims, evidence))
    return dial(row, limit.value if limit else None, words, on_dial, look)


def gauge_in_words(row: pd.Series | None, evidence: Evidence) -> str:
    """Alternative text of the gauge."""
    limit = evidence.headline_limit
    words = f"Half dial from nothing to three times the {limit.name}. " if limit else "Half dial without a limit. "
    return f"{words}{barrels_headline(row, evidence)}. {scope_sentence(row, limit)}".strip()


def bullets(rows: pd.DataFrame, limit: Limit, evidence: Evidence, look: Look) -> go.Figure:
    """Every comparable volume on one axis with the limit; series without a number keep their place in words."""
    shown = rows[rows["comparable"]]
    notes = tuple(times_the_limit(row, "limit").replace("the annual limit", "the limit") for _, row in shown.iterrows())
    missing = [series for series in SERIES if series not in set(shown["series"])]
    absent = tuple((series.capitalize(), f"no {series} figure in this dataset") for series in missing)
    unit = units(evidence, limit.unit, 2)
    subtitle = f"{carriage(evidence)}, {unit} in one period of the limit. Series are never added up."
    claims = [claim_id for claim_ids in shown["claim_ids"] for claim_id in claim_ids]
    words = Words(bullets_headline(shown, evidence), subtitle, source_lines([*claims, *limit.claims], evidence))
    return bullet(shown, limit.value, words, BulletWords(limit.name, notes, absent), look)


def events(
    rows: pd.DataFrame, writing: pd.DataFrame, headline: pd.Series | None, evidence: Evidence, look: Look
) -> go.Figure:
    """The timeline of some events; counts by month when there are too many to show one by one.

    `headline` is the row of the barrels frame whose period of the limit is drawn.
    """
    claims = [claim_id for claim_ids in rows["claim_ids"].head(MOST_SINGLE_EVENTS) for claim_id in claim_ids]
    lanes = evidence.case.lanes
    if len(rows) > MOST_SINGLE_EVENTS:
        return density(rows, lanes, _density_words(rows, evidence), look)
    subtitle = "What the documents say happened; bars cover every date the wording allows (EDTF)"
    limit_year = _limit_year(headline, evidence)
    sources = source_lines(claims, evidence, with_limit=limit_year is not None)
    words = Words(timeline_headline(rows), subtitle, sources)
    return timeline(rows, writing, lanes, limit_year, words, look)


def _density_words(rows: pd.DataFrame, evidence: Evidence) -> Words:
    counted = int(within_a_month(rows).sum())
    subtitle = (
        f"{count(counted, 'event')} of {len(rows):,} lie within one month and are counted by it; "
        f"filter to {MOST_SINGLE_EVENTS} or fewer to see each, wherever it lies"
    )
    documents = ", ".join(sorted({label for labels in rows["documents"] for label in labels})[:12])
    sources = f"Sources: {count(len(evidence.claims), 'claim')} of documents {documents}."
    return Words(timeline_headline(rows), subtitle, (sources, source_lines((), evidence, with_limit=False)[1]))


def _limit_year(headline: pd.Series | None, evidence: Evidence) -> LimitYear | None:
    """The period of the limit in which the headline volume lies."""
    limit = evidence.headline_limit
    if limit is None or headline is None or pd.isna(headline["period_start"]):
        return None
    return LimitYear(headline["period_start"].date(), headline["period_end"].date(), limit.name)


def _gauge_subtitle(row: pd.Series | None, evidence: Evidence, unit: str) -> str:
    parts = [carriage(evidence)]
    if row is not None and not pd.isna(row["year"]):
        claim = evidence.claim_by_id[row["claim_ids"][0]]
        year = year_in_words(row)
        parts.append(f"{claim.date_words} ({year})" if claim.date_words else year)
    if unit:
        parts.append(units(evidence, unit, 2))
    return ", ".join(parts)


def _kind_of_number(row: pd.Series | None, evidence: Evidence) -> str:
    """What the number is and on how many documents it rests: "A floor, from document A alone."."""
    if row is None:
        return ""
    kind = {">": "A floor", ">=": "A floor", "<": "A ceiling", "<=": "A ceiling", "range": "A range"}
    topic = evidence.case.subject.volume_topic
    documents = {claim.document for claim in evidence.claims if claim.topic == topic and claim.quantity}
    alone = " alone" if len(documents) == 1 and evidence.complete else ""
    return f"{kind.get(row['operator'], 'A number')}, from document {row['document']}{alone}."


def _closest_words(evidence: Evidence) -> str:
    """What a document says instead of a number: the shortest such quote, so that an empty dial is not mute."""
    topic = evidence.case.subject.volume_topic
    claims = [claim for claim in evidence.claims if claim.topic == topic and claim.quantity is None]
    if not claims:
        return "No document speaks of it" if evidence.complete else "What speaks of it may be withheld"
    claim = min(claims, key=lambda claim: len(claim.quote))
    return f"Document {evidence.document_by_id[claim.document].label} says “{shortened(claim.quote, 90)}” [{claim.id}]"
