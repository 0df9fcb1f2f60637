"""Tables of what is cited, not quoted: the rows of the public record, what they answer, and who stands behind whom."""

from collections.abc import Sequence
from math import isnan

from data.export.source import Rows, Source
from data.frames.comparison import record_answers as answers_frame
from data.frames.descent import descent_frame
from data.frames.graded import graded_by
from data.frames.notified import notified_frame, notified_years
from data.frames.read_twice import is_read_alike, rows_read_again
from data.frames.rows import rows_of
from data.models.record import Sighting, Statement, Vessel


def statements(source: Source) -> Rows:
    return _facts(source.evidence.statements, source)


def record_readings(source: Source) -> Rows:
    """Second readings of numbers of the record; of a row that is not sound there are none."""
    for row, one in rows_read_again(source.evidence):
        differs = () if is_read_alike(row, one) else ("number",)
        yield {**dict(one), "differs": differs} | source.link("record", record=one.record)


def sightings(source: Source) -> Rows:
    return _facts(source.evidence.sightings, source)


def vessels(source: Source) -> Rows:
    return _facts(source.evidence.vessels, source)


def notified(source: Source) -> Rows:
    """The rows of notified_frame with the ids behind them."""
    for one, row in zip(source.evidence.notified, rows_of(notified_frame(source.evidence)), strict=True):
        ids = {"origin": one.origin, "factor_from": one.factor_from, "seen_on": one.seen_on, "original": one.original}
        about = "~" if row["is_converted"] else one.operator
        operator = {"converted_operator": "" if isnan(row["converted"]) else about}
        yield row | ids | operator | source.link("record", record=one.record_id)


def notified_by_year(source: Source) -> Rows:
    for row in rows_of(notified_years(source.evidence)):
        yield row | {"operator": "~" if row["about"] else "="} | source.link("volumes", layer="record")


def record_answers(source: Source) -> Rows:
    for row in rows_of(answers_frame(source.evidence)):
        yield row | source.link("record", record=row["record_id"])


def origins(source: Source) -> Rows:
    for origin in source.evidence.origins:
        by = graded_by(origin, source.evidence) if origin.reliability else ""
        yield {**dict(origin)} | {"assessed_by": by} | source.link("record")


def descent(source: Source) -> Rows:
    for row in rows_of(descent_frame(source.evidence)):
        quoted = row["kind"] == "document"
        page = ("documents", {"document": row["text_id"]}) if quoted else ("record", {"record": row["text_id"]})
        yield row | source.link(page[0], **page[1])


def _facts(facts: Sequence[Statement | Sighting | Vessel], source: Source) -> Rows:
    for fact in facts:
        yield {**dict(fact)} | source.link("record", record=fact.record_id)
