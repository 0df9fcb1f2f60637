"""The figures of the public record with their sentences, put together once for pages and slides."""

from math import nan

import pandas as pd

from components.figures.notices.notified import notified
from components.figures.notices.notified_parts import Part, Period, Reported, Series
from components.figures.origins.descent import descent
from components.scene.canvas import Look
from components.scene.furniture import Scene, Words, safe
from components.sentences.against_limit import units
from components.sentences.counts import count, listed
from components.sentences.limits import every_period, period_in_short, period_in_words
from components.sentences.records import record
from components.sentences.sources import source_lines
from components.theme import CITED_SIGN, CITED_WORD, quantity, read_by
from data.models.evidence import Evidence
from data.models.quantities import FLOORS

MOST_SUPPLIERS = 5
MOST_LABELS = 12
MOST_LISTED = 12


def notified_by_year(
    years: pd.DataFrame, rows: pd.DataFrame, evidence: Evidence, look: Look, headline: pd.Series | None = None
) -> Scene:
    """What was notified against the limit, one column a period.

    `years` and `rows` are the frames notified_years and notified_frame; `headline` is the row of the volumes frame
    whose reported number is marked in its period, beside the columns and never added to them.
    """
    limit = evidence.headline_limit
    series = _series(years, rows, evidence, headline)
    unit = units(evidence, limit.unit, 2) if limit else ""
    subtitle = f"{CITED_SIGN} {CITED_WORD}: what suppliers notified, {unit} in each period of the limit"
    subtitle += "; the reported number is another series and not added" if series.reported else ""
    records = [record_id for record_ids in years["record_ids"] for record_id in record_ids]
    claims = headline["claim_ids"] if series.reported and headline is not None else ()
    sources = source_lines(
        [*claims, *(limit.claims if limit else ())], evidence, record_ids=[*(limit.records if limit else ()), *records]
    )
    return notified(series, Words(record.notified_headline(years, evidence), subtitle, sources), look)


def notified_in_words(years: pd.DataFrame, rows: pd.DataFrame, left_out: tuple[str, ...], evidence: Evidence) -> str:
    """Alternative text of the columns: the finding, the sentence, and every period with its parts."""
    series = _series(years, rows, evidence, None)
    periods = [
        f"{period.name}: {period.words} ("
        + ", ".join(f"{series.suppliers[part.supplier]} {_with_note(part)}" for part in period.parts)
        + ")"
        for period in series.periods
    ]
    told = f"{record.notified_headline(years, evidence)}. {record.notified_sentence(years, left_out, evidence)}"
    return f"Columns by year. {told} {'; '.join(periods)}".strip()


def origin_graph(texts: pd.DataFrame, evidence: Evidence, look: Look) -> Scene:
    """Which texts go back to which origins, of the frame descent_frame."""
    documents = int(texts.loc[texts["kind"] == "document", "text_id"].nunique())
    records = int(texts["text_id"].nunique()) - documents
    quoted = f"{count(documents, 'document')} (quoted)" if documents else ""
    cited = f"{count(records, 'record')} ({CITED_SIGN} {CITED_WORD})" if records else ""
    where = (
        "on both sides; the last known origin of each, in the middle"
        if look.for_screen
        else "left; the last known origin of each, right"
    )
    subtitle = f"{listed([part for part in (quoted, cited) if part])}, {where}" if len(texts) else ""
    labels = ", ".join(texts.loc[texts["kind"] == "document", "text_id"].drop_duplicates().head(MOST_LABELS))
    ids = texts.loc[texts["kind"] == "record", "text_id"].drop_duplicates()
    named, as_of = source_lines((), evidence, with_limit=False, record_ids=ids)
    others = named.removeprefix("Sources: ")
    if labels:
        named = f"Sources: documents {labels}" + (f"; {others}" if len(ids) and others != "none." else ".")
    return descent(texts, Words(record.descent_headline(texts), subtitle, (named, as_of)), look)


def origin_graph_in_words(texts: pd.DataFrame) -> str:
    """Alternative text of the origin graph: the finding and every origin with its number of texts."""
    counts = record.origin_counts(texts)
    origins = "; ".join(f"{row['origin']}: {row['texts']}" for _, row in counts.head(MOST_LISTED).iterrows())
    told = f"{record.descent_headline(texts)}. {record.descent_sentence(texts)}"
    return f"Graph of texts and their origins. {told} {origins}".strip()


