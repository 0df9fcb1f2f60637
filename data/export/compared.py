"""Tables of what is compared: the limits, the volumes against them, and the figures that follow from what is stated."""

from math import isfinite, nan

from data.barrels import barrels_frame, headline_row, reported_frame
from data.derived import derived_frame
from data.export.source import Row, Rows, Source, rows_of
from data.rounding import modelled

NUMBERS = ("volume", "low", "high", "q25", "q75")


def limits(source: Source) -> Rows:
    headline = source.evidence.case.subject.headline_limit
    for limit in source.evidence.limits:
        yield {**dict(limit), "headline": limit.limit_id == headline} | source.link("barrels")


def volumes(source: Source) -> Rows:
    """Every row of the barrels frame; only what is modelled is rounded."""
    for row in rows_of(barrels_frame(source.evidence, source.estimate)):
        raw = {f"{name}_raw": row[name] if isfinite(row[name]) else nan for name in NUMBERS}
        rounded = {name: modelled(row[name]) for name in NUMBERS} if row["series"] == "modelled" else {}
        yield row | raw | rounded | _opened(row, source)


def derived(source: Source) -> Rows:
    """Without the modelled volumes, which have tables of their own."""
    headline = headline_row(reported_frame(source.evidence), source.evidence)
    for row in rows_of(derived_frame(source.evidence, headline)):
        yield row | source.link("method")


def _opened(row: Row, source: Source) -> Row:
    if row["series"] == "modelled":
        return source.link("estimate")
    if row["series"] == "notified":
        return source.link("record", record=row["record_ids"][0])
    return source.link("barrels", claim=row["claim_ids"][0])
