"""Do the parts of the filed amounts agree: with each other, and with the whole that they are parts of."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from math import isclose
from typing import NamedTuple

from data.files.draft import Draft, Placed
from data.files.faults import Fault, report
from data.models.dates import read_edtf
from data.models.record import EVERYBODY, Notification

ABOUT = 0.05  # by how much amounts may differ that are rounded, or printed on different days


class _Part(NamedTuple):
    placed: Placed[Notification]
    first: date
    last: date

    @property
    def value(self) -> float:
        return self.placed.entry.value


def check_parts_agree(draft: Draft) -> None:
    """Warn of two parts for the same days with different amounts, and of parts that add up to more than their whole."""
    filed = [one for one in map(_dated, draft.notified.sound.values()) if one]
    for fault, part in (*_told_twice(filed), *_too_many(filed)):
        report(fault, draft, draft.notified, part.placed)


def _dated(placed: Placed[Notification]) -> _Part | None:
    window = read_edtf(placed.entry.date)
    return _Part(placed, window.earliest, window.latest) if window.earliest and window.latest else None


def _told_twice(filed: Iterable[_Part]) -> Iterator[tuple[Fault, _Part]]:
    met: dict[tuple[object, ...], _Part] = {}
    for part in (one for one in filed if one.placed.entry.standing == "part"):
        row = part.placed.entry
        other = met.setdefault((frozenset(row.suppliers), row.unit, part.first, part.last), part)
        about = ABOUT if "~" in (row.operator, other.placed.entry.operator) else 0.0
        if not isclose(part.value, other.value, rel_tol=about):
            what = f"{other.placed.id} gives another amount for these days"
            remedy = "Look at both again: of two prints the older is superseded, and a misprint is an error."
            seen, expected = f"{part.value:,.15g}", f"{other.value:,.15g}"
            yield Fault("value", what, seen, expected, remedy, warns=True), part


def _too_many(filed: list[_Part]) -> Iterator[tuple[Fault, _Part]]:
    """The last part of each whole whose parts, of one supplier and unit and no two of the same days, exceed it."""
    used: dict[str, list[_Part]] = {}
    for one in sorted(filed, key=lambda one: one.first):
        for name in one.placed.entry.suppliers if one.placed.entry.standing == "used" else ():
            used.setdefault(name, []).append(one)
    inside: dict[tuple[object, ...], list[_Part]] = {}
    for part in (one for one in filed if one.placed.entry.standing == "part"):
        row = part.placed.entry
        if (whole := _whole_of(part, used)) and whole.placed.entry.unit == row.unit:
            inside.setdefault((whole.placed.id, frozenset(row.suppliers)), []).append(part)
    by_id = {one.placed.id: one for one in filed}
    for (whole_id, _), parts in inside.items():
        most, whole = _most(parts), by_id[str(whole_id)]
        if most > whole.value * (1 + ABOUT) + len(parts):
            what = f"with the other parts of {whole_id} it adds up to more than the whole"
            remedy = "Look for the amount, unit, days or standing that is wrong."
            seen, expected = f"{most:,.15g}", f"at most {whole.value:,.15g}"
            yield Fault("value", what, seen, expected, remedy, warns=True), parts[-1]


def _whole_of(part: _Part, used: dict[str, list[_Part]]) -> _Part | None:
    """The used row that counts all suppliers of a part, and all its days."""
    names = part.placed.entry.suppliers
    for name in (names[0], EVERYBODY):
        rows = used.get(name, [])
        place = bisect_right(rows, part.first, key=lambda one: one.first) - 1
        if place >= 0 and part.last <= rows[place].last:
            counted = rows[place].placed.entry.suppliers
            return rows[place] if EVERYBODY in counted or set(names) <= set(counted) else None
    return None


def _most(parts: Iterable[_Part]) -> float:
    """The greatest sum of parts of which no two share a day."""
    days, sums = [date.min], [0.0]
    for part in sorted(parts, key=lambda one: one.last):
        before = sums[max(0, bisect_left(days, part.first, lo=1) - 1)]  # what ends before this one begins
        days.append(part.last)
        sums.append(max(sums[-1], before + part.value))
    return sums[-1]