def _series(years: pd.DataFrame, rows: pd.DataFrame, evidence: Evidence, headline: pd.Series | None) -> Series:
    limit = evidence.headline_limit
    totals = years.groupby("supplier", sort=False)["volume"].sum().sort_values(ascending=False, kind="stable")
    named = list(totals.index[: MOST_SUPPLIERS if len(totals) <= MOST_SUPPLIERS else MOST_SUPPLIERS - 1])
    others = len(totals) - len(named)
    suppliers = [record.supplier_in_words(str(name)) for name in named] + (
        [f"{others} other suppliers"] if others else []
    )
    by_id = rows.set_index("record_id")
    periods = [
        _period(of_period, named, by_id, evidence, suppliers)
        for _, of_period in years.groupby(["period_start", "period_end"], sort=True)
    ]
    starts = sorted(years["period_start"].unique())
    reported = _reported(headline, starts) if headline is not None else None
    return Series(
        tuple(periods),
        tuple(suppliers),
        limit.name if limit else "limit",
        reported,
        every_period(limit),
        limit is not None and limit.is_minimum,
    )


def _period(
    rows: pd.DataFrame, named: list[str], by_id: pd.DataFrame, evidence: Evidence, suppliers: list[str]
) -> Period:
    start, end = rows["period_start"].iloc[0].date(), rows["period_end"].iloc[0].date()
    places = rows["supplier"].map(lambda name: named.index(name) if name in named else len(named))
    as_of = evidence.case.as_of
    parts = tuple(_part(int(str(place)), part, by_id, evidence) for place, part in rows.groupby(places, sort=True))
    total = _in_words(rows)
    incomplete = not rows["complete"].all()
    note = ("so far" if start <= as_of <= end else "incomplete") if incomplete else ""
    unit = units(evidence, evidence.headline_limit.unit, 2) if evidence.headline_limit else ""
    lines = [f"<b>{period_in_words(start, end)}</b>: {total} {safe(unit)} notified{f', {note}' if note else ''}"]
    lines += [f"{safe(suppliers[part.supplier])}: {safe(_with_note(part))}" for part in parts]
    lines += [f"{CITED_SIGN} {CITED_WORD}; click for the largest row"]
    limit = rows["limit_volume"].iloc[0]
    opens = f"record:{_largest(rows, by_id)}"
    return Period(
        period_in_short(start, end),
        parts,
        total,
        note,
        nan if pd.isna(limit) else float(limit),
        opens,
        "<br>".join(lines),
    )


def _part(place: int, rows: pd.DataFrame, by_id: pd.DataFrame, evidence: Evidence) -> Part:
    note = "" if rows["complete"].all() else _coverage(rows[~rows["complete"]], by_id, evidence)
    return Part(place, float(rows["volume"].sum()), _in_words(rows), bool(rows["converted"].any()), note)


def _in_words(rows: pd.DataFrame) -> str:
    about, converted = (bool(rows[column].any()) for column in ("about", "converted"))
    summed = sum(map(len, rows["record_ids"])) > 1
    return record.notified_volume(float(rows["volume"].sum()), about, converted, summed)


def _coverage(rows: pd.DataFrame, by_id: pd.DataFrame, evidence: Evidence) -> str:
    ids = [record_id for record_ids in rows["record_ids"] for record_id in record_ids if record_id in by_id.index]
    if len(rows) > 1 or not ids:
        return "incomplete"
    first, last = by_id.loc[ids, "earliest"].min().date(), rows["covered_to"].iloc[0].date()
    period = rows["period_start"].iloc[0].date(), rows["period_end"].iloc[0].date()
    return record.coverage_in_words(first, last, period, evidence.case.as_of)


def _largest(rows: pd.DataFrame, by_id: pd.DataFrame) -> str:
    """The id of the row that counts for most of a period."""
    ids = [record_id for record_ids in rows["record_ids"] for record_id in record_ids]
    known = [record_id for record_id in ids if record_id in by_id.index]
    return str(by_id.loc[known, "converted"].fillna(0).idxmax()) if known else str(ids[0])


def _reported(headline: pd.Series, starts: list[pd.Timestamp]) -> Reported | None:
    if not headline["comparable"] or headline["period_start"] not in starts:
        return None
    words = quantity(headline["operator"], headline["volume"], headline["high"])
    words += read_by(headline["number_read_by"])
    claims = ", ".join(headline["claim_ids"])
    place = starts.index(headline["period_start"])
    return Reported(place, float(headline["volume"]), headline["operator"] in FLOORS, words, claims)


def _with_note(part: Part) -> str:
    return f"{part.words} ({part.note})" if part.note else part.words
