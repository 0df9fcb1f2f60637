"""From old evidence to new, one row after another: which of them moved the headline, and by how much."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from data.editions.rows import ESTIMATE, KINDS, OF_ESTIMATE, Key, Rows, put_together, rows_of
from data.estimate.inputs import inputs_of
from data.estimate.result import estimate
from data.frames.reported import headline_row, reported_frame
from data.models.assumptions import NotEstimated
from data.models.changes import Headline
from data.models.entry import Entry
from data.models.evidence import Claim, Evidence
from data.recording import headline

RECORD = ("statement", "notification", "sighting", "vessel")
# Whatever stands in these moves no number of the headline.
APART = frozenset({
    "case", "source summary", "lane", "topic", "flag", "question", "event", "condition", "hypotheses", "hypothesis",
    "item", "second reading", "second reading of the record", "origin", "load case", "published figure", "committee",
})  # fmt: skip
# The kinds of row that a field names.
NAMED = {
    "document": ("document",), "supersedes": ("document",), "silent": ("document",), "origin": ("origin",),
    "dwt_origin": ("origin",), "topic": ("topic",), "volume_topic": ("topic",), "lane": ("lane",), "unit": ("unit",),
    "trips_unit": ("unit",), "flags": ("flag",), "claim": ("claim",), "claims": ("claim",), "nearby": ("claim",),
    "supports": ("claim",), "contradicts": ("claim",), "corroborated_by": ("claim",), "headline_claim": ("claim",),
    "trips_claims": ("claim",), "limit_id": ("limit",), "headline_limit": ("limit",), "vessel": ("vessel",),
    "questions": ("question",), "records": RECORD, "record": RECORD, "superseded_by": RECORD, "factor_from": RECORD,
    "trips_records": RECORD, "window_records": RECORD, "held_against": RECORD,
    "derived_from": (*RECORD, "origin", "document"),
}  # fmt: skip
TIED = (Key("assumption", "ship"), Key("assumption", "ship-median"))  # one says what the other leaves out


class Step(NamedTuple):
    """Rows that were swapped in together, and the headline before and after; one that is the same was not moved."""

    rows: tuple[Key, ...]
    before: Headline
    after: Headline

    @property
    def moved(self) -> bool:
        return repr(self.before) != repr(self.after)  # what is missing on both sides is the same


def steps(old: Evidence, new: Evidence) -> Iterator[Step]:
    """Every changed row, swapped in after those before it, in the order of KINDS and then of ids.

    A row goes together with the new rows that it names, and one that is taken away with those that name it.
    """
    was, now = rows_of(old), rows_of(new)
    todo = sorted(_changed(was, now), key=place_of)
    left = dict.fromkeys(todo)
    named_by = _naming(was)
    rows, order = dict(was), {key: place for place, key in enumerate(now)}
    reckoned: dict[str, Headline] = {}
    counting = _counting(old, new)
    before = headline_after(old, reckoned)
    for first in todo:
        if first not in left:
            continue
        together = _together(first, left, was, now, named_by)
        for key in together:
            del left[key]
            rows.pop(key, None)
            if key in now:
                rows[key] = now[key]
        after = before
        if any(_may_move(key, was, now, counting) for key in together):
            arranged = dict(sorted(rows.items(), key=lambda row: order.get(row[0], -1)))
            after = headline_after(put_together(arranged, new), reckoned)
        yield Step(tuple(sorted(together, key=place_of)), before, after)
        before = after


def _changed(was: Rows, now: Rows) -> Iterator[Key]:
    return (key for key in was.keys() | now.keys() if was.get(key) != now.get(key))


def place_of(key: Key) -> tuple[int, str]:
    """Where a row stands in the order in which changed rows are swapped in."""
    return KINDS.index(key.kind), key.id


def _together(first: Key, left: Collection[Key], was: Rows, now: Rows, named_by: Mapping[Key, list[Key]]) -> list[Key]:
    """A changed row with all that has to be swapped in with it."""
    waiting, found = [first], dict.fromkeys([first])
    while waiting:
        key = waiting.pop()
        wanted = [one for one in _names(now[key]) if one not in was] if key in now else list(named_by.get(key, ()))
        wanted += _whole(key, was, now)
        if key.kind == "document" and _text(was.get(key)) != _text(now.get(key)):
            wanted += [one for one in named_by.get(key, ()) if one.kind == "claim"]
        for one in wanted:
            if one in left and one not in found:
                found[one] = None
                waiting.append(one)
    return list(found)


def _whole(key: Key, was: Rows, now: Rows) -> list[Key]:
    """What stands or falls with a row: the whole estimate where there is none on one side, and a fleet's two rows."""
    if (key == ESTIMATE or key.kind in OF_ESTIMATE or key.kind == "committee") and (ESTIMATE in was) != (
        ESTIMATE in now
    ):
        kinds = {ESTIMATE.kind, "committee", *OF_ESTIMATE}
        return [one for one in (*was, *now) if one.kind in kinds]
    return [*TIED] if key in TIED else []


def _text(entry: Entry | None) -> str:
    return str(getattr(entry, "sha256", ""))


def _naming(rows: Rows) -> dict[Key, list[Key]]:
    """By row the rows that name it."""
    found: dict[Key, list[Key]] = defaultdict(list)
    for key, entry in rows.items():
        for named in _names(entry):
            found[named].append(key)
    return found


def _names(entry: Entry) -> Iterator[Key]:
    """The rows that a row names, whatever of a kind could be meant; those of its parts too."""
    for field, value in dict(entry).items():
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Entry):
                yield from _names(one)
            elif isinstance(one, str) and field in NAMED:
                yield from (Key(kind, one) for kind in NAMED[field])


def _may_move(key: Key, was: Rows, now: Rows, counting: Collection[str]) -> bool:
    """False for a row that can move nothing; `counting` has the topics of volumes and the claims that count trips."""
    sides = [side for side in (was.get(key), now.get(key)) if side]
    if key.kind == "claim":
        given = [side for side in sides if isinstance(side, Claim) and side.operator]
        return any(side.topic in counting or side.id in counting for side in given)
    if key.kind == "document":  # a text counts where it is the newest version of another
        return any(getattr(side, "supersedes", None) for side in sides) or len({_text(side) for side in sides}) > 1
    return key.kind not in APART


def _counting(*sides: Evidence) -> Collection[str]:
    topics = {side.case.subject.volume_topic for side in sides}
    return topics | {claim for side in sides if side.assumptions for claim in side.assumptions.trips_claims}


def headline_after(evidence: Evidence, reckoned: dict[str, Headline]) -> Headline:
    """The headline of some evidence; what was drawn once from the same inputs, as `reckoned` keeps it, is not again."""
    row, inputs, limit = headline_row(reported_frame(evidence), evidence), inputs_of(evidence), evidence.headline_limit
    drawn_from = repr(inputs)
    if drawn_from not in reckoned:
        reckoned[drawn_from] = headline(None, estimate(evidence), evidence)
    model = reckoned[drawn_from]
    reported = headline(row, NotEstimated("", ""), evidence)
    unit = model.limit_unit or (limit.unit if limit else "")
    return reported._replace(q05=model.q05, q50=model.q50, q95=model.q95, above=model.above, limit_unit=unit)
