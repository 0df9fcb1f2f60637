"""What a case is: who delivers what to whom, and the words, lanes, topics, units and flags its curators use."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from data.models.entry import ClaimId, Day, Entry, Id, NotEmpty, Remark, Words, YesNo, in_list

MOST_LANES = 8
# Under which others may use the data, as SPDX names it.
Licence = Literal["CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "ODC-By-1.0", "ODbL-1.0", "PDDL-1.0"]


class Lane(Entry):
    id: Id
    title: Words


class Topic(Entry):
    id: Id
    title: Words
    lane: Id


class Unit(Entry):
    """A unit; `words` are those by which texts of any language name what it counts, besides `one` and `many`."""

    id: Id
    one: Words
    many: Words
    words: tuple[Words, ...] = ()


class Flag(Entry):
    id: Id
    title: Words
    meaning: Words
    wording: YesNo = False


class Subject(Entry):
    supplier: Words
    recipient: Words
    deliveries: Words
    carriage: Remark = ""
    volume_topic: Id
    headline_limit: Id | None = None
    headline_claim: ClaimId | None = None


class SourceSummary(Entry):
    text: Words
    claims: tuple[ClaimId, ...]


class Case(Entry):
    """What the case is: its words, lanes, topics, units and flags.

    `assessed_by` is who gave the grades, a role; `searched` what was looked for and not found;
    `licence` under which others may use what curators wrote.
    """

    format: Annotated[int, BeforeValidator(in_list(1))]
    title: Words
    question: Words
    version: Words
    as_of: Day
    assessed_by: Remark = ""
    searched: Remark = ""
    licence: Licence | None = None
    subject: Subject
    source_summary: SourceSummary
    lanes: Annotated[tuple[Lane, ...], Field(alias="lane"), NotEmpty]
    topics: Annotated[tuple[Topic, ...], Field(alias="topic"), NotEmpty]
    units: Annotated[tuple[Unit, ...], Field(alias="unit"), NotEmpty]
    flags: Annotated[tuple[Flag, ...], Field(alias="flag")] = ()

    @cached_property
    def lane_of_topic(self) -> Mapping[str, Lane]:
        lanes = {lane.id: lane for lane in self.lanes}
        return {topic.id: lanes[topic.lane] for topic in self.topics if topic.lane in lanes}

    @cached_property
    def place_of_topic(self) -> Mapping[str, tuple[int, str]]:
        """Place and title of the lane of each topic that has one."""
        lanes = {lane.id: (place, lane.title) for place, lane in enumerate(self.lanes)}
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

    def flags_named(self, ids: Iterable[str]) -> list[Flag]:
        """The flags of some ids, in their order; an id that names none is passed over."""
        return [self.flag_by_id[flag] for flag in ids if flag in self.flag_by_id]
