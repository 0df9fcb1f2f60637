"""assumptions.toml and hypotheses.toml: each stands or falls as a whole, for a part of it alone would mislead."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from data.files.draft import Draft, Placed, Withheld
from data.files.problems import Problem
from data.files.tables import EntryT, build, read_toml
from data.models.assumptions import Assumptions
from data.models.evidence import Evidence
from data.models.hypotheses import Hypotheses
from data.reading.checks import known_ids, known_records
from data.reading.weighing import Known, faults, rests_on_unsound

ASSUMPTIONS, HYPOTHESES = "assumptions.toml", "hypotheses.toml"


def read_analyses(folder: Path, name: str, draft: Draft) -> None:
    """Put both files into the draft as far as they are there; a case may do without either."""
    draft.assumptions = _read(Assumptions, folder / ASSUMPTIONS, f"{name}/{ASSUMPTIONS}", draft)
    draft.hypotheses = _read(Hypotheses, folder / HYPOTHESES, f"{name}/{HYPOTHESES}", draft)


def with_analyses(evidence: Evidence, draft: Draft) -> Evidence:
    """The evidence with the analyses that are sound and rest on nothing unsound; the others are reported."""
    known = Known(known_ids(draft.claims), known_records(draft))
    assumptions, hypotheses = draft.assumptions, draft.hypotheses
    if assumptions and _is_wrong([*_unknown(assumptions, known), *_not_counting(assumptions, evidence)], draft):
        assumptions = None
    if hypotheses and _is_wrong(faults(hypotheses.entry, hypotheses.file, evidence, known), draft):
        hypotheses = None
    return replace(
        evidence,
        assumptions=assumptions.entry if assumptions and _rests(assumptions, draft, evidence) else None,
        hypotheses=hypotheses.entry if hypotheses and _rests(hypotheses, draft, evidence) else None,
    )


def _read(model: type[EntryT], path: Path, file: str, draft: Draft) -> Placed[EntryT] | None:
    try:
        if not path.exists():
            return None
    except OSError:  # a path without rights: reading it says so
        pass
    raw = read_toml(path, file, draft.problems)
    entry = None if raw is None else build(model, raw, file, "", draft.problems)
    return Placed(entry, file, "") if entry else None


def _unknown(assumptions: Placed[Assumptions], known: Known) -> list[Problem]:
    named = (
        ("trips_claims", assumptions.entry.trips_claims, known.claims, "a claim"),
        ("records", assumptions.entry.record_ids, known.records, "a record of public-record/"),
    )
    return [
        assumptions.problem(f"nobody knows {name}", name, wanted, f"Name {wanted}, or mend the id.", key)
        for key, names, there, wanted in named
        for name in names
        if there is not None and name not in there
    ]


def _not_counting(assumptions: Placed[Assumptions], evidence: Evidence) -> Iterator[Problem]:
    """What is named to count or date the trips and does not: a number in another unit, or a row that is not sound."""
    entry = assumptions.entry
    claims = [(name, "trips_claims", evidence.claim_by_id.get(name)) for name in entry.trips_claims]
    records = [(name, "trips_records", evidence.record_by_id.get(name)) for name in entry.trips_records]
    for name, key, row in (*claims, *records):
        quantity = row.quantity if row else None
        if row and (quantity is None or quantity.unit != entry.trips_unit):
            seen, remedy = (
                (quantity.unit if quantity else "no number"),
                "Name one that counts trips, or mend trips_unit.",
            )
            yield assumptions.problem(f"{name} does not count trips", seen, entry.trips_unit, remedy, key)
    for name in (*entry.trips_records, *entry.window_records, *entry.held_against):
        standing = getattr(evidence.record_by_id.get(name), "standing", "sound")
        if standing != "sound":
            what, remedy = (
                f"{name} is not sound",
                "Nothing is estimated from an error or a superseded row; name another.",
            )
            yield assumptions.problem(what, standing, "sound", remedy, "records")


def _is_wrong(problems: Iterable[Problem], draft: Draft) -> bool:
    before = len(draft.problems)
    draft.problems += problems
    return len(draft.problems) > before


def _rests(placed: Placed[Assumptions] | Placed[Hypotheses], draft: Draft, evidence: Evidence) -> bool:
    """True if everything it names is sound; else it is noted as withheld."""
    lost = rests_on_unsound(placed.entry.claim_ids, placed.entry.record_ids, evidence)
    if lost:
        draft.withheld.append(Withheld(placed.file, placed.place or "the whole file", ", ".join(lost)))
    return not lost
