"""The figures of a case with their sentences: what pages and slides show is put together here, once."""

from math import isnan

import pandas as pd

from components.figures.dial import scale_of
from components.figures.events.density import density, within_a_month
from components.figures.events.timeline import LimitYear, timeline
from components.figures.gauge import DialWords, ModelWords, dial
from components.figures.volumes import MOST_ROWS, BulletWords, bullet
from components.scene.canvas import Look
from components.scene.furniture import Scene, Words, on_ticks
from components.scene.legend import Key, unbroken
from components.sentences.against_limit import (
    one_number,
    rate_words,
    reported_headline,
    scope_sentence,
    times_in_words,
    times_the_limit,
    units,
    year_in_words,
)
from components.sentences.counts import count
from components.sentences.gauge import BOUNDS, closest_words, kind_of_number, of_the_period
from components.sentences.limits import alone, behind_limit, called, every_period, limit_rule, period_noun
from components.sentences.model.against import against
from components.sentences.model.lines import Lines, lines_of
from components.sentences.model.modelled import model_sentence, trips_behind
from components.sentences.sources import carriage, source_lines
from components.sentences.timeline import cited_events, timeline_headline
from components.sentences.volumes import bullets_headline
from components.theme import (
    CITED_SIGN,
    CITED_WORD,
    READ_BY_CURATOR,
    likelihood,
    modelled,
    modelled_range,
    runs_of_100,
    shortened,
)
from data.estimate.result import Estimate
from data.frames.reach import NO_SPAN, Span
from data.models.assumptions import NotEstimated
from data.models.evidence import Evidence
from data.models.limits import Limit
from data.models.periods import limit_period

MOST_SINGLE_EVENTS = 120
NEVER_ADDED = "Series that may hold the same deliveries are never added up."
IN_ORDER = ("reported", "modelled", "notified")


def gauge(
    row: pd.Series | None,
    evidence: Evidence,
    look: Look,
    estimate: Estimate | NotEstimated | None = None,
    low: bool = False,
) -> Scene:
    """The gauge of one reported volume; without one, or without a limit, an empty track that says why.

    An estimate of the same period adds its band, what the marks mean, and its finding. A `low` one is about half as
    high and leaves out what stands in sentences beside it: how the number stands to the limit, and the finding.
    """
    model = of_the_period(estimate, row)
    limit = evidence.headline_limit
    comparable = row is not None and bool(row["comparable"])
    unit = row["unit"] if row is not None else limit.unit if limit else ""
    none = "No number is reported" if evidence.complete else "No sound number can be shown"
    on_dial = DialWords(
        limit_name=limit.name if limit else "no limit",
        limit_product=limit.product if limit else "",
        unit=_unit_words(row, evidence, unit),
        standing=times_the_limit(row, called(limit)) if row is not None and comparable and limit else "",
        alone=alone(row) if row is not None and comparable else "",
        scope=f"{kind_of_number(row, evidence)} {scope_sentence(row, limit)}".strip(),
        empty=f"{none}\n{closest_words(evidence)}",
        limit_opens=behind_limit(limit) if limit else "",
        model=_model_words(model, row, evidence, look) if model else None,
        low=low,
        every=every_period(limit),
        minimum=limit is not None and limit.is_minimum,
    )
    claims = (*(row["claim_ids"] if row is not None else ()), *(limit.claims if limit else ()))
    claims += model.claim_ids if model else ()
    records = (*(limit.records if limit else ()), *(model.record_ids if model else ()))
    sources = source_lines(claims, evidence, record_ids=records, model=model)
    title = reported_headline(row, evidence)
    if low and comparable and limit:
        title = f"Reported{' and modelled' if model else ''} against the {shortened(limit.name, 30)}"
    words = Words(title, _gauge_subtitle(row, evidence, unit), sources)
    shown = model.total if model else None
    return dial(row, limit.value if limit else None, words, on_dial, look, shown)


