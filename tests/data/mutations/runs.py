"""A seeds folder with fields changed one at a time, and what the check says of each change.

Many changes are tried in one run of the check, so that thousands take a minute. They are independent because no two of
one run can meet (`Run.has_room_for`): each stands in an entry of its own, and no entry names another one of the run,
before or after the change; claims are tried with claims alone and origins with origins, since all else rests on them;
two filed amounts of one supplier whose days or standing change share no day.
A change is caught if the check refuses, or newly warns of, the entry in which it stands. Where a run says something of
an entry that is not of the run, the changes from which it may come and that are not caught are tried again in halves,
down to one alone: alone, a refusal anywhere counts, since nothing but this change can be its cause.
"""

import csv
import io
import json
import shutil
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from data.files.problems import Problem
from data.models.dates import BadEdtf, read_edtf
from data.reading.seeds import examine

SUPPLIER = "supplier spelled otherwise"
Raw = dict[str, Any]
Place = tuple[str, str]
CLAIMS, NOTIFIED, ORIGINS, SUMMARY = "evidence.toml", "notified.csv", "origins.csv", "case.toml"
# They judge what the changed entries say a second time; the first is what is tried here.
LEFT_OUT = ("assumptions.toml", "hypotheses.toml", "changes.csv", "readings.csv", "record-readings.csv")


@dataclass(frozen=True, eq=False)
class Mutant:
    """One entry with one thing changed: `kind` is what was changed and how, `detail` which of several such.

    `names` are the ids of other entries that it names, before or after the change.
    """

    file: str
    number: int
    entry: str
    kind: str
    detail: str
    before: Raw
    changed: Raw
    names: frozenset[str]

    @property
    def name(self) -> str:
        """The entry, and what was changed in it where an entry has several such changes."""
        return f"{self.entry}/{self.detail}" if self.detail else self.entry

    @property
    def place(self) -> str:
        """Where the check says that the entry stands."""
        return place_of(self.file, self.number, self.entry)


@dataclass
class Copy:
    """A copy of a seeds folder as raw tables, file by file; each file is a list of entries."""

    folder: Path
    tables: dict[str, list[Raw]] = field(default_factory=dict)
    heads: dict[str, Raw] = field(default_factory=dict)
    known: frozenset[str] = frozenset()
    before: frozenset[Problem] = frozenset()

    def write(self, mutants: Iterable[Mutant]) -> None:
        """Write every file in which a mutant stands, with the mutants in it."""
        files: dict[str, list[Mutant]] = {}
        for one in mutants:
            files.setdefault(one.file, []).append(one)
        for file, inside in files.items():
            entries = list(self.tables[file])
            for one in inside:
                entries[one.number] = one.changed
            self._write(file, entries)

    def names(self, entry: Raw) -> frozenset[str]:
        """The ids of other entries that an entry names."""
        return frozenset(names_in(entry)) & self.known

    def restore(self, mutants: Iterable[Mutant]) -> None:
        for file in {one.file for one in mutants}:
            self._write(file, self.tables[file])

    def _write(self, file: str, entries: list[Raw]) -> None:
        path = self.folder / file
        if file.endswith(".csv"):
            out = io.StringIO()
            rows = csv.DictWriter(out, list(entries[0]), lineterminator="\n")
            rows.writeheader()
            rows.writerows(entries)
            path.write_text(out.getvalue(), encoding="utf-8", newline="")
        elif file == SUMMARY:
            path.write_text(toml({**self.heads[file], "source_summary": entries[0]}), encoding="utf-8", newline="")
        else:
            key = "claim" if file.endswith(CLAIMS) else "question"
            path.write_text(toml({**self.heads[file], key: entries}), encoding="utf-8", newline="")


