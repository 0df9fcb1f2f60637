"""Evidence -> where else a fact stands: other claims and cited facts that say the same, or answer the same."""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from data.models.event import Event
from data.models.evidence import Claim, Evidence
from data.models.origins import are_independent
from data.models.record import Notification, Record, Sighting, Statement


class Elsewhere(NamedTuple):
    """Why some stand together, and the ids of the claims and cited facts, without the one that was asked for."""

    why: str
    claims: tuple[str, ...]
    records: tuple[str, ...] = ()


class Neighbours:
    """What stands beside a claim or a fact; made once by whoever asks for many.

    Which claims say the same, which events and questions rest on a claim, which facts stand at an address.
    """

    def __init__(self, evidence: Evidence) -> None:
        self.same: dict[str, dict[str, None]] = {}
        self.events: dict[str, list[Event]] = {}
        self.questions: dict[str, list[str]] = {}
        self.at: dict[str, list[Record]] = {}
        for claim in evidence.claims:
            for other in claim.corroborated_by:
                self.same.setdefault(claim.id, {})[other] = None
                self.same.setdefault(other, {})[claim.id] = None
        for event in evidence.events:
            for claim_id in event.claim_ids:
                self.events.setdefault(claim_id, []).append(event)
        for question in evidence.questions:
            for claim_id in question.claim_ids:
                self.questions.setdefault(claim_id, []).append(question.id)
        for record in evidence.record_by_id.values():
            self.at.setdefault(record.address, []).append(record)


def elsewhere_of_claim(claim: Claim, evidence: Evidence, known: Neighbours | None = None) -> list[Elsewhere]:
    """What says the same as a claim by a curator's word, tells of the same event, or answers the same question."""
    known = known or Neighbours(evidence)
    same = [evidence.claim_by_id[other] for other in known.same.get(claim.id, ())]
    apart = [other.id for other in same if are_independent(claim, other, evidence)]
    groups = [
        Elsewhere("Says the same, from an origin of its own", tuple(apart)),
        Elsewhere("Says the same, not from an independent origin", _without((one.id for one in same), apart)),
    ]
    groups += [
        Elsewhere(f"On the same event, “{event.title}”", event.claim_ids) for event in known.events.get(claim.id, ())
    ]
    groups += [_answers(question, evidence) for question in known.questions.get(claim.id, ())]
    return list(_each_once(groups, claim.id))


def elsewhere_of_record(record: Record, evidence: Evidence, known: Neighbours | None = None) -> list[Elsewhere]:
    """What answers the same question as a cited fact, was read at the same place, or is of the same row or vessel."""
    known = known or Neighbours(evidence)
    groups: list[Elsewhere] = []
    if isinstance(record, Statement):
        groups += [_answers(question, evidence) for question in record.questions]
    for why, related in _related(record, evidence, known):
        groups.append(Elsewhere(why, (), tuple(one.record_id for one in related)))
    return list(_each_once(groups, record.record_id))


def _answers(question_id: str, evidence: Evidence) -> Elsewhere:
    question = next((one for one in evidence.questions if one.id == question_id), None)
    title = question.title if question else question_id
    claims = [claim for cell in question.cells for claim in cell.claims] if question else []
    records = [one.record_id for one in evidence.statements if question_id in one.questions and one.standing == "sound"]
    return Elsewhere(f"Answers the same question, “{title}”", tuple(claims), tuple(records))


def _related(record: Record, evidence: Evidence, known: Neighbours) -> Iterator[tuple[str, Iterable[Record]]]:
    if isinstance(record, Sighting) and record.vessel:
        yield "Sightings of the same vessel", [one for one in evidence.sightings if one.vessel == record.vessel]
    if isinstance(record, Notification):
        same = [one for one in evidence.notified if (one.suppliers, one.date) == (record.suppliers, record.date)]
        yield "Filed by the same states for the same time", same
    yield "At the same address", known.at[record.address]


def _each_once(groups: Iterable[Elsewhere], asked_for: str) -> Iterator[Elsewhere]:
    """The groups that are not empty, each id in the first of them alone."""
    seen = {asked_for}
    for group in groups:
        claims, records = _without(group.claims, seen), _without(group.records, seen)
        seen |= {*claims, *records}
        if claims or records:
            yield Elsewhere(group.why, claims, records)


def _without(ids: Iterable[str], unwanted: Collection[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for one in ids if one not in unwanted))
