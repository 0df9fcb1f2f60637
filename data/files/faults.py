"""What a check of one entry finds, before it is known where the entry stands."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from data.files.draft import Draft, Placed, Shelf
from data.files.tables import EntryT


class Fault(NamedTuple):
    """What is wrong with a key of an entry; one that only warns leaves the entry where it is."""

    key: str
    what: str
    seen: str = ""
    expected: str = ""
    remedy: str = ""
    warns: bool = False


def report(fault: Fault, draft: Draft, shelf: Shelf[EntryT], placed: Placed[EntryT]) -> None:
    """Put a fault among the problems and take its entry off the shelf, or among the warnings."""
    problem = placed.problem(fault.what, fault.seen, fault.expected, fault.remedy, fault.key)
    if fault.warns:
        draft.warnings.append(problem)
    else:
        draft.fault(shelf, placed, problem)


def report_all(draft: Draft, shelf: Shelf[EntryT], faults_of: Callable[[EntryT], Iterable[Fault]]) -> None:
    """Report what a check finds in each sound entry of a shelf."""
    for placed in list(shelf.sound.values()):
        for fault in faults_of(placed.entry):
            report(fault, draft, shelf, placed)
