"""What has been read of a seeds folder so far: every entry with its place, before anything rests on it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Generic, NamedTuple

from data.case import Case
from data.contract import Entry
from data.evidence import Claim, Document, Event, Limit, Origin, Question
from data.problems import Problem
from data.tables import EntryT


class Withheld(NamedTuple):
    """A sound entry that is not shown, because something it rests on is not sound."""

    file: str
    place: str
    rests_on: str

    def __str__(self) -> str:
        return f"{self.file}, {self.place}: withheld, because it rests on {self.rests_on}"


class Placed(NamedTuple, Generic[EntryT]):
    """An entry and where it stands."""

    entry: EntryT
    file: str
    place: str

    def problem(self, what: str, seen: str = "", expected: str = "", remedy: str = "", key: str = "") -> Problem:
        place = f"{self.place}, {key}" if key else self.place
        return Problem(self.file, place, what, seen, expected, remedy)


@dataclass
class Shelf(Generic[EntryT]):
    """Entries of one kind by id; `declared` are all ids met, those of unsound entries too.

    `complete` is False when a file that fills the shelf could not be read: then an id that is not here says nothing.
    """

    word: str
    sound: dict[str, Placed[EntryT]] = field(default_factory=dict)
    declared: set[str] = field(default_factory=set)
    complete: bool = True

    def add(self, placed: Placed[EntryT], problems: list[Problem]) -> None:
        """Put an entry on the shelf, or report that its id is taken."""
        entry_id: str = getattr(placed.entry, placed.entry.id_key)
        if entry_id in self.declared:
            taken = self.sound.get(entry_id)
            where = f" in {taken.file}, {taken.place}" if taken else ""
            remedy = "Give this one an id that was never used; ids are permanent."
            problems.append(placed.problem(f"the id {entry_id} is already taken{where}", remedy=remedy))
            return
        self.declared.add(entry_id)
        self.sound[entry_id] = placed

    def declare(self, raw_id: object) -> None:
        """Note the id of an entry that is not sound, so that naming it is not called unknown as well."""
        if isinstance(raw_id, str):
            self.declared.add(raw_id)

    def drop(self, entry_id: str) -> None:
        self.sound.pop(entry_id, None)

    def entries(self) -> Iterator[EntryT]:
        return (placed.entry for placed in self.sound.values())

    def __contains__(self, entry_id: str) -> bool:
        return entry_id in self.sound


@dataclass
class Draft:
    """All shelves of a seeds folder with the problems found so far."""

    case: Placed[Case] | None = None
    documents: Shelf[Document] = field(default_factory=lambda: Shelf("document"))
    claims: Shelf[Claim] = field(default_factory=lambda: Shelf("claim"))
    events: Shelf[Event] = field(default_factory=lambda: Shelf("event"))
    questions: Shelf[Question] = field(default_factory=lambda: Shelf("question"))
    limits: Shelf[Limit] = field(default_factory=lambda: Shelf("limit"))
    origins: Shelf[Origin] = field(default_factory=lambda: Shelf("origin"))
    problems: list[Problem] = field(default_factory=list)
    withheld: list[Withheld] = field(default_factory=list)

    def fault(self, shelf: Shelf[EntryT], entry_id: str, problem: Problem) -> None:
        """Report a problem of a sound entry and take the entry off its shelf."""
        self.problems.append(problem)
        shelf.drop(entry_id)


def id_of(raw: object, model: type[Entry]) -> object:
    """The id that a raw entry gives itself, if any."""
    return raw.get(model.id_key) if isinstance(raw, dict) else None
