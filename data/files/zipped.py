"""Files packed into a zip: the same files are the same bytes, wherever and whenever it is made."""

import io
import zipfile
from collections.abc import Iterable

FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)  # a zip cannot tell of days before
READABLE_BY_ALL, UNIX = 0o644 << 16, 3


def zipped(
    files: Iterable[tuple[str, bytes]],
    moment: tuple[int, int, int, int, int, int] = FIRST_MOMENT,
    level: int | None = None,
) -> bytes:
    """A zip of files by name, in their order, all of one moment; packed at zlib's own level or at another."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as packed:
        for name, content in files:
            entry = zipfile.ZipInfo(name, moment)
            entry.external_attr, entry.create_system = READABLE_BY_ALL, UNIX
            packed.writestr(entry, content, zipfile.ZIP_DEFLATED, level)
    return written.getvalue()
