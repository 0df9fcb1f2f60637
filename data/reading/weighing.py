"""Hypotheses weighed against the evidence they name: ids, sentences, and how many items come from one origin."""

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from data.files.problems import Problem
from data.models.case import Unit
from data.models.evidence import Claim, Evidence
from data.models.hypotheses import Hypotheses, Item
from data.models.origins import roots_of, roots_of_origin
from data.proof.wording import unproven
from data.texts.measures import Measures

# An address and a remark are not what a record says.
SILENT_KEYS = frozenset({"address", "dwt_address", "note"})


class Known(NamedTuple):
    """The ids that stand in the folder, sound or not; None where a file could not be read and nobody can say."""

    claims: Collection[str] | None
    records: Collection[str] | None


def faults(hypotheses: Hypotheses, file: str, evidence: Evidence, known: Known) -> list[Problem]:
    """What is wrong with the hypotheses beside their form: ids that name nothing, and words or numbers nobody said."""
    found = []
    for item in hypotheses.items:
        place = f"item {item.id}"
        for key, names, there, wanted in (
            ("claims", item.claims, known.claims, "a claim"),
            ("records", item.records, known.records, "a record of public-record/"),
        ):
            strange = [name for name in names if there is not None and name not in there]
            remedy = f"Name {wanted}, or mend the id."
            found += [Problem(file, f"{place}, {key}", f"nobody knows {one}", one, wanted, remedy) for one in strange]
        if not rests_on_unsound(item.claims, item.records, evidence):
            for key, sentence in _sentences(item):
                found += _unproven(sentence, file, f"{place}, {key}", (item,), evidence)
    if not rests_on_unsound(hypotheses.claim_ids, hypotheses.record_ids, evidence):
        found += _unproven(hypotheses.question, file, "question", hypotheses.items, evidence)
        found += _unproven(hypotheses.note, file, "note", hypotheses.items, evidence)
        for one in hypotheses.hypotheses:
            place = f"hypothesis {one.id}"
            found += _unproven(one.title, file, f"{place}, title", hypotheses.items, evidence)
            found += _unproven(one.says, file, f"{place}, says", hypotheses.items, evidence)
            found += _unproven(one.untested, file, f"{place}, untested", hypotheses.items, evidence)
    return found


def rests_on_unsound(claim_ids: Iterable[str], record_ids: Iterable[str], evidence: Evidence) -> list[str]:
    """What is named but not among the sound evidence: "claim S01", "record salt-ledger-001"."""
    lost = [f"claim {name}" for name in claim_ids if name not in evidence.claim_by_id]
    return lost + [f"record {name}" for name in record_ids if name not in evidence.record_by_id]


def _sentences(item: Item) -> Iterator[tuple[str, str]]:
    yield "title", item.title
    yield "weight", item.weight
    for number, rating in enumerate(item.ratings, 1):
        yield f"ratings.{number}.why", rating.why


def _unproven(sentence: str, file: str, place: str, items: Iterable[Item], evidence: Evidence) -> list[Problem]:
    items = tuple(items)
    claims: list[Claim] = [evidence.claim_by_id[name] for item in items for name in item.claims]
    cited = [text for item in items for name in item.records for text in _said(name, evidence)]
    cited += [f"{limit.value:.15g}" for limit in evidence.limits]
    found = unproven(sentence, claims, cited=cited, measures=_measures(evidence.case.units))
    return [Problem(file, place, lack.what, lack.seen, remedy=lack.remedy) for lack in found]


@lru_cache(maxsize=4)
def _measures(units: tuple[Unit, ...]) -> Measures:
    return Measures(units)


def _said(record_id: str, evidence: Evidence) -> list[str]:
    """What a record says, key by key, as texts whose numbers may be repeated."""
    said = evidence.record_by_id[record_id].model_dump(exclude=set(SILENT_KEYS))
    return [str(value) for value in said.values() if value is not None]


def items_by_origin(hypotheses: Hypotheses, evidence: Evidence) -> dict[str, tuple[str, ...]]:
    """Ids of the items that come from one last origin and from no other, by the origin's name, most items first."""
    found: dict[str, list[str]] = {}
    for item in hypotheses.items:
        behind = {root for name in item.claims for root in roots_of(evidence.claim_by_id[name], evidence)}
        for name in item.records:
            behind |= roots_of_origin(evidence.record_by_id[name].origin, evidence)
        if len(behind) == 1:
            found.setdefault(behind.pop(), []).append(item.id)
    names = {root: origin.name for root, origin in evidence.origin_by_id.items()}
    ordered = sorted(found.items(), key=lambda entry: -len(entry[1]))
    return {names.get(root, root): tuple(items) for root, items in ordered}