def copy_of(source: Path, target: Path) -> Copy:
    """A copy of a seeds folder, every changeable file written anew from its raw tables."""
    shutil.copytree(source, target, ignore=shutil.ignore_patterns(*LEFT_OUT))
    copied = Copy(target)
    for path in sorted(target.rglob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            copied.tables[path.relative_to(target).as_posix()] = list(csv.DictReader(lines))
    for path in sorted(target.rglob("*.toml")):
        file, raw = path.relative_to(target).as_posix(), tomllib.loads(path.read_text(encoding="utf-8"))
        key = "claim" if file.endswith(CLAIMS) else "question" if file == "questions.toml" else "source_summary"
        entries = raw.pop(key)
        copied.tables[file] = entries if isinstance(entries, list) else [entries]
        copied.heads[file] = raw
    for file, entries in copied.tables.items():
        copied._write(file, entries)
    copied.known = frozenset(identity(entry, file) for file, entries in copied.tables.items() for entry in entries)
    findings = examine(target)
    copied.before = frozenset((*findings.problems, *findings.warnings))
    return copied


def identity(entry: Mapping[str, Any], file: str) -> str:
    """The id by which others name an entry; that of the summary is its key."""
    keys = ("id", "event_id", "condition_id", "limit_id", "origin_id", "record_id", "vessel_id")
    return "summary" if file == SUMMARY else next(entry[key] for key in keys if key in entry)


def toml(table: Raw, inside: str = "") -> str:
    """A table as TOML: its plain keys first, then the tables in it."""
    plain = [f"{key} = {_value(value)}\n" for key, value in table.items() if not _is_table(value)]
    for key, value in table.items():
        name = f"{inside}{key}"
        if isinstance(value, dict):
            plain.append(f"\n[{name}]\n{toml(value, f'{name}.')}")
        elif _is_table(value):
            plain += [f"\n[[{name}]]\n{toml(one, f'{name}.')}" for one in value]
    return "".join(plain)


def _is_table(value: object) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and bool(value) and isinstance(value[0], dict))


def _value(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False)


def caught(mutants: Iterable[Mutant], copied: Copy, every: int = 1) -> Iterator[tuple[Mutant, bool]]:
    """The mutants of every so many runs, and whether the check refuses each or newly warns of its entry."""
    for number, together in enumerate(runs(mutants)):
        if number % every == 0:
            yield from _tried(together, copied)


