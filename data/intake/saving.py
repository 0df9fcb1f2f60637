"""A draft put in the place of the folder it began with, in one step; the last three folders before it are kept."""

import os
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NamedTuple

from data.files.swap import finish, replace_folder, room_of
from data.files.unreadable import reason
from data.intake.inventory import differing, files_of
from data.intake.steps import put
from data.intake.working_copy import WorkingCopy
from data.intake.writing import row_added
from data.models.changes import CHANGES
from data.models.entry import LONGEST_WORDS
from data.reading.seeds import examine, fingerprint
from data.recording import recorded, write_changes

KEPT = 3
SHORT = 12  # digits of a fingerprint in a name
NAME = re.compile(rf"(\d{{4}}-\d\d-\d\d)-(\d+)-([0-9a-f]{{{SHORT}}})", re.ASCII)
SAVING = "saving"


class NotSaved(Exception):
    """A save that was not made, and why, in words; the folder is as it was. `files` are those that are in the way."""

    def __init__(self, why: str, files: Sequence[str] = ()) -> None:
        self.files = tuple(files)
        super().__init__(why)


class Kept(NamedTuple):
    """A folder as it was before a save: the day of the save, its number, the fingerprint, where it stands."""

    day: date
    number: int
    fingerprint: str
    folder: Path


def save(copy: WorkingCopy, into: Path, what: str, why: str, today: date) -> None:
    """Put a draft in the place of a folder, with a row in changes.csv that says what changed and why.

    A draft without a change changes no byte. Raises NotSaved where the folder is not the one the draft began with,
    somebody else is saving, or it cannot be written.
    """
    if not all(words.strip() and words.isprintable() and len(words) <= LONGEST_WORDS for words in (what, why)):
        raise NotSaved("Say what has changed, and why: one line of plain words each.")
    if not copy.changed_files():
        return
    with copy.turn, _alone_with(into):
        if strange := differing(files_of(into), copy.base_files):
            if not into.is_dir():
                raise NotSaved("The folder is gone. Download the draft: it is the whole folder, with what was added.")
            what = (
                "The folder is not the one this draft was begun with. Download the draft, begin anew, and add it again"
            )
            raise NotSaved(f"{what}; these files differ:", strange)
        kept = _next_name(into, today)
        new = _staged(into, into, kept)
        changes = copy.changed_files()
        put(new, changes)
        if fingerprint(new) != copy.fingerprint:
            raise NotSaved("What was written is not the draft. Save again.")
        _record(new, what, why, today)
        _sync(new, {*changes, CHANGES})
        replace_folder(into, new, room_of(into) / kept)
        _forget_the_oldest(into)
        copy.is_saved(into)


def kept_of(folder: Path) -> tuple[Kept, ...]:
    """The folders as they were before the last saves, the newest first."""
    found = [(path, match) for path in _entries(room_of(folder)) if (match := NAME.fullmatch(path.name))]
    kept = [Kept(date.fromisoformat(match[1]), int(match[2]), match[3], path) for path, match in found]
    return tuple(sorted(kept, key=lambda one: one.number, reverse=True))


def take_back(folder: Path, kept: Kept, today: date) -> None:
    """Put a folder in place again as it was before a save; the one that stands there now is kept in its turn.

    Raises NotSaved.
    """
    with _alone_with(folder):
        if kept not in kept_of(folder):
            raise NotSaved("That state is not kept any more.")
        name = _next_name(folder, today)
        new = _staged(kept.folder, folder, name)
        replace_folder(folder, new, room_of(folder) / name)
        _forget_the_oldest(folder)


@contextmanager
def _alone_with(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder, and tidy what a killed save has left. Raises NotSaved, for any OSError within too."""
    try:
        import fcntl
    except ImportError:
        raise NotSaved("This system cannot keep two saves apart: download the folder instead.") from None
    try:
        room_of(folder).mkdir(mode=0o700, exist_ok=True)
        with (room_of(folder) / "lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise NotSaved("Somebody else is saving this folder. Wait a moment, then save again.") from None
            finish(folder)
            _tidy(folder)
            yield
    except OSError as error:
        raise NotSaved(f"The folder cannot be written: {reason(error)}.") from None


def _tidy(folder: Path) -> None:
    """What a killed save has left: the folder before it is kept, if it was replaced; all else goes."""
    for path in _entries(room_of(folder) / SAVING):
        match = NAME.fullmatch(path.name)
        if match and fingerprint(path).startswith(match[3]) and not fingerprint(folder).startswith(match[3]):
            path.rename(room_of(folder) / path.name)
        else:
            shutil.rmtree(path)


def _next_name(folder: Path, today: date) -> str:
    number = 1 + max((kept.number for kept in kept_of(folder)), default=0)
    return f"{today.isoformat()}-{number}-{fingerprint(folder)[:SHORT]}"


def _staged(source: Path, folder: Path, name: str) -> Path:
    """A copy of a folder beside the one it is to replace, named as the old one will be; hidden files come along.

    A link in it becomes the file that it leads to.
    """
    staged = room_of(folder) / SAVING / name
    staged.parent.mkdir(exist_ok=True)
    shutil.copytree(source, staged, ignore_dangling_symlinks=True)
    return staged


def _record(folder: Path, what: str, why: str, today: date) -> None:
    """Add the row of the new state to changes.csv; an unsound folder has no state to record."""
    findings = examine(folder)
    last = findings.evidence.changes[-1] if findings.evidence.changes else None
    if findings.problems or (last and last.fingerprint == findings.evidence.fingerprint):
        return
    change = recorded(findings.evidence, what, why, max(today, last.date) if last else today)
    path = folder / CHANGES
    if path.is_file():
        path.write_bytes(row_added(path.read_bytes(), change.model_dump()))
    else:
        write_changes(folder, (change,))


def _sync(folder: Path, names: Iterable[str]) -> None:
    """Have files on the disk before the folder is put in place."""
    for path in (folder / name for name in names):
        if path.is_file():
            with path.open("rb") as written:
                os.fsync(written.fileno())


def _forget_the_oldest(folder: Path) -> None:
    for kept in kept_of(folder)[KEPT:]:
        gone = room_of(folder) / SAVING / kept.folder.name  # half a folder must not be taken for a whole one
        kept.folder.rename(gone)
        shutil.rmtree(gone)


def _entries(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []
