"""A second reading: a sheet with the quotes and nothing of their first reading, and the way back into readings.csv."""

import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeAlias, get_args

from data.files.problems import Problem, shown
from data.files.spreadsheet import neutral, plain
from data.files.tables import build, cell_of, csv_text, read_csv
from data.files.unreadable import reason
from data.files.whole import write_whole
from data.frames.read_twice import numbered_records
from data.models.dates import in_words
from data.models.entry import NUMBER_KEYS
from data.models.event import Kind, Modality
from data.models.evidence import Claim, Evidence
from data.models.quantities import Operator
from data.models.record import Notification, Statement
from data.models.second_reading import RecordReading, SecondReading
from data.reading.readings import (
    COLUMNS,
    READINGS,
    RECORD_COLUMNS,
    RECORD_READINGS,
    fingerprint_of,
    fingerprint_of_record,
)

AnyReading: TypeAlias = SecondReading | RecordReading
GIVEN, ASKED = ("claim", "document", "quote"), ("kind", "modality", "credibility", *NUMBER_KEYS)
BYTE_ORDER_MARK = "\ufeff"  # without it spreadsheet programs take UTF-8 for something else
GIVEN_OF_RECORD, ASKED_OF_RECORD = ("record", "said_by", "published", "address", "words"), NUMBER_KEYS
NO_NUMBER = "none"
HOW = """A SECOND READING
{title}

The sheet beside this file has a row for each of {many} quotes. Fill in what you read in its words, by yourself, and
leave claim, document and quote as they are. The texts stand below, whole: read each before its quotes. Neither file
says how the quotes were read the first time; do not look it up before you are done. A row that you leave empty
counts as not read.

kind          what the passage is, one of: {kinds}
modality      how firmly it is said, one of: {modalities}
              (observed: seen by who says so; declared: on record by a named person or state; asserted: the text's own
              voice; possible: hedged by words such as may, could, appears, likely)
credibility   1 confirmed by other sources, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable,
              6 truth cannot be judged
operator      only where the words give an amount, one of: {operators}   (over: >, up to: <=, about: ~, from to: range)
value, unit   the amount in digits, without commas, and what is counted, one of: {units}
low, high     the two ends of a range, in place of value
"""

HOW_OF_RECORD = """A SECOND READING OF NUMBERS
{title}

The sheet beside this file has a row for each of {many} statements of the public record that give a number. Fill in the
number that you read in its words, by yourself, and leave all else as it is. Where the words say that something was
filed, open the address and read the number there. Do not look up the first reading before you are done. A row that you
leave empty counts as not read.

operator      one of: {operators}   (over: >, at least: >=, up to: <=, about: ~, from to: range);
              none where there is no number
value, unit   the amount in digits, without commas, and what is counted, one of: {units}
low, high     the two ends of a range, in place of value
"""


class Taken(NamedTuple):
    """What a filled sheet gave: the readings, what is wrong with its rows, and how many were left empty."""

    readings: tuple[AnyReading, ...]
    problems: tuple[Problem, ...]
    left: int


def blind_sheet(evidence: Evidence) -> bytes:
    """A CSV file with a row for each claim, text by text: its id, its words, and empty cells for how they are read."""
    claims = [(one.label, claim) for one in evidence.documents for claim in evidence.claims_of(one.id)]
    rows = [(claim.id, label, neutral(claim.quote), *[""] * len(ASKED)) for label, claim in claims]
    return _sheet([(*GIVEN, *ASKED), *rows])


def blind_texts(evidence: Evidence) -> str:
    """What the reader of a sheet has beside it: how to fill it in, and the texts, whole and without a mark in them."""
    how = HOW.format(
        title=evidence.case.title,
        many=len(evidence.claims),
        kinds=", ".join(get_args(Kind)),
        modalities=", ".join(get_args(Modality)),
        operators=", ".join(get_args(Operator)),
        units=", ".join(f"{unit.id} ({unit.many})" for unit in evidence.case.units),
    )
    texts = [f"\n{'=' * 20} Document {one.label} {'=' * 20}\n\n{one.text.rstrip()}\n" for one in evidence.documents]
    return how + "".join(texts)