def gauge_in_words(row: pd.Series | None, evidence: Evidence, estimate: Estimate | NotEstimated | None = None) -> str:
    """Alternative text of the gauge."""
    limit, model = evidence.headline_limit, of_the_period(estimate, row)
    times = scale_of(row, limit.value if limit else None, model.total if model else None)
    scale = f"Half dial from nothing to {times_in_words(times)} the {limit.name}. " if limit else ""
    if limit and limit.allows_none:
        scale = f"Half dial with the {limit.name} at its beginning, and no scale: it allows none. "
    words = scale or "Half dial without a limit. "
    said = f"{words}{reported_headline(row, evidence)}. {scope_sentence(row, limit)}".strip()
    if not model:
        return said
    told = _model_words(model, row, evidence)
    band = f" The model’s band: {'; '.join(told.hover)}." if told.keys else ""
    return f"{said}{band} {_left_sentence(told.lines)}{told.sentence}"


def bullets(
    rows: pd.DataFrame,
    limit: Limit,
    evidence: Evidence,
    look: Look,
    estimate: Estimate | NotEstimated | None = None,
) -> Scene:
    """Every comparable volume on one axis with the limit; series without a number keep their place in words.

    Reported first, then modelled, then notified; `estimate` is the one from which the modelled rows were made, or why
    there is none.
    """
    model = None if isinstance(estimate, NotEstimated) else estimate
    comparable = _in_order(rows[rows["comparable"]])
    shown, named = _drawn(comparable), on_ticks(limit.name)
    missing = [series for series in IN_ORDER if series not in set(shown["series"])]
    reason = estimate.reason if isinstance(estimate, NotEstimated) else ""
    modelled_rows = shown[shown["series"] == "modelled"]
    beside = BulletWords(
        limit.name,
        tuple(_detail(row, model) for _, row in shown.iterrows()),
        tuple(_note(row, named, model) for _, row in shown.iterrows()),
        tuple((series.capitalize(), _why_absent(series, reason)) for series in missing),
        lines_of(model, shortened(limit.name, 40)) if model and len(modelled_rows) else None,
        every_period(limit),
        limit.is_minimum,
    )
    unit = units(evidence, limit.unit, 2)
    over = "on the days of each number" if limit.is_level else "in one period of the limit"
    subtitle = f"{carriage(evidence)}, {unit} {over}. {NEVER_ADDED}"
    if len(modelled_rows):
        subtitle += " Model: the tick is the median, full colour the middle half of the runs, faint 90% of them."
    if len(shown) < len(comparable):
        subtitle += f" Not drawn: {count(len(comparable) - len(shown), 'more reported number')}."
    claims = [claim_id for claim_ids in shown["claim_ids"] for claim_id in claim_ids]
    cited = shown[shown["series"] == "notified"]
    rows_cited = [*_records(cited), *_records(modelled_rows), limit.records]
    records = [record_id for record_ids in rows_cited for record_id in record_ids]
    sources = source_lines(
        [*claims, *limit.claims], evidence, record_ids=records, model=model if len(modelled_rows) else None
    )
    return bullet(shown, limit.value, Words(bullets_headline(comparable, evidence), subtitle, sources), beside, look)


def bullets_in_words(rows: pd.DataFrame, evidence: Evidence, estimate: Estimate | NotEstimated | None = None) -> str:
    """Alternative text of the bullet rows: the limit, the finding, and every row with its number."""
    limit = evidence.headline_limit
    model = None if isinstance(estimate, NotEstimated) else estimate
    shown = _in_order(rows[rows["comparable"]])
    lines = lines_of(model) if model and (shown["series"] == "modelled").any() else None
    parts = [
        f"{row['series']}, {_detail(row, model).removeprefix(CITED_SIGN).strip()}: {one_number(row, evidence)}"
        for _, row in shown.head(10).iterrows()
    ]
    rule = f"Bars against {limit_rule(limit)}. " if limit else ""
    return f"{rule}{_left_sentence(lines)}{bullets_headline(shown, evidence)}. {'; '.join(parts)}"


