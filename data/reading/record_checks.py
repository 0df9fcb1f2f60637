"""Does the public record hold together: ids it names, newer prints, windows counted once, arithmetic, factors."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from math import isclose
from typing import Any, NamedTuple

from data.files.draft import Draft, Placed, Shelf
from data.files.problems import shown
from data.models.dates import ONE_DAY, read_edtf, shifted
from data.models.limits import Limit
from data.models.names import folded, spellings
from data.models.origins import circles
from data.models.quantities import BARREL, TONNE, Quantity
from data.models.record import EVERYBODY, Notification
from data.reading.checks import CASE, check_key, known_ids

ORIGIN = "a row of origins.csv"
NOTIFIED_UNREAD = "notified.csv, of which not all could be read"
Span = tuple[date, date]


class _Filed(NamedTuple):
    """A notification with the days and suppliers it is for, each supplier under one spelling."""

    placed: Placed[Notification]
    first: date
    last: date
    suppliers: tuple[str, ...]

    @property
    def row(self) -> str:
        return f"{self.placed.place} ({self.placed.id}, {self.placed.entry.date})"

    def shares_days_with(self, other: "_Filed") -> bool:
        both = {*self.suppliers, *other.suppliers}
        same = EVERYBODY in both or len(both) < len(self.suppliers) + len(other.suppliers)
        return same and self.first <= other.last and other.first <= self.last


def check_record_references(draft: Draft) -> None:
    """Report every id in the public record that names nothing, and take the rows that use it off their shelves."""
    origins, vessels = known_ids(draft.origins), known_ids(draft.vessels)
    topics, units, questions = (known_ids(shelf) for shelf in (draft.topics, draft.units, draft.questions))
    statements, notified = known_ids(draft.statements), known_ids(draft.notified)
    check_key(draft, draft.statements, "topic", topics, f"a [[topic]] {CASE}")
    check_key(draft, draft.statements, "unit", units, f"a [[unit]] {CASE}")
    check_key(draft, draft.statements, "questions", questions, "a [[question]] of questions.toml")
    check_key(draft, draft.notified, "unit", units, f"a [[unit]] {CASE}")
    check_key(draft, draft.notified, "factor_from", statements, "a row of statements.csv")
    check_key(draft, draft.notified, "derived_from", notified, "a row of this file")
    check_key(draft, draft.sightings, "vessel", vessels, "a row of vessels.csv")
    check_key(draft, draft.vessels, "dwt_origin", origins, ORIGIN)
    for shelf in draft.record:
        check_key(draft, shelf, "origin", origins, ORIGIN)
    for shelf in (draft.statements, draft.notified, draft.sightings):
        check_key(draft, shelf, "superseded_by", known_ids(shelf), "a row of this file")


def check_record(draft: Draft) -> None:
    """Report newer prints that are older, days counted twice, parts of nothing, wrong sums and foreign factors."""
    for shelf in (draft.statements, draft.notified, draft.sightings):
        _check_newer_prints(draft, shelf)
    spelled = _check_spellings(draft)
    filed = list(_filed(draft.notified.read(), spelled))
    _check_replacements(draft, filed)
    _check_counted_once(draft, [one for one in filed if one.placed.entry.standing == "used"])
    _check_parts(draft, filed)
    _check_derivations(draft)
    _check_factors(draft)
    _check_vessels(draft)
    _check_limits(draft)


def _by_id(shelf: Shelf[Any]) -> Mapping[str, Placed[Any]]:
    """Whole entries by id, without those whose id stands twice."""
    return {placed.id: placed for placed in shelf.built if len(shelf.met.get(placed.id, ())) == 1}


def _check_newer_prints(draft: Draft, shelf: Shelf[Any]) -> None:
    rows = _by_id(shelf)
    for row_id, placed in rows.items():
        newer = rows.get(placed.entry.superseded_by or "")
        if newer is None:
            continue
        older_day, newer_day = placed.entry.published, newer.entry.published
        if newer.entry.standing == "error":
            remedy = f"An error takes no row’s place: use {row_id}, or name the row that does."
            draft.refuse(shelf, placed, "superseded_by", f"{newer.id} stands as an error", newer.id, remedy)
        elif older_day and newer_day and newer_day < older_day:
            seen = f"{newer.id}, published {newer_day}; this row {older_day}"
            remedy = "The newest print is used: let this row supersede the other, or mend a day."
            draft.refuse(shelf, placed, "superseded_by", "the row in its place was published earlier", seen, remedy)
    parents = {row_id: [one] for row_id, placed in rows.items() if (one := placed.entry.superseded_by)}
    _check_circles(draft, shelf, parents, "superseded_by")


def _check_circles(draft: Draft, shelf: Shelf[Any], parents: Mapping[str, Iterable[str]], key: str) -> None:
    rows = _by_id(shelf)
    for circle in circles(parents):
        way = " -> ".join((*circle, circle[0]))
        remedy = f"One row must stand by itself: empty one {key} of this circle."
        draft.refuse(shelf, rows[circle[0]], key, "the rows name each other in a circle", way, remedy)


def _check_spellings(draft: Draft) -> Mapping[str, str]:
    """Report each supplier that another row, or case.toml, writes otherwise; gives for each name the one to keep."""
    met: dict[str, str] = {}  # where a name stands first
    if draft.case and any(draft.notified.read()):
        met[draft.case.entry.subject.supplier] = "case.toml, subject.supplier"
    rows = [(placed, name) for placed in draft.notified.read() for name in placed.entry.suppliers or ()]
    for placed, name in rows:
        if folded(name) != EVERYBODY:
            met.setdefault(name, placed.place)
    spelled = spellings(met)
    for placed, name in rows:
        kept = spelled.get(name, name)
        if kept != name:
            what = f"{shown(name)} is one supplier with {shown(kept)} ({met[kept]})"
            draft.refuse(draft.notified, placed, "suppliers", what, name, f"Write {kept} in every row.")
    return spelled


def _filed(rows: Iterable[Placed[Notification]], spelled: Mapping[str, str]) -> Iterator[_Filed]:
    for placed in rows:
        entry = placed.entry
        window = read_edtf(entry.date) if entry.date else None  # without date or suppliers: a partial one
        certain = window and window.latest_start and window.earliest_end
        if certain and window and window.earliest and window.latest and entry.suppliers:
            names = (EVERYBODY if folded(name) == EVERYBODY else spelled.get(name, name) for name in entry.suppliers)
            yield _Filed(placed, window.earliest, window.latest, tuple(dict.fromkeys(names)))


def _check_replacements(draft: Draft, filed: list[_Filed]) -> None:
    by_id = {one.placed.id: one for one in filed}
    for one in filed:
        newer = by_id.get(one.placed.entry.superseded_by or "")
        if newer and not one.shares_days_with(newer):
            remedy = "Name the row that gives the same suppliers' amount for the same days."
            what = "the row in its place is for other days or suppliers"
            draft.refuse(draft.notified, one.placed, "superseded_by", what, newer.row, remedy)


def _check_counted_once(draft: Draft, used: list[_Filed]) -> None:
    """Report each used row whose supplier and days another one counts already, at the later of the two in the file."""
    place = {id(one): number for number, one in enumerate(used)}
    lasting: dict[str, _Filed] = {}  # of each supplier, of everybody and of anybody: the row that reaches furthest
    anybody = ""
    doubled: dict[int, _Filed] = {}
    for one in sorted(used, key=lambda one: one.first):
        asked = (anybody,) if EVERYBODY in one.suppliers else (EVERYBODY, *one.suppliers)
        before = [lasting[name] for name in asked if name in lasting and lasting[name].last >= one.first]
        for other in before[:1]:
            later, earlier = (one, other) if place[id(one)] > place[id(other)] else (other, one)
            if id(later) not in doubled:
                doubled[id(later)] = earlier
                what = f"its days are already counted by {earlier.row}"
                remedy = (
                    "Of two rows for the same supplier and days one is used; mark the other part, superseded or error."
                )
                seen = f"{later.placed.entry.date}, {'; '.join(later.suppliers)}"
                draft.refuse(draft.notified, later.placed, "date", what, seen, remedy)
        for name in (*one.suppliers, anybody):
            if name not in lasting or lasting[name].last < one.last:
                lasting[name] = one


def _check_parts(draft: Draft, filed: list[_Filed]) -> None:
    counted: dict[str, list[Span]] = {}
    for one in filed:
        if one.placed.entry.standing in ("used", "superseded"):
            for supplier in one.suppliers:
                counted.setdefault(supplier, []).append((one.first, one.last))
    covered: dict[str, list[Span]] = {}
    for one in (one for one in filed if one.placed.entry.standing == "part"):
        for supplier in one.suppliers:
            if supplier not in covered:
                covered[supplier] = joined([*counted.get(supplier, ()), *counted.get(EVERYBODY, ())])
        bare = [name for name in one.suppliers if not _lies_in((one.first, one.last), covered[name])]
        if bare and not draft.notified.complete:
            draft.withhold(draft.notified, one.placed, [NOTIFIED_UNREAD])
        elif bare:
            what = "it is no part: not all its days lie in rows that are used or superseded"
            remedy = "Write used if it counts by itself, or add the row it is part of."
            draft.refuse(draft.notified, one.placed, "standing", what, f"part, {'; '.join(bare)}", remedy)


def joined(spans: Iterable[Span]) -> list[Span]:
    """Spans of days in order, those that touch or overlap made one."""
    whole: list[Span] = []
    for first, last in sorted(spans):
        if whole and first <= shifted(whole[-1][1], ONE_DAY):
            whole[-1] = whole[-1][0], max(last, whole[-1][1])
        else:
            whole.append((first, last))
    return whole


def _lies_in(span: Span, spans: list[Span]) -> bool:
    return any(first <= span[0] and span[1] <= last for first, last in spans)


def _check_derivations(draft: Draft) -> None:
    rows = _by_id(draft.notified)
    for placed in rows.values():
        named = [rows[name].entry for name in placed.entry.derived_from if name in rows]
        if not named or len(named) < len(placed.entry.derived_from):
            continue
        units = {one.unit for one in (placed.entry, *named)}
        wrong = [one.record_id for one in named if one.standing == "error"]
        result = named[0].value - sum(one.value for one in named[1:])
        if wrong:
            what, seen, expected = "it is derived from an error", ", ".join(wrong), "sound rows"
        elif len(units) > 1:
            what, seen, expected = "it is derived from rows in another unit", ", ".join(sorted(units)), "one unit"
        elif not isclose(placed.entry.value, result, abs_tol=0.005):
            what, seen = "this is not the first row minus the others", f"{placed.entry.value:,.15g}"
            expected = f"{' - '.join(f'{one.value:,.15g}' for one in named)} = {result:,.15g}"
        else:
            continue
        remedy = "Correct value or derived_from: the whole first, then each part that is taken off."
        problem = placed.problem(what, seen, expected, remedy, "derived_from")
        draft.fault(draft.notified, placed, problem)
    parents = {row_id: placed.entry.derived_from for row_id, placed in rows.items() if placed.entry.derived_from}
    _check_circles(draft, draft.notified, parents, "derived_from")


def _check_factors(draft: Draft) -> None:
    limit, statements = _headline_limit(draft), _by_id(draft.statements)
    for placed in draft.notified.built:
        entry = placed.entry
        if entry.factor is None:
            if limit and entry.standing == "used" and {entry.unit, limit.unit} == {BARREL, TONNE}:
                what = f"the limit counts in {limit.unit}, this row in {entry.unit}, and no factor is given"
                remedy = "Give factor (barrels a tonne) and factor_from, or mark the row part, superseded or error."
                draft.refuse(draft.notified, placed, "factor", what, "", remedy)
            continue
        source = statements.get(entry.factor_from or "")
        if source is None:
            continue
        quantity, standing = source.entry.quantity, source.entry.standing
        remedy = "Name the sound statement whose number is this factor."
        if standing != "sound":
            draft.refuse(draft.notified, placed, "factor_from", f"{source.id} stands as {standing}", source.id, remedy)
        elif quantity is None or not _gives(quantity, entry.factor):
            what, seen = f"{source.id} does not give this factor", f"{entry.factor:g}"
            draft.refuse(draft.notified, placed, "factor", what, seen, remedy)


def _gives(quantity: Quantity, factor: float) -> bool:
    # "at most 20,000" allows a factor of 7.5, but does not give it.
    low, high = (quantity.low, quantity.high) if quantity.operator == "range" else (quantity.value, quantity.value)
    return low is not None and high is not None and low <= factor <= high


def _headline_limit(draft: Draft) -> Limit | None:
    wanted = draft.case.entry.subject.headline_limit if draft.case else None
    placed = draft.limits.sound.get(wanted or "")
    return placed.entry if placed else None


def _check_vessels(draft: Draft) -> None:
    taken: dict[str, Placed[Any]] = {}
    for placed in draft.vessels.built:
        imo = placed.entry.imo
        if imo and imo in taken:
            first = taken[imo]
            remedy = "A number is one vessel’s for life: join the rows (former_names holds other names), or mend it."
            what = f"the IMO number is already that of {first.id}: {first.place}"
            draft.refuse(draft.vessels, placed, "imo", what, imo, remedy)
        elif imo:
            taken[imo] = placed


def _check_limits(draft: Draft) -> None:
    """Report each limit that rests on a statement which lays nothing down, or which no longer stands."""
    statements = _by_id(draft.statements)
    for placed in draft.limits.built:
        for record_id in placed.entry.records:
            rule = statements[record_id].entry if record_id in statements else None
            if rule and (rule.kind, rule.standing) != ("rule", "sound"):
                what = f"{record_id} is of the kind {rule.kind} and stands as {rule.standing}"
                remedy = "Name rows of statements.csv of the kind rule that stand as sound, or take this one out."
                draft.refuse(draft.limits, placed, "records", what, record_id, remedy)