def record_sheet(evidence: Evidence) -> bytes:
    """A CSV file with a row for each cited row that gives a number: its words, who said them, and empty cells."""
    rows: list[Sequence[object]] = [(*GIVEN_OF_RECORD, *ASKED_OF_RECORD)]
    for record in numbered_records(evidence):
        said = (neutral(record.said_by), cell_of(record.published), record.address)
        rows.append((record.record_id, *said, neutral(_words_of(record)), *[""] * len(ASKED_OF_RECORD)))
    return _sheet(rows)


def _sheet(rows: Iterable[Sequence[object]]) -> bytes:
    return (BYTE_ORDER_MARK + csv_text(rows, "\r\n")).encode()


def record_notes(evidence: Evidence) -> str:
    """What the reader of a sheet of cited rows has beside it: how to fill it in."""
    return HOW_OF_RECORD.format(
        title=evidence.case.title,
        many=len(numbered_records(evidence)),
        operators=", ".join(get_args(Operator)),
        units=", ".join(f"{unit.id} ({unit.many})" for unit in evidence.case.units),
    )


def _words_of(record: Statement | Notification) -> str:
    """What a second reader sees of a row: its words; of what was filed only what it is about."""
    if isinstance(record, Statement):
        return record.statement
    return f"Filed for {in_words(record.date)}, deliveries of {' and '.join(record.suppliers)}: read it at the address"


def write_sheet(out: Path, seeds: Path, evidence: Evidence, records: bool = False) -> str:
    """Write a sheet of claims or of cited rows, and beside it how to fill it in.

    Gives what was written, or why nothing was: nothing that stands is replaced.
    """
    if not out.name:
        return "Nothing was written: give the path of a file to write, such as sheet.csv."
    texts = out.with_name(f"{out.stem}-texts.txt")
    for path in (out, texts):
        if os.path.lexists(path):
            return f"Nothing was written: {shown(str(path))} stands there already. Name another file."
        if path.absolute().is_relative_to(seeds.absolute()):
            return f"Nothing was written: {shown(str(path))} would stand in the seeds folder. Name one elsewhere."
    try:
        write_whole(out, record_sheet(evidence) if records else blind_sheet(evidence))
        write_whole(texts, (record_notes(evidence) if records else blind_texts(evidence)).encode())
    except OSError as error:
        return f"Nothing was written: {shown(str(out))} cannot be ({reason(error)}). Name another file."
    what = "cited row with a number" if records else "claim"
    return f"Written: {shown(str(out))}, a row for each {what}, and {shown(str(texts))} to read beside it."


def records_taken(sheet: Path, evidence: Evidence, reader: str, day: date) -> Taken:
    """The readings of a filled sheet of cited rows by one reader (a role) on a day."""
    problems: list[Problem] = []
    readings: list[RecordReading] = []
    name, left, rows = sheet.name, 0, {one.record_id: one for one in numbered_records(evidence)}
    for line, cells in read_csv(sheet, name, (*GIVEN_OF_RECORD, *ASKED_OF_RECORD), (), problems).rows:
        filled = {key: cells[key] for key in ASKED_OF_RECORD if key in cells}
        record = rows.get(cells.get("record", ""))
        if not filled:
            left += 1
        elif record is None or plain(cells.get("words", "")).split() != _words_of(record).split():
            what = f"these are not the words of a row {shown(cells.get('record', ''))} that gives a number"
            problems.append(Problem(name, f"row {line}, words", what, remedy="Write a new sheet, and read it again."))
        else:
            known = {one.reading_id: (one.record, one.reader) for one in evidence.record_readings}
            own = {"reading_id": _id_for(record.record_id, reader, known), "record": record.record_id}
            found = {} if filled.get("operator") == NO_NUMBER and len(filled) == 1 else filled
            raw = own | {"reader": reader, "day": day, "fingerprint": fingerprint_of_record(record)} | found
            built = build(RecordReading, raw, name, f"row {line}", problems)
            problems += _not_of_this_case(built, evidence, name, line, {one.record for one in readings})
            readings += [built] if built else []
    return Taken(tuple(readings), tuple(problems), left)


