"""Tables of what is compared: the limits, the volumes against them, and the figures that follow from what is stated."""

from math import isfinite, nan

from data.derived import derived_frame
from data.estimate.rounding import modelled
from data.export.codebook import whole
from data.export.source import Row, Rows, Source
from data.frames.reported import headline_row, reported_frame
from data.frames.rows import rows_of
from data.models.evidence import Evidence
from data.proof.read_by import limit_read_by
from data.volumes import volumes_frame

CEILING, FLOOR = "<=", ">="  # a limit may be reached and not passed
OPERANDS = {"a trip": 2, "times the limit": 1}  # the first claims of a derived row, whose numbers are divided
ROUNDING = {"notified": whole, "modelled": modelled}
NUMBERS = ("volume", "low", "high", "q25", "q75")


def limits(source: Source) -> Rows:
    headline = source.evidence.case.subject.headline_limit
    for limit in source.evidence.limits:
        told = {"headline": limit.limit_id == headline, "operator": FLOOR if limit.is_minimum else CEILING}
        told |= {"sense": limit.sense or "max", "measure": limit.measure or "flow"}
        told["number_read_by"] = limit_read_by(limit, source.evidence)
        yield {**dict(limit)} | told | source.link("volumes")


def conditions(source: Source) -> Rows:
    for one in source.evidence.conditions:
        yield {**dict(one)} | source.link("volumes")


def volumes(source: Source) -> Rows:
    """Every row of the volumes frame; what is reported stays as it is stated."""
    for row in rows_of(volumes_frame(source.evidence, source.estimate)):
        raw = {f"{name}_raw": row[name] if isfinite(row[name]) else nan for name in NUMBERS}
        rounding = ROUNDING.get(row["series"])
        rounded = {name: rounding(row[name]) for name in NUMBERS} if rounding else {}
        yield row | raw | rounded | _opened(row, source)


def derived(source: Source) -> Rows:
    """Without the modelled volumes, which have tables of their own."""
    headline = headline_row(reported_frame(source.evidence), source.evidence)
    for row in rows_of(derived_frame(source.evidence, headline)):
        yield row | {"operator": _operator(row, source.evidence)} | source.link("method")


def _operator(row: Row, evidence: Evidence) -> str:
    """How a derived value is meant: on the side on which the words bound it, else empty, for then it is no bound."""
    if row["kind"] == "notified":
        return str(next(one.operator for one in evidence.notified if one.record_id == row["subject"]))
    stated = row["claim_ids"][: OPERANDS.get(row["kind"], 0)]
    operators = {evidence.claim_by_id[claim_id].operator for claim_id in stated}
    strict = not operators.isdisjoint({">", "<"})
    match row["bounded"]:
        case "below":
            return ">" if strict else ">="
        case "above" if row["high"] > row["low"]:
            return "<" if strict else "<="
        case "both sides" | "above":
            return "~" if "~" in operators else "=" if row["low"] == row["high"] else "range"
        case _:
            return ""


def _opened(row: Row, source: Source) -> Row:
    if row["series"] == "modelled":
        return source.link("estimate")
    if row["series"] == "notified":
        return source.link("record", record=row["record_ids"][0])
    return source.link("volumes", claim=row["claim_ids"][0])
