"""Files that are written whole or not at all."""

import errno
import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

READABLE_BY_ALL = 0o644


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in its place in one step: whoever reads it meanwhile sees the old one, or the new one.

    A file that is there keeps its mode. Raises OSError where it cannot be written, or where something else than a
    regular file is in its place (a folder, a device, a pipe); then everything is as it was.
    """
    path = Path(os.path.realpath(path))  # behind a link, what it leads to is replaced and not the link
    mode = _mode(path)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name[:80]}-", delete=False) as part:
        try:
            Path(part.name).chmod(mode)  # a temporary file is its owner's alone
            part.write(content)
            part.flush()
            os.fsync(part.fileno())
            Path(part.name).replace(path)
        except BaseException:
            Path(part.name).unlink(missing_ok=True)
            raise
    _keep_names(path.parent)


def _mode(path: Path) -> int:
    """The mode that a file has, or is to have; raises OSError for what is no regular file."""
    try:
        found = path.lstat().st_mode  # a link that is still one leads round in a circle
    except FileNotFoundError:
        return READABLE_BY_ALL
    if stat.S_ISDIR(found):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(found):
        raise FileExistsError(errno.EEXIST, "Not a regular file", str(path))
    return stat.S_IMODE(found) & 0o777


def _keep_names(folder: Path) -> None:
    """Have the new name of a file on the disk too, which not every system allows; the file is in its place anyway."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