def taken(sheet: Path, evidence: Evidence, reader: str, day: date) -> Taken:
    """The readings of a filled sheet by one reader (a role) on a day; a row is whole, or is left empty, or is wrong.

    Its first column says whether it is a sheet of claims or of cited rows.
    """
    if _is_of_records(sheet):
        return records_taken(sheet, evidence, reader, day)
    problems: list[Problem] = []
    name = sheet.name
    readings: list[SecondReading] = []
    left = 0
    for line, cells in read_csv(sheet, name, (*GIVEN, *ASKED), (), problems).rows:
        filled = {key: cells[key] for key in ASKED if key in cells}
        claim = evidence.claim_by_id.get(cells.get("claim", ""))
        if not filled:
            left += 1
        elif claim is None or not _same_words(cells.get("quote", ""), claim):
            problems.append(_other_words(name, line, cells.get("claim", ""), claim))
        else:
            known = {one.reading_id: (one.claim, one.reader) for one in evidence.readings}
            own = {"reading_id": _id_for(claim.id, reader, known), "claim": claim.id, "reader": reader, "day": day}
            raw = own | {"fingerprint": fingerprint_of(claim)} | filled
            built = build(SecondReading, raw, name, f"row {line}", problems)
            problems += _not_of_this_case(built, evidence, name, line, {one.claim for one in readings})
            readings += [built] if built else []
    return Taken(tuple(readings), tuple(problems), left)


def write_readings(folder: Path, fresh: Sequence[AnyReading]) -> Path:
    """Put readings into their file, whole or not at all, each in place of one by the same reader of the same words.

    The folder is a sound one. Raises OSError where the file cannot be written.
    """
    of_claims = all(isinstance(one, SecondReading) for one in fresh)
    file, columns = (READINGS, COLUMNS) if of_claims else (RECORD_READINGS, RECORD_COLUMNS)
    path = folder / file
    again = {one.reading_id for one in fresh}
    before = read_csv(path, file, columns, (), []).rows if path.is_file() else []
    kept = [cells for _, cells in before if cells.get("reading_id") not in again]
    rows = [[cells.get(key, "") for key in columns] for cells in kept]
    rows += [[cell_of(getattr(one, key)) for key in columns] for one in fresh]
    write_whole(path, csv_text([columns, *rows]).encode("utf-8"))
    return path


def _is_of_records(sheet: Path) -> bool:
    """True for a sheet of cited rows, by the name of its first column, whichever way a program has written it."""
    try:
        with sheet.open(encoding="utf-8-sig", errors="replace") as opened:
            return opened.readline().lstrip('"').startswith(GIVEN_OF_RECORD[0])
    except OSError:  # the reader of the sheet reports it
        return False


def _same_words(given: str, claim: Claim) -> bool:
    """True if a cell has the quote, whatever a spreadsheet program has made of its blanks and line ends."""
    return plain(given).split() == claim.quote.split()


def _other_words(name: str, line: int, given: str, claim: Claim | None) -> Problem:
    if claim is None:
        what, remedy = f"nobody knows claim {shown(given)}", "Write its id as the sheet had it, or remove the row."
        return Problem(name, f"row {line}, claim", what, remedy=remedy)
    what = f"these are not the words of claim {claim.id}: they have changed since the sheet was written"
    return Problem(name, f"row {line}, quote", what, remedy="Write a new sheet, and read these words again.")


def _not_of_this_case(
    built: AnyReading | None, evidence: Evidence, name: str, line: int, read: Collection[str]
) -> Iterator[Problem]:
    key = "claim" if isinstance(built, SecondReading) else "record"
    if built and (named := getattr(built, key)) in read:
        what = f"{key} {named} stands twice in the sheet"
        yield Problem(name, f"row {line}, {key}", what, remedy="Keep one of the rows.")
    units = [unit.id for unit in evidence.case.units]
    if built and built.unit and built.unit not in units:
        what, remedy = f"nobody knows the unit {shown(built.unit)}", f"Write one of {', '.join(units)}."
        yield Problem(name, f"row {line}, unit", what, remedy=remedy)


def _id_for(read: str, reader: str, known: Mapping[str, tuple[str, str]]) -> str:
    """The id of a reader's reading of something: the one it has, else one of role and id that no other reading has.

    `known` says of each reading what it is of and who read.
    """
    own = [reading_id for reading_id, one in known.items() if one == (read, reader)]
    if own:
        return own[0]
    role = "-".join(re.findall(r"[a-z0-9]+", reader.lower()))[:40].strip("-") or "reader"
    base = f"{role}-{read.lower()}"
    tries = (base, *(f"{base}-{number}" for number in range(2, len(known) + 3)))
    return next(one for one in tries if one not in known)
