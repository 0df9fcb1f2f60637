"""The file that a document was made of, as received, held against the sum that pins it."""

import hashlib
from pathlib import Path

from data.files.draft import Draft, Placed
from data.files.junk import is_junk
from data.files.unreadable import reason
from data.models.evidence import Document

ORIGINAL = "original"  # the name before its ending


def original_is_pinned(folder: Path, placed: Placed[Document], draft: Draft) -> bool:
    """False, and a problem, where the originals beside a text are not the one that its sum names.

    An original without a sum, and a sum without its original, are warned of: a folder may be handed on without it.
    """
    pinned, found = placed.entry.original_sha256, originals(folder)
    sums = {path: _sum_of(path) for path in found}
    strange = [path for path, seen in sums.items() if seen != pinned]
    if pinned and not found:
        remedy = "Bring it back as original. and its ending, or leave original_sha256 as it is for whoever has it."
        what = "the original is not in the folder: nobody can hold the text against it"
        draft.warnings.append(placed.problem(what, expected=f"SHA-256 {pinned}", remedy=remedy, key="original_sha256"))
    elif strange and not pinned:
        what = f"{strange[0].name} stands beside the text, and nothing says that it is the one it was made of"
        remedy = f'If it is, write original_sha256 = "{sums[strange[0]]}"; if not, take the file out.'
        draft.warnings.append(placed.problem(what, remedy=remedy, key="original_sha256"))
    elif strange:
        what = f"{strange[0].name} is not the file that the text was made of: its bytes have changed"
        remedy = "Bring back the file as it was received. If another is meant, it is another document."
        seen, expected = f"SHA-256 {sums[strange[0]]}", f"SHA-256 {pinned}"
        draft.fault(draft.documents, placed, placed.problem(what, seen, expected, remedy, "original_sha256"))
        return False
    return True


def originals(folder: Path) -> list[Path]:
    """The files in a document's folder that are called original, whatever their ending."""
    try:
        found = sorted(folder.iterdir())
        return [path for path in found if path.stem == ORIGINAL and not is_junk(path.name) and path.is_file()]
    except OSError:
        return []


def _sum_of(path: Path) -> str:
    try:
        with path.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError as error:
        return f"not known: {reason(error)}"
