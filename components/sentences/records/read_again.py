"""How often the number of a cited row was read, by whom, and whether its readers agree."""

from components.sentences.against_limit import units
from components.sentences.counts import count
from components.theme import quantity_in_words
from data.frames.read_twice import is_read_alike, numbered_records, rows_read_again
from data.models.dates import in_words
from data.models.evidence import Evidence
from data.models.record import Notification, Statement
from data.models.second_reading import RecordReading


def number_read(read: Statement | Notification | RecordReading, evidence: Evidence) -> str:
    """The number that a reader found, in words; "no number" without one."""
    given = read.quantity
    if given is None:
        return "no number"
    amount = quantity_in_words(given.operator, given.stated, given.ceiling)
    return f"{amount} {units(evidence, given.unit, given.stated)}"


def second_readings_of(record: Statement | Notification, evidence: Evidence) -> list[str]:
    """A sentence for each second reading of a row: "reader 3, 3 May 2031: the same"."""
    return [
        f"{one.reader}, {in_words(one.day.isoformat())}: "
        f"{'the same number' if is_read_alike(record, one) else number_read(one, evidence)}"
        for one in evidence.readings_of_record(record.record_id)
    ]


def records_read_finding(evidence: Evidence) -> str:
    """How many rows of the public record with a number were read a second time, how many were not, and in how many of
    those read nothing differs.
    """
    read = {one.record for one in evidence.record_readings}
    apart = {one.record for row, one in rows_read_again(evidence) if not is_read_alike(row, one)}
    if not read:
        return "No row of the public record has been read a second time"
    many = len(numbered_records(evidence))
    told = f"{len(read):,} of {count(many, 'cited row')} with a number read a second time"
    left = f", {many - len(read):,} not yet" if many > len(read) else ""
    return f"{told}{left}; in {len(read - apart):,} nothing differs"