def _tried(together: list[Mutant], copied: Copy) -> Iterator[tuple[Mutant, bool]]:
    copied.write(together)
    findings = examine(copied.folder)
    copied.restore(together)
    new = [one for one in (*findings.problems, *findings.warnings) if one not in copied.before]
    told = {(one.file, one.place) for one in new}
    owned = [any(_stands_in(one, own, copied) for own in told) for one in together]
    strays = [own for own in told if not any(_stands_in(one, own, copied) for one in together)]
    refused = bool(set(findings.problems) - copied.before)
    open_yet = []
    for one, own in zip(together, owned, strict=True):
        if own or not any(_may_come_from(one, stray, copied) for stray in strays):
            yield one, own
        elif len(together) == 1:
            yield one, refused
        else:
            open_yet.append(one)
    # Nobody can say which of them is meant by what is said elsewhere: halves tell.
    for half in (open_yet[: len(open_yet) // 2], open_yet[len(open_yet) // 2 :]):
        if half:
            yield from _tried(half, copied)


def _stands_in(one: Mutant, place: Place, copied: Copy) -> bool:
    file, where = place
    return file == f"{copied.folder.name}/{one.file}" and f"{where}, ".startswith((f"{one.place}, ", f"{one.place}."))


def _may_come_from(one: Mutant, stray: Place, copied: Copy) -> bool:
    file = stray[0].removeprefix(f"{copied.folder.name}/")
    said = [entry for number, entry in enumerate(copied.tables.get(file, ())) if _is_at(entry, number, file, stray[1])]
    if not said or ORIGINS in (one.file, file):
        return True
    if any(one.entry in copied.names(entry) or identity(entry, file) in one.names for entry in said):
        return True
    filed = one.file == file and file.endswith(NOTIFIED)
    return filed and any(_share_days(one, replace(one, before=entry, changed=entry)) for entry in said)


def _is_at(entry: Raw, number: int, file: str, where: str) -> bool:
    return f"{where}, ".startswith((f"{place_of(file, number, identity(entry, file))}, ", "source_summary."))


def place_of(file: str, number: int, entry: str) -> str:
    """Where the check says that an entry stands."""
    if file.endswith(".csv"):
        return f"row {number + 2}"
    return {"questions.toml": f"question {entry}", SUMMARY: "source_summary"}.get(file, f"claim {entry}")


class Run:
    """Mutants that are tried together, since no two of them meet."""

    def __init__(self) -> None:
        self.mutants: list[Mutant] = []
        self._entries: set[str] = set()
        self._names: set[str] = set()
        self._filed: list[Mutant] = []

    def has_room_for(self, one: Mutant) -> bool:
        """True if what the check says of none of them may depend on the new one, nor the other way round."""
        if self.mutants and _storey(one) != _storey(self.mutants[0]):
            return False
        if one.entry in self._entries or one.entry in self._names or not one.names.isdisjoint(self._entries):
            return False
        return not (one.file.endswith(NOTIFIED) and any(_share_days(one, other) for other in self._filed))

    def add(self, one: Mutant) -> None:
        self.mutants.append(one)
        self._entries.add(one.entry)
        self._names |= one.names
        self._filed += [one] if one.file.endswith(NOTIFIED) else []


def runs(mutants: Iterable[Mutant]) -> list[list[Mutant]]:
    """The mutants in as few runs as may be, no two of which meet."""
    together: list[Run] = []
    begun: dict[str, int] = {}  # of each entry: the first run in which it does not stand yet
    # Hardest first: another spelling meets all filed amounts, and each change of an entry needs a run of its own.
    mutants = list(mutants)
    many = Counter(one.entry for one in mutants)
    for one in sorted(mutants, key=lambda one: (not one.kind.endswith(SUPPLIER), one.file, -many[one.entry])):
        first = begun.get(one.entry, 0)
        place = next((n for n in range(first, len(together)) if together[n].has_room_for(one)), len(together))
        together += [Run()] if place == len(together) else []
        together[place].add(one)
        begun[one.entry] = place + 1
    return [run.mutants for run in together]


def _storey(one: Mutant) -> str:
    """Claims are tried with claims alone, and origins with origins: everything else rests on them."""
    return next((file for file in (CLAIMS, ORIGINS) if one.file.endswith(file)), "")


def names_in(entry: object) -> set[str]:
    """Every word of an entry that may be the id of another: what stands alone in a key, or in a list."""
    if isinstance(entry, str):
        return set(entry.split("; "))
    if isinstance(entry, dict | list):
        return set[str]().union(*map(names_in, entry.values() if isinstance(entry, dict) else entry))
    return set()


def _share_days(one: Mutant, other: Mutant) -> bool:
    """True if two filed amounts may be of one supplier and day, before or after the change."""
    suppliers = [
        {*each.before["suppliers"].split("; "), *each.changed["suppliers"].split("; ")} for each in (one, other)
    ]
    if any(each.before["suppliers"] != each.changed["suppliers"] for each in (one, other)):
        return True
    if suppliers[0].isdisjoint(suppliers[1]) and "all" not in suppliers[0] | suppliers[1]:
        return False
    days = [[_days(row["date"]) for row in (each.before, each.changed)] for each in (one, other)]
    return any(a and b and a[0] <= b[1] and b[0] <= a[1] for a in days[0] for b in days[1])


@cache
def _days(text: str) -> tuple[date, date] | None:
    try:
        window = read_edtf(text)
    except BadEdtf:
        return None
    return (window.earliest, window.latest) if window.earliest and window.latest else None