def _left_sentence(lines: Lines | None) -> str:
    """The thin line beside that of the limit, in words; empty without one."""
    return f"Thin line: {lines.label}. " if lines and lines.two else ""


def events(
    rows: pd.DataFrame,
    writing: pd.DataFrame,
    headline: pd.Series | None,
    evidence: Evidence,
    look: Look,
    span: Span = NO_SPAN,
) -> Scene:
    """The timeline of some events, quoted and cited; counts by month when there are too many to show one by one.

    `headline` is the row of the volumes frame whose period of the limit is drawn; no axis leaves the years of `span`.
    """
    claims = [claim_id for claim_ids in rows["claim_ids"].head(MOST_SINGLE_EVENTS) for claim_id in claim_ids]
    lanes = evidence.case.lanes
    if len(rows) > MOST_SINGLE_EVENTS:
        return density(rows, lanes, _density_words(rows, evidence), look)
    records = [record_id for record_ids in cited_events(rows).get("record_ids", ()) for record_id in record_ids]
    quoted, cited = "What the documents say happened", f"what the public record adds ({CITED_SIGN} {CITED_WORD})"
    told = quoted if not records else f"{quoted}, and {cited}" if claims else cited.capitalize()
    title, _, dated = timeline_headline(rows).partition(": ")  # a second line of title would cost a screen
    title = title.partition("; ")[0]  # how well cited events are dated, each of them shows
    subtitle = f"{told}; {f'{dated}; ' if dated else ''}bars cover every day the wording allows"
    limit_year = _limit_year(headline, evidence)
    sources = source_lines(claims, evidence, with_limit=limit_year is not None, record_ids=records)
    words = Words(title, subtitle, sources)
    return timeline(rows, writing, lanes, limit_year, words, look, span)


def _density_words(rows: pd.DataFrame, evidence: Evidence) -> Words:
    counted = int(within_a_month(rows).sum())
    others = "; hatched: the others, in each month they may fall in" if counted < len(rows) else ""
    subtitle = (
        f"{count(counted, 'event')} of {len(rows):,} lie within one month and are counted by it{others}; "
        f"{MOST_SINGLE_EVENTS} or fewer are shown one by one"
    )
    documents = ", ".join(sorted({label for labels in rows["documents"] for label in labels})[:12])
    records = len(cited_events(rows))
    cited = f"; outlined: {count(records, 'event')} of the public record ({CITED_SIGN} {CITED_WORD})" if records else ""
    sources = f"Sources: {count(len(evidence.claims), 'claim')} of documents {documents}{cited}."
    return Words(timeline_headline(rows), subtitle, (sources, source_lines((), evidence, with_limit=False)[1]))


def _limit_year(headline: pd.Series | None, evidence: Evidence) -> LimitYear | None:
    """The period of the limit in which the headline volume lies."""
    limit = evidence.headline_limit
    if limit is None or limit.is_level or headline is None or pd.isna(headline["period_start"]):
        return None
    first, last = headline["period_start"].date(), headline["period_end"].date()
    # A number that counts towards another limit stands in a period of that one.
    return (
        LimitYear(first, last, limit.name, period_noun(limit)) if limit_period(first, limit) == (first, last) else None
    )


