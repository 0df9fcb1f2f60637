"""What a case is: who delivers what to whom, and the words, lanes, topics, units and flags its curators use."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from data.contract import ClaimId, Entry, Id, Words


class Lane(Entry):
    id: Id
    title: Words


class Topic(Entry):
    id: Id
    title: Words
    lane: Id


class Unit(Entry):
    id: Id
    one: Words
    many: Words


class Flag(Entry):
    id: Id
    title: Words
    meaning: Words
    wording: bool = False


class Subject(Entry):
    supplier: Words
    recipient: Words
    deliveries: Words
    carriage: str = ""
    volume_topic: Id
    headline_limit: Id | None = None
    headline_claim: ClaimId | None = None


class SourceSummary(Entry):
    text: Words
    claims: tuple[ClaimId, ...]


class Case(Entry):
    """What the case is: its words, lanes, topics, units and flags."""

    format: Literal[1]
    title: Words
    question: Words
    version: Words
    as_of: date
    subject: Subject
    source_summary: SourceSummary
    lanes: Annotated[tuple[Lane, ...], Field(alias="lane", min_length=1, max_length=8)]
    topics: Annotated[tuple[Topic, ...], Field(alias="topic", min_length=1)]
    units: Annotated[tuple[Unit, ...], Field(alias="unit", min_length=1)]
    flags: Annotated[tuple[Flag, ...], Field(alias="flag")] = ()

    @cached_property
    def lane_of_topic(self) -> Mapping[str, Lane]:
        lanes = {lane.id: lane for lane in self.lanes}
        return {topic.id: lanes[topic.lane] for topic in self.topics if topic.lane in lanes}

    @cached_property
    def topic_by_id(self) -> Mapping[str, Topic]:
        return {topic.id: topic for topic in self.topics}

    @cached_property
    def unit_by_id(self) -> Mapping[str, Unit]:
        return {unit.id: unit for unit in self.units}

    @cached_property
    def flag_by_id(self) -> Mapping[str, Flag]:
        return {flag.id: flag for flag in self.flags}
