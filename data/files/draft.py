"""What has been read of a seeds folder so far: every entry with its place, before anything rests on it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, NamedTuple, TypeVar

from data.files.problems import LONGEST_FIELD, Problem, visible
from data.files.tables import EntryT, build, without_faulty_keys
from data.models.assumptions import Assumptions
from data.models.case import Case, Flag, Lane, Topic, Unit
from data.models.changes import Change
from data.models.conditions import Condition
from data.models.entry import Entry
from data.models.event import Event
from data.models.evidence import Claim, Document, Origin, Question
from data.models.hypotheses import Hypotheses
from data.models.limits import Limit
from data.models.record import Notification, Sighting, Statement, Vessel
from data.models.second_reading import RecordReading, SecondReading
from data.numbers import is_read
from data.numbers.lexicon import base_of
from data.texts.measures import Measures, measures_of

EntryT_co = TypeVar("EntryT_co", bound=Entry, covariant=True)


class Withheld(NamedTuple):
    """A sound entry that is not shown, because something it rests on is not sound."""

    file: str
    place: str
    rests_on: str

    def __str__(self) -> str:
        return visible(f"{self.file}, {self.place}: withheld, because it rests on {self.rests_on}", LONGEST_FIELD)


class Placed(NamedTuple, Generic[EntryT_co]):
    """An entry and where it stands."""

    entry: EntryT_co
    file: str
    place: str

    @property
    def id(self) -> str:
        entry_id: str = getattr(self.entry, self.entry.id_key)
        return entry_id

    def problem(self, what: str, seen: str = "", expected: str = "", remedy: str = "", key: str = "") -> Problem:
        place = ", ".join(part for part in (self.place, key) if part)
        return Problem(self.file, place, what, seen, expected, remedy)


@dataclass
class Shelf(Generic[EntryT]):
    """Entries of one kind: `built` is every entry whose keys are sound, `sound` those in which nothing was found wrong.

    `partial` is what is left of the others without their faulty keys: it is checked like them, and never shown.
    `met` has the places of every id, those of unsound entries too: naming one of them is not naming nothing.
    `complete` is False when a file, row or id of this kind could not be read: then nobody can say which ids there are.
    """

    word: str
    model: type[EntryT]
    built: list[Placed[EntryT]] = field(default_factory=list)
    partial: list[Placed[EntryT]] = field(default_factory=list)
    sound: dict[str, Placed[EntryT]] = field(default_factory=dict)
    met: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    complete: bool = True

    def put(self, raw: object, file: str, place: str, problems: list[Problem]) -> Placed[EntryT] | None:
        """Build an entry and put it on the shelf; None and a Problem for each key that is wrong."""
        entry = build(self.model, raw, file, place, problems)
        self.meet(id_of(raw, self.model), file, place)
        if entry is None:
            rest = without_faulty_keys(self.model, raw)
            self.partial += [Placed(rest, file, place)] if rest else []
            return None
        placed = Placed(entry, file, place)
        self.built.append(placed)
        self.sound.setdefault(placed.id, placed)
        return placed

    def read(self) -> Iterator[Placed[EntryT]]:
        """Every entry that can be checked, whole or partial."""
        yield from self.built
        yield from self.partial

    def drop(self, placed: Placed[EntryT]) -> None:
        """Take an entry off; another one that stands under the same id stays."""
        if self.sound.get(placed.id) is placed:
            del self.sound[placed.id]

    def entries(self) -> Iterator[EntryT]:
        return (placed.entry for placed in self.sound.values())

    def meet(self, raw_id: object, file: str, place: str) -> None:
        """Note that an entry gives itself this id, sound or not."""
        if isinstance(raw_id, str) and re.fullmatch(self.model.id_form, raw_id):
            self.met.setdefault(raw_id, []).append((file, place))
        else:
            self.complete = False

    def place(self, raw: object, number: int) -> str:
        """Where an entry stands in a file without rows: by its id, and by number where the id does not tell."""
        raw_id = id_of(raw, self.model)
        if not isinstance(raw_id, str) or not raw_id.strip():
            return f"{self.word} number {number}"
        return f"{self.word} {raw_id[:40]}" + (f" (number {number})" if raw_id in self.met else "")

    def __contains__(self, entry_id: str) -> bool:
        return entry_id in self.sound


@dataclass
class Draft:
    """All shelves of a seeds folder with the problems found so far."""

    case: Placed[Case] | None = None
    lanes: Shelf[Lane] = field(default_factory=lambda: Shelf("lane", Lane))
    topics: Shelf[Topic] = field(default_factory=lambda: Shelf("topic", Topic))
    units: Shelf[Unit] = field(default_factory=lambda: Shelf("unit", Unit))
    flags: Shelf[Flag] = field(default_factory=lambda: Shelf("flag", Flag))
    documents: Shelf[Document] = field(default_factory=lambda: Shelf("document", Document))
    claims: Shelf[Claim] = field(default_factory=lambda: Shelf("claim", Claim))
    events: Shelf[Event] = field(default_factory=lambda: Shelf("event", Event))
    questions: Shelf[Question] = field(default_factory=lambda: Shelf("question", Question))
    limits: Shelf[Limit] = field(default_factory=lambda: Shelf("limit", Limit))
    conditions: Shelf[Condition] = field(default_factory=lambda: Shelf("condition", Condition))
    origins: Shelf[Origin] = field(default_factory=lambda: Shelf("origin", Origin))
    statements: Shelf[Statement] = field(default_factory=lambda: Shelf("statement", Statement))
    notified: Shelf[Notification] = field(default_factory=lambda: Shelf("notification", Notification))
    sightings: Shelf[Sighting] = field(default_factory=lambda: Shelf("sighting", Sighting))
    vessels: Shelf[Vessel] = field(default_factory=lambda: Shelf("vessel", Vessel))
    readings: Shelf[SecondReading] = field(default_factory=lambda: Shelf("reading", SecondReading))
    record_readings: Shelf[RecordReading] = field(default_factory=lambda: Shelf("reading of the record", RecordReading))
    changes: Shelf[Change] = field(default_factory=lambda: Shelf("change", Change))
    assumptions: Placed[Assumptions] | None = None
    hypotheses: Placed[Hypotheses] | None = None
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    withheld: list[Withheld] = field(default_factory=list)
    summary_withheld: str = ""  # why, if it is
    _measures: dict[str, Measures] = field(default_factory=dict)

    def measures_of(self, language: str) -> Measures:
        """What the units of the case count, and their words in a text of a language; case.toml is read first."""
        known = base_of(language) if is_read(language) else language
        if known not in self._measures:
            self._measures[known] = measures_of(tuple(self.units.entries()), known)
        return self._measures[known]

    @property
    def vocabulary(self) -> tuple[Shelf[Any], ...]:
        return self.lanes, self.topics, self.units, self.flags

    @property
    def record(self) -> tuple[Shelf[Any], ...]:
        """The four shelves of the public record."""
        return self.statements, self.notified, self.sightings, self.vessels

    @property
    def shelves(self) -> tuple[Shelf[Any], ...]:
        rows = (self.documents, self.claims, self.events, self.questions, self.limits, self.conditions, self.origins)
        return *self.vocabulary, *rows, *self.record, self.readings, self.record_readings, self.changes

    @property
    def name_spaces(self) -> tuple[tuple[Shelf[Any], ...], ...]:
        """Shelves among which an id stands once; a record may be drawn as an event, under its own id."""
        together = (self.events, *self.record)
        return *((shelf,) for shelf in self.shelves if shelf not in together), together

    def fault(self, shelf: Shelf[EntryT], placed: Placed[EntryT], problem: Problem) -> None:
        """Report a problem of an entry and take it off its shelf."""
        self.problems.append(problem)
        shelf.drop(placed)

    def refuse(
        self, shelf: Shelf[EntryT], placed: Placed[EntryT], key: str, what: str, seen: str = "", remedy: str = ""
    ) -> None:
        """Report what is wrong with a key of an entry, and take it off its shelf."""
        self.fault(shelf, placed, placed.problem(what, seen, remedy=remedy, key=key))

    def withhold(self, shelf: Shelf[EntryT], placed: Placed[EntryT], rests_on: Iterable[str]) -> None:
        """Take a sound entry off its shelf, and note what it rests on that is not sound."""
        self.withheld.append(Withheld(placed.file, placed.place, ", ".join(dict.fromkeys(rests_on))))
        shelf.drop(placed)


def id_of(raw: object, model: type[Entry]) -> object:
    """The id that a raw entry gives itself, if any."""
    return raw.get(model.id_key) if isinstance(raw, dict) else None
