"""Year against year with its sentences, put together once for page, full-bleed screen and slide."""

from collections.abc import Sequence
from itertools import groupby
from math import isfinite

import pandas as pd

from components.figures.years.bars import Row, Year, by_year, lines_of, wrapped_hover
from components.scene.canvas import Look
from components.scene.furniture import Scene, Words, safe
from components.sentences import row as sentences
from components.sentences.against_limit import units
from components.sentences.limits import period_in_short, period_noun
from components.sentences.records.by_year import (
    by_year_headline,
    by_year_sentence,
    part_in_words,
    whose_in_words,
    year_of,
)
from components.sentences.records.record import notified_volume, supplier_in_words
from components.sentences.sources import source_lines
from components.theme import CITED_SIGN, modelled, modelled_range, number, quantity, read_by
from data.estimate.result import Estimate
from data.frames.rows import rows_of
from data.models.evidence import Evidence
from data.models.quantities import FLOORS
from data.models.record import Statement

LEGEND = (
    f"{CITED_SIGN} cited from an address, no stored text. Hatched: a published estimate, as far as its words are sure; "
    "outlined alone: as far as they leave it open; arrowheads: so much or more. Filled: notified, the stronger part by "
    "{supplier}. In the colour of the text: a document. Band: the model, 90% of its runs and their middle half."
)
MOST_YEARS = 60


def by_year_of(rows: pd.DataFrame, evidence: Evidence, look: Look, estimate: Estimate | None = None) -> Scene:
    """The rows of a frame by_year_frame, one group a year; `estimate` is the one that its modelled row comes from."""
    limit = evidence.headline_limit
    unit = units(evidence, limit.unit, 2) if limit else ""
    counts = f", {limit.product} by {limit.suppliers}" if limit else ""
    of_what = f"each {period_noun(limit)} of the {limit.name if limit else 'limit'}{counts}"
    subtitle = f"{unit.capitalize()} in {of_what}. Nothing is added up."
    legend = LEGEND.format(supplier=evidence.case.subject.supplier)
    claims, records = (
        [one for row in rows_of(rows) if row["series"] != "modelled" for one in row[ids]]
        for ids in ("claim_ids", "record_ids")
    )
    sources = source_lines(
        [*claims, *(limit.claims if limit else ())],
        evidence,
        record_ids=[*(limit.records if limit else ()), *records],
        model=estimate if "modelled" in set(rows["series"]) else None,
    )
    name = f"{limit.name} {number(limit.value)}" if limit else ""
    return by_year(
        _years(rows, evidence), name, Words(by_year_headline(rows, evidence), subtitle, sources, legend), look
    )


def by_year_in_words(rows: pd.DataFrame, left_out: Sequence[str], evidence: Evidence) -> str:
    """Alternative text: the finding, what the estimates count, and every year with its numbers."""
    years = [f"{year.name}: {'; '.join(lines_of(year.rows))}" for year in _years(rows, evidence)]
    told = f"{by_year_headline(rows, evidence)}. {by_year_sentence(rows, left_out)}"
    return f"Bars by year. {told} {'. '.join(years)}.".replace("..", ".")


def _years(rows: pd.DataFrame, evidence: Evidence) -> list[Year]:
    """The latest years of the frame, in order."""
    years = []
    for _, of_year in groupby(rows_of(rows), key=year_of):
        some = list(of_year)
        name = period_in_short(some[0]["period_start"], some[0]["period_end"])
        notified = [row for row in some if row["series"] == "notified"]
        made = [_notified(notified, evidence)] if notified else []
        made += [_one(row, evidence) for row in some if row["series"] != "notified"]
        years.append(Year(name, float(some[0]["limit_volume"]), tuple(made)))
    return years[-MOST_YEARS:]


def _notified(rows: Sequence[sentences.Row], evidence: Evidence) -> Row:
    """What all suppliers notified for a year, the case's own supplier first."""
    own = evidence.case.subject.supplier
    ordered = sorted(rows, key=lambda row: row["whose"] != own)
    total, about = sum(row["volume"] for row in rows), any(row["about"] for row in rows)
    words = notified_volume(total, about, about, summed=len(rows) > 1)
    parts = [f"{supplier_in_words(row['whose'])} {_filed(row)}" for row in ordered]
    largest = max(rows, key=lambda row: row["volume"])
    early = any(row["covers"] == "part" for row in rows)
    named = "; ".join(parts) if len(parts) <= 2 else f"{len(parts)} filings"
    return Row(
        "notified",
        f"{CITED_SIGN} Notified{', incomplete' if early else ''}",
        words,
        named,
        total,
        (total, total),
        f"record:{largest['record_ids'][0]}",
        f"<b>Notified: {words}</b><br>{'<br>'.join(map(safe, parts))}<br>Click for the largest row",
        parts=tuple((row["volume"], row["whose"] == own) for row in ordered),
    )


def _filed(row: sentences.Row) -> str:
    part = part_in_words(row)
    return f"{notified_volume(row['volume'], row['about'], row['about'])}{f', {part}' if part else ''}"


def _one(row: sentences.Row, evidence: Evidence) -> Row:
    whose, part = whose_in_words(row, evidence), part_in_words(row)
    if row["series"] == "modelled":
        name, opens = "Model", "estimate"
        value = f"about {modelled(row['volume'])}"
        note, said = f"{whose}, 90%: {modelled_range(row['low'], row['high'])}", f"{whose}, {part}"
    elif row["series"] == "reported":
        opens = ", ".join(row["claim_ids"])
        claim = evidence.claim_by_id[row["claim_ids"][0]]
        name = f"Document {evidence.document_by_id[claim.document].label} {opens}"
        value, said = quantity(row["operator"], row["volume"], row["high"]), claim.quote
        note = ", ".join(filter(None, [part, read_by(row["number_read_by"]).strip(" ()")]))
    else:
        record = evidence.record_by_id[row["record_ids"][0]]
        opens, said = f"record:{record.record_id}", record.statement if isinstance(record, Statement) else ""
        name, value = f"{CITED_SIGN} {row['said_by']}", quantity(row["operator"], row["volume"], row["high"])
        note = ", ".join(filter(None, [whose, part]))
    hover = f"<b>{safe(name)}: {safe(value)}</b><br>{wrapped_hover(said)}<br>Click for the words"
    sure = row["low"] if row["operator"] in ("<", "<=", "range") else row["volume"]
    open_end = row["operator"] in FLOORS
    ends = (float(row["low"]), float(row["high"]) if isfinite(row["high"]) else float("inf"))
    kind, half = row["series"], (float(row["q25"]), float(row["q75"]))
    return Row(kind, name, value, note, float(sure), ends, opens, hover, open_end, half=half)
