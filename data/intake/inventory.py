"""The files of a folder, by name and sum: what is copied, and what differs."""

import hashlib
import shutil
from collections.abc import Mapping
from pathlib import Path

from data.files.junk import is_junk
from data.files.swap import current

COPIES = 5  # of a folder that changes meanwhile


def files_of(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file below a folder, by name from there, without what systems leave; in the order of names.

    Raises OSError where one cannot be read.
    """
    folder = current(folder)
    found = {path.relative_to(folder): path for path in folder.rglob("*") if path.is_file()}
    kept = {name.as_posix(): path for name, path in found.items() if not any(map(is_junk, name.parts))}
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in sorted(kept.items())}


def differing(one: Mapping[str, str], other: Mapping[str, str]) -> tuple[str, ...]:
    """The names of files that are not the same in two folders, or stand in one alone; in order."""
    return tuple(sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name)))


def copied(base: Path, into: Path) -> dict[str, str]:
    """Copy the files of a folder as they were at one moment; their sums by name.

    `into` is made. Raises OSError where they cannot be read, change all the while, or something is in its place.
    """
    into.mkdir()  # nothing else may stand there: what was half copied is taken away again
    for _ in range(COPIES):
        before = files_of(base)
        for name in before:
            (into / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(current(base) / name, into / name)
        if files_of(into) == before == files_of(base):
            (into / "documents").mkdir(parents=True, exist_ok=True)  # a case without documents has the folder
            return before
        shutil.rmtree(into)
    raise OSError("the folder is being written")
