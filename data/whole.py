"""Files that are written whole or not at all."""

import os
import tempfile
from pathlib import Path

READABLE_BY_ALL = 0o644


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in its place in one step: whoever reads it meanwhile sees the old one, or the new one.

    Raises OSError where it cannot be written; then everything is as it was.
    """
    path = Path(os.path.realpath(path))  # behind a link, what it leads to is replaced and not the link
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name[:80]}-", delete=False) as part:
        try:
            part.write(content)
            part.flush()
            os.fsync(part.fileno())
            Path(part.name).chmod(READABLE_BY_ALL)  # a temporary file is its owner's alone
            Path(part.name).replace(path)
        except BaseException:
            Path(part.name).unlink(missing_ok=True)
            raise
