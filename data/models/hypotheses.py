"""Competing hypotheses, ranked by what speaks against each: curators rate, nobody adds up what speaks for one."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from typing import Annotated, Literal

import pandas as pd
from pydantic import Field

from data.models.entry import ClaimId, Day, Entry, Id, NotEmpty, Refusal, Remark, Words

Mark = Literal["CC", "C", "N", "I", "II"]
Diagnosticity = Literal["tells apart", "tells little", "tells nothing"]
MOST_HYPOTHESES = 6  # side by side on a page
# Only what speaks against a hypothesis counts: much fits with several at once and so decides nothing.
AGAINST: Mapping[str, int] = {"I": 1, "II": 2}


class Hypothesis(Entry):
    """One account of what happened; the hypotheses of a case exclude each other.

    `untested` says why no item could have spoken against it: it is listed, not ranked, for silence is no merit.
    """

    id: Id
    title: Annotated[Words, Field(max_length=90)]
    says: Words
    untested: Remark = ""


class Rating(Entry):
    """How well one item of evidence fits one hypothesis, if that hypothesis were true."""

    hypothesis: Id
    mark: Mark
    why: Remark = ""

    def contradictions(self) -> Iterator[Refusal]:
        if self.mark != "N" and not (self.why or "").strip():
            remedy = "Say in a sentence why; only N may go without."
            yield Refusal(f"the mark {self.mark} has no why", remedy, ("mark", "why"))


class Item(Entry):
    """One item of evidence, with how far it can be trusted in words, rated against every hypothesis."""

    id: Id
    title: Annotated[Words, Field(max_length=200)]
    weight: Words
    claims: tuple[ClaimId, ...] = ()
    records: tuple[Id, ...] = ()
    ratings: Annotated[tuple[Rating, ...], NotEmpty]

    def contradictions(self) -> Iterator[Refusal]:
        if not self.claims and not self.records:
            yield Refusal("the item rests on nothing", "Name the claims or records that say it.", ("claims", "records"))
        rated = [rating.hypothesis for rating in self.ratings or ()]
        for name in _twice(rated):
            yield Refusal(f"{name} is rated twice", "Rate each hypothesis once.", ("ratings",))

    @cached_property
    def marks(self) -> Mapping[str, Rating]:
        return {rating.hypothesis: rating for rating in self.ratings}

    @property
    def diagnosticity(self) -> Diagnosticity:
        """Whether the item tells the hypotheses apart: alike for all it tells nothing; without an I it moves none."""
        marks = {rating.mark for rating in self.ratings}
        if len(marks) == 1:
            return "tells nothing"
        return "tells apart" if len({AGAINST.get(mark, 0) for mark in marks}) > 1 else "tells little"


class Hypotheses(Entry):
    """The whole analysis: it stands or falls together, for a row less could turn the order round."""

    question: Words
    assessed_on: Day
    note: Remark = ""
    hypotheses: Annotated[tuple[Hypothesis, ...], Field(alias="hypothesis")]
    items: Annotated[tuple[Item, ...], Field(alias="item"), NotEmpty]

    def contradictions(self) -> Iterator[Refusal]:
        ids, items = [hypothesis.id for hypothesis in self.hypotheses or ()], self.items or ()
        if not 2 <= len(ids) <= MOST_HYPOTHESES:
            remedy = f"Weigh two to {MOST_HYPOTHESES} against each other."
            yield Refusal(f"there are {len(ids)} hypotheses", remedy, ("hypothesis",))
        for key, names in (("hypothesis", ids), ("item", [item.id for item in items])):
            for name in _twice(names):
                remedy = "Give each hypothesis and each item an id of its own."
                yield Refusal(f"the id {name} stands twice", remedy, (key,))
        if len(ids) - sum(bool(one.untested) for one in self.hypotheses or ()) < 2:
            remedy = "Take untested away where an item could have spoken against the hypothesis."
            yield Refusal("fewer than two hypotheses are tested", remedy, ("hypothesis",))
        yield from self._wrongly_rated(ids)
        yield from self._tested_after_all()

    def _wrongly_rated(self, ids: Collection[str]) -> Iterator[Refusal]:
        for item in self.items or ():
            if strange := sorted(item.marks.keys() - set(ids)):
                what = f"item {item.id} rates {', '.join(strange)}, which is no hypothesis"
                yield Refusal(what, "Mend the id.", ("hypothesis", "item"))
            if lacking := [name for name in ids if name not in item.marks]:
                what = f"item {item.id} does not rate {', '.join(lacking)}"
                yield Refusal(what, "Rate every hypothesis.", ("hypothesis", "item"))

    def _tested_after_all(self) -> Iterator[Refusal]:
        for one in self.hypotheses or ():
            against = [item.id for item in self.items or () if _against(item, one.id)]
            if one.untested and against:
                what = f"{one.id} is called untested, but item {against[0]} speaks against it"
                yield Refusal(what, "Take untested away, or rate the item anew.", ("hypothesis", "item"))

    @property
    def tested(self) -> tuple[Hypothesis, ...]:
        return tuple(one for one in self.hypotheses if not one.untested)

    @property
    def claim_ids(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(claim_id for item in self.items for claim_id in item.claims))

    @property
    def record_ids(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(record_id for item in self.items for record_id in item.records))


def ranking_frame(hypotheses: Hypotheses) -> pd.DataFrame:
    """The hypotheses, least contradicted first, the untested last; of those level the first in the file.

    Columns: hypothesis_id; title; says; untested (why nothing could speak against it; empty if something could); rank
    (1 for the least contradicted; hypotheses that are level share it; 0 for an untested one, which has none); score
    (number of I plus twice the number of II); II, I, N, C and CC (how many items are rated so). The weight of an item
    is shown beside it and never counted: a grade is no number.
    """
    scores = _scores(hypotheses, without=())
    rows = []
    for one in sorted(hypotheses.hypotheses, key=lambda one: (bool(one.untested), scores.get(one.id, 0))):
        marks = Counter(item.marks[one.id].mark for item in hypotheses.items)
        rank = 0 if one.untested else 1 + sum(score < scores[one.id] for score in scores.values())
        counts = {mark: marks[mark] for mark in ("II", "I", "N", "C", "CC")}
        told: dict[str, object] = {"hypothesis_id": one.id, "title": one.title, "says": one.says}
        rows.append({**told, "untested": one.untested, "rank": rank, "score": scores.get(one.id, 0), **counts})
    return pd.DataFrame(rows)


def ratings_frame(hypotheses: Hypotheses) -> pd.DataFrame:
    """Every rating, one row per item and hypothesis, in the order of the file.

    Columns: item_id; item; weight; hypothesis_id; hypothesis; mark (CC, C, N, I, II); why; diagnosticity (tells apart,
    tells little, tells nothing); claim_ids; record_ids (tuples, never both empty).
    """
    rows = [
        {"item_id": item.id, "item": item.title, "weight": item.weight}
        | {"hypothesis_id": hypothesis.id, "hypothesis": hypothesis.title}
        | {"mark": item.marks[hypothesis.id].mark, "why": item.marks[hypothesis.id].why}
        | {"diagnosticity": item.diagnosticity, "claim_ids": item.claims, "record_ids": item.records}
        for item in hypotheses.items
        for hypothesis in hypotheses.hypotheses
    ]
    return pd.DataFrame(rows)


def leaders(hypotheses: Hypotheses, without: Collection[str] = ()) -> tuple[str, ...]:
    """Ids of the least contradicted of the tested hypotheses, in file order; `without` are items left out."""
    scores = _scores(hypotheses, without)
    return tuple(name for name, score in scores.items() if score == min(scores.values()))


def linchpins(hypotheses: Hypotheses) -> Mapping[str, tuple[str, ...]]:
    """Items without which others would stand first, each with those who would."""
    standing = leaders(hypotheses)
    otherwise = {item.id: leaders(hypotheses, without=(item.id,)) for item in hypotheses.items}
    return {item_id: first for item_id, first in otherwise.items() if first != standing}


def _scores(hypotheses: Hypotheses, without: Collection[str]) -> dict[str, int]:
    """How much speaks against each tested hypothesis."""
    items = [item for item in hypotheses.items if item.id not in without]
    return {one.id: sum(_against(item, one.id) for item in items) for one in hypotheses.tested}


def _against(item: Item, hypothesis: str) -> int:
    """How much an item speaks against a hypothesis; nothing where it does not rate it, which is a fault of its own."""
    return AGAINST.get(item.marks[hypothesis].mark, 0) if hypothesis in item.marks else 0


def _twice(names: list[str]) -> list[str]:
    return sorted(name for name, times in Counter(names).items() if times > 1)