def _in_order(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.sort_values("series", key=lambda series: series.map(IN_ORDER.index), kind="stable")


def _drawn(rows: pd.DataFrame) -> pd.DataFrame:
    """As many rows as one figure holds: reported ones give way, for the other series have few."""
    reported = rows["series"] == "reported"
    return pd.concat([rows[reported].head(max(1, MOST_ROWS - int((~reported).sum()))), rows[~reported]])


def _records(rows: pd.DataFrame) -> list[tuple[str, ...]]:
    return list(rows["record_ids"]) if "record_ids" in rows else []


def _detail(row: pd.Series, estimate: Estimate | None) -> str:
    """Whose number a row is: document and claims, the trips of the model, or the suppliers of a cited notification."""
    if row["series"] == "modelled":
        return trips_behind(estimate, row["detail"])
    if row["series"] == "notified":
        return f"{CITED_SIGN} {CITED_WORD}: {row['detail']}, {year_in_words(row)}"
    return f"Document {row['document']}, {', '.join(row['claim_ids'])}"


def _note(row: pd.Series, limit_name: str, estimate: Estimate | None) -> str:
    """How a row stands to the limit, one line an entry; a modelled one to what the estimate is held against."""
    if row["series"] != "modelled":
        stands = times_the_limit(row, "limit")
        return f"{stands}\n{READ_BY_CURATOR}" if row["number_read_by"] == "curator" else stands
    band, probability = f"90%: {modelled_range(row['low'], row['high'])}", float(row["probability"])
    if isnan(probability):
        return band
    held = against(estimate).replace(estimate.limit_name, limit_name) if estimate else f"the {limit_name}"
    over = f"over {held} in {unbroken(f'{runs_of_100(probability)} runs')}"
    return f"{band}\n{over}\n{likelihood(probability)}"


def _why_absent(series: str, reason: str) -> str:
    return reason if series == "modelled" and reason else f"no {series} figure in this dataset"


def _model_words(estimate: Estimate, row: pd.Series | None, evidence: Evidence, look: Look | None = None) -> ModelWords:
    """What stands at the band; with a `look`, keys also for what is not written on a dial of that width."""
    limit, shown = evidence.headline_limit, estimate.total
    band, trips = modelled_range(shown["q05"], shown["q95"]), trips_behind(estimate, estimate.series)
    keys = []
    if limit and row is not None and row["comparable"]:
        bound = f", {BOUNDS[row['operator']]}" if row["operator"] in BOUNDS else ""
        keys.append(Key("reported", "Reported", f" [{', '.join(row['claim_ids'])}]{bound}"))
    if limit:
        keys.append(Key("model", "Model", f", {trips}: middle half and 90% range {band}"))
        keys.append(Key("limit", shortened(limit.name, 30)))
    lines = lines_of(estimate, shortened(estimate.limit_name, 30))
    if lines.two and look and (look.narrow or lines.nothing_left):
        keys.append(Key("left", lines.limit_name, f" {lines.left_words}"))
    unit = units(evidence, estimate.unit, 2)
    half = modelled_range(shown["q25"], shown["q75"])
    about = f"{trips}: about {modelled(shown['q50'])} {unit}"
    hover = (about, f"half of the runs within {half}", f"90% within {band}")
    sentence = model_sentence(estimate, unit)
    return ModelWords(tuple(keys), sentence, likelihood(shown["above_limit"]), hover, lines)


def _unit_words(row: pd.Series | None, evidence: Evidence, unit: str) -> str:
    """The unit of the gauge, with what makes its number no plain amount: "tonnes a month, a rise"."""
    if not unit:
        return ""
    rate, change = (row["per"], row["change"]) if row is not None else ("", "")
    return f"{units(evidence, unit, 2)}{rate_words(rate)}{f', a {change}' if change else ''}"


def _gauge_subtitle(row: pd.Series | None, evidence: Evidence, unit: str) -> str:
    parts = [carriage(evidence)]
    if row is not None and not pd.isna(row["year"]):
        claim = evidence.claim_by_id[row["claim_ids"][0]]
        year = year_in_words(row)
        parts.append(f"{claim.date_words} ({year})" if claim.date_words else year)
    if unit:
        parts.append(_unit_words(row, evidence, unit))
    if row is not None and row["number_read_by"] == "curator":
        parts.append(f"number {READ_BY_CURATOR}")
    return ", ".join(parts)
