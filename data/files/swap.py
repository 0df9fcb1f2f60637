"""A folder replaced by another so that whoever is killed meanwhile leaves the old one or the new one, and nothing else.

Where the system can, the two change places in one step. Where it cannot (a mounted folder, other systems than Linux),
the new one first stands complete beside the old one under a name that says so: from then on it is what is read, until
its files are all in place.
"""

import ctypes
import errno
import os
import shutil
from pathlib import Path

from data.files.junk import is_junk
from data.files.whole import write_whole

HERE, EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux
CANNOT = (errno.ENOSYS, errno.EINVAL, errno.EXDEV, errno.EBUSY, errno.ENOTSUP)
NEXT = "next"


def room_of(folder: Path) -> Path:
    """The hidden folder beside a folder, or beside what it is a link to, in which its saves stand."""
    real = Path(os.path.realpath(folder))
    return real.parent / f".{real.name}-saves"


def current(folder: Path) -> Path:
    """Where the files of a folder are to be read: in it, or in the new one that is being put in its place."""
    coming = room_of(folder) / NEXT
    try:
        return coming if coming.is_dir() else folder
    except OSError:  # nobody may look there
        return folder


def replace_folder(folder: Path, new: Path, kept: Path) -> None:
    """Put `new` in the place of a folder, which is then found at `kept`; both stand in its room.

    Raises OSError; then the folder is as it was, or `finish` ends what was begun.
    """
    real = Path(os.path.realpath(folder))
    if _exchanged(new, real):
        new.rename(kept)
        return
    part = kept.parent / f"{kept.name}.tmp"
    shutil.rmtree(part, ignore_errors=True)
    shutil.copytree(real, part, ignore_dangling_symlinks=True)
    part.rename(kept)
    new.rename(room_of(real) / NEXT)
    finish(real)


def finish(folder: Path) -> None:
    """End what a save has begun that was killed: put the files of the new folder in place, and take it away."""
    real = Path(os.path.realpath(folder))
    coming = room_of(real) / NEXT
    if not coming.is_dir():
        return
    wanted, found = _files(coming), _files(real)
    for name in wanted:
        if name not in found or (real / name).read_bytes() != (coming / name).read_bytes():
            (real / name).parent.mkdir(parents=True, exist_ok=True)
            write_whole(real / name, (coming / name).read_bytes())
    for name in found - wanted:
        (real / name).unlink()
        if not any((real / name).parent.iterdir()):
            (real / name).parent.rmdir()
    done = coming.with_name(f"{NEXT}.tmp")  # half a folder must not be taken for a whole one
    shutil.rmtree(done, ignore_errors=True)
    coming.rename(done)
    shutil.rmtree(done, ignore_errors=True)


def _files(folder: Path) -> set[Path]:
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {name for name in found if not any(map(is_junk, name.parts))}


def _exchanged(one: Path, other: Path) -> bool:
    """True if two folders have changed places; False where the system cannot do it. Raises OSError."""
    change = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if change is None:
        return False
    if not change(HERE, os.fsencode(one), HERE, os.fsencode(other), EXCHANGE):
        return True
    fault = ctypes.get_errno()
    if fault in CANNOT:
        return False
    raise OSError(fault, os.strerror(fault), str(other))
