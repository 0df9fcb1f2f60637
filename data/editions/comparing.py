"""What changed from one state of the evidence to another: by row and field, with reason and effect."""

import csv
import io
import re
import tempfile
from collections.abc import Iterator
from math import isnan
from pathlib import Path
from typing import Any, Literal, NamedTuple

from data.editions.rows import Key, Rows, fields_of, rows_of
from data.editions.sealing import LARGEST_FILE, NoEdition, Opened, opened
from data.editions.swapping import Step, place_of, steps
from data.files.problems import shown
from data.files.spreadsheet import neutral
from data.models.changes import Change, Headline
from data.models.evidence import Evidence
from data.models.numerals import numeral
from data.reading.seeds import Findings, examine
from data.recording import changes_since

How = Literal["added", "taken away", "changed"]
NUMBERS = ("reported", "high", "limit", "q05", "q50", "q95", "above")
COLUMNS = (
    "step", "kind", "id", "how", "field", "before", "after", "reason", "recorded_as", "moved_the_headline",
    *(f"{name}_{when}" for name in NUMBERS for when in ("before", "after")),
)  # fmt: skip
SAID, AROUND = 2_000, 60  # characters of a field, and on either side of where a long one begins to differ
DIGITS_ONLY = frozenset({"text"})  # fields so long that only what differs is told


class Field(NamedTuple):
    """A field of a row before and after; empty where it says nothing, or the row is not there."""

    name: str
    before: str
    after: str


class Changed(NamedTuple):
    """A row that is not the same; `reasons` are the recorded changes that give one for it."""

    key: Key
    how: How
    fields: tuple[Field, ...]
    reasons: tuple[Change, ...]


class Compared(NamedTuple):
    """Two states of the evidence; `since` is what was recorded after the old one, None if nobody recorded that."""

    old: Evidence
    new: Evidence
    changed: tuple[Changed, ...]
    steps: tuple[Step, ...]
    since: tuple[Change, ...] | None


def read(path: Path) -> tuple[Findings, Opened | None]:
    """What an edition or a seeds folder holds; of an edition also what it says of itself. Raises NoEdition, OSError."""
    if path.is_dir():
        return examine(path), None
    try:
        with path.open("rb") as file:
            held = opened(file.read(LARGEST_FILE + 1))  # one more than is opened, of a device too
    except NoEdition as why:
        raise NoEdition(f"{shown(str(path))}: {why}") from None
    with tempfile.TemporaryDirectory(prefix="edition-") as room:
        return examine(held.write(Path(room))), held


def compared(old: Evidence, new: Evidence) -> Compared:
    """Everything that changed from one state of the evidence to another, and what each row did to the headline."""
    was, now, since = rows_of(old), rows_of(new), changes_since(new, old.fingerprint)
    done = tuple(steps(old, new))
    keys = sorted((key for step in done for key in step.rows), key=place_of)
    changed = tuple(_changed(key, was, now, since or (), new) for key in keys)
    return Compared(old, new, changed, done, since)


def _changed(key: Key, was: Rows, now: Rows, since: tuple[Change, ...], new: Evidence) -> Changed:
    before, after = (fields_of(side[key]) if key in side else {} for side in (was, now))
    names = [name for name in dict.fromkeys((*before, *after)) if before.get(name) != after.get(name)]
    fields = tuple(_field(name, before.get(name, ""), after.get(name, "")) for name in names)
    how: How = "changed" if key in was and key in now else "added" if key in now else "taken away"
    return Changed(key, how, fields, _reasons(key, since, new))


def _field(name: str, before: str, after: str) -> Field:
    """A field before and after; of a long text what stands where it begins to differ."""
    if name not in DIGITS_ONLY and max(len(before), len(after)) <= SAID:
        return Field(name, before, after)
    place = next((at for at, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]), -1)
    place = min(len(before), len(after)) if place < 0 else place
    return Field(f"{name}, from character {place:,}", *(_around(side, place) for side in (before, after)))


def _around(text: str, place: int) -> str:
    if not text:
        return ""
    begin, end = max(0, place - AROUND), place + AROUND
    told = f"{'…' * (begin > 0)}{text[begin:end]}{'…' * (end < len(text))}"
    return f"{told} ({len(text):,} characters)"


def _reasons(key: Key, since: tuple[Change, ...], new: Evidence) -> tuple[Change, ...]:
    """The recorded changes that name a row; the only one there is, if the present state is recorded."""
    naming = tuple(one for one in since if key.id and any(_names(text, key.id) for text in (one.what, one.why)))
    alone = len(since) == 1 and since[0].fingerprint == new.fingerprint
    return naming or (since if alone else ())


def _names(text: str, row_id: str) -> bool:
    return row_id in text and bool(re.search(rf"(?<![\w-]){re.escape(row_id)}(?![\w-])", text))


def as_csv(told: Compared) -> bytes:
    """A comparison as UTF-8 CSV with a byte order mark: one row for each field, harmless in a spreadsheet program."""
    written = io.StringIO(newline="")
    writer = csv.DictWriter(written, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    changed = {one.key: one for one in told.changed}
    for number, step in enumerate(told.steps, 1):
        numbers = dict(_numbers(step.before, step.after))
        for key in step.rows:
            writer.writerows(_cells(number, changed[key], step, numbers))
    return written.getvalue().encode("utf-8-sig")


def _cells(number: int, row: Changed, step: Step, numbers: dict[str, str]) -> Iterator[dict[str, Any]]:
    of_row = {"kind": row.key.kind, "id": row.key.id, "how": row.how}
    of_row |= {"reason": " ".join(one.why for one in row.reasons)}
    of_row |= {"recorded_as": "; ".join(one.change_id for one in row.reasons)}
    of_step = {"step": number, "moved_the_headline": "yes" if step.moved else "no"} | numbers
    for field in row.fields or (Field("", "", ""),):
        texts = of_row | {"field": field.name, "before": field.before, "after": field.after}
        yield of_step | {name: neutral(text) for name, text in texts.items()}


def _numbers(before: Headline, after: Headline) -> Iterator[tuple[str, str]]:
    for name in NUMBERS:
        for when, side in (("before", before), ("after", after)):
            value = getattr(side, name)
            yield f"{name}_{when}", "" if isnan(value) else numeral(value)
